"""Maps beside one another: which view each of them shows, on which classes, and what their readers pick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import layers
from geo.classes import has_standard
from geo.layer import Layer
from geo.mapped import Scale, names_file, shapes_of
from geo.maps import board, message
from geo.maps.choropleth import Choropleth
from geo.measure import Measured, latest, measure, periods
from geo.places import offices, places
from geo.publish.extract import called
from geo.stats.classify import Method
from geo.words import show_year
from pages.parts.atlas import beside, up_of
from pages.parts.board_along import Board
from pages.parts.choices import COUNTRY, Choices, drill, rise, shown_levels
from pages.parts.downloads import where
from pages.parts.drawn import drawn_once, wish_of
from pages.parts.map_view import Picked, map_view

MOST_PANELS = 12
SMALL, FEW, LARGER = 300, 4, 420


def alike(view: Choices) -> list[str]:
    """Layers that can stand on one scale with the view's own, itself first: same unit, same better end, same level."""
    own, found = view.chosen_layer, [view.layer]
    for key, layer in layers.catalogue().items():
        if key != own.id and view.level in shown_levels(layer) and board.can_share([own, layer]):
            found.append(key)
    return found


def second(view: Choices) -> tuple[Choices, bool]:
    """The view of the second map, and whether a layer asked for had to give way since it is not measured here.

    Where the reader has chosen nothing it differs from the first: by a like layer, else by an earlier year, else by
    another layer of the family.
    """
    asked, year = view.setting("layer2"), view.setting("year2")
    gone = bool(asked) and view.level not in shown_levels(layers.catalogue()[asked])
    layer = asked if asked and not gone else view.layer
    if not (asked or year or view.setting("office2")):
        family = [
            key
            for key, other in layers.catalogue().items()
            if key != view.layer and other.family == view.chosen_layer.family and view.level in shown_levels(other)
        ]
        if len(alike(view)) > 1:
            layer = alike(view)[1]
        elif len(years_of(view)) > 1:
            year = years_of(view)[0]
        elif family:
            layer = family[0]
    known = periods(layer, view.level)
    period = year if year in known else view.year if view.year in known else str(latest(layer, view.level))
    other = replace(view, layer=layer, year=period)
    office = view.setting("office2")
    if office == COUNTRY or office in offices():
        other = replace(other, office=office, provinces=())
    return other, gone


def years_of(view: Choices) -> list[str]:
    """One period of each year that the layer has at this level, oldest first: whole years, or the quarter chosen."""
    quarter = view.year.partition("-")[2]
    known = [period for period in periods(view.layer, view.level) if period.partition("-")[2] == quarter]
    return known[-MOST_PANELS:]


def office_of(view: Choices) -> str:
    """What a view's office or own choice of provinces is called."""
    if view.provinces:
        return ", ".join(str(name) for name in places("province")[f"name_{view.lang}"].reindex(view.provinces))
    if view.office not in offices():
        return view.say("choose.country")
    office = offices()[view.office]
    return office.name_th if view.lang == "th" else office.name_en


def titles(views: list[Choices]) -> list[str]:
    """What stands over each map: layer, year, and the office where these differ."""
    offices_differ = len({(view.office, view.provinces) for view in views}) > 1
    found = []
    for view in views:
        title = f"{view.chosen_layer.title.of(view.lang)} · {show_year(view.year, view.lang)}"
        found.append(f"{title} · {office_of(view)}" if offices_differ else title)
    return found


def short_titles(views: list[Choices]) -> list[str]:
    """The same in a card or table: only what differs between the maps."""
    one_layer = len({view.layer for view in views}) == 1
    one_year = len({view.year for view in views}) == 1
    offices_differ = len({(view.office, view.provinces) for view in views}) > 1
    found = []
    for view in views:
        parts = [] if one_layer else [view.chosen_layer.short.of(view.lang)]
        parts += [show_year(view.year, view.lang)] if not one_year or (one_layer and not offices_differ) else []
        parts += [office_of(view)] if offices_differ else []
        found.append(" · ".join(parts) or view.chosen_layer.short.of(view.lang))
    return [f"{text} ({i + 1})" if found.count(text) > 1 else text for i, text in enumerate(found)]


