"""Take the map along: for print and slides as it is seen, and its table as a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial

import streamlit as st

from geo import cards, overlays
from geo.called import shape_names
from geo.drawings import topology_of
from geo.maps.choropleth import Choropleth
from geo.maps.message import PARENT_DIGITS
from geo.maps.svg import Sheet, svg
from geo.maps.svg_legend import called as titled
from geo.maps.svg_points import Points
from geo.measure import Measured
from geo.own_areas import OwnAreas, drawn
from geo.publish.extract import called
from geo.publish.made import data_date
from geo.publish.picture import printed
from geo.words import Say
from pages.parts.atlas import Outlines
from pages.parts.choices import Choices
from pages.parts.downloads import here, offer_pictures, offer_view, where
from pages.parts.map_table import class_texts


@dataclass(frozen=True)
class Over:
    """What a reader laid over the map: kinds of points, and outlines."""

    kinds: tuple[str, ...] = ()
    outlines: Outlines | None = None

    def points(self, view: Choices) -> tuple[Points, ...]:
        """The points of each kind, as on the screen."""
        return tuple(
            Points(overlays.KINDS[kind].title.of(view.lang), overlays.overlay(kind, view.within)) for kind in self.kinds
        )

    def drawn(self) -> bytes | None:
        """The outlines as TopoJSON."""
        if self.outlines is None:
            return None
        return drawn(self.outlines) if isinstance(self.outlines, OwnAreas) else topology_of("lao", self.outlines)

    @property
    def sources(self) -> list[str]:
        """Where the points and the outlines come from; a reader's own areas are her own."""
        files = [overlays.KINDS[kind].file.partition("/")[0] for kind in self.kinds]
        return [*files, *([] if self.outlines is None or isinstance(self.outlines, OwnAreas) else ["lao"])]


@dataclass(frozen=True, eq=False)
class Drawn:
    """A map as it is taken along: what is drawn on which level, from which sources, what to know of it, the address
    that shows it.

    ``say`` speaks its legend where that has words of its own.
    """

    drawing: Choropleth
    level: str
    sources: tuple[str, ...]
    notes: tuple[str, ...]
    address: str
    over: Over = field(default_factory=Over)
    say: Say | None = None


def drawn_of(view: Choices, measured: Measured, drawing: Choropleth, page: str, over: Over | None = None) -> Drawn:
    """The map of a measurement, as it stands on a page."""
    layer = measured.layer
    return Drawn(drawing, measured.level, layer.source, (layer.caveat.of(view.lang),), here(view, page), over or Over())


def take_along(view: Choices, measured: Measured, drawing: Choropleth, listed: list[str], over: Over) -> None:
    """Download the map for print and the table as a file; both name source, licence and where they came from."""
    say, stem = view.say, f"{measured.layer.id}-{measured.level}-{measured.period}"
    taken = drawn_of(view, measured, drawing, "map", over)
    files = st.container(horizontal=True, gap="small")
    for theme in ("light", "dark"):
        files.download_button(
            say(f"map_page.svg_{theme}"),
            data=partial(picture, view, taken, theme),
            file_name=f"{stem}{'' if theme == 'light' else '-dark'}.svg",
            mime="image/svg+xml",
            on_click="ignore",
            key=f"svg-{theme}",
        )
    pictures = {kind: partial(print_of, view, taken, kind) for kind in ("png", "pdf")}
    with files:
        offer_view(view, listed, class_texts(drawing, measured, listed), pictures)


def offer_map(view: Choices, taken: Drawn, name: str, key: str) -> None:
    """A button under a map that gives it as SVG, PNG or PDF."""
    offer_pictures(
        view,
        name,
        {
            "svg": partial(picture, view, taken, "light"),
            "svg_dark": partial(picture, view, taken, "dark"),
            "png": partial(print_of, view, taken, "png"),
            "pdf": partial(print_of, view, taken, "pdf"),
        },
        key,
    )


def print_of(view: Choices, taken: Drawn, kind: str) -> bytes:
    """The light map as PNG for slides, or as PDF for print."""
    drawing, used = taken.drawing, (*taken.sources, *taken.over.sources, "boundaries")
    drawn = picture(view, taken, "light")
    return printed(drawn, kind, titled(drawing), drawing.summary, view.lang, data_date(used))


def picture(view: Choices, taken: Drawn, theme: str) -> bytes:
    """The map as the SVG that a reader takes along."""
    lang, drawing, over = view.lang, taken.drawing, taken.over
    say, within = taken.say or view.say, drawing.shapes.within
    used = [cards.card(source) for source in dict.fromkeys([*taken.sources, *over.sources])]
    sheet = Sheet(
        places=say(f"levels.{taken.level}"),
        where=called(where(view), lang),
        credits=credits_of(view, taken),
        parents=PARENT_DIGITS.get(taken.level, ()),
        around=topology_of("province") if within else None,
        theme="dark" if theme == "dark" else "light",
        points=over.points(view),
        over=over.drawn(),
        over_title=say("own.title") if isinstance(over.outlines, OwnAreas) else say("map_page.laos"),
        figures=all(card.may_redistribute != "ask" for card in used),
    )
    return svg(drawing, topology_of(taken.level, within), shape_names(taken.level, lang), say, sheet)


def credits_of(view: Choices, taken: Drawn) -> tuple[str, ...]:
    """What stands at the foot of a map: sources, licences, whom to thank, what to know, and the address."""
    say, lang = view.say, view.lang
    used = [cards.card(source) for source in dict.fromkeys([*taken.sources, *taken.over.sources])]
    told = [
        say("map_page.svg_source", title=card.title.of(lang), licence=card.licence_told.of(lang).rstrip(". "))
        for card in used
    ]
    told += [card.attribution for card in used]
    borders = cards.card("boundaries")
    told.append(
        say("map_page.svg_borders", credit=borders.attribution.rstrip(". "), licence=borders.licence_told.of(lang))
    )
    told += filter(None, (*taken.notes, taken.address))
    return tuple(dict.fromkeys(told))
