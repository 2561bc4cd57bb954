"""What ships can be rebuilt and proven: changes are named, a fault stops one source only, a killed build harms none."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from geo import build, cards, problems, store
from geo.problems import SourceError
from tests.geo.small_source import CARD, TABLE, write_source

BUILDER = """from pathlib import Path

from geo.build import long_csv, read_raw


def build(raw: Path) -> dict[str, bytes]:
    return {"table.csv": long_csv(read_raw(raw / "raw.csv"))}
"""
COLUMNS = ["area_code", "indicator", "year", "period", "value", "unit"]


@pytest.fixture(autouse=True)
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    folder = tmp_path / "data"
    folder.mkdir()
    monkeypatch.setenv("ATLAS_DATA", str(folder))
    monkeypatch.delenv("STRICT_LICENCES", raising=False)
    yield folder
    problems.forget()


@pytest.fixture
def raw(tmp_path: Path) -> Path:
    folder = tmp_path / "raw"
    folder.mkdir()
    (folder / "raw.csv").write_text(TABLE, encoding="utf-8")
    return folder


@pytest.fixture
def own(data: Path) -> Path:
    folder = write_source(data)
    (folder / "build.py").write_text(BUILDER, encoding="utf-8")
    return folder


def rows(*changes: dict[str, object]) -> pd.DataFrame:
    sound = {
        "area_code": "10",
        "indicator": "schools",
        "year": "2021",
        "period": "2021",
        "value": "4",
        "unit": "schools",
    }
    return pd.DataFrame([sound | change for change in changes])


def test_a_long_table_is_sorted_so_that_a_difference_can_be_read() -> None:
    table = rows({"area_code": "11"}, {"area_code": "10"}, {"area_code": "10", "period": "2020"})
    lines = build.long_csv(table[COLUMNS[::-1]]).decode().splitlines()
    assert lines[0] == ",".join(COLUMNS)
    assert [line.split(",")[3::-3] for line in lines[1:]] == [["2020", "10"], ["2021", "10"], ["2021", "11"]]


def test_the_order_of_the_raw_rows_does_not_matter() -> None:
    table = rows({"area_code": "11"}, {"area_code": "10"}, {"area_code": "1001"})
    assert build.long_csv(table) == build.long_csv(table.iloc[::-1])


def test_a_long_table_keeps_what_is_known_beside_the_value() -> None:
    header = build.long_csv(rows({"note": "", "base": "9", "note_th": ""})).decode().splitlines()[0]
    assert header == ",".join([*COLUMNS, "base", "note", "note_th"])


@pytest.mark.parametrize("column", COLUMNS)
def test_a_long_table_without_a_column_is_refused(column: str) -> None:
    with pytest.raises(SourceError, match=rf"columns missing \['{column}'\]"):
        build.long_csv(rows({}).drop(columns=column))


def test_a_column_that_no_reader_knows_is_refused() -> None:
    with pytest.raises(SourceError, match=r"unknown \['area_name'\]"):
        build.long_csv(rows({"area_name": "Bangkok"}))


def test_a_code_that_is_a_number_is_refused() -> None:
    with pytest.raises(SourceError, match="area_code must be text"):
        build.long_csv(rows({"area_code": 10}))


def test_two_values_for_one_place_are_refused_with_the_first() -> None:
    with pytest.raises(SourceError, match=r"1 values stand twice, first \['schools', '2021', '10'\]"):
        build.long_csv(rows({"value": "4"}, {"value": "5"}))


def test_parquet_gives_the_same_bytes_for_the_same_rows() -> None:
    assert build.parquet(rows({}, {"area_code": "11"})) == build.parquet(rows({}, {"area_code": "11"}))


def test_nothing_differs_when_nothing_changed(own: Path, raw: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert build.main([str(raw), "small"]) == 0
    assert capsys.readouterr().out == "small: same\n"


def test_a_changed_raw_file_is_named_and_nothing_is_written(
    own: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (raw / "raw.csv").write_text(TABLE.replace("435", "436"), encoding="utf-8")
    assert build.main([str(raw)]) == 1
    assert capsys.readouterr().out == "small: DIFFERS: table.csv\n"
    assert (own / "table.csv").read_text(encoding="utf-8") == TABLE


def test_an_edited_file_that_ships_is_named(own: Path, raw: Path) -> None:
    (own / "table.csv").write_text(TABLE.replace("435", "436"), encoding="utf-8")
    assert build.rebuild("small", raw) == ["table.csv"]


def test_a_change_that_is_meant_is_written_with_its_checksum(own: Path, raw: Path) -> None:
    (raw / "raw.csv").write_text(TABLE.replace("435", "436"), encoding="utf-8")
    assert build.main([str(raw), "small", "--accept"]) == 0
    assert store.values("small", "table.csv")["value"][0] == 436
    assert build.main([str(raw), "small"]) == 0


def test_a_file_that_is_no_longer_built_goes_with_its_line_on_the_card(own: Path, raw: Path) -> None:
    (own / "build.py").write_text(BUILDER.replace("table.csv", "other.csv"), encoding="utf-8")
    assert build.rebuild("small", raw, accept=True) == ["other.csv", "table.csv"]
    assert not (own / "table.csv").exists()
    assert list(cards.card("small").files) == ["other.csv"]


def test_what_a_person_wrote_on_the_card_is_kept_wherever_it_stands(own: Path, raw: Path) -> None:
    card = own / "source.toml"
    card.write_text(
        card.read_text(encoding="utf-8") + '\n[not_found]\nth = ["ไม่พบ"]\nen = ["absent"]\n', encoding="utf-8"
    )
    build.rebuild("small", raw, accept=True)
    read = cards.card("small")
    assert read.not_found[0].en == "absent"
    assert list(read.files) == ["table.csv"]
    assert card.read_text(encoding="utf-8").startswith(CARD)
    once = card.read_bytes()
    build.rebuild("small", raw, accept=True)
    assert card.read_bytes() == once


def test_a_killed_build_leaves_the_old_file_whole(own: Path, raw: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (raw / "raw.csv").write_text(TABLE.replace("435", "436"), encoding="utf-8")

    def killed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("os.replace", killed)
    with pytest.raises(KeyboardInterrupt):
        build.rebuild("small", raw, accept=True)
    assert store.values("small", "table.csv")["value"][0] == 435


def test_a_build_killed_before_the_card_is_written_is_found_out_and_mended_by_the_next(
    own: Path, raw: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (raw / "raw.csv").write_text(TABLE.replace("435", "436"), encoding="utf-8")
    with monkeypatch.context() as patched:
        patched.setattr(build, "_write_card", lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            build.rebuild("small", raw, accept=True)
    with pytest.raises(SourceError, match="is not the file its card describes"):
        store.table("small", "table.csv")
    build.rebuild("small", raw, accept=True)
    assert store.values("small", "table.csv")["value"][0] == 436


def test_a_source_without_a_recipe_is_refused(own: Path, raw: Path) -> None:
    (own / "build.py").unlink()
    with pytest.raises(SourceError, match=r"data/small/build\.py is missing: without it nobody can tell"):
        build.rebuild("small", raw)


def test_a_source_without_a_card_cannot_be_accepted(own: Path, raw: Path) -> None:
    (own / "source.toml").unlink()
    with pytest.raises(SourceError, match="write the source's card first"):
        build.rebuild("small", raw, accept=True)


@pytest.mark.parametrize(
    ("broken", "told"),
    [("area_code,value\n10,1\n", "columns missing"), (None, "aside.csv")],
    ids=["columns", "no file"],
)
def test_one_source_that_fails_does_not_stop_the_others(
    data: Path, own: Path, raw: Path, capsys: pytest.CaptureFixture[str], broken: str | None, told: str
) -> None:
    other = write_source(data, source="aside")
    (other / "build.py").write_text(BUILDER.replace("raw.csv", "aside.csv"), encoding="utf-8")
    if broken is not None:
        (raw / "aside.csv").write_text(broken, encoding="utf-8")
    assert build.main([str(raw)]) == 1
    said = capsys.readouterr()
    assert said.out == "small: same\n"
    assert said.err.startswith("aside: ")
    assert told in said.err


def test_a_raw_file_without_a_column_that_the_recipe_asks_for_is_told_by_source(
    own: Path, raw: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    asks = BUILDER.replace('read_raw(raw / "raw.csv")', 'read_raw(raw / "raw.csv")[["people"]]')
    (own / "build.py").write_text(asks, encoding="utf-8")
    assert build.main([str(raw), "small"]) == 1
    assert capsys.readouterr().err.startswith("small: KeyError: ")


@pytest.mark.parametrize("arguments", [[], ["no/such/folder"]])
def test_without_a_folder_of_raw_sources_the_command_says_how_it_is_called(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert build.main(arguments) == 1
    assert "make data SOURCES=" in capsys.readouterr().err


def test_sealing_takes_an_edited_file_as_it_stands(own: Path) -> None:
    (own / "table.csv").write_text(TABLE.replace("435", "436"), encoding="utf-8")
    assert not store.usable("small")
    assert build.main(["--seal", "small"]) == 0
    assert store.values("small", "table.csv")["value"][0] == 436


def test_sealing_reads_the_card_as_toml_however_a_person_wrote_it(own: Path) -> None:
    card = own / "source.toml"
    before = card.read_text(encoding="utf-8").split("[files]")[0]
    card.write_text(before + "[files]\n'table.csv'  =  '' # edited by hand\n", encoding="utf-8")
    build.seal("small")
    assert store.usable("small")


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda own: (own / "table.csv").unlink(), "nothing to seal"),
        (lambda own: (own / "source.toml").write_text(CARD, encoding="utf-8"), "nothing to seal"),
        (lambda own: (own / "source.toml").write_text("title_th =", encoding="utf-8"), "cannot be read as TOML"),
        (lambda own: (own / "source.toml").unlink(), "source.toml"),
    ],
    ids=["no file", "no list", "no toml", "no card"],
)
def test_what_cannot_be_sealed_is_told(
    own: Path, capsys: pytest.CaptureFixture[str], change: object, told: str
) -> None:
    assert callable(change)
    change(own)
    assert build.main(["--seal", "small"]) == 1
    assert told in capsys.readouterr().err
