"""Settings of single screens that travel in the address: declared here once, checked at the door, text inside.

A screen reads ``view.setting("...")`` and changes it with ``frame.keep_setting``; a setting that stands at its first
value is left out of the address. Every setting has its name for readers under ``choose.<name>`` in the messages.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass

from geo.fairness.fits import BESIDE, MEASURES


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


def _stretch(text: str) -> bool:
    """ "20-40": two whole shares of all people, the lower first."""
    low, _, high = text.partition("-")
    return low.isdecimal() and high.isdecimal() and int(low) < int(high) <= 100


def _positive(text: str) -> bool:
    try:
        return 0 < float(text) < math.inf
    except ValueError:
        return False


DECLARED: dict[str, Setting] = {
    # Fairness: between people or between areas, with Bangkok or without, held against what, ranked and grouped by what.
    "between": one_of("people", "areas"),
    "bangkok": switch(True),
    "against": one_of("", "declared", "one", "mean", "median", "own"),
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
