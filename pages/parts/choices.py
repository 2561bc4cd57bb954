"""What the reader has chosen: language, office, place, level, layer, year; kept in the address, restored from it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import layers
from geo.gazetteer import level_of
from geo.labels import label
from geo.layer import Layer
from geo.measure import latest, periods
from geo.places import ancestors, offices, places
from geo.words import Say, say, show_year
from pages.parts.settings import DECLARED

COUNTRY, OWN = "all", "own"
LEVELS = ("province", "district", "subdistrict", "lao")
FIRST_LAYER = "fixed_download"
MOST_COMPARED = 6
DEFAULTS = {"lang": "th", "office": COUNTRY, "level": "province", "layer": FIRST_LAYER}


@dataclass(frozen=True)
class Choices:
    """One view of the atlas: ``place`` is the area drilled into, ``provinces`` a reader's own set for an office."""

    lang: str = "th"
    office: str = COUNTRY
    provinces: tuple[str, ...] = ()
    place: str | None = None
    level: str = "province"
    layer: str = FIRST_LAYER
    year: str = ""
    mark: str | None = None
    areas: tuple[str, ...] = ()
    shown: tuple[str, ...] = ()
    since: str = ""
    points: tuple[str, ...] = ()
    settings: tuple[tuple[str, str], ...] = ()

    @property
    def say(self) -> Say:
        """The message catalogue of the reader's language."""
        return say(self.lang)

    @property
    def within(self) -> tuple[str, ...] | str | None:
        """What ``places(level, within)`` takes to show just this view; None is the whole country."""
        if self.place:
            return self.place
        if self.provinces:
            return self.provinces
        return None if self.office in (COUNTRY, OWN) else tuple(offices()[self.office].provinces)

    @property
    def chosen_layer(self) -> Layer:
        """The declaration of the layer chosen."""
        return layers.catalogue()[self.layer]

    def setting(self, name: str) -> str:
        """A setting of a screen, as it stands or as it first is (see ``pages.parts.settings``)."""
        return dict(self.settings).get(name, DECLARED[name].first)

    def with_settings(self, **values: str) -> Choices:
        """The view with some settings changed; those at their first value are not held."""
        held = {**dict(self.settings), **values}
        kept = ((name, text) for name, text in sorted(held.items()) if text != DECLARED[name].first)
        return replace(self, settings=tuple(kept))

    def to_url(self) -> dict[str, str]:
        """The view as short address parameters, those at their first setting left out."""
        url = {"lang": self.lang, "office": self.office, "in": ",".join(self.provinces), "place": self.place or ""}
        url |= {"level": self.level, "layer": self.layer, "mark": self.mark or ""}
        url |= {"areas": ",".join(self.areas), "layers": ",".join(self.shown), "since": self.since}
        url["points"] = ",".join(self.points)
        url["office"] = "" if self.office == OWN else self.office
        url["year"] = "" if self.year == latest(self.layer, self.level) else self.year
        return {key: text for key, text in url.items() if text and text != DEFAULTS.get(key)} | dict(self.settings)


def shown_levels(layer: Layer) -> tuple[str, ...]:
    """The levels a layer can be mapped at, coarsest first; finer ones would only repeat their parents."""
    return tuple(level for level in LEVELS if level in layer.levels)


def exists(code: str) -> bool:
    """Whether a code names a place of the atlas."""
    try:
        return code in places(level_of(code)).index
    except ValueError:
        return False


def settle(view: Choices) -> tuple[Choices, list[str]]:
    """The nearest view that can be shown, with a sentence per change: layer, level, year and place must fit."""
    speak, notes = view.say, []
    catalogue = layers.catalogue()
    if view.layer not in catalogue:
        view = replace(view, layer=FIRST_LAYER if FIRST_LAYER in catalogue else next(iter(catalogue)), year="")
    offered = shown_levels(view.chosen_layer) or ("province",)
    if view.level not in offered:
        finer = [level for level in offered if LEVELS.index(level) < LEVELS.index(view.level)]
        nearest = finer[-1] if finer else offered[0]
        notes.append(
            speak(
                "address.level_moved",
                layer=view.chosen_layer.short.of(view.lang),
                asked=speak(f"level.{view.level}"),
                shown=speak(f"level.{nearest}"),
            )
        )
        view = replace(view, level=nearest)
    known = periods(view.layer, view.level)
    if view.year not in known:
        first = latest(view.layer, view.level) or ""
        if view.year:
            notes.append(speak("address.year_moved", asked=view.year, shown=show_year(first, view.lang)))
        view = replace(view, year=first)
    if view.since and view.since not in known:
        notes.append(speak("address.year_moved", asked=view.since, shown=show_year(known[0], view.lang)))
        view = replace(view, since="")
    if view.place and not holds(view.place, view.level):
        told = {"level": speak(f"level.{view.level}"), "place": label(view.place, view.lang, full=True)}
        notes.append(speak("address.place_moved", **told))
        view = replace(view, place=_enclosing(view.place, view.level))
    return view, notes


def holds(place: str, level: str) -> bool:
    """Whether areas of a level lie inside a place."""
    order = ("country", "region", "province", "district", "subdistrict")
    inside = level_of(place)
    if level == "lao":
        return inside in ("region", "province", "district")
    return inside in order and order.index(inside) < order.index(level)


def _enclosing(place: str, level: str) -> str | None:
    around = [code for code in ancestors(place) if level_of(code) not in ("country", "region") and holds(code, level)]
    return around[0] if around else None


def drill(view: Choices, code: str) -> Choices:
    """The view one step deeper: inside the area, at the next finer level the layer has; else the area marked."""
    inside = level_of(code)
    deeper = [level for level in shown_levels(view.chosen_layer) if holds(code, level) and level != "lao"]
    if inside == "lao" or not deeper:
        return replace(view, mark=code)
    return replace(view, place=code, level=deeper[0], mark=None, year=view.year)


def rise(view: Choices) -> Choices:
    """The view one step back up, with the area just left marked; at the top nothing changes."""
    if not view.place:
        return replace(view, mark=None)
    left = view.place
    above = [code for code in ancestors(left) if level_of(code) in ("province", "district")]
    offered = shown_levels(view.chosen_layer)
    level = level_of(left) if level_of(left) in offered else offered[0]
    return replace(view, place=above[0] if above else None, level=level, mark=left)


def change(view: Choices, **values: Any) -> Choices:
    """The view with some choices changed, settled so that it can be shown."""
    return settle(replace(view, **values))[0]
