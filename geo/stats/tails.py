"""The two ends of a divide: the curve of who has how much, and the best served over the worst served."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from geo.stats.aligned import Floats, column, relative, same_places, shares


def lorenz(values: ArrayLike, people: ArrayLike | None = None) -> pd.DataFrame:
    """The curve of how much of everything the worst-served part of the people has.

    Parameters
    ----------
    values : array of float, shape (n,)
        One value per head or household and place, none missing or negative.
    people : array of float, shape (n,), optional
        Residents of each place, in any unit; equal weights when left out.

    Returns
    -------
    DataFrame, n + 1 rows
        ``people_share`` and ``value_share``, running from (0, 0) to (1, 1), places from the lowest value to the
        highest. The index says which place ends at a point: its code for a Series, else its position from 0; the
        first point, which belongs to no place, has "" or -1.

    Notes
    -----
    The Gini is twice the area between this curve and the diagonal. A place without people ends where the place before
    it ends. Places with equal values keep the order given, on one straight stretch. Raises ValueError as ``gini``.
    Lorenz (1905), Publications of the American Statistical Association 9.

    Examples
    --------
    >>> lorenz([3, 1], [100, 100])
        people_share  value_share
    -1           0.0         0.00
     1           0.5         0.25
     0           1.0         1.00
    """
    same_places("lorenz", values=values, people=people)
    numbers = column("lorenz", "values", values)
    order = np.argsort(numbers, kind="stable")
    return _running("lorenz", values, people, order)


def concentration_curve(values: ArrayLike, rank_by: ArrayLike, people: ArrayLike | None = None) -> pd.DataFrame:
    """The curve of how much of everything the poorest part of the people has.

    Parameters
    ----------
    values, people
        As in ``lorenz``.
    rank_by : array of float, shape (n,)
        What the people are ranked by, lowest first (income, need), any unit, none missing.

    Returns
    -------
    DataFrame, n + 1 rows
        As from ``lorenz``, with places in the order of ``rank_by``; above the diagonal when the poorest have more.

    Notes
    -----
    Places that share a rank share what they have in proportion to their people, so the curve is straight over them
    and their order does not matter. The concentration index is twice the area between the diagonal and this curve.
    Kakwani, Wagstaff and van Doorslaer (1997), J. Econometrics 77. Raises ValueError as ``concentration_index``.

    Examples
    --------
    >>> concentration_curve([1, 3], rank_by=[900, 500])["value_share"].tolist()
    [0.0, 0.75, 1.0]
    """
    same_places("concentration_curve", values=values, rank_by=rank_by, people=people)
    numbers = column("concentration_curve", "values", values)
    ranks = column("concentration_curve", "rank_by", rank_by, below_zero=True)
    part = shares("concentration_curve", people, len(numbers))
    tied = np.unique(ranks, return_inverse=True)[1]
    living = np.bincount(tied, part)
    average = np.divide(np.bincount(tied, part * numbers), living, out=np.zeros_like(living), where=living > 0)
    levelled = pd.Series(average[tied], values.index) if isinstance(values, pd.Series) else average[tied]
    return _running("concentration_curve", levelled, people, np.argsort(ranks, kind="stable"))


def tail_ratio(values: ArrayLike, people: ArrayLike | None = None, share: float = 0.2) -> float:
    """How many times better the best-served people fare than the worst-served.

    Parameters
    ----------
    values, people
        As in ``lorenz``.
    share : float, default 0.2
        Fraction of all people in each tail, in (0, 0.5].

    Returns
    -------
    float
        Mean of the top tail over mean of the bottom tail, at least 1; ``inf`` when the bottom tail has nothing.

    Notes
    -----
    A place that straddles a cut counts in part, so the answer does not depend on how places are drawn. Differences
    inside a place are not seen. Raises ValueError as ``gini``, and for a share outside (0, 0.5].

    Examples
    --------
    >>> tail_ratio([10, 20, 20, 40], [100, 100, 100, 100])
    4.0
    """
    if not 0 < share <= 0.5:
        raise ValueError(f"tail_ratio: share must lie above 0 and be at most 0.5, {share:g} given")
    ratio, part, *_ = relative("tail_ratio", values, people)
    bottom, top = _tail(ratio, part, share), _tail(ratio, part, share, top=True)
    return max(1.0, top / bottom) if bottom > 0 else float("inf")


def tail_means(values: ArrayLike, people: ArrayLike | None = None, share: float = 0.2) -> tuple[float, float]:
    """What the people with least have on average, and what those with most have, in the unit of the values.

    Parameters
    ----------
    values, people, share
        As in ``tail_ratio``; values may be negative.

    Returns
    -------
    (float, float)
        Mean of the bottom tail and mean of the top tail; their ratio is ``tail_ratio`` where no value is negative.

    Notes
    -----
    It needs no natural zero, so it serves scores and changes, of which no ratio can be taken. Raises ValueError for
    missing or infinite numbers, columns of different length, no people anywhere, and a share outside (0, 0.5].

    Examples
    --------
    >>> tail_means([10, 20, 20, 40], [100, 100, 100, 100], share=0.5)
    (15.0, 30.0)
    """
    if not 0 < share <= 0.5:
        raise ValueError(f"tail_means: share must lie above 0 and be at most 0.5, {share:g} given")
    same_places("tail_means", values=values, people=people)
    numbers = column("tail_means", "values", values, below_zero=True)
    part = shares("tail_means", people, len(numbers))
    bottom, top = (_tail(numbers, part, share, top=top) / share for top in (False, True))
    # Rounding must not open a gap between places that are equal.
    low, high = float(numbers[part > 0].min()), float(numbers[part > 0].max())
    return min(max(bottom, low), high), min(max(top, low), high)


def palma(values: ArrayLike, people: ArrayLike | None = None) -> float:
    """How much the best-served tenth of the people has for each unit the worst-served four tenths have.

    Parameters
    ----------
    values, people
        As in ``lorenz``.

    Returns
    -------
    float
        Share of the top 10 % over share of the bottom 40 %: 0.25 when all fare alike, 1 when a tenth has as much as
        four tenths, ``inf`` when the bottom has nothing.

    Notes
    -----
    A place that straddles a cut counts in part. Raises ValueError as ``gini``. Palma (2011), Development and
    Change 42, 87-153; Cobham and Sumner (2013), CGD Working Paper 343.

    Examples
    --------
    >>> round(palma([1, 1, 1, 1, 2, 2, 2, 2, 2, 8]), 9)
    2.0
    """
    ratio, part, *_ = relative("palma", values, people)
    bottom = _tail(ratio, part, 0.4)
    return _tail(ratio, part, 0.1, top=True) / bottom if bottom > 0 else float("inf")


def _tail(ratio: Floats, part: Floats, share: float, top: bool = False) -> float:
    """What the lowest (or highest) ``share`` of the people holds, as a share of everything."""
    order = np.argsort(ratio, kind="stable")
    if top:
        order = order[::-1]
    ratio, part = ratio[order], part[order]
    before = np.cumsum(part) - part
    return float(np.clip(share - before, 0, part) @ ratio)


def _running(who: str, values: ArrayLike, people: ArrayLike | None, order: np.ndarray) -> pd.DataFrame:
    ratio, part, _, living = relative(who, values, people)
    held = np.zeros((2, len(living)))
    held[:, living] = part, part * ratio
    running = np.cumsum(held[:, order], axis=1)
    running = np.hstack([np.zeros((2, 1)), running / running[:, -1:]])
    places = values.index if isinstance(values, pd.Series) else pd.RangeIndex(len(living))
    origin = -1 if isinstance(places, pd.RangeIndex) else ""
    index = pd.Index([origin, *places[order]], name=places.name)
    return pd.DataFrame({"people_share": running[0], "value_share": running[1]}, index=index)
