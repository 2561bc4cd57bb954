"""Speed tests by province and quarter, the median of each year, and 170 districts of one quarter."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from statistics import median

import pandas as pd

from geo import corrections
from geo.build import long_csv, read_raw
from geo.problems import SourceError

SOURCE = "ookla"
DISTRICTS = "internet/ookla_district_2025q4_8provinces.csv"
UNITS = {"download_mbps": "Mbps", "upload_mbps": "Mbps", "latency_ms": "ms", "tests": "tests", "tiles": "tiles"}
SPEEDS = ("download_mbps", "upload_mbps", "latency_ms")
# What a reader of one figure should know though the figure stands: the guard is the figure itself.
REMARKS = {
    ("20", "fixed_tests", "2025-Q4"): (
        "95521",
        "12 % fewer tests than its eleven districts together (109,012): the province was drawn with another outline on "
        "the coast",
        "น้อยกว่าผลรวมของ 11 อำเภอ (109,012 ครั้ง) ร้อยละ 12 เพราะใช้แนวเขตชายฝั่งคนละชุด",
    ),
    ("20", "mobile_tests", "2025-Q4"): (
        "33761",
        "12 % fewer tests than its eleven districts together (38,485): the province was drawn with another outline on "
        "the coast",
        "น้อยกว่าผลรวมของ 11 อำเภอ (38,485 ครั้ง) ร้อยละ 12 เพราะใช้แนวเขตชายฝั่งคนละชุด",
    ),
    ("58", "fixed_latency_ms", "2025-Q4"): (
        "124.66",
        "high in most quarters, not only this one: 136 to 219 ms until mid-2024, 19 ms in the first quarter of 2025, "
        "84 ms in the second; the cause is not known",
        "สูงเกือบทุกไตรมาส ไม่เฉพาะไตรมาสนี้: 136–219 มิลลิวินาทีจนถึงกลางปี 2567 ลดเหลือ 19 ในไตรมาส 1/2568 และ 84 ในไตรมาส 2/2568 "
        "ไม่ทราบสาเหตุ",
    ),
}


def _long(raw: pd.DataFrame) -> pd.DataFrame:
    """The raw rows in the house's columns, with the tests of the same row as the base of each speed."""
    indicator = raw["indicator"].str.removeprefix("ookla_")
    kind = indicator.str.partition("_")[2]
    tests = raw[kind == "tests"].set_index(["area_code", "period"])["value"]
    behind = tests.reindex(pd.MultiIndex.from_frame(raw[["area_code", "period"]])).fillna("").to_numpy()
    return pd.DataFrame(
        {
            "area_code": raw["area_code"],
            "indicator": indicator,
            "year": raw["year_ce"],
            "period": raw["period"],
            "value": raw["value"],
            "unit": kind.map(UNITS),
            "base": pd.Series(behind, index=raw.index).where(kind.isin(SPEEDS), ""),
            "note": raw["note"],
            "note_th": raw["note_th"],
        }
    )


def _corrected(raw: pd.DataFrame, file: str) -> pd.DataFrame:
    """The raw rows without the collector's own remarks, those in corrections.toml emptied with their reason."""
    return corrections.apply(raw.assign(note="", note_th=""), SOURCE, file)


def _medians(quarters: pd.DataFrame, kept: pd.DataFrame) -> pd.DataFrame:
    """The median quarter of each year over every published quarter: one campaign cannot move it far.

    Its base counts the tests of quarters that are kept, so that a campaign does not weigh in the mean of a region.
    """
    rows = []
    wanted = quarters[~quarters["indicator"].str.endswith("_tiles")]
    for _, group in wanted.groupby(["area_code", "indicator", "year"]):
        area, indicator, year = group[["area_code", "indicator", "year"]].iloc[0].astype(str)
        middle = median(Decimal(value) for value in group["value"])
        speed = not indicator.endswith("_tests")
        missing = [q for q in ("Q1", "Q2", "Q3", "Q4") if f"{year}-{q}" not in set(group["period"])]
        era, doubtful = int(year) + 543, int((kept.loc[group.index, "value"] == "").sum())
        rows.append(
            {
                "area_code": area,
                "indicator": indicator,
                "year": year,
                "period": year,
                "value": format(middle.normalize(), "f"),
                "unit": group["unit"].iloc[0],
                "base": str(sum(int(tests) for tests in kept.loc[group.index, "base"] if tests)) if speed else "",
                "note": f"median of {len(group)} quarters"
                + "".join(f"; {year}-{quarter} was not published" for quarter in missing)
                + (f"; {doubtful} of them withheld as likely drive or laboratory tests" if doubtful else ""),
                "note_th": f"ค่ามัธยฐานของ {len(group)} ไตรมาส"
                + "".join(f" ไม่มีข้อมูลไตรมาส {quarter[1]}/{era}" for quarter in missing)
                + (f" ในจำนวนนี้ {doubtful} ไตรมาสไม่แสดงค่าเพราะน่าจะเป็นการทดสอบภาคสนามหรือห้องทดลอง" if doubtful else ""),
            }
        )
    return pd.DataFrame(rows)


def _remarked(table: pd.DataFrame, network: str) -> pd.DataFrame:
    told = table.copy()
    for (area, indicator, period), (was, en, th) in REMARKS.items():
        if not indicator.startswith(network):
            continue
        row = (told["area_code"] == area) & (told["indicator"] == indicator) & (told["period"] == period)
        if set(told.loc[row, "value"]) != {was}:
            raise SourceError(
                f"{SOURCE}: {indicator} of {area} in {period} reads {sorted(told.loc[row, 'value'])}, the remark in "
                f"build.py was written for {was}; the source has changed, look again and rewrite the remark"
            )
        told.loc[row, ["note", "note_th"]] = [en, th]
    return told


def build(raw: Path) -> dict[str, bytes]:
    """fixed.csv and mobile.csv from the quarterly files of the provinces and the file of districts."""
    by_district, built = _corrected(read_raw(raw / DISTRICTS), DISTRICTS), {}
    for network in ("fixed", "mobile"):
        file = f"internet/ookla_{network}_province_quarterly.csv"
        as_published = read_raw(raw / file).assign(note="", note_th="")
        districts = by_district[by_district["indicator"].str.startswith(f"ookla_{network}_")]
        kept, published = _long(_corrected(as_published, file)), _long(as_published)
        table = pd.concat([kept, _medians(published, kept), _long(districts)], ignore_index=True)
        built[f"{network}.csv"] = long_csv(_remarked(table, network))
    return built
