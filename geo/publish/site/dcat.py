"""The edition's data for catalogues of open data: DCAT 3 as JSON-LD, and schema.org for search engines."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import layers
from geo import cards
from geo.layer import Layer
from geo.measure import periods
from geo.publish.files import FORMATS
from geo.publish.made import data_date, method_version
from geo.publish.meaning import both
from geo.publish.site.offered import measured_levels, terms
from geo.publish.site.page import way
from geo.publish.site.plan import Plan
from geo.publish.site.takeaway import layer_file
from geo.words import Text

PATH = "data/dcat.jsonld"
_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_MEDIA = "https://www.iana.org/assignments/media-types/"


def years(plan: Plan, layer: Layer) -> tuple[str, str]:
    """The first and the last year of which a layer tells anything in the edition, common era."""
    known = sorted({period for level in measured_levels(plan, layer) for period in periods(layer.id, level)})
    return known[0][:4], max(period.split("-Q")[0][-4:] for period in known)


def files_of(plan: Plan, layer: str) -> list[tuple[str, str]]:
    """Every file of a layer as (path, kind), once."""
    found = {layer_file(layer, kind, lang): kind for kind in FORMATS for lang in plan.langs}
    return list(found.items())


def _texts(text: Text) -> list[dict[str, str]]:
    return [{"@language": lang, "@value": text.of(lang)} for lang in ("th", "en")]


def catalogue(plan: Plan) -> bytes:
    """The DCAT catalogue: a dataset for each layer with its files, years, area, terms and sources.

    Addresses are those of the edition; while nobody has said where it will lie, they lead from this file to the others.
    """

    def at(path: str) -> str:
        return plan.address(path) if plan.base else way(PATH, path)

    told = {
        "@context": _CONTEXT,
        "@id": at(PATH),
        "@type": "dcat:Catalog",
        "dct:title": _texts(both("app.title")),
        "dct:description": _texts(both("edition.tells")),
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _texts(both("app.title"))},
        "dct:language": list(plan.langs),
        "dcat:version": method_version(),
        "foaf:homepage": {"@id": at("index.html")},
        "dct:spatial": _spatial(plan),
        "dcat:service": {
            "@type": "dcat:DataService",
            "dct:title": _texts(both("edition_data.api")),
            "dcat:endpointURL": {"@id": at("api/v1/index.json")},
            "dcat:endpointDescription": {"@id": at("api/v1/openapi.json")},
        },
        "dcat:dataset": [_dataset(plan, layer, at) for layer in layers.catalogue().values()],
    }
    return (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode()


def _spatial(plan: Plan) -> dict[str, Any]:
    return {"@type": "dct:Location", "rdfs:label": _texts(Text(plan.name("th"), plan.name("en")))}


def _dataset(plan: Plan, layer: Layer, at: Callable[[str], str]) -> dict[str, Any]:
    own = [cards.card(source) for source in layer.source]
    first, last = ({"@type": "xsd:gYear", "@value": year} for year in years(plan, layer))
    page = at(f"{plan.langs[0]}/layer/{layer.id}.html")
    return {
        "@id": page,
        "@type": "dcat:Dataset",
        "dct:identifier": layer.id,
        "dct:title": _texts(layer.title),
        "dct:description": _texts(layer.question),
        "dcat:keyword": [*_texts(both(f"family.{layer.family}")), *_texts(both(f"report.dimension_{layer.dimension}"))],
        "dcat:landingPage": {"@id": page},
        "dct:spatial": _spatial(plan),
        "dct:temporal": {"@type": "dct:PeriodOfTime", "dcat:startDate": first, "dcat:endDate": last},
        "dct:publisher": {"@type": "foaf:Agent", "foaf:name": _texts(both("app.title"))},
        "dct:creator": [{"@type": "foaf:Agent", "foaf:name": _texts(source.publisher)} for source in own],
        "dct:source": [{"@id": source.url} for source in own],
        "dct:license": [{"@id": source.licence_url} for source in own if source.licence_url.startswith("http")],
        "dct:rights": [source.licence for source in own] + [f"may_redistribute: {terms(layer)}"],
        "dct:rightsHolder": [source.attribution for source in own],
        "dct:modified": {"@type": "xsd:date", "@value": data_date(layer.source)},
        "dcat:version": method_version(),
        "dcat:distribution": [
            {
                "@type": "dcat:Distribution",
                "dct:title": FORMATS[kind].name,
                "dcat:downloadURL": {"@id": at(path)},
                "dcat:accessURL": {"@id": at(path)},
                "dcat:mediaType": {"@id": _MEDIA + FORMATS[kind].mime},
            }
            for path, kind in files_of(plan, layer.id)
        ],
    }


def for_search(plan: Plan, lang: str, page: str) -> str:
    """The same in short as schema.org has it, for the head of the page of data.

    No text of a source can end the script that it stands in: what HTML would read is written as JSON escapes.
    """

    def at(path: str) -> str:
        return plan.address(path) if plan.base else way(page, path)

    told = {
        "@context": "https://schema.org",
        "@type": "DataCatalog",
        "name": both("app.title").of(lang),
        "description": both("edition.tells").of(lang),
        "url": at(page),
        "dataset": [_for_search(plan, layer, lang, at) for layer in layers.catalogue().values()],
    }
    text = json.dumps(told, ensure_ascii=False)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _for_search(plan: Plan, layer: Layer, lang: str, at: Callable[[str], str]) -> dict[str, Any]:
    own = [cards.card(source) for source in layer.source]
    return {
        "@type": "Dataset",
        "identifier": layer.id,
        "name": layer.title.of(lang),
        "description": f"{layer.question.of(lang)} {layer.caveat.of(lang)}",
        "url": at(f"{lang}/layer/{layer.id}.html"),
        "license": [source.licence_url or source.licence for source in own],
        "creator": [{"@type": "Organization", "name": source.publisher.of(lang)} for source in own],
        "creditText": "; ".join(source.attribution for source in own),
        "temporalCoverage": "/".join(years(plan, layer)),
        "spatialCoverage": plan.name(lang),
        "version": method_version(),
        "distribution": [
            {"@type": "DataDownload", "encodingFormat": FORMATS[kind].mime, "contentUrl": at(path)}
            for path, kind in files_of(plan, layer.id)
        ],
    }
