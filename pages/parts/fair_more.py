"""The other parts of the fairness screen: neighbours, the years, and all measures beside each other."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from geo.called import distinct_names
from geo.fairness.answers import answer, leading
from geo.fairness.doubt import doubt
from geo.fairness.field import Field, Rank
from geo.fairness.fits import BESIDE, MEASURES
from geo.fairness.history import over_time, scales, versions
from geo.fairness.overview import STEADY
from geo.fairness.patches import PERMUTATIONS, patches, steadied
from geo.fairness.standards import Line
from geo.words import show_number, show_year
from pages.parts import fair_charts as charts
from pages.parts import fair_words as words
from pages.parts.choices import Choices
from pages.parts.fair_choices import took
from pages.parts.fair_places import patch_kind, patches_text
from pages.parts.fair_tables import LISTED, table

# Measures whose range is told.
RANGED = ("tail_ratio", "tail_gap", "gini", "theil_t", "slope", "erreygers")
# Of these more is not simply more unfair.
NO_WAY = ("slope", "relative_slope", "concentration", "erreygers", "between", "p0")


def neighbours(view: Choices, this: Field) -> None:
    """Low areas that lie together, single ones among high, and one plain sentence for each area."""
    say, lang = view.say, view.lang
    found = patches(this)
    for line in patches_text(this, found, say):
        st.markdown(line)
    if found.why:
        return
    st.caption(say("equity.patch_map_hint"))
    order = {kind: at for at, kind in enumerate(("low-low", "low-high", "high-low", "high-high"))}
    if this.fit.direction < 0:
        order = {kind: at for at, kind in enumerate(("high-high", "high-low", "low-high", "low-low"))}
    listed = found.table.assign(first=found.table["kind"].map(order).fillna(9))
    listed = listed.sort_values(["first", "p_value"], kind="stable").iloc[:LISTED]
    called = distinct_names(this.level, lang, listed.index)
    sentences = []
    for code, row in listed.iterrows():
        around = words.number(this, float(row["around"]))
        told = {"area": str(called[str(code)]), "value": words.value_words(this, float(row["value"]), lang)}
        told |= {} if row["kind"] == "no neighbours" else {"around": around}
        sentences.append(say(f"patch.says_{patch_kind(this, row['kind'])}", **told))
    table(
        {
            say("equity.patch_sentence"): sentences,
            say("equity.patch_kind"): [say(f"patch.{patch_kind(this, kind)}") for kind in listed["kind"]],
            say("equity.value"): listed["value"].round(words.decimals(this)).to_numpy(),
            say("equity.patch_around"): listed["around"].round(words.decimals(this)).to_numpy(),
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
    offered = [
        measure
        for measure in (*MEASURES, *BESIDE)
        if measure in past and np.isfinite(past[measure].astype(float)).any()
    ]
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
    known = past[measure].astype(float).dropna()
    if len(known) > 1 and measure not in NO_WAY:
        change = known.iloc[-1] / known.iloc[0] - 1 if known.iloc[0] > 0 else 0.0
        way = "same" if abs(change) < STEADY else "wider" if change > 0 else "narrower"
        start, end = (show_year(str(known.index[at]), lang) for at in (0, -1))
        told = {"first": words.measure_text(this, measure, known.iloc[0]), "start": start, "end": end}
        told["last"] = words.measure_text(this, measure, known.iloc[-1])
        st.markdown(say(f"equity.time_{way}", measure=say(f"measure.{measure}"), **told))
    figure = charts.years(this, past, measure, lang, say)
    st.plotly_chart(figure, key="years", config={"displayModeBar": False})
    shown: dict[str, Any] = {say("equity.year"): [show_year(str(period), lang) for period in past.index]}
    shown |= {
        say(f"measure.{name}"): [words.measure_text(this, name, float(value)) for value in past[name]]
        for name in offered
    }
    shown[say("equity.time_areas")] = past["places"].astype(int).to_numpy()
    table(shown)
    st.caption(say("equity.time_note"))


def everything(view: Choices, this: Field, rank: Rank | None, held: Line | None) -> None:
    """All measures that fit, in four versions and with ranges; the others with the reason; and the levels."""
    say, lang = view.say, view.lang
    four = versions(this, view.setting("income"), held)
    ranges = doubt(this, RANGED, view.setting("income"))
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
        shown[title] = [words.measure_text(this, name, float(four[name].loc[key])) for name in rows]
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
        told[title] = [words.measure_text(this, name, float(row[name])) for name in every]
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
