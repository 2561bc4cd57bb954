"""What a screen has computed, as a file to be: scores and ranks, advice, measures; each column with its meaning."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

import layers
from geo import cards
from geo.cards import Card
from geo.layer import Layer
from geo.measure import latest
from geo.publish.extract import Extract
from geo.publish.made import data_date, method_version
from geo.publish.origin import origin, place_rows
from geo.words import Text


class Column(NamedTuple):
    """One column of a table: what it is called, what it says, its values, their unit, and the decimals to show.

    ``decimals`` None shows as many as a number has.
    """

    name: str
    means: str
    values: Sequence[object] | pd.Series | np.ndarray[tuple[int, ...], np.dtype[np.generic]]
    unit: str = ""
    decimals: int | None = None


class Used(NamedTuple):
    """A layer that a table rests on, and the periods of it."""

    layer: Layer
    periods: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class Derived:
    """A table to be taken away: how it is made, what it rests on, what was chosen, which address shows the same.

    ``make`` gives the columns and is asked only when the file is written; ``rests_on`` are ids of sources beyond those
    of the layers ``used``. Where each row is a place, ``level`` and ``codes`` say which, in the order of the rows, and
    the file can have outlines (``shapes``). ``confirmed`` as in ``Extract``; ``withheld`` where a publisher must be
    asked first.
    """

    name: str
    title: Text
    make: Callable[[], Sequence[Column]]
    address: str
    lang: str
    used: tuple[Used, ...]
    rests_on: tuple[str, ...] = ()
    level: str = ""
    codes: tuple[str, ...] = ()
    choices: tuple[tuple[str, str], ...] = ()
    confirmed: frozenset[str] = frozenset()
    shapes: bool = False
    withheld: bool = False
    left_out: tuple[str, ...] = ()
    light: bool = False

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """The columns that were computed, made once."""
        return tuple(self.make())

    @property
    def layers(self) -> list[Layer]:
        """Every layer behind the table once, in order."""
        return list({used.layer.id: used.layer for used in self.used}.values())

    @property
    def years(self) -> dict[str, list[str]]:
        """The periods of each layer behind it."""
        return {used.layer.id: list(used.periods) for used in self.used}

    @property
    def sources(self) -> list[Card]:
        """The cards of all that it rests on, of its names, and of its outlines."""
        ids = dict.fromkeys(source for layer in self.layers for source in layer.source) | dict.fromkeys(self.rests_on)
        named = {"lao" if self.level == "lao" else "places": None} if self.level else {}
        drawn = {"boundaries": None} if self.shapes else {}
        return [cards.card(source) for source in ids | named | drawn]

    @property
    def date(self) -> str:
        """The day on which its newest source was collected."""
        return data_date(card.id for card in self.sources)

    @property
    def empty(self) -> bool:
        """Whether nothing of it may be passed on."""
        return self.withheld

    @property
    def has_places(self) -> bool:
        """Whether each row is a place, so that it can be drawn."""
        return bool(self.level)


File = Extract | Derived


def used(layer_ids: Iterable[str], level: str) -> tuple[Used, ...]:
    """Layers as a level shows them first, each in its period, which is that of its province where only that has values.

    Examples
    --------
    >>> [(one.layer.id, one.periods) for one in used(["airports_scheduled", "nowhere"], "province")]
    [('airports_scheduled', ('2026',))]
    """
    shown = layers.catalogue()
    known = [name for name in dict.fromkeys(layer_ids) if name in shown]
    return tuple(
        Used(shown[name], tuple(filter(None, [latest(name, level) or latest(name, "province")]))) for name in known
    )


def frame(derived: Derived) -> pd.DataFrame:
    """The table itself: who the places are, where its rows are places, then what was computed.

    Returns
    -------
    DataFrame
        Numbers are floats, NaN where there is none or no end; all else is text as it was told, codes among it.
    """
    table = pd.DataFrame({column.name: _plain(column.values) for column in derived.columns})
    if not derived.level:
        return table
    who = place_rows(derived.level, derived.codes).reset_index(drop=True)
    return pd.concat([who, table], axis=1)


def _plain(values: object) -> pd.Series:
    series = pd.Series(values).reset_index(drop=True)  # type: ignore[call-overload]
    if pd.api.types.is_numeric_dtype(series.dtype):
        numbers = series.to_numpy(dtype=float, na_value=np.nan)
        return pd.Series(np.where(np.isfinite(numbers), numbers, np.nan))
    return series.astype(object).where(series.notna(), "")


def closing(derived: Derived) -> Mapping[str, str]:
    """What stands at the end of every row of a table without a second sheet: choices, sources, terms, address."""
    chosen = {"choices": "; ".join(f"{name} = {text}" for name, text in derived.choices)} if derived.choices else {}
    made = {"method_version": method_version(), "address": derived.address}
    return chosen | origin(derived.sources) | made
