"""The table of a report: every layer of an area with value, year, status, places, drawings and the sources' numbers."""

from __future__ import annotations

from typing import Any, NamedTuple

import layers
from geo.gazetteer import known_level
from geo.labels import label
from geo.layer import DIMENSIONS, Layer
from geo.measure import Measured, latest, measure, periods
from geo.places import parent, places
from geo.publish.drawings import strip, trend
from geo.reading import position, shares_apart
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

    @property
    def status(self) -> str:
        return str(self.measured.status[self.code])


def lines(code: str) -> list[Line]:
    """Every layer that can be asked of an area, in the order of the catalogue."""
    level = known_level(code)
    siblings = places(level, parent(code)).index
    found = []
    for layer in layers.catalogue().values():
        period = latest(layer.id, level)
        if period is None:
            continue
        measured = measure(layer.id, level, period)
        own = measured.status[code] == "ok" and layer.better != "neither"
        place = position(measured, code, siblings) if own else None
        apart = shares_apart(measured, code, measured.values.index) if own else None
        found.append(Line(layer, measured, code, place, apart))
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
        "unit": "" if _worded(line) else layer.unit.of(lang),
        "value": _value(line, lang, speak),
        "status": speak(f"status.{line.status.replace(' ', '_')}"),
        "plain": line.status == "ok",
        "inherited": inherited,
        "year": show_year(measured.period, lang),
        "country": _country(layer, measured.period),
        "place": _places(line.place, speak),
        "sources": ", ".join(str(numbers.setdefault(source, len(numbers) + 1)) for source in layer.source),
        "strip": "",
        "trend": "",
    }
    siblings = places(measured.level, parent(code)).index
    among = measured.values[siblings][measured.status[siblings] == "ok"]
    if line.status == "ok" and len(among) > 1:
        wider = _wider(layer, measured.period)
        row["strip"] = f"strip-{code}-{layer.id}.svg"
        images[row["strip"]] = strip(among.tolist(), float(measured.values[code]), wider, layer.better)
    past = _past(line) if line.status == "ok" else []
    if len(past) > 2:
        row["trend"] = f"trend-{code}-{layer.id}.svg"
        images[row["trend"]] = trend(past)
    row["strip_told"] = f"{row['name']}: {row['value']}; {row['place']}"
    row["trend_told"] = f"{row['name']}: " + ", ".join(show_number(value, layer.decimals) for value in past)
    return row


def _worded(line: Line) -> bool:
    return (
        line.status == "ok"
        and line.measured.level == "lao"
        and float(line.measured.values[line.code]) in line.layer.words
    )


def _value(line: Line, lang: str, speak: Say) -> str:
    if line.status not in ("ok", "inherited"):
        return speak(f"status.{line.status.replace(' ', '_')}")
    value = float(line.measured.values[line.code])
    return line.layer.words[value].of(lang) if _worded(line) else show_number(value, line.layer.decimals)


def _wider(layer: Layer, period: str) -> float | None:
    """The country's value for the same period, where there is one and it means the same: a count does not."""
    if layer.kind in ("count", "amount") or period not in periods(layer.id, "country"):
        return None
    whole = measure(layer.id, "country", period)
    return float(whole.values["TH"]) if whole.status["TH"] == "ok" else None


def _country(layer: Layer, period: str) -> str:
    value = _wider(layer, period)
    return "" if value is None else show_number(value, layer.decimals)


def _places(place: tuple[int, int, int] | None, speak: Say) -> str:
    if place is None:
        return ""
    first, last, count = place
    key = "area.place_one" if first == last else "area.place_of"
    return speak(key, **({"first": first, "all": count} | ({} if first == last else {"last": last})))


def _past(line: Line) -> list[float]:
    """Values of the same kind of period, oldest first."""
    level, period = line.measured.level, line.measured.period
    same = [p for p in periods(line.layer.id, level) if ("Q" in p) == ("Q" in period)]
    told = [measure(line.layer.id, level, p) for p in same]
    return [float(m.values[line.code]) for m in told if m.status[line.code] == "ok"]
