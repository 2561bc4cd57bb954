"""The read-only interface of an edition: plain JSON files under ``api/v1/``, described for programs and people."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from importlib import resources
from typing import Any

import layers
from geo.drawings import topology_of
from geo.layer import Layer
from geo.measure import Measured, latest, measure, periods
from geo.places import places
from geo.publish.made import data_date, method_version
from geo.publish.meaning import both, layer_record, source_record
from geo.publish.site.api_schemas import SCHEMAS, described
from geo.publish.site.offered import codes_of, measured_levels, place_levels, place_sources, sources, terms
from geo.publish.site.page import Content, Job
from geo.publish.site.plan import Plan

# Raised when a path, a member or a meaning is taken away or changed; what is only added leaves it.
VERSION = "1"
ROOT = f"api/v{VERSION}"


def jobs(plan: Plan) -> Iterable[Job]:
    """What is not of one layer: the list of all, places, outlines, sources, and how to read them."""
    yield Job(_overview, (plan,))
    for level in place_levels(plan):
        yield Job(_places, (plan, level))


def _json(told: Any) -> bytes:
    return (json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":")) + "\n").encode()


def _overview(plan: Plan) -> Iterator[tuple[str, Content]]:
    known = list(layers.catalogue().values())
    yield f"{ROOT}/index.json", _json(_index(plan))
    yield f"{ROOT}/layers.json", _json({"api_version": VERSION, "layers": [_short(plan, layer) for layer in known]})
    told = [source_record(source) for source in sources(plan)]
    yield f"{ROOT}/sources.json", _json({"api_version": VERSION, "sources": told})
    for name, schema in SCHEMAS.items():
        yield f"{ROOT}/schemas/{name}.json", (json.dumps(schema, indent=1) + "\n").encode()
    levels = {layer.id: measured_levels(plan, layer) for layer in known}
    server = plan.address(ROOT) if plan.base else "."
    openapi = described(VERSION, server, levels, place_levels(plan))
    yield f"{ROOT}/openapi.json", (json.dumps(openapi, indent=1) + "\n").encode()
    for name in ("example.py", "README.txt"):
        yield f"{ROOT}/{name}", (resources.files("geo.publish.site") / "given" / name).read_bytes()


def _index(plan: Plan) -> dict[str, Any]:
    gone = [
        {"id": layer.id, "title": layer.title._asdict(), "why": why._asdict()}
        for layer, why in layers.left_out().values()
    ]
    return {
        "api_version": VERSION,
        "method_version": method_version(),
        "data_collected_until": data_date(source.id for source in sources(plan)),
        "name": both("app.title")._asdict(),
        "of": {lang: plan.name(lang) for lang in ("th", "en")},
        "address": plan.address(f"{ROOT}/index.json"),
        "terms": both("edition_data.api_terms")._asdict(),
        "levels": place_levels(plan),
        "layers": list(layers.catalogue()),
        "left_out": gone,
        "links": {
            "layers": "layers.json",
            "layer": "layers/{layer}.json",
            "values": "values/{layer}/{level}.json",
            "places": "places/{level}.json",
            "topology": "topology/{level}.json",
            "sources": "sources.json",
            "openapi": "openapi.json",
            "example": "example.py",
            "readme": "README.txt",
            "dcat": "../../data/dcat.jsonld",
        },
    }


def _short(plan: Plan, layer: Layer) -> dict[str, Any]:
    return {
        "id": layer.id,
        "title": layer.title._asdict(),
        "unit": layer.unit._asdict(),
        "family": layer.family,
        "better": layer.better,
        "terms": terms(layer),
        "levels": measured_levels(plan, layer),
    }


def _places(plan: Plan, level: str) -> Iterator[tuple[str, Content]]:
    codes = codes_of(plan, level)
    table = places(level).loc[list(codes)]
    told = [_place(str(code), row) for code, row in zip(codes, table.to_dict("records"), strict=True)]
    head = {"api_version": VERSION, "level": level, "people_year": "2021", "sources": place_sources(level)}
    yield f"{ROOT}/places/{level}.json", _json(head | {"places": told})
    # An edition of some provinces has all regions as their map draws them.
    inside = None if level in ("country", "region") else plan.within
    yield f"{ROOT}/topology/{level}.json", topology_of(level, inside)


def _place(code: str, row: dict[Any, Any]) -> dict[str, Any]:
    body = "full_name_th" in row
    told = {
        "code": code,
        "name": {"th": row["full_name_th" if body else "name_th"], "en": row["name_en"]},
        "parent": row["parent"] or None,
        "province": row.get("province") or None,
        "district": row.get("district") or None,
        "lat": number(row["lat"]),
        "lon": number(row["lon"]),
        "people": number(row["people"]),
    }
    if body:
        told["type"] = {"th": row["type_th"], "en": row["type_en"]}
    if "polygon_code" in row:
        told["polygon_code"] = row["polygon_code"] or None
    return told


def number(value: float) -> float | int | None:
    """A number as JSON has it: None where there is none, no ".0" behind a whole one.

    Examples
    --------
    >>> number(435.0), number(0.5), number(float("nan"))
    (435, 0.5, None)
    """
    if value != value:
        return None
    return int(value) if float(value).is_integer() else float(value)


def of_layer(plan: Plan, layer_id: str) -> Iterator[tuple[str, Content]]:
    """What the interface says of one layer: its meaning, and its values at each level at which it is measured."""
    layer = layers.catalogue()[layer_id]
    levels = [
        {"level": level, "periods": periods(layer_id, level), "shown_first": latest(layer_id, level)}
        for level in measured_levels(plan, layer)
    ]
    own = [source_record(source) for source in sources(plan) if source.id in layer.source]
    told = {"api_version": VERSION, **layer_record(layer), "terms": terms(layer), "levels": levels, "sources": own}
    del told["measured_levels"]
    yield f"{ROOT}/layers/{layer_id}.json", _json(told)
    for level in measured_levels(plan, layer):
        yield f"{ROOT}/values/{layer_id}/{level}.json", _json(_values(plan, layer, level))


def _values(plan: Plan, layer: Layer, level: str) -> dict[str, Any]:
    codes = list(codes_of(plan, level))
    named = ("name", "attribution", "licence", "may_redistribute")
    own = [{key: source_record(source)[key] for key in named} for source in sources(plan) if source.id in layer.source]
    return {
        "api_version": VERSION,
        "method_version": method_version(),
        "layer": layer.id,
        "level": level,
        "unit": layer.unit._asdict(),
        "terms": terms(layer),
        "sources": own,
        "codes": codes,
        "shown_first": latest(layer.id, level),
        "periods": [_period(measure(layer.id, level, period), codes) for period in periods(layer.id, level)],
    }


def _period(measured: Measured, codes: list[str]) -> dict[str, Any]:
    told: dict[str, Any] = {"period": measured.period, "status": measured.status.reindex(codes).tolist()}
    for name, series in (
        ("values", measured.values),
        ("base", measured.base),
        ("low", measured.low),
        ("high", measured.high),
    ):
        numbers = [number(value) for value in series.reindex(codes).tolist()]
        # A source that tells no base or range for anybody is not a list of nothing.
        told[name] = numbers if name == "values" or any(value is not None for value in numbers) else None
    notes = zip(codes, measured.note_th.reindex(codes), measured.note.reindex(codes), strict=True)
    told["notes"] = {code: {"th": th, "en": en} for code, th, en in notes if th or en}
    return told
