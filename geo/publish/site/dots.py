"""Points that a reader may lay over a moving map: offices, schools, stations, airports, each with its source."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from geo import cards, overlays
from geo.maps import fetched
from geo.publish.site.packs import shared
from geo.publish.site.plan import Plan
from geo.words import say


def offered(plan: Plan, lang: str, counted: bool = True) -> list[dict[str, Any]]:
    """The kinds of points that may be passed on and stand in the edition's places.

    ``counted``: with the number of things, where the map shows all of the edition's places.

    Returns
    -------
    list of dict
        ``id``, ``title``, ``n`` things where counted, ``url`` of the points as a map's message names it, ``credit``
        and the ``source`` on the page of sources.
    """
    found = []
    for kind in overlays.kinds():
        address, things = _points(kind, plan.within)
        if not things:
            continue
        entry = overlays.KINDS[kind]
        card = cards.card(entry.file.partition("/")[0])
        told = {"title": card.title, "publisher": card.publisher, "licence": card.licence_told}
        credit = say(lang)("edition_map.points_credit", **{name: text.of(lang) for name, text in told.items()})
        there = f"{lang}/sources.html#{card.id}"
        one = {"id": kind, "title": entry.title.of(lang), "url": address, "credit": credit, "source": there}
        found.append({**one, "n": things} if counted else one)
    return found


def point_files(plan: Plan) -> Iterator[tuple[str, bytes]]:
    """The points of each kind, once for all maps and both languages."""
    for kind in overlays.kinds():
        table = overlays.overlay(kind, plan.within)
        if len(table):
            yield shared(fetched.points(kind, table))


@lru_cache(maxsize=32)
def _points(kind: str, within: tuple[str, ...] | None) -> tuple[str, int]:
    table = overlays.overlay(kind, within)
    return fetched.points(kind, table), int(table["value"].sum()) if "value" in table else len(table)
