"""Support: which areas lag, why, who should act, and what a budget would change; every choice with its author."""

from __future__ import annotations

from functools import partial

import streamlit as st

from geo.places import places
from geo.support import reasoning
from geo.support.notes import too_few_headings
from geo.support.spending import simulated
from geo.support.takeaway import area_reasoning, attribution, priority_list
from pages.parts.downloads import here, offer, where
from pages.parts.frame import choose_office, current
from pages.parts.readiness_choose import narrowed
from pages.parts.support_budget import show_budget
from pages.parts.support_controls import (
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
    if few := too_few_headings(found, say, lang):
        st.warning(few)
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
    address = here(view, "support")
    with st.container(horizontal=True):
        done = partial(simulated, found, inside)
        listed = priority_list(found, inside, judged, address, lang, where(view), done)
        offer(listed, view, "list", told=say("download.list", count=len(inside)))
        about = area_reasoning(found, place, judged, address, lang)
        offer(about, view, "area", told=say("download.area", area=say("support.this_area")))
    st.caption(attribution(found))
