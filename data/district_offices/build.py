"""District offices and province halls: where people meet the state in person."""

from __future__ import annotations

from pathlib import Path

from geo.build import plain_csv, read_raw
from geo.corrections import apply
from geo.placing import place
from geo.problems import SourceError

LIST = "infrastructure/district_offices_and_province_halls.csv"


def build(raw: Path) -> dict[str, bytes]:
    """One row an office; ``serves`` is the district or province it is the office of, ``area_code`` where it stands."""
    points = place(apply(read_raw(raw / LIST), "district_offices", LIST))
    hall, khet = points["kind"] == "province_hall", points["district_code"].str.startswith("10")
    points["serves"] = points["district_code"].where(~hall, points["province_code"])
    points["name_th"] = ("ที่ว่าการอำเภอ" + points["name"]).where(~khet, "สำนักงานเขต" + points["name"])
    points["name_th"] = points["name_th"].where(~hall, "ศาลากลางจังหวัด" + points["name"])
    points["name_en"] += (~hall).map({True: " District Office", False: " Province Hall"})
    away = ~hall & (points["area_code"].str[:4] != points["serves"])
    if away.any():
        raise SourceError(
            f"district_offices: {int(away.sum())} points lie outside the district they serve, first "
            f"{points.loc[away, 'id'].iloc[0]}; correct or withhold them in corrections.toml"
        )
    columns = ["id", "kind", "name_th", "name_en", "lat", "lon", "area_code", "placed", "serves"]
    return {"offices.csv": plain_csv(points[columns])}
