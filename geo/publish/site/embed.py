"""Maps to set into pages of others: one layer, nothing around it, and the lines by which it is set there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from markupsafe import Markup

import layers
from geo import cards
from geo.publish.site.page import Content, Job, Page, part, way
from geo.publish.site.panel import panel_html
from geo.publish.site.plan import Plan
from geo.publish.site.view import View
from geo.words import say, show_year

# Width and height that fit a column of text, a phone and a slide.
SIZES = {"wide": ("100%", "640"), "narrow": ("360", "640"), "slide": ("1200", "675")}


def embed_path(kind: str, layer: str, lang: str) -> str:
    """Where the map or chart of a layer lies that others may set into their pages."""
    return f"embed/{lang}/{kind}/{layer}.html"


def embed_box(plan: Plan, path: str, lang: str, layer: str, kinds: tuple[str, ...] = ("map",)) -> Markup:
    """The lines to copy for the map or chart of a layer, with a choice of size, theme and language."""
    title = layers.catalogue()[layer].title.of(lang)
    there = {kind: {each: plan.address(embed_path(kind, layer, each)) for each in plan.langs} for kind in kinds}
    near = {kind: way(path, embed_path(kind, layer, lang)) for kind in kinds}
    told = {
        "lang": lang,
        "title": title,
        "sizes": SIZES,
        "addresses": there,
        "known": bool(plan.base),
        "root": way(path, "."),
    }
    return part("embed_box.html", lang, told=told, near=near, kinds=kinds, langs=plan.langs)


def jobs(plan: Plan) -> Iterable[Job]:
    """A page for each layer in each language."""
    yield Job(_maps, (plan,))


def _maps(plan: Plan) -> Iterator[tuple[str, Content]]:
    view = View(plan, "province", "TH")
    for layer in view.layers:
        for lang in plan.langs:
            path = embed_path("map", layer.id, lang)
            html = panel_html([view], path, lang, layer.id, now=True, only=layer.id)
            credit = "; ".join(dict.fromkeys(_credits(layer.source)))
            years = view.years(layer)
            told = {
                "map": html,
                "year": show_year(years[0], lang),
                "known": embed_known(plan, lang, years, view.pages),
                "more": f"{lang}/layer/{layer.id}.html",
                "credit": credit,
            }
            title = layer.title.of(lang)
            yield (
                path,
                Page(lang, "embed_map.html", title, say(lang)("edition_map.tells"), told, layer.source, bare=True),
            )


def embed_known(plan: Plan, lang: str, years: list[str], codes: Iterable[str]) -> dict[str, Any]:
    """What the address of an embedded page may ask for, and what is said of anything else."""
    speak = say(lang)
    names = {"theme": speak("edition_map.theme"), "lang": speak("choose.lang"), "year": speak("choose.year")}
    return {
        "known": {"theme": ["auto", "light", "dark"], "lang": list(plan.langs), "year": years, "place": list(codes)},
        "strange": {
            **{name: speak("edition_map.strange", name=called, value="§") for name, called in names.items()},
            "place": speak("edition_map.strange_place", value="§"),
        },
    }


def _credits(sources: Iterable[str]) -> Iterator[str]:
    for source in sources:
        yield cards.card(source).attribution
