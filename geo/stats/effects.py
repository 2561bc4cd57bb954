"""What a budget would change: the measures to read together before and after, and the same for every budget."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from geo.stats.aligned import column, same_places
from geo.stats.allocation import allocate
from geo.stats.equity import fgt, gini


def effect(
    values: ArrayLike,
    people: ArrayLike,
    standard: float,
    gap_after: ArrayLike | None = None,
    groups: ArrayLike | None = None,
) -> dict[str, float]:
    """How a country stands against a standard, in the measures that should be read together.

    Parameters
    ----------
    values, people : array or Series, shape (n,)
        Score of each place, and residents.
    standard : float
        What every place should reach, over 0.
    gap_after : array, optional
        Gaps left by `allocate`; without it, the state before.
    groups : array of text, optional
        Region of each place; adds ``group_gap``.

    Returns
    -------
    dict
        ``places_below``, ``people_below``, ``p0`` (share of people below), ``p1`` (how far), ``p2`` (how badly),
        ``lowest`` (the lowest place with residents), ``gini`` (between people; NaN if all have nothing),
        ``group_gap`` (best minus worst region, means weighted by people). The number lifted over the line alone can
        be raised by leaving the worst alone: never show it alone.

    Notes
    -----
    P_k = sum p (gap / S)^k. Source: Foster, Greer and Thorbecke (1984), Econometrica 52(3).

    Examples
    --------
    >>> effect([25, 100], [100, 300], standard=50)["p1"]
    0.125
    """
    same_places("effect", values=values, people=people, gap_after=gap_after)
    if not (np.isfinite(standard) and standard > 0):
        raise ValueError(f"effect: the standard must be a number over 0, not {standard}")
    score, residents = column("effect", "values", values), column("effect", "people", people)
    if not residents.sum() > 0:
        raise ValueError(f"effect: nobody lives in the {len(residents)} places")
    gap = np.maximum(standard - score, 0) if gap_after is None else column("effect", "gap_after", gap_after)
    now, part = np.where(score < standard, standard - gap, score), residents / residents.sum()
    found = {
        "places_below": float((gap > 0).sum()),
        "people_below": float(residents[gap > 0].sum()),
        **{f"p{power}": fgt(now, residents, standard=standard, power=power) for power in (0, 1, 2)},
        "lowest": float(now[residents > 0].min()),
        "gini": gini(now, residents) if now[residents > 0].any() else float("nan"),
    }
    if groups is not None:
        sums = pd.DataFrame({"group": np.asarray(groups), "held": part * now, "part": part}).groupby("group").sum()
        means = (sums["held"] / sums["part"])[sums["part"] > 0]
        found["group_gap"] = float(means.max() - means.min())
    return found


def frontier(
    values: ArrayLike,
    people: ArrayLike,
    standard: float,
    budgets: Iterable[float],
    unit_cost: ArrayLike = 1.0,
    rules: Iterable[str] = ("lowest_first",),
    groups: ArrayLike | None = None,
) -> pd.DataFrame:
    """What every further baht would change, rule by rule.

    Returns
    -------
    DataFrame, indexed by rule and budget
        ``spend``, ``places_funded``, ``people_funded``, ``places_lifted`` (to the standard), and the measures of
        `effect`, each as it stands after the money.

    Examples
    --------
    >>> frontier([20, 40, 90], [10, 10, 10], 50, budgets=[0, 100, 400])["lowest"].tolist()
    [20.0, 30.0, 50.0]
    """
    same_places("frontier", values=values, people=people)
    score, residents = column("frontier", "values", values), column("frontier", "people", people)
    gap = np.maximum(standard - score, 0)
    costs = [float(budget) for budget in budgets]
    rows = {}
    for rule in rules:
        for budget in costs:
            given = allocate(gap, residents, budget, unit_cost, rule)
            funded = (given["spend"] > 0).to_numpy()
            rows[rule, budget] = {
                "spend": given["spend"].sum(),
                "places_funded": funded.sum(),
                "people_funded": residents[funded].sum(),
                "places_lifted": ((gap > 0) & (given["gap_after"] == 0).to_numpy()).sum(),
                **effect(score, residents, standard, given["gap_after"].to_numpy(), groups),
            }
    frame = pd.DataFrame.from_dict(rows, orient="index")
    return frame.rename_axis(index=["rule", "budget"])
