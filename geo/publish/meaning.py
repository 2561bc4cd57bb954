"""What the figures of a file mean, for people and for programs: layers, statuses, columns, sources, how it was made."""

from __future__ import annotations

from typing import Any

import layers
from geo.cards import Card, card
from geo.layer import Change, Count, Distance, Given, Layer, Ratio
from geo.measure import STATUSES
from geo.publish.derived import Derived, File
from geo.publish.extract import PLACE_COLUMNS, VALUE_COLUMNS
from geo.publish.made import cite, method_version
from geo.words import LANGUAGES, Text, messages, say, show_date, show_number, show_year

STATUS_KEYS = {status: status.replace(" ", "_") for status in STATUSES}


def both(key: str, **values: str) -> Text:
    """A message in both languages."""
    return Text(*(say(lang)(key, **values) for lang in LANGUAGES))


def measured_how(layer: Layer, lang: str) -> str:
    """How a layer is measured, as a sentence.

    Examples
    --------
    >>> import layers
    >>> measured_how(layers.declared()["schools_per_10000"], "en")
    '10,000 × schools ÷ registered people; both are added up from the parts of an area.'
    """
    speak, measure = say(lang), layer.measure
    if layer.kind == "score" and not layer.files:
        return speak("how.score")
    if isinstance(measure, Given):
        told = {"source": card(layer.files[0].split("/")[0]).title.of(lang)}
        return speak(f"how.given_{measure.up}", **told)
    if isinstance(measure, Ratio):
        part, whole = (_counted(name, layer, lang) for name in (measure.part, measure.whole))
        # Ten people in a hundred and 0.1 are the same: a factor of one is not told.
        scale = "" if measure.scale == 1 else show_number(measure.scale, 0 if measure.scale >= 1 else 3) + " × "
        return speak("how.ratio", scale=scale, part=part, whole=whole)
    if isinstance(measure, Count):
        return speak("how.count" if measure.amount is None else "how.amount")
    if isinstance(measure, Distance):
        return speak("how.distance")
    assert isinstance(measure, Change)
    told = {"part": _counted(measure.part, layer, lang)}
    return speak("how.change", start=show_year(measure.start, lang), end=show_year(measure.end, lang), **told)


def _counted(name: str, layer: Layer, lang: str) -> str:
    """What is counted, in words; an indicator nobody has named stands under the name its table gives it."""
    key = "how.of_" + name.rpartition("#")[2].removesuffix("_" + layer.id)
    return messages(lang).get(key, name.rpartition("#")[2].replace("_", " "))


def statuses(lang: str) -> dict[str, str]:
    """What each status says, in the order in which the atlas knows them."""
    speak = say(lang)
    return {status: speak(f"status_means.{key}") for status, key in STATUS_KEYS.items()}


def definition(layer: Layer, lang: str) -> dict[str, str]:
    """What a layer asks, how it is measured and where it ends, under the headings of the Sources screen."""
    speak = say(lang)
    told = {
        speak("file.layer"): layer.title.of(lang),
        speak("file.question"): layer.question.of(lang),
        speak("sources.unit"): layer.unit.of(lang),
        speak("sources.better"): speak(f"better.{layer.better}"),
        speak("file.measure"): measured_how(layer, lang),
        speak("sources.grade"): speak(f"grade.{layer.grade}"),
        speak("sources.caveat"): layer.caveat.of(lang),
    }
    if layer.goalposts:
        ends = f"{layer.goalposts.low:g} – {layer.goalposts.high:g}"
        told[speak("sources.goalposts")] = f"{ends}. {layer.goalposts.why.of(lang)}"
    if layer.standard:
        told[speak("sources.standard")] = f"{layer.standard.value:g}. {layer.standard.who.of(lang)}"
    if layer.floor is not None and layer.base_unit:
        told[speak("sources.floor")] = f"{layer.floor:g} {layer.base_unit.of(lang)}"
    if layer.words:
        told[speak("file.words")] = "; ".join(f"{value:g} = {text.of(lang)}" for value, text in layer.words.items())
    return told


def source_facts(source: Card, lang: str) -> dict[str, str]:
    """Who made a source and what may be done with it, under the headings of the Sources screen."""
    speak = say(lang)
    return {
        speak("sources.source"): source.title.of(lang),
        speak("sources.publisher"): source.publisher.of(lang),
        speak("sources.licence"): source.licence_told.of(lang),
        speak("file.terms"): speak("licence." + source.may_redistribute.replace("-", "_")),
        speak("sources.attribution"): source.attribution,
        speak("sources.url"): source.url,
        speak("sources.retrieved"): source.retrieved,
        speak("sources.period"): source.period_told.of(lang),
        speak("sources.caveat"): source.caveat.of(lang),
    }


def years_told(file: File, layer: Layer) -> list[str]:
    """The periods of a layer in a file, as its readers count years."""
    return [show_year(period, file.lang) for period in file.years.get(layer.id, [])]


