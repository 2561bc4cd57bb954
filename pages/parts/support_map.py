"""The board's chosen column on the map that all screens share."""

from __future__ import annotations

from functools import lru_cache

import streamlit as st

from geo.drawings import topology_codes, topology_of
from geo.maps import message
from geo.maps.choropleth import Choropleth, Shapes, describe
from geo.places import places
from geo.support.mapped import mapped
from geo.support.reasoning import Reasoned
from geo.words import Say, say
from pages.parts.choices import Choices
from pages.parts.drawn import drawn_within
from pages.parts.frame import keep
from pages.parts.map_view import map_view


@lru_cache(maxsize=96)
def _shapes(level: str, within: str | None) -> Shapes:
    return message.shapes(level, within, topology_of(level, within), topology_codes(level, within))


@lru_cache(maxsize=96)
def _names(on: Shapes) -> str:
    table, around = places(on.level), None
    if on.level != "province":
        parent = table["province"].reindex(list(on.codes))
        around = places("province")[["name_th", "name_en"]].reindex(parent).set_axis(list(on.codes))
    return message.names_file(on, table[["name_th", "name_en"]], within=around)


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
        _shapes(found.level, within),
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
        names=_names(drawing.shapes),
        places=view.say(f"levels.{found.level}"),
        around=_shapes("province", None).address if within else "",
        selected=place,
        opens=False,
        height=430,
    )
    picked = map_view(told, view.say("map.failed"), "support")
    if picked is not None and picked.code:
        keep(mark=picked.code)
        st.rerun()
