"""The map of the whole edition on a page of its own, and the data of the country's maps that other pages use too."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import layers
from geo.publish.site.dots import point_files
from geo.publish.site.embed import embed_box
from geo.publish.site.packs import pack, pack_path
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.panel import drawn, panel_html
from geo.publish.site.plan import Plan
from geo.publish.site.view import View
from geo.words import say

LEVELS = ("province", "district", "subdistrict")


def jobs(plan: Plan) -> Iterable[Job]:
    """A job for the page, one for points, and one for each layer: its many years take longest."""
    yield Job(_page, (plan,))
    yield Job(point_files, (plan,))
    for layer in layers.catalogue():
        yield Job(_layer, (plan, layer))


def views(plan: Plan) -> list[View]:
    """The country's map at each level at which any layer is known."""
    offered = [View(plan, level, "TH") for level in LEVELS]
    return [view for view in offered if view.layers]


def _page(plan: Plan) -> Iterator[tuple[str, Content]]:
    for lang in plan.langs:
        speak, path, known = say(lang), f"{lang}/map.html", views(plan)
        first = known[0].first()
        assert first is not None
        told = {
            "map": panel_html(known, path, lang, first.id, now=True),
            "embed": embed_box(plan, path, lang, first.id),
        }
        title = speak("edition_map.title", where=plan.name(lang))
        sources = tuple(dict.fromkeys(s for layer in known[0].layers for s in layer.source))
        yield (
            path,
            Page(lang, "map.html", title, speak("edition_map.tells"), told, (*sources, "boundaries"), menu="map"),
        )


def _layer(plan: Plan, layer: str) -> Iterator[tuple[str, Content]]:
    """Messages of all years of a layer at each level, and its drawing of provinces."""
    for view in views(plan):
        offered = {one.id: one for one in view.layers}
        if layer not in offered:
            continue
        # Shapes and names are the same for all layers of a level: the first one writes them.
        bare = view.layers[0].id != layer
        chosen = [(layer, period) for period in view.years(offered[layer])]
        for lang in plan.langs:
            yield from pack(view, lang, chosen, pack_path(view, lang, layer), bare)
            if view.level == "province":
                yield from drawn(view, layer, lang)
