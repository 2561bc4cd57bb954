"""Whether an index holds together: what its parts share, what moves it, and whether it is only a map of wealth."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.stats.tree import Floats, read_tree

# Rule of thumb of the Joint Research Centre: an indicator is badly skewed if both are exceeded.
SKEW, KURTOSIS = 2.0, 3.5
FEWEST = 3


def cronbach_alpha(scores: pd.DataFrame) -> float:
    """How far indicators of one dimension measure the same thing: 1 entirely, 0 not at all.

    Parameters
    ----------
    scores : DataFrame, places x indicators
        On one scale and turned the same way, as `normalise` gives them.

    Returns
    -------
    float
        k / (k - 1) (1 - sum of variances / variance of the sum) over places where all k are present. Negative: a
        direction is probably wrong. NaN with fewer than 2 indicators, fewer than 3 such places, or no variance.

    Notes
    -----
    Source: Cronbach (1951), Psychometrika 16; OECD and JRC Handbook (2008), step 4.

    Examples
    --------
    >>> cronbach_alpha(pd.DataFrame({"a": [1.0, 2.0, 3.0], "b": [1.0, 2.0, 3.0]}))
    1.0
    """
    full = scores.dropna().to_numpy(dtype=float)
    count = full.shape[1]
    if count < 2 or len(full) < FEWEST:
        return float("nan")
    whole = full.sum(axis=1).var(ddof=1)
    return float(count / (count - 1) * (1 - full.var(axis=0, ddof=1).sum() / whole)) if whole > 0 else float("nan")


def alphas(scores: pd.DataFrame, tree: pd.DataFrame) -> pd.Series[float]:
    """Cronbach's alpha of every group of a tree over its children, from the output of `score`.

    Groups with a single child are left out: there is nothing to agree with.
    """
    checked = read_tree(tree)
    found = {
        checked.codes[group]: cronbach_alpha(scores[[checked.codes[child] for child in checked.children[group]]])
        for group in sorted(checked.upward)
        if len(checked.children[group]) > 1
    }
    return pd.Series(found, dtype=float, name="alpha")


def effective_influence(scores: pd.DataFrame, tree: pd.DataFrame, node: str | None = None) -> pd.DataFrame:
    """What each dimension really does to the index, beside the weight it was given.

    Parameters
    ----------
    scores : DataFrame
        Output of `score`.
    tree : DataFrame
        See `geo.stats.tree.read_tree`.
    node : str, optional
        Whose children are looked at; by default the only index of the tree.

    Returns
    -------
    DataFrame, one row per child
        ``nominal``: its share of the weights. ``squared_correlation`` with the node. ``effective``: the latter as a
        share of all children's. NaN where a child does not vary or under 3 places have both.

    Notes
    -----
    A squared correlation is the share of the index's variance that the child alone would explain, if straight.
    Source: Paruolo, Saisana and Saltelli (2013), Ratings and rankings: voodoo or science?, J. R. Stat. Soc. A 176(3).

    Examples
    --------
    >>> tree = pd.DataFrame({"code": ["index", "a", "b"], "parent": ["", "index", "index"], "weight": [1, 1, 1],
    ...                      "direction": [1, 1, 1]})
    >>> scores = pd.DataFrame({"index": [1.0, 2.0, 3.0], "a": [1.0, 2.0, 3.0], "b": [1.0, 2.0, 1.0]})
    >>> effective_influence(scores, tree)["effective"].to_dict()
    {'a': 1.0, 'b': 0.0}
    """
    checked = read_tree(tree)
    place = checked.position(node)
    children = list(checked.children[place])
    names = [checked.codes[child] for child in children]
    squared = [correlation(scores[checked.codes[place]], scores[name]) ** 2 for name in names]
    weights = checked.weight[children]
    frame = pd.DataFrame({"nominal": weights / weights.sum(), "squared_correlation": squared}, index=names)
    frame["effective"] = frame["squared_correlation"] / frame["squared_correlation"].sum()
    return frame


def own_dimension(scores: pd.DataFrame, tree: pd.DataFrame) -> pd.DataFrame:
    """Whether each indicator is closer to its own dimension than to any other.

    Returns
    -------
    DataFrame, one row per indicator whose dimension has a sibling
        ``dimension``, ``own`` (correlation with it), ``nearest`` (the sibling dimension it correlates most with),
        ``other`` (that correlation), ``fits`` (own is at least other; missing where either is unknown).

    Notes
    -----
    The indicator is part of its own dimension, so ``own`` is flattered where a dimension has few indicators.
    """
    checked = read_tree(tree)
    rows = {}
    for leaf in checked.leaves:
        own = checked.parent[leaf]
        if own < 0 or checked.parent[own] < 0:
            continue
        siblings = [s for s in checked.children[checked.parent[own]] if s != own and checked.children[s]]
        if not siblings:
            continue
        column = scores[checked.codes[leaf]]
        others = pd.Series({checked.codes[s]: correlation(column, scores[checked.codes[s]]) for s in siblings})
        mine = correlation(column, scores[checked.codes[own]])
        best = others.max()
        rows[checked.codes[leaf]] = {
            "dimension": checked.codes[own],
            "own": mine,
            "nearest": "" if np.isnan(best) else str(others.idxmax()),
            "other": best,
            "fits": pd.NA if np.isnan(mine) or np.isnan(best) else bool(mine >= best),
        }
    return pd.DataFrame.from_dict(rows, orient="index", columns=["dimension", "own", "nearest", "other", "fits"])


def collinear(table: pd.DataFrame, over: float = 0.92) -> pd.DataFrame:
    """Pairs of indicators that say the same thing twice, and so would count twice.

    Returns
    -------
    DataFrame, strongest first
        ``first``, ``second``, ``correlation`` (Pearson, places where both are present), ``places`` (how many).

    Examples
    --------
    >>> collinear(pd.DataFrame({"a": [1, 2, 3], "b": [2, 4, 6], "c": [1, 0, 1]})).values.tolist()
    [['a', 'b', 1.0, 3]]
    """
    names = list(table.columns)
    rows = []
    for i, first in enumerate(names):
        for second in names[i + 1 :]:
            r = correlation(table[first], table[second])
            if abs(r) > over:
                rows.append((first, second, round(r, 12), int((table[first].notna() & table[second].notna()).sum())))
    found = pd.DataFrame(rows, columns=["first", "second", "correlation", "places"])
    return found.sort_values("correlation", key=np.abs, ascending=False, kind="stable").reset_index(drop=True)


def indicator_shape(table: pd.DataFrame) -> pd.DataFrame:
    """How complete each indicator is and how lopsided: what to look at before it enters an index.

    Returns
    -------
    DataFrame, one row per indicator
        ``present`` (places with a value), ``share_present``, ``distinct`` (different values), ``skew`` and
        ``kurtosis`` (excess, both corrected for small samples; NaN under 3 and 4 places), ``lopsided``
        (|skew| > 2 and kurtosis > 3.5, the rule of the Joint Research Centre).
    """
    numbers = table.astype(float)
    frame = pd.DataFrame(
        {
            "present": numbers.notna().sum(),
            "share_present": numbers.notna().mean(),
            "distinct": numbers.nunique(),
            "skew": numbers.skew(),
            "kurtosis": numbers.kurt(),
        }
    )
    frame["lopsided"] = (frame["skew"].abs() > SKEW) & (frame["kurtosis"] > KURTOSIS)
    return frame


def context_correlations(
    index: pd.Series[float], people: pd.Series[float], income: pd.Series[float] | None = None
) -> pd.Series[float]:
    """Whether the index is only a map of size or wealth: its correlation with log people and with income.

    Returns
    -------
    Series
        ``log_people`` and, where given, ``income``: Pearson, over places that have both; NaN under 3 of them.
        Places without residents are left out of the first.
    """
    found = {"log_people": correlation(index, people.where(people > 0).map(np.log, na_action="ignore"))}
    if income is not None:
        found["income"] = correlation(index, income)
    return pd.Series(found)


def correlation(first: pd.Series[float], second: pd.Series[float]) -> float:
    """Pearson's correlation over places that have both; NaN under 3 of them or where one does not vary."""
    pair: Floats = pd.concat([first, second], axis=1).dropna().to_numpy(dtype=float)
    if len(pair) < FEWEST or (pair == pair[0]).all(axis=0).any():
        return float("nan")
    spread = pair - pair.mean(axis=0)
    size = np.sqrt((spread**2).sum(axis=0))
    return float(np.clip((spread[:, 0] @ spread[:, 1]) / (size[0] * size[1]), -1, 1)) if size.all() else float("nan")


def between_share(values: pd.Series[float], groups: pd.Series[str]) -> float:
    """How much of the differences between places lies between groups of them: 0 nothing, 1 everything.

    Parameters
    ----------
    values, groups : Series on the same places
        Places without a value or a group are left out.

    Returns
    -------
    float
        Sum of squares between the groups over that in all (eta squared), places counting alike; NaN without variance.

    Examples
    --------
    >>> between_share(pd.Series([1.0, 1.0, 3.0, 3.0]), pd.Series(["a", "a", "b", "b"]))
    1.0
    """
    known = values.notna() & groups.notna()
    values, groups = values[known], groups[known]
    total = float(((values - values.mean()) ** 2).sum())
    means = values.groupby(groups).transform("mean")
    return float(((means - values.mean()) ** 2).sum()) / total if total > 0 else float("nan")
