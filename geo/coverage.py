"""Areas drawn with fewer vertices, so that neighbours still meet and no small area loses its size."""

from __future__ import annotations

import numpy as np
import shapely

from geo.topology import Floats, Shapes, assemble, cut

# An area that is still too far off after so many rounds is smaller than the grid can show.
ROUNDS = 6


def redraw(shapes: Shapes, coarse: float, fine: float, step: float, loss: float) -> Shapes:
    """The same areas with fewer vertices: borders still shared, every area close to its true size.

    Parameters
    ----------
    shapes : array of Polygon or MultiPolygon, shape (n,)
        Areas that meet vertex to vertex, degrees.
    coarse, fine : float
        Tolerances in degrees (square root of the smallest triangle that stays, Visvalingam and Whyatt 1993). Borders
        of areas that would change too much get the fine one, all others the coarse one.
    step : float
        Grid in degrees on which all vertices stand afterwards.
    loss : float
        Largest change of any area's size that is accepted, as a share of it.

    Returns
    -------
    array of Polygon or MultiPolygon, shape (n,)
        A coverage without overlaps or gaps. Islands smaller than a cell of the grid are gone.

    Raises
    ------
    ValueError
        When an area cannot be drawn that closely on this grid; it says how many and the first one's position.

    Examples
    --------
    >>> wave = [(0, 0), (1, 0.01), (2, 0), (3, 0.01), (4, 0), (4, 4), (0, 4)]
    >>> shapely.get_num_coordinates(redraw(np.array([shapely.Polygon(wave)]), 0.5, 0.1, 0.25, 0.05)).tolist()
    [5]
    """
    size = shapely.area(shapes)
    careful, rough = (cut(shapely.coverage_simplify(shapes, tolerance)) for tolerance in (fine, coarse))
    frail = np.zeros(len(shapes), dtype=bool)
    for _ in range(ROUNDS):
        lines = [
            near if frail[owners].any() else far
            for near, far, owners in zip(careful.lines, rough.lines, careful.owners, strict=True)
        ]
        drawn = _on_grid(assemble(careful.rings, lines), lines, step)
        change = np.nan_to_num(np.abs(shapely.area(drawn) / size - 1), nan=1.0)
        if change.max() < loss:
            return drawn
        frail |= change > 0.8 * loss
    off = np.flatnonzero(change >= loss)
    raise ValueError(
        f"redraw: {len(off)} of {len(shapes)} areas change by more than {loss:.0%} on a grid of {step} degrees; first "
        f"is number {off[0]} with {change[off[0]]:.0%}; take a finer grid or a finer tolerance"
    )


def _on_grid(shapes: Shapes, lines: list[Floats], step: float) -> Shapes:
    """The areas between the lines once these stand on the grid; None where an area has no cell left."""
    network = shapely.MultiLineString([shapely.LineString(line) for line in lines])
    faces = shapely.get_parts(shapely.polygonize([shapely.unary_union(network, grid_size=step)]))
    # Rounding can make two borders cross: what lies between them goes to the area in which its middle lay before.
    face, area = shapely.STRtree(shapely.make_valid(shapes)).query(shapely.point_on_surface(faces), "within")
    order = np.argsort(area, kind="stable")
    face, area = face[order], area[order]
    found, starts = np.unique(area, return_index=True)
    result = np.full(len(shapes), None, dtype=object)
    for at, group in zip(found, np.split(face, starts[1:]), strict=True):
        result[at] = shapely.normalize(shapely.coverage_union_all(faces[group]))
    return result


def middle(shape: shapely.Geometry) -> Floats:
    """The point of an area that is farthest from any border, in its largest part: where a name has most room.

    Examples
    --------
    >>> middle(shapely.box(0, 0, 2, 2)).tolist()
    [1.0, 1.0]
    """
    largest = max(shapely.get_parts(shape), key=shapely.area)
    spoke = shapely.maximum_inscribed_circle(largest, tolerance=0.001)
    return np.asarray(shapely.get_coordinates(spoke)[0], dtype=float).round(5)
