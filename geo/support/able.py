"""What the local side can do itself, as far as open figures tell it, and what they do not tell."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo import cards
from geo.boundaries import neighbours
from geo.indices import Dimension
from geo.measure import latest
from geo.places import places
from geo.readiness import assess
from geo.stats.capacity import RESOURCES, capacity

INDEX = "capacity"


class Able(NamedTuple):
    """What is known of the capacity of the local side of every area of a level.

    ``resources``: places x (money, technology, skills), more is more, NaN where nothing is measured there;
    ``shares``: percentiles among authorities of the same type, with ``capacity`` and ``limiting``;
    ``together``: capacity of each area and its neighbours joined; ``province``: that of the provincial organisation,
    for districts; ``periods``: the year of each resource; ``headings``: how each is declared.
    """

    resources: pd.DataFrame
    shares: pd.DataFrame
    together: pd.Series
    province: pd.Series
    periods: dict[str, str]
    headings: dict[str, Dimension]


def able(level: str, skills: str = "required") -> Able:
    """The capacity of the local side of every area of a level.

    Parameters
    ----------
    level : str
        province or district.
    skills : str
        ``required``: (F T H)^(1/3), only where all three are known. ``left_out``: (F T)^(1/2), a weaker statement
        that the screen names as such.

    Returns
    -------
    Able
        Treat it as read-only. In districts no budget is open, so capacity is not known there; that of the provincial
        organisation is. Bangkok has no authority of its type to be compared with, so its capacity is not known either.
    """
    return _able(level, skills, cards.data_folder(), cards.terms())


@lru_cache(maxsize=8)
def _able(level: str, skills: str, folder: Path, terms: cards.Terms) -> Able:
    found, table = assess(INDEX, level), places(level)
    headings = {heading.id: heading for heading in found.index.measured if heading.id in RESOURCES}
    resources = pd.DataFrame(np.nan, index=table.index, columns=list(RESOURCES))
    periods = {}
    direction = found.tree.set_index("code")["direction"]
    for name, heading in headings.items():
        parts = [item.layer for item in heading.indicators]
        if len(parts) == 1:
            # The layer's own values: between goalposts those beyond them would tie.
            resources[name] = found.own[parts[0]] * float(direction[parts[0]])
        else:
            resources[name] = found.scores[name].mask(found.inherited[name])
        if resources[name].notna().any():
            periods[name] = max(latest(part, level) or "" for part in parts)
    shares = shared(resources, table["type"], skills)
    together = pd.Series(np.nan, index=table.index)
    if shares["capacity"].notna().any():
        together = joint(shares["capacity"], table["people"], neighbours(level))
    provincial = pd.Series(np.nan, index=table.index)
    if level != "province":
        provincial = table["province"].map(able("province", skills).shares["capacity"])
    return Able(resources, shares, together, provincial, periods, headings)


def shared(resources: pd.DataFrame, kind: pd.Series, skills: str = "required", fewest: int = 5) -> pd.DataFrame:
    """Percentiles, capacity and the limiting resource; without skills where the reader leaves them out.

    Examples
    --------
    >>> have = pd.DataFrame({"money": [1, 2], "technology": [2, 1], "skills": [None, None]}, index=["A", "B"])
    >>> town = pd.Series("town", have.index)
    >>> shared(have, town, "left_out", fewest=2)["capacity"].round(3).tolist()
    [0.433, 0.433]
    >>> int(shared(have, town, fewest=2)["capacity"].notna().sum())
    0
    """
    full = capacity(resources, kind, fewest)
    if skills != "left_out":
        return full
    two = full[["money", "technology"]]
    known = two.notna().all(axis=1)
    money, technology = two["money"], two["technology"]
    lowest = np.select([money < technology, money > technology], ["money", "technology"], "money+technology")
    limiting = pd.Series(lowest, index=full.index, dtype="str").where(known, "")
    return full.assign(capacity=np.sqrt(two.prod(axis=1)).where(known), limiting=limiting)


def joint(own: pd.Series, people: pd.Series, beside: dict[str, list[str]]) -> pd.Series:
    """Capacity of each area and its neighbours together: the mean over the people of those for which it is known.

    Not known where the area's own is not, or no neighbour's is. A proposal: what neighbours can do jointly is nowhere
    measured, and the mean claims no more than that they share.

    Examples
    --------
    >>> own = pd.Series({"A": 0.2, "B": 0.6, "C": None})
    >>> joint(own, pd.Series({"A": 100.0, "B": 300.0, "C": 50.0}), {"A": ["B", "C"], "B": ["A"], "C": ["A"]}).tolist()
    [0.5, 0.5, nan]
    """
    found = {}
    for code in own.index:
        group = [code, *(other for other in beside.get(code, []) if other in own.index)]
        known = [other for other in group if pd.notna(own[other]) and people.get(other, 0) > 0]
        whole = known[:1] == [code] and len(known) > 1
        found[code] = float(np.average(own[known], weights=people[known])) if whole else np.nan
    return pd.Series(found, dtype=float).reindex(own.index)
