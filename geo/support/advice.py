"""Who should act: subsidiarity with its numbers, support before substitution, and what hands the task back."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.stats.decide import tier, tier_flips

BANGKOK, PATTAYA_DISTRICT, PATTAYA_PROVINCE = "10", "2004", "20"


class Advice(NamedTuple):
    """One row per area: ``tier``, ``support``, ``shortfall``, ``hands_back``, and what they rest on: ``task``,
    ``local``, ``neighbours``, ``province``, ``limiting``, ``judged`` (the capacity is the reader's own estimate),
    ``special`` (bangkok, pattaya or blank)."""

    table: pd.DataFrame


def tasks(gap: pd.Series, standard: float, factor: float = 1.0) -> pd.Series:
    """Capacity that closing a gap takes: the share of the standard that is missing, times a factor, at most 1.

    A proposal of this project: what a task takes is nowhere measured. A deeper gap takes more.

    Examples
    --------
    >>> tasks(pd.Series([0.0, 10.0, 45.0]), 50, factor=2).tolist()
    [0.0, 0.4, 1.0]
    """
    return (factor * gap / standard).clip(upper=1.0)


def advise(
    task: pd.Series,
    local: pd.Series,
    together: pd.Series,
    province: pd.Series,
    limiting: pd.Series,
    small: float = 0.15,
    judged: dict[str, float] | None = None,
) -> Advice:
    """The smallest unit that can carry the task in each area, with the numbers it rests on.

    Parameters
    ----------
    task, local, together, province : Series
        0..1, NaN where not known; see `geo.stats.decide.tier`.
    limiting : Series of text
    small : float
        Shortfall up to which the local side keeps the task and is supported.
    judged : dict of code -> capacity, optional
        The reader's own estimate of the local side's capacity. It stands only where it is given, and is marked.
    """
    own = local.copy().astype(float)
    kind = limiting.reindex(task.index).fillna("")
    stated = pd.Series(False, index=task.index)
    for code, value in (judged or {}).items():
        if code in own.index:
            own[code], stated[code], kind[code] = value, True, ""
    found = tier(task, own, together, province, kind, small)
    # Where nothing is missing there is nothing to do, whatever is known of who could do it.
    found.loc[task.eq(0) & own.isna(), "tier"] = "none"
    codes = task.index.to_series()
    special = np.select(
        [
            (codes == BANGKOK) | (codes.str.startswith(BANGKOK) & (codes.str.len() == 4)),
            codes.isin([PATTAYA_DISTRICT, PATTAYA_PROVINCE]),
        ],
        ["bangkok", "pattaya"],
        "",
    )
    return Advice(
        found.assign(
            task=task,
            local=own,
            neighbours=together.reindex(task.index),
            province=province.reindex(task.index),
            limiting=kind,
            judged=stated,
            special=pd.Series(special, index=task.index, dtype="str"),
        )
    )


def flips(advice: Advice, small: float, moved: tuple[float, ...] = (0.05, 0.10, 0.15, 0.20, 0.25, 0.30)) -> pd.Series:
    """How many areas would be advised otherwise if the threshold of a small shortfall were another one."""
    table = advice.table
    return tier_flips(table["task"], table["local"], table["neighbours"], table["province"], small, moved)


def task_flips(
    advice: Advice,
    gap: pd.Series,
    standard: float,
    small: float,
    moved: tuple[float, ...] = (0.5, 0.75, 1.0, 1.25, 1.5, 2.0),
) -> pd.Series:
    """How many areas would be advised otherwise if a gap took more or less capacity than it is said to."""
    table = advice.table
    counts = {}
    for factor in moved:
        task = tasks(gap.reindex(table.index), standard, factor)
        other = tier(task, table["local"], table["neighbours"], table["province"], small=small)["tier"]
        # As in `advise`: without a task there is nothing to do, whatever is known of who could do it.
        other = other.mask(task.eq(0), "none")
        counts[factor] = int((other != table["tier"]).sum())
    return pd.Series(counts, name="flips", dtype="int64")
