"""The atlas's map for a view: measures, describes and shows it, and gives back what the reader picked."""

from __future__ import annotations

import os
from functools import lru_cache

import layers
from geo import cards, overlays
from geo.classes import Wish, as_described, read_ends, read_lock
from geo.doubt import doubtful
from geo.drawings import topology_codes, topology_of
from geo.gazetteer import level_of
from geo.labels import label
from geo.layer import Count
from geo.maps import message
from geo.maps.choropleth import Choropleth, Shapes, Together, describe, to_polygons
from geo.measure import Measured, latest, measure
from geo.own_areas import OwnAreas, drawn
from geo.places import laos_of, places
from geo.together import together
from geo.words import show_year
from pages.parts.called import called, drawn_older, names_file
from pages.parts.choices import Choices
from pages.parts.map_view import Picked, map_view
from pages.parts.show import names

Outlines = OwnAreas | tuple[str, ...] | str
# Outlines laid over a map carry their names where they are no more than these.
NAMED_OVER = 12


@lru_cache(maxsize=256)
def _shapes(level: str, within: str | None) -> Shapes:
    return message.shapes(level, within, topology_of(level, within), topology_codes(level, within))


def drawn_within(view: Choices, level: str) -> str | None:
    """The place whose finer drawing is fetched: the province or district drilled into, a single province, or none."""
    if view.place and level_of(view.place) in ("province", "district"):
        return view.place
    own = view.within
    if isinstance(own, tuple) and len(own) == 1 and level != "province":
        return own[0]
    return None


def wish_of(view: Choices) -> Wish:
    """How the reader wants the map classed; a locked legend is part of every screen's address."""
    ends, lock = read_ends(view.setting("breaks")) or (), read_lock(view.setting("lock"))
    return Wish(view.setting("method"), int(view.setting("classes")), ends, lock)  # type: ignore[arg-type]


def drawing_of(
    view: Choices, measured: Measured, within: str | None, shown: list[str] | None, wish: Wish | None = None
) -> Choropleth:
    """The description of a layer's map in a view; classes come from the whole country, whatever is shown."""
    level, say, lang, layer = measured.level, view.say, view.lang, measured.layer
    table, on = places(level), _shapes(level, within)
    on_shapes, doubts = None, doubtful(measured)
    if level == "subdistrict":
        on_shapes = to_polygons(measured, table["polygon_code"], add=isinstance(layer.measure, Count))
        doubts = doubts.groupby(table["polygon_code"]).any()
        if shown is not None:
            shown = sorted(set(table["polygon_code"].reindex(shown)))
    elif level == "lao":
        # A provincial organisation lies over all others of its province: the table lists it, the map cannot show it.
        local = table.index[table["type"] != "PAO"]
        shown = list(local if shown is None else local.intersection(shown))
    asked = as_described(wish or Wish(), layer, lang, say(f"levels.{level}"), say)
    told = list(asked.pop("notes"))
    if layer.doubt is not None and doubts.any():
        told.append(say("legend.doubt", why=layer.doubt.why.of(lang)))
    told += drawn_older(on, shown, lang, say)
    if wish and wish.lock and wish.lock.layer != layer.id and wish.lock.layer in layers.declared():
        told.append(say("legend.lock_other", layer=layers.declared()[wish.lock.layer].short.of(lang)))
    return describe(
        measured,
        layer,
        on,
        say,
        lang,
        names=called(level, lang),
        places=say(f"levels.{level}"),
        year=show_year(measured.period, lang),
        source="; ".join(cards.card(source).publisher.of(lang) for source in layer.source[:1]),
        shown=shown,
        drawn=on_shapes,
        doubtful={str(code): bool(doubt) for code, doubt in doubts.items() if doubt},
        together=_together(_Same(measured)),
        notes=told,
        **asked,
    )


class _Same:
    """A measurement as a key: the same only when it is the very same object, so that new values are drawn anew."""

    def __init__(self, measured: Measured) -> None:
        self.measured = measured

    def __hash__(self) -> int:
        return id(self.measured)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.measured is other.measured


