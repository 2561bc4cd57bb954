"""Short ways to join one row or a few, for the tests of the join."""

from __future__ import annotations

import pandas as pd

from geo.join import match
from geo.places import label, places

SETTLED = ("matched", "alias")


def verdicts(level: str, rows: list[dict[str, object]], **columns: str) -> pd.DataFrame:
    """The report on some rows."""
    table = pd.DataFrame(rows)
    given_columns = columns or {column: column for column in ("code", "name", "parent") if column in table}
    return match(table, level, **given_columns).report  # type: ignore[arg-type]


def one(level: str, **cells: object) -> pd.Series:
    """The report on one row."""
    return verdicts(level, [cells]).iloc[0]


def address(code: str, level: str, lang: str) -> str:
    """ "district, province" above a place, or the province alone, as a table would write it."""
    row = places(level).loc[code]
    above = [row[column] for column in ("district", "province") if column in row and column != level and row[column]]
    return ", ".join(label(area, lang) for area in above)
