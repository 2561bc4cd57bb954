"""Why an area lags: the figures beneath each score, and the smallest change that would do."""

from __future__ import annotations

from typing import NamedTuple

import pandas as pd

import layers
from geo import cards
from geo.measure import latest, measure
from geo.readiness import table
from geo.stats.decide import smallest_change, what_if
from geo.support.case import INDEX, WHOLE, Case
from geo.support.cells import number


class Figure(NamedTuple):
    """One figure beneath a score: its ``layer`` and ``heading``, ``value`` (NaN where there is none), ``low`` and
    ``high`` where known, ``status``, ``period``, ``points`` between its goalposts, and ``source``, the attribution."""

    layer: str
    heading: str
    value: float
    low: float
    high: float
    status: str
    period: str
    points: float
    source: str


def figures(known: Case, place: str) -> list[Figure]:
    """Every figure that the scores of one area rest on, or would rest on if there were one.

    A value of the larger area is given with status ``inherited``: it is shown, and no score of this screen rests on it.
    """
    beneath = table(INDEX, known.level)
    found = []
    for heading in known.headings:
        for item in heading.indicators:
            layer = layers.catalogue().get(item.layer)
            if layer is None:
                continue
            reached = known.level in layer.levels
            here = measure(item.layer, known.level) if reached else None
            own = here is not None and here.status[place] == "ok"
            period = latest(item.layer, known.level) or ""
            found.append(
                Figure(
                    layer=item.layer,
                    heading=heading.id,
                    value=number(beneath.wider, place, item.layer),
                    low=float(here.low[place]) if here is not None and own else float("nan"),
                    high=float(here.high[place]) if here is not None and own else float("nan"),
                    status=str(beneath.status.at[place, item.layer]),
                    period=period if reached else latest(item.layer, "province") or "",
                    points=number(known.found.scores, place, item.layer) if own else float("nan"),
                    source="; ".join(cards.card(source).attribution for source in layer.source),
                )
            )
    return found


def node_of(known: Case, place: str, target: str) -> str:
    """The score that one change should lift: the heading asked for, or the index where the area has one, else its
    lowest heading; blank where the area has no score at all."""
    if target != WHOLE and pd.notna(number(known.scores, place, target)):
        return target
    if (
        target == WHOLE
        and pd.notna(number(known.found.scores, place, INDEX))
        and not known.found.inherited.at[place, INDEX]
    ):
        return INDEX
    own = known.scores.loc[place].dropna()
    return str(own.idxmin()) if len(own) else ""


def standard_for(known: Case, node: str) -> float:
    """The standard of a heading; of the index, the mean of those of its headings as they are weighed."""
    if node in known.standards.index:
        return float(known.standards[node])
    return float((known.standards * known.weights).sum() / known.weights.sum())


def changes(known: Case, place: str, node: str) -> pd.DataFrame:
    """Which single figure of the area would have to change least for the score to reach its standard.

    Returns
    -------
    DataFrame, one row per figure that is measured in the area
        As `geo.stats.decide.smallest_change`: least points first, ``reaches`` False where no single change is enough.
    """
    return smallest_change(
        known.found.own, known.found.tree, place, standard_for(known, node), node, known.found.aggregate
    )


def least_by_heading(known: Case, place: str) -> pd.DataFrame:
    """For each heading of the area below its standard, the smallest single change that lifts it there.

    Returns
    -------
    DataFrame indexed by heading
        ``layer`` (blank where no single figure is enough), ``now``, ``needed``, ``points``, ``best``.
    """
    rows = {}
    for name in known.names:
        score = number(known.scores, place, name)
        if pd.isna(score) or score >= known.standards[name]:
            continue
        table = changes(known, place, name)
        reach = table[table["reaches"]]
        first = reach.iloc[0] if len(reach) else table.iloc[0]
        rows[name] = {
            "layer": str(first.name) if len(reach) else "",
            "now": first["now"],
            "needed": first["needed"],
            "points": first["points"],
            "best": table["best"].max(),
        }
    return pd.DataFrame.from_dict(rows, orient="index", columns=["layer", "now", "needed", "points", "best"])


def tried(known: Case, place: str, layer: str, value: float) -> pd.DataFrame:
    """The scores of one area as they are and with one figure changed: index, heading and figure, before and after.

    Raises
    ------
    ValueError
        For a layer that is not in the index.
    """
    own = what_if(known.found.own, known.found.tree, place, {layer: value}, known.found.aggregate)
    heading = next(item.id for item in known.headings if layer in [part.layer for part in item.indicators])
    return own.reindex([INDEX, heading, layer])
