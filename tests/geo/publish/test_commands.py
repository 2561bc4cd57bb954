"""``python -m geo.publish``: what is written, what is refused, and with which code it ends."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from geo.places import offices
from geo.publish import commands, typeset
from geo.publish.__main__ import main


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    """The code with which a command ends, what it prints, and what it complains of."""
    code = main(list(words))
    printed = capsys.readouterr()
    return code, printed.out, printed.err


def names(out: Path) -> set[str]:
    return {path.name for path in out.iterdir()} if out.exists() else set()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Reports that are set at once: what they say is tested elsewhere."""
    monkeypatch.setattr(commands, "report", lambda code, lang, base, day: f"%PDF {code} {lang} {day}".encode())


def test_a_report_is_a_pdf(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, _ = run(capsys, "report", str(tmp_path / "out"), "--place", "380101", "--lang", "en")
    assert code == 0
    assert (tmp_path / "out" / "report-380101-en.pdf").read_bytes().startswith(b"%PDF-1.7")


@pytest.mark.usefixtures("quick")
def test_reports_of_single_places_are_added_to_an_edition(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    code, told, _ = run(capsys, "report", str(out), "--place", "38", "380101", "--lang", "th")
    assert (code, told.strip()) == (0, f"2 reports, 2 new or changed, in {out}")
    times = {path.name: path.stat().st_mtime_ns for path in out.iterdir()}
    code, told, _ = run(capsys, "report", str(out), "--place", "38", "--lang", "th", "en")
    assert (code, told.strip()) == (0, f"2 reports, 1 new or changed, in {out}")
    assert names(out) == {"report-38-th.pdf", "report-38-en.pdf", "report-380101-th.pdf", "edition.json"}
    assert (out / "report-38-th.pdf").stat().st_mtime_ns == times["report-38-th.pdf"]


@pytest.mark.usefixtures("quick")
def test_an_office_gets_a_report_of_each_of_its_provinces(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    code, _, _ = run(capsys, "report", str(out), "--office", "west", "--lang", "en")
    assert code == 0
    assert names(out) - {"edition.json"} == {f"report-{code}-en.pdf" for code in offices()["west"].provinces}


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["report", "OUT", "--place", "99"], "no province '99'"),
        (["report", "OUT", "--place", "10110"], "'10110' is no code"),
        (["report", "OUT", "--place", "TH"], "reports are made of"),
        (["report", "OUT", "--office", "moon"], "no office 'moon'"),
        (["report", "OUT", "--in", "50,xx"], "no province 'xx'"),
        (["report", "OUT", "--place", "50", "--date", "yesterday"], "'yesterday' is no date"),
        (["files", "OUT", "--layer", "moon"], "no layer 'moon'"),
        (["files", "OUT", "--confirm", "moon"], "no source 'moon'"),
        (["files", "OUT", "--level", "subdistrict", "--office", "west"], "add --confirm"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_nothing_is_written(
    words: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    code, told, complaint = run(capsys, *(word.replace("OUT", str(out)) for word in words))
    assert (code, told) == (1, "")
    assert sentence in complaint
    assert len(complaint.strip().splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_missing_thai_font_ends_with_code_2(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(typeset, "families", lambda: frozenset({"DejaVu Sans"}))
    code, _, complaint = run(capsys, "report", str(tmp_path / "out"), "--place", "50")
    assert code == 2
    assert "fonts-noto-core" in complaint
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_folder_ends_with_code_3_and_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    code, _, complaint = run(capsys, "report", str(tmp_path), "--place", "50")
    assert code == 3
    assert "is no edition" in complaint
    assert names(tmp_path) == {"mine.txt"}


def test_files_of_an_office_come_as_an_archive_and_what_stays_behind_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    code, told, _ = run(capsys, "files", str(out), "--office", "west")
    assert code == 0
    assert "left out" in told
    assert "--confirm" in told
    with zipfile.ZipFile(out / "atlas-west-province.zip") as held:
        assert {"datapackage.json", "csv-metadata.json", "README.txt", "places.csv", "places.geojson"} <= set(
            held.namelist()
        )
    code, told, _ = run(capsys, "files", str(out), "--office", "west")
    assert "0 new or changed" in told


def test_single_files_of_a_layer_are_written_in_each_kind(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "out"
    words = ["--in", "50,51", "--layer", "fixed_download", "--kind", "csv", "xlsx", "geojson", "geoparquet"]
    code, _, _ = run(capsys, "files", str(out), *words, "--address", "https://atlas.example")
    stem = "fixed_download-province-2025-Q4-50_51"
    assert code == 0
    assert names(out) == {f"{stem}.{end}" for end in ("csv", "xlsx", "geojson", "parquet")} | {"edition.json"}
    text = (out / f"{stem}.csv").read_text(encoding="utf-8-sig")
    assert "https://atlas.example/?lang=th&layer=fixed_download&level=province&year=2025-Q4&in=50%2C51" in text
