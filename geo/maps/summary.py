"""A map in sentences: middle and range, who is best and furthest behind, what lies together, what is missing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from geo.maps.drawn import found_at
from geo.maps.legend import STATE_KEYS, Floats
from geo.words import Say, show_number

# So many names are read out; more are counted, and many more told by what they lie in.
NAMED, MANY = 3, 10


@dataclass(frozen=True)
class Together:
    """Places whose neighbours are like them beyond chance: ``high`` among high ones, ``low`` among low ones.

    ``unknown`` is the sentence that says why nobody could look, where neighbours are not known.
    """

    high: frozenset[str] = frozenset()
    low: frozenset[str] = frozenset()
    unknown: str = ""


@dataclass(frozen=True)
class Told:
    """What the sentences are about: the layer, its reader's words, and what the areas are called.

    ``together`` is None where nobody looked; ``words`` are the labels of values that stand for words; ``low`` and
    ``high`` the ranges of the values, where any are known; ``provinces`` the names of those the areas lie in.
    """

    layer: Any
    lang: str
    say: Say
    names: Mapping[str, str]
    places: str
    year: str
    together: Together | None = None
    words: Mapping[float, str] = field(default_factory=dict)
    low: pd.Series | None = None
    high: pd.Series | None = None
    provinces: Mapping[str, str] = field(default_factory=dict)

    def number(self, value: float, unit: bool = False) -> str:
        """A value as it is printed, with its unit where asked for."""
        text = show_number(value, self.layer.decimals)
        return f"{text} {self.layer.unit.of(self.lang)}".strip() if unit else text

    def called(self, codes: list[str]) -> str:
        """Names in a row: the first few, then how many more."""
        named = (" " if self.lang == "th" else ", ").join(self.names.get(code, code) for code in codes[:NAMED])
        more = len(codes) - NAMED
        return self.say("summary.more", names=named, count=f"{more:,}") if more > 0 else named

    def where(self, codes: list[str]) -> str:
        """The provinces that hold most of many areas, with how many; nothing for few areas or where none stands out.

        A province that holds as many as one that is not named is left out too: no tie is broken.
        """
        held = Counter(self.provinces[code] for code in codes if code in self.provinces).most_common()
        if len(codes) <= MANY or len(held) < 2:
            return ""
        least = held[NAMED][1] if len(held) > NAMED else 0
        return ", ".join(f"{name} ({count:,})" for name, count in held if count > least)


def summary(values: pd.Series, visible: pd.Series, people: pd.Series, told: Told) -> str:
    """The map in sentences.

    Parameters
    ----------
    values : Series of float, indexed by code
        The areas shown that are in a class.
    visible : Series of text
        The letter of every area shown.
    people : Series of float
        Registered residents of each area; NaN where unknown.
    told : Told

    Returns
    -------
    str
        One sentence a line. Ties are counted, never broken by the first name. Values that stand for words are told as
        shares. Where no place lies among its like it says that there is no evidence for it, never that there is none.

    Examples
    --------
    >>> from types import SimpleNamespace
    >>> from geo.words import Text, say
    >>> layer = SimpleNamespace(title=Text("", "Speed"), unit=Text("", "Mbps"), decimals=0, better="higher")
    >>> told = Told(layer, "en", say("en"), {"10": "Bangkok"}, "provinces", "2021")
    >>> summary(pd.Series({"10": 7.0}), pd.Series({"10": "0"}), pd.Series({"10": 5.0}), told)
    'Speed, 2021: Bangkok has 7 Mbps.'
    """
    say, layer = told.say, told.layer
    title = layer.title.of(told.lang)
    finite = values[np.isfinite(values.to_numpy(dtype=float))]
    if not len(finite):
        return say("summary.none", title=title, year=told.year, places=told.places)
    if told.words:
        parts = [_shares(finite, told), told.together.unknown if told.together else ""]
    elif len(finite) == 1:
        name = told.names.get(str(finite.index[0]), str(finite.index[0]))
        value = told.number(float(finite.iloc[0]), unit=True)
        parts = [say("summary.single", title=title, year=told.year, name=name, value=value)]
    else:
        parts = [_range(finite, told), *_ends(finite, told)]
        parts += [_lying(finite, told)] if told.together is not None else []
    return "\n".join([*(part for part in parts if part), *_missing(visible, people, told)])


def _shares(values: pd.Series, told: Told) -> str:
    total = len(values)
    counted = [(label, int((values == value).sum())) for value, label in sorted(told.words.items(), reverse=True)]
    shares = "; ".join(
        told.say("summary.share", label=label, count=f"{count:,}", share=show_number(100 * count / total, 1))
        for label, count in counted
    )
    return told.say(
        "summary.words",
        title=told.layer.title.of(told.lang),
        year=told.year,
        count=f"{total:,}",
        places=told.places,
        shares=shares,
    )


def _range(values: pd.Series, told: Told) -> str:
    own = values.to_numpy(dtype=float)
    shown = np.round(own, told.layer.decimals)
    said = {"title": told.layer.title.of(told.lang), "year": told.year, "places": told.places}
    said |= {"count": f"{len(values):,}", "unit": told.layer.unit.of(told.lang)}
    if shown.min() == shown.max():
        return told.say("summary.same", value=told.number(float(shown.min()), unit=True), **said)
    numbers = {
        "low": float(shown.min()),
        "high": float(shown.max()),
        "median": float(np.median(values.to_numpy(dtype=float))),
    }
    return told.say("summary.range", **said, **{name: told.number(number) for name, number in numbers.items()})


def _ends(values: pd.Series, told: Told) -> list[str]:
    """Who stands at both ends, the good end first where there is one; ties are counted."""
    shown = np.round(values.to_numpy(dtype=float), told.layer.decimals)
    if shown.min() == shown.max():
        return []
    ends = {"highest": float(shown.max()), "lowest": float(shown.min())}
    keys = {"higher": ("best", "worst"), "lower": ("worst", "best")}.get(told.layer.better, ("highest", "lowest"))
    low, high = _ranges(values, told)
    said = []
    for key, end in zip(keys, ends.values(), strict=True):
        here = shown == end
        codes = [str(code) for code in values.index[here]]
        value = told.number(end)
        if len(codes) > NAMED:
            said.append(told.say(f"summary.{key}_tie", count=f"{len(codes):,}", places=told.places, value=value))
        else:
            said.append(told.say(f"summary.{key}", who=told.called(codes), value=value) + _reach(here, low, high, told))
    return said[::-1] if told.layer.better == "lower" else said


def _ranges(values: pd.Series, told: Told) -> tuple[Floats, Floats]:
    """Both ends of the range of every value; a value without one is its own."""
    own = values.to_numpy(dtype=float)
    if told.low is None or told.high is None:
        return own, own
    at = told.low.index.get_indexer(values.index)
    low, high = (found_at(ends, told.low.index, at).astype(float) for ends in (told.low, told.high))
    return np.where(np.isnan(low), own, low), np.where(np.isnan(high), own, high)


def _reach(here: npt.NDArray[np.bool_], low: Floats, high: Floats, told: Told) -> str:
    """The range of the value at an end, and how many others it reaches: these may stand there as well."""
    # Two at one end have two ranges; what either reaches may stand there.
    least, most = float(low[here].min()), float(high[here].max())
    if told.number(least) == told.number(most):
        return ""
    others = int(((low <= most) & (high >= least)).sum()) - int(here.sum())
    key = "summary.reach" if others else "summary.reach_none"
    said = {"low": told.number(least), "high": told.number(most), "count": f"{others:,}", "places": told.places}
    return " " + told.say(key, **said)


def _lying(values: pd.Series, told: Told) -> str:
    """What lies together among the areas shown; only what was found beyond chance is named."""
    together = told.together or Together()
    if together.unknown:
        return together.unknown
    if not together.high and not together.low:
        return told.say("summary.no_evidence", places=told.places)
    groups = {"low_together": together.low, "high_together": together.high}
    inside = {key: [str(code) for code in values.index if code in codes] for key, codes in groups.items()}
    said = []
    for key, codes in inside.items():
        if where := told.where(codes):
            said.append(told.say(f"summary.{key}_many", count=f"{len(codes):,}", places=told.places, where=where))
        elif codes:
            said.append(told.say(f"summary.{key}", names=told.called(codes)))
    return "\n".join(said) if said else told.say("summary.together_elsewhere")


def _missing(visible: pd.Series, people: pd.Series, told: Told) -> list[str]:
    """How many areas have no value, why, and how many people live there."""
    letters = visible.to_numpy()
    kinds = {key: int((letters == key).sum()) for key in ("-", "~", "x")}
    gone = visible.index[np.isin(letters.astype("U1"), ["-", "~", "x", "v"])]
    if not len(gone):
        return []
    met = [key for key, count in kinds.items() if count]
    why = ", ".join(f"{told.say(f'map.{STATE_KEYS[key]}')} {kinds[key]:,}" for key in met) if met != ["-"] else ""
    said = {"count": f"{len(gone):,}", "places": told.places, "why": f" ({why})" if why else ""}
    living = people.reindex(gone)
    if not living.notna().any():
        return [told.say("summary.missing_unpeopled", **said)]
    return [told.say("summary.missing", people=f"{living.sum():,.0f}", **said)]
