"""Small charts of an edition as SVG in its own colours: the curve of who has how much, rows of values, the years.

Each is drawn in ``currentColor`` and in classes of ``front/charts.css``, so that it reads in the dark and in print.
What a chart shows stands in words or in a table beside it; ``told`` is what a screen reader says of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

import numpy as np
import pandas as pd
from markupsafe import Markup

from geo.publish.site.page import markup

WIDE, HIGH = 340.0, 300.0
LEFT, RIGHT, TOP, BOTTOM = 44.0, 12.0, 10.0, 44.0
# More points than a reader can tell apart make a page heavy.
POINTS = 200


def _svg(name: str, width: float, height: float, told: str, body: Sequence[str]) -> Markup:
    size = f'viewBox="0 0 {width:g} {height:g}" width="{width:g}" height="{height:g}"'
    head = f'<svg class="chart {name}" {size} role="img" aria-label="{escape(told)}">'
    return markup(head + "".join(body) + "</svg>")


def _text(x: float, y: float, text: str, anchor: str = "middle", turn: bool = False) -> str:
    turned = f' transform="rotate(-90 {x:g} {y:g})"' if turn else ""
    return f'<text x="{x:g}" y="{y:g}" text-anchor="{anchor}"{turned}>{escape(text)}</text>'


def _frame(across: str, up: str, ticks: Sequence[tuple[float, str]]) -> list[str]:
    """Axes of a curve over 0 to 100 % of the people; ``ticks`` are heights from 0 to 1 with what they are called."""
    floor, end = HIGH - BOTTOM, WIDE - RIGHT
    body = [f'<path class="axis" d="M{LEFT:g} {TOP:g}V{floor:g}H{end:g}"/>']
    for share in (0, 50, 100):
        x = LEFT + (end - LEFT) * share / 100
        body.append(_text(x, floor + 16, str(share), "end" if share == 100 else "middle"))
    for height, text in ticks:
        y = floor - (floor - TOP) * height
        body.append(f'<path class="grid" d="M{LEFT:g} {y:.1f}H{end:g}"/>' + _text(LEFT - 5, y + 4, text, "end"))
    body.append(_text((LEFT + end) / 2, HIGH - 8, across))
    return [*body, _text(11, (TOP + floor) / 2, up, turn=True)] if up else body


def curve(table: pd.DataFrame, stepped: bool, told: str, across: str, up: str, ends: tuple[str, str]) -> Markup:
    """A curve over the people.

    Parameters
    ----------
    table : DataFrame with ``start``, ``end`` (percent of the people) and ``height``
        As ``geo.fairness.curve.curve`` gives it.
    stepped : bool
        Values themselves, drawn as steps between the lowest and the highest; else shares from 0 to 100 %, with the line
        on which all have alike.
    told, across, up : str
        What the chart shows; what its two axes count.
    ends : tuple of str
        What stands at the bottom and at the top of the upright axis.
    """
    x, y = table["end"].to_numpy(dtype=float), table["height"].to_numpy(dtype=float)
    low, high = (float(min(0.0, y.min())), float(y.max())) if stepped else (0.0, 100.0)
    span = high - low or 1.0
    across_to = LEFT + (WIDE - RIGHT - LEFT) * np.concatenate([[0.0], x]) / 100
    first = y[0] if stepped else 0.0
    floor = HIGH - BOTTOM
    up_to = floor - (floor - TOP) * (np.concatenate([[first], y]) - low) / span
    kept = np.unique(np.linspace(0, len(across_to) - 1, min(POINTS, len(across_to))).round().astype(int))
    path = [f"M{across_to[0]:.1f} {up_to[0]:.1f}"]
    for at in kept[1:]:
        path.append(f"V{up_to[at]:.1f}H{across_to[at]:.1f}" if stepped else f"L{across_to[at]:.1f} {up_to[at]:.1f}")
    body = _frame(across, up, [(0.0, ends[0]), (1.0, ends[1])])
    if not stepped:
        start, end = f"M{LEFT:g} {floor:g}", f"L{WIDE - RIGHT:g} {TOP:g}"
        line = "".join(path)
        body.append(f'<path class="even" d="{start}{end}"/><path class="area" d="{line}{start.replace("M", "L")}Z"/>')
    return _svg("curve", WIDE, HIGH, told, [*body, f'<path class="line" d="{"".join(path)}"/>'])


def years(values: Sequence[float], periods: Sequence[str], shown: Sequence[str], told: str) -> Markup:
    """A number over the years from the oldest to the newest; ``shown`` is each as it is printed; NaN leaves a gap."""
    known = np.array(values, dtype=float)
    low, high = min(0.0, float(np.nanmin(known))), float(np.nanmax(known))
    width, height, floor = 340.0, 150.0, 118.0
    xs = np.linspace(34, width - 34, len(known))
    ys = floor - 88 * (known - low) / (high - low or 1.0)
    body, pen = [f'<path class="axis" d="M14 {floor:g}H{width - 14:g}"/>'], "M"
    path = ""
    for x, y in zip(xs, ys, strict=True):
        path += "" if np.isnan(y) else f"{pen}{x:.1f} {y:.1f}"
        pen = "M" if np.isnan(y) else "L"
    body.append(f'<path class="line" d="{path}"/>')
    # Names of years would lie over each other where there are many.
    every = -(-len(known) // 5)
    for at, (x, y) in enumerate(zip(xs, ys, strict=True)):
        body.append("" if np.isnan(y) else f'<circle class="dot" cx="{x:.1f}" cy="{y:.1f}" r="3.5"/>')
        if (len(known) - 1 - at) % every == 0:
            body.append(_text(x, floor + 18, periods[at]))
            body.append("" if np.isnan(y) else _text(x, y - 9, shown[at]))
    return _svg("years", width, height, told, body)


def spark(values: Sequence[float]) -> Markup:
    """A number over time in the size of a word, the newest marked; what it says stands beside it."""
    known = np.array(values, dtype=float)
    low, span = float(known.min()), float(np.ptp(known)) or 1.0
    xs = np.linspace(4, 60, len(known))
    ys = 17 - 14 * (known - low) / span if np.ptp(known) else np.full(len(known), 10.0)
    points = " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, ys, strict=True))
    dot = f'<circle class="dot" cx="{xs[-1]:.1f}" cy="{ys[-1]:.1f}" r="2.5"/>'
    return markup(
        f'<svg class="spark" viewBox="0 0 64 20" width="64" height="20" aria-hidden="true" focusable="false">'
        f'<polyline class="line" points="{points}"/>{dot}</svg>'
    )


class Scale:
    """One scale for the rows of a table; the better end lies on the right.

    Examples
    --------
    >>> Scale(0, 10, "lower").at(10)
    4.0
    """

    def __init__(self, low: float, high: float, better: str) -> None:
        self._low, self._high, self._turned = low, high, better == "lower"

    def at(self, value: float) -> float:
        """Where a value lies, from 4 to 136."""
        span = self._high - self._low
        share = 0.5 if span <= 0 else float(np.clip((value - self._low) / span, 0, 1))
        return round(4 + 132 * (1 - share if self._turned else share), 1)

    def row(self, value: float, low: float, high: float) -> Markup:
        """A value as a dot, with the range in which it lies as a bar where one is known; the table tells the same."""
        bar = ""
        if np.isfinite(low) and np.isfinite(high):
            ends = sorted((self.at(low), self.at(high)))
            bar = f'<path class="bar" d="M{ends[0]:g} 9H{ends[1]:g}"/>'
        return markup(
            '<svg class="row" viewBox="0 0 140 18" width="140" height="18" aria-hidden="true" focusable="false">'
            f'<path class="grid" d="M4 9H136"/>{bar}<circle class="dot" cx="{self.at(value):g}" cy="9" r="4"/></svg>'
        )
