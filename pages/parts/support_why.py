"""Second step: why one area lags, against itself and areas like it, down to the figures and the smallest change."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import layers
from geo.labels import label
from geo.support import why
from geo.support.board import profile
from geo.support.case import INDEX
from geo.support.context import alike, context
from geo.support.reasoning import Reasoned
from geo.support.telling import slug
from geo.words import show_number, show_year
from pages.parts import support_charts as charts
from pages.parts.choices import Choices
from pages.parts.frame import keep_setting
from pages.parts.show import STATUS_KEYS
from pages.parts.support_controls import heading_name, held, slide
from pages.parts.support_words import score_text, status_text

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
    _change(view, found, place)
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
    status = found.board.status.loc[place].mask(
        known.inherited.loc[place] & found.board.status.loc[place].eq("no data"), "inherited"
    )

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
        st.info(say("support.peers_none", area=label(place, lang)))
        return
    if bool(near["far"].iloc[0]):
        st.warning(say("support.peers_far", nearest=label(str(near.index[0]), lang),
                       distance=show_number(float(near["distance"].iloc[0]), 1)))  # fmt: skip
    known = context(found.level)
    listed = [place, *near.index]
    rows = {say(f"level.{found.level}"): [label(code, lang) for code in listed]}
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


def _change(view: Choices, found: Reasoned, place: str) -> None:
    """The smallest single change, and any other one tried out."""
    say, lang, known = view.say, view.lang, found.case
    st.subheader(say("support.change"))
    node = why.node_of(known, place, found.target)
    if not node:
        st.info(say("support.change_unknown"))
        return
    title = known.found.index.title.of(lang) if node == INDEX else heading_name(view, known, node)
    standard = show_number(why.standard_for(known, node))
    table = why.changes(known, place, node)
    reach = table[table["reaches"]]
    if (table["points"] == 0).all():
        st.success(say("support.change_met", target=title, standard=standard))
    elif reach.empty:
        st.warning(
            say("support.change_never", target=title, standard=standard, best=show_number(table["best"].max(), 1))
        )
    else:
        first = str(reach.index[0])
        layer, row = layers.catalogue()[first], reach.iloc[0]
        st.markdown(
            say(
                "support.change_least",
                target=title,
                standard=standard,
                figure=layer.title.of(lang),
                now=show_number(row["now"], layer.decimals),
                needed=show_number(row["needed"], layer.decimals),
                unit=layer.unit.of(lang),
                points=show_number(row["points"], 1),
            )
        )
    st.dataframe(
        pd.DataFrame(
            {
                say("support.figure"): [layers.catalogue()[code].title.of(lang) for code in table.index],
                say("support.unit"): [layers.catalogue()[code].unit.of(lang) for code in table.index],
                say("support.now"): [
                    show_number(row["now"], layers.catalogue()[code].decimals) for code, row in table.iterrows()
                ],
                say("support.needed"): [
                    show_number(row["needed"], layers.catalogue()[code].decimals)
                    if row["reaches"]
                    else say("support.not_enough")
                    for code, row in table.iterrows()
                ],
                say("support.points_more"): [
                    show_number(row["points"], 1) if row["reaches"] else "–" for _, row in table.iterrows()
                ],
                say("support.best_possible"): [show_number(row["best"], 1) for _, row in table.iterrows()],
            }
        ),
        hide_index=True,
    )
    st.caption(say("support.change_note"))
    _try(view, found, place, list(table.index))


def _try(view: Choices, found: Reasoned, place: str, offered: list[str]) -> None:
    say, lang, known = view.say, view.lang, found.case
    measured = [
        item.layer
        for heading in known.headings
        for item in heading.indicators
        if pd.notna(known.found.own.at[place, item.layer])
    ]
    named, _, text = view.setting("whatif").partition(":")
    layer_id = named if named in measured else (offered[0] if offered else measured[0])
    now = float(known.found.own.at[place, layer_id])
    layer = layers.catalogue()[layer_id]

    def kept() -> None:
        chosen = st.session_state["w_whatif_layer"]
        value = st.session_state["w_whatif_value"] if chosen == layer_id else None
        start = float(known.found.own.at[place, chosen]) if value is None else float(value)
        if start >= 0:
            keep_setting(whatif=f"{chosen}:{start:.4f}".rstrip("0").rstrip("."))

    left, right = st.columns(2)
    left.selectbox(
        say("choose.whatif"),
        measured,
        format_func=lambda code: layers.catalogue()[code].title.of(lang),
        key=held("whatif_layer", layer_id),
        on_change=kept,
    )
    right.number_input(
        say("support.whatif_value", unit=layer.unit.of(lang), now=show_number(now, layer.decimals)),
        key=held("whatif_value", float(text) if named == layer_id and text else now),
        on_change=kept,
    )
    value = float(text) if named == layer_id and text else now
    outcome = why.tried(known, place, layer_id, value)
    rows = []
    for node, row in outcome.iterrows():
        if pd.isna(row["before"]):
            continue
        title = (
            known.found.index.title.of(lang)
            if node == INDEX
            else layer.title.of(lang)
            if node == layer_id
            else heading_name(view, known, str(node))
        )
        rows.append(
            {
                say("support.what"): title,
                say("support.before"): show_number(row["before"], 1),
                say("support.after"): show_number(row["after"], 1),
                say("support.difference"): ("+" if row["after"] > row["before"] else "")
                + show_number(row["after"] - row["before"], 1),
            }
        )
    st.dataframe(pd.DataFrame(rows), hide_index=True)
    st.caption(say("support.try_note"))
