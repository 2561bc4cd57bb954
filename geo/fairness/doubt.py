"""How far a measure may be off because some were asked or tested and not all: ranges, where the source allows one."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.fairness.answers import measured_by
from geo.fairness.field import GROUPINGS, INCOMES, Field, Rank, grouping, income_rank
from geo.stats.smallarea import wilson

DRAWS = 200
LEVEL = 0.95
# Half the width of a 95 % range in standard errors.
WIDE = 1.959964
# No source tells how much single speed tests differ. They are taken to vary by as much as their mean, which is more
# than the atlas has seen published for fixed lines: the ranges are rather too wide than too narrow.
TEST_SPREAD = 1.0


class Doubt(NamedTuple):
    """Ranges of measures at 95 %, and where they come from: "ranges" (the source's own), "wilson" (a share of those
    asked), "tests" (speed tests, with an assumed spread), or "" with the reason (doubt.*) why none can be given."""

    basis: str
    ranges: dict[str, tuple[float, float]]
    why: str = ""


def errors(this: Field) -> tuple[str, pd.Series]:
    """The standard error of each place's value and what it rests on; NaN where it is not known."""
    measured, index = this.measured, this.values.index
    low, high = measured.low.reindex(index), measured.high.reindex(index)
    if low.notna().any():
        return "ranges", (high - low) / (2 * WIDE)
    base = measured.base.reindex(index)
    base = base.where(base > 0)
    if this.layer.kind == "percentage" and this.layer.grade == "survey" and base.notna().any():
        asked = base.dropna()
        ends = wilson(asked * this.values[asked.index] / 100, asked, LEVEL)
        return "wilson", (100 * (ends.high - ends.low) / (2 * WIDE)).reindex(index)
    if this.layer.kind == "speed" and base.notna().any():
        return "tests", TEST_SPREAD * this.values / np.sqrt(base)
    return "", pd.Series(np.nan, index=index)


@lru_cache(maxsize=64)
def doubt(this: Field, measures: tuple[str, ...], by: str = INCOMES[0]) -> Doubt:
    """Ranges in which measures lie, from values drawn anew around those given (parametric bootstrap, seeded).

    Notes
    -----
    Chance only: who was not asked or tested at all is not seen. A place whose error is not known keeps its value. The
    range runs from the 2.5th to the 97.5th percentile of 200 draws, less what the noise itself adds to the measure:
    drawn values are spread wider than true ones, so the draws are centred on the measure found.
    Efron and Tibshirani (1993), An Introduction to the Bootstrap, chapters 6 and 10.
    """
    basis = errors(this)[0]
    if not basis:
        return Doubt("", {}, "none_asked" if this.layer.grade == "survey" else "none_counted")
    if this.few:
        return Doubt(basis, {}, "few")
    return Doubt(basis, _drawn(this, measures, income_rank(this, by)))


@lru_cache(maxsize=64)
def ends_kept(this: Field, by: str) -> float | None:
    """In what share of redraws the same two groups are best and worst; None where no range is known."""
    if not errors(this)[0] or this.few or by not in GROUPINGS.get(this.level, ()):
        return None
    groups, error = grouping(this, by), errors(this)[1].fillna(0.0).to_numpy()
    codes, labels = pd.factorize(groups)
    part, values = this.parts.to_numpy(), this.values.to_numpy()
    held = np.bincount(codes, part, len(labels))
    living = np.flatnonzero(held > 0)
    rng = np.random.default_rng(0)
    drawn = values + error * rng.standard_normal((DRAWS, len(values)))
    means = np.stack([np.bincount(codes, part * row, len(labels)) for row in drawn])[:, living] / held[living]
    own = np.bincount(codes, part * values, len(labels))[living] / held[living]
    same = (means.argmax(axis=1) == own.argmax()) & (means.argmin(axis=1) == own.argmin())
    return float(same.mean())


def _drawn(this: Field, measures: tuple[str, ...], rank: Rank | None) -> dict[str, tuple[float, float]]:
    error = errors(this)[1].fillna(0.0).to_numpy()
    rng = np.random.default_rng(0)
    low, high = this.layer.valid
    wanted = [measure for measure in measures if measure in this.fit.offered]
    own = {measure: measured_by(measure, this, this.values, rank) for measure in wanted}
    wanted = [measure for measure in wanted if own[measure].known]
    found: dict[str, list[float]] = {measure: [] for measure in wanted}
    for _ in range(DRAWS):
        drawn = np.clip(this.values.to_numpy() + error * rng.standard_normal(len(error)), low, high)
        values = pd.Series(drawn, index=this.values.index)
        for measure in wanted:
            found[measure].append(measured_by(measure, this, values, rank).value)
    ranges = {}
    for measure, draws in found.items():
        finite = np.array(draws)[np.isfinite(draws)]
        if len(finite) < DRAWS:
            continue
        first, last = np.percentile(finite - finite.mean() + own[measure].value, [2.5, 97.5])
        # A measure of a gap cannot lie under that of no gap at all.
        least = {"tail_ratio": 1.0, "gini": 0.0, "theil_t": 0.0, "tail_gap": 0.0}.get(measure, -np.inf)
        ranges[measure] = (max(float(first), least), float(last))
    return ranges
