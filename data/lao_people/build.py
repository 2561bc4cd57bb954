"""How many people live in small local authorities: registered people of each authority, added up by its office."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import long_csv, read_raw

PEOPLE = "population/population_lao_2021_derived.csv"
LIST = "codes/lao.csv"
SMALL_UNDER = 5000
# Where less than this share of a district's people can be given to an authority, a share of them says nothing.
LEAST_SEPARABLE = 0.75
INSEPARABLE = (
    "the register does not separate its people from its neighbour's",
    "ทะเบียนราษฎรไม่ได้แยกประชากรออกจากองค์กรข้างเคียง",
)
PROVINCIAL = (
    "a provincial organisation shares its people with the municipalities and subdistrict organisations in it",
    "องค์การบริหารส่วนจังหวัดมีประชากรร่วมกับเทศบาลและ อบต. ในจังหวัด",
)
LONG = ["area_code", "indicator", "year", "period", "value", "unit", "note", "note_th"]


def _laos(raw: Path) -> pd.DataFrame:
    people = read_raw(raw / PEOPLE)[["lao_code", "total", "method"]]
    listed = read_raw(raw / LIST)[["lao_code", "type", "province_code", "district_code"]]
    laos = people.merge(listed, on="lao_code", validate="one_to_one")
    laos = laos[laos["type"] != "special_bangkok"].copy()
    # A provincial organisation holds the people of all others in it, so it cannot be added to them.
    laos["people_in_laos"] = pd.to_numeric(laos["total"]).where(laos["type"] != "PAO")
    small = laos["people_in_laos"] < SMALL_UNDER
    laos["people_in_small_laos"] = laos["people_in_laos"].where(small, 0).where(laos["people_in_laos"].notna())
    laos["unknown"] = (laos["method"] == "not separable").astype(int)
    return laos


def _long(wide: pd.DataFrame) -> pd.DataFrame:
    """Rows of both counts, from a table on area codes with ``note`` and ``note_th``; a missing count stays empty."""
    columns = ["people_in_laos", "people_in_small_laos"]
    table = wide.rename_axis("area_code").reset_index().melt(["area_code", "note", "note_th"], columns, "indicator")
    table["value"] = table["value"].map(lambda count: "" if pd.isna(count) else str(int(count))).astype(str)
    return table.assign(year="2021", period="2021", unit="people")[LONG]


def _added_up(laos: pd.DataFrame, column: str, registered: pd.Series) -> pd.DataFrame:
    wide = laos.groupby(column)[["people_in_laos", "people_in_small_laos", "unknown"]].sum()
    left_out = wide["unknown"] > 0
    count = wide["unknown"].astype(str)
    wide["note"] = ("left out because their people could not be told apart: " + count + " of the authorities").where(
        left_out, ""
    )
    wide["note_th"] = ("ไม่รวมประชากรของ อปท. " + count + " แห่งที่ไม่สามารถแยกจากกันได้").where(left_out, "")
    thin = left_out & (wide["people_in_laos"] < LEAST_SEPARABLE * registered.reindex(wide.index))
    wide["people_in_small_laos"] = wide["people_in_small_laos"].where(~thin)
    return wide


def build(raw: Path) -> dict[str, bytes]:
    """``lao_people.csv``: ``people_in_laos`` and ``people_in_small_laos`` per authority, district and province, 2021.

    An authority counts whole in the district of its office. The 24 whose people the register does not separate have
    no value; their districts and provinces say how many are left out, and a district that loses more than a quarter
    of its people to them has no share.
    """
    laos = _laos(raw)
    own = laos.set_index("lao_code").assign(note="", note_th="")
    own.loc[own["unknown"] > 0, ["note", "note_th"]] = INSEPARABLE
    own.loc[own["type"] == "PAO", ["note", "note_th"]] = PROVINCIAL
    tables = [_long(own)]
    for level in ("province", "district"):
        registered = read_raw(raw / f"population/population_{level}_2021.csv").set_index(f"{level}_code")["total"]
        tables.append(_long(_added_up(laos, f"{level}_code", registered.astype(float))))
    return {"lao_people.csv": long_csv(pd.concat(tables, ignore_index=True))}
