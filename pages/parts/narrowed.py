"""What the office leaves out: it narrows every screen, and a reader who asks for more is told so and how to get it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import streamlit as st

from geo.gazetteer import level_of
from geo.labels import label
from geo.places import offices, places
from pages.parts.choices import Choices
from pages.parts.frame import keep


def office_name(view: Choices) -> str:
    """What the view is narrowed to, as its reader calls it; empty when it is the whole country."""
    if view.place:
        return label(view.place, view.lang, full=True)
    if view.provinces:
        return view.say("narrowed.own")
    office = offices().get(view.office)
    return "" if office is None else (office.name_th if view.lang == "th" else office.name_en)


def outside_office(view: Choices, codes: Iterable[str]) -> list[str]:
    """Those of some areas that lie outside the office, whatever place the map has gone into; the country never does."""
    wide, beyond = replace(view, place=None), []
    for code in codes:
        level = level_of(code)
        if wide.within is not None and level not in ("country", "region"):
            beyond += [] if code in places(level, wide.within).index else [code]
    return beyond


def tell_outside_office(view: Choices, code: str) -> None:
    """Say that the area shown lies outside the office, where it does."""
    if outside_office(view, [code]):
        told = {"area": label(code, view.lang, full=True), "office": office_name(replace(view, place=None))}
        st.info(view.say("narrowed.shown_all_the_same", **told))


def not_compared(view: Choices) -> list[str]:
    """Why areas that were asked for are not among those compared: of another level, or outside the view."""
    inside = places(view.level, view.within).index
    told: dict[str, list[str]] = {}
    for code in view.areas:
        if code not in inside:
            why = "outside" if level_of(code) == view.level else "other_level"
            told.setdefault(why, []).append(label(code, view.lang, full=True))
    shown = {"level": view.say(f"level.{view.level}"), "office": office_name(view)}
    return [view.say(f"narrowed.{why}", areas=", ".join(names), **shown) for why, names in told.items()]


def way_out(view: Choices) -> None:
    """Where the map has gone into a place: say that only its areas are offered, and a button that offers all again."""
    if view.place:
        row = st.container(horizontal=True, vertical_alignment="center")
        row.markdown(view.say("narrowed.inside", place=label(view.place, view.lang, full=True)), width="content")
        wide = replace(view, place=None)
        if row.button(office_name(wide) or view.say("choose.country"), key="way-out"):
            keep(place=None)
            st.rerun()
