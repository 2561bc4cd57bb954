"""What travels to a browser when a choropleth changes: one letter per area, the legend, and addresses of the rest."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypedDict

import numpy as np
import pandas as pd

from geo.maps import assets
from geo.maps.choropleth import Choropleth, Say, Shapes
from geo.maps.drawn import found_at

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
    "ok",
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
    "classes_how",
    "over",
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
    table = drawing.drawn.values.index
    at = table.get_indexer(pd.Index(drawing.shapes.codes, dtype=object))
    for name in ("values", "base", "low", "high"):
        numbers = np.where(at < 0, np.nan, found_at(getattr(drawing.drawn, name), table, at).astype(float))
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
        Columns ``lat``, ``lon``, ``name_th``, ``name_en``; a point without a position is left out. Where it has
        ``value``, a point stands for so many things and is drawn as large; ``note_th`` and ``note_en`` are said too.
    """
    placed = table.dropna(subset=["lat", "lon"])
    texts = [
        placed.get(name, pd.Series("", index=placed.index)) for name in ("name_th", "name_en", "note_th", "note_en")
    ]
    valued = "value" in placed
    numbers = placed["value"] if valued else pd.Series(1, index=placed.index)
    rows: list[list[object]] = []
    for lat, lon, number, *told in zip(placed["lat"], placed["lon"], numbers, *texts, strict=True):
        name_th, name_en, *notes = (text if isinstance(text, str) else "" for text in told)
        point: list[object] = [round(float(lat), 5), round(float(lon), 5), name_th, name_en]
        # Most points stand for one thing and need no note: the file stays half as long.
        more: list[object] = [float(number) if number % 1 else int(number), *notes] if valued or any(notes) else []
        rows.append(point + more)
    return assets.publish(f"points.{id}.json", assets.compact(rows))
