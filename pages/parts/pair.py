"""Need against provision: which two layers, how they are cut, the map of both and the same as a table."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

import layers
from geo import cards
from geo.called import distinct_names
from geo.doubt import doubtful
from geo.layer import Layer
from geo.mapped import names_file, on_map, shapes_of
from geo.maps import bivariate, message
from geo.maps.banded import Axis, Cut, Side, axis
from geo.maps.choropleth import Choropleth
from geo.maps.legend import STATE_KEYS, class_key
from geo.measure import Measured, latest, measure, periods
from geo.places import places
from geo.reading import value_text
from geo.words import show_year
from pages.parts.atlas import beside, up_of
from pages.parts.choices import Choices, shown_levels
from pages.parts.downloads import here
from pages.parts.drawn import drawn_once
from pages.parts.frame import choose_office, choose_year, current
from pages.parts.map_view import Picked, map_view
from pages.parts.pick import pick_choice, pick_setting
from pages.parts.take_along import Drawn

FIRST_NEED, FIRST_PROVISION = "household_income", "fixed_download"


def _of(index: str) -> list[str]:
    return [key for key, layer in layers.catalogue().items() if layer.index == index]


def chosen(view: Choices) -> tuple[str, str]:
    """The layers of need and of provision: those asked for, else the first that stand at the view's level."""
    provision = view.layer if view.chosen_layer.index == "provision" else FIRST_PROVISION
    if view.level not in shown_levels(layers.catalogue()[provision]):
        provision = next(
            (key for key in _of("provision") if view.level in shown_levels(layers.catalogue()[key])), provision
        )
    asked = view.setting("need") or (view.layer if view.chosen_layer.index == "need" else FIRST_NEED)
    offered = [key for key in _of("need") if view.level in shown_levels(layers.catalogue()[key])]
    directed = [key for key in offered if layers.catalogue()[key].better != "neither"]
    return asked if asked in offered else [*directed, *offered, asked][0], provision


def choose_pair(view: Choices) -> tuple[Measured, Measured]:
    """Boxes for office, both layers, level, years and classes; gives both layers as measured."""
    say, catalogue = view.say, layers.catalogue()

    def title(key: str) -> str:
        return catalogue[key].title.of(view.lang)

    need, provision = chosen(view)
    first, second, third = st.columns([2, 4, 4])
    with first:
        choose_office(view)
    with second:
        pick_setting("need", say("maps.need_layer"), _of("need"), need, title)
    with third:
        pick_choice(
            "provision",
            say("maps.provision_layer"),
            _of("provision"),
            provision,
            title,
            lambda key: {"layer": key, "year": ""},
        )
    need, provision = chosen(current())
    levels = [level for level in shown_levels(catalogue[need]) if level in shown_levels(catalogue[provision])]
    levels = [level for level in levels if level in shown_levels(view.chosen_layer)] or ["province"]
    level = view.level if view.level in levels else levels[-1]
    first, second, third, fourth = st.columns([2, 2, 2, 4])
    with first:
        pick_choice(
            "pair_level",
            say("choose.level"),
            levels,
            level,
            lambda key: say(f"level.{key}"),
            lambda key: {"level": key},
        )
    known = periods(need, level)
    asked = view.setting("year2")
    with second:
        pick_setting(
            "year2",
            say("maps.need_year"),
            known[::-1],
            asked if asked in known else str(latest(need, level)),
            lambda key: show_year(key, view.lang),
        )
    with third:
        if provision == view.layer:
            choose_year(view)
    with fourth:
        pick_setting(
            "bands", say("choose.bands"), ("thirds", "standard"), view.setting("bands"), lambda key: say(f"maps.{key}")
        )
    own = measure(need, level, asked if asked in known else latest(need, level))
    year = view.year if provision == view.layer and view.year in periods(provision, level) else latest(provision, level)
    other = measure(provision, level, year)
    if (wanted := view.setting("need")) and wanted != need:
        st.info(say("maps.need_gone", layer=title(wanted), shown=title(need)))
    _notes(view, own.layer, other.layer)
    return own, other


def _notes(view: Choices, need: Layer, provision: Layer) -> None:
    say, lang = view.say, view.lang
    told = [say("maps.neither", layer=layer.title.of(lang)) for layer in (need, provision) if layer.better == "neither"]
    if view.setting("bands") == "standard":
        held = [layer for layer in (need, provision) if layer.standard is not None]
        told.append(
            say("maps.one_standard", layer=held[0].title.of(lang), who=held[0].standard.who.of(lang))
            if held and held[0].standard
            else say("maps.no_standard")
        )
    if told:
        st.caption("  \n".join(told))


