"""Composite index: indicators to dimensions to an index, with what is missing kept in sight."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from geo.stats.bands import ahead, bands, share_ahead
from geo.stats.combining import Aggregate, Scored, roll_up
from geo.stats.normalising import check_how, normalise, normalised, tells_apart
from geo.stats.tree import Tree, read_table, read_tree
from geo.stats.uncertainty import rank_ranges, score_draws, summarise

__all__ = [
    "ahead",
    "bands",
    "normalise",
    "rank_ranges",
    "scenarios",
    "score",
    "score_draws",
    "share_ahead",
    "share_present",
    "summarise",
    "with_weights",
]

SCENARIOS: dict[str, dict[str, Any]] = {
    "standard": {},
    "arithmetic": {"aggregate": "arithmetic"},
    "harmonic": {"aggregate": "harmonic"},
    "mazziotta_pareto": {"aggregate": "mazziotta_pareto"},
    "minmax": {"how": "minmax"},
    "zscore": {"how": "zscore"},
    "percentile": {"how": "percentile"},
}


def score(
    table: pd.DataFrame,
    tree: pd.DataFrame,
    how: str = "goalposts",
    aggregate: Aggregate = "geometric",
    min_present: float = 2 / 3,
) -> pd.DataFrame:
    """How every place does on every indicator, dimension and index, from 0 (worst) to 100 (best).

    Parameters
    ----------
    table : DataFrame, places x indicator codes
        Any units, NaN where missing.
    tree : DataFrame
        See `geo.stats.tree.read_tree`: code, parent, weight, direction, low, high, and optionally log, required.
    how : str, default "goalposts"
        Way of normalising, see `normalise`.
    aggregate : str or mapping of group -> str, default "geometric"
        ``arithmetic``, ``geometric``, ``harmonic`` or ``mazziotta_pareto`` (formulas in `geo.stats.combining.average`).
        As plain text: between dimensions, that is at every group except those that stand under another group and
        hold nothing but indicators; inside such a dimension the mean is arithmetic. As a mapping: at the groups
        it names, arithmetic elsewhere.
    min_present : float, default 2/3
        Share of its children's weight that a group needs.

    Returns
    -------
    DataFrame, places x nodes in the order of the tree
        NaN is "not enough data": under ``min_present``, or a ``required`` child without a score. The weights of what
        is present are scaled up to stand for the whole; nothing is filled in. `share_present` has the same shape.

    Notes
    -----
    Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), steps 5 and 6. Reproduces the scores
    that the R package COINr documents for its ASEM data (tests/reference/coinr_asem).

    Examples
    --------
    >>> tree = pd.DataFrame({"code": ["index", "online", "power"], "parent": ["", "index", "index"],
    ...                      "weight": [1, 1, 1], "direction": [1, 1, 1], "low": [0, 0, 0], "high": [0, 100, 100]})
    >>> homes = pd.DataFrame({"online": [25.0, 36.0], "power": [100.0, None]}, index=["10", "38"])
    >>> score(homes, tree)["index"].round(9).to_dict()
    {'10': 50.0, '38': nan}
    """
    checked, scored = _scored(table, tree, how, aggregate, min_present)
    return _frame(np.where(scored.known, scored.score, np.nan), table, checked)


def share_present(
    table: pd.DataFrame,
    tree: pd.DataFrame,
    how: str = "goalposts",
    aggregate: Aggregate = "geometric",
    min_present: float = 2 / 3,
    of: str = "children",
) -> pd.DataFrame:
    """How much of each score rests on data: 1 all of it, 0 none. Stands beside every score.

    Parameters
    ----------
    table, tree, how, aggregate, min_present
        As in `score`.
    of : str, default "children"
        ``children``: share of the weight of the children that have a score, the number ``min_present`` is held
        against. ``indicators``: share of all weight down to the indicators that the score rests on; an index of
        dimensions that are each two thirds full rests on two thirds, although no dimension is missing.

    Returns
    -------
    DataFrame, places x nodes, 0..1
        0 for a group whose indicators all tell no places apart.

    Examples
    --------
    >>> tree = pd.DataFrame({"code": ["index", "online", "power"], "parent": ["", "index", "index"],
    ...                      "weight": [1, 3, 1], "direction": [1, 1, 1], "low": [0, 0, 0], "high": [0, 100, 100]})
    >>> homes = pd.DataFrame({"online": [25.0], "power": [None]}, index=["38"])
    >>> float(share_present(homes, tree).loc["38", "index"])
    0.75
    """
    if of not in ("children", "indicators"):
        raise ValueError(f"share_present: of={of!r} is neither 'children' nor 'indicators'")
    checked, scored = _scored(table, tree, how, aggregate, min_present)
    return _frame(scored.share if of == "children" else scored.coverage, table, checked)


def with_weights(tree: pd.DataFrame, importance: Mapping[str, float]) -> pd.DataFrame:
    """The same tree with a reader's own weights: relative importance, 0 to 10, that need not add up to anything.

    Nodes that are not named keep their weight. Refused: a code that is not in the tree, a weight outside 0..10, and
    (by the check of the tree) weights under one parent that are all zero.

    Examples
    --------
    >>> tree = pd.DataFrame({"code": ["index", "a", "b"], "parent": ["", "index", "index"],
    ...                      "weight": [1.0, 1.0, 1.0], "direction": [1, 1, 1]})
    >>> with_weights(tree, {"a": 5})["weight"].tolist()
    [1.0, 5.0, 1.0]
    """
    read_tree(tree)
    own = tree.copy()
    own["weight"] = pd.to_numeric(own["weight"]).astype(float)
    for code, weight in importance.items():
        if code not in set(own["code"]):
            raise ValueError(f"with_weights: {code!r} is not in the tree")
        if not 0 <= weight <= 10:
            raise ValueError(f"with_weights: importance runs from 0 to 10, {code!r} has {weight:g}")
        own.loc[own["code"] == code, "weight"] = float(weight)
    read_tree(own)
    return own


def scenarios(
    table: pd.DataFrame,
    tree: pd.DataFrame,
    choices: Mapping[str, Mapping[str, Any]] | None = None,
    node: str | None = None,
) -> pd.DataFrame:
    """How the rank of every place moves when the method changes: what a ranking owes to choices, not to places.

    Parameters
    ----------
    table, tree
        As in `score`.
    choices : mapping of name -> settings, default the standard and six switches
        Settings: any of ``how``, ``aggregate``, ``min_present``, ``weights`` (see `with_weights`). The first is what
        the others are compared with.
    node : str, optional
        Node that is ranked; by default the only index of the tree.

    Returns
    -------
    DataFrame, places x two-storey columns
        ("rank", name): 1 is best, ties share the better rank, NaN without a score. ("shift", name): places climbed
        (+) or lost (-) against the first.

    Examples
    --------
    >>> tree = pd.DataFrame({"code": ["index", "a", "b"], "parent": ["", "index", "index"], "weight": [1, 1, 1],
    ...                      "direction": [1, 1, 1], "low": [0, 0, 0], "high": [0, 100, 100]})
    >>> homes = pd.DataFrame({"a": [90.0, 45.0], "b": [10.0, 45.0]}, index=["10", "38"])
    >>> scenarios(homes, tree, {"standard": {}, "mean": {"aggregate": "arithmetic"}})["shift", "mean"].to_dict()
    {'10': 1.0, '38': -1.0}
    """
    chosen = SCENARIOS if choices is None else choices
    if not chosen:
        raise ValueError("scenarios: no scenario is given, so there is nothing to compare")
    target = read_tree(tree)
    code = target.codes[target.position(node)]
    ranks = {}
    for name, settings in chosen.items():
        rest = {key: value for key, value in settings.items() if key != "weights"}
        own = with_weights(tree, settings["weights"]) if "weights" in settings else tree
        # Rounding: two places that differ by less than a billionth of a point share their rank.
        ranks[name] = score(table, own, **rest)[code].round(9).rank(method="min", ascending=False)
    rank = pd.DataFrame(ranks)
    shift = rank.rsub(rank.iloc[:, 0], axis=0)
    return pd.concat({"rank": rank, "shift": shift}, axis=1)


def _scored(
    table: pd.DataFrame, tree: pd.DataFrame, how: str, aggregate: Aggregate, min_present: float
) -> tuple[Tree, Scored]:
    check_how(how)
    checked = read_tree(tree, goalposts=how == "goalposts")
    raw = read_table(table, checked)
    leaves = normalised(raw, checked, how)
    return checked, roll_up(leaves, tells_apart(raw, leaves), checked, aggregate, min_present)


def _frame(values: Any, table: pd.DataFrame, tree: Tree) -> pd.DataFrame:
    return pd.DataFrame(values.T, index=table.index, columns=list(tree.codes))
