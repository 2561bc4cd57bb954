"""At which scale the gap lies: between groups or inside them, and where low areas lie together."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.boundaries import neighbours
from geo.places import places
from geo.stats.clusters import local_moran
from geo.stats.theil import theil_split


class Split(NamedTuple):
    """Theil T of the gap per person: ``total``, and which share of it lies ``between_regions``,
    ``between_provinces`` of one region, and ``within_provinces`` (NaN at province level, where nothing finer is
    known), each 0..1. ``places`` and ``people`` took part. None of it where nobody is below the standard."""

    total: float
    between_regions: float
    between_provinces: float
    within_provinces: float
    places: int
    people: float


class Cluster(NamedTuple):
    """Areas below their neighbourhood that lie together: candidates for buying jointly."""

    codes: tuple[str, ...]


def split(gap: pd.Series, people: pd.Series, level: str) -> Split | None:
    """How much of the divide in the gap lies between regions, between provinces, and inside provinces.

    Parameters
    ----------
    gap : Series
        Points below the standard, 0 where met, NaN where not known (left out).
    people : Series
        Residents.
    level : str
        province or district.

    Returns
    -------
    Split, or None
        None where fewer than two areas are known or none has a gap: then there is no divide to split.

    Notes
    -----
    Theil T, whose limit at a gap of 0 is 0; the shares of the nested groups add up to 1. The between part grows with
    the number of groups. Shorrocks (1980), Econometrica 48.
    """
    table = places(level)
    known = gap.notna() & (people.reindex(gap.index) > 0)
    values, residents = gap[known], people.reindex(gap.index)[known]
    if len(values) < 2 or not (values > 0).any():
        return None
    region = table["region"].reindex(values.index)
    by_region = theil_split(values.to_numpy(), residents.to_numpy(), region.to_numpy())
    whole = by_region.total
    if whole <= 1e-12:
        return None
    if level == "province":
        between, inside = by_region.between / whole, float("nan")
        return Split(whole, between, by_region.within / whole, inside, len(values), float(residents.sum()))
    by_province = theil_split(
        values.to_numpy(), residents.to_numpy(), table["province"].reindex(values.index).to_numpy()
    )
    return Split(
        whole,
        by_region.between / whole,
        (by_province.between - by_region.between) / whole,
        by_province.within / whole,
        len(values),
        float(residents.sum()),
    )


def verdict(found: Split, inside: float = 50) -> str:
    """What the split speaks for: ``national`` (a formula over regions), ``provincial`` (action inside them), ``both``.

    Parameters
    ----------
    found : Split
    inside : float, per cent
        Share of the divide inside the larger groups from which action there is advised. At district level the inside
        is that of provinces, at province level that of regions.

    Examples
    --------
    >>> verdict(Split(0.2, 0.6, 0.4, float("nan"), 77, 1.0)), verdict(Split(0.2, 0.1, 0.2, 0.7, 900, 1.0))
    ('national', 'provincial')
    """
    within = found.between_provinces if np.isnan(found.within_provinces) else found.within_provinces
    return "provincial" if 100 * within >= inside else "national"


def low_together(scores: pd.Series, level: str, seed: int = 0) -> list[Cluster]:
    """Groups of areas that are low among low neighbours, joined where they border on each other; largest first.

    Local Moran with 999 seeded permutations, false discovery rate 5 %. Empty where fewer than four areas are known, or
    nothing is significant: that is no evidence of clusters, never proof that there are none.
    """
    known = scores.dropna()
    beside = neighbours(level)
    known = known[[code for code in known.index if code in beside]]
    held = set(known.index)
    if len(known) < 4 or not any(held & set(beside[code]) for code in known.index):
        return []
    found = local_moran(known, {code: beside[code] for code in known.index}, seed=seed)
    low = set(found.index[found["quadrant"] == "low-low"])
    return [Cluster(tuple(sorted(group))) for group in _joined(low, beside)]


def _joined(codes: set[str], beside: dict[str, list[str]]) -> list[set[str]]:
    """Codes gathered into groups that hang together over shared borders.

    Examples
    --------
    >>> [sorted(group) for group in _joined({"a", "b", "d"}, {"a": ["b", "c"], "b": ["a"], "d": ["c"]})]
    [['a', 'b'], ['d']]
    """
    left, groups = set(codes), []
    while left:
        group, edge = set(), {min(left)}
        while edge:
            group |= edge
            edge = {other for code in edge for other in beside.get(code, [])} & left - group
        left -= group
        groups.append(group)
    return sorted(groups, key=lambda group: (-len(group), min(group)))
