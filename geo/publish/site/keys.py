"""Swatches of a legend inside a page: colours are variables, so that a dark page darkens them and paper does not."""

from __future__ import annotations

from markupsafe import Markup

from geo.maps.choropleth import Choropleth
from geo.maps.inks import STROKES, TILE, brightness
from geo.maps.legend import OUTSIDE, class_key
from geo.publish.site.page import markup

# The pattern over each state without a class, and over a class that is inherited or doubtful.
OVER = {"-": "hatch", "~": "dots", "x": "cross", "v": "back", "inherited": "back", "doubtful": "level"}


def colours(drawing: Choropleth) -> str:
    """For a ``style``: classes in the light (k) and in the dark (d), and what is seen on each (m, n)."""
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


def pattern(letter: str, name: str, scale: int = 1) -> str:
    """The pattern of a letter of a map, as ``fill`` names it; empty for a plain class.

    ``name`` tells it from patterns of other maps of the page; ``scale``: how many units of the drawing a pixel has.
    """
    over, known = _over(letter), class_key(letter)
    if not over:
        return ""
    turned = f' patternTransform="scale({scale})"' if scale != 1 else ""
    return (
        f'<pattern id="{name}-{ord(letter)}" width="{TILE}" height="{TILE}" patternUnits="userSpaceOnUse"{turned}>'
        f'<rect width="{TILE}" height="{TILE}" class="{f"class-{known}" if known else "empty"}"/>'
        f'<g class="{f"over-{known}" if known else "over"}" fill="none">{STROKES[over]}</g></pattern>'
    )


def fill(letter: str, name: str) -> str:
    """The attribute that paints an area or a swatch.

    Examples
    --------
    >>> fill("2", "map"), fill(".", "map"), fill("-", "map")
    ('class="class-2"', 'class="outside"', 'fill="url(#map-45)"')
    """
    if letter == OUTSIDE:
        return 'class="outside"'
    return f'fill="url(#{name}-{ord(letter)})"' if _over(letter) else f'class="class-{class_key(letter)}"'


def swatch(key: str, name: str) -> Markup:
    """What stands before a line of a legend; patterns named ``name`` stand in the page."""
    painted = 'fill="none"' if key == "u" else fill(key, name)
    return markup(
        f'<svg class="swatch" width="28" height="18" aria-hidden="true"><rect {painted} width="28" height="18"/></svg>'
    )
