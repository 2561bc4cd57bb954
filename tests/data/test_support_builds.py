"""How the sources of support are built, on tables small enough to check by hand."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from geo import cards
from geo.problems import SourceError


def builder(source: str) -> ModuleType:
    path = cards.data_folder() / source / "build.py"
    spec = importlib.util.spec_from_file_location(f"build_of_{source}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def write(folder: Path, file: str, table: pd.DataFrame) -> None:
    (folder / file).parent.mkdir(parents=True, exist_ok=True)
    table.to_csv(folder / file, index=False)


def register(people_2010: dict[str, int], people_2021: dict[str, int]) -> pd.DataFrame:
    years = (("2010", people_2010), ("2021", people_2021))
    lines = [{"code": code, "year": year, "total": str(n)} for year, people in years for code, n in people.items()]
    return pd.DataFrame(lines)


RENUMBERED = pd.DataFrame([{"level": "district", "was": "4303", "now": "3801", "why": ""}])


def test_a_renumbered_district_carries_its_people() -> None:
    carried = builder("population_change")._carried_on(
        register({"4303": 1000, "4301": 50}, {"3801": 1020, "4301": 60}), RENUMBERED, "district"
    )
    assert carried.to_dict() == {"3801": 1000, "4301": 50}


def test_a_new_number_whose_people_do_not_fit_the_old_one_is_refused() -> None:
    with pytest.raises(SourceError, match="3801 has 1500 people in the year after 1000"):
        builder("population_change")._carried_on(register({"4303": 1000}, {"3801": 1500}), RENUMBERED, "district")


def test_an_old_code_that_leads_nowhere_is_refused_by_name() -> None:
    changed = register({"4303": 1000, "4377": 70}, {"3801": 1000})
    with pytest.raises(SourceError, match="1 old codes have no row, first 4377"):
        builder("population_change")._carried_on(changed, RENUMBERED, "district")


def size_list(sizes: list[str]) -> pd.DataFrame:
    codes = [f"611010{n}" for n in range(len(sizes))]
    return pd.DataFrame(
        {
            "lao_code": codes,
            "type": "SAO",
            "province_code": "11",
            "district_code": "1101",
            "size_class_2017": sizes,
        }
    )


def size_counts(small: int) -> pd.DataFrame:
    wanted = {"S": small, "M": 1, "L": 0}
    return pd.DataFrame(
        [
            {"area_code": "11", "indicator": f"lao_size_class_{size}", "value": str(n), "year_ce": "2017"}
            for size, n in wanted.items()
        ]
    )


def test_sizes_are_counted_per_authority_district_and_province(tmp_path: Path) -> None:
    write(tmp_path, "codes/lao.csv", size_list(["S", "S", "M", "Undefined"]))
    write(tmp_path, "support-needs/local_government_counts_by_province.csv", size_counts(2))
    text = builder("lao_counts").build(tmp_path)["lao_counts.csv"].decode()
    assert "11,laos_small,2017,2017,2,organisations" in text
    assert "1101,laos_classed,2017,2017,3,organisations" in text
    assert "6110102,laos_small,2017,2017,0,organisations" in text
    assert "6110103,laos_small,2017,2017,,organisations,the list of 2017 gives it no size class" in text


def test_two_transcriptions_that_part_ways_stop_the_build(tmp_path: Path) -> None:
    write(tmp_path, "codes/lao.csv", size_list(["S", "M"]))
    write(tmp_path, "support-needs/local_government_counts_by_province.csv", size_counts(2))
    with pytest.raises(SourceError, match="1 provinces count other organisations of size S"):
        builder("lao_counts").build(tmp_path)


def test_people_of_authorities_that_cannot_be_separated_are_left_out_and_told(tmp_path: Path) -> None:
    write(tmp_path, "codes/lao.csv", size_list(["S", "S", "S"]))
    people = pd.DataFrame(
        {
            "lao_code": ["6110100", "6110101", "6110102"],
            "total": ["4999", "5000", ""],
            "method": ["whole subdistricts", "whole subdistricts", "not separable"],
        }
    )
    write(tmp_path, "population/population_lao_2021_derived.csv", people)
    for level, code, total in (("province", "11", "10500"), ("district", "1101", "20000")):
        registered = pd.DataFrame({f"{level}_code": [code], "total": [total]})
        write(tmp_path, f"population/population_{level}_2021.csv", registered)
    text = builder("lao_people").build(tmp_path)["lao_people.csv"].decode()
    assert "11,people_in_laos,2021,2021,9999,people,left out because their people" in text
    assert "11,people_in_small_laos,2021,2021,4999,people" in text
    # Of the district's 20,000 people only 9,999 stand under an authority: a share of them says nothing.
    assert "1101,people_in_small_laos,2021,2021,,people,left out because their people" in text
    assert "6110101,people_in_small_laos,2021,2021,0,people" in text
    assert "6110102,people_in_small_laos,2021,2021,,people,the register does not separate" in text


def test_whole_baht_lose_the_decimal_that_the_copy_added(tmp_path: Path) -> None:
    table = pd.DataFrame(
        {"area_code": ["TH", "58"], "value": ["27352.0", "15495.95"], "unit": "baht", "year_ce": ["2021", "2021"]}
    )
    for name in ("income", "expenditure"):
        write(tmp_path, f"support-needs/household_{name}_by_province.csv", table)
    text = builder("household_survey").build(tmp_path)["household_survey.csv"].decode()
    assert "TH,household_income,2021,2021,27352,baht" in text
    assert "58,household_income,2021,2021,15495.95,baht" in text
