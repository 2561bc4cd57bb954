"""Charts of the support screen."""

from __future__ import annotations

from typing import Any, Literal

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from geo.maps.colours import scheme
from geo.support.words import SIGNS, status_text
from geo.words import Say, show_number
from pages.parts.charts import BEFORE, MARKED, OTHER

# The four statuses have the colours of the map; what cannot be told stands apart in cool greys.
ORDERED = ("meets", "near", "below", "far below")
APART = {
    "light": {"uncertain": "#b7cbe0", "inherited": "#8f979c", "no data": "#dfe3e6"},
    "dark": {"uncertain": "#5d7fa6", "inherited": "#6b7378", "no data": "#3a4045"},
}
RULE_COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#8a6d00")
RULE_DASHES = ("solid", "dash", "dot", "dashdot", "longdash")


def _plain(figure: Any, height: int, below: int = 8) -> Any:
    """A chart without ornament; ``below`` keeps pixels for a legend under the axis, whatever wraps in it."""
    legend = {"orientation": "h", "x": 0, "yref": "container", "y": 0, "yanchor": "bottom", "traceorder": "normal"}
    figure.update_layout(
        height=height + below,
        margin={"l": 8, "r": 8, "t": 8, "b": below},
        showlegend=below > 8,
        legend=legend,
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    figure.update_xaxes(fixedrange=True)
    figure.update_yaxes(fixedrange=True, automargin=True)
    return figure


def colours() -> dict[str, str]:
    """The colour of each status in the reader's theme, in the order of the legend."""
    theme: Literal["light", "dark"] = "dark" if st.context.theme.type == "dark" else "light"
    return dict(zip(ORDERED[::-1], scheme("lower", 4, theme)[::-1], strict=True)) | APART[theme]


def ink(colour: str) -> str:
    """White or black, whichever reads better on a colour (relative luminance, WCAG 2).

    Examples
    --------
    >>> ink("#ffffff"), ink("#101010")
    ('#1d1d1d', '#ffffff')
    """
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return "#1d1d1d" if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2 else "#ffffff"


def statuses(counts: pd.DataFrame, titles: dict[str, str], say: Say) -> Any:
    """How many areas in view stand in each status, heading by heading; each part bears its sign and number."""
    figure = go.Figure()
    for status, colour in colours().items():
        numbers = counts.loc[status]
        words = status_text(status, say)
        figure.add_bar(
            y=[titles[name] for name in counts.columns],
            x=numbers,
            name=words,
            orientation="h",
            marker={"color": colour, "line": {"color": "rgba(255,255,255,.8)", "width": 1}},
            text=[f"{SIGNS[status]} {number}" if number else "" for number in numbers],
            textposition="inside",
            insidetextanchor="middle",
            textangle=0,
            insidetextfont={"color": ink(colour)},
            hovertemplate="%{y}: " + words + " %{x}<extra></extra>",
        )
    figure.update_layout(barmode="stack", bargap=0.25)
    figure.update_yaxes(autorange="reversed")
    figure.update_xaxes(visible=False)
    return _plain(figure, 30 + 42 * counts.shape[1], below=100)


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
    return _plain(figure, 40 + 46 * len(known), below=110)


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
    return _plain(figure, 190, below=60)


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
    return _plain(figure, 270, below=130)


def cell(status: str) -> str:
    """Style of a cell of the board."""
    colour = colours()[status]
    return f"background-color: {colour}; color: {ink(colour)}"
