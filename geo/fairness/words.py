"""What the fairness screen says in sentences: the headline, what it rests on, a stretch of the curve, one area."""

from __future__ import annotations

import math

import pandas as pd

from geo.called import distinct_names, names
from geo.fairness.answers import answer, tails
from geo.fairness.between import Ends, Split, ends, split, usual_grouping
from geo.fairness.field import Field, Rank
from geo.fairness.shares import FairShare
from geo.fairness.standards import Shortfall
from geo.places import places
from geo.words import Say, show_number

DASH = "–"
# Numbers without a unit: shares of shares, indices.
INDEX_DECIMALS = 3


def number(this: Field, value: float) -> str:
    """A value as compared, or a dash."""
    return show_number(value, this.decimals) if math.isfinite(value) else DASH


def value_number(this: Field, value: float) -> str:
    """The value of a single place: things that are counted are whole where they are not told per head."""
    decimals = this.decimals if this.between_people else this.layer.decimals
    return show_number(value, decimals) if math.isfinite(value) else DASH


def gap_text(this: Field, one: float, other: float) -> str:
    """How far two values lie apart as they are printed, so that a reader who subtracts finds the same."""
    return number(this, printed_gap(one, other, this.decimals))


def printed_gap(one: float, other: float, decimals: int) -> float:
    """The difference of two values each rounded as it is printed.

    Examples
    --------
    >>> printed_gap(86.4, 68.6, 0), round(86.4 - 68.6)
    (17.0, 18)
    """
    return abs(round(float(one), decimals) - round(float(other), decimals))


def ratio_text(value: float) -> str:
    """A ratio: two decimals under ten, one above."""
    return show_number(value, 2 if value < 10 else 1)


def percent(share: float, digits: int = 0) -> str:
    """A share from 0 to 1 as percent; one that is small but not nothing keeps a decimal."""
    value = 100 * share
    return show_number(value, 1 if digits == 0 and 0 < abs(value) < 1 else digits)


def people_text(people: float, say: Say) -> str:
    """How many people: in millions where there are so many."""
    if not math.isfinite(people):
        return DASH
    if people >= 1e6:
        return say("equity.millions", number=show_number(people / 1e6, 1))
    return say("equity.ones", number=show_number(people))


def measure_text(this: Field, measure: str, value: float) -> str:
    """A measure as a table shows it: in the unit, as a ratio, or as an index."""
    if not math.isfinite(value):
        return DASH if math.isnan(value) else "∞"
    if measure in ("tail_gap", "slope", "region_gap", "low", "high", "best", "worst"):
        return number(this, value)
    if measure in ("tail_ratio", "region_ratio", "palma"):
        return ratio_text(value)
    return show_number(value, INDEX_DECIMALS if abs(value) >= 0.01 else INDEX_DECIMALS + 1)


def row_text(this: Field, measure: str, row: pd.Series) -> str:
    """A measure of a row of ``geo.fairness.history`` as a table shows it: gaps fit the ends as they are printed."""
    ends_of = {"tail_gap": ("high", "low"), "region_gap": ("best", "worst")}.get(measure)
    if ends_of and all(math.isfinite(float(row[end])) for end in ends_of):
        return gap_text(this, float(row[ends_of[0]]), float(row[ends_of[1]]))
    return measure_text(this, measure, float(row[measure]))


def group_name(by: str, code: str, lang: str) -> str:
    """The name of a group: a place, or a kind of authority."""
    if by == "type":
        table = places("lao")
        kind = table[table["type"] == code]
        return str(kind["type_th" if lang == "th" else "type_en"].iloc[0]) if len(kind) else code
    called = names(by, lang)
    if by not in ("region", "province"):
        called = distinct_names(by, lang, pd.Index([code]))
    return str(called.get(code, code))


def headline(this: Field, short: Shortfall | None, fair: FairShare | None, lang: str, say: Say) -> str:
    """The one sentence that a minister can repeat."""
    if this.values.empty:
        # Values may well be there, and on the map beside this sentence: it is the people who are not known.
        known = any(left.why == "unknown_people" for left in this.left)
        return say("equity.no_people" if known else "equity.no_values")
    if this.few:
        return say("equity.few")
    unit, level = this.unit.of(lang), say(f"levels.{this.level}")
    alike = this.values[(this.parts > 0).to_numpy()]
    if alike.max() == alike.min():
        value = value_words(this, float(alike.iloc[0]), lang)
        return say("equity.all_equal", places=show_number(len(alike)), value=value)
    if worded(this):
        return _worded(this, lang, say)
    if this.fit.headline == "gap" and short and not short.why and short.line.kind == "declared":
        told = {"line": show_number(short.line.value, this.layer.decimals), "unit": this.layer.unit.of(lang)}
        told |= {"share": percent(short.p0), "far": percent(short.p1)}
        if this.between_people:
            return say("equity.head_gap", people=people_text(short.people, say), **told)
        return say("equity.head_gap_areas", count=show_number(short.places), all=show_number(short.all_places), **told)
    if this.fit.headline == "counted" and fair and not fair.why:
        none = this.shown.index[(this.shown == 0).to_numpy()]
        if not this.between_people:
            told = {"count": show_number(len(none)), "all": show_number(len(this.shown)), "level": level}
            told |= {"share": percent(len(none) / len(this.shown)), "moved": percent(fair.moved)}
            return say("equity.head_counted_areas", **told)
        people = float(this.people[none].sum())
        told = {"half": percent(fair.half), "people": people_text(people, say), "level": level}
        told |= {"total": show_number(fair.total), "unit": this.layer.unit.of(lang)}
        return say("equity.head_counted", share=percent(people / float(this.people.sum())), **told)
    return _tails(this, unit, say)


