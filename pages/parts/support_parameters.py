"""Last step: every choice behind the screen, its first value, who made it and what it does."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.readiness import Assessed, assess
from geo.support.able import INDEX as CAPACITY
from geo.support.listing import fixed_rows, index_rows, parameter_rows, version
from geo.support.parameters import PARAMETERS
from geo.support.reasoning import Reasoned, reason
from pages.parts.choices import Choices
from pages.parts.frame import keep_setting


def show_parameters(view: Choices, found: Reasoned) -> None:
    """The choices of this screen, those of the index, and a way back to all first values."""
    say = view.say
    st.subheader(say("support.parameters"))
    st.markdown(say("support.parameters_intro", version=version()))
    rows = parameter_rows(found.values, reason(found.level).case, say)
    st.table(
        pd.DataFrame(
            {
                say("support.choice_effect"): "**" + rows["name"] + "**  \n" + rows["effect"],
                say("support.now_value"): rows["now"] + rows["moved"].map({True: " ◆", False: ""}),
                say("support.first_value"): rows["first"],
                say("support.who_chose"): rows["who"],
            }
        ),
        hide_index=True,
    )
    st.caption(say("support.parameters_note"))

    def reset() -> None:
        keep_setting(**{parameter.name: _first(parameter.first) for parameter in PARAMETERS}, judged="", whatif="")

    st.button(say("support.reset"), on_click=reset, disabled=not (rows["moved"].any() or view.setting("judged")))
    st.markdown(f"**{say('support.fixed')}**")
    fixed = fixed_rows(say)
    st.table(
        pd.DataFrame(
            {
                say("support.choice_effect"): "**" + fixed["name"] + "**  \n" + fixed["effect"],
                say("support.now_value"): fixed["value"],
                say("support.who_chose"): fixed["who"],
            }
        ),
        hide_index=True,
    )
    st.subheader(say("support.index_parameters"))
    st.markdown(say("support.index_intro"))
    _index(view, found.case.found)
    st.markdown(f"**{say('support.capacity_parameters')}**")
    _index(view, assess(CAPACITY, found.level))


def _index(view: Choices, found: Assessed) -> None:
    """One index as it is declared: every heading and figure with weight, goalposts or standard, and who set them."""
    say = view.say
    index = index_rows(found, view.lang)
    heading = index["figure"].eq("")
    named = ("**" + index["name"] + "**").where(heading, index["figure"])
    ends = index["goalposts"].where(~heading, say("support.the_standard") + " " + index["standard"])
    st.table(
        pd.DataFrame(
            {
                say("support.what_why"): named + "  \n" + index["why"],
                say("support.weight"): index["weight"],
                say("support.goalposts"): ends,
                say("support.who_chose"): index["who"],
            }
        ),
        hide_index=True,
    )


def _first(value: float | str) -> float | str:
    return value if isinstance(value, str) else float(value)
