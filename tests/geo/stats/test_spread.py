"""Gini, Atkinson and Hoover: by hand, by law, and against the package ``inequality``."""

import inequality
import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.stats.equity import atkinson, gini, hoover, theil_t
from tests.geo.stats.drawn import places, positive

approx = pytest.approx
ONE_NUMBER = [gini, hoover, theil_t, atkinson]
one_number = pytest.mark.parametrize("measure", ONE_NUMBER)


def test_one_of_four_has_everything():
    # Three of four have nothing: area under the curve 1/8, so Gini 1 - 2/8; 3/4 of everything would have to move.
    assert gini([0, 0, 0, 8]) == 0.75
    assert hoover([0, 0, 0, 8]) == 0.75


def test_gini_of_1_to_4():
    # Mean absolute difference over all pairs 20/16, over twice the mean 5: 1/4.
    assert gini([1, 2, 3, 4]) == approx(0.25)


def test_people_count_and_not_places():
    # 300 people have 1 each and 100 have 5: of 800, the poorer three quarters have 3/8, so Gini 3/4 - 3/8.
    assert gini([1, 5], [300, 100]) == approx(0.375)


def test_atkinson_is_what_could_be_given_up():
    # Equally-distributed equivalents of 1 and 9, mean 5: ((1 + 3) / 2)^2 = 4, sqrt(9) = 3, and 2 / (1 + 1/9) = 1.8.
    assert atkinson([1, 9], epsilon=0.5) == approx(1 - 4 / 5)
    assert atkinson([1, 9], epsilon=1) == approx(1 - 3 / 5)
    assert atkinson([1, 9], epsilon=2) == approx(1 - 1.8 / 5)


def test_atkinson_without_aversion_sees_no_gap():
    assert atkinson([0, 100], epsilon=0) == 0


@pytest.mark.parametrize("epsilon", [-0.1, np.nan, np.inf])
def test_atkinson_refuses_an_aversion_that_means_nothing(epsilon):
    with pytest.raises(ValueError, match="epsilon must be 0 or more and finite"):
        atkinson([1, 2], epsilon=epsilon)


@one_number
@pytest.mark.parametrize(("values", "people"), [([7.3], None), ([7.3] * 3, [10, 0, 400]), ([7.3, 1], [5, 0])])
def test_equal_or_single_places_have_no_gap(measure, values, people):
    assert measure(values, people) == 0


@one_number
@given(places(positive), st.floats(1e-6, 1e6))
def test_another_unit_changes_nothing(measure, drawn, factor):
    values, people = drawn
    assert measure([value * factor for value in values], people) == approx(measure(values, people), abs=1e-9)


@one_number
@given(places(positive), st.integers(2, 5))
def test_copying_the_country_changes_nothing(measure, drawn, times):
    values, people = drawn
    assert measure(values * times, people * times) == approx(measure(values, people), abs=1e-9)


@one_number
@given(places(positive), st.floats(0.1, 0.9))
def test_splitting_a_place_changes_nothing(measure, drawn, part):
    values, people = drawn
    split = [people[0] * part, people[0] * (1 - part), *people[1:]]
    assert measure([values[0], *values], split) == approx(measure(values, people), abs=1e-9)


@one_number
@given(places(positive), st.randoms(use_true_random=False))
def test_the_order_of_places_changes_nothing(measure, drawn, shuffle):
    rows = list(zip(*drawn, strict=True))
    shuffle.shuffle(rows)
    values, people = zip(*rows, strict=True)
    assert measure(values, people) == approx(measure(*drawn), abs=1e-9)


@one_number
@given(places(positive, smallest=2), st.floats(0.01, 0.49))
def test_taking_from_richer_people_for_poorer_people_never_widens_the_gap(measure, drawn, part):
    values, people = np.array(drawn[0]), np.maximum(drawn[1], 1)
    poor, rich = int(values.argmin()), int(values.argmax())
    assume(values[rich] > 1.01 * values[poor])
    moved = part * (values[rich] - values[poor]) * min(people[poor], people[rich])
    after = values.copy()
    after[rich] -= moved / people[rich]
    after[poor] += moved / people[poor]
    assert measure(after, people) <= measure(values, people) + 1e-12


@given(places(positive, smallest=2), st.floats(0.05, 0.45))
def test_the_transfer_narrows_every_gap_between_two_equal_places(drawn, part):
    low, high = sorted(drawn[0][:2])
    assume(high > 1.01 * low)
    moved = part * (high - low)
    for measure in ONE_NUMBER:
        assert measure([low + moved, high - moved]) < measure([low, high])


@given(places())
def test_shares_stay_between_0_and_1(drawn):
    for measure in (gini, hoover):
        assert 0 <= measure(*drawn) < 1
    for epsilon in (0.5, 1 - 1e-9):
        assert 0 <= atkinson(*drawn, epsilon=epsilon) <= 1


@given(places(positive), st.floats(0, 3), st.floats(0, 3))
def test_atkinson_rises_with_aversion(drawn, one, other):
    low, high = sorted([one, other])
    assert atkinson(*drawn, epsilon=low) <= atkinson(*drawn, epsilon=high) + 1e-9


@given(places(positive))
def test_atkinson_has_no_jump_at_1(drawn):
    at_one = atkinson(*drawn, epsilon=1)
    assert atkinson(*drawn, epsilon=1 - 1e-9) == approx(at_one, abs=1e-6)
    assert atkinson(*drawn, epsilon=1 + 1e-9) == approx(at_one, abs=1e-6)


@given(places())
def test_gini_is_half_the_mean_difference_of_all_pairs(drawn):
    values, people = (np.array(column, dtype=float) for column in drawn)
    part = people / people.sum()
    pairs = np.abs(values[:, None] - values[None, :])
    assert gini(*drawn) == approx(part @ pairs @ part / (2 * (part @ values)), abs=1e-9)


# The package has no population weights: people are told as that many rows.
EXPANDED = np.repeat([12.0, 30.5, 7.0, 55.0], [3, 1, 4, 2])


def test_gini_agrees_with_inequality():
    assert gini([12.0, 30.5, 7.0, 55.0], [3, 1, 4, 2]) == approx(inequality.gini.Gini(EXPANDED).g)


@pytest.mark.parametrize("epsilon", [0.5, 1, 1.5])
def test_atkinson_agrees_with_inequality(epsilon):
    assert atkinson([12.0, 30.5, 7.0, 55.0], [3, 1, 4, 2], epsilon) == approx(
        inequality.atkinson.Atkinson(EXPANDED, epsilon).A
    )
