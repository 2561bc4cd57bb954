"""Classes of a map: every number in exactly one, bounds that rise, labels that never overlap."""

from decimal import Decimal
from itertools import combinations, pairwise

import mapclassify
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.classify import assign, breaks, histogram, labels

approx = pytest.approx

METHODS = ["quantile", "equal", "natural", "std", "pretty"]
numbers = st.floats(-1e6, 1e6, allow_subnormal=False).map(lambda number: round(number, 4))
# Few different numbers make ties and constants as likely as they are in coverage layers.
columns = st.one_of(
    st.lists(numbers, min_size=1, max_size=60),
    st.lists(st.sampled_from([0.0, 0.1, 99.9, 100.0]), min_size=1, max_size=60),
    st.lists(st.floats(-10, 14).map(lambda power: 10.0**power), min_size=1, max_size=60),
)


def test_quantile_puts_as_many_places_in_each_class():
    assert np.bincount(assign(range(100), breaks(range(100), "quantile", k=4))).tolist() == [25, 25, 25, 25]


def test_equal_classes_are_equally_wide():
    assert breaks([0, 3, 50, 100], "equal", k=4).tolist() == [25, 50, 75, 100]


def test_natural_finds_the_groups_a_reader_sees():
    assert breaks([1, 2, 1, 40, 41, 90, 92], "natural", k=3).tolist() == [2, 41, 92]


def test_std_is_one_deviation_wide_around_the_mean():
    # Mean 5, deviation 2 (the textbook column), so with five classes the inner ends are 2, 4, 6 and 8.
    assert breaks([2, 4, 4, 4, 5, 5, 7, 9], "std", k=5).tolist() == approx([2, 4, 6, 8, 9])


def test_pretty_ends_at_round_numbers_and_still_includes_the_largest():
    assert breaks([0.03, 0.1, 0.4, 0.5, 0.97], "pretty", k=5).tolist() == [0.2, 0.4, 0.6, 0.8, 0.97]
    assert breaks([1200, 2500, 3100, 8000, 9700], "pretty", k=5).tolist() == [2000, 4000, 6000, 8000, 9700]
    assert breaks([0.12, 0.31, 0.38], "pretty", k=3).tolist() == [0.2, 0.3, 0.38]


def test_manual_ends_stay_as_given_so_that_two_years_can_be_compared():
    assert breaks([3, 60, 62], "manual", manual=[100, 50, 75, 95]).tolist() == [50, 75, 95, 100]
    assert breaks([3, 60, 120], "manual", manual=[50, 75]).tolist() == [50, 75, 120]


def test_a_place_without_data_is_in_no_class_and_moves_no_bound():
    with_gaps = [1, 2, np.nan, 3, np.inf, -np.inf]
    for method in METHODS:
        assert breaks(with_gaps, method, k=2).tolist() == breaks([1, 2, 3], method, k=2).tolist()
    assert assign(with_gaps, [2, 3]).tolist() == [0, 0, -1, 1, -1, -1]


@pytest.mark.parametrize("method", METHODS)
def test_a_constant_column_is_one_class(method):
    assert breaks([5, 5, 5, 5], method).tolist() == [5]


@pytest.mark.parametrize("method", METHODS)
def test_few_different_values_give_fewer_classes(method):
    assert len(breaks([0, 0, 0, 100, 100], method, k=7)) <= 2


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (([1, 2], "jenks"), "no method 'jenks'"),
        (([1, 2], "equal", 0), "at least 1 class, 0 asked for"),
        (([np.nan, np.nan],), "none of 2 values is a finite number"),
        (([1, 2], "manual"), "needs finite upper ends in manual=, None given"),
        (([1, 2], "manual", 5, [1, np.nan]), "needs finite upper ends"),
        (([1, 2], "manual", 5, []), "needs finite upper ends"),
    ],
)
def test_wrong_requests_are_answered_with_a_sentence(arguments, sentence):
    with pytest.raises(ValueError, match=sentence):
        breaks(*arguments)


def test_labels_never_share_a_number_and_end_with_the_largest():
    assert [label.text for label in labels([9.9, 19.9, 29.94], lowest=0.04)] == ["0.0–9.9", "10.0–19.9", "20.0–30.0"]


def test_labels_show_more_decimals_when_bounds_would_read_the_same():
    assert [label.text for label in labels([0.31, 0.34, 0.42], lowest=0.3)] == ["0.30–0.31", "0.32–0.34", "0.35–0.42"]


def test_labels_group_thousands_and_keep_negative_numbers_readable():
    assert [label.text for label in labels([1500, 98_000], lowest=0, decimals=0)] == ["0–1,500", "1,501–98,000"]
    assert [label.text for label in labels([-5, 2], lowest=-9, decimals=0)] == ["−9 – −5", "−4 – 2"]


