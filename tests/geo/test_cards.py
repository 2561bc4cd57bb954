"""A card that is missing, incomplete or untrue is named in one sentence; what it lists is proven byte for byte."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from geo import cards, problems
from geo.problems import SourceError
from geo.words import Text
from tests.geo.small_source import CARD, TABLE, write_source

FIELDS = [line.split(" = ")[0] for line in CARD.splitlines()]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    monkeypatch.delenv("STRICT_LICENCES", raising=False)
    problems.forget()
    yield tmp_path
    problems.forget()


def told(source: str) -> str:
    return " ".join(problem.sentence for problem in problems.found() if problem.where == source)


def test_a_sound_card_tells_both_languages_and_its_files(data: Path) -> None:
    own = write_source(data, CARD + '\n[not_found]\nth = ["ไม่พบ"]\nen = ["absent"]\n')
    card = cards.card("small")
    assert card.title == Text("แหล่งข้อมูลทดสอบ", "A source to test with")
    assert card.not_found == (Text("ไม่พบ", "absent"),)
    assert card.folder == own
    assert list(card.files) == ["table.csv"]


def test_licence_and_period_are_told_in_the_readers_language_where_the_card_has_them(data: Path) -> None:
    write_source(data)
    card = cards.card("small")
    assert (card.licence_told, card.period_told) == (Text("MIT", "MIT"), Text("2021", "2021"))
    write_source(data, CARD + 'licence_th = "ไม่ได้ระบุ"\nperiod_th = "2564"\n', source="thai")
    card = cards.card("thai")
    assert (card.licence_told, card.period_told) == (Text("ไม่ได้ระบุ", "MIT"), Text("2564", "2021"))


def test_a_folder_without_a_card_is_refused(data: Path) -> None:
    (data / "small").mkdir()
    with pytest.raises(SourceError, match=r"data/small/source\.toml is missing: write the source's card"):
        cards.card("small")


@pytest.mark.parametrize("field", FIELDS)
def test_a_missing_field_is_named(data: Path, field: str) -> None:
    write_source(data, "".join(line + "\n" for line in CARD.splitlines() if not line.startswith(f"{field} =")))
    with pytest.raises(SourceError, match=rf"data/small/source\.toml lacks 1 of 16 fields, first '{field}'"):
        cards.card("small")


@pytest.mark.parametrize("field", FIELDS)
def test_an_empty_field_is_a_missing_one(data: Path, field: str) -> None:
    lines = [f'{field} = ""' if line.startswith(f"{field} =") else line for line in CARD.splitlines()]
    write_source(data, "\n".join(lines) + "\n")
    with pytest.raises(SourceError, match=f"first '{field}'"):
        cards.card("small")


def test_a_card_without_files_is_refused(data: Path) -> None:
    (data / "small").mkdir()
    (data / "small" / "source.toml").write_text(CARD, encoding="utf-8")
    with pytest.raises(SourceError, match="first 'files'"):
        cards.card("small")


def test_a_date_without_quotes_has_the_wrong_type(data: Path) -> None:
    write_source(data, CARD.replace('"2026-11-23"', "2026-11-23"))
    with pytest.raises(SourceError, match="field 'retrieved' has the wrong type: write text in quotes"):
        cards.card("small")


def test_files_must_be_a_section(data: Path) -> None:
    (data / "small").mkdir()
    (data / "small" / "source.toml").write_text(CARD + 'files = "table.csv"\n', encoding="utf-8")
    with pytest.raises(SourceError, match="field 'files' has the wrong type"):
        cards.card("small")


def test_an_unknown_permission_is_refused_with_the_three_that_exist(data: Path) -> None:
    write_source(data, CARD.replace('may_redistribute = "yes"', 'may_redistribute = "maybe"'))
    with pytest.raises(SourceError, match="'maybe': write one of yes, non-commercial, ask"):
        cards.card("small")


@pytest.mark.parametrize(
    "absent", ['th = ["ก", "ข"]\nen = ["a"]', 'th = ["ก"]', 'th = "ก"\nen = "a"'], ids=["uneven", "one", "text"]
)
def test_what_was_not_found_is_told_in_both_languages(data: Path, absent: str) -> None:
    write_source(data, f"{CARD}\n[not_found]\n{absent}\n")
    with pytest.raises(SourceError, match=r"\[not_found\] needs two lists of equal length"):
        cards.card("small")


@pytest.mark.parametrize("text", [b"title_th = \n", b"\xff\xfe"], ids=["syntax", "encoding"])
def test_a_card_that_is_no_toml_is_named_with_the_fault(data: Path, text: bytes) -> None:
    (data / "small").mkdir()
    (data / "small" / "source.toml").write_bytes(text)
    with pytest.raises(SourceError, match=r"data/small/source\.toml cannot be read as TOML"):
        cards.card("small")


def test_a_broken_card_takes_away_its_own_source_and_no_other(data: Path) -> None:
    write_source(data, source="good")
    write_source(data, CARD.replace('licence = "MIT"', 'licence = ""'), source="bad")
    assert list(cards.cards()) == ["good"]
    assert "data/bad/source.toml" in told("bad")
    assert not cards.allowed("bad")


def test_a_card_mended_while_the_atlas_runs_is_read_anew(data: Path) -> None:
    own = write_source(data, CARD.replace('licence = "MIT"', 'licence = ""'))
    assert not cards.allowed("small")
    write_source(data)
    later = (own / "source.toml").stat().st_mtime_ns + 1_000_000_000
    os.utime(own / "source.toml", ns=(later, later))
    assert cards.allowed("small")


@pytest.mark.parametrize(("permission", "free"), [("yes", True), ("non-commercial", False), ("ask", False)])
def test_strict_licences_allow_only_what_may_be_passed_on(
    data: Path, monkeypatch: pytest.MonkeyPatch, permission: str, free: bool
) -> None:
    write_source(data, CARD.replace('may_redistribute = "yes"', f'may_redistribute = "{permission}"'))
    assert cards.allowed("small")
    monkeypatch.setenv("STRICT_LICENCES", "1")
    assert cards.allowed("small") == free


def test_hidden_and_private_folders_are_no_sources(data: Path) -> None:
    write_source(data)
    for name in ("_drafts", ".cache"):
        (data / name).mkdir()
    assert cards.source_ids() == ["small"]


def test_a_file_that_is_what_the_card_says_is_given(data: Path) -> None:
    own = write_source(data)
    assert cards.proven_file("small", "table.csv") == own / "table.csv"


def test_a_changed_file_is_refused_until_it_is_sealed(data: Path) -> None:
    own = write_source(data)
    (own / "table.csv").write_text(TABLE.replace("435", "436"), encoding="utf-8")
    with pytest.raises(SourceError, match=r"data/small/table\.csv is not the file its card describes .* --seal small"):
        cards.proven_file("small", "table.csv")


def test_a_file_changed_after_it_was_proven_is_proven_again(data: Path) -> None:
    own = write_source(data)
    cards.proven_file("small", "table.csv")
    (own / "table.csv").write_text(TABLE.replace("435", "436"), encoding="utf-8")
    later = (own / "table.csv").stat().st_mtime_ns + 1_000_000_000
    os.utime(own / "table.csv", ns=(later, later))
    with pytest.raises(SourceError, match="checksum differs"):
        cards.proven_file("small", "table.csv")


def test_a_file_on_the_card_that_is_missing_is_named(data: Path) -> None:
    own = write_source(data)
    (own / "table.csv").unlink()
    with pytest.raises(SourceError, match=r"data/small/table\.csv is on the card but missing"):
        cards.proven_file("small", "table.csv")


def test_a_file_that_is_not_on_the_card_is_refused(data: Path) -> None:
    own = write_source(data)
    (own / "other.csv").write_text(TABLE, encoding="utf-8")
    with pytest.raises(SourceError, match=r"does not list 'other\.csv' under \[files\]"):
        cards.proven_file("small", "other.csv")