@lru_cache(maxsize=256)
def _together(key: _Same) -> Together | None:
    return together(key.measured)


@lru_cache(maxsize=128)
def _drawn(key: _Same, reader: Choices, within: str | None, shown: tuple[str, ...] | None, wish: Wish) -> Choropleth:
    """What many readers look at is described once: most open the same few layers."""
    return drawing_of(reader, key.measured, within, None if shown is None else list(shown), wish)


def described(view: Choices, level: str, within: str | None, narrowed: object = None) -> Choropleth:
    """The map of the view's layer at a level, as it will be drawn; asking again costs nothing."""
    period = view.year if level == view.level else latest(view.layer, level)
    shown = None if narrowed is None else tuple(places(level, narrowed).index)  # type: ignore[arg-type]
    reader = Choices(lang=view.lang)
    return _drawn(_Same(measure(view.layer, level, period)), reader, within, shown, wish_of(view))


def show_map(
    view: Choices,
    *,
    level: str,
    within: str | None,
    mark: str | None,
    key: str = "atlas",
    opens: bool = False,
    street: bool = False,
    point_kinds: tuple[str, ...] = (),
    over: Outlines | None = None,
    height: int | None = None,
) -> tuple[Picked | None, Choropleth]:
    """Draw the view's layer at a level and give what the reader picked, with the description that was drawn.

    ``over``: a reader's own areas, or the local authorities whose outlines lie over it, by their codes or their place.
    """
    drawing = described(view, level, within, view.within if key == "atlas" else within)
    marked = places("subdistrict")["polygon_code"].get(mark) if mark and level_of(mark) == "subdistrict" else mark
    sets: list[message.PointSet] = []
    for kind in point_kinds:
        points = overlays.overlay(kind, view.within)
        title = overlays.KINDS[kind].title.of(view.lang)
        sets.append(
            {
                "id": kind,
                "title": title,
                "n": int(points["value"].sum()) if "value" in points else len(points),
                "url": message.points(kind, points),
                "on": True,
            }
        )
    tiles = os.environ.get("ATLAS_TILES", "") if street else ""
    told = message.message(
        drawing,
        view.say,
        id=key,
        names=names_file(drawing.shapes),
        places=view.say(f"levels.{level}"),
        around=_shapes("province", None).address if within else "",
        selected=marked,
        up=_up(view) if opens else "",
        opens=opens,
        point_sets=sets,
        over=_over(over, view) if over else None,
        base_map={"url": tiles, "attribution": os.environ.get("ATLAS_TILES_BY", "")} if tiles else None,
        height=height,
    )
    return map_view(told, view.say("map.failed"), key), drawing


def covering(subdistrict: str) -> tuple[str, ...]:
    """The local authorities over a subdistrict that a map can show: not the one of the whole province."""
    held = laos_of(subdistrict)
    return tuple(held.loc[held["coverage"] != "province", "lao"])


def _over(bodies: Outlines, view: Choices) -> message.Over:
    """Outlines as they travel; a few carry their names."""
    if isinstance(bodies, OwnAreas):
        names_shown = list(bodies.names) if len(bodies.names) <= NAMED_OVER else []
        own_shapes = message.shapes("own", None, drawn(bodies), ()).address
        return {"shapes": own_shapes, "title": view.say("own.title"), "names": names_shown}
    address = message.shapes("lao", None, topology_of("lao", bodies), ()).address
    codes = topology_codes("lao", bodies)
    own = names("lao", view.lang)
    few = [str(own[code]) for code in codes] if len(codes) <= NAMED_OVER else []
    return {"shapes": address, "title": view.say("map_page.laos"), "names": few}


def _up(view: Choices) -> str:
    """What lies one step up, as the button says it; nothing at the top."""
    if not view.place:
        return ""
    return label(view.place[:2], view.lang) if len(view.place) > 2 else view.say("choose.country")
