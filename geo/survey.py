"""What is stated elsewhere and never mapped: the survey of local authorities by KPI, and national benchmarks."""

from __future__ import annotations

import pandas as pd

from geo import cards, store
from geo.words import Text

SURVEY = "kpi_survey"
CERTAINTY = {
    "stated": Text("อ่านได้ในหน้าที่ระบุ", "read on the page named"),
    "derived": Text("อนุมาน ดูหมายเหตุ", "worked out, see the note"),
    "unreadable": Text("มีในต้นฉบับ แต่สำเนาที่มีอ่านไม่ได้", "in the source, not readable in the copy"),
    "high": Text("จากสิ่งพิมพ์ของผู้เผยแพร่", "from the publisher's own publication"),
    "medium": Text("จากข่าวที่อ้างตัวเลขทางการ หรือมีข้อสงสัยที่ระบุในหมายเหตุ", "from the press, or with the doubt in the note"),
}


def _facts(source: str, file: str) -> pd.DataFrame:
    """One table with its numbers as numbers; a value that nobody could read stays NaN."""
    facts = store.table(source, file).copy()
    facts["value"] = pd.to_numeric(facts["value"].where(facts["value"] != "", None))
    return facts


def regions() -> pd.DataFrame:
    """What the survey says of the six regions, one row a statement.

    Returns
    -------
    DataFrame
        ``code`` (region), ``name_th``, ``name_en``, ``dimension_th``, ``dimension_en``, ``measure_th``,
        ``measure_en``, ``value`` (NaN where the source has no number or the copy cannot be read), ``unit_th``,
        ``unit_en``, ``level_th``, ``level_en``, ``page``, ``certainty`` (a key of ``CERTAINTY``), ``note_th``,
        ``note_en``, ``source_url``.

    Raises
    ------
    SourceError
        When the source may not be used under the terms set or its files are not those of its card.

    Notes
    -----
    Means of whoever answered about themselves: they say nothing of one province. Source: kpiebook63021, pages 46 to 51.
    """
    return _facts(SURVEY, "regions.csv")


def lao_types() -> pd.DataFrame:
    """What the survey says of types of local authority; columns as in :func:`regions`, ``code`` is a type of LAO."""
    return _facts(SURVEY, "lao_types.csv")


def dimensions() -> pd.DataFrame:
    """Which dimensions stand first and last in the whole survey; columns as in :func:`regions`."""
    return _facts(SURVEY, "dimensions.csv")


def needs() -> pd.DataFrame:
    """What support authorities ask for, in order; ``name_th``, ``name_en`` name the need, no percentage is known."""
    return _facts(SURVEY, "support_needs.csv")


def obstacles() -> pd.DataFrame:
    """Obstacles and recommendations in our own words; ``measure_en`` tells which of them a row is."""
    return _facts(SURVEY, "obstacles.csv")


def scale() -> pd.DataFrame:
    """The survey's levels with scores that were printed under each; its cut-offs are not known."""
    return _facts(SURVEY, "scale.csv")


def sample() -> pd.DataFrame:
    """What is known of who answered: hardly anything, and the table says so."""
    return _facts(SURVEY, "sample.csv")


def unknown() -> tuple[Text, ...]:
    """What the survey measured and nobody here could read, from its card: to be shown beside every figure of it."""
    return cards.card(SURVEY).not_found


def benchmarks() -> pd.DataFrame:
    """National and regional figures on internet use and digital literacy, one row a figure.

    Returns
    -------
    DataFrame
        ``area_th``, ``area_en`` (regions as their publisher draws them), ``indicator`` with ``indicator_th`` and
        ``indicator_en``, ``unit_th``, ``unit_en``, ``year``, ``period``, ``value``, ``certainty``, ``publication_th``,
        ``publication_en``, ``source_url``, ``note_th``, ``note_en``.
    """
    return _facts("benchmarks", "benchmarks.csv")
