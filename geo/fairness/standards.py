"""Who is below a standard, how far and how badly; and what to hold against where nobody has set a standard."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from geo.fairness.field import Field, field
from geo.stats import equity
from geo.words import Text

# What values can be held against. Only the first was set by somebody; a mean or a median is a reference, no standard.
LINES = ("declared", "one", "mean", "median", "own")


class Line(NamedTuple):
    """What is held against: a value in the unit of the layer, where it comes from, and who set it."""

    value: float
    kind: str
    who: Text | None = None


class Shortfall(NamedTuple):
    """P0, P1 and P2, with the people and places counted; ``why`` is the reason (why_not.*) where there is none."""

    line: Line
    p0: float
    p1: float
    p2: float
    people: float
    all_people: float
    places: int
    all_places: int
    codes: tuple[str, ...]
    why: str = ""


def lines(this: Field) -> tuple[str, ...]:
    """The lines that a layer can be held against, the one used first in front; empty where neither way is better."""
    if "gap" in this.fit.why_not:
        return ()
    if this.layer.standard is not None:
        return ("declared", "mean", "median", "own")
    return (
        ("one", "mean", "median", "own") if this.fit.counted and this.fit.direction > 0 else ("mean", "median", "own")
    )


def line(this: Field, kind: str, own: float | None = None) -> Line:
    """The line of a kind. Mean and median are those of the whole country at this level, whatever is on the screen."""
    if kind == "declared" and this.layer.standard is not None:
        return Line(this.layer.standard.value, kind, this.layer.standard.who)
    if kind == "one":
        return Line(1.0, kind)
    if kind == "own" and own is not None:
        return Line(own, kind)
    whole = field(this.layer.id, this.level, this.period, between_people=this.between_people)
    middle = equity.median_over if kind == "median" else equity.mean_over
    if not (whole.parts > 0).any():
        return Line(float("nan"), kind)
    return Line(middle(whole.values, whole.weight), "median" if kind == "median" else "mean")


def shortfall(this: Field, held: Line) -> Shortfall:
    """Who falls short of a line. "People" are those in places below it, never people who are below it.

    Notes
    -----
    Where less is better the line is a limit and the shortfall an excess (``overshoot``). Counted things are held
    against one, or a number of the reader's, as they are counted, and against a mean per head.
    """
    values = this.shown if this.fit.counted and held.kind in ("one", "own") else this.values
    everybody, everywhere, nan = float(this.people.sum()), len(values), float("nan")

    def without(why: str) -> Shortfall:
        return Shortfall(held, nan, nan, nan, nan, everybody, 0, everywhere, (), why)

    if "gap" in this.fit.why_not:
        return without(this.fit.why_not["gap"])
    if not (this.parts > 0).any():
        return without("nobody_anywhere")
    if not (np.isfinite(held.value) and held.value > 0):
        return without("line_zero")
    if (values < 0).any():
        return without("below_zero")
    if this.fit.direction > 0:
        p0, p1, p2 = (equity.fgt(values, this.weight, held.value, power) for power in (0, 1, 2))
        short = values < held.value
    else:
        p0, p1, p2 = (equity.overshoot(values, this.weight, held.value, power) for power in (0, 1, 2))
        short = values > held.value
    codes = tuple(str(code) for code in values.index[short])
    return Shortfall(held, p0, p1, p2, float(this.people[short].sum()), everybody, len(codes), everywhere, codes)
