"""The way down and up: the path from the country to the area looked at, and a box that finds any area."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from geo.gazetteer import level_of
from geo.labels import label
from geo.places import ancestors, offices, places
from geo.search import find
from pages.parts.choices import COUNTRY, LEVELS, Choices, exists, settle, shown_levels
from pages.parts.frame import keep

# Below this score of geo.search a name was typed with an error.
LIKELY = 88.0
FOUND = 12


def arrive(view: Choices, code: str) -> Choices:
    """The view in which an area is drawn among its neighbours and marked.

    Where the layer is not measured so finely, the nearest area around it is; where the area lies outside the office
    chosen, the country takes the office's place.
    """
    offered, level = shown_levels(view.chosen_layer), level_of(code)
    around = [code, *ancestors(code)]
    province = next((one for one in around if level_of(one) == "province"), None)
    if level == "lao":
        shown = "lao" if "lao" in offered else offered[-1]
        view = replace(view, place=province if shown != "province" else None, level=shown, mark=code)
    elif province is None:
        view = replace(view, place=None, level=offered[0], mark=None, office=code if code in offices() else COUNTRY)
        return settle(replace(view, provinces=()))[0]
    else:
        nearest = next((one for one in around if level_of(one) in offered), province)
        above = [one for one in ancestors(nearest) if level_of(one) in ("province", "district")]
        view = replace(view, place=above[0] if above else None, level=level_of(nearest), mark=nearest)
    inside = places("province", replace(view, place=None).within).index
    if province not in inside:
        view = replace(view, office=COUNTRY, provinces=())
    return settle(view)[0]


def _go(view: Choices) -> None:
    keep(**{name: getattr(view, name) for name in ("office", "provinces", "place", "level", "mark")})
    st.session_state["find-map"] = ""


def breadcrumb(view: Choices) -> None:
    """Country, region, province, district, subdistrict: each but the last leads back to it."""
    say, lang = view.say, view.lang
    # There even when empty: where the map moves on the page, the browser builds it anew and drops the keyboard focus.
    crumbs = st.container(horizontal=True, vertical_alignment="center", gap="small")
    deepest = view.mark if view.mark and level_of(view.mark) == "subdistrict" else view.place
    if not deepest and view.within is None:
        crumbs.markdown(f"**{say('choose.country')}**", width="content")
        return
    _crumb(crumbs, view, say("choose.country"), replace(view, office=COUNTRY, provinces=(), place=None, mark=None))
    path = [code for code in reversed([deepest, *ancestors(deepest)]) if code != "TH"] if deepest else []
    for code in path[:-1]:
        crumbs.markdown("›", width="content")
        if level_of(code) == "region":
            home = replace(view, office=code if code in offices() else COUNTRY, provinces=(), place=None, mark=None)
            _crumb(crumbs, view, label(code, lang), home)
        else:
            finer = [one for one in shown_levels(view.chosen_layer) if one != "lao" and _below(one, level_of(code))]
            _crumb(
                crumbs, view, label(code, lang), replace(view, place=code, level=(finer or [view.level])[0], mark=None)
            )
    here = label(deepest, lang) if deepest else _office_name(view)
    crumbs.markdown("›", width="content")
    crumbs.markdown(f"**{here}**", width="content")


def _below(level: str, other: str) -> bool:
    return LEVELS.index(level) > LEVELS.index(other)


def _office_name(view: Choices) -> str:
    if view.provinces:
        return view.say("choose.own")
    office = offices()[view.office]
    return office.name_th if view.lang == "th" else office.name_en


def _crumb(box: st.delta_generator.DeltaGenerator, view: Choices, text: str, target: Choices) -> None:
    level = target.level if target.place else shown_levels(view.chosen_layer)[0]
    moved = settle(replace(target, level=level))[0]
    box.button(text, key=f"crumb-{target.place or target.office}", type="tertiary", on_click=_go, args=(moved,))


def find_on_map(view: Choices) -> None:
    """A box for a name, code or postcode in either language; what it may mean stands below as buttons that go there."""
    say = view.say
    typed = st.text_input(
        say("choose.find"), placeholder=say("choose.find_help"), key="find-map", label_visibility="collapsed"
    )
    answers = st.container(horizontal=True, gap="small")
    if not typed.strip():
        return
    found = find(typed.strip()[:80], view.lang, limit=FOUND)
    found = found[[exists(code) for code in found.index]]
    if not len(found):
        answers.caption(say("choose.find_none"))
        return
    if found["score"].max() < LIKELY:
        answers.caption(say("map_page.find_near"))
    for code, text in found["label"].items():
        answers.button(str(text), key=f"go-{code}", on_click=_go, args=(arrive(view, str(code)),))
