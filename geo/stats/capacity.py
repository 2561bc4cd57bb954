"""What the local side can do itself, what holds it back, and what kind of support would fit."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

RESOURCES = ("money", "technology", "skills")


def capacity(resources: pd.DataFrame, kind: pd.Series[str], fewest: int = 5) -> pd.DataFrame:
    """What an authority can do by itself, against others of its type, and which resource holds it back.

    Parameters
    ----------
    resources : DataFrame, places x (money, technology, skills)
        Any units, more is more, NaN where not known.
    kind : Series of text
        Type of authority; only the same type is compared.
    fewest : int, default 5
        A type with fewer known values of a resource is not compared: Bangkok and Pattaya have no peers.

    Returns
    -------
    DataFrame
        ``money``, ``technology``, ``skills``: percentile inside the type, 0..1, the middle of the place's own step
        ((rank - 1/2) / n, ties at their mean), so that nobody is exactly 0. ``capacity``: (F T H)^(1/3), NaN unless
        all three are known. ``limiting``: the lowest of the three, joined with "+" where several are, blank where
        capacity is not known.

    Notes
    -----
    A percentile says where an authority stands among its type, not whether that is enough for a task.

    Examples
    --------
    >>> have = pd.DataFrame({"money": [1, 2], "technology": [1, 2], "skills": [2, 1]}, index=["A", "B"])
    >>> capacity(have, pd.Series("town", have.index), fewest=2)["limiting"].to_dict()
    {'A': 'money+technology', 'B': 'skills'}
    """
    absent = [name for name in RESOURCES if name not in resources.columns]
    if absent:
        raise ValueError(f"capacity: {len(absent)} of 3 resources have no column; first is {absent[0]!r}")
    types = kind.reindex(resources.index)
    if types.isna().any():
        raise ValueError(f"capacity: {types.isna().sum()} of {len(types)} places have no type; first is "
                         f"{types.isna().idxmax()!r}")  # fmt: skip
    values = resources[list(RESOURCES)].astype(float)
    by_type = values.groupby(types)
    known = by_type.transform("count")
    percentile = ((by_type.rank(method="average") - 0.5) / known).where(known >= fewest)
    full = percentile.notna().all(axis=1)
    frame = percentile.copy()
    frame["capacity"] = np.cbrt(percentile.prod(axis=1)).where(full)
    lowest = percentile.eq(percentile.min(axis=1), axis=0)
    names = ["+".join(name for name in RESOURCES if row[name]) for row in lowest.to_dict("records")]
    frame["limiting"] = pd.Series(names, index=frame.index, dtype="str").where(full, "")
    return frame


def rank_order_weights(order: Sequence[int]) -> list[float]:
    """Weights that follow from an order alone: 1 first, 2 second; equal numbers tie and share their weight.

    Parameters
    ----------
    order : sequence of int
        Place of each item, 1 is most important.

    Notes
    -----
    Rank-order centroid, w_k = (1/n) sum_{i >= k} 1/i. Source: Barron and Barrett (1996), Management Science 42(11).
    They are what an order implies on average, and never percentages that anybody stated.

    Examples
    --------
    >>> [round(weight, 3) for weight in rank_order_weights([1, 2, 3])]
    [0.611, 0.278, 0.111]
    >>> [round(weight, 3) for weight in rank_order_weights([1, 2, 2])]
    [0.611, 0.194, 0.194]
    """
    count = len(order)
    if not count:
        raise ValueError("rank_order_weights: nothing is ordered")
    centroid = [sum(1 / i for i in range(k, count + 1)) / count for k in range(1, count + 1)]
    places = sorted(order)
    shared = {place: [centroid[i] for i in range(count) if places[i] == place] for place in set(order)}
    return [sum(shared[place]) / len(shared[place]) for place in order]


def support_mix(percentiles: pd.DataFrame, asked: Sequence[int] = (1, 2, 3)) -> pd.DataFrame:
    """What an area lacks beside what authorities asked for: money, technology, skills.

    Parameters
    ----------
    percentiles : DataFrame, places x (money, technology, skills)
        0..1, as `capacity` gives them.
    asked : sequence of int, default (1, 2, 3)
        Order in which surveyed authorities named money, technology and skills; (1, 2, 2) if the last two tie.

    Returns
    -------
    DataFrame, places x two-storey columns
        ("lacks", resource): its deficit 1 - percentile as a share of its three deficits, NaN unless all are known and
        one is over 0. ("asked", resource): the weight the survey's order implies, the same in every place. The two
        stand side by side and are never averaged.

    Examples
    --------
    >>> mix = support_mix(pd.DataFrame({"money": [0.2], "technology": [0.6], "skills": [0.2]}, index=["A"]))
    >>> mix["lacks"].round(2).loc["A"].to_dict()
    {'money': 0.4, 'technology': 0.2, 'skills': 0.4}
    """
    have = percentiles[list(RESOURCES)]
    if ((have < 0) | (have > 1)).any(axis=None):
        raise ValueError(f"support_mix: {int(((have < 0) | (have > 1)).sum().sum())} percentiles lie outside 0..1")
    if len(asked) != len(RESOURCES):
        raise ValueError(f"support_mix: asked orders {len(asked)} resources, it must order 3")
    deficit = 1 - have
    whole = deficit.sum(axis=1, skipna=False)
    lacks = deficit.div(whole.where(whole > 0), axis=0)
    weights = dict(zip(RESOURCES, rank_order_weights(asked), strict=True))
    wanted = pd.DataFrame({name: weights[name] for name in RESOURCES}, index=have.index)
    return pd.concat({"lacks": lacks, "asked": wanted}, axis=1)
