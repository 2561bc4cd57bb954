"""Fairest and least fair: every layer in one table, each row opening its own screen."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

import layers
from geo import cards
from geo.fairness import listing
from geo.fairness.overview import overview
from pages.parts import fair_files, fair_overview
from pages.parts.fair_choices import pick
from pages.parts.frame import choose_office, current, keep

view = current()
say, lang = view.say, view.lang

st.subheader(say("overview.title"))
where, deep = st.columns([1, 2])
with where:
    choose_office(view)
level = pick(view, "deep", ("province", "district", "subdistrict"), view.setting("deep"), "level.", home=deep)

# The office narrows the table; a place gone into on the map does not, since most layers end above it.
table = overview(level, replace(view, place=None).within)
catalogue = layers.catalogue()
if table.empty:
    st.info(say("overview.none"))
else:
    for line in listing.ends(table, catalogue, lang, say):
        st.markdown(line)
    st.markdown(say("overview.intro"))
    shown = fair_overview.listed(table, catalogue, lang, say)
    picked = st.dataframe(
        shown,
        hide_index=True,
        placeholder="–",
        height=35 * (len(shown) + 1) + 3,
        on_select="rerun",
        selection_mode="single-row",
        key=f"overview-{lang}-{level}-{view.office}",
        column_config=fair_overview.columns(say),
    )
    if rows := picked["selection"]["rows"]:
        row = table.iloc[rows[0]]
        keep(layer=str(row.name), level=str(row["level"]), year=str(row["period"]), place=None, mark=None)
        st.switch_page("pages/equity.py")
    fair_files.overview_files(view, table, level)
    st.caption(say("overview.note"))
    used = dict.fromkeys(source for layer_id in table.index for source in catalogue[str(layer_id)].source)
    st.caption("; ".join(dict.fromkeys(cards.card(source).attribution for source in used)))
