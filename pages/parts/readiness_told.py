"""What must be known before a score is read: where there is none, what is of larger areas, how much is measured."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo import scored
from geo.readiness import Assessed
from geo.words import show_number
from pages.parts.choices import Choices


def limits(view: Choices, found: Assessed, node: str, inside: pd.Index) -> None:
    """In which of the areas in view the node has a score of its own, and why not in the others."""
    if lines := scored.limits(found, node, inside, view.lang):
        st.info(" ".join(lines))


def profile_note(view: Choices, found: Assessed, other: str) -> None:
    """How to read the profile, and which dimensions rest on one indicator."""
    say, lang = view.say, view.lang
    standard = found.index.measured[0].standard
    told = {"standard": show_number(standard.value), "who": standard.who.of(lang)} if standard else {}
    alone = [dimension.title.of(lang) for dimension in found.index.measured if len(dimension.indicators) == 1]
    lines = [say("readiness.profile_note" if found.index.more == "better" else "readiness.profile_note_need", **told)]
    lines += [say("readiness.profile_other", place=other)] if other else []
    lines += [say("readiness.single", names=", ".join(alone))] if alone else []
    st.caption(" ".join(lines))
