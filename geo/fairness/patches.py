"""Low places that lie together, and single low places among high ones."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.boundaries import islands, neighbours
from geo.fairness.field import PER, Field
from geo.places import places
from geo.stats.clusters import MoranResult, local_moran, moran
from geo.stats.smallarea import empirical_bayes

# Fewer cannot pass a false discovery rate of 5 % among thousands of places, and these take 0.1 s for 7,425.
PERMUTATIONS = 9_999
FDR = 0.05
KINDS = ("low-low", "low-high", "high-low", "high-high", "not significant", "no neighbours")


class Patches(NamedTuple):
    """Where like places lie together.

    ``table`` is indexed by code as drawn: ``value``, ``around`` (mean of the neighbours), ``p_value`` and ``kind``, one
    of ``KINDS`` after control of false discoveries. ``joined`` are islands that were given their nearest neighbour,
    ``undrawn`` how many places have no outline. ``why`` is the reason (why_not.*) if there is nothing.
    """

    whole: MoranResult | None
    table: pd.DataFrame
    joined: tuple[str, ...]
    undrawn: int
    why: str = ""

    def codes(self, kind: str) -> list[str]:
        """Codes of the places of one kind."""
        return [str(code) for code in self.table.index[self.table["kind"] == kind]]


def on_outlines(this: Field) -> pd.Series:
    """The values of a field by the code of the outline: places in one outline are joined, weighed by their people.

    Rates of counted things lean on the rate of all places, the more the fewer people a place has (``empirical_bayes``):
    one station in a small district is chance before it is a pattern.
    """
    outline = pd.Series(this.values.index, index=this.values.index)
    if this.level == "subdistrict":
        outline = places("subdistrict")["polygon_code"].reindex(this.values.index)
    if steadied(this):
        counts, people = this.shown.groupby(outline).sum(), this.people.groupby(outline).sum()
        rates: pd.Series = PER * empirical_bayes(counts, people)
        return rates.rename_axis("code")
    if this.level != "subdistrict":
        return this.values
    weight = this.people.where(this.people > 0, 1e-9)
    joined: pd.Series = (this.values * weight).groupby(outline).sum() / weight.groupby(outline).sum()
    return joined.rename_axis("code")


def steadied(this: Field) -> bool:
    """Whether values lean on the rate of all places before neighbours are compared."""
    return this.fit.counted and this.between_people and bool(len(this.values)) and bool((this.people > 0).all())


@lru_cache(maxsize=64)
def patches(this: Field) -> Patches:
    """Local Moran of a field, remembered: two-sided, 9,999 seeded permutations, false discovery rate 5 %."""
    beside = neighbours(this.level, this.within)
    values = on_outlines(this)
    drawn = values[values.index.isin(list(beside))]
    empty = pd.DataFrame(columns=["value", "around", "p_value", "kind"])
    undrawn = len(values) - len(drawn)
    known = set(drawn.index)
    links = {code: [other for other in beside[code] if other in known] for code in drawn.index}
    if len(drawn) < 4 or not any(links.values()):
        return Patches(None, empty, (), undrawn, "few_drawn")
    if np.ptp(drawn.to_numpy()) == 0:
        return Patches(None, empty, (), undrawn, "as_by_chance" if steadied(this) else "all_equal")
    found = local_moran(drawn, links, permutations=PERMUTATIONS, fdr=FDR)
    pairs = pd.DataFrame([(code, other) for code, others in links.items() for other in others], columns=["code", "by"])
    around = drawn.reindex(pairs["by"]).groupby(pairs["code"].to_numpy()).mean()
    table = pd.DataFrame(
        {
            "value": drawn,
            "around": around.reindex(drawn.index),
            "p_value": found["p_value"],
            "kind": found["quadrant"],
        }
    )
    joined = tuple(code for code in islands(this.level, this.within) if code in known)
    return Patches(moran(drawn, links, permutations=999), table, joined, undrawn)
