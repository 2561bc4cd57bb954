"""The tree of an index: which indicator stands under which heading, how much it counts, between which goalposts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Floats = NDArray[np.floating[Any]]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Tree:
    """A checked tree: positions instead of codes, so that statistics can run on arrays.

    Attributes
    ----------
    codes : tuple of str
        Every node in the order of the frame.
    parent : tuple of int
        Position of the parent, -1 at a root.
    children : tuple of tuple of int
        Positions of the children, empty at an indicator.
    upward : tuple of int
        Positions of the groups, each after all groups beneath it.
    leaves : tuple of int
        Positions of the indicators, in the order of the frame.
    weight, direction, low, high : array of float, shape (nodes,)
        As in the frame; NaN where it says nothing.
    log, required : array of bool, shape (nodes,)
        Optional columns of the frame, False where absent.
    """

    codes: tuple[str, ...]
    parent: tuple[int, ...]
    children: tuple[tuple[int, ...], ...]
    upward: tuple[int, ...]
    leaves: tuple[int, ...]
    weight: Floats
    direction: Floats
    low: Floats
    high: Floats
    log: Flags
    required: Flags

    @property
    def indicators(self) -> list[str]:
        """Codes of the indicators, in the order of the frame."""
        return [self.codes[i] for i in self.leaves]

    @property
    def roots(self) -> list[int]:
        """Positions of the nodes that stand under nothing: the indices."""
        return [i for i, parent in enumerate(self.parent) if parent < 0]

    def position(self, code: str | None) -> int:
        """Position of a code; with None, of the only root."""
        if code is not None:
            if code not in self.codes:
                raise ValueError(f"tree: no node is called {code!r}; it has {', '.join(self.codes[:8])} ...")
            return self.codes.index(code)
        if len(self.roots) > 1:
            names = ", ".join(self.codes[i] for i in self.roots)
            raise ValueError(f"tree: {len(self.roots)} indices stand in it ({names}), say which with node=...")
        return self.roots[0]

    def under(self, node: int) -> list[int]:
        """Positions of a node and of everything beneath it."""
        found = [node]
        for place in found:
            found.extend(self.children[place])
        return found


def read_tree(frame: pd.DataFrame, goalposts: bool = False) -> Tree:
    """Check the declaration of an index and turn it into positions.

    Parameters
    ----------
    frame : DataFrame
        Columns ``code``, ``parent`` (blank at an index itself), ``weight`` (0 or more, relative to its siblings) and
        ``direction`` (+1 more is better, -1 less is better; groups may leave it blank). Optional: ``low`` and
        ``high`` (goalposts), ``log`` (True: take log1p first), ``required`` (True: without it the parent has no
        score). Any depth; a node without children is an indicator. Several indices may stand side by side.
    goalposts : bool, default False
        Whether every indicator must have ``low`` < ``high``.

    Raises
    ------
    ValueError
        With a sentence that says which node is wrong and how many are.

    Examples
    --------
    >>> tree = read_tree(pd.DataFrame({"code": ["index", "a", "b"], "parent": ["", "index", "index"],
    ...                                "weight": [1, 1, 2], "direction": [1, 1, -1]}))
    >>> tree.indicators
    ['a', 'b']
    """
    needed = ["code", "parent", "weight", "direction"] + (["low", "high"] if goalposts else [])
    absent = [name for name in needed if name not in frame.columns]
    if absent:
        raise ValueError(f"tree: {len(absent)} of {len(needed)} columns it needs are missing; first is {absent[0]!r}")
    if frame.empty:
        raise ValueError("tree: it has no rows, so there is nothing to measure")
    codes = tuple(_text(value) for value in frame["code"])
    _refuse("tree", [i for i, code in enumerate(codes) if not code], len(codes), "have no code", lambda i: f"row {i}")
    again = [i for i, code in enumerate(codes) if code in codes[:i]]
    _refuse("tree", again, len(codes), "repeat a code", lambda i: repr(codes[i]))

    parents = [_text(value) for value in frame["parent"]]
    strays = [i for i, parent in enumerate(parents) if parent and parent not in codes]
    _refuse("tree", strays, len(codes), "stand under a parent that is not in the tree",
            lambda i: f"{codes[i]!r} under {parents[i]!r}")  # fmt: skip
    place = {code: i for i, code in enumerate(codes)}
    parent = tuple(place[name] if name else -1 for name in parents)
    children = tuple(tuple(i for i, p in enumerate(parent) if p == node) for node in range(len(codes)))

    reached = [i for i, p in enumerate(parent) if p < 0]
    for node in reached:
        reached.extend(children[node])
    circle = [i for i in range(len(codes)) if i not in set(reached)]
    _refuse("tree", circle, len(codes), "hang in a circle (each is its own ancestor)", lambda i: repr(codes[i]))

    tree = Tree(
        codes=codes,
        parent=parent,
        children=children,
        upward=tuple(i for i in reversed(reached) if children[i]),
        leaves=tuple(i for i in range(len(codes)) if not children[i]),
        weight=_numbers(frame, "weight"),
        direction=_numbers(frame, "direction"),
        low=_numbers(frame, "low"),
        high=_numbers(frame, "high"),
        log=_flags(frame, "log"),
        required=_flags(frame, "required"),
    )
    _check_numbers(tree, goalposts)
    return tree


def _check_numbers(tree: Tree, goalposts: bool) -> None:
    codes = tree.codes
    inner = [i for i in range(len(codes)) if tree.parent[i] >= 0]
    bad = [i for i in inner if not (np.isfinite(tree.weight[i]) and tree.weight[i] >= 0)]
    _refuse("tree", bad, len(inner), "have a weight that is not a number of 0 or more",
            lambda i: f"{codes[i]!r} with {tree.weight[i]:g}")  # fmt: skip
    idle = [i for i in tree.upward if not any(tree.weight[c] > 0 for c in tree.children[i])]
    _refuse("tree", idle, len(tree.upward), "have children whose weights are all zero", lambda i: repr(codes[i]))
    bad = [i for i in tree.leaves if tree.direction[i] not in (1.0, -1.0)]
    _refuse("tree", bad, len(tree.leaves), "are indicators whose direction is neither +1 nor -1",
            lambda i: f"{codes[i]!r} with {tree.direction[i]:g}")  # fmt: skip
    bad = [i for i in tree.upward if not (np.isnan(tree.direction[i]) or tree.direction[i] == 1)]
    _refuse("tree", bad, len(tree.upward), "are groups with a direction; turn their indicators round instead",
            lambda i: repr(codes[i]))  # fmt: skip
    if goalposts:
        bad = [i for i in tree.leaves if not (np.isfinite(tree.low[i]) and np.isfinite(tree.high[i]))]
        _refuse("tree", bad, len(tree.leaves), "are indicators without both goalposts", lambda i: repr(codes[i]))
        bad = [i for i in tree.leaves if not tree.low[i] < tree.high[i]]
        _refuse("tree", bad, len(tree.leaves), "are indicators whose low goalpost is not under the high one",
                lambda i: f"{codes[i]!r} with {tree.low[i]:g} and {tree.high[i]:g}")  # fmt: skip
        bad = [i for i in tree.leaves if tree.log[i] and tree.low[i] < 0]
        _refuse("tree", bad, len(tree.leaves), "take a logarithm from a goalpost under 0",
                lambda i: f"{codes[i]!r} with {tree.low[i]:g}")  # fmt: skip


def read_table(table: pd.DataFrame, tree: Tree) -> Floats:
    """Values of the indicators as an array of shape (indicators, places), NaN where missing.

    Columns that the tree does not name are left aside. Refused with a sentence: no rows, a place given twice, an
    indicator without a column, text that is no number, an endless number, a number under 0 where a logarithm is due.
    """
    if table.empty and not len(table.index):
        raise ValueError("table: it has no places, so nothing can be scored")
    twice = table.index[table.index.duplicated()]
    if len(twice):
        raise ValueError(f"table: {len(twice)} of {len(table)} places are given again; first is {twice[0]!r}")
    names = tree.indicators
    absent = [name for name in names if name not in table.columns]
    if absent:
        raise ValueError(
            f"table: {len(absent)} of {len(names)} indicators of the tree have no column; first is {absent[0]!r}"
        )
    rows = []
    for position, name in zip(tree.leaves, names, strict=True):
        column = table[name]
        try:
            values = pd.to_numeric(column).to_numpy(dtype=float, na_value=np.nan)
        except (TypeError, ValueError):
            raise ValueError(f"table: indicator {name!r} holds text that is not a number") from None
        wrong = np.isinf(values) | (tree.log[position] & (values < 0))
        if wrong.any():
            first = int(np.flatnonzero(wrong)[0])
            why = "are endless or under 0 where a logarithm is taken" if tree.log[position] else "are endless"
            raise ValueError(
                f"table: indicator {name!r}: {int(wrong.sum())} of {len(table)} values {why}; "
                f"first is place {table.index[first]!r} with {values[first]:g}"
            )
        rows.append(values)
    return np.array(rows)


def _refuse(who: str, wrong: list[int], of: int, what: str, first: Any) -> None:
    if wrong:
        raise ValueError(f"{who}: {len(wrong)} of {of} {what}; first is {first(wrong[0])}")


def _text(value: object) -> str:
    return "" if value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value)) else str(value)


def _numbers(frame: pd.DataFrame, name: str) -> Floats:
    if name not in frame.columns:
        return np.full(len(frame), np.nan)
    try:
        return pd.to_numeric(frame[name]).to_numpy(dtype=float, na_value=np.nan)
    except (TypeError, ValueError):
        raise ValueError(f"tree: column {name!r} holds text that is not a number") from None


def _flags(frame: pd.DataFrame, name: str) -> Flags:
    if name not in frame.columns:
        return np.zeros(len(frame), dtype=bool)
    return np.array([value is True or value == 1 for value in frame[name].astype(object)], dtype=bool)
