"""Data to take away from an edition: a file of each layer in every format, and everything of a level as an archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import layers
from geo.measure import latest, measure, periods
from geo.publish.extract import Extract, Part
from geo.publish.files import FORMATS, make
from geo.publish.package import archive, bulk
from geo.publish.site import api
from geo.publish.site.offered import archived, codes_of, measured_levels
from geo.publish.site.page import Content, Job
from geo.publish.site.plan import Plan
from geo.words import Text

# Tables tell all years of the wider levels; finer ones would make a workbook that no office opens.
TABLE_LEVELS = ("country", "region", "province", "district")
OUTLINED_LEVELS = ("province", "district")


def jobs(plan: Plan) -> Iterable[Job]:
    """One job a layer, with what the interface says of it; one an archive."""
    for layer in layers.catalogue():
        yield Job(_layer, (plan, layer))
    for level in archived(plan):
        yield Job(_archive, (plan, level))


def layer_file(layer: str, kind: str, lang: str) -> str:
    """Where the file of a layer stands; files with outlines name places in both languages and are there once.

    Examples
    --------
    >>> layer_file("density", "xlsx", "th"), layer_file("density", "geoparquet", "th")
    ('data/layer/density.th.xlsx', 'data/layer/density.parquet')
    """
    form = FORMATS[kind]
    return f"data/layer/{layer}.{form.ending}" if form.shapes else f"data/layer/{layer}.{lang}.{form.ending}"


def archive_file(level: str) -> str:
    """Where the archive of a level stands."""
    return f"data/atlas-{level}.zip"


def layer_extract(plan: Plan, layer_id: str, lang: str, outlined: bool = False) -> Extract:
    """What the file of a layer holds.

    Tables have country, regions and provinces in all periods and districts in all they have; files with outlines have
    provinces and districts in the period that is shown first, drawn as the map of the country draws them.
    """
    layer = layers.catalogue()[layer_id]
    parts = []
    for level in measured_levels(plan, layer):
        if level in (OUTLINED_LEVELS if outlined else TABLE_LEVELS):
            wanted = [latest(layer_id, level)] if outlined else periods(layer_id, level)
            parts += [Part(measure(layer_id, level, period), codes_of(plan, level)) for period in wanted]
    title = Text(*(f"{layer.title.of(own)} · {plan.name(own)}" for own in ("th", "en")))
    shown = plan.address(f"{lang}/layer/{layer_id}.html")
    confirmed = frozenset(plan.confirmed)
    return Extract(layer_id, title, tuple(parts), shown, lang, confirmed, shapes=outlined, light=True)


def _layer(plan: Plan, layer: str) -> Iterator[tuple[str, Content]]:
    for lang in plan.langs:
        own = layer_extract(plan, layer, lang)
        yield layer_file(layer, "csv", lang), make(own, "csv")
        yield layer_file(layer, "xlsx", lang), make(own, "xlsx")
    drawn = layer_extract(plan, layer, plan.langs[-1], outlined=True)
    yield layer_file(layer, "geojson", ""), make(drawn, "geojson")
    yield layer_file(layer, "geoparquet", ""), make(drawn, "geoparquet")
    # In the same job, as both read the same values.
    yield from api.of_layer(plan, layer)


def _archive(plan: Plan, level: str) -> Iterator[tuple[str, Content]]:
    lang = plan.langs[0]
    own = bulk(level, plan.where, lang, plan.confirmed)
    yield archive_file(level), archive(replace(own, address=plan.address(f"{lang}/data.html")))
