"""How the reader wants the map classed: method, number, own ends, a locked legend; and what lies over the map."""

from __future__ import annotations

import os
from collections.abc import Sequence

import streamlit as st

from geo import overlays
from geo.classes import METHODS, MOST_LOCKS, Lock, has_standard, typed_ends, written
from geo.gazetteer import level_of
from geo.maps.choropleth import Choropleth
from geo.maps.colours import FEWEST, MOST
from pages.parts.atlas import Outlines, covering
from pages.parts.choices import Choices
from pages.parts.drawn import wish_of
from pages.parts.frame import keep, keep_setting
from pages.parts.own_box import own_file
from pages.parts.show import as_text


def _held(name: str, value: object) -> str:
    """The key of a widget that shows what the view holds, whatever it showed before."""
    st.session_state[f"legend-{name}"] = value
    return f"legend-{name}"


def _method(others: str) -> None:
    # A closed box hands back its words of the language before: nothing was chosen then, and the lock stays.
    if st.session_state["legend-method"] in METHODS:
        keep_setting(method=st.session_state["legend-method"], lock=others)


def _classes(others: str) -> None:
    keep_setting(classes=int(st.session_state["legend-classes"]), lock=others)


def _ends(others: str) -> None:
    text = str(st.session_state["legend-breaks"])
    ends = typed_ends(text)
    if ends is None:
        st.session_state["legend-wrong"] = text
    else:
        keep_setting(breaks=written(ends), lock=others)


def _lock(others: str, own: str) -> None:
    # The latest stand first: beyond the most that an address holds, the oldest lock gives way.
    kept = [part for part in (own, *others.split("~")) if part][:MOST_LOCKS]
    keep_setting(lock="~".join(kept) if st.session_state["legend-lock"] else others)


def classes_box(view: Choices, drawings: Sequence[Choropleth]) -> None:
    """Choose how classes are made; a lock keeps the ends that the drawings have now, each for its layer.

    Other classes undo the lock of the layers drawn; those of other layers stay.
    """
    say, drawing, held = view.say, drawings[0], wish_of(view)
    drawn = {each.layer for each in drawings}
    others = "~".join(lock.text() for lock in held.locks if lock.layer not in drawn)
    box = st.popover(say("legend.choose"), width="stretch")
    offered = [way for way in METHODS if way != "standard" or has_standard(view.chosen_layer)]
    method = view.setting("method")
    if method not in offered:
        offered.append(method)
    box.selectbox(
        say("legend.method"),
        offered,
        format_func=lambda way: say(f"legend.{way}"),
        key=_held("method", method),
        on_change=_method,
        args=(others,),
        disabled=drawing.worded,
    )
    if method == "manual":
        ends = view.setting("breaks") or written(drawing.bounds[:-1])
        box.text_input(
            say("legend.ends"),
            key=_held("breaks", ends.replace(",", " ")),
            help=say("legend.ends_help"),
            on_change=_ends,
            args=(others,),
        )
        if wrong := st.session_state.pop("legend-wrong", ""):
            box.warning(say("legend.ends_wrong", text=as_text(wrong[:60])))
    elif method != "standard":
        box.segmented_control(
            say("legend.k"),
            range(FEWEST, MOST + 1),
            key=_held("classes", int(view.setting("classes"))),
            on_change=_classes,
            args=(others,),
            required=True,
            disabled=drawing.worded,
        )
    able = [each for each in drawings if each.bounds and not each.worded]
    box.toggle(
        say("legend.lock"),
        key=_held("lock", bool(able) and all(held.lock_of(each.layer) for each in able)),
        help=say("legend.lock_help"),
        on_change=_lock,
        args=(others, "~".join(Lock(each.layer, each.classes.lowest, each.bounds).text() for each in able)),
        disabled=not able,
    )


def over_box(view: Choices) -> tuple[tuple[str, ...], Outlines | None, bool]:
    """Choose what lies over the map: kinds of points, outlines, the street map where an office set one.

    Gives the kinds, whose outlines are drawn (a reader's own areas before local authorities, these by their codes or by
    the place that they lie in), and whether streets are shown. A subdistrict that is marked shows the authorities that
    cover it without being asked.
    """
    say = view.say
    box = st.popover(say("map_page.options"), width="stretch")
    kinds = box.pills(
        say("map_page.points"),
        list(overlays.kinds()),
        selection_mode="multi",
        format_func=lambda kind: overlays.KINDS[kind].title.of(view.lang),
        key=f"points-{view.lang}",
        default=[kind for kind in view.points if kind in overlays.kinds()],
    )
    keep(points=tuple(kinds or ()))
    outlines = box.toggle(say("map_page.laos"), key=_held("laos", view.setting("laos") == "1"), on_change=_outlines)
    street = False
    if os.environ.get("ATLAS_TILES"):
        st.session_state["street"] = view.setting("street") == "1"
        street = box.toggle(
            say("map_page.street"), key="street", on_change=lambda: keep_setting(street=st.session_state["street"])
        )
    over: Outlines | None = own_file(view, box)
    if over is None and view.level != "lao":
        if view.mark and level_of(view.mark) == "subdistrict":
            over = covering(view.mark) or None
        elif view.mark and level_of(view.mark) == "lao":
            over = (view.mark,)
        elif outlines:
            over = view.place or (view.within if view.within is not None else "TH")
    return tuple(kinds or ()), over, street


def _outlines() -> None:
    keep_setting(laos=bool(st.session_state["legend-laos"]))
