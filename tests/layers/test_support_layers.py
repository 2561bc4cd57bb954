"""The layers on money, size and people of local government, measured through the one door that screens use."""

from __future__ import annotations

import pytest

import layers
from geo.measure import latest, measure, periods
from geo.places import places

TREE = ("country", "region", "province", "district", "subdistrict")
MINE = {
    "pao_budget_per_person": TREE[:3],
    "household_income": TREE[:3],
    "household_expenditure": TREE[:3],
    "small_laos_share": (*TREE[:4], "lao"),
    "people_in_small_laos_share": (*TREE[:4], "lao"),
    "people_outside_municipalities": TREE[:3],
    "population_change": TREE,
    "density": TREE,
    "people_per_house": TREE,
}
WITHOUT_BANGKOK = (
    "pao_budget_per_person",
    "small_laos_share",
    "people_in_small_laos_share",
    "people_outside_municipalities",
)


@pytest.mark.parametrize("layer_id", MINE)
def test_the_layer_is_in_the_catalogue_at_its_levels(layer_id: str) -> None:
    found = layers.catalogue()[layer_id]
    assert found.levels == MINE[layer_id]
    assert (found.goalposts is None) == (found.better == "neither")


@pytest.mark.parametrize("layer_id", [name for name in MINE if name not in WITHOUT_BANGKOK])
def test_all_77_provinces_have_a_value(layer_id: str) -> None:
    assert (measure(layer_id, "province").status == "ok").all()


@pytest.mark.parametrize("layer_id", WITHOUT_BANGKOK)
def test_bangkok_is_not_applicable_with_a_reason_and_the_other_76_have_a_value(layer_id: str) -> None:
    measured = measure(layer_id, "province")
    assert measured.status.value_counts().to_dict() == {"ok": 76, "not applicable": 1}
    assert measured.status["10"] == "not applicable"
    assert "Bangkok" in measured.note["10"]
    assert "กรุงเทพมหานคร" in measured.note_th["10"]


@pytest.mark.parametrize("layer_id", WITHOUT_BANGKOK)
def test_what_does_not_apply_to_bangkok_applies_to_none_of_its_khet(layer_id: str) -> None:
    khet = measure(layer_id, "district").status[places("district", within="10").index]
    assert (khet == "not applicable").all()


def test_pao_budget_per_person_is_as_recorded() -> None:
    # README of the collection: 356 baht (Narathiwat) to 2,928 (Rayong), median 891, of 2022.
    provinces = measure("pao_budget_per_person", "province").values.dropna()
    assert (provinces.idxmin(), round(provinces.min())) == ("96", 356)
    assert (provinces.idxmax(), round(provinces.max())) == ("21", 2_928)
    assert round(provinces.median()) == 891


def test_pao_budget_of_the_country_is_spread_over_people_outside_bangkok() -> None:
    # 57,312,949,370 baht over 66,171,439 less the 5,527,994 registered in Bangkok.
    assert measure("pao_budget_per_person", "country").values["TH"] == pytest.approx(57_312_949_370 / 60_643_445)


def test_the_region_of_the_missing_14_has_no_figure_of_2023() -> None:
    assert latest("pao_budget_per_person", "province") == "2022"
    assert measure("pao_budget_per_person", "province", 2023).status.value_counts()["ok"] == 62
    regions = measure("pao_budget_per_person", "region", 2023)
    assert regions.status["north"] == "no data"
    assert regions.status["south"] == "ok"


def test_the_country_is_the_published_mean_and_regions_are_joined_from_provinces() -> None:
    # NSO 2021: 27,352 and 21,616 baht.
    assert measure("household_income", "country").values["TH"] == 27_352
    assert measure("household_expenditure", "country").values["TH"] == 21_616
    provinces, regions = measure("household_income", "province").values, measure("household_income", "region").values
    assert regions.between(provinces.min(), provinces.max()).all()


def test_regions_weighted_by_houses_come_near_the_published_country() -> None:
    # The survey weighs by its own households; registered houses must not lead far from it.
    for layer_id, published in (("household_income", 27_352), ("household_expenditure", 21_616)):
        regions, houses = measure(layer_id, "region").values, places("region")["houses"]
        assert (regions * houses).sum() / houses.sum() == pytest.approx(published, rel=0.02)


def test_bueng_kan_has_no_income_before_2013() -> None:
    assert periods("household_income", "province")[0] == "2004"
    assert measure("household_income", "province", 2011).status["38"] == "no data"
    assert measure("household_income", "province", 2013).status["38"] == "ok"


def test_an_authority_is_told_in_words() -> None:
    small = layers.catalogue()["small_laos_share"]
    own = measure("small_laos_share", "lao")
    assert set(own.values.dropna()) == set(small.words) == {0.0, 100.0}
    assert own.status["BMA"] == "not applicable"
    assert own.values["3120102"] == 0.0


def test_people_in_small_authorities_are_those_under_5000() -> None:
    own, people = measure("people_in_small_laos_share", "lao").values, places("lao")["people"]
    told = own.dropna().index
    assert (own[told] == 100.0).equals(people[told] < 5000)


def test_three_districts_with_mostly_inseparable_people_have_no_share_and_say_why() -> None:
    districts = measure("people_in_small_laos_share", "district")
    silent = districts.status[districts.status == "no data"].index
    assert list(silent) == ["2409", "5502", "5709"]
    assert districts.note[silent].str.contains("could not be told apart").all()


def test_people_outside_municipalities_are_the_recorded_share() -> None:
    # DOPA 2021: 43,457,128 of 60,643,445 people outside Bangkok.
    assert measure("people_outside_municipalities", "country").values["TH"] == pytest.approx(
        100 * 43_457_128 / 60_643_445
    )


def test_the_country_grew_as_published() -> None:
    # DOPA: 63,878,267 in 2010, 66,171,439 in 2021.
    assert measure("population_change", "country").values["TH"] == pytest.approx(100 * (66_171_439 / 63_878_267 - 1))


def test_divided_khwaeng_have_no_change_and_say_why() -> None:
    changed = measure("population_change", "subdistrict")
    assert changed.status.value_counts().to_dict() == {"ok": 7414, "no data": 22}
    silent = changed.status == "no data"
    assert (changed.note[silent] != "").all()
    assert (changed.note_th[silent] != "").all()


def test_bueng_kan_changed_since_2010_though_it_was_no_province_then() -> None:
    # 403,542 people in what is Bueng Kan today in 2010, 421,995 in 2021 (DOPA).
    assert measure("population_change", "province").values["38"] == pytest.approx(100 * (421_995 / 403_542 - 1))


def test_density_is_told_only_where_the_outline_is_of_today() -> None:
    density = measure("density", "subdistrict")
    silent = density.status[density.status == "no data"].index
    assert len(silent) == 18
    assert places("subdistrict").loc[silent, "drawn_older"].all()


def test_people_per_house_is_the_registered_ratio() -> None:
    # DOPA 2021: 66,171,439 people in 27,708,608 houses.
    assert measure("people_per_house", "country").values["TH"] == pytest.approx(66_171_439 / 27_708_608, abs=1e-3)
    assert (measure("people_per_house", "subdistrict").status == "ok").all()
