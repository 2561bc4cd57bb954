"""The certified smart cities, each with what stands behind it: a public announcement, or one data set alone."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import plain_csv, read_raw
from geo.corrections import apply
from geo.problems import SourceError

REGISTER = "infrastructure/smart_city_projects.csv"
ANNOUNCED = "kpi-survey/smart_cities.csv"
# The two lists spell these differently; the others share their id.
SAME = {
    "cmu-smart-city": "cmu",
    "nakhonsawan": "nakhon-sawan",
    "klong-phadung": "khlong-phadung",
    "sritrang": "sri-trang",
    "rayong": "rayong-city",
    "khao-khun-song": "khan-song",
    # Which of the two announced Phitsanulok cities is which could not be read; both were announced.
    "phitsanulok-muni": "phitsanulok-1",
    "phitsanulok-nu": "phitsanulok-2",
    "phangnga": "phang-nga",
    "thep-paraj": "thepparat",
    "nakhon-si-thammarat": "nakhon-si",
}
EVIDENCE = {
    "announcement": ("announced publicly", "มีประกาศต่อสาธารณะ"),
    "third_party": ("known from one data set only", "ทราบจากชุดข้อมูลเดียว"),
}
COLUMNS = ("id", "kind", "name_th", "name_en", "lat", "lon", "area_code", "type", "year", "dimensions", "evidence")


def build(raw: Path) -> dict[str, bytes]:
    """37 cities; ``area_code`` is the province, because the points stand for a city and not for its boundary."""
    listed = apply(read_raw(raw / REGISTER), "smart_cities", REGISTER)
    listed = listed[listed["status"] == "certified"].sort_values("id").reset_index(drop=True)
    announced = read_raw(raw / ANNOUNCED)
    announced = announced[announced["status"] == "certified"].set_index("id")
    partner = listed["id"].map(lambda city: SAME.get(city, city))
    if set(partner) != set(announced.index) or partner.duplicated().any():
        raise SourceError(
            f"smart_cities: {REGISTER} and {ANNOUNCED} no longer name the same cities, first "
            f"{sorted(set(partner) ^ set(announced.index))[:1]}; pair them anew"
        )
    provinces = read_raw(raw / "codes/provinces.csv").set_index("name_th")["province_code"]
    told = announced.loc[partner].reset_index(drop=True)
    elsewhere = listed["province_code"] != told["province_th"].map(provinces)
    if elsewhere.any() or (listed["batch_year"] != told["year"]).any():
        raise SourceError(
            f"smart_cities: {int(elsewhere.sum())} cities stand in another province or year in {ANNOUNCED}, first "
            f"{listed.loc[elsewhere, 'id'].tolist()[:1]}; find the announcement and add a correction"
        )
    evidence = told["certainty"].map({"stated": "announcement", "third_party": "third_party"})
    points = listed.assign(
        kind="smart_city",
        name_en=listed["name"],
        area_code=listed["province_code"],
        type=listed["local_type"],
        year=listed["batch_year"],
        dimensions=listed["smart_dimensions"].str.replace("; ", " "),
        evidence=evidence,
    )[list(COLUMNS)]
    points["note_en"] = [
        f"certified {y}; {EVIDENCE[e][0]}; the point stands for the city"
        for y, e in zip(points["year"], evidence, strict=True)
    ]
    points["note_th"] = [
        f"ได้รับการรับรอง พ.ศ. {int(y) + 543} {EVIDENCE[e][1]} จุดบนแผนที่เป็นจุดแทนเมือง"
        for y, e in zip(points["year"], evidence, strict=True)
    ]
    return {"certified.csv": plain_csv(pd.DataFrame(points))}
