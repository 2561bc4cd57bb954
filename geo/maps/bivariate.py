"""Two variables on one map: need against provision in three times three classes, with colours and key."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from geo.maps import assets
from geo.maps.banded import Axis, Side
from geo.maps.choropleth import Choropleth
from geo.maps.colours import Theme, oklch
from geo.maps.legend import OUTSIDE, class_key, row, states
from geo.words import Say

# Of two gaps the one that says more about why nothing can be told.
WORST_FIRST = ("no data", "not applicable", "too few")
LETTERS = {"no data": "-", "not applicable": "x", "too few": "~"}
TRACE = (-0.018, 0.03)


def cells(need: Axis, provision: Axis) -> pd.Series:
    """One letter per area: 0 to 8 for three times the band of need plus the band of provision, else its state.

    Where one of the two values is of low confidence the letter is a to i instead, for the same nine cells.
    """
    status = pd.Series("-", index=need.band.index, dtype=object)
    for worse in reversed(WORST_FIRST):
        met = (need.measured.status == worse) | (provision.measured.status.reindex(need.band.index) == worse)
        status[met] = LETTERS[worse]
    other = provision.band.reindex(need.band.index)
    known = (need.band >= 0) & (other >= 0)
    cell = (3 * need.band + other).clip(lower=0).astype(int)
    unsure = need.doubtful | provision.doubtful.reindex(need.band.index, fill_value=False)
    return status.where(~known, cell.astype(str).where(~unsure, cell.map("abcdefghi".__getitem__)))


@lru_cache
def square(theme: Theme = "light") -> tuple[str, ...]:
    """Nine colours, at three times the band of need plus the band of provision: orange for need, blue for lack of it.

    Need moves lightness by three small steps, lack of provision by one, so that all nine differ in greyscale; the two
    hues lie on the axis that the common kinds of colour blindness keep, and both together are deep purple (pale
    pink in the dark theme). The numbers were searched for: of several hundred such squares tried, these two
    keep their nearest colours furthest apart while every simulated eye still tells all nine, and land without a value,
    apart.

    Examples
    --------
    >>> len(set(square("light"))), len(set(square("dark")))
    (9, 9)
    """
    start, sign, hue = (0.905, -1, 30) if theme == "light" else (0.31, 1, 60)
    found = []
    for need in range(3):
        for lack in (2, 1, 0):
            lightness = start + sign * (0.21 * need + 0.068 * lack)
            warm, cold = 0.07 * need, 0.075 * lack
            # A trace of green under all: even the calmest cell must not be taken for land without a value.
            a = warm * math.cos(math.radians(hue)) + cold * math.cos(math.radians(270)) + TRACE[0]
            b = warm * math.sin(math.radians(hue)) + cold * math.sin(math.radians(270)) + TRACE[1]
            found.append(oklch(lightness, math.hypot(a, b), math.degrees(math.atan2(b, a))))
    return tuple(found)


def pair(
    base: Choropleth, need: Axis, provision: Axis, say: Say, *, names: Mapping[str, str], places: str
) -> Choropleth:
    """A map of two variables, as any drawing of a choropleth takes it.

    Parameters
    ----------
    base : Choropleth
        The map of the need alone in the same view: shapes, filter and language are taken from it.
    need, provision : Axis
        On the areas of ``base.shapes``.
    say : the reader's language.
    names, places
        As in ``geo.maps.choropleth.describe``.
    """
    letters, people = cells(need, provision), need.measured.people
    outside = {code for code, letter in zip(base.shapes.codes, base.letters, strict=True) if letter == OUTSIDE}
    inside = [code for code in letters.index if code not in outside]
    visible = letters.reindex([code for code in inside if code in set(base.shapes.codes)])
    keys = visible.map(class_key)
    living = people.reindex(visible.index).to_numpy(dtype=float)
    rows = []
    for i in range(9):
        label = say("maps.cell", need=say(f"maps.need_{i // 3}"), provision=say(f"maps.provision_{i % 3}"))
        rows.append(row(str(i), label, living[(keys == str(i)).to_numpy()]))
    first = rows[6]
    told = (
        say("maps.pair_none")
        if not (keys != "").any()
        else say(
            "maps.pair_summary",
            need=need.layer.title.of(base.lang),
            provision=provision.layer.title.of(base.lang),
            count=f"{first.areas:,}",
            all=f"{int((keys != '').sum()):,}",
            places=places,
            people="–" if first.people is None else f"{first.people:,}",
        )
    )
    worst = [
        names.get(str(code), str(code))
        for code in people[visible.index[keys == "6"]].sort_values(ascending=False).index
    ]
    if worst:
        told += " " + say("maps.pair_worst", names=", ".join(worst[:5]))
    doubts = [
        say("maps.doubt", layer=of.layer.short.of(base.lang), why=of.layer.doubt.why.of(base.lang))
        for of in (need, provision)
        if of.doubtful.reindex(visible.index[keys != ""]).any()
    ]
    if gone := int((keys == "").sum()):
        told += " " + say("maps.pair_missing", count=f"{gone:,}", places=places)
    return replace(
        base,
        layer=f"{need.layer.id}+{provision.layer.id}",
        letters="".join(OUTSIDE if code in outside else str(letters.get(code, "-")) for code in base.shapes.codes),
        classes=base.classes._replace(
            bounds=tuple(float(i) for i in range(9)), labels=tuple(row.label for row in rows)
        ),
        how="",
        notes=tuple(doubts),
        light=square("light"),
        dark=square("dark"),
        rows=tuple(rows),
        states=states(visible.to_list(), living, inside, base.shapes.codes, people, say),
        bars=(),
        ends=("", ""),
        span=("", ""),
        title=f"{need.layer.title.of(base.lang)} × {provision.layer.title.of(base.lang)}",
        unit="",
        year=need.year if need.year == provision.year else f"{need.year} × {provision.year}",
        summary=told,
        base_unit="",
        worded=True,
        drawn=replace(
            base.drawn, base=base.drawn.base * np.nan, low=base.drawn.low * np.nan, high=base.drawn.high * np.nan
        ),
    )


def told(drawing: Choropleth, need: Axis, provision: Axis, say: Say) -> dict[str, Any]:
    """What the browser gets for the key and the scatter, to be added to the message of the map."""

    def side(name: Side, of: Axis) -> dict[str, Any]:
        known = of.measured.values[of.measured.status == "ok"].astype(float)
        middle = float(known.median()) if len(known) else 0.0
        return {
            "title": of.layer.short.of(drawing.lang),
            "unit": of.layer.unit.of(drawing.lang),
            "year": of.year,
            "decimals": of.layer.decimals,
            "word": say(f"maps.{name}"),
            "bands": [[number, say(f"maps.{name}_{number}"), ends] for number, ends in of.bands],
            "cuts": list(of.cuts),
            # A few values far beyond the middle would press all others into a corner of the scatter.
            "log": bool(len(known)) and float(known.min()) > 0 and float(known.max()) > 8 * middle,
        }

    def numbers(of: Axis) -> list[float | None]:
        rounded = of.measured.values.reindex(list(drawing.shapes.codes)).astype(float).round(of.layer.decimals)
        return [number if math.isfinite(number) else None for number in rounded.tolist()]

    known: dict[str, object] = {"values": numbers(need), "second": numbers(provision)}
    unsure = [of.doubtful.reindex(list(drawing.shapes.codes), fill_value=False) for of in (need, provision)]
    if any(flags.any() for flags in unsure):
        # One digit an area: 1 need, 2 provision, 3 both are of low confidence.
        known["doubt"] = "".join(str(digit) for digit in (unsure[0].astype(int) + 2 * unsure[1].astype(int)).tolist())
    facts = assets.compact(known)
    return {
        "facts": assets.publish(f"pair.{drawing.shapes.level}.json", facts),
        "square": {"need": side("need", need), "provision": side("provision", provision)},
    }
