"""What a budget would change: shared out by a rule, before and after, and the same for every other budget."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.stats.decide import RULES, allocate, effect, frontier

MILLION = 1e6


class Simulated(NamedTuple):
    """A budget shared out.

    ``before`` and ``after``: the measures of `geo.stats.decide.effect`; ``table``: one row per area that took part,
    with ``score``, ``gap``, ``people``, ``spend`` (baht), ``gap_after``, ``lifted``; ``left_out``: areas without a
    score or
    people, ``left_out_people``: who live there; ``full_cost``: baht that would close every gap; ``spent``; ``funded``:
    areas that receive something, ``funded_people``.
    """

    before: dict[str, float]
    after: dict[str, float]
    table: pd.DataFrame
    left_out: list[str]
    left_out_people: float
    full_cost: float
    spent: float
    funded: int
    funded_people: float


def fault(budget: float, unit_cost: float) -> str:
    """Which number of the simulator cannot be worked with: ``budget``, ``unit_cost``, or blank.

    Examples
    --------
    >>> fault(0, 100), fault(-1, 100), fault(500, 0), fault(500, float("nan"))
    ('', 'budget', 'unit_cost', 'unit_cost')
    """
    if not (math.isfinite(budget) and budget >= 0):
        return "budget"
    return "" if math.isfinite(unit_cost) and unit_cost > 0 else "unit_cost"


def simulate(
    scores: pd.Series,
    people: pd.Series,
    groups: pd.Series | None,
    standard: float,
    budget: float,
    unit_cost: float,
    rule: str = "lowest_first",
) -> Simulated | None:
    """Share a budget out between the areas below the standard.

    Parameters
    ----------
    scores, people, groups : Series by code
        NaN scores or people are left out, and counted. Without groups there is no ``group_gap``.
    standard : float
    budget : float
        Million baht, 0 or more.
    unit_cost : float
        Baht that lift one person's area by one point, over 0.
    rule : str
        One of `geo.stats.decide.RULES`.

    Returns
    -------
    Simulated, or None
        None where no area has both a score and people.

    Examples
    --------
    >>> scores, people = pd.Series({"a": 20.0, "b": 60.0}), pd.Series({"a": 1000.0, "b": 1000.0})
    >>> one = simulate(scores, people, pd.Series({"a": "n", "b": "s"}), 50, budget=1, unit_cost=100)
    >>> float(one.table.at["a", "gap_after"]), one.spent, one.full_cost
    (20.0, 1000000.0, 3000000.0)
    """
    known = scores.notna() & (people.reindex(scores.index) > 0)
    values, residents = scores[known], people.reindex(scores.index)[known].astype(float)
    if not len(values):
        return None
    gap = (standard - values).clip(lower=0)
    given = allocate(gap, residents, budget * MILLION, unit_cost, rule)
    regions = None if groups is None else groups.reindex(values.index)
    funded = given["spend"] > 0
    table = pd.DataFrame(
        {
            "score": values,
            "people": residents,
            "gap": gap,
            "spend": given["spend"],
            "gap_after": given["gap_after"],
            "lifted": (gap > 0) & (given["gap_after"] == 0),
        }
    )
    missing = list(scores.index[~known])
    return Simulated(
        before=effect(values, residents, standard, groups=regions),
        after=effect(values, residents, standard, given["gap_after"].to_numpy(), regions),
        table=table,
        left_out=missing,
        left_out_people=float(people.reindex(missing).sum()),
        full_cost=float((gap * residents * unit_cost).sum()),
        spent=float(given["spend"].sum()),
        funded=int(funded.sum()),
        funded_people=float(residents[funded].sum()),
    )


def over_budgets(
    done: Simulated, standard: float, unit_cost: float, groups: pd.Series | None = None, steps: int = 12
) -> pd.DataFrame:
    """What every further baht would change, rule by rule: from nothing to all gaps closed.

    Returns
    -------
    DataFrame indexed by rule and budget (baht), as `geo.stats.decide.frontier`
    """
    budgets = np.linspace(0, done.full_cost, steps)
    table = done.table
    regions = None if groups is None else groups.reindex(table.index)
    return frontier(table["score"], table["people"], standard, budgets, unit_cost, RULES, regions)
