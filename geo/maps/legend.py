"""What a legend says: classes and states with their areas and people, and the histogram."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.maps.colours import MOST
from geo.stats import classify
from geo.words import Say, show_number

# One letter per area. Classes are digits; the same class of low confidence is a-i, inherited from the parent A-I.
MISSING = {"no data": "-", "too few": "~", "not applicable": "x"}
OUTSIDE, UNDRAWN = ".", "u"
STATE_KEYS = {"-": "no_data", "~": "too_few", "x": "not_applicable", "inherited": "inherited", "doubtful": "doubtful"}
BARS = 24

Floats = npt.NDArray[np.float64]


class Row(NamedTuple):
    """One line of the legend: the letter that stands for it, its label, how many areas and people."""

    key: str
    label: str
    areas: int
    people: int | None


def histogram(
    values: Floats, bounds: tuple[float, ...], closed: classify.Closed, decimals: int
) -> tuple[tuple[tuple[int, int], ...], tuple[str, str]]:
    """Bars of the legend as (class, count) between the smallest and the largest value, and the texts at both ends.

    A bar has the colour of the class that most of its values are in: where a few values dwarf all others, its middle
    lies in a class that hardly any of them belongs to.

    Examples
    --------
    >>> bars, ends = histogram(np.array([0.0, 1.0, 2.0, 3.0, 240.0]), (2.0, 9.0, 500.0), "upper", 0)
    >>> bars[0], bars[23], ends
    ((0, 4), (2, 1), ('0', '240'))
    """
    if not bounds or not len(values):
        return (), ("", "")
    if np.ptp(values) < 1e-9 * max(1.0, float(np.abs(values).max())):
        # Differences below what a number can hold are no spread: all places stand in one bar.
        values = np.full(len(values), values[0])
    counts, edges = classify.histogram(values, [float(values.max())], BARS)
    classes = classify.assign((edges[:-1] + edges[1:]) / 2, bounds, closed)
    inside = np.clip(np.searchsorted(edges, values, side="right") - 1, 0, BARS - 1)
    met = np.zeros((BARS, len(bounds)), dtype=np.intp)
    np.add.at(met, (inside, classify.assign(values, bounds, closed)), 1)
    classes = np.where(met.any(axis=1), met.argmax(axis=1), classes)
    bars = tuple((int(number), int(count)) for number, count in zip(classes, counts, strict=True))
    return bars, (show_number(float(edges[0]), decimals), show_number(float(edges[-1]), decimals))


@lru_cache(maxsize=128)
def class_key(letter: str) -> str:
    """The class behind a letter, as a digit; empty for an area without one.

    Examples
    --------
    >>> class_key("2"), class_key("c"), class_key("C"), class_key("~")
    ('2', '2', '2', '')
    """
    for start in "0aA":
        if ord(start) <= ord(letter) < ord(start) + MOST:
            return str(ord(letter) - ord(start))
    return ""


def row(key: str, label: str, living: Floats) -> Row:
    """One line of the legend from the people of its areas; nobody knows how many where all of them are unknown."""
    known = living[~np.isnan(living)]
    return Row(key, label, len(living), round(float(known.sum())) if len(known) or not len(living) else None)


def states(
    letters: Sequence[str],
    living: Floats,
    inside: Sequence[str],
    drawable: Sequence[str],
    people: pd.Series,
    say: Say,
) -> tuple[Row, ...]:
    """Legend rows of the states met, and "no data" always: a zero there says that the map is complete.

    Parameters
    ----------
    letters, living
        The letter and the people of every area shown.
    inside, drawable : sequences of code
        All areas that ought to be shown, and all that have a shape.
    people : Series indexed by code
    """
    found, met = [], np.array(letters, dtype="U1")
    groups = {
        "-": met == "-",
        "~": met == "~",
        "x": met == "x",
        "C": ((met >= "A") & (met <= "I")) | (met == "v"),
        "c": (met >= "a") & (met <= "i"),
    }
    for key, here in groups.items():
        name = {"C": "inherited", "c": "doubtful"}.get(key) or STATE_KEYS[key]
        if key == "-" or here.any():
            found.append(row("v" if key == "C" else key, say(f"map.{name}"), living[here]))
    if shapeless := sorted(set(inside).difference(drawable)):
        unseen = people.reindex(shapeless).to_numpy(dtype=float)
        found.append(row(UNDRAWN, say("map.undrawn"), unseen))
    return tuple(found)
