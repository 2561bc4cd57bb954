"""Areas like mine: the same type, nearest by context, never by outcome."""

from __future__ import annotations

import numpy as np
import pandas as pd


def peers(
    context: pd.DataFrame, place: str, kind: pd.Series[str] | None = None, count: int = 5, far: float = 1.0
) -> pd.DataFrame:
    """The places that are most like one place in what it cannot choose: size, density, remoteness, income.

    Parameters
    ----------
    context : DataFrame, places x variables
        Numbers; take the logarithm of people and density first. NaN where not known. Never an outcome.
    place : str
        Code of the place.
    kind : Series of text, optional
        Type of each place; only the same type is compared.
    count : int, default 5
        How many peers at most. A type of one, such as Bangkok, has none: the frame is empty.
    far : float, default 1.0
        Distance beyond which a peer is said to be far: one standard deviation apart on average.

    Returns
    -------
    DataFrame, nearest first
        ``distance``: root of the mean squared difference in standard deviations of the type, over the variables that
        are known for the place and vary. ``far``: whether it is over ``far``. Places with one of these missing are
        left out.

    Examples
    --------
    >>> context = pd.DataFrame({"log_people": [4.0, 4.1, 6.0]}, index=["A", "B", "C"])
    >>> peers(context, "A", count=2)["far"].to_dict()
    {'B': False, 'C': True}
    """
    if place not in context.index:
        raise ValueError(f"peers: no place has the code {place!r}")
    if count < 1:
        raise ValueError(f"peers: count must be 1 or more, not {count}")
    same = context.astype(float)
    if kind is not None:
        types = kind.reindex(context.index)
        if pd.isna(types[place]):
            raise ValueError(f"peers: the type of place {place!r} is not known")
        same = same[types == types[place]]
    known = same.loc[:, same.loc[place].notna()].dropna()
    if known.shape[1] == 0:
        raise ValueError(f"peers: none of the {context.shape[1]} context variables is known for place {place!r}")
    spread = known.std(ddof=0)
    # Equal values can have a spread of a last bit.
    known = known.loc[:, spread > 1e-12 * known.abs().max()]
    steps = (known - known.loc[place]) / known.std(ddof=0)
    distance = np.sqrt((steps**2).mean(axis=1)) if known.shape[1] else pd.Series(0.0, index=known.index)
    nearest = distance.drop(place).rename("distance").to_frame()
    nearest["far"] = nearest["distance"] > far
    # Ties in the order of the codes, so that the answer does not depend on the order of rows.
    return nearest.sort_index().sort_values("distance", kind="stable").head(count)
