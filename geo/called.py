"""What places are called: alone, told apart from others of the same name, and as areas of a drawing."""

from __future__ import annotations

from functools import lru_cache

import pandas as pd

from geo.changes import changed
from geo.maps.choropleth import Shapes
from geo.places import places
from geo.words import Say


def names(level: str, lang: str) -> pd.Series:
    """Names of all places of a level in one language, by code; a local authority's with what kind it is."""
    if level == "lao":
        bodies = places("lao")
        return bodies["full_name_th"] if lang == "th" else bodies["name_en"] + " " + bodies["type_en"]
    return places(level)["name_th" if lang == "th" else "name_en"]


def lies_in(level: str, lang: str) -> pd.Series:
    """What each place below a province lies in: its province, a subdistrict's district too."""
    table, province = places(level), places("province")[f"name_{lang}"]
    around = table["province"].map(province)
    if level == "subdistrict":
        around = table["district"].map(places("district")[f"name_{lang}"]) + (" " if lang == "th" else ", ") + around
    return around


def distinct_names(level: str, lang: str, among: pd.Index) -> pd.Series:
    """Names of some places, told apart where two read alike: by what they lie in, and if need be by code."""
    called = names(level, lang).reindex(among).astype(str)
    if level in ("country", "region", "province"):
        return called
    alike = called.duplicated(keep=False)
    if not alike.any():
        return called
    called[alike] += " (" + lies_in(level, lang).reindex(among)[alike] + ")"
    alike = called.duplicated(keep=False)
    called[alike] += " " + called.index[alike].to_series(index=called.index[alike])
    return called


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
def provinces_of(level: str, lang: str) -> dict[str, str]:
    """Names of the provinces that areas lie in, by the codes of places and of their outlines; none for provinces."""
    if level in ("country", "region", "province"):
        return {}
    table, names_of = places(level), places("province")[f"name_{lang}"].astype(str).to_dict()
    told = {str(code): names_of[province] for code, province in table["province"].items()}
    if level == "subdistrict":
        told |= dict(zip(table["polygon_code"], table["province"].map(names_of), strict=True))
    return told


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
