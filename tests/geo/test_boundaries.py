"""Outlines are the official ones: complete, without gap or overlap, each level the exact union of the one below."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pytest
import shapely
from pyproj import Geod

from geo.boundaries import DRAWN, METRIC_CRS, islands, neighbours, shapes
from geo.places import LEVELS, offices, places

# Equal areas all over the globe.
EQUAL_AREA = "EPSG:6933"


def km2(table: gpd.GeoDataFrame) -> gpd.GeoSeries:
    return table.geometry.to_crs(EQUAL_AREA).area / 1e6


@pytest.mark.parametrize(
    ("level", "count"),
    # COD-AB Thailand of 2022-01-22 (Royal Thai Survey Department): 77, 928 and 7,425 areas.
    [("country", 1), ("region", 6), ("province", 77), ("district", 928), ("subdistrict", 7425), ("lao", 5596)],
)
def test_every_level_is_complete_valid_and_sorted(level: str, count: int) -> None:
    table = shapes(level)
    assert len(table) == count
    assert table.index.name == "code"
    assert table.index.is_unique
    assert table.index.is_monotonic_increasing
    assert table.crs == "EPSG:4326"
    assert table.geometry.is_valid.all()
    assert shapely.contains_xy(table.geometry.to_numpy(), table["lon"], table["lat"]).all()


@pytest.mark.parametrize("level", ["region", "province", "district", "subdistrict", "lao"])
def test_no_two_areas_overlap_and_borders_are_shared_vertex_for_vertex(level: str) -> None:
    assert shapely.coverage_is_valid(shapes(level).geometry.to_numpy())


@pytest.mark.parametrize(("below", "above"), [("subdistrict", "district"), ("district", "province")])
def test_an_area_is_exactly_the_union_of_the_areas_below_it(below: str, above: str) -> None:
    whole, parts = shapes(above), shapes(below)
    joined = parts.geometry.groupby(parts.index.str[: DRAWN[above]]).apply(
        lambda held: shapely.coverage_union_all(held.to_numpy())
    )
    assert joined.index.tolist() == whole.index.tolist()
    assert all(shapely.equals(joined.to_numpy(), whole.geometry.to_numpy()))


def test_regions_and_the_country_are_exactly_their_provinces_and_no_lake_is_left_out() -> None:
    country = shapes("country").geometry.iloc[0]
    assert country.equals(shapely.coverage_union_all(shapes("region").geometry.to_numpy()))
    assert shapely.coverage_union_all(shapes("province").geometry.to_numpy()).equals(country)
    assert sum(len(part.interiors) for part in shapely.get_parts(country)) == 0


def test_the_country_is_as_large_as_published() -> None:
    # Detailed COD-AB layer, measured when it was cleaned: 515,403 km2. Official sum of the provinces: 513,120 km2.
    assert km2(shapes("subdistrict")).sum() == pytest.approx(515_403, rel=1e-4)
    assert km2(shapes("country")).sum() == pytest.approx(513_120, rel=5e-3)


def test_no_outline_is_off_by_more_than_3_percent_of_the_area_measured_on_the_detailed_line() -> None:
    for level, most in (("subdistrict", 0.03), ("district", 0.02), ("province", 0.001)):
        table = shapes(level)
        assert (km2(table) / table["area_km2"] - 1).abs().max() < most


def test_bueng_kan_the_province_of_2011_is_there() -> None:
    assert shapes("province").at["38", "area_km2"] == pytest.approx(3991, abs=1)
    assert len(shapes("district", within="38")) == 8


def test_all_7436_present_subdistricts_are_reached_through_7425_polygons() -> None:
    table = shapes("subdistrict")
    reached = {now: code for code, held in table["current_codes"].items() for now in held.split(",")}
    assert len(reached) == 7436
    known = places("subdistrict")["polygon_code"]
    assert reached == known.to_dict()
    older = table[table["drawn_older"]]
    # Royal Gazette: khwaeng of Bangkok on 2017-07-26, and Tha Faek on 2015-02-14, 19 present subdistricts in all.
    assert sum(len(held.split(",")) for held in older["current_codes"]) == 19
    assert older.index.tolist() == ["100905", "101401", "102601", "103401", "104401", "104701", "105001", "530306"]


def test_tha_faek_is_found_in_its_present_district_and_both_districts_say_they_are_drawn_older() -> None:
    assert "530306" in shapes("subdistrict", within="5304").index
    assert "530306" not in shapes("subdistrict", within="5303").index
    assert shapes("subdistrict", within="530407").index.tolist() == ["530306"]
    districts = shapes("district")
    assert districts.index[districts["drawn_older"]].tolist() == ["5303", "5304"]
    assert not shapes("province")["drawn_older"].any()


def test_within_takes_a_place_an_office_or_a_list() -> None:
    assert len(shapes("subdistrict", within="10")) == 169
    assert shapes("province", within="north").index.tolist() == list(offices()["north"].provinces)
    assert shapes("province", within=["10", "50"]).index.tolist() == ["10", "50"]
    assert shapes("district", within=["1001", "5001"]).index.tolist() == ["1001", "5001"]


def test_a_local_body_is_drawn_as_the_subdistricts_it_covers() -> None:
    tambon, bodies = shapes("subdistrict").geometry, shapes("lao").geometry
    # Bang Duan's organisation covers tambon Bang Duan; the city of Phuket covers Talat Yai and Talat Nuea.
    assert bodies["6110111"].equals(tambon["110113"])
    assert bodies["3830102"].equals(shapely.coverage_union_all(tambon[["830101", "830102"]].to_numpy()))


def test_what_does_not_exist_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="'village' is not a level; choose one of country, region, province"):
        shapes("village")
    with pytest.raises(ValueError, match="there is no province '99'"):
        shapes("district", within="99")
    with pytest.raises(ValueError, match="'village' is not a level"):
        neighbours("village")


def test_strict_licences_leave_no_local_outlines(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")
    assert len(shapes("lao")) == 0
    assert shapes("lao").columns.tolist() == ["area_km2", "lon", "lat", "drawn_older", "geometry"]
    assert neighbours("lao") == {}
    assert len(shapes("subdistrict")) == 7425


@pytest.mark.parametrize("level", LEVELS)
def test_neighbours_are_mutual_sorted_and_nobody_is_left_alone(level: str) -> None:
    beside = neighbours(level)
    assert list(beside) == shapes(level).index.tolist()
    for code, around in beside.items():
        assert around == sorted(set(around) - {code})
        assert all(code in beside[other] for other in around)
        assert around or level == "country"


def test_neighbours_are_those_of_the_map() -> None:
    # Any map of Thailand: Phuket meets only Phang Nga, across the Sarasin bridge; Narathiwat Pattani and Yala.
    assert islands("province") == ["83"]
    assert neighbours("province")["83"] == ["82"]
    assert neighbours("province")["96"] == ["94", "95"]
    assert neighbours("region")["south"] == ["west"]
    # Samui and Pha-ngan are islands of Surat Thani, nearer to each other than to the shore.
    assert {"8404", "8405"} <= set(islands("district"))
    assert "8405" in neighbours("district")["8404"]


def test_neighbours_agree_with_the_outlines() -> None:
    table = shapes("district", within="50")
    codes, geometry = table.index.to_numpy(), table.geometry.to_numpy()
    one, other = shapely.STRtree(geometry).query(geometry, predicate="intersects")
    length = shapely.length(shapely.intersection(geometry[one], geometry[other]))
    met = {(codes[a], codes[b]) for a, b in zip(one[length > 0], other[length > 0], strict=True) if a != b}
    assert {(code, near) for code, around in neighbours("district", "50").items() for near in around} == met


def test_what_is_cut_off_by_the_choice_is_joined_to_the_nearest_of_it_and_one_alone_to_none() -> None:
    # Chiang Mai, Bangkok and Chon Buri touch nowhere (Bangkok and Chon Buri meet in the sea only).
    assert islands("province", ["10", "50", "90"]) == ["10", "50", "90"]
    assert neighbours("province", ["10", "50", "90"]) == {"10": ["50", "90"], "50": ["10"], "90": ["10"]}
    assert neighbours("province", "10") == {"10": []}
    assert islands("province", "10") == []


def test_a_cache_is_not_changed_by_who_reads_it() -> None:
    neighbours("region")["south"].append("moon")
    islands("province").append("moon")
    assert neighbours("region")["south"] == ["west"]
    assert islands("province") == ["83"]


def test_distances_on_the_metric_plane_are_true_to_an_eighth_of_a_percent() -> None:
    corners = shapely.get_coordinates(shapes("country").geometry.iloc[0])[::50]
    start, end = corners, corners + np.array([0.0, 0.01])
    line = gpd.GeoSeries([shapely.LineString(pair) for pair in zip(start, end, strict=True)], crs="EPSG:4326")
    metres = Geod(ellps="WGS84").inv(start[:, 0], start[:, 1], end[:, 0], end[:, 1])[2]
    assert line.to_crs(METRIC_CRS).length.to_numpy() == pytest.approx(metres, rel=0.00131)
