"""What if one number of one place were another, and which single change would reach the standard."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from geo.stats.combining import Aggregate, roll_up
from geo.stats.composite import score
from geo.stats.normalising import normalised
from geo.stats.tree import Floats, Tree, read_table, read_tree

STEPS = 101
HALVINGS = 45


def what_if(
    table: pd.DataFrame,
    tree: pd.DataFrame,
    place: str,
    changes: Mapping[str, float],
    aggregate: Aggregate = "geometric",
    min_present: float = 2 / 3,
) -> pd.DataFrame:
    """The scores of one place as they are, and as they would be with other values.

    Parameters
    ----------
    table, tree, aggregate, min_present
        As in `geo.stats.composite.score`, between goalposts.
    place : str
        Code of the place.
    changes : mapping of indicator -> value in its own unit

    Returns
    -------
    DataFrame[before, after], one row per node of the tree

    Examples
    --------
    >>> tree = pd.DataFrame({"code": ["index", "online"], "parent": ["", "index"], "weight": [1, 1],
    ...                      "direction": [1, 1], "low": [0, 0], "high": [0, 100]})
    >>> homes = pd.DataFrame({"online": [40.0]}, index=["38"])
    >>> what_if(homes, tree, "38", {"online": 60}).loc["index"].round(6).tolist()
    [40.0, 60.0]
    """
    row = _row(table, place)
    strays = [code for code in changes if code not in read_tree(tree).indicators]
    if strays:
        raise ValueError(f"what_if: {len(strays)} of {len(changes)} changes are no indicator; first is {strays[0]!r}")
    both = pd.concat([row, row.assign(**dict(changes))], keys=["before", "after"]).droplevel(1)
    return score(both, tree, aggregate=aggregate, min_present=min_present).T


def smallest_change(
    table: pd.DataFrame,
    tree: pd.DataFrame,
    place: str,
    standard: float,
    node: str | None = None,
    aggregate: Aggregate = "geometric",
    min_present: float = 2 / 3,
) -> pd.DataFrame:
    """Which single indicator of one place would have to change least for it to reach the standard.

    Parameters
    ----------
    table, tree, aggregate, min_present
        As in `geo.stats.composite.score`, between goalposts.
    place : str
        Code of the place.
    standard : float
        Score to reach.
    node : str, optional
        Node that should reach it; by default the only index of the tree.

    Returns
    -------
    DataFrame, one row per indicator of the node that is known for the place
        ``now`` and ``needed`` (its own unit), ``points`` (on the scale 0..100), ``reaches`` (False: not even the best
        goalpost is enough, ``needed`` and ``points`` are NaN), ``best`` (score of the node at the best goalpost).
        Least points first; points of different indicators are alike in scale, not in cost. All 0 if it is met.

    Notes
    -----
    Found by steps of a hundredth of the way and then by halving. Refused where the node has no score.

    Examples
    --------
    >>> tree = pd.DataFrame({"code": ["index", "online", "walk"], "parent": ["", "index", "index"], "weight": [1, 1, 1],
    ...                      "direction": [1, 1, -1], "low": [0, 0, 0], "high": [0, 100, 60]})
    >>> homes = pd.DataFrame({"online": [40.0], "walk": [30.0]}, index=["38"])
    >>> smallest_change(homes, tree, "38", 50, aggregate="arithmetic")[["needed", "points"]].round(6).to_dict("index")
    {'online': {'needed': 50.0, 'points': 10.0}, 'walk': {'needed': 24.0, 'points': 10.0}}
    """
    checked = read_tree(tree, goalposts=True)
    target = checked.position(node)
    raw = read_table(_row(table, place), checked)
    now = normalised(raw, checked, "goalposts")[:, 0]

    def scores(points: Floats) -> Floats:
        """Score of the node for columns of points, shape (indicators, trials)."""
        result = roll_up(points, np.ones(len(points), dtype=bool), checked, aggregate, min_present)
        return np.where(result.known[target], result.score[target], np.nan)

    base = float(scores(now[:, None])[0])
    if np.isnan(base):
        raise ValueError(f"smallest_change: place {place!r} has not enough data for {checked.codes[target]!r}")
    within = set(checked.under(target))
    rows = {}
    for row, leaf in enumerate(checked.leaves):
        if leaf not in within or np.isnan(now[row]):
            continue
        trials = np.linspace(now[row], 100, STEPS)
        reached = scores(_with(now, row, trials))
        points = np.nan
        # A billionth of a point, so that rounding does not ask for more than the standard.
        enough = reached >= standard - 1e-9
        if enough.any():
            first = int(np.argmax(enough))
            low, high = trials[max(first - 1, 0)], trials[first]
            for _ in range(HALVINGS if first else 0):
                middle = (low + high) / 2
                there = scores(_with(now, row, np.array([middle])))[0] >= standard - 1e-9
                low, high = (low, middle) if there else (middle, high)
            points = float(high)
        rows[checked.codes[leaf]] = {
            "now": raw[row, 0],
            "needed": raw[row, 0] if points == now[row] else _value(checked, leaf, points),
            "points": points - now[row],
            "reaches": bool(enough.any()),
            "best": float(reached[-1]),
        }
    frame = pd.DataFrame.from_dict(rows, orient="index", columns=["now", "needed", "points", "reaches", "best"])
    return frame.sort_values("points", kind="stable", na_position="last")


def _row(table: pd.DataFrame, place: str) -> pd.DataFrame:
    if place not in table.index:
        raise ValueError(f"what-if: no place has the code {place!r}")
    return table.loc[[place]]


def _with(now: Floats, row: int, trials: Floats) -> Floats:
    columns = np.repeat(now[:, None], len(trials), axis=1)
    columns[row] = trials
    return columns


def _value(tree: Tree, leaf: int, points: float) -> float:
    """The indicator's own value at so many points between its goalposts."""
    share = points / 100 if tree.direction[leaf] > 0 else 1 - points / 100
    low, high = float(tree.low[leaf]), float(tree.high[leaf])
    if tree.log[leaf]:
        return float(np.expm1(np.log1p(low) + share * (np.log1p(high) - np.log1p(low))))
    return low + share * (high - low)
