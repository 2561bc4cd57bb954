"""Fairest and least fair: every layer in one table, each row opening its own screen."""

from __future__ import annotations

import numpy as np
import pandas as pd
import streamlit as st

import layers
from geo import cards
from geo.fairness.overview import STEADY, overview
from geo.words import show_number, show_year
from pages.parts.choices import LEVELS
from pages.parts.fair_words import ratio_text
from pages.parts.frame import choose_office, current, keep

view = current()
say, lang = view.say, view.lang

st.subheader(say("overview.title"))
where, deep, _ = st.columns([3, 3, 4])
with where:
    choose_office(view)
offered = [level for level in LEVELS if level != "lao"]
with deep:
    level = st.selectbox(
        say("overview.level"),
        offered,
        index=offered.index(view.level) if view.level in offered else 0,
        format_func=lambda name: say(f"level.{name}"),
        key=f"overview-{lang}",
    )
st.markdown(say("overview.intro"))
table = overview(level, None if view.place is None and view.within is None else view.within)
catalogue = layers.catalogue()
if table.empty:
    st.info(say("overview.none"))
    st.stop()


def way(row: pd.Series) -> str:
    """Whether the divide grew or shrank since the first comparable year."""
    if not row["since"] or not np.isfinite(row["change"]):
        return say("overview.unknown")
    key = "same" if abs(row["change"]) < STEADY else "wider" if row["change"] > 0 else "narrower"
    return say(f"overview.{key}", year=show_year(row["since"], lang))


def line(layer_id: str, row: pd.Series) -> str:
    """What people are held against."""
    if not row["line"]:
        return say("overview.line_neither")
    value = show_number(row["line_value"], catalogue[layer_id].decimals)
    return say(f"overview.line_{row['line']}", **({} if row["line"] == "one" else {"value": value}))


# Where neither way is better, uneven is not unfair.
ranked = table[table["ratio"].notna() & (table["line"] != "")].sort_values("ratio", kind="stable")
for key, part in (("fairest", ranked.iloc[:3]), ("least", ranked.iloc[:-4:-1])):
    items = [
        say(
            "overview.item",
            layer=catalogue[str(layer_id)].short.of(lang),
            ratio=ratio_text(row["ratio"]) if np.isfinite(row["ratio"]) else "∞",
        )
        for layer_id, row in part.iterrows()
    ]
    st.markdown(say(f"overview.{key}", list="; ".join(items)))
shown = pd.DataFrame(
    {
        say("overview.layer"): [catalogue[layer_id].short.of(lang) for layer_id in table.index],
        say("overview.ratio"): table["ratio"].astype(float).round(2).to_numpy(),
        say("overview.gap"): table["gap"].astype(float).round(2).to_numpy(),
        say("overview.unit"): table[f"unit_{lang}"].to_numpy(),
        say("overview.between"): (100 * table["between"].astype(float)).round(0).to_numpy(),
        say("overview.people"): table["people_short"].astype(float).to_numpy(),
        say("overview.share"): (100 * table["p0"].astype(float)).round(0).to_numpy(),
        say("overview.line"): [line(str(layer_id), row) for layer_id, row in table.iterrows()],
        say("overview.trend"): [points if len(points) > 1 else None for points in table["trend"]],
        say("overview.way"): [way(row) for _, row in table.iterrows()],
        say("overview.level"): [say(f"level.{name}") for name in table["level"]],
        say("overview.year"): [show_year(period, lang) for period in table["period"]],
        say("overview.places"): [f"{row['places']}/{row['all_places']}" for _, row in table.iterrows()],
        say("overview.family"): [say(f"family.{catalogue[layer_id].family}") for layer_id in table.index],
    }
)
picked = st.dataframe(
    shown,
    hide_index=True,
    placeholder=say("overview.unknown"),
    height=35 * (len(shown) + 1) + 3,
    on_select="rerun",
    selection_mode="single-row",
    key=f"overview-table-{lang}-{level}",
    column_config={
        say("overview.trend"): st.column_config.LineChartColumn(width="small"),
        say("overview.people"): st.column_config.NumberColumn(format="localized"),
        say("overview.layer"): st.column_config.TextColumn(width=170, pinned=True),
    },
)
st.caption(say("overview.note"))
if rows := picked["selection"]["rows"]:
    layer_id = str(table.index[rows[0]])
    keep(layer=layer_id, level=str(table["level"].iloc[rows[0]]), year=str(table["period"].iloc[rows[0]]))
    st.switch_page("pages/equity.py")
used = dict.fromkeys(source for layer_id in table.index for source in catalogue[layer_id].source)
st.caption("; ".join(dict.fromkeys(cards.card(source).attribution for source in used)))
