"""Points and outlines over a printed map, in the same shapes and colours as on the screen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.maps.inks import Page
from geo.maps.lettering import line, paragraph, quoted, safe
from geo.maps.paths import UNITS, Frame, flat_of, mercator
from geo.words import Say, show_number

# As in front/points.js, in the order in which a reader chose the kinds; a test holds the two together.
SHAPES = ("circle", "square", "triangle", "diamond", "cross")
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00")
# Pixels of the square in which points are gathered: on paper nobody zooms in, so it is smaller than on the screen.
CELL = 26.0

# Corners of the shapes that have some, in parts of their size.
CORNERS: dict[str, tuple[tuple[float, float], ...]] = {
    "square": ((-0.85, -0.85), (0.85, -0.85), (0.85, 0.85), (-0.85, 0.85)),
    "triangle": ((0, -1.1), (1, 0.8), (-1, 0.8)),
    "diamond": ((0, -1.2), (1.1, 0), (0, 1.2), (-1.1, 0)),
    "cross": (
        *((-0.4, -1.1), (0.4, -1.1), (0.4, -0.4), (1.1, -0.4), (1.1, 0.4), (0.4, 0.4)),
        *((0.4, 1.1), (-0.4, 1.1), (-0.4, 0.4), (-1.1, 0.4), (-1.1, -0.4), (-0.4, -0.4)),
    ),
}


class Points(NamedTuple):
    """One kind of point to lay over a map: ``lat`` and ``lon``, and ``value`` where one stands for several things."""

    title: str
    table: pd.DataFrame


class Group(NamedTuple):
    """Points that stand so close that one mark tells them: where (pixels of the frame), and how many things."""

    x: float
    y: float
    things: int


def gathered(table: pd.DataFrame, on: Frame, cell: float = CELL) -> list[Group]:
    """Points inside a frame, those of one square as one group at their middle.

    Examples
    --------
    >>> at = pd.DataFrame({"lat": [13.7, 13.7], "lon": [100.5, 100.5]})
    >>> [group.things for group in gathered(at, Frame(0.0, 0.0, 1000.0, 1000.0, 1000.0))]
    [2]
    """
    placed = table.dropna(subset=["lat", "lon"])
    at = (mercator(placed[["lon", "lat"]].to_numpy(dtype=float)) - [on.left, on.top]) * on.zoom
    inside = (at >= 0).all(axis=1) & (at <= [on.width, on.height]).all(axis=1)
    things = placed["value"].to_numpy() if "value" in placed else np.ones(len(placed))
    squares: dict[tuple[int, int], list[int]] = defaultdict(list)
    for i in np.flatnonzero(inside).tolist():
        squares[int(at[i, 0] // cell), int(at[i, 1] // cell)].append(i)
    return [
        Group(float(at[held, 0].mean()), float(at[held, 1].mean()), int(things[held].sum()))
        for held in squares.values()
    ]


def drawn_points(sets: Sequence[Points], on: Frame) -> list[str]:
    """All kinds of points as SVG in the units of the map; a group of several bears their number."""
    drawn = []
    for position, points in enumerate(sets):
        look = f'fill="{COLOURS[position % len(COLOURS)]}" stroke="#ffffff" stroke-width="{1.2 * UNITS:g}"'
        drawn.append(f'<g class="atlas-points" data-title={quoted(points.title)} {look}>')
        texts = []
        for group in gathered(points.table, on):
            x, y = group.x * UNITS, group.y * UNITS
            if group.things == 1:
                drawn.append(mark(position, x, y, 4.0 * UNITS))
                continue
            radius = min(13.0, 5.5 + group.things**0.5) * UNITS
            drawn.append(f'<circle cx="{x:.0f}" cy="{y:.0f}" r="{radius:.0f}"/>')
            told = "999+" if group.things > 999 else str(group.things)
            texts.append(f'<text x="{x:.0f}" y="{y + 3 * UNITS:.0f}">{told}</text>')
        lettering = f'fill="#ffffff" stroke="none" font-size="{8.5 * UNITS:g}" font-weight="600" text-anchor="middle"'
        drawn += ["</g>", f"<g {lettering}>", *texts, "</g>"]
    return drawn


def mark(position: int, x: float, y: float, size: float) -> str:
    """The mark of the kind of point that was chosen at a position."""
    shape = SHAPES[position % len(SHAPES)]
    if shape == "circle":
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}"/>'
    path = "L".join(f"{x + across * size:.1f} {y + down * size:.1f}" for across, down in CORNERS[shape])
    return f'<path d="M{path}Z"/>'


def outlines(topology: bytes, on: Frame, page: Page) -> str:
    """Outlines of other areas over the map, points where none is known."""
    ground = flat_of(topology, on)
    lines = "".join(ground.borders.values())
    dots = "".join(f'<circle cx="{x}" cy="{y}" r="{3 * UNITS}"/>' for x, y in ground.dots.values())
    look = f'fill="none" stroke="{page.ink}" stroke-width="{1.3 * UNITS:g}" stroke-dasharray="{4 * UNITS} {2 * UNITS}"'
    return f'<g id="atlas-over" {look}><path d="{lines}"/>{dots}</g>'


def rows(sets: Sequence[Points], over: str, say: Say, x: float, right: float, y: float) -> tuple[list[str], float]:
    """What lies over the map, as lines of the legend, and where they end."""
    drawn: list[str] = []
    for position, points in enumerate(sets):
        things = int(points.table["value"].sum()) if "value" in points.table else len(points.table)
        look = f'fill="{COLOURS[position % len(COLOURS)]}" stroke="#ffffff"'
        label, low = paragraph(x + 38, y + 14, points.title, 12.5, right - x - 38 - 80)
        drawn += [
            f'<g class="legend-points" data-things="{things}"><g {look}>{mark(position, x + 14, y + 10, 6.0)}</g>',
            *label,
            line(right, y + 14, show_number(things), 12.5, anchor="end"),
            "</g>",
        ]
        y = max(low - 12, y + 23)
    if over:
        look = 'fill="none" stroke="currentColor" stroke-width="1.3" stroke-dasharray="4 2"'
        label, low = paragraph(x + 38, y + 14, over, 12.5, right - x - 38)
        drawn += [f'<g class="legend-over"><path d="M{x} {y + 10:g}h28" {look}/>', *label, "</g>"]
        y = max(low - 12, y + 23)
    return ([f"<g><title>{safe(say('map.points'))}</title>", *drawn, "</g>"] if drawn else []), y
