"""Settings of single screens that travel in the address: declared here once, checked at the door, text inside.

A screen reads ``view.setting("...")`` and changes it with ``frame.keep_setting``; a setting that stands at its first
value is left out of the address. Every setting has its name for readers under ``choose.<name>`` in the messages.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

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


DECLARED: dict[str, Setting] = {}

# Readiness: which index and heading, at which level, computed how; ``weights_...`` hold a reader's own for each index.
DECLARED["index"] = one_of("provision", "need", "capacity")
DECLARED["heading"] = free(lambda text: any(text in importance.nodes(index) for index in METHOD.indices))
DECLARED["at"] = one_of("province", "district", "subdistrict", "lao")
DECLARED["against"] = free(lambda text: re.fullmatch(r"[0-9A-Za-z.\-]{1,16}", text) is not None)
DECLARED["join"] = one_of("declared", *importance.AGGREGATES)
DECLARED["scale"] = one_of(*NORMALISATIONS)
DECLARED["widen"] = switch()
DECLARED["part"] = one_of("ranking", "weights", "sure", "rests", "checks", "said", "known")
DECLARED["weights_provision"] = free(lambda text: importance.read(text, "provision") is not None)
DECLARED["weights_need"] = free(lambda text: importance.read(text, "need") is not None)
DECLARED["weights_capacity"] = free(lambda text: importance.read(text, "capacity") is not None)


def _stated(text: str) -> bool:
    """Whether a text holds a reader's estimates, ``code:0.4`` one after the other."""
    return bool(re.fullmatch(r"(\d{2,4}:(0(\.\d{1,2})?|1))(,\d{2,4}:(0(\.\d{1,2})?|1)){0,11}", text))


def _changed(text: str) -> bool:
    """Whether a text holds one changed value of one layer, ``layer:12.5``."""
    layer, _, value = text.partition(":")
    return layer in METHOD.index("provision").layers and bool(re.fullmatch(r"\d{1,7}(\.\d{1,4})?", value))


DECLARED |= {parameter.name: Setting(Values().text(parameter.name), takes(parameter)) for parameter in PARAMETERS} | {
    "step": one_of("lag", "why", "who", "budget", "parameters"),
    "target": one_of("all", *(heading.id for heading in METHOD.index("provision").measured)),
    "drawn": one_of("p2", "p1", "lowest", "gini", "group_gap", "people_below"),
    "judged": free(_stated),
    "whatif": free(_changed),
}
