"""The atlas's map for a view: measures, describes and shows it, and gives back what the reader picked."""

from __future__ import annotations

import os
from functools import lru_cache

import pandas as pd

from geo import cards, overlays
from geo.drawings import topology_codes, topology_of
from geo.gazetteer import level_of
from geo.labels import label
from geo.layer import Count
from geo.maps import assets, cartogram, message
from geo.maps.choropleth import Choropleth, Shapes, describe, to_polygons
from geo.measure import Measured, latest, measure
from geo.places import places
from geo.words import show_year
from pages.parts.choices import Choices
from pages.parts.map_view import Picked, map_view

# What the corner of a country's map enlarges: Bangkok and the five provinces around it, or what lies in Bangkok.
INSET = {"province": ("10", "11", "12", "13", "73", "74"), "district": ("10",), "subdistrict": ("10",)}


@lru_cache(maxsize=256)
def shapes_of(level: str, within: str | None) -> Shapes:
    return message.shapes(level, within, topology_of(level, within), topology_codes(level, within))


def beside(view: Choices, on: Shapes) -> dict[str, object]:
    """What every map of areas may add: Bangkok enlarged where the country is shown, and its areas sized by people."""
    said: dict[str, object] = {"cartogram": circles} if (circles := _circles(on)) else {}
    if view.setting("shape") == "people":
        said["sized"] = True
    if on.within is None and on.level in INSET:
        said["inset"] = {"codes": list(INSET[on.level]), "title": view.say(f"maps.inset_{on.level}")}
    return said


@lru_cache(maxsize=64)
def _circles(on: Shapes) -> str:
    """Address of a drawing's areas as circles by their people; none where there are too many, or people are unknown."""
    people = places(on.level)["people"]
    if on.level == "subdistrict":
        people = people.groupby(places(on.level)["polygon_code"]).sum(min_count=1)
    people = people.reindex(list(on.codes))
    if on.level == "lao" or not 2 <= len(people) <= cartogram.MOST or not (people > 0).all():
        return ""
    drawn = cartogram.drawing(topology_of(on.level, on.within), people.to_numpy(dtype=float))
    return assets.publish(f"people.{on.level}.{on.within or 'th'}.json", drawn)


@lru_cache(maxsize=256)
def names_of(on: Shapes) -> str:
    """Names of all areas of a drawing, where each lies, and what to know of an older boundary."""
    table = places(on.level)
    notes = {}
    if on.level == "subdistrict":
        older = table[table["drawn_older"].astype(bool)]
        notes = {str(row["polygon_code"]): _older(str(row["changed_on"])) for _, row in older.iterrows()}
        table = table.drop_duplicates("polygon_code").set_index("polygon_code")
    around = None
    if on.level != "province":
        lies = places("district" if on.level == "subdistrict" else "province")
        parent = table["district" if on.level == "subdistrict" else "province"].reindex(list(on.codes))
        around = lies[["name_th", "name_en"]].reindex(parent).set_axis(list(on.codes))
    return message.names_file(on, table[["name_th", "name_en"]], within=around, notes=notes)


def _older(date: str) -> tuple[str, str]:
    return Choices(lang="th").say("map.older", date=date), Choices(lang="en").say("map.older", date=date)


def drawn_within(view: Choices, level: str) -> str | None:
    """The place whose finer drawing is fetched: the province or district drilled into, a single province, or none."""
    if view.place and level_of(view.place) in ("province", "district"):
        return view.place
    own = view.within
    if isinstance(own, tuple) and len(own) == 1 and level != "province":
        return own[0]
    return None


