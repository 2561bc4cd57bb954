"""Pages of regions, provinces and districts: the sheet of an area, and its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from geo.changes import changed
from geo.gazetteer import known_level
from geo.labels import label
from geo.measure import Measured
from geo.places import ancestors, children, parent
from geo.publish import typeset
from geo.publish.chapters import scores, support
from geo.publish.extract import of_area
from geo.publish.files import csv_and_xlsx
from geo.publish.report import report
from geo.publish.report_facts import caveats, facts, own_name, standing
from geo.publish.site import scored, sheet
from geo.publish.site.inside import bodies_table, measured_at, parts_table
from geo.publish.site.locators import locator
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.panel import panel
from geo.publish.site.plan import Plan
from geo.publish.site.view import FIRST
from geo.words import Text, say, show_number

INSIDE = {"region": "province", "province": "district", "district": "subdistrict"}
FILES = ("csv", "xlsx")
MOST_CAVEATS = 8


def jobs(plan: Plan) -> Iterable[Job]:
    """A job for each region, and one for each province with its districts, which share what is drawn of it."""
    if plan.reports:
        typeset.fonts("en")
    sheets = [[*plan.regions], *([code, *_districts(plan, code)] for code in plan.provinces)]
    for codes in sheets:
        yield Job(_pages, (plan, tuple(codes)))
        if plan.reports:
            yield from (Job(_reports, (plan, code)) for code in codes if code not in plan.regions)


def _districts(plan: Plan, province: str) -> list[str]:
    return children(province, "district") if plan.districts else []


def _pages(plan: Plan, codes: tuple[str, ...]) -> Iterator[tuple[str, Content]]:
    for code in codes:
        yield from _area(plan, code)


def _area(plan: Plan, code: str) -> Iterator[tuple[str, Content]]:
    level = known_level(code)
    found, has = sheet.drawn(code), scores(code) if level != "region" else []
    inside = measured_at(INSIDE[level]) if level != "region" else []
    known = measured_at("lao") if level != "region" else []
    first = _first(code, inside)
    for lang in plan.langs:
        speak, path = say(lang), plan.place(code, lang)
        own = [one.line for one in found]
        numbers: dict[str, int] = {}
        groups = sheet.groups(found, lang, numbers)
        shown = panel(plan, path, lang, INSIDE[level], code, first)
        title = label(code, lang, full=True)
        told: dict[str, Any] = {
            "code": code,
            "level": level,
            "name": own_name(code, lang),
            "other": label(code, "en" if lang == "th" else "th", full=True),
            "other_lang": "en" if lang == "th" else "th",
            "facts": facts(code, lang),
            "older": changed(level).get(code, Text("", "")).of(lang),
            "locator": locator(code, speak("edition_place.locator", place=title)),
            "map": shown.html,
            "groups": groups,
            "siblings": label(parent(code), lang),
            "standing": standing(own, lang) if own else [],
            "scores": scored.rows(has, lang),
            "overall": scored.overall(code, lang),
            "support": support(code, lang) if level != "region" else None,
            "inside": parts_table(plan, code, INSIDE[level], lang, inside),
            "inside_level": INSIDE[level],
            "inside_layers": bool(inside),
            "bodies": bodies_table(code, lang, known) if level != "region" else {},
            "caveats": caveats(own, lang)[:MOST_CAVEATS],
            "files": [(form, f"data/area/{code}.{lang}.{form}") for form in FILES] if own else [],
            "report": f"report/{code}.{lang}.pdf" if plan.reports and level != "region" else "",
            "beside": _beside(plan, code, lang),
            "map_level": f"edition_place.map_{INSIDE[level]}",
        }
        sources = (*numbers, *(source for source in ("places", "boundaries") if source not in numbers))
        about = speak("edition_place.tells", place=title, count=show_number(len(own)))
        trail = tuple((label(above, lang), plan.place(above, lang)) for above in reversed(ancestors(code)))
        yield path, Page(lang, "area.html", title, about, told, sources, trail)
        yield from shown.files
        yield from _files(plan, code, lang, [line.layer.id for line in own])


def _first(code: str, inside: list[Measured]) -> str:
    """The layer that the map shows first: that of the country's map where most of the area is measured."""
    for one in inside:
        parts = children(code, one.level)
        if one.layer.id == FIRST and 2 * int((one.status[parts] == "ok").sum()) > len(parts):
            return FIRST
    return ""


def _beside(plan: Plan, code: str, lang: str) -> dict[str, tuple[str, str]]:
    """The area before and the one after among those that have a page."""
    level = known_level(code)
    alike = {"region": plan.regions, "province": plan.provinces}.get(level) or tuple(children(parent(code), level))
    at = alike.index(code)
    beside = {"before": alike[at - 1] if at else "", "after": alike[at + 1] if at + 1 < len(alike) else ""}
    return {key: (label(other, lang), plan.place(other, lang)) for key, other in beside.items() if other}


def _files(plan: Plan, code: str, lang: str, layers: list[str]) -> Iterator[tuple[str, bytes]]:
    """The sheet as tables; the areas around a district are in the files of its province."""
    if not layers:
        return
    where = plan.address(plan.place(code, lang))
    own = of_area(code, layers, where, lang, alone=known_level(code) == "district")
    own = replace(own, confirmed=frozenset(plan.confirmed), light=True)
    for form, content in csv_and_xlsx(own).items():
        yield f"data/area/{code}.{lang}.{form}", content


def _reports(plan: Plan, code: str) -> Iterator[tuple[str, Content]]:
    for lang in plan.langs:
        yield f"report/{code}.{lang}.pdf", report(code, lang, where=plan.address(plan.place(code, lang)))
