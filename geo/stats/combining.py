"""Adding scores up a tree: the ways of averaging, and what counts as enough data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np

from geo.stats.tree import Flags, Floats, Tree

AGGREGATES = ("arithmetic", "geometric", "harmonic", "mazziotta_pareto")
Aggregate = str | Mapping[str, str]

# Method: max(D, 1), so that one dimension at 0 pulls an index far down without wiping out all the others.
FLOOR = 1.0


@dataclass(frozen=True)
class Part:
    """Scores of one child: shape (1 or draws, places), weight (draws, 1), and 1 where known, 0 where not."""

    score: Floats
    weight: Floats
    known: Floats | None


def ways(tree: Tree, aggregate: Aggregate) -> dict[int, str]:
    """The way of averaging at every group of the tree.

    Plain text follows the method: the arithmetic mean inside a dimension (a group that stands under another one and
    holds nothing but indicators), the named way everywhere above, and at an index that holds its indicators
    directly. A mapping names groups one by one; a group it does not name is averaged arithmetically.
    """
    named = [aggregate] if isinstance(aggregate, str) else list(aggregate.values())
    unknown = [name for name in named if name not in AGGREGATES]
    if unknown:
        raise ValueError(f"score: aggregate {unknown[0]!r} is not one of {', '.join(AGGREGATES)}")
    if isinstance(aggregate, str):
        return {
            group: "arithmetic" if tree.parent[group] >= 0 and _only_indicators(tree, group) else aggregate
            for group in tree.upward
        }
    strays = [code for code in aggregate if code not in {tree.codes[group] for group in tree.upward}]
    if strays:
        raise ValueError(
            f"score: {len(strays)} of {len(aggregate)} names in aggregate are no group of the tree; "
            f"first is {strays[0]!r}"
        )
    return {group: aggregate.get(tree.codes[group], "arithmetic") for group in tree.upward}


def _only_indicators(tree: Tree, group: int) -> bool:
    return not any(tree.children[child] for child in tree.children[group])


def average(way: str, parts: list[Part]) -> tuple[Floats, Floats]:
    """Weighted average of the children, and the weight it rests on; 0 and 0 where nothing is known.

    ``arithmetic`` sum w D; ``geometric`` exp(sum w ln max(D, 1)); ``harmonic`` 1 / sum(w / max(D, 1)), all with the
    weights of what is known adding up to 1. ``mazziotta_pareto``: mean - S CV = mean - S^2 / mean, where S is the
    weighted spread between the children, not under 0 (Mazziotta and Pareto 2016, on a scale from 0 to 100).

    Every step is done element by element, so that two places with the same scores tie exactly.
    """
    mass: Any = 0
    total: Any = 0
    for part in parts:
        mass = mass + (part.weight if part.known is None else part.weight * part.known)
        total = total + part.weight * _blank(_bend(way, part.score), part.known)
    safe = np.where(mass > 0, mass, 1)
    total = total / safe
    if way == "geometric":
        total = np.where(mass > 0, np.exp(total), 0)
    elif way == "harmonic":
        total = np.where(mass > 0, 1 / np.where(mass > 0, total, 1), 0)
    elif way == "mazziotta_pareto":
        spread: Any = 0
        for part in parts:
            spread = spread + part.weight * _blank((part.score - total) ** 2, part.known)
        total = np.maximum(total - spread / safe / np.where(total > 0, total, 1), 0)
    return total, np.broadcast_to(mass, total.shape)


def _bend(way: str, score: Floats) -> Floats:
    if way == "geometric":
        return np.log(np.maximum(score, FLOOR))
    return 1 / np.maximum(score, FLOOR) if way == "harmonic" else score


def _blank(score: Floats, known: Floats | None) -> Floats:
    return score if known is None else score * known


@dataclass(frozen=True)
class Scored:
    """Scores of every node, with the share of weight behind them: arrays of shape (nodes, places)."""

    score: Floats
    known: Flags
    share: Floats
    coverage: Floats


def roll_up(leaves: Floats, told: Flags, tree: Tree, aggregate: Aggregate, min_present: float) -> Scored:
    """Score every group from its indicators, upward, keeping to the rule on missing data.

    Parameters
    ----------
    leaves : array, shape (indicators, places)
        Scores 0..100, NaN where missing.
    told : array of bool, shape (indicators,)
        False where an indicator tells no places apart, and its weight is set aside.
    """
    if not 0 <= min_present <= 1:
        raise ValueError(f"score: min_present is a share between 0 and 1, not {min_present:g}")
    shape = (len(tree.codes), leaves.shape[1])
    score, share, coverage = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    known = np.zeros(shape, dtype=bool)
    weight = np.where(tree.weight > 0, tree.weight, 0.0)
    for row, leaf in enumerate(tree.leaves):
        known[leaf] = ~np.isnan(leaves[row])
        score[leaf] = np.where(known[leaf], leaves[row], 0)
        share[leaf] = coverage[leaf] = known[leaf]
        if not told[row]:
            weight[leaf] = 0
    chosen = ways(tree, aggregate)
    for group in tree.upward:
        children = list(tree.children[group])
        full = weight[children].sum()
        if full == 0:
            weight[group] = 0
            continue
        parts = [Part(score[[c]], np.array([[weight[c]]]), known[[c]].astype(float)) for c in children]
        averages, mass = average(chosen[group], parts)
        share[group] = mass[0] / full
        needed = [c for c in children if tree.required[c] and weight[c] > 0]
        known[group] = (mass[0] > 0) & (share[group] >= min_present - 1e-9) & known[needed].all(axis=0)
        score[group] = np.where(known[group], averages[0], 0)
        coverage[group] = weight[children] @ np.where(known[children], coverage[children], 0) / full
    return Scored(score, known, share, coverage)