def shared_scale(view: Choices, measured: list[Measured]) -> tuple[Scale | None, str]:
    """The classes of all maps where one unit allows them, locked or made as the reader wishes; with a sentence."""
    say, lang, wish = view.say, view.lang, wish_of(view)
    first, last = measured[0].layer, measured[-1].layer
    if not board.can_share([each.layer for each in measured]):
        units = {"left": first.unit.of(lang), "right": last.unit.of(lang)}
        why = say("maps.own_unit", **units) if first.unit != last.unit else say("maps.own_better")
        return None, say("maps.own", why=why)
    if lock := next((lock for each in measured if (lock := wish.lock_of(each.layer.id))), None):
        return Scale(lock.lowest, lock.ends, say("legend.how_lock")), say(
            "maps.shared_locked", unit=first.unit.of(lang)
        )
    one_layer = len({each.layer.id for each in measured}) == 1
    if one_layer and wish.method == "standard" and has_standard(first):
        return None, say("legend.fixed_shared", unit=first.unit.of(lang))
    valued = [each.values.where(each.status.isin(["ok", "inherited"])).to_numpy(dtype=float) for each in measured]
    # A standard or a reader's own ends belong to one layer; several share classes made from all their values.
    if one_layer and wish.method == "manual" and wish.ends:
        ends, lowest = board.shared_bounds(valued, first.decimals, k=1)
        fixed = (*(end for end in wish.ends if not ends or end < ends[-1]), *ends)
        return Scale(lowest, fixed, say("legend.how_manual"), open_ends=False), say(
            "legend.fixed_shared", unit=first.unit.of(lang)
        )
    method: Method = "quantile" if wish.method == "standard" or wish.method == "manual" else wish.method
    ends, lowest = board.shared_bounds(valued, max(each.layer.decimals for each in measured), method, wish.k)
    told = {"unit": first.unit.of(lang), "method": say(f"legend.{method}"), "k": wish.k}
    told_by = "maps.shared" if len(measured) == 2 else "maps.shared_many"
    return Scale(lowest, ends, say("maps.how_shared"), open_ends=False) if ends else None, say(told_by, **told)


def legends_of(view: Choices, views: list[Choices]) -> list[Choropleth]:
    """The maps of a board whose legends can be locked: the first where all share one scale, else one of each layer."""
    measured = [measure(each.layer, each.level, each.year) for each in views]
    scale = shared_scale(view, measured)[0]
    alone = {each.layer: at for at, each in reversed([*enumerate(views)])} if scale is None else {view.layer: 0}
    return [drawn_once(views[at], measured[at], scale)[0] for at in sorted(alone.values())]


def show_board(view: Choices, views: list[Choices], kind: board.Kind) -> tuple[Picked | None, Board]:
    """Draw several views on one board: what the reader picked, and what the board shows."""
    measured = [measure(each.layer, each.level, each.year) for each in views]
    scale, told_scale = shared_scale(view, measured)
    panels, drawings = [], []
    for i, (each, own) in enumerate(zip(views, measured, strict=True)):
        drawing, within = drawn_once(each, own, scale)
        drawings.append(drawing)
        told = message.message(
            drawing,
            view.say,
            id=f"{'many' if kind == 'many' else 'two'}-{i}",
            names=names_file(drawing.shapes),
            places=view.say(f"levels.{view.level}"),
            around=shapes_of("province", None).address if within else "",
            selected=view.mark,
            up=up_of(view),
            labels=kind != "many",
            height=(LARGER if len(views) <= FEW else SMALL) if kind == "many" else None,
        )
        panels.append(told | beside(view, drawing.shapes) | {"beside": short_titles(views)[i]})
    same = len({each.layer for each in views}) == 1
    layer: Layer = view.chosen_layer
    head = f"{layer.title.of(view.lang)} · {layer.unit.of(view.lang)}" if same else layer.unit.of(view.lang)
    over = short_titles(views) if kind == "many" else titles(views)
    told_board: dict[str, Any] = board.board(
        kind,
        panels,
        over,
        key=drawings[0] if kind == "many" else None,
        key_title=head,
        view=f"{[each.within for each in views]}",
    )
    picked = map_view(told_board, view.say("map.failed"), f"board-{kind}")
    one_place = len({each.within for each in views}) == 1
    inside = called(where(view), view.lang) if one_place else ""
    named = "; ".join(dict.fromkeys(own.layer.title.of(view.lang) for own in measured))
    units = [own.layer.unit.of(view.lang) for own in measured]
    if len(set(units)) == 1:
        named = f"{named} ({units[0]})"
    else:
        over = [f"{title} ({unit})" for title, unit in zip(over, units, strict=True)]
    return picked, Board(drawings, measured, over, named, inside, told_scale)


def follow(view: Choices, picked: Picked, together: Sequence[Layer]) -> Choices:
    """The view after what the reader did on one of the maps: gone up, an area marked, or gone into.

    An area is gone into where all layers that are seen ``together`` have the finer level; else it is marked.
    """
    if picked.how == "up":
        return rise(view)
    code = str(picked.code)
    if view.level == "subdistrict":
        table = places("subdistrict")
        code = str(table.index[table["polygon_code"] == code][0])
    moved = drill(view, code) if picked.how == "open" else replace(view, mark=code)
    return moved if all(moved.level in layer.levels for layer in together) else replace(view, mark=code)
