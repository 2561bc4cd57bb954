"""What the fairness screen says in sentences: the headline, what it rests on, a stretch of the curve, one area."""

from __future__ import annotations

import math

import pandas as pd

from geo.fairness.answers import answer, tails
from geo.fairness.between import Ends, Split
from geo.fairness.curve import Curve, Stretch
from geo.fairness.field import BANGKOK, Field, Rank
from geo.fairness.patches import Patches
from geo.fairness.shares import FairShare
from geo.fairness.standards import Shortfall
from geo.places import places
from geo.stats.equity import mean_over
from geo.words import Say, show_number, show_year
from pages.parts.show import distinct_names, names

DASH = "–"
# Numbers without a unit: shares of shares, indices.
INDEX_DECIMALS = 3


def decimals(this: Field) -> int:
    """Decimals of a value as it is compared; rates of counted things are small."""
    return 2 if this.fit.counted and this.between_people else this.layer.decimals


def number(this: Field, value: float) -> str:
    """A value as compared, or a dash."""
    return show_number(value, decimals(this)) if math.isfinite(value) else DASH


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
        return say("equity.no_values")
    if this.few:
        return say("equity.few")
    unit, level = this.unit.of(lang), say(f"levels.{this.level}")
    alike = this.values[(this.parts > 0).to_numpy()]
    if alike.max() == alike.min():
        value = number(this, float(alike.iloc[0]))
        return say("equity.all_equal", places=show_number(len(alike)), value=value, unit=unit)
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
    return f"{number(this, value)} {this.unit.of(lang)}"


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
    told |= {"ratio": ratio_text(high / low)} if rational else {"gap": number(this, high - low)}
    if not this.between_people:
        return say("equity.head_areas_ratio" if rational else "equity.head_areas", **told)
    way = {1: "higher", -1: "lower"}.get(this.fit.direction, "neither")
    return say(f"equity.head_tails{'_ratio' if rational else ''}_{way}", **told)


def against(this: Field, short: Shortfall, lang: str, say: Say) -> str:
    """Who is short of the line, and what the line is."""
    held = short.line
    counts = this.fit.counted and held.kind in ("one", "own")
    unit = (this.layer.unit if counts else this.unit).of(lang)
    shown = this.layer.decimals if counts else decimals(this)
    told = {"line": show_number(held.value, shown), "unit": unit, "share": percent(short.p0)}
    told["what"] = say(f"equity.what_{held.kind}", **({"who": held.who.of(lang)} if held.who else {}))
    key = "equity.against_standard" if this.fit.direction > 0 else "equity.against_limit"
    if this.between_people:
        return say(key, people=people_text(short.people, say), **told)
    return say(f"{key}_areas", count=show_number(short.places), all=show_number(short.all_places), **told)


def ends_text(this: Field, ends: Ends, lang: str, say: Say) -> str:
    """The best and the worst group, their range and their ratio: always both."""
    if ends.why:
        return say(f"why_not.{ends.why}")
    ratio = say("equity.ratio_none") if math.isnan(ends.ratio) else ratio_text(ends.ratio)
    ratio = say("equity.ratio_endless") if math.isinf(ends.ratio) else ratio
    return say(
        "equity.ends" if this.fit.direction else "equity.ends_neither",
        best=group_name(ends.by, ends.best, lang),
        best_value=number(this, ends.best_mean),
        worst=group_name(ends.by, ends.worst, lang),
        worst_value=number(this, ends.worst_mean),
        unit=this.unit.of(lang),
        gap=number(this, ends.gap),
        ratio=ratio,
    )


def act_text(this: Field, split: Split, say: Say) -> str:
    """Where the divide lies, and what that means for who should act."""
    if split.why:
        return say(f"why_not.{split.why}")
    if split.verdict == "unclear":
        told = {"groups": split.groups, "by": say(f"equity.by_{split.by}"), "places": show_number(len(this.values))}
        return say("equity.act_unclear", chance=percent(split.chance), **told)
    return say(f"equity.act_{split.by}_{split.verdict}", share=percent(split.share))


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


def base_text(this: Field, lang: str, say: Say) -> list[str]:
    """What stands under every number: weighting, level, year, areas left out and their people."""
    kind = "people" if this.between_people else "laos" if this.level == "lao" else "areas"
    every = len(this.values) + sum(left.places for left in this.left)
    lines = [
        say(f"equity.base_{kind}"),
        say(
            "equity.base_line",
            level=say(f"level.{this.level}"),
            year=show_year(this.period, lang),
            count=show_number(len(this.values)),
            all=show_number(every),
            people=people_text(float(this.people.sum()), say),
        ),
    ]
    left = [
        say(
            "equity.left_one",
            why=say(f"equity.why_{one.why.replace(' ', '_')}"),
            count=show_number(one.places),
            people=people_text(one.people, say),
        )
        for one in this.left
    ]
    lines.append(say("equity.left_out", list="; ".join(left)) if left else say("equity.left_none"))
    return [*lines, say("equity.inherited_people")] if this.between_people else lines


