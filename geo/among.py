"""Where all areas of a level stand at once: places among their siblings, and people surely better and worse off."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from geo import cards
from geo.measure import Measured, measure, periods
from geo.places import places

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Counts = np.ndarray[tuple[int, ...], np.dtype[np.int64]]


@dataclass(frozen=True)
class Among:
    """One layer at one level in one period, worked out once for every area.

    Attributes
    ----------
    measured : Measured
    first, last, count : arrays of int
        The range of places that an area may hold among the measured areas with the same parent, and how many these
        are; ``count`` is 0 where nothing can be said.
    worse, better : arrays of float
        Shares of all people who live in areas of the country that are surely worse off, and surely better off; NaN
        where nothing can be said.
    """

    measured: Measured
    first: Counts
    last: Counts
    count: Counts
    worse: Floats
    better: Floats
    _siblings: Counts
    _known: Floats

    def place(self, code: str) -> tuple[int, int, int] | None:
        """As ``geo.reading.position`` among the areas with the same parent."""
        at = row_of(self.measured.level, code)
        return (int(self.first[at]), int(self.last[at]), int(self.count[at])) if self.count[at] else None

    def apart(self, code: str) -> tuple[float, float] | None:
        """As ``geo.reading.shares_apart`` among all areas of the level."""
        at = row_of(self.measured.level, code)
        return None if np.isnan(self.worse[at]) else (float(self.worse[at]), float(self.better[at]))

    def siblings(self, code: str) -> list[float]:
        """Values of the measured areas with the same parent, the area's own among them."""
        values = self._known[self._siblings == self._siblings[row_of(self.measured.level, code)]]
        return [float(value) for value in values[~np.isnan(values)]]


def row_of(level: str, code: str) -> int:
    """The row of a place among all of its level."""
    return _rows(level, cards.data_folder(), cards.terms())[code]


@lru_cache(maxsize=32)
def _rows(level: str, folder: Path, terms: cards.Terms) -> dict[str, int]:
    return {str(code): at for at, code in enumerate(places(level).index)}


def among(layer: str, level: str, period: str) -> Among:
    """Where every area of a level stands by one layer; cached, treat it as read-only."""
    return _among(layer, level, period, cards.data_folder(), cards.terms())


@lru_cache(maxsize=512)
def _among(layer: str, level: str, period: str, folder: Path, terms: cards.Terms) -> Among:
    measured = measure(layer, level, period)
    parents = pd.factorize(places(level)["parent"])[0].astype(np.int64)
    count = np.zeros(len(parents), dtype=np.int64)
    first, last = count.copy(), count.copy()
    worse, better = (np.full(len(parents), np.nan) for _ in range(2))
    ok = (measured.status == "ok").to_numpy()
    exact = measured.values.to_numpy(dtype=float)
    known = np.where(ok, exact, np.nan)
    rounded = measured.values.round(measured.layer.decimals).to_numpy(dtype=float)
    low, high = (series.to_numpy(dtype=float) for series in (measured.low, measured.high))
    low, high = np.where(np.isnan(low), rounded, low), np.where(np.isnan(high), rounded, high)
    # From the better end: what is nearest to it and what is farthest from it that each area may be.
    nearest, farthest = (low, high) if measured.layer.better == "lower" else (-high, -low)
    for rows in pd.Series(np.flatnonzero(ok)).groupby(parents[ok]):
        own = rows[1].to_numpy()
        if len(own) > 1:
            ahead = np.searchsorted(np.sort(farthest[own]), nearest[own], side="left")
            behind = len(own) - np.searchsorted(np.sort(nearest[own]), farthest[own], side="right")
            first[own], last[own], count[own] = ahead + 1, len(own) - behind, len(own)
    people = measured.people.to_numpy(dtype=float)[ok]
    if measured.layer.better != "neither" and ok.any() and not np.isnan(people).any():
        near, far = nearest[ok], farthest[ok]
        worse[ok] = _share_over(near, people, far, beyond=True)
        better[ok] = _share_over(far, people, near, beyond=False)
    return Among(measured, first, last, count, worse, better, parents, known)


def _share_over(ends: Floats, people: Floats, own: Floats, beyond: bool) -> Floats:
    """For each of ``own`` the share of the people whose area's end lies beyond it, or before it."""
    order = np.argsort(ends, kind="stable")
    sums = np.concatenate([[0.0], np.cumsum(people[order])])
    before: Floats = sums[np.searchsorted(ends[order], own, side="right" if beyond else "left")]
    whole = sums[-1]
    found: Floats = (whole - before) / whole if beyond else before / whole
    return found


def past(layer: str, level: str, period: str) -> tuple[tuple[str, ...], Floats]:
    """The periods of the same kind, oldest first, and the values of every area in each; NaN where it has none.

    Returns
    -------
    periods : tuple of str
    values : array, places x periods
    """
    return _past(layer, level, "Q" in period, cards.data_folder(), cards.terms())


@lru_cache(maxsize=512)
def _past(layer: str, level: str, quarters: bool, folder: Path, terms: cards.Terms) -> tuple[tuple[str, ...], Floats]:
    same = tuple(period for period in periods(layer, level) if ("Q" in period) == quarters)
    told = [measure(layer, level, period) for period in same]
    columns = [one.values.where(one.status == "ok").to_numpy(dtype=float) for one in told]
    return same, np.column_stack(columns) if columns else np.empty((len(places(level)), 0))
