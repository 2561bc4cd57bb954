"""The atlas's map for a view: shows what is drawn with all that lies over it, and gives back what the reader picked."""

from __future__ import annotations

import os
from dataclasses import replace

from geo import mapped, overlays
from geo.called import names
from geo.drawings import topology_codes, topology_of
from geo.gazetteer import level_of
from geo.labels import label
from geo.mapped import Scale, names_file, shapes_of
from geo.maps import fetched, message
from geo.maps.choropleth import Choropleth, Shapes
from geo.maps.colours import Kind
from geo.measure import Measured
from geo.own_areas import OwnAreas, drawn
from geo.places import laos_of, places
from pages.parts.choices import Choices
from pages.parts.drawn import described
from pages.parts.map_view import Picked, map_view
from pages.parts.narrowed import office_name

Outlines = OwnAreas | tuple[str, ...] | str
# Outlines laid over a map carry their names where they are no more than these.
NAMED_OVER = 12


def beside(view: Choices, on: Shapes) -> dict[str, object]:
    """What every map of areas may add, as the reader has chosen it (see ``geo.mapped.beside``)."""
    return mapped.beside(on, view.lang, sized=view.setting("shape") == "people")


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
    over: Outlines | None = None,
    height: int | None = None,
    instead: Measured | None = None,
    scale: Scale | None = None,
    kind: Kind = "sequential",
    lit: tuple[str, ...] = (),
) -> tuple[Picked | None, Choropleth]:
    """Draw the view's layer at a level and give what the reader picked, with the description that was drawn.

    ``over``: a reader's own areas, or the local authorities whose outlines lie over it, by their codes or their place.
    ``instead`` is drawn in the place of the layer's own values, in the classes of ``scale`` where one is given.
    ``lit`` areas stand out among the others.
    """
    drawing = described(view, level, within, within if key == "locator" else view.within, instead, scale, kind)
    marked = places("subdistrict")["polygon_code"].get(mark) if mark and level_of(mark) == "subdistrict" else mark
    sets: list[message.PointSet] = []
    for points_kind in point_kinds:
        points = overlays.overlay(points_kind, view.within)
        title = overlays.KINDS[points_kind].title.of(view.lang)
        sets.append(
            {
                "id": points_kind,
                "title": title,
                "n": int(points["value"].sum()) if "value" in points else len(points),
                "url": fetched.points(points_kind, points),
                "on": True,
            }
        )
    tiles = os.environ.get("ATLAS_TILES", "") if street else ""
    told = message.message(
        drawing,
        view.say,
        id=key,
        names=names_file(drawing.shapes),
        places=view.say(f"levels.{level}"),
        around=shapes_of("province", None).address if within else "",
        selected=marked,
        lit=lit if level != "subdistrict" else set(places(level)["polygon_code"].reindex(list(lit)).dropna()),
        up=up_of(view) if opens else "",
        opens=opens,
        point_sets=sets,
        over=_over(over, view) if over else None,
        base_map={"url": tiles, "attribution": os.environ.get("ATLAS_TILES_BY", "")} if tiles else None,
        height=height,
    )
    told |= beside(view, drawing.shapes)
    return map_view(told, view.say("map.failed"), key), drawing


def covering(subdistrict: str) -> tuple[str, ...]:
    """The local authorities over a subdistrict that a map can show: not the one of the whole province."""
    held = laos_of(subdistrict)
    return tuple(held.loc[held["coverage"] != "province", "lao"])


def _over(bodies: Outlines, view: Choices) -> message.Over:
    """Outlines as they travel; a few carry their names."""
    if isinstance(bodies, OwnAreas):
        names_shown = list(bodies.names) if len(bodies.names) <= NAMED_OVER else []
        own_shapes = fetched.shapes("own", None, drawn(bodies), ()).address
        return {"shapes": own_shapes, "title": view.say("own.title"), "names": names_shown}
    address = fetched.shapes("lao", None, topology_of("lao", bodies), ()).address
    codes = topology_codes("lao", bodies)
    own = names("lao", view.lang)
    few = [str(own[code]) for code in codes] if len(codes) <= NAMED_OVER else []
    return {"shapes": address, "title": view.say("map_page.laos"), "names": few}


def up_of(view: Choices) -> str:
    """What lies one step up, as the button says it; nothing at the top."""
    if not view.place:
        return ""
    if len(view.place) > 2:
        return label(view.place[:2], view.lang)
    # The office narrows what lies above as well.
    return office_name(replace(view, place=None)) or view.say("choose.country")
