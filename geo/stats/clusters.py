"""Whether like places lie together, and where: Moran's I for the whole map and for each place."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
import pandas as pd
from esda.moran import Moran, Moran_Local
from libpysal.weights import W
from numpy.typing import ArrayLike, NDArray
from scipy.stats import false_discovery_control

from geo.stats.aligned import Floats, column

Neighbours = Mapping[Any, Sequence[Any]]
Integers = NDArray[np.intp]

# esda numbers the quadrants of the Moran scatter plot 1 to 4; the first word is the place, the second its neighbours.
QUADRANTS = {1: "high-high", 2: "low-high", 3: "low-low", 4: "high-low"}
NOT_SIGNIFICANT, NO_NEIGHBOURS = "not significant", "no neighbours"
# Standardised sums that differ by less are the same sum, added up in another order.
SAME = 1e-9


class MoranResult(NamedTuple):
    """Moran's I, what it would be on average if values were dealt out at random, and how rarely chance goes as far."""

    statistic: float
    expected: float
    p_value: float


def moran(values: ArrayLike, neighbours: Neighbours, permutations: int = 999, seed: int = 0) -> MoranResult:
    """Whether places with like values lie together more than chance would put them.

    Parameters
    ----------
    values : Series indexed by code, or array in the order of ``neighbours``, shape (n,)
        One value per place, any unit, none missing, at least 4 places.
    neighbours : dict of code to list of codes
        Who borders on whom; each place weighs its neighbours equally and they add up to 1. Places without a value,
        and links to them, are left out.
    permutations : int, default 999
        How often the values are dealt out anew.
    seed : int, default 0
        The same seed gives the same answer.

    Returns
    -------
    MoranResult
        ``statistic`` above ``expected`` (-1 / (n - 1)): like lies by like; under it: like avoids like. ``p_value`` is
        two-sided, at least 2 / (permutations + 1). A constant field gives statistic 0 and p 1.

    Notes
    -----
    I = (n / S0) sum_ij w_ij z_i z_j / sum_i z_i^2, from esda. Values are dealt out here and not in esda, which draws
    from numpy's common generator: two readers at once would change each other's answer. p is twice the smaller tail.
    A high p says that there is no evidence of clustering, never that there is none. Places without neighbours add
    nothing to the sum. Raises ValueError for missing or infinite numbers, fewer than 4 places, codes that
    ``neighbours`` does not know, a place that borders on itself, and when no place has a neighbour.
    Cliff and Ord (1981), Spatial Processes.

    Examples
    --------
    >>> row = {"1": ["2"], "2": ["1", "3"], "3": ["2", "4"], "4": ["3"]}
    >>> moran([1, 1, 5, 5], row).statistic
    0.5
    """
    numbers, weights = _field("moran", values, neighbours, permutations)
    n = len(numbers)
    if np.ptp(numbers) == 0:
        return MoranResult(0.0, -1 / (n - 1), 1.0)
    observed = Moran(numbers, weights, permutations=0)
    z = observed.z
    rng = np.random.default_rng(seed)
    alike = []
    # A hundred deals at a time: all at once are faster by little and would take gigabytes for 99,999.
    for start in range(0, permutations, 100):
        dealt = np.stack([rng.permutation(z) for _ in range(min(100, permutations - start))], axis=1)
        alike.append(((weights.sparse @ dealt) * dealt).sum(axis=0))
    by_chance = np.concatenate(alike) * n / weights.s0 / (z @ z)
    below = (by_chance <= observed.I + SAME).sum()
    above = (by_chance >= observed.I - SAME).sum()
    return MoranResult(float(observed.I), float(observed.EI), float(_two_sided(below, above, permutations)))


def local_moran(
    values: ArrayLike, neighbours: Neighbours, permutations: int = 999, seed: int = 0, fdr: float = 0.05
) -> pd.DataFrame:
    """Where low places lie together (act jointly), and where one low place lies among high ones (help that one).

    Parameters
    ----------
    values, neighbours, permutations, seed
        As in ``moran``.
    fdr : float, default 0.05
        The share of places called significant that may be so by chance, above 0 and at most 1.

    Returns
    -------
    DataFrame indexed by code, in the order of ``values``
        ``statistic`` (local I), ``p_value`` (two-sided), ``significant`` (after Benjamini and Hochberg) and
        ``quadrant``: "high-high", "low-low", "low-high" (a low place among high ones), "high-low",
        "not significant", or "no neighbours" for a place that could not be tested (statistic 0, p 1).
        A constant field has statistic 0, p 1 and nothing significant.

    Notes
    -----
    I_i = (n - 1) z_i sum_j w_ij z_j / sum z^2, from esda. For p, the neighbours of a place are drawn anew from all
    other places; places share the draws. p is twice the smaller tail, so that low clusters are found as readily as
    high ones when values are skewed. It is at least 2 / (permutations + 1): among 7,436 places 999 permutations can
    call nothing significant unless about 300 places are; 9,999 find 30.
    Raises ValueError as ``moran``, and for an fdr outside (0, 1]. Anselin (1995), Geographical Analysis 27, 93-115;
    Benjamini and Hochberg (1995), JRSS B 57, 289-300; Caldas de Castro and Singer (2006), Geographical Analysis 38.

    Examples
    --------
    >>> row = {"1": ["2"], "2": ["1", "3"], "3": ["2", "4"], "4": ["3"]}
    >>> local_moran([1, 1, 5, 5], row)["statistic"].tolist()
    [0.75, 0.0, 0.0, 0.75]
    """
    if not 0 < fdr <= 1:
        raise ValueError(f"local_moran: fdr must lie above 0 and be at most 1, {fdr:g} given")
    numbers, weights = _field("local_moran", values, neighbours, permutations)
    count = np.array([weights.cardinalities[code] for code in weights.id_order])
    table = pd.DataFrame({"statistic": 0.0, "p_value": 1.0, "significant": False}, index=list(weights.id_order))
    table["quadrant"] = np.where(count > 0, NOT_SIGNIFICANT, NO_NEIGHBOURS)
    if isinstance(values, pd.Series):
        table.index.name = values.index.name
    if np.ptp(numbers) == 0:
        return table
    observed = Moran_Local(numbers, weights, permutations=0)
    tested = count > 0
    table["statistic"] = np.where(tested, observed.Is, 0.0) + 0.0  # no negative zero
    around = (weights.sparse @ observed.z) * count
    p_value = _conditional(observed.z, around, count, permutations, seed)
    table.loc[tested, "p_value"] = p_value[tested]
    table.loc[tested, "significant"] = false_discovery_control(p_value[tested]) <= fdr
    found = table["significant"].to_numpy()
    table.loc[found, "quadrant"] = [QUADRANTS[int(quadrant)] for quadrant in observed.q[found]]
    return table


