"""A file with its outlines: GeoJSON and GeoParquet, a feature per place with the values of every layer."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from functools import lru_cache
from pathlib import Path
from typing import Any

import geopandas as gpd
import numpy as np
import pandas as pd
import pyarrow.parquet as pq
import shapely

from geo import cards
from geo.boundaries import CRS, shapes
from geo.drawings import topology_of
from geo.gazetteer import state
from geo.places import places
from geo.publish.derived import Derived, File, frame
from geo.publish.extract import ALIKE, PLACE_COLUMNS, VALUE_COLUMNS, Extract, rows
from geo.publish.meaning import record
from geo.topology import decode

# Six decimals of a degree are eleven centimetres, finer than the outlines are.
DECIMALS = 6
# The light outlines lie on a grid of some 54 m: four decimals are eleven metres.
LIGHT_DECIMALS = 4


def outlines(level: str, codes: Sequence[str], light: bool = False) -> np.ndarray[Any, np.dtype[np.object_]]:
    """The outline of each place, or its point; None for what covers all others (a provincial organisation).

    Two subdistricts that were one when the outlines were drawn have the same outline. ``light`` takes the outlines of
    the country's map, a twentieth of the size, on a grid of some 54 m.
    """
    drawn = _light(level, *state()) if light else shapes(level).geometry
    table = places(level).loc[list(codes)]
    if level == "subdistrict":
        return np.asarray(drawn.reindex(table["polygon_code"]).to_numpy(), dtype=object)
    found = np.asarray(drawn.reindex(list(codes)).to_numpy(), dtype=object)
    if level == "lao":
        spots = shapely.points(table[["lon", "lat"]].to_numpy(dtype=float))
        bare = np.array([shape is None for shape in found]) & (table["type"] != "PAO").to_numpy()
        bare &= table["lon"].notna().to_numpy()
        found[bare] = spots[bare]
    return found


@lru_cache(maxsize=4)
def _light(level: str, folder: Path, terms: cards.Terms) -> gpd.GeoSeries:
    drawn = decode(topology_of(level))
    return gpd.GeoSeries(list(drawn.shapes), index=drawn.codes, crs=CRS)


def table_of(file: File) -> gpd.GeoDataFrame:
    """One row per place with its outline.

    A table that was computed keeps its columns, and a file in which no place stands twice those of the long table.
    With several layers or periods, each has a column for its value, one for its status and, where it comes from a map,
    one for its class: ``density``, ``density_status``, ``density_class``, with the period where a layer has more
    than one.
    """
    wide = frame(file) if isinstance(file, Derived) else _wide(file)
    geometry = pd.Series(None, index=wide.index, dtype=object)
    for level, group in wide.groupby("level", sort=False):
        geometry[group.index] = list(outlines(str(level), list(group["code"]), file.light))
    return gpd.GeoDataFrame(wide, geometry=gpd.GeoSeries(geometry, index=wide.index, crs=CRS))


def _wide(extract: Extract) -> pd.DataFrame:
    long = rows(extract)
    if len(extract.layers) <= 1 and not long.duplicated(["level", "code"]).any():
        return long[[*PLACE_COLUMNS, *VALUE_COLUMNS]]
    several = long.groupby("layer")["period"].nunique() > 1
    named = long["layer"].where(~long["layer"].map(several), long["layer"] + "_" + long["period"])
    wide = long[list(PLACE_COLUMNS)].drop_duplicates(["level", "code"]).set_index(["level", "code"])
    keyed = long.assign(named=named).set_index(["level", "code"])
    told = ["value", "status", *(["class"] if (long["class"] != "").any() else [])]
    for name in dict.fromkeys(named):
        own = keyed.loc[keyed["named"] == name, told]
        wide = wide.join(own.rename(columns={"value": name} | {of: f"{name}_{of}" for of in told[1:]}))
    wide = wide.reset_index()
    texts = {str(column): "" for column in wide if str(column).endswith(("_status", "_class"))}
    return wide.fillna(texts)


def geojson_file(file: File) -> bytes:
    """GeoJSON (RFC 7946) whose member ``metadata`` tells what the values mean; a missing value is null."""
    table = table_of(file)
    told = json.dumps(record(file), ensure_ascii=False)
    alike = [column for column in ALIKE if file.light and column in table]
    return _collection(
        table.drop(columns=["geometry", *alike]),
        table.geometry.to_numpy(),
        file.name,
        told,
        LIGHT_DECIMALS if file.light else DECIMALS,
    )


def outlines_file(who: pd.DataFrame) -> bytes:
    """GeoJSON of places of one level alone, as ``place_rows`` names them."""
    return _collection(who, outlines(str(who["level"].iloc[0]), list(who["code"])), "places", "{}")


def _collection(facts: pd.DataFrame, drawn: Any, name: str, told: str, decimals: int = DECIMALS) -> bytes:
    rounded = shapely.orient_polygons(shapely.transform(drawn, lambda points: points.round(decimals)))
    features = [
        f'{{"type":"Feature","id":{json.dumps(str(own["code"]))},"properties":{_properties(own)},'
        f'"geometry":{shape or "null"}}}'
        for own, shape in zip(facts.to_dict("records"), shapely.to_geojson(rounded), strict=True)
    ]
    body = ",\n".join(features)
    head = f'{{"type":"FeatureCollection","name":{json.dumps(name)},"metadata":{told},"features":['
    return f"{head}\n{body}\n]}}\n".encode()


def _properties(own: dict[Any, Any]) -> str:
    plain = {str(key): None if isinstance(value, float) and np.isnan(value) else value for key, value in own.items()}
    return json.dumps(plain, ensure_ascii=False)


def geoparquet_file(file: File) -> bytes:
    """GeoParquet 1.1 whose file metadata holds, under ``atlas``, what the values mean."""
    first = io.BytesIO()
    table_of(file).to_parquet(first, index=False, schema_version="1.1.0")
    plain = pq.read_table(io.BytesIO(first.getvalue()))
    held = dict(plain.schema.metadata or {})
    held[b"atlas"] = json.dumps(record(file), ensure_ascii=False).encode()
    out = io.BytesIO()
    pq.write_table(plain.replace_schema_metadata(held), out, compression="zstd")
    return out.getvalue()
