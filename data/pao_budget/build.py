"""Budgets of provincial administrative organisations, every line of the ordinances of two fiscal years."""

from __future__ import annotations

from pathlib import Path

from geo.build import long_csv, read_raw

FILE = "support-needs/pao_budget_by_province.csv"


def build(raw: Path) -> dict[str, bytes]:
    """``pao_budget.csv``: baht per province, budget line and fiscal year; no row where there is no ordinance."""
    lines = read_raw(raw / FILE).rename(columns={"year_ce": "year"})
    lines["indicator"] = lines["indicator"].str.removeprefix("pao_")
    lines["period"] = lines["year"]
    lines["unit"] = "baht"
    return {"pao_budget.csv": long_csv(lines[["area_code", "indicator", "year", "period", "value", "unit"]])}
