"""Registered people and houses: 2021 for every place and local body, 2010 to 2021 for the three levels."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo import corrections
from geo.build import long_csv, parquet, read_raw

INDICATORS = {"total": "people", "male": "male", "female": "female", "houses": "houses"}
LEVELS = {"province": 2, "district": 4, "subdistrict": 6}
METHODS = {
    "whole subdistricts": ("sum of whole subdistricts", "ผลรวมของตำบลทั้งตำบล"),
    "municipal registration office": ("count of the municipality's registration office", "ยอดของสำนักทะเบียนท้องถิ่น"),
    "non-municipal remainder of its subdistricts": (
        "what its subdistricts hold outside municipalities",
        "ส่วนของตำบลที่อยู่นอกเขตเทศบาล",
    ),
    "province total": (
        "total of the province; not to be added to that of other bodies",
        "ยอดรวมจังหวัด ห้ามรวมกับยอดขององค์กรอื่น",
    ),
    "not separable": (
        "withheld: the register does not tell its people from those of the neighbouring body",
        "ไม่แสดง: ทะเบียนไม่แยกประชากรขององค์กรนี้จากองค์กรข้างเคียง",
    ),
}


def _long(table: pd.DataFrame) -> pd.DataFrame:
    """One row per place, year and indicator; a cell that the register leaves empty is left out."""
    keep = [column for column in ("area_code", "year", "note", "note_th") if column in table]
    long = table.melt(keep, list(INDICATORS), "indicator", "value")
    long["unit"] = long["indicator"].map(lambda name: "houses" if name == "houses" else "people")
    return long.assign(indicator=long["indicator"].map(INDICATORS), period=long["year"])


def _series(raw: Path, level: str) -> pd.DataFrame:
    file = f"population/population_{level}_2010_2021.csv"
    table = corrections.apply(read_raw(raw / file), "population", file)
    table["area_code"] = table["code"].replace({"0": "TH"})
    # Municipal registration offices (3656, 4377, 4651, 4751 in 2010, 7265 in 2020) stand among the places.
    place = (table["code"] == "0") | (table["code"].str.len() == LEVELS[level])
    office = (level == "district") & (table["code"].str[2:] > "50")
    return table.loc[place & ~office, ["area_code", "year", *INDICATORS]]


def _of_2021(raw: Path) -> pd.DataFrame:
    tables = []
    for level in LEVELS:
        file = f"population/population_{level}_2021.csv"
        table = corrections.apply(read_raw(raw / file), "population", file)
        tables.append(table.rename(columns={f"{level}_code": "area_code"})[["area_code", *INDICATORS]])
    country = _series(raw, "province").query("area_code == 'TH' and year == '2021'").drop(columns="year")
    return pd.concat([country, *tables]).assign(year="2021")


def _bodies(raw: Path) -> pd.DataFrame:
    file = "population/population_lao_2021_derived.csv"
    table = corrections.apply(read_raw(raw / file), "population", file)
    table["area_code"] = table["lao_code"].where(table["lao_code"] != "", "BMA")
    table["note"] = table["method"].map(lambda method: METHODS[method][0])
    table["note_th"] = table["method"].map(lambda method: METHODS[method][1])
    return table.assign(year="2021")


def build(raw: Path) -> dict[str, bytes]:
    """Files of ``data/population`` from the raw ``population`` folder."""
    series = _long(pd.concat([_series(raw, level) for level in LEVELS]))
    series = series[series["value"] != ""].sort_values(["indicator", "period", "area_code"])
    series = series[["area_code", "indicator", "year", "period", "value", "unit"]]
    return {
        "population_2021.csv": long_csv(_long(_of_2021(raw))),
        "lao_population_2021.csv": long_csv(_long(_bodies(raw))),
        "population_2010_2021.parquet": parquet(series.astype({"year": "int16", "value": "int32"})),
    }
