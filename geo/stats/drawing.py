"""The draws behind rank ranges: what is chosen in each, and the index under those choices."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from geo.stats.combining import Aggregate, Part, average, ways
from geo.stats.normalising import normalised, one, percentile
from geo.stats.tree import Flags, Floats, Tree

# Scores of one block of draws stay inside a core's cache.
BLOCK = 2**17


@dataclass(frozen=True)
class Plan:
    """What each draw chooses: ``weight`` (nodes, draws); ``how`` and ``aggregate`` point into their lists."""

    hows: list[str]
    aggregates: list[Aggregate]
    how: NDArray[np.int64]
    aggregate: NDArray[np.int64]
    dropped: NDArray[np.int64]
    weight: Floats

    def frame(self, tree: Tree) -> pd.DataFrame:
        """The plan in words, one row per draw."""
        names = [name if isinstance(name, str) else "as given" for name in self.aggregates]
        return pd.DataFrame(
            {
                "how": [self.hows[i] for i in self.how],
                "aggregate": [names[i] for i in self.aggregate],
                "dropped": [tree.codes[i] if i >= 0 else "" for i in self.dropped],
            }
        )


def make_plan(
    tree: Tree, root: int, draws: int, seed: int, how: str, aggregate: Aggregate, spread: float, drop: bool
) -> Plan:
    """Draw the choices: weights, normalisation, average and the indicator that is left out."""
    rng = np.random.default_rng(seed)
    posts = all(tree.low[leaf] < tree.high[leaf] for leaf in tree.leaves)
    hows = list(dict.fromkeys([how, *(["goalposts"] if posts else []), "percentile"]))
    aggregates: list[Aggregate] = [aggregate]
    aggregates += [name for name in ("geometric", "arithmetic") if name != aggregate]
    weight = np.where(tree.weight > 0, tree.weight, 0)[:, None] * rng.uniform(
        1 - spread, 1 + spread, (len(tree.codes), draws)
    )
    pick_how = rng.integers(len(hows), size=draws)
    pick_aggregate = rng.integers(len(aggregates), size=draws)

    counting = _counting_leaves(tree, root)
    dropped = np.full(draws, -1)
    if drop and len(counting) > 1:
        dropped = rng.choice(counting, size=draws)
        weight[dropped, np.arange(draws)] = 0
    return Plan(hows, aggregates, pick_how, pick_aggregate, dropped, weight)


def _counting_leaves(tree: Tree, root: int) -> list[int]:
    found, leaves = [root], []
    for node in found:
        found.extend(child for child in tree.children[node] if tree.weight[child] > 0)
        if not tree.children[node]:
            leaves.append(node)
    return leaves


def read_noise(noise: pd.DataFrame | None, table: pd.DataFrame, tree: Tree) -> dict[int, Floats]:
    """Standard deviations by position of the indicator; indicators without any are left out."""
    if noise is None:
        return {}
    strays = [name for name in noise.columns if name not in tree.indicators]
    if strays:
        raise ValueError(
            f"rank_ranges: noise is given for {len(strays)} names that are no indicator; first is {strays[0]!r}"
        )
    aligned = noise.reindex(table.index)
    errors = {}
    for leaf in tree.leaves:
        if tree.codes[leaf] in aligned.columns:
            sd = aligned[tree.codes[leaf]].fillna(0).to_numpy(dtype=float)
            if (sd < 0).any() or np.isinf(sd).any():
                wrong = int(((sd < 0) | np.isinf(sd)).sum())
                raise ValueError(f"rank_ranges: noise of {tree.codes[leaf]!r} is negative or endless at {wrong} places")
            if (sd > 0).any():
                errors[leaf] = sd
    return errors


def draw_scores(
    raw: Floats, errors: dict[int, Floats], known: Flags, tree: Tree, root: int, plan: Plan, seed: int
) -> NDArray[np.float32]:
    """The index under every draw: array (draws, places), NaN where unscored."""
    draws, places = len(plan.how), raw.shape[1]
    scores = np.full((draws, places), np.nan, dtype=np.float32)
    block = max(1, BLOCK // max(places, 1))
    for h, how in enumerate(plan.hows):
        leaves = normalised(raw, tree, how)
        silent = [bool(np.isnan(scores).all()) for scores in leaves]
        for a, aggregate in enumerate(plan.aggregates):
            chosen = np.flatnonzero((plan.how == h) & (plan.aggregate == a))
            for start in range(0, len(chosen), block):
                batch = chosen[start : start + block]
                noisy = {
                    leaf: _shaken(raw, leaf, sd, tree, how, batch, seed)
                    for leaf, sd in errors.items()
                    if not silent[tree.leaves.index(leaf)]
                }
                weight = plan.weight[:, batch].astype(np.float32)
                weight[[leaf for row, leaf in enumerate(tree.leaves) if silent[row]]] = 0
                scores[batch] = _block(leaves, noisy, known, tree, root, weight, ways(tree, aggregate))
    return scores


def _block(
    leaves: Floats,
    noisy: dict[int, Floats],
    known: Flags,
    tree: Tree,
    root: int,
    weight: Floats,
    chosen: dict[int, str],
) -> Floats:
    parts: dict[int, Part] = {}
    row = {leaf: i for i, leaf in enumerate(tree.leaves)}
    for node in reversed(tree.under(root)):
        if node in row:
            score = noisy.get(node, leaves[row[node]][None, :])
            there = known[node]
            filled = np.where(there, score, 0).astype(np.float32)
            parts[node] = Part(
                filled, weight[node][:, None], None if there.all() else there[None, :].astype(np.float32)
            )
            continue
        children = [child for child in tree.children[node] if child in parts and weight[child].any()]
        if children:
            score, mass = average(chosen[node], [parts[child] for child in children])
            there = (mass > 0) & known[node]
            parts[node] = Part(
                np.where(there, score, 0), weight[node][:, None], None if there.all() else there.astype(np.float32)
            )
    if root not in parts:
        return np.full((weight.shape[1], leaves.shape[1]), np.nan)
    top = parts[root]
    return top.score if top.known is None else np.where(top.known > 0, top.score, np.nan)


def _shaken(
    raw: Floats, leaf: int, sd: Floats, tree: Tree, how: str, batch: NDArray[np.int64], seed: int
) -> NDArray[np.float32]:
    """One indicator with its errors drawn anew for each draw of the batch, on the scale the others are on."""
    values = raw[tree.leaves.index(leaf)]
    out = np.empty((len(batch), len(values)), dtype=np.float32)
    for i, draw in enumerate(batch):
        error = np.random.default_rng([seed, leaf, int(draw)]).standard_normal(len(values)) * sd
        shaken = values + error
        if tree.log[leaf]:
            shaken = np.maximum(shaken, 0)
        if how == "percentile":
            # Against the measured places: its own error must not push a place past ones that did not move.
            shares = percentile(shaken, np.sort(values[~np.isnan(values)]))
            out[i] = shares if tree.direction[leaf] > 0 else 100 - shares
        else:
            out[i] = one(shaken, tree, leaf, how)
    return out
