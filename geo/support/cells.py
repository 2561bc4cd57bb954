"""One cell or one row of a table, as what it holds."""

from __future__ import annotations

from typing import Any

import pandas as pd


def number(table: pd.DataFrame, row: str, column: str) -> float:
    """One number of a table, NaN where there is none.

    Examples
    --------
    >>> number(pd.DataFrame({"gap": [1, None]}, index=["10", "11"]), "10", "gap")
    1.0
    """
    value: Any = table.at[row, column]
    return float("nan") if pd.isna(value) else float(value)


def line(table: pd.DataFrame, row: str) -> pd.Series:
    """One row of a table, by its column names."""
    found: Any = table.loc[row]
    return found if isinstance(found, pd.Series) else found.iloc[0]
