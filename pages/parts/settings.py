"""Settings of single screens that travel in the address: declared here once, checked at the door, text inside.

A screen reads ``view.setting("...")`` and changes it with ``frame.keep_setting``; a setting that stands at its first
value is left out of the address. Every setting has its name for readers under ``choose.<name>`` in the messages.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

import layers
from geo.classes import METHODS, read_ends, read_locks
from geo.fairness.fits import BESIDE, MEASURES
from geo.places import offices
from geo.stats.normalising import NORMALISATIONS
from geo.support.parameters import PARAMETERS, Values, takes
from layers.readiness import METHOD
from pages.parts import importance


@dataclass(frozen=True)
class Setting:
    """One setting: its first value, and which texts of an address it takes."""

    first: str
    takes: Callable[[str], bool]


def one_of(first: str, *others: str) -> Setting:
    """A choice among named options, the first of them set at the start.

    Examples
    --------
    >>> one_of("quantile", "equal").takes("equal"), one_of("quantile", "equal").takes("rainbow")
    (True, False)
    """
    return Setting(first, lambda text: text in (first, *others))


def number(first: float, low: float, high: float) -> Setting:
    """A number within bounds, both included.

    Examples
    --------
    >>> number(5, 3, 9).takes("4"), number(5, 3, 9).takes("12"), number(5, 3, 9).takes("nan")
    (True, False, False)
    """

    def takes(text: str) -> bool:
        try:
            value = float(text)
        except ValueError:
            return False
        return math.isfinite(value) and low <= value <= high

    return Setting(f"{first:g}", takes)


def switch(first: bool = False) -> Setting:
    """On or off, written 1 or 0."""
    return one_of(str(int(first)), str(int(not first)))


def free(takes: Callable[[str], bool], first: str = "") -> Setting:
    """A text that a function of its own checks, such as a list of weights."""
    return Setting(first, lambda text: text == first or takes(text))


def _layer(text: str) -> bool:
    return text in layers.catalogue()


def _office(text: str) -> bool:
    return text == "all" or text in offices()


def _stated(text: str) -> bool:
    """Whether a text holds a reader's estimates, ``code:0.4`` one after the other."""
    return bool(re.fullmatch(r"(\d{2,4}:(0(\.\d{1,2})?|1))(,\d{2,4}:(0(\.\d{1,2})?|1)){0,11}", text))


def _changed(text: str) -> bool:
    """Whether a text holds one changed value of one layer, ``layer:12.5``."""
    layer, _, value = text.partition(":")
    return layer in METHOD.index("provision").layers and bool(re.fullmatch(r"\d{1,7}(\.\d{1,4})?", value))


def _stretch(text: str) -> bool:
    """ "20-40": two whole shares of all people, the lower first."""
    low, _, high = text.partition("-")
    return low.isdecimal() and high.isdecimal() and int(low) < int(high) <= 100


def _positive(text: str) -> bool:
    """Whether a text is a number that a line can stand at; beyond it sums would run out of digits."""
    try:
        return 1e-9 <= float(text) <= 1e12
    except ValueError:
        return False


MAP = {
    # The legend: how classes are made, how many, a reader's own ends, a legend that stays.
    "method": one_of(*METHODS),
    "classes": one_of("5", "3", "4", "6", "7", "8", "9"),
    "breaks": free(lambda text: read_ends(text) is not None),
    "lock": free(lambda text: read_locks(text) is not None),
    # Outlines of local authorities over the map; its table's order and page; areas sized by people; the street map.
    "laos": switch(),
    "order": one_of("best", "worst", "name", "class", "status"),
    "table": number(1, 1, 9999),
    "shape": one_of("land", "people"),
    "street": switch(),
}
MAPS = {
    # How several maps stand, and what the second shows.
    "maps": one_of("need", "side", "swipe", "many"),
    "need": free(_layer),
    "bands": one_of("thirds", "standard"),
    "layer2": free(_layer),
    "year2": free(lambda text: bool(re.fullmatch(r"\d{4}(-Q[1-4]|-\d{4})?", text))),
    "office2": free(_office),
    "each": one_of("year", "layer"),
}
FAIRNESS = {
    # Between people or between areas, with Bangkok or without, held to what, ranked and grouped by what.
    "between": one_of("people", "areas"),
    "bangkok": switch(True),
    "held_to": one_of("", "declared", "one", "mean", "median", "own"),
    "line": free(_positive),
    "income": one_of("household_income", "gpp_per_person"),
    "split_by": one_of("", "region", "province", "district", "type"),
    "curve": one_of("", "lorenz", "concentration", "parade"),
    "stretch": free(_stretch),
    "over_time": one_of("", *MEASURES, *BESIDE),
    "paint": one_of("values", "clusters"),
    # The overview of all layers: how deep it looks.
    "deep": one_of("province", "district", "subdistrict"),
}
READINESS = {
    # Which index and heading, at which level, computed how; ``weights_...`` hold a reader's own for each index.
    "index": one_of("provision", "need", "capacity"),
    "heading": free(lambda text: any(text in importance.nodes(index) for index in METHOD.indices)),
    "at": one_of("province", "district", "subdistrict", "lao"),
    "against": free(lambda text: re.fullmatch(r"[0-9A-Za-z.\-]{1,16}", text) is not None),
    "join": one_of("declared", *importance.AGGREGATES),
    "scale": one_of(*NORMALISATIONS),
    "widen": switch(),
    "part": one_of("ranking", "weights", "sure", "rests", "checks", "said", "known"),
    "weights_provision": free(lambda text: importance.read(text, "provision") is not None),
    "weights_need": free(lambda text: importance.read(text, "need") is not None),
    "weights_capacity": free(lambda text: importance.read(text, "capacity") is not None),
}
SUPPORT = {parameter.name: Setting(Values().text(parameter.name), takes(parameter)) for parameter in PARAMETERS} | {
    "step": one_of("lag", "why", "who", "budget", "parameters"),
    "target": one_of("all", *(heading.id for heading in METHOD.index("provision").measured)),
    "drawn": one_of("p2", "p1", "lowest", "gini", "group_gap", "people_below"),
    "judged": free(_stated),
    "whatif": free(_changed),
}
DECLARED: dict[str, Setting] = MAP | MAPS | FAIRNESS | READINESS | SUPPORT
