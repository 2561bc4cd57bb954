"""Lorenz and concentration curves, and the best served over the worst served."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.equity import concentration_curve, concentration_index, gini, lorenz, palma, tail_ratio
from tests.geo.stats.drawn import places, positive, ranked_places

approx = pytest.approx


def test_lorenz_by_hand():
    curve = lorenz([3, 1, 2], [10, 20, 10])
    # 20 people have 1 each, 10 have 2, 10 have 3: of 70 the worst half has 20.
    assert curve["people_share"].tolist() == approx([0, 0.5, 0.75, 1])
    assert curve["value_share"].tolist() == approx([0, 20 / 70, 40 / 70, 1])


def test_each_point_of_the_curve_says_which_place_ends_there():
    codes = pd.Index(["10", "50", "90"], name="code")
    assert lorenz(pd.Series([3.0, 1.0, 2.0], codes)).index.tolist() == ["", "50", "90", "10"]
    assert lorenz([3, 1, 2]).index.tolist() == [-1, 1, 2, 0]
    assert concentration_curve(pd.Series([3.0, 1.0, 2.0], codes), [9, 8, 7]).index.tolist() == ["", "90", "50", "10"]


def test_a_place_without_people_moves_no_point():
    curve = lorenz([1, 2, 3], [10, 0, 10])
    assert curve["people_share"].tolist() == [0, 0.5, 0.5, 1]
    assert curve["value_share"].tolist() == [0, 0.25, 0.25, 1]


def test_a_place_that_straddles_the_cut_counts_in_part():
    # The worst fifth of 100 people: 10 with 1 and 10 of the 90 with 3, mean 2; the best fifth all have 3.
    assert tail_ratio([1, 3], [10, 90]) == approx(1.5)


def test_tail_ratio_without_a_bottom_is_infinite():
    assert tail_ratio([0, 0, 5]) == float("inf")
    assert palma([0, 0, 0, 0, 5]) == float("inf")


def test_equal_places_have_no_gap():
    assert tail_ratio([7, 7, 7], [10, 90, 400]) == approx(1)
    assert palma([7, 7, 7], [10, 90, 400]) == approx(0.25)


def test_one_place_holds_everyone():
    assert tail_ratio([3, 9], [100, 0]) == approx(1)
    assert palma([3]) == approx(0.25)


@pytest.mark.parametrize("share", [0, -0.1, 0.51, float("nan")])
def test_tails_that_overlap_or_are_empty_are_refused(share):
    with pytest.raises(ValueError, match="share must lie above 0 and be at most"):
        tail_ratio([1, 2], share=share)


def test_tied_incomes_give_a_straight_stretch_in_any_order():
    rich_first = concentration_curve([5, 1, 4], [1, 1, 2], [10, 30, 20])
    poor_first = concentration_curve([1, 5, 4], [1, 1, 2], [30, 10, 20])
    assert rich_first["value_share"].iloc[2:].tolist() == approx(poor_first["value_share"].iloc[2:].tolist())
    slopes = rich_first.diff().eval("value_share / people_share")
    assert slopes.iloc[1] == approx(slopes.iloc[2])


@given(places())
def test_the_curve_rises_ever_steeper_from_0_to_1(drawn):
    curve = lorenz(*drawn).to_numpy()
    assert curve[0].tolist() == [0, 0]
    assert curve[-1].tolist() == [1, 1]
    steps = np.diff(curve, axis=0)
    assert (steps >= 0).all()
    # Cross products of neighbouring steps are slopes compared without dividing.
    some = steps[steps[:, 0] > 0]
    assert (some[:-1, 1] * some[1:, 0] <= some[1:, 1] * some[:-1, 0] + 1e-12).all()


@given(places())
def test_gini_is_twice_the_area_over_the_lorenz_curve(drawn):
    curve = lorenz(*drawn)
    assert gini(*drawn) == approx(1 - 2 * np.trapezoid(curve["value_share"], curve["people_share"]), abs=1e-9)


@given(ranked_places())
def test_the_index_is_twice_the_area_over_the_concentration_curve(drawn):
    values, incomes, people = drawn
    curve = concentration_curve(values, incomes, people)
    area = np.trapezoid(curve["value_share"], curve["people_share"])
    assert concentration_index(values, incomes, people) == approx(1 - 2 * area, abs=1e-9)


@given(places(positive), st.floats(0.05, 0.5))
def test_the_best_served_never_fare_worse(drawn, share):
    assert 1 <= tail_ratio(*drawn, share=share) <= max(drawn[0]) / min(drawn[0]) * (1 + 1e-9)


@given(places(positive), st.floats(0.1, 0.9))
def test_splitting_a_place_changes_no_tail(drawn, part):
    values, people = drawn
    split = [people[0] * part, people[0] * (1 - part), *people[1:]]
    assert tail_ratio([values[0], *values], split) == approx(tail_ratio(values, people))
    assert palma([values[0], *values], split) == approx(palma(values, people))


@given(places(positive), st.floats(1e-6, 1e6))
def test_another_unit_changes_no_ratio(drawn, factor):
    values, people = drawn
    assert tail_ratio([value * factor for value in values], people) == approx(tail_ratio(values, people))
    assert palma([value * factor for value in values], people) == approx(palma(values, people))
