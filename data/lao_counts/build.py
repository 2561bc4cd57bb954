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
NOTE_EN = "the list of 2017 calls the size class undefined"
NOTE_TH = "บัญชีปี 2560 ระบุว่ายังไม่กำหนดชั้นขนาด"


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
    undefined = listed.loc[listed["size_class_2017"] == "Undefined", ["lao_code"]].set_axis(["area_code"], axis=1)
    undefined = undefined.assign(indicator="laos_small", value="", note=NOTE_EN, note_th=NOTE_TH)
    sizes = pd.concat([sizes, undefined], ignore_index=True).assign(year=CLASS_YEAR)
    types = counts[~counts["indicator"].str.contains("size_class|website")].rename(columns={"year_ce": "year"})
    table = pd.concat([sizes, types], ignore_index=True)
    table["period"], table["unit"] = table["year"], "organisations"
    table[["note", "note_th"]] = table[["note", "note_th"]].fillna("")
    return {
        "lao_counts.csv": long_csv(
            table[["area_code", "indicator", "year", "period", "value", "unit", "note", "note_th"]]
        )
    }
