"""Fourth step: what a budget would change, before and after, by rule, and over all budgets."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from geo.called import distinct_names
from geo.places import places
from geo.stats.decide import RULES
from geo.support import budget as simulator
from geo.support.case import WHOLE
from geo.support.reasoning import Reasoned
from geo.words import show_number
from pages.parts import support_charts as charts
from pages.parts.choices import Choices
from pages.parts.support_controls import choose_drawn, heading_name, pick, type_in
from pages.parts.support_words import money_text

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
DRAWN = ("p2", "p1", "lowest", "gini", "group_gap", "people_below")


def simulated(found: Reasoned, inside: pd.Index) -> simulator.Simulated | None:
    """The reader's budget shared out between the areas in view; None where it cannot be."""
    money, cost = found.values.number("budget"), found.values.number("unit_cost")
    if simulator.fault(money, cost):
        return None
    grouped = groups(found.level, inside)
    regions = places(found.level)[grouped] if grouped else None
    return simulator.simulate(
        found.score[inside], found.people, regions, found.standard, money, cost, found.values.text("rule")
    )


def groups(level: str, inside: pd.Index) -> str:
    """Between what the regional gap is told: regions, provinces of one region, or nothing where there is but one."""
    table = places(level).loc[inside]
    return next((name for name in ("region", "province") if name in table and table[name].nunique() > 1), "")


def show_budget(view: Choices, found: Reasoned, inside: pd.Index) -> None:
    """Budget, unit cost and rule; what they would change; the same over all budgets and rules."""
    say = view.say
    one, two, three = st.columns(3)
    with one:
        money = type_in(view, "budget")
    with two:
        cost = type_in(view, "unit_cost")
    with three:
        pick(view, "rule")
    st.caption(say("support.cost_note"))
    if wrong := simulator.fault(money, cost):
        value = money if wrong == "budget" else cost
        st.error(say(f"support.wrong_{wrong}", value=show_number(value, 0 if value == round(value) else 2)))
        return
    done = simulated(found, inside)
    named = groups(found.level, inside)
    grouped = places(found.level)[named] if named else None
    if done is None:
        st.info(say("support.nobody_to_fund"))
        return
    target = heading_name(view, found.case, found.target)
    st.markdown(_told(view, found, done, target, money))
    left, right = st.columns([2, 3])
    with left:
        st.markdown(f"**{say('support.before_after')}**")
        st.dataframe(_measures(view, done), hide_index=True)
        st.caption(say("support.measures_note"))
    with right:
        st.markdown(f"**{say('support.frontier')}**")
        if done.full_cost > 0:
            names = {rule: say(f"support_option.{rule}") for rule in RULES}
            drawn = choose_drawn(view, [name for name in DRAWN if not math.isnan(done.before.get(name, math.nan))])
            table = simulator.over_budgets(done, found.standard, cost, grouped)
            st.plotly_chart(charts.frontier(table, drawn, MEASURES[drawn][1], money, names, say), key="frontier")
        else:
            st.info(say("support.no_gap_left"))
    st.markdown(f"**{say('support.funded_areas')}**")
    st.dataframe(_funded(view, found, done), hide_index=True)
    st.caption(say("support.guarantees"))


def _told(view: Choices, found: Reasoned, done: simulator.Simulated, target: str, money: float) -> str:
    say = view.say
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
    if money == 0:
        sentences.append(say("support.budget_zero", full=money_text(done.full_cost, say)))
    elif done.full_cost <= money * 1e6:
        sentences.append(say("support.budget_enough", full=money_text(done.full_cost, say)))
    else:
        sentences.append(say("support.budget_full", full=money_text(done.full_cost, say)))
    if done.left_out:
        sentences.append(
            say("support.budget_left_out", count=len(done.left_out), people=show_number(done.left_out_people))
        )
    return " ".join(sentences)


def _measures(view: Choices, done: simulator.Simulated) -> pd.DataFrame:
    say = view.say
    # In one region or province alone there is no gap between several.
    known = [name for name in MEASURES if name in done.before]

    def shown(name: str, values: dict[str, float]) -> str:
        decimals, factor = MEASURES[name]
        value = values.get(name, math.nan)
        return "–" if math.isnan(value) else show_number(value * factor, decimals)

    return pd.DataFrame(
        {
            say("support.measure"): [say(f"support_measure.{name}") for name in known],
            say("support.before"): [shown(name, done.before) for name in known],
            say("support.after"): [shown(name, done.after) for name in known],
        }
    )


def _funded(view: Choices, found: Reasoned, done: simulator.Simulated) -> pd.DataFrame:
    say = view.say
    table = done.table[done.table["gap"] > 0].sort_values(["spend", "gap"], ascending=False, kind="stable")
    called = distinct_names(found.level, view.lang, table.index)
    # Over all headings there is no score to lift, only the standard less the mean of what is short of it.
    score = say("support.level_of_all" if found.target == WHOLE else "support.score_before")
    return pd.DataFrame(
        {
            say(f"level.{found.level}"): called.astype(str).to_numpy(),
            say("support.people"): [show_number(value) for value in table["people"]],
            score: [show_number(value, 1) for value in table["score"]],
            say("support.gap_before"): [show_number(value, 1) for value in table["gap"]],
            say("support.gap_after"): [show_number(value, 1) for value in table["gap_after"]],
            say("support.receives"): [show_number(value / 1e6, 1) for value in table["spend"]],
            say("support.reaches"): ["●" if lifted else "" for lifted in table["lifted"]],
        }
    )