def stretch_text(this: Field, found: Stretch, low: int, high: int, lang: str, say: Say) -> str:
    """What lies on a stretch of the curve."""
    if not found.codes:
        return say("equity.stretch_none")
    called = distinct_names(this.level, lang, pd.Index(found.codes[:8]))
    told = {"low": low, "high": high, "count": show_number(len(found.codes)), "unit": this.unit.of(lang)}
    told |= {"people": people_text(found.people, say), "mean": number(this, found.mean)}
    text = [say("equity.stretch_says" if this.between_people else "equity.stretch_says_areas", **told)]
    if "gini" in this.fit.offered and math.isfinite(found.value_share):
        text.append(say("equity.stretch_holds", part=percent(found.value_share)))
    listed = ", ".join(called) + (" …" if len(found.codes) > len(called) else "")
    return " ".join([*text, say("equity.stretch_first", names=listed)])


def place_text(this: Field, drawn: Curve, code: str, lang: str, say: Say) -> str:
    """One plain sentence on an area: its value and where it stands on the curve."""
    called = str(distinct_names(this.level, lang, pd.Index([code]))[code])
    if code not in drawn.table.index:
        status = str(this.measured.status.get(code, "outside"))
        province = code[:2] if this.level != "lao" else str(places("lao")["province"].get(code, ""))
        overlay = this.level == "lao" and this.between_people and str(places("lao")["type"].get(code, "")) == "PAO"
        why = status.replace(" ", "_")
        if why == "ok":
            why = "bangkok" if not this.bangkok and province == BANGKOK else "overlay" if overlay else "outside"
        return say("equity.place_without", area=called, why=say(f"equity.why_{why}"))
    start, end, value = (float(drawn.table[name].loc[code]) for name in ("start", "end", "value"))
    told = {"area": called, "value": value_words(this, value, lang)}
    told |= {"low": show_number(start, 1), "high": show_number(end, 1)}
    mean = mean_over(this.values, this.weight)
    if "tail_ratio" not in this.fit.offered or mean <= 0:
        return say("equity.place_says_no_mean", mean=number(this, mean), **told)
    times = say("equity.place_times", number=ratio_text(value / mean))
    way = "_areas" if not this.between_people else "_poor" if drawn.kind == "concentration" else ""
    return say(f"equity.place_says{way}", times=times, **told)


def patch_kind(this: Field, kind: str) -> str:
    """The message key of a kind of cluster: behind and ahead by which way is better, else low and high."""
    if kind in ("not significant", "no neighbours"):
        return "no_evidence" if kind == "not significant" else "untested"
    own, around = kind.split("-")
    together = "together" if own == around else "alone"
    if this.fit.direction == 0:
        return f"{own}_{together}"
    behind = own == ("low" if this.fit.direction > 0 else "high")
    return f"{'behind' if behind else 'ahead'}_{together}"


def patches_text(this: Field, found: Patches, say: Say) -> list[str]:
    """Whether like lies by like over the whole map; a high p is no evidence, never proof of nothing."""
    if found.why or found.whole is None:
        return [say(f"why_not.{found.why}")]
    told = {"value": show_number(found.whole.statistic, 2), "expected": show_number(found.whole.expected, 2)}
    told["p"] = show_number(found.whole.p_value, 3)
    # Those to look at first are named first: the low ones, or where less is better the high ones.
    first = ("low-low", "low-high", "high-high") if this.fit.direction >= 0 else ("high-high", "high-low", "low-low")
    for name, kind in zip(("together", "alone", "other"), first, strict=True):
        told[name], told[f"kind_{name}"] = show_number(len(found.codes(kind))), say(f"patch.{patch_kind(this, kind)}")
    if found.whole.p_value > 0.05:
        lines = [say("equity.patch_no_evidence", **told)]
    elif found.whole.statistic > found.whole.expected:
        lines = [say("equity.patch_found", **told)]
    else:
        lines = [say("equity.patch_avoid", **told)]
    if not found.table["kind"].isin(["low-low", "low-high", "high-low", "high-high"]).any():
        lines.append(say("equity.patch_none_single"))
    return lines
