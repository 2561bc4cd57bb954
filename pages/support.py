"""Support: which areas lag, why, who should act, and what a budget would change; every choice with its author."""

from __future__ import annotations

import streamlit as st

from geo.places import places
from geo.support import reasoning
from geo.support.spending import simulated
from geo.support.takeaway import as_csv, attribution, priority_list
from geo.support.takeaway import reasoning as area_table
from pages.parts.frame import choose_office, current
from pages.parts.readiness_choose import narrowed
from pages.parts.support_budget import show_budget
from pages.parts.support_controls import (
    address_of,
    choose_area,
    choose_at,
    choose_step,
    choose_target,
    judged_of,
    values_of,
    weights_of,
)
from pages.parts.support_lag import show_lag
from pages.parts.support_parameters import show_parameters
from pages.parts.support_who import show_who
from pages.parts.support_why import show_why

view = current()
say, lang = view.say, view.lang
step = choose_step(view)
values, judged, weights = values_of(view), judged_of(view), weights_of(view)
first, second, third, fourth = st.columns(4)
with first:
    choose_office(view)
with second:
    level = choose_at(view)
inside = places(level, narrowed(view, level).within).index
for fault in reasoning.faults(level, values, weights):
    # The rest is drawn with first values, so that the reader can mend what she has set.
    st.error(say(f"support.fault_{fault}"))
    values, weights = reasoning.mended(fault, values, weights)
found = reasoning.reason(level, view.setting("target"), values, weights, judged)
with third:
    choose_target(view, found.case)
if not len(inside):
    st.info(say("support.empty_office"))
else:
    deepest = found.gap[inside].sort_values(ascending=False, kind="stable", na_position="last").index[0]
    with fourth:
        place = choose_area(view, level, inside, str(deepest))
    if step == "lag":
        show_lag(view, found, inside, place)
    elif step == "why":
        show_why(view, found, place)
    elif step == "who":
        show_who(view, found, place, inside)
    elif step == "budget":
        show_budget(view, found, inside)
    else:
        show_parameters(view, found)
    st.divider()
    # Read in this run: when the file is asked for, the page is no longer there to ask.
    address = address_of(view)
    left, right = st.columns(2)
    left.download_button(
        say("support.download_list", count=len(inside)),
        data=lambda: as_csv(priority_list(found, inside, simulated(found, inside), judged, address, say, lang)),
        file_name=f"support-{level}-priority.csv",
        mime="text/csv",
        on_click="ignore",
    )
    right.download_button(
        say("support.download_area", area=say("support.this_area")),
        data=lambda: as_csv(area_table(found, place, judged, address, say, lang)),
        file_name=f"support-{place}-reasoning.csv",
        mime="text/csv",
        on_click="ignore",
    )
    st.caption(attribution(found))