def _axis(view: Choices, measured: Measured, side: Side, drawn: bool = True) -> Axis:
    """One of the two layers in its bands: on the areas that can be drawn, or on the places of today."""
    cut: Cut = "standard" if view.setting("bands") == "standard" else "thirds"
    values, doubts = on_map(measured) if drawn else (measured, doubtful(measured))
    return axis(values, measured, measured.layer, side, show_year(measured.period, view.lang), cut, doubts)


def show_pair(view: Choices, axes: tuple[Measured, Measured]) -> tuple[Picked | None, Choropleth]:
    """Draw the map of both layers with its square key and scatter, and give what the reader picked."""
    need, provision = _axis(view, axes[0], "need"), _axis(view, axes[1], "provision")
    base, within = drawn_once(view, axes[0])
    makers = dict.fromkeys(cards.card(each.layer.source[0]).publisher.of(view.lang) for each in axes)
    base = replace(base, source="; ".join(makers))
    names = places(axes[0].level)["name_th" if view.lang == "th" else "name_en"]
    plural = view.say(f"levels.{axes[0].level}")
    drawing = bivariate.pair(
        base, need, provision, view.say, names={str(code): str(name) for code, name in names.items()}, places=plural
    )
    told = message.message(
        drawing,
        view.say,
        id="pair",
        names=names_file(drawing.shapes),
        places=plural,
        around=shapes_of("province", None).address if within else "",
        selected=view.mark,
        up=up_of(view),
    )
    told |= bivariate.told(drawing, need, provision, view.say) | beside(view, drawing.shapes)
    return map_view(told, view.say("map.failed"), "pair"), drawing


def pair_letters(view: Choices, axes: tuple[Measured, Measured]) -> pd.Series:
    """The letter of every area in view as on the map; those with much need and little provision first."""
    need, provision = axes
    letters = bivariate.cells(_axis(view, need, "need", False), _axis(view, provision, "provision", False))
    inside = places(need.level, view.within).index
    letters = letters.reindex(inside)
    # Need counts for more than lack of provision, as in the colours; areas without both values stand last.
    number = letters.map(lambda letter: int(class_key(letter) or -1))
    rank = (3 * (number // 3) + 2 - number % 3).where(number >= 0, -1)
    people = need.people.reindex(inside).fillna(0)
    order = pd.DataFrame({"rank": rank, "people": people}).sort_values(["rank", "people"], ascending=False).index
    return letters[order]


def cell_told(view: Choices, letter: str) -> str:
    """The cell of an area in the words of the key; empty where it has none."""
    at = int(class_key(letter) or -1)
    if at < 0:
        return ""
    return view.say("maps.cell", need=view.say(f"maps.need_{at // 3}"), provision=view.say(f"maps.provision_{at % 3}"))


def pair_table(view: Choices, axes: tuple[Measured, Measured], letters: pd.Series) -> pd.DataFrame:
    """Every area of ``pair_letters`` with both values, its cell and its status."""
    say, lang, level = view.say, view.lang, axes[0].level
    called = distinct_names(level, lang, places(level, view.within).index)

    def status(letter: str) -> str:
        return say(f"map.{'doubtful' if 'a' <= letter <= 'i' else STATE_KEYS.get(letter, 'ok')}")

    shown: dict[str, list[str]] = {
        say(f"level.{level}"): [str(called[code]) for code in letters.index],
        say("maps.cell_column"): [cell_told(view, letter) or "–" for letter in letters],
    }
    for own in axes:
        heading = f"{own.layer.short.of(lang)} ({own.layer.unit.of(lang)})"
        shown[heading] = [value_text(own, code, lang, say, unit=False) for code in letters.index]
    shown[say("area.status")] = [status(letter) for letter in letters]
    return pd.DataFrame(shown, index=letters.index)


def pair_drawn(view: Choices, axes: tuple[Measured, Measured], drawing: Choropleth) -> Drawn:
    """The map of both layers as it is taken along, where its bands begin and end in words beside the key."""
    say, notes = view.say, []
    sides: tuple[Side, Side] = ("need", "provision")
    for side, own in zip(sides, axes, strict=True):
        cut = _axis(view, own, side)
        bands = "; ".join(f"{say(f'maps.{side}_{number}')} {ends}" for number, ends in reversed(cut.bands))
        title, unit = cut.layer.title.of(view.lang), cut.layer.unit.of(view.lang)
        notes.append(f"{say(f'maps.{side}')} = {title} ({unit}, {cut.year}): {bands}")
    declared = [own.layer for own in axes]
    return Drawn(
        replace(drawing, notes=tuple(notes)),
        axes[0].level,
        tuple(source for layer in declared for source in layer.source),
        tuple(layer.caveat.of(view.lang) for layer in declared),
        here(view, "maps"),
    )
