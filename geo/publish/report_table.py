"""The table of a report: every layer of an area with value, year, status, places, drawings and the sources' numbers."""

from __future__ import annotations

from typing import Any, NamedTuple

import layers
from geo.among import Among, among, past, row_of
from geo.gazetteer import known_level
from geo.labels import label
from geo.layer import DIMENSIONS, Layer
from geo.measure import Measured, latest, measure, periods
from geo.places import parent
from geo.publish.drawings import strip, trend
from geo.words import Say, say, show_number, show_year

# Provision is told by dimension; need and capacity stand apart and are never mixed with it.
GROUPS = (
    *((f"dimension_{name}", "provision", name) for name in DIMENSIONS),
    ("need", "need", ""),
    ("capacity", "capacity", ""),
)


class Line(NamedTuple):
    """One layer as it is told of one area.

    ``place`` is the range of places it may hold among its siblings; ``apart`` the shares of all people who live in
    areas surely worse off and surely better off (``geo.reading``).
    """

    layer: Layer
    measured: Measured
    code: str
    place: tuple[int, int, int] | None
    apart: tuple[float, float] | None
    stands: Among

    @property
    def status(self) -> str:
        return str(self.measured.status[self.code])

    @property
    def value(self) -> float:
        return float(self.measured.values[self.code])

    @property
    def wider(self) -> float | None:
        """The country's value for the same period, where there is one and it means the same: a count does not."""
        layer, period = self.layer, self.measured.period
        if layer.kind in ("count", "amount") or period not in periods(layer.id, "country"):
            return None
        whole = measure(layer.id, "country", period)
        return float(whole.values["TH"]) if whole.status["TH"] == "ok" else None

    @property
    def past(self) -> list[tuple[str, float]]:
        """Periods of the same kind with the values measured in them, oldest first."""
        known, values = past(self.layer.id, self.measured.level, self.measured.period)
        own = values[row_of(self.measured.level, self.code)].tolist()
        return [(period, value) for period, value in zip(known, own, strict=True) if value == value]


def lines(code: str) -> list[Line]:
    """Every layer that can be asked of an area, in the order of the catalogue."""
    level = known_level(code)
    found = []
    for layer in layers.catalogue().values():
        period = latest(layer.id, level)
        if period is None:
            continue
        stands = among(layer.id, level, period)
        own = stands.measured.status.at[code] == "ok" and layer.better != "neither"
        place, apart = (stands.place(code), stands.apart(code)) if own else (None, None)
        found.append(Line(layer, stands.measured, code, place, apart, stands))
    return found


def table(found: list[Line], lang: str, numbers: dict[str, int], title: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    """The layers of one area in groups, and the drawings that stand in the table.

    ``numbers`` holds the number of each source named so far and is added to.
    """
    speak, code = say(lang), found[0].code
    images: dict[str, bytes] = {}
    groups = []
    for key, index, dimension in GROUPS:
        own = [o for o in found if o.layer.index == index and dimension in ("", o.layer.dimension)]
        rows = [_row(line, lang, numbers, images) for line in own]
        if rows:
            groups.append({"title": speak(f"report.{key}"), "rows": rows})
    heads = [speak(f"report.{name}") for name in ("layer", "value", "country", "year")]
    heads += [speak("report.place", siblings=label(parent(code), lang)), speak("report.strip"), speak("report.trend")]
    return {"title": title, "heads": [*heads, speak("report.sources_short")], "groups": groups}, images


def _row(line: Line, lang: str, numbers: dict[str, int], images: dict[str, bytes]) -> dict[str, Any]:
    layer, measured, code, speak = line.layer, line.measured, line.code, say(lang)
    inherited = line.status == "inherited"
    row: dict[str, Any] = {
        "name": layer.short.of(lang),
        "unit": "" if worded(line) else layer.unit.of(lang),
        "value": value_told(line, lang, speak),
        "status": speak(f"status.{line.status.replace(' ', '_')}"),
        "plain": line.status == "ok",
        "inherited": inherited,
        "year": show_year(measured.period, lang),
        "country": country_told(line),
        "place": place_told(line.place, speak),
        "sources": ", ".join(str(numbers.setdefault(source, len(numbers) + 1)) for source in layer.source),
        "strip": "",
        "trend": "",
    }
    beside = line.stands.siblings(code)
    if line.status == "ok" and len(beside) > 1:
        row["strip"] = f"strip-{code}-{layer.id}.svg"
        images[row["strip"]] = strip(beside, line.value, line.wider, layer.better)
    values = [value for _, value in line.past] if line.status == "ok" else []
    if len(values) > 2:
        row["trend"] = f"trend-{code}-{layer.id}.svg"
        images[row["trend"]] = trend(values)
    row["strip_told"] = f"{row['name']}: {row['value']}; {row['place']}"
    row["trend_told"] = f"{row['name']}: " + ", ".join(show_number(value, layer.decimals) for value in values)
    return row


def worded(line: Line) -> bool:
    """Whether a value is not a number to readers but one of a few words, as facts of single authorities are."""
    return line.status == "ok" and line.measured.level == "lao" and line.value in line.layer.words


def value_told(line: Line, lang: str, speak: Say) -> str:
    """The value without its unit, or why there is none."""
    if line.status not in ("ok", "inherited"):
        return speak(f"status.{line.status.replace(' ', '_')}")
    return line.layer.words[line.value].of(lang) if worded(line) else show_number(line.value, line.layer.decimals)


def country_told(line: Line) -> str:
    """The country's value, where it can be held against the area's."""
    return "" if line.wider is None else show_number(line.wider, line.layer.decimals)


def place_told(place: tuple[int, int, int] | None, speak: Say) -> str:
    """The range of places among the siblings; never one place alone where it may be another."""
    if place is None:
        return ""
    first, last, count = place
    key = "area.place_one" if first == last else "area.place_of"
    return speak(key, **({"first": first, "all": count} | ({} if first == last else {"last": last})))
