"""Shapes as paths of an SVG: TopoJSON laid flat as on the screen, each border written from the same numbers."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import chain, pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

Floats = npt.NDArray[np.float64]
# Whole tenths of a pixel are short to write, and closer than any printer draws.
UNITS = 10
# A step shorter than this, in those units, is not seen.
STEP = 3


class Flat(NamedTuple):
    """Areas in tenths of a pixel from the upper left corner: paths, dots, borders by strength, spots for names."""

    codes: list[str]
    paths: dict[str, str]
    dots: dict[str, tuple[int, int]]
    borders: dict[int, str]
    spots: npt.NDArray[np.intp]
    boxes: npt.NDArray[np.intp]


class Frame(NamedTuple):
    """Where a drawing lies: its upper left corner (parts of the world's width), pixels in the world, its size."""

    left: float
    top: float
    zoom: float
    width: float
    height: float


class Laid(NamedTuple):
    """A topology read once: all vertices one after another (parts of the world's width), and where each arc begins."""

    codes: list[str]
    rings: list[list[list[int]]]
    points: dict[int, Floats]
    labels: Floats
    at: Floats
    starts: npt.NDArray[np.intp]
    boxes: Floats


@lru_cache(maxsize=8)
def read(topology: bytes) -> Laid:
    """A TopoJSON file, as ``geo.drawings.topology_of`` gives it, ready to be laid flat; it is shared: read only."""
    told = json.loads(topology)
    areas = told["objects"]["areas"]["geometries"]
    scale, corner = np.array(told["transform"]["scale"]), np.array(told["transform"]["translate"])
    lengths = np.array([len(arc) for arc in told["arcs"]], dtype=np.intp)
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.intp)
    numbers = chain.from_iterable(chain.from_iterable(told["arcs"]))
    steps = np.fromiter(numbers, dtype=np.int64, count=2 * int(starts[-1])).reshape(-1, 2)
    run = np.cumsum(steps, axis=0)
    # Steps count from the beginning of their own arc, the running sum from the first of all.
    before = np.vstack([np.zeros((1, 2), dtype=np.int64), run])[starts[:-1]]
    at = mercator((run - np.repeat(before, lengths, axis=0)) * scale + corner)
    rings = [_rings(area) for area in areas]
    points = {
        i: mercator(np.array([area["coordinates"]]) * scale + corner)[0]
        for i, area in enumerate(areas)
        if area["type"] == "Point"
    }
    labels = np.array([area.get("properties", {}).get("p", (0, 0)) for area in areas], dtype=float).reshape(-1, 2)
    boxes = _boxes(rings, points, at, starts)
    return Laid([str(area["id"]) for area in areas], rings, points, mercator(labels), at, starts, boxes)


def frame(laid: Laid, wide: float, high: float, inside: Callable[[str], bool]) -> Frame:
    """How to lay a topology so that the areas ``inside`` fill the width or the height; where none is, all of them."""
    seen = np.array([inside(code) for code in laid.codes], dtype=bool)
    chosen = laid.boxes[seen] if seen.any() else laid.boxes
    chosen = chosen[~np.isnan(chosen).any(axis=1)]
    if not len(chosen):
        return Frame(0.0, 0.0, 1.0, wide, high)
    left, top = chosen[:, :2].min(axis=0)
    right, bottom = chosen[:, 2:].max(axis=0)
    # A margin of a fortieth; a lone point gets a frame of some hundred metres.
    across, down = max(right - left, 1e-5) * 1.05, max(bottom - top, 1e-5) * 1.05
    zoom = min(wide / across, high / down)
    return Frame((left + right - across) / 2, (top + bottom - down) / 2, zoom, across * zoom, down * zoom)


def flat(laid: Laid, on: Frame, parents: Sequence[int] = ()) -> Flat:
    """Areas as paths on a frame.

    Parameters
    ----------
    laid : Laid
        From ``read``.
    on : Frame
        From ``frame`` of the same topology, or of another that is to lie over this one.
    parents : sequence of int
        How many digits of a code name its parents, the highest first: borders between these are stronger.
    """

    def put(at: Floats) -> npt.NDArray[np.intp]:
        return np.rint((at - [on.left, on.top]) * on.zoom * UNITS).astype(np.intp)

    lines = _lines(put(laid.at), laid.starts)
    dots = {laid.codes[i]: tuple(put(point).tolist()) for i, point in laid.points.items()}
    paths = {
        code: "".join(_ring(ring, lines) for ring in rings)
        for code, rings in zip(laid.codes, laid.rings, strict=True)
        if rings
    }
    boxes = np.hstack([put(np.nan_to_num(laid.boxes[:, :2])), put(np.nan_to_num(laid.boxes[:, 2:]))])
    borders = _borders(laid.codes, laid.rings, lines, parents)
    return Flat(laid.codes, paths, dots, borders, put(laid.labels), boxes)


