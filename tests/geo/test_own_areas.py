"""A reader's own areas: read from a file or refused in a sentence, joined from what lies inside them."""

import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import box, mapping

from geo.boundaries import shapes
from geo.measure import measure
from geo.own_areas import MOST_AREAS, MOST_BYTES, OwnAreasError, can_join, drawn, joined, read_areas
from geo.places import places
from geo.topology import decode
from geo.words import say


def geojson(*features: tuple[str, object]) -> bytes:
    listed = [{"type": "Feature", "properties": {"name": name}, "geometry": mapping(shape)} for name, shape in features]
    return json.dumps({"type": "FeatureCollection", "features": listed}).encode()


OUTLINES = shapes("province").geometry
PROVINCES = read_areas(geojson(*((code, OUTLINES[code]) for code in ("10", "50", "55"))))


@pytest.mark.parametrize("layer_id", ["schools_per_10000", "airport_distance", "people_per_house", "population_change"])
def test_the_outline_of_a_province_gives_the_province_s_own_value(layer_id):
    told = joined(PROVINCES, measure(layer_id, "district")).set_index("name")
    own = measure(layer_id, "province")
    for code in ("10", "50"):
        assert told.loc[code, "places"] == len(places("district", code))
        assert told.loc[code, "people"] == own.people[code]
        assert told.loc[code, "value"] == pytest.approx(own.values[code], rel=1e-3)


def test_counts_are_added_up():
    told = joined(PROVINCES, measure("air_stations", "province")).set_index("name")
    assert told["value"].to_dict() == measure("air_stations", "province").values[["10", "50", "55"]].to_dict()


def test_a_gap_leaves_no_value_where_too_few_people_are_covered():
    told = joined(PROVINCES, measure("media_literacy", "province")).set_index("name")
    assert told.loc["55", "covered"] == 0
    assert np.isnan(told.loc["55", "value"])


def test_a_score_that_stands_on_nothing_is_not_joined():
    assert not can_join(measure("media_literacy", "province").layer)
    assert joined(PROVINCES, measure("media_literacy", "province"))["value"].isna().all()


def test_an_area_without_any_middle_point_inside_has_no_answer():
    sea = read_areas(geojson(("sea", box(100.5, 11.0, 100.6, 11.1))))
    told = joined(sea, measure("density", "subdistrict")).iloc[0]
    assert told["places"] == 0
    assert np.isnan(told["value"])


@given(st.integers(0, 8), st.integers(1, 5))
def test_areas_that_split_the_country_split_its_people(corner, parts):
    cuts = np.linspace(97, 106, parts + 1) + np.concatenate([[0], np.full(parts - 1, corner / 20), [0]])
    strips = [(str(i), box(cuts[i], 5, cuts[i + 1], 21)) for i in range(parts)]
    told = joined(read_areas(geojson(*strips)), measure("density", "province"))
    assert told["people"].sum() == places("province")["people"].sum()


def test_what_the_browser_draws_has_one_area_each_in_the_order_of_the_file():
    back = decode(drawn(PROVINCES))
    assert back.codes == ["1", "2", "3"]
    for shape, code in zip(back.shapes, ("10", "50", "55"), strict=True):
        assert shape.symmetric_difference(OUTLINES[code]).area < 0.01 * OUTLINES[code].area


def test_crossing_lines_are_mended_and_points_passed_over():
    bow = {"type": "Polygon", "coordinates": [[[100, 13], [101, 14], [101, 13], [100, 14], [100, 13]]]}
    point = {"type": "Point", "coordinates": [100, 13]}
    told = {"type": "GeometryCollection", "geometries": [point, bow]}
    own = read_areas(json.dumps({"type": "Feature", "properties": None, "geometry": told}).encode())
    assert own.names == ("1",)
    assert own.shapes[0].is_valid
    assert own.shapes[0].area == pytest.approx(0.5)


def test_names_are_text_of_a_readable_length():
    assert read_areas(geojson(("<b>" * 100, box(100, 13, 101, 14)))).names[0] == ("<b>" * 100)[:80]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "no_geojson"),
        (b"\xff\xfe\x00", "no_geojson"),
        (b"[1, 2", "no_geojson"),
        (b"[]", "no_geojson"),
        (b'{"type": "Polygon"}', "no_geojson"),
        (b'{"type": "Polygon", "coordinates": [[["a", 1]]]}', "no_geojson"),
        (b'{"type": "Polygon", "coordinates": [[[100, NaN], [101, 13], [101, 14], [100, 13]]]}', "no_geojson"),
        (b'{"type": "Blob", "coordinates": []}', "no_geojson"),
        (b'{"type": "FeatureCollection", "features": []}', "no_polygons"),
        (b'{"type": "Point", "coordinates": [100, 13]}', "no_polygons"),
        (geojson(("utm", box(500_000, 1_500_000, 510_000, 1_510_000))), "elsewhere"),
        (geojson(("swapped", box(13, 100, 14, 101))), "elsewhere"),
        (geojson(*[("x", box(100, 13, 101, 14))] * (MOST_AREAS + 1)), "too_many"),
        (b" " * (MOST_BYTES + 1), "too_large"),
    ],
)
def test_a_file_without_areas_is_refused_with_a_sentence_in_both_languages(content, reason):
    with pytest.raises(OwnAreasError) as refused:
        read_areas(content)
    assert refused.value.reason == reason
    for lang in ("th", "en"):
        assert "{" not in say(lang)(f"own.{reason}", **refused.value.facts)
