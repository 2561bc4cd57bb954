"""Where a place stands: against a standard, against its own other sides, against its peers."""

from __future__ import annotations

import numpy as np
import pandas as pd

STATUSES = ("meets", "near", "below", "far below", "uncertain", "no data")
SIDES = (
    "strength",
    "relative strength",
    "shared weakness",
    "priority weakness",
    "ahead of peers",
    "behind peers",
    "level",
    "no data",
)


def gap_status(
    value: pd.Series[float],
    standard: float,
    low: pd.Series[float] | None = None,
    high: pd.Series[float] | None = None,
    near: float = 0.10,
    far: float = 0.30,
) -> pd.Series[str]:
    """Whether each place meets a standard, in words.

    Parameters
    ----------
    value : Series
        Score of each place, more is better, NaN where there is none.
    standard : float
        Over 0, in the same unit.
    low, high : Series, optional
        Range of each value; NaN where it is not known.
    near, far : float, default 0.10 and 0.30
        Share of the standard that is missing: less than ``near`` is "near", more than ``far`` is "far below".

    Returns
    -------
    Series of text
        ``no data``; ``uncertain`` where the range has the standard inside (low under it, high at or over it);
        ``meets`` at or over it; else ``near``, ``below``, ``far below``.

    Examples
    --------
    >>> gap_status(pd.Series([50.0, 46, 45, 30, None], index=["10", "11", "12", "13", "38"]), 50).tolist()
    ['meets', 'near', 'below', 'far below', 'no data']
    """
    if not (np.isfinite(standard) and standard > 0):
        raise ValueError(f"gap_status: the standard must be a number over 0, not {standard}")
    if not 0 <= near <= far:
        raise ValueError(f"gap_status: near ({near:g}) must lie between 0 and far ({far:g})")
    # Rounding: 67.5 of 75 is ten per cent short, whatever the last bit says.
    short = ((standard - value) / standard).round(9)
    cases = [value.isna(), short <= 0, short < near, short <= far]
    words = np.select(cases, ["no data", "meets", "near", "below"], "far below")
    if low is not None and high is not None:
        wrong = low > high
        if wrong.any():
            raise ValueError(f"gap_status: {wrong.sum()} of {len(wrong)} ranges end before they begin; first is place "
                             f"{wrong.idxmax()!r}")  # fmt: skip
        doubtful = (low < standard) & (high >= standard) & value.notna()
        words = np.where(doubtful.reindex(value.index, fill_value=False), "uncertain", words)
    return pd.Series(words, index=value.index, dtype="str", name="status")


def strengths(profile: pd.Series[float], peers: pd.DataFrame, band: float | pd.Series[float] = 0.0) -> pd.DataFrame:
    """The strong and weak sides of one place, seen against its own average and against its peers.

    Parameters
    ----------
    profile : Series
        Scores of the place, one per dimension, NaN where there is none.
    peers : DataFrame, peers x dimensions
        Scores of comparable places, found by context and never by outcome (see `geo.stats.peers.peers`).
    band : float or Series per dimension, default 0
        Differences up to this many points are not told apart from nothing.

    Returns
    -------
    DataFrame, one row per dimension
        ``own``: points over the place's own mean. ``against_peers``: points over the peers' median. ``side``:

        - ``strength``: over its own mean and over the peers;
        - ``relative strength``: over its own mean, not over the peers;
        - ``shared weakness``: under its own mean, not under the peers;
        - ``priority weakness``: under its own mean and under the peers;
        - ``ahead of peers``, ``behind peers``, ``level``: not apart from its own mean. An even profile far below all
          peers is thus not hidden;
        - ``no data``: no score, or no peer with one.

    Examples
    --------
    >>> own = pd.Series({"net": 80.0, "power": 40.0})
    >>> strengths(own, pd.DataFrame({"net": [60.0, 70.0], "power": [60.0, 70.0]}))["side"].to_dict()
    {'net': 'strength', 'power': 'priority weakness'}
    """
    absent = [name for name in profile.index if name not in peers.columns]
    if absent:
        raise ValueError(
            f"strengths: peers lack {len(absent)} of {len(profile)} dimensions of the profile; first is {absent[0]!r}"
        )
    width = band.reindex(profile.index) if isinstance(band, pd.Series) else pd.Series(band, index=profile.index)
    if not (width >= 0).all():
        raise ValueError(f"strengths: {(~(width >= 0)).sum()} of {len(width)} bands are missing or under 0")
    own = profile - profile.mean()
    against = profile - peers[profile.index].median()
    up, down = own > width, own < -width
    over, under = against > width, against < -width
    side = np.select(
        [own.isna() | against.isna(), up & over, up, down & under, down, over, under],
        [
            "no data",
            "strength",
            "relative strength",
            "priority weakness",
            "shared weakness",
            "ahead of peers",
            "behind peers",
        ],
        "level",
    )
    return pd.DataFrame(
        {"own": own, "against_peers": against, "side": pd.Series(side, index=profile.index, dtype="str")}
    )
