"""Bringing indicators in different units onto one scale from 0 (worst) to 100 (best)."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.stats.tree import Flags, Floats, Tree, read_table, read_tree

NORMALISATIONS = ("goalposts", "minmax", "zscore", "percentile")


def normalise(table: pd.DataFrame, tree: pd.DataFrame, how: str = "goalposts") -> pd.DataFrame:
    """Put every indicator on one scale from 0 (worst) to 100 (best), so that they can be added.

    Parameters
    ----------
    table : DataFrame, places x indicator codes
        Any units, NaN where missing. Columns the tree does not name are left aside.
    tree : DataFrame
        See `geo.stats.tree.read_tree`. Where ``log`` is True, log1p is taken first (of the goalposts too).
    how : str, default "goalposts"
        ``goalposts``: 100 clip((x - low) / (high - low), 0, 1): fixed, never moved by the places on the screen.
        ``minmax``: the same between the lowest and highest place of the table. ``zscore``: 50 + 10 z, clipped to
        0..100, with the standard deviation of all places (they are the whole, not a sample). ``percentile``:
        share of the other places that are worse, a tie counting half: 100 (rank - 1) / (places - 1).

    Returns
    -------
    DataFrame, places x indicators in the order of the tree
        Reversed where the direction is -1. A missing value stays missing. An indicator that is the same everywhere
        is missing everywhere under ``minmax``, ``zscore`` and ``percentile``: it does not tell places apart, and a
        made-up 0, 50 or 100 would; `score` then counts its weight neither as present nor as absent.

    Notes
    -----
    The three comparison switches depend on which places stand in the table; goalposts do not.
    Source: OECD and JRC, Handbook on Constructing Composite Indicators (2008), step 5.

    Examples
    --------
    >>> tree = pd.DataFrame({"code": ["index", "online", "walk"], "parent": ["", "index", "index"], "weight": [1, 1, 1],
    ...                      "direction": [1, 1, -1], "low": [0, 0, 0], "high": [0, 100, 60]})
    >>> homes = pd.DataFrame({"online": [50.0, 80.0], "walk": [15.0, 90.0]}, index=["10", "38"])
    >>> normalise(homes, tree).to_dict("index")
    {'10': {'online': 50.0, 'walk': 75.0}, '38': {'online': 80.0, 'walk': 0.0}}
    """
    check_how(how)
    checked = read_tree(tree, goalposts=how == "goalposts")
    values = normalised(read_table(table, checked), checked, how)
    return pd.DataFrame(values.T, index=table.index, columns=pd.Index(checked.indicators, name=table.columns.name))


def check_how(how: str) -> None:
    """Refuse a way of normalising that does not exist, by name."""
    if how not in NORMALISATIONS:
        raise ValueError(f"normalise: {how!r} is not one of {', '.join(NORMALISATIONS)}")


def normalised(raw: Floats, tree: Tree, how: str) -> Floats:
    """The arithmetic of `normalise` on arrays of shape (indicators, places)."""
    return np.array([one(raw[row], tree, leaf, how) for row, leaf in enumerate(tree.leaves)])


def tells_apart(raw: Floats, scores: Floats) -> Flags:
    """Which indicators count: all but those that have values, the same everywhere, and so no scores."""
    return np.array(
        [bool(np.isnan(values).all() or not np.isnan(s).all()) for values, s in zip(raw, scores, strict=True)]
    )


def one(raw: Floats, tree: Tree, leaf: int, how: str) -> Floats:
    """One indicator on the scale 0..100; ``leaf`` is its position in the tree."""
    values: Floats = np.log1p(raw) if tree.log[leaf] else raw
    known = values[~np.isnan(values)]
    if how != "goalposts" and (known.size == 0 or known.min() == known.max() or known.std() == 0):
        return np.full(values.shape, np.nan)
    if how == "zscore":
        z: Floats = tree.direction[leaf] * (values - known.mean()) / known.std()
        return np.clip(50 + 10 * z, 0, 100)
    scores: Floats
    if how == "percentile":
        scores = percentile(values, np.sort(known))
    else:
        low, high = (known.min(), known.max()) if how == "minmax" else _goalposts(tree, leaf)
        scores = 100 * np.clip((values - low) / (high - low), 0, 1)
    return scores if tree.direction[leaf] > 0 else 100 - scores


def percentile(values: Floats, known: Floats) -> Floats:
    """Percentile of values among sorted known ones: the share of the others below, ties by half; NaN stays."""
    below = np.searchsorted(known, values, side="left")
    above = np.searchsorted(known, values, side="right")
    inside = np.clip((below + above - 1) / 2, 0, len(known) - 1)
    return np.where(np.isnan(values), np.nan, 100 * inside / (len(known) - 1))


def _goalposts(tree: Tree, leaf: int) -> tuple[float, float]:
    low, high = float(tree.low[leaf]), float(tree.high[leaf])
    return (float(np.log1p(low)), float(np.log1p(high))) if tree.log[leaf] else (low, high)
