"""A national budget shared out between all districts, before and after, and over all budgets and rules, in one run."""

from __future__ import annotations

import time

from geo.places import places
from geo.stats.decide import RULES
from geo.support.budget import over_budgets, simulate
from geo.support.reasoning import reason
from tests.bench.table import Figure, median

RUNS = 5
STEPS = 12


def figures() -> list[Figure]:
    """Time of one national run at district level, by the slowest rule, and of the whole frontier."""
    found = reason("district")
    regions = places("district")["region"]
    slowest, every = 0.0, []
    for rule in RULES:
        taken = []
        for _ in range(RUNS):
            start = time.perf_counter()
            done = simulate(found.score, found.people, regions, found.standard, 5000, 100, rule)
            taken.append(time.perf_counter() - start)
        slowest = max(slowest, median(taken))
    assert done is not None
    for _ in range(RUNS):
        start = time.perf_counter()
        over_budgets(done, found.standard, 100, regions, STEPS)
        every.append(time.perf_counter() - start)
    areas = f"{len(done.table):,} districts"
    return [
        Figure(f"one budget, {areas}, slowest of {len(RULES)} rules", slowest, "s", most=1.0),
        Figure(f"{STEPS} budgets x {len(RULES)} rules, {areas}", median(every), "s", most=1.0),
    ]
