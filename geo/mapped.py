"""A layer as a map: measured, classed as a reader wishes, and described once for all who look at it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import pandas as pd

import layers
from geo import cards
from geo.called import called, drawn_older, provinces_of, shared_shapes
from geo.changes import changed
from geo.classes import Wish, as_described
from geo.doubt import doubtful
from geo.drawings import topology_codes, topology_of
from geo.layer import Count
from geo.maps import assets, cartogram, fetched
from geo.maps.choropleth import Choropleth, Shapes, Together, describe, to_polygons
from geo.maps.colours import Kind
from geo.maps.drawn import Drawn, Values
from geo.measure import Measured
from geo.places import places
from geo.same import Same
from geo.stats.classify import Closed
from geo.together import together
from geo.words import say, show_year

# What the corner of a country's map enlarges: Bangkok and the five provinces around it, or what lies in Bangkok.
INSET = {"province": ("10", "11", "12", "13", "73", "74"), "district": ("10",), "subdistrict": ("10",)}


@lru_cache(maxsize=256)
def shapes_of(level: str, within: str | None) -> Shapes:
    """The shapes of a level, of the country or of one place, where a browser finds them."""
    return fetched.shapes(level, within, topology_of(level, within), topology_codes(level, within))


@lru_cache(maxsize=256)
def names_file(on: Shapes) -> str:
    """Names of all areas of a drawing, where each lies, and what to know of an older boundary."""
    table, notes = places(on.level), changed(on.level)
    if on.level == "subdistrict":
        table = shared_shapes()
    around = None
    if on.level != "province":
        lies = places("district" if on.level == "subdistrict" else "province")
        parent = table["district" if on.level == "subdistrict" else "province"].reindex(list(on.codes))
        around = lies[["name_th", "name_en"]].reindex(parent).set_axis(list(on.codes))
    return fetched.names_file(on, table[["name_th", "name_en"]], within=around, notes=notes)


def beside(on: Shapes, lang: str, sized: bool = False) -> dict[str, object]:
    """What every map of areas may add: Bangkok enlarged where the country is shown, and its areas sized by people.

    ``sized``: the areas are sized by people from the start.
    """
    said: dict[str, object] = {"cartogram": circles} if (circles := _circles(on)) else {}
    if sized:
        said["sized"] = True
    if on.within is None and on.level in INSET:
        said["inset"] = {"codes": list(INSET[on.level]), "title": say(lang)(f"maps.inset_{on.level}")}
    return said


@lru_cache(maxsize=64)
def _circles(on: Shapes) -> str:
    """Address of a drawing's areas as circles by their people; none where there are too many, or people are unknown."""
    people = places(on.level)["people"]
    if on.level == "subdistrict":
        people = people.groupby(places(on.level)["polygon_code"]).sum(min_count=1)
    people = people.reindex(list(on.codes))
    if on.level == "lao" or not 2 <= len(people) <= cartogram.MOST or not (people > 0).all():
        return ""
    drawn = cartogram.drawing(topology_of(on.level, on.within), people.to_numpy(dtype=float))
    return assets.publish(f"people.{on.level}.{on.within or 'th'}.json", drawn)


@dataclass(frozen=True)
class Scale:
    """Classes set before the values are seen: where the first begins, the upper ends of all, and who says so."""

    lowest: float
    ends: tuple[float, ...]
    how: str = ""
    names: tuple[str, ...] = ()
    closed: Closed = "upper"
    # Labels without outer ends hold whatever comes later; classes made from all the values shown need none.
    open_ends: bool = True


