"""What a reader asks of the classes: read from an address or a box, and turned into what the map draws."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

import layers
from geo.classes import METHODS, Lock, Wish, as_described, has_standard, read_ends, read_lock, typed_ends, written
from geo.layer import ITU_BANDS, Layer, Standard
from geo.words import Text, say
from tests.geo.test_layer import SOUND

SAY = say("en")
ends = st.lists(st.floats(-1e12, 1e12, allow_nan=False), min_size=1, max_size=8, unique=True).map(sorted)


def told(wish: Wish, layer: Layer = SOUND) -> dict:
    return as_described(wish, layer.named("small"), "en", "provinces", SAY)


@given(ends)
def test_ends_come_back_from_an_address_as_the_very_same_numbers(numbers):
    assert read_ends(written(numbers)) == tuple(numbers)


@given(ends)
def test_a_lock_comes_back_from_an_address_as_it_was(numbers):
    lock = Lock("density", numbers[0] - 1.0, tuple(numbers))
    if lock.lowest <= numbers[0]:
        assert read_lock(lock.text()) == lock


@pytest.mark.parametrize(
    "text", ["", "a", "1,,2", "nan", "inf", "1e999", "-1e308,1", "1,2,3,4,5,6,7,8,9", "<b>", "1_0", "0x1"]
)
def test_what_is_no_list_of_ends_is_refused(text):
    assert read_ends(text) is None


@pytest.mark.parametrize(
    "text", ["density", "density:", "density:1", "1,2", "density:3,2,1", "density:1,2,2", "<b>:1,2"]
)
def test_what_is_no_lock_is_refused(text):
    assert read_lock(text) is None


def test_a_comma_is_refused_where_a_reader_types_since_it_has_two_meanings():
    assert typed_ends("1,000 2,000") is None
    assert typed_ends(" 50;75  95 ") == (50, 75, 95)
    assert typed_ends("−5 5") == (-5, 5)


def test_a_lock_comes_before_every_other_wish_and_only_for_its_own_layer():
    lock = Lock("small", 0.0, (5.0, 10.0))
    made = told(Wish("standard", 7, (1.0,), (lock._replace(layer="other", ends=(1.0,)), lock)))
    assert (made["bounds"], made["lowest"], made["open_ends"]) == ((5.0, 10.0), 0.0, True)
    assert "bounds" not in told(Wish("natural", 7, (), (lock._replace(layer="other"),)))


@pytest.mark.parametrize("method", [way for way in METHODS if way not in ("standard", "manual")])
def test_a_method_and_a_number_pass_through(method):
    made = told(Wish(method, 7))
    assert (made["method"], made["k"]) == (method, 7)
    assert SAY(f"legend.{method}") in made["how"]


def test_the_bands_of_the_itu_begin_at_50_75_and_95():
    # ITU, "Universal and meaningful connectivity": limited under 50, satisfactory from 50, advanced from 75, target 95.
    made = told(Wish("standard"), replace(SOUND, ladder=ITU_BANDS))
    assert (made["bounds"], made["lowest"], made["closed"]) == ((50, 75, 95, 100), 0, "lower")
    assert made["class_names"] == ["limited", "satisfactory", "advanced", "target met"]
    assert "International Telecommunication Union" in made["how"]


@pytest.mark.parametrize(
    ("better", "bounds", "closed", "first"),
    [
        ("higher", (56, 72, 80, 100), "lower", "more than 30 % short"),
        ("lower", (80, 88, 104, 105), "upper", "meets the standard"),
    ],
)
def test_a_standard_has_four_classes_around_it(better, bounds, closed, first):
    layer = replace(SOUND, better=better, standard=Standard(80, Text("ใคร", "somebody")))
    made = told(Wish("standard"), layer)
    assert made["bounds"] == pytest.approx(bounds)
    assert (made["closed"], made["class_names"][0]) == (closed, first)
    assert "somebody" in made["how"]


def test_a_standard_at_the_end_of_the_scale_still_has_classes_that_rise():
    layer = replace(SOUND, standard=Standard(100, Text("ใคร", "somebody")))
    bounds = told(Wish("standard"), layer)["bounds"]
    assert list(bounds) == sorted(set(bounds))


def test_where_nobody_set_a_standard_the_legend_says_so():
    made = told(Wish("standard"))
    assert not has_standard(SOUND)
    assert made["method"] == "quantile"
    assert made["notes"] == (SAY("legend.no_standard"),)


def test_bands_of_connectivity_are_used_only_where_connections_are_counted():
    banded = {key for key, layer in layers.declared().items() if layer.ladder is ITU_BANDS}
    assert banded == {"internet_users_northeast"}
