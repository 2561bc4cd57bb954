"""Means over people, and the variance taken apart: for numbers without a natural zero."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.equity import mean_over, median_over, overshoot, tail_means, tail_ratio, variance_split

approx = pytest.approx
FINITE = st.floats(-1e6, 1e6, allow_nan=False)
HEADS = st.integers(1, 100_000)
PLACES = st.lists(st.tuples(FINITE, HEADS, st.sampled_from("abc")), min_size=2, max_size=30)


def columns(places: list[tuple[float, int, str]]) -> tuple[list[float], list[int], list[str]]:
    values, people, groups = zip(*places, strict=True)
    return list(values), list(people), list(groups)


def test_half_of_the_people_decide_the_median_not_half_of_the_places() -> None:
    assert median_over([1, 2, 3]) == 2
    assert median_over([1, 2, 3], [10, 10, 100]) == 3
    assert mean_over([1, 2, 3], [10, 10, 100]) == approx(330 / 120)


def test_places_that_differ_only_between_groups_have_nothing_within() -> None:
    split = variance_split([1, 1, 5, 5], [10, 30, 20, 20], ["x", "x", "y", "y"])
    assert (split.total, split.between, split.within) == (approx(4), approx(4), 0)
    assert split.by_group["people_share"].tolist() == [0.5, 0.5]


def test_a_group_without_people_is_left_out() -> None:
    split = variance_split([1, 5, 900], [10, 10, 0], ["x", "y", "z"])
    assert split.total == approx(4)
    assert list(split.by_group.index) == ["x", "y"]


@given(PLACES)
def test_the_parts_add_up_to_the_whole(places: list[tuple[float, int, str]]) -> None:
    values, people, groups = columns(places)
    split = variance_split(values, people, groups)
    assert split.between + split.within == approx(split.total, rel=1e-9, abs=1e-6)
    assert split.by_group["between"].sum() == approx(split.between, abs=1e-9)
    assert min(split.between, split.within) >= 0


@given(st.lists(st.tuples(st.floats(0, 100), HEADS, st.sampled_from("abc")), min_size=2, max_size=30))
def test_coverage_told_as_the_lack_of_it_is_split_alike(places: list[tuple[float, int, str]]) -> None:
    values, people, groups = columns(places)
    told, mirrored = (variance_split(column, people, groups) for column in (values, [100 - v for v in values]))
    assert mirrored[:3] == approx(told[:3], abs=1e-6)


@given(PLACES)
def test_a_split_place_changes_nothing(places: list[tuple[float, int, str]]) -> None:
    values, people, groups = columns(places)
    whole = variance_split(values, [2 * n for n in people], groups)
    halves = variance_split(values * 2, people * 2, groups * 2)
    assert halves[:3] == approx(whole[:3], rel=1e-9, abs=1e-6)


def test_tails_are_means_in_the_unit_and_may_be_negative() -> None:
    assert tail_means([-4, 0, 0, 8, 10], None) == (-4, 10)
    # The bottom fifth, 20 of 100 people, are the 10 of the first place and 10 of the second.
    assert tail_means([1, 3, 5], [10, 40, 50]) == approx((2, 5))


@given(st.lists(st.tuples(st.floats(0.001, 1e6), HEADS), min_size=2, max_size=30))
def test_the_ratio_of_the_tails_is_the_tail_ratio(places: list[tuple[float, int]]) -> None:
    values, people = zip(*places, strict=True)
    low, high = tail_means(values, people)
    assert low <= high
    assert high / low == approx(tail_ratio(values, people), rel=1e-6)


def test_people_over_a_limit_are_counted_and_how_far() -> None:
    # 100 of 400 people live 30 km away, 10 over the limit of 20: half of it.
    assert [overshoot([10, 20, 30], [200, 100, 100], 20, power) for power in (0, 1, 2)] == [0.25, 0.125, 0.0625]


@given(st.lists(st.floats(0, 100), min_size=1, max_size=20), st.floats(1, 99))
def test_nobody_is_over_a_limit_that_all_keep(values: list[float], limit: float) -> None:
    kept = [min(value, limit) for value in values]
    assert [overshoot(kept, None, limit, power) for power in (0, 1, 2)] == [0, 0, 0]


@pytest.mark.parametrize("limit", [None, 0, -1, float("nan"), float("inf")])
def test_a_limit_that_is_no_number_above_zero_is_refused(limit: float | None) -> None:
    with pytest.raises(ValueError, match="overshoot: the limit must be a number above 0"):
        overshoot([1, 2], None, limit)


@pytest.mark.parametrize("count", [mean_over, median_over, tail_means])
def test_a_missing_value_is_refused_and_counted(count: object) -> None:
    with pytest.raises(ValueError, match="1 of 3 values are missing; first is place 11"):
        count(pd.Series([1, np.nan, 3], ["10", "11", "12"]))  # type: ignore[operator]
    with pytest.raises(ValueError, match="all 2 people counts are zero"):
        count([1, 2], [0, 0])  # type: ignore[operator]


def test_wrong_shares_powers_and_groups_are_refused() -> None:
    with pytest.raises(ValueError, match="tail_means: share must lie above 0"):
        tail_means([1, 2], None, 0.6)
    with pytest.raises(ValueError, match="overshoot: power must be 0"):
        overshoot([1, 2], None, 1, 3)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="variance_split: 1 of 2 groups are missing"):
        variance_split([1, 2], None, ["x", None])
