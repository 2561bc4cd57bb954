"""Offices: named sets of provinces, from one file that a ministry may edit; the six regions stand without it."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.gazetteer import REGIONS, state, table
from geo.problems import parsers_word, report
from geo.words import Text, bilingual

FILE = "data/places/offices.toml"


@dataclass(frozen=True)
class Office:
    """A named set of provinces: one region of a scheme, or the beat of a ministry's office."""

    id: str
    name_th: str
    name_en: str
    provinces: tuple[str, ...]
    scheme_th: str = ""
    scheme_en: str = ""


def offices() -> dict[str, Office]:
    """Named sets of provinces, from ``data/places/offices.toml``, which an office may edit without sealing anything.

    A file that is missing or cannot be read is reported, and the six regions stand in for it; an office that is
    written wrongly is reported and left out, and the others stand.

    Examples
    --------
    >>> len(offices()["nso-north"].provinces), len(offices()["north"].provinces)
    (17, 9)
    """
    path = state()[0] / "places" / "offices.toml"
    return _offices(path, path.stat().st_mtime_ns if path.is_file() else 0)


@lru_cache(maxsize=8)
def _offices(path: Path, modified: int) -> dict[str, Office]:
    if not modified:
        report("places", bilingual("problem.offices_missing", file=FILE))
        return _regions()
    try:
        rows = tomllib.loads(path.read_text(encoding="utf-8")).get("office", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        report("places", bilingual("problem.offices_broken", file=FILE, why=parsers_word(fault)))
        return _regions()
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        report("places", bilingual("problem.offices_none", file=FILE))
        return _regions()
    found: dict[str, Office] = {}
    for number, row in enumerate(rows, start=1):
        if wrong := _wrong(row, found):
            told = {"file": FILE, "number": number, "id": row.get("id", "-"), "why": wrong}
            report("places", bilingual("problem.office_left_out", **told))
            continue
        text = {name: str(row.get(name, "")) for name in ("id", "name_th", "name_en", "scheme_th", "scheme_en")}
        found[text["id"]] = Office(**text, provinces=tuple(sorted(row["provinces"])))
    return found


def _regions() -> dict[str, Office]:
    lies_in = table("province")["region"]
    return {
        region: Office(region, th, en, tuple(lies_in.index[lies_in == region])) for region, (th, en) in REGIONS.items()
    }


def _wrong(row: dict[str, Any], before: dict[str, Office]) -> Text | None:
    """What is wrong with an office as it is written, and how to mend it; None when nothing is."""
    missing = [field for field in ("id", "name_th", "name_en", "provinces") if not row.get(field)]
    if missing:
        return bilingual("problem.office_lacks", field=repr(missing[0]))
    if row["id"] in before or not re.fullmatch(r"[a-z][a-z0-9-]*", str(row["id"])):
        return bilingual("problem.office_id")
    codes = row["provinces"]
    if not isinstance(codes, list) or len(set(map(str, codes))) < len(codes):
        return bilingual("problem.office_provinces")
    strange = [code for code in codes if code not in table("province").index]
    return bilingual("problem.office_no_province", code=repr(strange[0])) if strange else None
