"""All provinces of an edition over all layers: tables to print, and the same numbers for a script to set apart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

import layers
from geo.called import names
from geo.layer import FAMILIES, Count
from geo.measure import Measured
from geo.publish.site.dictionary import left_out
from geo.publish.site.layer_page import number, place_text
from geo.publish.site.page import Content, Job, Page, markup
from geo.publish.site.plan import Plan
from geo.publish.site.ranked import Ranked, ranked
from geo.reading import value_text
from geo.words import Say, say, show_year

# As many as stand side by side and can still be read, as on the dashboard.
MOST = 6
# Words that the script speaks; what stands in braces it fills in itself.
WORDS = ("few", "most", "unknown", "country", "change", "place", "remove", "shown", "none", "sort", "layer", "many")


def jobs(plan: Plan) -> Iterable[Job]:
    """The comparison in each language."""
    yield Job(_write, (plan,))


def _cell(measured: Measured, code: str, lang: str, speak: Say) -> dict[str, Any]:
    ok = measured.status[code] == "ok"
    return {"text": value_text(measured, code, lang, speak, unit=False), "number": number(measured, code), "ok": ok}


def _head(found: Ranked, lang: str, speak: Say) -> dict[str, Any]:
    layer, measured = found.layer, found.measured
    return {
        "name": layer.short.of(lang),
        "path": f"{lang}/layer/{layer.id}.html",
        "unit": layer.unit.of(lang),
        "year": show_year(measured.period, lang),
        "since": show_year(found.since.period, lang) if found.since else "",
        "better": speak(f"better.{layer.better}"),
    }


def family(found: list[Ranked], plan: Plan, lang: str) -> dict[str, Any]:
    """One family of layers: a row for the country and one for each province; and the change where there are years."""
    speak, called = say(lang), names("province", lang)
    timed = [one for one in found if one.since is not None]

    def row(code: str) -> dict[str, Any]:
        then = [
            (_cell(one.since, code, lang, speak), _cell(one.measured, code, lang, speak)) for one in timed if one.since
        ]
        return {
            "code": code,
            "name": str(called[code]),
            "path": plan.place(code, lang),
            "cells": [_cell(one.measured, code, lang, speak) for one in found],
            "change": then,
        }

    return {
        "heads": [_head(one, lang, speak) for one in found],
        "timed": [_head(one, lang, speak) for one in timed],
        "whole": [_whole(one, lang, speak) for one in found],
        "rows": [row(code) for code in plan.provinces],
    }


def _whole(found: Ranked, lang: str, speak: Say) -> str:
    """The country's value; where things are counted it is the sum of all."""
    if found.whole is None:
        return "–"
    text = value_text(found.whole, "TH", lang, speak, unit=False)
    summed = isinstance(found.layer.measure, Count) and found.whole.status["TH"] == "ok"
    return speak("edition_compare.in_all", value=text) if summed else text


def script_data(groups: list[tuple[str, list[Ranked]]], plan: Plan, lang: str) -> str:
    """What the script needs: names of areas, and per layer the value, the range of places and the earlier value of
    each, all as the atlas prints them, so that no number is made in a browser."""
    speak = say(lang)
    called, other = names("province", lang), names("province", "en" if lang == "th" else "th")
    told: list[dict[str, Any]] = []
    for name, held in groups:
        for found in held:
            since = found.since
            values = {
                code: [
                    value_text(found.measured, code, lang, speak, unit=False),
                    place_text(found.places.get(code), speak),
                    value_text(since, code, lang, speak, unit=False) if since else "",
                ]
                for code in plan.provinces
            }
            head = _head(found, lang, speak)
            told.append(head | {"family": name, "country": _whole(found, lang, speak), "values": values})
            told[-1]["path"] = f"layer/{found.layer.id}.html"
    words = {name: speak(f"edition_compare.script_{name}") for name in WORDS}
    areas = [[code, str(called[code]), str(other[code])] for code in plan.provinces]
    data = {"areas": areas, "layers": told, "words": words, "most": MOST}
    # Inside a script element no text may end it.
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _write(plan: Plan) -> Iterator[tuple[str, Content]]:
    every = [ranked(layer_id, plan) for layer_id in layers.catalogue()]
    known = [one for one in every if one is not None]
    held = [(name, [one for one in known if one.layer.family == name]) for name in FAMILIES]
    held = [(name, found) for name, found in held if found]
    sources = tuple(dict.fromkeys(source for one in known for source in one.layer.source))
    for lang in plan.langs:
        speak = say(lang)
        groups = [(speak(f"family.{name}"), found) for name, found in held]
        told = {
            "families": [
                {"id": name, "name": speak(f"family.{name}")} | family(found, plan, lang) for name, found in held
            ],
            "data": markup(script_data(groups, plan, lang)),
            "areas": [(code, str(names("province", lang)[code])) for code in plan.provinces],
            "count": len(plan.provinces),
            "left": left_out(lang),
            "most": MOST,
        }
        title, tells = speak("edition_compare.title"), speak("edition_compare.tells")
        yield f"{lang}/compare.html", Page(lang, "compare.html", title, tells, told, sources, menu="compare")
