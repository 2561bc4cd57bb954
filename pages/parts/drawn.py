"""What a view's map draws: the layer measured, classed as the reader wishes, and described once for all readers."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import layers
from geo import cards
from geo.classes import Wish, as_described, read_ends, read_lock
from geo.doubt import doubtful
from geo.drawings import topology_codes, topology_of
from geo.gazetteer import level_of
from geo.layer import Count
from geo.maps import message
from geo.maps.choropleth import Choropleth, Shapes, Together, describe, to_polygons
from geo.maps.colours import Kind
from geo.measure import Measured, latest, measure
from geo.places import places
from geo.stats.classify import Closed
from geo.together import together
from geo.words import show_year
from pages.parts.called import called, drawn_older
from pages.parts.choices import Choices


@lru_cache(maxsize=256)
def shapes_of(level: str, within: str | None) -> Shapes:
    """The shapes of a level, of the country or of one place, where a browser finds them."""
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
    view: Choices,
    measured: Measured,
    within: str | None,
    shown: list[str] | None,
    wish: Wish | None = None,
    scale: Scale | None = None,
    kind: Kind = "sequential",
) -> Choropleth:
    """The description of a layer's map in a view; classes come from the whole country, whatever is shown.

    A ``scale`` goes before the reader's wish.
    """
    level, say, lang, layer = measured.level, view.say, view.lang, measured.layer
    table, on = places(level), shapes_of(level, within)
    drawn, doubts = None, doubtful(measured)
    if level == "subdistrict":
        drawn = to_polygons(measured, table["polygon_code"], add=isinstance(layer.measure, Count))
        doubts = doubts.groupby(table["polygon_code"]).any()
        if shown is not None:
            shown = sorted(set(table["polygon_code"].reindex(shown)))
    elif level == "lao":
        # A provincial organisation lies over all others of its province: the table lists it, the map cannot show it.
        local = table.index[table["type"] != "PAO"]
        shown = list(local if shown is None else local.intersection(shown))
    asked = as_described(wish or Wish(), layer, lang, say(f"levels.{level}"), say)
    told = list(asked.pop("notes"))
    if scale is not None:
        asked = {"bounds": scale.ends, "lowest": scale.lowest, "open_ends": scale.open_ends, "how": scale.how}
        asked |= {"class_names": scale.names, "closed": scale.closed}
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
        source=say("map.computed")
        if layer.grade == "modelled"
        else "; ".join(cards.card(source).publisher.of(lang) for source in layer.source[:1]),
        shown=shown,
        drawn=drawn,
        doubtful={str(code): bool(doubt) for code, doubt in doubts.items() if doubt},
        together=_together(_Same(measured)),
        notes=told,
        kind=kind,
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
def _drawn(
    key: _Same,
    reader: Choices,
    within: str | None,
    shown: tuple[str, ...] | None,
    wish: Wish,
    scale: Scale | None = None,
    kind: Kind = "sequential",
) -> Choropleth:
    """What many readers look at is described once: most open the same few layers."""
    return drawing_of(reader, key.measured, within, None if shown is None else list(shown), wish, scale, kind)


def described(
    view: Choices,
    level: str,
    within: str | None,
    narrowed: object = None,
    instead: Measured | None = None,
    scale: Scale | None = None,
    kind: Kind = "sequential",
) -> Choropleth:
    """The map of the view's layer at a level, as it will be drawn; asking again costs nothing.

    ``instead`` is drawn in the place of the layer's own values.
    """
    measured = instead
    if measured is None:
        measured = measure(view.layer, level, view.year if level == view.level else latest(view.layer, level))
    shown = None if narrowed is None else tuple(places(level, narrowed).index)  # type: ignore[arg-type]
    return _drawn(_Same(measured), Choices(lang=view.lang), within, shown, wish_of(view), scale, kind)


def drawn_once(view: Choices, measured: Measured, scale: Scale | None = None) -> tuple[Choropleth, str | None]:
    """A view's map of one measurement, described once for all readers, and the place whose finer drawing it needs."""
    within = drawn_within(view, measured.level)
    shown = None if view.within is None else tuple(places(measured.level, view.within).index)
    return _drawn(_Same(measured), Choices(lang=view.lang), within, shown, wish_of(view), scale), within
