"""Text of a printed map: how wide it will be, and where a line may end, in Thai as in English."""

from __future__ import annotations

import re
import unicodedata
from xml.sax.saxutils import escape, quoteattr

FONTS = "'Noto Sans Thai', 'Noto Sans', 'Leelawadee UI', Thonburi, Sarabun, 'TH Sarabun New', sans-serif"
# Shares of the letter size. Marks above and below a letter take no room of their own.
WIDE, NARROW, USUAL = 0.82, 0.31, 0.56
_LEADING = "เแโใไ"
# A Thai word may end before a leading vowel or after a space, never before a mark, a following vowel or a repeat sign.
_NEVER_FIRST = re.compile(r"[ะาำๆฯๅ\u0e31\u0e34-\u0e3a\u0e47-\u0e4e.,;:)\]%”’]")


def width(text: str, size: float) -> float:
    """About how many pixels a text takes.

    Examples
    --------
    >>> width("มี", 10) == width("ม", 10), width("il", 10) < width("WM", 10)
    (True, True)
    """
    room = 0.0
    for letter in text:
        if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
            continue
        room += NARROW if letter in " .,:;|!'ilj()[]เแโใไ" else WIDE if letter in "mwMW@%" else USUAL
    return room * size


def wrapped(text: str, size: float, room: float) -> list[str]:
    """The text in lines that fit into so many pixels; a part without blanks is cut where Thai allows it, if it must.

    Examples
    --------
    >>> wrapped("one two three", 10, 45)
    ['one two', 'three']
    >>> "".join(wrapped("ความเร็วรับข้อมูลของอินเทอร์เน็ตประจำที่", 10, 80)).replace(" ", "")
    'ความเร็วรับข้อมูลของอินเทอร์เน็ตประจำที่'
    """
    lines, line = [], ""
    for word in text.split():
        joined = f"{line} {word}".strip()
        if width(joined, size) <= room:
            line = joined
            continue
        if line and (width(word, size) <= room):
            lines.append(line)
            line = word
            continue
        pieces = _pieces(word)
        line = f"{line} " if line else ""
        for piece in pieces:
            if width(line + piece, size) > room and line.strip():
                lines.append(line.strip())
                line = ""
            line += piece
    return [*lines, line.strip()] if line.strip() else lines


def _pieces(word: str) -> list[str]:
    """Where a text without blanks may be cut: before leading vowels if it has any, else between whole letters."""
    cuts = [at for at in range(1, len(word)) if word[at] in _LEADING]
    if len(cuts) * 12 < len(word):
        cuts = [at for at in range(1, len(word)) if not _NEVER_FIRST.match(word[at]) and word[at - 1] not in _LEADING]
    return [word[a:b] for a, b in zip([0, *cuts], [*cuts, len(word)], strict=True)]


def safe(text: str) -> str:
    """A text that can stand inside an element: no markup, no signs that XML forbids.

    Examples
    --------
    >>> safe("<b>Nan</b>" + chr(7))
    '&lt;b&gt;Nan&lt;/b&gt;'
    """
    return escape(_plain(text))


def quoted(text: str) -> str:
    """A text as the value of an attribute, in its quotes.

    Examples
    --------
    >>> print(quoted("a<b"))
    "a&lt;b"
    """
    return quoteattr(_plain(text))


def _plain(text: str) -> str:
    return re.sub(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)


def line(x: float, y: float, text: str, size: float, *, anchor: str = "", weight: int = 0, faint: bool = False) -> str:
    """One line of text as SVG, its baseline at y."""
    extra = f' text-anchor="{anchor}"' if anchor else ""
    extra += f' font-weight="{weight}"' if weight else ""
    extra += ' fill-opacity=".8"' if faint else ""
    return f'<text x="{x:g}" y="{y:g}" font-size="{size:g}"{extra}>{safe(text)}</text>'


def paragraph(
    x: float, y: float, text: str, size: float, room: float, *, weight: int = 0, faint: bool = False
) -> tuple[list[str], float]:
    """Lines of text as SVG from a first baseline on, and the next free baseline."""
    lines = wrapped(text, size, room)
    step = round(size * 1.5, 1)
    drawn = [line(x, round(y + i * step, 1), part, size, weight=weight, faint=faint) for i, part in enumerate(lines)]
    return drawn, round(y + len(lines) * step, 1)
