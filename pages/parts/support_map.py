"""The board's chosen column on the map that all screens share."""

from __future__ import annotations

import streamlit as st

from geo.mapped import names_file, shapes_of
from geo.maps import message
from geo.support import notes
from geo.support.drawn import described, speaks
from geo.support.reasoning import Reasoned
from geo.support.takeaway import sources
from pages.parts.atlas import beside
from pages.parts.choices import Choices
from pages.parts.downloads import here
from pages.parts.drawn import drawn_within
from pages.parts.frame import keep
from pages.parts.map_view import map_view
from pages.parts.take_along import Drawn, offer_map


def show_support_map(view: Choices, found: Reasoned, inside: tuple[str, ...], place: str) -> None:
    """Draw the chosen column for the areas in view; an area that is picked becomes the one looked at."""
    within = drawn_within(view, found.level)
    everything = len(inside) == len(found.gap)
    drawing = described(found, view.lang, within, None if everything else inside)
    told = message.message(
        drawing,
        speaks(view.lang),
        id="support",
        names=names_file(drawing.shapes),
        places=view.say(f"levels.{found.level}"),
        around=shapes_of("province", None).address if within else "",
        selected=place,
        opens=False,
        height=430,
    )
    told |= beside(view, drawing.shapes)
    picked = map_view(told, view.say("map.failed"), "support")
    note = notes.board_note(found, view.say, view.lang)
    taken = Drawn(drawing, found.level, (*sources(found),), (note,), here(view, "support"), say=speaks(view.lang))
    offer_map(view, taken, f"support-{found.level}-{found.target}", "support-map")
    if picked is not None and picked.code:
        keep(mark=picked.code)
        st.rerun()
