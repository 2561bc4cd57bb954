"""Every layer in one table: which is shared most and least fairly, and for which it gets better."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

import layers
from geo import cards
from geo.fairness.answers import answer, leading
from geo.fairness.between import ends, split, usual_grouping
from geo.fairness.field import GROUPINGS, Field, Within, field, in_period
from geo.fairness.history import alike
from geo.fairness.standards import line, lines, shortfall
from geo.measure import latest, periods

COLUMNS = [
    "level", "period", "places", "all_places", "unit_th", "unit_en", "best", "worst", "gap", "ratio", "between",
    "measure", "lead", "trend", "since", "change", "line", "line_value", "p0", "people_short", "why", "left_people",
    "by", "best_group", "worst_group",
]  # fmt: skip
# Within this share of where it stood, a divide is said to have stayed as it was.
STEADY = 0.05


def overview(
    level: str = "province", within: Within = None, bangkok: bool = True, *, between_people: bool = True
) -> pd.DataFrame:
    """One row a layer, in the order of the catalogue.

    Parameters
    ----------
    level : str
        Wanted level; a layer that is not measured there is shown at its finest level above it.
    within, bangkok, between_people
        As ``geo.fairness.field.field`` takes them.

    Returns
    -------
    DataFrame indexed by layer id
        ``gap`` and ``ratio`` between the best and the worst region (``best_group`` and ``worst_group``, codes of the
        kind ``by``), ``between`` (the share of the divide that lies between them, 0 to 1), ``lead`` (the layer's
        leading measure), ``trend`` (that measure over the years, a list) with ``since`` and ``change`` (relative),
        ``p0`` and ``people_short`` with the line they are held against, and ``why`` where nobody can be said to fall
        short.
    """
    return _overview(
        level, within, bangkok, between_people, tuple(layers.catalogue()), cards.data_folder(), cards.terms()
    )


def level_for(layer_id: str, wanted: str) -> str | None:
    """The wanted level where the layer has it, else its finest one above; None for a layer of regions alone."""
    offered = [level for level in GROUPINGS if level in layers.catalogue()[layer_id].levels and level != "lao"]
    order = list(GROUPINGS)
    above = [level for level in offered if order.index(level) <= order.index(wanted)]
    return above[-1] if above else None


@lru_cache(maxsize=32)
def _overview(
    level: str,
    within: Within,
    bangkok: bool,
    between_people: bool,
    known: tuple[str, ...],
    folder: Path,
    terms: cards.Terms,
) -> pd.DataFrame:
    rows = {}
    for layer_id in known:
        at = level_for(layer_id, level)
        period = latest(layer_id, at) if at else None
        if at is None or period is None:
            continue
        rows[layer_id] = _row(field(layer_id, at, period, within, bangkok=bangkok, between_people=between_people))
    return pd.DataFrame.from_dict(rows, orient="index", columns=COLUMNS)


def _row(this: Field) -> dict[str, object]:
    apart = ends(this)
    by = usual_grouping(this)
    measure = leading(this)
    row: dict[str, object] = {"level": this.level, "period": this.period, "places": len(this.values)}
    row["all_places"] = len(this.values) + sum(left.places for left in this.left)
    row["left_people"] = float(np.nansum([left.people for left in this.left]))
    row |= {"unit_th": this.unit.th, "unit_en": this.unit.en}
    row |= {"best": apart.best_mean, "worst": apart.worst_mean, "gap": apart.gap, "ratio": apart.ratio}
    row |= {"by": apart.by, "best_group": apart.best, "worst_group": apart.worst}
    row |= {"between": split(this, by).share if by else np.nan, "measure": measure}
    row["lead"] = answer(this, measure).value
    trend = []
    for period in (period for period in periods(this.layer.id, this.level) if alike(period, this.period)):
        then = in_period(this, period)
        if np.isfinite(value := answer(then, measure).value) and len(then.values) >= 0.9 * len(this.values):
            trend.append((period, value))
    row["trend"] = [value for _, value in trend]
    row["since"] = trend[0][0] if len(trend) > 1 else ""
    row["change"] = trend[-1][1] / trend[0][1] - 1 if len(trend) > 1 and trend[0][1] > 0 else np.nan
    offered = lines(this)
    if not offered:
        row |= {"line": "", "line_value": np.nan, "p0": np.nan, "people_short": np.nan, "why": "neither"}
        return row
    held = line(this, offered[0])
    short = shortfall(this, held)
    row |= {"line": held.kind, "line_value": held.value, "p0": short.p0, "people_short": short.people}
    row["why"] = short.why
    return row
