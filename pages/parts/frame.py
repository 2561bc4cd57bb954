"""Around every screen: title, pages, language, the shared choices, and the address that holds them."""

from __future__ import annotations

import logging

import streamlit as st

import layers
from geo import cards, problems
from geo.layer import FAMILIES
from geo.measure import periods
from geo.places import offices, places
from geo.words import LANGUAGES, say, show_year
from pages.parts.address import from_url
from pages.parts.choices import COUNTRY, OWN, Choices, change, shown_levels
from pages.parts.settings import DECLARED
from pages.parts.show import as_text
from pages.parts.style import STYLE

PAGES = ("map", "maps", "compare", "equity", "overview", "readiness", "support", "area", "sources")
log = logging.getLogger("atlas")


def run() -> None:
    """Draw the page that the reader opened; a fault in it becomes one sentence and the choices stay."""
    try:
        view = current()
    except Exception as fault:
        # Without the places themselves there is no view to draw: the sentence says which file to mend.
        log.exception("no view")
        asked = st.query_params.get("lang", "")
        lang = asked if asked in LANGUAGES else "th"
        speak = say(lang)
        st.title(speak("app.title"))
        st.error(speak("app.no_view", what=as_text(problems.told_of(fault).of(lang))))
        return
    speak = view.say
    st.set_page_config(page_title=speak("app.title"), page_icon="🗺️", layout="wide")
    page = st.navigation(
        [
            st.Page(f"pages/{name}.py", title=speak(f"page.{name}"), url_path=name, default=name == "map")
            for name in PAGES
        ],
        position="top",
    )
    _heading(view)
    # The place for notes is always there: were it to come and go, the map below would be built anew.
    with st.container():
        if notes := st.session_state.pop("notes", []):
            st.warning("\n\n".join(as_text(note) for note in notes))
    try:
        page.run()
    except Exception as fault:
        # A reader gets a sentence and keeps her choices whatever failed; the log has the rest.
        log.exception("page failed")
        st.error(speak("app.error", what=as_text(problems.told_of(fault).of(view.lang))))
    remember(st.session_state["view"])


def current() -> Choices:
    """The reader's view: what she chose, or what the address says when it was opened, pasted or gone back to."""
    params = st.query_params.to_dict()
    written = st.session_state.get("url")
    if "view" not in st.session_state or (params and params != written):
        view, notes = from_url(params)
        st.session_state["view"], st.session_state["notes"] = view, notes
        st.session_state["url"] = params
    kept: Choices = st.session_state["view"]
    return kept


def remember(view: Choices) -> None:
    """Write the view into the address, so that a copied address opens the same view."""
    url = view.to_url()
    if url != st.query_params.to_dict():
        st.query_params.from_dict(url)
    st.session_state["url"] = url


def keep(**values: object) -> None:
    """Change the reader's choices; takes effect in this run for what is drawn after it."""
    before: Choices = st.session_state["view"]
    after = change(before, **values)
    if (after.within, after.level, after.layer) != (before.within, before.level, before.layer):
        # Another list of areas begins on its first page.
        after = after.with_settings(table=DECLARED["table"].first)
    st.session_state["view"] = after


def keep_setting(**values: object) -> None:
    """Change settings of a screen; a number is written as short as it can be, True and False as 1 and 0.

    What a setting does not take is not kept: a closed box hands back its words of the language before.
    """
    texts = {
        name: str(int(value)) if isinstance(value, bool) else f"{value:g}" if isinstance(value, float) else str(value)
        for name, value in values.items()
    }
    taken = {name: text for name, text in texts.items() if DECLARED[name].takes(text)}
    st.session_state["view"] = st.session_state["view"].with_settings(**taken)


def _picked(name: str) -> None:
    value = st.session_state[f"w_{name}"]
    if name == "office":
        keep(office=value, place=None, mark=None, provinces=())
    elif name == "provinces":
        keep(provinces=tuple(value), place=None)
    elif name == "layer":
        keep(layer=value, year="")
    elif value is not None:
        keep(**{name: value})


def _set(name: str, value: object) -> str:
    key = f"w_{name}"
    st.session_state[key] = value
    return key


def _heading(view: Choices) -> None:
    st.html(STYLE)
    head = st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center")
    head.markdown(f"### {view.say('app.title')}", width="content")
    head.segmented_control(
        view.say("choose.lang"),
        ["th", "en"],
        format_func={"th": "ไทย", "en": "English"}.__getitem__,
        key=_set("lang", view.lang),
        on_change=_picked,
        args=("lang",),
        label_visibility="collapsed",
        width="content",
    )
    if cards.strict():
        st.info(view.say("app.strict", layers=len(layers.left_out())))
    # Read on every screen, so that a fault in this file, which anyone may edit, is told on every screen.
    offices()
    if found := problems.found():
        st.warning(view.say("app.problems", count=len(found)))


def choose_office(view: Choices) -> None:
    """Pick an office, or one's own set of provinces; it narrows every screen."""
    names = offices()
    schemes = {COUNTRY: view.say("choose.country"), OWN: view.say("choose.own")}
    st.selectbox(
        view.say("choose.office"),
        [COUNTRY, *names, OWN],
        format_func=lambda key: schemes.get(key) or (names[key].name_th if view.lang == "th" else names[key].name_en),
        key=_set("office", OWN if view.provinces else view.office),
        on_change=_picked,
        args=("office",),
    )
    if view.office == OWN or view.provinces:
        table = places("province")
        column = "name_th" if view.lang == "th" else "name_en"
        st.multiselect(
            view.say("choose.in"),
            list(table.index),
            format_func=lambda code: str(table.at[code, column]),
            key=_set("provinces", list(view.provinces)),
            # Else the return key takes every province that a typed name is faintly like.
            select_all=False,
            filter_mode="contains",
            on_change=_picked,
            args=("provinces",),
        )


def choose_layer(view: Choices) -> None:
    """Pick a layer, listed by family."""
    catalogue = layers.catalogue()
    ordered = [layer.id for family in FAMILIES for layer in catalogue.values() if layer.family == family]
    st.selectbox(
        view.say("choose.layer"),
        ordered,
        format_func=lambda key: f"{view.say(f'family.{catalogue[key].family}')} · {catalogue[key].title.of(view.lang)}",
        key=_set("layer", view.layer),
        on_change=_picked,
        args=("layer",),
    )


def choose_level(view: Choices) -> None:
    """Pick a level among those at which the layer is measured."""
    st.selectbox(
        view.say("choose.level"),
        shown_levels(view.chosen_layer),
        format_func=lambda key: view.say(f"level.{key}"),
        key=_set("level", view.level),
        on_change=_picked,
        args=("level",),
    )


def choose_year(view: Choices) -> None:
    """Pick a year or quarter among those the layer has at this level, newest first."""
    st.selectbox(
        view.say("choose.year"),
        periods(view.layer, view.level)[::-1],
        format_func=lambda key: show_year(key, view.lang),
        key=_set("year", view.year),
        on_change=_picked,
        args=("year",),
    )
