"""Who has more or less than a fair share of what is counted: schools, stations, certified cities, budget."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.fairness.between import usual_grouping
from geo.fairness.field import Field, grouping
from geo.layer import Ratio
from geo.stats import equity

LOTS = 200


class FairShare(NamedTuple):
    """Percentage points above or below a fair share, by place (``places``) and by group (``groups``).

    Both tables, lowest first: ``resource`` (how much of what is counted), ``people``, ``resource_share`` and
    ``people_share`` (percent) and ``points``. ``moved`` is the part of everything that would have to move; ``half`` the
    share of people who live where half of it stands, the best-served places first.
    """

    by: str
    places: pd.DataFrame
    groups: pd.DataFrame
    total: float
    moved: float
    half: float
    why: str = ""


def resource(this: Field) -> pd.Series | None:
    """How much of what is counted each place has: the count, or a rate times what it was divided by."""
    if this.fit.counted:
        return this.shown
    measure = this.layer.measure
    if isinstance(measure, Ratio) and this.layer.kind == "per_head":
        return this.shown * this.measured.base.reindex(this.shown.index) / measure.scale
    return None


def fair_share(this: Field) -> FairShare:
    """The share of everything counted that each place has, less its share of the people."""
    empty = pd.DataFrame(columns=["resource", "people", "resource_share", "people_share", "points"], dtype=float)

    def without(why: str) -> FairShare:
        return FairShare("", empty, empty, float("nan"), float("nan"), float("nan"), why)

    if "disparity" in this.fit.why_not:
        return without(this.fit.why_not["disparity"])
    held = resource(this)
    if held is None:
        return without("not_counted")
    if len(held) < 2:
        return without("few")
    if not held.max() > 0:
        return without("all_zero")
    if not this.people.max() > 0:
        return without("nobody_anywhere")
    by = usual_grouping(this)
    codes = grouping(this, by) if by else pd.Series(this.level, index=held.index)
    every = _table(held, this.people)
    groups = _table(held.groupby(codes).sum(), this.people.groupby(codes).sum())
    living = (this.people > 0).to_numpy()
    rate = (held / this.people.where(this.people > 0)).to_numpy()
    order = pd.Series(rate, index=held.index)[living].sort_values(ascending=False, kind="stable").index
    running = (held[order].cumsum() / held.sum()).to_numpy()
    before = int((running < 0.5).sum())
    half = float(this.people[order[: before + 1]].sum() / this.people.sum())
    moved = float(every["points"].clip(lower=0).sum() / 100)
    return FairShare(by, every, groups, float(held.sum()), moved, half)


class ByLot(NamedTuple):
    """The Gini that would show if things fell on people by lot: its mean, and the range of 95 of 100 draws."""

    mean: float
    low: float
    high: float


@lru_cache(maxsize=64)
def by_lot(this: Field) -> ByLot | None:
    """How uneven few things look by chance alone; None for what is not counted in whole things.

    Notes
    -----
    As many things as there are, dealt out 200 times with every person as likely as any other (multinomial, seeded).
    """
    total = float(this.shown.sum())
    whole = this.layer.kind == "count" and not (this.shown % 1).any()
    if not whole or this.few or total < 1 or not this.between_people:
        return None
    share = (this.people / this.people.sum()).to_numpy()
    people = this.people.to_numpy()
    dealt = np.random.default_rng(0).multinomial(int(total), share, size=LOTS)
    found = [equity.gini(counts / np.where(people > 0, people, 1), people) for counts in dealt]
    low, high = np.percentile(found, [2.5, 97.5])
    return ByLot(float(np.mean(found)), float(low), float(high))


def _table(held: pd.Series, people: pd.Series) -> pd.DataFrame:
    points = equity.disparity(held, people)
    table = pd.DataFrame({"resource": held, "people": people})
    table["resource_share"] = 100 * held / held.sum()
    table["people_share"] = 100 * people / people.sum()
    table["points"] = points
    return table.sort_values("points", kind="stable")
