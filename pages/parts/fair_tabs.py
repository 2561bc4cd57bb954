"""The parts of the fairness screen below its curve, one function a tab."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pandas as pd
import streamlit as st

from geo.called import distinct_names
from geo.fairness import words
from geo.fairness.answers import answer
from geo.fairness.between import attributable, ends, split, splits, usual_grouping
from geo.fairness.doubt import ends_kept
from geo.fairness.field import GROUPINGS, Field, Rank
from geo.fairness.shares import FairShare, by_lot
from geo.fairness.standards import Shortfall
from geo.words import show_number, show_year
from pages.parts import fair_charts as charts
from pages.parts.choices import Choices
from pages.parts.fair_choices import pick
from pages.parts.fair_tables import LISTED, table


def behind(view: Choices, this: Field, short: Shortfall | None) -> None:
    """Who is short of the line: P0, P1 and P2 with the people counted, and the areas by size of the job."""
    say, lang = view.say, view.lang
    if short is None or short.why:
        st.info(say(f"why_not.{short.why if short else this.fit.why_not.get('gap', 'few')}"))
        return
    st.markdown(words.against(this, short, lang, say))
    boxes = st.columns(3)
    deep = words.percent(short.p1 / short.p0 if short.p0 > 0 else 0.0)
    who = "p0_says" if this.between_people else "p0_says_areas"
    told = {
        "p0": say(f"equity.{who}", share=words.percent(short.p0), count=show_number(short.places)),
        "p1": say(
            "equity.p1_says" if this.fit.direction > 0 else "equity.p1_says_lower",
            far=words.percent(short.p1),
            deep=deep,
        ),
        "p2": say("equity.p2_says"),
    }
    for box, (key, text) in zip(boxes, told.items(), strict=True):
        box.metric(say(f"equity.{key}"), show_number(getattr(short, key), 3))
        box.caption(text)
    if not short.codes:
        st.success(say("equity.nobody_short"))
        return
    codes = pd.Index(short.codes)
    counts = this.fit.counted and short.line.kind in ("one", "own")
    values = (this.shown if counts else this.values)[codes]
    gap = (values - short.line.value).abs()
    job = (this.people[codes] * gap).sort_values(ascending=False, kind="stable").index[:LISTED]
    called = distinct_names(this.level, lang, job)
    st.markdown(f"**{say('equity.gap_table')}**")
    table(
        {
            say("equity.area"): called.to_numpy(),
            say("equity.value"): values[job].round(this.decimals).to_numpy(),
            say("equity.shortfall"): gap[job].round(this.decimals).to_numpy(),
            say("equity.people"): this.people[job].astype(int).to_numpy(),
            say("equity.job"): (this.people[job] * gap[job]).round().astype("int64").to_numpy(),
        },
        height=280,
    )


def between(view: Choices, this: Field) -> None:
    """Best and worst group, and how much of the divide lies between groups: who should act."""
    say, lang = view.say, view.lang
    offered = GROUPINGS.get(this.level, ())
    asked = view.setting("split_by")
    by = asked if asked in offered else usual_grouping(this)
    if len(offered) > 1:
        by = pick(view, "split_by", offered, by, "equity.by_")
    apart = ends(this, by)
    st.markdown(words.ends_text(this, apart, lang, say))
    kept = ends_kept(this, apart.by)
    if kept is not None:
        st.markdown(say("equity.ends_kept", kept=words.percent(kept)))
    better = attributable(this, apart)
    if math.isfinite(better):
        best = words.group_name(apart.by, apart.best, lang)
        key = "equity.attributable" if this.fit.direction > 0 else "equity.attributable_lower"
        st.markdown(say(key, best=best, share=words.percent(better)))
    taken = split(this, by)
    st.markdown(words.act_text(this, taken, say))
    if not apart.why:
        st.plotly_chart(charts.groups(this, apart, lang, say), key="groups", config={"displayModeBar": False})
        st.caption(say("equity.ends_bounds"))
    every = [one for one in splits(this) if not one.why]
    if every:
        st.markdown(f"**{say('equity.split_table')}**")
        columns: dict[str, Any] = {
            say("equity.split_grouping"): [say(f"equity.by_{one.by}") for one in every],
            say("equity.split_groups"): [one.groups for one in every],
            say("equity.split_between"): [round(100 * one.share, 1) for one in every],
            say("equity.split_within"): [round(100 * (1 - one.share), 1) for one in every],
            say("equity.split_chance"): [round(100 * one.chance, 1) for one in every],
        }
        if every[0].kind == "variance" and any(math.isfinite(one.theil_share) for one in every):
            columns[say("equity.split_theil")] = [round(100 * one.theil_share, 1) for one in every]
        table(columns)
        st.caption(f"{say(f'equity.split_kind_{every[0].kind}')} {say('equity.split_note')}")
    if not taken.why:
        rows = taken.by_group.join(apart.table[["people", "places"]]) if apart.by == by else taken.by_group
        rows = rows.sort_values("between", key=np.abs, ascending=False, kind="stable").iloc[:LISTED]
        told = {
            say(f"equity.by_{by}"): [words.group_name(by, str(code), lang) for code in rows.index],
            say("equity.share_people"): (100 * rows["people_share"]).round(1).to_numpy(),
            say("equity.mean"): rows["mean"].round(this.decimals).to_numpy(),
            say("equity.adds_between"): [float(f"{value:.3g}") for value in rows["between"]],
            say("equity.adds_inside"): [float(f"{value:.3g}") for value in rows["within"]],
        }
        with st.expander(say("equity.contribution")):
            table(told)


def poor_and_rich(view: Choices, this: Field, rank: Rank | None) -> None:
    """Whether provision leans to the richer: the slope in the unit, and the index that fits."""
    say, lang = view.say, view.lang
    wanted = pick(view, "income", ("household_income", "gpp_per_person"), rank.layer.id if rank else "", "equity.rank_")
    slope = answer(this, "slope", rank)
    if rank is None or not slope.known:
        st.info(say(f"why_not.{slope.why}"))
        return
    st.markdown(words.slope_text(this, rank, lang, say))
    for measure in ("concentration", "erreygers"):
        found = answer(this, measure, rank)
        if found.known:
            st.markdown(say(f"equity.{measure}_says", value=show_number(found.value, 3)))
    called = distinct_names(this.level, lang, this.values.index)
    figure = charts.income(this, rank.values, called, slope.value, view.mark, lang, say)
    st.plotly_chart(figure, key="income", config={"displayModeBar": False})
    notes = [say("equity.ranked_by", income=rank.layer.title.of(lang), year=show_year(rank.period, lang))]
    if rank.layer.id != wanted or wanted == this.layer.id:
        notes.append(say("equity.ranked_other", income=rank.layer.title.of(lang)))
    if rank.inherited:
        notes.append(say("equity.ranked_inherited"))
    if missing := int(rank.values.isna().sum()):
        notes.append(say("equity.ranked_missing", count=show_number(missing)))
    st.caption(" ".join(notes))


def share(view: Choices, this: Field, fair: FairShare) -> None:
    """Who has more or less than a fair share of what is counted."""
    say, lang = view.say, view.lang
    if fair.why:
        st.info(say(f"why_not.{fair.why}"))
        return
    st.markdown(say("equity.fair_head", moved=words.percent(fair.moved), half=words.percent(fair.half)))
    most, least = fair.groups.iloc[-1], fair.groups.iloc[0]
    if len(fair.groups) > 1:
        for row in (least, most):
            name = words.group_name(fair.by, str(row.name), lang)
            key = "equity.points_up" if row["points"] > 0 else "equity.points_down"
            st.markdown("- " + say(key, area=name, points=show_number(abs(row["points"]), 1)))
        figure = charts.points(fair.groups, fair.by, lang, say)
        st.plotly_chart(figure, key="points", config={"displayModeBar": False})
    st.markdown(f"**{say('equity.fair_table')}**")
    rows = fair.places.iloc[:LISTED]
    table(
        {
            say("equity.area"): distinct_names(this.level, lang, rows.index).to_numpy(),
            say("equity.resource"): rows["resource"].round(0).to_numpy(),
            say("equity.resource_share"): rows["resource_share"].round(2).to_numpy(),
            say("equity.share_people"): rows["people_share"].round(2).to_numpy(),
            say("equity.points"): rows["points"].round(2).to_numpy(),
        },
        height=280,
    )
    lot = by_lot(this)
    if lot is not None:
        told = {"gini": show_number(answer(this, "gini").value, 2), "total": show_number(fair.total)}
        span = {"low": show_number(lot.low, 2), "high": show_number(lot.high, 2)}
        st.markdown(say("equity.by_lot", mean=show_number(lot.mean, 2), **told, **span))
    st.caption(say("equity.fair_note"))
