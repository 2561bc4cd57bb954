"""Registered people and houses inside and outside municipalities, per province."""

from __future__ import annotations

from pathlib import Path

from geo.build import long_csv, read_raw

FILE = "support-needs/registered_population_urban_split_2021_by_province.csv"
NAMES = {
    "registered_population": "people",
    "registered_population_in_municipalities": "people_in_municipalities",
    "registered_population_outside_municipalities": "people_outside_municipalities",
    "registered_households": "houses",
    "registered_households_in_municipalities": "houses_in_municipalities",
    "registered_households_outside_municipalities": "houses_outside_municipalities",
}


def build(raw: Path) -> dict[str, bytes]:
    """``urban_split.csv``: six counts per province, 31 December 2021; Bangkok has its totals and no split."""
    split = read_raw(raw / FILE).rename(columns={"year_ce": "year"})
    split["indicator"] = split["indicator"].map(NAMES)
    split["period"] = split["year"]
    # The register counts houses; the copy calls them households.
    split["unit"] = split["unit"].replace({"persons": "people", "households": "houses"})
    return {"urban_split.csv": long_csv(split[["area_code", "indicator", "year", "period", "value", "unit"]])}
