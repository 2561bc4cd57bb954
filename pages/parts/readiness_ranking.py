"""Scores and ranks of the areas in view, never a rank without its range; and how sure any of it is."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import layers
from geo.called import distinct_names, lies_in, names
from geo.layer import Standard
from geo.measure import measure
from geo.publish.extract import Part
from geo.publish.of_maps import of_maps
from geo.publish.ranking import of_ranking
from geo.readiness import Assessed
from geo.reading import value_text
from geo.scored import rank_text, score_text, status_text
from geo.standing import node_title, standing, verdict
from geo.words import Say, show_number, show_year
from pages.parts.choices import Choices
from pages.parts.downloads import here, offer, where
from pages.parts.readiness_charts import rank_lines

PAGE = 12
MOST_LINES = 30


def ranking(view: Choices, found: Assessed, node: str, inside: pd.Index) -> None:
    """The table of the areas in view, a page at a time, and all of it as a file."""
    say, lang, level = view.say, view.lang, found.level
    rows = standing(found, node, inside)
    pages = max(1, -(-len(rows) // PAGE))
    page = 1
    if pages > 1:
        key = f"ranking-{found.index.id}-{node}-{level}-{view.within}"
        narrow, _ = st.columns([1, 3])
        page = narrow.number_input(say("readiness.table_page", pages=pages), 1, pages, 1, key=key)
    part = rows.iloc[PAGE * (page - 1) : PAGE * page]
    table = pd.DataFrame({say("readiness.place"): names(level, lang)[part.index].astype(str)})
    if level != "province":
        table[say("readiness.lies_in")] = lies_in(level, lang)[part.index]
    table[say("readiness.score")] = _scores(part, say)
    table[say("readiness.rank")] = _ranks(part, say)
    table[say("readiness.band")] = [say("readiness.no_rank") if pd.isna(band) else str(band) for band in part["band"]]
    table[say("readiness.measured_here")] = [f"{100 * share:.0f} %" for share in part["share_present"]]
    table[say("readiness.status")] = [status_text(status, say) for status in part["status"]]
    st.dataframe(table, hide_index=True, height=35 * (len(part) + 1) + 3)
    ranked = int(found.ranges(node)["rank"].notna().sum())
    note = say("readiness.rank_note", count=f"{ranked:,}", level=say(f"levels.{level}"))
    st.caption(f"{say('readiness.rank_first_need')} {note}" if found.index.more == "worse" else note)
    file = of_ranking(found, node, [str(code) for code in inside], here(view, "readiness"), lang, where(view))
    offer(file, view, "ranking", told=say("download.ranking", count=show_number(len(inside))))


def known(view: Choices, found: Assessed, inside: pd.Index) -> None:
    """Of local authorities only single facts are known: they are written out and nobody is ranked by them."""
    say, lang, index = view.say, view.lang, found.index
    facts = [name for name in index.layers if name in layers.catalogue() and "lao" in layers.declared()[name].levels]
    if not facts:
        st.info(say("readiness.no_facts"))
        return
    st.info(index.levels_why.of(lang))
    pages = max(1, -(-len(inside) // PAGE))
    narrow, _ = st.columns([1, 3])
    page = narrow.number_input(say("readiness.table_page", pages=pages), 1, pages, 1, key=f"known-{view.within}")
    part = inside[PAGE * (page - 1) : PAGE * page]
    table = pd.DataFrame({say("readiness.place"): names("lao", lang)[part].astype(str)})
    table[say("readiness.lies_in")] = lies_in("lao", lang)[part]
    for name in facts:
        own = measure(name, "lao")
        heading = f"{layers.declared()[name].short.of(lang)} {show_year(own.period, lang)}"
        table[heading] = [value_text(own, code, lang, say, unit=False) for code in part]
    st.dataframe(table, hide_index=True, height=35 * (len(part) + 1) + 3)
    codes = tuple(map(str, inside))
    parts = [Part(measure(name, "lao"), codes) for name in facts]
    file = of_maps(parts, "facts", where(view), here(view, "readiness"), lang)
    offer(file, view, "known", told=say("download.facts", count=show_number(len(inside))))


def _scores(rows: pd.DataFrame, say: Say) -> list[str]:
    ends = zip(rows["score"], rows["low_score"], rows["high_score"], strict=True)
    return [score_text(score, low, high, say) for score, low, high in ends]


def _ranks(rows: pd.DataFrame, say: Say) -> list[str]:
    ends = zip(rows["rank"], rows["low"], rows["high"], strict=True)
    return [rank_text(rank, low, high, say) for rank, low, high in ends]


def sure(
    view: Choices, found: Assessed, node: str, inside: pd.Index, own: str, other: str | None, called: pd.Series
) -> None:
    """Whether one area may be called ahead of another; how far ranks move; the chances of lying low."""
    say, lang = view.say, view.lang
    st.subheader(say("readiness.pair"))
    st.markdown(pair(view, found, node, own, other, called))
    if found.index.more == "worse":
        st.caption(say("readiness.pair_need"))
    rows = standing(found, node, inside)
    rows = rows[rows["rank"].notna()]
    if rows.empty:
        st.info(say("readiness.none_known"))
        return
    at = list(rows.index).index(own) if own in rows.index else 0
    start = max(0, min(at - MOST_LINES // 2, len(rows) - MOST_LINES))
    near = rows.iloc[start : start + MOST_LINES]
    words = distinct_names(found.level, lang, near.index)
    st.subheader(say("readiness.ranges"))
    st.plotly_chart(rank_lines(near, words, [own, other or ""], say), key="rank-lines")
    st.caption(say("readiness.ranges_note", most=MOST_LINES, place=str(called[own])))
    st.subheader(say("readiness.chances"))
    table = pd.DataFrame({say("readiness.place"): words.to_numpy()})
    table[say("readiness.rank")] = _ranks(near, say)
    table[say("readiness.fifth")] = [f"{100 * share:.0f} %" for share in near["pr_bottom_fifth"]]
    standard = _standard(found, node)
    if standard and "pr_below_standard" in near:
        column = say("readiness.below", standard=show_number(standard.value))
        table[column] = [f"{100 * share:.0f} %" for share in near["pr_below_standard"]]
    st.dataframe(table, hide_index=True, height=35 * (min(len(near), PAGE) + 1) + 3)
    if standard and "pr_below_standard" in near:
        told = {"standard": show_number(standard.value), "who": standard.who.of(lang)}
        st.caption(say("readiness.chances_note", **told))
    st.caption(say("readiness.drawn_how"))


def pair(view: Choices, found: Assessed, node: str, own: str, other: str | None, called: pd.Series) -> str:
    """One sentence: whether one of two areas is ahead of the other in at least nine of ten computations."""
    say = view.say
    if other is None or own == other:
        return say("readiness.pair_same")
    told = verdict(found, node, own, other)
    if told.said == "no score":
        drawn = found.draws(node).score
        without = [str(called[code]) for code in (own, other) if pd.isna(drawn[code])]
        return say("readiness.pair_none", names=", ".join(without))
    share = show_number(100 * told.share)
    first, second = (own, other) if told.said != "second" else (other, own)
    key = "readiness.pair_neither" if told.said == "neither" else "readiness.pair_first"
    sentence = say(key, first=str(called[first]), second=str(called[second]), share=share)
    return f"**{node_title(found, node).of(view.lang)}**: {sentence}"


def _standard(found: Assessed, node: str) -> Standard | None:
    return next((dimension.standard for dimension in found.index.dimensions if dimension.id == node), None)
