"""The layers on infrastructure, measured through the one door that screens use."""

from __future__ import annotations

import numpy as np
import pytest

import layers
from geo import store
from geo.layer import Distance, Layer
from geo.measure import measure
from geo.places import places

COUNTED = {
    "air_stations": 173,
    "airports_scheduled": 34,
    "power_plants": 171,
    "smart_cities_certified": 37,
    "weather_stations": 132,
}
DISTANCES = ("air_station_distance", "airport_distance", "district_office_distance", "weather_station_distance")
MINE = (*COUNTED, *DISTANCES, "power_capacity_mw", "schools_per_10000", "website_on_record")


def layer(layer_id: str) -> Layer:
    return layers.catalogue()[layer_id]


@pytest.mark.parametrize("layer_id", MINE)
def test_the_layer_is_in_the_catalogue_and_stays_in_its_range(layer_id: str) -> None:
    declared = layer(layer_id)
    for level in declared.levels:
        values = measure(layer_id, level).values.dropna()
        assert len(values)
        assert values.between(*declared.valid).all()


@pytest.mark.parametrize("layer_id", sorted(set(MINE) - {"schools_per_10000", "weather_stations"}))
def test_the_layer_covers_every_province(layer_id: str) -> None:
    assert (measure(layer_id, "province").status == "ok").all()


@pytest.mark.parametrize(("layer_id", "number"), COUNTED.items())
def test_counts_add_up_to_what_was_recorded(layer_id: str, number: int) -> None:
    for level in ("country", "region", "province"):
        assert measure(layer_id, level).values.sum() == number


def test_capacity_adds_up_to_the_recorded_gigawatts() -> None:
    for level in ("country", "region", "province"):
        assert measure("power_capacity_mw", level).values.sum() / 1000 == pytest.approx(39.3, abs=0.05)


def test_a_province_without_an_air_station_is_a_zero_and_one_outside_the_weather_list_has_no_data() -> None:
    air = measure("air_stations", "province")
    assert air.values[["76", "82", "85"]].tolist() == [0, 0, 0]
    weather = measure("weather_stations", "province")
    missing = weather.status.index[weather.status == "no data"]
    assert len(missing) == 11
    assert weather.values[missing].isna().all()


@pytest.mark.parametrize("layer_id", DISTANCES)
def test_a_subdistrict_is_as_far_as_the_nearest_listed_point_and_no_farther(layer_id: str) -> None:
    rule = layer(layer_id).measure
    assert isinstance(rule, Distance)
    points = store.table(*rule.points.split("/"))
    for column, text in rule.only:
        points = points[points[column] == text]
    homes = places("subdistrict").iloc[::311]
    north, east = np.radians(homes[["lat", "lon"]].to_numpy(float).T)
    lat, lon = np.radians(points[["lat", "lon"]].astype(float).to_numpy().T)
    half = np.sin((north[:, None] - lat) / 2) ** 2
    half += np.cos(north)[:, None] * np.cos(lat) * np.sin((east[:, None] - lon) / 2) ** 2
    on_sphere = (2 * 6371.0 * np.arcsin(np.sqrt(half))).min(axis=1)
    # A sphere and an ellipsoid differ by up to 0.6 %.
    np.testing.assert_allclose(measure(layer_id, "subdistrict").values[homes.index], on_sphere, rtol=0.006)


@pytest.mark.parametrize("layer_id", DISTANCES)
def test_a_wider_area_is_the_mean_over_its_people(layer_id: str) -> None:
    fine = measure(layer_id, "subdistrict")
    own = places("subdistrict")["province"] == "50"
    mean = np.average(fine.values[own], weights=fine.people[own])
    assert measure(layer_id, "province").values["50"] == pytest.approx(mean)
    everyone = np.average(fine.values, weights=fine.people)
    assert measure(layer_id, "country").values["TH"] == pytest.approx(everyone)


def test_schools_per_head_are_listed_schools_over_registered_people() -> None:
    # 1,243 listed schools; DOPA counted 5,527,994 people in Bangkok at the end of 2021.
    assert measure("schools_per_10000", "province").values["10"] == pytest.approx(1_243 / 552.7994, rel=1e-6)


def test_sukhothai_has_no_school_figure_at_any_level_and_does_not_pull_its_region_down() -> None:
    assert measure("schools_per_10000", "province").status["64"] == "no data"
    for level in ("district", "subdistrict"):
        status = measure("schools_per_10000", level).status
        assert set(status[status.index.str.startswith("64")]) == {"no data"}
    area = places("province")
    with_list = area[(area["region"] == area.at["64", "region"]) & (area.index != "64")]
    schools = store.values("schools", "schools.csv").set_index("area_code")["value"][with_list.index].sum()
    region = measure("schools_per_10000", "region").values[area.at["64", "region"]]
    assert region == pytest.approx(10_000 * schools / with_list["people"].sum())


def test_an_unlisted_subdistrict_is_a_zero_unless_its_district_has_a_school_without_one() -> None:
    measured = measure("schools_per_10000", "subdistrict")
    # Chan Di has no listed school; Yang Chai's district lists some without a subdistrict.
    assert (measured.status["800416"], measured.values["800416"]) == ("ok", 0)
    assert measured.status["150410"] == "no data"
    assert "without a subdistrict" in measured.note["150410"]


def test_the_country_share_of_websites_is_the_recorded_one() -> None:
    # 5,715 of 7,850 bodies.
    measured = measure("website_on_record", "country")
    assert measured.values["TH"] == pytest.approx(100 * 5_715 / 7_850)
    assert measured.base["TH"] == 7_850


def test_a_body_has_its_own_status_in_words_and_a_district_of_bangkok_none() -> None:
    bodies = measure("website_on_record", "lao")
    assert set(bodies.values) == set(layer("website_on_record").words)
    assert bodies.values["BMA"] == 100
    districts = measure("website_on_record", "district")
    khet = places("district", "10").index
    assert set(districts.status[khet]) == {"not applicable"}
    assert (districts.status[districts.status.index.difference(khet)] == "ok").all()


def test_counts_that_say_nothing_about_an_area_carry_no_direction() -> None:
    for layer_id in ("airports_scheduled", "power_plants", "power_capacity_mw", "schools_per_10000"):
        assert layer(layer_id).better == "neither"
        assert layer(layer_id).goalposts is None


@pytest.mark.parametrize("layer_id", DISTANCES)
def test_the_far_goalpost_is_where_its_reason_says(layer_id: str) -> None:
    goalposts = layer(layer_id).goalposts
    assert goalposts is not None
    values = measure(layer_id, "subdistrict").values
    assert goalposts.high == round(float(np.quantile(values, 0.95)))
