"""The same measures over the years, at other levels, with and without Bangkok, between people and between places."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import pandas as pd

from geo.fairness.answers import answers, tails
from geo.fairness.between import ends, split, usual_grouping
from geo.fairness.field import GROUPINGS, Field, field, in_period, income_rank
from geo.fairness.standards import Line, shortfall
from geo.measure import latest, periods

# Beside the measures of ``MEASURES``: what the headline says.
SUMMARY = ("low", "high", "best", "worst", "region_gap", "region_ratio", "between", "p0", "people_short")


@lru_cache(maxsize=512)
def summary(this: Field, by: str, held: Line | None = None) -> dict[str, float]:
    """Every number of a field in one row: measures that fit it, ends, the share between regions, people short."""
    rank = income_rank(this, by)
    row = {measure: found.value for measure, found in answers(this, rank).items() if measure in this.fit.offered}
    ends_of = tails(this) or (float("nan"), float("nan"))
    apart = ends(this, "region") if "region" in GROUPINGS.get(this.level, ()) else ends(this)
    row |= {"low": ends_of[0], "high": ends_of[1], "best": apart.best_mean, "worst": apart.worst_mean}
    row |= {"region_gap": apart.gap, "region_ratio": apart.ratio}
    row["between"] = split(this, usual_grouping(this)).share
    row["places"] = float(len(this.values))
    row["left_places"] = float(sum(left.places for left in this.left))
    row["left_people"] = float(np.nansum([left.people for left in this.left]))
    if held is not None:
        short = shortfall(this, held)
        row |= {"p0": short.p0, "p1": short.p1, "people_short": short.people}
    return row


def alike(period: str, other: str) -> bool:
    """Whether two periods can stand on one line: both years, or both quarters."""
    return ("Q" in period) == ("Q" in other)


@lru_cache(maxsize=64)
def over_time(this: Field, by: str, held: Line | None = None) -> pd.DataFrame:
    """One row a period, oldest first, of the kind (years or quarters) of the field's own; columns as ``summary``.

    People are those registered in 2021 in every year, so that a change is one of the layer and not of where people
    live.
    """
    known = [period for period in periods(this.layer.id, this.level) if alike(period, this.period)]
    rows = {
        period: summary(
            in_period(this, period),
            by,
            held,
        )
        for period in known
    }
    return pd.DataFrame.from_dict(rows, orient="index")


@lru_cache(maxsize=64)
def versions(this: Field, by: str, held: Line | None = None) -> pd.DataFrame:
    """The same numbers between people and between places, with Bangkok and without: one row each."""
    rows = {
        (people, bangkok): summary(
            field(this.layer.id, this.level, this.period, this.within, bangkok=bangkok, between_people=people),
            by,
            held,
        )
        for people in (True, False)
        for bangkok in (True, False)
    }
    return pd.DataFrame.from_dict(rows, orient="index")


@lru_cache(maxsize=64)
def scales(this: Field, by: str, held: Line | None = None) -> pd.DataFrame:
    """The same numbers at every level the layer is measured at, local authorities aside; with ``period``.

    The numbers of two levels cannot be compared: inequality between places falls as places grow.
    """
    rows = {}
    for level in (level for level in GROUPINGS if level != "lao" and level in this.layer.levels):
        same = this.period in periods(this.layer.id, level)
        period = this.period if same else latest(this.layer.id, level)
        other = field(
            this.layer.id, level, period, this.within, bangkok=this.bangkok, between_people=this.between_people
        )
        rows[level] = {"period": other.period, **summary(other, by, held)}
    return pd.DataFrame.from_dict(rows, orient="index")
