"""A file as a table: CSV that Excel opens in Thai, each row with all that it means; and its rows as a workbook."""

from __future__ import annotations

import csv
import io

import numpy as np
import pandas as pd

from geo.publish.derived import Derived, File, closing, frame
from geo.publish.extract import ALIKE, PLACE_COLUMNS, VALUE_COLUMNS, Extract, rows
from geo.publish.meaning import columns_told, measured_how, statuses, years_told
from geo.publish.workbook import workbook
from geo.words import say

ABOUT_COLUMNS = ("about_question", "about_direction", "about_measure", "about_caveat", "about_statuses")
# A spreadsheet takes a text that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def cell(value: object) -> str:
    """A value as a cell of a CSV: every digit of a number, nothing for nothing, and text that is never a formula.

    Examples
    --------
    >>> cell(435.0), cell(0.1), cell(float("nan")), cell("10"), cell("=1+1")
    ('435', '0.1', '', '10', "'=1+1")
    """
    if isinstance(value, float):
        if np.isnan(value):
            return ""
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(float(value))
    text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cells(column: pd.Series) -> list[str]:
    if column.dtype == float:
        return [cell(value) for value in column.tolist()]
    known: dict[object, str] = {}
    return [known.setdefault((type(value), value), cell(value)) for value in column.to_numpy(dtype=object).tolist()]


def plain_table(table: pd.DataFrame, bom: bool = True) -> bytes:
    """Any table as CSV: UTF-8, with the mark by which Excel knows it, lines that end as the standard says."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(table.columns)
    # Column by column: most of what a column holds stands in it many times.
    told = [_cells(table.iloc[:, at]) for at in range(table.shape[1])]
    writer.writerows(zip(*told, strict=True))
    return out.getvalue().encode("utf-8-sig" if bom else "utf-8")


def with_meaning(extract: Extract, told_rows: pd.DataFrame | None = None) -> pd.DataFrame:
    """The rows of a file, and in the first row of each layer what it asks, how it is measured and where it ends."""
    table, lang = rows(extract) if told_rows is None else told_rows.copy(), extract.lang
    told = "; ".join(f"{status}: {text}" for status, text in statuses(lang).items())
    meant = {
        layer.id: (
            *(layer.question.of(lang), say(lang)(f"better.{layer.better}"), measured_how(layer, lang)),
            *(layer.caveat.of(lang), told),
        )
        for layer in extract.layers
    }
    nothing = ("",) * len(ABOUT_COLUMNS)
    # Taken out with its first row, so that the rows after it say it no more.
    texts = [meant.pop(layer, nothing) for layer in table["layer"].tolist()]
    table[list(ABOUT_COLUMNS)] = pd.DataFrame(texts, index=table.index, columns=list(ABOUT_COLUMNS))
    if extract.light:
        table.loc[table["layer"].duplicated(), list(ALIKE)] = ""
    return table


def told_apart(derived: Derived) -> pd.DataFrame:
    """A table that was computed, with its origin in every row; the first says what it is and what its columns mean."""
    table, lang = frame(derived), derived.lang
    ends = {name: text for name, text in closing(derived).items() if name not in table}
    table = table.assign(**ends)
    behind = (
        f"{layer.title.of(lang)} ({', '.join([layer.unit.of(lang), *years_told(derived, layer)])}): "
        f"{measured_how(layer, lang)} {layer.caveat.of(lang)}"
        for layer in derived.layers
    )
    meant = {
        "about_title": derived.title.of(lang),
        "about_columns": "; ".join(f"{name}: {text}" for _, name, text in columns_told(derived)),
        "about_layers": " | ".join(behind),
        "about_statuses": "; ".join(f"{status}: {text}" for status, text in statuses(lang).items()),
    }
    return table.assign(**{name: [text, *[""] * (len(table) - 1)][: len(table)] for name, text in meant.items()})


def csv_file(file: File, told_rows: pd.DataFrame | None = None) -> bytes:
    """A file as CSV, each row with all that it means; the ``rows`` of an extract if they are there."""
    return plain_table(told_apart(file) if isinstance(file, Derived) else with_meaning(file, told_rows))


def xlsx_file(file: File, told_rows: pd.DataFrame | None = None) -> bytes:
    """A file as a workbook; the ``rows`` of an extract if they are there."""
    if isinstance(file, Derived):
        table = frame(file)
        return workbook(file, table, {column.name: [column.decimals] * len(table) for column in file.columns})
    table = (rows(file) if told_rows is None else told_rows)[[*PLACE_COLUMNS, *VALUE_COLUMNS]]
    decimals = {layer.id: layer.decimals for layer in file.layers}
    shown = [decimals[layer] for layer in table["layer"]]
    return workbook(file, table, dict.fromkeys(("value", "low", "high"), shown))
