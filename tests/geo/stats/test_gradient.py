"""Whether provision leans to the richer places: concentration, Erreygers and the slope."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.stats.equity import concentration_index, erreygers, gini, slope_index
from tests.geo.stats.drawn import places, ranked_places

approx = pytest.approx
percentages = st.one_of(st.sampled_from([0.0, 50.0, 100.0]), st.floats(0, 100))


def test_concentration_by_hand():
    # Ranks 1/6, 3/6, 5/6; covariance (1 * -1/3 + 3 * 1/3) / 3 = 2/9; mean 2; C = 2 * 2/9 / 2.
    assert concentration_index([1, 2, 3], [10, 20, 30]) == approx(2 / 9)


def test_slope_by_hand():
    # 300 people at rank 0.375 with 40, 100 at 0.875 with 60: 20 over half the scale.
    assert slope_index([40, 60], [1, 2], [300, 100]) == approx(40)


def test_slope_of_a_loss_is_in_the_unit_and_may_start_below_zero():
    assert slope_index([-1, 1], [1, 2]) == approx(4)


def test_erreygers_reaches_1_when_the_richer_half_has_all_of_it():
    assert erreygers([0, 100], [1, 2]) == approx(1)
    assert erreygers([1, 0], [1, 2], high=1) == approx(-1)


def test_erreygers_of_no_coverage_anywhere_is_0():
    assert erreygers([0, 0, 0], [1, 2, 3]) == 0


@pytest.mark.parametrize("measure", [concentration_index, erreygers, slope_index])
def test_equal_values_lean_nowhere(measure):
    assert measure([33.3, 33.3, 33.3], [1, 2, 3], [7, 11, 13]) == 0


@pytest.mark.parametrize("measure", [concentration_index, erreygers])
def test_one_place_or_one_rank_leans_nowhere(measure):
    assert measure([5], [1]) == 0
    assert measure([5, 9], [1, 1]) == approx(0, abs=1e-15)


@pytest.mark.parametrize(
    ("values", "incomes", "people"), [([5], [1], None), ([5, 9], [1, 1], None), ([5, 9], [1, 2], [10, 0])]
)
def test_a_slope_needs_a_poorer_and_a_richer_end(values, incomes, people):
    with pytest.raises(ValueError, match="no poorer and no richer end"):
        slope_index(values, incomes, people)


def test_erreygers_refuses_values_outside_the_scale():
    with pytest.raises(ValueError, match=r"1 of 2 values lie outside 0..100; first is place number 2"):
        erreygers([50, 101], [1, 2])
    with pytest.raises(ValueError, match="low must be under high"):
        erreygers([50, 60], [1, 2], low=100, high=0)


def test_a_missing_income_is_refused():
    with pytest.raises(ValueError, match="concentration_index: 1 of 2 rank_by are missing"):
        concentration_index([1, 2], [1, np.nan])


@given(places())
def test_ranked_by_itself_concentration_is_the_gini(drawn):
    values, people = drawn
    assert concentration_index(values, values, people) == approx(gini(values, people), abs=1e-9)


@given(ranked_places())
def test_ranked_the_other_way_round_it_changes_its_sign(drawn):
    values, incomes, people = drawn
    turned = [-income for income in incomes]
    assert concentration_index(values, turned, people) == approx(
        -concentration_index(values, incomes, people), abs=1e-9
    )


@given(ranked_places(percentages))
def test_coverage_and_lack_of_coverage_mirror_each_other(drawn):
    values, incomes, people = drawn
    lacking = [100 - value for value in values]
    assert erreygers(lacking, incomes, people) == approx(-erreygers(values, incomes, people), abs=1e-12)


@given(ranked_places(percentages))
def test_erreygers_is_4_mean_c_over_the_range_and_stays_within_1(drawn):
    values, incomes, people = drawn
    mean = np.average(values, weights=people)
    bounded = erreygers(values, incomes, people)
    assert bounded == approx(4 * mean * concentration_index(values, incomes, people) / 100, abs=1e-9)
    assert abs(bounded) <= 1 + 1e-12


@given(ranked_places(), st.randoms(use_true_random=False))
def test_the_order_of_tied_places_does_not_matter(drawn, shuffle):
    rows = list(zip(*drawn, strict=True))
    shuffle.shuffle(rows)
    mixed = zip(*rows, strict=True)
    assert concentration_index(*mixed) == approx(concentration_index(*drawn), abs=1e-9)


@given(ranked_places(), st.floats(0.1, 0.9))
def test_splitting_a_place_changes_nothing(drawn, part):
    values, incomes, people = drawn
    split = [people[0] * part, people[0] * (1 - part), *people[1:]]
    assert concentration_index([values[0], *values], [incomes[0], *incomes], split) == approx(
        concentration_index(values, incomes, people), abs=1e-9
    )


@given(ranked_places(), st.floats(-1e3, 1e3), st.floats(0.01, 100))
def test_the_slope_follows_the_unit_and_forgets_the_level(drawn, level, unit):
    values, incomes, people = drawn
    assume(len({income for income, living in zip(incomes, people, strict=True) if living}) > 1)
    moved = [level + unit * value for value in values]
    largest = max(values) * unit + abs(level) + 1
    scale = largest * sum(people) / min(living for living in people if living)
    assert slope_index(moved, incomes, people) == approx(
        unit * slope_index(values, incomes, people), rel=1e-6, abs=1e-9 * scale
    )


@given(ranked_places(percentages))
def test_the_slope_is_the_weighted_least_squares_line(drawn):
    values, incomes, people = (np.array(column, dtype=float) for column in drawn)
    people = np.maximum(people, 1)
    assume(len(set(incomes)) > 1)
    rank = [(people[incomes < income].sum() + people[incomes == income].sum() / 2) / people.sum() for income in incomes]
    assume(np.std(rank) > 1e-3)
    root = np.sqrt(people / people.sum())
    line = np.linalg.lstsq(np.column_stack([root, root * rank]), root * values, rcond=None)[0]
    assert slope_index(values, incomes, people) == approx(line[1], rel=1e-5, abs=1e-5 * max(1, np.abs(line).max()))
