"""Classes of one map: where they end, what the legend calls them, and what lies beyond a legend that was fixed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from geo.maps.colours import MOST
from geo.stats import classify
from geo.words import Say

Floats = npt.NDArray[np.float64]


class Classes(NamedTuple):
    """Classes from lowest to highest: upper ends, labels, where the first begins, which end belongs to a class.

    ``decimals`` is to how many places values are rounded before they are classed; None where they are taken as they
    are.
    """

    bounds: tuple[float, ...]
    labels: tuple[str, ...]
    lowest: float
    closed: classify.Closed
    decimals: int | None

    def of(self, values: npt.ArrayLike) -> npt.NDArray[np.intp]:
        """The class of each value, counted from 0; -1 where there is no number or there are no classes.

        Examples
        --------
        >>> Classes((10.0, 20.0), ("0–10", "11–20"), 0.0, "upper", 0).of([3, 10.4, 11, float("nan")]).tolist()
        [0, 0, 1, -1]
        """
        numbers = as_shown(np.asarray(values, dtype=float), self.decimals)
        if not self.bounds:
            return np.full(len(numbers), -1, dtype=np.intp)
        return classify.assign(numbers, self.bounds, self.closed)

    def beyond(self, values: npt.ArrayLike) -> tuple[int, int]:
        """How many values lie under the first class's beginning and over the last one's end.

        Examples
        --------
        >>> Classes((10.0, 20.0), ("0–10", "11–20"), 0.0, "upper", 0).beyond([-3, 5, 21, 22])
        (1, 2)
        """
        numbers = as_shown(np.asarray(values, dtype=float), self.decimals)
        numbers = numbers[np.isfinite(numbers)]
        if not self.bounds:
            return 0, 0
        return int((numbers < self.lowest).sum()), int((numbers > self.bounds[-1]).sum())


def as_shown(values: Floats, decimals: int | None) -> Floats:
    """Values as a reader sees them."""
    return values if decimals is None else values.round(decimals)


def classes(
    values: Floats,
    decimals: int,
    say: Say,
    *,
    method: classify.Method = "quantile",
    k: int = 5,
    bounds: Sequence[float] | None = None,
    lowest: float | None = None,
    open_ends: bool = False,
    closed: classify.Closed = "upper",
    names: Sequence[str] = (),
) -> Classes:
    """The classes of a map.

    Parameters
    ----------
    values : array of float, shape (n,)
        Every finite value of the layer at its level, whatever the reader's filter shows.
    decimals : int
        With how many the layer prints its values.
    say : the reader's language, for "and over" and "and under".
    method, k, closed
        As in ``geo.stats.classify``; ``manual`` takes its ends from ``bounds`` and adds the largest value.
    bounds : sequence of float, optional
        Upper ends that stay whatever the values are (a locked legend, a ladder, a scale shared by several maps).
    lowest : float, optional
        Where the first of those classes begins; the smallest value when left out.
    open_ends : bool
        The first and the last class have no outer end in their label: they hold all that lies beyond, in every year.
    names : sequence of str
        What the classes of a ladder are called, lowest first; they stand behind the numbers.

    Returns
    -------
    Classes
        None without a value, unless ``bounds`` are given. A class of fixed ends that values lie beyond is labelled
        open, since a closed label would leave the largest value out.
    """
    if method == "manual" or bounds is None:
        if not len(values):
            return Classes((), (), 0.0, closed, decimals)
        seen = _places(values, decimals, k)
        shown = as_shown(values, seen)
        ends = _made(shown, method, k, bounds, seen)
        start = float(shown.min())
    else:
        ends = tuple(float(end) for end in bounds)
        seen = decimals if np.allclose(np.round(ends, decimals), ends, rtol=0, atol=1e-12) else None
        shown = as_shown(values, seen)
        start = lowest if lowest is not None else float(shown.min(initial=ends[0]))
    under, over = Classes(ends, (), start, closed, seen).beyond(values)
    labels = [label.text for label in classify.labels(list(ends), start, decimals, closed)]
    if len(ends) == 1 and (under or over):
        # A single class holds every value there is, so its label is their range.
        labels = [classify.labels([float(shown.max())], float(shown.min()), decimals, closed)[0].text]
    elif len(ends) > 1:
        if open_ends or under:
            labels[0] = say("map.and_under", n=labels[0].split("–")[-1].strip())
        if open_ends or over:
            labels[-1] = say("map.and_over", n=labels[-1].split("–")[0].strip())
    if names:
        labels = [f"{label} · {name}" for label, name in zip(labels, names, strict=True)]
    return Classes(ends, tuple(labels), start, closed, seen)


def _places(values: Floats, decimals: int, k: int) -> int | None:
    """The decimals at which values are classed: those a reader sees, unless too little would be left to tell apart.

    A value that reads 3 must not stand in a class that reads "4 to 5" because it is 3.2 in truth.
    """
    wanted = min(k, len(np.unique(values)))
    return decimals if len(np.unique(values.round(decimals))) >= wanted else None


def _made(
    values: Floats, method: classify.Method, k: int, manual: Sequence[float] | None, decimals: int | None
) -> tuple[float, ...]:
    ends = classify.breaks(values, method, min(k, MOST), manual)
    if method in ("quantile", "natural"):
        # An end between two values moves down to the last value of its class: the legend then names real values.
        found = classify.assign(values, ends)
        return tuple(float(values[found == i].max()) for i in range(len(ends)))
    return tuple(float(end) for end in np.unique(as_shown(ends, decimals)))
