"""What of the atlas an edition hands on as data: which places, layers, levels, periods and sources."""

from __future__ import annotations

import layers
from geo import cards
from geo.cards import REDISTRIBUTION, Card
from geo.layer import Layer
from geo.measure import periods
from geo.places import LEVELS, places
from geo.publish.site.plan import Plan

ARCHIVED_LEVELS = ("province", "district", "subdistrict", "lao")


def codes_of(plan: Plan, level: str) -> tuple[str, ...]:
    """Which places of a level are in the edition: those of its provinces, the regions these lie in, the country."""
    if level == "country":
        return ("TH",)
    if level == "region":
        return plan.regions
    return tuple(str(code) for code in places(level, plan.within).index)


def holds(plan: Plan, level: str) -> bool:
    """Whether the edition knows any place of a level."""
    return level in ("country", "region") or len(places(level, plan.within)) > 0


def measured_levels(plan: Plan, layer: Layer) -> list[str]:
    """The levels at which a layer is measured and has places and periods in the edition, the widest first."""
    return [lv for lv in LEVELS if lv in layer.levels and periods(layer.id, lv) and holds(plan, lv)]


def archived(plan: Plan) -> list[str]:
    """The levels of which the edition has an archive."""
    known = [set(measured_levels(plan, layer)) for layer in layers.catalogue().values()]
    return [level for level in ARCHIVED_LEVELS if any(level in levels for levels in known)]


def place_levels(plan: Plan) -> list[str]:
    """The levels of which the edition knows any place; local bodies only with their publisher's permission."""
    return [level for level in LEVELS if holds(plan, level)]


def terms(layer: Layer) -> str:
    """What may be done with the figures of a layer: the narrowest that its sources allow."""
    return max((cards.card(source).may_redistribute for source in layer.source), key=REDISTRIBUTION.index)


def place_sources(level: str) -> list[str]:
    """The sources behind the facts on the places of a level: names and codes, and people where these are known."""
    known = [*(["lao"] if level == "lao" else []), "places"]
    return known + (["population"] if places(level)["people"].notna().any() else [])


def sources(plan: Plan) -> list[Card]:
    """Every source of which the edition holds anything, by id."""
    used = {source for layer in layers.catalogue().values() for source in layer.source} | {"boundaries"}
    used |= {source for level in place_levels(plan) for source in place_sources(level)}
    return [cards.card(source) for source in sorted(used)]


def waiting() -> list[Card]:
    """The sources that may not be passed on as nobody has confirmed their publishers' permission."""
    gone = {source for layer, _ in layers.left_out().values() for source in layer.source}
    gone |= {source for source, own in cards.cards().items() if own.may_redistribute == "ask"}
    return [cards.cards()[source] for source in sorted(gone) if source in cards.cards() and not cards.allowed(source)]
