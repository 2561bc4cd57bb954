"""Every measure of a field that fits it, each with its number or the reason why there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.fairness.field import Field, Rank
from geo.fairness.fits import MEASURES, RANKED
from geo.stats import equity

SHARE = 0.2
# The measures that stand for a layer when one number has to: the first that fits.
LEADING = ("gini", "tail_ratio", "tail_gap")


class Answer(NamedTuple):
    """A number, or the key of the reason (why_not.*) why there is none; both where the number is without end."""

    value: float
    why: str = ""

    @property
    def known(self) -> bool:
        """Whether there is a finite number."""
        return bool(np.isfinite(self.value))


def _none(why: str) -> Answer:
    return Answer(float("nan"), why)


PLAIN: dict[str, Callable[[pd.Series, pd.Series | None], float]] = {
    "tail_ratio": equity.tail_ratio,
    "palma": equity.palma,
    "gini": equity.gini,
    "hoover": equity.hoover,
    "theil_t": equity.theil_t,
    "theil_l": equity.theil_l,
    "atkinson": equity.atkinson,
}


def tails(this: Field) -> tuple[float, float] | None:
    """What the fifth with least and the fifth with most have, in the unit compared; None for too few places."""
    return None if this.few else equity.tail_means(this.values, this.weight, SHARE)


def answer(this: Field, measure: str, rank: Rank | None = None) -> Answer:
    """One measure of a field.

    Parameters
    ----------
    this : Field
    measure : str
        One of ``MEASURES`` without "gap" and "disparity", which have more to tell than one number.
    rank : Rank, optional
        What places are ranked by, for the measures that need it.
    """
    if measure in this.fit.why_not:
        return _none(this.fit.why_not[measure])
    return measured_by(measure, this, this.values, rank)


def measured_by(measure: str, this: Field, values: pd.Series, rank: Rank | None) -> Answer:
    """A measure over other values on the places of a field: its own, or drawn within their ranges."""
    if this.few:
        return _none("few")
    if measure in RANKED:
        return _ranked(measure, this, values, rank)
    weight = this.weight
    if measure == "tail_gap":
        low, high = equity.tail_means(values, weight, SHARE)
        return Answer(high - low)
    living = values[(this.parts > 0).to_numpy()]
    if (values < 0).any():
        return _none("below_zero")
    if living.max() == 0:
        return _none("all_zero")
    if measure in ("theil_l", "atkinson") and living.min() == 0:
        return _none("zeros")
    value = PLAIN[measure](values, weight)
    return Answer(value, "" if np.isfinite(value) else "bottom_none")


def _ranked(measure: str, this: Field, values: pd.Series, rank: Rank | None) -> Answer:
    if rank is None:
        return _none("no_income")
    known = rank.values.notna().to_numpy() & (this.parts > 0).to_numpy()
    numbers, by = values[known], rank.values[known]
    weight = None if this.weight is None else this.weight[known]
    if len(numbers) < 3:
        return _none("few")
    if by.nunique() < 2:
        return _none("one_rank")
    if measure in ("slope", "relative_slope") and by.nunique() < 3:
        # A line through two groups runs on to ends where nobody stands: it tells twice what lies between them.
        return _none("two_ranks")
    if measure == "erreygers":
        low, high = this.layer.valid
        return Answer(equity.erreygers(numbers, by, weight, low, high))
    if measure == "slope":
        return Answer(equity.slope_index(numbers, by, weight))
    if (numbers < 0).any():
        return _none("below_zero")
    if numbers.max() == 0:
        return _none("all_zero")
    if measure == "concentration":
        return Answer(equity.concentration_index(numbers, by, weight))
    return Answer(equity.slope_index(numbers, by, weight) / equity.mean_over(numbers, weight))


def answers(this: Field, rank: Rank | None = None) -> dict[str, Answer]:
    """Every measure that is one number, in the order of ``MEASURES``: numbers, and reasons where there is none."""
    return {measure: answer(this, measure, rank) for measure in MEASURES if measure not in ("gap", "disparity")}


def leading(this: Field) -> str:
    """The measure that stands for a layer when one number has to: a Gini never for percentages or scores."""
    return next(measure for measure in LEADING if measure in this.fit.offered)
