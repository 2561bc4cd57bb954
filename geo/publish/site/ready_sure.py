"""How sure the indices are: what moves ranks, what each dimension really does, and whether it is a map of wealth."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

import layers
from geo.called import called
from geo.measure import measure
from geo.places import places
from geo.publish.site.plan import Plan
from geo.readiness import Assessed
from geo.scored import scenario_title
from geo.standing import node_title, scenario_ranks
from geo.stats import coherence
from geo.words import say, show_number

# Over half of the differences told by income alone: then the index says little that income does not.
WEALTH = 0.5


def told(plan: Plan, found: Sequence[Assessed], lang: str) -> list[dict[str, Any]]:
    """For each index that can be checked, in order; one without any score has nothing to be sure of."""
    return [one for one in (_told(plan, index, lang) for index in found) if one]


def _told(plan: Plan, found: Assessed, lang: str) -> dict[str, Any]:
    index = found.scores[found.index.id].where(found.status[found.index.id] == "ok")
    if index.notna().sum() < coherence.FEWEST:
        return {}
    return {
        "title": found.index.title.of(lang),
        "scenarios": _scenarios(plan, found, lang),
        "influence": _influence(found, lang),
        "wealth": _wealth(found, index, lang),
    }


def _scenarios(plan: Plan, found: Assessed, lang: str) -> list[dict[str, str]]:
    """Each other way to compute the index: how far the middle area moves, and which area moves most."""
    ranks = scenario_ranks(found).loc[list(plan.provinces)]
    here = ranks.dropna(subset=[("rank", "declared")])
    names = called("province", lang)
    rows = []
    for name in (str(name) for name in ranks["shift"].columns):
        sizes = here["shift", name].abs().dropna()
        if name == "declared" or sizes.empty:
            continue
        most = str(sizes.idxmax())
        rows.append(
            {
                "name": scenario_title(found, name, lang),
                "median": show_number(float(sizes.median())),
                "most": show_number(float(sizes.max())),
                "place": names[most],
            }
        )
    return rows


def _influence(found: Assessed, lang: str) -> list[dict[str, str]]:
    table = coherence.effective_influence(found.scores, found.tree, found.index.id)
    if table["effective"].isna().all():
        return []
    return [
        {
            "name": node_title(found, str(node)).of(lang),
            "nominal": _percent(row["nominal"]),
            "effective": _percent(row["effective"]),
        }
        for node, row in table.iterrows()
    ]


def _percent(value: float) -> str:
    return "–" if pd.isna(value) else f"{100 * value:.0f}\u00a0%"


def _wealth(found: Assessed, index: pd.Series, lang: str) -> str:
    """How much of the differences income and size alone account for; empty where either is not known here."""
    speak, people = say(lang), places("province")["people"]
    # The index of need holds income itself.
    if found.index.id == "need" or "household_income" not in layers.catalogue() or people.isna().all():
        return ""
    income = measure("household_income", "province").values.reindex(index.index)
    shares = coherence.context_correlations(index, people, income)
    of_income, of_people = (float(shares[name]) ** 2 for name in ("income", "log_people"))
    sentence = speak("readiness.checks_wealth", income=f"{100 * of_income:.0f}", people=f"{100 * of_people:.0f}")
    return f"{sentence} {speak('readiness.checks_wealth_yes' if of_income > WEALTH else 'readiness.checks_wealth_no')}"
