"""Compare: areas side by side over chosen layers, the ranking and its distribution, and the change since a year."""

from __future__ import annotations

import streamlit as st

import layers
from geo import cards
from geo.called import distinct_names
from geo.layer import FAMILIES
from geo.measure import measure, periods
from geo.places import places
from geo.publish.extract import of_comparison
from geo.reading import best_first
from geo.words import show_year
from pages.parts import charts
from pages.parts.choices import MOST_COMPARED, shown_levels
from pages.parts.downloads import here, offer
from pages.parts.frame import choose_layer, choose_level, choose_office, choose_year, current, keep
from pages.parts.narrowed import not_compared, way_out
from pages.parts.show import as_text
from pages.parts.side_by_side import side_by_side

view = current()
say, lang = view.say, view.lang

first, second, third, fourth = st.columns([3, 4, 2, 2])
with first:
    choose_office(view)
with second:
    choose_layer(view)
with third:
    choose_level(view)
with fourth:
    choose_year(view)

level, catalogue = view.level, layers.catalogue()
inside = places(level, view.within)
called = distinct_names(level, lang, inside.index)
chosen = [code for code in view.areas if code in inside.index]
if notes := not_compared(view):
    st.warning("\n\n".join(as_text(note) for note in notes))
if not chosen:
    marked = [view.mark] if view.mark in inside.index else []
    chosen = list(dict.fromkeys([*marked, *inside["people"].sort_values(ascending=False).index[:3]]))[:3]
st.markdown(say("compare.intro"))
way_out(view)
picked = st.multiselect(
    say("compare.areas"),
    list(inside.index),
    default=chosen,
    format_func=lambda code: str(called[code]),
    max_selections=MOST_COMPARED,
    select_all=False,
    filter_mode="contains",
    key=f"compare-{level}-{view.within}-{lang}",
)
offered = [layer_id for layer_id, layer in catalogue.items() if level in shown_levels(layer)]
# Where the reader has chosen nothing: her layer and the first two of each family.
opening = [key for family in FAMILIES for key in [key for key in offered if catalogue[key].family == family][:2]]
wanted = [key for key in view.shown if key in offered] or list(dict.fromkeys([view.layer, *opening]))[:MOST_COMPARED]
over = st.multiselect(
    say("compare.layers"),
    offered,
    default=wanted,
    format_func=lambda key: catalogue[key].title.of(lang),
    max_selections=MOST_COMPARED,
    select_all=False,
    filter_mode="contains",
    key=f"layers-{level}-{lang}",
)
keep(areas=tuple(picked), shown=tuple(over))

measured = measure(view.layer, level, view.year)
if len(picked) < 2:
    st.info(say("compare.too_few"))
else:
    st.subheader(say("compare.side_by_side"))
    side_by_side(view, picked, over, called)

ordered = best_first(measured, inside.index)
missing = len(inside) - len(ordered)
if ordered.empty:
    st.info(say("compare.no_values"))
else:
    plural = say(f"levels.{level}")
    key = "ranking_neither" if measured.layer.better == "neither" else "ranking"
    st.subheader(say(f"compare.{key}", level=plural))
    if missing:
        st.caption(say("compare.left_out", count=missing, all=len(inside)))
    st.plotly_chart(charts.ranking(measured, ordered, called, picked, lang, say), key="ranking")
    st.markdown(f"**{say('compare.distribution')}**")
    st.plotly_chart(charts.distribution(measured, ordered, called, picked, lang, say), key="distribution")

known = periods(view.layer, level)
earlier = [period for period in known if period < view.year and ("Q" in period) == ("Q" in view.year)]
if not earlier:
    st.caption(say("compare.one_year"))
elif len(picked) >= 2:
    start = st.selectbox(
        say("compare.since"),
        earlier,
        index=earlier.index(view.since) if view.since in earlier else 0,
        format_func=lambda period: show_year(period, lang),
    )
    keep(since=start)
    st.subheader(say("compare.change", start=show_year(start, lang), end=show_year(view.year, lang)))
    before = measure(view.layer, level, start)
    st.plotly_chart(charts.change(before, measured, picked, called, lang, say), key="change")

if picked:
    offer(of_comparison(over, level, picked, (view.layer, view.year, view.since), here(view, "compare"), lang), view)
used = dict.fromkeys(source for key in dict.fromkeys([view.layer, *over]) for source in catalogue[key].source)
st.caption("; ".join(dict.fromkeys(cards.card(source).attribution for source in used)))
