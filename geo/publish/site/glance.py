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
from geo.standing import as_measured, standing
from geo.support.cells import number
from geo.support.notes import too_few_headings
from geo.support.reasoning import reason
from geo.words import Say, say, show_number, show_year

NAMED = 3


def told(plan: Plan, lang: str) -> list[str]:
    """The sentences, each with its figures, their years and their ranges; what cannot be said is said so."""
    speak = say(lang)
    return [*_readiness(plan, lang, speak), *_fairness(plan, lang, speak), *_support(plan, lang, speak)]


def notes(lang: str) -> list[str]:
    """How to read the sentences."""
    speak, found = say(lang), assess(INDEX, "province")
    told = []
    if found.scores[INDEX].notna().any():
        told.append(speak("edition_home.ranks_note", headings=show_number(len(found.index.measured))))
    if places("province")["people"].notna().any():
        told.append(speak("edition_home.people_note"))
    lists = reason("province")
    if lists.lists.core.any(axis=None) and not too_few_headings(lists, speak, lang):
        numbers = {name: show_number(lists.values.number(name)) for name in ("top", "sure")}
        told.append(speak("edition_home.support_note", draws=show_number(lists.lists.draws), **numbers))
    return told


def _readiness(plan: Plan, lang: str, speak: Say) -> list[str]:
    """Who stands at the ends, each with the range of its rank among all provinces of the country."""
    found = assess(INDEX, "province")
    rows = standing(found, INDEX, pd.Index(plan.provinces))
    rows = rows[rows["rank"].notna() & rows["low"].notna()].sort_values(["median", "rank"], kind="stable")
    if len(rows) < 2:
        return [speak("edition_home.no_rank")]
    called, ranked = names("province", lang), int(found.ranges(INDEX)["rank"].notna().sum())

    def item(code: str) -> str:
        score = span(*(number(rows, code, name) for name in ("score", "low_score", "high_score")))
        ranks = span_of(number(rows, code, "low"), number(rows, code, "high"))
        return speak("edition_home.item_rank", place=called[code], ranks=ranks, all=show_number(ranked), score=score)

    few = min(NAMED, len(rows) // 2)
    year = show_year(as_measured(found, INDEX).period, lang)
    first = speak("edition_home.high", year=year, list="; ".join(map(item, rows.index[:few])))
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
    if few := too_few_headings(found, speak, lang):
        return [speak("edition_home.support_few", why=few)]
    table, core = found.lists.table, found.lists.core
    inside = [code for code in plan.provinces if bool(core.loc[code].any())]
    if not inside:
        return [speak("edition_home.support_none")]
    called, told = names("province", lang), []
    for name, key in (("deepest", "support_core"), ("most_people", "support_people")):
        own = table.loc[[code for code in inside if core.at[code, name]]].sort_values(f"{name}_rank", kind="stable")
        every = show_number(int(table[f"{name}_rank"].notna().sum()))
        listed = []
        for code, row in own.head(NAMED).iterrows():
            ranks = span_of(min(row[f"{name}_low"], row[f"{name}_rank"]), max(row[f"{name}_high"], row[f"{name}_rank"]))
            listed.append(speak("edition_home.support_item", place=called[str(code)], ranks=ranks, all=every))
        if len(own) > NAMED:
            listed[-1] += " " + speak("edition_home.support_more", count=show_number(len(own) - NAMED))
        told += [speak(f"edition_home.{key}", list="; ".join(listed))] if listed else []
    return told
