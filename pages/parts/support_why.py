"""Second step: why one area lags, against itself and areas like it, down to the figures and the smallest change."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import layers
from geo.labels import label
from geo.places import places
from geo.reading import STATUS_KEYS
from geo.support import why
from geo.support.board import profile
from geo.support.cells import line
from geo.support.context import alike, context
from geo.support.reasoning import Reasoned
from geo.support.telling import slug
from geo.support.words import score_text, status_text
from geo.words import show_number, show_year
from pages.parts import support_charts as charts
from pages.parts.choices import Choices
from pages.parts.support_change import show_change
from pages.parts.support_controls import heading_name, slide

DECIMALS = {"people": 0, "density": 0, "outside_towns": 1, "income": 0, "remote_km": 0}


def show_why(view: Choices, found: Reasoned, place: str) -> None:
    """Profile, figures, areas alike, and one change tried out, for one area."""
    say, known = view.say, found.case
    near = alike(found.level, place, int(found.values.number("alike")), found.values.number("alike_far"))
    sides = profile(known.scores, known.low, known.high, place, list(near.index), found.values.number("band"))
    st.subheader(say("support.why_title", area=label(place, view.lang, full=True)))
    st.markdown(_told(view, found, sides))
    titles = {name: heading_name(view, known, name) for name in known.names}
    left, right = st.columns([1, 1])
    with left:
        if sides["score"].notna().any():
            st.plotly_chart(charts.profile(sides, known.standards, titles, say), key="profile")
    with right:
        st.dataframe(_sides(view, found, sides, place), hide_index=True)
        st.caption(say("support.sides_note", band=show_number(found.values.number("band"))))
    _figures(view, found, place)
    _peers(view, found, place, near)
    show_change(view, found, place)
    with st.expander(say("support.why_choices")):
        one, two, three = st.columns(3)
        with one:
            slide(view, "band", 1)
        with two:
            slide(view, "alike", 1)
        with three:
            slide(view, "alike_far", 0.1)


def _told(view: Choices, found: Reasoned, sides: pd.DataFrame) -> str:
    """The sides that stand out, as a sentence; or that none does."""
    say, told = view.say, []
    for side in ("priority weakness", "behind peers", "shared weakness", "strength"):
        names = [heading_name(view, found.case, name) for name in sides.index[sides["side"] == side]]
        if names:
            told.append(say(f"support_side_told.{slug(side)}", headings=", ".join(names)))
    unknown = [heading_name(view, found.case, name) for name in sides.index[sides["score"].isna()]]
    if unknown:
        told.append(say("support.side_unknown", headings=", ".join(unknown)))
    return " ".join(told) or say("support.side_none")


def _sides(view: Choices, found: Reasoned, sides: pd.DataFrame, place: str) -> pd.DataFrame:
    say, known = view.say, found.case
    status = line(found.status, place)

    def points(value: float) -> str:
        return "–" if pd.isna(value) else ("+" if value > 0 else "") + show_number(value, 0)

    return pd.DataFrame(
        {
            say("support.heading"): [heading_name(view, known, name) for name in sides.index],
            say("support.score"): [
                score_text(row["score"], row["low"], row["high"]) or "–" for _, row in sides.iterrows()
            ],
            say("support.status"): [status_text(status[name], say) for name in sides.index],
            say("support.side"): [say(f"support_side.{slug(side)}") for side in sides["side"]],
            say("support.against_self"): [points(value) for value in sides["own"]],
            say("support.against_peers"): [points(value) for value in sides["against_peers"]],
        }
    )


def _figures(view: Choices, found: Reasoned, place: str) -> None:
    say, lang = view.say, view.lang
    st.markdown(f"**{say('support.figures')}**")
    rows = []
    for figure in why.figures(found.case, place):
        layer = layers.catalogue()[figure.layer]
        known = pd.notna(figure.value)
        rows.append(
            {
                say("support.heading"): heading_name(view, found.case, figure.heading),
                say("support.figure"): layer.title.of(lang),
                say("support.value"): f"{show_number(figure.value, layer.decimals)} {layer.unit.of(lang)}"
                if known
                else "–",
                say("support.status"): say(STATUS_KEYS[figure.status]),
                say("support.points"): show_number(figure.points) if pd.notna(figure.points) else "–",
                say("support.year"): show_year(figure.period, lang),
                say("support.grade"): say(f"grade.{layer.grade}"),
                say("support.source"): figure.source,
            }
        )
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=35 * (len(rows) + 1) + 3)
    st.caption(say("support.figures_note"))


def _peers(view: Choices, found: Reasoned, place: str, near: pd.DataFrame) -> None:
    say, lang = view.say, view.lang
    st.markdown(f"**{say('support.peers')}**")
    if near.empty:
        alone = int(places(found.level)["type"].eq(str(places(found.level).at[place, "type"])).sum()) == 1
        st.info(say("support.peers_none" if alone else "support.peers_unknown", area=label(place, lang)))
        return
    if bool(near["far"].iloc[0]):
        st.warning(say("support.peers_far", nearest=label(str(near.index[0]), lang),
                       distance=show_number(float(near["distance"].iloc[0]), 1)))  # fmt: skip
    known = context(found.level)
    listed = [place, *near.index]
    rows = {say(f"level.{found.level}"): [label(code, lang, full=found.level != "province") for code in listed]}
    rows[say("support.distance")] = [
        "–",
        *(
            show_number(row["distance"], 1) + (f" ({say('support.far')})" if row["far"] else "")
            for _, row in near.iterrows()
        ),
    ]
    for name in known.shown.columns:
        values = known.shown.loc[listed, name]
        column = f"{say(f'support_context.{name}')}"
        rows[column] = [show_number(value, DECIMALS[name]) if pd.notna(value) else "–" for value in values]
    rows[say("support.gap_short")] = [show_number(value, 1) if pd.notna(value) else "–" for value in found.gap[listed]]
    st.dataframe(pd.DataFrame(rows), hide_index=True)
    years = ", ".join(
        f"{say(f'support_context.{name}')} {show_year(year, lang)}" for name, year in known.periods.items() if year
    )
    st.caption(say("support.peers_note", years=years))
