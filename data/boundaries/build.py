"""Shapes that ship: detailed subdistricts for joining points, and the drawings that a browser fetches."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import numpy.typing as npt
import shapely

from geo import topology

RAW = "boundaries/codab_nested_detailed_adm3_subdistrict.parquet"
# About 2 m: finer than the 10 m by which the detailed layer departs from the official line.
GRID = 2.0**-16
# National drawings stand on a grid of about 27 m, a province's own on one of about 3 m.
NATIONAL_STEP, PROVINCE_STEP = 2.0**-12, 2.0**-15
# A border may stray by this share of the side of the smaller area beside it, and never by more than this (degrees).
NATIONAL_STRAY, NATIONAL_MOST = 0.1, 0.006
PROVINCE_STRAY, PROVINCE_MOST = 0.03, 0.0008


def build(raw: Path) -> dict[str, bytes]:
    """GeoParquet of the 7,425 subdistrict polygons, and TopoJSON of each level for the country and per province."""
    areas = gpd.read_parquet(raw / RAW, columns=["subdistrict_code", "geometry"])
    areas = areas.rename(columns={"subdistrict_code": "code"}).sort_values("code").reset_index(drop=True)
    files = {"subdistricts.parquet": _parquet(areas)}
    codes = areas["code"].to_numpy(dtype=str)
    borders = topology.cut(areas.geometry.values)
    labels = _labels(areas.geometry.values)
    coarse = simplify(borders, areas.geometry.values, NATIONAL_STRAY, NATIONAL_MOST, NATIONAL_STEP)
    for level, digits in (("province", 2), ("district", 4), ("subdistrict", 6)):
        group = np.array([code[:digits] for code in codes])
        files[f"topo/{level}.json"] = _drawing(group, coarse, NATIONAL_STEP, labels if digits == 6 else None)
    fine = simplify(borders, areas.geometry.values, PROVINCE_STRAY, PROVINCE_MOST, PROVINCE_STEP)
    for province in sorted({code[:2] for code in codes}):
        inside = np.char.startswith(codes, province)
        files[f"topo/subdistrict/{province}.json"] = _drawing(
            codes[inside], fine[inside], PROVINCE_STEP, labels[inside]
        )
    return files


def _parquet(areas: gpd.GeoDataFrame) -> bytes:
    buffer = io.BytesIO()
    areas.to_parquet(buffer, index=False, compression="zstd", compression_level=12, write_covering_bbox=False)
    return buffer.getvalue()


def _labels(shapes: npt.NDArray[np.object_]) -> npt.NDArray[np.float64]:
    """A point well inside each area, in its largest part."""
    points = []
    for shape in shapes:
        largest = max(shapely.get_parts(shape), key=shapely.area)
        points.append(shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, tolerance=0.001))[0])
    return np.round(np.array(points), 5)


def simplify(
    borders: topology.Borders, shapes: npt.NDArray[np.object_], stray: float, most: float, step: float
) -> npt.NDArray[np.object_]:
    """Areas put together from borders that are simplified once each, so that neighbours never part.

    A border strays least where the areas beside it are small. Where areas cross or lose a part of their size, their
    borders are drawn again at half the tolerance; what is left after five rounds are borders that touch within one
    step of the grid (two rivers' banks, a pier), which no screen shows.
    """
    side = np.sqrt(shapely.area(shapes))
    allowed = np.array([min(most, stray * side[owners].min()) for owners in borders.owners])
    original = np.array([shapely.linestrings(line) for line in borders.lines], dtype=object)
    for _ in range(5):
        lines = _on_grid(shapely.simplify(original, allowed, preserve_topology=True), original, step)
        drawn = np.array([_assemble(rings, lines) for rings in borders.rings], dtype=object)
        wrong = set(np.flatnonzero(~shapely.is_valid(drawn)))
        if not wrong:
            edges = shapely.coverage_invalid_edges(drawn)
            wrong = set(np.flatnonzero(~shapely.is_empty(edges)))
        # An area that lost or gained too much is drawn more closely as well.
        error = np.abs(shapely.area(drawn) / shapely.area(shapes) - 1)
        wrong |= set(np.flatnonzero(error > 0.08))
        if not wrong:
            break
        for line, owners in enumerate(borders.owners):
            if wrong.intersection(owners):
                allowed[line] /= 2
    return drawn


def _on_grid(lines: npt.NDArray[np.object_], original: npt.NDArray[np.object_], step: float) -> list[Any]:
    snapped = []
    for line, before in zip(lines, original, strict=True):
        at = np.rint(shapely.get_coordinates(line) / step) * step
        keep = np.append(True, (np.diff(at, axis=0) != 0).any(axis=1))
        at = at[keep]
        closed = bool((shapely.get_coordinates(before)[0] == shapely.get_coordinates(before)[-1]).all())
        if len(at) < (4 if closed else 2):
            at = shapely.get_coordinates(before)
        snapped.append(at)
    return snapped


def _assemble(polygons: list[list[list[int]]], lines: list[Any]) -> Any:
    def ring(walk: list[int]) -> npt.NDArray[np.float64]:
        parts = [lines[line] if line >= 0 else lines[~line][::-1] for line in walk]
        return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])

    made = [shapely.Polygon(ring(rings[0]), [ring(hole) for hole in rings[1:]]) for rings in polygons]
    return made[0] if len(made) == 1 else shapely.MultiPolygon(made)


def _union(parts: npt.NDArray[np.object_], step: float) -> Any:
    try:
        return shapely.coverage_union_all(parts)
    except shapely.errors.GEOSException:
        # Parts that touch within one step of the grid: joined on the same grid, vertex for vertex.
        return shapely.union_all(shapely.make_valid(parts), grid_size=step)


def _drawing(
    group: npt.NDArray[np.str_],
    shapes: npt.NDArray[np.object_],
    step: float,
    labels: npt.NDArray[np.float64] | None,
) -> bytes:
    codes = sorted(set(group))
    if len(codes) < len(group):
        shapes = np.array([_union(shapes[group == code], step) for code in codes], dtype=object)
    return topology.encode(codes, shapes, _labels(shapes) if labels is None else labels, step)
