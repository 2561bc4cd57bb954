"""The line of thought for one level: from the board over capacity and priority to advice, under one set of choices."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from geo import cards
from geo.places import places
from geo.support.able import Able, able
from geo.support.advice import Advice, advise, tasks
from geo.support.board import Board, board
from geo.support.case import WHOLE, Case, case
from geo.support.first import Lists, lists, needs_in_draws
from geo.support.parameters import Values

Named = tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Reasoned:
    """One line of thought over every area of a level; an office narrows what is shown of it, never what it is.

    Attributes
    ----------
    case, board, able, lists, advice
        Its steps.
    target : str
        ``all`` (the mean gap over the counted headings) or one heading.
    standard : float
        What is to be reached, in points.
    gap, score : Series
        Points that are missing, NaN where not known; and the score it is measured on: of the heading, or for ``all``
        the mean in which no heading counts for more than its standard.
    values : Values
        The parameters.
    """

    case: Case
    board: Board
    able: Able
    lists: Lists
    advice: Advice
    target: str
    standard: float
    gap: pd.Series
    score: pd.Series
    values: Values

    @property
    def level(self) -> str:
        """The level of the areas."""
        return self.case.level

    @property
    def people(self) -> pd.Series:
        """Registered residents of every area."""
        return places(self.case.level)["people"].astype(float)

    @property
    def status(self) -> pd.DataFrame:
        """The board's statuses, with what only the larger area has a value for told apart from what nobody knows."""
        return self.board.status.mask(self.case.inherited & self.board.status.isin(["no data"]), "inherited")


def reason(
    level: str,
    target: str = WHOLE,
    values: Values | None = None,
    weights: Mapping[str, float] | None = None,
    judged: Mapping[str, float] | None = None,
) -> Reasoned:
    """Board, capacity, priority and advice for every area of a level.

    Parameters
    ----------
    level : str
        province or district.
    target : str
        ``all`` or a heading of provision; a heading that does not exist is taken as ``all``.
    values : Values
        Parameters; those not named stand at their first value.
    weights : mapping of heading or layer -> 0..10
    judged : mapping of code -> 0..1
        The reader's own estimates of local capacity.

    Raises
    ------
    ValueError
        One sentence for choices that cannot be worked with: weights all zero, ``near`` over ``far``.
    """
    own = tuple(sorted((str(name), float(weight)) for name, weight in (weights or {}).items()))
    stated = tuple(sorted((str(code), float(value)) for code, value in (judged or {}).items()))
    return _reason(level, target, values or Values(), own, stated, cards.data_folder(), cards.terms())


def statuses(level: str, values: Values, weights: Mapping[str, float] | None = None) -> pd.DataFrame:
    """The board's statuses alone, areas x headings: enough to tell what another line would change."""
    known = case(level, weights, values.number("standard"))
    near, far = values.number("near"), values.number("far")
    return board(known.scores, known.low, known.high, known.standards, known.weights, near, far).status


def faults(level: str, values: Values, weights: Mapping[str, float] | None = None) -> list[str]:
    """Why nothing can be reasoned under these choices: ``near_over_far``, ``weights_zero``; mostly nothing.

    Examples
    --------
    >>> faults("province", Values((("near", "40"),))), faults("province", Values())
    (['near_over_far'], [])
    """
    found = ["near_over_far"] if values.number("near") > values.number("far") else []
    if not weights:
        return found
    try:
        counted = case(level, weights).counted
    except ValueError:
        # The index refuses weights of all headings that are zero.
        counted = ()
    return found if counted else [*found, "weights_zero"]


def mended(fault: str, values: Values, weights: dict[str, float]) -> tuple[Values, dict[str, float]]:
    """The choices with what is at fault back at its first value, all else as it is."""
    if fault == "weights_zero":
        return values, {}
    return Values(tuple((name, text) for name, text in values.texts if name not in ("near", "far"))), weights


@lru_cache(maxsize=32)
def _reason(
    level: str, target: str, values: Values, weights: Named, judged: Named, folder: Path, terms: cards.Terms
) -> Reasoned:
    known = case(level, weights=dict(weights), standard=values.number("standard"))
    if target not in known.names:
        target = WHOLE
    over = list(known.counted) if target == WHOLE else [target]
    weight = known.weights.where(known.weights.index.isin(over), 0.0)
    if target != WHOLE:
        # One heading is looked at for itself, whatever it weighs among others.
        weight = weight.where(weight.index != target, 1.0)
    seen = board(
        known.scores, known.low, known.high, known.standards, weight, values.number("near"), values.number("far")
    )
    have = able(level, values.text("skills"))
    standard = known.standard_of(target)
    gap = seen.need if target == WHOLE else seen.gap[target]
    score = standard - gap if target == WHOLE else known.scores[target]
    drawn = needs_in_draws({name: known.draws[name] for name in over}, known.standards, weight)
    people = places(level)["people"].astype(float)
    capacity = have.shares["capacity"]
    stated = dict(judged)
    listed = lists(gap, people, capacity, drawn, values.text("crowd"), values.number("top"), values.number("sure"))
    advice = advise(
        tasks(gap, standard, values.number("task")),
        capacity,
        have.together,
        have.province,
        have.shares["limiting"],
        values.number("small"),
        stated,
    )
    return Reasoned(known, seen, have, listed, advice, target, standard, gap, score, values)
