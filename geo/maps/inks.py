"""What each letter of a map looks like in print: the page's colours and the patterns of the states.

The screen has the same in ``front/ink.js``, where the page's own theme is known; a test holds the two together.
"""

from __future__ import annotations

from typing import NamedTuple

from geo.maps.colours import Theme

TILE = 8


class Page(NamedTuple):
    """Colours of everything on a map that is not a class."""

    paper: str
    ink: str
    land: str
    line: str
    border: str
    empty: str
    mark: str
    sea: str


PAGES: dict[Theme, Page] = {
    "light": Page("#ffffff", "#31333f", "#f3f4f6", "#ffffff", "#5b616c", "#eceef1", "#9aa1ad", "#e9eff4"),
    "dark": Page("#0e1117", "#fafafa", "#1d212b", "#0a0c12", "#a5acb8", "#2a2f3a", "#8b94a5", "#151a22"),
}
# The strokes of each pattern on a tile of 8 by 8; letters as in geo.maps.legend.
STROKES = {
    "hatch": '<path d="M-2 10L10-2M-2 2L2-2M6 10L10 6"/>',
    "back": '<path d="M-2-2L10 10M-2 6L2 10M6-2L10 2"/>',
    "cross": '<path d="M0 4H8M4 0V8"/>',
    "dots": '<circle cx="2" cy="2" r="1.15"/><circle cx="6" cy="6" r="1.15"/>',
    "level": '<path d="M0 2H8M0 6H8"/>',
}
PATTERNS = {"-": "hatch", "~": "dots", "x": "cross", "v": "back"}
INHERITED, DOUBTFUL = "back", "level"
# How the five states of an area, and its being outside the filter, are called in a drawing.
STATES = {"-": "no-data", "~": "too-few", "x": "not-applicable", "v": "inherited", ".": "outside"}


class Ink(NamedTuple):
    """A fill: its ground, and the pattern on it where there is one."""

    name: str
    ground: str
    strokes: str = ""
    mark: str = ""
    width: float = 1.0
    opacity: float = 1.0

    def fill(self, prefix: str = "") -> str:
        """What an element's ``fill`` says, in a drawing whose ids begin with the prefix."""
        return f"url(#{prefix}{self.name})" if self.strokes else self.ground


def inks(theme: Theme, colours: tuple[str, ...]) -> dict[str, Ink]:
    """The fill of every letter a map can have.

    Parameters
    ----------
    theme : "light" or "dark"
    colours : tuple of #rrggbb
        Of the classes, lowest first.

    Examples
    --------
    >>> inks("light", ("#aabbcc",))["0"].fill(), inks("light", ("#aabbcc",))["-"].fill()
    ('#aabbcc', 'url(#no-data)')
    """
    page = PAGES[theme]
    found = {".": Ink("outside", page.land)}
    for letter, strokes in PATTERNS.items():
        ground = page.paper if letter == "x" else page.empty
        found[letter] = Ink(STATES[letter], ground, strokes, page.mark, 0.8 if letter == "x" else 1)
    for k, colour in enumerate(colours):
        mark, opacity = ("#141822", 0.5) if brightness(colour) > 0.55 else ("#ffffff", 0.7)
        found[str(k)] = Ink(f"class-{k}", colour)
        found[chr(65 + k)] = Ink(f"class-{k}-inherited", colour, INHERITED, mark, 1.1, opacity)
        found[chr(97 + k)] = Ink(f"class-{k}-doubtful", colour, DOUBTFUL, mark, 0.7, 0.3 if opacity == 0.5 else 0.4)
    return found


def brightness(colour: str) -> float:
    """How bright a colour looks, 0 black to 1 white.

    Examples
    --------
    >>> brightness("#ffffff"), brightness("#000000")
    (1.0, 0.0)
    """
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return round((0.299 * red + 0.587 * green + 0.114 * blue) / 255, 6)


def pattern(ink: Ink, prefix: str = "", scale: float = 1) -> str:
    """The pattern of an ink as SVG; ``scale`` is how many units of the drawing a pixel has."""
    turned = f' patternTransform="scale({scale:g})"' if scale != 1 else ""
    inside = ink.mark if ink.strokes == "dots" else "none"
    return (
        f'<pattern id="{prefix}{ink.name}" width="{TILE}" height="{TILE}" patternUnits="userSpaceOnUse"{turned}>'
        f'<rect width="{TILE}" height="{TILE}" fill="{ink.ground}"/><g stroke="{ink.mark}" '
        f'stroke-width="{ink.width:g}" stroke-opacity="{ink.opacity:g}" fill="{inside}">'
        f"{STROKES[ink.strokes]}</g></pattern>"
    )
