"""Dots with their ranges, one line a place: how far each rank moves, as SVG that is as wide as its page."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup, escape

from geo.publish.site.page import markup

LINE, HEAD = 22, 26
# In percent of the width: where names end, where the scale begins and ends.
NAMES, LEFT, RIGHT = 40.0, 42.5, 98.5


class Dot(NamedTuple):
    """One place: its name, and the middle and both ends of its range."""

    name: str
    middle: float
    low: float
    high: float


def intervals(dots: Sequence[Dot], first: float, last: float, title: str) -> Markup:
    """A chart of ranges.

    Parameters
    ----------
    dots : sequence of Dot
        In the order in which they stand, the first on top.
    first, last : float
        Ends of the scale.
    title : str
        What a voice says instead of the drawing; the figures stand in a table beside it.

    Examples
    --------
    >>> drawn = intervals([Dot("Nan", 3, 1, 5)], 1, 5, "Ranks")
    >>> 'x1="42.5%"' in drawn, 'cx="70.5%"' in drawn
    (True, True)
    """

    def at(value: float) -> str:
        share = 0.0 if last == first else (value - first) / (last - first)
        return f"{round(LEFT + (RIGHT - LEFT) * share, 2):g}%"

    high = HEAD + LINE * len(dots) + 6
    ticks = _ticks(first, last)
    body = [
        f'<line class="grid" x1="{at(tick)}" x2="{at(tick)}" y1="{HEAD - 4}" y2="{high}"/>'
        f'<text x="{at(tick)}" y="{HEAD - 10}" text-anchor="middle">{tick:g}</text>'
        for tick in ticks
    ]
    for row, dot in enumerate(dots):
        y = HEAD + LINE * row + LINE // 2
        ends = f'x1="{at(dot.low)}" x2="{at(dot.high)}"'
        body.append(
            f'<text x="{NAMES:g}%" y="{y + 4}" text-anchor="end">{escape(dot.name)}</text>'
            f'<line class="range" {ends} y1="{y}" y2="{y}"/><circle cx="{at(dot.middle)}" cy="{y}" r="4.5"/>'
        )
    head = f'<svg class="intervals" width="100%" height="{high}" role="img" aria-label="{escape(title)}">'
    return markup(f"{head}{''.join(body)}</svg>")


def _ticks(first: float, last: float) -> list[float]:
    """Both ends, and round numbers between them that keep clear of the ends."""
    step = next((size for size in (1, 2, 5, 10, 20, 50) if (last - first) / size <= 6), 100)
    inner = range(int(first // step + 1) * step, int(last), step)
    return [first, *(tick for tick in inner if tick - first >= step * 0.6 and last - tick >= step * 0.6), last]
