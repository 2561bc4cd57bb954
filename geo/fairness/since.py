"""Whether a divide grew or shrank over the years, in words, and which measures can be told so."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.fairness.field import Field
from geo.fairness.fits import BESIDE, MEASURES
from geo.fairness.overview import STEADY
from geo.fairness.words import measure_text
from geo.words import Say, show_year

# Measures whose range is told.
RANGED = ("tail_ratio", "tail_gap", "gini", "theil_t", "slope", "erreygers")
# Of these more is not simply more unfair.
NO_WAY = ("slope", "relative_slope", "concentration", "erreygers", "between", "p0")


def told_over_time(past: pd.DataFrame) -> list[str]:
    """The measures with a number in some period, in the order of a table of all; ``past`` as ``over_time`` gives it."""
    every = (*MEASURES, *BESIDE)
    return [name for name in every if name in past and np.isfinite(past[name].astype(float)).any()]


def time_text(this: Field, past: pd.DataFrame, measure: str, lang: str, say: Say) -> str:
    """How a measure went from its first period to its last; empty where it has one, or where more is not worse."""
    known = past[measure].astype(float).dropna()
    if len(known) < 2 or measure in NO_WAY:
        return ""
    change = known.iloc[-1] / known.iloc[0] - 1 if known.iloc[0] > 0 else 0.0
    way = "same" if abs(change) < STEADY else "wider" if change > 0 else "narrower"
    start, end = (show_year(str(known.index[at]), lang) for at in (0, -1))
    told = {"first": measure_text(this, measure, known.iloc[0]), "start": start, "end": end}
    told["last"] = measure_text(this, measure, known.iloc[-1])
    return say(f"equity.time_{way}", measure=say(f"measure.{measure}"), **told)
