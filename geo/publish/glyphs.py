"""Which letter each glyph of a font stands for, worked out from the syllables in which it is drawn."""

from __future__ import annotations

NIKHAHIT, SARA_AA, SARA_AM = "\u0e4d", "\u0e32", "\u0e33"
TONES = "\u0e48\u0e49\u0e4a\u0e4b"
# By number of the font and of the glyph.
Letters = dict[int, dict[int, str]]


def own_letters(clusters: list[tuple[int, str, list[int]]]) -> Letters:
    """The letter of each glyph, where all syllables agree on it; sara am is drawn as a ring and sara aa."""
    seen: dict[int, dict[int, set[str]]] = {}
    for font, text, glyphs in clusters:
        drawn = as_drawn(text)
        if len(drawn) == len(glyphs):
            for glyph, letter in zip(glyphs, drawn, strict=True):
                seen.setdefault(font, {}).setdefault(glyph, set()).add(letter)
    return {font: {glyph: min(told) for glyph, told in known.items() if len(told) == 1} for font, known in seen.items()}


def as_drawn(text: str) -> str:
    """The letters of a syllable in the order in which they are drawn.

    Examples
    --------
    >>> [f"{ord(letter):x}" for letter in as_drawn("น้ำ")]
    ['e19', 'e4d', 'e49', 'e32']
    """
    drawn = ""
    for letter in text:
        if letter == SARA_AM:
            # The ring stands under a tone mark, whatever the order in which they are written.
            tone = drawn[-1:] if drawn[-1:] and drawn[-1:] in TONES else ""
            drawn = drawn.removesuffix(tone) + NIKHAHIT + tone + SARA_AA
        else:
            drawn += letter
    return drawn
