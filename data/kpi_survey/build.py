"""What the survey of local authorities states on smart-city readiness: figures, pages and gaps, in our own words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pandas as pd

from geo.build import plain_csv, read_raw
from geo.problems import SourceError

WORDING = Path(__file__).with_name("wording.toml")
# Shipped file: raw file, the columns that name its rows.
TABLES = {
    "regions.csv": ("readiness_by_region", ("area", "dimension")),
    "lao_types.csv": ("readiness_by_lao_type", ("area", "dimension")),
    "dimensions.csv": ("readiness_by_dimension", ("area", "dimension")),
    "support_needs.csv": ("support_needs", ("item",)),
    "obstacles.csv": ("obstacles_and_recommendations", ("item",)),
    "scale.csv": ("scale", ()),
    "sample.csv": ("sample", ("item",)),
}


def _in_our_words(labels: pd.Series, words: dict[str, list[str]], where: str) -> list[list[str]]:
    unknown = sorted(set(labels) - words.keys())
    if unknown:
        raise SourceError(
            f"kpi_survey: {where} has {len(unknown)} labels without wording, first {unknown[0]!r}; add them to "
            "data/kpi_survey/wording.toml in both languages"
        )
    return [words[label] for label in labels]


def _told(rows: pd.DataFrame, named_by: tuple[str, ...], words: dict[str, dict[str, list[str]]], where: str) -> bytes:
    """One table with Thai and English beside each other; the book's own sentences stay out."""
    table = pd.DataFrame(index=rows.index)
    if "area" in named_by:
        place = _in_our_words(rows["area_en"], words["places"], where)
        table[["code", "name_th", "name_en"]] = pd.DataFrame(place, index=rows.index)
    if "item" in named_by:
        label = rows["item_en"] if "item_en" in rows else rows["item"]
        table[["name_th", "name_en"]] = pd.DataFrame(_in_our_words(label, words["items"], where), index=rows.index)
    if "dimension" in named_by:
        dimension = _in_our_words(rows["dimension"], words["dimensions"], where)
        table[["dimension_th", "dimension_en"]] = pd.DataFrame(dimension, index=rows.index)
    for column, raw in (("measure", "measure" if "measure" in rows else "bound"), ("unit", "unit"), ("note", "note")):
        if raw in rows:
            told = _in_our_words(rows[raw], words[f"{column}s"], where)
            table[[f"{column}_th", f"{column}_en"]] = pd.DataFrame(told, index=rows.index)
    if "level_en" in rows:
        level = _in_our_words(rows["level_en"], words["levels"], where)
        table[["level_th", "level_en"]] = pd.DataFrame(level, index=rows.index)
    table[["value", "page", "certainty", "source_url"]] = rows[["value", "page", "certainty", "source_url"]]
    return plain_csv(table)


def build(raw: Path) -> dict[str, bytes]:
    """Seven tables: regions, types of authority, dimensions, needs, obstacles, scale and sample."""
    words = tomllib.loads(WORDING.read_text(encoding="utf-8"))
    return {
        name: _told(read_raw(raw / f"kpi-survey/{file}.csv"), named_by, words, f"{file}.csv")
        for name, (file, named_by) in TABLES.items()
    }
