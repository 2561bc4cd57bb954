"""Charts of the readiness screen: an area's profile with its ranges, and how far ranks move."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from geo.readiness import Assessed
from geo.standing import node_title
from geo.words import Say, show_number
from pages.parts.charts import BEFORE, MARKED, OTHER, plain

ROW = 46


def profile(found: Assessed, code: str, other: str | None, called: pd.Series, lang: str, say: Say) -> Any:
    """An area's score in every dimension, the index last: bars with ranges, the other area as an open diamond."""
    rows = [*(dimension.id for dimension in found.index.dimensions), found.index.id]
    figure = go.Figure()
    for at, node in enumerate(rows):
        text = _said(found, node, code, say)
        score = found.scores[node][code] if node in found.scores else float("nan")
        known = pd.notna(score)
        low, high = _range(found, node, code) if known else (float("nan"), float("nan"))
        hatched = bool(known and found.inherited[node][code])
        figure.add_bar(
            x=[score if known else 0],
            y=[at],
            orientation="h",
            width=0.42,
            marker={
                "color": MARKED if node == found.index.id else BEFORE,
                "pattern": {"shape": "/" if hatched else "", "fgopacity": 0.6},
            },
            error_x={
                "type": "data",
                "symmetric": False,
                "array": [max(0.0, high - score) if pd.notna(high) else 0],
                "arrayminus": [max(0.0, score - low) if pd.notna(low) else 0],
                "color": OTHER,
                "thickness": 3,
                "visible": bool(pd.notna(high)),
            },
            hovertext=f"{node_title(found, node).of(lang)}: {text}",
            hoverinfo="text",
        )
        title = node_title(found, node).of(lang)
        # Above its bar, so that it is whole on the narrowest screen.
        figure.add_annotation(
            x=0,
            y=at - 0.24,
            text=f"<b>{title}</b> {text}" if node == found.index.id else f"{title} {text}",
            showarrow=False,
            xanchor="left",
            yanchor="bottom",
            font={"size": 13},
        )
    if other is not None:
        both = [
            (at, node) for at, node in enumerate(rows) if node in found.scores and pd.notna(found.scores[node][other])
        ]
        figure.add_scatter(
            x=[found.scores[node][other] for _, node in both],
            y=[at for at, _ in both],
            mode="markers",
            marker={"symbol": "diamond-open", "size": 11, "color": OTHER, "line": {"width": 3}},
            hovertext=[f"{called[other]}: {show_number(found.scores[node][other])}" for _, node in both],
            hoverinfo="text",
        )
    if found.index.more == "better" and (standard := found.index.measured[0].standard):
        for at in range(len(rows)):
            # Beside the bar alone: a line through all rows would run through the words over them.
            ends = {"y0": at - 0.24, "y1": at + 0.24}
            figure.add_shape(
                type="line", x0=standard.value, x1=standard.value, line={"dash": "dot", "color": OTHER}, **ends
            )
    figure.update_xaxes(range=[0, 103], tickvals=[0, 25, 50, 75, 100], fixedrange=True)
    return _rows(plain(figure, "", 50 + ROW * len(rows)), ["" for _ in rows])


def _range(found: Assessed, node: str, code: str) -> tuple[float, float]:
    ranges = found.ranges(node)
    return float(ranges["low_score"][code]), float(ranges["high_score"][code])


def _said(found: Assessed, node: str, code: str, say: Say) -> str:
    if node not in found.scores:
        return say("readiness.not_measured")
    status = found.status[node][code]
    if status == "not applicable":
        return say("readiness.not_applicable")
    if status == "no data":
        return say("readiness.not_enough")
    score = show_number(float(found.scores[node][code]))
    low, high = _range(found, node, code)
    return (
        score if pd.isna(low) else say("readiness.range_of", score=score, low=show_number(low), high=show_number(high))
    )


def rank_lines(ranges: pd.DataFrame, called: pd.Series, picked: list[str], say: Say) -> Any:
    """One line an area: from the 5 % to the 95 % end of its rank, a dot at the middle; rank 1 to the left."""
    ordered = ranges.sort_values(["median", "low", "high"])
    labels = [str(called[code]) for code in ordered.index]
    colours = [MARKED if code in picked else BEFORE for code in ordered.index]
    figure = go.Figure(
        go.Scatter(
            x=ordered["median"],
            y=list(range(len(ordered))),
            mode="markers",
            marker={"color": colours, "size": 9},
            error_x={
                "type": "data",
                "symmetric": False,
                "array": ordered["high"] - ordered["median"],
                "arrayminus": ordered["median"] - ordered["low"],
                "color": OTHER,
                "thickness": 3,
                "width": 0,
            },
            hovertext=[
                f"{name}: {show_number(low)}–{show_number(high)}"
                for name, low, high in zip(labels, ordered["low"], ordered["high"], strict=True)
            ],
            hoverinfo="text",
        )
    )
    figure.update_xaxes(title=say("readiness.rank"), fixedrange=True, rangemode="tozero")
    return _rows(plain(figure, "", 80 + 20 * len(ordered)), labels)


def _rows(figure: Any, labels: list[str]) -> Any:
    """One line of the chart to each label, the first on top, no room above or below."""
    count = len(labels)
    figure.update_yaxes(
        tickvals=list(range(count)),
        ticktext=labels,
        range=[count - 0.5, -0.8],
        fixedrange=True,
        showgrid=any(labels),
        zeroline=False,
    )
    figure.update_layout(margin={"t": 8})
    return figure
