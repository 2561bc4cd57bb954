"""The objects of a PDF as the pinned typesetter writes them: plain, numbered, with one table of their places."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise


@dataclass
class Objects:
    """``bodies`` by number; ``fonts``: where the letters of each font stand; ``pages``: what draws with which fonts."""

    bodies: dict[int, bytes]
    fonts: dict[int, int]
    pages: list[tuple[int, dict[bytes, int]]]

    def __getitem__(self, number: int) -> bytes:
        return self.bodies[number]


def read_objects(pdf: bytes) -> Objects:
    """The objects of a document; a ValueError for one that is not written plainly."""
    start = int(pdf[pdf.rindex(b"startxref") + 9 :].split()[0])
    lines = pdf[start:].split(b"\n")
    if lines[0].strip() != b"xref":
        raise ValueError("pdf: no plain table of objects; this file was not made by the pinned typesetter")
    count = int(lines[1].split()[1])
    places = {n: int(line[:10]) for n, line in enumerate(lines[2 : 2 + count]) if line[17:18] == b"n"}
    ends = sorted([*places.values(), start])
    after = dict(pairwise(ends))
    bodies = {n: pdf[at : after[at]] for n, at in places.items()}
    fonts = {n: at for n, body in bodies.items() if (at := _ref(body, b"ToUnicode"))}
    return Objects(bodies, fonts, list(_pages(bodies)))


def _head(body: bytes) -> bytes:
    return body.partition(b"stream\n")[0]


def _ref(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb"\s+(\d+) 0 R", _head(body))
    return int(found[1]) if found else 0


def _pages(bodies: dict[int, bytes]) -> Iterator[tuple[int, dict[bytes, int]]]:
    for number, body in bodies.items():
        head = _head(body)
        if re.search(rb"/Type\s*/Page\b", head):
            at = _ref(body, b"Contents")
        elif re.search(rb"/Subtype\s*/Form\b", head):
            at = number
        else:
            continue
        resources = _ref(body, b"Resources")
        listed = re.search(rb"/Font\s*<<(.*?)>>", bodies[resources] if resources else head, re.DOTALL)
        if at and listed:
            yield at, {name: int(font) for name, font in re.findall(rb"/(\w+)\s+(\d+) 0 R", listed[1])}


def stream(body: bytes) -> bytes:
    """What an object holds, unpacked."""
    head, _, rest = body.partition(b"stream\n")
    found = re.search(rb"/Length\s+(\d+)", head)
    if found is None:
        raise ValueError("pdf: an object without a stream was read as one")
    data = rest[: int(found[1])]
    return zlib.decompress(data) if b"/FlateDecode" in head else data


def with_stream(body: bytes, data: bytes) -> bytes:
    """An object that holds something else."""
    head = _head(body)
    packed = zlib.compress(data, 9) if b"/FlateDecode" in head else data
    head = re.sub(rb"/Length\s+\d+", b"/Length %d" % len(packed), head)
    return head + b"stream\n" + packed + b"\nendstream\nendobj\n\n"


def read_letters(table: bytes) -> dict[int, str]:
    """Which text each glyph of a font stands for."""
    found = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for glyph, text in re.findall(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]*)>", block):
            found[int(glyph, 16)] = bytes.fromhex(text.decode()).decode("utf-16-be")
    return found


def letters_table(letters: dict[int, str]) -> bytes:
    """The table that tells which text each glyph of a font stands for."""
    lines = [
        b"<%04X> <%s>" % (n, text.encode("utf-16-be").hex().upper().encode()) for n, text in sorted(letters.items())
    ]
    blocks = [lines[at : at + 100] for at in range(0, len(lines), 100)]
    body = b"\n".join(b"%d beginbfchar\n%s\nendbfchar" % (len(part), b"\n".join(part)) for part in blocks)
    return (
        b"/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
        b"/CIDSystemInfo 3 dict dup begin\n/Registry (Adobe) def\n/Ordering (Identity) def\n/Supplement 0 def\n"
        b"end def\n"
        b"/CMapName /Custom def\n/CMapType 0 def\n/WMode 0 def\n"
        b"1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n" + body + b"\nendcmap\n"
        b"CMapName currentdict /CMap defineresource pop\nend\nend\n"
    )


def widths(objects: Objects, font: int) -> dict[int, float]:
    """How far each glyph of a font advances, in thousandths of its size."""
    inner = re.search(rb"/DescendantFonts\s*\[?\s*(\d+) 0 R", objects[font])
    listed = re.search(rb"/W\s*\[(.*?)\](?=\s*[/>])", _head(objects[int(inner[1])]) if inner else b"", re.DOTALL)
    found: dict[int, float] = {}
    # Either "first [width width ...]" or "first last width".
    for first, several, last, one in re.findall(
        rb"(\d+)\s*(?:\[([^\]]*)\]|(\d+)\s+([\d.]+))", listed[1] if listed else b""
    ):
        if several:
            found |= {int(first) + at: float(number) for at, number in enumerate(several.split())}
        else:
            found |= dict.fromkeys(range(int(first), int(last) + 1), float(one))
    return found


def written(pdf: bytes, objects: Objects) -> bytes:
    """The document with its objects in their order and a new table of their places."""
    first = pdf.index(b"1 0 obj")
    out, at = [pdf[:first]], first
    places = {}
    for number, body in objects.bodies.items():
        places[number] = at
        out.append(body)
        at += len(body)
    trailer = pdf[pdf.rindex(b"trailer") : pdf.rindex(b"startxref")]
    size = max(places) + 1
    lines = [b"%010d 00000 n\r\n" % places[n] if n in places else b"0000000000 65535 f\r\n" for n in range(size)]
    table = b"xref\n0 %d\n" % size + b"".join(lines)
    return b"".join([*out, table, trailer, b"startxref\n%d\n%%%%EOF" % at])
