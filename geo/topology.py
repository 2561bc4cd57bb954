"""Shapes that share borders, written as TopoJSON: every border once, so that neighbours never part."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import shapely

Floats = npt.NDArray[np.float64]
Shapes = npt.NDArray[np.object_]
Ring = list[int]


@dataclass(frozen=True)
class Borders:
    """A coverage cut into borders: each line once, and for each area the rings that put them together.

    Attributes
    ----------
    lines : list of array of float, shape (n, 2)
        Each stretch of border from one junction to the next, lon and lat in degrees.
    rings : list, one entry per area
        Polygons of the area, each a list of rings (outline first, then holes), each a list of positions
        in ``lines``; ``~i`` (that is ``-i - 1``) is line ``i`` walked backwards.
    owners : list of list of int
        For each line the positions of the areas beside it: two inside the country, one at its edge.
    """

    lines: list[Floats]
    rings: list[list[list[Ring]]]
    owners: list[list[int]]


def cut(shapes: Sequence[Any] | Shapes) -> Borders:
    """Which borders the areas of a coverage have in common.

    Parameters
    ----------
    shapes : sequence of Polygon or MultiPolygon, shape (n,)
        Areas that meet vertex to vertex; no shape may be empty.

    Returns
    -------
    Borders
        Lines, and for each area the lines that bound it.

    Notes
    -----
    Two areas have a border in common only where their vertices are the same numbers. Lines end where three
    borders meet; an island's shore is one closed line.

    Examples
    --------
    >>> borders = cut([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])
    >>> len(borders.lines), [len(owners) for owners in borders.owners]
    (3, [2, 1, 1])
    """
    if not len(shapes):
        return Borders([], [], [])
    _, coords, (ring_at, polygon_at, area_at) = shapely.to_ragged_array(_multi(shapes))
    _, vertex = np.unique(coords[:, 0] + 1j * coords[:, 1], return_inverse=True)
    inside = np.ones(len(coords) - 1, dtype=bool)
    inside[ring_at[1:-1] - 1] = False
    edges = np.sort(np.stack([vertex[:-1], vertex[1:]])[:, inside], axis=0)
    edges = np.unique(edges, axis=1)
    is_junction = np.bincount(edges.ravel(), minlength=vertex.max() + 1) != 2
    found: dict[tuple[int, int], int] = {}
    lines: list[Floats] = []
    owners: list[list[int]] = []
    rings: list[list[list[Ring]]] = []
    for area in range(len(area_at) - 1):
        polygons: list[list[Ring]] = []
        for polygon in range(area_at[area], area_at[area + 1]):
            polygons.append([])
            for ring in range(polygon_at[polygon], polygon_at[polygon + 1]):
                walk: Ring = []
                for at in _stretches(vertex, is_junction, ring_at[ring], ring_at[ring + 1]):
                    first, second, last, before = (int(v) for v in vertex[at[[0, 1, -1, -2]]])
                    line = found.get((first, second))
                    if line is None:
                        line = len(lines)
                        found[first, second] = line
                        found[last, before] = ~line
                        lines.append(coords[at])
                        owners.append([])
                    owners[max(line, ~line)].append(area)
                    walk.append(line)
                polygons[-1].append(walk)
        rings.append(polygons)
    return Borders(lines, rings, owners)


class Drawing(NamedTuple):
    """What a topology holds: codes, shapes and label points, in the order of the file."""

    codes: list[str]
    shapes: Shapes
    labels: Floats


def encode(codes: Sequence[str], shapes: Sequence[Any] | Shapes, labels: Floats, step: float) -> bytes:
    """The TopoJSON that a browser fetches: areas in the order given, every shared border once.

    Parameters
    ----------
    codes : sequence of str, shape (n,)
        Place code of each area.
    shapes : sequence of Polygon, MultiPolygon or Point, shape (n,)
        Areas that meet vertex to vertex, degrees; a place without an outline is a point. None at all may be given.
    labels : array of float, shape (n, 2)
        Longitude and latitude of the point at which each area is named.
    step : float
        Size of the grid in degrees; coordinates that stand on it come back unchanged. A power of two keeps
        every digit.

    Returns
    -------
    bytes
        UTF-8 JSON: ``transform``, ``bbox``, ``objects.areas``, ``arcs``; each geometry has ``id`` and
        ``properties.p``.

    Examples
    --------
    >>> content = encode(["10"], [shapely.box(100, 13, 101, 14)], np.array([[100.5, 13.5]]), 0.5)
    >>> json.loads(content)["objects"]["areas"]["geometries"][0]["properties"]
    {'p': [100.5, 13.5]}
    """
    bounds = shapely.total_bounds(np.asarray(shapes, dtype=object)) if len(shapes) else np.zeros(4)
    west, south, east, north = (float(v) for v in bounds)
    corner = np.floor(np.array([west, south]) / step) * step
    borders = cut([shape for shape in shapes if shape.geom_type != "Point"])
    arcs = []
    for line in borders.lines:
        steps = np.rint((line - corner) / step).astype(np.int64)
        steps[1:] -= steps[:-1].copy()
        arcs.append(steps.tolist())
    rings = iter(borders.rings)
    geometries = []
    for code, shape, label in zip(codes, shapes, np.round(labels, 5).tolist(), strict=True):
        named = {"id": code, "properties": {"p": label}}
        if shape.geom_type == "Point":
            at = np.rint((np.array([shape.x, shape.y]) - corner) / step).astype(np.int64).tolist()
            geometries.append({"type": "Point", **named, "coordinates": at})
            continue
        polygons = next(rings)
        one = len(polygons) == 1
        kind = "Polygon" if one else "MultiPolygon"
        geometries.append({"type": kind, **named, "arcs": polygons[0] if one else polygons})
    topology = {
        "type": "Topology",
        "bbox": [west, south, east, north],
        "transform": {"scale": [step, step], "translate": corner.tolist()},
        "objects": {"areas": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": arcs,
    }
    return json.dumps(topology, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def decode(content: bytes) -> Drawing:
    """The areas that a browser draws from a TopoJSON file.

    Parameters
    ----------
    content : bytes
        A topology as :func:`encode` writes it.

    Returns
    -------
    Drawing
        Codes, shapes (degrees) and label points (longitude, latitude), in the order of the file.

    Examples
    --------
    >>> content = encode(["10"], [shapely.box(100, 13, 101, 14)], np.array([[100.5, 13.5]]), 0.5)
    >>> decode(content).codes, decode(content).shapes[0].equals(shapely.box(100, 13, 101, 14))
    (['10'], True)
    """
    topology = json.loads(content)
    scale = np.array(topology["transform"]["scale"])
    corner = np.array(topology["transform"]["translate"])
    lines = [np.cumsum(np.array(arc), axis=0) * scale + corner for arc in topology["arcs"]]
    areas = topology["objects"]["areas"]["geometries"]
    shapes = np.empty(len(areas), dtype=object)
    for at, area in enumerate(areas):
        if area["type"] == "Point":
            shapes[at] = shapely.Point(np.array(area["coordinates"]) * scale + corner)
        else:
            polygons = [area["arcs"]] if area["type"] == "Polygon" else area["arcs"]
            shapes[at] = assemble([polygons], lines)[0]
    labels = np.array([area["properties"]["p"] for area in areas], dtype=float).reshape(-1, 2)
    return Drawing([area["id"] for area in areas], shapes, labels)


def assemble(rings: list[list[list[Ring]]], lines: Sequence[Floats]) -> Shapes:
    """Areas put together from their border lines, the way back from :func:`cut`.

    Parameters
    ----------
    rings : list, one entry per area
        As :attr:`Borders.rings`.
    lines : sequence of array of float, shape (n, 2)
        The lines that the rings name.

    Returns
    -------
    array of Polygon or MultiPolygon
        One shape per area, not checked for validity.

    Examples
    --------
    >>> borders = cut([shapely.box(0, 0, 1, 1)])
    >>> assemble(borders.rings, borders.lines)[0].area
    1.0
    """

    def ring(walk: Ring) -> Floats:
        parts = [lines[line] if line >= 0 else lines[~line][::-1] for line in walk]
        return np.concatenate([parts[0], *(part[1:] for part in parts[1:])])

    shapes = np.empty(len(rings), dtype=object)
    for at, polygons in enumerate(rings):
        parts = [shapely.Polygon(ring(walks[0]), [ring(hole) for hole in walks[1:]]) for walks in polygons]
        shapes[at] = parts[0] if len(parts) == 1 else shapely.MultiPolygon(parts)
    return shapes


def _multi(shapes: Sequence[Any] | Shapes) -> Shapes:
    """The same areas, all as MultiPolygons: one layout of numbers for all."""
    multi = [s if s.geom_type == "MultiPolygon" else shapely.MultiPolygon([s]) for s in shapes]
    return np.array(multi, dtype=object)


def _stretches(
    vertex: npt.NDArray[np.intp], is_junction: npt.NDArray[np.bool_], start: int, end: int
) -> list[npt.NDArray[np.intp]]:
    """Positions of each line's vertices along one closed ring, cut where borders meet."""
    at = np.arange(start, end - 1)
    cuts = np.flatnonzero(is_junction[vertex[at]])
    # A shore that nobody shares starts at its lowest vertex, so that the line is the same from either side.
    turn = cuts[0] if len(cuts) else int(np.argmin(vertex[at]))
    at = np.concatenate([at[turn:], at[: turn + 1]])
    inner = cuts[1:] - turn
    bounds = [0, *inner.tolist(), len(at) - 1]
    return [at[a : b + 1] for a, b in pairwise(bounds)]
