"""The map on a page: a drawing with its legend and summary in text, which a script turns into the map that moves."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from itertools import chain
from typing import Any, NamedTuple

from markupsafe import Markup

import layers
from geo.called import shape_names
from geo.drawings import topology_of
from geo.maps.choropleth import Choropleth, Row
from geo.maps.legend import OUTSIDE
from geo.maps.message import PARENT_DIGITS
from geo.maps.svg import Sheet, map_alone
from geo.publish.site.dots import offered
from geo.publish.site.front import shared
from geo.publish.site.keys import colours, pattern, swatch
from geo.publish.site.packs import facts_path, pack, pack_path
from geo.publish.site.page import part, way
from geo.publish.site.plan import Plan
from geo.publish.site.view import View
from geo.words import say, show_number, show_year


class Panel(NamedTuple):
    """A map as part of a page, and the files that it brings along."""

    html: Markup
    files: tuple[tuple[str, bytes], ...] = ()


def panel(plan: Plan, path: str, lang: str, level: str, inside: str, first: str = "") -> Panel:
    """The map of a page.

    Parameters
    ----------
    plan : Plan
    path : str
        Of the page, since links and scripts are found from there.
    lang : "th" or "en"
    level : str
        Which areas are drawn: province, district or subdistrict.
    inside : str
        "TH" or the code of the region, province or district in which they lie.
    first : str
        Layer shown first; the usual one when left out.

    Returns
    -------
    Panel
        Data of the country's maps are written once by ``geo.publish.site.map_page``; a place brings its own along.
        A place of which no layer knows anything gets a sentence.
    """
    view = View(plan, level, inside)
    shown = view.first(first)
    if shown is None:
        return Panel(part("panel_none.html", lang, level=say(lang)(f"levels.{level}")))
    html = panel_html([view], path, lang, shown.id)
    if inside == "TH":
        return Panel(html)
    return Panel(html, (*_packs(view, lang), *drawn(view, shown.id, lang)))


def _packs(view: View, lang: str) -> Iterator[tuple[str, bytes]]:
    every = {layer.id: [(layer.id, period) for period in view.years(layer)] for layer in view.layers}
    if not view.apart:
        yield from pack(view, lang, chain.from_iterable(every.values()), pack_path(view, lang))
        return
    for at, (layer, chosen) in enumerate(every.items()):
        yield from pack(view, lang, chosen, pack_path(view, lang, layer), bare=at > 0)


def panel_html(views: list[View], path: str, lang: str, first: str, now: bool = False, only: str = "") -> Markup:
    """The part of a page; of several ``views`` the first is drawn, a script offers all.

    ``now``: the moving map is loaded at once, not when a reader comes near. ``only``: no other layer is offered.
    """
    view = views[0]
    period = view.years(layers.catalogue()[first])[0]
    drawing = view.drawing(first, period, lang)
    choices = {
        "root": posixpath.relpath(".", posixpath.dirname(path) or ".") + "/",
        "scripts": [shared()[name] for name in ("leaflet.js", "atlas.js", "folium.js")],
        "style": shared()["map.css"],
        "first": f"{view.level}|{first}|{period}",
        "now": now,
        "levels": [_choices(each, lang, only) for each in views],
        "points": [] if only else offered(view.plan, lang, counted=view.inside == "TH"),
    }
    speak = say(lang)
    listed = [row for row in (*reversed(drawing.rows), *drawing.states) if row.key not in (OUTSIDE, "u")]
    return part(
        "panel.html",
        lang,
        drawing=drawing,
        choices=choices,
        picture=way(path, picture_path(view, first, lang)),
        rows=[_row(row, drawing) for row in listed],
        colours=colours(drawing),
        swatches={row.key: swatch(row.key, "key") for row in listed},
        patterns=Markup("".join(pattern(row.key, "key") for row in listed)),
        places=speak(f"levels.{view.level}"),
        others=[]
        if only
        else [(layer.short.of(lang), way(path, f"{lang}/layer/{layer.id}.html")) for layer in view.layers],
        where=say(lang)("edition_map.of", title=drawing.title, year=drawing.year),
    )


def _row(row: Row, drawing: Choropleth) -> dict[str, str]:
    ends = {row.key: end for row, end in zip((drawing.rows[:1] + drawing.rows[-1:]), drawing.ends, strict=False) if end}
    end = ends.get(row.key, "") if len(drawing.rows) > 1 else ""
    people = "–" if row.people is None else show_number(row.people)
    return {"key": row.key, "label": row.label, "end": end, "areas": show_number(row.areas), "people": people}


def _choices(view: View, lang: str, only: str) -> dict[str, Any]:
    """What can be chosen at a level, and where the pages of its areas lie."""
    speak = say(lang)
    return {
        "level": view.level,
        "title": speak(f"level.{view.level}"),
        "page": f"{lang}/{view.level}/",
        "pages": view.pages,
        "layers": [
            {
                "id": layer.id,
                "title": layer.title.of(lang),
                "family": speak(f"family.{layer.family}"),
                "lower": layer.better == "lower",
                "years": [[period, show_year(period, lang)] for period in view.years(layer)],
                "pack": pack_path(view, lang, layer.id if view.apart else ""),
                **({"facts": facts_path(view, layer.id)} if view.apart else {}),
            }
            for layer in view.layers
            if only in ("", layer.id)
        ],
    }


def picture_path(view: View, layer: str, lang: str) -> str:
    """Where the drawing of a layer in a view lies."""
    return f"svg/{lang}/{view.level}-{view.inside}-{layer}.svg"


def drawn(view: View, layer: str, lang: str) -> Iterator[tuple[str, bytes]]:
    """The drawing of a layer in its usual year."""
    drawing = view.drawing(layer, view.years(layers.catalogue()[layer])[0], lang)
    speak = say(lang)
    sheet = Sheet(
        places=speak(f"levels.{view.level}"),
        parents=PARENT_DIGITS.get(view.level, ()),
        around=topology_of("province") if view.within else None,
    )
    yield (
        picture_path(view, layer, lang),
        map_alone(drawing, view.topology, shape_names(view.level, lang), speak, sheet),
    )
