"""How fairly one layer is shared over an edition: the numbers of the dashboard's fairness screen, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import pandas as pd

from geo import cards
from geo.fairness import basis, since, words
from geo.fairness.answers import answer, leading
from geo.fairness.areas import first_to_look_at, patch_sentences, patches_text
from geo.fairness.between import Ends, Split, ends, split, usual_grouping
from geo.fairness.curve import Curve, curve
from geo.fairness.doubt import doubt
from geo.fairness.field import INCOMES, Field, Rank, field, income_rank
from geo.fairness.history import over_time
from geo.fairness.patches import patches
from geo.fairness.shares import FairShare, by_lot, fair_share
from geo.fairness.standards import Line, Shortfall, line, lines, shortfall
from geo.layer import Layer
from geo.measure import latest, measure
from geo.places import places
from geo.publish.site import charts
from geo.publish.site.plan import Plan
from geo.words import Say, say, show_number, show_year

# Neighbours that are told of by name.
NAMED = 6
# Measures whose range is told; a page has no room for that of every measure.
RANGED = ("tail_ratio", "tail_gap", "gini")
# Measures beside the leading one that are told over the years.
BESIDE = ("region_gap", "region_ratio", "between", "p0")


def people_known() -> bool:
    """Whether anybody has said how many people live where; without it only places can be compared."""
    return bool(places("province")["people"].notna().any())


def fair_level(layer: Layer, plan: Plan) -> str | None:
    """The coarsest level at which three places of the edition have a value; the coarsest at which the layer is measured
    where there is none; None for a layer of regions alone."""
    measured = [level for level in ("province", "district", "subdistrict") if level in layer.levels]
    for level in measured:
        status = measure(layer.id, level, latest(layer.id, level)).status
        if (status.reindex(places(level, plan.within).index) == "ok").sum() >= 3:
            return level
    return next(iter(measured), None)


@dataclass(frozen=True, eq=False)
class Fair:
    """One layer over the places of an edition, with what its page tells of fairness."""

    this: Field
    rank: Rank | None
    held: Line | None
    short: Shortfall | None
    share: FairShare
    drawn: Curve
    apart: Ends
    taken: Split


def fair(layer: Layer, plan: Plan) -> Fair | None:
    """How fairly a layer is shared; None where it is measured for regions alone."""
    level = fair_level(layer, plan)
    return None if level is None else _fair(layer.id, level, plan.within, cards.data_folder(), cards.terms())


@lru_cache(maxsize=8)
def _fair(layer_id: str, level: str, within: tuple[str, ...] | None, folder: Path, terms: cards.Terms) -> Fair:
    this = field(layer_id, level, None, within, between_people=people_known())
    offered = lines(this)
    held = line(this, offered[0]) if offered and not this.values.empty else None
    short = shortfall(this, held) if held else None
    drawn = curve(this, this.fit.curves[0])
    taken = split(this, usual_grouping(this))
    return Fair(this, income_rank(this, INCOMES[0]), held, short, fair_share(this), drawn, ends(this), taken)


class Group(NamedTuple):
    """A group of places in a table: its name, mean, people, its lowest and highest place, and these drawn."""

    name: str
    mean: str
    people: str
    spread: str
    drawn: Any


def told(found: Fair, plan: Plan, lang: str) -> dict[str, Any]:
    """Everything that a page says of the fairness of a layer, in one language; texts may hold ``**strong**`` words."""
    speak, this = say(lang), found.this
    if this.few:
        empty = speak("equity.no_values") if this.values.empty else speak("edition_equity.few")
        return {"headline": empty, "few": True, "level": speak(f"levels.{this.level}")}
    ranges = doubt(this, RANGED, INCOMES[0])
    headline = words.headline(this, found.short, found.share, lang, speak)
    short = _short(found, lang, speak)
    said = (headline, *short)
    support = [text for text in words.support(this, found.short, found.rank, lang, speak) if text not in said]
    return {
        "headline": headline,
        "few": False,
        "year": show_year(this.period, lang),
        "level": speak(f"levels.{this.level}"),
        "support": support,
        "base": [*basis.base_text(this, lang, speak), basis.doubt_text(this, ranges, speak)],
        "by_people": this.between_people,
        "curve": _curve(found, ranges.ranges, lang, speak),
        "short": short,
        "groups": _groups(found, lang),
        # Of single places there is nothing inside that could be told apart.
        "spread": found.apart.by != this.level,
        "of": speak(f"level.{found.apart.by}") if found.apart.by else "",
        "by": speak(f"equity.by_{found.apart.by}") if found.apart.by else "",
        "split": _split(found, speak),
        "time": _time(found, lang, speak),
        "near": _near(this, lang, speak),
        "share": _share(found, lang, speak),
        "unit": this.unit.of(lang),
    }


def _curve(found: Fair, ranges: dict[str, tuple[float, float]], lang: str, speak: Say) -> dict[str, Any]:
    this, drawn = found.this, found.drawn
    if drawn.why:
        return {"svg": "", "says": speak(f"why_not.{drawn.why}"), "index": ""}
    stepped = drawn.kind == "parade"
    who = "people" if this.between_people else "areas"
    across = speak(f"edition_equity.axis_{who}")
    title = speak(f"equity.curve_says_{drawn.kind}")
    if stepped:
        ends_of = tuple(words.number(this, value) for value in (min(0.0, this.values.min()), this.values.max()))
        svg = charts.curve(drawn.table, True, title, across, this.unit.of(lang), (ends_of[0], ends_of[1]))
    else:
        svg = charts.curve(drawn.table, False, title, across, speak("equity.curve_share"), ("0", "100"))
    gini = answer(this, "gini")
    if "gini" in this.fit.why_not or gini.why:
        index = speak("edition_equity.no_gini", why=speak(f"why_not.{this.fit.why_not.get('gini') or gini.why}"))
    elif "gini" in ranges:
        low, high = (show_number(end, 3) for end in ranges["gini"])
        index = speak("edition_equity.gini_range", gini=show_number(gini.value, 3), low=low, high=high)
    else:
        index = speak("edition_equity.gini", gini=show_number(gini.value, 3))
    return {"svg": svg, "says": title, "index": index}


def _short(found: Fair, lang: str, speak: Say) -> list[str]:
    """Who is short of the line: people, share, and how far; or why nobody can be said to be."""
    this, short = found.this, found.short
    if short is None or short.why:
        return [speak(f"why_not.{short.why if short else this.fit.why_not.get('gap', 'few')}")]
    if not short.codes:
        return [speak("equity.nobody_short")]
    deep = words.percent(short.p1 / short.p0 if short.p0 > 0 else 0.0)
    key = "equity.p1_says" if this.fit.direction > 0 else "equity.p1_says_lower"
    far = speak(
        key if this.between_people else f"edition_equity.{key[7:]}_areas", far=words.percent(short.p1), deep=deep
    )
    # Of things that are there or not, nobody is short by half.
    return [words.against(this, short, lang, speak), *([] if short.line.kind == "one" else [far])]


def _groups(found: Fair, lang: str) -> list[Group]:
    this, table = found.this, found.apart.table
    if found.apart.why:
        return []
    scale = charts.Scale(float(table["lowest"].min()), float(table["highest"].max()), this.layer.better)
    speak = say(lang)
    rows = []
    for code, row in table.iterrows():
        mean, low, high = (float(row[name]) for name in ("mean", "lowest", "highest"))
        spread = speak("equity.range", low=words.value_number(this, low), high=words.value_number(this, high))
        people = show_number(float(row["people"])) if this.between_people else ""
        name = words.group_name(found.apart.by, str(code), lang)
        rows.append(Group(name, words.number(this, mean), people, spread, scale.row(mean, low, high)))
    return rows


def _split(found: Fair, speak: Say) -> str:
    taken = found.taken
    if taken.why:
        return ""
    shares = {"between": words.percent(taken.share), "within": words.percent(1 - taken.share)}
    by = speak(f"equity.by_{taken.by}")
    text = speak("edition_equity.split", by=by, chance=words.percent(taken.chance), **shares)
    return f"{text} {speak(f'equity.split_kind_{taken.kind}')}"


def _time(found: Fair, lang: str, speak: Say) -> dict[str, Any]:
    """The leading measure over the years: a sentence, a drawing and every year as a table."""
    this = found.this
    past = over_time(this, INCOMES[0], found.held)
    offered = since.told_over_time(past)
    first = leading(this)
    if len(past) < 2 or first not in offered or past[first].notna().sum() < 2:
        return {"says": speak("equity.time_one"), "svg": "", "rows": []}
    values = [float(value) if np.isfinite(float(value)) else float("nan") for value in past[first]]
    shown = [words.row_text(this, first, row) for _, row in past.iterrows()]
    periods = [show_year(str(period), lang) for period in past.index]
    name = speak(f"measure.{first}")
    columns = [first, *(beside for beside in BESIDE if beside in offered)]
    rows = [
        [period, *(words.row_text(this, column, row) for column in columns), show_number(float(row["places"]))]
        for period, (_, row) in zip(periods, past.iterrows(), strict=True)
    ]
    return {
        "says": since.time_text(this, past, first, lang, speak),
        "svg": charts.years(values, periods, shown, f"{name}: {', '.join(shown)}"),
        "name": name,
        "heads": [speak(f"measure.{column}") for column in columns],
        "rows": rows[::-1],
    }


def _near(this: Field, lang: str, speak: Say) -> dict[str, Any]:
    """Whether like lies by like, and the areas that stand out."""
    found = patches(this)
    text = patches_text(this, found, speak)
    if found.why:
        return {"says": text, "areas": [], "more": 0}
    listed = first_to_look_at(this, found)
    listed = listed[listed["first"] < 9]
    sentences = patch_sentences(this, pd.DataFrame(listed.iloc[:NAMED]), lang, speak)
    return {"says": text, "areas": sentences, "more": max(0, len(listed) - NAMED)}


def _share(found: Fair, lang: str, speak: Say) -> list[str]:
    """Who has more or less than a fair share of what is counted; nothing for what cannot be shared out."""
    share = found.share
    if share.why:
        return []
    text = [speak("equity.fair_head", moved=words.percent(share.moved), half=words.percent(share.half))]
    for row in (share.groups.iloc[0], share.groups.iloc[-1]) if len(share.groups) > 1 else ():
        name = words.group_name(share.by, str(row.name), lang)
        way = "up" if row["points"] > 0 else "down"
        text.append(speak(f"equity.points_{way}", area=name, points=show_number(abs(float(row["points"])), 1)))
    lot = by_lot(found.this)
    if lot is not None:
        ends_of = {name: show_number(getattr(lot, name), 2) for name in ("mean", "low", "high")}
        gini = show_number(answer(found.this, "gini").value, 2)
        text.append(speak("equity.by_lot", gini=gini, total=show_number(share.total), **ends_of))
    return [*text, speak("equity.fair_note")]
