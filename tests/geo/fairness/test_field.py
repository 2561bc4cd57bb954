"""Who is compared and who is left out: the people of both add up to those of the country."""

from __future__ import annotations

import pytest

from geo.fairness.field import field, grouping, income_rank, part_of
from geo.places import offices, places
from layers import catalogue

COUNTRY = int(places("country")["people"]["TH"])
WEST = tuple(offices()["west"].provinces)


@pytest.mark.parametrize(
    ("layer_id", "level"),
    [("pao_budget_per_person", "province"), ("mobile_download", "district"), ("schools_per_10000", "subdistrict")],
)
@pytest.mark.parametrize("bangkok", [True, False])
def test_people_compared_and_left_out_are_all_people(layer_id: str, level: str, bangkok: bool) -> None:
    this = field(layer_id, level, bangkok=bangkok)
    assert this.people.sum() + sum(left.people for left in this.left) == COUNTRY
    assert len(this.values) + sum(left.places for left in this.left) == len(places(level))
    assert this.values.notna().all()
    assert this.parts.sum() == pytest.approx(1)


def test_people_of_local_authorities_are_not_counted_twice() -> None:
    this = field("website_on_record", "lao")
    left = {one.why: one.places for one in this.left}
    assert left == {"overlay": 76, "unknown_people": 24}
    assert this.people.sum() < COUNTRY
    assert len(field("website_on_record", "lao", between_people=False).values) == 7850


def test_only_measured_values_are_compared() -> None:
    this = field("mobile_download", "district")
    left = {one.why: one.places for one in this.left}
    assert left["too few"] == 28
    assert (this.measured.status[this.values.index] == "ok").all()


def test_without_bangkok_it_is_named_with_its_people() -> None:
    this = field("fixed_download", "province", bangkok=False)
    assert "10" not in this.values.index
    (left,) = this.left
    assert (left.why, left.places, left.people) == ("bangkok", 1, 5_527_994)


def test_a_view_narrows_to_its_places() -> None:
    assert list(field("fixed_download", "province", within=WEST).values.index) == sorted(WEST)
    assert field("fixed_download", "province", within=WEST).few is False
    assert field("fixed_download", "province", within=("70",)).few


def test_counted_things_are_compared_per_head_and_told_as_counted() -> None:
    this = field("air_stations", "province")
    assert this.values["10"] == pytest.approx(100_000 * this.shown["10"] / 5_527_994)
    assert this.unit.en == "stations per 100,000 people"
    alike = field("air_stations", "province", between_people=False)
    assert (alike.values == alike.shown).all()
    assert alike.unit.en == "stations"


def test_districts_carry_the_income_of_their_province_and_say_so() -> None:
    rank = income_rank(field("airport_distance", "district"), "household_income")
    assert rank is not None
    assert rank.inherited
    assert rank.values["1001"] == rank.values["1050"]
    assert not income_rank(field("airport_distance", "province"), "household_income").inherited  # type: ignore[union-attr]


def test_a_layer_is_never_ranked_by_itself() -> None:
    rank = income_rank(field("household_income", "province"), "household_income")
    assert rank is not None
    assert rank.layer.id == "gpp_per_person"


def test_income_is_of_the_nearest_year_not_later() -> None:
    old = income_rank(field("gpp_per_person", "province", "2018"), "household_income")
    assert old is not None
    assert old.period == "2017"


@pytest.mark.parametrize("by", ["region", "province", "type"])
def test_every_authority_has_its_group(by: str) -> None:
    assert grouping(field("website_on_record", "lao"), by).notna().all()


def test_a_part_is_counted_with_its_people() -> None:
    this = field("fixed_download", "province")
    count, people, share = part_of(this, this.values.index[:1])
    assert (count, people) == (1, 5_527_994)
    assert share == pytest.approx(5_527_994 / COUNTRY)


def test_the_catalogue_has_an_income_to_rank_by() -> None:
    assert {"household_income", "gpp_per_person"} <= set(catalogue())
