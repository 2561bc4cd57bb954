from itertools import pairwise

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.decide import capacity, rank_order_weights, support_mix

approx = pytest.approx


def authorities(money, technology, skills):
    index = [f"{i + 1:07d}" for i in range(len(money))]
    return pd.DataFrame({"money": money, "technology": technology, "skills": skills}, index=index, dtype=float)


# By hand


def test_capacity_is_the_cube_root_of_three_percentiles():
    have = authorities([1, 2, 3, 4], [10, 10, 30, 40], [4, 3, 2, 1])
    result = capacity(have, pd.Series("SAO", have.index), fewest=4)
    assert result["money"].tolist() == approx([0.125, 0.375, 0.625, 0.875])
    assert result["technology"].tolist() == approx([0.25, 0.25, 0.625, 0.875])
    assert result["capacity"].iloc[0] == approx((0.125 * 0.25 * 0.875) ** (1 / 3))
    assert result["limiting"].tolist() == ["money", "technology", "skills", "skills"]


def test_only_the_same_type_is_compared():
    have = authorities([1, 2, 100, 200], [1, 2, 100, 200], [1, 2, 100, 200])
    result = capacity(have, pd.Series(["SAO", "SAO", "city", "city"], have.index), fewest=2)
    assert result["capacity"].tolist() == approx([0.25, 0.75, 0.25, 0.75])


def test_bangkok_has_no_peers_and_so_no_percentile():
    have = authorities([1, 2, 900], [1, 2, 900], [1, 2, 900])
    result = capacity(have, pd.Series(["SAO", "SAO", "special_bangkok"], have.index), fewest=2)
    assert result.iloc[2][["money", "capacity"]].isna().all()
    assert result["limiting"].iloc[2] == ""


def test_without_one_resource_there_is_no_capacity_but_the_others_stand():
    have = authorities([1, np.nan], [1, 2], [1, 2])
    result = capacity(have, pd.Series("town", have.index), fewest=1)
    assert result["capacity"].isna().tolist() == [False, True]
    assert result["technology"].tolist() == approx([0.25, 0.75])
    assert result["limiting"].iloc[1] == ""


def test_resources_that_are_equally_low_are_all_named():
    have = authorities([1, 2], [1, 2], [2, 1])
    assert capacity(have, pd.Series("town", have.index), fewest=2)["limiting"].tolist() == [
        "money+technology",
        "skills",
    ]


def test_support_shows_what_is_lacking_beside_what_was_asked_for():
    mix = support_mix(authorities([0.1, 1], [0.6, 1], [0.8, 1]), asked=[1, 2, 2])
    assert mix["lacks"].iloc[0].tolist() == approx([0.6, 4 / 15, 2 / 15])
    assert mix["lacks"].iloc[1].isna().all()
    assert mix["asked"].iloc[1].tolist() == approx([11 / 18, 7 / 36, 7 / 36])


def test_what_is_lacking_is_not_told_where_a_resource_is_not_known():
    assert support_mix(authorities([0.1], [np.nan], [0.8]))["lacks"].isna().all(axis=None)


# By law


@given(order=st.permutations([1, 2, 3, 4, 5]), tied=st.booleans())
def test_rank_order_weights_add_up_and_follow_the_order(order, tied):
    order = [min(place, 3) for place in order] if tied else order
    weights = rank_order_weights(order)
    assert sum(weights) == approx(1)
    pairs = sorted(zip(order, weights, strict=True))
    for (place, weight), (next_place, next_weight) in pairwise(pairs):
        assert weight == next_weight if place == next_place else weight > next_weight


@given(values=st.lists(st.tuples(*[st.integers(0, 9)] * 3), min_size=5, max_size=20), factor=st.integers(2, 9))
def test_capacity_does_not_depend_on_units_and_lies_between_0_and_1(values, factor):
    have = authorities(*zip(*values, strict=True))
    kind = pd.Series("SAO", have.index)
    plain, scaled = capacity(have, kind), capacity(have * factor + 3, kind)
    pd.testing.assert_frame_equal(plain, scaled)
    assert plain["capacity"].between(0, 1, inclusive="neither").all()


# By record


def test_rank_order_weights_are_those_of_the_method():
    # Barron and Barrett (1996), rank-order centroid weights for three attributes: .611, .278, .111.
    assert [round(weight, 3) for weight in rank_order_weights([1, 2, 3])] == [0.611, 0.278, 0.111]
    assert [round(weight, 3) for weight in rank_order_weights([1, 2, 2])] == [0.611, 0.194, 0.194]


# At the door


def test_wrong_input_is_refused_with_a_sentence():
    have = authorities([1], [1], [1])
    with pytest.raises(ValueError, match="1 of 3 resources have no column; first is 'skills'"):
        capacity(have.drop(columns="skills"), pd.Series("SAO", have.index))
    with pytest.raises(ValueError, match="1 of 1 places have no type; first is '0000001'"):
        capacity(have, pd.Series(dtype=str))
    with pytest.raises(ValueError, match="1 percentiles lie outside"):
        support_mix(authorities([1.2], [1], [0]))
    with pytest.raises(ValueError, match="asked orders 2 resources, it must order 3"):
        support_mix(authorities([1], [1], [0]), asked=[1, 2])
    with pytest.raises(ValueError, match="nothing is ordered"):
        rank_order_weights([])
