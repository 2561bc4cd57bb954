"""Third step: who should act, by subsidiarity, and with what kind of support."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import layers
from geo.called import distinct_names
from geo.labels import label
from geo.measure import measure
from geo.places import children, places
from geo.reading import value_text
from geo.stats.capacity import RESOURCES
from geo.stats.decide import support_mix
from geo.support import notes
from geo.support.cells import line, number
from geo.support.reasoning import Reasoned
from geo.support.telling import advice_told, resource_names, slug
from geo.support.words import share_text
from geo.words import show_year
from pages.parts import support_charts as charts
from pages.parts.choices import Choices
from pages.parts.support_controls import heading_name, held, judged_of, keep_judged, pick, slide

KNOWN_OF_LAOS = ("website_on_record", "small_laos_share")


def show_who(view: Choices, found: Reasoned, place: str, inside: pd.Index) -> None:
    """Advice on one area with what it rests on, then on all areas in view, then at which scale to act."""
    say = view.say
    st.subheader(say("support.who_title", area=label(place, view.lang, full=True)))
    target = heading_name(view, found.case, found.target)
    st.info("\n\n".join(advice_told(found, place, target, say, view.lang)))
    st.caption(say("support.advice_note"))
    left, right = st.columns(2)
    with left:
        _resources(view, found, place)
    with right:
        _mix(view, found, place)
    _estimate(view, found, place)
    _authorities(view, found, place)
    st.subheader(say("support.who_all"))
    _everyone(view, found, inside)
    st.subheader(say("support.scale"))
    _scale(view, found)


def _resources(view: Choices, found: Reasoned, place: str) -> None:
    """The three resources, what stands for each, and where the area stands among its type."""
    say, lang = view.say, view.lang
    st.markdown(f"**{say('support.capacity')}**")
    rows = []
    for name, heading in found.able.headings.items():
        layer = layers.catalogue().get(heading.indicators[0].layer)
        if layer is None:
            continue
        share = number(found.able.shares, place, name)
        own = pd.notna(number(found.able.resources, place, name))
        value = value_text(measure(layer.id, found.level), place, lang, say) if own else say("support.not_known_here")
        rows.append(
            {
                say("support.resource"): say(f"support_resource.{name}"),
                say("support.stands_for"): layer.title.of(lang),
                say("support.value"): value,
                say("support.year"): show_year(found.able.periods[name], lang) if own else "–",
                say("support.percentile"): share_text(share),
            }
        )
    capacity = number(found.able.shares, place, "capacity")
    st.table(pd.DataFrame(rows), hide_index=True)
    limiting = str(found.able.shares.at[place, "limiting"])
    formula = say(f"support.formula_{found.values.text('skills')}")
    if pd.notna(capacity):
        st.markdown(
            say(
                "support.capacity_is",
                capacity=share_text(capacity),
                limiting=resource_names(limiting, say),
                formula=formula,
            )
        )
    else:
        st.markdown(say("support.capacity_unknown", formula=formula))
    st.caption(say("support.proxies"))


def _mix(view: Choices, found: Reasoned, place: str) -> None:
    say = view.say
    st.markdown(f"**{say('support.mix')}**")
    order = [int(digit) for digit in found.values.text("asked")]
    mix = line(support_mix(found.able.shares, order), place)
    lacks = {name: float(mix["lacks"][name]) for name in RESOURCES}
    asked = {name: float(mix["asked"][name]) for name in RESOURCES}
    titles = {name: say(f"support_resource.{name}") for name in asked}
    if any(pd.isna(value) for value in lacks.values()):
        st.caption(say("support.mix_unknown"))
        lacks = {}
    st.plotly_chart(charts.mix(lacks, asked, titles, say), key="mix")
    st.caption(say("support.mix_note"))
    pick(view, "asked")


def _estimate(view: Choices, found: Reasoned, place: str) -> None:
    """The reader's own estimate of the local side, where she knows more than open figures do."""
    say, held_now = view.say, judged_of(view).get(place)
    with st.expander(say("support.estimate"), expanded=held_now is not None):
        st.markdown(say("support.estimate_why"))

        def switched() -> None:
            keep_judged(view, place, 0.5 if st.session_state["w_judge"] else None)

        def moved() -> None:
            keep_judged(view, place, float(st.session_state["w_judged"]))

        st.toggle(say("support.estimate_use"), key=held("judge", held_now is not None), on_change=switched)
        if held_now is not None:
            st.slider(say("choose.judged"), 0.0, 1.0, step=0.05, key=held("judged", held_now), on_change=moved)


