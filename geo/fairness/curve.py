"""The curve of who has how much, with the place behind every stretch of it."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.fairness.field import Field, Rank, part_of
from geo.stats import equity


class Curve(NamedTuple):
    """A curve over the people, from left to right.

    ``table`` has one row a place in the order of the curve, indexed by code: ``start`` and ``end``, the shares of
    people (0 to 100) at which the place begins and ends, ``height`` at its end and ``value``. ``kind`` is lorenz (from
    the lowest value), concentration (from the poorest) or parade (values themselves, from the lowest). ``why`` is the
    reason (why_not.*) where there is no curve.
    """

    kind: str
    table: pd.DataFrame
    why: str = ""


class Stretch(NamedTuple):
    """The places on a stretch of a curve: how many, their people, mean value, and what part of everything they hold."""

    codes: tuple[str, ...]
    people: float
    people_share: float
    mean: float
    value_share: float


def curve(this: Field, kind: str, rank: Rank | None = None) -> Curve:
    """The curve of a field; one that does not fit the layer is replaced by its first that does."""
    kind = kind if kind in this.fit.curves else this.fit.curves[0]
    empty = pd.DataFrame(columns=["start", "end", "height", "value"], dtype=float)
    if this.few:
        return Curve(kind, empty, "few")
    values, weight, known = this.values, this.weight, np.ones(len(this.values), dtype=bool)
    if kind == "concentration":
        if rank is None:
            return Curve(kind, empty, "no_income")
        known = rank.values.notna().to_numpy()
        if rank.values[known].nunique() < 2:
            return Curve(kind, empty, "one_rank")
    values = values[known]
    weight = None if weight is None else weight[known]
    if kind != "parade" and (values < 0).any():
        return Curve(kind, empty, "below_zero")
    if kind != "parade" and not (values * this.parts[known] > 0).any():
        return Curve(kind, empty, "all_zero")
    if kind == "parade":
        order = np.argsort(values.to_numpy(), kind="stable")
        parts = this.parts.to_numpy()[order]
        ends = np.cumsum(parts) / parts.sum()
        table = pd.DataFrame({"end": ends, "height": values.to_numpy()[order]}, index=values.index[order])
    else:
        drawn = (
            equity.lorenz(values, weight)
            if kind == "lorenz"
            else equity.concentration_curve(values, rank.values[known] if rank else values, weight)
        )
        table = drawn.iloc[1:].set_axis(["end", "height"], axis=1)
        table["height"] *= 100
    table["end"] *= 100
    table["start"] = np.concatenate([[0.0], table["end"].to_numpy()[:-1]])
    table["value"] = this.values.reindex(table.index)
    return Curve(kind, table[["start", "end", "height", "value"]])


def stretch(this: Field, drawn: Curve, low: float, high: float) -> Stretch:
    """The places that lie on the curve between two shares of the people (0 to 100).

    A place belongs to the stretch when its middle lies on it, so that neighbouring stretches share no place.
    """
    middle = (drawn.table["start"] + drawn.table["end"]) / 2
    on = middle.between(low, high, inclusive="both" if high >= 100 else "left")
    codes = drawn.table.index[on.to_numpy()]
    _, people, share = part_of(this, codes)
    parts, values = this.parts[codes], this.values[codes]
    held = float((this.parts * this.values).sum())
    mean = float((parts * values).sum() / parts.sum()) if parts.sum() > 0 else float("nan")
    value_share = float((parts * values).sum() / held) if held > 0 else float("nan")
    return Stretch(tuple(str(code) for code in codes), people, share, mean, value_share)
