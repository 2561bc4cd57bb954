"""Codes, names, parents, areas and label points of provinces, districts and subdistricts, and their other names."""

from __future__ import annotations

from difflib import SequenceMatcher
from pathlib import Path

import pandas as pd

from geo import corrections
from geo.build import plain_csv, read_raw
from geo.names import key
from geo.problems import SourceError

HERE = Path(__file__).parent
LEVELS = {"province": "provinces", "district": "districts", "subdistrict": "subdistricts"}
REGIONS = {
    "ภาคเหนือ": "north",
    "ภาคตะวันออกเฉียงเหนือ": "northeast",
    "ภาคกลาง": "central",
    "ภาคตะวันออก": "east",
    "ภาคตะวันตก": "west",
    "ภาคใต้": "south",
}
CHANGES = {
    "split/replaced by Royal Gazette, effective 2017-07-26": (
        "2017-07-26",
        "แบ่งหรือตั้งแขวงใหม่ตามราชกิจจานุเบกษา มีผลวันที่ 26 กรกฎาคม 2560",
        "Split or replaced by the Royal Gazette, effective 26 July 2017",
    ),
    "moved from district 5303 to 5304, effective 2015-02-14": (
        "2015-02-14",
        "โอนจากอำเภอท่าปลาไปอำเภอน้ำปาด มีผลวันที่ 14 กุมภาพันธ์ 2558",
        "Moved from Tha Pla to Nam Pat district, effective 14 February 2015",
    ),
}
DISTRICT_NOTE = (
    "เส้นเขตที่เผยแพร่ยังรวมตำบลท่าแฝกไว้ในอำเภอท่าปลา เนื้อที่ในตารางนับตามเขตปัจจุบัน",
    "Published outlines still hold Tha Faek in Tha Pla; the area here follows the present districts",
)


def _raw(raw: Path, level: str) -> pd.DataFrame:
    file = f"codes/{LEVELS[level]}.csv"
    table = corrections.apply(read_raw(raw / file), "places", file)
    return table.rename(columns={f"{level}_code": "code"}).set_index("code").sort_index()


def _polygons(raw: Path, level: str) -> pd.DataFrame:
    number = list(LEVELS).index(level) + 1
    path = raw / f"boundaries/codab_nested_detailed_adm{number}_{level}.parquet"
    columns = [f"{level}_code", "area_km2", "label_lat", "label_lon"]
    return pd.read_parquet(path, columns=columns).set_index(f"{level}_code")


def _codab(raw: Path, level: str) -> pd.DataFrame:
    number = list(LEVELS).index(level) + 1
    path = raw / f"boundaries/codab_2022_simplified_source_adm{number}_{level}.parquet"
    table = pd.read_parquet(path, columns=[f"ADM{number}_PCODE", f"ADM{number}_TH", f"ADM{number}_EN"])
    table.columns = ["pcode", "th", "en"]
    return table.assign(code=table["pcode"].str[2:]).set_index("code").sort_index()


def _crosswalk(raw: Path) -> pd.DataFrame:
    table = read_raw(raw / "codes/subdistrict_polygon_crosswalk.csv")
    told = pd.DataFrame(
        [CHANGES[text] for text in table["change"]], columns=["changed_on", "change_th", "change_en"], index=table.index
    )
    return table[["polygon_code", "current_code"]].join(told).sort_values("current_code")


def _area(value: float) -> str:
    return "" if pd.isna(value) else f"{value:.3f}"


def _points(table: pd.DataFrame, areas: pd.Series, labels: pd.DataFrame) -> pd.DataFrame:
    return table.assign(
        area_km2=areas.reindex(table.index).map(_area),
        label_lat=labels["label_lat"].reindex(table.index).map("{:.5f}".format),
        label_lon=labels["label_lon"].reindex(table.index).map("{:.5f}".format),
    )


