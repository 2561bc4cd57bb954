"""Is it shared fairly, and if not, between whom: every measure of equity under one name.

Which one answers which question:

- who is below a standard, how far, how badly: ``fgt``; where less is better, who is over a limit: ``overshoot``
- what the richest end has more than the poorest, in the unit: ``slope_index``
- whether provision leans to richer places: ``concentration_index``, for percentages ``erreygers``; drawn:
  ``concentration_curve``
- how unevenly a quantity per head is spread: ``gini``, ``theil_t``, ``theil_l``, ``atkinson``; drawn: ``lorenz``
- whether the divide is between regions or inside them: ``theil_split``; without a natural zero: ``variance_split``
- how many times better the best served fare: ``tail_ratio``, ``palma``; in the unit: ``tail_means``
- what share would have to move: ``hoover``
- who has more or less than a fair share of what is counted: ``disparity``

``values``, ``people``, ``groups`` and ``rank_by`` stand beside each other, one row a place, none missing.
``people=None`` compares places; with people given it compares people in places. Inequality between places falls as
places grow: never compare provinces with districts.
"""

from geo.stats.gap import disparity, fgt, overshoot
from geo.stats.gradient import concentration_index, erreygers, slope_index
from geo.stats.spread import atkinson, gini, hoover
from geo.stats.tails import concentration_curve, lorenz, palma, tail_means, tail_ratio
from geo.stats.theil import TheilSplit, theil_l, theil_split, theil_t
from geo.stats.variance import VarianceSplit, mean_over, median_over, variance_split

__all__ = [
    "TheilSplit",
    "VarianceSplit",
    "atkinson",
    "concentration_curve",
    "concentration_index",
    "disparity",
    "erreygers",
    "fgt",
    "gini",
    "hoover",
    "lorenz",
    "mean_over",
    "median_over",
    "overshoot",
    "palma",
    "slope_index",
    "tail_means",
    "tail_ratio",
    "theil_l",
    "theil_split",
    "theil_t",
    "variance_split",
]
