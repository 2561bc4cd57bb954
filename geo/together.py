"""Where like values lie together on a map, for its summary."""

from __future__ import annotations

import numpy as np

from geo.boundaries import neighbours
from geo.maps.drawn import Drawn
from geo.maps.summary import Together
from geo.measure import Measured
from geo.stats.clusters import local_moran

# Not local authorities: more than a quarter of them have no open outline, so who borders on whom is known in part only.
LEVELS = ("province", "district", "subdistrict")
PERMUTATIONS = 9_999
# With fewer values a pattern cannot be told from chance.
FEWEST = 20


def together(measured: Measured, drawn: Drawn | None = None) -> Together | None:
    """Places that lie among their like beyond chance, in the whole country whatever a reader's filter shows.

    Parameters
    ----------
    measured : Measured
    drawn : Drawn, optional
        The same values on the areas that have an outline, where these are not the places of today (subdistricts): only
        outlines have neighbours.

    Returns
    -------
    Together or None
        By the codes of the outlines. None where nobody looked: at other levels, with fewer than 20 values, and where
        all values are equal. Local Moran's I with 9,999 seeded permutations, of which 7,425 subdistricts need as many,
        and a false discovery rate of 5 % (see ``geo.stats.clusters``).

    Examples
    --------
    >>> from geo.measure import measure
    >>> together(measure("density", "region")) is None
    True
    """
    told = measured if drawn is None else drawn
    values = told.values[told.status == "ok"].astype(float)
    values = values[np.isfinite(values)]
    if measured.level not in LEVELS or len(values) < FEWEST or values.nunique() < 2:
        return None
    found = local_moran(values, neighbours(measured.level), permutations=PERMUTATIONS)["quadrant"]
    return Together(high=frozenset(found.index[found == "high-high"]), low=frozenset(found.index[found == "low-low"]))
