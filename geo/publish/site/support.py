"""The page on support: which areas lag, why, who should act, and what a budget would change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

from geo.called import called
from geo.places import places
from geo.publish.site import ready_files
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.plan import Plan
from geo.publish.site.prose import bold
from geo.publish.site.still import shapes, still
from geo.publish.site.support_rows import Reason, lists, reasons, rows
from geo.stats.decide import RULES
from geo.support import budget, notes, spending
from geo.support.drawn import described, speaks
from geo.support.listing import fixed_rows, parameter_rows, version
from geo.support.reasoning import Reasoned, reason
from geo.support.takeaway import attribution, sources
from geo.support.words import SIGNS, money_text, status_text
from geo.words import Say, say, show_number

LEVEL, FINER = "province", "district"
# What a reader compares the rules by, all of it together: one alone can be made to look good.
COMPARED = ("p0", "p1", "p2", "lowest", "gini")


def jobs(plan: Plan) -> Iterable[Job]:
    """The page and its file in every language of the edition, together: they rest on the same line of thought."""
    yield Job(_write, (plan,))


def _write(plan: Plan) -> Iterator[tuple[str, Content]]:
    found, finer = reason(LEVEL), reason(FINER)
    why = reasons(found, plan.provinces)
    for lang in plan.langs:
        path = f"{lang}/support.html"
        yield path, page(plan, found, why, lang, finer)
        yield ready_files.support_path(lang), ready_files.support(plan, found, lang, plan.address(path))


def page(plan: Plan, found: Reasoned, why: dict[str, Reason], lang: str, finer: Reasoned) -> Page:
    """The page in one language.

    Parameters
    ----------
    plan : Plan
    found : Reasoned
        The line of thought under the first value of every choice.
    why : dict of code to Reason
        From ``support_rows.reasons``.
    lang : "th" or "en"
    finer : Reasoned
        The same of districts.
    """
    speak = say(lang)
    inside = pd.Index(plan.provinces)
    drawing = described(found, lang, None, None if plan.within is None else plan.provinces)
    target = notes.heading_name(found.case, found.target, speak, lang)
    told = {
        "bold": bold,
        "version": version(),
        "file": ready_files.support_path(lang),
        "few": notes.too_few_headings(found, speak, lang),
        "takeaways": _takeaways(found, inside, speak),
        "shapes": shapes(plan.provinces),
        "drawing": drawing,
        "map": still(drawing, plan.provinces, "map-gap", called(LEVEL, lang), speaks(lang)),
        "known": bool(found.gap[inside].notna().any()),
        "target": target,
        "headings": [notes.heading_name(found.case, name, speak, lang) for name in found.case.names],
        "counts": _counts(found, inside, speak, lang),
        "rows": rows(plan, found, why, lang),
        "board_note": notes.board_note(found, speak, lang),
        "lists": lists(plan, found, lang),
        "lists_intro": speak("support.first_intro", target=target, all=len(found.gap)),
        "lists_note": notes.lists_note(found, inside, speak),
        "finer": _finer(plan, finer, lang),
        "flips": notes.flips(found, inside, speak),
        "split": notes.split_told(found, speak),
        "clusters": notes.clusters_told(found, speak, lang),
        "money": _money(found, inside, target, speak),
        "parameters": parameter_rows(found.values, found.case, speak).to_dict("records"),
        "fixed": fixed_rows(speak).to_dict("records"),
        "attribution": attribution(found),
    }
    return Page(
        lang,
        "support.html",
        speak("edition_support.title"),
        speak("edition_support.description"),
        told,
        sources=(*sources(found), "places", "boundaries"),
        menu="support",
    )


def _takeaways(found: Reasoned, inside: pd.Index, speak: Say) -> list[str]:
    """What to carry away: who lags, who should act, at which scale; each with its numbers."""
    _, _, verdict = notes.split_told(found, speak)
    sentences = [notes.lag_summary(found, inside, speak), notes.tier_counts(found, inside, speak)]
    unknown = int(found.advice.table.loc[inside, "tier"].eq("no data").sum())
    if unknown:
        sentences.append(speak("edition_support.unknown_tiers", count=unknown))
    return [*sentences, verdict] if verdict else sentences


def _finer(plan: Plan, found: Reasoned, lang: str) -> dict[str, Any]:
    """The lists of districts, as the dashboard has them too: what they are made of, and who would act."""
    speak, inside = say(lang), places(found.level, plan.within).index
    target = notes.heading_name(found.case, found.target, speak, lang)
    return {
        "intro": speak("support.first_intro", target=target, all=len(found.gap)),
        "says": [notes.lag_summary(found, inside, speak), notes.tier_counts(found, inside, speak)],
        "lists": lists(plan, found, lang),
        "note": notes.lists_note(found, inside, speak),
        "chain": speak(f"support.chain_{found.level}"),
    }


def _counts(found: Reasoned, inside: pd.Index, speak: Say, lang: str) -> list[dict[str, Any]]:
    """How many provinces stand where, heading by heading."""
    status = found.status.loc[inside]
    return [
        {
            "name": status_text(word, speak),
            "counts": [int((status[name] == word).sum()) for name in found.case.names],
        }
        for word in SIGNS
        if (status == word).any(axis=None)
    ]


def _money(found: Reasoned, inside: pd.Index, target: str, speak: Say) -> dict[str, Any]:
    """The example budget: what it would change, and the same money by every other rule; without people nothing."""
    done = spending.simulated(found, inside)
    if done is None:
        return {}
    known = [name for name in COMPARED if name in done.before]
    compared = []
    for rule in RULES:
        other = spending.simulated(found, inside, rule)
        if other is not None:
            compared.append({"name": speak(f"support_option.{rule}"), **_after(other, known)})
    million = found.values.number("budget")
    return {
        "told": spending.told(done, target, million, speak),
        "example": speak(
            "edition_support.example",
            budget=money_text(million * budget.MILLION, speak),
            cost=show_number(found.values.number("unit_cost")),
        ),
        "effects": [
            {"name": speak(f"support_measure.{one.name}"), "before": one.before, "after": one.after}
            for one in spending.effects(done)
        ],
        "measures": [speak(f"support_measure.{name}") for name in known],
        "before": [spending.measure_text(name, done.before) for name in known],
        "rules": compared,
    }


def _after(done: budget.Simulated, known: list[str]) -> dict[str, Any]:
    return {
        "funded": str(done.funded),
        "lifted": str(int(done.table["lifted"].sum())),
        "after": [spending.measure_text(name, done.after) for name in known],
    }
