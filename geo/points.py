"""Points and areas: which area a point lies in, and how far the nearest point is."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from pyproj import Geod, Transformer
from scipy.spatial import cKDTree

from geo.boundaries import METRIC_CRS, shapes

LEVELS = ("country", "region", "province", "district", "subdistrict")
EARTH = Geod(ellps="WGS84")
# Half axes of WGS 84's ellipsoid in kilometres, and its flatness.
EQUATOR_KM, ECCENTRICITY_2 = EARTH.a / 1000, EARTH.es
TO_PLANE = Transformer.from_crs("EPSG:4326", METRIC_CRS, always_xy=True)
# How many points one worker takes at a time, and how wide a strip of them is looked up from west to east.
SHARE, STRIP_METRES = 20_000, 20_000


class Located(NamedTuple):
    """Points inside areas, with ``area_code``, and points in none, with the nearest area, its distance and why."""

    rows: pd.DataFrame
    outside: pd.DataFrame


@lru_cache(maxsize=5)
def _outer(level: str) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.object_], shapely.STRtree]:
    """The pieces of border that no two areas share, on the plane: the area of each, the pieces, and their tree."""
    plane = shapes(level).geometry.to_crs(METRIC_CRS).to_numpy()
    parts, of_part = shapely.get_parts(plane, return_index=True)
    rings, of_ring = shapely.get_rings(parts, return_index=True)
    corner, of_corner = shapely.get_coordinates(rings, return_index=True)
    start = np.flatnonzero(of_corner[:-1] == of_corner[1:])
    ends = np.stack([corner[start], corner[start + 1]], axis=1)
    turn = (ends[:, 0, 0] > ends[:, 1, 0]) | ((ends[:, 0, 0] == ends[:, 1, 0]) & (ends[:, 0, 1] > ends[:, 1, 1]))
    same = pd.DataFrame(np.where(turn[:, None, None], ends[:, ::-1], ends).reshape(-1, 4)).duplicated(keep=False)
    alone = ~same.to_numpy()
    pieces = shapely.linestrings(ends[alone])
    return of_part[of_ring[of_corner[start[alone]]]], pieces, shapely.STRtree(pieces, node_capacity=2)


def points(table: pd.DataFrame, lat: str, lon: str, level: str) -> Located:
    """Which area of a level each point lies in.

    Parameters
    ----------
    table : DataFrame
        One row a point, any columns; WGS 84 degrees in the columns named ``lat`` and ``lon``.
    level : str
        country, region, province, district or subdistrict (whose codes are polygon codes).

    Returns
    -------
    Located
        ``rows``: the points inside an area, as they came, with ``area_code``; a point on a border belongs to the area
        with the lowest code. ``outside``: the others with ``nearest_code``, ``distance_km`` (empty where the
        coordinates cannot be used) and ``why``. Every row of the table is in exactly one of the two, in its order.

    Raises
    ------
    ValueError
        For a missing column or an unknown level.
    """
    if level not in LEVELS:
        raise ValueError(f"points: level {level!r} has no areas for points; there are {', '.join(LEVELS)}")
    for column in (lat, lon):
        if column not in table:
            raise ValueError(f"points: the table has no column {column!r}; it has {', '.join(map(str, table.columns))}")
    north = pd.to_numeric(table[lat], errors="coerce").to_numpy(dtype=float)
    east = pd.to_numeric(table[lon], errors="coerce").to_numpy(dtype=float)
    why = _faults(north, east)
    usable = np.flatnonzero(why == "")
    areas = shapes(level)
    codes = areas.index.to_numpy(dtype=str)
    area = np.full(len(table), len(codes))
    # The points go into the tree and the areas are asked: an area is prepared once for all points near it.
    dots = shapely.STRtree(shapely.points(east[usable], north[usable]))
    polygon, at = dots.query(areas.geometry.to_numpy(), predicate="intersects")
    np.minimum.at(area, usable[at], polygon)
    inside = area < len(codes)
    rows = table[inside].assign(area_code=codes[area[inside]])
    outside = table[~inside].assign(nearest_code="", distance_km=np.nan, why=why[~inside])
    lost = np.flatnonzero(~inside & (why == ""))
    if len(lost):
        nearest_code, km = _nearest_area(level, east[lost], north[lost])
        position = np.searchsorted(np.flatnonzero(~inside), lost)
        told = {name: outside[name].to_numpy(copy=True) for name in ("nearest_code", "distance_km", "why")}
        told["nearest_code"][position] = nearest_code
        told["distance_km"][position] = np.round(km, 3)
        told["why"][position] = [
            f"lies {d:.1f} km outside {code}, the nearest {level}" for code, d in zip(nearest_code, km, strict=True)
        ]
        outside = outside.assign(**told)
    return Located(rows, outside)


def _faults(north: npt.NDArray[np.float64], east: npt.NDArray[np.float64]) -> npt.NDArray[np.object_]:
    """Why coordinates cannot be used; an empty text where they can."""
    why = np.full(len(north), "", dtype=object)
    finite = np.isfinite(north) & np.isfinite(east)
    beyond = finite & ((np.abs(north) > 90) | (np.abs(east) > 180))
    # Thailand lies between 5 and 21 degrees north and 97 and 106 degrees east: turned round, it is unmistakable.
    turned = finite & (np.abs(east - 13) < 9) & (np.abs(north - 101.5) < 6)
    why[beyond] = "latitude or longitude is beyond the globe; check the columns"
    why[turned] = "latitude and longitude seem to be exchanged; exchange the columns"
    why[~finite] = "latitude or longitude is missing or not a number"
    return why


def _nearest_area(
    level: str, east: npt.NDArray[np.float64], north: npt.NDArray[np.float64]
) -> tuple[list[str], npt.NDArray[np.float64]]:
    owner, pieces, tree = _outer(level)
    codes = shapes(level).index.to_numpy(dtype=str)
    # Far from Thailand the plane folds over, so a far point looks for its area from the near edge of this frame.
    spots = np.stack(TO_PLANE.transform(np.clip(east, 90, 113), np.clip(north, -2, 28)), axis=1)
    # Neighbours in turn, strip by strip: the tree then finds what it needs where it looked last.
    order = np.lexsort((spots[:, 0], spots[:, 1] // STRIP_METRES))
    shares = np.array_split(order, max(1, len(order) // SHARE))
    # Where two areas are equally near, at a corner they share, the lower code has it, as on a border.
    by_owner = np.argsort(owner, kind="stable")
    rank = np.argsort(by_owner, kind="stable")
    found = np.full(len(spots), len(pieces))

    def look(share: npt.NDArray[np.intp]) -> None:
        dot, piece = tree.query_nearest(shapely.points(spots[share]))
        np.minimum.at(found, share[dot], rank[piece])

    # Each share writes to places of its own, and the tree leaves other threads free while it looks.
    with ThreadPoolExecutor(os.cpu_count()) as workers:
        list(workers.map(look, shares))
    found = by_owner[found]
    ends = shapely.get_coordinates(pieces).reshape(-1, 2, 2)[found]
    along = ends[:, 1] - ends[:, 0]
    part = ((spots - ends[:, 0]) * along).sum(axis=1) / (along**2).sum(axis=1)
    border = ends[:, 0] + np.clip(part, 0, 1)[:, None] * along
    border_east, border_north = TO_PLANE.transform(border[:, 0], border[:, 1], direction="INVERSE")
    _, _, metres = EARTH.inv(border_east, border_north, east, north)
    return [str(code) for code in codes[owner[found]]], np.asarray(metres) / 1000


def nearest(homes: npt.ArrayLike, services: npt.ArrayLike) -> npt.NDArray[np.float64]:
    """How far it is, in a straight line, from each home to the service nearest to it.

    Parameters
    ----------
    homes, services : array of float, shape (n, 2) and (m, 2)
        Latitude and longitude in degrees.

    Returns
    -------
    array of float, shape (n,)
        Kilometres on the ellipsoid.

    Raises
    ------
    ValueError
        When a coordinate is missing or infinite, or there is no service at all.

    Examples
    --------
    >>> nearest([[13.0, 100.0]], [[14.0, 100.0], [20.0, 100.0]]).round(1).tolist()
    [110.6]
    """
    start, end = np.asarray(homes, dtype=float).reshape(-1, 2), np.asarray(services, dtype=float).reshape(-1, 2)
    for name, found in (("homes", start), ("services", end)):
        if missing := int((~np.isfinite(found)).any(axis=1).sum()):
            raise ValueError(f"nearest: {missing} of {len(found)} {name} have no coordinates; leave them out first")
    if not len(end):
        raise ValueError("nearest: there is no service to go to")
    # Straight through the earth and along it, the nearest is the same to a few metres in a thousand kilometres.
    _, closest = cKDTree(_in_space(end)).query(_in_space(start))
    to = end[closest]
    _, _, metres = EARTH.inv(start[:, 1], start[:, 0], to[:, 1], to[:, 0])
    return np.asarray(metres) / 1000


def _in_space(places: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """Kilometres from the centre of the earth along three axes, on the ellipsoid."""
    lat, lon = np.radians(places).T
    radius = EQUATOR_KM / np.sqrt(1 - ECCENTRICITY_2 * np.sin(lat) ** 2)
    across = radius * np.cos(lat)
    return np.stack([across * np.cos(lon), across * np.sin(lon), radius * (1 - ECCENTRICITY_2) * np.sin(lat)], axis=1)
