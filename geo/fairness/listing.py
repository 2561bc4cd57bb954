"""The overview of all layers in words: the ends of the list in two sentences, and what the cells of a row say."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
import pandas as pd

from geo.fairness.field import decimals_of
from geo.fairness.overview import STEADY
from geo.fairness.words import DASH, group_name, printed_gap, ratio_text
from geo.layer import Layer
from geo.words import Say, show_number, show_year


def ends(table: pd.DataFrame, catalogue: Mapping[str, Layer], lang: str, say: Say) -> list[str]:
    """The most and the least even layers by ratio; where neither way is better, uneven is not unfair."""
    ranked = table[table["ratio"].notna() & (table["line"] != "")].sort_values("ratio", kind="stable")
    told = []
    for key, part in (("fairest", ranked.iloc[:3]), ("least", ranked.iloc[:-4:-1])):
        items = []
        for layer_id, row in part.iterrows():
            layer = catalogue[str(layer_id)].short.of(lang)
            if np.isfinite(row["ratio"]):
                items.append(say("overview.item", layer=layer, ratio=ratio_text(row["ratio"])))
            else:
                items.append(say("overview.item_none", layer=layer))
        if items:
            told.append(say(f"overview.{key}", list="; ".join(items)))
    return told


def way_text(row: pd.Series, lang: str, say: Say) -> str:
    """Whether the divide grew or shrank since the first comparable year."""
    if not row["since"] or not np.isfinite(row["change"]):
        return DASH
    key = "same" if abs(row["change"]) < STEADY else "wider" if row["change"] > 0 else "narrower"
    return say(f"overview.{key}", year=show_year(row["since"], lang))


def line_text(layer: Layer, row: pd.Series, say: Say) -> str:
    """What people are held against."""
    if not row["line"]:
        return say("overview.line_neither")
    value = show_number(row["line_value"], layer.decimals)
    return say(f"overview.line_{row['line']}", **({} if row["line"] == "one" else {"value": value}))


def ends_text(layer: Layer, row: pd.Series, lang: str) -> str:
    """The best and the worst group of a row by name, each with its value."""
    if not np.isfinite(row["best"]):
        return DASH
    pairs = ((row["best_group"], row["best"]), (row["worst_group"], row["worst"]))
    told = [
        f"{group_name(row['by'], code, lang)} {show_number(float(mean), decimals_of(layer))}" for code, mean in pairs
    ]
    return " | ".join(told)


def gap_of(layer: Layer, row: pd.Series) -> float:
    """The gap of a row between its best and its worst group, as these are printed."""
    return printed_gap(row["best"], row["worst"], decimals_of(layer))
