"""Theil T and L, and their exact split into between groups and inside groups."""

from math import log

import inequality
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.equity import theil_l, theil_split, theil_t
from tests.geo.stats.drawn import places, positive

approx = pytest.approx


def test_theil_by_hand():
    # Values 1 and 3, mean 2, ratios 1/2 and 3/2.
    assert theil_t([1, 3]) == approx(0.25 * log(0.5) + 0.75 * log(1.5))
    assert theil_l([1, 3]) == approx(-0.5 * log(0.5) - 0.5 * log(1.5))


def test_a_zero_counts_with_its_limit_in_t():
    assert theil_t([0, 0, 0, 8]) == approx(log(4))


def test_split_by_hand():
    # Groups (1, 3) and (4, 8): means 2 and 6, mean of all 4, shares of value 1/4 and 3/4.
    split = theil_split([1, 3, 4, 8], None, ["west", "west", "east", "east"])
    assert split.between == approx(0.25 * log(0.5) + 0.75 * log(1.5))
    assert split.within == approx(0.25 * theil_t([1, 3]) + 0.75 * theil_t([4, 8]))
    table = split.by_group
    assert table.loc["west", ["people_share", "value_share", "mean"]].tolist() == approx([0.5, 0.25, 2])
    assert table.loc["east", "inequality"] == approx(theil_t([4, 8]))
    assert table.loc["west", "between"] < 0 < table.loc["east", "between"]


def test_equal_groups_have_nothing_between_them():
    split = theil_split([1, 3, 3, 1], None, ["a", "a", "b", "b"], kind="l")
    assert split.between == approx(0, abs=1e-15)
    assert split.within == approx(split.total)


def test_one_group_has_everything_inside():
    split = theil_split([1, 3], [10, 20], ["a", "a"])
    assert (split.between, split.within) == (0, approx(theil_t([1, 3], [10, 20])))


def test_a_group_that_has_nothing_adds_nothing_inside():
    split = theil_split([0, 0, 4, 4], None, ["none", "none", "all", "all"])
    assert (split.within, split.between) == (0, approx(log(2)))
    assert split.by_group.notna().all(axis=None)
    assert split.by_group.loc["none"].tolist() == [0.5, 0, 0, 0, 0, 0]


def test_a_group_without_people_is_left_out():
    assert theil_split([1, 3, 9], [5, 5, 0], ["a", "b", "c"]).by_group.index.tolist() == ["a", "b"]


def test_another_kind_is_refused():
    with pytest.raises(ValueError, match="kind must be 't' or 'l', 'x' given"):
        theil_split([1, 2], None, ["a", "b"], kind="x")


def test_groups_of_another_length_are_refused():
    with pytest.raises(ValueError, match="2 values, 3 groups"):
        theil_split([1, 2], None, ["a", "b", "b"])


@pytest.mark.parametrize(("kind", "whole"), [("t", theil_t), ("l", theil_l)])
@given(drawn=places(positive), groups=st.lists(st.sampled_from("abcd"), min_size=25, max_size=25))
def test_between_and_within_add_up(kind, whole, drawn, groups):
    values, people = drawn
    total, between, within, by_group = theil_split(values, people, groups[: len(values)], kind)
    assert between + within == approx(total, abs=1e-12)
    assert total == approx(whole(values, people), abs=1e-12)
    assert min(total, between, within) >= 0
    assert by_group["between"].sum() == approx(between, abs=1e-12)
    assert by_group["within"].sum() == approx(within, abs=1e-12)
    assert by_group[["people_share", "value_share"]].sum().tolist() == approx([1, 1])
    assert (by_group["people_share"] * by_group["mean"]).sum() == approx(np.average(values, weights=people))


@given(places())
def test_t_adds_up_with_zeros_too(drawn):
    values, people = drawn
    groups = ["odd" if place % 2 else "even" for place in range(len(values))]
    total, between, within, by_group = theil_split(values, people, groups)
    assert between + within == approx(total, abs=1e-12)
    assert by_group.notna().all(axis=None)


@given(places(positive))
def test_t_is_at_most_the_log_of_the_smallest_share(drawn):
    people = np.array(drawn[1], dtype=float)
    smallest = people[people > 0].min() / people.sum()
    assert 0 <= theil_t(*drawn) <= log(1 / smallest) + 1e-9


EXPANDED = np.repeat([12.0, 30.5, 7.0, 55.0], [3, 1, 4, 2])


def test_theil_t_agrees_with_inequality():
    assert theil_t([12.0, 30.5, 7.0, 55.0], [3, 1, 4, 2]) == approx(inequality.theil.Theil(EXPANDED).T)


def test_split_agrees_with_inequality():
    groups = np.repeat(["a", "b", "a", "b"], [3, 1, 4, 2])
    other = inequality.theil.TheilD(EXPANDED, groups)
    split = theil_split([12.0, 30.5, 7.0, 55.0], [3, 1, 4, 2], ["a", "b", "a", "b"])
    assert (split.between, split.within) == (approx(float(other.bg[0])), approx(float(other.wg[0])))
