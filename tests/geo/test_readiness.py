"""The indices on real places: what a score is, what it rests on, and where there is none."""

from __future__ import annotations

import numpy as np
import pytest

from geo.measure import measure
from geo.places import places
from geo.readiness import assess, method, table, tree
from geo.stats.tree import read_tree

INDICES = ("provision", "need", "capacity")
LEVELS = ("province", "district", "subdistrict", "lao")


@pytest.mark.parametrize("index", INDICES)
@pytest.mark.parametrize("level", LEVELS)
def test_a_place_has_a_score_exactly_where_its_status_says_so(index: str, level: str) -> None:
    found = assess(index, level)
    assert list(found.scores.index) == list(places(level).index)
    assert found.scores.notna().equals(found.status.isin(["ok", "inherited"]))
    known = found.scores.to_numpy()[found.scores.notna().to_numpy()]
    assert known.size == 0 or (known.min() >= 0 and known.max() <= 100 + 1e-9)


def test_a_heading_of_one_layer_is_that_layer_between_its_goalposts() -> None:
    share = measure("digital_economy", "province").values
    # Goalposts 0 and 1.76 % of GPP.
    expected = (100 * share / 1.76).clip(upper=100)
    assert assess("provision", "province").scores["economy"].to_numpy() == pytest.approx(expected.to_numpy())


def test_a_heading_is_the_weighted_mean_of_its_layers_and_lower_is_better_where_the_layer_says_so() -> None:
    air = measure("air_station_distance", "province").values["50"]
    weather = measure("weather_station_distance", "province").values["50"]
    # Two thirds air (0 to 71 km), one third weather (0 to 63 km).
    expected = (2 * 100 * (1 - air / 71) + 100 * (1 - weather / 63)) / 3
    assert assess("provision", "province").scores.at["50", "environment"] == pytest.approx(expected)


def test_provision_is_the_geometric_mean_of_its_six_measured_headings() -> None:
    scores = assess("provision", "province").scores
    six = scores[["internet", "environment", "economy", "governance", "mobility", "people"]]
    expected = np.exp(np.log(six.clip(lower=1)).mean(axis=1))
    assert scores["provision"].to_numpy() == pytest.approx(expected.to_numpy())


def test_more_need_is_a_higher_score_where_households_earn_less() -> None:
    income = measure("household_income", "province").values
    need = assess("need", "province").scores["household_income"]
    assert need[income.idxmin()] == 100
    assert need[income.idxmax()] == 0


def test_bangkok_has_no_need_or_capacity_since_half_of_the_headings_do_not_apply_to_it() -> None:
    need, capacity = assess("need", "province"), assess("capacity", "province")
    assert need.status.loc["10", ["living", "governance", "need"]].tolist() == ["not applicable"] * 2 + ["no data"]
    assert capacity.status.loc["10", ["money", "skills", "capacity"]].tolist() == ["not applicable"] * 2 + ["no data"]
    assert need.share_present.at["10", "need"] < 2 / 3


def test_a_district_without_speeds_of_its_own_shows_its_provinces_internet_hatched_and_has_no_index() -> None:
    found, above = assess("provision", "district"), assess("provision", "province")
    borrowed = found.scores.index[found.share_present["internet"] == 0]
    parents = places("district")["province"][borrowed]
    assert len(borrowed) > 700
    assert found.scores["internet"][borrowed].to_numpy() == pytest.approx(above.scores["internet"][parents].to_numpy())
    assert (found.status["internet"][borrowed] == "inherited").all()
    assert found.scores["provision"][borrowed].isna().all()


def test_a_district_index_rests_on_its_own_values_alone_and_says_how_much_of_it_there_is() -> None:
    found = assess("provision", "district")
    scored = found.scores["provision"].dropna().index
    assert len(scored) > 100
    # Neither the economy nor latency and upload are measured in districts.
    assert found.share_present.loc[scored, "provision"].to_numpy() == pytest.approx(5 / 6)
    assert found.share_present.loc[scored, "internet"].to_numpy() == pytest.approx(2 / 3)
    own = found.scores.loc[scored, ["internet", "environment", "governance", "mobility", "people"]]
    expected = np.exp(np.log(own.clip(lower=1)).mean(axis=1))
    assert found.scores["provision"][scored].to_numpy() == pytest.approx(expected.to_numpy())


def test_a_reader_may_let_the_index_rest_on_larger_areas_and_then_it_is_marked_as_such() -> None:
    plain, widened = assess("provision", "subdistrict"), assess("provision", "subdistrict", widen=True)
    assert plain.scores["provision"].isna().all()
    assert (widened.status["provision"] == "inherited").all()


def test_a_place_whose_score_is_of_a_larger_area_takes_no_rank_of_its_own() -> None:
    found = assess("provision", "district")
    ranked = found.ranges("internet")["rank"].notna()
    assert ranked.equals((found.status["internet"] == "ok").rename("rank"))


def test_local_authorities_have_headings_only() -> None:
    found = assess("capacity", "lao")
    assert found.scores["capacity"].isna().all()
    assert set(found.scores["technology"].unique()) == {0.0, 100.0}
    assert found.ranges("technology")["rank"].isna().all()
    assert (assess("provision", "lao").status["provision"] == "not applicable").all()


def test_a_value_too_few_tests_stand_behind_is_never_part_of_a_score() -> None:
    values = table("provision", "district")
    too_few = measure("mobile_download", "district").status == "too few"
    assert too_few.sum() > 0
    assert values.own.loc[too_few, "mobile_download"].isna().all()


@pytest.mark.parametrize("index", INDICES)
def test_the_tree_holds_and_tells_which_layers_reach_a_level(index: str) -> None:
    assert read_tree(tree(index), goalposts=True).indicators == list(method().index(index).layers)
    reaches = tree(index, "district").set_index("code")["reaches"]
    assert not reaches.get("gpp_per_person", False)
    assert reaches.get("website_on_record", True)


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ({"internet": 11.0}, "importance runs from 0 to 10"),
        ({"fibre": 3.0}, "'fibre' is not in the tree"),
        (dict.fromkeys(["internet", "environment", "economy", "governance", "mobility", "people"], 0.0), "all zero"),
    ],
)
def test_weights_that_mean_nothing_are_refused(weights: dict[str, float], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        assess("provision", "province", weights=weights)


def test_a_weight_of_ten_for_the_internet_moves_the_index_towards_it() -> None:
    plain, own = assess("provision", "province"), assess("provision", "province", weights={"internet": 10})
    towards = (own.scores["provision"] - plain.scores["provision"]) * (
        plain.scores["internet"] - plain.scores["provision"]
    )
    assert (towards >= -1e-9).all()


def test_ranks_come_with_ranges_and_bands_and_the_same_ones_every_time() -> None:
    found = assess("provision", "province")
    ranges = found.ranges()
    assert (ranges["low"] <= ranges["median"]).all()
    assert (ranges["median"] <= ranges["high"]).all()
    assert ranges["band"].min() == 1
    assert (ranges["low_score"] <= ranges["high_score"]).all()
    again = assess("provision", "province", weights={"internet": 1}).ranges()
    assert ranges.drop(columns="band").equals(again.drop(columns="band"))
