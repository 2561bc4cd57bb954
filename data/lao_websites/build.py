"""Whether each local authority has an official website on record, and how many do per district and province."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import long_csv, read_raw
from geo.corrections import apply
from geo.problems import SourceError

LIST = "infrastructure/local_government_offices_and_websites.csv"
AUTHORITIES = "codes/lao.csv"
SEEN = {
    "no_problem_recorded": ("website on record, no problem recorded", "มีเว็บไซต์ในทะเบียน ไม่พบบันทึกปัญหา"),
    "none_recorded": ("no website recorded", "ไม่มีเว็บไซต์ในทะเบียน"),
    "offline": ("website recorded as offline", "บันทึกว่าเว็บไซต์ปิดอยู่"),
    "inaccessible": ("website recorded as inaccessible", "บันทึกว่าเข้าเว็บไซต์ไม่ได้"),
    "broken": ("website recorded as broken", "บันทึกว่าเว็บไซต์ชำรุด"),
    "expired": ("website recorded as expired", "บันทึกว่าชื่อเว็บไซต์หมดอายุ"),
    "obsolete": ("website recorded as obsolete", "บันทึกว่าเว็บไซต์เลิกใช้แล้ว"),
    "hacked": ("website recorded as hacked", "บันทึกว่าเว็บไซต์ถูกเจาะระบบ"),
    "removed": ("website recorded as removed", "บันทึกว่าเว็บไซต์ถูกถอดออก"),
}


def list_id(geocode: str) -> str:
    """The id under which the list knows an authority, from its geocode in the code tables.

    The code tables add 50 to the subdistrict of a body named after one, and write a province body as ``110050``.

    >>> [list_id(code) for code in ("110050", "110163", "1199", "10")]
    ['11', '110113', '1199', '10']
    """
    if len(geocode) != 6:
        return geocode
    return geocode[:2] if geocode.endswith("0050") else f"{geocode[:4]}{int(geocode[4:]) - 50:02d}"


def build(raw: Path) -> dict[str, bytes]:
    """One row for each authority and indicator, and their sums; Bangkok's administration goes by ``BMA``."""
    bodies = read_raw(raw / AUTHORITIES)
    listed = apply(read_raw(raw / LIST), "lao_websites", LIST)
    bodies = bodies.assign(id=bodies["xml_geocode"].map(list_id))[["id", "lao_code", "type", "district_code"]]
    joined = listed[["id", "province_code", "website_status", "website_last_checked"]].merge(bodies, "outer", on="id")
    alone = joined[["lao_code", "website_status"]].isna().any(axis=1)
    if alone.any() or joined["id"].duplicated().any() or not set(joined["website_status"]) <= set(SEEN):
        first = joined.loc[alone, "id"].tolist()[:1] or sorted(set(joined["website_status"]) - set(SEEN))
        raise SourceError(
            f"lao_websites: {int(alone.sum())} authorities are in {LIST} or {AUTHORITIES} alone, or have a status that "
            f"is not known, first {first}; compare the two files"
        )
    joined["area_code"] = joined["lao_code"].where(joined["type"] != "special_bangkok", "BMA")
    joined["website_on_record"] = (joined["website_status"] == "no_problem_recorded").astype(int)
    joined["laos"] = 1
    joined["checked"] = joined["website_last_checked"].str[:4]
    own = joined.assign(**{name: joined.apply(_told, axis=1, language=i) for i, name in enumerate(("note", "note_th"))})
    # A province organisation sits in one district but serves them all, so districts count the other bodies.
    of_district = joined[~joined["type"].isin(["PAO", "special_bangkok"])]
    frames = [own, _sums(of_district, "district_code"), _sums(joined, "province_code")]
    wide = pd.concat(frames)[["area_code", "note", "note_th", "website_on_record", "laos"]]
    table = wide.melt(["area_code", "note", "note_th"], var_name="indicator", value_name="value")
    table.loc[table["indicator"] == "laos", ["note", "note_th"]] = ""
    table["value"] = table["value"].astype(str)
    return {"websites.csv": long_csv(table.assign(year="2022", period="2022", unit="authorities"))}


def _told(row: pd.Series, language: int) -> str:
    words, year = SEEN[row["website_status"]][language], row["checked"]
    if not year:
        return words
    return f"{words}, checked {year}" if language == 0 else f"{words} ตรวจล่าสุด พ.ศ. {int(year) + 543}"


def _sums(joined: pd.DataFrame, column: str) -> pd.DataFrame:
    groups = joined.groupby(column)
    sums = groups[["website_on_record", "laos"]].sum()
    years = joined[joined["checked"] != ""].groupby(column)["checked"].agg(["min", "max", "size"]).reindex(sums.index)
    notes = {"note": [], "note_th": []}  # type: dict[str, list[str]]
    for laos, first, last, dated in zip(sums["laos"], years["min"], years["max"], years["size"], strict=True):
        if pd.isna(dated):
            notes["note"].append("no check is dated")
            notes["note_th"].append("ไม่มีวันที่ตรวจ")
            continue
        era = (int(first) + 543, int(last) + 543)
        notes["note"].append(f"{dated:.0f} of {laos} dated, checked {first if first == last else f'{first}–{last}'}")
        notes["note_th"].append(
            f"มีวันที่ตรวจ {dated:.0f} จาก {laos} แห่ง ตรวจล่าสุด พ.ศ. {era[0] if era[0] == era[1] else f'{era[0]}–{era[1]}'}"
        )
    return sums.assign(**notes).rename_axis("area_code").reset_index()
