"""Where first: three lists that do not pretend to be one, and the places that are on top whatever is chosen."""

from __future__ import annotations

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.stats.aligned import Floats, refuse


def need(gaps: pd.DataFrame, weights: pd.Series[float] | None = None, min_present: float = 2 / 3) -> pd.Series[float]:
    """How much help a place needs: the weighted mean of its gaps to the standards.

    Parameters
    ----------
    gaps : DataFrame, places x dimensions
        Points below the standard, 0 where it is met, NaN where not known.
    weights : Series per dimension, optional
        Equal by default; relative.
    min_present : float, default 2/3
        Share of the weight that must be known, else NaN.

    Examples
    --------
    >>> need(pd.DataFrame({"net": [30.0, 0.0], "power": [10.0, None]}, index=["10", "38"])).to_dict()
    {'10': 20.0, '38': nan}
    """
    if (gaps < 0).any(axis=None):
        raise ValueError(f"need: {int((gaps < 0).sum().sum())} gaps are under 0; a standard that is met has gap 0")
    weight = pd.Series(1.0, index=gaps.columns) if weights is None else weights.reindex(gaps.columns).astype(float)
    if not (weight >= 0).all() or not weight.sum() > 0:
        raise ValueError("need: weights must be numbers of 0 or more for every dimension, not all zero")
    there = gaps.notna().mul(weight, axis=1).sum(axis=1)
    enough = (there / weight.sum() >= min_present - 1e-9) & (there > 0)
    return (gaps.mul(weight, axis=1).sum(axis=1) / there.where(there > 0)).where(enough).rename("need")


def priority(need: pd.Series[float], people: pd.Series[float], capacity: pd.Series[float]) -> pd.DataFrame:
    """Three lists side by side: where most people wait, where the gap is deepest, and what no weighing can beat.

    Parameters
    ----------
    need : Series
        Points, see `need`; NaN where not known.
    people : Series
        Residents.
    capacity : Series
        What the local side can do itself, 0..1, see `geo.stats.capacity.capacity`.

    Returns
    -------
    DataFrame, one row per place of ``need``
        ``most_people``: P N (1 + 1 - C), ``most_people_rank``; ``deepest``: N, ``deepest_rank``; ``pareto``: on the
        front of need, people and deficit 1 - C (no other place is at least as high on all three and higher on one).
        Missing where a part is not known. Ties share the better rank.

    Examples
    --------
    >>> codes = ["10", "38"]
    >>> lists = priority(pd.Series([10.0, 40.0], codes), pd.Series([900.0, 100.0], codes), pd.Series([0.5, 0.5], codes))
    >>> lists[["most_people_rank", "deepest_rank"]].values.tolist()
    [[1.0, 2.0], [2.0, 1.0]]
    """
    residents, able = people.reindex(need.index), capacity.reindex(need.index)
    for name, column, top in (("need", need, np.inf), ("people", residents, np.inf), ("capacity", able, 1.0)):
        refuse("priority", name, column, ((column < 0) | (column > top)).to_numpy(), f"lie outside 0..{top:g}")
    crowd = residents * need * (2 - able)
    parts = pd.DataFrame({"need": need, "people": residents, "deficit": 1 - able})
    known = parts.notna().all(axis=1)
    front = pd.Series(pd.NA, index=need.index, dtype="boolean")
    front[known] = pareto_front(parts[known].to_numpy(dtype=float))
    return pd.DataFrame(
        {
            "most_people": crowd,
            "most_people_rank": crowd.rank(method="min", ascending=False),
            "deepest": need,
            "deepest_rank": need.rank(method="min", ascending=False),
            "pareto": front,
        }
    )


def pareto_front(criteria: Floats) -> NDArray[np.bool_]:
    """Which rows no other row beats: none is at least as high everywhere and higher somewhere.

    Parameters
    ----------
    criteria : array, shape (places, criteria)
        More is more urgent, none missing. Rows that are alike stand or fall together.

    Examples
    --------
    >>> pareto_front(np.array([[3.0, 1.0], [1.0, 3.0], [1.0, 1.0]])).tolist()
    [True, True, False]
    """
    if np.isnan(criteria).any():
        raise ValueError(
            f"pareto_front: {int(np.isnan(criteria).any(axis=1).sum())} of {len(criteria)} rows lack a criterion"
        )
    front = np.ones(len(criteria), dtype=bool)
    # From the highest sum down, so that the rows which beat most are met first and the rest shrinks quickly.
    for row in np.argsort(-criteria.sum(axis=1), kind="stable"):
        if front[row]:
            rest = criteria[front]
            beaten = (rest <= criteria[row]).all(axis=1) & (rest < criteria[row]).any(axis=1)
            front[np.flatnonzero(front)[beaten]] = False
    return front


def stable_core(urgency: pd.DataFrame, top: float = 0.2, in_draws: float = 0.9) -> pd.Series[bool]:
    """Places that are among the most urgent fifth in nine draws of ten: the ones to start with, whatever is chosen.

    Parameters
    ----------
    urgency : DataFrame, places x draws
        Any measure of urgency in every draw, more is more urgent, NaN where not known.
    top : float, default 0.2
        Share of the known places that counts as the top.
    in_draws : float, default 0.9

    Returns
    -------
    Series of bool
        False where not known. Places that tie count at the middle of the ranks they share.

    Examples
    --------
    >>> draws = pd.DataFrame([[9, 9], [5, 1], [1, 5], [0, 0], [2, 2]], index=["a", "b", "c", "d", "e"])
    >>> stable_core(draws)[lambda core: core].index.tolist()
    ['a']
    """
    if not 0 < top <= 1 or not 0 < in_draws <= 1:
        raise ValueError(f"stable_core: top ({top:g}) and in_draws ({in_draws:g}) are shares over 0 and up to 1")
    middle = urgency.rank(method="average", ascending=False)
    inside = middle <= top * urgency.notna().sum() + 0.5
    return inside.mean(axis=1).ge(in_draws - 1e-9).rename("core")
