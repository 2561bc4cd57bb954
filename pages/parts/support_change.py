"""What would be enough: the smallest single change of each score, and any other one tried out."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import layers
from geo.layer import Layer
from geo.support import why
from geo.support.case import INDEX
from geo.support.cells import line, number
from geo.support.reasoning import Reasoned
from geo.words import show_number
from pages.parts.choices import Choices
from pages.parts.frame import keep_setting
from pages.parts.support_controls import heading_name, held


def show_change(view: Choices, found: Reasoned, place: str) -> None:
    """The smallest single change towards the standard of what is looked at, and of every heading below its own."""
    say, known = view.say, found.case
    st.subheader(say("support.change"))
    node = why.node_of(known, place, found.target)
    if not node:
        st.info(say("support.change_unknown"))
        return
    table = why.changes(known, place, node)
    title, standard = _title(view, found, node), show_number(why.standard_for(known, node))
    reach = table[table["reaches"]]
    if (table["points"] == 0).all():
        st.success(say("support.change_met", target=title, standard=standard))
    elif reach.empty:
        best = show_number(table["best"].max(), 1)
        st.warning(say("support.change_never", target=title, standard=standard, best=best))
    else:
        row, layer = reach.iloc[0], _layer(str(reach.index[0]))
        st.markdown(
            say(
                "support.change_least",
                target=title,
                standard=standard,
                figure=layer.title.of(view.lang),
                now=show_number(row["now"], layer.decimals),
                needed=show_number(row["needed"], layer.decimals),
                unit=layer.unit.of(view.lang),
                points=show_number(row["points"], 1),
            )
        )
    _by_heading(view, found, place)
    with st.expander(say("support.all_figures", target=title)):
        st.dataframe(_every_figure(view, table), hide_index=True)
    st.caption(say("support.change_note"))
    _try(view, found, place)


def _layer(layer_id: str) -> Layer:
    return layers.catalogue()[layer_id]


def _title(view: Choices, found: Reasoned, node: str) -> str:
    if node == INDEX:
        return found.case.found.index.title.of(view.lang)
    return heading_name(view, found.case, node) if node in found.case.names else _layer(node).title.of(view.lang)


def _by_heading(view: Choices, found: Reasoned, place: str) -> None:
    say, lang = view.say, view.lang
    least = why.least_by_heading(found.case, place)
    if least.empty:
        return
    rows = []
    for name, row in least.iterrows():
        layer = _layer(str(row["layer"])) if row["layer"] else None
        rows.append(
            {
                say("support.heading"): heading_name(view, found.case, str(name)),
                say("support.score"): show_number(number(found.case.scores, place, str(name)), 1),
                say("support.figure"): say("support.not_enough") if layer is None else layer.title.of(lang),
                say("support.now"): "–" if layer is None else show_number(row["now"], layer.decimals),
                say("support.needed"): "–" if layer is None else show_number(row["needed"], layer.decimals),
                say("support.unit"): "–" if layer is None else layer.unit.of(lang),
                say("support.points_more"): "–" if layer is None else show_number(row["points"], 1),
            }
        )
    st.markdown(f"**{say('support.by_heading_table')}**")
    st.dataframe(pd.DataFrame(rows), hide_index=True)


def _every_figure(view: Choices, table: pd.DataFrame) -> pd.DataFrame:
    say, rows = view.say, []
    for code, row in table.iterrows():
        layer, reaches = _layer(str(code)), bool(row["reaches"])
        needed = show_number(row["needed"], layer.decimals) if reaches else say("support.not_enough")
        rows.append(
            {
                say("support.figure"): layer.title.of(view.lang),
                say("support.unit"): layer.unit.of(view.lang),
                say("support.now"): show_number(row["now"], layer.decimals),
                say("support.needed"): needed,
                say("support.points_more"): show_number(row["points"], 1) if reaches else "–",
                say("support.best_possible"): show_number(row["best"], 1),
            }
        )
    return pd.DataFrame(rows)


def _try(view: Choices, found: Reasoned, place: str) -> None:
    """One figure of the area at another value, and the scores that follow."""
    say, lang, own = view.say, view.lang, line(found.case.found.own, place)
    measured = [str(code) for code in own.index[own.notna()]]
    named, _, text = view.setting("whatif").partition(":")
    layer_id = named if named in measured else measured[0]
    layer, now = _layer(layer_id), float(own[layer_id])
    value = float(text) if named == layer_id and text else now

    def kept() -> None:
        chosen = st.session_state["w_whatif_layer"]
        typed = st.session_state["w_whatif_value"] if chosen == layer_id else float(own[chosen])
        if typed is not None and typed >= 0:
            keep_setting(whatif=f"{chosen}:{typed:.4f}".rstrip("0").rstrip("."))

    left, right = st.columns(2)
    left.selectbox(
        say("choose.whatif"),
        measured,
        format_func=lambda code: _layer(code).title.of(lang),
        key=held("whatif_layer", layer_id),
        on_change=kept,
    )
    right.number_input(
        say("support.whatif_value", unit=layer.unit.of(lang), now=show_number(now, layer.decimals)),
        min_value=0.0,
        key=held("whatif_value", value),
        on_change=kept,
    )
    rows = []
    for node, row in why.tried(found.case, place, layer_id, value).dropna(subset=["before"]).iterrows():
        rise = row["after"] - row["before"]
        rows.append(
            {
                say("support.what"): _title(view, found, str(node)),
                say("support.before"): show_number(row["before"], 1),
                say("support.after"): show_number(row["after"], 1),
                say("support.difference"): ("+" if rise > 0 else "") + show_number(rise, 1),
            }
        )
    st.dataframe(pd.DataFrame(rows), hide_index=True)
    st.caption(say("support.try_note"))
