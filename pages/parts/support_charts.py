"""Charts of the support screen."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from geo.maps.colours import scheme
from geo.words import Say, show_number
from pages.parts.charts import BEFORE, MARKED, OTHER
from pages.parts.support_words import SIGNS, status_text

# The four statuses in the colours they have on the map; what cannot be told stands apart in cool greys.
ORDERED = ("meets", "near", "below", "far below")
STATUS_COLOURS = dict(zip(ORDERED[::-1], scheme("lower", 4, "light")[::-1], strict=True)) | {
    "uncertain": "#b7cbe0",
    "inherited": "#8f979c",
    "no data": "#dfe3e6",
}
LIGHT_ON = ("far below", "below", "inherited")
RULE_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00")
RULE_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")


def _plain(figure: Any, height: int, legend: bool = False, lower: float = -0.2) -> Any:
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        showlegend=legend,
        legend={"orientation": "h", "y": lower, "x": 0, "traceorder": "normal"},
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(fixedrange=True)
    figure.update_yaxes(fixedrange=True, automargin=True)
    return figure


def statuses(counts: pd.DataFrame, titles: dict[str, str], say: Say) -> Any:
    """How many areas in view stand in each status, heading by heading; each part bears its sign and number."""
    figure = go.Figure()
    for status in STATUS_COLOURS:
        numbers = counts.loc[status]
        words = status_text(status, say)
        figure.add_bar(
            y=[titles[name] for name in counts.columns],
            x=numbers,
            name=words,
            orientation="h",
            marker={"color": STATUS_COLOURS[status], "line": {"color": "rgba(255,255,255,.8)", "width": 1}},
            text=[f"{SIGNS[status]} {number}" if number else "" for number in numbers],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            insidetextfont={"color": "#ffffff" if status in LIGHT_ON else "#1d1d1d"},
            hovertemplate="%{y}: " + words + " %{x}<extra></extra>",
        )
    figure.update_layout(barmode="stack", bargap=0.25)
    figure.update_yaxes(autorange="reversed")
    figure.update_xaxes(visible=False)
    return _plain(figure, 70 + 42 * counts.shape[1] + 60, legend=True)


def profile(frame: pd.DataFrame, standards: pd.Series, titles: dict[str, str], say: Say) -> Any:
    """One area's score with its range, its peers' median and the standard, heading by heading."""
    known = frame[frame["score"].notna()]
    names = [titles[name] for name in known.index]
    figure = go.Figure()
    figure.add_scatter(
        x=known["score"],
        y=names,
        mode="markers",
        name=say("support.own_score"),
        marker={"color": MARKED, "size": 14},
        error_x={
            "type": "data",
            "symmetric": False,
            "array": (known["high"] - known["score"]).clip(lower=0),
            "arrayminus": (known["score"] - known["low"]).clip(lower=0),
            "color": MARKED,
            "thickness": 2,
        },
        customdata=[
            (show_number(score, 1), show_number(low, 1), show_number(high, 1))
            for score, low, high in known[["score", "low", "high"]].itertuples(index=False)
        ],
        hovertemplate="%{y}: %{customdata[0]} (%{customdata[1]}–%{customdata[2]})<extra></extra>",
    )
    figure.add_scatter(
        x=known["peers"],
        y=names,
        mode="markers",
        name=say("support.peers_median"),
        marker={"color": BEFORE, "size": 13, "symbol": "diamond-open", "line": {"width": 2}},
        hovertemplate="%{y}: %{x:.1f}<extra></extra>",
    )
    figure.add_scatter(
        x=standards[known.index],
        y=names,
        mode="markers",
        name=say("support.the_standard"),
        marker={"color": OTHER, "size": 22, "symbol": "line-ns-open", "line": {"width": 3}},
        hovertemplate="%{y}: %{x:.0f}<extra></extra>",
    )
    figure.update_xaxes(range=[-3, 103], title={"text": say("support.points_axis")})
    figure.update_yaxes(autorange="reversed")
    return _plain(figure, 110 + 46 * len(known) + 50, legend=True)


def mix(lacks: dict[str, float], asked: dict[str, float], titles: dict[str, str], say: Say) -> Any:
    """What the area lacks beside what surveyed authorities asked for, never added up."""
    figure = go.Figure()
    for name, shares, colour, pattern in (
        (say("support.lacks"), lacks, MARKED, ""),
        (say("support.asked"), asked, OTHER, "/"),
    ):
        figure.add_bar(
            x=list(shares.values()),
            y=[titles[key] for key in shares],
            orientation="h",
            name=name,
            marker={"color": colour, "pattern": {"shape": pattern}},
            text=[show_number(value, 2) for value in shares.values()],
            textposition="outside",
            cliponaxis=False,
            hovertemplate="%{y}: %{text}<extra>" + name + "</extra>",
        )
    figure.update_layout(barmode="group")
    figure.update_xaxes(visible=False, range=[0, 1.05 * max([*lacks.values(), *asked.values(), 0.7])])
    figure.update_yaxes(autorange="reversed")
    return _plain(figure, 250, legend=True)


def frontier(table: pd.DataFrame, measure: str, factor: float, chosen: float, rules: dict[str, str], say: Say) -> Any:
    """One measure over budgets, a line for each rule, the reader's own budget marked."""
    figure = go.Figure()
    for place, (rule, name) in enumerate(rules.items()):
        part = table.loc[rule]
        figure.add_scatter(
            x=part.index / 1e6,
            y=part[measure] * factor,
            name=name,
            mode="lines+markers",
            line={"color": RULE_COLOURS[place], "dash": RULE_DASHES[place], "width": 2},
            marker={"size": 5, "symbol": place},
            hovertemplate="%{x:,.0f}: %{y:,.3~g}<extra>" + name + "</extra>",
        )
    figure.add_vline(x=chosen, line={"color": OTHER, "dash": "dot", "width": 2})
    figure.update_xaxes(title={"text": say("support.budget_axis")}, tickformat=",")
    figure.update_yaxes(rangemode="tozero")
    return _plain(figure, 360, legend=True, lower=-0.28)


def cell(status: str) -> str:
    """Style of a cell of the board, readable in the light and in the dark theme."""
    ink = "#ffffff" if status in LIGHT_ON else "#1d1d1d"
    return f"background-color: {STATUS_COLOURS[status]}; color: {ink}"
