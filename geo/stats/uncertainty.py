"""How sure a rank is: the index computed a thousand times under other choices that would be as defensible."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.stats.combining import Aggregate, roll_up
from geo.stats.drawing import Plan, draw_scores, make_plan, read_noise
from geo.stats.normalising import check_how, normalised, tells_apart
from geo.stats.tree import Floats, read_table, read_tree


@dataclass(frozen=True)
class Draws:
    """One index computed many times.

    Attributes
    ----------
    score : Series
        The index as published, NaN where there is not enough data.
    scores : DataFrame, places x draws
        The index in every draw.
    plan : DataFrame, one row per draw
        What was chosen in it: ``how``, ``aggregate``, ``dropped`` (an indicator, blank if none).
    how : str
        The normalisation of the published index.
    """

    score: pd.Series[float]
    scores: pd.DataFrame
    plan: pd.DataFrame
    how: str


def score_draws(
    table: pd.DataFrame,
    tree: pd.DataFrame,
    draws: int = 1000,
    seed: int = 0,
    node: str | None = None,
    how: str = "goalposts",
    aggregate: Aggregate = "geometric",
    min_present: float = 2 / 3,
    noise: pd.DataFrame | None = None,
    spread: float = 0.25,
    drop: bool = True,
) -> Draws:
    """An index computed again and again under choices that could as well have been made.

    Parameters
    ----------
    table, tree, how, aggregate, min_present
        As in `geo.stats.composite.score`: the published index.
    draws, seed : int
        Number of draws, and the seed: the same seed gives the same draws on every machine.
    node : str, optional
        Node that is scored; by default the only index of the tree.
    noise : DataFrame, optional
        Standard deviation of the error of each value, in its own unit; places and indicators it does not hold, and
        NaN, have none.
    spread : float, default 0.25
        Every weight is multiplied by a number drawn evenly from 1 - spread to 1 + spread.
    drop : bool, default True
        Whether each draw leaves one indicator out.

    Returns
    -------
    Draws

    Notes
    -----
    Each draw also picks, with equal chance, a normalisation (the published one, goalposts, percentile) and an average
    (the published one, geometric, arithmetic). Who has a score is settled once, on the published index; a place that
    loses its only indicator in a draw is unranked in that draw. Errors are taken as normal and independent.
    Source: Saisana, Saltelli and Tarantola (2005), J. R. Stat. Soc. A 168(2); OECD and JRC Handbook (2008), step 7.
    """
    check_how(how)
    if draws < 1:
        raise ValueError(f"rank_ranges: draws must be 1 or more, not {draws}")
    if not 0 <= spread < 1:
        raise ValueError(f"rank_ranges: spread lies from 0 to under 1, not {spread:g}")
    checked = read_tree(tree, goalposts=how == "goalposts")
    root = checked.position(node)
    raw = read_table(table, checked)
    leaves = normalised(raw, checked, how)
    base = roll_up(leaves, tells_apart(raw, leaves), checked, aggregate, min_present)
    published = np.where(base.known[root], base.score[root], np.nan)

    errors = read_noise(noise, table, checked)
    plan: Plan = make_plan(checked, root, draws, seed, how, aggregate, spread, drop)
    scores = draw_scores(raw, errors, base.known, checked, root, plan, seed)
    return Draws(
        score=pd.Series(published, index=table.index, name=checked.codes[root]),
        scores=pd.DataFrame(scores.T, index=table.index),
        plan=plan.frame(checked),
        how=how,
    )


def rank_ranges(
    table: pd.DataFrame,
    tree: pd.DataFrame,
    draws: int = 1000,
    seed: int = 0,
    standard: float | None = None,
    **choices: Any,
) -> pd.DataFrame:
    """The rank of every place, and how far it moves under other choices that are as defensible.

    Parameters
    ----------
    table, tree, draws, seed
        As in `score_draws`.
    standard : float, optional
        A score, 0..100; adds ``pr_below_standard``.
    choices
        ``node``, ``how``, ``aggregate``, ``min_present``, ``noise``, ``spread``, ``drop`` of `score_draws`.

    Returns
    -------
    DataFrame
        See `summarise`.

    Examples
    --------
    >>> tree = pd.DataFrame({"code": ["index", "a", "b"], "parent": ["", "index", "index"], "weight": [1, 1, 1],
    ...                      "direction": [1, 1, 1], "low": [0, 0, 0], "high": [0, 100, 100]})
    >>> homes = pd.DataFrame({"a": [90.0, 40.0, 50.0], "b": [95.0, 50.0, 40.0]}, index=["10", "38", "95"])
    >>> rank_ranges(homes, tree, draws=200)[["rank", "low", "high"]].to_dict("index")["10"]
    {'rank': 1.0, 'low': 1.0, 'high': 1.0}
    """
    return summarise(score_draws(table, tree, draws, seed, **choices), standard)


def summarise(drawn: Draws, standard: float | None = None) -> pd.DataFrame:
    """Ranks with their ranges, from draws.

    Returns
    -------
    DataFrame, one row per place
        ``rank`` of the published index (1 is best, ties share the better rank), ``median``, ``low`` and ``high``
        (5 % and 95 % of the draws) of its rank, ``pr_bottom_fifth`` (share of draws in which it lies in the lowest
        fifth of the ranked places, a group of ties at its middle) and, with a standard, ``pr_below_standard`` (share
        of the draws that keep the published normalisation, since a standard is a point on that scale). NaN where
        there is not enough data. The published rank may lie outside its range: that is a finding, not an error.
    """
    ranks, bottom = rank_draws(drawn.scores.to_numpy().T)
    ranked = (ranks > 0).sum(axis=0)
    columns: dict[str, Any] = {
        "rank": drawn.score.round(9).rank(method="min", ascending=False).to_numpy(),
        **_order_statistics(ranks, ranked),
        "pr_bottom_fifth": _share(bottom.sum(axis=0), ranked),
    }
    if standard is not None:
        scores = drawn.scores.to_numpy()[:, (drawn.plan["how"] == drawn.how).to_numpy()]
        # A thousandth of a point: draws are held in single precision, and a score equal to the standard meets it.
        below = (scores < standard - 1e-3).sum(axis=1)
        columns["pr_below_standard"] = _share(below, np.isfinite(scores).sum(axis=1))
    return pd.DataFrame(columns, index=drawn.scores.index)


def rank_draws(scores: Floats) -> tuple[NDArray[np.int32], NDArray[np.bool_]]:
    """Rank of every place in every draw, and whether it lies in the lowest fifth: arrays (draws, places).

    1 is the highest score, ties share the better rank, 0 stands for no score.
    """
    ranks = np.zeros(scores.shape, dtype=np.int32)
    bottom = np.zeros(scores.shape, dtype=bool)
    for draw, values in enumerate(scores):
        order = np.argsort(-values)
        ordered = values[order]
        count = int(np.isfinite(ordered).sum())
        order, ordered = order[:count], ordered[:count]
        starts = np.flatnonzero(np.concatenate(([True], ordered[1:] != ordered[:-1]))[:count])
        sizes = np.diff(np.append(starts, count))
        ranks[draw, order] = np.repeat(starts + 1, sizes)
        middle = np.repeat(starts + (sizes + 1) / 2, sizes)
        bottom[draw, order] = middle > 0.8 * count + 0.5
    return ranks, bottom


def _share(count: NDArray[Any], of: NDArray[Any]) -> Floats:
    return np.where(of > 0, count / np.maximum(of, 1), np.nan)


def _order_statistics(ranks: NDArray[np.int32], ranked: NDArray[Any]) -> dict[str, Floats]:
    ordered = np.sort(np.ascontiguousarray(ranks.T), axis=1)
    draws = ordered.shape[1]
    # Draws without a rank are 0 and so come first; the others fill the end of each row.
    skip = draws - ranked

    def at(position: NDArray[Any]) -> Floats:
        place = np.clip(skip + position, 0, draws - 1).astype(int)
        return np.where(ranked > 0, ordered[np.arange(len(ordered)), place], np.nan)

    last = np.maximum(ranked - 1, 0)
    return {
        "median": (at(np.floor(last / 2)) + at(np.ceil(last / 2))) / 2,
        "low": at(np.floor(0.05 * last)),
        "high": at(np.ceil(0.95 * last)),
    }