def worded(this: Field) -> bool:
    """Whether values are not numbers to readers but one of a few words, as those of single local authorities are."""
    return this.level == "lao" and bool(this.layer.words) and set(this.shown.unique()) <= set(this.layer.words)


def value_words(this: Field, value: float, lang: str) -> str:
    """A value with its unit, or the word that stands for it."""
    if worded(this) and value in this.layer.words:
        return this.layer.words[value].of(lang)
    return f"{value_number(this, value)} {this.unit.of(lang)}"


def _worded(this: Field, lang: str, say: Say) -> str:
    worst = min(this.layer.words) if this.fit.direction > 0 else max(this.layer.words)
    behind = (this.shown == worst).to_numpy()
    told = {"word": this.layer.words[worst].of(lang), "share": percent(float(this.parts[behind].sum()))}
    if this.between_people:
        return say("equity.head_worded", people=people_text(float(this.people[behind].sum()), say), **told)
    count, every = show_number(int(behind.sum())), show_number(len(this.shown))
    return say("equity.head_worded_areas", count=count, all=every, **told)


def _tails(this: Field, unit: str, say: Say) -> str:
    low, high = tails(this) or (float("nan"), float("nan"))
    told = {"low": number(this, low), "high": number(this, high), "unit": unit}
    rational = "tail_ratio" in this.fit.offered and low > 0
    told |= {"ratio": ratio_text(high / low)} if rational else {"gap": gap_text(this, high, low)}
    if not this.between_people:
        return say("equity.head_areas_ratio" if rational else "equity.head_areas", **told)
    way = {1: "higher", -1: "lower"}.get(this.fit.direction, "neither")
    return say(f"equity.head_tails{'_ratio' if rational else ''}_{way}", **told)


def against(this: Field, short: Shortfall, lang: str, say: Say) -> str:
    """Who is short of the line, and what the line is."""
    held = short.line
    counts = this.fit.counted and held.kind in ("one", "own")
    unit = (this.layer.unit if counts else this.unit).of(lang)
    shown = this.layer.decimals if counts else this.decimals
    told = {"line": show_number(held.value, shown), "unit": unit, "share": percent(short.p0)}
    told["what"] = say(f"equity.what_{held.kind}", **({"who": held.who.of(lang)} if held.who else {}))
    key = "equity.against_standard" if this.fit.direction > 0 else "equity.against_limit"
    key = "equity.against_none" if held.kind == "one" else key
    if this.between_people:
        return say(key, people=people_text(short.people, say), **told)
    return say(f"{key}_areas", count=show_number(short.places), all=show_number(short.all_places), **told)


def ends_text(this: Field, apart: Ends, lang: str, say: Say) -> str:
    """The best and the worst group, their range and their ratio: always both."""
    if apart.why:
        return say(f"why_not.{apart.why}")
    ratio = say("equity.ratio_none") if math.isnan(apart.ratio) else ratio_text(apart.ratio)
    ratio = say("equity.ratio_endless") if math.isinf(apart.ratio) else ratio
    return say(
        "equity.ends" if this.fit.direction else "equity.ends_neither",
        best=group_name(apart.by, apart.best, lang),
        best_value=number(this, apart.best_mean),
        worst=group_name(apart.by, apart.worst, lang),
        worst_value=number(this, apart.worst_mean),
        unit=this.unit.of(lang),
        gap=gap_text(this, apart.best_mean, apart.worst_mean),
        ratio=ratio,
    )


def act_text(this: Field, taken: Split, say: Say) -> str:
    """Where the divide lies, and what that means for who should act."""
    if taken.why:
        return say(f"why_not.{taken.why}")
    if taken.verdict == "unclear":
        told = {"groups": taken.groups, "by": say(f"equity.by_{taken.by}"), "places": show_number(len(this.values))}
        return say("equity.act_unclear", chance=percent(taken.chance), **told)
    return say(f"equity.act_{taken.by}_{taken.verdict}", share=percent(taken.share))


def slope_text(this: Field, rank: Rank | None, lang: str, say: Say) -> str:
    """What the richest end has more, or less, than the poorest, and whom that serves."""
    slope, relative = answer(this, "slope", rank), answer(this, "relative_slope", rank)
    if not slope.known:
        return say(f"why_not.{slope.why}")
    if slope.value == 0:
        return say("equity.slope_flat")
    told = {"slope": number(this, abs(slope.value)), "unit": this.unit.of(lang)}
    told |= {"relative": percent(abs(relative.value))} if relative.known else {}
    text = say(f"equity.slope_{'up' if slope.value > 0 else 'down'}{'' if relative.known else '_only'}", **told)
    rich = slope.value * this.fit.direction
    way = "neither" if rich == 0 else "towards_rich" if rich > 0 else "towards_poor"
    return f"{text} {say(f'equity.slope_{way}')}"


def support(this: Field, short: Shortfall | None, rank: Rank | None, lang: str, say: Say) -> list[str]:
    """What stands under the headline: who is short of the line, best and worst, who should act, poor and rich."""
    lines = []
    told = short is None or short.why or short.line.kind in ("declared", "one") or worded(this)
    if short is not None and not told:
        lines.append(against(this, short, lang, say))
    lines.append(ends_text(this, ends(this), lang, say))
    taken = split(this, usual_grouping(this))
    lines += [] if taken.why else [act_text(this, taken, say)]
    return lines + ([slope_text(this, rank, lang, say)] if answer(this, "slope", rank).known else [])
