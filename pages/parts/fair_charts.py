"""Charts of the fairness screen: the curve that is linked to the map, groups, the years, fair shares."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from geo.fairness.between import Ends
from geo.fairness.curve import Curve
from geo.fairness.field import Field
from geo.fairness.words import group_name, measure_text, number
from geo.words import Say, show_year
from pages.parts.charts import BEFORE, MARKED, OTHER

# Thousands of dots make a page slow and hide each other: the line has every area, dots stand on at most so many.
DOTS = 300


def _plain(figure: Any, height: int) -> Any:
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 12, "b": 8},
        showlegend=False,
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
        separators=".,",
    )
    return figure


def curve(
    this: Field,
    drawn: Curve,
    called: pd.Series,
    stretch: tuple[int, int] | None,
    mark: str | None,
    lang: str,
    say: Say,
) -> Any:
    """The curve, the chosen stretch shaded, the marked area as a dot with its name; every dot carries its code."""
    table = drawn.table
    parade = drawn.kind == "parade"
    figure = go.Figure()
    if not parade:
        figure.add_scatter(x=[0, 100], y=[0, 100], mode="lines", line={"color": OTHER, "dash": "dot"}, hoverinfo="skip")
    x = np.concatenate([[0.0], table["end"].to_numpy()])
    y = np.concatenate([[table["height"].iloc[0] if parade else 0.0], table["height"].to_numpy()])
    line = {"color": BEFORE, "width": 2.5, "shape": "vh" if parade else "linear"}
    figure.add_scatter(x=x, y=y, mode="lines", line=line, hoverinfo="skip")
    dots = _dots(table, mark)
    middle = (dots["start"] + dots["end"]) / 2
    figure.add_scatter(
        x=middle if parade else dots["end"],
        y=dots["height"],
        mode="markers",
        marker={"color": BEFORE, "size": 7, "opacity": 0.65},
        customdata=[[code, str(called[code]), number(this, float(dots["value"].loc[code]))] for code in dots.index],
        hovertemplate="%{customdata[1]}: %{customdata[2]} " + this.unit.of(lang) + "<extra></extra>",
    )
    if stretch is not None:
        figure.add_vrect(x0=stretch[0], x1=stretch[1], fillcolor=MARKED, opacity=0.18, line_width=0)
    if mark is not None and mark in table.index:
        row = table.loc[mark]
        at = (row["start"] + row["end"]) / 2 if parade else row["end"]
        figure.add_scatter(
            x=[at],
            y=[row["height"]],
            mode="markers+text",
            text=[str(called[mark])],
            textposition="top left" if at > 25 else "top right",
            textfont={"size": 13},
            marker={"color": MARKED, "size": 14, "line": {"width": 2, "color": "white"}},
            hoverinfo="skip",
            customdata=[[mark]],
            name="mark",
        )
    who = "people" if this.between_people else "areas"
    poor = "_poor" if drawn.kind == "concentration" else ""
    figure.update_xaxes(title=say(f"equity.curve_{who}{poor}"), range=[0, 100], fixedrange=True)
    title = this.unit.of(lang) if parade else say("equity.curve_share")
    figure.update_yaxes(title=title, fixedrange=True, range=None if parade else [0, 100])
    _plain(figure, 380)
    figure.update_layout(dragmode="select", selectdirection="h", hovermode="closest")
    return figure


def _dots(table: pd.DataFrame, mark: str | None) -> pd.DataFrame:
    """The areas that get a dot: all, or spread evenly over the people; the marked one always."""
    if len(table) <= DOTS:
        return table
    steps = np.linspace(0, 100, DOTS + 1)[1:]
    at = np.unique(np.searchsorted(table["end"].to_numpy(), steps - 1e-9).clip(0, len(table) - 1))
    kept = set(table.index[at]) | ({mark} if mark in table.index else set())
    return table[table.index.isin(list(kept))]


def groups(this: Field, ends: Ends, lang: str, say: Say) -> Any:
    """The mean of each group, best on top, with a thin line from its lowest area to its highest."""
    table = ends.table.iloc[:15] if len(ends.table) <= 30 else pd.concat([ends.table.iloc[:8], ends.table.iloc[-8:]])
    if len(ends.table) <= 30:
        table = ends.table
    labels = [group_name(ends.by, str(code), lang) for code in table.index]
    rows = list(range(len(table)))
    figure = go.Figure()
    for row, (low, high) in enumerate(zip(table["lowest"], table["highest"], strict=True)):
        figure.add_scatter(
            x=[low, high], y=[row, row], mode="lines", line={"color": OTHER, "width": 3}, hoverinfo="skip"
        )
    texts = [number(this, float(value)) for value in table["mean"]]
    figure.add_scatter(
        x=table["mean"],
        y=rows,
        mode="markers",
        marker={"color": [MARKED if at == len(rows) - 1 else BEFORE for at in rows], "size": 13},
        customdata=list(zip(labels, texts, strict=True)),
        hovertemplate="%{customdata[0]}: %{customdata[1]}<extra></extra>",
    )
    figure.update_yaxes(tickvals=rows, ticktext=labels, autorange="reversed", fixedrange=True)
    figure.update_xaxes(
        title=this.unit.of(lang), fixedrange=True, rangemode="tozero" if this.values.min() >= 0 else None
    )
    return _plain(figure, 90 + 30 * len(rows))


def income(this: Field, rank: pd.Series, called: pd.Series, slope: float, mark: str | None, lang: str, say: Say) -> Any:
    """Every area by its place between poor and rich, and the line whose rise is the slope index."""
    known = rank.notna()
    table = pd.DataFrame({"value": this.values[known], "rank": rank[known], "part": this.parts[known]})
    table = table.sort_values("rank", kind="stable")
    held = table["part"].groupby(table["rank"]).transform("sum")
    before = table["rank"].map(table["part"].groupby(table["rank"]).sum().cumsum())
    table["at"] = 100 * (before - held / 2) / table["part"].sum()
    mean = float((table["part"] * table["value"]).sum() / table["part"].sum())
    dots = table if len(table) <= DOTS * 3 else table.iloc[:: len(table) // (DOTS * 3) + 1]
    figure = go.Figure()
    figure.add_scatter(
        x=dots["at"],
        y=dots["value"],
        mode="markers",
        marker={"color": [MARKED if code == mark else BEFORE for code in dots.index], "size": 8, "opacity": 0.6},
        customdata=[[str(called[code]), number(this, float(dots["value"].loc[code]))] for code in dots.index],
        hovertemplate="%{customdata[0]}: %{customdata[1]}<extra></extra>",
    )
    if np.isfinite(slope):
        ends_at = [mean - slope / 2, mean + slope / 2]
        figure.add_scatter(x=[0, 100], y=ends_at, mode="lines", line={"color": MARKED, "width": 3}, hoverinfo="skip")
    figure.update_xaxes(title=say("equity.rich_axis"), range=[0, 100], fixedrange=True)
    figure.update_yaxes(title=this.unit.of(lang), fixedrange=True)
    return _plain(figure, 340)


def points(table: pd.DataFrame, by: str, lang: str, say: Say) -> Any:
    """Percentage points above or under a fair share, one bar a group."""
    labels = [group_name(by, str(code), lang) for code in table.index]
    figure = go.Figure(
        go.Bar(
            x=table["points"],
            y=labels,
            orientation="h",
            marker_color=[MARKED if value < 0 else BEFORE for value in table["points"]],
            hovertemplate="%{y}: %{x:.1f}<extra></extra>",
        )
    )
    figure.update_xaxes(title=say("equity.fair_groups"), zeroline=True, fixedrange=True)
    figure.update_yaxes(autorange="reversed", fixedrange=True)
    return _plain(figure, 110 + 30 * len(labels))


def years(this: Field, table: pd.DataFrame, measure: str, lang: str, say: Say) -> Any:
    """One measure over the years."""
    told = table[measure].astype(float)
    labels = [show_year(str(period), lang) for period in table.index]
    figure = go.Figure(
        go.Scatter(
            x=labels,
            y=told,
            mode="lines+markers",
            line={"color": BEFORE, "width": 2.5},
            marker={"size": 9},
            customdata=[measure_text(this, measure, value) for value in told],
            hovertemplate="%{x}: %{customdata}<extra></extra>",
        )
    )
    figure.update_xaxes(type="category", fixedrange=True)
    mode = "tozero" if (told.dropna() >= 0).all() else "normal"
    figure.update_yaxes(title=say(f"measure.{measure}"), fixedrange=True, rangemode=mode)
    return _plain(figure, 320)
