"""Scores as screens show them: as a layer for the map, as a list with rank ranges, as a verdict on two areas."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd

import layers
from geo import cards
from geo.layer import Given, Layer
from geo.measure import Measured, latest
from geo.places import places
from geo.readiness import Assessed, Key, assess, tree
from geo.stats import composite
from geo.words import Text

UNIT = Text("คะแนน (เต็ม 100)", "points of 100")
SHARE = Text("% ของน้ำหนักที่วัดในพื้นที่นี้เอง", "% of the weight measured here")
# A person may be told that one place is ahead of another when it is so in this share of the draws.
SURE = 0.9


def node_title(found: Assessed, node: str) -> Text:
    """What readers call an index, one of its headings, or one of its layers."""
    if node == found.index.id:
        return found.index.title
    for dimension in found.index.dimensions:
        if dimension.id == node:
            return dimension.title
    return layers.declared()[node].short


def as_measured(found: Assessed, node: str) -> Measured:
    """A node's scores in the form in which the map, its legend and its tables take a layer.

    ``base`` is the share of the weight that is measured in the place itself, in percent; ``low`` and ``high`` the range
    of the score over the draws. The period spans the years of the values behind it.
    """
    key = (found.index.id, found.level, found.how, found.aggregate, found.weights, found.widen)
    return _measured(key, node, cards.data_folder(), cards.terms())


@lru_cache(maxsize=48)
def _measured(key: Key, node: str, folder: Path, terms: cards.Terms) -> Measured:
    index, level, how, aggregate, weights, widen = key
    found = assess(index, level, how, aggregate, dict(weights), widen)
    ranges = found.ranges(node)
    codes = found.scores.index
    layer = _layer(found, node)
    blank = pd.Series("", index=codes)
    return Measured(
        layer=layer,
        level=level,
        period=_span(found, node),
        values=found.scores[node].rename("value"),
        base=(100 * found.share_present[node]).round().rename("base"),
        status=found.status[node].rename("status"),
        low=ranges["low_score"].rename("low"),
        high=ranges["high_score"].rename("high"),
        source=pd.Series("readiness", index=codes, name="source"),
        note=blank.rename("note"),
        note_th=blank.rename("note_th"),
        people=places(level)["people"].rename("people"),
    )


def under(found: Assessed, node: str) -> list[str]:
    """The layers that stand under a node."""
    own = found.tree.set_index("code")["parent"]
    if node == found.index.id:
        return list(found.index.layers)
    return [code for code in found.index.layers if node in (code, own[code])]


def _span(found: Assessed, node: str) -> str:
    known = [latest(layer_id, "province") for layer_id in under(found, node) if layer_id in layers.catalogue()]
    years = sorted({part for period in known if period for part in period.split("-") if part.isdigit()})
    return "" if not years else years[0] if len(years) == 1 else f"{years[0]}-{years[-1]}"


def _layer(found: Assessed, node: str) -> Layer:
    index, title = found.index, node_title(found, node)
    heading = next((d for d in index.dimensions if d.id == node), None)
    declared = layers.declared()
    shown = [layer_id for layer_id in under(found, node) if layer_id in layers.catalogue()]
    sources = dict.fromkeys(source for layer_id in shown for source in declared[layer_id].source)
    whole = title if node == index.id else Text(f"{index.title.th}: {title.th}", f"{index.title.en}: {title.en}")
    return Layer(
        title=whole,
        short=title,
        question=index.question if heading is None else heading.why,
        family="infrastructure",
        dimension="governance",
        index=index.id,
        kind="score",
        unit=UNIT,
        decimals=0,
        better="higher" if index.more == "better" else "lower",
        source=tuple(sources),
        measure=Given("", ""),
        levels=index.levels,
        valid=(0, 100),
        grade="modelled",
        caveat=index.aggregate_why if heading is None else heading.why,
        standard=None if heading is None else heading.standard,
        base_unit=SHARE,
        words=_words(found, node),
        id=f"{index.id}-{node}",
    )


def _words(found: Assessed, node: str) -> dict[float, Text]:
    """Where a heading is one yes-or-no fact of a local authority: its two scores in the words of its layer."""
    own = under(found, node)
    if found.level != "lao" or node == found.index.id or len(own) != 1:
        return {}
    up = float(found.tree.set_index("code")["direction"][own[0]]) > 0
    facts = layers.declared()[own[0]].words
    return {value if up else 100.0 - value: text for value, text in facts.items()}


def standing(found: Assessed, node: str, codes: pd.Index) -> pd.DataFrame:
    """Some places with score, rank and its range, band, and what the score rests on; the first band on top.

    Returns
    -------
    DataFrame
        ``score, rank, median, low, high, band, pr_bottom_fifth, low_score, high_score, share_present, status``, and
        ``pr_below_standard`` where the node has a standard. Ranks are among all places of the level, whatever is shown.
    """
    frame = found.ranges(node).reindex(codes)
    frame["score"] = found.scores[node].reindex(codes)
    frame["share_present"] = found.share_present[node].reindex(codes)
    frame["status"] = found.status[node].reindex(codes)
    order = frame.assign(none=frame["score"].isna(), inherited=frame["status"] == "inherited", worst=-frame["score"])
    order = order.sort_values(["none", "inherited", "band", "rank", "worst"], kind="stable")
    return frame.loc[order.index]


@dataclass(frozen=True)
class Verdict:
    """What may be said of two places: who is ahead, in which share of the draws; or why nothing may be said."""

    said: Literal["first", "second", "neither", "no score"]
    share: float


def verdict(found: Assessed, node: str, first: str, second: str) -> Verdict:
    """Whether one of two places may be called ahead of the other: only if it is so in 90 % of the draws.

    ``share`` is that of the draws in which the first (or, where it is the more frequent, the second) scores higher.
    """
    drawn = found.draws(node)
    if drawn.score[[first, second]].isna().any():
        return Verdict("no score", float("nan"))
    one = float(composite.share_ahead(drawn, first)[second])
    other = float(composite.share_ahead(drawn, second)[first])
    if composite.ahead(drawn, first, second, SURE):
        return Verdict("first", one)
    if composite.ahead(drawn, second, first, SURE):
        return Verdict("second", other)
    return Verdict("neither", max(one, other))


def scenario_ranks(found: Assessed) -> pd.DataFrame:
    """The rank of every place under other ways to compute the same index, and what it climbs or loses by each.

    Columns as `geo.stats.composite.scenarios` gives them: the index as declared comes first, the reader's own way
    second where it differs, then each switch alone, then each heading left out.
    """
    index = found.index
    plain = tree(index.id, found.level)
    declared: dict[str, object] = {"aggregate": index.aggregate}
    choices: dict[str, dict[str, object]] = {"declared": declared}
    own: dict[str, object] = {"how": found.how, "aggregate": found.aggregate, "weights": dict(found.weights)}
    if (found.how, found.aggregate, found.weights) != ("goalposts", index.aggregate, ()):
        choices["own"] = own
    for name in ("arithmetic", "geometric", "harmonic", "mazziotta_pareto"):
        if name != index.aggregate:
            choices[name] = {"aggregate": name}
    for name in ("minmax", "zscore", "percentile"):
        choices[name] = {**declared, "how": name}
    for dimension in index.measured:
        if len(index.measured) > 1:
            choices[f"without {dimension.id}"] = {**declared, "weights": {dimension.id: 0.0}}
    base = found.used if found.widen else found.own
    if found.level not in index.levels:
        base = base * np.nan
    return composite.scenarios(base, plain, choices)


def regional_ranks(found: Assessed) -> pd.DataFrame:
    """Each region's mean score over its people, and the range of its rank among the regions over the draws.

    Returns
    -------
    DataFrame indexed by region
        ``score`` (mean over the registered people of places that have one), ``low, high`` (5 and 95 % of the rank,
        where 1 has the highest score),
        ``places`` (how many have a score).
    """
    drawn, area = found.draws(), places(found.level)
    known = drawn.score.notna() & area["people"].notna()
    people, region = area["people"][known], area["region"][known]
    total = people.groupby(region).sum()
    per_draw = drawn.scores[known].mul(people, axis=0).groupby(region).sum().div(total, axis=0)
    ranks = per_draw.rank(ascending=False, method="min")
    frame = pd.DataFrame({"score": (drawn.score[known] * people).groupby(region).sum() / total})
    frame["low"], frame["high"] = ranks.quantile(0.05, axis=1), ranks.quantile(0.95, axis=1)
    frame["places"] = region.groupby(region).size()
    return frame.reindex(places("region").index)
