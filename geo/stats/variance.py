"""The middle of all people, and how far places lie from it: for numbers without a natural zero."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from geo.stats.aligned import column, refuse, same_places, shares


class VarianceSplit(NamedTuple):
    """The variance in two parts that add up: between groups and inside them; ``by_group`` has one row a group."""

    total: float
    between: float
    within: float
    by_group: pd.DataFrame


def mean_over(values: ArrayLike, people: ArrayLike | None = None) -> float:
    """What people have on average.

    Parameters
    ----------
    values : array of float, shape (n,)
        One value per place, any unit, negative allowed, none missing.
    people : array of float, shape (n,), optional
        Residents of each place; equal weights when left out.

    Returns
    -------
    float
        sum p y, never outside the values of the places where people live.

    Notes
    -----
    Raises ValueError for missing or infinite numbers, columns of different length and no people anywhere.

    Examples
    --------
    >>> mean_over([10, 40], [300, 100])
    17.5
    """
    same_places("mean_over", values=values, people=people)
    numbers = column("mean_over", "values", values, below_zero=True)
    part = shares("mean_over", people, len(numbers))
    living = numbers[part > 0]
    return float(np.clip(part @ numbers, living.min(), living.max()))


def median_over(values: ArrayLike, people: ArrayLike | None = None) -> float:
    """The value that half of the people do not exceed.

    Parameters
    ----------
    values, people
        As in ``mean_over``.

    Returns
    -------
    float
        The lowest value of a place at which at least half of the people are counted, places sorted by value.

    Notes
    -----
    Raises ValueError as ``mean_over``.

    Examples
    --------
    >>> median_over([10, 20, 90], [100, 100, 300])
    90.0
    """
    same_places("median_over", values=values, people=people)
    numbers = column("median_over", "values", values, below_zero=True)
    part = shares("median_over", people, len(numbers))
    order = np.argsort(numbers, kind="stable")
    running = np.cumsum(part[order])
    return float(numbers[order][int(np.searchsorted(running, 0.5 * running[-1] - 1e-12))])


def variance_split(values: ArrayLike, people: ArrayLike | None, groups: ArrayLike) -> VarianceSplit:
    """Whether places differ between groups or inside them, for percentages, scores and changes.

    Parameters
    ----------
    values, people
        As in ``mean_over``.
    groups : array, shape (n,)
        The group of each place, none missing.

    Returns
    -------
    VarianceSplit
        ``total`` = ``between`` + ``within`` (to rounding), in the unit squared, and ``by_group``, indexed by group
        in order of first place, with ``people_share``, ``mean``, ``between`` and ``within`` (what the group adds).
        Groups without people are left out.

    Notes
    -----
    total = sum p (y - mean)^2; between = sum p_g (mean_g - mean)^2. Told as lack of coverage (100 - y), or with
    another zero, the parts stay the same, which they do not under Theil. The between part grows with the number of
    groups: split at random into G groups, n places alike would show (G - 1) / (n - 1) of it.
    Raises ValueError as ``mean_over``, and for missing groups. Fisher (1925), Statistical Methods, chapter 7.

    Examples
    --------
    >>> variance_split([10, 20, 30, 40], None, ["a", "a", "b", "b"])[:3]
    (125.0, 100.0, 25.0)
    """
    same_places("variance_split", values=values, people=people, groups=groups)
    numbers = column("variance_split", "values", values, below_zero=True)
    part = shares("variance_split", people, len(numbers))
    names = pd.Series(groups).to_numpy(dtype=object)
    refuse("variance_split", "groups", groups, pd.isna(names), "are missing")
    numbers, part, names = numbers[part > 0], part[part > 0], names[part > 0]
    mean = mean_over(numbers, part)
    codes, labels = pd.factorize(names)
    held = np.bincount(codes, part)
    level = np.bincount(codes, part * numbers) / held
    # Rounding must not push the mean of equal places off them: equal places differ by 0, not by 1e-17.
    low, high = (getattr(pd.Series(numbers).groupby(codes), end)().to_numpy(dtype=float) for end in ("min", "max"))
    level = np.clip(level, low, high)
    between = held * (level - mean) ** 2
    within = np.bincount(codes, part * (numbers - level[codes]) ** 2)
    by_group = pd.DataFrame(
        {"people_share": held, "mean": level, "between": between, "within": within},
        index=pd.Index(labels, name="group"),
    )
    return VarianceSplit(float(part @ (numbers - mean) ** 2), float(between.sum()), float(within.sum()), by_group)
