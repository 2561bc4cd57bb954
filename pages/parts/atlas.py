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
from geo.maps import message
from geo.maps.choropleth import Choropleth, Shapes, describe, to_polygons
from geo.maps.colours import Kind
from geo.measure import Measured, latest, measure
from geo.places import places
from geo.words import show_year
from pages.parts.choices import Choices
from pages.parts.map_view import Picked, map_view


@lru_cache(maxsize=256)
def _shapes(level: str, within: str | None) -> Shapes:
    return message.shapes(level, within, topology_of(level, within), topology_codes(level, within))


@lru_cache(maxsize=256)
def _names(on: Shapes) -> str:
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
    view: Choices, measured: Measured, within: str | None, shown: list[str] | None, kind: Kind = "sequential"
) -> Choropleth:
    """The description of a layer's map in a view; classes come from the whole country, whatever is shown."""
    level, say, lang = measured.level, view.say, view.lang
    on = _shapes(level, within)
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
        kind=kind,
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
    key: _Same, reader: Choices, within: str | None, shown: tuple[str, ...] | None, kind: Kind = "sequential"
) -> Choropleth:
    """What many readers look at is described once: most open the same few layers."""
    return drawing_of(reader, key.measured, within, None if shown is None else list(shown), kind)


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
    lit: tuple[str, ...] = (),
    instead: Measured | None = None,
    scheme: Kind = "sequential",
) -> tuple[Picked | None, Choropleth]:
    """Draw the view's layer at a level and give what the reader picked, with the description that was drawn.

    ``lit`` areas stand out among the others; ``instead`` is drawn in the place of the layer's own values.
    """
    period = view.year if level == view.level else latest(view.layer, level)
    measured = instead or measure(view.layer, level, period)
    narrowed = within if key == "locator" else view.within
    shown = None if narrowed is None else list(places(level, narrowed).index)
    drawing = _drawn(_Same(measured), Choices(lang=view.lang), within, None if shown is None else tuple(shown), scheme)
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
        names=_names(drawing.shapes),
        places=view.say(f"levels.{level}"),
        around=_shapes("province", None).address if within else "",
        selected=marked,
        lit=lit if level != "subdistrict" else set(places(level)["polygon_code"].reindex(list(lit)).dropna()),
        up=_up(view) if opens else "",
        opens=opens,
        point_sets=sets,
        base_map={"url": tiles, "attribution": os.environ.get("ATLAS_TILES_BY", "")} if tiles else None,
        height=height,
    )
    return map_view(told, view.say("map.failed"), key), drawing


def _up(view: Choices) -> str:
    """What lies one step up, as the button says it; nothing at the top."""
    if not view.place:
        return ""
    return label(view.place[:2], view.lang) if len(view.place) > 2 else view.say("choose.country")
