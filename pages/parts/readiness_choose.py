"""What the reader of the readiness screen chooses, kept in the address like all else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from geo.called import distinct_names
from geo.labels import label
from geo.places import ancestors, places
from geo.readiness import Assessed, assess, method
from geo.standing import node_title
from pages.parts import importance
from pages.parts.choices import Choices, holds
from pages.parts.frame import keep, keep_setting
from pages.parts.show import as_text

# More areas than this are not listed in a box: every run of the page would send them all.
LISTED = 1000


def choose_setting(view: Choices, name: str, options: Sequence[str], shown: Callable[[str], str]) -> None:
    """A box for one setting of the screen."""
    key = f"s_{name}"
    st.session_state[key] = view.setting(name) if view.setting(name) in options else options[0]
    st.selectbox(view.say(f"choose.{name}"), options, format_func=shown, key=key, on_change=_changed, args=(name,))


def _changed(name: str) -> None:
    value = st.session_state[f"s_{name}"]
    if value is not None:
        keep_setting(**{name: value})


def choose_pills(view: Choices, name: str, options: Sequence[str], shown: Callable[[str], str]) -> str:
    """The same as a row of buttons, one of them pressed; gives the one that is."""
    key = f"s_{name}"
    now = view.setting(name) if view.setting(name) in options else options[0]
    st.session_state[key] = now
    st.segmented_control(
        view.say(f"choose.{name}"), options, format_func=shown, key=key, on_change=_changed, args=(name,)
    )
    return now


def choose_index(view: Choices) -> None:
    """Pick one of the three indices."""
    choose_setting(
        view, "index", [index.id for index in method().indices], lambda key: method().index(key).title.of(view.lang)
    )


def choose_at(view: Choices) -> None:
    """Pick the level at which places are scored."""
    choose_setting(view, "at", ["province", "district", "subdistrict", "lao"], lambda key: view.say(f"level.{key}"))


def choose_heading(view: Choices, found: Assessed) -> str:
    """Pick the dimension that the map shows, or last the index; gives what is shown."""
    return choose_pills(
        view, "heading", importance.nodes(found.index), lambda node: node_title(found, node).of(view.lang)
    )


def narrowed(view: Choices, level: str) -> Choices:
    """The view on this screen: the place drilled into on the map counts only where areas of the level lie in it."""
    if view.place and not holds(view.place, level):
        return replace(view, place=None)
    if view.place:
        line = st.container(horizontal=True, vertical_alignment="center")
        line.caption(view.say("readiness.narrowed", place=label(view.place, view.lang, full=True)))
        if line.button(view.say("readiness.widen_view"), key="leave-place"):
            keep(place=None)
            st.rerun()
    return view


def scored(view: Choices) -> Assessed:
    """The index chosen, computed as the reader chose; weights that are all zero are told and set aside, not lost."""
    index, level = view.setting("index"), view.setting("at")
    own = importance.read(view.setting(f"weights_{index}"), index) or {}
    if own and not any(own.values()):
        st.warning(view.say("readiness.all_zero"))
        own = {}
    weights = own if len(set(own.values())) > 1 else {}
    join = view.setting("join")
    return assess(
        index,
        level,
        view.setting("scale"),
        None if join == "declared" else join,
        {name: float(number) for name, number in weights.items()},
        view.setting("widen") == "1",
    )


def choose_areas(view: Choices, found: Assessed, inside: pd.Index) -> tuple[str, str | None, pd.Series]:
    """Pick the area whose profile is shown and the one it is compared with; gives both and the names to call them."""
    level = found.level
    own = _own_area(view, found, inside)
    listed = inside
    if len(inside) > LISTED:
        province = places(level)["province"]
        listed = inside[(province[inside] == province[own]).to_numpy()]
    called = distinct_names(level, view.lang, listed)
    st.session_state["s_own"] = own
    st.selectbox(
        view.say("readiness.area"),
        list(listed),
        format_func=lambda code: str(called[code]),
        key="s_own",
        on_change=lambda: keep(mark=st.session_state["s_own"]),
    )
    if len(listed) < len(inside):
        st.caption(view.say("readiness.area_few", all=f"{len(inside):,}"))
    rest = [code for code in listed if code != own]
    asked = view.setting("against")
    if asked and asked not in places(level).index:
        st.warning(view.say("readiness.unknown_against", text=as_text(asked)))
    if not rest:
        return own, None, called
    largest = str(places(level)["people"][rest].fillna(0).idxmax())
    st.session_state["s_against"] = asked if asked in rest else largest
    st.selectbox(
        view.say("choose.against"),
        rest,
        format_func=lambda code: str(called[code]),
        key="s_against",
        on_change=_changed,
        args=("against",),
    )
    return own, st.session_state["s_against"], called


def _own_area(view: Choices, found: Assessed, inside: pd.Index) -> str:
    """The area marked, or the one of the level that it lies in; else the largest that has a score."""
    for code in (view.mark, view.place):
        if code is None:
            continue
        for around in [code, *ancestors(code)]:
            if around in inside:
                return around
    scored_ones = inside[found.scores.loc[inside, found.nodes].notna().any(axis=1).to_numpy()]
    with_index = inside[found.scores.loc[inside, found.index.id].notna().to_numpy()]
    among = with_index if len(with_index) else scored_ones if len(scored_ones) else inside
    return str(places(found.level)["people"][among].fillna(0).idxmax())
