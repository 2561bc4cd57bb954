"""What lies inside an area, in tables: its provinces, districts or subdistricts, and its local authorities."""

from __future__ import annotations

from typing import Any

import pandas as pd

import layers
from geo.called import distinct_names, names
from geo.measure import Measured, latest, measure
from geo.places import children, places
from geo.publish.site.plan import Plan
from geo.reading import value_text
from geo.words import Say, say, show_number, show_year

# Over this many local authorities a page counts them by kind first.
MANY = 40


def measured_at(level: str) -> list[Measured]:
    """What is measured at a level itself, in its latest period, in the order of the catalogue."""
    known = [(layer, latest(layer.id, level)) for layer in layers.catalogue().values() if level in layer.levels]
    return [measure(layer.id, level, period) for layer, period in known if period is not None]


def parts_table(plan: Plan, code: str, level: str, lang: str, shown: list[Measured]) -> dict[str, Any]:
    """The places of a level inside an area, with the layers measured there.

    Returns
    -------
    dict
        ``heads`` (name, unit, year, whether a number) and ``rows`` (name, path of its page, cells with text and whether
        it is a status); empty where nothing lies inside.
    """
    speak, table = say(lang), places(level, code)
    if table.empty:
        return {}
    called = distinct_names(level, lang, table.index)
    heads = [{"name": speak(f"level.{level}"), "unit": "", "year": "", "layer": ""}]
    facts = [("people", "report.people", 0), ("area_km2", "report.km2", 1)]
    facts = [fact for fact in facts if table[fact[0]].notna().any()]
    heads += [{"name": speak(key), "unit": "", "year": "", "layer": ""} for _, key, _ in facts]
    for one in shown:
        year = show_year(one.period, lang)
        heads.append(
            {"name": one.layer.short.of(lang), "unit": one.layer.unit.of(lang), "year": year, "layer": one.layer.id}
        )
    numbers = {column: table[column].tolist() for column, _, _ in facts}
    rows = []
    for at, place in enumerate(map(str, table.index)):
        cells = [_cell(numbers[column][at], decimals, speak) for column, _, decimals in facts]
        cells += [_value(one, place, lang, speak) for one in shown]
        rows.append({"name": called[place], "path": plan.place(place, lang), "cells": cells})
    return {"heads": heads, "rows": rows}


def _cell(value: float, decimals: int, speak: Say) -> tuple[str, bool]:
    return (show_number(value, decimals), True) if pd.notna(value) else (speak("status.no_data"), False)


def _value(measured: Measured, code: str, lang: str, speak: Say) -> tuple[str, bool]:
    """The value without unit, or its status; whether it is a value."""
    return value_text(measured, code, lang, speak, unit=False), str(measured.status[code]) == "ok"


def bodies_table(code: str, lang: str, shown: list[Measured]) -> dict[str, Any]:
    """The local authorities whose seat lies in an area: name with kind, people, and the little that is known of each.

    Returns
    -------
    dict
        ``heads``, ``rows`` as of ``parts_table``, ``count``, and ``kinds`` (how many of each, where they are many);
        empty where none is known.
    """
    speak = say(lang)
    found = places("lao").reindex(children(code, "lao")).dropna(subset=["name_th"])
    if found.empty:
        return {}
    people = found["people"].notna().any()
    heads = [{"name": speak("area.lao_name"), "unit": "", "year": "", "layer": ""}]
    heads += [{"name": speak("area.lao_people"), "unit": "", "year": "", "layer": ""}] if people else []
    heads += [
        {"name": one.layer.short.of(lang), "unit": "", "year": show_year(one.period, lang), "layer": one.layer.id}
        for one in shown
    ]
    called, kinds = names("lao", lang).reindex(found.index), found["type_th" if lang == "th" else "type_en"].tolist()
    rows = []
    for body, count in zip(map(str, found.index), found["people"].tolist(), strict=True):
        cells = [_cell(count, 0, speak)] if people else []
        cells += [_value(one, body, lang, speak) for one in shown]
        rows.append({"name": called[body], "path": "", "cells": cells})
    counted = pd.Series(kinds).value_counts(sort=False).sort_values(ascending=False, kind="stable")
    told = [f"{kind} {show_number(count)}" for kind, count in counted.items()] if len(rows) > MANY else []
    return {"heads": heads, "rows": rows, "count": show_number(len(rows)), "kinds": told}
