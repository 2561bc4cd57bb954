"""The sheet of an area as a page tells it: every layer with value, status, year, base, places, country and drawings."""

from __future__ import annotations

from typing import Any, NamedTuple

from markupsafe import Markup

from geo.publish.drawings import Inks, strip, trend
from geo.publish.report_table import GROUPS, Line, country_told, lines, place_told, value_told, worded
from geo.publish.site.page import markup
from geo.words import Say, say, show_number, show_year

# Colours of the page, light or dark.
INKS = Inks("var(--spot)", "var(--line)", "var(--faint)", "var(--ink)", "var(--paper)")


class Drawn(NamedTuple):
    """One layer of an area with its drawings; they hold no words and serve every language."""

    line: Line
    strip: Markup
    trend: Markup
    past: list[tuple[str, float]]


def drawn(code: str) -> list[Drawn]:
    """Every layer that can be asked of an area."""
    return [_drawn(line) for line in lines(code)]


def _drawn(line: Line) -> Drawn:
    if line.status != "ok":
        return Drawn(line, markup(""), markup(""), [])
    beside, past = line.stands.siblings(line.code), line.past
    among = strip(beside, line.value, line.wider, line.layer.better, INKS) if len(beside) > 1 else b""
    over = trend([value for _, value in past], INKS) if len(past) > 2 else b""
    return Drawn(line, inline(among), inline(over), past if over else [])


def inline(svg: bytes, about: str = 'aria-hidden="true"') -> Markup:
    """A drawing set into a page; the cells beside it say what it shows."""
    return markup(svg.decode().strip().replace(' xmlns="http://www.w3.org/2000/svg"', f" {about}", 1))


def groups(found: list[Drawn], lang: str, numbers: dict[str, int]) -> list[dict[str, Any]]:
    """The rows of the sheet in the groups of the report; ``numbers`` holds that of each source and is added to."""
    speak, told = say(lang), []
    for key, index, dimension in GROUPS:
        own = [one for one in found if one.line.layer.index == index and dimension in ("", one.line.layer.dimension)]
        if own:
            told.append({"title": speak(f"report.{key}"), "rows": [_row(one, lang, speak, numbers) for one in own]})
    return told


def _row(one: Drawn, lang: str, speak: Say, numbers: dict[str, int]) -> dict[str, Any]:
    line, layer = one.line, one.line.layer
    status = line.status
    base = float(line.measured.base[line.code])
    based = status in ("ok", "too few") and layer.base_unit is not None and base == base
    return {
        "id": layer.id,
        "name": layer.short.of(lang),
        "unit": "" if worded(line) else layer.unit.of(lang),
        "value": value_told(line, lang, speak) if status in ("ok", "inherited") else "",
        "own": status == "ok",
        "status": speak(f"status.{status.replace(' ', '_')}"),
        "year": show_year(line.measured.period, lang),
        "base": f"{show_number(base)} {layer.base_unit.of(lang)}" if based and layer.base_unit else "",
        "place": place_told(line.place, speak),
        "country": country_told(line),
        "strip": one.strip,
        "trend": one.trend,
        "past": _past_told(one, lang, speak),
        "sources": [(numbers.setdefault(source, len(numbers) + 1), source) for source in layer.source],
    }


def _past_told(one: Drawn, lang: str, speak: Say) -> tuple[str, ...]:
    """The first and the last value of a trend, and their years, beside its drawing."""
    if not one.past:
        return ()
    (first, start), (last, end) = one.past[0], one.past[-1]
    decimals = one.line.layer.decimals
    values = {"start": show_number(start, decimals), "end": show_number(end, decimals)}
    years = {"first": show_year(first, lang), "last": show_year(last, lang)}
    return speak("edition_place.trend_values", **values), speak("edition_place.trend_years", **years)
