"""One area's sheet: every layer's value with status, year, source and rank range, its past, its local authorities."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import layers
from geo import cards
from geo.changes import changed
from geo.gazetteer import level_of
from geo.labels import label
from geo.layer import FAMILIES
from geo.measure import latest, measure, periods
from geo.places import children, parent, places
from geo.publish.extract import of_area
from geo.reading import STATUS_KEYS, position, value_text
from geo.words import show_number, show_year
from pages.parts.downloads import here, offer, offer_report
from pages.parts.frame import choose_office, current, keep
from pages.parts.locate import find_box, locator
from pages.parts.map_table import authorities
from pages.parts.narrowed import tell_outside_office

view = current()
say, lang = view.say, view.lang

left, right = st.columns([1, 2])
with left:
    choose_office(view)
inside = places("province", None if view.place else view.within)
opening = view.mark or view.place or (inside.index[0] if len(inside) else None)
with right:
    code = find_box(view, opening)
if code is None:
    st.info(say("area.none"))
    st.stop()
keep(mark=code)
tell_outside_office(view, code)

level = level_of(code)
row = places(level).loc[code]
st.header(label(code, lang, full=True))
key = "area.facts" if pd.notna(row["people"]) else "area.facts_no_people"
if pd.notna(row["area_km2"]):
    people = show_number(float(places(level)["people"][code])) if pd.notna(row["people"]) else ""
    st.markdown(say(key, people=people, km2=show_number(float(places(level)["area_km2"][code]), 1)))
if older := changed(level).get(code):
    st.warning(older.of(lang))

siblings = places(level, parent(code)).index if level not in ("country", "region") else places(level).index
around = label(parent(code), lang) if level != "country" else label(code, lang)
sheet = []
used: dict[str, None] = {}
shown: list[str] = []
for family in FAMILIES:
    for layer in (layer for layer in layers.catalogue().values() if layer.family == family):
        period = latest(layer.id, level)
        if period is None:
            continue
        measured = measure(layer.id, level, period)
        used |= dict.fromkeys(layer.source)
        shown.append(layer.id)
        place = position(measured, code, siblings) if layer.better != "neither" else None
        own = measured.status[code] == "ok"
        past = [p for p in periods(layer.id, level) if ("Q" in p) == ("Q" in period)] if own else []
        trend = [measure(layer.id, level, p).values[code] for p in past]
        spread = (
            ""
            if place is None
            else say("area.place_one", first=place[0], all=place[2])
            if place[0] == place[1]
            else say("area.place_of", first=place[0], last=place[1], all=place[2])
        )
        sheet.append(
            {
                say("area.layer"): layer.short.of(lang),
                say("area.value"): value_text(measured, code, lang, say, told=False),
                say("area.status"): say(STATUS_KEYS[measured.status[code]]),
                say("area.year"): show_year(period, lang),
                say("area.position", siblings=around): spread,
                say("area.trend"): [float(value) for value in trend if pd.notna(value)] if len(trend) > 1 else None,
                say("area.source"): "; ".join(cards.card(source).title.of(lang) for source in layer.source),
                say("area.family"): say(f"family.{family}"),
            }
        )
st.dataframe(
    pd.DataFrame(sheet),
    hide_index=True,
    height=35 * (len(sheet) + 1) + 3,
    column_config={
        say("area.trend"): st.column_config.LineChartColumn(say("area.trend"), width="small"),
        say("area.layer"): st.column_config.TextColumn(width=150),
        say("area.year"): st.column_config.TextColumn(width=95),
    },
)
st.caption(say("area.position_note"))
with st.container(horizontal=True):
    offer(of_area(code, shown, here(view, "area"), lang), view)
    offer_report(view, code)

locator(view, code)

if level == "subdistrict":
    authorities(current())
elif level in ("province", "district"):
    bodies = places("lao").reindex(children(code, "lao")).dropna(subset=["name_th"])
    if len(bodies):
        st.subheader(say("area.laos", count=len(bodies)))
        st.dataframe(
            pd.DataFrame(
                {
                    say("area.lao_name"): bodies["full_name_th"] if lang == "th" else bodies["name_en"],
                    say("area.lao_type"): bodies["type_th" if lang == "th" else "type_en"],
                    say("area.lao_people"): bodies["people"],
                    say("area.lao_drawn"): bodies["boundary_status"].map(
                        {status: say(f"area.drawn_{status}") for status in ("outline", "point", "province")}
                    ),
                }
            ),
            hide_index=True,
        )

st.caption("; ".join(dict.fromkeys(cards.card(source).attribution for source in used)))
