"""What ships on budgets, incomes and people against recorded figures, and the guards of its builds."""

from __future__ import annotations

import pandas as pd
import pytest

from geo import cards, corrections, store
from geo.places import places
from geo.problems import SourceError

MINE = ("pao_budget", "household_survey", "lao_counts", "lao_people", "urban_split", "population_change")
SERIES = "population/population_subdistrict_2010_2021.csv"
NO_BUDGET_2023 = {"15", "18", "57", "46", "52", "42", "58", "39", "43", "67", "76", "54", "75", "53"}


def rows(file: str, indicator: str, period: str, digits: int | None = None) -> pd.Series:
    """Values of one indicator and period on area codes; only codes of so many digits when asked."""
    table = store.values(*file.split("/"))
    table = table[(table["indicator"] == indicator) & (table["period"] == period)].set_index("area_code")
    if digits is not None:
        table = table[(table.index.str.len() == digits) & table.index.str.isdigit()]
    return table["value"]


def notes(file: str, indicator: str, period: str) -> pd.DataFrame:
    table = store.values(*file.split("/"))
    chosen = table[(table["indicator"] == indicator) & (table["period"] == period)]
    return chosen.set_index("area_code")[["value", "note", "note_th"]]


@pytest.mark.parametrize("source", MINE)
def test_the_card_asks_before_the_data_are_passed_on(source: str) -> None:
    # README of the collection: no licence is stated for any of these.
    assert cards.card(source).may_redistribute == "ask"
    assert "none stated" in cards.card(source).licence


@pytest.mark.parametrize("source", MINE)
def test_the_source_is_what_its_card_says(source: str) -> None:
    assert store.usable(source)


def test_what_was_looked_for_and_not_found_is_on_a_card() -> None:
    # README of the collection, last section.
    told = " ".join(text.en.lower() for source in MINE for text in cards.card(source).not_found)
    for absent in ("own-source revenue", "municipalities", "poverty", "older people", "staff", "lpa", "procurement"):
        assert absent in told


def test_pao_budgets_of_2022_add_up_to_the_published_total() -> None:
    # README: the 76 totals of 2022 add up to the file's own national total.
    total = rows("pao_budget/pao_budget.csv", "budget_total", "2022")
    assert len(total) == 76
    assert "10" not in total
    assert total.sum() == 57_312_949_370


def test_the_14_provinces_without_an_ordinance_of_2023_have_no_row() -> None:
    total = rows("pao_budget/pao_budget.csv", "budget_total", "2023")
    assert set(places("province").index) - set(total.index) - {"10"} == NO_BUDGET_2023


@pytest.mark.parametrize("period", ["2022", "2023"])
def test_budget_lines_add_up_to_the_total_of_every_province(period: str) -> None:
    table = store.values("pao_budget", "pao_budget.csv")
    table = table[(table["period"] == period) & (table["indicator"] != "budget_public_works")]
    wide = table.pivot(index="area_code", columns="indicator", values="value")
    lines = wide.drop(columns="budget_total").sum(axis=1)
    assert lines.to_dict() == pytest.approx(wide["budget_total"].to_dict())


def test_household_figures_of_2021_are_those_of_the_statistical_office() -> None:
    # README: 27,352 and 21,616 as NSO published; lowest and highest income Mae Hong Son and Nonthaburi.
    income = rows("household_survey/household_survey.csv", "household_income", "2021")
    assert income["TH"] == 27_352
    assert rows("household_survey/household_survey.csv", "household_expenditure", "2021")["TH"] == 21_616
    provinces = income.drop("TH")
    assert (provinces.idxmin(), round(provinces.min())) == ("58", 15_496)
    assert (provinces.idxmax(), round(provinces.max())) == ("12", 41_129)


@pytest.mark.parametrize(("period", "provinces"), [("2004", 76), ("2011", 76), ("2013", 77), ("2021", 77)])
def test_income_knows_bueng_kan_from_2013(period: str, provinces: int) -> None:
    income = rows("household_survey/household_survey.csv", "household_income", period).drop("TH")
    assert len(income) == provinces
    assert ("38" in income) == (provinces == 77)


def test_nong_khai_says_that_it_held_bueng_kan() -> None:
    file = "household_survey/household_survey.csv"
    assert "Bueng Kan" in notes(file, "household_income", "2011").loc["43", "note"]
    assert "บึงกาฬ" in notes(file, "household_income", "2011").loc["43", "note_th"]
    assert notes(file, "household_income", "2013").loc["43", "note"] == ""


@pytest.mark.parametrize(
    ("indicator", "count"),
    [
        ("dola_pao", 76),
        ("dola_city_municipalities", 30),
        ("dola_town_municipalities", 184),
        ("dola_subdistrict_municipalities", 2_236),
        ("dola_subdistrict_admin_orgs", 5_324),
    ],
)
def test_authorities_by_type_are_those_counted_in_december_2019(indicator: str, count: int) -> None:
    # README, LAO counts: Department of Local Administration, 20 December 2019.
    assert rows("lao_counts/lao_counts.csv", indicator, "2019").sum() == count


