"""Where first: three lists side by side, and the areas that stand on top whatever could as well have been chosen."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.stats.decide import priority, stable_core


class Lists(NamedTuple):
    """``table``: as `geo.stats.decide.priority`, one row per area of the whole level, with ``most_people_low`` and
    ``_high``, ``deepest_low`` and ``_high``: 5 to 95 % of its ranks over the draws. ``core``: the areas in the top
    share of each list in nearly every draw, columns ``most_people`` and ``deepest``. ``crowd``: the formula that was
    used.
    ``draws``: how many draws stand behind it."""

    table: pd.DataFrame
    core: pd.DataFrame
    crowd: str
    draws: int


def needs_in_draws(
    draws: Mapping[str, pd.DataFrame], standards: pd.Series, weights: pd.Series, count: int = 300, seed: int = 0
) -> pd.DataFrame:
    """The need of every area in every draw: other weights, other scores that could as well have come out.

    Parameters
    ----------
    draws : mapping of dimension -> DataFrame, areas x draws
        Scores of the dimension on the scale of the standards.
    standards, weights : Series per dimension
    count, seed : int
        Draws of need; each takes one draw of every dimension in turn, and weights times U(.75, 1.25). A dimension
        without a score in a draw takes no part in it.

    Examples
    --------
    >>> one = {"net": pd.DataFrame([[40.0, 20.0]], index=["38"])}
    >>> needs_in_draws(one, pd.Series({"net": 50.0}), pd.Series({"net": 1.0}), count=2).loc["38"].tolist()
    [10.0, 30.0]
    """
    names = list(draws)
    rng = np.random.default_rng(seed)
    factors = rng.uniform(0.75, 1.25, size=(count, len(names)))
    index = draws[names[0]].index if names else pd.Index([], dtype="str")
    total = np.zeros((len(index), count))
    weight = np.zeros_like(total)
    for column, name in enumerate(names):
        frame = draws[name].reindex(index)
        gap = np.maximum(float(standards[name]) - frame.to_numpy(float)[:, np.arange(count) % frame.shape[1]], 0)
        factor = np.where(np.isnan(gap), 0.0, float(weights[name]) * factors[:, column])
        total += np.nan_to_num(gap) * factor
        weight += factor
    return pd.DataFrame(np.divide(total, weight, out=np.full_like(total, np.nan), where=weight > 0), index=index)


def lists(
    needs: pd.Series,
    people: pd.Series,
    capacity: pd.Series,
    in_draws: pd.DataFrame,
    crowd: str = "people_need",
    top: float = 20,
    sure: float = 90,
    seed: int = 0,
) -> Lists:
    """Most people, deepest gap and Pareto front, side by side, with their stable core.

    Parameters
    ----------
    needs, people, capacity : Series
        NaN where not known.
    in_draws : DataFrame, areas x draws
        Needs, from `needs_in_draws`.
    crowd : str
        ``people_need``: people times need, and a front of these two. ``people_need_capacity``: P N (2 - C), and a front
        of need, people and 1 - C; areas whose capacity is not known are then in neither. Where it is known of no area
        at all, people times need is used, and ``crowd`` of the answer says so.
    top, sure : float, per cent
        The share of areas that counts as the top, and of draws in which a place must be there.

    Notes
    -----
    In the draws an area without a known capacity takes any between 0 and 1: what is not known stays open.
    """
    with_capacity = crowd == "people_need_capacity" and bool(capacity.reindex(needs.index).notna().any())
    # A capacity of 1 for all leaves people times need, and a front of the two.
    able = capacity.reindex(needs.index) if with_capacity else pd.Series(1.0, index=needs.index)
    known_people = people.reindex(needs.index)
    table = priority(needs, known_people, able)
    # The front of those who need something: a large area that meets the standard waits for nothing.
    front = priority(needs.where(needs > 0), known_people, able)["pareto"]
    table["pareto"] = front.mask(needs.eq(0) & table["pareto"].notna(), False)
    weigh = known_people.to_numpy(float)[:, None] * in_draws.reindex(needs.index).to_numpy(float)
    if with_capacity:
        guess = np.random.default_rng(seed).uniform(0, 1, size=weigh.shape)
        own = able.to_numpy(float)[:, None]
        weigh = weigh * (2 - np.where(np.isnan(own), guess, own))
    drawn = {"most_people": weigh, "deepest": in_draws.reindex(needs.index).to_numpy(float)}
    core = {}
    for name, values in drawn.items():
        # Rounded, so that areas without any gap tie whatever the last bit says.
        urgency = pd.DataFrame(values.round(9), index=needs.index).where(table[name].notna(), np.nan)
        core[name] = stable_core(urgency, top / 100, sure / 100) & needs.gt(0)
        table[f"{name}_low"], table[f"{name}_high"] = _rank_range(urgency)
    used = "people_need_capacity" if with_capacity else "people_need"
    return Lists(table, pd.DataFrame(core), used, in_draws.shape[1])


def _rank_range(urgency: pd.DataFrame) -> tuple[pd.Series, pd.Series]:
    """5 and 95 % of the ranks of each area over the draws, 1 is most urgent; NaN where it has none."""
    ranks = urgency.rank(method="min", ascending=False)
    return ranks.quantile(0.05, axis=1).round(), ranks.quantile(0.95, axis=1).round()
