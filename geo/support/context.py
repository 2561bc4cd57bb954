"""Areas alike: by what an area cannot choose (people, density, towns, income, remoteness), never by how it does."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

import layers
from geo.measure import latest, measure
from geo.places import places
from geo.points import nearest
from geo.stats.decide import peers

# The name under which the screen explains each variable, and the layer it is read from.
READ_FROM = {"density": "density", "outside_towns": "people_outside_municipalities", "income": "household_income"}
LOGARITHM = ("people", "density", "income")
CITIES = ("city_municipality", "special_bangkok")


class Context(NamedTuple):
    """Variables as readers see them, places x variables, and the same as they are compared: ``periods`` by variable."""

    shown: pd.DataFrame
    compared: pd.DataFrame
    periods: dict[str, str]


def context(level: str) -> Context:
    """What every area of a level is like.

    Returns
    -------
    Context
        ``people`` (registered), ``density`` (per km2), ``remote_km`` (straight line from its label point to the nearest
        seat of a city municipality or of Bangkok) at every level; ``outside_towns`` (% of people) and ``income`` (baht
        a month per household) of provinces. People, density and income are compared by their logarithm.
    """
    table = places(level)
    shown = pd.DataFrame({"people": table["people"].astype(float)}, index=table.index)
    periods = {"people": "2021"}
    for name, layer_id in READ_FROM.items():
        layer = layers.catalogue().get(layer_id)
        if layer is None or level not in layer.levels:
            continue
        found = measure(layer_id, level)
        shown[name] = found.values.where(found.status == "ok")
        periods[name] = latest(layer_id, level) or ""
    bodies = places("lao")
    cities = bodies[bodies["type"].isin(CITIES)][["lat", "lon"]].dropna().to_numpy(float)
    located = table[["lat", "lon"]].to_numpy(float)
    if len(cities):
        away = pd.Series(np.nan, index=table.index)
        known = ~np.isnan(located).any(axis=1)
        away[known] = nearest(located[known], cities)
        shown["remote_km"] = away
    return Context(shown, logged(shown), periods)


def logged(shown: pd.DataFrame) -> pd.DataFrame:
    """The variables as they are compared: a town twice as large is one step away, whatever its size.

    Examples
    --------
    >>> logged(pd.DataFrame({"people": [10.0, 1000.0, 0.0], "remote_km": [5.0, 7.0, 9.0]}))["people"].tolist()
    [1.0, 3.0, nan]
    """
    compared = shown.copy()
    for name in shown.columns.intersection(list(LOGARITHM)):
        compared[name] = np.log10(shown[name].where(shown[name] > 0))
    return compared


def alike(level: str, place: str, count: int = 5, far: float = 1.0) -> pd.DataFrame:
    """The areas of the same kind that are most like one area, nearest first, with what they are like.

    Returns
    -------
    DataFrame
        ``distance`` and ``far`` of `geo.stats.decide.peers`, and the variables as readers see them. Empty for an area
        that is the only one of its kind, such as Bangkok, and for one of which no variable is known.
    """
    known = context(level)
    if known.compared.loc[place].isna().all():
        return pd.DataFrame({"distance": [], "far": []}).join(known.shown.iloc[:0])
    found = peers(known.compared, place, places(level)["type"], count, far)
    return found.join(known.shown)