def _places(raw: Path) -> dict[str, pd.DataFrame]:
    provinces, districts, subdistricts = (_raw(raw, level) for level in LEVELS)
    survey = read_raw(raw / "kpi-survey/regions.csv")
    region = dict(zip(survey["province_en"].map(key), survey["region_en"].str.lower(), strict=True))
    provinces["region"] = provinces["region6_th"].map(REGIONS)
    disagree = provinces["region"] != provinces["name_en"].map(key).map(region)
    if disagree.any():
        raise SourceError(
            f"places: region6_th and the survey's regions differ for {provinces.index[disagree].tolist()}"
        )
    changed = _crosswalk(raw).set_index("current_code")
    drawn = _polygons(raw, "subdistrict")
    area = drawn["area_km2"].reindex(subdistricts["polygon_code"]).set_axis(subdistricts.index)
    whole = area.groupby(subdistricts["polygon_code"]).first()
    by_district = whole.groupby(subdistricts.groupby("polygon_code")["district_code"].first()).sum()
    by_province = whole.groupby(subdistricts.groupby("polygon_code")["province_code"].first()).sum()
    # A polygon of 2019 that holds, or once held, more than one of today's khwaeng is the area of none of them.
    own_area = area.where(~subdistricts.index.isin(changed.index) | (subdistricts.index == "530407"))
    labels = drawn.reindex(subdistricts["polygon_code"]).set_axis(subdistricts.index)
    subdistricts = _points(subdistricts, own_area, labels)
    for column in ("changed_on", "change_th", "change_en"):
        subdistricts[column] = changed[column].reindex(subdistricts.index).fillna("")
    districts = _points(districts, by_district, _polygons(raw, "district"))
    touched = districts.index.isin(["5303", "5304"])
    for column, text in zip(("changed_on", "change_th", "change_en"), ("2015-02-14", *DISTRICT_NOTE), strict=True):
        districts[column] = pd.Series(touched, index=districts.index).map({True: text, False: ""})
    names = ["name_th", "name_en", "type"]
    points = ["area_km2", "label_lat", "label_lon"]
    change = ["changed_on", "change_th", "change_en"]
    return {
        "province": _points(provinces, by_province, _polygons(raw, "province"))[[*names, "region", *points]],
        "district": districts[[*names, "province_code", *points, *change]],
        "subdistrict": subdistricts[
            [*names, "district_code", "province_code", "postal_code", "polygon_code", *points, *change]
        ],
    }


def _other_names(raw: Path, places: dict[str, pd.DataFrame]) -> pd.DataFrame:
    rows: list[tuple[str, str, str, str, str]] = []
    for level, table in places.items():
        uncorrected = read_raw(raw / f"codes/{LEVELS[level]}.csv").set_index(f"{level}_code")
        lists = {"thailand-geography-json": uncorrected[["name_th", "name_en"]]}
        if level == "subdistrict":
            lists["DOPA names in Ahoerstemeier/tambon"] = uncorrected[["name_th_dopa_xml", "name_en_xml"]]
        lists["COD-AB"] = _codab(raw, level)[["th", "en"]]
        for source, names in lists.items():
            for ours, listed in zip(("name_th", "name_en"), names, strict=True):
                rows += [
                    (level, str(code), name.strip(), "spelling", source)
                    for code, name in names[listed].reindex(table.index).dropna().items()
                    if key(name) != key(own := str(table.at[code, ours])) and _spells(name, own)
                ]
    for polygon, current in _crosswalk(raw)[["polygon_code", "current_code"]].itertuples(index=False):
        if polygon not in places["subdistrict"].index:
            rows.append(("subdistrict", current, polygon, "old-code", "COD-AB and the Royal Gazette of the change"))
            former = _codab(raw, "subdistrict").loc[polygon]
            rows += [
                ("subdistrict", current, name, "old-name", "COD-AB and the Royal Gazette of the change")
                for name in (former["th"], former["en"])
                if key(name) not in map(key, places["subdistrict"].loc[current, ["name_th", "name_en"]])
            ]
    capitals = places["district"][places["district"]["name_th"].str.startswith("เมือง")]
    for code in capitals.index[capitals.index.str[2:] == "01"]:
        rows += [("district", code, word, "abbreviation", "common usage") for word in ("เมือง", "Mueang", "Muang")]
    for level in ("district", "subdistrict"):
        towns = places[level].loc[places[level]["name_th"].str.contains("เมือง"), "name_en"]
        rows += [
            (level, str(code), name.replace("Mueang", "Muang"), "spelling", "common usage")
            for code, name in towns.items()
            if "Mueang" in name
        ]
    usual = read_raw(HERE / "usual_names.csv")
    columns = ["level", "code", "alias", "kind", "source"]
    table = pd.concat([pd.DataFrame(rows, columns=columns), usual[columns]], ignore_index=True)
    table = table.assign(key=table["alias"].map(key)).drop_duplicates(["level", "code", "key"]).drop(columns="key")
    taken = pd.Series([_taken(places, *row[:3]) for row in table.itertuples(index=False)], index=table.index)
    return table[~taken].sort_values(["level", "code", "alias"])


def _spells(name: str, ours: str) -> bool:
    # Below this the list has another place's name in the row (districts 3117, 4106 ...), not a spelling of ours.
    return SequenceMatcher(None, key(name), key(ours)).ratio() >= 0.7


def _taken(places: dict[str, pd.DataFrame], level: str, code: str, alias: str) -> bool:
    """Whether another place under the same parent bears the alias as its own name: then it would mislead."""
    table = places[level]
    siblings = table[(table.index.str[:-2] == code[:-2]) & (table.index != code)]
    return key(alias) in {key(name) for column in ("name_th", "name_en") for name in siblings[column]}


def build(raw: Path) -> dict[str, bytes]:
    """Files of ``data/places`` from the raw ``codes``, ``boundaries`` and ``kpi-survey`` folders."""
    places = _places(raw)
    files = {f"{LEVELS[level]}.csv": plain_csv(table.reset_index()) for level, table in places.items()}
    files["crosswalk.csv"] = plain_csv(_crosswalk(raw))
    files["aliases.csv"] = plain_csv(_other_names(raw, places))
    return files
