"""A million points into subdistricts, beside geopandas' own join in the same run."""

from __future__ import annotations

import time

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo.boundaries import shapes
from geo.points import points
from tests.bench.table import Figure, median

POINTS = 1_000_000
RUNS = 5


def figures() -> list[Figure]:
    """Time of ``geo.points.points`` for points in the country, and for points of which some lie outside it."""
    areas = shapes("subdistrict")[["geometry"]]
    inside = _inside(areas)
    west, south, east, north = areas.total_bounds
    chance = np.random.default_rng(2568)
    strewn = pd.DataFrame({"lat": chance.uniform(south, north, POINTS), "lon": chance.uniform(west, east, POINTS)})
    stock_input = gpd.GeoDataFrame(geometry=gpd.points_from_xy(inside["lon"], inside["lat"]), crs=areas.crs)
    sea = points(strewn, "lat", "lon", "subdistrict").outside[["lat", "lon"]]
    sea = pd.concat([sea, sea])[:POINTS]
    own, stock, mixed, away, outside = [], [], [], [], 0
    for _ in range(RUNS):
        start = time.perf_counter()
        points(inside, "lat", "lon", "subdistrict")
        own.append(time.perf_counter() - start)
        start = time.perf_counter()
        gpd.sjoin(stock_input, areas)
        stock.append(time.perf_counter() - start)
        start = time.perf_counter()
        outside = len(points(strewn, "lat", "lon", "subdistrict").outside)
        mixed.append(time.perf_counter() - start)
        start = time.perf_counter()
        points(sea, "lat", "lon", "subdistrict")
        away.append(time.perf_counter() - start)
    ratio = median(stock) / median(own)
    share = outside / len(strewn)
    return [
        Figure("1,000,000 points into 7,425", median(own), "s", most=10, note="all inside the country"),
        Figure("  geopandas.sjoin", median(stock), "s", note=f"stock / own = {ratio:.1f}"),
        Figure(
            "1,000,000 points, most outside",
            median(mixed),
            "s",
            most=10,
            note=f"{share:.0%} outside, nearest area told",
        ),
        Figure("1,000,000 points, all outside", median(away), "s", most=10, note="nearest area told for each"),
    ]


def _inside(areas: gpd.GeoDataFrame) -> pd.DataFrame:
    """Points spread over the subdistricts: many corners of their triangles' middles, so all lie in the country."""
    chance = np.random.default_rng(1)
    west, south, east, north = areas.total_bounds
    land = shapes("country").geometry.iloc[0].simplify(0.01).buffer(-0.02)
    shapely.prepare(land)
    lon, lat = chance.uniform(west, east, 3 * POINTS), chance.uniform(south, north, 3 * POINTS)
    within = np.flatnonzero(shapely.contains_xy(land, lon, lat))[:POINTS]
    if len(within) < POINTS:
        raise ValueError(f"bench: only {len(within)} points fell inside the country; {POINTS} are needed")
    return pd.DataFrame({"lat": lat[within], "lon": lon[within]})
