"""Where a listed point lies: the finest area that can be told from its coordinates, when a points table is built."""

from __future__ import annotations

import pandas as pd

from geo.points import points
from geo.problems import SourceError

# Piers, breakwaters and river banks: the drawn coast is about 10 m off, jetties and reclaimed land far more.
FARTHEST_KM = 10.0


def place(listed: pd.DataFrame) -> pd.DataFrame:
    """The points with the subdistrict in which each one lies.

    Parameters
    ----------
    listed : DataFrame of text
        One row a point, with columns ``id``, ``lat``, ``lon`` (WGS 84 degrees).

    Returns
    -------
    DataFrame
        A copy, sorted by id, with ``area_code`` (six-digit polygon code) and ``placed``: ``within``, or ``nearest``
        for a point that lies off the drawn coast or border by at most 10 km.

    Raises
    ------
    SourceError
        When an id stands twice, or a point lies farther out than that or has no usable coordinates.
    """
    twice = listed["id"].duplicated()
    if twice.any():
        raise SourceError(f"points: {int(twice.sum())} ids stand twice, first {listed.loc[twice, 'id'].iloc[0]!r}")
    inside, outside = points(listed, "lat", "lon", "subdistrict")
    lost = outside[~(outside["distance_km"] <= FARTHEST_KM)]
    if len(lost):
        raise SourceError(
            f"points: {len(lost)} of {len(listed)} cannot be placed, first {lost['id'].iloc[0]}: "
            f"{lost['why'].iloc[0]}; check the coordinates"
        )
    near = outside.rename(columns={"nearest_code": "area_code"}).assign(placed="nearest")
    both = pd.concat([inside.assign(placed="within"), near[[*listed.columns, "area_code", "placed"]]])
    return both.sort_values("id").reset_index(drop=True)
