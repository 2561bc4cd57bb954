"""The overview of all layers as a table."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from geo.fairness.listing import ends_text, gap_of, line_text, way_text
from geo.layer import Layer
from geo.words import Say, show_year


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
            say("overview.gap"): [gap_of(layer, row) for layer, row in zip(known, rows, strict=True)],
            say("overview.unit"): list(table[f"unit_{lang}"]),
            say("overview.ratio"): numbers("ratio", 2),
            say("overview.ends"): [ends_text(layer, row, lang) for layer, row in zip(known, rows, strict=True)],
            say("overview.between"): numbers("between", 0, 100),
            say("overview.trend"): [points if len(points) > 1 else None for points in table["trend"]],
            say("overview.way"): [way_text(row, lang, say) for row in rows],
            say("overview.people"): numbers("people_short", 0),
            say("overview.share"): numbers("p0", 0, 100),
            say("overview.line"): [line_text(layer, row, say) for layer, row in zip(known, rows, strict=True)],
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
        say("overview.ends"): st.column_config.TextColumn(width=230),
        say("overview.unit"): st.column_config.TextColumn(width=95),
        say("overview.between"): number(width=110),
        say("overview.people"): number(width=125, format="localized"),
        say("overview.share"): number(width=60),
        say("overview.trend"): st.column_config.LineChartColumn(width=80),
        say("overview.way"): st.column_config.TextColumn(width=170),
        say("overview.left"): number(format="localized"),
    }
