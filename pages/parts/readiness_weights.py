"""The reader's own weights and method, what each dimension then really does, and how ranks move."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.called import distinct_names
from geo.indices import AGGREGATES
from geo.readiness import Assessed, assess
from geo.scored import scenario_title, shift_text
from geo.standing import node_title, scenario_ranks
from geo.stats.coherence import effective_influence
from geo.stats.normalising import NORMALISATIONS
from geo.words import show_number
from pages.parts import importance
from pages.parts.choices import Choices
from pages.parts.frame import keep_setting
from pages.parts.readiness_choose import choose_setting
from pages.parts.readiness_ranking import PAGE

METHOD_SETTINGS = {"join": "declared", "scale": "goalposts", "widen": "0"}


def weights(view: Choices, found: Assessed) -> None:
    """Sliders for the importance of each dimension, the switches of the method, and the way back."""
    say, index = view.say, found.index
    name = f"weights_{index.id}"
    now = importance.read(view.setting(name), index.id) or {}
    st.caption(say("readiness.importance"))
    columns = st.columns(3)
    for at, (heading, number) in enumerate(now.items()):
        with columns[at % 3]:
            key = f"importance-{index.id}-{heading}"
            st.session_state[key] = number
            st.slider(
                node_title(found, heading).of(view.lang),
                0,
                importance.MOST,
                key=key,
                on_change=_weighed,
                args=(name, heading, dict(now)),
            )
    first, second, third = st.columns(3)
    with first:
        own_way = say(f"join.{index.aggregate}")
        choose_setting(
            view,
            "join",
            ["declared", *AGGREGATES],
            lambda key: say("join.declared", name=own_way) if key == "declared" else say(f"join.{key}"),
        )
    with second:
        choose_setting(view, "scale", NORMALISATIONS, lambda key: say(f"scale.{key}"))
    with third:
        st.session_state["s_widen"] = view.setting("widen") == "1"
        st.toggle(
            say("choose.widen"),
            key="s_widen",
            on_change=lambda: keep_setting(widen=bool(st.session_state["s_widen"])),
            disabled=found.level not in ("district", "subdistrict"),
        )
        st.button(say("readiness.reset"), key="reset", on_click=lambda: keep_setting(**METHOD_SETTINGS, **{name: ""}))


def _weighed(name: str, heading: str, before: dict[str, int]) -> None:
    index_id = name.removeprefix("weights_")
    number = int(st.session_state[f"importance-{index_id}-{heading}"])
    keep_setting(**{name: importance.write({**before, heading: number})})


def influence(view: Choices, found: Assessed) -> None:
    """The weight given to each dimension beside what it really does to the index."""
    say = view.say
    st.subheader(say("readiness.influence"))
    table = effective_influence(found.scores, found.tree, found.index.id)
    if table["effective"].isna().all():
        st.info(say("readiness.checks_none"))
        return
    st.dataframe(
        pd.DataFrame(
            {
                say("readiness.dimension"): [node_title(found, str(node)).of(view.lang) for node in table.index],
                say("readiness.nominal"): [_percent(value) for value in table["nominal"]],
                say("readiness.effective"): [_percent(value) for value in table["effective"]],
                say("readiness.squared"): [_decimal(value) for value in table["squared_correlation"]],
            }
        ),
        hide_index=True,
    )
    st.caption(say("readiness.influence_note"))


def _percent(value: float) -> str:
    return "–" if pd.isna(value) else f"{100 * value:.0f} %"


def _decimal(value: float) -> str:
    return "–" if pd.isna(value) else show_number(value, 2)


def scenarios(view: Choices, found: Assessed, inside: pd.Index) -> None:
    """Each area's rank as declared, and the places it climbs or loses when one thing of the method changes."""
    say = view.say
    st.subheader(say("readiness.scenarios"))
    ranks = scenario_ranks(found)
    here = ranks.loc[inside].dropna(subset=[("rank", "declared")]).sort_values(("rank", "declared"))
    if here.empty:
        st.info(say("readiness.checks_none"))
        return
    called = distinct_names(found.level, view.lang, here.index)
    methods = [str(name) for name in ranks["shift"].columns]
    titles = {name: scenario_title(found, name, view.lang) for name in methods}
    shifts = {name: here["shift", name] for name in methods if name != "declared"}
    # Without one dimension too little may be left for any rank.
    sizes = {name: size for name, shift in shifts.items() if len(size := shift.abs().dropna())}
    if sizes:
        most = max(sizes, key=lambda name: float(sizes[name].median()))
        st.markdown(
            say(
                "readiness.moved_most",
                name=titles[most],
                median=show_number(float(sizes[most].median())),
                place=str(called[str(sizes[most].idxmax())]),
                most=show_number(float(sizes[most].max())),
            )
        )
    ranges = assess(found.index.id, found.level, widen=found.widen).ranges().loc[here.index]
    table = pd.DataFrame({say("readiness.place"): called.to_numpy()})
    table[say("readiness.declared")] = [
        f"{show_number(rank)} ({show_number(low)}–{show_number(high)})"
        for rank, low, high in zip(here["rank", "declared"], ranges["low"], ranges["high"], strict=True)
    ]
    for name, shift in shifts.items():
        table[titles[name]] = [shift_text(value) for value in shift]
    pinned = {say("readiness.place"): st.column_config.TextColumn(pinned=True)}
    st.dataframe(table, hide_index=True, height=35 * (min(len(table), PAGE) + 1) + 3, column_config=pinned)
    st.caption(say("readiness.scenarios_note"))
