"""Shapes of places: polygons for joining and measuring, drawings for the browser, and who borders on whom."""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import lru_cache

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo import cards, topology
from geo.gazetteer import coverage_table, level_of
from geo.places import places
from geo.problems import SourceError

SOURCE = "boundaries"
CRS = "EPSG:4326"
LEVELS = ("country", "region", "province", "district", "subdistrict", "lao")
DIGITS = {"province": 2, "district": 4, "subdistrict": 6}
# The step of a province's own drawing, so that what is put together from it stands on the same grid.
PROVINCE_STEP = 2.0**-15
NATIONAL_STEP = 2.0**-12

Within = str | tuple[str, ...] | None


@lru_cache(maxsize=1)
def polygons() -> gpd.GeoDataFrame:
    """The 7,425 drawn subdistricts in full detail, indexed by polygon code; treat as read-only."""
    table = gpd.read_parquet(cards.proven_file(SOURCE, "subdistricts.parquet"))
    return table.set_index("code").sort_index()


def _parents(level: str) -> pd.Series:
    """For each polygon code the area of a level that it is drawn in."""
    codes = polygons().index
    if level == "country":
        return pd.Series("TH", index=codes)
    if level == "region":
        return pd.Series(places("province")["region"].reindex(codes.str[:2]).to_numpy(), index=codes)
    return pd.Series(codes.str[: DIGITS[level]], index=codes)


@lru_cache(maxsize=8)
def _shapes(level: str) -> gpd.GeoDataFrame:
    drawn = polygons()
    if level == "subdistrict":
        known = places("subdistrict")
        now = pd.Series(known.index, index=known.index).groupby(known["polygon_code"]).agg(",".join)
        return drawn.assign(current_codes=now.reindex(drawn.index).fillna(""))
    if level == "lao":
        geometry = {
            code: shapely.coverage_union_all(drawn.geometry.reindex(parts).dropna().to_numpy())
            for code, parts in _lao_parts().items()
        }
        return gpd.GeoDataFrame({"geometry": geometry}, crs=CRS).rename_axis("code").sort_index()
    parent = _parents(level)
    geometry = drawn.geometry.groupby(parent.to_numpy()).apply(lambda part: shapely.coverage_union_all(part.to_numpy()))
    return gpd.GeoDataFrame({"geometry": geometry}, crs=CRS).rename_axis("code").sort_index()


@lru_cache(maxsize=1)
def _lao_parts() -> dict[str, list[str]]:
    """For each local authority that is a union of whole subdistricts: the polygons it is made of."""
    authorities = places("lao")
    outlined = set(authorities.index[authorities["boundary_status"] == "outline"])
    covers = coverage_table()
    covers = covers[covers["lao_code"].isin(outlined)]
    drawn = covers["subdistrict_code"].map(places("subdistrict")["polygon_code"]).dropna()
    return {str(code): sorted(set(parts)) for code, parts in drawn.groupby(covers["lao_code"])}


def shapes(level: str, within: Within = None) -> gpd.GeoDataFrame:
    """The outlines of all areas of a level.

    Parameters
    ----------
    level : str
        country, region, province, district, subdistrict or lao.
    within : str or tuple of str, optional
        Only areas inside these places, as :func:`geo.places.places` takes it.

    Returns
    -------
    GeoDataFrame
        Indexed by code, EPSG:4326. At level subdistrict the index holds the 7,425 *polygon* codes and
        ``current_codes`` the present subdistricts (comma separated) that share each one; at level lao only the
        authorities that are unions of whole subdistricts have an outline.

    Raises
    ------
    ValueError
        For an unknown level or place.
    """
    if level not in LEVELS:
        raise ValueError(f"level {level!r} has no shapes; there are {', '.join(LEVELS)}")
    every = _shapes(level)
    if within is None:
        return every
    inside = places(level, within)
    codes = inside["polygon_code"] if level == "subdistrict" else inside.index
    return every[every.index.isin(set(codes))]


@lru_cache(maxsize=256)
def topology_of(level: str, within: str | None = None) -> bytes:
    """The TopoJSON that a browser fetches for a level: of the whole country, or finer of one province or district.

    Areas stand in sorted order of their codes (at level subdistrict the polygon codes). A local authority without an
    outline is a point.

    Raises
    ------
    ValueError
        For a level that has no drawing or a place that is neither province nor district.
    """
    if level not in ("province", "district", "subdistrict", "lao"):
        raise ValueError(f"level {level!r} is not drawn; there are province, district, subdistrict and lao")
    if within is None:
        if level != "lao":
            return _file(f"topo/{level}.json")
        return _authorities(_drawn("subdistrict", None), None, NATIONAL_STEP)
    inside = level_of(within)
    if inside not in ("province", "district"):
        raise ValueError(f"{within!r} is a {inside}; drawings are made for the country, a province or a district")
    fine = _drawn("subdistrict", within[:2])
    fine = {code: entry for code, entry in fine.items() if code.startswith(within)}
    if level == "lao":
        return _authorities(fine, within, PROVINCE_STEP)
    if level == "subdistrict":
        return _encoded(fine, PROVINCE_STEP)
    return _encoded(_joined(fine, {code: code[: DIGITS[level]] for code in fine}), PROVINCE_STEP)


