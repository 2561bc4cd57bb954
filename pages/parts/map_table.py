"""The map as a table that does the same work: every area with value, class and status, in the order asked for."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

import numpy as np
import pandas as pd
import streamlit as st

from geo.called import lies_in, names
from geo.doubt import doubtful
from geo.gazetteer import level_of
from geo.labels import label
from geo.maps.choropleth import Choropleth
from geo.measure import Measured
from geo.places import laos_of, places
from geo.reading import STATUS_KEYS, best_first
from geo.words import show_number, show_year
from pages.parts.choices import Choices
from pages.parts.frame import keep_setting

PAGE = 12
STYLE = """<style>
.map-table {width: 100%; border-collapse: collapse; font-size: .875rem; line-height: 1.45}
.map-table :is(th, td) {padding: .35rem .4rem; vertical-align: top; text-align: left; font-weight: 400;
  border: 0 solid color-mix(in srgb, currentColor 22%, transparent); border-bottom-width: 1px}
.map-table thead th {opacity: .8}
.map-table tbody th {font-weight: 600}
.map-table td {font-variant-numeric: tabular-nums}
.map-table td:last-child {min-width: 4.6rem}
.map-table small {display: block; font-weight: 400; opacity: .8}
</style>"""
# Where neither way is better, these two are called by what they are.
PLAIN = ("best", "worst")
ORDERS = ("best", "worst", "name", "class", "status")


def ordered(measured: Measured, drawing: Choropleth, view: Choices, inside: pd.Index) -> list[str]:
    """The areas in the order that the reader asked for; those without a value stand last, or by their status."""
    best = best_first(measured, inside).index.tolist()
    rest = inside[(measured.status[inside] != "ok").to_numpy()].tolist()
    called = names(measured.level, view.lang)
    match view.setting("order"):
        case "worst":
            return [*best[::-1], *rest]
        case "name":
            return sorted(map(str, inside), key=lambda code: str(called[code]))
        case "class":
            found = dict(zip(best, drawing.classes.of(measured.values[best]).tolist(), strict=True))
            return [*sorted(best, key=lambda code: -found[code]), *rest]
        case "status":
            return [*sorted(rest, key=lambda code: str(measured.status[code])), *best]
    return [*best, *rest]


def map_table(view: Choices, measured: Measured, drawing: Choropleth) -> list[str]:
    """Show one page of the table and give the order of all its rows."""
    say, lang, level, layer = view.say, view.lang, measured.level, measured.layer
    inside = places(level, view.within).index
    plain = layer.better == "neither"
    order, page_box = st.columns(2)
    # Set and not only begun with: after a change of language the browser hands back the words of the other one.
    st.session_state["table-order"] = view.setting("order")
    order.selectbox(
        say("map_page.order"),
        ORDERS,
        format_func=lambda key: say(f"map_page.order_{key}{'_plain' if plain and key in PLAIN else ''}"),
        key="table-order",
        on_change=lambda: keep_setting(order=st.session_state["table-order"]),
    )
    listed = ordered(measured, drawing, view, inside)
    pages = max(1, math.ceil(len(listed) / PAGE))
    page = st.session_state["table"] = min(pages, int(float(view.setting("table"))))
    page_box.number_input(
        say("map_page.table_page", pages=pages),
        1,
        pages,
        key="table",
        on_change=lambda: keep_setting(table=str(st.session_state["table"])),
        disabled=pages == 1,
    )
    part = listed[PAGE * (page - 1) : PAGE * page]
    unsure, called = doubtful(measured), names(level, lang)
    columns = {
        say(f"level.{level}"): [str(called[code]) for code in part],
        say("area.value"): [_number(measured.values[code], layer.decimals) for code in part],
        say("map.class"): class_texts(drawing, measured, part),
        say("area.status"): [
            say("map.doubtful" if unsure[code] else STATUS_KEYS[measured.status[code]]) for code in part
        ],
    }
    if drawing.worded:
        # The number behind a word says nothing that the word does not.
        del columns[say("area.value")]
    # Many districts and subdistricts share a name.
    around = [] if level == "province" else lies_in(level, lang)[part].tolist()
    st.html(STYLE + as_html(columns, around))
    told = "map_page.words_in" if drawing.worded else "map_page.values_in"
    st.caption(say(told, unit=layer.unit.of(lang), year=show_year(measured.period, lang)))
    return listed


def _number(value: float, decimals: int) -> str:
    return show_number(value, decimals) if math.isfinite(value) else "–"


def as_html(columns: Mapping[str, Sequence[str]], around: Sequence[str]) -> str:
    """A page of the table whose texts break where a screen is narrow, every text in it as text.

    ``columns`` by their headings, the first with the names of the areas; ``around`` is what each of them lies in, and
    stands below its name.

    Examples
    --------
    >>> as_html({"Area": ["<b>"], "Value": ["5"]}, ["Nan"]).count("&lt;b&gt; <small>Nan</small>")
    1
    """
    head = "".join(f'<th scope="col">{escape(name)}</th>' for name in columns)
    first, *rest = columns.values()
    body = []
    for at, name in enumerate(first):
        lies = f" <small>{escape(str(around[at]))}</small>" if around else ""
        cells = "".join(f"<td>{escape(column[at])}</td>" for column in rest)
        body.append(f'<tr><th scope="row">{escape(name)}{lies}</th>{cells}</tr>')
    return f'<table class="map-table"><thead><tr>{head}</tr></thead><tbody>{"".join(body)}</tbody></table>'


def class_texts(drawing: Choropleth, measured: Measured, codes: list[str]) -> list[str]:
    """The class of each place by its own value, in the words of the legend; empty without one."""
    found = drawing.classes.of(measured.values[codes].to_numpy(dtype=float))
    # All areas of the country at every change: looked up at once, since a look-up each takes a hundred times as long.
    own = (measured.status[codes] == "ok").to_numpy()
    labels = (*drawing.classes.labels, "")
    return [labels[at] for at in np.where(own & (found >= 0), found, -1).tolist()]


def authorities(view: Choices) -> None:
    """The local authorities that cover the subdistrict marked on the map, with how much of it each covers."""
    if not view.mark or level_of(view.mark) != "subdistrict":
        return
    say, held = view.say, laos_of(view.mark)
    bodies = places("lao").reindex(held["lao"])
    st.markdown(f"**{say('map_page.laos_of', place=label(view.mark, view.lang))}**")
    st.dataframe(
        pd.DataFrame(
            {
                say("area.lao_name"): [str(names("lao", view.lang)[code]) for code in held["lao"]],
                say("map_page.coverage"): [say(f"map_page.covers_{part}") for part in held["coverage"]],
                say("area.lao_drawn"): [say(f"area.drawn_{status}") for status in bodies["boundary_status"]],
            }
        ),
        hide_index=True,
    )
