"""The board's chosen column on the map that all screens share."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from geo.maps import message
from geo.maps.choropleth import Shapes
from geo.places import places
from geo.support.drawn import described, shapes, speaks
from geo.support.reasoning import Reasoned
from pages.parts.choices import Choices
from pages.parts.drawn import drawn_within
from pages.parts.frame import keep
from pages.parts.map_view import map_view


@lru_cache(maxsize=96)
def _names(on: Shapes) -> str:
    table, around = places(on.level), None
    if on.level != "province":
        parent = table["province"].reindex(list(on.codes))
        around = places("province")[["name_th", "name_en"]].reindex(parent).set_axis(list(on.codes))
    return message.names_file(on, table[["name_th", "name_en"]], within=around)


def show_support_map(view: Choices, found: Reasoned, inside: tuple[str, ...], place: str) -> None:
    """Draw the chosen column for the areas in view; an area that is picked becomes the one looked at."""
    within = drawn_within(view, found.level)
    everything = len(inside) == len(found.gap)
    drawing = described(found, view.lang, within, None if everything else inside)
    told = message.message(
        drawing,
        speaks(view.lang),
        id="support",
        names=_names(drawing.shapes),
        places=view.say(f"levels.{found.level}"),
        around=shapes("province", None).address if within else "",
        selected=place,
        opens=False,
        height=430,
    )
    picked = map_view(told, view.say("map.failed"), "support")
    if picked is not None and picked.code:
        keep(mark=picked.code)
        st.rerun()
