"""Text of a set PDF that can be searched and copied: every Thai syllable is told once, by all that is drawn of it.

The typesetter draws a mark that is raised or lowered in a piece of its own, and tells for that piece the whole syllable
again: what looks like one syllable is then copied as two, and a search finds nothing. Here all pieces of a syllable
are brought together under one text, and each glyph is given its own letter for programs that read glyph by glyph. What
is drawn does not move. The files read are those of the pinned typesetter: plain objects and one table of their places.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from geo.publish.glyphs import Letters, own_letters
from geo.publish.pdf_objects import letters_table, read_letters, read_objects, stream, widths, with_stream, written

_STRING = rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]*>"
_NUMBER = rb"[-+]?[\d.]+"
_BLOCK = re.compile(
    rb"q 1 0 0 -1 (?P<x>"
    + _NUMBER
    + rb") (?P<y>"
    + _NUMBER
    + rb") cm(?P<ink>(?:(?!\bcm\b|\bQ\b)[^()\[\]])*?)\s*BT\b(?P<body>.*?)ET\s*Q\b",
    re.DOTALL,
)
_SHOW = re.compile(
    rb"\s*(?:/Span<</ActualText<FEFF(?P<told>[0-9A-Fa-f]*)>>>\s*BDC)?\s*(?P<mode>\d Tr)?\s*"
    rb"(?P<set>/(?P<font>\w+) (?P<size>[\d.]+) Tf) 1 0 0 -1 (?P<a>" + _NUMBER + rb") (?P<b>" + _NUMBER + rb") Tm\s*"
    rb"(?P<show>\[(?:[^\[\]()<>]|" + _STRING + rb")*\]\s*TJ|(?:" + _STRING + rb")\s*Tj)\s*(?P<end>EMC)?\s*",
    re.DOTALL,
)
_ITEM = re.compile(_STRING + rb"|" + _NUMBER, re.DOTALL)
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}

# Thousandths of the font's size: a mark off the line by less is drawn on it, and a gap of less is no space to a reader.
LEVEL, NEAR = 70.0, 90.0


@dataclass
class Piece:
    """A stretch of glyphs drawn together and told as one text: a marked span, or a single glyph outside of spans.

    ``items`` are its glyphs and the small moves before them; ``rest`` holds further pieces of the same syllable that
    are raised or lowered too far to be drawn on the same line, ``grown`` tells that it took in others; ``moved`` that
    another piece has taken this one in.
    """

    text: str
    font: int
    glyphs: list[int]
    items: list[bytes]
    spanned: bool
    rest: list[bytes] = field(default_factory=list)
    moved: bool = False
    grown: bool = False


@dataclass
class Show:
    """One command that shows glyphs: the font set for it, where it stands, and its pieces."""

    set: bytes
    size: float
    x: float
    y: float
    pieces: list[Piece]
    tail: list[bytes]


@dataclass
class Block:
    """A text object of a page: where it begins and ends in the commands, its origin, its shows."""

    start: int
    end: int
    x: float
    y: float
    ink: bytes
    shows: list[Show]


def searchable(pdf: bytes) -> bytes:
    """The same document, drawn the same, whose text is extracted as it was put in.

    Raises
    ------
    ValueError
        When the document is not one that the pinned typesetter wrote.
    """
    objects = read_objects(pdf)
    letters: Letters = {font: read_letters(stream(objects[at])) for font, at in objects.fonts.items()}
    clusters: list[tuple[int, str, list[int]]] = []
    for number, named in objects.pages:
        content = stream(objects[number])
        blocks = list(_blocks(content, named, letters))
        clusters += _gather(blocks, {font: widths(objects, font) for font in set(named.values())})
        objects.bodies[number] = with_stream(objects[number], _retold(content, blocks))
    own = own_letters(clusters)
    for font, at in objects.fonts.items():
        objects.bodies[at] = with_stream(objects[at], letters_table(letters[font] | own.get(font, {})))
    return written(pdf, objects)


def _blocks(content: bytes, named: dict[bytes, int], letters: Letters) -> Iterator[Block]:
    for found in _BLOCK.finditer(content):
        shows, at = [], 0
        body = found["body"]
        while at < len(body) and (show := _SHOW.match(body, at)):
            shows.append(_show(show, named, letters))
            at = show.end()
        if not body[at:].strip():
            yield Block(found.start(), found.end(), float(found["x"]), float(found["y"]), found["ink"], shows)


def _show(found: re.Match[bytes], named: dict[bytes, int], letters: Letters) -> Show:
    font = named.get(found["font"], 0)
    pieces: list[Piece] = []
    waiting: list[bytes] = []
    if found["told"] is not None:
        pieces.append(Piece(bytes.fromhex(found["told"].decode()).decode("utf-16-be"), font, [], [], True))
    for item in _ITEM.findall(found["show"]):
        if item[:1] not in (b"(", b"<"):
            waiting.append(item)
            continue
        for glyph in _glyphs(item):
            if found["told"] is None:
                pieces.append(Piece(letters.get(font, {}).get(glyph, ""), font, [], [], False))
            pieces[-1].glyphs.append(glyph)
            pieces[-1].items += [*waiting, b"<%04X>" % glyph]
            waiting = []
    return Show(found["set"], float(found["size"]), float(found["a"]), float(found["b"]), pieces, waiting)


def _glyphs(string: bytes) -> list[int]:
    if string.startswith(b"<"):
        raw = bytes.fromhex(string[1:-1].decode())
    else:
        raw = re.sub(
            rb"\\([0-7]{1,3}|.)",
            lambda m: bytes([int(m[1], 8)]) if m[1].isdigit() else _ESCAPES.get(m[1], m[1]),
            string[1:-1],
            flags=re.DOTALL,
        )
    return [int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)]


def _gather(blocks: list[Block], wide: dict[int, dict[int, float]]) -> list[tuple[int, str, list[int]]]:
    """Bring each further piece of a syllable to its first; gives every syllable as font, text, glyphs.

    A piece that tells the syllable before it again is a part of it, unless it begins with the same glyph: then the
    syllable itself stands there twice.
    """
    told: list[tuple[int, str, list[int]]] = []
    head: tuple[Block, Show, Piece] | None = None
    for block in blocks:
        for show in block.shows:
            for at, piece in enumerate(show.pieces):
                first = head[2] if head else None
                again = (
                    first is not None and len(piece.text) > 1 and (piece.text, piece.font) == (first.text, first.font)
                )
                if not (again and head and first and at == 0 and piece.glyphs[:1] != first.glyphs[:1]):
                    head = (block, show, piece)
                    told.append((piece.font, piece.text, list(piece.glyphs)))
                    continue
                advance = _advance(piece.items, wide[piece.font])
                _take_in(head, block, show, piece, wide[piece.font])
                told[-1][2].extend(piece.glyphs)
                piece.moved = True
                if len(show.pieces) > 1:
                    show.pieces[1].items.insert(0, _short(-advance))
    return told


def _advance(items: list[bytes], wide: dict[int, float]) -> float:
    """How far some items move on, in thousandths of the font's size."""
    return sum(wide.get(int(item[1:-1], 16), 0.0) if item.startswith(b"<") else -float(item) for item in items)


