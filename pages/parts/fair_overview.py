"""The overview of all layers as a table and in two sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from geo.fairness.overview import STEADY
from geo.layer import Layer
from geo.words import Say, show_number, show_year
from pages.parts.fair_words import DASH, ratio_text


def listed(table: pd.DataFrame, catalogue: Mapping[str, Layer], lang: str, say: Say) -> pd.DataFrame:
    """The overview as readers see it: numbers stay numbers so that headings sort them."""
    known = [catalogue[str(layer_id)] for layer_id in table.index]
    rows = [row for _, row in table.iterrows()]

    def numbers(name: str, decimals: int, times: float = 1.0) -> pd.Series:
        return (times * table[name].astype(float).replace(np.inf, np.nan)).round(decimals).reset_index(drop=True)

    return pd.DataFrame(
        {
            say("overview.layer"): [layer.short.of(lang) for layer in known],
            say("overview.level"): [say(f"level.{name}") for name in table["level"]],
            say("overview.year"): [show_year(period, lang) for period in table["period"]],
            say("overview.gap"): numbers("gap", 2),
            say("overview.unit"): list(table[f"unit_{lang}"]),
            say("overview.ratio"): numbers("ratio", 2),
            say("overview.between"): numbers("between", 0, 100),
            say("overview.trend"): [points if len(points) > 1 else None for points in table["trend"]],
            say("overview.way"): [_way(row, lang, say) for row in rows],
            say("overview.people"): numbers("people_short", 0),
            say("overview.share"): numbers("p0", 0, 100),
            say("overview.line"): [_line(layer, row, say) for layer, row in zip(known, rows, strict=True)],
            say("overview.places"): [f"{row['places']}/{row['all_places']}" for row in rows],
            say("overview.left"): numbers("left_people", 0),
            say("overview.family"): [say(f"family.{layer.family}") for layer in known],
        }
    )


def columns(say: Say) -> dict[str, Any]:
    """How wide each column is and how its numbers are written."""
    number = st.column_config.NumberColumn
    return {
        say("overview.layer"): st.column_config.TextColumn(width=170, pinned=True),
        say("overview.level"): st.column_config.TextColumn(width=75),
        say("overview.year"): st.column_config.TextColumn(width=110),
        say("overview.ratio"): number(width=60),
        say("overview.gap"): number(width=85, format="localized"),
        say("overview.unit"): st.column_config.TextColumn(width=95),
        say("overview.between"): number(width=110),
        say("overview.people"): number(width=125, format="localized"),
        say("overview.share"): number(width=60),
        say("overview.trend"): st.column_config.LineChartColumn(width=80),
        say("overview.way"): st.column_config.TextColumn(width=170),
        say("overview.left"): number(format="localized"),
    }


def ends(table: pd.DataFrame, catalogue: Mapping[str, Layer], lang: str, say: Say) -> list[str]:
    """The most and the least even layers by ratio; where neither way is better, uneven is not unfair."""
    ranked = table[table["ratio"].notna() & (table["line"] != "")].sort_values("ratio", kind="stable")
    told = []
    for key, part in (("fairest", ranked.iloc[:3]), ("least", ranked.iloc[:-4:-1])):
        items = []
        for layer_id, row in part.iterrows():
            layer = catalogue[str(layer_id)].short.of(lang)
            if np.isfinite(row["ratio"]):
                items.append(say("overview.item", layer=layer, ratio=ratio_text(row["ratio"])))
            else:
                items.append(say("overview.item_none", layer=layer))
        if items:
            told.append(say(f"overview.{key}", list="; ".join(items)))
    return told


def _way(row: pd.Series, lang: str, say: Say) -> str:
    """Whether the divide grew or shrank since the first comparable year."""
    if not row["since"] or not np.isfinite(row["change"]):
        return DASH
    key = "same" if abs(row["change"]) < STEADY else "wider" if row["change"] > 0 else "narrower"
    return say(f"overview.{key}", year=show_year(row["since"], lang))


def _line(layer: Layer, row: pd.Series, say: Say) -> str:
    """What people are held against."""
    if not row["line"]:
        return say("overview.line_neither")
    value = show_number(row["line_value"], layer.decimals)
    return say(f"overview.line_{row['line']}", **({} if row["line"] == "one" else {"value": value}))
