"""A workbook: the rows of a file, codes as text and missing cells blank, and a sheet that tells what they mean."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

import numpy as np
import pandas as pd
import xlsxwriter

from geo.publish.derived import File
from geo.publish.meaning import about, columns_told
from geo.words import say


def workbook(file: File, table: pd.DataFrame, decimals: Mapping[str, Sequence[int | None]]) -> bytes:
    """A file as a workbook of two sheets.

    Parameters
    ----------
    file : File
        What the second sheet tells of.
    table : DataFrame
        The rows of the first sheet, in the columns that ``meaning.columns_told`` names.
    decimals : mapping of column to one entry per row
        How many decimals a number is shown with; None, or a column that is not named, shows as many as it has.
    """
    speak, out = say(file.lang), io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    book = xlsxwriter.Workbook(out, options)
    sources = "; ".join(card.attribution for card in file.sources)
    moment = datetime.fromisoformat(file.date or "2000-01-01")
    book.set_properties({"title": file.title.of(file.lang), "comments": sources, "created": moment})
    _rows(book, book.add_worksheet(speak("file.data_sheet")), table, decimals)
    sheet = book.add_worksheet(speak("file.about_sheet"))
    _head(book, sheet, [speak("file.chapter"), speak("file.heading"), speak("file.text")], [30, 30, 110])
    wrap = book.add_format({"text_wrap": True, "valign": "top"})
    for at, line in enumerate([*about(file), *columns_told(file)], start=1):
        for across, told in enumerate(line):
            sheet.write_string(at, across, told, wrap)
    book.close()
    return out.getvalue()


def _rows(
    book: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    table: pd.DataFrame,
    decimals: Mapping[str, Sequence[int | None]],
) -> None:
    names = [str(name) for name in table.columns]
    _head(book, sheet, names, [_width(table[name]) for name in names])
    shown = {n: book.add_format({"num_format": "#,##0" + ("." + "0" * n if n else "")}) for n in range(7)}
    plain, text = book.add_format({"num_format": "#,##0.######"}), book.add_format({"num_format": "@"})
    for across, name in enumerate(names):
        places: Sequence[int | None] = decimals.get(name) or [None] * len(table)
        for at, (value, digits) in enumerate(zip(table[name].to_numpy(dtype=object), places, strict=True), start=1):
            _write(sheet, at, across, value, plain if digits is None else shown[min(digits, 6)], text)
    sheet.autofilter(0, 0, max(len(table), 1), max(len(names) - 1, 0))


def _write(sheet: xlsxwriter.worksheet.Worksheet, at: int, across: int, value: Any, number: Any, text: Any) -> None:
    if isinstance(value, float | int):
        if np.isnan(value):
            sheet.write_blank(at, across, None)
        else:
            sheet.write_number(at, across, value, number)
    # An empty cell holds nothing, not an empty text.
    elif value != "":
        sheet.write_string(at, across, str(value), text)


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
