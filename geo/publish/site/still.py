"""Maps that stand still: provinces as SVG inside the page, from the same description as every other map.

The shapes stand once in a page, however many maps use them; colours are variables, so that a dark page darkens them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from markupsafe import Markup, escape

from geo.drawings import topology_of
from geo.maps.choropleth import Choropleth
from geo.maps.inks import STROKES, TILE, brightness
from geo.maps.legend import OUTSIDE, class_key
from geo.maps.paths import UNITS, Flat, flat, frame, read
from geo.publish.site.page import markup
from geo.words import Say, show_number

WIDE, HIGH = 300.0, 540.0
# The pattern over each state without a class, and over a class that is inherited or doubtful.
OVER = {"-": "hatch", "~": "dots", "x": "cross", "v": "back", "inherited": "back", "doubtful": "level"}


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
    patterns = "".join(_pattern(letter, name, UNITS) + _pattern(letter, f"{name}-key", 1) for letter in used)
    areas = "".join(
        f'<use href="#s{code}" {_fill(letters[code], name)}><title>{escape(_told(drawing, code, letters[code], names))}'
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
            _swatch(row.key, name),
            row.label,
            show_number(row.areas),
            "" if row.people is None else show_number(row.people),
        )
        for row in rows
    )
    return Still(markup(svg), _colours(drawing), keys, any(row.people and row.areas for row in rows))


def _colours(drawing: Choropleth) -> str:
    """Classes in the light (k) and in the dark (d), and what is seen on each (m, n)."""
    told = []
    for at, (light, dark) in enumerate(zip(drawing.light, drawing.dark, strict=True)):
        over = ("#141822" if brightness(colour) > 0.55 else "#ffffff" for colour in (light, dark))
        told += [f"--k{at}:{light}", f"--d{at}:{dark}", *(f"--{n}{at}:{c}" for n, c in zip("mn", over, strict=True))]
    return ";".join(told)


def _over(letter: str) -> str:
    known = class_key(letter)
    if not known:
        return OVER.get(letter, "")
    return "" if letter.isdigit() else OVER["inherited" if letter.isupper() else "doubtful"]


def _pattern(letter: str, name: str, scale: int) -> str:
    over, known = _over(letter), class_key(letter)
    if not over:
        return ""
    turned = f' patternTransform="scale({scale})"' if scale != 1 else ""
    return (
        f'<pattern id="{name}-{ord(letter)}" width="{TILE}" height="{TILE}" patternUnits="userSpaceOnUse"{turned}>'
        f'<rect width="{TILE}" height="{TILE}" class="{f"class-{known}" if known else "empty"}"/>'
        f'<g class="{f"over-{known}" if known else "over"}" fill="none">{STROKES[over]}</g></pattern>'
    )


def _fill(letter: str, name: str) -> str:
    if letter == OUTSIDE:
        return 'class="outside"'
    return f'fill="url(#{name}-{ord(letter)})"' if _over(letter) else f'class="class-{class_key(letter)}"'


def _swatch(key: str, name: str) -> Markup:
    fill = 'fill="none"' if key == "u" else _fill(key, f"{name}-key")
    return markup(
        f'<svg class="swatch" width="28" height="18" aria-hidden="true"><rect {fill} width="28" height="18"/></svg>'
    )


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
