"""Several maps as they stand on a screen, taken along on one sheet."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from geo import cards
from geo.called import shape_names
from geo.drawings import topology_of
from geo.maps.choropleth import Choropleth
from geo.maps.message import PARENT_DIGITS
from geo.maps.svg import Sheet
from geo.maps.svg_board import Panel, board
from geo.measure import Measured
from geo.publish.made import data_date
from geo.publish.picture import printed
from pages.parts.choices import Choices
from pages.parts.downloads import Picture, here, offer_pictures
from pages.parts.take_along import Drawn, credits_of


@dataclass(frozen=True, eq=False)
class Board:
    """What a board shows: its maps with what was measured and what stands over each, its heading, where its areas lie
    (nothing where the maps differ in that), and how its classes compare."""

    drawings: Sequence[Choropleth]
    measured: Sequence[Measured]
    titles: Sequence[str]
    title: str
    where: str
    told: str


def offer_board(view: Choices, shown: Board, name: str) -> None:
    """A button that gives all maps of a board as SVG, PNG or PDF."""
    sources = tuple(dict.fromkeys(source for own in shown.measured for source in own.layer.source))
    notes = tuple(dict.fromkeys(own.layer.caveat.of(view.lang) for own in shown.measured))
    taken = Drawn(shown.drawings[0], view.level, sources, notes, here(view, "maps"))
    drawn = partial(_drawn, view, shown, taken)
    told = (f"{shown.title}: {', '.join(shown.titles)}", shown.told, view.lang, data_date((*sources, "boundaries")))
    pictures: dict[str, Picture] = {
        "svg": partial(drawn, "light"),
        "svg_dark": partial(drawn, "dark"),
        "png": lambda: printed(drawn("light"), "png", *told),
        "pdf": lambda: printed(drawn("light"), "pdf", *told),
    }
    offer_pictures(view, name, pictures, "board")


def _drawn(view: Choices, shown: Board, taken: Drawn, theme: str) -> bytes:
    level, lang = taken.level, view.lang
    panels = []
    for drawing, title in zip(shown.drawings, shown.titles, strict=True):
        within = drawing.shapes.within
        around = topology_of("province") if within else None
        panels.append(Panel(drawing, topology_of(level, within), shape_names(level, lang), title, around))
    sheet = Sheet(
        places=view.say(f"levels.{level}"),
        where=shown.where,
        credits=credits_of(view, taken),
        parents=PARENT_DIGITS.get(level, ()),
        theme="dark" if theme == "dark" else "light",
        labels=False,
        figures=all(cards.card(source).may_redistribute != "ask" for source in taken.sources),
    )
    return board(panels, shown.title, shown.told, view.say, sheet)
