"""A map for slides and print: the SVG of its description as PNG or PDF, its texts set by the typesetter.

Programs that read SVG shape Thai badly or not at all: marks fall beside their letters, and a line of two scripts loses
one. So the texts are taken out of the drawing and set where they stood.
"""

from __future__ import annotations

import copy
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from geo.publish import typeset

# Dots to an inch: sharp on a screen of any office and when a third of a page is printed.
DOTS = 192.0
# Points of a page of A4, and of the margin around a map on it.
SHORT, LONG, MARGIN = 595.28, 841.89, 34.0
# A pixel of a drawing in points, as browsers count them.
PIXEL = 0.75
_SVG = "{http://www.w3.org/2000/svg}"
_PASSED_ON = ("font-size", "font-weight", "text-anchor", "fill", "fill-opacity", "stroke", "stroke-width")


class Lettering(NamedTuple):
    """One line of text of a drawing: where its baseline begins, how large it is, how it looks; ``halo`` behind it."""

    text: str
    x: float
    y: float
    size: float
    anchor: str
    weight: int
    fill: str
    opacity: float
    halo: str


class Place(NamedTuple):
    """How a part of a drawing lies on the whole: moved, then scaled."""

    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0


def taken_apart(drawing: bytes) -> tuple[bytes, list[Lettering], tuple[float, float]]:
    """A drawing without its texts, the texts, and its width and height in pixels.

    Examples
    --------
    >>> small = b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><text x="1" y="8">Nan</text></svg>'
    >>> [(line.text, line.x, line.y) for line in taken_apart(small)[1]]
    [('Nan', 1.0, 8.0)]
    """
    root = ET.fromstring(drawing)
    found = list(_texts(root, {}, Place()))
    _lay_ground(root)
    for parent in list(root.iter()):
        for child in list(parent):
            if child.tag in (f"{_SVG}text", f"{_SVG}title", f"{_SVG}desc"):
                parent.remove(child)
    ET.register_namespace("", "http://www.w3.org/2000/svg")
    return ET.tostring(root), found, (float(root.get("width", "0")), float(root.get("height", "0")))


def _lay_ground(root: ET.Element) -> None:
    """Under each patterned area its own colour: where tiles meet, readers of PDF let the paper shine through."""
    grounds = {}
    for pattern in root.iter(f"{_SVG}pattern"):
        ground = pattern.find(f"{_SVG}rect")
        if ground is not None:
            grounds[f"url(#{pattern.get('id')})"] = ground.get("fill", "none")
    for parent in list(root.iter()):
        for at, child in reversed(list(enumerate(parent))):
            if child.get("fill") in grounds:
                under = copy.copy(child)
                under.attrib = {**child.attrib, "fill": grounds[child.attrib["fill"]]}
                under.attrib.pop("id", None)
                parent.insert(at, under)


def _texts(element: ET.Element, look: Mapping[str, str], place: Place) -> Iterator[Lettering]:
    look = {**look, **{name: element.attrib[name] for name in _PASSED_ON if name in element.attrib}}
    if element.tag == f"{_SVG}text":
        yield Lettering(
            text="".join(element.itertext()),
            x=place.x + float(element.get("x", "0")) * place.scale,
            y=place.y + float(element.get("y", "0")) * place.scale,
            size=float(look.get("font-size", "16")) * place.scale,
            anchor=look.get("text-anchor", "start"),
            weight=int(look.get("font-weight", "400")),
            fill=look.get("fill", "#000000"),
            opacity=float(look.get("fill-opacity", "1")),
            halo=look.get("stroke", "") if look.get("stroke", "none") != "none" else "",
        )
    if element.tag == f"{_SVG}svg" and "x" in element.attrib:
        box = [float(part) for part in element.attrib["viewBox"].split()]
        scale = place.scale * float(element.attrib["width"]) / box[2]
        x, y = (place.scale * float(element.attrib[name]) for name in ("x", "y"))
        place = Place(place.x + x - box[0] * scale, place.y + y - box[1] * scale, scale)
    for child in element:
        yield from _texts(child, look, place)


def printed(drawing: bytes, kind: str, title: str, told: str, lang: str, date: str) -> bytes:
    """A drawing as a file.

    Parameters
    ----------
    drawing : bytes
        SVG, as ``geo.maps.svg`` writes it.
    kind : "png" or "pdf"
        PNG of the drawing's own size, or PDF on a page of A4.
    title, told : str
        The title of the document, and what the drawing shows in words, for those who cannot see it.
    lang, date : str
        The language of its texts, and the day to which its data were collected.

    Raises
    ------
    FontError
        When this machine has no Thai font.
    """
    bare, texts, (wide, high) = taken_apart(drawing)
    told_apart: dict[str, Any] = {"title": title, "told": told, "lang": lang, "date": date}
    told_apart |= {"fonts": typeset.fonts(lang), "texts": [line._asdict() for line in texts], "wide": wide}
    if kind == "png":
        paper = {"width": wide * PIXEL, "height": high * PIXEL, "margin": 0.0, "scale": PIXEL}
        return typeset.png("picture.typ", told_apart | paper, {"map.svg": bare}, DOTS)
    width, height = (LONG, SHORT) if wide > high else (SHORT, LONG)
    scale = min((width - 2 * MARGIN) / wide, (height - 2 * MARGIN) / high)
    paper = {"width": width, "height": height, "margin": MARGIN, "scale": scale}
    return typeset.pdf("picture.typ", told_apart | paper, {"map.svg": bare})
