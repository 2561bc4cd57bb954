"""What may be said of two places or of a ranking: ahead, behind, or not told apart."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from geo.stats.uncertainty import Draws


def ahead(drawn: Draws, first: str, second: str, in_draws: float = 0.9) -> bool:
    """Whether one place may be called ahead of another: only if it is so in 90 % of the draws.

    Both ways can be False: then the two cannot be told apart. Draws in which either has no score count against.
    """
    return bool(share_ahead(drawn, first)[_known(drawn, second)] >= in_draws - 1e-9)


def share_ahead(drawn: Draws, place: str) -> pd.Series[float]:
    """Share of draws in which a place scores higher than each other place; NaN for places without a score."""
    scores = drawn.scores.to_numpy()
    own = drawn.scores.loc[_known(drawn, place)].to_numpy()
    share = (own > scores).mean(axis=1)
    return pd.Series(np.where(drawn.score.isna(), np.nan, share), index=drawn.scores.index, name=place)


def bands(ranges: pd.DataFrame) -> pd.Series[Any]:
    """Bands of places whose rank ranges overlap, to be published instead of ranks.

    Places are taken by median rank (then by low, high): the first opens band 1, and every next one whose range
    overlaps that of the band's first place belongs to it; the next one that does not opens a new band. Two places in
    neighbouring bands may still overlap; use `ahead` for a pair.

    Parameters
    ----------
    ranges : DataFrame
        From `rank_ranges`.

    Returns
    -------
    Series of Int64
        1 is the best band; missing where there is no rank.

    Examples
    --------
    >>> ranges = pd.DataFrame({"median": [1, 2, 9], "low": [1, 1, 8], "high": [2, 3, 9]}, index=["10", "38", "95"])
    >>> bands(ranges).tolist()
    [1, 1, 2]
    """
    ordered = ranges.dropna(subset=["median"]).sort_values(["median", "low", "high"])
    numbers: list[int] = []
    number, reach = 0, -np.inf
    for low, high in zip(ordered["low"], ordered["high"], strict=True):
        if low > reach:
            number, reach = number + 1, high
        numbers.append(number)
    return pd.Series(numbers, index=ordered.index, dtype="Int64", name="band").reindex(ranges.index)


def _known(drawn: Draws, place: str) -> str:
    if place not in drawn.scores.index:
        raise ValueError(f"ahead: no place has the code {place!r}")
    return place
