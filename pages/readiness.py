"""Readiness: dimensions first, then the index; map, profile, ranks with their ranges, and what moves them."""

from __future__ import annotations

import streamlit as st

from geo import cards
from geo.places import places
from geo.readiness import method
from geo.scored import score_scale
from geo.standing import as_measured
from geo.words import show_year
from pages.parts import readiness_charts as charts
from pages.parts.atlas import show_map
from pages.parts.drawn import drawn_within
from pages.parts.frame import choose_office, current, keep
from pages.parts.readiness_checks import checks, rests
from pages.parts.readiness_choose import (
    choose_areas,
    choose_at,
    choose_heading,
    choose_index,
    choose_pills,
    narrowed,
    scored,
)
from pages.parts.readiness_ranking import known, ranking, sure
from pages.parts.readiness_survey import said
from pages.parts.readiness_told import limits, profile_note
from pages.parts.readiness_weights import influence, scenarios, weights
from pages.parts.take_along import drawn_of, offer_map

PARTS = ("ranking", "weights", "sure", "rests", "checks", "said")

view = current()
say, lang = view.say, view.lang

where, what, level_box = st.columns([3, 4, 2])
with where:
    choose_office(view)
with what:
    choose_index(view)
with level_box:
    choose_at(view)

level = view.setting("at")
view = narrowed(view, level)
inside = places(level, view.within).index
if not len(inside):
    st.info(say("readiness.no_areas", level=say(f"levels.{level}")))
    st.stop()
found = scored(view)
intro = say("readiness.intro", question=found.index.question.of(lang), version=method().version)
st.markdown(f"{intro} {say('readiness.need_high')}" if found.index.more == "worse" else intro)
node = choose_heading(view, found)
measured = as_measured(found, node)
limits(view, found, node, inside)

left, right = st.columns([3, 2])
with right:
    own, other, called = choose_areas(view, found, inside)
with left:
    picked, drawing = show_map(
        view,
        level=level,
        within=drawn_within(view, level),
        mark=own,
        key="readiness",
        instead=measured,
        scale=score_scale(lang),
    )
    offer_map(view, drawn_of(view, measured, drawing, "readiness"), f"{measured.layer.id}-{level}", "readiness-map")
if picked is not None and picked.code is not None:
    keep(mark=picked.code)
    st.rerun()
with right:
    if found.status.loc[own].isin(["ok", "inherited"]).any():
        st.markdown(f"**{say('readiness.profile', place=str(called[own]))}**")
        st.plotly_chart(charts.profile(found, own, other, called, lang, say), key="profile")
        profile_note(view, found, "" if other is None else str(called[other]))
    st.markdown(drawing.summary)

parts = PARTS if level != "lao" else ("known", "rests", "said")
part = choose_pills(view, "part", parts, lambda key: say(f"part.{key}"))
if part == "known":
    known(view, found, inside)
elif part == "ranking":
    ranking(view, found, node, inside)
elif part == "weights":
    weights(view, found)
    influence(view, found)
    scenarios(view, found, inside)
elif part == "sure":
    sure(view, found, node, inside, own, other, called)
elif part == "rests":
    rests(view, found)
elif part == "checks":
    checks(view, found)
else:
    said(view)

sources = "; ".join(dict.fromkeys(cards.card(source).attribution.rstrip(".") for source in measured.layer.source))
year = show_year(measured.period, lang)
st.caption(say("readiness.source_note", sources=sources, version=method().version, year=year))
