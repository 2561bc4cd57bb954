"""The parts of the fairness screen below its curve, one function a tab."""

from __future__ import annotations

import math

import numpy as np
import pandas as pd
import streamlit as st

from geo.fairness.answers import answer, leading
from geo.fairness.between import ends, split, splits, usual_grouping
from geo.fairness.doubt import doubt
from geo.fairness.field import GROUPINGS, Field, Rank
from geo.fairness.fits import MEASURES
from geo.fairness.history import over_time, scales, versions
from geo.fairness.overview import STEADY
from geo.fairness.patches import PERMUTATIONS, patches
from geo.fairness.shares import FairShare
from geo.fairness.standards import Line, Shortfall
from geo.words import show_number, show_year
from pages.parts import fair_charts as charts
from pages.parts import fair_words as words
from pages.parts.choices import Choices
from pages.parts.fair_choices import pick, took
from pages.parts.show import distinct_names

# Whole lists live in tables that scroll; of thousands of areas these many reach the browser at a time.
LISTED = 500
RANGED = ("tail_ratio", "tail_gap", "gini", "theil_t", "slope", "erreygers")


def behind(view: Choices, this: Field, short: Shortfall | None) -> None:
    """Who is short of the line: P0, P1 and P2 with the people counted, and the areas by size of the job."""
    say, lang = view.say, view.lang
    if short is None or short.why:
        st.info(say(f"why_not.{short.why if short else 'neither'}"))
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
    st.dataframe(
        pd.DataFrame(
            {
                say("equity.area"): called.to_numpy(),
                say("equity.value"): values[job].round(words.decimals(this)).to_numpy(),
                say("equity.shortfall"): gap[job].round(words.decimals(this)).to_numpy(),
                say("equity.people"): this.people[job].astype(int).to_numpy(),
                say("equity.job"): (this.people[job] * gap[job]).round().astype("int64").to_numpy(),
            }
        ),
        hide_index=True,
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
    taken = split(this, by)
    st.markdown(words.act_text(this, taken, say))
    if not apart.why:
        st.plotly_chart(charts.groups(this, apart, lang, say), key="groups", config={"displayModeBar": False})
        st.caption(say("equity.ends_bounds"))
    every = [one for one in splits(this) if not one.why]
    if every:
        st.markdown(f"**{say('equity.split_table')}**")
        table = pd.DataFrame(
            {
                say("equity.split_grouping"): [say(f"equity.by_{one.by}") for one in every],
                say("equity.split_groups"): [one.groups for one in every],
                say("equity.split_between"): [round(100 * one.share, 1) for one in every],
                say("equity.split_within"): [round(100 * (1 - one.share), 1) for one in every],
                say("equity.split_chance"): [round(100 * one.chance, 1) for one in every],
            }
        )
        if every[0].kind == "variance" and any(math.isfinite(one.theil_share) for one in every):
            table[say("equity.split_theil")] = [round(100 * one.theil_share, 1) for one in every]
        st.dataframe(table, hide_index=True)
        st.caption(f"{say(f'equity.split_kind_{every[0].kind}')} {say('equity.split_note')}")
    if not taken.why:
        rows = taken.by_group.join(apart.table[["people", "places"]]) if apart.by == by else taken.by_group
        rows = rows.sort_values("between", key=np.abs, ascending=False, kind="stable").iloc[:LISTED]
        told = {
            say(f"equity.by_{by}"): [words.group_name(by, str(code), lang) for code in rows.index],
            say("equity.share_people"): (100 * rows["people_share"]).round(1).to_numpy(),
            say("equity.mean"): rows["mean"].round(words.decimals(this)).to_numpy(),
            say("equity.adds_between"): [float(f"{value:.3g}") for value in rows["between"]],
            say("equity.adds_inside"): [float(f"{value:.3g}") for value in rows["within"]],
        }
        with st.expander(say("equity.contribution")):
            st.dataframe(pd.DataFrame(told), hide_index=True)


def poor_and_rich(view: Choices, this: Field, rank: Rank | None) -> None:
    """Whether provision leans to the richer: the slope in the unit, and the index that fits."""
    say, lang = view.say, view.lang
    wanted = pick(view, "income", ("household_income", "gpp_per_person"), rank.layer.id if rank else "", "equity.rank_")
    slope = answer(this, "slope", rank)
    if rank is None or not slope.known:
        st.info(say(f"why_not.{slope.why}"))
        return
    relative = answer(this, "relative_slope", rank)
    size = words.percent(abs(relative.value)) if relative.known else ""
    way = "up" if slope.value > 0 else "down"
    told = {"slope": words.number(this, abs(slope.value)), "unit": this.unit.of(lang)}
    if slope.value == 0:
        st.markdown(say("equity.slope_flat"))
    elif size:
        st.markdown(say(f"equity.slope_{way}", relative=size, **told))
    else:
        st.markdown(say(f"equity.slope_{way}_only", **told))
    rich = slope.value * this.fit.direction
    st.markdown(say(f"equity.slope_{'neither' if rich == 0 else 'towards_rich' if rich > 0 else 'towards_poor'}"))
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
    st.dataframe(
        pd.DataFrame(
            {
                say("equity.area"): distinct_names(this.level, lang, rows.index).to_numpy(),
                say("equity.resource"): rows["resource"].round(0).to_numpy(),
                say("equity.resource_share"): rows["resource_share"].round(2).to_numpy(),
                say("equity.share_people"): rows["people_share"].round(2).to_numpy(),
                say("equity.points"): rows["points"].round(2).to_numpy(),
            }
        ),
        hide_index=True,
        height=280,
    )
    st.caption(say("equity.fair_note"))


def neighbours(view: Choices, this: Field) -> None:
    """Low areas that lie together, single ones among high, and one plain sentence for each area."""
    say, lang = view.say, view.lang
    found = patches(this)
    for line in words.patches_text(found, say):
        st.markdown(line)
    if found.why:
        return
    st.caption(say("equity.patch_map_hint"))
    order = {kind: at for at, kind in enumerate(("low-low", "low-high", "high-low", "high-high"))}
    if this.fit.direction < 0:
        order = {kind: at for at, kind in enumerate(("high-high", "high-low", "low-high", "low-low"))}
    table = found.table.assign(first=found.table["kind"].map(order).fillna(9))
    table = table.sort_values(["first", "p_value"], kind="stable").iloc[:LISTED]
    called = distinct_names(this.level, lang, table.index)
    unit = this.unit.of(lang)
    sentences = []
    for code, row in table.iterrows():
        around = words.number(this, float(row["around"]))
        told = {"area": str(called[str(code)]), "value": f"{words.number(this, float(row['value']))} {unit}"}
        told |= {} if row["kind"] == "no neighbours" else {"around": around}
        sentences.append(say(f"patch.says_{words.patch_kind(this, row['kind'])}", **told))
    st.dataframe(
        pd.DataFrame(
            {
                say("equity.patch_sentence"): sentences,
                say("equity.patch_kind"): [say(f"patch.{words.patch_kind(this, kind)}") for kind in table["kind"]],
                say("equity.value"): table["value"].round(words.decimals(this)).to_numpy(),
                say("equity.patch_around"): table["around"].round(words.decimals(this)).to_numpy(),
                say("equity.patch_p"): table["p_value"].round(4).to_numpy(),
            }
        ),
        hide_index=True,
        height=320,
        column_config={say("equity.patch_sentence"): st.column_config.TextColumn(width="large")},
    )
    notes = [
        say("equity.patch_method", count=show_number(len(found.table)), permutations=show_number(PERMUTATIONS)),
    ]
    if found.joined:
        listed = ", ".join(distinct_names(this.level, lang, pd.Index(found.joined)).iloc[:20])
        notes.append(say("equity.patch_islands", names=listed))
    if found.undrawn:
        notes.append(say("equity.patch_undrawn", count=show_number(found.undrawn)))
    st.caption(" ".join(notes))


def time(view: Choices, this: Field, held: Line | None) -> None:
    """Every measure over the years, one of them drawn."""
    say, lang = view.say, view.lang
    table = over_time(this, view.setting("income"), held)
    offered = [
        measure
        for measure in (*MEASURES, "region_gap", "region_ratio", "between", "p0")
        if measure in table and np.isfinite(table[measure].astype(float)).any()
    ]
    if len(table) < 2 or not offered:
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
    known = table[measure].astype(float).dropna()
    if len(known) > 1 and measure not in ("slope", "relative_slope", "concentration", "erreygers", "between", "p0"):
        change = known.iloc[-1] / known.iloc[0] - 1 if known.iloc[0] > 0 else 0.0
        way = "same" if abs(change) < STEADY else "wider" if change > 0 else "narrower"
        start, end = (show_year(str(known.index[at]), lang) for at in (0, -1))
        told = {"first": words.measure_text(this, measure, known.iloc[0]), "start": start, "end": end}
        told["last"] = words.measure_text(this, measure, known.iloc[-1])
        st.markdown(say(f"equity.time_{way}", measure=say(f"measure.{measure}"), **told))
    figure = charts.years(this, table, measure, lang, say)
    st.plotly_chart(figure, key="years", config={"displayModeBar": False})
    shown: dict[str, object] = {say("equity.year"): [show_year(str(period), lang) for period in table.index]}
    shown |= {
        say(f"measure.{name}"): [words.measure_text(this, name, float(value)) for value in table[name]]
        for name in offered
    }
    shown[say("equity.time_areas")] = table["places"].astype(int).to_numpy()
    st.dataframe(pd.DataFrame(shown), hide_index=True)
    st.caption(say("equity.time_note"))


def everything(view: Choices, this: Field, rank: Rank | None, held: Line | None) -> None:
    """All measures that fit, in four versions and with ranges; the others with the reason; and the levels."""
    say, lang = view.say, view.lang
    table = versions(this, view.setting("income"), held)
    ranges = doubt(this, RANGED, rank)
    rows = [name for name in (*MEASURES, "region_gap", "region_ratio", "between", "p0") if name in table]
    people, areas = say("equity.all_weighted"), say("equity.all_areas")
    columns = {
        people: (True, True),
        say("equity.all_without", base=people): (True, False),
        areas: (False, True),
        say("equity.all_without", base=areas): (False, False),
    }
    shown: dict[str, list[str]] = {say("equity.measure"): [say(f"measure.{name}") for name in rows]}
    for title, key in columns.items():
        shown[title] = [words.measure_text(this, name, float(table[name].loc[key])) for name in rows]
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
    st.dataframe(pd.DataFrame(shown), hide_index=True, height=35 * (len(rows) + 1) + 3)
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
    st.dataframe(pd.DataFrame(told), hide_index=True)
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