Drawn = dict[str, tuple[shapely.Geometry, list[float]]]


def _file(name: str) -> bytes:
    return cards.proven_file(SOURCE, name).read_bytes()


def _drawn(level: str, province: str | None) -> Drawn:
    content = _file(f"topo/{level}.json" if province is None else f"topo/{level}/{province}.json")
    codes, drawn = topology.decode(content)
    spots = [geometry["properties"]["p"] for geometry in json.loads(content)["objects"]["areas"]["geometries"]]
    return {code: (shape, spot) for code, shape, spot in zip(codes, drawn, spots, strict=True)}


def _joined(parts: Drawn, group: dict[str, str]) -> Drawn:
    joined: Drawn = {}
    for whole in sorted(set(group.values())):
        pieces = [parts[code] for code in parts if group.get(code) == whole]
        shape = _union([piece[0] for piece in pieces], PROVINCE_STEP)
        largest = max(pieces, key=lambda piece: float(shapely.area(piece[0])))
        joined[whole] = (shape, largest[1])
    return joined


def _union(parts: list[shapely.Geometry], step: float) -> shapely.Geometry:
    try:
        return shapely.coverage_union_all(parts)
    except shapely.errors.GEOSException:
        # Drawn parts may touch within one step of their grid; on that grid they can still be joined.
        return shapely.union_all(shapely.make_valid(parts), grid_size=step)


def _encoded(areas: Drawn, step: float, points: Iterable[tuple[str, float, float]] = ()) -> bytes:
    codes = sorted(areas)
    content = topology.encode(
        codes, [areas[code][0] for code in codes], np.array([areas[code][1] for code in codes]), step
    )
    extra = list(points)
    if not extra:
        return content
    whole = json.loads(content)
    (scale_x, scale_y), (west, south) = whole["transform"]["scale"], whole["transform"]["translate"]
    geometries = whole["objects"]["areas"]["geometries"]
    for code, lon, lat in extra:
        at = [round((lon - west) / scale_x), round((lat - south) / scale_y)]
        geometries.append({"type": "Point", "id": code, "properties": {"p": [lon, lat]}, "coordinates": at})
    geometries.sort(key=lambda geometry: geometry["id"])
    return json.dumps(whole, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _authorities(drawn: Drawn, within: str | None, step: float) -> bytes:
    """Local authorities: outlines where they are whole subdistricts, points elsewhere; provincial bodies not drawn."""
    authorities = places("lao", within)
    outlined: Drawn = {}
    for code in authorities.index:
        parts = [drawn[part] for part in _lao_parts().get(code, []) if part in drawn]
        if parts:
            largest = max(parts, key=lambda piece: float(shapely.area(piece[0])))
            outlined[code] = (_union([piece[0] for piece in parts], step), largest[1])
    rest = authorities[~authorities.index.isin(list(outlined)) & (authorities["type"] != "PAO")]
    rest = rest[rest["lat"].notna() & rest["lon"].notna()]
    spots = ((str(code), round(float(row["lon"]), 5), round(float(row["lat"]), 5)) for code, row in rest.iterrows())
    return _encoded(outlined, step, spots)


@lru_cache(maxsize=256)
def topology_codes(level: str, within: str | None = None) -> tuple[str, ...]:
    """The codes of a drawing in the order of its areas."""
    whole = json.loads(topology_of(level, within))
    return tuple(geometry["id"] for geometry in whole["objects"]["areas"]["geometries"])


@lru_cache(maxsize=8)
def _neighbours(level: str) -> tuple[dict[str, list[str]], tuple[str, ...]]:
    table = shapes(level)
    geometry = table.geometry.to_numpy()
    tree = shapely.STRtree(geometry)
    left, right = tree.query(geometry, predicate="touches")
    beside: dict[str, set[str]] = {code: set() for code in table.index}
    shared = shapely.length(shapely.intersection(geometry[left], geometry[right])) > 0
    for one, other in zip(left[shared], right[shared], strict=True):
        beside[table.index[one]].add(table.index[other])
    alone = [code for code, around in beside.items() if not around]
    middle = shapely.centroid(geometry)
    for code in alone:
        at = table.index.get_loc(code)
        distance = shapely.distance(middle[at], middle)
        distance[at] = np.inf
        nearest = table.index[int(distance.argmin())]
        beside[code].add(nearest)
        beside[nearest].add(code)
    return {code: sorted(around) for code, around in beside.items()}, tuple(alone)


def neighbours(level: str, within: Within = None) -> dict[str, list[str]]:
    """Which areas share a border, by code; an island is joined to the area nearest to it (see :func:`islands`)."""
    every, _ = _neighbours(level)
    if within is None:
        return every
    inside = set(shapes(level, within).index)
    return {code: [other for other in every[code] if other in inside] for code in every if code in inside}


def islands(level: str) -> tuple[str, ...]:
    """The areas that share no border on land and were joined to their nearest neighbour."""
    return _neighbours(level)[1]


def available() -> bool:
    """Whether the shapes that ship can be read."""
    try:
        return bool(len(polygons()))
    except SourceError:
        return False
