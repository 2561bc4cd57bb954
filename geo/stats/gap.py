"""How far places are from a standard, and from their fair share of what is handed out."""

from __future__ import annotations

from typing import Literal, get_args, overload

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from geo.stats.aligned import Floats, column, same_places, shares

Power = Literal[0, 1, 2]


def fgt(values: ArrayLike, people: ArrayLike | None = None, standard: float | None = None, power: Power = 0) -> float:
    """Who is below the standard (power 0), how far (1), and how badly (2).

    Parameters
    ----------
    values : array of float, shape (n,)
        One value per place, more is better, none missing or negative.
    people : array of float, shape (n,), optional
        Residents of each place; equal weights when left out.
    standard : float
        What everyone should have, in the unit of the values, above 0. A value equal to it meets it.
    power : 0, 1 or 2, default 0
        0: share of people in places below the standard. 1: mean shortfall as a share of the standard, counting 0 for
        those who meet it. 2: mean of its square, so that far below weighs more.

    Returns
    -------
    float
        From 0 to 1. Times all people and, for power 1, times the standard it is the size of the job.

    Notes
    -----
    P_k = sum p (max(0, S - y) / S)^k over places below S. People "in places below", not people who are below.
    Raises ValueError for missing, infinite or negative numbers, columns of different length, no people anywhere, no
    standard or one that is not above 0, and any other power. Foster, Greer and Thorbecke (1984), Econometrica 52,
    761-766.

    Examples
    --------
    >>> [fgt([20, 60, 80], [100, 100, 200], standard=80, power=power) for power in (0, 1, 2)]
    [0.5, 0.25, 0.15625]
    """
    if standard is None or not (np.isfinite(standard) and standard > 0):
        raise ValueError(f"fgt: the standard must be a number above 0, {standard} given")
    if power not in get_args(Power):
        raise ValueError(f"fgt: power must be 0 (who), 1 (how far) or 2 (how badly), {power!r} given")
    same_places("fgt", values=values, people=people)
    numbers = column("fgt", "values", values)
    part = shares("fgt", people, len(numbers))
    below = numbers < standard
    shortfall = (standard - numbers[below]) / standard
    return float(np.clip(part[below] @ shortfall**power, 0, 1))


def overshoot(
    values: ArrayLike, people: ArrayLike | None = None, limit: float | None = None, power: Power = 0
) -> float:
    """Who is over a limit (power 0), how far (1), and how badly (2), where less is better: distances, delays.

    Parameters
    ----------
    values, people
        As in ``fgt``; less is better.
    limit : float
        What nobody should exceed, in the unit of the values, above 0. A value equal to it keeps it.
    power : 0, 1 or 2, default 0
        0: share of people in places over the limit. 1: mean excess as a share of the limit, counting 0 for those who
        keep it. 2: mean of its square.

    Returns
    -------
    float
        From 0 to 1 for power 0; for 1 and 2 without an upper end, since a distance can be many times the limit.

    Notes
    -----
    P_k = sum p (max(0, y - S) / S)^k over places above S: the mirror of ``fgt``, as Peichl, Schaefer and Scheicher
    (2010), Review of Income and Wealth 56, 597-619, measure affluence (their convex form). Raises ValueError as
    ``fgt``.

    Examples
    --------
    >>> [overshoot([5, 20, 40], [200, 100, 100], limit=20, power=power) for power in (0, 1, 2)]
    [0.25, 0.25, 0.25]
    """
    if limit is None or not (np.isfinite(limit) and limit > 0):
        raise ValueError(f"overshoot: the limit must be a number above 0, {limit} given")
    if power not in get_args(Power):
        raise ValueError(f"overshoot: power must be 0 (who), 1 (how far) or 2 (how badly), {power!r} given")
    same_places("overshoot", values=values, people=people)
    numbers = column("overshoot", "values", values)
    part = shares("overshoot", people, len(numbers))
    over = numbers > limit
    return float(part[over] @ ((numbers[over] - limit) / limit) ** power)


@overload
def disparity(resource: pd.Series, baseline: ArrayLike) -> pd.Series: ...
@overload
def disparity(resource: ArrayLike, baseline: ArrayLike) -> Floats | pd.Series: ...
def disparity(resource: ArrayLike, baseline: ArrayLike) -> Floats | pd.Series:
    """How many percentage points more, or less, than its fair share each place has of what is counted.

    Parameters
    ----------
    resource : array of float, shape (n,)
        What each place has: schools, stations, projects, baht. None missing or negative.
    baseline : array of float, shape (n,)
        What a fair share goes by: people, pupils, people in need. None missing or negative.

    Returns
    -------
    Series on the index of the Series given, or array, shape (n,)
        100 * (share of all resource - share of all baseline); the places add up to 0.

    Notes
    -----
    Measured against the places given: another set of places has other shares. Raises ValueError for missing,
    infinite or negative numbers, columns of different length, and when either column is zero everywhere.
    Urban Institute (2020), Spatial Equity Data Tool, technical appendix.

    Examples
    --------
    >>> disparity([30, 10], [100, 100]).tolist()
    [25.0, -25.0]
    """
    same_places("disparity", resource=resource, baseline=baseline)
    parts = []
    for what, given in {"resource": resource, "baseline": baseline}.items():
        numbers = column("disparity", what, given)
        if not numbers.max() > 0:
            raise ValueError(f"disparity: {what} is zero in all {len(numbers)} places, so there are no shares of it")
        parts.append(shares("disparity", numbers, len(numbers)))
    points: Floats = 100 * (parts[0] - parts[1])
    for given in (resource, baseline):
        if isinstance(given, pd.Series):
            return pd.Series(points, index=given.index, name="disparity")
    return points
