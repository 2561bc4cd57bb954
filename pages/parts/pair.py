"""Need against provision: which two layers, how they are cut, the map of both and the same as a table."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

import layers
from geo import cards
from geo.called import distinct_names
from geo.layer import Count, Layer
from geo.mapped import names_file, shapes_of
from geo.maps import bivariate, message
from geo.maps.choropleth import Choropleth
from geo.maps.drawn import Values, to_polygons
from geo.maps.legend import class_key
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


def _axes(view: Choices, axes: tuple[Measured, Measured]) -> tuple[bivariate.Axis, bivariate.Axis]:
    cut: bivariate.Cut = "standard" if view.setting("bands") == "standard" else "thirds"
    need, provision = axes
    return (
        bivariate.axis(_drawn(need), need, need.layer, "need", show_year(need.period, view.lang), cut),
        bivariate.axis(
            _drawn(provision), provision, provision.layer, "provision", show_year(provision.period, view.lang), cut
        ),
    )


def _drawn(measured: Measured) -> Values:
    if measured.level != "subdistrict":
        return measured
    add = isinstance(measured.layer.measure, Count)
    return to_polygons(measured, places("subdistrict")["polygon_code"], add=add)


def show_pair(view: Choices, axes: tuple[Measured, Measured]) -> tuple[Picked | None, Choropleth]:
    """Draw the map of both layers with its square key and scatter, and give what the reader picked."""
    need, provision = _axes(view, axes)
    base, within = drawn_once(view, axes[0])
    makers = dict.fromkeys(cards.card(axis.layer.source[0]).publisher.of(view.lang) for axis in axes)
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


def pair_cells(view: Choices, axes: tuple[Measured, Measured]) -> pd.Series:
    """The cell of every area in view in the words of the key, empty where it has none; those with much need and little
    provision first."""
    need, provision = axes
    cut: bivariate.Cut = "standard" if view.setting("bands") == "standard" else "thirds"
    own = bivariate.axis(need, need, need.layer, "need", "", cut)
    other = bivariate.axis(provision, provision, provision.layer, "provision", "", cut)
    letters = bivariate.cells(own, other)
    inside = places(need.level, view.within).index
    letters = letters.reindex(inside)
    # Need counts for more than lack of provision, as in the colours; areas without both values stand last.
    rank = letters.map(lambda letter: 3 * (int(letter) // 3) + 2 - int(letter) % 3 if class_key(letter) else -1)
    people = need.people.reindex(inside).fillna(0)
    order = pd.DataFrame({"rank": rank, "people": people}).sort_values(["rank", "people"], ascending=False).index

    def cell(letter: str) -> str:
        if not class_key(letter):
            return ""
        told = {"need": f"maps.need_{int(letter) // 3}", "provision": f"maps.provision_{int(letter) % 3}"}
        return view.say("maps.cell", **{name: view.say(key) for name, key in told.items()})

    return letters[order].map(cell)


def pair_table(view: Choices, axes: tuple[Measured, Measured], cells: pd.Series) -> pd.DataFrame:
    """Every area of ``pair_cells`` with both values and its cell."""
    say, lang, level = view.say, view.lang, axes[0].level
    called = distinct_names(level, lang, places(level, view.within).index)
    shown: dict[str, list[str]] = {
        say(f"level.{level}"): [str(called[code]) for code in cells.index],
        say("maps.cell_column"): [text or "–" for text in cells],
    }
    for own in axes:
        heading = f"{own.layer.short.of(lang)} ({own.layer.unit.of(lang)})"
        shown[heading] = [value_text(own, code, lang, say, unit=False) for code in cells.index]
    return pd.DataFrame(shown, index=cells.index)


def pair_drawn(view: Choices, axes: tuple[Measured, Measured], drawing: Choropleth) -> Drawn:
    """The map of both layers as it is taken along, where its bands begin and end in words beside the key."""
    say, notes = view.say, []
    for side, cut in zip(("need", "provision"), _axes(view, axes), strict=True):
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
