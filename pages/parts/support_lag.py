"""First step: which areas lag, by how much, how sure that is, and where to begin."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.called import distinct_names
from geo.support import notes
from geo.support.board import moved
from geo.support.case import WHOLE
from geo.support.cells import number
from geo.support.parameters import Values
from geo.support.reasoning import Reasoned, reason, statuses
from geo.support.words import SIGNS, rank_text, score_text, status_text
from geo.words import show_number
from pages.parts import support_charts as charts
from pages.parts.choices import Choices
from pages.parts.support_controls import heading_name, pick, slide, slide_standard
from pages.parts.support_map import show_support_map

SHOWN = 10


def show_lag(view: Choices, found: Reasoned, inside: pd.Index, place: str) -> None:
    """The board of the areas in view, what moves if its lines move, and the three lists of where first."""
    say, known = view.say, found.case
    status = found.status.loc[inside]
    st.markdown(notes.lag_summary(found, inside, say))
    left, right = st.columns([1, 1])
    with left:
        show_support_map(view, found, tuple(inside), place)
    with right:
        titles = {name: heading_name(view, known, name) for name in known.names}
        counts = status.apply(lambda column: column.value_counts()).reindex(list(SIGNS)).fillna(0).astype(int)
        st.markdown(f"**{say('support.by_heading')}**")
        st.plotly_chart(charts.statuses(counts, titles, say), key="statuses")
    st.markdown(f"**{say('support.board')}**")
    st.dataframe(_board(view, found, inside, status), hide_index=True, height=min(420, 35 * (len(inside) + 1) + 3))
    st.caption(notes.board_note(found, say, view.lang))
    with st.expander(say("support.lines")):
        _lines(view, found, inside)
    st.subheader(say("support.first"))
    _lists(view, found, inside)


def _board(view: Choices, found: Reasoned, inside: pd.Index, status: pd.DataFrame) -> object:
    say, known = view.say, found.case
    order = found.gap[inside].sort_values(ascending=False, kind="stable", na_position="last").index
    called = distinct_names(found.level, view.lang, inside)
    table = pd.DataFrame({say(f"level.{found.level}"): called[order].astype(str)}, index=order)
    gap = say("support.gap_of", target=heading_name(view, known, found.target))
    table[gap] = [show_number(value, 1) if pd.notna(value) else "–" for value in found.gap[order]]
    colours = pd.DataFrame("", index=order, columns=table.columns)
    for name in known.names:
        title = heading_name(view, known, name)
        scores = [
            score_text(score, low, high)
            for score, low, high in zip(
                known.scores[name][order], known.low[name][order], known.high[name][order], strict=True
            )
        ]
        table[title] = [
            f"{status_text(word, say)} {score}".strip() for word, score in zip(status[name][order], scores, strict=True)
        ]
        colours[title] = [charts.cell(word) for word in status[name][order]]
    return table.style.apply(lambda _: colours, axis=None)


def _lines(view: Choices, found: Reasoned, inside: pd.Index) -> None:
    """Sliders of the lines, and how many areas read otherwise for it."""
    say = view.say
    one, two, three = st.columns(3)
    with one:
        declared = reason(found.level).case.standard_of(WHOLE)
        slide_standard(view, declared)
    with two:
        slide(view, "near", 1)
    with three:
        slide(view, "far", 1)
    first = statuses(found.level, Values()).loc[inside]
    areas, entries = moved(found.board.status.loc[inside], first)
    st.markdown(say("support.flips", areas=areas, all=len(inside), entries=entries))
    rows = []
    for name, values in (("standard", (40, 45, 55, 60)), ("near", (5, 15, 20)), ("far", (20, 25, 40, 50))):
        for value in values:
            other = Values((*((key, text) for key, text in found.values.texts if key != name), (name, str(value))))
            if other.number("near") > other.number("far"):
                continue
            areas, entries = moved(found.board.status.loc[inside], statuses(found.level, other))
            rows.append(
                {
                    say("support.parameter"): say(f"choose.{name}"),
                    say("support.if_it_were"): show_number(value),
                    say("support.areas_flip"): areas,
                    say("support.entries_flip"): entries,
                }
            )
    st.dataframe(pd.DataFrame(rows), hide_index=True)


def _lists(view: Choices, found: Reasoned, inside: pd.Index) -> None:
    say = view.say
    st.markdown(say("support.first_intro", target=heading_name(view, found.case, found.target), all=len(found.gap)))
    left, middle, right = st.columns(3)
    with left:
        _list(view, found, inside, "most_people")
    with middle:
        _list(view, found, inside, "deepest")
    with right:
        _front(view, found, inside)
    st.caption(notes.lists_note(found, inside, say))
    with st.expander(say("support.list_choices")):
        one, two, three = st.columns(3)
        with one:
            pick(view, "crowd")
        with two:
            slide(view, "top", 5)
        with three:
            slide(view, "sure", 5)


def _list(view: Choices, found: Reasoned, inside: pd.Index, name: str) -> None:
    say, table, core = view.say, found.lists.table.loc[inside], found.lists.core[name]
    ranked = table[name][table[name] > 0].sort_values(ascending=False, kind="stable").index[:SHOWN]
    called = distinct_names(found.level, view.lang, inside)
    st.markdown(f"**{say(f'support.list_{name}')}**")
    if not len(ranked):
        st.caption(say("support.list_empty"))
        return
    rows = {
        say("support.core_column"): ["★" if core[code] else "" for code in ranked],
        say(f"level.{found.level}"): [str(called[code]) for code in ranked],
        say("support.rank"): [
            rank_text(table.at[code, f"{name}_low"], table.at[code, f"{name}_high"], table.at[code, f"{name}_rank"])
            for code in ranked
        ],
    }
    if name == "most_people":
        rows[say("support.people")] = [show_number(found.people[code]) for code in ranked]
    else:
        rows[say("support.gap_short")] = [show_number(found.gap[code], 1) for code in ranked]
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=35 * (len(ranked) + 1) + 3)


def _front(view: Choices, found: Reasoned, inside: pd.Index) -> None:
    say, table = view.say, found.lists.table.loc[inside]
    front = found.gap[inside][table["pareto"].fillna(False).astype(bool)].sort_values(ascending=False).index[:SHOWN]
    called = distinct_names(found.level, view.lang, inside)
    st.markdown(f"**{say('support.list_pareto')}**")
    if not len(front):
        st.caption(say("support.list_empty"))
        return
    rows = {
        say(f"level.{found.level}"): [str(called[code]) for code in front],
        say("support.gap_short"): [show_number(found.gap[code], 1) for code in front],
        say("support.people"): [show_number(found.people[code]) for code in front],
    }
    if found.lists.crowd == "people_need_capacity":
        rows["C"] = [show_number(number(found.able.shares, code, "capacity"), 2) for code in front]
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=35 * (len(front) + 1) + 3)