@pytest.mark.parametrize("indicator", ["laos_small", "laos_classed"])
def test_size_classes_of_authorities_districts_and_provinces_agree(indicator: str) -> None:
    file = "lao_counts/lao_counts.csv"
    own = rows(file, indicator, "2017", digits=7).dropna()
    provinces, districts = rows(file, indicator, "2017", digits=2), rows(file, indicator, "2017", digits=4)
    assert own.sum() == districts.sum() == provinces.sum()
    assert districts.groupby(districts.index.str[:2]).sum().to_dict() == provinces.to_dict()


def test_every_authority_without_a_size_class_says_why() -> None:
    own = notes("lao_counts/lao_counts.csv", "laos_small", "2017")
    without = own[own["value"].isna()]
    assert len(without) == 98
    assert (without["note"] != "").all()
    assert (without["note_th"] != "").all()


@pytest.mark.parametrize(
    ("lao", "people"), [("3120102", 248_788), ("3120601", 190_345), ("3901101", 149_142), ("3200408", 116_451)]
)
def test_large_authorities_have_their_recorded_people(lao: str, people: int) -> None:
    # README of the population folder: Nonthaburi city, Pak Kret, Hat Yai, Pattaya.
    assert rows("lao_people/lao_people.csv", "people_in_laos", "2021")[lao] == people
    assert rows("lao_people/lao_people.csv", "people_in_small_laos", "2021")[lao] == 0


def test_allocated_people_are_the_recorded_sum_at_every_level() -> None:
    # README of the population folder: 60,473,698 of 60,643,445 outside Bangkok.
    for digits in (2, 4, 7):
        assert rows("lao_people/lao_people.csv", "people_in_laos", "2021", digits).sum() == 60_473_698


def test_24_authorities_cannot_be_separated_and_their_district_says_so() -> None:
    own = notes("lao_people/lao_people.csv", "people_in_laos", "2021")
    assert own["note"].str.startswith("the register does not separate").sum() == 24
    mae_sai = notes("lao_people/lao_people.csv", "people_in_small_laos", "2021").loc["5709"]
    assert pd.isna(mae_sai["value"])
    assert "2 of the authorities" in mae_sai["note"]


def test_people_inside_and_outside_municipalities_are_all_registered_people() -> None:
    # README: the 77 totals add up to 66,171,439, as published; Bangkok has no split.
    file = "urban_split/urban_split.csv"
    everybody = rows(file, "people", "2021")
    inside, outside = (rows(file, f"people_{where}_municipalities", "2021") for where in ("in", "outside"))
    assert everybody.sum() == 66_171_439
    assert len(outside) == 76
    assert (inside + outside).to_dict() == everybody.drop("10").to_dict()


@pytest.mark.parametrize(("period", "people"), [("2010", 63_878_267), ("2021", 66_171_439)])
def test_the_register_adds_up_to_the_published_country(period: str, people: int) -> None:
    file = "population_change/population_change.csv"
    provinces, districts = rows(file, "people", period, 2), rows(file, "people", period, 4)
    assert rows(file, "people", period)["TH"] == provinces.sum() == districts.sum() == people
    assert districts.groupby(districts.index.str[:2]).sum().to_dict() == provinces.to_dict()


def test_bueng_kan_has_the_people_it_took_from_nong_khai() -> None:
    # DOPA 2010: Nong Khai, before the division of 23 March 2011, 912,937 people.
    start = rows("population_change/population_change.csv", "people", "2010")
    assert start["38"] + start["43"] == 912_937
    assert start[start.index.str.match(r"38\d{4}$")].sum() == start["38"]


def test_tha_faek_counts_in_its_present_district_in_both_years() -> None:
    # DOPA 2010: Tha Pla 48,799 and Nam Pat 32,777, with 4,448 in Tha Faek, which moved in 2015.
    start = rows("population_change/population_change.csv", "people", "2010")
    assert start["530407"] == 4_448
    assert (start["5303"], start["5304"]) == (48_799 - 4_448, 32_777 + 4_448)


def test_divided_khwaeng_have_no_people_of_2010_and_say_how_the_whole_changed() -> None:
    start = notes("population_change/population_change.csv", "people", "2010")
    crosswalk = store.table("places", "crosswalk.csv")
    divided = start.loc[start["note"].str.startswith("divided in 2017")]
    assert set(divided.index) <= set(crosswalk["current_code"])
    assert len(divided) == 18
    assert divided["value"].isna().all()
    # Bang Na, one khwaeng of 94,315 people until 2017: about a tenth fewer in 2021.
    assert "-12.0 %" in divided.loc["104702", "note"]


@pytest.mark.parametrize("code", ["770101", "770102", "500701", "500702"])
def test_a_reassignment_in_the_register_is_not_shown_as_growth(code: str) -> None:
    start = notes("population_change/population_change.csv", "people", "2010").loc[code]
    assert pd.isna(start["value"])
    assert "reassignment" in start["note"]


def test_the_guard_speaks_up_once_the_register_says_something_else() -> None:
    declared = corrections.corrections("population_change", SERIES)
    table = pd.DataFrame([{**entry["where"], "total": entry["was"]} for entry in declared])
    assert (corrections.apply(table, "population_change", SERIES)["total"] == "").all()
    table.loc[table["code"] == "770101", "total"] = "17883"
    with pytest.raises(SourceError, match="17883"):
        corrections.apply(table, "population_change", SERIES)
