"""Joining a table of places to the atlas: every row gets a verdict and a reason, and nothing is guessed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from geo.coding import LENGTHS
from geo.cut_names import CutNames
from geo.names import cell_text
from geo.points import points
from geo.reasons import why
from geo.verdict import Judge, Verdict

__all__ = ["VERDICTS", "Matched", "match", "points"]

VERDICTS = ("matched", "alias", "ambiguous", "unknown", "duplicate")


class Matched(NamedTuple):
    """A joined table.

    ``rows`` holds the rows of the table that are matched or alias, with their own index and columns and
    ``area_code`` (text) at the end. ``report`` has one row per row of the table, in its order and on its index:
    ``verdict``, ``code`` (text, missing when no place was settled) and ``why`` (a sentence).
    """

    rows: pd.DataFrame
    report: pd.DataFrame


def _column(table: pd.DataFrame, column: str) -> list[object]:
    if column not in table.columns:
        raise ValueError(
            f"match: the table has no column {column!r}; it has {', '.join(map(str, table.columns)) or 'none'}"
        )
    if list(table.columns).count(column) > 1:
        raise ValueError(f"match: the table has more than one column {column!r}; give each its own name")
    cells: list[object] = table[column].astype(object).tolist()
    return cells


def _parents(table: pd.DataFrame, parent: str | Sequence[str] | None) -> list[str]:
    if parent is None:
        return [""] * len(table)
    named = [parent] if isinstance(parent, str) else list(parent)
    columns = [[cell_text(cell) for cell in _column(table, column)] for column in named]
    return [", ".join(filter(None, cells)) for cells in zip(*columns, strict=True)]


def _without_repeats(found: list[Verdict], lang: str) -> list[Verdict]:
    """The first row of a place keeps it; every later row of the same place is a duplicate, whatever it says."""
    first: dict[str, int] = {}
    told = []
    for number, verdict in enumerate(found, start=1):
        if verdict.code is None:
            told.append(verdict)
        elif verdict.code in first:
            repeat = why("duplicate", lang, row=first[verdict.code], why=verdict.why)
            told.append(Verdict("duplicate", verdict.code, repeat))
        else:
            first[verdict.code] = number
            told.append(verdict)
    return told


def match(
    table: pd.DataFrame,
    level: str,
    code: str | None = None,
    name: str | None = None,
    parent: str | Sequence[str] | None = None,
    lang: str = "en",
) -> Matched:
    """Which place each row of a table means, with a verdict and a reason for every row.

    Parameters
    ----------
    table : DataFrame
        Any table; it is not changed. Cells may be of any type.
    level : "province", "district", "subdistrict" or "lao"
        What the rows are.
    code, name : str, optional
        Columns with codes and with names (Thai or English); at least one of them. When a row has both they must agree.
    parent : str or list of str, optional
        Column(s) with the area a place lies in: "district, province" or either alone, in either language, or as codes.
        At the level of provinces it may be a region.
    lang : "en" or "th"
        Language of the reasons.

    Returns
    -------
    Matched
        ``rows`` and ``report``. Verdicts: ``matched`` (code or official name, after undoing what files do to text),
        ``alias`` (former name or code, usual spelling, short name, or a damaged name that fits one place only),
        ``ambiguous`` (more than one place is meant, or code and name disagree), ``unknown``, and ``duplicate`` (an
        earlier row gives the same place; ``code`` tells which, the first row keeps it).

    Raises
    ------
    ValueError
        When the level cannot be joined, neither column is given, or a column is not in the table.

    Notes
    -----
    No verdict rests on names being alike: a name one letter off is unknown, and the nearest names are only told in
    ``why``. The one exception needs a valid code beside the name: a name in no list is taken as a misspelling of the
    code's place when no other name of the level is as near. A table with several rows per place (years, indicators)
    should be joined on its list of places, as later rows of a place are duplicates.

    Examples
    --------
    >>> table = pd.DataFrame({"area": ["จ.โคราช", "Chonburi", "Atlantis", "ชลบุรี"]})
    >>> rows, report = match(table, "province", name="area")
    >>> report["verdict"].tolist(), rows["area_code"].tolist()
    (['alias', 'matched', 'unknown', 'duplicate'], ['30', '20'])
    """
    if not isinstance(table, pd.DataFrame):
        raise ValueError(f"match: a table is needed, this is a {type(table).__name__}")
    if level not in LENGTHS:
        raise ValueError(f"match: rows cannot be joined at level {level!r}; levels are {', '.join(LENGTHS)}")
    if code is None and name is None:
        raise ValueError("match: say which column holds the code, the name, or both")
    nothing: list[object] = [""] * len(table)
    codes = nothing if code is None else _column(table, code)
    names = [cell_text(cell) for cell in (nothing if name is None else _column(table, name))]
    judge = Judge(level, lang, CutNames.seen_in(names, level))
    found = [judge.verdict(*row) for row in zip(codes, names, _parents(table, parent), strict=True)]
    found = _without_repeats(found, lang)
    report = pd.DataFrame(found, columns=["verdict", "code", "why"], index=table.index).astype("str")
    settled = report["verdict"].isin(["matched", "alias"]).to_numpy()
    rows = table.loc[settled].copy()
    rows["area_code"] = pd.Series(report["code"].to_numpy()[settled], index=rows.index, dtype="str")
    return Matched(rows, report)
