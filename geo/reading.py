"""A value as a reader is told it: with its unit or its status in words, and never a place without its range."""

from __future__ import annotations

import pandas as pd

from geo.layer import Layer
from geo.measure import Measured
from geo.words import Say, show_number, show_year

STATUS_KEYS = {
    "ok": "status.ok",
    "no data": "status.no_data",
    "too few": "status.too_few",
    "not applicable": "status.not_applicable",
    "inherited": "status.inherited",
}


def position(measured: Measured, code: str, siblings: pd.Index) -> tuple[int, int, int] | None:
    """First and last place that an area may hold among its siblings, and how many they are; None without a value.

    Areas whose printed values are equal share their places; where ranges are known, so do areas whose ranges overlap.
    """
    values = measured.values[siblings][measured.status[siblings] == "ok"].round(measured.layer.decimals)
    if code not in values.index or len(values) < 2:
        return None
    behind, ahead = _sure(measured, values, code)
    return len(ahead) + 1, len(values) - len(behind), len(values)


def _sure(measured: Measured, values: pd.Series, code: str) -> tuple[pd.Index, pd.Index]:
    """The places that are surely worse off than one of them, and those that are surely better off."""
    sign = 1 if measured.layer.better == "lower" else -1
    low = measured.low[values.index].fillna(values)
    high = measured.high[values.index].fillna(values)
    nearest, farthest = (low, high) if sign > 0 else (-high, -low)
    return values.index[nearest > farthest[code]], values.index[farthest < nearest[code]]


def shares_apart(measured: Measured, code: str, among: pd.Index) -> tuple[float, float] | None:
    """Which shares of all people live in areas surely worse off, and surely better off, than one area.

    None where the area has no value, neither way is better, or nobody knows how many people live where.

    Notes
    -----
    It speaks of people in areas, never of persons: inside every area some fare better and some worse.
    """
    values = measured.values[among][measured.status[among] == "ok"].round(measured.layer.decimals)
    people = measured.people.reindex(values.index)
    if code not in values.index or measured.layer.better == "neither" or not people.notna().all():
        return None
    behind, ahead = _sure(measured, values, code)
    total = float(people.sum())
    return float(people[behind].sum()) / total, float(people[ahead].sum()) / total


def value_text(measured: Measured, code: str, lang: str, say: Say, *, unit: bool = True, told: bool = True) -> str:
    """One place's value with its unit, or its status in words; ``told`` marks a value of the larger area as such."""
    status, layer = measured.status[code], measured.layer
    if status not in ("ok", "inherited"):
        return say(STATUS_KEYS[status])
    value = float(measured.values[code])
    if measured.level == "lao" and value in layer.words:
        text = layer.words[value].of(lang)
    else:
        text = show_number(value, layer.decimals)
        text += f" {layer.unit_of(text, lang)}" if unit else ""
    return f"{text} ({say('status.inherited')})" if told and status == "inherited" else text


def heading(layer: Layer, period: str, lang: str) -> str:
    """Title, unit and year of a layer, as it stands over a chart."""
    return f"{layer.title.of(lang)} ({layer.unit.of(lang)}) {show_year(period, lang)}"


def best_first(measured: Measured, codes: pd.Index) -> pd.Series:
    """Values of places with a measured value, the best first; the largest first where neither way is better."""
    values = measured.values[codes][measured.status[codes] == "ok"]
    return values.sort_values(ascending=measured.layer.better == "lower", kind="stable")
