"""Thai in a PDF: what is copied and searched is what was put in, tone marks included, and nothing has moved."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

import layers
from geo.places import places
from geo.publish import typeset
from geo.publish.searchable import searchable

TEMPLATE = """#let d = json("data.json")
#set document(title: "x", date: datetime(year: 2026, month: 11, day: 23))
#set page(width: WIDTHcm, height: auto, margin: 0.5cm)
#set text(font: d.fonts, size: 10pt, lang: "th", weight: "WEIGHT")
#show regex(d.unbroken.map(w => w.replace(".", "\\\\.")).join("|")): it => box(it)
#for told in d.texts { block(told) }
"""
# Marks that are raised, lowered or moved aside, sara am under tone marks, the same syllable twice, other letters.
HARD = [
    "ที่ ปิ่นเกล้า ป้า ฟ้า ฝ้าย น้ำ กำ ทั้ง ผู้ ญู เก้าอี้ พื้นที่ ป่า",
    "ที่ที่ น้ำน้ำ ป้าป้า กตัญญู ฐู ปรำ ค่ำ ซ้ำ ต่ำต้อย ฝั่ง ฟั่น ปฏิญญาฯ ๑๒๓ ฿ 1,234.5 − –",
    "องค์การบริหารส่วนตำบลน้ำเกี๋ยน office file ffi fl",
]


def set_in_type(texts: list[str], tmp_path: Path, weight: str = "regular", width: float = 25) -> bytes:
    """Texts, each in a paragraph of its own, as a PDF."""
    template = tmp_path / "plain.typ"
    template.write_text(TEMPLATE.replace("WIDTH", str(width)).replace("WEIGHT", weight), encoding="utf-8")
    return typeset.pdf(str(template), {"texts": texts, "fonts": typeset.fonts("th")}, {})


def read(document: bytes, tmp_path: Path, *options: str) -> list[str]:
    """The lines that a reader of PDF finds."""
    path = tmp_path / "read.pdf"
    path.write_bytes(document)
    done = subprocess.run(["pdftotext", *options, str(path), "-"], capture_output=True, check=True)
    return [line.strip() for line in done.stdout.decode().replace("\x0c", "").splitlines() if line.strip()]


@pytest.mark.parametrize("weight", ["regular", "bold"])
@pytest.mark.parametrize("option", ["-layout", "-raw"])
def test_thai_is_extracted_as_it_was_put_in(option: str, weight: str, tmp_path: Path) -> None:
    assert read(set_in_type(HARD, tmp_path, weight), tmp_path, option) == HARD


def test_every_name_of_a_district_is_extracted_as_it_was_put_in(tmp_path: Path) -> None:
    names = sorted(set(places("district")["name_th"]))
    assert read(set_in_type(names, tmp_path), tmp_path, "-raw") == names


def test_every_sentence_of_a_layer_is_extracted_as_it_was_put_in(tmp_path: Path) -> None:
    texts = [layer.caveat.th for layer in layers.declared().values()]
    got = "".join("".join(read(set_in_type(texts, tmp_path, width=12), tmp_path, "-raw")).split())
    assert got == "".join("".join(texts).split())


def test_without_the_mending_a_syllable_is_told_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "searchable", lambda made: made)
    assert read(set_in_type(HARD, tmp_path), tmp_path, "-raw") != HARD


def test_what_is_drawn_stays_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mended = set_in_type(HARD, tmp_path, "bold")
    monkeypatch.setattr(typeset, "searchable", lambda made: made)
    plain = set_in_type(HARD, tmp_path, "bold")
    pictures = []
    for name, document in (("mended", mended), ("plain", plain)):
        (tmp_path / f"{name}.pdf").write_bytes(document)
        subprocess.run(["pdftoppm", "-r", "60", "-gray", f"{name}.pdf", name], cwd=tmp_path, check=True)
        pictures.append(next(tmp_path.glob(f"{name}-*.pgm")).read_bytes())
    differing = sum(abs(a - b) > 64 for a, b in zip(*pictures, strict=True))
    # A mark raised by up to 0.6 of ten points may fall on the next row of dots; a lost or strayed one is far more.
    assert differing < len(pictures[0]) / 500


@pytest.mark.parametrize("width", [3.5, 4.5, 6.0])
def test_no_line_ends_within_a_word_of_the_atlas(width: float, tmp_path: Path) -> None:
    texts = [layer.caveat.th for layer in layers.declared().values()]
    lines = read(set_in_type(texts, tmp_path, width=width), tmp_path, "-raw")
    whole = "".join(lines)
    ends, at = set(), 0
    for line in lines:
        at += len(line)
        ends.add(at)
    broken = []
    for word in typeset.unbroken():
        start = whole.find(word)
        while start >= 0:
            broken += [word for end in range(start + 1, start + len(word)) if end in ends]
            start = whole.find(word, start + 1)
    assert broken == []
    # A mark or a following vowel at the start of a line would stand without its letter.
    assert [line for line in lines if line[0] in "ะาำิีึืุู็่้๊๋์ๆฯ"] == []


def test_a_file_of_another_program_is_refused() -> None:
    with pytest.raises(ValueError, match="not made by the pinned typesetter"):
        searchable(b"%PDF-1.5\n1 0 obj\n<<>>\nendobj\nstartxref\n9\n%%EOF")
