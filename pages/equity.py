"""Fairness: is this layer shared fairly, and if not, between whom; a curve and a map that point at each other."""

from __future__ import annotations

import streamlit as st

from geo import cards
from geo.called import distinct_names
from geo.fairness import curve, doubt, shares, since, standards, words
from geo.fairness.areas import place_text, stretch_text
from geo.fairness.basis import base_text, doubt_text, foot
from geo.fairness.field import field, income_rank
from geo.labels import label
from geo.words import show_year
from pages.parts import fair_charts, fair_choices, fair_files, fair_more, fair_tabs
from pages.parts.fair_map import fair_map
from pages.parts.frame import choose_layer, choose_level, choose_office, choose_year, current, keep

view = current()
say, lang = view.say, view.lang

where, what, level_box, year_box = st.columns([3, 5, 2, 2])
with where:
    choose_office(view)
with what:
    choose_layer(view)
with level_box:
    choose_level(view)
with year_box:
    choose_year(view)
if view.place:
    inside = st.container(horizontal=True, vertical_alignment="center")
    inside.button(say("choose.country"), on_click=keep, kwargs={"place": None})
    inside.markdown(f"**{label(view.place, lang, full=True)}**", width="content")
people, bangkok = fair_choices.choose_base(view)

within = view.within
this = field(view.layer, view.level, view.year, within, bangkok=bangkok, between_people=people)
rank = income_rank(this, view.setting("income"))
first = standards.lines(this)
asked = view.setting("held_to")
own = float(view.setting("line") or 0) or None
kind = asked if asked in first else first[0] if first else ""
held = standards.line(this, kind, own) if kind and not this.values.empty else None
short = standards.shortfall(this, held) if held else None
fair = shares.fair_share(this)

headline = words.headline(this, short, fair, lang, say)
st.markdown(f"## {headline}")
layer_line = f"{this.layer.title.of(lang)} · {show_year(this.period, lang)} · {say(f'better.{this.layer.better}')}"
st.markdown(layer_line)
if not this.few:
    for line in words.support(this, short, rank, lang, say):
        st.markdown(line)
base = base_text(this, lang, say)
if not this.few:
    base.append(doubt_text(this, doubt.doubt(this, since.RANGED, view.setting("income")), say))
st.caption("  \n".join(base))

drawn = curve.curve(this, view.setting("curve"), rank)
stretch = fair_choices.stretch_of(view)
found = curve.stretch(this, drawn, *stretch) if stretch and not drawn.why else None
left, right = st.columns(2)
with left:
    paint = fair_choices.pick(view, "paint", ("values", "clusters"), view.setting("paint"), "equity.paint_")
    picked = fair_map(view, this, found.codes if found else (), paint == "clusters")
    if picked is not None:
        keep(mark=picked)
        st.rerun()
with right:
    fair_choices.choose_curve(view, this)
    if drawn.why:
        st.info(say(f"why_not.{drawn.why}"))
    else:
        called = distinct_names(view.level, lang, this.values.index)
        fair_choices.show_curve(view, fair_charts.curve(this, drawn, called, stretch, view.mark, lang, say), drawn)
        fair_choices.choose_stretch(view)
    if found and stretch:
        st.markdown(stretch_text(this, found, *stretch, lang, say))
    if view.mark and view.mark in this.measured.values.index:
        st.markdown(place_text(this, drawn, view.mark, lang, say))
    st.caption(f"{say(f'equity.curve_says_{drawn.kind}')} {say('equity.curve_help')}")

if not this.few:
    names = ("gap", "between", "income", "share", "patches", "time", "all")
    tabs = dict(zip(names, st.tabs([say(f"equity.tab_{name}") for name in names]), strict=True))
    with tabs["gap"]:
        fair_choices.choose_line(view, this)
        fair_tabs.behind(view, this, short)
    with tabs["between"]:
        fair_tabs.between(view, this)
    with tabs["income"]:
        fair_tabs.poor_and_rich(view, this, rank)
    with tabs["share"]:
        fair_tabs.share(view, this, fair)
    with tabs["patches"]:
        fair_more.neighbours(view, this)
    with tabs["time"]:
        fair_more.time(view, this, held)
    with tabs["all"]:
        fair_more.everything(view, this, rank, held)
    for tab in tabs.values():
        tab.caption(foot(this, lang, say))
fair_files.files(view, this, rank, short, fair, headline)
used = dict.fromkeys([*this.layer.source, *(rank.layer.source if rank else ())])
st.caption(f"{this.layer.caveat.of(lang)}  \n" + "; ".join(cards.card(source).attribution for source in used))
