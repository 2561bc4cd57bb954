"""The choices of the fairness screen: each a widget whose value lives in the address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import streamlit as st

from geo.fairness.curve import Curve
from geo.fairness.field import Field
from geo.fairness.standards import lines
from pages.parts.choices import Choices
from pages.parts.frame import keep_setting


def took(name: str) -> None:
    value = st.session_state[f"w_{name}"]
    if value is not None:
        keep_setting(**{name: value})


def pick(view: Choices, name: str, options: Sequence[str], now: str, said: str, *, home: Any = st) -> str:
    """One of a few options as a row of buttons; ``said`` is the stem of their messages. Gives what is chosen."""
    chosen = now if now in options else options[0]
    st.session_state[f"w_{name}"] = chosen
    home.segmented_control(
        view.say(f"choose.{name}"),
        options,
        format_func=lambda option: view.say(f"{said}{option}"),
        key=f"w_{name}",
        on_change=took,
        args=(name,),
    )
    return chosen


def choose_base(view: Choices) -> tuple[bool, bool]:
    """Between people or between areas, with Bangkok or without."""
    row = st.container(horizontal=True, vertical_alignment="bottom")
    areas = "equity.between_laos" if view.level == "lao" else "equity.between_areas"
    st.session_state["w_between"] = view.setting("between")
    row.segmented_control(
        view.say("choose.between"),
        ["people", "areas"],
        format_func=lambda option: view.say("equity.between_people" if option == "people" else areas),
        key="w_between",
        on_change=took,
        args=("between",),
    )
    st.session_state["w_bangkok"] = view.setting("bangkok") == "1"
    row.toggle(view.say("equity.with_bangkok"), key="w_bangkok", on_change=took, args=("bangkok",))
    return view.setting("between") == "people", view.setting("bangkok") == "1"


def choose_line(view: Choices, this: Field) -> tuple[str, float | None]:
    """What values are held against: the layer's standard, a reference, or a number of the reader's own."""
    offered = lines(this)
    if not offered:
        return "", None
    left, right = st.columns([2, 1], vertical_alignment="bottom")
    asked = view.setting("held_to")
    kind = asked if asked in offered else offered[0]
    st.session_state["w_against"] = kind
    left.selectbox(
        view.say("choose.against"),
        offered,
        format_func=lambda option: view.say(f"equity.line_{option}"),
        key="w_against",
        on_change=took,
        args=("held_to",),
    )
    if kind != "own":
        return kind, None
    middle = float(this.shown.median()) if len(this.shown) else 1.0
    own = float(view.setting("line") or middle or 1.0)
    st.session_state["w_line"] = own
    right.number_input(
        f"{view.say('choose.line')} ({this.layer.unit.of(view.lang)})",
        min_value=0.0,
        key="w_line",
        on_change=_took_line,
        format=f"%.{this.layer.decimals}f",
    )
    return kind, own


def _took_line() -> None:
    value = float(st.session_state["w_line"])
    if value > 0:
        keep_setting(line=value)


def stretch_of(view: Choices) -> tuple[int, int] | None:
    """The stretch of the curve that the reader chose; None for all of it."""
    text = view.setting("stretch")
    low, _, high = text.partition("-")
    return (int(low), int(high)) if text else None


def choose_stretch(view: Choices) -> None:
    """The same choice as dragging across the curve, for a keyboard or a finger."""
    st.session_state["w_stretch"] = stretch_of(view) or (0, 100)
    st.slider(view.say("choose.stretch"), 0, 100, key="w_stretch", format="%d %%", on_change=_took_stretch)
    if view.setting("stretch"):
        st.button(view.say("equity.clear"), on_click=keep_setting, kwargs={"stretch": ""})


def _took_stretch() -> None:
    low, high = st.session_state["w_stretch"]
    keep_stretch(float(low), float(high))


def keep_stretch(low: float, high: float) -> None:
    """Keep a stretch in whole percent, at least one wide; all of it is no stretch."""
    start, end = max(0, min(99, round(low))), max(1, min(100, round(high)))
    end = max(end, start + 1)
    keep_setting(stretch="" if (start, end) == (0, 100) else f"{start}-{end}")


def dragged(key: str) -> None:
    """Keep the stretch that a reader dragged across."""
    boxes = st.session_state[key]["selection"].get("box") or []
    if boxes and boxes[0].get("x"):
        ends = [float(end) for end in boxes[0]["x"]]
        keep_stretch(min(ends), max(ends))


def choose_curve(view: Choices, this: Field) -> str:
    """Which curve is drawn, among those that fit the layer."""
    offered = this.fit.curves
    if len(offered) < 2:
        return offered[0]
    return pick(view, "curve", offered, view.setting("curve"), "equity.curve_")


def show_curve(view: Choices, figure: Any, drawn: Curve) -> None:
    """The curve; each choice makes it anew, so that a stretch dragged before leaves no frame behind."""
    key = "-".join(["curve", view.layer, view.level, drawn.kind, view.setting("stretch"), view.mark or ""])
    st.plotly_chart(
        figure,
        key=key,
        on_select=lambda: dragged(key),
        selection_mode="box",
        config={"displayModeBar": False},
        alt=view.say("equity.curve_help"),
    )
