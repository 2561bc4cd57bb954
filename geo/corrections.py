"""Faults known in a source, each mended with a guard that speaks up once the source has mended itself."""

from __future__ import annotations

import tomllib
from typing import Any

import pandas as pd

from geo.cards import data_folder
from geo.problems import SourceError


def corrections(source: str, file: str | None = None) -> list[dict[str, Any]]:
    """The corrections declared for a source, in the order of ``data/<source>/corrections.toml``; none without one."""
    path = data_folder() / source / "corrections.toml"
    if not path.is_file():
        return []
    declared = tomllib.loads(path.read_text(encoding="utf-8")).get("correction", [])
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
        row = pd.Series(True, index=mended.index)
        for column, text in entry["where"].items():
            row &= mended[column] == text
        label = f"data/{source}/corrections.toml: {file} where {entry['where']}"
        if not row.any():
            raise SourceError(f"{label}: no such row any more; remove or rewrite the correction")
        now_says = set(mended.loc[row, entry["column"]])
        if now_says != {entry["was"]}:
            raise SourceError(
                f"{label}: {entry['column']} reads {sorted(now_says)[0]!r}, the correction expects {entry['was']!r}; "
                "the source has changed, check it and remove the correction"
            )
        if entry.get("exclude"):
            mended.loc[row, entry["column"]] = ""
            mended.loc[row, "note"] = entry["why_en"]
            mended.loc[row, "note_th"] = entry["why_th"]
        else:
            mended.loc[row, entry["column"]] = entry["now"]
    return mended
