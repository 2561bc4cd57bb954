"""The data dictionary of an edition: every layer with its meaning and limits, and those left out with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import layers
from geo import cards
from geo.layer import FAMILIES, Layer
from geo.measure import STATUSES, latest, measure, periods
from geo.places import places
from geo.publish.meaning import definition
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.plan import Plan
from geo.reading import STATUS_KEYS
from geo.words import Say, say, show_number, show_year


def jobs(plan: Plan) -> Iterable[Job]:
    """The dictionary in each language."""
    yield Job(_write, (plan,))


def years(layer: Layer, level: str, lang: str) -> str:
    """The years and the quarters in which a layer can be told: without a gap as a span, else with how many there are.

    Examples
    --------
    >>> import layers
    >>> years(layers.catalogue()["gpp_per_person"], "province", "en")
    '2016–2020'
    """
    known = periods(layer.id, level)
    told = []
    for same in ([one for one in known if "Q" not in one], [one for one in known if "Q" in one]):
        names = [show_year(one, lang) for one in same]
        if len(same) < 3:
            told += names
            continue
        counts = [int(one[:4]) * 4 + (int(one[-1]) if "Q" in one else 0) for one in same]
        whole = (counts[-1] - counts[0]) // (1 if "Q" in same[0] else 4) == len(same) - 1
        kind = "quarters" if "Q" in same[0] else "years"
        key = "edition_layers.all_years" if whole else f"edition_layers.some_{kind}"
        told.append(say(lang)(key, first=names[0], last=names[-1], count=len(same)))
    return ", ".join(told)


def levels(layer: Layer, plan: Plan, lang: str) -> list[dict[str, Any]]:
    """At which levels a layer is measured: its years there, and how many places of the edition have which status."""
    speak, told = say(lang), []
    for level in layer.levels:
        period = latest(layer.id, level)
        if period is None:
            continue
        within = None if level in ("country", "region") else plan.within
        measured = measure(layer.id, level, period)
        codes = places(level, within).index
        status = measured.status.reindex(codes)
        counts = [(speak(STATUS_KEYS[one]), int((status == one).sum())) for one in STATUSES]
        if level == "lao" and layer.words:
            # What single authorities have or lack is told in words: how many of each, not only how many were asked.
            values = measured.values.reindex(codes)
            counts = [(text.of(lang), int((values == value).sum())) for value, text in layer.words.items()] + counts[1:]
        told.append(
            {
                "level": speak(f"level.{level}"),
                "years": years(layer, level, lang),
                "year": show_year(period, lang),
                "all": show_number(len(status)),
                "statuses": [(text, show_number(count)) for text, count in counts if count],
            }
        )
    return told


def left_out(lang: str) -> list[tuple[str, str]]:
    """Layers that are not in this edition, each with the reason."""
    speak, told = say(lang), []
    for layer, reason in layers.left_out().values():
        waiting = [cards.card(one) for one in layer.source if one in cards.cards() and not cards.allowed(one)]
        if waiting:
            names = "; ".join(f"{card.title.of(lang)} ({card.publisher.of(lang)})" for card in waiting)
            told.append((layer.title.of(lang), speak("edition_layers.must_ask", sources=names)))
        else:
            told.append((layer.title.of(lang), reason.of(lang)))
    return told


def entry(layer: Layer, plan: Plan, lang: str) -> dict[str, Any]:
    """What the dictionary says of one layer."""
    speak = say(lang)
    at = levels(layer, plan, lang)
    facts = dict(definition(layer, lang))
    # They stand in the heading and in the line below it.
    for key in ("file.layer", "file.question"):
        facts.pop(speak(key))
    measured = "; ".join(f"{one['level']} ({one['years']})" for one in at)
    first = {
        speak("edition_layers.dimension"): speak(f"report.dimension_{layer.dimension}"),
        speak("edition_layers.role"): speak(f"report.index_{layer.index}"),
        speak("edition_layers.measured_at"): measured,
    }
    if not layer.standard:
        facts[speak("sources.standard")] = speak("edition_layers.no_standard")
    return {
        "id": layer.id,
        "title": layer.title.of(lang),
        "question": layer.question.of(lang),
        "facts": list((first | facts).items()),
        "sources": [(one, cards.card(one).title.of(lang)) for one in layer.source],
        "path": f"{lang}/layer/{layer.id}.html",
    }


def families(plan: Plan, lang: str) -> list[dict[str, Any]]:
    """All layers of the edition, family by family."""
    speak = say(lang)
    known = layers.catalogue().values()
    grouped = [(family, [layer for layer in known if layer.family == family]) for family in FAMILIES]
    return [
        {"id": family, "name": speak(f"family.{family}"), "layers": [entry(layer, plan, lang) for layer in held]}
        for family, held in grouped
        if held
    ]


def _write(plan: Plan) -> Iterator[tuple[str, Content]]:
    sources = tuple(dict.fromkeys(source for layer in layers.catalogue().values() for source in layer.source))
    for lang in plan.langs:
        speak: Say = say(lang)
        told = {
            "families": families(plan, lang),
            "left": left_out(lang),
            "count": show_number(len(layers.catalogue())),
        }
        title, tells = speak("edition_layers.title"), speak("edition_layers.tells")
        yield f"{lang}/layers.html", Page(lang, "layers.html", title, tells, told, sources, menu="layers")