def _conditional(z: Floats, around: Floats, count: Integers, permutations: int, seed: int) -> Floats:
    """Two-sided p of the sum over each place's neighbours, when these are drawn from all other places.

    All places with the same number of neighbours share one set of sums. Where a place was drawn as its own neighbour
    the next place drawn takes its seat, which leaves it a fair draw from the others.
    """
    n, most = len(z), int(count.max())
    drawn = _dealt(n, most + 1, permutations, seed)
    sums = np.cumsum(z[drawn], axis=1)
    below, above = np.zeros(n, dtype=np.intp), np.zeros(n, dtype=np.intp)
    for size in np.unique(count[count > 0]):
        same = np.flatnonzero(count == size)
        ordered = np.sort(sums[:, size - 1])
        below[same] = np.searchsorted(ordered, around[same] + SAME, side="right")
        above[same] = permutations - np.searchsorted(ordered, around[same] - SAME, side="left")
        deal, seat = np.nonzero(count[drawn[:, :size]] == size)
        place = drawn[deal, seat]
        own = sums[deal, size - 1]
        mended = own - z[place] + z[drawn[deal, size]]
        low, high = around[place] + SAME, around[place] - SAME
        np.add.at(below, place, (mended <= low).astype(np.intp) - (own <= low))
        np.add.at(above, place, (mended >= high).astype(np.intp) - (own >= high))
    return _two_sided(below, above, permutations)


@lru_cache(maxsize=8)
def _dealt(places: int, seats: int, permutations: int, seed: int) -> Integers:
    """Places drawn without return for each permutation; fields of the same size share them, as most of them do."""
    rng = np.random.default_rng(seed)
    return np.stack([rng.choice(places, seats, replace=False) for _ in range(permutations)])


def _two_sided(below: ArrayLike, above: ArrayLike, permutations: int) -> Floats:
    smaller = np.minimum(below, above)
    p_value: Floats = np.minimum(1.0, 2 * (smaller + 1) / (permutations + 1))
    return p_value


def _field(who: str, values: ArrayLike, neighbours: Neighbours, permutations: int) -> tuple[Floats, W]:
    """The numbers, and weights in their order, or a sentence that says why there is no field to look at."""
    numbers = column(who, "values", values, below_zero=True)
    codes = list(neighbours)
    if isinstance(values, pd.Series) and not (isinstance(values.index, pd.RangeIndex) and 0 not in neighbours):
        codes = list(values.index)
        unknown = [code for code in codes if code not in neighbours]
        if unknown:
            raise ValueError(
                f"{who}: {len(unknown)} of {len(codes)} places are not in neighbours; first is {unknown[0]}. A place "
                "without neighbours stands there with an empty list"
            )
        if not values.index.is_unique:
            raise ValueError(f"{who}: place {values.index[values.index.duplicated()][0]} stands in values twice")
    elif len(codes) != len(numbers):
        raise ValueError(f"{who}: {len(numbers)} values but {len(codes)} places in neighbours; give a Series by code")
    if len(numbers) < 4:
        raise ValueError(f"{who}: {len(numbers)} places are too few to tell a pattern from chance, 4 are needed")
    if permutations < 1:
        raise ValueError(f"{who}: at least 1 permutation is needed, {permutations} asked for")
    known = set(codes)
    links = {code: [other for other in dict.fromkeys(neighbours[code]) if other in known] for code in codes}
    selfish = [code for code, others in links.items() if code in others]
    if selfish:
        raise ValueError(f"{who}: {len(selfish)} places border on themselves; first is {selfish[0]}")
    if not any(links.values()):
        raise ValueError(f"{who}: none of {len(codes)} places has a neighbour with a value, so nothing lies together")
    weights = W(links, id_order=codes, silence_warnings=True)
    weights.transform = "r"
    return numbers, weights
