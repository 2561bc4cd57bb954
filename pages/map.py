"""Map: choose where, what and when; see it drawn, read it in words, take it as a table; click to go deeper."""

from __future__ import annotations

import streamlit as st

from geo import cards
from geo.gazetteer import level_of
from geo.measure import measure
from geo.own_areas import OwnAreas
from geo.places import places
from geo.words import show_year
from pages.parts.atlas import show_map
from pages.parts.choices import drill, rise
from pages.parts.drawn import described, drawn_within
from pages.parts.fold import folded, what_is_shown
from pages.parts.frame import choose_layer, choose_level, choose_office, choose_year, current, keep
from pages.parts.legend_box import classes_box, over_box
from pages.parts.map_table import authorities, map_table
from pages.parts.own_box import own_table
from pages.parts.show import as_text
from pages.parts.take_along import Over, take_along
from pages.parts.trail import breadcrumb, find_on_map

view = current()
say, lang = view.say, view.lang

level, layer, within = view.level, view.chosen_layer, drawn_within(view, view.level)
drawing = described(view, level, within, view.within)
with folded(view, finds=True) as line:
    line.markdown(what_is_shown([view]))
    for box, choose in zip(
        st.columns([3, 5, 2, 2]), (choose_office, choose_layer, choose_level, choose_year), strict=True
    ):
        with box:
            choose(view)
    path, search = st.columns([3, 2], vertical_alignment="center")
    with path:
        breadcrumb(view)
    with search:
        find_on_map(view)
    legend_choice, over_choice = st.columns(2)
    with legend_choice:
        classes_box(view, [drawing])
    with over_choice:
        kinds, over, street = over_box(view)

left, right = st.columns([5, 3])
with left:
    picked, drawing = show_map(
        view,
        level=level,
        within=within,
        mark=view.mark,
        opens=True,
        street=street,
        point_kinds=kinds,
        over=over,
    )
if picked is not None:
    if picked.how == "up":
        moved = rise(view)
    else:
        code = str(picked.code)
        if level == "subdistrict":
            table = places("subdistrict")
            code = str(table.index[table["polygon_code"] == code][0])
        moved = drill(view, code) if picked.how == "open" else drill(view, code) if level_of(code) == "lao" else view
        if picked.how == "select":
            keep(mark=code)
            st.rerun()
    keep(place=moved.place, level=moved.level, mark=moved.mark)
    st.rerun()

measured = measure(view.layer, level, view.year)
with right:
    st.markdown(f"**{layer.question.of(lang)}**")
    st.markdown("  \n".join(map(as_text, drawing.summary.splitlines())))
    authorities(view)
    if isinstance(over, OwnAreas):
        own_table(view, over)
    listed = map_table(view, measured, drawing)
    take_along(view, measured, drawing, listed, Over(kinds, over))
credit = "; ".join(cards.card(source).attribution for source in layer.source)
st.caption(f"{layer.caveat.of(lang)}  \n{credit} · {show_year(measured.period, lang)}")
