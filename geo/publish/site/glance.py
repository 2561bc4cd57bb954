"""What the atlas says of a country or an office at a glance: the ends of readiness, the least even layer, support."""

from __future__ import annotations

import numpy as np
import pandas as pd

from geo.called import names
from geo.fairness.between import ends
from geo.fairness.field import field
from geo.fairness.overview import overview
from geo.labels import label
from geo.places import places
from geo.publish.site.plan import Plan
from geo.publish.site.scored import INDEX, span, span_of
from geo.readiness import assess
from geo.standing import standing
from geo.support.reasoning import reason
from geo.words import Say, say, show_number, show_year

NAMED = 3
FIRST = 6


def told(plan: Plan, lang: str) -> list[str]:
    """The sentences, each with its figures, their years and their ranges; what cannot be said is said so."""
    speak = say(lang)
    return [*_readiness(plan, lang, speak), *_fairness(plan, lang, speak), *_support(plan, lang, speak)]


def notes(lang: str) -> list[str]:
    """How to read the sentences."""
    speak, found = say(lang), assess(INDEX, "province")
    headings = show_number(len(found.index.measured))
    ranked = [speak("edition_home.ranks_note", headings=headings)] if found.scores[INDEX].notna().any() else []
    return [*ranked, speak("edition_home.support_note")]


def _readiness(plan: Plan, lang: str, speak: Say) -> list[str]:
    """Who stands at the ends, each with the range of its rank among all provinces of the country."""
    found = assess(INDEX, "province")
    rows = standing(found, INDEX, pd.Index(plan.provinces))
    rows = rows[rows["rank"].notna() & rows["low"].notna()].sort_values(["median", "rank"], kind="stable")
    if len(rows) < 2:
        return [speak("edition_home.no_rank")]
    called, ranked = names("province", lang), int(found.ranges(INDEX)["rank"].notna().sum())

    def item(code: str) -> str:
        row = rows.loc[code]
        score = span(row["score"], row["low_score"], row["high_score"])
        ranks = span_of(float(row["low"]), float(row["high"]))
        return speak("edition_home.item_rank", place=called[code], ranks=ranks, all=show_number(ranked), score=score)

    few = min(NAMED, len(rows) // 2)
    first = speak("edition_home.high", list="; ".join(map(item, rows.index[:few])))
    if others := int((found.ranges(INDEX)["band"] == 1).sum()) - 1:
        more = speak("edition_home.high_others", count=show_number(others), all=show_number(ranked))
    else:
        more = speak("edition_home.high_alone")
    last = speak("edition_home.low", list="; ".join(map(item, rows.index[: -few - 1 : -1])))
    # Of an office only some are told, and the first of the country may not be among them.
    return [first if plan.where else f"{first} {more}", last]


def _fairness(plan: Plan, lang: str, speak: Say) -> list[str]:
    """The layer that is least evenly shared between the best and the worst region, and the one most evenly."""
    if not places("province")["people"].notna().any():
        return [speak("edition_home.no_people")]
    table = overview("province", plan.within)
    ranked = table[table["ratio"].notna() & (table["line"] != "")].sort_values("ratio", kind="stable")
    if ranked.empty:
        return []
    told = []
    for key, row in (("least", ranked.iloc[-1]), ("even", ranked.iloc[0])):
        this = field(str(row.name), "province", str(row["period"]), plan.within)
        apart = ends(this)
        decimals = 2 if this.fit.counted else this.layer.decimals
        values = {
            "layer": this.layer.short.of(lang),
            "year": show_year(this.period, lang),
            "best": label(apart.best, lang),
            "worst": label(apart.worst, lang),
            "best_value": show_number(apart.best_mean, decimals),
            "worst_value": show_number(apart.worst_mean, decimals),
            "unit": this.unit.of(lang),
        }
        if np.isfinite(apart.ratio):
            ratio = show_number(apart.ratio, 2 if apart.ratio < 10 else 1)
            told.append(speak(f"edition_home.{key}", ratio=ratio, **values))
        else:
            told.append(speak("edition_home.least_none", **values))
    return told


def _support(plan: Plan, lang: str, speak: Say) -> list[str]:
    """Where support would begin whatever is chosen: the stable core of the two lists, each with its range of ranks."""
    found = reason("province")
    table, core = found.lists.table, found.lists.core
    inside = [code for code in plan.provinces if bool(core.loc[code].any())]
    if not inside:
        return [speak("edition_home.support_none")]
    called = names("province", lang)
    listed = []
    for name, why in (("deepest", "support_deepest"), ("most_people", "support_most")):
        own = table.loc[[code for code in inside if core.at[code, name]]].sort_values(f"{name}_rank", kind="stable")
        every = show_number(int(table[f"{name}_rank"].notna().sum()))
        for code, row in own.head(FIRST).iterrows():
            ranks = span_of(min(row[f"{name}_low"], row[f"{name}_rank"]), max(row[f"{name}_high"], row[f"{name}_rank"]))
            told = {"place": called[str(code)], "why": speak(f"edition_home.{why}"), "ranks": ranks, "all": every}
            listed.append(speak("edition_home.support_item", **told))
        if len(own) > FIRST:
            listed[-1] += " " + speak("edition_home.support_more", count=show_number(len(own) - FIRST))
    numbers = {name: show_number(found.values.number(name)) for name in ("top", "sure")}
    return [speak("edition_home.support_core", list="; ".join(listed), draws=show_number(found.lists.draws), **numbers)]
