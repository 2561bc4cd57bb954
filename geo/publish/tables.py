"""A file as a table: CSV that Excel opens in Thai, and a workbook with its meaning on a sheet of its own."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import datetime

import numpy as np
import pandas as pd
import xlsxwriter

from geo.publish.extract import ALIKE, NUMBERS, PLACE_COLUMNS, VALUE_COLUMNS, Extract, rows
from geo.publish.meaning import about, measured_how, statuses
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
    return [known.setdefault((type(value), value), cell(value)) for value in column.tolist()]


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


def csv_file(extract: Extract, told_rows: pd.DataFrame | None = None) -> bytes:
    """A file as CSV: one row per place, layer and period, with all that it means; its ``rows`` if they are there."""
    return plain_table(with_meaning(extract, told_rows))


def xlsx_file(extract: Extract, told_rows: pd.DataFrame | None = None) -> bytes:
    """A file as a workbook: the rows, codes as text and missing cells blank, and a sheet that tells what they mean."""
    table, speak = rows(extract) if told_rows is None else told_rows, say(extract.lang)
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    moment = datetime.fromisoformat(extract.date or "2000-01-01")
    sources = "; ".join(card.attribution for card in extract.sources)
    book.set_properties({"title": extract.title.of(extract.lang), "comments": sources, "created": moment})
    columns = [*PLACE_COLUMNS, *VALUE_COLUMNS]
    data = book.add_worksheet(speak("file.data_sheet"))
    _head(book, data, columns, [_width(table[column]) for column in columns])
    decimals = {layer.id: layer.decimals for layer in extract.layers}
    shown = {n: book.add_format({"num_format": "#,##0" + ("." + "0" * n if n else "")}) for n in set(decimals.values())}
    plain, text = book.add_format({"num_format": "#,##0.######"}), book.add_format({"num_format": "@"})
    for at, row in enumerate(table[columns].to_dict("records"), start=1):
        for across, column in enumerate(columns):
            value = row[column]
            if column not in NUMBERS:
                # An empty cell holds nothing, not an empty text.
                if value != "":
                    data.write_string(at, across, str(value), text)
            elif np.isnan(value):
                data.write_blank(at, across, None)
            else:
                data.write_number(at, across, value, plain if column == "base" else shown[decimals[row["layer"]]])
    data.autofilter(0, 0, max(len(table), 1), len(columns) - 1)
    sheet = book.add_worksheet(speak("file.about_sheet"))
    _head(book, sheet, [speak("file.chapter"), speak("file.heading"), speak("file.text")], [30, 30, 110])
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    meaning = [*about(extract), *((speak("file.columns"), name, speak(f"column.{name}")) for name in columns)]
    for at, line in enumerate(meaning, start=1):
        for across, told in enumerate(line):
            sheet.write_string(at, across, told, wrap)
    book.close()
    return out.getvalue()


def _head(
    book: xlsxwriter.Workbook, sheet: xlsxwriter.worksheet.Worksheet, names: Sequence[str], widths: Iterable[int]
) -> None:
    bold = book.add_format({"bold": True, "bottom": 1})
    for across, (name, width) in enumerate(zip(names, widths, strict=True)):
        sheet.write_string(0, across, name, bold)
        sheet.set_column(across, across, width)
    sheet.freeze_panes(1, 0)


def _width(column: pd.Series) -> int:
    longest = max((len(str(value)) for value in column.head(500)), default=0)
    return int(min(max(longest, len(str(column.name))) + 2, 42))
