"""What travels to a browser when a choropleth changes: one letter per area, the legend, and addresses of the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, TypedDict

import numpy as np
import pandas as pd

from geo.maps import assets
from geo.maps.choropleth import Choropleth, Say, Shapes

# Sentences and words that the map's own script says; ``map.*`` of the message catalogue.
SPOKEN = (
    "application",
    "keys",
    "edge",
    "zoom_in",
    "zoom_out",
    "home",
    "full",
    "up",
    "open",
    "close",
    "two_fingers",
    "wheel",
    "mismatch",
    "failed",
    "tiles_failed",
    "legend",
    "show_legend",
    "hide_legend",
    "people",
    "histogram",
    "nothing",
    "class_of",
    "no_data",
    "too_few",
    "not_applicable",
    "inherited",
    "doubtful",
    "outside",
    "undrawn",
    "base",
    "range",
    "points",
    "gathered",
    "class",
    "square",
    "living",
    "scatter",
    "scatter_hint",
    "divider",
    "divider_at",
    "inset",
    "inset_go",
    "inset_fold",
    "inset_show",
    "by_people",
    "by_land",
    "sized",
)
# How the codes of a level begin with those of its parents: borders of these are drawn stronger.
PARENT_DIGITS = {"district": (2,), "subdistrict": (2, 4)}


class BaseMap(TypedDict):
    """A street map that a reader switched on: its tiles, and whom to thank for them."""

    url: str
    attribution: str


class PointSet(TypedDict):
    """Points that a reader may switch on over the areas; ``url`` is an address from ``points``."""

    id: str
    title: str
    n: int
    url: str
    on: bool


def message(
    drawing: Choropleth,
    say: Say,
    *,
    id: str,
    names: str,
    places: str,
    around: str = "",
    selected: str | None = None,
    up: str = "",
    opens: bool = True,
    labels: bool = True,
    point_sets: Sequence[PointSet] = (),
    base_map: BaseMap | None = None,
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
    up : str
        Name of the place that Escape and the button go back to; empty at the top.
    opens : bool
        Whether an area can be opened; otherwise a click only chooses.
    labels : bool
        Draw names where they have room.
    point_sets, base_map, view, height
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
        "up": up,
        "opens": opens,
        "click": "open" if opens else "select",
        "labels": labels,
        "points": [dict(points) for points in point_sets],
        "base_map": base_map,
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
            "rows": [list(row) for row in drawing.rows],
            "states": [list(row) for row in drawing.states],
            "histogram": {"bars": [list(bar) for bar in drawing.bars], "low": drawing.span[0], "high": drawing.span[1]},
        },
    }
    return told


def shapes(level: str, within: str | None, topology: bytes, codes: Sequence[str]) -> Shapes:
    """Publish a TopoJSON file and describe it for ``describe``."""
    address = assets.publish(f"{level}.{within or 'th'}.json", topology)
    return Shapes(level, within, address, tuple(codes))


def texts_file(say: Say, lang: str) -> str:
    """Address of everything the map's script says in one language."""
    return _texts(lang, tuple((key, say(f"map.{key}")) for key in SPOKEN))


@lru_cache
def _texts(lang: str, spoken: tuple[tuple[str, str], ...]) -> str:
    return assets.publish(f"texts.{lang}.json", assets.compact(dict(spoken)), keep=True)


def names_file(
    on: Shapes,
    names: pd.DataFrame,
    *,
    within: pd.DataFrame | None = None,
    notes: Mapping[str, tuple[str, str]] | None = None,
) -> str:
    """Address of the names of all areas in both languages, in the order of their shapes.

    Parameters
    ----------
    on : Shapes
    names : DataFrame indexed by code
        Columns ``name_th`` and ``name_en``; an area without a row is named by its code.
    within : DataFrame indexed by code, optional
        The same two columns: where the area lies ("อำเภอเมือง จังหวัดน่าน").
    notes : mapping of code to (Thai, English), optional
        What a reader should know of an area's shape.
    """

    def both(table: pd.DataFrame, otherwise: Sequence[str]) -> dict[str, list[str]]:
        found = table.reindex(list(on.codes))
        return {
            lang: [
                str(name) if isinstance(name, str) and name else other
                for name, other in zip(found[f"name_{lang}"], otherwise, strict=True)
            ]
            for lang in ("th", "en")
        }

    told: dict[str, Any] = both(names, on.codes)
    if within is not None:
        told["within"] = both(within, [""] * len(on.codes))
    if notes:
        told["note"] = {
            lang: {code: note[i] for code, note in notes.items() if code in on.codes}
            for i, lang in enumerate(("th", "en"))
        }
    return assets.publish(f"names.{on.level}.{on.within or 'th'}.json", assets.compact(told))


def facts_file(drawing: Choropleth) -> str:
    """Address of the values, bases and ranges behind the letters, in the order of the shapes; None where unknown."""
    return assets.publish(f"facts.{drawing.layer}.{drawing.shapes.level}.json", _facts_body(_One(drawing)))


class _One:
    """A drawing as a key: the same only when it is the very same object, which many readers share."""

    def __init__(self, drawing: Choropleth) -> None:
        self.drawing = drawing

    def __hash__(self) -> int:
        return id(self.drawing)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _One) and self.drawing is other.drawing


@lru_cache(maxsize=64)
def _facts_body(key: _One) -> bytes:
    drawing, told = key.drawing, dict[str, Any]()
    for name in ("values", "base", "low", "high"):
        numbers = getattr(drawing.drawn, name).reindex(list(drawing.shapes.codes)).astype(float).to_numpy()
        if name == "values" or (name != "high" and np.isfinite(numbers).any()) or (name == "high" and "low" in told):
            # As a reader sees them, so that a value never reads like one of the class beside its own.
            rounded = np.round(numbers, 0 if name == "base" else drawing.decimals).tolist()
            told[name] = [number if np.isfinite(number) else None for number in rounded]
    return assets.compact(told)


def points(id: str, table: pd.DataFrame) -> str:
    """Address of a set of points.

    Parameters
    ----------
    id : str
        Names the set.
    table : DataFrame
        Columns ``lat``, ``lon``, ``name_th``, ``name_en``; a point without a position is left out.
    """
    placed = table.dropna(subset=["lat", "lon"])
    rows = [
        [
            round(float(lat), 5),
            round(float(lon), 5),
            th if isinstance(th, str) else "",
            en if isinstance(en, str) else "",
        ]
        for lat, lon, th, en in zip(placed["lat"], placed["lon"], placed["name_th"], placed["name_en"], strict=True)
    ]
    return assets.publish(f"points.{id}.json", assets.compact(rows))
