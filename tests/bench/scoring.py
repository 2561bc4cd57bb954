"""A thousand computations of an index of every subdistrict, and of its province ranks, in one run."""

from __future__ import annotations

import time

from geo.readiness import assess, tree
from geo.stats import composite
from tests.bench.table import Figure, median

RUNS = 5
DRAWS = 1000


def figures() -> list[Figure]:
    """Time of rank ranges from 1,000 draws for 77 provinces, 928 districts and 7,436 subdistricts."""
    found = []
    for level, most in (("province", 1.0), ("district", 1.0), ("subdistrict", 3.0)):
        table = assess("provision", level, widen=True).used
        nodes, taken = tree("provision", level), []
        for _ in range(RUNS):
            start = time.perf_counter()
            composite.rank_ranges(table, nodes, draws=DRAWS)
            taken.append(time.perf_counter() - start)
        title = f"{len(table):,} {level}s x {DRAWS:,} draws"
        found.append(Figure(title, median(taken), "s", most=most, note=f"{len(table.columns)} indicators"))
    return found
