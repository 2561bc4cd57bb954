"""Several maps on one sheet for print: each under its title, with one key for all where they share their classes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from geo.maps.choropleth import Choropleth, Row
from geo.maps.inks import PAGES, Ink, inks, pattern
from geo.maps.lettering import FONTS, paragraph, quoted, safe, width
from geo.maps.svg import map_alone
from geo.maps.svg_legend import GAP, MAP_HIGH, MAP_WIDE, MARGIN, PAGE, SMALL, Sheet
from geo.words import Say

# How many maps stand in a row, by how many there are.
ACROSS = {1: 1, 2: 2, 3: 3, 4: 2, 5: 3, 6: 3}
MOST_ACROSS = 4
SWATCH, KEY = 28, 12.5


class Panel(NamedTuple):
    """One map of a sheet: its description, the shapes it was made for, what its areas are called, what stands over it,
    and the country around it where it shows a part."""

    drawing: Choropleth
    topology: bytes
    names: Mapping[str, str]
    title: str
    around: bytes | None = None


def board(panels: Sequence[Panel], title: str, told: str, say: Say, sheet: Sheet) -> bytes:
    """Several maps as one SVG, as ``geo.maps.svg.svg`` draws one.

    Parameters
    ----------
    panels : sequence of Panel
    title, told : str
        The heading, and what is said of the classes of all.
    say : the reader's language.
    sheet : Sheet
        ``where``, ``credits``, ``theme``, ``labels``, ``figures`` and ``parents`` count for all maps.

    Raises
    ------
    ValueError
        Without any map; or as ``svg``.
    """
    if not panels:
        raise ValueError("board: there is no map to draw")
    page = PAGES[sheet.theme]
    across = ACROSS.get(len(panels), MOST_ACROSS)
    room = (PAGE - 2 * MARGIN - (across - 1) * GAP) / across
    head, y = paragraph(MARGIN, MARGIN + 20, title, 22, PAGE - 2 * MARGIN, weight=700)
    if sheet.where:
        under, y = paragraph(MARGIN, y - 6, sheet.where, 14, PAGE - 2 * MARGIN, faint=True)
        head += under
    shared = len({_key(panel.drawing) for panel in panels}) == 1
    drawn: list[str] = []
    tiles: dict[str, Ink] = {}
    for first in range(0, len(panels), across):
        lows = [y]
        for at, panel in enumerate(panels[first : first + across]):
            body, low = _panel(panel, first + at, MARGIN + at * (room + GAP), y, room, say, sheet, not shared)
            drawn += body
            lows.append(low)
        y = max(lows) + 14
    for panel in panels:
        tiles |= {ink.name: ink for ink in _fills(panel.drawing, sheet).values() if ink.strokes}
    if shared:
        rows = _rows([panel.drawing for panel in panels])
        body, y = _across(rows, _fills(panels[0].drawing, sheet), y)
        drawn += body
    foot: list[str] = []
    for text, size in ((told, 13.0), *((credit, SMALL) for credit in sheet.credits)):
        more, y = paragraph(MARGIN, y + (6 if size > SMALL else 0), text, size, PAGE - 2 * MARGIN, faint=size == SMALL)
        foot += more
    end = round(y + MARGIN - 8, 1)
    summary = " ".join(panel.drawing.summary.replace("\n", " ") for panel in panels[:1]) if len(panels) == 1 else told
    return "\n".join(
        [
            '<?xml version="1.0" encoding="UTF-8"?>',
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{PAGE}" height="{end:g}" viewBox="0 0 {PAGE} {end:g}" '
            f'lang="{panels[0].drawing.lang}" role="img" aria-labelledby="atlas-title atlas-desc" '
            f'font-family="{FONTS}" fill="{page.ink}" color="{page.ink}">',
            f'<title id="atlas-title">{safe(title)}</title>',
            f'<desc id="atlas-desc">{safe(summary)}</desc>',
            "<defs>",
            *(pattern(ink, "atlas-key-") for _, ink in sorted(tiles.items())),
            "</defs>",
            f'<rect width="{PAGE}" height="{end:g}" fill="{page.paper}"/>',
            *head,
            *drawn,
            *foot,
            "</svg>",
            "",
        ]
    ).encode()


def _panel(
    panel: Panel, number: int, x: float, y: float, room: float, say: Say, sheet: Sheet, keyed: bool
) -> tuple[list[str], float]:
    """One map under its title, with its own key where it shares none, and where it ends."""
    title, top = paragraph(x, y + 14, panel.title, 14, room, weight=600)
    top -= 8
    text = map_alone(panel.drawing, panel.topology, panel.names, say, replace(sheet, around=panel.around)).decode()
    wide, high, box = re.findall(r' (?:width|height|viewBox)="([^"]+)"', text[: text.index(">")])
    scale = min(room / float(wide), room * MAP_HIGH / MAP_WIDE / float(high))
    size = f'width="{float(wide) * scale:.1f}" height="{float(high) * scale:.1f}"'
    at = x + (room - float(wide) * scale) / 2
    # Every map has its own ids: two areas of one code stand on one sheet.
    inner = (
        text[text.index(">") + 1 :].replace('"atlas-', f'"atlas-{number}-').replace("(#atlas-", f"(#atlas-{number}-")
    )
    body = [*title, f'<svg id="atlas-map-{number}" x="{at:.1f}" y="{top:g}" {size} viewBox="{box}">{inner.strip()}']
    low = top + float(high) * scale + 12
    if not keyed:
        return body, low
    fills = _fills(panel.drawing, sheet)
    for row in _rows([panel.drawing]):
        more, low = _item(row, fills, x, low, room - SWATCH - 10)
        body += more
    return body, low


def _key(drawing: Choropleth) -> tuple[object, ...]:
    return (tuple(row.label for row in drawing.rows), drawing.light)


def _rows(drawings: Sequence[Choropleth]) -> list[Row]:
    """The classes, the best known first as in every legend, and every state that one of the maps shows."""
    states = {state.key: state for drawing in drawings for state in drawing.states}
    return [*reversed(drawings[0].rows), *states.values()]


def _fills(drawing: Choropleth, sheet: Sheet) -> dict[str, Ink]:
    return inks(sheet.theme, drawing.light if sheet.theme == "light" else drawing.dark)


def _across(rows: Sequence[Row], fills: Mapping[str, Ink], y: float) -> tuple[list[str], float]:
    """A key that runs along the lines of a page, and where it ends."""
    x, drawn = float(MARGIN), ['<g id="atlas-legend">']
    for row in rows:
        wide = SWATCH + 10 + min(width(row.label, KEY), 420) + 22
        if x > MARGIN and x + wide > PAGE - MARGIN:
            x, y = float(MARGIN), y + 26
        more, _ = _item(row, fills, x, y, 440)
        drawn += more
        x += wide
    return [*drawn, "</g>"], y + 36


def _item(row: Row, fills: Mapping[str, Ink], x: float, y: float, room: float) -> tuple[list[str], float]:
    ink = fills.get(row.key)
    fill = f'fill="{ink.fill("atlas-key-")}"' if ink else 'fill="none" stroke-dasharray="3 2"'
    label, low = paragraph(x + SWATCH + 10, y + 14, row.label, KEY, room)
    swatch = f'<rect x="{x:g}" y="{y + 2:g}" width="{SWATCH}" height="17" rx="3" {fill} stroke="currentColor"/>'
    return [f'<g class="legend-row" data-key={quoted(row.key)}>', swatch, *label, "</g>"], max(low - 6, y + 23)