def columns_told(file: File) -> list[tuple[str, str, str]]:
    """What the columns of a file mean, each with its unit, as lines of ``about``."""
    speak = say(file.lang)
    if not isinstance(file, Derived):
        told = {name: speak(f"column.{name}") for name in (*PLACE_COLUMNS, *VALUE_COLUMNS)}
    else:
        told = {name: speak(f"column.{name}") for name in (PLACE_COLUMNS if file.level else ())}
        told |= {own.name: f"{own.means} [{own.unit}]" if own.unit else own.means for own in file.columns}
    return [(speak("file.columns"), name, text) for name, text in told.items()]


def about(file: File) -> list[tuple[str, str, str]]:
    """Everything that a reader must know of a file, as (chapter, heading, text), for a sheet beside the data."""
    lang = file.lang
    speak = say(lang)
    found = [
        (speak("file.this"), speak("file.title"), file.title.of(lang)),
        (speak("file.this"), speak("file.address"), file.address),
        (speak("file.this"), speak("file.date"), show_date(file.date, lang)),
        (speak("file.this"), speak("file.method"), method_version()),
        (speak("file.this"), speak("file.cite"), cite(file.title, lang, file.address, file.date)),
    ]
    if confirmed := [c for c in file.sources if c.may_redistribute == "ask" and c.id in file.confirmed]:
        named = "; ".join(source.title.of(lang) for source in confirmed)
        found.append((speak("file.this"), speak("file.terms"), speak("file.confirmed", sources=named)))
    if file.left_out:
        named = ", ".join(layers.declared()[layer].title.of(lang) for layer in file.left_out)
        found.append((speak("file.this"), speak("file.terms"), speak("file.without", layers=named)))
    found += [(speak("file.choices"), name, text) for name, text in file.choices]
    found += [(speak("file.statuses"), status, text) for status, text in statuses(lang).items()]
    for layer in file.layers:
        told = definition(layer, lang) | {speak("file.years"): ", ".join(years_told(file, layer))}
        found += [(f"{speak('file.layer')} {layer.id}", head, text) for head, text in told.items()]
    for source in file.sources:
        found += [
            (f"{speak('sources.source')} {source.id}", head, text) for head, text in source_facts(source, lang).items()
        ]
    return found


def layer_record(layer: Layer) -> dict[str, Any]:
    """A layer for programs, texts in both languages."""
    record: dict[str, Any] = {
        "id": layer.id,
        "title": layer.title._asdict(),
        "question": layer.question._asdict(),
        "unit": layer.unit._asdict(),
        "better": layer.better,
        "direction": both(f"better.{layer.better}")._asdict(),
        "measure": {lang: measured_how(layer, lang) for lang in LANGUAGES},
        "family": layer.family,
        "dimension": layer.dimension,
        "index": layer.index,
        "grade": layer.grade,
        "valid_range": list(layer.valid),
        "measured_levels": list(layer.levels),
        "decimals": layer.decimals,
        "caveat": layer.caveat._asdict(),
        "sources": list(layer.source),
    }
    if layer.floor is not None and layer.base_unit:
        record["floor"] = {"base": layer.floor, "unit": layer.base_unit._asdict()}
    if layer.goalposts:
        posts = layer.goalposts
        record["goalposts"] = {"low": posts.low, "high": posts.high, "log": posts.log, "why": posts.why._asdict()}
    if layer.standard:
        record["standard"] = {"value": layer.standard.value, "who": layer.standard.who._asdict()}
    if layer.words:
        record["words"] = {f"{value:g}": text._asdict() for value, text in layer.words.items()}
    return record


def source_record(source: Card) -> dict[str, Any]:
    """A source for programs, in the words of the Data Package standard, with its terms beside it."""
    return {
        "name": source.id,
        "title": source.title.en,
        "title_th": source.title.th,
        "path": source.url,
        "publisher": source.publisher._asdict(),
        "licence": source.licence,
        "licence_url": source.licence_url,
        "may_redistribute": source.may_redistribute,
        "attribution": source.attribution,
        "retrieved": source.retrieved,
        "period": source.period,
        "measured": source.measured._asdict(),
        "caveat": source.caveat._asdict(),
    }


def record(file: File) -> dict[str, Any]:
    """All that ``about`` says, for programs; goes along inside GeoJSON, GeoParquet and the bulk archive."""
    told = {
        "title": file.title._asdict(),
        "address": file.address,
        "method_version": method_version(),
        "data_collected_until": file.date,
        "cite": {lang: cite(file.title, lang, file.address, file.date) for lang in LANGUAGES},
        "layers": [layer_record(layer) for layer in file.layers],
        "periods": sorted({period for periods in file.years.values() for period in periods}),
        "statuses": {status: {lang: statuses(lang)[status] for lang in LANGUAGES} for status in STATUSES},
        "sources": [source_record(source) for source in file.sources],
        "left_out": list(file.left_out),
        "confirmed_by_the_maker_of_this_file": sorted(file.confirmed & {card.id for card in file.sources}),
    }
    if isinstance(file, Derived):
        told["periods_of_layers"] = file.years
        told["choices"] = dict(file.choices)
        told["columns"] = [{"name": own.name, "means": own.means, "unit": own.unit} for own in file.columns]
    return told
