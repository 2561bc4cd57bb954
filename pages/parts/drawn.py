"""What a view's map draws: its layer, on its level, as its reader wishes it classed."""

from __future__ import annotations

from geo.classes import Wish, read_ends, read_locks
from geo.gazetteer import level_of
from geo.mapped import Scale, described_once
from geo.maps.choropleth import Choropleth
from geo.maps.colours import Kind
from geo.measure import Measured, latest, measure
from geo.places import places
from pages.parts.choices import Choices


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
    ends, locks = read_ends(view.setting("breaks")) or (), read_locks(view.setting("lock")) or ()
    return Wish(view.setting("method"), int(view.setting("classes")), ends, locks)  # type: ignore[arg-type]


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
    return described_once(view.lang, measured, within, shown, wish_of(view), scale, kind)


def drawn_once(view: Choices, measured: Measured, scale: Scale | None = None) -> tuple[Choropleth, str | None]:
    """A view's map of one measurement, described once for all readers, and the place whose finer drawing it needs."""
    within = drawn_within(view, measured.level)
    shown = None if view.within is None else tuple(places(measured.level, view.within).index)
    return described_once(view.lang, measured, within, shown, wish_of(view), scale), within
