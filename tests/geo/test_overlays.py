"""The points that may be laid over a map: all there, in the right place, honest about what they are."""

from __future__ import annotations

import pytest

from geo import overlays, store
from geo.overlays import KINDS, overlay
from geo.places import places
from geo.problems import SourceError

# Published counts; two of the 37 smart cities have no point that can be trusted.
NUMBERS = {
    "lao_office": 7_850,
    "district_office": 926,
    "province_hall": 76,
    # Subdistricts with a listed school.
    "school": 7_280,
    "smart_city": 35,
    "air_station": 173,
    "weather_station": 132,
    "airport": 34,
    "power_plant": 171,
    "exchange": 5,
    "landing": 4,
}


@pytest.mark.parametrize(("kind", "number"), NUMBERS.items())
def test_every_kind_has_its_recorded_points_with_a_name_in_both_languages(kind: str, number: int) -> None:
    points = overlay(kind)
    assert list(points.columns) == overlays.COLUMNS + (["value"] if KINDS[kind].counted else [])
    assert (len(points), points["id"].is_unique) == (number, True)
    assert (points[["name_th", "name_en"]] != "").all().all()
    assert points["lat"].between(5.5, 20.5).all()
    assert points["lon"].between(97.3, 105.7).all()


def test_every_kind_is_counted_here() -> None:
    assert set(NUMBERS) == set(KINDS)


def test_a_body_whose_point_is_not_its_office_says_so() -> None:
    notes = overlay("lao_office").set_index("id")["note_en"]
    derived = places("lao")["point_source"] == "derived"
    # 1,461 points are derived from the area.
    assert derived.sum() == 1_461
    assert (notes[derived[derived].index] == "a point inside the area, not the office").all()
    assert (notes[derived[~derived].index] == "").all()


def test_schools_stand_at_the_middle_of_their_subdistrict_and_none_is_invented() -> None:
    points = overlay("school").set_index("id")
    homes = places("subdistrict").loc[points.index]
    assert (points[["lat", "lon"]] == homes[["lat", "lon"]]).all().all()
    assert set(points["note_en"]) == {"at the middle of the subdistrict, not where they stand"}
    counted = store.values("schools", "schools.csv").set_index("area_code")["value"]
    assert points["value"].sum() == counted[counted.index.str.len() == 6].sum()
    assert points.loc[points.index.str.startswith("10"), "value"].sum() <= counted["10"]


def test_points_are_kept_within_the_places_asked_for() -> None:
    assert set(overlay("district_office", "10")["area_code"].str[:2]) == {"10"}
    assert overlay("district_office", "1001")["id"].tolist() == ["D-1001"]
    assert set(overlay("air_station", ["10", "5001"])["area_code"].str[:4]) >= {"5001", "1015"}
    assert set(overlay("airport", "north")["area_code"].str[:2]) <= set(places("province", "north").index)
    assert len(overlay("landing", "1001")) == 0


@pytest.mark.parametrize("kind", sorted(NUMBERS))
def test_regions_split_the_points_of_a_kind_without_loss(kind: str) -> None:
    regions = sorted(set(places("province")["region"]))
    assert sum(len(overlay(kind, region)) for region in regions) == NUMBERS[kind]


def test_an_unknown_kind_or_place_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no points of kind 'banks'; there are lao_office"):
        overlay("banks")
    with pytest.raises(ValueError, match="Atlantis"):
        overlay("airport", "Atlantis")


def test_strict_licences_leave_only_kinds_that_may_be_passed_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")
    assert set(overlays.kinds()) == {"school", "smart_city", "weather_station", "airport", "power_plant"}
    with pytest.raises(SourceError, match="data/exchanges_cables is left out"):
        overlay("exchange")


def test_every_kind_is_offered_without_the_switch(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("STRICT_LICENCES", raising=False)
    assert overlays.kinds() == list(KINDS)
