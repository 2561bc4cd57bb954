"""One variable in three bands: little, middling and much need, or provision."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
import pandas as pd

from geo.maps.drawn import Values
from geo.stats import classify
from geo.words import show_number

Side = Literal["need", "provision"]
Cut = Literal["thirds", "standard"]
# Beyond this share short of a standard a place is far from it.
FAR_SHORT = 0.3


@dataclass(frozen=True)
class Axis:
    """One variable in up to three bands, from little need (provision) at 0 to much at 2.

    ``band`` is each place's band, -1 where there is none; ``bands`` names those met as (number, ends in the unit);
    ``cuts`` are the values between them; ``doubtful`` says whose value is of low confidence.
    """

    layer: Any
    measured: Values
    band: pd.Series
    bands: tuple[tuple[int, str], ...]
    cuts: tuple[float, ...]
    year: str
    doubtful: pd.Series


def axis(
    measured: Values,
    everywhere: Values,
    layer: Any,
    side: Side,
    year: str,
    cut: Cut = "thirds",
    doubtful: pd.Series | None = None,
) -> Axis:
    """A layer cut into little, middling and much need, or provision.

    Parameters
    ----------
    measured : Values
        On the areas that are drawn.
    everywhere : Values
        On every place of the level: a third is a third of the country, whatever is shown.
    layer : Layer
        ``better`` says which end is much need: where higher is better, the lowest values. Where neither way is
        better, a high value is taken as much. ``standard`` and ``decimals`` are read too.
    side : "need" or "provision"
    year : str
        As the reader sees it.
    cut : "thirds" or "standard"
        As many places in each band, or: reaches the layer's standard, falls short by up to 30 %, by more. A layer
        without a standard is cut into thirds.
    doubtful : Series of bool, optional
        Whether a value is of low confidence by the layer's own rule; none is when left out.

    Returns
    -------
    Axis
        Ties merge bands: with many equal values there are two, or one in the middle.
    """
    valued = everywhere.values[everywhere.status == "ok"].to_numpy(dtype=float)
    valued = valued[np.isfinite(valued)].round(layer.decimals)
    standard = getattr(layer, "standard", None) if cut == "standard" else None
    closed: classify.Closed = "upper"
    inner: list[float] = []
    if not len(valued):
        ends: list[float] = []
    elif standard is not None:
        closed = "lower" if layer.better == "higher" else "upper"
        inner = sorted((standard.value, standard.value * (1 + (-1 if layer.better == "higher" else 1) * FAR_SHORT)))
        # The last end only closes the list: whatever lies beyond the second is in the third band.
        ends = [*inner, math.inf]
    else:
        raw = classify.breaks(valued, "quantile", 3)
        classes = classify.assign(valued, raw)
        ends = [float(valued[classes == i].max()) for i in range(len(raw))]
    spread = {0: (), 1: (1,), 2: (0, 2), 3: (0, 1, 2)}[len(ends)]
    flipped = layer.better == ("higher" if side == "need" else "lower")
    numbers = [2 - at if flipped else at for at in spread]
    known = measured.status == "ok"
    found = classify.assign(measured.values.to_numpy(dtype=float).round(layer.decimals), ends, closed) if ends else None
    band = pd.Series(-1, index=measured.values.index, dtype=int)
    if found is not None:
        band = pd.Series([numbers[at] if at >= 0 else -1 for at in found], index=band.index).where(known, -1)
    if standard is not None and ends:
        texts = _told_standard(inner, layer.decimals, closed)
    else:
        texts = [label.text for label in classify.labels(ends, float(valued.min()), layer.decimals)] if ends else []
    bands = sorted(zip(numbers, texts, strict=True))
    unsure = pd.Series(False, index=band.index)
    if doubtful is not None:
        unsure = doubtful.reindex(band.index, fill_value=False) & (band >= 0)
    return Axis(layer, measured, band, tuple(bands), tuple(ends[:-1]), year, unsure)


def _told_standard(inner: list[float], decimals: int, closed: classify.Closed) -> list[str]:
    """The bands of a standard as the key writes them, from the lowest values up; no number stands in two of them."""
    step = 10.0**-decimals
    if closed == "lower":
        middle = f"{show_number(inner[0], decimals)}–{show_number(inner[1] - step, decimals)}"
        return [f"< {show_number(inner[0], decimals)}", middle, f"≥ {show_number(inner[1], decimals)}"]
    middle = f"{show_number(inner[0] + step, decimals)}–{show_number(inner[1], decimals)}"
    return [f"≤ {show_number(inner[0], decimals)}", middle, f"> {show_number(inner[1], decimals)}"]
