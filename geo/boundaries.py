"""Outlines of places, for joining and measuring, and who borders on whom."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from geo import cards
from geo.coverage import middle
from geo.gazetteer import LEVELS, coverage_table
from geo.places import places
from geo.topology import Drawing, Shapes

SOURCE = "boundaries"
CRS = "EPSG:4326"
# For comparing distances on a plane. Thailand is 8 degrees wide and lies in two UTM zones: zone 47 alone is 0.6 % long
# in the east, this one nowhere more than 0.13 %. A distance that is told is measured on the ellipsoid instead.
METRIC_CRS = "+proj=tmerc +lat_0=13 +lon_0=101.5 +k=0.99878 +datum=WGS84 +units=m"
DRAWN = {"province": 2, "district": 4, "subdistrict": 6}

Within = str | Iterable[str] | None


def shapes(level: str, within: Within = None) -> gpd.GeoDataFrame:
    """The outlines of all areas of a level, close enough to tell in which one a point lies.

    Parameters
    ----------
    level : str
        country, region, province, district, subdistrict or lao.
    within : str or list of str, optional
        Only areas inside these places: codes of higher levels or offices, as :func:`geo.places.places` takes them.

    Returns
    -------
    GeoDataFrame
        Indexed by ``code``, sorted, EPSG:4326: ``geometry``, ``area_km2`` of the outline, ``lon, lat`` of a label
        point inside it, ``drawn_older`` where the law has moved a border since it was drawn. Shared and cached:
        treat it as read-only.

        At level subdistrict the index holds the 7,425 *polygon* codes; ``current_codes`` names the present
        subdistricts in each (comma separated, one for most), 7,436 in all. At level lao only the bodies that are
        unions of whole subdistricts have an outline; strict licences leave none.

    Raises
    ------
    ValueError
        For an unknown level or place.

    Notes
    -----
    Levels nest exactly: a district is the union of the subdistricts whose polygon codes begin with its own, vertex
    for vertex. Tha Faek (530306) therefore lies in district 5303 as drawn, though ``within="5304"`` finds it, where it
    belongs since 2015.

    Examples
    --------
    >>> len(shapes("province")), len(shapes("district", within="10"))
    (77, 50)
    >>> shapes("subdistrict", within="5304").at["530306", "current_codes"]
    '530407'
    """
    check_level(level)
    every = _shapes(level, cards.data_folder(), cards.terms())
    if within is None:
        return every
    inside = places(level, within)
    return every[every.index.isin(inside["polygon_code"] if level == "subdistrict" else inside.index)]


def check_level(level: str) -> None:
    if level not in LEVELS:
        raise ValueError(f"boundaries: {level!r} is not a level; choose one of {', '.join(LEVELS)}")


@lru_cache(maxsize=16)
def _shapes(level: str, folder: Path, terms: cards.Terms) -> gpd.GeoDataFrame:
    if level in DRAWN:
        return gpd.read_parquet(cards.proven_file(SOURCE, f"{level}.parquet")).set_index("code")
    drawn = _shapes("province" if level in ("country", "region") else "subdistrict", folder, terms)
    parts = parts_of(level)
    whole = joined(Drawing(list(drawn.index), drawn.geometry.to_numpy(), drawn[["lon", "lat"]].to_numpy()), parts)
    of_part = pd.DataFrame([(code, part) for code, held in parts.items() for part in held], columns=["code", "part"])
    told = of_part.join(drawn[["area_km2", "drawn_older"]], on="part").groupby("code")
    table = pd.DataFrame({"area_km2": told["area_km2"].sum().round(4)}).reindex(whole.codes)
    table["lon"], table["lat"] = whole.labels.T
    table["drawn_older"] = told["drawn_older"].any().reindex(whole.codes).astype(bool)
    return gpd.GeoDataFrame(table, geometry=whole.shapes, crs=CRS).rename_axis("code")


def parts_of(level: str) -> dict[str, list[str]]:
    """What a level without a file of its own is put together from: provinces, or for a local body subdistricts."""
    if level == "country":
        return {"TH": list(places("province").index)}
    if level == "region":
        of = places("province")["region"]
        return {str(code): list(held.index) for code, held in of.groupby(of)}
    bodies = places("lao")
    covers = coverage_table()
    covers = covers[covers["lao_code"].isin(bodies.index[bodies["boundary_status"] == "outline"])]
    drawn = covers["subdistrict_code"].map(places("subdistrict")["polygon_code"])
    return {str(code): sorted(set(held)) for code, held in drawn.groupby(covers["lao_code"])}


def joined(drawn: Drawing, parts: dict[str, list[str]]) -> Drawing:
    """Areas put together from those of a drawing, sorted by code; what lacks a part is left out."""
    at = {code: position for position, code in enumerate(drawn.codes)}
    codes = [code for code in sorted(parts) if all(part in at for part in parts[code])]
    whole: Shapes = np.empty(len(codes), dtype=object)
    labels = np.empty((len(codes), 2))
    for position, code in enumerate(codes):
        held = [at[part] for part in parts[code]]
        pieces = drawn.shapes[held]
        whole[position] = pieces[0] if len(held) == 1 else shapely.normalize(shapely.coverage_union_all(pieces))
        labels[position] = drawn.labels[held[0]] if len(held) == 1 else middle(whole[position])
    return Drawing(codes, whole, labels)


def neighbours(level: str, within: Within = None) -> dict[str, list[str]]:
    """Which areas have a border in common, by code.

    Parameters
    ----------
    level : str
        country, region, province, district, subdistrict (polygon codes) or lao (bodies with an outline).
    within : str or list of str, optional
        As :func:`shapes` takes it; borders to areas outside do not count.

    Returns
    -------
    dict of str to list of str
        For every area, sorted, its neighbours, sorted. It is mutual: if a is beside b, b is beside a. An area without
        any border on land is joined to the one nearest to it (see :func:`islands`); an area that is alone has none.

    Raises
    ------
    ValueError
        For an unknown level or place.

    Notes
    -----
    A border counts whatever its length; meeting in one point does not. Borders are those of the outlines as drawn.

    Examples
    --------
    >>> neighbours("province")["83"]
    ['82']
    """
    beside, _ = _neighbours(level, key_of(within), cards.data_folder(), cards.terms())
    return {code: list(around) for code, around in beside.items()}


def islands(level: str, within: Within = None) -> list[str]:
    """The areas that have no border on land with any other, and were joined to the nearest one.

    Examples
    --------
    >>> islands("province")
    ['83']
    """
    _, alone = _neighbours(level, key_of(within), cards.data_folder(), cards.terms())
    return list(alone)


@lru_cache(maxsize=32)
def _neighbours(
    level: str, within: tuple[str, ...] | None, folder: Path, terms: cards.Terms
) -> tuple[dict[str, list[str]], list[str]]:
    table = shapes(level, within)
    beside: dict[str, set[str]] = {str(code): set() for code in table.index}
    for one, other in _pairs(level):
        if one in beside and other in beside:
            beside[one].add(other)
            beside[other].add(one)
    alone = [code for code, around in beside.items() if not around] if len(beside) > 1 else []
    if alone:
        plane = table.geometry.to_crs(METRIC_CRS).to_numpy()
        codes = table.index.to_numpy()
        island, other = shapely.STRtree(plane).query_nearest(plane[np.isin(codes, alone)], exclusive=True)
        nearest = pd.Series(codes[other]).groupby(island).min()
        for at, near in zip(nearest.index, nearest, strict=True):
            beside[alone[at]].add(near)
            beside[near].add(alone[at])
    return {code: sorted(around) for code, around in beside.items()}, alone


def _pairs(level: str) -> set[tuple[str, str]]:
    """Pairs of areas of a level that meet, from the pairs of subdistricts that do."""
    listed = pd.read_csv(cards.proven_file(SOURCE, "neighbours.csv"), dtype=str)
    if level in DRAWN:
        ends = [listed[column].str[: DRAWN[level]] for column in ("code", "neighbour")]
    else:
        digits = 6 if level == "lao" else 2
        whole = {part: code for code, held in parts_of(level).items() for part in held}
        ends = [listed[column].str[:digits].map(whole) for column in ("code", "neighbour")]
    met = pd.DataFrame({"one": ends[0], "other": ends[1]}).dropna().drop_duplicates()
    return {(one, other) for one, other in met.itertuples(index=False) if one != other}


def key_of(within: Within) -> tuple[str, ...] | None:
    """The places asked for as one value that a cache can remember."""
    return None if within is None else tuple([within] if isinstance(within, str) else within)
