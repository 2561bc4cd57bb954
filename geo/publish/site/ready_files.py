"""The files that readiness and support bring along: each row with source, licence, attribution, version, address."""

from __future__ import annotations

import pandas as pd

import layers
from geo import cards
from geo.publish.extract import Extract, Part
from geo.publish.licences import permitted
from geo.publish.site.plan import Plan
from geo.publish.tables import plain_table, with_meaning
from geo.readiness import assess, method
from geo.standing import as_measured
from geo.support.cells import number
from geo.support.reasoning import Reasoned
from geo.support.spending import simulated
from geo.support.takeaway import priority_list
from geo.words import bilingual, say

RANKS = {"rank": "rank", "low": "rank_low", "high": "rank_high", "band": "band", "pr_bottom_fifth": "pr_bottom_fifth"}


def readiness_path(lang: str) -> str:
    """Where the file of all scores stands."""
    return f"data/readiness.{lang}.csv"


def support_path(lang: str) -> str:
    """Where the priority list stands."""
    return f"data/support-priority.{lang}.csv"


def readiness(plan: Plan, lang: str, address: str) -> bytes:
    """Every score of the three indices and their headings for the provinces of an edition, with ranks in their ranges.

    A heading of which nothing is known here has no rows.
    """
    parts, ranks = [], {}
    for index in method().indices:
        found = assess(index.id, "province")
        for node in found.nodes:
            measured = as_measured(found, node)
            if measured.layer.source:
                parts.append(Part(measured, plan.provinces))
                ranks[measured.layer.id] = found.ranges(node)
    title = bilingual("edition_ready.title")
    kept, _ = permitted(Extract("readiness", title, tuple(parts), address, lang, frozenset(plan.confirmed)))
    table = with_meaning(kept)
    for column, name in RANKS.items():
        table[name] = [
            number(ranks[layer], code, column) for layer, code in zip(table["layer"], table["code"], strict=True)
        ]
    return plain_table(table)


def support(plan: Plan, found: Reasoned, lang: str, address: str) -> bytes:
    """The priority list of an edition: one row a province, the deepest gap first, with all that was chosen."""
    inside, speak = pd.Index(plan.provinces), say(lang)
    table = priority_list(found, inside, simulated(found, inside), {}, address, speak, lang)
    used = [cards.card(source) for source in behind(found)]
    table[speak("sources.source")] = "; ".join(card.id for card in used)
    table[speak("sources.licence")] = "; ".join(dict.fromkeys(card.licence for card in used))
    table[speak("file.terms")] = _terms([card.may_redistribute for card in used], lang)
    return plain_table(table.astype(object).where(table.notna(), ""))


def _terms(each: list[str], lang: str) -> str:
    """The strictest terms of some sources, in words; empty where there is none."""
    return say(lang)("licence." + max(each, key=cards.REDISTRIBUTION.index).replace("-", "_")) if each else ""


def behind(found: Reasoned) -> list[str]:
    """Ids of the sources that the advice rests on."""
    used = [*found.case.found.index.layers]
    used += [item.layer for heading in found.able.headings.values() for item in heading.indicators]
    shown = layers.catalogue()
    return list(dict.fromkeys(source for name in used if name in shown for source in shown[name].source))
