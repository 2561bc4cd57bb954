"""What stands beside the maps of a board: boxes for the second map, a sentence on the scale, the values as a table."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

import layers
from geo.called import distinct_names
from geo.measure import Measured, periods
from geo.places import offices, places
from geo.publish.extract import Part
from geo.reading import best_first, value_text
from geo.words import show_year
from pages.parts.board_along import Board
from pages.parts.choices import COUNTRY, Choices, shown_levels
from pages.parts.frame import choose_layer, choose_level, choose_office, choose_year, current
from pages.parts.map_table import class_texts
from pages.parts.panels import MOST_PANELS, alike, second, short_titles, years_of
from pages.parts.pick import pick_setting


def choose_two(view: Choices) -> list[Choices]:
    """Boxes for both maps, the first from the reader's shared choices; gives the two views."""
    say, lang, catalogue = view.say, view.lang, layers.catalogue()
    st.markdown(f"**{say('maps.left_map')}**")
    for box, choose in zip(
        st.columns([4, 2, 2, 2]), (choose_layer, choose_year, choose_office, choose_level), strict=True
    ):
        with box:
            choose(view)
    view = current()
    other, gone = second(view)
    offered = [key for key, layer in catalogue.items() if view.level in shown_levels(layer)]
    st.markdown(f"**{say('maps.right_map')}**")
    what, when, where, _ = st.columns([4, 2, 2, 2])
    with what:
        pick_setting("layer2", say("choose.layer2"), offered, other.layer, lambda key: catalogue[key].title.of(lang))
    with when:
        known = periods(other.layer, view.level)[::-1]
        pick_setting("year2", say("choose.year2"), known, other.year, lambda key: show_year(key, lang))
    with where:
        names = offices()
        pick_setting(
            "office2",
            say("choose.office2"),
            [COUNTRY, *names],
            other.office,
            lambda key: (
                say("choose.country") if key == COUNTRY else names[key].name_th if lang == "th" else names[key].name_en
            ),
        )
    if gone:
        asked = catalogue[view.setting("layer2")].title.of(lang)
        st.info(say("maps.second_gone", layer=asked, shown=other.chosen_layer.title.of(lang)))
    if (year := view.setting("year2")) and other.year != year:
        st.info(say("address.year_moved", asked=show_year(year, lang), shown=show_year(other.year, lang)))
    return [view, other]


def choose_many(view: Choices) -> list[Choices]:
    """Boxes for the layer and what the maps differ by; gives one view per map."""
    say = view.say
    boxes = st.columns([4, 2, 2, 2, 2])
    for box, choose in zip(boxes, (choose_layer, choose_year, choose_office, choose_level), strict=False):
        with box:
            choose(view)
    view = current()
    with boxes[-1]:
        pick_setting(
            "each", say("choose.each"), ("year", "layer"), view.setting("each"), lambda key: say(f"maps.by_{key}")
        )
    if current().setting("each") == "layer":
        views = []
        for key in alike(view)[:MOST_PANELS]:
            known = periods(key, view.level)
            views.append(replace(view, layer=key, year=view.year if view.year in known else known[-1]))
        why = "maps.one_layer"
    else:
        views, why = [replace(view, year=year) for year in years_of(view)], "maps.one_year"
    if len(views) == 1:
        st.info(say("maps.one_panel", why=say(why)))
    return views


def values_table(view: Choices, views: list[Choices], measured: list[Measured]) -> pd.DataFrame:
    """Every area that one of the maps shows with its value on each of them, in the order of the first map."""
    say, lang, level = view.say, view.lang, view.level
    inside = [places(level, each.within).index for each in views]
    union = pd.Index(dict.fromkeys(code for part in inside for code in part))
    first = list(best_first(measured[0], inside[0]).index)
    order = [*first, *(code for code in union if code not in set(first))]
    called = distinct_names(level, lang, union)
    table = {say(f"level.{level}"): [str(called[code]) for code in order]}
    for title, part, own in zip(short_titles(views), inside, measured, strict=True):
        shown = set(part)
        table[title] = [value_text(own, code, lang, say, unit=False) if code in shown else "–" for code in order]
    return pd.DataFrame(table, index=order)


def values_parts(views: list[Choices], shown: Board) -> list[Part]:
    """The same for a file: what each map shows of its own places, in the classes of its legend."""
    parts = []
    for each, own, drawing in zip(views, shown.measured, shown.drawings, strict=True):
        codes = [str(code) for code in places(own.level, each.within).index]
        parts.append(Part(own, tuple(codes), tuple(class_texts(drawing, own, codes))))
    return parts
