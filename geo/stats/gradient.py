"""Whether provision leans to the richer places: concentration index, its bounded form, and the slope in the unit."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike

from geo.stats.aligned import Floats, column, refuse, same_places, shares


class _Ranked(NamedTuple):
    numbers: Floats
    part: Floats
    lead: Floats  # fractional rank less its mean of one half
    steps: int  # different ranks that people hold


def concentration_index(values: ArrayLike, rank_by: ArrayLike, people: ArrayLike | None = None) -> float:
    """Whether provision leans to the richer places (above 0) or to the poorer (below 0).

    Parameters
    ----------
    values : array of float, shape (n,)
        One value per head or household and place, any unit, none missing or negative.
    rank_by : array of float, shape (n,)
        What people are ranked by, lowest first (income, or need reversed), any unit, negative allowed, none missing.
    people : array of float, shape (n,), optional
        Residents of each place; equal weights when left out.

    Returns
    -------
    float
        C in (-1, 1); 0 when all values, or all ranks, are equal, and for one place.

    Notes
    -----
    C = 2 cov_p(y, r) / mean, r the fractional rank: the share of people ranked lower plus half of those ranked the
    same, so the order of tied places does not matter. Ranked by the values themselves it is the Gini.
    For a percentage use ``erreygers``: C changes when coverage is told as lack of coverage. Raises ValueError for
    missing, infinite or negative numbers, columns of different length, no people anywhere, and when all values are
    zero. Kakwani, Wagstaff and van Doorslaer (1997), J. Econometrics 77, 87-103.

    Examples
    --------
    >>> concentration_index([1, 3], rank_by=[500, 900])
    0.25
    >>> concentration_index([1, 3], rank_by=[900, 500])
    -0.25
    """
    who = "concentration_index"
    numbers, part, lead, _ = _ranked(who, column(who, "values", values), values, rank_by, people)
    mean = part @ numbers
    if mean == 0:
        raise ValueError(f"{who}: all {len(numbers)} values are zero where people live, so nothing is shared out")
    return 2 * _covariance(numbers, part, lead) / float(mean)


def erreygers(
    values: ArrayLike, rank_by: ArrayLike, people: ArrayLike | None = None, low: float = 0.0, high: float = 100.0
) -> float:
    """Whether coverage leans to the richer places, for numbers that have a floor and a ceiling (percentages).

    Parameters
    ----------
    values : array of float, shape (n,)
        One value per place, each from ``low`` to ``high``.
    rank_by, people
        As in ``concentration_index``.
    low, high : float, default 0 and 100
        The least and the most a value can be.

    Returns
    -------
    float
        E from -1 to 1, above 0 when the richer have more; 0 when all values, or all ranks, are equal.

    Notes
    -----
    E = 4 mean C / (high - low). Told as lack of coverage (low + high - y) it only changes its sign. Raises ValueError
    as ``concentration_index`` (all zero is allowed), for values outside low..high, and when low is not under high.
    Erreygers (2009), "Correcting the concentration index", J. Health Economics 28, 504-515.

    Examples
    --------
    >>> erreygers([20, 60], rank_by=[500, 900])
    0.4
    >>> erreygers([80, 40], rank_by=[500, 900])
    -0.4
    """
    if not (np.isfinite([low, high]).all() and low < high):
        raise ValueError(f"erreygers: low must be under high and both finite, low {low:g} and high {high:g} given")
    given = column("erreygers", "values", values, below_zero=True)
    refuse("erreygers", "values", values, (given < low) | (given > high), f"lie outside {low:g}..{high:g}")
    numbers, part, lead, _ = _ranked("erreygers", given, values, rank_by, people)
    return 8 * _covariance(numbers, part, lead) / (high - low)


def slope_index(values: ArrayLike, rank_by: ArrayLike, people: ArrayLike | None = None) -> float:
    """The gap from the poorest to the richest end, in the unit of the values.

    Parameters
    ----------
    values : array of float, shape (n,)
        One value per place, any unit, negative allowed, none missing.
    rank_by, people
        As in ``concentration_index``.

    Returns
    -------
    float
        Slope of the people-weighted line through the values against the fractional rank: what it rises from rank 0
        to rank 1. Above 0 when the richer have more.

    Notes
    -----
    slope = cov_p(y, r) / var_p(r). All places count, not the two ends alone. The line may leave the range of a
    percentage at its ends. Raises ValueError for missing or infinite numbers, columns of different length, no people
    anywhere, and when all people share one rank: there is then no poorer and no richer end. Slope index of
    inequality: Wagstaff, Paci and van Doorslaer (1991), Social Science and Medicine 33, 545-557.

    Examples
    --------
    >>> slope_index([20, 60], rank_by=[500, 900])  # ranks 0.25 and 0.75
    80.0
    """
    given = column("slope_index", "values", values, below_zero=True)
    numbers, part, lead, steps = _ranked("slope_index", given, values, rank_by, people)
    if steps < 2:
        raise ValueError(
            f"slope_index: all people in {len(numbers)} places share one value of rank_by, so there is no poorer and "
            "no richer end; give at least two places that differ"
        )
    return _covariance(numbers, part, lead) / float(part @ lead**2)


def _ranked(who: str, numbers: Floats, values: ArrayLike, rank_by: ArrayLike, people: ArrayLike | None) -> _Ranked:
    same_places(who, values=values, rank_by=rank_by, people=people)
    ranks = column(who, "rank_by", rank_by, below_zero=True)
    part = shares(who, people, len(numbers))
    tied = np.unique(ranks, return_inverse=True)[1]
    held = np.bincount(tied, part)
    middle = np.cumsum(held) - held / 2
    return _Ranked(numbers, part, middle[tied] - 0.5, int((held > 0).sum()))


def _covariance(numbers: Floats, part: Floats, lead: Floats) -> float:
    # Equal values must give 0, not what rounding leaves of their mean.
    mean = np.clip(part @ numbers, numbers.min(), numbers.max())
    return float(part @ ((numbers - mean) * lead))
