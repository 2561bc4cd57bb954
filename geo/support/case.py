"""What is known of a level: scores of each heading that are measured there, their ranges, standards and weights."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from geo import cards
from geo.indices import Dimension
from geo.readiness import Assessed, assess

INDEX = "provision"
LEVELS = ("province", "district")
WHOLE = "all"
# Least share of the areas of a level for which a heading must be known to be counted in the mean gap: else two areas
# would be compared over different headings.
REACH = 2 / 3
# Draws kept of each heading: enough for shares of draws to a per cent or so, and few enough to hold for every reader.
DRAWS = 400


@dataclass(frozen=True)
class Case:
    """The headings of provision at one level, each with what is measured there and nothing else.

    Attributes
    ----------
    level : str
    found : Assessed
        The assessment they come from.
    headings : tuple of Dimension
        Those with an indicator, in their order.
    scores, low, high : DataFrame, areas x headings
        0..100; NaN where nothing of the area itself suffices, whatever a larger area says.
    inherited : DataFrame of bool, areas x headings
        Where the larger area has a score and the area itself does not.
    standards, weights : Series per heading
    draws : dict of heading -> DataFrame, areas x draws
        Scores under other choices, on the scale of the standards.
    counted : tuple of str
        Headings known for enough areas of the level to be counted in the mean gap.
    """

    level: str
    found: Assessed
    headings: tuple[Dimension, ...]
    scores: pd.DataFrame
    low: pd.DataFrame
    high: pd.DataFrame
    inherited: pd.DataFrame
    standards: pd.Series
    weights: pd.Series
    draws: dict[str, pd.DataFrame]
    counted: tuple[str, ...]

    @property
    def names(self) -> list[str]:
        """Ids of the headings."""
        return [heading.id for heading in self.headings]

    def heading(self, name: str) -> Dimension:
        """One heading by its id."""
        return next(heading for heading in self.headings if heading.id == name)

    def standard_of(self, target: str) -> float:
        """The score to reach: that of a heading, or the mean over the counted headings as they are weighed."""
        if target != WHOLE:
            return float(self.standards[target])
        if not self.counted:
            return float(self.standards.mean())
        weight = self.weights[list(self.counted)]
        return float((self.standards[list(self.counted)] * weight).sum() / weight.sum())


def case(
    level: str,
    weights: Mapping[str, float] | None = None,
    standard: float = 0,
) -> Case:
    """The headings of provision at a level, ready to be held against their standards.

    Parameters
    ----------
    level : str
        province or district.
    weights : mapping of heading or layer -> 0..10
        As in `geo.readiness.assess`. Always between goalposts: a standard is a point on that scale.
    standard : float, default 0
        One score for every heading instead of the declared standards; 0 keeps those.

    Raises
    ------
    ValueError
        For weights that are all zero, by the sentence of the index.
    """
    own = tuple(sorted((str(name), float(value)) for name, value in (weights or {}).items()))
    known = _case(level, own, cards.data_folder(), cards.terms())
    return known if not standard else replace(known, standards=pd.Series(float(standard), index=known.standards.index))


@lru_cache(maxsize=6)
def _case(level: str, weights: tuple[tuple[str, float], ...], folder: Path, terms: cards.Terms) -> Case:
    found = assess(INDEX, level, weights=dict(weights))
    headings = tuple(heading for heading in found.index.measured if heading.standard)
    names = [heading.id for heading in headings]
    inherited = found.inherited[names]
    scores = found.scores[names].mask(inherited)
    ranges = {name: found.ranges(name).reindex(scores.index) for name in names}
    low = pd.DataFrame({name: ranges[name]["low_score"] for name in names}).where(scores.notna())
    high = pd.DataFrame({name: ranges[name]["high_score"] for name in names}).where(scores.notna())
    # A range of other choices need not hold the published score; what is shown as its range must.
    low, high = low.where(low <= scores, scores), high.where(high >= scores, scores)
    declared = {heading.id: heading.standard.value for heading in headings if heading.standard}
    standards = pd.Series(declared, dtype=float)
    weight = found.tree.set_index("code")["weight"].astype(float).reindex(names)
    drawn = {}
    for name in names:
        one = found.draws(name)
        kept = np.flatnonzero((one.plan["how"] == one.how).to_numpy())[:DRAWS]
        drawn[name] = one.scores.iloc[:, kept].astype("float32")
    return Case(
        level=level,
        found=found,
        headings=headings,
        scores=scores,
        low=low,
        high=high,
        inherited=inherited,
        standards=standards,
        weights=weight,
        draws=drawn,
        counted=counted(scores, weight),
    )


def counted(scores: pd.DataFrame, weights: pd.Series, reach: float = REACH) -> tuple[str, ...]:
    """The headings known for enough areas, and weighing something.

    Examples
    --------
    >>> scores = pd.DataFrame({"net": [1.0, None, None], "air": [1.0, 2.0, None], "road": [1.0, 2.0, 3.0]})
    >>> counted(scores, pd.Series({"net": 1.0, "air": 1.0, "road": 0.0}))
    ('air',)
    """
    known = scores.notna().mean()
    return tuple(name for name in scores.columns if known[name] >= reach - 1e-9 and weights[name] > 0)
