"""Everything on one office at one level as an archive: tables, outlines, and metadata that programs read."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

import layers
from geo.measure import STATUSES, measure, periods
from geo.places import offices, places
from geo.publish.extract import (
    NUMBERS,
    PLACE_COLUMNS,
    VALUE_COLUMNS,
    Extract,
    Part,
    called,
    rows,
)
from geo.publish.licences import released
from geo.publish.made import address, data_date, method_version
from geo.publish.meaning import about, both, record
from geo.publish.origin import place_rows
from geo.publish.outlines import outlines_file
from geo.publish.tables import plain_table
from geo.words import LANGUAGES, Text, say

CSVW = "http://www.w3.org/ns/csvw"
# Archives hold the time of each file; one fixed time makes the same data the same bytes.
_TIME = (1980, 1, 1, 0, 0, 0)


def bulk(
    level: str, where: str, lang: str, confirmed: Iterable[str] = (), only: Iterable[str] = (), base: str | None = None
) -> Extract:
    """All layers, or those named, in all their periods, on the places of an office (or of the country)."""
    within = tuple(where.split(",")) if where else None
    codes = tuple(places(level, within).index)
    wanted = list(only) or [layer.id for layer in layers.catalogue().values() if level in layer.levels]
    parts = [Part(measure(layer, level, p), codes) for layer in wanted for p in periods(layer, level)]
    title = Text(*(" · ".join([say(lang)(f"levels.{level}"), called(where, lang)]) for lang in LANGUAGES))
    name = "-".join(filter(None, ("atlas", where.replace(",", "_") or "thailand", level)))
    shown = address("map", base, lang=lang, level=level, **{"office" if where in offices() else "in": where})
    return Extract(name, title, tuple(parts), shown, lang, frozenset(confirmed), shapes=True)


def archive(extract: Extract) -> bytes:
    """The files of :func:`contents` as a ZIP, the same bytes for the same data."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as held:
        for name, content in contents(extract).items():
            held.writestr(zipfile.ZipInfo(name, _TIME), content, zipfile.ZIP_DEFLATED, 6)
    return out.getvalue()


def contents(extract: Extract) -> dict[str, bytes]:
    """Every file of the archive by its name.

    ``values/<layer>.csv`` hold the values of all periods, ``places.csv`` and ``places.geojson`` who and where the
    places are; ``datapackage.json`` (Frictionless Data Package) and ``csv-metadata.json`` (CSV on the Web) tell
    programs what every column means, ``README.txt`` tells people. A level at which nothing may be passed on raises a
    LicenceError.
    """
    kept = released(extract)
    level, codes = kept.parts[0].measured.level, kept.parts[0].codes
    who = place_rows(level, codes)
    tables = {"places.csv": plain_table(who)}
    for layer in kept.layers:
        own = replace(kept, parts=tuple(part for part in kept.parts if part.measured.layer.id == layer.id))
        tables[f"values/{layer.id}.csv"] = plain_table(rows(own)[["code", *VALUE_COLUMNS]])
    told = record(kept)
    columns: dict[str, list[str]] = {name: ["code", *VALUE_COLUMNS] for name in tables}
    columns["places.csv"] = list(PLACE_COLUMNS)
    files = {
        "datapackage.json": _json(_datapackage(kept, tables, columns, told)),
        "csv-metadata.json": _json(_csvw(kept, columns)),
        "README.txt": _readme(kept).encode("utf-8-sig"),
        "places.geojson": outlines_file(who),
    }
    return {name: (tables | files)[name] for name in sorted(tables | files)}


def _json(told: Mapping[str, Any]) -> bytes:
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _datapackage(
    extract: Extract, tables: Mapping[str, bytes], columns: Mapping[str, list[str]], told: dict[str, Any]
) -> dict[str, Any]:
    terms = {(c.licence, c.licence_url) for c in extract.sources}
    resources = [_resource(name, columns[name], len(content), extract) for name, content in tables.items()]
    resources.append(
        {
            "name": "outlines",
            "path": "places.geojson",
            "format": "geojson",
            "mediatype": "application/geo+json",
            "encoding": "utf-8",
            "title": both("package.outlines").en,
            "title_th": both("package.outlines").th,
        }
    )
    return {
        "profile": "data-package",
        "name": extract.name.replace("_", "-"),
        "title": f"{say('en')('app.title')}: {extract.title.en}",
        "title_th": f"{say('th')('app.title')}: {extract.title.th}",
        "version": method_version(),
        "created": data_date(card.id for card in extract.sources) + "T00:00:00Z",
        "licenses": [{"title": title, "path": url} for title, url in sorted(terms) if url]
        or [{"name": "other-closed"}],
        "resources": resources,
        **{key: value for key, value in told.items() if key not in ("title", "layers")},
        "sources": told["sources"],
        "layers": told["layers"],
    }


def _resource(name: str, columns: list[str], size: int, extract: Extract) -> dict[str, Any]:
    places_file = name == "places.csv"
    title = both("package.places") if places_file else layers.declared()[name[7:-4]].title
    schema: dict[str, Any] = {
        "fields": [_field(column) for column in columns],
        "missingValues": [""],
        "primaryKey": ["code"] if places_file else ["code", "period"],
    }
    if not places_file:
        at = {"resource": "places", "fields": ["code"]}
        schema["foreignKeys"] = [{"fields": ["code"], "reference": at}]
    return {
        "name": "places" if places_file else name[7:-4].replace("_", "-"),
        "path": name,
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": size,
        "title": title.en,
        "title_th": title.th,
        "schema": schema,
    }


def _field(column: str) -> dict[str, Any]:
    told = both(f"column.{column}")
    field = {"name": column, "type": "number" if column in NUMBERS else "string"}
    field |= {"description": told.en, "description_th": told.th}
    return field | ({"constraints": {"required": True, "enum": list(STATUSES)}} if column == "status" else {})


def _csvw(extract: Extract, columns: Mapping[str, list[str]]) -> dict[str, Any]:
    return {
        "@context": [CSVW, {"@language": "en"}],
        "dc:title": {"th": extract.title.th, "en": extract.title.en},
        "dc:source": [card.url for card in extract.sources],
        "dialect": {"encoding": "utf-8", "header": True, "delimiter": ","},
        "tables": [
            {
                "url": name,
                "tableSchema": {
                    "columns": [
                        {
                            "name": column,
                            "titles": column,
                            "datatype": "number" if column in NUMBERS else "string",
                            "dc:description": both(f"column.{column}")._asdict(),
                        }
                        for column in held
                    ],
                    "primaryKey": ["code"] if name == "places.csv" else ["code", "period"],
                },
            }
            for name, held in columns.items()
        ],
    }


def _readme(extract: Extract) -> str:
    """What the archive holds, for people: Thai first, then English."""
    told = []
    for lang in LANGUAGES:
        speak = say(lang)
        told += [speak("package.readme"), ""]
        chapter = ""
        for head, name, text in about(replace(extract, lang=lang)):
            told += ["", f"== {head}"] if head != chapter else []
            chapter = head
            told.append(f"{name}: {text}")
        told += ["", ""]
    return "\r\n".join(told)
