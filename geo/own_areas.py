"""A reader's own areas: outlines read from a file of hers, and what the places inside them have."""

from __future__ import annotations

import json
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd
import shapely
from shapely.geometry import shape as shape_of

from geo.coverage import middle
from geo.evaluate import LEAST_COVERED
from geo.layer import Change, Count, Given, Layer, Ratio
from geo.measure import Measured
from geo.places import places
from geo.topology import encode

MOST_AREAS, MOST_BYTES = 200, 5 * 1024 * 1024
# West, south, east and north of what a map shows; anything else is another country or other coordinates.
AROUND = (90.0, 0.0, 113.0, 26.0)
STEP = 2.0**-16
NAMES = ("name", "name_th", "name_en", "title", "label", "id")


class OwnAreas(NamedTuple):
    """Outlines with their names, in the order of the file."""

    names: tuple[str, ...]
    shapes: npt.NDArray[np.object_]


class OwnAreasError(ValueError):
    """Why a file holds no areas that can be drawn: ``reason`` is a key of the messages ``own.*``."""

    def __init__(self, reason: str, **facts: object) -> None:
        super().__init__(f"own areas: {reason} {facts}")
        self.reason, self.facts = reason, facts


def read_areas(content: bytes) -> OwnAreas:
    """The areas of a GeoJSON file (RFC 7946: longitude and latitude, WGS 84).

    Parameters
    ----------
    content : bytes
        A FeatureCollection, Feature, geometry or GeometryCollection. Points and lines are passed over.

    Raises
    ------
    OwnAreasError
        For a file that is too large, no GeoJSON, without polygons, with too many of them, or elsewhere on Earth.

    Examples
    --------
    >>> box = {"type": "Polygon", "coordinates": [[[100, 13], [101, 13], [101, 14], [100, 13]]]}
    >>> read_areas(json.dumps({"type": "Feature", "properties": {"name": "Mine"}, "geometry": box}).encode()).names
    ('Mine',)
    """
    if len(content) > MOST_BYTES:
        raise OwnAreasError("too_large", size=f"{len(content) / 1024 / 1024:.1f}", most=MOST_BYTES // 1024 // 1024)
    try:
        told = json.loads(content.decode("utf-8-sig"))
        found = [(name, _polygons(geometry)) for name, geometry in _features(told)]
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, shapely.errors.ShapelyError) as fault:
        raise OwnAreasError("no_geojson") from fault
    kept = [(name, shape) for name, shape in found if not shape.is_empty]
    if not kept:
        raise OwnAreasError("no_polygons")
    if len(kept) > MOST_AREAS:
        raise OwnAreasError("too_many", count=f"{len(kept):,}", most=MOST_AREAS)
    for number, (_, shape) in enumerate(kept, start=1):
        west, south, east, north = shape.bounds
        if not (AROUND[0] <= west and AROUND[1] <= south and east <= AROUND[2] and north <= AROUND[3]):
            raise OwnAreasError("elsewhere", number=number, lon=f"{west:g}", lat=f"{south:g}")
    names = tuple(name or str(number) for number, (name, _) in enumerate(kept, start=1))
    return OwnAreas(names, np.array([shape for _, shape in kept], dtype=object))


def _features(told: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    if told["type"] == "FeatureCollection":
        return [pair for feature in told["features"] for pair in _features(feature)]
    if told["type"] == "Feature":
        facts = told.get("properties") or {}
        name = next((str(facts[key]).strip()[:80] for key in NAMES if facts.get(key) not in (None, "")), "")
        return [(name, told["geometry"])] if told.get("geometry") else []
    return [("", told)]


def _polygons(geometry: dict[str, Any]) -> shapely.Geometry:
    """The polygons of a geometry, mended where its lines cross; empty where it has none."""
    mended = shapely.make_valid(shape_of(geometry))
    if not np.isfinite(shapely.get_coordinates(mended)).all():
        raise ValueError("coordinates that are no numbers")
    parts = [part for part in _leaves(mended) if part.geom_type == "Polygon"]
    return shapely.union_all(shapely.set_precision(np.array(parts, dtype=object), STEP)) if parts else shapely.Polygon()


def _leaves(geometry: shapely.Geometry) -> list[shapely.Geometry]:
    parts = list(shapely.get_parts(geometry))
    return [geometry] if len(parts) <= 1 and not hasattr(geometry, "geoms") else [x for p in parts for x in _leaves(p)]


def drawn(own: OwnAreas) -> bytes:
    """The areas as TopoJSON for the browser, their codes "1", "2", ... in the order of the file."""
    codes = [str(number) for number in range(1, len(own.names) + 1)]
    return encode(codes, own.shapes, np.array([middle(shape) for shape in own.shapes]), STEP)


def joined(own: OwnAreas, measured: Measured) -> pd.DataFrame:
    """What a layer is in each own area, joined from the places whose label point lies inside it.

    Parameters
    ----------
    own : OwnAreas
    measured : Measured
        The finer its level, the closer the answer.

    Returns
    -------
    DataFrame
        One row per own area: ``name, places, people, value, covered``. Counts are added up; rates are weighted by
        what they are a rate of, other values as the layer joins its own parts. ``value`` is NaN where places with
        a value hold under 90 % of the people inside, and where the layer's values cannot be joined.

    Notes
    -----
    A place that an own border cuts counts whole, on the side of its label point: in small areas that is a rough
    estimate, and an area without any label point has no answer.
    """
    table = places(measured.level)
    spots = shapely.points(table[["lon", "lat"]].to_numpy(dtype=float))
    area, place = shapely.STRtree(spots).query(own.shapes, "intersects")
    weight = _weight(measured)
    rows = []
    for number, name in enumerate(own.names):
        inside = table.index[np.sort(place[area == number])]
        values = measured.values[inside][measured.status[inside] == "ok"].astype(float)
        people = measured.people[inside].astype(float)
        total = float(people.sum())
        covered = float(people[values.index].sum()) / total if total > 0 else float("nan")
        rows.append(
            {
                "name": name,
                "places": len(inside),
                "people": total if people.notna().any() else float("nan"),
                "value": _value(values, weight, measured.layer) if covered >= LEAST_COVERED else float("nan"),
                "covered": covered,
            }
        )
    return pd.DataFrame(rows)


def can_join(layer: Layer) -> bool:
    """Whether values of parts say anything of a whole; the mean of a score that stands on nothing does not."""
    return not (isinstance(layer.measure, Given) and layer.measure.up == "none")


def _weight(measured: Measured) -> pd.Series:
    how = measured.layer.measure
    if isinstance(how, Ratio | Change) or (isinstance(how, Given) and how.up == "base"):
        return measured.base.astype(float)
    if isinstance(how, Given) and how.up == "houses":
        return places(measured.level)["houses"].astype(float)
    return measured.people.astype(float)


def _value(values: pd.Series, weight: pd.Series, layer: Layer) -> float:
    if isinstance(layer.measure, Count):
        return float(values.sum())
    own = weight[values.index].fillna(0.0)
    if not can_join(layer) or not len(values) or own.sum() <= 0:
        return float("nan")
    return float((values * own).sum() / own.sum())
