"""The first page of an edition in each language: what the atlas says at a glance, its areas, its layers, its limits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

import layers
from geo.called import names
from geo.labels import label
from geo.measure import latest, measure
from geo.places import places
from geo.publish.meaning import statuses
from geo.publish.report_table import GROUPS
from geo.publish.site import glance
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.panel import panel
from geo.publish.site.plan import Plan
from geo.reading import value_text
from geo.words import Say, say, show_number, show_year


def jobs(plan: Plan) -> Iterable[Job]:
    """The page of the country, or of the office that the edition was made for."""
    yield Job(_write, (plan,))


def _write(plan: Plan) -> Iterator[tuple[str, Content]]:
    for lang in plan.langs:
        speak, path = say(lang), f"{lang}/index.html"
        shown = panel(plan, path, lang, "province", "TH")
        numbers: dict[str, int] = {}
        values = _values(plan, lang, speak, numbers)
        title = speak("edition_home.office", name=plan.name(lang)) if plan.where else speak("edition_home.country")
        told: dict[str, Any] = {
            "tells": speak(
                "edition_home.tells" if len(plan.provinces) > 1 else "edition_home.tells_one",
                places=show_number(len(plan.provinces)),
                layers=show_number(len(layers.catalogue())),
            ),
            "glance": glance.told(plan, lang),
            "notes": glance.notes(lang),
            "map": shown.html,
            "regions": _regions(plan, lang),
            "values": values,
            "left_out": left_out(lang),
            "people_known": bool(places("province")["people"].notna().any()),
            "all_layers": show_number(len(layers.declared())),
            "statuses": [(speak(f"status.{key.replace(' ', '_')}"), text) for key, text in statuses(lang).items()],
        }
        sources = (*numbers, *(source for source in ("places", "boundaries") if source not in numbers))
        yield path, Page(lang, "national.html", title, speak("edition.tells"), told, sources)
        yield from shown.files


def _regions(plan: Plan, lang: str) -> list[dict[str, Any]]:
    """Each region with its provinces in this edition and how many people live there."""
    told, called = [], names("province", lang)
    for region in plan.regions:
        own = places("province", region)
        own = own[own.index.isin(plan.provinces)]
        provinces = [
            (called[str(code)], plan.place(str(code), lang), show_number(people) if pd.notna(people) else "")
            for code, people in own["people"].items()
        ]
        told.append({"name": label(region, lang), "path": plan.place(region, lang), "provinces": provinces})
    return told


def _values(plan: Plan, lang: str, speak: Say, numbers: dict[str, int]) -> list[dict[str, Any]]:
    """Each layer's value of the country with the lowest and the highest province, in the groups of the report."""
    groups = []
    for key, index, dimension in GROUPS:
        rows = []
        for layer in layers.catalogue().values():
            if layer.index != index or dimension not in ("", layer.dimension):
                continue
            period = latest(layer.id, "country") or latest(layer.id, "province")
            if period is None:
                continue
            whole, each = measure(layer.id, "country", period), measure(layer.id, "province", period)
            ok = each.values[list(plan.provinces)][each.status[list(plan.provinces)] == "ok"]
            status = whole.status["TH"]
            rows.append(
                {
                    "id": layer.id,
                    "name": layer.short.of(lang),
                    "unit": layer.unit.of(lang),
                    "value": value_text(whole, "TH", lang, speak, unit=False),
                    "own": status == "ok",
                    "year": show_year(period, lang),
                    "lowest": _end(ok, float(ok.min()), layer.decimals, lang) if len(ok) > 1 else "",
                    "highest": _end(ok, float(ok.max()), layer.decimals, lang) if len(ok) > 1 else "",
                    "known": f"{len(ok)}/{len(plan.provinces)}",
                    "sources": [(numbers.setdefault(source, len(numbers) + 1), source) for source in layer.source],
                }
            )
        if rows:
            groups.append({"title": speak(f"report.{key}"), "rows": rows})
    return groups


def _end(values: pd.Series, end: float, decimals: int, lang: str) -> str:
    """A value at an end with its province; where several print alike, how many they are."""
    printed = show_number(end, decimals)
    alike = [str(code) for code, value in values.items() if show_number(float(value), decimals) == printed]
    speak = say(lang)
    if len(alike) > 1:
        return speak("edition_home.end_many", value=printed, count=show_number(len(alike)))
    return speak("edition_home.end", value=printed, place=label(alike[0], lang))


def left_out(lang: str) -> list[tuple[str, str]]:
    """Layers that are not in the edition, each with the reason."""
    return [(layer.title.of(lang), reason.of(lang)) for layer, reason in layers.left_out().values()]
