"""The printed map's legend and margins: the same rows, counts and histogram as on the screen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geo.maps.choropleth import Choropleth, Row
from geo.maps.colours import Theme
from geo.maps.inks import Ink
from geo.maps.lettering import line, paragraph, quoted
from geo.maps.svg_points import Points, rows
from geo.words import Say, show_number

MARGIN, MAP_WIDE, MAP_HIGH, LEGEND, GAP = 24, 560, 800, 400, 28
PAGE = 2 * MARGIN + MAP_WIDE + GAP + LEGEND
SMALL = 11.5


@dataclass(frozen=True)
class Sheet:
    """What stands around a printed map: what the areas are called, where it is, whom to thank, where it came from.

    ``credits`` are whole lines: source, licence, attribution, address. ``parents`` as in ``geo.maps.paths.flat``.
    ``points`` lie over the areas; so do the outlines of ``over``, which the legend calls ``over_title``.
    Without ``figures`` an area tells its class alone: its value may not be passed on.
    """

    places: str
    where: str = ""
    credits: tuple[str, ...] = ()
    parents: tuple[int, ...] = ()
    around: bytes | None = None
    theme: Theme = "light"
    labels: bool = True
    points: tuple[Points, ...] = ()
    over: bytes | None = None
    over_title: str = ""
    figures: bool = True


def called(drawing: Choropleth) -> str:
    """What a map is called in one line: title, unit where there is one, year."""
    return " ".join(filter(None, (drawing.title, f"({drawing.unit})" if drawing.unit else "", drawing.year)))


def legend(
    drawing: Choropleth, fills: Mapping[str, Ink], say: Say, sheet: Sheet, top: float
) -> tuple[list[str], float]:
    """The legend as SVG beside the map, from the same rows as on the screen, and where it ends."""
    x, right = MARGIN + MAP_WIDE + GAP, PAGE - MARGIN
    drawn = [f'<g id="atlas-legend" aria-label={quoted(say("map.legend"))}>']
    y = top
    if drawing.bars:
        bars, y = _histogram(drawing, sheet, x, y)
        drawn += bars
    y += 20
    drawn += [
        line(x, y, say("map.class"), 12, faint=True),
        line(right - 92, y, sheet.places[:1].upper() + sheet.places[1:], 12, anchor="end", faint=True),
        line(right, y, say("map.people"), 12, anchor="end", faint=True),
        f'<path d="M{x} {y + 6:g}H{right}" stroke="currentColor" stroke-opacity=".35"/>',
    ]
    y += 12
    ends = {0: drawing.ends[0], len(drawing.rows) - 1: drawing.ends[1]} if len(drawing.rows) > 1 else {}
    for i in reversed(range(len(drawing.rows))):
        more, y = _row(drawing.rows[i], fills, x, right, y, ends.get(i, ""))
        drawn += more
    if not drawing.rows:
        more, y = paragraph(x, y + 12, say("map.nothing"), 12.5, LEGEND)
        drawn += more
    for state in drawing.states:
        more, y = _row(state, fills, x, right, y + 2, "")
        drawn += more
    laid, y = rows(sheet.points, sheet.over_title if sheet.over else "", say, x, right, y + 4)
    drawn += laid
    y += 12
    for text in (drawing.how, *drawing.notes):
        if text:
            more, y = paragraph(x, y + 4, text, SMALL, LEGEND, faint=True)
            drawn += more
    return [*drawn, "</g>"], y


def _row(row: Row, fills: Mapping[str, Ink], x: float, right: float, y: float, end: str) -> tuple[list[str], float]:
    ink = fills.get(row.key)
    people = "–" if row.people is None else show_number(row.people)
    told = f'data-areas="{row.areas}" data-people="{"" if row.people is None else row.people}"'
    fill = f'fill="{ink.fill("atlas-key-")}"' if ink else 'fill="none" stroke-dasharray="3 2"'
    name = ink.name if ink else "undrawn"
    label, low = paragraph(x + 38, y + 14, row.label, 12.5, right - x - 38 - 150)
    more, low = paragraph(x + 38, low, end, SMALL, 160, faint=True) if end else ([], low)
    return [
        f'<g class="legend-row {name}" data-key={quoted(row.key)} {told}>',
        f'<rect x="{x}" y="{y + 2:g}" width="28" height="17" rx="3" {fill} stroke="currentColor"/>',
        *label,
        *more,
        line(right - 92, y + 14, show_number(row.areas), 12.5, anchor="end"),
        line(right, y + 14, people, 12.5, anchor="end"),
        "</g>",
    ], max(low - 12, y + 23)


def _histogram(drawing: Choropleth, sheet: Sheet, x: float, y: float) -> tuple[list[str], float]:
    colours = drawing.light if sheet.theme == "light" else drawing.dark
    high, step, most = 54.0, LEGEND / len(drawing.bars), max(1, *(count for _, count in drawing.bars))
    bars = ['<g id="atlas-histogram" stroke="currentColor" stroke-opacity=".35" stroke-width=".5">']
    for i, (number, count) in enumerate(drawing.bars):
        tall = max(1.5, count / most * (high - 4)) if count else 0
        if count:
            bars.append(
                f'<rect x="{x + i * step + 0.5:.1f}" y="{y + high - tall:.1f}" width="{step - 1:.1f}" '
                f'height="{tall:.1f}" fill="{colours[number]}"/>'
            )
    bars += ["</g>", f'<path d="M{x} {y + high:g}h{LEGEND}" stroke="currentColor"/>']
    bars += [line(x, y + high + 14, drawing.span[0], 11.5, faint=True)]
    bars += [line(x + LEGEND, y + high + 14, drawing.span[1], 11.5, anchor="end", faint=True)]
    return bars, y + high + 18
