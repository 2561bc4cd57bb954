"""Every point is in exactly one area or is told to be outside, and distances are those on the ground."""

from __future__ import annotations

import geopandas as gpd
import numpy as np
import pandas as pd
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from geo.boundaries import METRIC_CRS, shapes
from geo.points import LEVELS, nearest, points

ANYTHING = st.one_of(
    st.floats(97, 106),
    st.floats(5, 21),
    st.floats(),
    st.none(),
    st.sampled_from(["", "13.75", "100.5", "north", "13°45'"]),
)


def at(*spots: tuple[object, object]) -> pd.DataFrame:
    return pd.DataFrame(
        {"lat": [lat for lat, _ in spots], "lon": [lon for _, lon in spots]}, dtype=object, index=range(len(spots))
    )


@pytest.mark.parametrize(
    ("level", "code"),
    [("country", "TH"), ("region", "central"), ("province", "10"), ("district", "1001"), ("subdistrict", "100101")],
)
def test_the_grand_palace_is_found_at_every_level(level: str, code: str) -> None:
    rows, outside = points(at((13.7500, 100.4913)), "lat", "lon", level)
    assert rows["area_code"].tolist() == [code]
    assert outside.empty


@pytest.mark.parametrize("level", LEVELS)
def test_a_point_inside_an_area_is_placed_in_that_area(level: str) -> None:
    areas = shapes(level)
    spots = shapely.get_coordinates(shapely.point_on_surface(areas.geometry.to_numpy()))
    rows, outside = points(pd.DataFrame({"y": spots[:, 1], "x": spots[:, 0]}), "y", "x", level)
    assert rows["area_code"].tolist() == areas.index.tolist()
    assert outside.empty


def test_a_point_on_a_shared_border_belongs_to_the_lowest_code() -> None:
    pattani, narathiwat = shapes("province").geometry[["94", "96"]]
    border = shapely.get_coordinates(shapely.intersection(pattani, narathiwat))
    rows, outside = points(pd.DataFrame({"lat": border[:, 1], "lon": border[:, 0]}), "lat", "lon", "province")
    assert set(rows["area_code"]) == {"94"}
    assert outside.empty


def test_a_point_in_the_sea_is_outside_with_the_nearest_area_and_how_far_it_is() -> None:
    # Two minutes of latitude are 3.7 km: due south of the southernmost point of Phuket's coast.
    phuket = shapes("province").geometry["83"]
    lon, lat = min(shapely.get_coordinates(phuket).tolist(), key=lambda spot: spot[1])
    rows, outside = points(at((lat - 2 / 60, lon)), "lat", "lon", "province")
    assert rows.empty
    assert outside["nearest_code"].tolist() == ["83"]
    assert outside["distance_km"].iloc[0] == pytest.approx(2 * 1.8434, rel=1e-3)
    assert outside["why"].tolist() == ["lies 3.7 km outside 83, the nearest province"]


@pytest.mark.parametrize(
    ("lat", "lon", "why"),
    [
        (None, 100.5, "missing or not a number"),
        ("", "100.5", "missing or not a number"),
        ("thirteen", 100.5, "missing or not a number"),
        (float("nan"), 100.5, "missing or not a number"),
        (float("inf"), 100.5, "missing or not a number"),
        (91, 100.5, "beyond the globe"),
        (13.75, -181, "beyond the globe"),
        (100.4913, 13.75, "exchanged"),
    ],
)
def test_coordinates_that_cannot_be_used_are_told_and_never_mended(lat: object, lon: object, why: str) -> None:
    rows, outside = points(at((lat, lon)), "lat", "lon", "district")
    assert rows.empty
    assert why in outside["why"].iloc[0]
    assert outside["nearest_code"].tolist() == [""]
    assert outside["distance_km"].isna().all()


@pytest.mark.parametrize(("lat", "lon"), [(0.0, 0.0), (-90.0, 0.0), (90.0, 180.0), (40.7, -74.0)])
def test_a_point_on_the_other_side_of_the_globe_is_only_far_outside(lat: float, lon: float) -> None:
    rows, outside = points(at((lat, lon)), "lat", "lon", "province")
    assert rows.empty
    assert 7_000 < outside["distance_km"].iloc[0] < 20_004


