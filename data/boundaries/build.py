"""Shapes that ship: one close drawing of the country for joining and measuring, one light drawing for the browser."""

from __future__ import annotations

import io
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.build import plain_csv, read_raw
from geo.coverage import middle, redraw
from geo.problems import SourceError
from geo.topology import Floats, Shapes, cut, encode

RAW = "boundaries/codab_nested_detailed_adm3_subdistrict.parquet"
CROSSWALK = "codes/subdistrict_polygon_crosswalk.csv"
DIGITS = {"province": 2, "district": 4, "subdistrict": 6}
# Powers of two keep every digit. About 1.7 m: the detailed layer itself is some 10 m off the official line.
CLOSE_STEP = 2.0**-16
# About 54 m, a tenth of a pixel when the country fills the screen.
LIGHT_STEP = 2.0**-11


def build(raw: Path) -> dict[str, bytes]:
    """GeoParquet of each level, TopoJSON of each level for the whole country, and pairs of neighbours."""
    told = _told(raw)
    detailed = told.pop("geometry").to_numpy()
    codes = told["code"].to_numpy(dtype=str)
    close = redraw(detailed, coarse=0.0015, fine=0.0003, step=CLOSE_STEP, loss=0.03)
    labels = _inside(told[["lon", "lat"]].to_numpy(), close)
    told[["lon", "lat"]] = labels
    tables = {level: _level(told, close, level) for level in DIGITS}
    files = {f"{level}.parquet": _parquet(table) for level, table in tables.items()}
    files["neighbours.csv"] = _neighbours(codes, close)

    light = {"subdistrict": redraw(detailed, coarse=0.007, fine=0.001, step=LIGHT_STEP, loss=0.09)}
    # From afar districts need fewer vertices than the subdistricts in them; provinces are the districts, joined.
    districts = _joined(light["subdistrict"], codes, 4)
    light["district"] = redraw(districts, coarse=0.014, fine=0.002, step=LIGHT_STEP, loss=0.06)
    light["province"] = _joined(light["district"], tables["district"]["code"].to_numpy(dtype=str), 2)
    for level, drawn in light.items():
        table = tables[level]
        spots = _inside(table[["lon", "lat"]].to_numpy().round(3), drawn).round(4)
        files[f"topo/{level}.json"] = encode(list(table["code"]), drawn, spots, LIGHT_STEP)
    return files


def _told(raw: Path) -> gpd.GeoDataFrame:
    """The subdistricts as the source gives them, and which present codes share each outline."""
    names = {"subdistrict_code": "code", "label_lon": "lon", "label_lat": "lat"}
    table = gpd.read_parquet(raw / RAW).rename(columns=names).sort_values("code").reset_index(drop=True)
    if not shapely.coverage_is_valid(table.geometry.to_numpy()):
        raise SourceError(f"{RAW}: areas overlap or leave gaps, so borders cannot be shared; clean the layer first")
    changes = read_raw(raw / CROSSWALK).groupby("polygon_code")["current_code"].apply(lambda now: ",".join(sorted(now)))
    table["current_codes"] = table["code"].map(changes).fillna(table["code"])
    # A drawn area is older than the law where other codes stand in it today.
    table["drawn_older"] = table["current_codes"] != table["code"]
    return table[["code", "area_km2", "lon", "lat", "current_codes", "drawn_older", "geometry"]]


def _level(told: pd.DataFrame, close: Shapes, level: str) -> gpd.GeoDataFrame:
    """One level as a table: what is known of each area, and its outline as the union of its subdistricts."""
    if level == "subdistrict":
        return gpd.GeoDataFrame(told, geometry=list(close), crs="EPSG:4326")
    digits = DIGITS[level]
    codes = told["code"].to_numpy(dtype=str)
    grouped = told.groupby(told["code"].str[:digits])
    moved = {
        part[:digits]
        for code, now in told.loc[told["drawn_older"], ["code", "current_codes"]].itertuples(index=False)
        for part in (code, *now.split(","))
        if any(other[:digits] != code[:digits] for other in now.split(","))
    }
    joined = _joined(close, codes, digits)
    table = grouped["area_km2"].sum().round(4).rename_axis("code").reset_index()
    spots = np.array([middle(shape) for shape in joined])
    table = table.assign(lon=spots[:, 0], lat=spots[:, 1])
    table["drawn_older"] = table["code"].isin(moved)
    return gpd.GeoDataFrame(table, geometry=list(joined), crs="EPSG:4326")


def _joined(shapes: Shapes, codes: Shapes, digits: int) -> Shapes:
    group = np.array([code[:digits] for code in codes])
    whole = [shapely.normalize(shapely.coverage_union_all(shapes[group == code])) for code in np.unique(group)]
    return np.array(whole, dtype=object)


def _inside(points: Floats, shapes: Shapes) -> Floats:
    """The label points, each moved into its area where the drawn line has left it outside."""
    held = shapely.contains_xy(shapes, points)
    return np.where(held[:, None], points, shapely.get_coordinates(shapely.point_on_surface(shapes)).round(5))


def _neighbours(codes: Shapes, close: Shapes) -> bytes:
    """Pairs of subdistricts that have a border in common, the lower code first."""
    pairs = {tuple(sorted(owners)) for owners in cut(close).owners if len(set(owners)) == 2}
    rows = [(str(codes[one]), str(codes[other])) for one, other in sorted(pairs)]
    return plain_csv(pd.DataFrame(rows, columns=["code", "neighbour"]))


def _parquet(table: gpd.GeoDataFrame) -> bytes:
    buffer = io.BytesIO()
    table.to_parquet(buffer, index=False, compression="zstd", compression_level=19)
    return buffer.getvalue()
