"""All provinces of an edition by one layer: their places as ranges, earlier years beside the newest, missing last."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from geo import cards
from geo.layer import Layer
from geo.measure import Measured, latest, measure, periods
from geo.publish.site.plan import Plan

# Earlier years that a table has room for.
EARLIER = 3
Place = tuple[int, int, int]


def places_held(measured: Measured, codes: pd.Index) -> dict[str, Place]:
    """First and last place that each of some areas may hold among them, and how many they are.

    The same as ``geo.reading.position`` tells of one; areas without a measured value have no place.
    """
    values = measured.values[codes][measured.status[codes] == "ok"].round(measured.layer.decimals)
    if len(values) < 2:
        return {}
    sign = 1 if measured.layer.better == "lower" else -1
    low = measured.low[values.index].fillna(values).to_numpy()
    high = measured.high[values.index].fillna(values).to_numpy()
    nearest, farthest = (low, high) if sign > 0 else (-high, -low)
    count = len(values)
    ahead = np.searchsorted(np.sort(farthest), nearest, side="left")
    last = np.searchsorted(np.sort(nearest), farthest, side="right")
    return {str(code): (int(ahead[at]) + 1, int(last[at]), count) for at, code in enumerate(values.index)}


@dataclass(frozen=True, eq=False)
class Ranked:
    """One layer over the provinces of an edition.

    ``codes`` has the best first (the largest where neither way is better) and those without a value last; ``earlier``
    holds the layer in up to three earlier periods, oldest first, and ``since`` in the first of all, where there is one.
    """

    measured: Measured
    codes: tuple[str, ...]
    places: dict[str, Place]
    earlier: tuple[Measured, ...]
    whole: Measured | None

    @property
    def layer(self) -> Layer:
        return self.measured.layer

    @property
    def since(self) -> Measured | None:
        """The layer in its first comparable period; None where there are figures for one only."""
        return self.earlier[0] if self.earlier else None

    @property
    def known(self) -> tuple[str, ...]:
        """The provinces with a measured value, best first."""
        return tuple(code for code in self.codes if self.measured.status[code] == "ok")


def ranked(layer_id: str, plan: Plan) -> Ranked | None:
    """A layer over the provinces of an edition; None where it says nothing of provinces."""
    return _ranked(layer_id, plan.provinces, cards.data_folder(), cards.terms())


@lru_cache(maxsize=64)
def _ranked(layer_id: str, provinces: tuple[str, ...], folder: Path, terms: cards.Terms) -> Ranked | None:
    period = latest(layer_id, "province")
    if period is None:
        return None
    measured = measure(layer_id, "province", period)
    codes = pd.Index(provinces)
    ok = measured.status[codes] == "ok"
    values = measured.values[codes][ok]
    ordered = values.sort_values(ascending=measured.layer.better == "lower", kind="stable")
    past = [one for one in periods(layer_id, "province") if one < period and ("Q" in one) == ("Q" in period)]
    # The first of all and the last before this one: where it began, and how it went of late.
    past = past if len(past) <= EARLIER else [past[0], *past[-EARLIER + 1 :]]
    whole = measure(layer_id, "country", period) if period in periods(layer_id, "country") else None
    return Ranked(
        measured,
        (*map(str, ordered.index), *(str(code) for code in codes[~ok])),
        places_held(measured, codes),
        tuple(measure(layer_id, "province", one) for one in past),
        whole,
    )
