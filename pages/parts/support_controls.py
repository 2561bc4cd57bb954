"""The choices of the support screen: each widget stands where the address says, and a change is kept in it."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.called import distinct_names
from geo.places import ancestors
from geo.support import notes
from geo.support.case import WHOLE, Case
from geo.support.parameters import BY_NAME, PARAMETERS, Values
from pages.parts import importance
from pages.parts.choices import Choices
from pages.parts.frame import keep, keep_setting

STEPS = ("lag", "why", "who", "budget", "parameters")


def values_of(view: Choices) -> Values:
    """The parameters as the reader has set them."""
    first = Values()
    texts = ((parameter.name, view.setting(parameter.name)) for parameter in PARAMETERS)
    return Values(tuple((name, text) for name, text in texts if text != first.text(name)))


def weights_of(view: Choices) -> dict[str, float]:
    """The reader's own weights of the headings, as she set them on the readiness screen; nothing where she did not."""
    text = view.setting("weights_provision")
    return {name: float(weight) for name, weight in (importance.read(text, "provision") or {}).items()} if text else {}


def judged_of(view: Choices) -> dict[str, float]:
    """The reader's own estimates of local capacity, by code of the area."""
    parts = [part.split(":") for part in view.setting("judged").split(",") if part]
    return {code: float(value) for code, value in parts}


def keep_judged(view: Choices, code: str, value: float | None) -> None:
    """Keep or take back one estimate; the first of many give way to the newest."""
    held = {**judged_of(view), code: value}
    texts = [
        f"{area}:{estimate:.2f}".rstrip("0").rstrip(".") for area, estimate in held.items() if estimate is not None
    ]
    keep_setting(judged=",".join(texts[-12:]))


def _held(name: str) -> None:
    value = st.session_state[f"w_{name}"]
    if value is None:
        return
    keep_setting(**{name: float(value) if isinstance(value, int | float) else value})


def held(name: str, value: object) -> str:
    """The key of a widget that stands at a value, whatever stood there before."""
    key = f"w_{name}"
    st.session_state[key] = value
    return key


def choose_step(view: Choices) -> str:
    """The walk from "which lag" to "what would this budget change"."""
    st.segmented_control(
        view.say("choose.step"),
        STEPS,
        format_func=lambda key: view.say(f"support.step_{key}"),
        key=held("step", view.setting("step")),
        on_change=_held,
        args=("step",),
        label_visibility="collapsed",
        required=True,
        width="stretch",
    )
    return view.setting("step")


def choose_at(view: Choices) -> str:
    """Provinces or districts; what is finer is shown by its district, as no finer level carries the board."""
    at = "province" if view.setting("at") == "province" else "district"
    st.selectbox(
        view.say("choose.at"),
        ["province", "district"],
        format_func=lambda key: view.say(f"level.{key}"),
        key=held("at", at),
        on_change=_held,
        args=("at",),
    )
    if at != view.setting("at"):
        st.caption(view.say("support.no_finer", level=view.say(f"levels.{view.setting('at')}")))
    return at


def choose_target(view: Choices, known: Case) -> str:
    """The mean gap over the headings that are counted, or one heading."""
    st.selectbox(
        view.say("choose.target"),
        [WHOLE, *known.names],
        format_func=lambda key: heading_name(view, known, key),
        key=held("target", view.setting("target")),
        on_change=_held,
        args=("target",),
    )
    return view.setting("target")


def heading_name(view: Choices, known: Case, target: str) -> str:
    """A heading as readers call it, or the mean over those counted."""
    return notes.heading_name(known, target, view.say, view.lang)


def choose_area(view: Choices, level: str, inside: pd.Index, first: str) -> str:
    """One area of the view: the one marked, or what encloses it, else the one that stands first."""
    marked = [view.mark, *(ancestors(view.mark) if view.mark else [])]
    standing = next((code for code in marked if code and code in inside), first)
    called = distinct_names(level, view.lang, inside)

    def picked() -> None:
        keep(mark=st.session_state["w_mark"])

    st.selectbox(
        view.say(f"support.area_{level}"),
        list(inside),
        format_func=lambda code: str(called[code]),
        key=held("mark", standing),
        on_change=picked,
        filter_mode="contains",
    )
    return standing


def slide(view: Choices, name: str, step: float) -> None:
    """A parameter as a slider with its name and what it does."""
    parameter = BY_NAME[name]
    st.slider(
        view.say(f"choose.{name}"),
        float(parameter.low),
        float(parameter.high),
        step=float(step),
        key=held(name, float(view.setting(name))),
        on_change=_held,
        args=(name,),
        help=view.say(f"support_effect.{name}"),
    )


def slide_standard(view: Choices, declared: float) -> None:
    """The score to reach: the declared one until the reader moves it, and again when she moves it back."""

    def moved() -> None:
        value = float(st.session_state["w_standard"])
        keep_setting(standard=0.0 if value == declared else value)

    st.slider(
        view.say("choose.standard"),
        10.0,
        95.0,
        step=5.0,
        key=held("standard", float(view.setting("standard")) or declared),
        on_change=moved,
        help=view.say("support_effect.standard"),
    )


def pick(view: Choices, name: str) -> None:
    """A parameter with named options."""
    st.selectbox(
        view.say(f"choose.{name}"),
        BY_NAME[name].options,
        format_func=lambda key: view.say(f"support_option.{key}"),
        key=held(name, view.setting(name)),
        on_change=_held,
        args=(name,),
        help=view.say(f"support_effect.{name}"),
    )


def choose_drawn(view: Choices, offered: list[str]) -> str:
    """Which measure is drawn over all budgets."""
    standing = view.setting("drawn") if view.setting("drawn") in offered else offered[0]
    st.selectbox(
        view.say("choose.drawn"),
        offered,
        format_func=lambda key: view.say(f"support_measure.{key}"),
        key=held("drawn", standing),
        on_change=_held,
        args=("drawn",),
    )
    return standing


def type_in(view: Choices, name: str) -> float:
    """A number that may be anything: the screen answers an impossible one with a sentence and keeps it."""
    st.number_input(
        view.say(f"choose.{name}"),
        value=None,
        step=None,
        key=held(name, float(view.setting(name))),
        on_change=_held,
        args=(name,),
        help=view.say(f"support_effect.{name}"),
    )
    return float(view.setting(name))
