"""The board's chosen column on the map that all screens share."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from geo.mapped import names_file, shapes_of
from geo.maps import message
from geo.maps.choropleth import Choropleth, describe
from geo.places import places
from geo.support.mapped import mapped
from geo.support.reasoning import Reasoned
from geo.words import Say, say
from pages.parts.atlas import beside
from pages.parts.choices import Choices
from pages.parts.drawn import drawn_within
from pages.parts.frame import keep
from pages.parts.map_view import map_view


def _speaks(lang: str) -> Say:
    """The reader's language, with "low confidence" said as what it is here."""
    plain = say(lang)

    def speak(key: str, **values: object) -> str:
        return plain("support.map_doubtful" if key == "map.doubtful" else key, **values)

    return speak


class _Same:
    """One line of thought as a key: the same only when it is the very same object."""

    def __init__(self, found: Reasoned) -> None:
        self.found = found

    def __hash__(self) -> int:
        return id(self.found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.found is other.found


@lru_cache(maxsize=48)
def _drawn(key: _Same, lang: str, within: str | None, shown: tuple[str, ...] | None) -> Choropleth:
    found = key.found
    column, values, doubtful = mapped(found)
    speak = _speaks(lang)
    return describe(
        values,
        column,
        shapes_of(found.level, within),
        speak,
        lang,
        names={str(code): str(name) for code, name in places(found.level)[f"name_{lang}"].items()},
        places=speak(f"levels.{found.level}"),
        year=speak("support.map_year"),
        source=speak("support.map_source"),
        shown=shown,
        doubtful=doubtful,
    )


def show_support_map(view: Choices, found: Reasoned, inside: tuple[str, ...], place: str) -> None:
    """Draw the chosen column for the areas in view; an area that is picked becomes the one looked at."""
    within = drawn_within(view, found.level)
    everything = len(inside) == len(found.gap)
    drawing = _drawn(_Same(found), view.lang, within, None if everything else inside)
    told = message.message(
        drawing,
        _speaks(view.lang),
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
    if picked is not None and picked.code:
        keep(mark=picked.code)
        st.rerun()
