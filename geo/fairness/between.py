"""Between whom: best and worst group, and how much of the divide lies between groups or inside them."""

from __future__ import annotations

import math
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.fairness.field import GROUPINGS, Field, grouping
from geo.stats import equity

# A divide is called "between" or "inside" only where at least this share of it lies there.
CLEAR = 0.5
NAN = float("nan")


class Ends(NamedTuple):
    """The best and the worst group: codes, means, their range and ratio; ``table`` has every group, best first.

    ``ratio`` is NaN where a ratio means nothing (scores, changes) and infinite where one group has nothing. Where
    neither way is better the "best" is the largest.
    """

    by: str
    best: str
    worst: str
    best_mean: float
    worst_mean: float
    gap: float
    ratio: float
    table: pd.DataFrame
    why: str = ""


def group_means(this: Field, by: str) -> pd.DataFrame:
    """Per group: ``mean`` over people (or over places), ``people``, ``places`` and its lowest and highest place."""
    part, groups = this.parts, grouping(this, by)
    held = part.groupby(groups).sum()
    total = (part * this.values).groupby(groups).sum()
    table = pd.DataFrame({"mean": total / held.where(held > 0)})
    table["people"] = this.people.groupby(groups).sum()
    table["places"] = groups.groupby(groups).size()
    table["lowest"] = this.values.groupby(groups).min()
    table["highest"] = this.values.groupby(groups).max()
    return table.dropna(subset=["mean"])


def usual_grouping(this: Field) -> str:
    """The coarsest grouping that tells places of the view apart: regions, or inside one region its provinces."""
    offered = GROUPINGS.get(this.level, ())
    for by in offered:
        if grouping(this, by).nunique() > 1:
            return by
    return offered[0] if offered else ""


def ends(this: Field, by: str = "") -> Ends:
    """The best group against the worst; inside one region of provinces, the best province against the worst."""
    by = by or usual_grouping(this)
    if by and grouping(this, by).nunique() > 1:
        table = group_means(this, by)
    else:
        by = this.level
        table = pd.DataFrame({"mean": this.values, "people": this.people, "places": 1})
        table = table.assign(lowest=this.values, highest=this.values)[(this.parts > 0).to_numpy()]
    if len(table) < 2:
        return Ends(by, "", "", NAN, NAN, NAN, NAN, table, "one_group")
    table = table.sort_values("mean", ascending=this.fit.direction < 0, kind="stable")
    best, worst = table["mean"].iloc[0], table["mean"].iloc[-1]
    high, low = max(best, worst), min(best, worst)
    ratio = float("nan")
    if this.layer.kind not in ("score", "change") and low >= 0 and high > 0:
        ratio = high / low if low > 0 else float("inf")
    return Ends(
        by, str(table.index[0]), str(table.index[-1]), float(best), float(worst), float(high - low), ratio, table
    )


def attributable(this: Field, apart: Ends) -> float:
    """By what part of itself the mean of everybody would get better if every group did as well as the best.

    NaN where neither way is better, where a part of a mean means nothing, and for one group. The population
    attributable fraction of WHO (2013), Handbook on Health Inequality Monitoring, page 64.
    """
    mean = equity.mean_over(this.values, this.weight) if not this.few else float("nan")
    if apart.why or not this.fit.direction or math.isnan(apart.ratio) or not mean > 0:
        return float("nan")
    return abs(apart.best_mean - mean) / mean


class Split(NamedTuple):
    """How much of the divide lies between groups. ``share`` is between 0 and 1; ``chance`` is what places dealt into
    as many groups at random would show; ``theil_share`` is the same by Theil's T where the split is by variance."""

    by: str
    kind: str
    total: float
    between: float
    within: float
    share: float
    chance: float
    theil_share: float
    groups: int
    by_group: pd.DataFrame
    why: str = ""

    @property
    def verdict(self) -> str:
        """ "between", "inside", or "unclear" where there are too few places per group to tell."""
        if self.chance > CLEAR / 2:
            return "unclear"
        return "between" if self.share >= CLEAR else "inside"


def split(this: Field, by: str) -> Split:
    """The divide taken apart by a grouping: Theil's T where values have a natural zero, else the variance."""
    groups = grouping(this, by)

    def without(why: str) -> Split:
        return Split(by, this.fit.split, NAN, NAN, NAN, NAN, NAN, NAN, 0, pd.DataFrame(), why)

    if this.few:
        return without("few")
    living = (this.parts > 0).to_numpy()
    count = int(groups[living].nunique())
    if count < 2:
        return without("one_group")
    values, negative = this.values, bool((this.values < 0).any())
    nothing = values[living].max() == 0
    if this.fit.split == "theil" and (negative or nothing):
        return without("below_zero" if negative else "all_zero")
    if np.ptp(values[living]) == 0:
        return without("all_equal")
    chance = (count - 1) / (int(living.sum()) - 1)
    theil = None
    if "theil_t" in this.fit.offered and not negative and not nothing:
        theil = equity.theil_split(values, this.weight, groups)
    taken = theil if this.fit.split == "theil" and theil else equity.variance_split(values, this.weight, groups)
    theil_share = theil.between / theil.total if theil and theil.total > 0 else float("nan")
    share = taken.between / taken.total if taken.total > 0 else float("nan")
    return Split(
        by, this.fit.split, taken.total, taken.between, taken.within, share, chance, theil_share, count, taken.by_group
    )


def splits(this: Field) -> list[Split]:
    """The divide taken apart by every grouping that the level has."""
    return [split(this, by) for by in GROUPINGS.get(this.level, ())]
