"""The three indices on real places: scores of every heading, what is of here, and what is of the larger area."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from geo import cards
from geo.index_values import Values, method, table, tree
from geo.indices import Index
from geo.stats import composite
from geo.stats.uncertainty import Draws, rank_draws

__all__ = ["Assessed", "Values", "assess", "method", "table", "tree"]

Weights = tuple[tuple[str, float], ...]
Key = tuple[str, str, str, str, Weights, bool]
RANGES = ["rank", "median", "low", "high", "pr_bottom_fifth", "band", "low_score", "high_score"]


@dataclass(frozen=True)
class Assessed:
    """An index at a level: scores of every node, and what each rests on.

    Attributes
    ----------
    index : Index
        The declaration; ``level``, ``how``, ``aggregate``, ``weights``, ``widen`` are what was asked for.
    tree : DataFrame
        The tree with the weights used.
    scores : DataFrame, places x nodes
        0 to 100; NaN is "not enough data". A heading whose own values do not suffice holds the score of the larger
        area, and then ``inherited`` is True there.
    share_present : DataFrame, places x nodes
        Share of the weight of a heading's layers, or of an index's headings, that has a value of this place itself.
    inherited : DataFrame of bool, places x nodes
        Whether the score rests on values of a larger area.
    status : DataFrame of text, places x nodes
        ``ok``, ``inherited``, ``no data`` (not enough of it) or ``not applicable``.
    own, used : DataFrame, places x layer ids
        The values of the place itself, and those that ``scores`` rest on.
    """

    index: Index
    level: str
    how: str
    aggregate: str
    weights: Weights
    widen: bool
    tree: pd.DataFrame
    scores: pd.DataFrame
    share_present: pd.DataFrame
    inherited: pd.DataFrame
    status: pd.DataFrame
    own: pd.DataFrame
    used: pd.DataFrame

    @property
    def nodes(self) -> list[str]:
        """The index and its headings that have indicators."""
        return [str(code) for code in self.tree["code"] if code not in self.own.columns]

    def draws(self, node: str | None = None) -> Draws:
        """A node computed a thousand times under other choices as defensible (`geo.stats.composite.score_draws`)."""
        node = node or self.index.id
        return _draws(self._key(node), node, cards.data_folder(), cards.terms())

    def ranges(self, node: str | None = None) -> pd.DataFrame:
        """Rank, its 5 to 95 % range, and the chances of lying low, of places that have a score of their own.

        Local authorities have none: of them single facts are known.

        Columns as `geo.stats.composite.summarise` gives them, but that ``pr_bottom_fifth`` is the chance of lying among
        the worst-off fifth (in ``need`` the fifth with the highest scores), and ``band``, ``low_score``,
        ``high_score``: the range of the score over the draws that keep the chosen normalisation.
        """
        node = node or self.index.id
        return _ranges(self._key(node), node, cards.data_folder(), cards.terms())

    def _key(self, node: str) -> Key:
        """What the draws of a node depend on: those of a heading on nothing that is decided above it."""
        if node == self.index.id:
            return (self.index.id, self.level, self.how, self.aggregate, self.weights, self.widen)
        own = tuple((code, weight) for code, weight in self.weights if code in self.own.columns)
        return (self.index.id, self.level, self.how, self.index.aggregate, own, False)


def assess(
    index: str,
    level: str,
    how: str = "goalposts",
    aggregate: str | None = None,
    weights: Mapping[str, float] | None = None,
    widen: bool = False,
) -> Assessed:
    """Every place of a level scored on an index and its headings, with what is missing kept in sight.

    Parameters
    ----------
    index, level : str
        ``provision``, ``need`` or ``capacity``; a level of places.
    how, aggregate : str
        As in `geo.stats.composite.score`; by default the index's own way of joining its headings.
    weights : mapping of node -> 0..10, optional
        A reader's own relative importance of headings or layers (`geo.stats.composite.with_weights`).
    widen : bool
        Whether the index itself may rest on values of larger areas; then it is marked as inherited.

    Returns
    -------
    Assessed
        Cached: treat it as read-only. An office narrows what is shown of it, never what it is.

    Raises
    ------
    ValueError
        For weights that are unknown, out of bounds, or all zero.
    """
    chosen = method().index(index)
    own = tuple(sorted((str(code), float(weight)) for code, weight in (weights or {}).items()))
    key = (index, level, how, aggregate or chosen.aggregate, own, bool(widen))
    return _assess(key, cards.data_folder(), cards.terms())


@lru_cache(maxsize=64)
def _assess(key: Key, folder: Path, terms: cards.Terms) -> Assessed:
    index_id, level, how, aggregate, weights, widen = key
    index, values = method().index(index_id), table(index_id, level)
    own_tree = composite.with_weights(tree(index_id, level), dict(weights))
    alone = composite.score(values.own, own_tree, how, aggregate)
    share = composite.share_present(values.own, own_tree, how, aggregate)
    used = values.own.copy()
    headings = {d.id: [item.layer for item in d.indicators] for d in index.measured}
    for heading, parts in headings.items():
        weak = alone[heading].isna()
        used.loc[weak, parts] = values.wider.loc[weak, parts]
    scores = composite.score(used, own_tree, how, aggregate)
    inherited = used.notna() & values.own.isna()
    for heading, parts in headings.items():
        inherited[heading] = inherited[parts].any(axis=1) & scores[heading].notna()
    inherited[index_id] = inherited[list(headings)].any(axis=1) & scores[index_id].notna()
    if level not in index.levels:
        scores[index_id] = np.nan
    elif not widen:
        scores[index_id] = alone[index_id]
    if not widen or level not in index.levels:
        inherited[index_id] = False
    inherited = inherited[scores.columns]
    status = pd.DataFrame("no data", index=scores.index, columns=scores.columns)
    status = status.mask(scores.notna(), "ok").mask(inherited & scores.notna(), "inherited")
    layers_used = list(values.own.columns)
    # A heading that has enough of its own takes nothing from the larger area, though it might.
    missing = values.status.where(values.status != "inherited", "no data")
    status[layers_used] = status[layers_used].mask(scores[layers_used].isna(), missing)
    for heading, parts in headings.items():
        exempt = (values.status[parts] == "not applicable").all(axis=1)
        status[heading] = status[heading].mask(exempt & scores[heading].isna(), "not applicable")
    nowhere = (status[list(headings)] == "not applicable").all(axis=1)
    status[index_id] = status[index_id].mask(nowhere, "not applicable")
    return Assessed(index, level, how, aggregate, weights, widen, own_tree, scores, share, inherited, status,
                    values.own, used)  # fmt: skip


# A thousand draws of all subdistricts take 30 MB; what is read from them is kept longer.
@lru_cache(maxsize=4)
def _draws(key: Key, node: str, folder: Path, terms: cards.Terms) -> Draws:
    found = _assess(key, folder, terms)
    base = found.used if found.widen and node == found.index.id else found.own
    if node == found.index.id and found.level not in found.index.levels:
        base = base * np.nan
    errors = table(found.index.id, found.level).error
    noise = errors[[name for name in errors if errors[name].notna().any()]]
    return composite.score_draws(
        base,
        found.tree,
        node=node,
        how=found.how,
        aggregate=found.aggregate,
        noise=noise if len(noise.columns) else None,
    )


@lru_cache(maxsize=96)
def _ranges(key: Key, node: str, folder: Path, terms: cards.Terms) -> pd.DataFrame:
    found, index = _assess(key, folder, terms), method().index(key[0])
    own = found.scores[node].notna() & ((found.status[node] == "ok") | found.widen)
    if found.level == "lao" or not own.any():
        # Nobody is ranked by a single yes-or-no fact, and where there is no score there is nothing to draw.
        blank = pd.DataFrame(np.nan, index=found.scores.index, columns=RANGES)
        return blank.assign(band=pd.Series(pd.NA, index=blank.index, dtype="Int64"))
    drawn = _draws(key, node, folder, terms)
    standards = {d.id: d.standard.value for d in index.dimensions if d.standard and index.more == "better"}
    ranges = composite.summarise(drawn, standards.get(node))
    if index.more == "worse":
        ranks, highest = rank_draws(-drawn.scores.to_numpy().T)
        ranked = pd.Series((ranks > 0).sum(axis=0), index=ranges.index)
        ranges["pr_bottom_fifth"] = highest.sum(axis=0) / ranked.where(ranked > 0)
    ranges["band"] = composite.bands(ranges)
    same = drawn.scores.loc[:, (drawn.plan["how"] == drawn.how).to_numpy()]
    known = drawn.score.notna().to_numpy()
    ranges["low_score"] = ranges["high_score"] = np.nan
    if known.any() and same.shape[1]:
        drawn_scores = same.to_numpy()[known]
        # A place that loses its only indicator in a draw has no score in it; most have one in all.
        quantile = np.nanquantile if np.isnan(drawn_scores).any() else np.quantile
        ranges.loc[known, ["low_score", "high_score"]] = quantile(drawn_scores, [0.05, 0.95], axis=1).T
    return ranges
