"""Local administrative organisations by type, and by the size class of the Department of Local Administration."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import long_csv, read_raw
from geo.problems import SourceError

LIST = "codes/lao.csv"
COUNTS = "support-needs/local_government_counts_by_province.csv"
CLASSES = ("S", "M", "L")
CLASS_YEAR = "2017"
WITHOUT = ("the list of 2017 gives it no size class", "บัญชีปี 2560 ไม่ได้ระบุชั้นขนาด")
PROVINCIAL = ("a provincial organisation has no size class", "องค์การบริหารส่วนจังหวัดไม่มีชั้นขนาด")


def _agree(classed: pd.DataFrame, counts: pd.DataFrame) -> None:
    """Refuse to build when the list and the provincial counts, two transcriptions of one table, part ways."""
    for size in CLASSES:
        listed = classed[classed["size_class_2017"] == size].groupby("province_code").size()
        stated = counts[counts["indicator"] == f"lao_size_class_{size}"].set_index("area_code")["value"].astype(int)
        apart = stated[stated != listed.reindex(stated.index, fill_value=0)]
        if len(apart):
            raise SourceError(
                f"data/lao_counts: {len(apart)} provinces count other organisations of size {size} in {LIST} than in "
                f"{COUNTS}, first {apart.index[0]}; find out which of the two changed"
            )


def _without(listed: pd.DataFrame) -> pd.DataFrame:
    """Empty values with their reason for organisations without a class; Bangkok, without a code too, has no row."""
    without = listed[~listed["size_class_2017"].isin(CLASSES) & (listed["lao_code"] != "")]
    notes = [PROVINCIAL if kind == "PAO" else WITHOUT for kind in without["type"]]
    rows = pd.DataFrame(notes, columns=["note", "note_th"])
    return rows.assign(area_code=without["lao_code"].to_numpy(), indicator="laos_small", value="")


def build(raw: Path) -> dict[str, bytes]:
    """``lao_counts.csv``: ``laos_small`` of ``laos_classed`` per organisation, district and province; counts by type.

    An organisation counts in the district of its office. Provincial organisations and Bangkok have no size class.
    """
    listed, counts = read_raw(raw / LIST), read_raw(raw / COUNTS)
    classed = listed[listed["size_class_2017"].isin(CLASSES)].copy()
    _agree(classed, counts)
    classed["laos_classed"] = 1
    for size, name in zip(CLASSES, ("laos_small", "laos_medium", "laos_large"), strict=True):
        classed[name] = (classed["size_class_2017"] == size).astype(int)
    indicators = ["laos_small", "laos_medium", "laos_large", "laos_classed"]
    wide = [classed.groupby(column)[indicators].sum() for column in ("province_code", "district_code")]
    wide.append(classed.set_index("lao_code")[["laos_small", "laos_classed"]])
    parts = [table.rename_axis("area_code").reset_index().melt("area_code", var_name="indicator") for table in wide]
    sizes = pd.concat(parts, ignore_index=True)
    sizes["value"] = sizes["value"].astype(int).astype(str)
    sizes = pd.concat([sizes, _without(listed)], ignore_index=True).assign(year=CLASS_YEAR)
    types = counts[~counts["indicator"].str.contains("size_class|website")].rename(columns={"year_ce": "year"})
    table = pd.concat([sizes, types], ignore_index=True)
    table["period"], table["unit"] = table["year"], "organisations"
    table[["note", "note_th"]] = table[["note", "note_th"]].fillna("")
    return {
        "lao_counts.csv": long_csv(
            table[["area_code", "indicator", "year", "period", "value", "unit", "note", "note_th"]]
        )
    }
