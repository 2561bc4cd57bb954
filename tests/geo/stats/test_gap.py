"""Gap to a standard, and fair shares of what is counted."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.equity import disparity, fgt
from tests.geo.stats.drawn import places

approx = pytest.approx
standards = st.floats(1, 1e6)


def test_who_how_far_and_how_badly():
    # Below 80: 100 people short by 3/4 and 100 by 1/4, of 400.
    answers = [fgt([20, 60, 80], [100, 100, 200], 80, power) for power in (0, 1, 2)]
    assert answers == approx([0.5, 0.25, (9 / 16 + 1 / 16) / 4])


def test_a_place_at_the_standard_meets_it():
    assert fgt([80, 80], standard=80) == 0


def test_a_country_without_anything_has_the_whole_gap():
    assert [fgt([0, 0], [5, 7], 10, power) for power in (0, 1, 2)] == approx([1, 1, 1])


@pytest.mark.parametrize("standard", [0, -5, np.nan, np.inf, None])
def test_a_standard_must_be_above_zero(standard):
    with pytest.raises(ValueError, match=f"the standard must be a number above 0, {standard} given"):
        fgt([1, 2], standard=standard)


def test_other_powers_are_refused():
    with pytest.raises(ValueError, match="power must be 0"):
        fgt([1, 2], standard=1, power=3)


@given(places(), standards)
def test_how_badly_is_never_more_than_how_far_and_that_never_more_than_who(drawn, standard):
    who, far, badly = (fgt(*drawn, standard, power) for power in (0, 1, 2))
    assert 0 <= badly <= far + 1e-12
    assert far <= who + 1e-12
    assert who <= 1
    assert far**2 <= badly * who + 1e-12


@given(places(), standards, st.sampled_from([0, 1, 2]))
def test_more_for_one_place_never_widens_the_gap(drawn, standard, power):
    values, people = drawn
    assert fgt([values[0] + 10, *values[1:]], people, standard, power) <= fgt(values, people, standard, power) + 1e-12


@given(places(), standards, st.sampled_from([0, 1, 2]))
def test_the_gap_of_all_is_the_mean_gap_of_the_groups(drawn, standard, power):
    values, people = drawn
    each = [fgt([value], None, standard, power) for value in values]
    assert fgt(values, people, standard, power) == approx(np.average(each, weights=people), abs=1e-9)


def test_disparity_by_hand():
    codes = ["10", "50", "90"]
    points = disparity(pd.Series([60, 30, 10], codes), pd.Series([100, 200, 100], codes))
    assert points.to_dict() == approx({"10": 35, "50": -20, "90": -15})
    assert disparity([60, 30, 10], pd.Series([100, 200, 100], codes)).index.tolist() == codes
    assert isinstance(disparity([1, 2], [1, 2]), np.ndarray)


def test_a_place_without_people_that_has_something_has_more_than_its_share():
    assert disparity([1, 1], [0, 5]).tolist() == approx([50, -50])


@pytest.mark.parametrize(
    ("resource", "baseline", "sentence"),
    [
        ([0, 0], [1, 2], "resource is zero in all 2 places"),
        ([1, 2], [0, 0], "baseline is zero in all 2 places"),
        ([1, np.nan], [1, 2], "1 of 2 resource are missing"),
        ([1, 2], [1, -2], "1 of 2 baseline are negative; first is place number 2"),
        ([1, 2], [1, 2, 3], "2 resource, 3 baseline given"),
    ],
)
def test_shares_of_nothing_are_refused(resource, baseline, sentence):
    with pytest.raises(ValueError, match=f"disparity: .*{sentence}"):
        disparity(resource, baseline)


@given(places())
def test_shares_above_and_below_fair_cancel_out(drawn):
    points = disparity(*drawn)
    assert points.sum() == approx(0, abs=1e-9)
    assert (np.abs(points) <= 100).all()
    assert disparity(drawn[0], drawn[0]).tolist() == [0] * len(points)
