"""The files that every screen offers, by format."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from geo.publish.derived import File
from geo.publish.extract import Extract, rows
from geo.publish.licences import released
from geo.publish.outlines import geojson_file, geoparquet_file
from geo.publish.tables import csv_file, xlsx_file


class Format(NamedTuple):
    """One kind of file: its name, how it is written, its ending, its media type, whether outlines go along."""

    name: str
    write: Callable[[File], bytes]
    ending: str
    mime: str
    shapes: bool = False


FORMATS = {
    "csv": Format("CSV", csv_file, "csv", "text/csv"),
    "xlsx": Format(
        "Excel (XLSX)", xlsx_file, "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    ),
    "geojson": Format("GeoJSON", geojson_file, "geojson", "application/geo+json", True),
    "geoparquet": Format("GeoParquet", geoparquet_file, "parquet", "application/vnd.apache.parquet", True),
}


def kinds(file: File) -> list[str]:
    """The formats in which a file can be had: with outlines only where each row is a place."""
    return [name for name, form in FORMATS.items() if file.has_places or not form.shapes]


def file_name(file: File, kind: str) -> str:
    """What a file is called on a reader's disk."""
    return f"{file.name}.{FORMATS[kind].ending}"


def make(file: File, kind: str) -> bytes:
    """A file in one of ``FORMATS``, without the layers that may not be passed on.

    Parameters
    ----------
    file : Extract or Derived
        What it holds.
    kind : str
        csv, xlsx, geojson or geoparquet.

    Raises
    ------
    LicenceError
        When every layer rests on a source whose publisher must be asked and nobody has confirmed that this was done.
    """
    form = FORMATS[kind]
    return form.write(released(replace(file, shapes=form.shapes)))


def csv_and_xlsx(extract: Extract) -> dict[str, bytes]:
    """Both tables of one extract by their ending, as ``make`` gives them: the rows are gathered once.

    Raises
    ------
    LicenceError
        As ``make``.
    """
    kept = released(replace(extract, shapes=False))
    table = rows(kept)
    return {"csv": csv_file(kept, table), "xlsx": xlsx_file(kept, table)}
