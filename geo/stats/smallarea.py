"""Small numbers told honestly: the range of a share, and rates that lean on the whole where a place is small."""

from __future__ import annotations

from statistics import NormalDist
from typing import Any, Generic, NamedTuple, TypeVar, overload

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from geo.stats.aligned import Floats, column, refuse, same_places

Form = TypeVar("Form")


class Interval(NamedTuple, Generic[Form]):
    """The range a share lies in, as far as the tests or households asked can tell."""

    low: Form
    high: Form


@overload
def wilson(successes: pd.Series, trials: ArrayLike, level: float = 0.95) -> Interval[pd.Series]: ...
@overload
def wilson(successes: ArrayLike, trials: ArrayLike, level: float = 0.95) -> Interval[Any]: ...
def wilson(successes: ArrayLike, trials: ArrayLike, level: float = 0.95) -> Interval[Any]:
    """The range in which a share lies when only some were asked or tested.

    Parameters
    ----------
    successes : number, array or Series, shape (n,)
        How many had it (homes online, tests above the speed). Fractions are allowed, for weighted surveys.
    trials : number, array or Series, shape (n,)
        How many were asked or tested, above 0: the effective number where the sample is not simple.
    level : float, default 0.95
        Confidence level, between 0 and 1.

    Returns
    -------
    Interval
        ``low`` and ``high`` from 0 to 1, in the form given (numbers, arrays, or Series on the same index). Exactly 0
        below no success, exactly 1 above all successes.

    Notes
    -----
    (p + z^2 / 2n -+ z sqrt(p (1 - p) / n + z^2 / 4n^2)) / (1 + z^2 / n), without continuity correction. It covers
    chance in who was asked, not who was left out. Raises ValueError for missing, infinite or negative numbers, trials
    of zero (nobody asked is no data, not a range), more successes than trials, and a level outside (0, 1).
    Wilson (1927), JASA 22, 209-212; Newcombe (1998), Statistics in Medicine 17, 857-872, method 3.

    Examples
    --------
    >>> low, high = wilson(81, 263)
    >>> round(low, 4), round(high, 4)
    (0.2553, 0.3662)
    """
    if not 0 < level < 1:
        raise ValueError(f"wilson: level must lie between 0 and 1, {level:g} given")
    single = np.ndim(successes) == 0 and np.ndim(trials) == 0
    yes: ArrayLike = np.atleast_1d(successes) if single else successes
    asked: ArrayLike = np.atleast_1d(trials) if single else trials
    same_places("wilson", successes=yes, trials=asked)
    hits, n = column("wilson", "successes", yes), column("wilson", "trials", asked)
    refuse("wilson", "trials", asked, n == 0, "are zero", ". Nobody asked is no data, not a range")
    refuse("wilson", "successes", yes, hits > n, "are more than the trials")
    z = NormalDist().inv_cdf((1 + level) / 2)
    share = hits / n
    middle = share + z**2 / (2 * n)
    reach = z * np.sqrt(share * (1 - share) / n + (z / (2 * n)) ** 2)
    low, high = (middle - reach) / (1 + z**2 / n), (middle + reach) / (1 + z**2 / n)
    # Algebra gives 0 and 1 here; rounding would leave 1e-17 or 0.9999.
    low, high = np.where(hits == 0, 0.0, low), np.where(hits == n, 1.0, high)
    if single:
        return Interval(float(low[0]), float(high[0]))
    for given in (successes, trials):
        if isinstance(given, pd.Series):
            return Interval(pd.Series(low, given.index, name="low"), pd.Series(high, given.index, name="high"))
    return Interval(low, high)


@overload
def empirical_bayes(events: pd.Series, base: ArrayLike) -> pd.Series: ...
@overload
def empirical_bayes(events: ArrayLike, base: ArrayLike) -> Floats | pd.Series: ...
def empirical_bayes(events: ArrayLike, base: ArrayLike) -> Floats | pd.Series:
    """A rate for each place that leans on the rate of all places, the more the smaller the place.

    Parameters
    ----------
    events : array or Series, shape (n,)
        What was counted in each place.
    base : array or Series, shape (n,)
        What it was counted on (people, households, tests), above 0.

    Returns
    -------
    Series on the index of the Series given, or array, shape (n,)
        Events per unit of base, between the place's own rate and the rate of all places together.

    Notes
    -----
    rate_i = m + w_i (r_i - m), w_i = A / (A + m / base_i); m = events / base of all places together,
    A = max(0, sum base_i (r_i - m)^2 / sum base - m / mean base). When the rates differ no more than chance would make
    them, A is 0 and every place has the rate of all. It needs no neighbours and no likelihood; it supposes that the
    places vary around one rate. A shrunk rate is an estimate and must be shown as one.
    Raises ValueError for missing, infinite or negative numbers, a base of zero and columns of different length.
    Marshall (1991), JRSS C 40, 283-294.

    Examples
    --------
    >>> empirical_bayes([0, 10], [10, 10]).round(9).tolist()  # m 0.5, A 0.25 - 0.05, w 0.2 / 0.25
    [0.1, 0.9]
    """
    same_places("empirical_bayes", events=events, base=base)
    counted, counted_on = column("empirical_bayes", "events", events), column("empirical_bayes", "base", base)
    refuse("empirical_bayes", "base", base, counted_on == 0, "are zero", ". A place without a base has no rate")
    whole, own = counted.sum() / counted_on.sum(), counted / counted_on
    spread = counted_on @ (own - whole) ** 2 / counted_on.sum() - whole / counted_on.mean()
    if spread > 0:
        rates: Floats = whole + spread / (spread + whole / counted_on) * (own - whole)
    else:
        rates = np.full_like(own, whole)
    for given in (events, base):
        if isinstance(given, pd.Series):
            return pd.Series(rates, index=given.index, name="rate")
    return rates
