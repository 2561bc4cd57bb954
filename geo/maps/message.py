"""What travels to a browser when a choropleth changes: one letter per area, the legend, and addresses of the rest."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any, TypedDict

from geo.maps.choropleth import Choropleth, Say
from geo.maps.fetched import facts_file, texts_file

# How the codes of a level begin with those of its parents: borders of these are drawn stronger.
PARENT_DIGITS = {"district": (2,), "subdistrict": (2, 4)}


class BaseMap(TypedDict):
    """A street map that a reader switched on: its tiles, and whom to thank for them."""

    url: str
    attribution: str


class PointSet(TypedDict):
    """Points that a reader may switch on over the areas; ``url`` is an address from ``fetched.points``."""

    id: str
    title: str
    n: int
    url: str
    on: bool


class Over(TypedDict):
    """Outlines of other areas over the map, points where none is known; ``names`` stand on them when they are few."""

    shapes: str
    title: str
    names: list[str]


def message(
    drawing: Choropleth,
    say: Say,
    *,
    id: str,
    names: str,
    places: str,
    around: str = "",
    selected: str | None = None,
    lit: Collection[str] = (),
    up: str = "",
    opens: bool = True,
    labels: bool = True,
    point_sets: Sequence[PointSet] = (),
    base_map: BaseMap | None = None,
    over: Over | None = None,
    view: tuple[float, float, float] | None = None,
    height: int | None = None,
) -> dict[str, Any]:
    """The data of one rerun for ``Atlas.show``: under 4 KB for 77 areas, about 9 KB for 7,425.

    Parameters
    ----------
    drawing : Choropleth
    say : the reader's language.
    id : str
        Names the map, so that its view is found again when the reader comes back to its page.
    names : str
        Address from ``names_file`` for the same shapes.
    places : str
        What the areas are called; heads the column of counts.
    around : str
        Address of the shapes that are drawn as plain land beneath (the country's provinces), if any.
    selected : str, optional
        Code of the area that is marked.
    lit : codes
        Areas that stand out; all others are veiled. Without any, nothing is.
    up : str
        Name of the place that Escape and the button go back to; empty at the top.
    opens : bool
        Whether an area can be opened; otherwise a click only chooses.
    labels : bool
        Draw names where they have room.
    point_sets, base_map, over, view, height
        Overlays; the street map (only when the reader asked for it); latitude, longitude and zoom of a pasted view;
        pixels, when the default height does not fit.
    """
    told: dict[str, Any] = {
        "id": id,
        "lang": drawing.lang,
        "layer": drawing.layer,
        "level": drawing.shapes.level,
        "shapes": drawing.shapes.address,
        "order": drawing.shapes.order,
        "parents": list(PARENT_DIGITS.get(drawing.shapes.level, ())),
        "around": around,
        "texts": texts_file(say, drawing.lang),
        "names": names,
        "facts": facts_file(drawing),
        "values": drawing.letters,
        "colours": {"light": list(drawing.light), "dark": list(drawing.dark)},
        "decimals": drawing.decimals,
        "summary": drawing.summary,
        "selected": selected,
        "lit": bits(drawing.shapes.codes, lit),
        "up": up,
        "opens": opens,
        "click": "open" if opens else "select",
        "labels": labels,
        "points": [dict(points) for points in point_sets],
        "base_map": base_map,
        "over": over,
        "view": list(view) if view else None,
        "height": height,
        "legend": {
            "title": drawing.title,
            "unit": drawing.unit,
            "year": drawing.year,
            "source": drawing.source,
            "places": places,
            "base": drawing.base_unit,
            "worded": drawing.worded,
            "ends": list(drawing.ends),
            "how": drawing.how,
            "notes": list(drawing.notes),
            "rows": [list(row) for row in drawing.rows],
            "states": [list(row) for row in drawing.states],
            "histogram": {"bars": [list(bar) for bar in drawing.bars], "low": drawing.span[0], "high": drawing.span[1]},
        },
    }
    return told


def bits(codes: Sequence[str], chosen: Collection[str]) -> str:
    """Which areas are chosen, four to a letter in the order of the shapes; empty when none is.

    Examples
    --------
    >>> bits(["10", "11", "12", "13", "14"], {"10", "13"}), bits(["10"], ())
    ('90', '')
    """
    wanted = set(chosen)
    flags = "".join("1" if code in wanted else "0" for code in codes)
    if "1" not in flags:
        return ""
    flags += "0" * (-len(flags) % 4)
    return "".join(f"{int(flags[at : at + 4], 2):x}" for at in range(0, len(flags), 4))
