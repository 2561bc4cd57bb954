"""Registered people of 2010 and 2021 on the codes of 2021, so that the two years can be compared place by place."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo import corrections
from geo.build import long_csv, read_raw
from geo.problems import SourceError

START, END = "2010", "2021"
SERIES = "population/population_{}_2010_2021.csv"
CROSSWALK = "codes/subdistrict_polygon_crosswalk.csv"
# A code carried on by another one keeps its people from one year to the next within this share.
LIKENESS = 0.05
SPLIT_EN = "divided in 2017; the area before the division changed by {:+.1f} % from 2010 to 2021"
SPLIT_TH = "แบ่งเขตเมื่อปี 2560 พื้นที่ก่อนแบ่งเขตมีประชากรเปลี่ยนแปลงร้อยละ {:+.1f} ระหว่างปี 2553–2564"


def _series(raw: Path, level: str) -> pd.DataFrame:
    """Code, year and people of a level as text, with the source's known faults withheld."""
    file = SERIES.format(level)
    rows = corrections.apply(read_raw(raw / file), "population_change", file)
    for column in ("note", "note_th"):
        rows[column] = rows[column].fillna("") if column in rows else ""
    return rows


def _people(rows: pd.DataFrame, year: str) -> pd.Series:
    chosen = rows[(rows["year"] == year) & (rows["total"] != "")]
    return chosen.set_index("code")["total"].astype(int)


def _carried_on(rows: pd.DataFrame, renumbered: pd.DataFrame, level: str) -> pd.Series:
    """People of the first year by the code of the last; an old code must have gone and a new one must fit it."""
    moves = renumbered[renumbered["level"] == level].set_index("was")["now"]
    start, end = _people(rows, START), _people(rows, END)
    wrong = [code for code in moves.index if code not in start or code in end or moves[code] not in end]
    stray = start.index.difference(end.index).difference(moves.index)
    if wrong or len(stray):
        raise SourceError(
            f"data/population_change/renumbered.csv: {len(wrong)} rows of level {level} do not lead from a code of "
            f"{START} to a new one and {len(stray)} old codes have no row, first {[*wrong, *stray][0]}; correct it"
        )
    carried = start.groupby(start.index.map(lambda code: moves.get(code, code))).sum()
    for new in sorted(set(moves)):
        years = rows[(rows["code"] == new) & (rows["year"] > START) & (rows["total"] != "")]
        after = int(years.sort_values("year")["total"].iloc[0])
        if abs(after / carried[new] - 1) > LIKENESS:
            raise SourceError(
                f"data/population_change/renumbered.csv: {new} has {after} people in the year after {carried[new]}; "
                "the old code does not fit the new one"
            )
    return carried


def _divided(raw: Path) -> pd.Series:
    """Present code of every subdistrict whose older area was divided -> the code of that older area."""
    crosswalk = read_raw(raw / CROSSWALK)
    split = crosswalk[crosswalk["change"].str.startswith("split")]
    return split.set_index("current_code")["polygon_code"]


def _subdistricts(raw: Path, districts: pd.DataFrame, renumbered: pd.DataFrame) -> tuple[pd.DataFrame, pd.Series]:
    """Both years of every subdistrict with its note, and the people of 2010 on present codes, divided ones aside."""
    rows = _series(raw, "subdistrict")
    divided = _divided(raw)
    end = _people(rows, END)
    start = _people(rows, START)
    # One subdistrict of 2010 stands in the district file alone, under its branch registry office.
    offices = set(renumbered.loc[renumbered["level"] == "subdistrict", "was"]) & set(districts["code"])
    whole = rows[~rows["code"].isin(set(divided.index) | set(divided))]
    carried = _carried_on(pd.concat([whole, districts[districts["code"].isin(offices)]]), renumbered, "subdistrict")
    notes = rows[(rows["year"] == START) & (rows["note"] != "")].set_index("code")[["note", "note_th"]]
    for code, older in divided.items():
        change = 100 * (end[divided.index[divided == older]].sum() / start[older] - 1)
        notes.loc[code] = [SPLIT_EN.format(change), SPLIT_TH.format(change)]
    return _long(carried, end, notes.sort_index()), carried


def _long(start: pd.Series, end: pd.Series, notes: pd.DataFrame | None = None) -> pd.DataFrame:
    """Two rows per place; a withheld first year is an empty value with its note."""
    tables = []
    for year, people in ((START, start), (END, end)):
        text = people.astype(str).rename_axis("area_code").rename("value").reset_index()
        tables.append(text.assign(year=year, note="", note_th=""))
    if notes is not None:
        withheld = notes.rename_axis("area_code").reset_index()
        tables.append(withheld.assign(value="", year=START))
    return pd.concat(tables, ignore_index=True)


def build(raw: Path) -> dict[str, bytes]:
    """``population_change.csv``: ``people`` of 2010 and 2021 per country, province, district and subdistrict.

    Bueng Kan and its parts carry their old numbers, Tha Faek counts in its present district in both years, closed
    registry offices count where their people stand today. Khwaeng divided in 2017 have no number of 2010 each; their
    note tells how the undivided area changed. Provinces are added up from districts and held to the published ones.
    """
    renumbered = read_raw(Path(__file__).parent / "renumbered.csv")
    rows = {"district": _series(raw, "district"), "province": _series(raw, "province")}
    subdistricts, carried = _subdistricts(raw, rows["district"], renumbered)
    districts = _carried_on(rows["district"], renumbered, "district")
    moved = renumbered[
        (renumbered["level"] == "subdistrict") & (renumbered["was"].str[:2] == renumbered["now"].str[:2])
    ]
    for was, now in moved[["was", "now"]].itertuples(index=False):
        districts[was[:4]] -= carried[now]
        districts[now[:4]] += carried[now]
    published, province_end = _people(rows["province"], START), _people(rows["province"], END)
    provinces = districts.groupby(districts.index.str[:2]).sum()
    undivided = provinces.rename({"38": "43"}).groupby(level=0).sum()
    apart = undivided[undivided != published.drop("0").reindex(undivided.index)]
    if len(apart):
        raise SourceError(
            f"data/population_change: {len(apart)} provinces of {START} differ from their districts, first "
            f"{apart.index[0]} with {apart.iloc[0]}; the series has changed, look at it again"
        )
    table = pd.concat(
        [
            _long(published.loc[["0"]].rename({"0": "TH"}), province_end.loc[["0"]].rename({"0": "TH"})),
            _long(provinces, province_end.drop("0")),
            _long(districts, _people(rows["district"], END)),
            subdistricts,
        ],
        ignore_index=True,
    ).assign(indicator="people", unit="people")
    table["period"] = table["year"]
    return {
        "population_change.csv": long_csv(
            table[["area_code", "indicator", "year", "period", "value", "unit", "note", "note_th"]]
        )
    }
