"""The files that readiness and support bring along: each row with source, licence, attribution, version, address."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from geo.publish.extract import Extract, Part
from geo.publish.files import make
from geo.publish.licences import permitted
from geo.publish.site.plan import Plan
from geo.publish.tables import plain_table, with_meaning
from geo.readiness import assess, method
from geo.standing import as_measured
from geo.support.cells import number
from geo.support.reasoning import Reasoned
from geo.support.spending import simulated
from geo.support.takeaway import priority_list
from geo.words import bilingual

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
    inside = pd.Index(plan.provinces)
    listed = priority_list(found, inside, {}, address, lang, done=lambda: simulated(found, inside))
    return make(replace(listed, confirmed=frozenset(plan.confirmed)), "csv")
