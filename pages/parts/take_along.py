"""Take the map along: for print and slides as it is seen, and its table as a file."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode, urlsplit, urlunsplit

import streamlit as st

from geo import cards, overlays
from geo.called import shape_names
from geo.drawings import topology_of
from geo.labels import label
from geo.maps.choropleth import Choropleth
from geo.maps.message import PARENT_DIGITS
from geo.maps.svg import Sheet, svg
from geo.maps.svg_points import Points
from geo.measure import Measured
from geo.own_areas import OwnAreas, drawn
from geo.publish.made import data_date
from geo.publish.picture import printed
from pages.parts.atlas import Outlines
from pages.parts.choices import Choices
from pages.parts.downloads import offer_view
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


def take_along(view: Choices, measured: Measured, drawing: Choropleth, listed: list[str], over: Over) -> None:
    """Download the map for print and the table as a file; both name source, licence and where they came from."""
    say, stem = view.say, f"{measured.layer.id}-{measured.level}-{measured.period}"
    address = address_of(view)
    files = st.container(horizontal=True, gap="small")
    for theme in ("light", "dark"):
        files.download_button(
            say(f"map_page.svg_{theme}"),
            data=partial(picture, view, measured, drawing, address, theme, over),
            file_name=f"{stem}{'' if theme == 'light' else '-dark'}.svg",
            mime="image/svg+xml",
            on_click="ignore",
            key=f"svg-{theme}",
        )
    pictures = {kind: partial(print_of, view, measured, drawing, address, kind, over) for kind in ("png", "pdf")}
    with files:
        offer_view(view, listed, class_texts(drawing, measured, listed), pictures)


def print_of(view: Choices, measured: Measured, drawing: Choropleth, address: str, kind: str, over: Over) -> bytes:
    """The light map as PNG for slides, or as PDF for print."""
    drawn = picture(view, measured, drawing, address, "light", over)
    used = (*measured.layer.source, *over.sources, "boundaries")
    title = f"{drawing.title} ({drawing.unit}) {drawing.year}"
    return printed(drawn, kind, title, drawing.summary, view.lang, data_date(used))


def picture(view: Choices, measured: Measured, drawing: Choropleth, address: str, theme: str, over: Over) -> bytes:
    """The map as the SVG that a reader takes along."""
    say, lang, within = view.say, view.lang, drawing.shapes.within
    used = [cards.card(source) for source in dict.fromkeys([*measured.layer.source, *over.sources])]
    told = [
        say("map_page.svg_source", title=card.title.of(lang), licence=card.licence_told.of(lang).rstrip(". "))
        for card in used
    ]
    told += [card.attribution for card in used]
    borders = cards.card("boundaries")
    told.append(
        say("map_page.svg_borders", credit=borders.attribution.rstrip(". "), licence=borders.licence_told.of(lang))
    )
    told += [measured.layer.caveat.of(lang), *([address] if address else [])]
    where = label(view.place, lang, full=True) if view.place else say("choose.country")
    sheet = Sheet(
        places=say(f"levels.{measured.level}"),
        where=where,
        credits=tuple(dict.fromkeys(told)),
        parents=PARENT_DIGITS.get(measured.level, ()),
        around=topology_of("province") if within else None,
        theme="dark" if theme == "dark" else "light",
        points=over.points(view),
        over=over.drawn(),
        over_title=say("own.title") if isinstance(over.outlines, OwnAreas) else say("map_page.laos"),
    )
    return svg(drawing, topology_of(measured.level, within), shape_names(measured.level, lang), say, sheet)


def address_of(view: Choices) -> str:
    """Where the view is found again: the address of the page with the reader's choices."""
    page = urlsplit(str(st.context.url or ""))
    query = urlencode(view.to_url(), safe=",:")
    return urlunsplit((page.scheme, page.netloc, page.path or "/", query, "")) if page.netloc else ""