def _take_in(head: tuple[Block, Show, Piece], block: Block, show: Show, piece: Piece, wide: dict[int, float]) -> None:
    """Draw a piece with the syllable that it belongs to, where it stood."""
    home, line, first = head
    first.grown = True
    x, y = block.x + show.x - home.x, show.y + home.y - block.y
    if abs(y - line.y) * 1000 / line.size > LEVEL:
        first.rest.append(show.set + b" 1 0 0 -1 %s %s Tm" % (_short(x), _short(y)) + _array(piece.items))
        return
    before = sum(_advance(other.items, wide) for other in line.pieces[: line.pieces.index(first)])
    own, there = _advance(first.items, wide), (x - line.x) * 1000 / line.size
    back = there + _advance(piece.items, wide)
    # Readers take the end of what is drawn last for the end of the syllable: a mark far from it is drawn before that.
    lead = sum(float(item) for item in piece.items[: _leading(piece.items)])
    far = there - lead + NEAR < before + own and len(first.glyphs) > 1
    at = _leading(first.items) + 1 if far else len(first.items)
    pen = before + _advance(first.items[:at], wide)
    first.items[at:at] = [_short(pen - there), *piece.items, _short(back - pen)]


def _leading(items: list[bytes]) -> int:
    """How many moves stand before the first glyph."""
    return next(at for at, item in enumerate(items) if item.startswith(b"<"))


def _short(number: float) -> bytes:
    return (f"{number:.5f}".rstrip("0").rstrip(".") or "0").encode()


def _retold(content: bytes, blocks: list[Block]) -> bytes:
    """The commands of a page with every syllable under one text."""
    out, last = [], 0
    for block in blocks:
        out.append(content[last : block.start])
        origin = b"q 1 0 0 -1 %s %s cm" % (_short(block.x), _short(block.y))
        out.append(origin + block.ink + b"\nBT " + b" ".join(_shown(show) for show in block.shows) + b"\nET\nQ")
        last = block.end
    return b"".join([*out, content[last:]])


def _shown(show: Show) -> bytes:
    parts: list[bytes] = []
    run: list[bytes] = []
    for piece in show.pieces:
        if piece.moved:
            continue
        if not piece.spanned and not piece.rest and not piece.grown:
            run += piece.items
            continue
        if run:
            parts.append(_array(run))
            run = []
        told = piece.text.encode("utf-16-be").hex().upper().encode()
        drawn = b" ".join([_array(piece.items), *piece.rest])
        parts.append(b"/Span<</ActualText<FEFF" + told + b">>>BDC " + drawn + b" EMC")
        if piece.rest:
            # What follows goes on where this piece ended; only a piece at the end of its show has others elsewhere.
            assert piece is show.pieces[-1]
    if run:
        parts.append(_array(run))
    start = b"0 Tr " + show.set + b" 1 0 0 -1 %s %s Tm " % (_short(show.x), _short(show.y))
    return start + b" ".join(parts) if parts else b""


def _array(items: list[bytes]) -> bytes:
    """Items as one command; neighbouring glyphs are written as one string."""
    joined = b" ".join(items)
    return b"[" + re.sub(rb"> <", b"", joined) + b"]TJ"
