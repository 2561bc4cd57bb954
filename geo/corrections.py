"""Faults known in a source, each mended with a guard that speaks up once the source has mended itself."""

from __future__ import annotations

import tomllib
from typing import Any

import pandas as pd

from geo.cards import data_folder
from geo.problems import SourceError

_REQUIRED = ("file", "where", "column", "was", "why_en", "why_th", "evidence")


def corrections(source: str, file: str | None = None) -> list[dict[str, Any]]:
    """The corrections declared for a source, in the order of ``data/<source>/corrections.toml``; none without one."""
    path = data_folder() / source / "corrections.toml"
    if not path.is_file():
        return []
    where = f"data/{source}/corrections.toml"
    try:
        declared = tomllib.loads(path.read_text(encoding="utf-8")).get("correction", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise SourceError(f"{where} cannot be read as TOML ({fault}): mend the line it names") from fault
    for number, entry in enumerate(declared, start=1):
        result = "exclude" if entry.get("exclude") else "now"
        missing = [field for field in (*_REQUIRED, result) if field not in entry]
        if missing:
            raise SourceError(f"{where}: correction {number} lacks {missing[0]!r}: fill it in")
    return [entry for entry in declared if file is None or entry["file"] == file]


def apply(table: pd.DataFrame, source: str, file: str) -> pd.DataFrame:
    """The table with its known faults mended or withheld.

    Parameters
    ----------
    table : DataFrame of text
        A raw file, every column text.
    source, file : str
        Source id and the raw file's path as ``corrections.toml`` names it.

    Returns
    -------
    DataFrame
        A corrected copy. An entry with ``exclude = true`` empties the value and writes the reason into ``note``
        (and ``note_th``), so that the place keeps a status and its reason.

    Raises
    ------
    SourceError
        When the row is gone or no longer says what the correction mends: the source has changed, so look again.
    """
    mended = table.copy()
    for entry in corrections(source, file):
        label = f"data/{source}/corrections.toml: {file} where {entry['where']}"
        absent = [column for column in (*entry["where"], entry["column"]) if column not in mended]
        if absent:
            raise SourceError(f"{label}: the file has no column {absent[0]!r}; remove or rewrite the correction")
        row = pd.Series(True, index=mended.index)
        for column, text in entry["where"].items():
            row &= mended[column] == text
        if not row.any():
            raise SourceError(f"{label}: no such row any more; remove or rewrite the correction")
        other = sorted(set(mended.loc[row, entry["column"]]) - {entry["was"]})
        if other:
            raise SourceError(
                f"{label}: {entry['column']} reads {other[0]!r}, the correction expects {entry['was']!r}; "
                "the source has changed, check it and remove the correction"
            )
        if entry.get("exclude"):
            mended.loc[row, entry["column"]] = ""
            for note in ("note", "note_th"):
                mended[note] = mended.get(note, "")
            mended.loc[row, "note"] = entry["why_en"]
            mended.loc[row, "note_th"] = entry["why_th"]
        else:
            mended.loc[row, entry["column"]] = entry["now"]
    return mended
