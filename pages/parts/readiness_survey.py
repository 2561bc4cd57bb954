"""What local authorities said of themselves beside the measured picture, with the page of each statement."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo import cards, survey
from geo.places import places
from geo.problems import SourceError
from geo.readiness import assess
from geo.said import measured_told, rank_span, stated, statement_told, statements
from geo.standing import regional_ranks
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
                f"**{statement_told(one, lang)}** ({say('readiness.said_page')} {one.pages})  \n"
                f"{measured_told(one, lang)}  \n*{say(f'readiness.said_{one.agreement}')}*"
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
