"""Ranges of shares and shrunk rates."""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.smallarea import empirical_bayes, wilson

approx = pytest.approx
counts = st.integers(1, 100_000).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n)))


def test_wilson_by_hand():
    # z = 2 (level 0.9545): (0.5 + 4/8 -+ 2 sqrt(0.25/4 + 4/64)) / (1 + 4/4) for 2 of 4: middle 0.5, reach 0.35355.
    low, high = wilson(2, 4, level=0.9544997361036416)
    assert (low, high) == (approx(0.5 - 0.125**0.5), approx(0.5 + 0.125**0.5))


def test_wilson_touches_the_ends_exactly():
    low, high = wilson([0, 7], [7, 7])
    assert low[0] == 0
    assert high[1] == 1
    assert high[0] == approx(1 - low[1])
    assert 0 < high[0] < 1


def test_wilson_keeps_the_codes_of_a_series():
    low, high = wilson(pd.Series([1, 2], ["10", "50"]), pd.Series([10, 10], ["10", "50"]))
    assert low.index.tolist() == high.index.tolist() == ["10", "50"]


@pytest.mark.parametrize(
    ("successes", "trials", "sentence"),
    [
        ([1, 0], [5, 0], "1 of 2 trials are zero; first is place number 2"),
        ([1, 6], [5, 5], "1 of 2 successes are more than the trials; first is place number 2"),
        ([np.nan], [5], "1 of 1 successes are missing"),
        ([1, 2], [5], "2 successes, 1 trials given"),
        (3, 0, "1 of 1 trials are zero"),
    ],
)
def test_counts_that_cannot_be_are_refused(successes, trials, sentence):
    with pytest.raises(ValueError, match=f"wilson: .*{sentence}"):
        wilson(successes, trials)


@pytest.mark.parametrize("level", [0, 1, -1, np.nan])
def test_a_level_must_lie_between_0_and_1(level):
    with pytest.raises(ValueError, match="level must lie between 0 and 1"):
        wilson(1, 2, level)


@given(counts, st.floats(0.5, 0.999))
def test_the_range_holds_the_share_and_stays_within_0_and_1(drawn, level):
    yes, asked = drawn
    low, high = wilson(yes, asked, level)
    assert 0 <= low <= yes / asked + 1e-12
    assert yes / asked - 1e-12 <= high <= 1


@given(counts)
def test_yes_and_no_mirror_each_other(drawn):
    yes, asked = drawn
    low, high = wilson(yes, asked)
    other_low, other_high = wilson(asked - yes, asked)
    assert (low, high) == (approx(1 - other_high, abs=1e-9), approx(1 - other_low, abs=1e-9))


@given(counts, st.integers(2, 50))
def test_asking_more_people_narrows_the_range(drawn, times):
    yes, asked = drawn
    (low, high), (near_low, near_high) = wilson(yes, asked), wilson(yes * times, asked * times)
    assert near_high - near_low < high - low


@given(counts)
def test_the_ends_are_where_the_share_is_just_refused(drawn):
    # Wilson's own definition: at either end the share lies z standard errors of that end away.
    yes, asked = drawn
    for end in wilson(yes, asked):
        if 1e-6 < end < 1 - 1e-6:
            assert abs(yes / asked - end) == approx(1.959964 * (end * (1 - end) / asked) ** 0.5, rel=1e-4, abs=1e-9)


def test_shrinking_by_hand():
    # Rate of all 0.5; spread 0.25 less the 0.5 / 10 that chance makes: 0.2; weight 0.2 / (0.2 + 0.05) = 0.8.
    assert empirical_bayes([0, 10], [10, 10]).tolist() == approx([0.1, 0.9])


def test_rates_that_differ_only_by_chance_become_the_rate_of_all():
    assert empirical_bayes([5, 6, 4], [100, 100, 100]).tolist() == approx([0.05, 0.05, 0.05])
    assert empirical_bayes([0, 0], [10, 20]).tolist() == [0, 0]
    assert empirical_bayes([3], [10]).tolist() == approx([0.3])


def test_a_small_place_leans_more_on_the_rate_of_all():
    small, _, large = empirical_bayes([9, 100, 9000], [10, 1000, 10_000])
    whole = 9109 / 11_010
    assert abs(small - 0.9) > abs(large - 0.9)
    assert whole < small < 0.9


def test_rates_keep_the_codes_of_a_series():
    rates = empirical_bayes(pd.Series([0, 10], ["10", "50"]), [10, 10])
    assert rates.index.tolist() == ["10", "50"]


@pytest.mark.parametrize(
    ("events", "base", "sentence"),
    [
        ([1, 2], [10, 0], "1 of 2 base are zero; first is place number 2"),
        ([1, -2], [10, 10], "1 of 2 events are negative"),
        ([1, 2], [10, np.nan], "1 of 2 base are missing"),
        ([1, 2, 3], [10, 10], "3 events, 2 base given"),
    ],
)
def test_rates_on_nothing_are_refused(events, base, sentence):
    with pytest.raises(ValueError, match=f"empirical_bayes: .*{sentence}"):
        empirical_bayes(events, base)


@given(st.lists(counts, min_size=1, max_size=20))
def test_a_shrunk_rate_lies_between_its_own_and_that_of_all(drawn):
    events, base = (np.array(column, dtype=float) for column in zip(*drawn, strict=True))
    own, whole, shrunk = events / base, events.sum() / base.sum(), empirical_bayes(events, base)
    assert (np.minimum(own, whole) - 1e-12 <= shrunk).all()
    assert (shrunk <= np.maximum(own, whole) + 1e-12).all()
