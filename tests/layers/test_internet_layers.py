"""The layers on internet, product and human achievement, measured through the one door that screens use."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

import layers
from geo.layer import Goalposts, Layer
from geo.measure import latest, measure, periods

SPEEDS = tuple(f"{network}_{kind}" for network in ("fixed", "mobile") for kind in ("download", "upload", "latency"))
WHOLE_COUNTRY = (
    *SPEEDS,
    "fixed_tests_per_1000",
    "mobile_tests_per_1000",
    "digital_economy",
    "gpp_per_person",
    "human_achievement",
)
MINE = (*WHOLE_COUNTRY, "media_literacy", "internet_users_northeast")


def layer(layer_id: str) -> Layer:
    return layers.catalogue()[layer_id]


@pytest.mark.parametrize("layer_id", MINE)
def test_the_layer_is_in_the_catalogue_with_fixed_goalposts_inside_its_range(layer_id: str) -> None:
    found = layer(layer_id)
    assert isinstance(found.goalposts, Goalposts)
    assert found.valid[0] <= found.goalposts.low < found.goalposts.high <= found.valid[1]
    assert latest(layer_id, "province") == found.default_period


@pytest.mark.parametrize("layer_id", WHOLE_COUNTRY)
def test_all_77_provinces_have_a_value_in_the_period_shown_first(layer_id: str) -> None:
    assert measure(layer_id, "province").status.value_counts().to_dict() == {"ok": 77}


@pytest.mark.parametrize("layer_id", WHOLE_COUNTRY)
def test_country_and_regions_are_joined_from_their_provinces(layer_id: str) -> None:
    provinces = measure(layer_id, "province").values
    for level in ("country", "region"):
        joined = measure(layer_id, level)
        assert (joined.status == "ok").all()
        assert joined.values.between(provinces.min(), provinces.max()).all()


@pytest.mark.parametrize(("layer_id", "period", "mean"), [("fixed", "2025-Q1", 297.7), ("mobile", "2025-Q1", 88.5)])
def test_the_country_is_weighted_by_tests(layer_id: str, period: str, mean: float) -> None:
    # README of the collection: test-weighted national mean.
    country = measure(f"{layer_id}_download", "country", period)
    assert country.values["TH"] == pytest.approx(mean, abs=0.05)


def test_quarters_of_drive_tests_are_no_data_with_the_reason() -> None:
    province = measure("mobile_download", "province", "2025-Q4")
    assert (province.status == "no data").sum() == 7
    for code in ("30", "35", "37", "38", "40", "45", "53"):
        assert province.status[code] == "no data"
        assert "drive or laboratory tests" in province.note[code]
        assert province.note_th[code]
    assert measure("mobile_latency", "province", "2025-Q4").status["45"] == "no data"
    assert measure("mobile_tests_per_1000", "province", "2025-Q4").status["45"] == "no data"


def test_a_region_that_lost_too_many_people_to_withheld_quarters_is_not_given_a_mean() -> None:
    # Seven provinces are withheld; six of them are in the Northeast and hold a third of its people.
    assert measure("mobile_download", "region", "2025-Q4").status["northeast"] == "no data"
    assert measure("mobile_download", "region", "2025").status["northeast"] == "ok"


@pytest.mark.parametrize(("layer_id", "few"), [("fixed_download", 10), ("mobile_download", 28)])
def test_districts_under_a_hundred_tests_are_too_few(layer_id: str, few: int) -> None:
    # README of the collection: 10 fixed and 28 mobile districts carry "fewer than 100 tests in the quarter".
    districts = measure(layer_id, "district")
    assert districts.period == "2025-Q4"
    counted = districts.status.value_counts()
    assert counted["too few"] == few
    withheld = 4 if layer_id.startswith("mobile") else 0
    assert counted["ok"] == 170 - few - withheld
    assert counted["no data"] == 928 - 170 + withheld
    assert districts.values[districts.status != "ok"].isna().all()


@pytest.mark.parametrize("layer_id", ["fixed_upload", "fixed_latency", "mobile_upload", "mobile_latency"])
def test_a_district_shows_its_provinces_upload_and_latency_as_inherited(layer_id: str) -> None:
    districts = measure(layer_id, "district")
    assert districts.status["1001"] == "inherited"
    assert districts.values["1001"] == measure(layer_id, "province").values["10"]


def test_fixed_speeds_have_eleven_quarters_and_three_years_mobile_twelve() -> None:
    for network, quarters in (("fixed", 11), ("mobile", 12)):
        known = periods(f"{network}_download", "province")
        assert sum("-Q" in period for period in known) == quarters
        assert {"2023", "2024", "2025"} <= set(known)


def test_tests_per_thousand_are_tests_over_registered_people() -> None:
    rate = measure("fixed_tests_per_1000", "province", "2025-Q4")
    # README: Bangkok ran 475,441 tests in the quarter.
    assert rate.values["10"] * rate.people["10"] / 1000 == pytest.approx(475_441)
    for network in ("fixed", "mobile"):
        declared = layer(f"{network}_tests_per_1000")
        assert declared.grade == "proxy"
        assert "proxy" in declared.title.en
        assert "ตัวแทน" in declared.title.th


def test_information_share_of_the_country_is_one_ratio_not_a_mean_of_ratios() -> None:
    # NESDC 2020: 432,735 of 15,636,891 million baht.
    country = measure("digital_economy", "country").values["TH"]
    assert country == pytest.approx(100 * 432_735 / 15_636_891, abs=1e-4)
    assert measure("digital_economy", "province").values["12"] == pytest.approx(7.978, abs=5e-4)


def test_product_per_person_is_the_published_one() -> None:
    # NESDC 2020, baht per person: Bangkok 585,689.20, Rayong the highest; the country 15,636,891 over 69,509 thousand.
    provinces = measure("gpp_per_person", "province").values
    assert provinces["10"] == pytest.approx(585_689.2, abs=2)
    assert provinces.idxmax() == "21"
    assert measure("gpp_per_person", "country").values["TH"] == pytest.approx(15_636_891_000 / 69_509, rel=1e-6)


def test_human_achievement_of_the_country_is_nesdcs_own() -> None:
    country = measure("human_achievement", "country")
    assert country.values["TH"] == 0.6411
    assert country.note["TH"] == ""
    # NESDC's Northeast is the same twenty provinces: 0.6284 in its own table.
    region = measure("human_achievement", "region")
    assert region.values["northeast"] == pytest.approx(0.6284, abs=0.001)
    assert "weighted mean" in region.note["northeast"]


def test_media_literacy_shows_fifty_provinces_with_their_range_and_no_region() -> None:
    province = measure("media_literacy", "province")
    assert province.status.value_counts().to_dict() == {"ok": 50, "no data": 27}
    shown = province.status == "ok"
    assert (province.low[shown] < province.values[shown]).all()
    assert (province.high[shown] - province.low[shown] > 4).all()
    assert measure("media_literacy", "country").values["TH"] == 68.1
    assert set(measure("media_literacy", "region").status) == {"no data"}


def test_internet_users_of_2017_are_shown_in_the_northeast_alone() -> None:
    province = measure("internet_users_northeast", "province")
    assert set(province.status[province.status == "ok"].index) == {str(code) for code in range(30, 50)}
    region = measure("internet_users_northeast", "region")
    # README: 42.9 % weighted by NESDC's population; registered people, with fewer in the cities, give a little less.
    assert region.values["northeast"] == pytest.approx(42.9, abs=0.4)
    assert (region.status.drop("northeast") == "no data").all()


@pytest.mark.parametrize("layer_id", MINE)
@pytest.mark.parametrize("level", ["country", "region", "province", "district"])
def test_a_value_stands_exactly_where_the_status_says_so(layer_id: str, level: str) -> None:
    found = measure(layer_id, level)
    shown = found.status.isin(["ok", "inherited"])
    pd.testing.assert_series_equal(found.values.notna(), shown, check_names=False)
    assert np.isfinite(found.values[shown]).all()


@pytest.mark.parametrize("layer_id", [*SPEEDS, "fixed_tests_per_1000", "mobile_tests_per_1000"])
def test_strict_licences_leave_the_speed_tests_out(layer_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")
    assert layer_id not in layers.catalogue()
    assert "non-commercial purposes only: Speedtest results" in layers.left_out()[layer_id][1].en
