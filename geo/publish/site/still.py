"""Maps that stand still: provinces as SVG inside the page, from the same description as every other map.

The shapes stand once in a page, however many maps use them; colours are variables, so that a dark page darkens them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from geo.drawings import topology_of
from geo.maps.choropleth import Choropleth
from geo.maps.legend import OUTSIDE, class_key
from geo.maps.paths import UNITS, Flat, flat, frame, read
from geo.publish.site.keys import colours, fill, pattern, swatch
from geo.publish.site.page import markup
from geo.words import Say, show_number

WIDE, HIGH = 300.0, 540.0


class Key(NamedTuple):
    """One line of a legend: its swatch, label, how many areas and people ("" where nobody knows)."""

    swatch: Markup
    label: str
    areas: str
    people: str


class Still(NamedTuple):
    """One map: the drawing, the variables of its colours for a ``style``, its legend from the highest class down, and
    whether anybody knows how many people live in its areas."""

    svg: Markup
    colours: str
    keys: tuple[Key, ...]
    people: bool


@lru_cache(maxsize=8)
def _ground(inside: tuple[str, ...]) -> tuple[Flat, int, int]:
    """All provinces laid flat so that some of them fill the frame, and how large that is in tenths of a pixel."""
    laid, chosen = read(topology_of("province", None)), set(inside)
    on = frame(laid, WIDE, HIGH, lambda code: code in chosen)
    return flat(laid, on, (1,)), round(on.width * UNITS), round(on.height * UNITS)


def shapes(inside: tuple[str, ...]) -> Markup:
    """The outlines that the maps of a page use; it stands once, before the first of them."""
    ground, _, _ = _ground(inside)
    paths = "".join(f'<path id="s{code}" d="{path}"/>' for code, path in ground.paths.items())
    lines = "".join(f'<path id="b{strength}" d="{path}"/>' for strength, path in ground.borders.items())
    return markup(f'<svg class="shapes" width="0" height="0" aria-hidden="true"><defs>{paths}{lines}</defs></svg>')


def still(drawing: Choropleth, inside: tuple[str, ...], name: str, names: dict[str, str], speak: Say) -> Still:
    """A description drawn.

    Parameters
    ----------
    drawing : Choropleth
        Of provinces of the whole country.
    inside : tuple of codes
        The provinces that fill the frame, as given to ``shapes``.
    name : str
        Tells the patterns of this map from those of others on the page: letters, digits and hyphens.
    names : dict of code to name
    speak : the reader's language
    """
    ground, wide, high = _ground(inside)
    letters = dict(zip(drawing.shapes.codes, drawing.letters, strict=True))
    used = sorted({*letters.values(), *(row.key for row in drawing.states)} - {OUTSIDE})
    patterns = "".join(pattern(letter, name, UNITS) + pattern(letter, f"{name}-key") for letter in used)
    areas = "".join(
        f'<use href="#s{code}" {fill(letters[code], name)}><title>{escape(_told(drawing, code, letters[code], names))}'
        "</title></use>"
        for code in ground.paths
    )
    lines = "".join(f'<use href="#b{strength}" class="border-{strength}"/>' for strength in ground.borders)
    label = escape(f"{drawing.title} ({drawing.unit}) {drawing.year}")
    svg = (
        f'<svg viewBox="0 0 {wide} {high}" width="{wide / UNITS:g}" height="{high / UNITS:g}" role="img" '
        f'aria-label="{label}"><defs>{patterns}</defs>{areas}<g fill="none">{lines}</g></svg>'
    )
    rows = (*reversed(drawing.rows), *drawing.states)
    keys = tuple(
        Key(
            swatch(row.key, f"{name}-key"),
            row.label,
            show_number(row.areas),
            "" if row.people is None else show_number(row.people),
        )
        for row in rows
    )
    return Still(markup(svg), colours(drawing), keys, any(row.people and row.areas for row in rows))


def _told(drawing: Choropleth, code: str, letter: str, names: dict[str, str]) -> str:
    """An area with its value and class, or with its state in the words of the legend."""
    known = class_key(letter)
    if not known:
        told = {row.key: row.label for row in drawing.states}
        return names[code] + (f": {told[letter]}" if letter in told else "")
    label = drawing.classes.labels[int(known)]
    if drawing.worded:
        return f"{names[code]}: {label}"
    value = show_number(float(drawing.drawn.values[code]), drawing.decimals)
    return f"{names[code]}: {value} {drawing.unit} ({label})"
