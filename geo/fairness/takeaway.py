"""What the screens of fairness tell, as tables to quote: each row with its source, licence and address."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

import layers
from geo import cards
from geo.cards import REDISTRIBUTION
from geo.fairness.answers import answers, tails
from geo.fairness.between import ends, split, usual_grouping
from geo.fairness.doubt import doubt
from geo.fairness.field import Field, Rank
from geo.fairness.standards import Shortfall
from geo.publish.made import method_version
from geo.words import Say, show_year

ORIGIN = ("source", "licence", "terms", "attribution", "method_version", "address")


def origin(sources: Sequence[str], address: str) -> dict[str, str]:
    """What stands in every row: where figures come from, under which licence, and the address that shows them."""
    used = [cards.card(source) for source in dict.fromkeys(sources)]
    return {
        "source": "; ".join(card.id for card in used),
        "licence": "; ".join(dict.fromkeys(card.licence for card in used)),
        "terms": max((card.may_redistribute for card in used), key=REDISTRIBUTION.index),
        "attribution": "; ".join(dict.fromkeys(card.attribution for card in used)),
        "method_version": method_version(),
        "address": address,
    }


def measures_table(
    this: Field,
    rank: Rank | None,
    short: Shortfall | None,
    ranged: tuple[str, ...],
    headline: str,
    address: str,
    say: Say,
    lang: str,
) -> pd.DataFrame:
    """One row a measure: its number, its range of 95 % where one is known, its unit; or why there is no number.

    The first row holds the sentence that stands on the screen. ``rank`` orders places by income, ``short`` is the
    shortfall against the line chosen, ``ranged`` names the measures whose range is told.
    """
    unit, place_unit = this.unit.of(lang), say(f"level.{this.level}")
    rows: list[dict[str, object]] = [{"measure": "headline", "told": headline}]

    def add(name: str, value: float, of: str = "", told: str = "") -> None:
        rows.append({"measure": name, "value": value, "unit": of, "told": told})

    if (found := tails(this)) is not None:
        add("lowest_fifth", found[0], unit)
        add("highest_fifth", found[1], unit)
    if short is not None and not short.why:
        # Counted things are held against a number of things, and against a mean per head.
        per_place = this.fit.counted and short.line.kind in ("one", "own")
        told = "" if short.line.who is None else short.line.who.of(lang)
        add(f"line_{short.line.kind}", short.line.value, this.layer.unit.of(lang) if per_place else unit, told)
        for name, value in (("p0", short.p0), ("p1", short.p1), ("p2", short.p2)):
            add(name, value)
        add("people_short", short.people)
        add("places_short", short.places, place_unit)
    if not this.few:
        apart, by = ends(this), usual_grouping(this)
        if apart.best:
            add("best_group", apart.best_mean, unit, apart.best)
            add("worst_group", apart.worst_mean, unit, apart.worst)
            add("region_gap", apart.gap, unit)
            add("region_ratio", apart.ratio)
        if by:
            add("between", split(this, by).share, told=by)
    for name, one in answers(this, rank).items():
        told = say(f"why_not.{one.why}") if one.why else say(f"reads.{name}")
        add(name, one.value, unit if name in ("tail_gap", "slope") else "", told)
    table = pd.DataFrame(rows, columns=["measure", "value", "low", "high", "unit", "told"])
    ranges = doubt(this, ranged, rank.layer.id).ranges if rank else doubt(this, ranged).ranges
    for end, at in (("low", 0), ("high", 1)):
        table[end] = pd.to_numeric(table["measure"].map({name: found[at] for name, found in ranges.items()}))
    # Without end or unknown: an empty cell, and the reason beside it.
    table["value"] = pd.to_numeric(table["value"]).replace([float("inf"), float("-inf")], float("nan"))
    within = this.within if isinstance(this.within, str) else ",".join(this.within or ())
    view = {
        "layer": this.layer.id,
        "layer_title": this.layer.title.of(lang),
        "period": this.period,
        "period_th": show_year(this.period, "th"),
        "level": this.level,
        "within": within,
        "weighed_by": "people" if this.between_people else "places",
        "bangkok": "with" if this.bangkok else "without",
        "places": len(this.values),
        "people": float(this.people.sum()),
        "places_left_out": sum(left.places for left in this.left),
        "people_left_out": float(pd.Series([left.people for left in this.left], dtype=float).sum()),
    }
    used = [*this.layer.source, *(rank.layer.source if rank else ()), "population"]
    return table.assign(**view, **origin(used, address))


def overview_table(table: pd.DataFrame, address: str, lang: str) -> pd.DataFrame:
    """The overview of all layers with full digits, one row a layer, each with its own sources.

    ``table`` is what ``overview`` gives; ``trend`` is told as its first and last number.
    """
    catalogue = layers.catalogue()
    rows = []
    for layer_id, row in table.iterrows():
        layer = catalogue[str(layer_id)]
        told = row.drop([f"unit_{'en' if lang == 'th' else 'th'}", "trend"]).to_dict()
        told["unit"] = told.pop(f"unit_{lang}")
        trend = row["trend"]
        told |= {"trend_first": trend[0], "trend_last": trend[-1]} if len(trend) > 1 else {}
        title = {"layer": layer.id, "layer_title": layer.title.of(lang), "family": layer.family}
        rows.append(title | told | origin([*layer.source, "population"], address))
    shown = pd.DataFrame(rows)
    known = [name for name in shown.columns if name not in ORIGIN]
    numbers = shown.select_dtypes("number").columns
    shown[numbers] = shown[numbers].replace([float("inf"), float("-inf")], float("nan"))
    return shown[[*known, *ORIGIN]]
