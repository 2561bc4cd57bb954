"""What the fairness screen says of single areas, of a stretch of the curve, and of neighbours."""

from __future__ import annotations

import math

import pandas as pd

from geo.called import distinct_names
from geo.fairness.curve import Curve, Stretch
from geo.fairness.field import BANGKOK, Field
from geo.fairness.patches import Patches
from geo.fairness.words import number, people_text, percent, ratio_text, value_words
from geo.places import places
from geo.stats.equity import mean_over
from geo.words import Say, show_number


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


def first_to_look_at(this: Field, found: Patches) -> pd.DataFrame:
    """The areas tested, those that stand out first: behind among areas behind, then single ones, then those ahead."""
    kinds = ["low-low", "low-high", "high-low", "high-high"]
    kinds = ["high-high", "high-low", "low-high", "low-low"] if this.fit.direction < 0 else kinds
    order = {kind: at for at, kind in enumerate(kinds)}
    listed = found.table.assign(first=found.table["kind"].map(order).fillna(9))
    return listed.sort_values(["first", "p_value"], kind="stable")


def patch_sentences(this: Field, listed: pd.DataFrame, lang: str, say: Say) -> list[str]:
    """One plain sentence for each of some areas: how it stands beside its neighbours."""
    called = distinct_names(this.level, lang, listed.index)
    sentences = []
    for code, row in listed.iterrows():
        told = {"area": str(called[str(code)]), "value": value_words(this, float(row["value"]), lang)}
        told |= {} if row["kind"] == "no neighbours" else {"around": number(this, float(row["around"]))}
        sentences.append(say(f"patch.says_{patch_kind(this, row['kind'])}", **told))
    return sentences
