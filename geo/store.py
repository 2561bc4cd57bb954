"""Reads the tables that ship, through their cards; refuses by name what does not fit its card."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd

from geo import cards
from geo.problems import SourceError, parsers_word, report
from geo.words import bilingual

LONG = ("area_code", "indicator", "year", "period", "value", "unit")
KEY = ("area_code", "indicator", "period")
NUMBERS = ("value", "base", "low", "high")


@lru_cache(maxsize=64)
def _table(path: Path, modified: int) -> pd.DataFrame:
    if path.suffix == ".parquet":
        return pd.read_parquet(path)
    try:
        return pd.read_csv(path, dtype=str, keep_default_na=False)
    except (pd.errors.EmptyDataError, pd.errors.ParserError, UnicodeDecodeError) as fault:
        where = f"data/{path.parent.name}/{path.name}"
        raise SourceError(bilingual("problem.no_csv", where=where, why=parsers_word(fault))) from fault


def table(source: str, file: str) -> pd.DataFrame:
    """One file of a source as it ships: every column text in a CSV, typed in a Parquet file; treat it as read-only.

    Raises
    ------
    SourceError
        When the source has no readable card, may not be used under the terms set, or the file is not the one on the
        card. The sentence names the file and how to mend it.
    """
    if not cards.allowed(source):
        key = "problem.strict" if cards.strict() else "problem.unconfirmed"
        raise SourceError(bilingual(key, source=source, licence=cards.card(source).licence))
    path = cards.proven_file(source, file)
    return _table(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _values(source: str, file: str, path: Path, modified: int) -> pd.DataFrame:
    raw = _table(path, modified)
    where = f"data/{source}/{file}"
    missing = [column for column in LONG if column not in raw]
    if missing:
        raise SourceError(
            bilingual("problem.column_missing", where=where, column=repr(missing[0]), needed=", ".join(LONG))
        )
    long = raw.copy()
    for column in NUMBERS:
        if column not in long:
            long[column] = float("nan")
            continue
        text = raw[column].astype(str)
        long[column] = pd.to_numeric(text.where(text != "", None), errors="coerce")
        broken = long[column].isna() & (text != "") & (text != "nan")
        for row in long.index[broken][:3]:
            report(
                source,
                bilingual(
                    "problem.no_number",
                    **{"where": where, "row": row + 2, "column": repr(column), "text": repr(text[row])},
                    area=raw["area_code"][row],
                ),
            )
    for column in ("note", "note_th"):
        if column not in long:
            long[column] = ""
    twice = long.duplicated(list(KEY), keep=False)
    if twice.any():
        first = long.loc[twice].iloc[0]
        report(
            source,
            bilingual(
                "problem.second_value",
                **{"where": where, "row": long.index[twice][1] + 2, "area": first["area_code"]},
                **{"indicator": first["indicator"], "period": first["period"]},
            ),
        )
        long.loc[twice, list(NUMBERS)] = float("nan")
        long = long[~long.duplicated(list(KEY))]
    return long


def values(source: str, file: str) -> pd.DataFrame:
    """A long table of values with numbers as numbers and codes as text.

    Returns
    -------
    DataFrame
        Columns ``area_code, indicator, year, period, value, unit, base, low, high, note, note_th``; a value that is
        empty or cannot be read is NaN (its place will have status "no data") and the unreadable cell is reported
        with file, row and column.

    Raises
    ------
    SourceError
        As :func:`table`, and when a column of the long table is missing.
    """
    table(source, file)
    path = cards.proven_file(source, file)
    return _values(source, file, path, path.stat().st_mtime_ns)


def usable(source: str) -> bool:
    """Whether every file of the source is there and is what the card says; a fault is reported by name."""
    try:
        if not cards.allowed(source):
            return False
        for name in cards.card(source).files:
            cards.proven_file(source, name)
    except SourceError as fault:
        report(source, fault)
        return False
    return True
