"""Tables of the fairness screen: numbers with their thousands apart, no taller than their rows, a dash for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

# Whole lists live in tables that scroll; of thousands of areas these many reach the browser.
LISTED = 500
DASH = "–"
ROW = 35


def table(columns: Mapping[str, Any], *, height: int | None = None, wide: str = "") -> None:
    """Show columns as a table; ``wide`` names one that holds sentences."""
    told = pd.DataFrame(columns)
    config: dict[str, Any] = {
        name: st.column_config.NumberColumn(format="localized")
        for name in told.columns
        if pd.api.types.is_numeric_dtype(told[name])
    }
    if wide:
        config[wide] = st.column_config.TextColumn(width=620)
    tall = ROW * (len(told) + 1) + 3
    st.dataframe(told, hide_index=True, height=min(height or tall, tall), column_config=config, placeholder=DASH)
