"""Finding an area by name, code or postcode, and showing where it lies."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.gazetteer import level_of
from geo.labels import label
from geo.measure import latest
from geo.places import places
from geo.search import find
from pages.parts.atlas import show_map
from pages.parts.choices import Choices, exists, shown_levels
from pages.parts.narrowed import office_name, outside_office

MOST_FOUND, MOST_LISTED = 400, 10
# Scores of geo.search: below this a name was met only with a typing error.
SURE = 88.0


def find_box(view: Choices, opening: str | None) -> str | None:
    """A box for a name, code or postcode, and the areas it may mean; gives the area chosen."""
    typed = st.text_input(view.say("choose.find"), placeholder=view.say("choose.find_help"), key="find")
    if not typed.strip():
        return opening
    hits = find(typed.strip()[:80], view.lang, limit=MOST_FOUND)
    hits = hits[[exists(code) for code in hits.index]]
    if hits.empty:
        st.info(view.say("choose.find_none"))
        return opening
    outside = hits.index.isin(outside_office(view, hits.index))
    own = hits[~outside]
    # A name that the office has comes first; one that it has only with typing errors gives way to the very name.
    if outside.any() and len(own) and own["score"].max() >= min(SURE, hits["score"].max()):
        st.caption(view.say("narrowed.more_outside", office=office_name(replace(view, place=None))))
        hits = own
    found = list(hits.index[:MOST_LISTED])
    chosen: str = st.selectbox(
        view.say("area.choose"), found, format_func=lambda code: label(code, view.lang, full=True), key=f"found-{typed}"
    )
    return chosen


def locator(view: Choices, code: str) -> None:
    """The map of the area among its neighbours, for the layer chosen, with the area marked; else its province's."""
    level, layer = level_of(code), view.chosen_layer
    offered = shown_levels(layer)
    if level in ("country", "region") or "province" not in offered:
        return
    row = places(level).loc[code]
    province = code if level == "province" else str(row["province"])
    st.subheader(view.say("area.map"))
    # A provincial organisation has no outline of its own.
    drawn = level != "lao" or row["boundary_status"] != "province"
    if drawn and level in offered and latest(layer.id, level):
        show_map(view, level=level, within=None if level == "province" else province, mark=code, key="locator")
    else:
        show_map(view, level="province", within=None, mark=province, key="locator")