def drawing_of(
    lang: str,
    measured: Measured,
    within: str | None,
    shown: list[str] | None,
    wish: Wish | None = None,
    scale: Scale | None = None,
    kind: Kind = "sequential",
) -> Choropleth:
    """The description of a layer's map; classes come from the whole country, whatever is shown.

    Parameters
    ----------
    lang : "th" or "en"
    measured : Measured
    within : str, optional
        The place whose finer drawing is used; the country's when left out.
    shown : list of codes, optional
        Places that are shown; all others are drawn as plain land.
    wish, scale, kind
        How a reader wants the map classed; a ``scale`` goes before it; the colours.
    """
    level, speak, layer = measured.level, say(lang), measured.layer
    table, on = places(level), shapes_of(level, within)
    if level == "subdistrict":
        drawn, doubts = _on_shapes(Same(measured))
        if shown is not None:
            shown = sorted(set(table["polygon_code"].reindex(shown)))
    else:
        drawn, doubts = None, doubtful(measured)
    if level == "lao":
        # A provincial organisation lies over all others of its province: the table lists it, the map cannot show it.
        local = table.index[table["type"] != "PAO"]
        shown = list(local if shown is None else local.intersection(shown))
    asked = as_described(wish or Wish(), layer, lang, speak(f"levels.{level}"), speak)
    told = list(asked.pop("notes"))
    if scale is not None:
        asked = {"bounds": scale.ends, "lowest": scale.lowest, "open_ends": scale.open_ends, "how": scale.how}
        asked |= {"class_names": scale.names, "closed": scale.closed}
    if layer.doubt is not None and doubts.any():
        told.append(speak("legend.doubt", why=layer.doubt.why.of(lang)))
    told += drawn_older(on, shown, lang, speak)
    if wish and wish.locks and not wish.lock_of(layer.id):
        others = [
            layers.declared()[lock.layer].short.of(lang) for lock in wish.locks if lock.layer in layers.declared()
        ]
        told += [speak("legend.lock_other", layer="”, “".join(others))] if others else []
    return describe(
        measured,
        layer,
        on,
        speak,
        lang,
        names=called(level, lang),
        places=speak(f"levels.{level}"),
        year=show_year(measured.period, lang),
        source=speak("map.computed")
        if layer.grade == "modelled"
        else "; ".join(cards.card(source).publisher.of(lang) for source in layer.source[:1]),
        shown=shown,
        drawn=drawn,
        doubtful=dict.fromkeys(map(str, doubts.index[doubts.to_numpy(dtype=bool)]), True),
        together=Together(unknown=_no_neighbours(lang)) if level == "lao" else _together(Same(measured)),
        provinces=provinces_of(level, lang),
        notes=told,
        kind=kind,
        **asked,
    )


@lru_cache(maxsize=32)
def _on_shapes(key: Same[Measured]) -> tuple[Drawn, pd.Series]:
    """Values of subdistricts on the shapes that can be drawn, and which are doubtful: the same for every district."""
    measured, polygon_of = key.held, places("subdistrict")["polygon_code"]
    drawn = to_polygons(measured, polygon_of, add=isinstance(measured.layer.measure, Count))
    return drawn, doubtful(measured).groupby(polygon_of).any()


def on_map(measured: Measured) -> tuple[Values, pd.Series]:
    """Values on the areas that can be drawn, which those of subdistricts are not all, and which are doubtful."""
    return _on_shapes(Same(measured)) if measured.level == "subdistrict" else (measured, doubtful(measured))


@lru_cache(maxsize=256)
def _together(key: Same[Measured]) -> Together | None:
    return together(key.held, _on_shapes(key)[0] if key.held.level == "subdistrict" else None)


@lru_cache(maxsize=2)
def _no_neighbours(lang: str) -> str:
    """Why nothing is said of local authorities that lie together."""
    bodies = places("lao")
    local = bodies[bodies["type"] != "PAO"]
    undrawn = int((local["boundary_status"] == "point").sum())
    return say(lang)("summary.no_neighbours", count=f"{undrawn:,}", all=f"{len(local):,}")


def described_once(
    lang: str,
    measured: Measured,
    within: str | None = None,
    shown: tuple[str, ...] | None = None,
    wish: Wish | None = None,
    scale: Scale | None = None,
    kind: Kind = "sequential",
) -> Choropleth:
    """As ``drawing_of``, described once for all: most readers open the same few layers, and asking again is free."""
    return _drawn(Same(measured), lang, within, shown, wish or Wish(), scale, kind)


@lru_cache(maxsize=128)
def _drawn(
    key: Same[Measured],
    lang: str,
    within: str | None,
    shown: tuple[str, ...] | None,
    wish: Wish,
    scale: Scale | None,
    kind: Kind,
) -> Choropleth:
    return drawing_of(lang, key.held, within, None if shown is None else list(shown), wish, scale, kind)
