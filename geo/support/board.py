"""The board of gaps: every area against the standard of every dimension, as far as the numbers reach."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

from geo.stats.decide import gap_status, need, strengths
from geo.support.cells import line


class Board(NamedTuple):
    """Areas x dimensions: ``status`` in words, ``gap`` in points (0 where met, NaN where not known), and the ``need``
    of each area: the mean of its gaps, weighted as the reader weighs the dimensions."""

    status: pd.DataFrame
    gap: pd.DataFrame
    need: pd.Series


def board(
    scores: pd.DataFrame,
    low: pd.DataFrame,
    high: pd.DataFrame,
    standards: pd.Series,
    weights: pd.Series,
    near: float = 10,
    far: float = 30,
) -> Board:
    """Where each area stands against the standard of each dimension, with what cannot be told said so.

    Parameters
    ----------
    scores, low, high : DataFrame, areas x dimensions
        0..100 and the range of each score, NaN where there is none.
    standards, weights : Series per dimension
        Score to reach, over 0; relative weight.
    near, far : float, per cent of the standard
        Up to ``near`` short is "near", over ``far`` short is "far below".

    Raises
    ------
    ValueError
        With a sentence: near over far, a standard that is not over 0, a weight under 0. Weights that are all zero leave
        the need of every area unknown.

    Examples
    --------
    >>> one = pd.DataFrame({"net": [50.0, 20.0, None]}, index=["10", "38", "95"])
    >>> seen = board(one, one, one, pd.Series({"net": 40.0}), pd.Series({"net": 1.0}))
    >>> seen.status["net"].tolist(), seen.gap["net"].tolist()
    (['meets', 'far below', 'no data'], [0.0, 20.0, nan])
    """
    if near > far:
        raise ValueError(f"board: “near” ({near:g} %) must not lie over “far below” ({far:g} %)")
    status = pd.DataFrame(
        {
            name: gap_status(scores[name], float(standards[name]), low[name], high[name], near / 100, far / 100)
            for name in scores.columns
        },
        index=scores.index,
    )
    gap = (standards.reindex(scores.columns) - scores).clip(lower=0)
    weight = weights.reindex(scores.columns)
    # At a level where no heading is known widely enough nothing is weighed, and no mean gap is known.
    known = bool((weight > 0).any())
    return Board(status, gap, need(gap, weight) if known else pd.Series(float("nan"), index=scores.index, name="need"))


def moved(status: pd.DataFrame, other: pd.DataFrame) -> tuple[int, int]:
    """How many areas, and how many entries of the board, read otherwise on another board of the same areas.

    Examples
    --------
    >>> one = pd.DataFrame({"net": ["near", "meets"], "power": ["near", "meets"]})
    >>> moved(one, pd.DataFrame({"net": ["below", "meets"], "power": ["below", "meets"]}))
    (1, 2)
    """
    differs = status.ne(other.reindex_like(status))
    return int(differs.any(axis=1).sum()), int(differs.sum().sum())


def profile(
    scores: pd.DataFrame, low: pd.DataFrame, high: pd.DataFrame, place: str, alike: list[str], least: float
) -> pd.DataFrame:
    """Strong and weak sides of one area: against its own mean, and against the median of the areas like it.

    Parameters
    ----------
    scores, low, high : DataFrame, areas x dimensions
    place : str
    alike : list of str
        Codes of its peers.
    least : float
        Points that a difference must exceed in any case; half the width of the area's own range where that is more.

    Returns
    -------
    DataFrame, one row per dimension
        As `geo.stats.decide.strengths`, with ``score``, ``low``, ``high``, ``peers`` (their median) and ``band``.
    """
    own, lowest, highest = line(scores, place), line(low, place), line(high, place)
    half = ((highest - lowest) / 2).fillna(0.0)
    band = half.clip(lower=least)
    others = scores.loc[alike]
    frame = strengths(own, others, band)
    return frame.assign(score=own, low=lowest, high=highest, peers=others.median(), band=band)
