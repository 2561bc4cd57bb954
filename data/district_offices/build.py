"""District offices and province halls: where people meet the state in person."""

from __future__ import annotations

from pathlib import Path

import geopandas as gpd
import pandas as pd

from geo.boundaries import METRIC_CRS, shapes
from geo.build import plain_csv, read_raw
from geo.corrections import apply
from geo.placing import place
from geo.problems import SourceError

LIST = "infrastructure/district_offices_and_province_halls.csv"


# Drawn borders are about 10 m off and offices' points rounded to 11 m: one that stands on its district's border may
# be drawn just across it.
BORDER_M = 100.0


def _across_the_border(office: pd.Series) -> tuple[str, str]:
    """The nearest subdistrict of the district that an office serves; empty when it is farther than a border can err."""
    own = shapes("subdistrict", str(office["serves"])).to_crs(METRIC_CRS)
    spot = gpd.GeoSeries.from_xy([float(office["lon"])], [float(office["lat"])], crs="EPSG:4326").to_crs(METRIC_CRS)
    metres = own.distance(spot.iloc[0])
    return (str(metres.idxmin()), "nearest") if metres.min() <= BORDER_M else ("", "")


def build(raw: Path) -> dict[str, bytes]:
    """One row an office; ``serves`` is the district or province it is the office of, ``area_code`` where it stands."""
    points = place(apply(read_raw(raw / LIST), "district_offices", LIST))
    hall, khet = points["kind"] == "province_hall", points["district_code"].str.startswith("10")
    points["serves"] = points["district_code"].where(~hall, points["province_code"])
    points["name_th"] = ("ที่ว่าการอำเภอ" + points["name"]).where(~khet, "สำนักงานเขต" + points["name"])
    points["name_th"] = points["name_th"].where(~hall, "ศาลากลางจังหวัด" + points["name"])
    points["name_en"] += (~hall).map({True: " District Office", False: " Province Hall"})
    away = ~hall & (points["area_code"].str[:4] != points["serves"])
    for row in points.index[away]:
        points.loc[row, ["area_code", "placed"]] = _across_the_border(points.loc[row])
    away = points["area_code"] == ""
    if away.any():
        raise SourceError(
            f"district_offices: {int(away.sum())} points lie outside the district they serve, first "
            f"{points.loc[away, 'id'].iloc[0]}; correct or withhold them in corrections.toml"
        )
    columns = ["id", "kind", "name_th", "name_en", "lat", "lon", "area_code", "placed", "serves"]
    return {"offices.csv": plain_csv(points[columns])}
