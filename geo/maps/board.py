"""Several maps on one board: which of them can share their classes, and what travels to the browser for all of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
import numpy.typing as npt

from geo.maps.choropleth import Choropleth
from geo.stats import classify

Kind = Literal["side", "swipe", "many"]
Floats = npt.NDArray[np.float64]


def can_share(layers: Sequence[Any]) -> bool:
    """Whether layers can stand on one scale: the same unit, and the same way is better.

    Where one layer is better high and the other low, one colour would praise on one map what it blames on the other.

    Parameters
    ----------
    layers : sequence of Layer
        Their ``unit`` and ``better`` are read.
    """
    return len({(layer.unit, layer.better) for layer in layers}) == 1


def shared_bounds(
    values: Sequence[npt.ArrayLike], decimals: int, method: classify.Method = "quantile", k: int = 5
) -> tuple[tuple[float, ...], float]:
    """Class ends that several maps share, and the smallest value of them all.

    Parameters
    ----------
    values : sequence of array of float
        One array per map: every place of the country that has a value, whatever is shown; the rest is NaN.
    decimals : int
        As readers see the values: a value must not stand in another class than its printed form.
    method, k
        As in ``geo.stats.classify.breaks``.

    Returns
    -------
    bounds : tuple of float
        Upper ends; each is a value that occurs. Empty where no map has a value.
    lowest : float
        Where the first class begins.

    Examples
    --------
    >>> shared_bounds([[1, 2, 3], [4, 5, 6]], 0, k=3)
    ((2.0, 4.0, 6.0), 1.0)
    """
    numbers: Floats = np.concatenate([np.asarray(part, dtype=float) for part in values]) if values else np.array([])
    numbers = numbers[np.isfinite(numbers)].round(decimals)
    if not len(numbers):
        return (), 0.0
    ends = classify.breaks(numbers, method, k)
    classes = classify.assign(numbers, ends)
    return tuple(float(numbers[classes == i].max()) for i in range(len(ends)) if (classes == i).any()), float(
        numbers.min()
    )


def board(
    kind: Kind,
    panels: Sequence[dict[str, Any]],
    titles: Sequence[str],
    *,
    key: Choropleth | None = None,
    key_title: str = "",
    view: str = "",
) -> dict[str, Any]:
    """The data of one rerun for ``Atlas.board``.

    Parameters
    ----------
    kind : "side", "swipe" or "many"
    panels : sequence of dict
        From ``geo.maps.message.message``, one per map; two of them but for "many".
    titles : sequence of str
        What stands over each map.
    key, key_title
        The map whose classes are said once for all, under this title; its counts are left out.
    view : str
        Changes when the maps should show other areas from the start.

    Raises
    ------
    ValueError
        For maps and titles that do not pair up, or a number of maps that the kind cannot show.
    """
    if len(panels) != len(titles) or (kind != "many" and len(panels) != 2) or not panels:
        raise ValueError(f"board: {kind} cannot show {len(panels)} maps with {len(titles)} titles")
    told: dict[str, Any] = {"kind": kind, "panels": list(panels), "titles": list(titles), "view": view, "key": None}
    if key is not None:
        found: dict[str, str] = {}
        for panel in panels:
            found |= {row[0]: row[1] for row in panel["legend"]["states"]}
        rows = [[row.key, row.label] for row in key.rows] + [[letter, label] for letter, label in found.items()]
        told["key"] = {"title": key_title, "rows": rows}
    return told
