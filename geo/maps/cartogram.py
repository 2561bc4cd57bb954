"""Areas as circles by their people, close to where they lie (a Dorling cartogram): each person takes the same room."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt
import shapely
from scipy.spatial import cKDTree

from geo.topology import decode, encode

Floats = npt.NDArray[np.float64]
# Of the land that all circles take together. More would push circles far from where they lie, less wastes the screen.
FILL = 0.42
PULLED, ROUNDS = 200, 3000
# An overlap that no eye sees, in parts of the smaller radius.
ENOUGH = 0.02
MOST = 1000
# Neighbours hardly change from one round to the next.
LOOKED_FOR = 6


def circles(centres: npt.ArrayLike, people: npt.ArrayLike, land: float, fill: float = FILL) -> tuple[Floats, Floats]:
    """Where each area's circle stands, and its radius: surface by people, none over another.

    Dorling (1996), "Area Cartograms: Their Use and Creation", Concepts and Techniques in Modern Geography 59.

    Parameters
    ----------
    centres : array of float, shape (n, 2)
        Where the areas lie on a plane.
    people : array of float, shape (n,)
        Residents of each area, all above 0.
    land : float
        Surface of the whole land in squares of the plane's unit.
    fill : float
        Share of the land that the circles take together.

    Returns
    -------
    centres : array of float, shape (n, 2)
        The same input gives the same places; circles overlap by at most 2 % of the smaller radius.
    radius : array of float, shape (n,)

    Raises
    ------
    ValueError
        For an area without people: it would have no circle.

    Examples
    --------
    >>> at, radius = circles([[0, 0], [10, 0]], [100, 400], land=100)
    >>> float(round(radius[1] / radius[0], 6)), at.round(1).tolist()
    (2.0, [[0.0, 0.0], [10.0, 0.0]])
    """
    home, count = np.asarray(centres, dtype=float), np.asarray(people, dtype=float)
    if not (count > 0).all():
        raise ValueError(f"cartogram: {int((~(count > 0)).sum())} of {len(count)} areas have no people, so no circle")
    radius = np.sqrt(count / count.sum() * land * fill / math.pi)
    at = home.copy()
    reach = 2 * float(radius.max())
    for turn in range(ROUNDS):
        # Pulled home ever more weakly; in the last rounds circles only make room for one another.
        pull = 0.06 * max(0.0, 1 - turn / PULLED)
        if turn % LOOKED_FOR == 0:
            near = cKDTree(at).query_pairs(reach, output_type="ndarray")
            near = near[np.hypot(*(at[near[:, 1]] - at[near[:, 0]]).T) < 1.3 * radius[near].sum(axis=1)]
        pairs = near
        apart = at[pairs[:, 1]] - at[pairs[:, 0]]
        far = np.hypot(apart[:, 0], apart[:, 1])
        over = radius[pairs[:, 0]] + radius[pairs[:, 1]] - far
        touching = over > 0
        if (
            pull == 0
            and turn % LOOKED_FOR == 0
            and (not len(over) or (over / radius[pairs].min(axis=1)).max() < ENOUGH)
        ):
            break
        pairs, apart, far, over = pairs[touching], apart[touching], far[touching], over[touching]
        # Two areas at one spot part along a direction of their own, the same every time.
        apart[far == 0] = [1.0, 0.0]
        way = apart / np.maximum(far, 1e-12)[:, None]
        weight = count[pairs] / count[pairs].sum(axis=1, keepdims=True)
        move = pull * (home - at)
        # The smaller gives way; a little more than half of the overlap lets crowds settle sooner.
        np.add.at(move, pairs[:, 0], -way * (0.55 * over * weight[:, 1])[:, None])
        np.add.at(move, pairs[:, 1], way * (0.55 * over * weight[:, 0])[:, None])
        at = at + move
    return at, radius


def drawing(topology: bytes, people: npt.ArrayLike) -> bytes:
    """The TopoJSON of circles in place of the areas of another: the same codes in the same order.

    Parameters
    ----------
    topology : bytes
        From ``geo.topology.encode``; circles stand close to its areas' label points.
    people : array of float, shape (n,)
        Residents of each area, in its order.

    Returns
    -------
    bytes
        Circles as shapes of 40 sides, 24 where they are many, with the very surface of the circle, round on a web map.
    """
    drawn = decode(topology)
    land = shapely.transform(drawn.shapes, mercator)
    at, radius = circles(mercator(drawn.labels), people, float(shapely.area(land).sum()))
    corners = 40 if len(at) <= 100 else 24
    turn = np.linspace(0, 2 * math.pi, corners, endpoint=False)
    wider = math.sqrt(2 * math.pi / (corners * math.sin(2 * math.pi / corners)))
    corner = wider * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    rings = at[:, None, :] + radius[:, None, None] * corner[None, :, :]
    step = 2.0 ** -(12 if len(at) > 100 else 14)
    shapes = shapely.polygons(np.rint(unmercator(rings.reshape(-1, 2)) / step).reshape(len(at), corners, 2) * step)
    return encode(list(drawn.codes), shapes, unmercator(at), step)


def mercator(lonlat: npt.ArrayLike) -> Floats:
    """Longitude and latitude on the plane of a web map, in degrees at the equator."""
    at = np.asarray(lonlat, dtype=float)
    north = np.degrees(np.arcsinh(np.tan(np.radians(at[:, 1]))))
    return np.stack([at[:, 0], north], axis=1)


def unmercator(plane: npt.ArrayLike) -> Floats:
    """The way back.

    Examples
    --------
    >>> unmercator(mercator([[100.5, 13.75]])).round(9).tolist()
    [[100.5, 13.75]]
    """
    at = np.asarray(plane, dtype=float)
    return np.stack([at[:, 0], np.degrees(np.arctan(np.sinh(np.radians(at[:, 1]))))], axis=1)
