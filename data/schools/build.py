"""Schools per subdistrict, district and province, counted from the lists on Thai Wikipedia."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import long_csv, read_raw
from geo.corrections import apply
from geo.problems import SourceError

LIST = "infrastructure/schools_list_wikipedia.csv"
PUBLISHED = "infrastructure/schools_count_by_area.csv"
ZERO = ("no school of the list lies here", "ไม่มีโรงเรียนในรายชื่อตั้งอยู่ที่นี่")
UNSURE = (
    "no school of the list is known to lie here, but the list names schools of this district without a subdistrict",
    "ไม่พบโรงเรียนในรายชื่อที่ระบุว่าตั้งอยู่ที่นี่ แต่รายชื่อมีโรงเรียนของอำเภอนี้ที่ไม่ได้ระบุตำบล",
)


def build(raw: Path) -> dict[str, bytes]:
    """Counts of listed schools; a province without a list has no rows, a covered subdistrict without one a zero."""
    listed = apply(read_raw(raw / LIST), "schools", LIST)
    units = read_raw(raw / "codes/subdistricts.csv")
    units = units[units["province_code"].isin(set(listed["province_code"]))]
    _agree(listed, read_raw(raw / PUBLISHED))
    counts = [listed[f"{level}_code"].value_counts() for level in ("province", "district")]
    known = listed.loc[listed["subdistrict_code"] != "", "subdistrict_code"].value_counts()
    counts.append(known.reindex(units["subdistrict_code"], fill_value=0))
    table = pd.concat(counts).rename("value").rename_axis("area_code").reset_index()
    # A school whose subdistrict is not known may stand in any subdistrict of its district, an empty one included.
    unsure = set(listed.loc[listed["subdistrict_code"] == "", "district_code"])
    empty = table["value"] == 0
    doubtful = empty & table["area_code"].str[:4].isin(unsure)
    table["value"] = table["value"].astype(str).where(~doubtful, "")
    for column, language in (("note", 0), ("note_th", 1)):
        table[column] = ""
        table.loc[empty, column] = ZERO[language]
        table.loc[doubtful, column] = UNSURE[language]
    return {"schools.csv": long_csv(table.assign(indicator="schools", year="2026", period="2026", unit="schools"))}


def _agree(listed: pd.DataFrame, published: pd.DataFrame) -> None:
    """Stop when the list and the counts that are handed over beside it tell different numbers."""
    for level in ("province", "district"):
        told = published[published["area_level"] == level].set_index("area_code")["value"].astype(int)
        counted = listed[f"{level}_code"].value_counts().reindex(told.index, fill_value=0)
        if (differs := told.index[told != counted]).any():
            raise SourceError(
                f"schools: {len(differs)} {level} counts differ between {LIST} and {PUBLISHED}, first {differs[0]}: "
                f"{counted[differs[0]]} against {told[differs[0]]}; find out which is right"
            )
