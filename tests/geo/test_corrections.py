"""A known fault is mended or withheld, and its guard speaks up once the source says something else."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from geo import cards, corrections
from geo.build import read_raw
from geo.problems import SourceError

RENAME = """[[correction]]
file = "codes/provinces.csv"
where = { province_code = "16" }
column = "name_en"
was = "Loburi"
now = "Lop Buri"
why_en = "misspelt"
why_th = "สะกดผิด"
evidence = "the Thai name"
"""
WITHHOLD = """[[correction]]
file = "tests.csv"
where = { area = "40", period = "2025-Q4" }
column = "value"
was = "210"
exclude = true
why_en = "a drive test"
why_th = "การทดสอบระหว่างขับรถ"
evidence = "readings of the quarters before"
"""


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    (tmp_path / "small").mkdir()
    return tmp_path


def declare(data: Path, text: str) -> None:
    (data / "small" / "corrections.toml").write_text(text, encoding="utf-8")


def provinces(name: str = "Loburi") -> pd.DataFrame:
    return pd.DataFrame({"province_code": ["10", "16"], "name_en": ["Bangkok", name]})


def speeds(value: str = "210") -> pd.DataFrame:
    return pd.DataFrame({"area": ["40", "40"], "period": ["2025-Q3", "2025-Q4"], "value": ["55", value]})


def test_a_source_without_corrections_is_left_as_it_is() -> None:
    assert corrections.corrections("small") == []
    assert corrections.apply(provinces(), "small", "codes/provinces.csv").equals(provinces())


def test_a_wrong_name_is_mended_in_a_copy(data: Path) -> None:
    declare(data, RENAME)
    raw = provinces()
    mended = corrections.apply(raw, "small", "codes/provinces.csv")
    assert mended["name_en"].tolist() == ["Bangkok", "Lop Buri"]
    assert raw["name_en"].tolist() == ["Bangkok", "Loburi"]


def test_a_correction_concerns_its_own_file_only(data: Path) -> None:
    declare(data, RENAME + WITHHOLD)
    assert len(corrections.corrections("small")) == 2
    assert len(corrections.corrections("small", "tests.csv")) == 1
    assert corrections.apply(provinces(), "small", "other.csv").equals(provinces())


def test_a_withheld_value_is_empty_with_its_reason_in_both_languages(data: Path) -> None:
    declare(data, WITHHOLD)
    mended = corrections.apply(speeds(), "small", "tests.csv")
    assert mended["value"].tolist() == ["55", ""]
    assert mended["note"].tolist() == ["", "a drive test"]
    assert mended["note_th"].tolist() == ["", "การทดสอบระหว่างขับรถ"]


def test_a_note_that_stands_beside_another_value_is_kept(data: Path) -> None:
    declare(data, WITHHOLD)
    mended = corrections.apply(speeds().assign(note=["kept", ""]), "small", "tests.csv")
    assert mended["note"].tolist() == ["kept", "a drive test"]


def test_the_guard_fires_when_the_source_has_mended_itself(data: Path) -> None:
    declare(data, RENAME)
    with pytest.raises(SourceError, match=r"name_en reads 'Lop Buri', the correction expects 'Loburi'"):
        corrections.apply(provinces("Lop Buri"), "small", "codes/provinces.csv")


def test_the_guard_fires_when_a_withheld_value_changes(data: Path) -> None:
    declare(data, WITHHOLD)
    with pytest.raises(SourceError, match=r"value reads '61', the correction expects '210'"):
        corrections.apply(speeds("61"), "small", "tests.csv")


def test_the_guard_fires_when_only_one_of_several_rows_has_changed(data: Path) -> None:
    declare(data, WITHHOLD.replace(', period = "2025-Q4"', ""))
    with pytest.raises(SourceError, match="value reads '55'"):
        corrections.apply(speeds(), "small", "tests.csv")


def test_the_guard_fires_when_the_row_is_gone(data: Path) -> None:
    declare(data, RENAME)
    with pytest.raises(SourceError, match="no such row any more; remove or rewrite the correction"):
        corrections.apply(provinces().iloc[:1], "small", "codes/provinces.csv")


@pytest.mark.parametrize("column", ["province_code", "name_en"])
def test_the_guard_fires_when_a_column_is_gone(data: Path, column: str) -> None:
    declare(data, RENAME)
    with pytest.raises(SourceError, match=f"the file has no column '{column}'"):
        corrections.apply(provinces().drop(columns=column), "small", "codes/provinces.csv")


@pytest.mark.parametrize("field", ["file", "where", "column", "was", "now", "why_en", "why_th", "evidence"])
def test_an_incomplete_correction_is_named(data: Path, field: str) -> None:
    declare(data, "".join(f"{line}\n" for line in RENAME.splitlines() if not line.startswith(f"{field} =")))
    with pytest.raises(SourceError, match=f"data/small/corrections.toml: correction 1 lacks '{field}'"):
        corrections.corrections("small")


def test_corrections_that_are_no_toml_are_named(data: Path) -> None:
    declare(data, "[[correction]\n")
    with pytest.raises(SourceError, match=r"data/small/corrections\.toml cannot be read as TOML"):
        corrections.corrections("small")


def test_a_raw_file_is_read_as_text_alone(tmp_path: Path) -> None:
    (tmp_path / "raw.csv").write_bytes("\ufeffcode,value,name\n01,1.0,NA\n02,,\n".encode())
    assert read_raw(tmp_path / "raw.csv").to_dict("list") == {
        "code": ["01", "02"],
        "value": ["1.0", ""],
        "name": ["NA", ""],
    }


def test_every_correction_that_ships_gives_its_reason_in_thai(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("ATLAS_DATA")
    declared = [entry for source in cards.source_ids() for entry in corrections.corrections(source)]
    assert len(declared) > 20
    for entry in declared:
        assert any("\u0e00" <= letter <= "\u0e7f" for letter in entry["why_th"]), entry["where"]
        assert len(entry["evidence"]) > 5, entry["where"]