@lru_cache(maxsize=8)
def flat_of(topology: bytes, on: Frame, parents: tuple[int, ...] = ()) -> Flat:
    """As ``flat`` of what ``read`` gives; drawings of other layers and languages on the same frame share it."""
    return flat(read(topology), on, parents)


def mercator(at: Floats) -> Floats:
    """Longitude and latitude as parts of the world's width, y downwards."""
    sine = np.sin(np.radians(at[:, 1]))
    return np.column_stack([(at[:, 0] + 180) / 360, 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)])


def _rings(area: dict[str, Any]) -> list[list[int]]:
    if area["type"] == "Point":
        return []
    polygons = [area["arcs"]] if area["type"] == "Polygon" else area["arcs"]
    return [ring for polygon in polygons for ring in polygon]


def _boxes(rings: list[list[list[int]]], points: dict[int, Floats], at: Floats, starts: npt.NDArray[np.intp]) -> Floats:
    """Left, top, right and bottom of each area; NaN where it has neither outline nor point."""
    boxes = np.full((len(rings), 4), np.nan)
    for i, point in points.items():
        boxes[i] = (*point, *point)
    owner = [i for i, mine in enumerate(rings) for ring in mine for _ in ring]
    if not owner:
        return boxes
    arcs = np.array([arc if arc >= 0 else ~arc for mine in rings for ring in mine for arc in ring])
    low, high = np.minimum.reduceat(at, starts[:-1])[arcs], np.maximum.reduceat(at, starts[:-1])[arcs]
    owners, firsts = np.unique(owner, return_index=True)
    boxes[owners, :2] = np.minimum.reduceat(low, firsts)
    boxes[owners, 2:] = np.maximum.reduceat(high, firsts)
    return boxes


class _Lines(NamedTuple):
    """Each arc's first and last point, and its steps as text in either direction."""

    first: list[list[int]]
    last: list[list[int]]
    ahead: list[str]
    back: list[str]


def _lines(at: npt.NDArray[np.intp], starts: npt.NDArray[np.intp]) -> _Lines:
    """Arcs without the steps that nobody sees; both ends of each stay, so that borders still meet."""
    cell = at // STEP
    keep = np.ones(len(at), dtype=bool)
    keep[1:] = (cell[1:] != cell[:-1]).any(axis=1)
    keep[starts[:-1]] = keep[starts[1:] - 1] = True
    left, kept = np.concatenate([[0], np.cumsum(keep)])[starts], at[keep]
    steps = np.diff(kept, axis=0, prepend=kept[:1])
    written = [f"{x} {y}" if x or y else "" for x, y in steps.tolist()]
    turned = [f"{-x} {-y}" if x or y else "" for x, y in steps.tolist()]
    pairs = list(pairwise(left.tolist()))
    return _Lines(
        first=kept[left[:-1]].tolist(),
        last=kept[left[1:] - 1].tolist(),
        ahead=[_joined(written[a + 1 : b]) for a, b in pairs],
        back=[_joined(turned[b - 1 : a : -1]) for a, b in pairs],
    )


def _joined(parts: Sequence[str]) -> str:
    return " ".join(part for part in parts if part).replace(" -", "-")


def _ring(ring: list[int], lines: _Lines) -> str:
    x, y = lines.first[ring[0]] if ring[0] >= 0 else lines.last[~ring[0]]
    return f"M{x} {y}l{_joined([lines.ahead[arc] if arc >= 0 else lines.back[~arc] for arc in ring]) or '0 0'}z"


def _borders(
    codes: list[str],
    rings: list[list[list[int]]],
    lines: _Lines,
    parents: Sequence[int],
) -> dict[int, str]:
    """Every border once, by strength: 2 the coast and borders of the highest parents, 1 of the next, 0 all others."""
    arcs = np.array([arc if arc >= 0 else ~arc for mine in rings for ring in mine for arc in ring], dtype=np.intp)
    owner = np.repeat(np.arange(len(rings)), [sum(map(len, mine)) for mine in rings])
    low, high = np.full(len(lines.ahead), len(rings)), np.full(len(lines.ahead), -1)
    np.minimum.at(low, arcs, owner)
    np.maximum.at(high, arcs, owner)
    drawn: dict[int, list[str]] = {0: [], 1: [], 2: []}
    for (x, y), text, one, other in zip(lines.first, lines.ahead, low.tolist(), high.tolist(), strict=True):
        if other < 0 or not text:
            continue
        apart = [codes[one][:digits] != codes[other][:digits] for digits in parents]
        strength = 2 if one == other or apart[:1] == [True] else 1 if any(apart) else 0
        drawn[strength].append(f"M{x} {y}l{text}")
    return {strength: "".join(parts) for strength, parts in drawn.items() if parts}