def drawing_of(
    view: Choices,
    measured: Measured,
    within: str | None,
    shown: list[str] | None,
    bounds: tuple[float, ...] | None = None,
) -> Choropleth:
    """The description of a layer's map in a view; classes come from the whole country, whatever is shown.

    ``bounds`` locks the classes to given upper ends, so that several maps share them.
    """
    level, say, lang = measured.level, view.say, view.lang
    on = shapes_of(level, within)
    table = places(level)
    drawn = None
    if level == "subdistrict":
        drawn = to_polygons(measured, table["polygon_code"], add=isinstance(measured.layer.measure, Count))
        if shown is not None:
            shown = sorted(set(table["polygon_code"].reindex(shown)))
    elif level == "lao":
        # A provincial organisation lies over all others of its province: the table lists it, the map cannot show it.
        local = table.index[table["type"] != "PAO"]
        shown = list(local if shown is None else local.intersection(shown))
    source = "; ".join(cards.card(source).publisher.of(lang) for source in measured.layer.source[:1])
    names = table["name_th" if lang == "th" else "name_en"]
    if level == "subdistrict":
        names = pd.concat([names, names.groupby(table["polygon_code"]).first()])
        names = names[~names.index.duplicated()]
    return describe(
        measured,
        measured.layer,
        on,
        say,
        lang,
        names={str(code): str(name) for code, name in names.items()},
        places=say(f"levels.{level}"),
        year=show_year(measured.period, lang),
        source=source,
        shown=shown,
        drawn=drawn,
        bounds=bounds,
    )


class _Same:
    """A measurement as a key: the same only when it is the very same object, so that new values are drawn anew."""

    def __init__(self, measured: Measured) -> None:
        self.measured = measured

    def __hash__(self) -> int:
        return id(self.measured)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.measured is other.measured


@lru_cache(maxsize=128)
def _drawn(
    key: _Same,
    reader: Choices,
    within: str | None,
    shown: tuple[str, ...] | None,
    bounds: tuple[float, ...] | None = None,
) -> Choropleth:
    """What many readers look at is described once: most open the same few layers."""
    return drawing_of(reader, key.measured, within, None if shown is None else list(shown), bounds)


def drawn_once(
    view: Choices, measured: Measured, bounds: tuple[float, ...] | None = None
) -> tuple[Choropleth, str | None]:
    """A view's map of one measurement, described once for all readers, and the place whose finer drawing it needs."""
    within = drawn_within(view, measured.level)
    shown = None if view.within is None else tuple(places(measured.level, view.within).index)
    return _drawn(_Same(measured), Choices(lang=view.lang), within, shown, bounds), within


def show_map(
    view: Choices,
    *,
    level: str,
    within: str | None,
    mark: str | None,
    key: str = "atlas",
    opens: bool = False,
    street: bool = False,
    point_kinds: tuple[str, ...] = (),
    height: int | None = None,
) -> tuple[Picked | None, Choropleth]:
    """Draw the view's layer at a level and give what the reader picked, with the description that was drawn."""
    period = view.year if level == view.level else latest(view.layer, level)
    measured = measure(view.layer, level, period)
    narrowed = view.within if key == "atlas" else within
    shown = None if narrowed is None else list(places(level, narrowed).index)
    drawing = _drawn(_Same(measured), Choices(lang=view.lang), within, None if shown is None else tuple(shown))
    marked = places("subdistrict")["polygon_code"].get(mark) if mark and level_of(mark) == "subdistrict" else mark
    sets: list[message.PointSet] = []
    for kind in point_kinds:
        points = overlays.overlay(kind, view.within)
        title = overlays.KINDS[kind].title.of(view.lang)
        sets.append({"id": kind, "title": title, "n": len(points), "url": message.points(kind, points), "on": True})
    tiles = os.environ.get("ATLAS_TILES", "") if street else ""
    told = message.message(
        drawing,
        view.say,
        id=key,
        names=names_of(drawing.shapes),
        places=view.say(f"levels.{level}"),
        around=shapes_of("province", None).address if within else "",
        selected=marked,
        up=up_of(view) if opens else "",
        opens=opens,
        point_sets=sets,
        base_map={"url": tiles, "attribution": os.environ.get("ATLAS_TILES_BY", "")} if tiles else None,
        height=height,
    )
    told |= beside(view, drawing.shapes)
    return map_view(told, view.say("map.failed"), key), drawing


def up_of(view: Choices) -> str:
    """What lies one step up, as the button says it; nothing at the top."""
    if not view.place:
        return ""
    return label(view.place[:2], view.lang) if len(view.place) > 2 else view.say("choose.country")
