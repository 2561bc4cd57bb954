"""What a browser fetches once and keeps: shapes, what the map's script says, names, values and points."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import numpy as np
import pandas as pd

from geo.maps import assets
from geo.maps.choropleth import Choropleth, Say, Shapes
from geo.maps.drawn import found_at
from geo.same import Same

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
    return assets.publish(f"facts.{drawing.layer}.{drawing.shapes.level}.json", _facts_body(Same(drawing)))


@lru_cache(maxsize=64)
def _facts_body(key: Same[Choropleth]) -> bytes:
    drawing, told = key.held, dict[str, Any]()
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
