"""Fairness: all measures of 7,436 places, local clusters, and the overview of all layers with nothing remembered."""

from __future__ import annotations

import subprocess
import sys
import time

from geo.boundaries import neighbours
from geo.fairness import between, curve, shares, standards
from geo.fairness.answers import answers
from geo.fairness.field import Field, field, income_rank
from geo.fairness.patches import on_outlines, patches
from geo.stats.clusters import local_moran
from tests.bench.table import Figure, median

RUNS = 7
DEEP = "airport_distance"
COLD = """
from geo.warm import warm_up
warm_up()
import time
start = time.perf_counter()
from geo.fairness.overview import overview
overview()
print(time.perf_counter() - start)
"""


def figures() -> list[Figure]:
    """Medians of everything that a screen asks of one layer, and of the overview in a process of its own."""
    this = field(DEEP, "subdistrict")
    beside, values = neighbours("subdistrict"), on_outlines(this)
    every, few, many = [], [], []
    for _ in range(RUNS):
        start = time.perf_counter()
        _everything(this)
        every.append(time.perf_counter() - start)
        for runs, permutations in ((few, 999), (many, 9_999)):
            start = time.perf_counter()
            local_moran(values, beside, permutations)
            runs.append(time.perf_counter() - start)
    patches(this)
    start = time.perf_counter()
    patches(this)
    again = time.perf_counter() - start
    cold = [float(subprocess.check_output([sys.executable, "-c", COLD])) for _ in range(5)]
    return [
        Figure(f"all measures of {len(this.values):,} places", 1000 * median(every), "ms", most=150),
        Figure("local Moran, 999 permutations", median(few), "s", most=1.5, note="7,425 outlines"),
        Figure("local Moran, 9,999 permutations", median(many), "s", most=1.5, note="what the screen uses"),
        Figure("  the same clusters again", 1000 * again, "ms", most=5, note="remembered"),
        Figure("overview of all layers, cold", median(cold), "s", most=3, note="server warm, nothing asked before"),
    ]


def _everything(this: Field) -> None:
    """Every measure of the screen, nothing of it remembered but the places and their values."""
    rank = income_rank(this, "household_income")
    answers(this, rank)
    between.ends(this)
    between.splits(this)
    shares.fair_share(this)
    for kind in this.fit.curves:
        curve.curve(this, kind, rank)
    for kind in standards.lines(this):
        standards.shortfall(this, standards.line(this, kind, 1.0))
