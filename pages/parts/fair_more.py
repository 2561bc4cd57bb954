"""The other parts of the fairness screen: neighbours, the years, and all measures beside each other."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from geo.called import distinct_names
from geo.fairness import since, words
from geo.fairness.answers import answer, leading
from geo.fairness.areas import first_to_look_at, patch_kind, patch_sentences, patches_text
from geo.fairness.doubt import doubt
from geo.fairness.field import Field, Rank
from geo.fairness.fits import BESIDE, MEASURES
from geo.fairness.history import over_time, scales, versions
from geo.fairness.patches import PERMUTATIONS, patches, steadied
from geo.fairness.standards import Line
from geo.words import show_number, show_year
from pages.parts import fair_charts as charts
from pages.parts.choices import Choices
from pages.parts.fair_choices import took
from pages.parts.fair_tables import LISTED, table


def neighbours(view: Choices, this: Field) -> None:
    """Low areas that lie together, single ones among high, and one plain sentence for each area."""
    say, lang = view.say, view.lang
    found = patches(this)
    for line in patches_text(this, found, say):
        st.markdown(line)
    if found.why:
        return
    st.caption(say("equity.patch_map_hint"))
    listed = first_to_look_at(this, found).iloc[:LISTED]
    table(
        {
            say("equity.patch_sentence"): patch_sentences(this, listed, lang, say),
            say("equity.patch_kind"): [say(f"patch.{patch_kind(this, kind)}") for kind in listed["kind"]],
            say("equity.value"): listed["value"].round(this.decimals).to_numpy(),
            say("equity.patch_around"): listed["around"].round(this.decimals).to_numpy(),
            say("equity.patch_p"): [show_number(float(p_value), 4) for p_value in listed["p_value"]],
        },
        height=320,
        wide=say("equity.patch_sentence"),
    )
    notes = [
        say("equity.patch_method", count=show_number(len(found.table)), permutations=show_number(PERMUTATIONS)),
    ]
    if steadied(this):
        notes.append(say("equity.patch_steadied"))
    if found.joined:
        joined = ", ".join(distinct_names(this.level, lang, pd.Index(found.joined)).iloc[:20])
        notes.append(say("equity.patch_islands", names=joined))
    if found.undrawn:
        notes.append(say("equity.patch_undrawn", count=show_number(found.undrawn)))
    st.caption(" ".join(notes))


def time(view: Choices, this: Field, held: Line | None) -> None:
    """Every measure over the years, one of them drawn."""
    say, lang = view.say, view.lang
    past = over_time(this, view.setting("income"), held)
    offered = since.told_over_time(past)
    if len(past) < 2 or not offered:
        st.info(say("equity.time_one"))
        return
    first = leading(this)
    asked = view.setting("over_time")
    measure = asked if asked in offered else first if first in offered else offered[0]
    st.session_state["w_over_time"] = measure
    st.selectbox(
        say("choose.over_time"),
        offered,
        format_func=lambda name: say(f"measure.{name}"),
        key="w_over_time",
        on_change=took,
        args=("over_time",),
    )
    if told := since.time_text(this, past, measure, lang, say):
        st.markdown(told)
    figure = charts.years(this, past, measure, lang, say)
    st.plotly_chart(figure, key="years", config={"displayModeBar": False})
    shown: dict[str, Any] = {say("equity.year"): [show_year(str(period), lang) for period in past.index]}
    shown |= {
        say(f"measure.{name}"): [words.row_text(this, name, row) for _, row in past.iterrows()] for name in offered
    }
    shown[say("equity.time_areas")] = past["places"].astype(int).to_numpy()
    table(shown)
    st.caption(say("equity.time_note"))


def everything(view: Choices, this: Field, rank: Rank | None, held: Line | None) -> None:
    """All measures that fit, in four versions and with ranges; the others with the reason; and the levels."""
    say, lang = view.say, view.lang
    four = versions(this, view.setting("income"), held)
    ranges = doubt(this, since.RANGED, view.setting("income"))
    rows = [name for name in (*MEASURES, *BESIDE) if name in four]
    people, areas = say("equity.all_weighted"), say("equity.all_areas")
    columns = {
        people: (True, True),
        say("equity.all_without", base=people): (True, False),
        areas: (False, True),
        say("equity.all_without", base=areas): (False, False),
    }
    shown: dict[str, list[str]] = {say("equity.measure"): [say(f"measure.{name}") for name in rows]}
    for title, key in columns.items():
        shown[title] = [words.row_text(this, name, four.loc[[key]].iloc[0]) for name in rows]
    if ranges.ranges:
        shown[say("equity.all_range")] = [
            say(
                "equity.range",
                low=words.measure_text(this, name, found[0]),
                high=words.measure_text(this, name, found[1]),
            )
            if (found := ranges.ranges.get(name))
            else words.DASH
            for name in rows
        ]
    shown[say("equity.reads")] = [say(f"reads.{name}") for name in rows]
    table(shown)
    st.caption(f"{say('equity.all_note')} {say(f'equity.doubt_{ranges.why or ranges.basis}')}")
    st.markdown(f"**{say('equity.not_offered')}**")
    refused = {say(f"measure.{name}"): say(f"why_not.{why}") for name, why in this.fit.why_not.items()}
    for name in (name for name in rows if name in MEASURES):
        if why := answer(this, name, rank).why:
            refused[say(f"measure.{name}")] = say(f"why_not.{why}")
    for name, why in refused.items():
        st.markdown(f"- {name}: {why}")
    st.markdown(f"**{say('equity.scale_title')}**")
    wide = scales(this, view.setting("income"), held)
    if len(wide) < 2:
        st.caption(say("equity.scale_one"))
        return
    st.info(say("equity.scale_warning"))
    every = [name for name in rows if name in wide and name not in ("p0",)]
    told = {say("equity.measure"): [say(f"measure.{name}") for name in every]}
    for level, row in wide.iterrows():
        title = f"{say(f'level.{level}')} · {show_year(str(row['period']), lang)} · {show_number(float(row['places']))}"
        told[title] = [words.row_text(this, name, row) for name in every]
    table(told)
    left = [
        f"{say(f'level.{level}')}: "
        + say(
            "equity.scale_left",
            count=show_number(float(row["left_places"])),
            people=words.people_text(float(row["left_people"]), say),
        )
        for level, row in wide.iterrows()
    ]
    st.caption(" · ".join(left))
