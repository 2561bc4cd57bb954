"""Compare maps: need against provision on one map, two maps side by side or under a swipe, many small ones."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo import cards
from geo.maps import board
from geo.publish.extract import Part
from geo.publish.of_maps import of_maps
from pages.parts.board_along import offer_board
from pages.parts.downloads import here, offer, where
from pages.parts.fold import folded, what_is_shown
from pages.parts.frame import current, keep, keep_setting
from pages.parts.legend_box import classes_box
from pages.parts.pair import cell_told, choose_pair, pair_drawn, pair_letters, pair_table, show_pair
from pages.parts.panels import follow, legends_of, show_board
from pages.parts.pick import pick_one
from pages.parts.take_along import offer_map
from pages.parts.two import choose_many, choose_two, values_parts, values_table

WAYS = ("need", "side", "swipe", "many")
KINDS: dict[str, board.Kind] = {"side": "side", "swipe": "swipe", "many": "many"}
PAGE = 12

view = current()
say = view.say

way = view.setting("maps")
with folded(view) as line:
    pick_one("maps", say("choose.maps"), WAYS, way, lambda key: say(f"maps.way_{key}"))
    if way == "need":
        axes = choose_pair(view)
        views = [replace(current(), layer=axis.layer.id, year=axis.period) for axis in axes]
    else:
        views = choose_many(view) if way == "many" else choose_two(view)
        classes_box(current(), legends_of(current(), views))
    line.markdown(what_is_shown(views))

view = current()
if way == "need":
    picked, drawing = show_pair(view, axes)
    offer_map(view, pair_drawn(view, axes, drawing), f"maps-need-{view.level}", "pair")
    measured, told, letters = list(axes), drawing.summary, pair_letters(view, axes)
    rows = pair_table(view, axes, letters)
    told_cells = tuple(cell_told(view, letter) for letter in letters)
    parts = [Part(own, tuple(letters.index), told_cells) for own in axes]
else:
    picked, shown = show_board(view, views, KINDS[way])
    offer_board(view, shown, f"maps-{way}-{view.level}")
    measured, told = list(shown.measured), shown.told
    rows = values_table(view, views, measured)
    parts = values_parts(views, shown)
if picked is not None:
    moved = follow(view, picked, [each.layer for each in measured])
    keep(place=moved.place, level=moved.level, mark=moved.mark)
    st.rerun()

st.markdown(told)
with st.expander(say("maps.help")):
    st.markdown(say({"need": "maps.help_need", "many": "maps.help_many"}.get(way, "maps.help_two")))
    st.markdown(say("maps.help_people"))
st.markdown(f"**{say('maps.table')}**")
pages = max(1, -(-len(rows) // PAGE))
page = 1
if pages > 1:
    label = say("map_page.table_page", pages=pages)
    page = st.session_state["rows"] = min(pages, int(float(view.setting("table"))))
    st.number_input(
        label, 1, pages, key="rows", width=260, on_change=lambda: keep_setting(table=str(st.session_state["rows"]))
    )
part = rows.iloc[PAGE * (page - 1) : PAGE * page]
st.dataframe(part, hide_index=True, height=35 * (len(part) + 1) + 3)
offer(of_maps(parts, way, where(view), here(view, "maps"), view.lang), view, told=say("download.maps"))
st.caption(
    "; ".join(dict.fromkeys(cards.card(source).attribution for each in measured for source in each.layer.source))
)
