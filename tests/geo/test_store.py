"""Tables are read through their cards: codes stay text, missing stays missing, faults are named by row."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from geo import problems, store
from geo.build import seal
from geo.problems import SourceError
from tests.geo.small_source import CARD, TABLE, write_source


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    monkeypatch.delenv("STRICT_LICENCES", raising=False)
    problems.forget()
    yield tmp_path
    problems.forget()


def told() -> str:
    return " ".join(problem.sentence for problem in problems.found())


def test_numbers_are_numbers_and_codes_are_text(data: Path) -> None:
    write_source(data, table=TABLE + "0100,schools,2021,2021,3,schools\n")
    table = store.values("small", "table.csv")
    assert table["value"].tolist() == [435.0, 20.0, 3.0]
    assert table["area_code"].tolist() == ["10", "11", "0100"]
    assert table["period"].tolist() == ["2021", "2021", "2021"]
    assert told() == ""


def test_columns_that_a_table_need_not_have_are_there_and_empty(data: Path) -> None:
    write_source(data)
    table = store.values("small", "table.csv")
    assert table[["base", "low", "high"]].isna().all(axis=None)
    assert (table[["note", "note_th"]] == "").all(axis=None)


def test_an_empty_value_is_missing_and_no_fault(data: Path) -> None:
    write_source(data, table=TABLE.replace("435", ""))
    assert pd.isna(store.values("small", "table.csv")["value"][0])
    assert told() == ""


@pytest.mark.parametrize("cell", ["many", "4,35", "๔๓๕", "-", "NA", "12 %"])
def test_a_cell_that_is_no_number_has_no_value_and_is_told_by_row_and_column(data: Path, cell: str) -> None:
    write_source(data, table=TABLE.replace("435", f'"{cell}"'))
    values = store.values("small", "table.csv")["value"]
    assert pd.isna(values[0])
    assert values[1] == 20
    assert f"data/small/table.csv row 2, column 'value': {cell!r} is not a number, so 10 has no data" in told()


def test_two_values_for_one_place_are_neither_shown_nor_chosen_between(data: Path) -> None:
    write_source(data, table=TABLE + "10,schools,2021,2021,999,schools\n")
    table = store.values("small", "table.csv").set_index("area_code")["value"]
    assert table.index.is_unique
    assert pd.isna(table["10"])
    assert table["11"] == 20
    assert "data/small/table.csv row 4: 10 has a second value of schools for 2021; neither is shown" in told()


@pytest.mark.parametrize("column", ["area_code", "indicator", "year", "period", "value", "unit"])
def test_a_missing_column_is_named(data: Path, column: str) -> None:
    write_source(data, table=TABLE.replace(column, "renamed", 1))
    with pytest.raises(SourceError, match=rf"data/small/table\.csv lacks column '{column}'"):
        store.values("small", "table.csv")


@pytest.mark.parametrize(
    "content", [b"", b'area_code,value\n"10,1\n', b"area_code\n\xe0\xb8\n", b"a,b\n1,2\n1,2,3,4\n"]
)
def test_a_file_that_is_no_table_is_named(data: Path, content: bytes) -> None:
    write_source(data, table=content)
    with pytest.raises(SourceError, match=r"data/small/table\.csv cannot be read as CSV in UTF-8 .* seal the card"):
        store.table("small", "table.csv")


def test_text_that_looks_like_missing_stays_text(data: Path) -> None:
    # A place may well be called NA: only an empty cell is missing.
    write_source(data, table="area_code,name\n10,NA\n11,\n")
    assert store.table("small", "table.csv")["name"].tolist() == ["NA", ""]


def test_a_parquet_file_keeps_its_types(data: Path) -> None:
    own = write_source(data)
    pd.DataFrame({"area_code": ["10"], "people": [5]}).to_parquet(own / "people.parquet")
    card = own / "source.toml"
    card.write_text(card.read_text(encoding="utf-8") + '"people.parquet" = ""\n', encoding="utf-8")
    seal("small")
    assert store.table("small", "people.parquet")["people"].tolist() == [5]


def test_a_source_that_may_not_be_passed_on_is_left_out_under_strict_licences(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_source(data, CARD.replace('"yes"', '"ask"').replace('"MIT"', '"none stated"'))
    assert store.usable("small")
    monkeypatch.setenv("STRICT_LICENCES", "1")
    assert not store.usable("small")
    with pytest.raises(SourceError, match=r"data/small is left out: its licence \(none stated\)"):
        store.table("small", "table.csv")


def test_a_sound_source_is_usable(data: Path) -> None:
    write_source(data)
    assert store.usable("small")
    assert told() == ""


def test_a_source_with_one_untrue_file_is_not_usable_and_says_so(data: Path) -> None:
    own = write_source(data)
    (own / "table.csv").write_text("changed", encoding="utf-8")
    assert not store.usable("small")
    assert "data/small/table.csv is not the file its card describes" in told()
