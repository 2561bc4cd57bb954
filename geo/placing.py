"""Where a listed point lies: the finest area that can be told from its coordinates, when a points table is built."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.problems import SourceError

POLYGONS = "boundaries/codab_nested_detailed_adm3_subdistrict.parquet"
# Piers, breakwaters and river banks: the drawn coast is about 10 m off, real jetties and reclaimed land far more.
FARTHEST_KM = 10.0
# UTM 47 is true to about 0.5 % even at the eastern border, near enough to tell which area is nearest.
METRES = "EPSG:32647"


@lru_cache(maxsize=2)
def _polygons(path: Path) -> gpd.GeoDataFrame:
    return gpd.read_parquet(path, columns=["subdistrict_code", "geometry"]).sort_values("subdistrict_code")


def place(points: pd.DataFrame, raw: Path) -> pd.DataFrame:
    """The points with the subdistrict in which each one lies.

    Parameters
    ----------
    points : DataFrame of text
        One row a point, with columns ``id``, ``lat``, ``lon`` (WGS 84 degrees).
    raw : Path
        Folder of raw sources; the detailed subdistrict polygons are read from it.

    Returns
    -------
    DataFrame
        A copy, sorted by id, with ``area_code`` (six-digit polygon code) and ``placed``: ``within``, or ``nearest``
        for a point that lies off the drawn coast or border by at most 10 km. A point on a border belongs to the area
        with the smaller code.

    Raises
    ------
    SourceError
        When an id stands twice, or a point lies farther out than that.
    """
    if points["id"].duplicated().any():
        raise SourceError(f"points: id {points.loc[points['id'].duplicated(), 'id'].iloc[0]!r} stands twice")
    placed = points.sort_values("id").reset_index(drop=True)
    polygons = _polygons(raw / POLYGONS)
    codes = polygons["subdistrict_code"].to_numpy()
    dots = shapely.points(placed["lon"].astype(float), placed["lat"].astype(float))
    of_point, of_polygon = shapely.STRtree(polygons.geometry.values).query(dots, predicate="intersects")
    inside = pd.Series(of_polygon).groupby(of_point).min()
    placed["area_code"] = inside.reindex(placed.index).map(lambda i: "" if np.isnan(i) else codes[int(i)])
    placed["placed"] = "within"
    outside = placed.index[placed["area_code"] == ""]
    if len(outside):
        near = gpd.GeoSeries(dots[outside], index=outside, crs="EPSG:4326").to_crs(METRES)
        plane = polygons.geometry.to_crs(METRES)
        for row, dot in zip(outside, near, strict=True):
            km = plane.distance(dot).to_numpy() / 1000
            if km.min() > FARTHEST_KM:
                point = placed.loc[row]
                raise SourceError(
                    f"points: {point['id']} at {point['lat']}, {point['lon']} lies {km.min():.0f} km outside every "
                    "subdistrict; check its coordinates"
                )
            placed.loc[row, ["area_code", "placed"]] = [codes[int(km.argmin())], "nearest"]
    return placed
