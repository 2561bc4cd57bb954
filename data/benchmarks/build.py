"""National and regional figures on internet use and digital literacy, as their publishers print them."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pandas as pd

from geo.build import plain_csv, read_raw
from geo.problems import SourceError

FILE = "internet/benchmarks_national_regional.csv"
WORDING = Path(__file__).with_name("wording.toml")
BILINGUAL = (
    ("area", "area_code", "areas"),
    ("indicator", "indicator", "indicators"),
    ("unit", "unit", "units"),
    ("publication", "source_title", "publications"),
    ("note", "note", "notes"),
)


def build(raw: Path) -> dict[str, bytes]:
    """benchmarks.csv: one row a figure; what is known at second hand only (certainty low) stays out."""
    words = tomllib.loads(WORDING.read_text(encoding="utf-8"))
    rows = read_raw(raw / FILE)
    rows = rows[rows["certainty"] != "low"].reset_index(drop=True)
    table = pd.DataFrame(index=rows.index)
    for column, raw_column, part in BILINGUAL:
        unknown = sorted(set(rows[raw_column]) - words[part].keys())
        if unknown:
            raise SourceError(
                f"benchmarks: {FILE} has {len(unknown)} {part} without wording, first {unknown[0]!r}; add them to "
                "data/benchmarks/wording.toml in both languages"
            )
        told = [words[part][label] for label in rows[raw_column]]
        table[[f"{column}_th", f"{column}_en"]] = pd.DataFrame(told, index=rows.index)
    table[["indicator", "year", "period", "value"]] = rows[["indicator", "year_ce", "period", "value"]]
    table[["certainty", "source_url"]] = rows[["certainty", "source_url"]]
    return {"benchmarks.csv": plain_csv(table.sort_values(["indicator", "period", "area_en"], kind="stable"))}
