"""Compare maps: need against provision on one map, two maps side by side or under a swipe, many small ones."""

from __future__ import annotations

import streamlit as st

from geo import cards
from geo.maps import board
from pages.parts.frame import current, keep, keep_setting
from pages.parts.legend_box import classes_box
from pages.parts.pair import choose_pair, pair_table, show_pair
from pages.parts.panels import first_drawn, follow, show_board
from pages.parts.pick import pick_one
from pages.parts.two import choose_many, choose_two, values_table

WAYS = ("need", "side", "swipe", "many")
KINDS: dict[str, board.Kind] = {"side": "side", "swipe": "swipe", "many": "many"}
PAGE = 12

view = current()
say = view.say

pick_one("maps", say("choose.maps"), WAYS, view.setting("maps"), lambda key: say(f"maps.way_{key}"))
way = view.setting("maps")

if way == "need":
    axes = choose_pair(view)
    view = current()
    picked, drawing = show_pair(view, axes)
    measured, told, rows = list(axes), drawing.summary, pair_table(view, axes)
else:
    views = choose_many(view) if way == "many" else choose_two(view)
    view = current()
    classes_box(view, first_drawn(view, views))
    view = current()
    picked, measured, told = show_board(view, views, KINDS[way])
    rows = values_table(view, views, measured)
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
st.download_button(
    say("maps.download"),
    data=lambda: rows.to_csv(index_label="code").encode("utf-8-sig"),
    file_name=f"maps-{way}-{view.level}.csv",
    mime="text/csv",
    on_click="ignore",
)
st.caption(
    "; ".join(dict.fromkeys(cards.card(source).attribution for each in measured for source in each.layer.source))
)
