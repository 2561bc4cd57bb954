"""What a map of an edition shows: which areas, of which layers, in which years; described as on the dashboard's map."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import layers
from geo.drawings import topology_of
from geo.gazetteer import known_level
from geo.layer import FAMILIES, Layer
from geo.mapped import beside, described_once, names_file, shapes_of
from geo.maps import message
from geo.maps.choropleth import Choropleth
from geo.measure import latest, measure, periods
from geo.places import places
from geo.publish.site.plan import Plan
from geo.words import say

FIRST = "fixed_download"


@dataclass(frozen=True)
class View:
    """The areas of one level inside a place; ``inside`` is "TH", or the code of a region, province or district."""

    plan: Plan
    level: str
    inside: str

    @property
    def within(self) -> str | None:
        """The place whose finer drawing is used; none for the country and its regions."""
        return self.inside if known_level(self.inside) in ("province", "district") else None

    @property
    def shown(self) -> tuple[str, ...] | None:
        """The places in view; None is all of the country."""
        return _shown(self.level, self.inside, self.plan.within)

    @property
    def layers(self) -> tuple[Layer, ...]:
        """Layers that know a value of any place in view, family by family."""
        return _offered(self.level, self.inside, self.plan.within, tuple(layers.catalogue()))

    def first(self, wanted: str = "") -> Layer | None:
        """The layer shown first: the one wanted, the usual one, or the one that knows most places in view."""
        offered = {layer.id: layer for layer in self.layers}
        for name in (wanted, FIRST if self.level == "province" else ""):
            if name in offered:
                return offered[name]
        return max(offered.values(), key=lambda layer: _known(layer.id, self.level, self.shown), default=None)

    @property
    def apart(self) -> bool:
        """Whether each layer's data lie in a file of their own: of the country and regions, since there are many."""
        return self.within is None

    def years(self, layer: Layer) -> list[str]:
        """The periods that can be chosen: the usual one, then the newest first."""
        usual, known = latest(layer.id, self.level), periods(layer.id, self.level)[::-1]
        return [str(usual), *(period for period in known if period != usual)] if usual else known

    def drawing(self, layer: str, period: str, lang: str) -> Choropleth:
        """The description of one map: classes from the whole country, as everywhere."""
        return described_once(lang, measure(layer, self.level, period), self.within, self.shown)

    def told(self, layer: str, period: str, lang: str) -> dict[str, Any]:
        """What the map's script is told, as the dashboard tells it."""
        drawing, speak = self.drawing(layer, period, lang), say(lang)
        told = message.message(
            drawing,
            speak,
            id=f"{self.level}-{self.inside}",
            names=names_file(drawing.shapes),
            places=speak(f"levels.{self.level}"),
            around=shapes_of("province", None).address if self.within else "",
            opens=bool(self.pages),
        )
        return told | beside(drawing.shapes, lang)

    @property
    def pages(self) -> list[str]:
        """Codes of the places in view that have a page of their own."""
        known = self.shown if self.shown is not None else tuple(map(str, places(self.level).index))
        return [code for code in known if code in self.plan.held]

    @property
    def topology(self) -> bytes:
        """The shapes that the map is drawn on."""
        return topology_of(self.level, self.within)


@lru_cache(maxsize=2048)
def _shown(level: str, inside: str, within: tuple[str, ...] | None) -> tuple[str, ...] | None:
    if inside == "TH":
        return None if within is None else tuple(map(str, places(level, within).index))
    held = places(level, inside).index
    if known_level(inside) == "region" and within is not None:
        held = held[held.isin(places(level, within).index)]
    return tuple(map(str, held))


@lru_cache(maxsize=2048)
def _offered(level: str, inside: str, within: tuple[str, ...] | None, known: tuple[str, ...]) -> tuple[Layer, ...]:
    shown = _shown(level, inside, within)
    declared = [layers.catalogue()[name] for name in known]
    fitting = [layer for layer in declared if level in layer.levels and latest(layer.id, level)]
    ordered = [layer for family in FAMILIES for layer in fitting if layer.family == family]
    return tuple(layer for layer in ordered if _known(layer.id, level, shown))


def _known(layer: str, level: str, shown: tuple[str, ...] | None) -> int:
    status = measure(layer, level, latest(layer, level)).status
    return int(((status if shown is None else status[list(shown)]) == "ok").sum())
