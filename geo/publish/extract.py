"""What a reader takes away: layers on the places in view, as one long table, with the sources that it rests on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from geo import cards
from geo.cards import Card
from geo.labels import label
from geo.layer import Layer
from geo.measure import Measured, latest, measure, periods
from geo.places import ancestors, level_of, offices
from geo.publish.made import data_date, method_version
from geo.publish.origin import origin, place_rows
from geo.words import Text, say, show_year

PLACE_COLUMNS = ("level", "code", "name_th", "name_en", "province_code", "province_th", "province_en", "district_code")
VALUE_COLUMNS = (
    *("layer", "layer_title", "period", "period_th", "value", "unit", "status", "class"),
    *("base", "low", "high", "note", "source", "licence", "terms"),
)
MADE_COLUMNS = ("attribution", "method_version", "address")
NUMBERS = ("value", "base", "low", "high")
# What every row of a layer says alike beside its unit, source and terms; a light file says it once.
ALIKE = ("licence", *MADE_COLUMNS)


class Part(NamedTuple):
    """One layer at one level in one period, on the places that are in view and no others.

    ``classes`` are the classes in which the reader's legend puts them, in the same order; empty where there is no map.
    """

    measured: Measured
    codes: tuple[str, ...]
    classes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Extract:
    """A file to be: its parts, what it is called, which address shows the same, whose permission is confirmed.

    ``confirmed`` names sources whose publishers ask to be asked and were; ``shapes`` tells that outlines go along,
    ``light`` that these are the light ones of the country's map, and that what is alike in all rows of a layer stands
    once: in the first row of a CSV, in the ``metadata`` of a GeoJSON. ``left_out`` names layers that could not be
    passed on.
    """

    name: str
    title: Text
    parts: tuple[Part, ...]
    address: str
    lang: str
    confirmed: frozenset[str] = frozenset()
    shapes: bool = False
    left_out: tuple[str, ...] = ()
    light: bool = False

    @property
    def layers(self) -> list[Layer]:
        """Every layer of the file once, in order."""
        return list({part.measured.layer.id: part.measured.layer for part in self.parts}.values())

    @property
    def years(self) -> dict[str, list[str]]:
        """The periods of each layer, the newest first."""
        found: dict[str, set[str]] = {}
        for part in self.parts:
            found.setdefault(part.measured.layer.id, set()).add(part.measured.period)
        return {layer: sorted(own, reverse=True) for layer, own in found.items()}

    @property
    def choices(self) -> tuple[tuple[str, str], ...]:
        """What was chosen beyond layer, places and period: nothing."""
        return ()

    @property
    def empty(self) -> bool:
        """Whether nothing of it may be passed on."""
        return not self.parts

    @property
    def has_places(self) -> bool:
        """Whether each row is a place, so that it can be drawn: always."""
        return True

    @property
    def sources(self) -> list[Card]:
        """The cards of all that the file holds: of its layers, of its names, and of its outlines."""
        return [cards.card(source) for source in sources_of(self.parts, self.shapes)]

    @property
    def date(self) -> str:
        """The day on which its newest source was collected."""
        return data_date(card.id for card in self.sources)


def sources_of(parts: Iterable[Part], shapes: bool) -> list[str]:
    """Ids of the sources behind some parts: of the layers, of the names, and of the outlines that go along."""
    used: dict[str, None] = {}
    for part in parts:
        used |= dict.fromkeys(part.measured.layer.source)
        used["lao" if part.measured.level == "lao" else "places"] = None
    return [*used, *(["boundaries"] if shapes and "boundaries" not in used else [])]


def of_view(
    layer: str,
    level: str,
    period: str,
    codes: Sequence[str],
    address: str,
    lang: str,
    where: str = "",
    confirmed: frozenset[str] = frozenset(),
) -> Extract:
    """One layer as a map shows it: the places of the view alone, in the order given.

    Examples
    --------
    >>> of_view("airports_scheduled", "province", "2026", ["50"], "/?layer=airports_scheduled", "en").name
    'airports_scheduled-province-2026'
    """
    measured = measure(layer, level, period)
    title = Text(*(_title(measured, where, lang) for lang in ("th", "en")))
    name = "-".join(filter(None, (layer, level, measured.period, where.replace(",", "_"))))
    return Extract(name, title, (Part(measured, tuple(codes)),), address, lang, confirmed)


def _title(measured: Measured, where: str, lang: str) -> str:
    speak = say(lang)
    told = [measured.layer.title.of(lang), speak(f"level.{measured.level}"), called(where, lang)]
    return " · ".join([*told, show_year(measured.period, lang)])


def called(where: str, lang: str) -> str:
    """What a place, an office or a list of provinces is called; the whole country where nothing is said.

    Examples
    --------
    >>> called("northeast", "en"), called("50,51", "en"), called("", "en")
    ('Northeast', 'Chiang Mai, Lamphun', 'Whole country')
    """
    if not where:
        return say(lang)("choose.country")
    if where in offices():
        return offices()[where].name_th if lang == "th" else offices()[where].name_en
    return ", ".join(label(code, lang, full=True) for code in where.split(","))


def of_area(code: str, layers: Iterable[str], address: str, lang: str, alone: bool = False) -> Extract:
    """Everything that is known of one area: all layers in all their periods, and the areas around it for the same.

    ``alone`` leaves the areas around it out.
    """
    parts = []
    for layer in layers:
        for around in (code, *(() if alone else ancestors(code))):
            level = level_of(around)
            wanted = periods(layer, level) if around == code else [latest(layer, level)]
            parts += [Part(measure(layer, level, period), (around,)) for period in wanted if period is not None]
    title = Text(label(code, "th", full=True), label(code, "en", full=True))
    return Extract(f"area-{code}", title, tuple(parts), address, lang)


def of_comparison(
    layers: Iterable[str], level: str, codes: Sequence[str], chosen: tuple[str, str, str], address: str, lang: str
) -> Extract:
    """Layers side by side on chosen areas, with what these lie in and the country.

    ``chosen`` is the layer that the reader looks at, its period, and the earlier one from which change is told (or
    ""); the other layers are given for the period that each shows first.
    """
    first, now, since = chosen
    wider = dict.fromkeys(code for own in codes for code in ancestors(own))
    parts = []
    for layer in dict.fromkeys([*layers, first]):
        wanted = [now, since] if layer == first else [latest(layer, level) or ""]
        for period in filter(None, wanted):
            parts.append(Part(measure(layer, level, period), tuple(codes)))
            around = [code for code in wider if period in periods(layer, level_of(code))]
            parts += [Part(measure(layer, level_of(code), period), (code,)) for code in around]
    title = Text(*(", ".join(label(code, lang, full=True) for code in codes) for lang in ("th", "en")))
    return Extract("-".join(["compare", *codes]), title, tuple(parts), address, lang)


def rows(extract: Extract) -> pd.DataFrame:
    """The file as one long table: a row per place, layer and period.

    Returns
    -------
    DataFrame
        ``PLACE_COLUMNS``, ``VALUE_COLUMNS`` and ``MADE_COLUMNS``; codes and statuses are text, the four ``NUMBERS`` are
        floats, NaN exactly where there is nothing to say. Missing is told by ``status``, never by a number.
    """
    columns = [*PLACE_COLUMNS, *VALUE_COLUMNS, *MADE_COLUMNS]
    if not extract.parts:
        return pd.DataFrame(columns=columns)
    # A file of one area has hundreds of parts of one row: columns are gathered as lists and made a table once.
    gathered: dict[str, list[object]] = {name: [] for name in columns}
    same = {layer.id: _of_layer(layer, extract.lang) for layer in extract.layers}
    state = cards.data_folder(), cards.terms()
    for part in extract.parts:
        who = _who(part.measured.level, part.codes, *state)
        for name, values in (who | _told(part, extract.lang, same[part.measured.layer.id])).items():
            gathered[name] += values
    count = len(gathered["code"])
    gathered["method_version"], gathered["address"] = [method_version()] * count, [extract.address] * count
    kinds = {name: np.array(gathered[name], dtype=float) for name in NUMBERS}
    return pd.DataFrame(gathered | kinds)


@lru_cache(maxsize=64)
def _who(level: str, codes: tuple[str, ...], folder: Path, terms: cards.Terms) -> dict[str, list[str]]:
    table = place_rows(level, codes)
    return {str(name): table[name].tolist() for name in table}


def _told(part: Part, lang: str, of_layer: Mapping[str, str]) -> dict[str, list[Any]]:
    """What one part says, by column, a row per place."""
    measured = part.measured
    status = _picked(measured.status, part.codes)
    same = {"period": measured.period, "period_th": show_year(measured.period, "th")}
    told: dict[str, list[Any]] = {name: [text] * len(status) for name, text in (same | dict(of_layer)).items()}
    told["status"] = status
    told["class"] = list(part.classes) or [""] * len(status)
    told["note"] = _picked(measured.note_th if lang == "th" else measured.note, part.codes)
    for name in NUMBERS:
        series = measured.values if name == "value" else getattr(measured, name)
        numbers = _picked(series, part.codes)
        if name != "base":
            shown = zip(numbers, status, strict=True)
            numbers = [number if word in ("ok", "inherited") else np.nan for number, word in shown]
        told[name] = numbers
    return told


def _picked(series: pd.Series, codes: Sequence[str]) -> list[Any]:
    """The values of some places; of one alone without going through all others."""
    if len(codes) == 1:
        return [series.at[codes[0]]]
    return list(series.to_numpy()[series.index.get_indexer(pd.Index(codes))].tolist())


def _of_layer(layer: Layer, lang: str) -> dict[str, str]:
    """What every row of a layer says alike."""
    told = {"layer": layer.id, "layer_title": layer.title.of(lang), "unit": layer.unit.of(lang)}
    return told | origin(cards.card(source) for source in layer.source)
