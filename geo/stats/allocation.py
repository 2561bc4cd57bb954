"""Sharing out a budget between places below a standard, under rules that can be argued about."""

from __future__ import annotations

from math import fsum

import numpy as np
import pandas as pd
from numpy.typing import ArrayLike

from geo.stats.aligned import Floats, column, refuse, same_places

RULES = ("lowest_first", "proportional", "largest_first", "nearest_first", "equal_per_head")


def allocate(
    gap: ArrayLike, people: ArrayLike, budget: float, unit_cost: ArrayLike = 1.0, rule: str = "lowest_first"
) -> pd.DataFrame:
    """What each place receives from a budget, and how far below the standard it is left.

    Parameters
    ----------
    gap : array or Series, shape (n,)
        Points below the standard, 0 where it is met.
    people : array or Series, shape (n,)
        Residents. A place without residents receives nothing and keeps its gap: there is nothing to buy.
    budget : float
        In the money of ``unit_cost``; 0 or more.
    unit_cost : float, or array of shape (n,), default 1
        Price of one point for one resident, over 0.
    rule : str, default "lowest_first"
        ``lowest_first``: the furthest below are lifted first, together, to one common level. ``proportional``: money
        in proportion to residents times gap. ``largest_first``: the largest job (residents times gap) is finished
        first, then the next. ``nearest_first``: the smallest gap first. ``equal_per_head``: the same money per
        resident in every place below. Money that a place cannot use goes on to the others.

    Returns
    -------
    DataFrame[spend, gap_after], one row per place
        On the index of ``gap`` if it has one.

    Notes
    -----
    What holds for every rule: spends no more than the budget; nobody falls; nobody passes the standard; the order of
    rows does not matter, because places that tie are served alike; the same answer every time. Under
    ``lowest_first`` more money leaves no place worse off. Refused with a sentence: missing or negative numbers,
    columns that do not stand beside each other, a cost of 0, an unknown rule.
    ``nearest_first`` lifts most places over the line for the money and leaves the worst where they are.

    Examples
    --------
    >>> allocate([30, 10, 0], [100, 100, 100], budget=2000).to_dict("list")
    {'spend': [2000.0, 0.0, 0.0], 'gap_after': [10.0, 10.0, 0.0]}
    """
    if rule not in RULES:
        raise ValueError(f"allocate: rule {rule!r} is not one of {', '.join(RULES)}")
    single = np.ndim(unit_cost) == 0
    same_places("allocate", gap=gap, people=people, unit_cost=None if single else unit_cost)
    gaps, residents = column("allocate", "gap", gap), column("allocate", "people", people)
    prices = column("allocate", "unit_cost", np.full(len(gaps), unit_cost) if single else unit_cost)
    refuse("allocate", "unit_cost", unit_cost, prices == 0, "are 0; closing a gap must cost something")
    if not (np.isfinite(budget) and budget >= 0):
        raise ValueError(f"allocate: the budget must be a number of 0 or more, not {budget}")

    point = prices * residents
    full = point * gaps
    spend = _spend(rule, gaps, residents, point, full, float(budget))
    after = np.where(spend >= full, 0.0, gaps - spend / np.where(point > 0, point, 1))
    after = np.where(point > 0, np.clip(after, 0, gaps), gaps)
    known = [given.index for given in (gap, people) if isinstance(given, pd.Series)]
    return pd.DataFrame({"spend": spend, "gap_after": after}, index=known[0] if known else None)


def _spend(rule: str, gaps: Floats, residents: Floats, point: Floats, full: Floats, budget: float) -> Floats:
    if fsum(full) <= budget:
        return full.copy()
    if budget == 0:
        return np.zeros_like(full)
    if rule == "lowest_first":
        spend = point * np.maximum(gaps - _water_level(gaps, point, budget), 0)
    elif rule == "proportional":
        spend = _in_step(full, residents * gaps, budget)
    elif rule == "equal_per_head":
        spend = _in_step(full, residents, budget)
    else:
        spend = _in_turn(full, -residents * gaps if rule == "largest_first" else gaps, budget)
    spend = np.minimum(spend, full)
    # Rounding must not spend a fraction of a satang too much: taken off the places that are not finished.
    excess, partly = fsum(spend) - budget, (spend > 0) & (spend < full)
    if excess > 0 and partly.any():
        spend = np.where(partly, spend * max(0.0, 1 - 1.000001 * excess / spend[partly].sum()), spend)
    return spend


def _water_level(gaps: Floats, point: Floats, budget: float) -> float:
    """Gap to which all deeper gaps are reduced when the budget is gone."""
    order = np.argsort(-gaps, kind="stable")
    depth, cost = gaps[order], point[order]
    cost_so_far, filled = np.cumsum(cost), np.cumsum(cost * depth)
    down_to_next = filled - cost_so_far * np.append(depth[1:], 0)
    last = int(np.argmax(down_to_next >= budget)) if (down_to_next >= budget).any() else len(depth) - 1
    return max(0.0, float((filled[last] - budget) / cost_so_far[last]))


def _in_step(full: Floats, rate: Floats, budget: float) -> Floats:
    """Every place receives at its rate until it is finished: spend = min(full, rate t), all of the budget used."""
    use = full > 0
    ends = np.where(use, full / np.where(use, rate, 1), 0)
    order = np.argsort(ends, kind="stable")
    finished = np.concatenate(([0], np.cumsum(full[order])[:-1]))
    running = np.cumsum(np.where(use, rate, 0)[order][::-1])[::-1]
    reached = finished + running * ends[order] >= budget
    first = int(np.argmax(reached)) if reached.any() else len(full) - 1
    time = (budget - finished[first]) / running[first]
    return np.where(ends <= time, full, np.where(use, rate, 0) * time)


def _in_turn(full: Floats, turn: Floats, budget: float) -> Floats:
    """Places are finished one after the other; those whose turn it is at once share what is left alike."""
    _, group = np.unique(turn, return_inverse=True)
    cost = np.bincount(group, weights=full)
    before = np.concatenate(([0], np.cumsum(cost)[:-1]))
    share = np.clip((budget - before) / np.where(cost > 0, cost, 1), 0, 1)
    return full * share[group]
