"""How unevenly something is spread over people, in one number: Gini, Atkinson, Hoover."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike

from geo.stats.aligned import relative


def gini(values: ArrayLike, people: ArrayLike | None = None) -> float:
    """How unevenly something is spread: 0 when all fare alike, near 1 when a few have everything.

    Parameters
    ----------
    values : array of float, shape (n,)
        One value per head or household and place (Mbps, baht, schools per 1,000), none missing or negative.
    people : array of float, shape (n,), optional
        Residents of each place, in any unit; equal weights when left out.

    Returns
    -------
    float
        In [0, 1). 0 for one place and for equal places. A place without people counts for nothing.

    Notes
    -----
    G = sum p_i (P_i + P_{i-1} - L_i - L_{i-1}), places sorted by value, P and L the running shares of people and of
    value: twice the area between the Lorenz curve and the line of equality. There is no n / (n - 1) correction: the
    places are all there are. Differences inside a place are not seen, so the figure falls as places grow.

    Raises ValueError for missing, infinite or negative numbers, columns of different length, no people anywhere, and
    when all values are zero (nothing is shared out). Gini (1912); Lerman and Yitzhaki (1989), J. Econometrics 42.

    Examples
    --------
    >>> gini([0, 0, 0, 8])
    0.75
    >>> gini([0, 8], [300, 100])
    0.75
    """
    ratio, part, *_ = relative("gini", values, people)
    order = np.argsort(ratio, kind="stable")
    part, held = part[order], (part * ratio)[order]
    ahead = np.cumsum(part) - np.cumsum(held)
    return max(0.0, float(part @ (2 * ahead - part + held)))


def atkinson(values: ArrayLike, people: ArrayLike | None = None, epsilon: float = 1.0) -> float:
    """The share of the total that could be given up without loss if the rest were spread evenly.

    Parameters
    ----------
    values, people
        As in ``gini``; no zero where people live when ``epsilon`` is 1 or more.
    epsilon : float, default 1.0
        How much more a gain counts for those who have little; 0 means not at all.

    Returns
    -------
    float
        A = 1 - (sum p (y / mean)^(1 - epsilon))^(1 / (1 - epsilon)), for epsilon 1 its limit 1 - exp(-Theil L).
        In [0, 1).

    Notes
    -----
    Raises ValueError as ``gini``, and for an epsilon that is negative or not finite. Atkinson (1970), J. Economic
    Theory 2, 244-263.

    Examples
    --------
    >>> round(atkinson([1, 4]), 6)  # 1 - 2 / 2.5
    0.2
    >>> round(atkinson([1, 9], epsilon=0.5), 6)  # 1 - 2 ** 2 / 5
    0.2
    """
    if not (np.isfinite(epsilon) and epsilon >= 0):
        raise ValueError(f"atkinson: epsilon must be 0 or more and finite, {epsilon:g} given")
    ratio, part, *_ = relative("atkinson", values, people, zero=epsilon < 1)
    if epsilon == 1:
        return max(0.0, -float(np.expm1(part @ np.log(ratio))))
    with np.errstate(divide="ignore"):
        powers = (1 - epsilon) * np.log(ratio)
    # Logarithms relative to the largest keep their digits when epsilon is close to 1 and do not overflow when large.
    top = powers.max()
    log_mean = top + np.log1p(part @ np.expm1(powers - top))
    return max(0.0, -float(np.expm1(log_mean / (1 - epsilon))))


def hoover(values: ArrayLike, people: ArrayLike | None = None) -> float:
    """The share of the total that would have to move for all people to have the same.

    Parameters
    ----------
    values, people
        As in ``gini``.

    Returns
    -------
    float
        H = 0.5 sum |share of people - share of value|, in [0, 1).

    Notes
    -----
    Raises ValueError as ``gini``. Hoover (1936), Review of Economics and Statistics 18; also called Schutz,
    Pietra or Robin Hood index.

    Examples
    --------
    >>> hoover([1, 3])
    0.25
    """
    ratio, part, *_ = relative("hoover", values, people)
    return float(0.5 * part @ np.abs(ratio - 1))
