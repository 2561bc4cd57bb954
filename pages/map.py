"""Map: choose where, what and when; see it drawn, read it in words, take it as a table; click to go deeper."""

from __future__ import annotations

import os

import pandas as pd
import streamlit as st

from geo import cards, overlays
from geo.gazetteer import level_of
from geo.labels import label
from geo.measure import measure
from geo.places import ancestors, places
from geo.words import show_year
from pages.parts.atlas import drawn_within, show_map
from pages.parts.choices import drill, rise, shown_levels
from pages.parts.downloads import offer_view
from pages.parts.frame import choose_layer, choose_level, choose_office, choose_year, current, keep
from pages.parts.show import STATUS_KEYS, best_first, lies_in, names, value_text

PAGE = 12

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

level, layer = view.level, view.chosen_layer
trail = (
    [code for code in reversed(ancestors(view.place)) if level_of(code) in ("province", "district")]
    if view.place
    else []
)
# There even when empty: where the map moves on the page, the browser builds it anew and drops the keyboard focus.
crumbs = st.container(horizontal=True)
if view.place:
    if crumbs.button(say("choose.country"), key="crumb-top"):
        keep(place=None, level=shown_levels(layer)[0], mark=trail[0] if trail else view.place)
        st.rerun()
    for code in trail:
        if crumbs.button(label(code, lang), key=f"crumb-{code}"):
            finer = [
                name for name in shown_levels(layer) if name in ("district", "subdistrict") and name != level_of(code)
            ]
            keep(place=code, level=finer[0] if finer else level, mark=None)
            st.rerun()
    crumbs.markdown(f"**{label(view.place, lang, full=True)}**")

options = st.expander(say("map_page.options"))
with options:
    kinds = st.pills(
        say("map_page.points"),
        list(overlays.kinds()),
        selection_mode="multi",
        format_func=lambda kind: overlays.KINDS[kind].title.of(lang),
        key=f"points-{lang}",
        default=[kind for kind in view.points if kind in overlays.kinds()],
    )
    keep(points=tuple(kinds or ()))
    street = False
    if os.environ.get("ATLAS_TILES"):
        street = st.toggle(say("map_page.street"), key="street")

left, right = st.columns([2, 1])
with left:
    picked, drawing = show_map(
        view,
        level=level,
        within=drawn_within(view, level),
        mark=view.mark,
        opens=True,
        street=street,
        point_kinds=tuple(kinds or ()),
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

credit = "; ".join(cards.card(source).attribution for source in layer.source)
measured = measure(view.layer, level, view.year)
inside = places(level, view.within).index
called = names(level, lang)
with right:
    st.markdown(f"**{layer.question.of(lang)}**")
    st.markdown(drawing.summary)
    ordered = [*best_first(measured, inside).index]
    rest = list(inside[(measured.status[inside] != "ok").to_numpy()])
    listed = [*ordered, *rest]
    pages = max(1, -(-len(listed) // PAGE))
    page = (
        st.number_input(say("map_page.table_page", pages=pages), 1, pages, 1, key=f"table-{level}-{view.within}")
        if pages > 1
        else 1
    )
    part = listed[PAGE * (page - 1) : PAGE * page]
    table = pd.DataFrame(
        {
            say(f"level.{level}"): [str(called[code]) for code in part],
            say("map_page.value", unit=layer.unit.of(lang)): [
                value_text(measured, code, lang, say, unit=False) for code in part
            ],
            say("area.status"): [say(STATUS_KEYS[measured.status[code]]) for code in part],
        }
    )
    if level != "province":
        # Many districts and subdistricts share a name.
        table.insert(2, say("map_page.lies_in"), lies_in(level, lang)[part].to_numpy())
    st.dataframe(
        table,
        hide_index=True,
        height=35 * (len(part) + 1) + 3,
        column_config={
            say(f"level.{level}"): st.column_config.TextColumn(width=None if level == "province" else 165),
        },
    )
    offer_view(view, listed)
st.caption(f"{layer.caveat.of(lang)}  \n{credit} · {show_year(measured.period, lang)}")
