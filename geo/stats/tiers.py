"""Who should act: the unit nearest to people whose capacity covers the task. Advice, never an order."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from geo.stats.aligned import refuse

TIERS = ("none", "local", "local with support", "neighbours", "province", "centre", "no data")


def tier(
    task: pd.Series[float],
    local: pd.Series[float],
    neighbours: pd.Series[float] | None = None,
    province: pd.Series[float] | None = None,
    limiting: pd.Series[str] | None = None,
    small: float = 0.15,
) -> pd.DataFrame:
    """The smallest unit that can carry a task, with support before substitution.

    Parameters
    ----------
    task : Series
        Capacity that the task takes in each place, 0..1; 0 where there is nothing to do, NaN where not known.
    local, neighbours, province : Series
        Capacity, 0..1, of the authority, of it and its neighbours together, of the provincial organisation. NaN, or
        left out: there is no such unit (Bangkok has no provincial organisation) or nothing is known of it, and the
        next larger one is asked. Without a local capacity there is no advice.
    limiting : Series of text, optional
        Resource that holds the local authority back, from `capacity`.
    small : float, default 0.15
        Shortfall up to which the local authority keeps the task and is supported. A choice of this project: show it.

    Returns
    -------
    DataFrame, one row per place of ``task``
        ``tier``: one of `TIERS`. ``support``: the limiting resource where the advice is support, else blank.
        ``shortfall``: task minus local capacity, 0 where it is covered. ``hands_back``: local capacity from which the
        next smaller answer holds: for support the task itself, for larger units the task minus ``small``; else NaN.

    Notes
    -----
    Subsidiarity: a task goes up only if it exceeds the potential of the unit nearest to people, and then to the next
    larger one (King Prajadhipok's Institute, the report behind this atlas, page 86). Standards, links and advice stay
    with the centre in every case.

    Examples
    --------
    >>> codes = ["A", "B", "C", "D"]
    >>> joint = pd.Series([0.5, 0.5, 0.9, 0.5], codes)
    >>> tier(pd.Series([0.3, 0.6, 0.9, 0.9], codes), pd.Series(0.5, codes), joint)["tier"].tolist()
    ['local', 'local with support', 'neighbours', 'centre']
    """
    if not 0 <= small <= 1:
        raise ValueError(f"tier: small must be a share between 0 and 1, not {small:g}")
    places = task.index
    nobody = pd.Series(np.nan, index=places)
    together = nobody if neighbours is None else neighbours.reindex(places)
    provincial = nobody if province is None else province.reindex(places)
    own = local.reindex(places)
    for name, column in (("task", task), ("local", own), ("neighbours", together), ("province", provincial)):
        refuse("tier", name, column, ((column < 0) | (column > 1)).to_numpy(), "lie outside 0..1")
    # Rounding: a shortfall of exactly the threshold is small.
    short = (task - own).clip(lower=0).round(9)
    words = np.select(
        [task.isna() | own.isna(), task == 0, short == 0, short <= small, together >= task, provincial >= task],
        ["no data", "none", "local", "local with support", "neighbours", "province"],
        "centre",
    )
    advice = pd.Series(words, index=places, dtype="str")
    supported = advice == "local with support"
    larger = advice.isin(["neighbours", "province", "centre"])
    kind = pd.Series("", index=places, dtype="str") if limiting is None else limiting.reindex(places).fillna("")
    return pd.DataFrame(
        {
            "tier": advice,
            "support": kind.where(supported, ""),
            "shortfall": short,
            "hands_back": task.where(supported).fillna((task - small).where(larger)),
        }
    )


def tier_flips(
    task: pd.Series[float],
    local: pd.Series[float],
    neighbours: pd.Series[float] | None = None,
    province: pd.Series[float] | None = None,
    small: float = 0.15,
    moved: Sequence[float] = (0.05, 0.10, 0.20, 0.25),
) -> pd.Series[int]:
    """How many areas would be advised otherwise if the threshold were moved: how much hangs on a choice.

    Returns
    -------
    Series
        Number of places whose tier changes, by the moved threshold.

    Examples
    --------
    >>> tier_flips(pd.Series([0.6, 0.9]), pd.Series([0.5, 0.5]), moved=[0.05, 0.2]).to_dict()
    {0.05: 1, 0.2: 0}
    """
    here = tier(task, local, neighbours, province, small=small)["tier"]
    there = [tier(task, local, neighbours, province, small=other)["tier"] for other in moved]
    counts = [int((advice != here).sum()) for advice in there]
    return pd.Series(counts, index=pd.Index(moved, name="small"), name="flips", dtype="int64")
