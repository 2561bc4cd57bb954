"""Areas side by side over chosen layers: a table on a wide screen, one block a layer on a narrow one."""

from __future__ import annotations

from html import escape

import pandas as pd
import streamlit as st

import layers
from geo.called import names
from geo.measure import latest, measure, periods
from geo.places import places
from geo.reading import heading, value_text
from pages.parts.choices import Choices

STYLE = """<style>
.side-by-side {overflow-x: auto}
.side-by-side table {width: 100%; border-collapse: collapse; font-size: 0.95rem}
.side-by-side th, .side-by-side td {padding: 0.4rem 0.6rem; vertical-align: top; text-align: right;
  border: 0 solid color-mix(in srgb, currentColor 22%, transparent); border-bottom-width: 1px}
.side-by-side th:first-child {text-align: left; font-weight: 600; min-width: 12rem}
.side-by-side td {font-variant-numeric: tabular-nums}
.side-by-side .around {font-weight: 400; opacity: 0.8}
@media (max-width: 640px) {
  .side-by-side thead {display: none}
  .side-by-side tr, .side-by-side th, .side-by-side td {display: block}
  .side-by-side tr {padding: 0.5rem 0; border-bottom: 1px solid color-mix(in srgb, currentColor 22%, transparent)}
  .side-by-side th, .side-by-side td {padding: 0.15rem 0; border: 0}
  .side-by-side td {display: flex; justify-content: space-between; gap: 1rem}
  .side-by-side td::before {content: attr(data-of); text-align: left}
}
</style>"""


def side_by_side(view: Choices, picked: list[str], over: list[str], called: pd.Series) -> None:
    """Show the areas picked, and what they lie in over the layers chosen."""
    say, lang, level = view.say, view.lang, view.level
    table = places(level)
    above = [*(table["province"][picked] if level != "province" else []), *table["region"][picked], "TH"]
    columns = {code: str(called[code]) for code in picked}
    for code in dict.fromkeys(above):
        wider = _wider(code)
        name = str(names(wider, lang)[code])
        # A district may bear its province's name; each keeps its own column.
        columns[code] = f"{name} ({say(f'level.{wider}')})" if name in columns.values() else name
    rows = {}
    for layer_id in over:
        period = str(view.year if layer_id == view.layer else latest(layer_id, level))
        own = measure(layer_id, level, period)
        values = {code: value_text(own, code, lang, say, unit=False) for code in picked}
        for code in dict.fromkeys(above):
            wider = _wider(code)
            if wider in layers.catalogue()[layer_id].levels and period in periods(layer_id, wider):
                beside = measure(layer_id, wider, period)
                values[code] = value_text(beside, code, lang, say, unit=False)
        rows[heading(layers.catalogue()[layer_id], period, lang)] = values
    st.html(STYLE + as_html(say("compare.layer"), columns, rows, set(picked)))
    st.caption(say("compare.table_note"))


def as_html(first: str, columns: dict[str, str], rows: dict[str, dict[str, str]], picked: set[str]) -> str:
    """The table as HTML, every text in it as text; each cell names its area for screens where the head is hidden.

    Examples
    --------
    >>> as_html("Layer", {"10": "<b>"}, {"Speed": {"10": "5"}}, {"10"}).count("&lt;b&gt;")
    2
    """

    def kind(code: str) -> str:
        return "own" if code in picked else "around"

    head = "".join(
        f'<th scope="col" role="columnheader" class="{kind(code)}">{escape(name)}</th>'
        for code, name in columns.items()
    )
    body = "".join(
        f'<tr role="row"><th scope="row" role="rowheader">{escape(title)}</th>'
        + "".join(
            f'<td role="cell" class="{kind(code)}" data-of="{escape(name)}">{escape(values.get(code, "–"))}</td>'
            for code, name in columns.items()
        )
        + "</tr>"
        for title, values in rows.items()
    )
    head = f'<tr role="row"><th scope="col" role="columnheader">{escape(first)}</th>{head}</tr>'
    return f'<div class="side-by-side"><table role="table"><thead>{head}</thead><tbody>{body}</tbody></table></div>'


def _wider(code: str) -> str:
    return "country" if code == "TH" else "province" if code in places("province").index else "region"