def test_a_class_with_one_number_is_labelled_with_one_number():
    assert [label.text for label in labels([7.0], lowest=7.0)] == ["7.0"]


def test_a_standard_is_met_by_a_value_equal_to_it():
    ladder = [50, 75, 95, 100]
    assert assign([75.0], ladder, closed="lower").tolist() == [2]
    assert labels(ladder, 0, decimals=0, closed="lower")[2].text == "75–94"


def test_histogram_of_one_value_is_one_bar():
    counts, edges = histogram([4, 4, np.nan], [4])
    assert counts.sum() == counts.max() == 2
    assert (np.diff(edges) > 0).all()


def test_histogram_reaches_the_last_fixed_bound():
    counts, edges = histogram([0, 30, 60], [50, 100], bins=4)
    assert counts.tolist() == [1, 1, 1, 0]
    assert edges[-1] == 100


@given(columns, st.sampled_from(METHODS), st.integers(1, 9))
def test_every_number_is_in_exactly_one_class(column, method, k):
    bounds = breaks(column, method, k)
    assert 1 <= len(bounds) <= k
    assert bounds[-1] == max(column)
    assert (np.diff(bounds) > 0).all()
    lows = np.append(-np.inf, bounds[:-1])
    homes = [(lows < number) & (number <= bounds) for number in column]
    assert all(home.sum() == 1 for home in homes)
    assert assign(column, bounds).tolist() == [int(np.flatnonzero(home)[0]) for home in homes]


@given(columns, st.sampled_from(["quantile", "natural"]), st.integers(1, 9))
def test_quantile_and_natural_leave_no_class_empty(column, method, k):
    bounds = breaks(column, method, k)
    assert (np.bincount(assign(column, bounds), minlength=len(bounds)) > 0).all()


@given(columns, st.sampled_from(METHODS), st.randoms(use_true_random=False))
def test_the_order_of_places_moves_no_bound(column, method, shuffle):
    mixed = list(column)
    shuffle.shuffle(mixed)
    assert breaks(mixed, method).tolist() == breaks(column, method).tolist()


@given(columns, st.sampled_from(METHODS), st.integers(0, 2), st.sampled_from(["upper", "lower"]))
def test_labels_follow_one_another_without_touching(column, method, decimals, closed):
    texts = [label.text for label in labels(breaks(column, method), min(column), decimals, closed)]
    # As written, since a number with more than 15 digits is not the same once it is a float.
    ends = [
        [Decimal(end) for end in text.replace(",", "").replace(" ", "").replace("−", "-").split("–")] for text in texts
    ]
    assert all(end[0] <= end[-1] for end in ends)
    assert all(before[-1] < after[0] for before, after in pairwise(ends))
    assert ends[0][0] <= Decimal(str(min(column)))
    assert ends[-1][-1] >= Decimal(str(max(column)))


@given(columns)
def test_histogram_counts_every_number_once(column):
    counts, edges = histogram([*column, np.nan], breaks(column))
    assert counts.sum() == len(column)
    assert len(edges) == len(counts) + 1


@given(st.lists(st.integers(-50, 50), min_size=2, max_size=9), st.integers(2, 4))
def test_natural_is_the_best_of_all_groupings(column, k):
    def left_inside(bounds):
        classes = assign(column, bounds)
        return sum(np.var(group) * len(group) for c in set(classes) if len(group := np.array(column)[classes == c]))

    distinct = sorted(set(column))
    k = min(k, len(distinct))
    best = min(left_inside([*ends, distinct[-1]]) for ends in combinations(distinct[:-1], k - 1))
    assert left_inside(breaks(column, "natural", k)) == approx(best, abs=1e-7)


@pytest.mark.parametrize("k", [2, 5, 7])
def test_natural_agrees_with_mapclassify(k):
    column = np.random.default_rng(7).lognormal(size=200)
    assert breaks(column, "natural", k).tolist() == approx(mapclassify.FisherJenks(column, k).bins.tolist())


@pytest.mark.parametrize("k", [3, 5])
def test_quantile_agrees_with_mapclassify(k):
    column = np.random.default_rng(8).normal(size=201)
    assert breaks(column, "quantile", k).tolist() == approx(mapclassify.Quantiles(column, k).bins.tolist())


@pytest.mark.parametrize("bounds", [[1, 1], [2, 1], [0, 5, 5]])
def test_labels_refuse_bounds_that_do_not_rise(bounds):
    with pytest.raises(ValueError, match="upper bounds must rise"):
        labels(bounds, 0)
