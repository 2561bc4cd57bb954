"""How the files of the interface look: a JSON Schema for each kind, and the OpenAPI description that names them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from geo.cards import REDISTRIBUTION
from geo.gazetteer import LEVELS
from geo.layer import DIMENSIONS, FAMILIES, GRADES, INDICES
from geo.measure import STATUSES

Schema = dict[str, Any]

TEXT: Schema = {"type": "string"}
NUMBER: Schema = {"type": ["number", "null"]}
CODE: Schema = {"type": "string", "pattern": "^([0-9]{2}|[0-9]{4}|[0-9]{6}|[0-9]{7}|[a-z]+|TH|BMA)$"}
PERIOD: Schema = {"type": "string", "pattern": "^[0-9]{4}(-Q[1-4]|-[0-9]{4})?$"}
LEVEL: Schema = {"enum": list(LEVELS)}
TERMS: Schema = {"enum": list(REDISTRIBUTION)}
LAYER_ID: Schema = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$"}


def _record(**members: Schema) -> Schema:
    """An object that has all of these members and may have more: what is added later breaks no reader."""
    return {"type": "object", "required": list(members), "properties": members}


def _list(of: Schema) -> Schema:
    return {"type": "array", "items": of}


BOTH = _record(th=TEXT, en=TEXT)
OR_NONE: Schema = {"type": ["string", "null"]}
SOURCE = _record(
    name=TEXT,
    title=TEXT,
    title_th=TEXT,
    publisher=BOTH,
    licence=TEXT,
    licence_url=TEXT,
    may_redistribute=TERMS,
    attribution={"type": "string", "minLength": 1},
    path=TEXT,
    retrieved={"type": "string", "format": "date"},
    period=TEXT,
    measured=BOTH,
    caveat=BOTH,
)
_PLACE = _record(
    code=CODE, name=BOTH, parent=OR_NONE, province=OR_NONE, district=OR_NONE, lat=NUMBER, lon=NUMBER, people=NUMBER
)
_PLACE["properties"] |= {"type": BOTH, "polygon_code": OR_NONE}
_NUMBERS_OR_NONE: Schema = {"type": ["array", "null"], "items": NUMBER}
_PERIOD = _record(
    period=PERIOD,
    status=_list({"enum": list(STATUSES)}),
    values=_list(NUMBER),
    base=_NUMBERS_OR_NONE,
    low=_NUMBERS_OR_NONE,
    high=_NUMBERS_OR_NONE,
    notes={"type": "object", "additionalProperties": BOTH},
)
_LAYER = _record(
    api_version=TEXT,
    id=LAYER_ID,
    title=BOTH,
    question=BOTH,
    unit=BOTH,
    better={"enum": ["higher", "lower", "neither"]},
    direction=BOTH,
    measure=BOTH,
    family={"enum": list(FAMILIES)},
    dimension={"enum": list(DIMENSIONS)},
    index={"enum": list(INDICES)},
    grade={"enum": list(GRADES)},
    valid_range={"type": "array", "items": {"type": "number"}, "minItems": 2, "maxItems": 2},
    decimals={"type": "integer"},
    caveat=BOTH,
    terms=TERMS,
    levels=_list(_record(level=LEVEL, periods={**_list(PERIOD), "minItems": 1}, shown_first=PERIOD)),
    sources={**_list(SOURCE), "minItems": 1},
)
_LAYER["properties"] |= {
    "floor": _record(base={"type": "number"}, unit=BOTH),
    "goalposts": _record(low={"type": "number"}, high={"type": "number"}, log={"type": "boolean"}, why=BOTH),
    "standard": _record(value={"type": "number"}, who=BOTH),
    "words": {"type": "object", "additionalProperties": BOTH},
}
_ARC: Schema = {"type": "array", "items": {"type": "array", "items": {"type": "integer"}, "minItems": 2}}

_KINDS: dict[str, tuple[str, Schema]] = {
    "index": (
        "What there is in this edition, and where.",
        _record(
            api_version=TEXT,
            method_version=TEXT,
            data_collected_until=TEXT,
            name=BOTH,
            of=BOTH,
            address=TEXT,
            terms=BOTH,
            levels=_list(LEVEL),
            layers=_list(LAYER_ID),
            left_out=_list(_record(id=LAYER_ID, title=BOTH, why=BOTH)),
            links={"type": "object", "additionalProperties": TEXT},
        ),
    ),
    "places": (
        "The places of one level. Codes are text; people is null where unknown or where its publisher was not asked.",
        _record(api_version=TEXT, level=LEVEL, people_year=TEXT, sources=_list(TEXT), places=_list(_PLACE)),
    ),
    "layers": (
        "All layers in short.",
        _record(
            api_version=TEXT,
            layers=_list(
                _record(id=LAYER_ID, title=BOTH, unit=BOTH, family=TEXT, better=TEXT, terms=TERMS, levels=_list(LEVEL))
            ),
        ),
    ),
    "layer": ("What one layer means, how it is measured, where it ends and who made it.", _LAYER),
    "values": (
        "The values of one layer at one level. The lists of each period are in the order of codes; a missing value is "
        "null and its status tells why.",
        _record(
            api_version=TEXT,
            method_version=TEXT,
            layer=LAYER_ID,
            level=LEVEL,
            unit=BOTH,
            terms=TERMS,
            sources={
                **_list(_record(name=TEXT, attribution=TEXT, licence=TEXT, may_redistribute=TERMS)),
                "minItems": 1,
            },
            codes=_list(CODE),
            shown_first=PERIOD,
            periods={**_list(_PERIOD), "minItems": 1},
        ),
    ),
    "sources": ("Every source of this edition with its terms.", _record(api_version=TEXT, sources=_list(SOURCE))),
    "topology": (
        "Outlines as TopoJSON; the id of each geometry is the code of its place (subdistricts: polygon_code).",
        _record(
            type={"const": "Topology"},
            transform=_record(scale=_list({"type": "number"}), translate=_list({"type": "number"})),
            objects=_record(
                areas=_record(geometries=_list(_record(type={"enum": ["Polygon", "MultiPolygon", "Point"]}, id=CODE)))
            ),
            arcs=_list(_ARC),
        ),
    ),
}
SCHEMAS: dict[str, Schema] = {
    name: {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": name,
        "description": description,
        **schema,
    }
    for name, (description, schema) in _KINDS.items()
}


def described(
    version: str, server: str, levels: Mapping[str, Sequence[str]], place_levels: Sequence[str]
) -> dict[str, Any]:
    """The interface in OpenAPI 3.1.

    Parameters
    ----------
    version : str
        Of the interface.
    server : str
        Address of its folder; "." when it is read where it lies.
    levels : mapping of layer to levels
        What there are values of.
    place_levels : list of str
        What there are places and outlines of.
    """
    layer = _parameter("layer", list(levels))
    measured = _parameter("level", list(dict.fromkeys(level for own in levels.values() for level in own)))
    placed = _parameter("level", list(place_levels))
    paths = {
        "/index.json": _path("index"),
        "/layers.json": _path("layers"),
        "/layers/{layer}.json": _path("layer", layer),
        "/values/{layer}/{level}.json": _path("values", layer, measured),
        "/places/{level}.json": _path("places", placed),
        "/topology/{level}.json": _path("topology", placed),
        "/sources.json": _path("sources"),
    }
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "Atlas of smart-city readiness and digital equity in Thailand",
            "version": version,
            "description": "Read-only files. Within a version nothing is taken away or changed; see README.txt.",
            "license": {"name": "Terms of each source, told in sources.json", "url": "sources.json"},
        },
        "servers": [{"url": server}],
        "paths": paths,
    }


def _parameter(name: str, choices: list[str]) -> Schema:
    return {"name": name, "in": "path", "required": True, "schema": {"type": "string", "enum": choices}}


def _path(kind: str, *parameters: Schema) -> Schema:
    content = {"application/json": {"schema": {"$ref": f"schemas/{kind}.json"}}}
    missing = {"description": "There is no such layer or level in this edition, or the layer is not measured there."}
    answer: Schema = {
        "operationId": f"get_{kind}",
        "summary": _KINDS[kind][0],
        "responses": {"200": {"description": _KINDS[kind][0], "content": content}}
        | ({"404": missing} if parameters else {}),
    }
    return {"get": answer | ({"parameters": list(parameters)} if parameters else {})}
