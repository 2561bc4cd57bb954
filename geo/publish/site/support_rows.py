"""Provinces as the page on support tells them: how far each is behind, why, who should act, and the next step."""

from __future__ import annotations

from typing import Any, NamedTuple

import pandas as pd

import layers
from geo.called import called
from geo.places import places
from geo.publish.site.plan import Plan
from geo.support import why
from geo.support.case import Case
from geo.support.cells import line, number
from geo.support.notes import BEHIND, heading_name
from geo.support.reasoning import Reasoned
from geo.support.telling import resource_names, slug
from geo.support.words import SIGNS, rank_text, score_text
from geo.words import Say, say, show_number

# Headings named as the reason, and places named in a list.
NAMED, LISTED = 2, 10


class Reason(NamedTuple):
    """Why a province is behind: headings surely below their standard, the furthest first, and the smallest single
    change of one figure that lifts the first of them to it (``layer`` is blank where none is enough)."""

    headings: tuple[str, ...]
    layer: str
    now: float
    needed: float


def reasons(found: Reasoned, codes: tuple[str, ...]) -> dict[str, Reason]:
    """The reason of every area by its code; an area behind in nothing that can be told has no heading."""
    told = {}
    for code in codes:
        gaps = line(found.board.gap, code)[line(found.board.status, code).isin(BEHIND)]
        headings = tuple(str(name) for name in gaps.sort_values(ascending=False, kind="stable").index)
        layer, now, needed = "", float("nan"), float("nan")
        if headings:
            table = why.changes(found.case, code, headings[0])
            reach = table[table["reaches"]]
            if len(reach):
                layer, now, needed = str(reach.index[0]), float(reach["now"].iloc[0]), float(reach["needed"].iloc[0])
        told[code] = Reason(headings, layer, now, needed)
    return told


def rows(plan: Plan, found: Reasoned, why_: dict[str, Reason], lang: str) -> list[dict[str, Any]]:
    """One row a province, the deepest gap first, unknown ones last."""
    order = found.gap[list(plan.provinces)].sort_values(ascending=False, kind="stable", na_position="last").index
    speak, names = say(lang), called(found.level, lang)
    status = found.status
    told = []
    for code in map(str, order):
        row, people, gap = line(found.advice.table, code), found.people[code], found.gap[code]
        told.append(
            {
                "name": names[code],
                "to": plan.place(code, lang),
                "gap": "–" if pd.isna(gap) else show_number(gap, 1),
                "people": "–" if pd.isna(people) else show_number(people),
                "board": [_cell(found, name, code, str(status.at[code, name]), speak) for name in found.case.names],
                "reason": _reason(found, code, why_[code], speak, lang),
                "tier": speak(f"support_tier.{slug(row['tier'])}"),
                "step": _step(found, code, row, speak),
            }
        )
    return told


def _score(known: Case, code: str, name: str) -> str:
    """A heading's score of an area with its range; blank where it has none of its own."""
    score, low, high = (number(table, code, name) for table in (known.scores, known.low, known.high))
    return score_text(score, low, high)


def _cell(found: Reasoned, name: str, code: str, word: str, speak: Say) -> dict[str, str]:
    score = _score(found.case, code, name)
    return {"sign": SIGNS[word], "word": speak(f"support_status.{slug(word)}"), "score": score}


def _reason(found: Reasoned, code: str, reason: Reason, speak: Say, lang: str) -> str:
    """Which headings are furthest short, and what would be enough for the first of them."""
    known = found.case
    if pd.isna(found.gap[code]):
        return speak("edition_support.why_unknown")
    if not reason.headings:
        unsure = line(found.board.status, code).eq("uncertain").any()
        return speak("edition_support.why_unsure" if unsure else "edition_support.why_none")
    named = ", ".join(
        speak(
            "edition_support.heading_short",
            heading=heading_name(known, name, speak, lang),
            score=_score(known, code, name),
            standard=show_number(float(known.standards[name])),
            status=speak(f"support_status.{slug(found.board.status.at[code, name])}"),
        )
        for name in reason.headings[:NAMED]
    )
    first = heading_name(known, reason.headings[0], speak, lang)
    if not reason.layer:
        return speak(
            "edition_support.why_told", named=named, change=speak("edition_support.change_several", heading=first)
        )
    layer = layers.catalogue()[reason.layer]
    change = speak(
        "edition_support.change",
        heading=first,
        figure=layer.short.of(lang),
        now=show_number(reason.now, layer.decimals),
        needed=show_number(reason.needed, layer.decimals),
        unit=layer.unit.of(lang),
    )
    return speak("edition_support.why_told", named=named, change=change)


def _step(found: Reasoned, code: str, row: pd.Series, speak: Say) -> str:
    """What to do next, in one sentence that follows from the advice."""
    tier, special = str(row["tier"]), str(row["special"])
    if pd.isna(row["task"]):
        key = "measure"
    elif special == "bangkok" and tier == "no data":
        key = "bangkok"
    else:
        key = slug(tier)
    numbers = {
        name: "–" if pd.isna(row[name]) else show_number(float(row[name]), 2)
        for name in ("task", "local", "neighbours", "hands_back")
    }
    kind = resource_names(str(row["support"]), speak) or speak("support.kind_unknown")
    return speak(f"edition_support.step_{key}", kind=kind, **numbers)


def lists(plan: Plan, found: Reasoned, lang: str) -> list[dict[str, Any]]:
    """Most people, deepest gap, Pareto front: the first areas of each, with ranks as ranges."""
    speak, names, inside = say(lang), called(found.level, lang), list(places(found.level, plan.within).index)
    table = found.lists.table.loc[inside]
    told = []
    for name in ("most_people", "deepest"):
        ranked = table[name][table[name] > 0].sort_values(ascending=False, kind="stable").index[:LISTED]
        told.append(
            {
                "title": speak(f"support.list_{name}"),
                "ranked": True,
                "rows": [
                    {
                        "name": names[str(code)],
                        "to": plan.place(str(code), lang),
                        "core": bool(found.lists.core.at[code, name]),
                        "rank": rank_text(*(table.at[code, f"{name}_{end}"] for end in ("low", "high", "rank"))),
                    }
                    for code in ranked
                ],
            }
        )
    front = table["pareto"].fillna(False).astype(bool)
    first = found.gap[inside][front].sort_values(ascending=False, kind="stable").index[:LISTED]
    rows_ = [
        {"name": names[str(code)], "to": plan.place(str(code), lang), "gap": show_number(found.gap[code], 1)}
        for code in first
    ]
    return [*told, {"title": speak("support.list_pareto"), "ranked": False, "rows": rows_}]
