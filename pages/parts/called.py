"""What the areas of a drawing are called, and what a reader should know of their shapes."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from geo.changes import changed
from geo.maps import message
from geo.maps.choropleth import Shapes
from geo.places import places
from geo.words import Say
from pages.parts.show import lies_in, names


@lru_cache(maxsize=256)
def names_file(on: Shapes) -> str:
    """Names of all areas of a drawing, where each lies, and what to know of an older boundary."""
    table, notes = places(on.level), changed(on.level)
    if on.level == "subdistrict":
        table = shared_shapes()
    around = None
    if on.level != "province":
        lies = places("district" if on.level == "subdistrict" else "province")
        parent = table["district" if on.level == "subdistrict" else "province"].reindex(list(on.codes))
        around = lies[["name_th", "name_en"]].reindex(parent).set_axis(list(on.codes))
    return message.names_file(on, table[["name_th", "name_en"]], within=around, notes=notes)


@lru_cache(maxsize=16)
def shape_names(level: str, lang: str) -> dict[str, str]:
    """Names of the areas of a drawing, alone: they stand on the map, where it is seen what they lie in."""
    table = shared_shapes() if level == "subdistrict" else places(level)
    return {str(code): str(name) for code, name in table["name_th" if lang == "th" else "name_en"].items()}


@lru_cache(maxsize=1)
def shared_shapes() -> pd.DataFrame:
    """Shapes of subdistricts by their codes; one that holds several places of today bears the names of all."""
    table = places("subdistrict").astype({"name_th": str, "name_en": str})
    joined = table.groupby("polygon_code")[["name_th", "name_en"]].agg("/".join)
    one_each = table.drop_duplicates("polygon_code").set_index("polygon_code")
    return one_each.assign(name_th=joined["name_th"], name_en=joined["name_en"])


@lru_cache(maxsize=16)
def called(level: str, lang: str) -> dict[str, str]:
    """Names for running text: many districts and subdistricts share one, so where each lies stands behind it."""
    if level in ("country", "region", "province"):
        return {str(code): str(name) for code, name in names(level, lang).items()}
    around = {str(code): str(text) for code, text in lies_in(level, lang).items()}
    told = {str(code): f"{name} ({around[str(code)]})" for code, name in names(level, lang).items()}
    if level == "subdistrict":
        homes = {str(shape): str(code) for code, shape in places(level)["polygon_code"].items()}
        told |= {shape: f"{name} ({around[homes[shape]]})" for shape, name in shape_names(level, lang).items()}
    return told


def drawn_older(on: Shapes, shown: list[str] | None, lang: str, say: Say) -> list[str]:
    """A note that areas in view are drawn in an older outline, with what became of it where it is a single one."""
    older = changed(on.level)
    inside = set(on.codes) if shown is None else set(on.codes) & set(shown)
    met = sorted(inside & older.keys())
    if len(met) == 1:
        return [say("legend.older_one", name=shape_names(on.level, lang)[met[0]], note=older[met[0]].of(lang))]
    return [say("legend.older_many", count=len(met))] if met else []
