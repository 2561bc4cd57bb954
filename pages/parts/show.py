"""Values as readers see them: number with unit and year, or the status in words; never a number for a missing value."""

from __future__ import annotations

import re

import pandas as pd

from geo.layer import Layer
from geo.measure import Measured
from geo.places import places
from geo.reading import position
from geo.words import Say, show_number, show_year

__all__ = [
    "STATUS_KEYS",
    "as_text",
    "best_first",
    "distinct_names",
    "heading",
    "lies_in",
    "names",
    "position",
    "value_text",
]

STATUS_KEYS = {
    "ok": "status.ok",
    "no data": "status.no_data",
    "too few": "status.too_few",
    "not applicable": "status.not_applicable",
    "inherited": "status.inherited",
}


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
    called[alike] += " (" + lies_in(level, lang).reindex(among)[alike] + ")"
    alike = called.duplicated(keep=False)
    called[alike] += " " + called.index[alike].to_series(index=called.index[alike])
    return called


def as_text(text: str) -> str:
    """Words from an address or a file as text for Markdown: they fetch no picture and become no link or formula."""
    text = re.sub(r"([\[\]$]|:(?=\w)|<(?=[A-Za-z][\w.+-]*[:@]))", r"\\\1", " ".join(text.split()))
    return re.sub(r"(?i)(?=://|@)|(?<=www)(?=\.)", "\u2060", text)


def value_text(measured: Measured, code: str, lang: str, say: Say, *, unit: bool = True, told: bool = True) -> str:
    """One place's value with its unit, or its status in words; ``told`` marks a value of the larger area as such."""
    status, layer = measured.status[code], measured.layer
    if status not in ("ok", "inherited"):
        return say(STATUS_KEYS[status])
    value = float(measured.values[code])
    if measured.level == "lao" and value in layer.words:
        text = layer.words[value].of(lang)
    else:
        text = show_number(value, layer.decimals)
        text += f" {layer.unit_of(text, lang)}" if unit else ""
    return f"{text} ({say('status.inherited')})" if told and status == "inherited" else text


def heading(layer: Layer, period: str, lang: str) -> str:
    """Title, unit and year of a layer, as it stands over a chart."""
    return f"{layer.title.of(lang)} ({layer.unit.of(lang)}) {show_year(period, lang)}"


def best_first(measured: Measured, codes: pd.Index) -> pd.Series:
    """Values of places with a measured value, the best first; the largest first where neither way is better."""
    values = measured.values[codes][measured.status[codes] == "ok"]
    return values.sort_values(ascending=measured.layer.better == "lower", kind="stable")
