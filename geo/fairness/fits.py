"""Which measure of fairness fits which kind of layer, and why the others are not offered: declared once, here."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple

from geo.layer import Count, Layer, Ratio

# In the order in which a table of all measures lists them.
MEASURES = (
    "gap",
    "tail_gap",
    "tail_ratio",
    "palma",
    "gini",
    "hoover",
    "theil_t",
    "theil_l",
    "atkinson",
    "slope",
    "relative_slope",
    "concentration",
    "erreygers",
    "disparity",
)
# What a screen tells beside them.
BESIDE = ("region_gap", "region_ratio", "between", "p0")
# Measures that need a ranking of places by income.
RANKED = ("slope", "relative_slope", "concentration", "erreygers")
CURVES = ("lorenz", "concentration", "parade")

# Reasons are keys of the messages (why_not.*): each says what would go wrong if the measure were shown.
_NO_ZERO = dict.fromkeys(
    ("tail_ratio", "palma", "gini", "hoover", "theil_t", "theil_l", "atkinson", "relative_slope", "concentration"),
    "no_zero",
)
NOT_OFFERED: Mapping[str, Mapping[str, str]] = {
    "per_head": {"erreygers": "no_ceiling"},
    "percentage": {
        **dict.fromkeys(("palma", "gini", "hoover", "theil_l", "atkinson", "concentration"), "mirror"),
        "disparity": "not_counted",
    },
    "score": {**_NO_ZERO, "disparity": "not_counted"},
    "distance": {
        **dict.fromkeys(("palma", "hoover", "disparity"), "not_shared_out"),
        **dict.fromkeys(("theil_l", "atkinson"), "less_is_better"),
        "erreygers": "no_ceiling",
    },
    "count": {"erreygers": "no_ceiling"},
    "amount": {**dict.fromkeys(("hoover", "disparity"), "not_shared_out"), "erreygers": "no_ceiling"},
    "speed": {**dict.fromkeys(("palma", "hoover", "disparity"), "not_shared_out"), "erreygers": "no_ceiling"},
    "change": {**dict.fromkeys(_NO_ZERO, "below_zero"), "erreygers": "no_ceiling", "disparity": "not_counted"},
}
# Measures that lay most weight on those who have least, which is the good end where less is better.
_WEIGH_THE_LEAST = ("theil_l", "atkinson", "palma")


class Fit(NamedTuple):
    """What a layer is measured by.

    ``offered`` in the order of ``MEASURES``; ``why_not`` has the reason for every other. ``headline`` is what the
    screen says first: "gap" to the layer's own standard, "counted" things and who has none, or "tails", the best and
    the worst served fifth. ``split`` is how the divide is taken apart: "theil" or "variance". ``curves`` begin with the
    one shown first. ``counted`` layers are compared per head.
    """

    offered: tuple[str, ...]
    why_not: Mapping[str, str]
    headline: str
    split: str
    curves: tuple[str, ...]
    counted: bool
    direction: int


def counted(layer: Layer) -> bool:
    """Whether a layer counts or adds up things in places: stations, cities, megawatts."""
    return layer.kind == "count" or isinstance(layer.measure, Count)


def fit(layer: Layer) -> Fit:
    """Which measures fit a layer, by its kind and by which way is better.

    Examples
    --------
    >>> from layers import catalogue
    >>> fit(catalogue()["media_literacy"]).why_not["gini"], fit(catalogue()["fixed_download"]).curves[0]
    ('no_zero', 'lorenz')
    """
    shared = counted(layer) or (isinstance(layer.measure, Ratio) and layer.kind == "per_head")
    return _fit(
        "count" if counted(layer) else layer.kind, layer.better, layer.standard is not None, shared, counted(layer)
    )


@lru_cache
def _fit(kind: str, better: str, standard: bool, shared: bool, things: bool) -> Fit:
    why_not = dict(NOT_OFFERED[kind])
    if better == "neither":
        why_not["gap"] = "neither"
    if better == "lower":
        why_not |= {measure: "less_is_better" for measure in _WEIGH_THE_LEAST if measure not in why_not}
    if not shared:
        why_not.setdefault("disparity", "not_counted")
    offered = tuple(measure for measure in MEASURES if measure not in why_not)
    # A parade shows each place's own value against the people, and so fits whatever can be sorted.
    curves = CURVES if "gini" in offered else ("parade", "concentration") if "erreygers" in offered else ("parade",)
    # A score's sums mean nothing, so it has no curve of shares; a percentage's are people who are covered.
    curves = ("parade",) if kind == "score" else curves
    headline = "counted" if things else "gap" if standard and better != "neither" else "tails"
    split = "theil" if "theil_t" in offered and kind != "percentage" else "variance"
    direction = {"higher": 1, "lower": -1}.get(better, 0)
    return Fit(offered, MappingProxyType(why_not), headline, split, curves, things, direction)
