"""Boxes that pick a setting of a screen: they show what the address says and write what is picked back to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from pages.parts.frame import keep, keep_setting


def _to_setting(name: str, key: str) -> None:
    if st.session_state[key] is not None:
        keep_setting(**{name: st.session_state[key]})


def _to_choices(values: Callable[[str], dict[str, object]], key: str) -> None:
    if st.session_state[key] is not None:
        keep(**values(st.session_state[key]))


def pick_setting(name: str, label: str, options: Sequence[str], value: str, shown: Callable[[str], str]) -> None:
    """A select box for a setting; it takes effect before the screen is drawn again."""
    key = f"s_{name}"
    st.session_state[key] = value if value in options else options[0]
    st.selectbox(label, options, format_func=shown, key=key, on_change=_to_setting, args=(name, key))


def pick_one(name: str, label: str, options: Sequence[str], value: str, shown: Callable[[str], str]) -> None:
    """The same as a row of buttons, where the options are few and each deserves to be seen."""
    key = f"s_{name}"
    st.session_state[key] = value
    st.segmented_control(label, options, format_func=shown, key=key, on_change=_to_setting, args=(name, key))


def pick_choice(
    name: str,
    label: str,
    options: Sequence[str],
    value: str,
    shown: Callable[[str], str],
    values: Callable[[str], dict[str, object]],
) -> None:
    """The same for one of the choices that all screens share; ``values`` says what a pick changes."""
    key = f"c_{name}"
    st.session_state[key] = value if value in options else options[0]
    st.selectbox(label, options, format_func=shown, key=key, on_change=_to_choices, args=(values, key))
