"""The page of data: what can be taken away, how large it is, on which terms, how programs read it, what is left out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import layers
from geo import cards
from geo.publish.files import FORMATS
from geo.publish.site import api, dcat
from geo.publish.site.api_schemas import SCHEMAS
from geo.publish.site.offered import archived, codes_of, measured_levels, terms, waiting
from geo.publish.site.page import Content, Job, Page, markup
from geo.publish.site.plan import Plan
from geo.publish.site.sizes import size_of
from geo.publish.site.takeaway import archive_file, layer_file
from geo.words import say, show_number, show_year


def jobs(plan: Plan) -> Iterable[Job]:
    """The page in each language, and the catalogue of open data."""
    yield Job(_write, (plan,))


def _write(plan: Plan) -> Iterator[tuple[str, Content]]:
    yield dcat.PATH, dcat.catalogue(plan)
    for lang in plan.langs:
        yield f"{lang}/data.html", _page(plan, lang)


def _page(plan: Plan, lang: str) -> Page:
    speak, path = say(lang), f"{lang}/data.html"
    known = [layer.id for layer in layers.catalogue().values() if "province" in measured_levels(plan, layer)]
    base = plan.address(api.ROOT) if plan.base else "https://…/" + api.ROOT
    told: dict[str, Any] = {
        "search": markup(dcat.for_search(plan, lang, path)),
        "archives": [
            {
                "level": speak(f"levels.{level}"),
                "count": show_number(len(codes_of(plan, level))),
                "path": archive_file(level),
                "size": size_of(archive_file(level)),
            }
            for level in archived(plan)
        ],
        "kinds": [(kind, form.name) for kind, form in FORMATS.items()],
        "rows": [_row(plan, layer, lang) for layer in layers.catalogue()],
        "api": api.ROOT,
        "base": base,
        "first": known[0] if known else next(iter(layers.catalogue())),
        "schemas": list(SCHEMAS),
        "dcat": dcat.PATH,
        "gone": [_gone(layer_id, lang) for layer_id in layers.left_out()],
        "waiting": [(source, source.title.of(lang), source.publisher.of(lang)) for source in waiting()],
        "confirmed": [cards.card(source).title.of(lang) for source in plan.confirmed],
    }
    return Page(lang, "data.html", speak("edition_data.title"), speak("edition_data.tells"), told, menu="data")


def _row(plan: Plan, layer_id: str, lang: str) -> dict[str, Any]:
    layer, speak = layers.catalogue()[layer_id], say(lang)
    first, last = dcat.years(plan, layer)
    spoken = show_year(first if first == last else f"{first}-{last}", lang)
    return {
        "id": layer_id,
        "title": layer.title.of(lang),
        "years": spoken,
        "levels": ", ".join(speak(f"levels.{level}") for level in measured_levels(plan, layer)),
        "terms": speak("licence." + terms(layer).replace("-", "_")),
        "narrow": terms(layer) != "yes",
        "files": [
            {
                "name": form.name,
                "path": layer_file(layer_id, kind, lang),
                "size": size_of(layer_file(layer_id, kind, lang)),
            }
            for kind, form in FORMATS.items()
        ],
    }


def _gone(layer_id: str, lang: str) -> dict[str, str]:
    """A layer that is left out: the sources whose publishers are to be asked, else what is wrong with its source."""
    layer, why = layers.left_out()[layer_id]
    asked = [source.title.of(lang) for source in waiting() if source.id in layer.source]
    return {"title": layer.title.of(lang), "why": "; ".join(asked) or why.of(lang)}
