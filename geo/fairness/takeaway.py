"""What the screens of fairness tell, as files to quote: every column with its meaning, every row with its origin."""

from __future__ import annotations

import pandas as pd

import layers
from geo import cards
from geo.fairness.answers import answers, tails
from geo.fairness.between import ends, split, usual_grouping
from geo.fairness.doubt import doubt
from geo.fairness.field import Field, Rank
from geo.fairness.standards import Shortfall
from geo.places import places
from geo.publish.derived import Column, Derived, Used
from geo.publish.extract import called
from geo.publish.origin import origin
from geo.words import Say, Text, bilingual, say, show_year

# What columns say whose meaning is not that of their name; and the units and decimals of those that have any.
MEANS = {"value": "measure_value", "low": "measure_low", "high": "measure_high", "gap": "group_gap"} | {
    "ratio": "group_ratio",
    "measure": "measure",
}
UNITS = {"people": "persons", "people_left_out": "persons", "people_short": "persons", "left_people": "persons"} | {
    "p0": "of_one",
    "between": "of_one",
}
WHOLE = ("people", "people_left_out", "people_short", "left_people", "places", "places_left_out", "all_places")


def _columns(table: pd.DataFrame, lang: str, **means: str) -> list[Column]:
    """A table's columns with what they say; ``means`` for those that say something else here."""
    speak = say(lang)
    keys = MEANS | means
    return [
        Column(
            name,
            speak(f"means.{keys.get(name, name)}"),
            table[name],
            speak(f"means.{UNITS[name]}") if name in UNITS else "",
            0 if name in WHOLE else None,
        )
        for name in map(str, table.columns)
    ]


def _people_counted() -> list[str]:
    """The source of the people, where anybody has counted them."""
    return ["population"] if places("province")["people"].notna().any() else []


def measures(
    this: Field,
    rank: Rank | None,
    short: Shortfall | None,
    ranged: tuple[str, ...],
    headline: str,
    address: str,
    lang: str,
    where: str = "",
) -> Derived:
    """Every measure of a view as a file; parameters as ``measures_table``, ``where`` as ``extract.called`` takes it."""
    told = {
        "title": this.layer.title,
        "level": bilingual(f"levels.{this.level}"),
        "where": Text(called(where, "th"), called(where, "en")),
        "year": Text(show_year(this.period, "th"), show_year(this.period, "en")),
    }
    behind = [Used(this.layer, (this.period,)), *([Used(rank.layer, (rank.period,))] if rank else [])]
    return Derived(
        name="-".join(filter(None, ("fairness", this.layer.id, this.level, this.period, where.replace(",", "_")))),
        title=bilingual("title.measures", **told),
        make=lambda: _columns(measures_table(this, rank, short, ranged, headline, say(lang), lang), lang),
        address=address,
        lang=lang,
        used=tuple(behind),
        rests_on=(*_people_counted(), "places"),
    )


def overview_file(table: pd.DataFrame, level: str, address: str, lang: str, where: str = "") -> Derived:
    """The overview of all layers as a file; ``table`` is what ``overview`` gives."""
    catalogue = layers.catalogue()
    told = {"level": bilingual(f"levels.{level}"), "where": Text(called(where, "th"), called(where, "en"))}
    return Derived(
        name="-".join(filter(None, ("fairness-overview", level, where.replace(",", "_")))),
        title=bilingual("title.overview", **told),
        make=lambda: _columns(overview_table(table, lang), lang, measure="lead_measure", by="group_kind"),
        address=address,
        lang=lang,
        used=tuple(Used(catalogue[str(name)], (str(row["period"]),)) for name, row in table.iterrows()),
        rests_on=(*_people_counted(), "places"),
    )


def measures_table(
    this: Field,
    rank: Rank | None,
    short: Shortfall | None,
    ranged: tuple[str, ...],
    headline: str,
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
    return table.assign(**view)


def overview_table(table: pd.DataFrame, lang: str) -> pd.DataFrame:
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
        used = (cards.card(source) for source in dict.fromkeys([*layer.source, *_people_counted()]))
        rows.append(title | told | origin(used))
    shown = pd.DataFrame(rows)
    # A trend stands before the sources, though not every layer has one.
    ends = list(origin([]))
    return shown[[*(name for name in shown if name not in ends), *ends]]
