"""Where like values lie together on a map, for its summary."""

from __future__ import annotations

import numpy as np

from geo.boundaries import neighbours
from geo.maps.summary import Together
from geo.measure import Measured
from geo.stats.clusters import local_moran

# At these levels it takes some hundredths of a second; with 7,425 areas a change of layer would have to wait for it.
LEVELS = ("province", "district")
PERMUTATIONS = 9_999
# With fewer values a pattern cannot be told from chance.
FEWEST = 20


def together(measured: Measured) -> Together | None:
    """Places that lie among their like beyond chance, in the whole country whatever a reader's filter shows.

    Returns
    -------
    Together or None
        None where nobody looked: at other levels, with fewer than 20 values, and where all values are equal. Local
        Moran's I with 9,999 seeded permutations and a false discovery rate of 5 % (see ``geo.stats.clusters``).

    Examples
    --------
    >>> from geo.measure import measure
    >>> together(measure("density", "subdistrict")) is None
    True
    """
    values = measured.values[measured.status == "ok"].astype(float)
    values = values[np.isfinite(values)]
    if measured.level not in LEVELS or len(values) < FEWEST or values.nunique() < 2:
        return None
    beside = neighbours(measured.level)
    found = local_moran(values, beside, permutations=PERMUTATIONS)["quadrant"]
    return Together(high=frozenset(found.index[found == "high-high"]), low=frozenset(found.index[found == "low-low"]))
