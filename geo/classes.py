"""How a reader wants a map classed: a method and a number, the layer's own standard, own ends, or a locked legend."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal, NamedTuple

from geo.layer import Layer
from geo.maps.colours import FEWEST, MOST
from geo.stats.classify import Method
from geo.words import Say, show_number

METHODS = ("quantile", "equal", "natural", "std", "pretty", "standard", "manual")
# A board shows so many maps at most, and an address should stay short enough to be sent.
MOST_LOCKS = 12
Way = Literal["quantile", "equal", "natural", "std", "pretty", "standard", "manual"]
# Steps of the ladder around a standard, as shares of it that are missing: near, below and far below it.
SHORT = (0.1, 0.3)
# Beyond this no layer has a value, and a legend could not print the ends of its classes.
LARGEST = 1e15


class Lock(NamedTuple):
    """A legend that stays: the layer it belongs to, where the first class begins, and the upper ends of all."""

    layer: str
    lowest: float
    ends: tuple[float, ...]

    def text(self) -> str:
        """The lock as it stands in an address.

        Examples
        --------
        >>> Lock("density", 0.0, (10.0, 20.5)).text()
        'density:0,10,20.5'
        """
        return f"{self.layer}:{written((self.lowest, *self.ends))}"


def read_lock(text: str) -> Lock | None:
    """The lock that an address holds, None where it cannot be read.

    Examples
    --------
    >>> read_lock("density:0,10,20.5")
    Lock(layer='density', lowest=0.0, ends=(10.0, 20.5))
    >>> read_lock("density:10,0"), read_lock("0,10,20")
    (None, None)
    """
    layer, _, listed = text.partition(":")
    ends = _numbers(listed.split(","))
    if not re.fullmatch(r"\w+", layer) or ends is None or not 2 <= len(ends) <= MOST + 1:
        return None
    rising = all(one < other for one, other in pairwise(ends[1:])) and ends[0] <= ends[1]
    return Lock(layer, ends[0], ends[1:]) if rising else None


def read_locks(text: str) -> tuple[Lock, ...] | None:
    """The locks that an address holds, one a layer, joined by a tilde; None where one of them cannot be read.

    Examples
    --------
    >>> [lock.layer for lock in read_locks("density:0,10~gpp:5,20") or ()]
    ['density', 'gpp']
    >>> read_locks("density:0,10~density:0,20"), read_locks("density:0,10~")
    (None, None)
    """
    found = [read_lock(part) for part in text.split("~")]
    locks = tuple(lock for lock in found if lock is not None)
    return locks if len(locks) == len(found) == len({lock.layer for lock in locks}) <= MOST_LOCKS else None


def read_ends(text: str) -> tuple[float, ...] | None:
    """Upper ends of classes as an address holds them, rising; None where it holds none, too many or no numbers.

    Examples
    --------
    >>> read_ends("75,50,95"), read_ends("fifty"), read_ends("")
    ((50.0, 75.0, 95.0), None, None)
    """
    ends = _numbers(text.split(","))
    return tuple(sorted(set(ends))) if ends and len(set(ends)) < MOST else None


def typed_ends(text: str) -> tuple[float, ...] | None:
    """Upper ends as a reader types them, between blanks or semicolons; a comma is refused, for it has two meanings.

    Examples
    --------
    >>> typed_ends("75; 50 95"), typed_ends("1,000 2,000"), typed_ends("1e308")
    ((50.0, 75.0, 95.0), None, None)
    """
    return None if "," in text else read_ends(",".join(re.split(r"[\s;]+", text.strip().replace("−", "-"))))


def written(ends: Sequence[float]) -> str:
    """Ends as they stand in an address: the shortest text that gives the very same numbers.

    Examples
    --------
    >>> written([50.0, 75.25])
    '50,75.25'
    """
    return ",".join(repr(end).removesuffix(".0") for end in map(float, ends))


def _numbers(parts: Sequence[str]) -> tuple[float, ...] | None:
    if not all(re.fullmatch(r"[-+]?\d*\.?\d+(e[-+]?\d{1,3})?", part) for part in parts):
        return None
    numbers = tuple(float(part) for part in parts)
    return numbers if all(abs(number) <= LARGEST for number in numbers) else None


@dataclass(frozen=True)
class Wish:
    """What a reader asks of the classes; ``ends`` are the own ones of ``manual``. The first setting when left out."""

    method: Way = "quantile"
    k: int = 5
    ends: tuple[float, ...] = ()
    locks: tuple[Lock, ...] = ()

    def lock_of(self, layer: str) -> Lock | None:
        """The legend that was locked for a layer."""
        return next((lock for lock in self.locks if lock.layer == layer), None)


def has_standard(layer: Layer) -> bool:
    """Whether somebody set classes or a standard for the layer."""
    return layer.ladder is not None or layer.standard is not None


def as_described(wish: Wish, layer: Layer, lang: str, places: str, say: Say) -> dict[str, Any]:
    """The wish in the terms of ``geo.maps.choropleth.describe``, with how the legend says it.

    Parameters
    ----------
    wish : Wish
    layer : Layer
    lang, say
        The reader's language.
    places : str
        What the areas are called.

    Returns
    -------
    dict
        Keyword arguments: ``method, k`` or ``bounds, lowest, ...``, and ``how, notes``. A locked legend comes before
        everything else. Where nobody set a standard, and where a lock belongs to another layer, a note says so.
    """
    notes: tuple[str, ...] = ()
    if lock := wish.lock_of(layer.id):
        fixed = {"bounds": lock.ends, "lowest": lock.lowest, "open_ends": True}
        return {**fixed, "how": say("legend.how_lock"), "notes": notes}
    if wish.method == "standard" and layer.ladder is not None:
        names = [name.of(lang) for name in layer.ladder.names]
        told = say("legend.how_ladder", who=layer.ladder.who.of(lang))
        return {**_stepped(layer, layer.ladder.steps), "class_names": names, "how": told, "notes": notes}
    if wish.method == "standard" and layer.standard is not None:
        return {**_around(layer, lang, say), "notes": notes}
    if wish.method == "manual" and wish.ends:
        return {"method": "manual", "bounds": wish.ends, "how": say("legend.how_manual"), "notes": notes}
    method: Method = "quantile" if wish.method == "standard" or wish.method == "manual" else wish.method
    if wish.method == "standard":
        notes = (say("legend.no_standard"),)
    k = min(max(wish.k, FEWEST), MOST)
    told = say("legend.how", method=say(f"legend.{method}"), k=k, places=places)
    return {"method": method, "k": k, "how": told, "notes": notes}


def _stepped(layer: Layer, steps: Sequence[float]) -> dict[str, Any]:
    """Fixed classes that begin at the steps; the ends of the scale are those the layer's values can have."""
    low, high = layer.valid
    last = high if high > steps[-1] else steps[-1] + 10.0**-layer.decimals
    return {"bounds": (*steps, last), "lowest": min(low, steps[0]), "closed": "lower"}


def _around(layer: Layer, lang: str, say: Say) -> dict[str, Any]:
    """Four classes around a standard: far below it, below, near, and meeting it."""
    assert layer.standard is not None
    value, names = layer.standard.value, [say(f"legend.{key}") for key in ("far", "below", "near", "meets")]
    sign = 1 if layer.better == "lower" else -1
    steps = sorted(value * (1 + sign * share) for share in (0, *SHORT))
    if layer.better == "lower":
        names = names[::-1]
    who = layer.standard.who.of(lang)
    told = say("legend.how_standard", value=show_number(value, layer.decimals), who=who)
    fixed = _stepped(layer, steps)
    if layer.better == "lower":
        # A value equal to the standard meets it, so the end belongs to the class below it.
        fixed["closed"] = "upper"
    return {**fixed, "open_ends": True, "class_names": names, "how": told}
