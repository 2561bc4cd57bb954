"""A budget shared out under the choices of one line of thought, and how its effect is told."""

from __future__ import annotations

import math
from typing import NamedTuple

import pandas as pd

from geo.places import places
from geo.support import budget as simulator
from geo.support.reasoning import Reasoned
from geo.support.words import money_text
from geo.words import Say, show_number

# name of the measure -> decimals, and what it is multiplied with
MEASURES = {
    "places_below": (0, 1),
    "people_below": (0, 1),
    "p0": (1, 100),
    "p1": (2, 100),
    "p2": (2, 100),
    "lowest": (1, 1),
    "gini": (3, 1),
    "group_gap": (1, 1),
}


def simulated(found: Reasoned, inside: pd.Index, rule: str = "") -> simulator.Simulated | None:
    """The budget of a line of thought shared out between some areas, by its own rule or another; None where it cannot
    be: an impossible budget, or no area with both a score and people."""
    money, cost = found.values.number("budget"), found.values.number("unit_cost")
    if simulator.fault(money, cost):
        return None
    grouped = groups(found.level, inside)
    regions = places(found.level)[grouped] if grouped else None
    return simulator.simulate(
        found.score[inside], found.people, regions, found.standard, money, cost, rule or found.values.text("rule")
    )


def groups(level: str, inside: pd.Index) -> str:
    """Between what the regional gap is told: regions, provinces of one region, or nothing where there is but one."""
    table = places(level).loc[inside]
    return next((name for name in ("region", "province") if name in table and table[name].nunique() > 1), "")


def told(done: simulator.Simulated, target: str, money: float, say: Say) -> str:
    """What a budget (million baht) would change, as sentences with their numbers."""
    sentences = [
        say(
            "support.budget_told",
            target=target,
            budget=money_text(money * 1e6, say),
            spent=money_text(done.spent, say),
            funded=done.funded,
            people=show_number(done.funded_people),
            lifted=int(done.table["lifted"].sum()),
            below=int(done.after["places_below"]),
            lowest_before=show_number(done.before["lowest"], 1),
            lowest_after=show_number(done.after["lowest"], 1),
        )
    ]
    full = money_text(done.full_cost, say)
    if money == 0:
        sentences.append(say("support.budget_zero", full=full))
    elif done.full_cost <= money * 1e6:
        sentences.append(say("support.budget_enough", full=full))
    else:
        sentences.append(say("support.budget_full", full=full))
    if done.left_out:
        people = show_number(done.left_out_people)
        sentences.append(say("support.budget_left_out", count=len(done.left_out), people=people))
    return " ".join(sentences)


class Effect(NamedTuple):
    """One measure of a budget: its name, and its value before and after, as text."""

    name: str
    before: str
    after: str


def effects(done: simulator.Simulated) -> list[Effect]:
    """Every measure before and after; in one region or province alone there is no gap between several."""
    return [
        Effect(name, measure_text(name, done.before), measure_text(name, done.after))
        for name in MEASURES
        if name in done.before
    ]


def measure_text(name: str, values: dict[str, float]) -> str:
    """One measure as it is printed; a dash where it is not known."""
    decimals, factor = MEASURES[name]
    value = values.get(name, math.nan)
    return "–" if math.isnan(value) else show_number(value * factor, decimals)
