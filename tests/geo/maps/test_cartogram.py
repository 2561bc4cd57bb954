"""Areas as circles by their people: surfaces tell people, none hides another, codes keep their order."""

from __future__ import annotations

import json
import math

import brotli
import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.drawings import topology_of
from geo.maps import cartogram
from geo.places import places
from geo.topology import decode, encode

spots = st.lists(
    st.tuples(st.floats(0, 20), st.floats(0, 20), st.integers(1, 10_000)),
    min_size=1,
    max_size=25,
    unique_by=lambda at: at[:2],
)


def overlap(at: np.ndarray, radius: np.ndarray) -> float:
    """The deepest overlap of two circles, in parts of the smaller one's radius."""
    far = np.hypot(*(at[:, None] - at[None]).transpose(2, 0, 1))
    deep = (radius[:, None] + radius[None] - far) / np.minimum(radius[:, None], radius[None])
    np.fill_diagonal(deep, 0)
    return float(deep.max())


def test_twice_the_people_take_twice_the_room():
    _, radius = cartogram.circles([[0, 0], [50, 0], [100, 0]], [100, 200, 400], land=1000)
    assert (math.pi * radius**2).tolist() == pytest.approx([60, 120, 240])


def test_circles_with_room_stay_where_their_areas_lie():
    at, _ = cartogram.circles([[0, 0], [50, 0]], [1, 1], land=10)
    assert at.tolist() == [[0, 0], [50, 0]]


def test_two_areas_at_one_spot_part_the_same_way_every_time():
    first, radius = cartogram.circles([[0, 0], [0, 0]], [1, 1], land=10)
    again, _ = cartogram.circles([[0, 0], [0, 0]], [1, 1], land=10)
    assert first.tolist() == again.tolist()
    assert overlap(first, radius) < 0.05


@settings(max_examples=30, deadline=None)
@given(spots)
def test_no_circle_stands_over_another_and_all_surfaces_add_up(drawn):
    numbers = np.array(drawn, dtype=float)
    at, radius = cartogram.circles(numbers[:, :2], numbers[:, 2], land=100)
    assert (math.pi * radius**2).sum() == pytest.approx(100 * cartogram.FILL)
    assert (radius**2 / numbers[:, 2]).tolist() == pytest.approx([float(radius[0] ** 2 / numbers[0, 2])] * len(radius))
    assert overlap(at, radius) < 0.05
    assert np.isfinite(at).all()


def test_an_area_without_people_is_refused():
    with pytest.raises(ValueError, match="1 of 2 areas have no people"):
        cartogram.circles([[0, 0], [1, 1]], [5, 0], land=1)


@pytest.mark.parametrize(("level", "budget"), [("province", 25_000), ("district", 80_000)])
def test_the_country_as_circles_keeps_codes_order_and_people(level, budget):
    land = topology_of(level)
    codes = decode(land).codes
    people = places(level)["people"].reindex(codes).to_numpy(dtype=float)
    drawn = cartogram.drawing(land, people)
    assert len(brotli.compress(drawn, quality=9)) < budget
    assert [area["id"] for area in json.loads(drawn)["objects"]["areas"]["geometries"]] == codes
    round_ones = shapely.transform(decode(drawn).shapes, cartogram.mercator)
    surface = shapely.area(round_ones)
    assert np.abs(surface / surface.sum() / (people / people.sum()) - 1).max() < 0.05
    at, radius = cartogram.mercator(decode(drawn).labels), np.sqrt(surface / math.pi)
    assert overlap(at, radius) < 0.05
    moved = np.hypot(*(at - cartogram.mercator(decode(land).labels)).T)
    assert np.median(moved) < 0.3
    assert moved.max() < 1.5


def test_a_circle_has_the_surface_of_its_people_though_it_is_drawn_with_corners():
    land = encode(
        ["10", "11"],
        [shapely.box(100, 0, 101, 1), shapely.box(103, 0, 104, 1)],
        np.array([[100.5, 0.5], [103.5, 0.5]]),
        2.0**-14,
    )
    drawn = decode(cartogram.drawing(land, [1, 3]))
    sizes = shapely.area(shapely.transform(drawn.shapes, cartogram.mercator))
    assert sizes[1] / sizes[0] == pytest.approx(3, rel=0.001)
    assert sizes.sum() == pytest.approx(2 * cartogram.FILL, rel=0.001)
