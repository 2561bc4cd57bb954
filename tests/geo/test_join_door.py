"""What a join refuses at the door, and that no type of cell, column or table breaks it."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from geo.join import match
from tests.geo.joining import one


def test_an_empty_table_gives_an_empty_report() -> None:
    rows, report = match(pd.DataFrame({"c": []}), "district", code="c")
    assert len(rows) == len(report) == 0
    assert list(report.columns) == ["verdict", "code", "why"]
    assert list(rows.columns) == ["c", "area_code"]


def test_a_missing_column_is_named_with_those_there_are() -> None:
    table = pd.DataFrame({"code": ["10"]})
    with pytest.raises(ValueError, match="no column 'kode'; it has code"):
        match(table, "province", code="kode")
    with pytest.raises(ValueError, match="no column 'p'"):
        match(table, "province", code="code", parent="p")
    with pytest.raises(ValueError, match="which column holds the code, the name, or both"):
        match(table, "province")
    with pytest.raises(ValueError, match="level 'region'; levels are province"):
        match(table, "region", code="code")
    with pytest.raises(ValueError, match="a table is needed, this is a list"):
        match(["10"], "province", code="code")  # type: ignore[arg-type]
    twice = pd.DataFrame([["10", "11"]], columns=["code", "code"])
    with pytest.raises(ValueError, match="more than one column 'code'"):
        match(twice, "province", code="code")


@pytest.mark.parametrize("dtype", ["object", "category", "string", "Int64", "float64", "int64"])
def test_codes_of_any_type_are_read(dtype: str) -> None:
    table = pd.DataFrame({"c": pd.Series(["10", "50"]).astype("int64" if "64" in dtype else "str").astype(dtype)})
    assert match(table, "province", code="c").rows["area_code"].tolist() == ["10", "50"]


def test_cells_that_are_no_text_are_unknown_and_break_nothing() -> None:
    cells = [None, np.nan, pd.NA, pd.NaT, [], {"a": 1}, object(), 3 + 4j, b"\xff\xfe", True, float("inf"), -10, 10.5]
    table = pd.DataFrame({"c": pd.Series(cells, dtype=object)})
    for columns in ({"code": "c"}, {"name": "c"}, {"code": "c", "name": "c", "parent": "c"}):
        report = match(table, "district", **columns).report  # type: ignore[arg-type]
        assert report["verdict"].tolist() == ["unknown"] * len(cells)


def test_bodies_that_may_not_be_used_are_unknown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")
    assert one("lao", code="3120102", name="เทศบาลนครนนทบุรี")["verdict"] == "unknown"
    assert one("province", name="กทม.")["code"] == "10"
