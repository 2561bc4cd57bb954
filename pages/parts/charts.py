"""Charts of the screens: the reader's areas stand out, the good end always lies on the same side."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from geo.measure import Measured
from geo.words import Say, show_number, show_year

# Okabe and Ito's orange and blue keep apart for every common kind of colour blindness; grey stands back in both themes.
MARKED, OTHER, BEFORE = "#d55e00", "#9aa7b0", "#0072b2"
TALLEST = 620


def plain(figure: Any, title: str, height: int) -> Any:
    """The look that all charts share."""
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 36, "b": 8},
        title={"text": title, "font": {"size": 14}},
        showlegend=False,
        dragmode=False,
        paper_bgcolor="rgba(0,0,0,0)",
        plot_bgcolor="rgba(0,0,0,0)",
    )
    return figure


def _axis(measured: Measured, lang: str) -> dict[str, Any]:
    """The value axis: lower-is-better runs the other way, so that better is always to the right."""
    layer = measured.layer
    return {
        "title": {"text": layer.unit.of(lang)},
        "autorange": "reversed" if layer.better == "lower" else True,
        "zeroline": True,
        "fixedrange": True,
    }


def _title(measured: Measured, lang: str) -> str:
    return f"{measured.layer.title.of(lang)} · {show_year(measured.period, lang)}"


def ranking(measured: Measured, ordered: pd.Series, called: pd.Series, picked: list[str], lang: str, say: Say) -> Any:
    """All areas with a value, the best on top, the reader's areas coloured and named."""
    decimals, unit = measured.layer.decimals, measured.layer.unit.of(lang)
    many = len(ordered) > 90
    # A wall of bars cannot be read: of many areas only the reader's, the ten best and the ten worst are listed.
    shown = (
        ordered
        if not many
        else ordered[[code in picked or not 10 <= at < len(ordered) - 10 for at, code in enumerate(ordered.index)]]
    )
    texts = [f"{show_number(value, decimals)} {unit}" for value in shown]
    labels = [str(called[code]) for code in shown.index]
    figure = go.Figure(
        go.Bar(
            x=shown.to_numpy(),
            y=list(range(len(shown))),
            orientation="h",
            marker_color=[MARKED if code in picked else OTHER for code in shown.index],
            customdata=list(zip(labels, texts, strict=True)),
            hovertemplate="%{customdata[0]}: %{customdata[1]}<extra></extra>",
        )
    )
    figure.update_yaxes(tickvals=list(range(len(shown))), ticktext=labels, autorange="reversed", fixedrange=True)
    figure.update_xaxes(title=unit, rangemode="tozero", fixedrange=True)
    return plain(figure, _title(measured, lang), min(TALLEST * 3, 120 + 18 * len(shown)))


def distribution(
    measured: Measured, ordered: pd.Series, called: pd.Series, picked: list[str], lang: str, say: Say
) -> Any:
    """Every area as a dot on one line, the reader's areas coloured and named, better to the right."""
    decimals, unit = measured.layer.decimals, measured.layer.unit.of(lang)
    figure = go.Figure()
    groups = (
        (say("compare.others"), [code for code in ordered.index if code not in picked], OTHER, 7),
        (say("compare.marked"), [code for code in ordered.index if code in picked], MARKED, 13),
    )
    for title, codes, colour, size in groups:
        figure.add_scatter(
            x=ordered[codes].to_numpy(),
            y=[0] * len(codes),
            name=title,
            mode="markers+text" if size > 10 else "markers",
            text=[str(called[code]) for code in codes] if size > 10 else None,
            textposition=["top center" if at % 2 else "bottom center" for at in range(len(codes))],
            marker={"color": colour, "size": size, "opacity": 0.75},
            customdata=[(str(called[code]), f"{show_number(ordered[code], decimals)} {unit}") for code in codes],
            hovertemplate="%{customdata[0]}: %{customdata[1]}<extra></extra>",
        )
    figure.update_xaxes(**_axis(measured, lang))
    figure.update_yaxes(visible=False, range=[-1, 1], fixedrange=True)
    return plain(figure, "", 190)


def change(before: Measured, after: Measured, picked: list[str], called: pd.Series, lang: str) -> Any:
    """Each of the reader's areas then and now, joined by a line; an area without one of the values is left out."""
    codes = [code for code in picked if before.status[code] == "ok" and after.status[code] == "ok"]
    figure = go.Figure()
    for code in codes:
        figure.add_scatter(
            x=[before.values[code], after.values[code]],
            y=[str(called[code])] * 2,
            mode="lines+markers",
            line={"color": OTHER, "width": 3},
            marker={"color": [BEFORE, MARKED], "size": 13, "symbol": ["circle-open", "circle"]},
            customdata=[show_year(before.period, lang), show_year(after.period, lang)],
            hovertemplate="%{y} %{customdata}: %{x}<extra></extra>",
        )
    figure.update_xaxes(**_axis(after, lang))
    figure.update_yaxes(autorange="reversed", fixedrange=True)
    title = f"○ {show_year(before.period, lang)}   ● {show_year(after.period, lang)}"
    return plain(figure, title, 110 + 40 * max(1, len(codes)))
