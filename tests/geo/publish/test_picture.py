"""A map as picture and as page: its texts stand where the drawing has them, and can be searched."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from geo.publish import typeset
from geo.publish.picture import printed, taken_apart
from geo.publish.typeset import FontError

DRAWING = """<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100" fill="#31333f">
<title>not twice</title>
<defs><pattern id="p" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#abcdef"/>
<path d="M0 2H4" stroke="#000"/></pattern></defs>
<text x="10" y="20" font-size="12">ต่ำสุด: น้ำ Nan</text>
<svg x="50" y="30" width="100" height="50" viewBox="0 0 1000 500">
<rect id="area" width="1000" height="500" fill="url(#p)"/>
<g font-size="100" text-anchor="middle" stroke="#ffffff" stroke-width="30"><text x="500" y="250">ที่ #1 *x*</text></g>
</svg></svg>""".encode()


def test_texts_are_found_with_their_place_on_the_whole_drawing() -> None:
    _, texts, size = taken_apart(DRAWING)
    assert size == (200, 100)
    first, second = texts
    assert (first.text, first.x, first.y, first.size, first.anchor) == ("ต่ำสุด: น้ำ Nan", 10, 20, 12, "start")
    # The inner drawing is a tenth as large, 50 to the right and 30 down: 500 becomes 100, 250 becomes 55.
    assert (second.x, second.y, second.size, second.anchor, second.halo) == (100, 55, 10, "middle", "#ffffff")


def test_a_drawing_without_its_texts_keeps_everything_else() -> None:
    bare, _, _ = taken_apart(DRAWING)
    assert b"<text" not in bare
    assert b"not twice" not in bare
    assert bare.count(b"url(#p)") == 1
    # Under the pattern lies its own colour, once more than in the pattern itself.
    assert bare.count(b"#abcdef") == 2
    assert bare.count(b'id="area"') == 1


def test_a_map_as_pdf_can_be_searched_in_thai(tmp_path: Path) -> None:
    document = printed(DRAWING, "pdf", "ที่", "แผนที่", "th", "2026-11-23")
    (tmp_path / "map.pdf").write_bytes(document)
    done = subprocess.run(["pdftotext", "-raw", "map.pdf", "-"], cwd=tmp_path, capture_output=True, check=True)
    assert done.stdout.decode().split("\n")[:2] == ["ต่ำสุด: น้ำ Nan", "ที่ #1 *x*"]
    assert document == printed(DRAWING, "pdf", "ที่", "แผนที่", "th", "2026-11-23")
    assert typeset.pages(document) == 1


def test_a_map_as_png_has_twice_the_size_of_the_drawing() -> None:
    picture = printed(DRAWING, "png", "ที่", "แผนที่", "th", "2026-11-23")
    assert picture.startswith(b"\x89PNG")
    assert (int.from_bytes(picture[16:20], "big"), int.from_bytes(picture[20:24], "big")) == (400, 200)


def test_without_a_thai_font_no_picture_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "families", lambda: frozenset({"DejaVu Sans"}))
    with pytest.raises(FontError, match="fonts-noto-core"):
        printed(DRAWING, "png", "x", "x", "en", "2026-11-23")
