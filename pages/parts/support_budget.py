"""Fourth step: what a budget would change, before and after, by rule, and over all budgets."""

from __future__ import annotations

import math

import pandas as pd
import streamlit as st

from geo.called import distinct_names
from geo.places import places
from geo.stats.decide import RULES
from geo.support import budget as simulator
from geo.support import spending
from geo.support.case import WHOLE
from geo.support.reasoning import Reasoned
from geo.words import show_number
from pages.parts import support_charts as charts
from pages.parts.choices import Choices
from pages.parts.support_controls import choose_drawn, heading_name, pick, type_in

DRAWN = ("p2", "p1", "lowest", "gini", "group_gap", "people_below")


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
    done = spending.simulated(found, inside)
    named = spending.groups(found.level, inside)
    grouped = places(found.level)[named] if named else None
    if done is None:
        st.info(say("support.nobody_to_fund"))
        return
    target = heading_name(view, found.case, found.target)
    st.markdown(spending.told(done, target, money, say))
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
            st.plotly_chart(
                charts.frontier(table, drawn, spending.MEASURES[drawn][1], money, names, say), key="frontier"
            )
        else:
            st.info(say("support.no_gap_left"))
    st.markdown(f"**{say('support.funded_areas')}**")
    st.dataframe(_funded(view, found, done), hide_index=True)
    st.caption(say("support.guarantees"))


def _measures(view: Choices, done: simulator.Simulated) -> pd.DataFrame:
    say, shown = view.say, spending.effects(done)
    return pd.DataFrame(
        {
            say("support.measure"): [say(f"support_measure.{one.name}") for one in shown],
            say("support.before"): [one.before for one in shown],
            say("support.after"): [one.after for one in shown],
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
