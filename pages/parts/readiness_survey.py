"""What local authorities said of themselves beside the measured picture, with the page of each statement."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo import cards, survey
from geo.places import places
from geo.problems import SourceError
from geo.readiness import assess
from geo.said import Said, rank_span, stated, statements
from geo.standing import node_title, regional_ranks
from geo.words import show_number
from pages.parts.choices import Choices


def said(view: Choices) -> None:
    """Statement, measurement, whether they agree; then region by region; and what the survey does not tell."""
    say, lang = view.say, view.lang
    try:
        told, regions = statements(), survey.regions()
    except SourceError:
        st.info(say("readiness.said_left_out"))
        return
    st.markdown(say("readiness.said_intro"))
    for one in told:
        with st.container(border=True):
            st.markdown(
                f"**{_statement(view, one)}** ({say('readiness.said_page')} {one.pages})  \n"
                f"{_measured(view, one)}  \n*{say(f'readiness.said_{one.agreement}')}*"
            )
    st.subheader(say("readiness.said_regions"))
    ranks = regional_ranks(assess("provision", "province"))
    rows = []
    for code, name in places("region")[f"name_{lang}"].items():
        value, page = stated(regions, str(code), "Overall", "mean score")
        score, low, high = (float(ranks[column][str(code)]) for column in ("score", "low", "high"))
        rows.append(
            {
                say("readiness.said_region"): name,
                say("readiness.said_survey"): say("readiness.said_unread")
                if pd.isna(value)
                else f"{show_number(value, 2)} % ({say('readiness.said_page')} {page})",
                say("readiness.said_index"): show_number(score),
                say("readiness.said_index_rank"): rank_span(low, high),
            }
        )
    st.dataframe(pd.DataFrame(rows), hide_index=True)
    with st.expander(say("readiness.said_unknown")):
        for text in survey.unknown():
            st.markdown(f"- {text.of(lang)}")
    st.caption(cards.card(survey.SURVEY).attribution)


def _statement(view: Choices, one: Said) -> str:
    facts = dict(one.facts)
    if one.statement == "needs":
        # In the survey's own words: its third need is skills, for which the index has only a stand-in.
        asked = survey.needs().dropna(subset=["value"]).sort_values("value")
        doubts = asked[f"note_{view.lang}"].iloc[-1]
        facts = {"needs": " > ".join(asked[f"name_{view.lang}"]) + (f" ({doubts})" if doubts else "")}
    shown = {name: show_number(value, 2) if isinstance(value, float) else value for name, value in facts.items()}
    if one.statement == "rank":
        shown["rank"] = f"{facts['rank']:.0f}"
    return view.say(f"readiness.said_{one.statement}", **shown)


def _measured(view: Choices, one: Said) -> str:
    found = one.found
    if one.statement == "needs":
        capacity = assess("capacity", "province")
        found = {"parts": ", ".join(f"{node_title(capacity, part).of(view.lang)} ({n})" for part, n in found.items())}
    shown = {name: f"{value:.0f}" if isinstance(value, float) else value for name, value in found.items()}
    return view.say(f"readiness.said_{one.measured}", **shown)
