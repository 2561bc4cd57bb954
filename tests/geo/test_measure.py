"""What stands behind a value: bases, coverage, inheritance and statuses, on the layers that ship."""

from __future__ import annotations

import numpy as np
import pytest

from geo import store
from geo.measure import latest, measure, periods
from geo.places import places
from geo.problems import LayerError


def test_the_country_speed_is_the_mean_of_provinces_weighted_by_their_tests() -> None:
    rows = store.values("ookla", "fixed.csv")
    here = rows[(rows["indicator"] == "fixed_download_mbps") & (rows["period"] == "2025-Q4")]
    here = here[here["area_code"].str.len() == 2]
    by_hand = (here["value"] * here["base"]).sum() / here["base"].sum()
    assert measure("fixed_download", "country", "2025-Q4").values["TH"] == pytest.approx(by_hand)


def test_bangkok_has_no_provincial_organisation_and_is_left_out_of_the_country_mean() -> None:
    provinces, country = measure("pao_budget_per_person", "province"), measure("pao_budget_per_person", "country")
    assert provinces.status["10"] == "not applicable"
    assert np.isnan(provinces.values["10"])
    # 57,312,949,370 baht is the file's own national total for 2022; Bangkok's people pay into no such budget.
    outside = 66_171_439 - places("province")["people"]["10"]
    assert country.values["TH"] == pytest.approx(57_312_949_370 / outside)


def test_a_region_is_silent_when_too_few_of_its_people_live_where_something_was_measured() -> None:
    assert set(measure("media_literacy", "region").status) == {"no data"}
    northeast = measure("internet_users_northeast", "region").status
    assert northeast["northeast"] == "ok"
    assert (northeast.drop("northeast") == "no data").all()


def test_a_value_on_too_small_a_base_is_withheld_not_shown() -> None:
    district = measure("fixed_download", "district", "2025-Q4")
    few = district.status == "too few"
    assert few.sum() == 10
    assert (district.base[few] < 100).all()
    assert district.values[few].isna().all()
    assert (district.base[district.status == "ok"] >= 100).all()


def test_a_finer_level_shows_its_parents_value_as_inherited() -> None:
    own, finer = measure("household_income", "province"), measure("household_income", "subdistrict")
    assert set(finer.status) == {"inherited"}
    assert finer.values["500101"] == own.values["50"]


def test_a_count_is_never_inherited() -> None:
    district = measure("airports_scheduled", "district")
    assert set(district.status) == {"not applicable"}
    assert district.values.isna().all()


def test_missing_schools_of_sukhothai_are_missing_at_every_level() -> None:
    for level, codes in (("province", ["64"]), ("district", ["6401"]), ("subdistrict", ["640101"])):
        schools = measure("schools_per_10000", level)
        assert set(schools.status[codes]) == {"no data"}
        assert schools.values[codes].isna().all()


def test_a_region_joined_from_nearly_all_its_parts_says_how_many_people_they_hold() -> None:
    note = measure("schools_per_10000", "region").note["central"]
    assert "% of the people" in note


def test_the_default_period_is_the_layers_own_where_the_level_has_it() -> None:
    assert latest("mobile_download", "province") == "2025"
    assert latest("mobile_download", "district") == "2025-Q4"
    assert periods("fixed_download", "district") == ["2025-Q4"]
    assert "2025-Q3" not in periods("fixed_download", "province")


@pytest.mark.parametrize(
    ("layer", "level", "year", "said"),
    [
        ("no_such", "province", None, "not in the catalogue"),
        ("density", "galaxy", None, "does not exist"),
        ("density", "province", 1850, "no values for 1850"),
    ],
)
def test_what_does_not_exist_is_refused_in_a_sentence(layer: str, level: str, year: int | None, said: str) -> None:
    with pytest.raises(LayerError, match=said):
        measure(layer, level, year)


def test_counted_points_add_up_from_districts_to_the_country() -> None:
    for layer in ("air_stations",):
        district, province = measure(layer, "district").values, measure(layer, "province").values
        summed = district.groupby(places("district")["province"]).sum()
        assert (summed == province).all()
        assert province.sum() == measure(layer, "country").values["TH"] == 173