def test_the_nearest_area_is_the_nearest_of_all_for_many_points_at_once() -> None:
    # More points than one worker takes at a time, in no order; the plane's distance is within 0.13 % of the true one.
    chance = np.random.default_rng(2568)
    table = pd.DataFrame({"lat": chance.uniform(5, 21, 60_000), "lon": chance.uniform(97, 106, 60_000)})
    _, outside = points(table, "lat", "lon", "province")
    some = outside.sample(60, random_state=1)
    areas = shapes("province").geometry.to_crs(METRIC_CRS)
    spots = gpd.GeoSeries.from_xy(some["lon"], some["lat"], crs="EPSG:4326").to_crs(METRIC_CRS)
    for (code, km), spot in zip(some[["nearest_code", "distance_km"]].itertuples(index=False), spots, strict=True):
        every = areas.distance(spot)
        assert code == every.idxmin()
        assert km == pytest.approx(every.min() / 1000, rel=0.0014, abs=0.001)


def test_rows_keep_their_columns_order_and_index_even_if_labels_stand_twice() -> None:
    table = pd.DataFrame(
        {"name": list("abcd"), "lat": ["18.79", "1.0", "13.75", ""], "lon": ["98.98", "98.98", "100.49", ""]},
        index=[7, 7, 3, 3],
    )
    before = table.copy()
    rows, outside = points(table, "lat", "lon", "province")
    assert rows.index.tolist() == [7, 3]
    assert rows.columns.tolist() == ["name", "lat", "lon", "area_code"]
    assert rows["name"].tolist() == ["a", "c"]
    assert rows["area_code"].tolist() == ["50", "10"]
    assert outside["name"].tolist() == ["b", "d"]
    assert outside.columns.tolist() == ["name", "lat", "lon", "nearest_code", "distance_km", "why"]
    pd.testing.assert_frame_equal(table, before)


@settings(max_examples=25)
@given(st.lists(st.tuples(ANYTHING, ANYTHING), max_size=30))
def test_every_row_is_in_exactly_one_of_the_two_tables_in_its_order(spots: list[tuple[object, object]]) -> None:
    table = at(*spots)
    rows, outside = points(table, "lat", "lon", "province")
    assert sorted([*rows.index, *outside.index]) == list(range(len(table)))
    assert rows.index.is_monotonic_increasing
    assert outside.index.is_monotonic_increasing
    assert rows["area_code"].isin(shapes("province").index).all()
    assert (outside["why"] != "").all()
    assert (outside["nearest_code"] != "").equals(outside["distance_km"].notna())


def test_an_empty_table_has_no_points_and_all_columns() -> None:
    rows, outside = points(pd.DataFrame({"lat": [], "lon": []}), "lat", "lon", "province")
    assert rows.columns.tolist() == ["lat", "lon", "area_code"]
    assert outside.columns.tolist() == ["lat", "lon", "nearest_code", "distance_km", "why"]


def test_a_missing_column_or_an_unknown_level_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="the table has no column 'latitude'; it has lat, lon"):
        points(at((13.75, 100.5)), "latitude", "lon", "province")
    with pytest.raises(ValueError, match="level 'lao' has no areas for points"):
        points(at((13.75, 100.5)), "lat", "lon", "lao")


def test_the_nearest_service_is_as_far_as_the_geodesic_to_it() -> None:
    # One degree of latitude from 13 to 14 N on WGS 84 is 110.64 km; one of longitude at 13 N is 108.49 km.
    assert nearest([[13.0, 100.0]], [[14.0, 100.0], [20.0, 100.0]]) == pytest.approx([110.64], abs=0.01)
    assert nearest([[13.0, 100.0]], [[13.0, 101.0], [20.0, 100.0]]) == pytest.approx([108.49], abs=0.01)
    assert nearest(np.empty((0, 2)), [[13.0, 100.0]]).shape == (0,)


@settings(max_examples=25)
@given(
    homes=st.lists(st.tuples(st.floats(5, 21), st.floats(97, 106)), min_size=1, max_size=8),
    services=st.lists(st.tuples(st.floats(5, 21), st.floats(97, 106)), min_size=1, max_size=8),
)
def test_the_nearest_service_is_the_nearest_of_all(
    homes: list[tuple[float, float]], services: list[tuple[float, float]]
) -> None:
    geod = Geod(ellps="WGS84")
    every = [[geod.inv(b, a, d, c)[2] / 1000 for c, d in services] for a, b in homes]
    assert nearest(homes, services) == pytest.approx([min(row) for row in every], rel=1e-3, abs=1e-6)


@pytest.mark.parametrize("missing", [float("nan"), float("inf")])
def test_a_distance_without_coordinates_or_services_is_refused(missing: float) -> None:
    with pytest.raises(ValueError, match="1 of 2 homes have no coordinates"):
        nearest([[13.0, 100.0], [missing, 100.0]], [[13.0, 100.0]])
    with pytest.raises(ValueError, match="1 of 1 services have no coordinates"):
        nearest([[13.0, 100.0]], [[13.0, missing]])
    with pytest.raises(ValueError, match="no service to go to"):
        nearest([[13.0, 100.0]], np.empty((0, 2)))