def _authorities(view: Choices, found: Reasoned, place: str) -> None:
    """The local authorities of the area and the little that is known of each."""
    say, lang = view.say, view.lang
    bodies = places("lao").reindex(children(place, "lao")).dropna(subset=["name_th"])
    if bodies.empty:
        return
    with st.expander(say("support.authorities", count=len(bodies))):
        table: dict[str, object] = {
            say("area.lao_name"): bodies["full_name_th"] if lang == "th" else bodies["name_en"],
            say("area.lao_type"): bodies["type_th" if lang == "th" else "type_en"],
            say("area.lao_people"): bodies["people"],
        }
        for layer_id in KNOWN_OF_LAOS:
            if layer_id in layers.catalogue():
                known = measure(layer_id, "lao")
                title = layers.catalogue()[layer_id].short.of(lang)
                table[title] = [value_text(known, code, lang, say) for code in bodies.index]
        st.dataframe(pd.DataFrame(table), hide_index=True)
        st.caption(say("support.authorities_note"))


def _everyone(view: Choices, found: Reasoned, inside: pd.Index) -> None:
    say, table = view.say, found.advice.table.loc[inside]
    one, two, three = st.columns(3)
    with one:
        slide(view, "small", 0.05)
    with two:
        slide(view, "task", 0.1)
    with three:
        pick(view, "skills")
    st.markdown(notes.tier_counts(found, inside, say))
    task, above = table["task"], table["province"]
    known = task.gt(0) & above.notna()
    if known.any():
        covers = int((above[known] >= task[known]).sum())
        st.markdown(say("support.province_counts", covers=covers, all=len(inside), short=int(known.sum()) - covers))
    for sentence in notes.flips(found, inside, say):
        st.markdown(sentence)
    order = table["task"].sort_values(ascending=False, kind="stable").index
    called = distinct_names(found.level, view.lang, inside)
    rows = {
        say(f"level.{found.level}"): [str(called[code]) for code in order],
        say("support.who_acts"): [
            say(f"support_tier.{slug(table.at[code, 'tier'])}")
            + (f" ({say('support.own_estimate')})" if table.at[code, "judged"] else "")
            for code in order
        ],
        say("support.support_with"): [resource_names(str(table.at[code, "support"]), say) or "–" for code in order],
        say("support.task"): [share_text(table.at[code, "task"]) for code in order],
        say("support.local"): [share_text(table.at[code, "local"]) for code in order],
        say("support.joint"): [share_text(table.at[code, "neighbours"]) for code in order],
    }
    if found.level != "province":
        rows[say("support.provincial")] = [share_text(table.at[code, "province"]) for code in order]
    rows[say("support.hands_back")] = [share_text(table.at[code, "hands_back"]) for code in order]
    st.dataframe(pd.DataFrame(rows), hide_index=True)
    st.caption(say(f"support.chain_{found.level}"))


def _scale(view: Choices, found: Reasoned) -> None:
    """Between or within, over the whole country, and low areas that lie together."""
    say = view.say
    slide_here, told_here = st.columns([1, 2])
    with slide_here:
        slide(view, "inside", 5)
    with told_here:
        told, without, verdict = notes.split_told(found, say)
        st.markdown(told)
        if without:
            st.caption(without)
        if verdict:
            st.markdown(f"**{verdict}**")
    for sentence in notes.clusters_told(found, say, view.lang):
        st.markdown(sentence)
    st.caption(say("support.scale_note"))
