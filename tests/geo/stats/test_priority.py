import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from geo.stats.decide import need, pareto_front, priority, stable_core

approx = pytest.approx
criteria = arrays(float, st.tuples(st.integers(1, 30), st.integers(1, 4)), elements=st.integers(0, 6).map(float))


# By hand


def test_need_is_the_weighted_mean_of_what_is_known():
    gaps = pd.DataFrame({"net": [30.0, 30, np.nan], "power": [0.0, np.nan, np.nan], "people": [6.0, 6, 9]})
    assert need(gaps).tolist() == approx([12, 18, np.nan], nan_ok=True)
    assert need(gaps, pd.Series({"net": 2, "power": 1, "people": 0}))[0] == approx(20)


def test_the_three_lists_by_hand():
    codes = ["A", "B", "C", "D"]
    lists = priority(
        need=pd.Series([10.0, 40, 10, 5], codes),
        people=pd.Series([900.0, 100, 800, np.nan], codes),
        capacity=pd.Series([0.5, 0.5, 0.6, 0.1], codes),
    )
    assert lists["most_people"].tolist() == approx([13500, 6000, 11200, np.nan], nan_ok=True)
    assert lists["most_people_rank"].tolist() == approx([1, 3, 2, np.nan], nan_ok=True)
    assert lists["deepest_rank"].tolist() == [2, 1, 2, 4]
    assert lists["pareto"].tolist() == [True, True, False, pd.NA]


def test_rows_that_are_alike_stand_or_fall_together():
    assert pareto_front(np.array([[2.0, 1], [2, 1], [1, 1], [1, 1]])).tolist() == [True, True, False, False]


def test_the_stable_core_holds_in_nine_draws_of_ten():
    urgency = pd.DataFrame(np.tile([[5.0], [4], [3], [2], [1]], 10), index=list("abcde"))
    assert stable_core(urgency).to_dict() == {"a": True, "b": False, "c": False, "d": False, "e": False}
    urgency.loc["a", 0] = 0
    assert stable_core(urgency)["a"]
    urgency.loc["a", 1] = 0
    assert not stable_core(urgency)["a"]


def test_a_place_without_data_is_not_in_the_core_and_does_not_widen_it():
    urgency = pd.DataFrame({0: [5.0, 4, 3, 2, 1, np.nan]})
    assert stable_core(urgency).tolist() == [True, False, False, False, False, False]


# By law


@given(rows=criteria)
def test_the_front_is_what_comparing_every_pair_gives(rows):
    def beats(a, b):
        return (a >= b).all() and (a > b).any()

    assert pareto_front(rows).tolist() == [not any(beats(other, row) for other in rows) for row in rows]


@given(rows=criteria, seed=st.integers(0, 99))
def test_the_front_does_not_depend_on_the_order_of_rows(rows, seed):
    order = np.random.default_rng(seed).permutation(len(rows))
    assert pareto_front(rows[order]).tolist() == pareto_front(rows)[order].tolist()


@given(gaps=arrays(float, st.tuples(st.integers(1, 9), st.just(3)), elements=st.integers(0, 80).map(float)))
def test_need_lies_between_the_smallest_and_the_largest_gap(gaps):
    result = need(pd.DataFrame(gaps))
    assert (result <= gaps.max(axis=1) + 1e-9).all()
    assert (result >= gaps.min(axis=1) - 1e-9).all()


# At the door


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"need": [-1.0]}, "1 of 1 need lie outside 0..inf; first is place A"),
        ({"people": [-1.0]}, "1 of 1 people lie outside"),
        ({"capacity": [1.5]}, "1 of 1 capacity lie outside 0..1; first is place A"),
    ],
)
def test_impossible_numbers_are_refused(changed, sentence):
    columns = {"need": [1.0], "people": [1.0], "capacity": [1.0], **changed}
    with pytest.raises(ValueError, match=sentence):
        priority(**{name: pd.Series(values, ["A"]) for name, values in columns.items()})


def test_wrong_gaps_weights_criteria_and_shares_are_refused():
    with pytest.raises(ValueError, match="2 gaps are under 0"):
        need(pd.DataFrame({"net": [-1.0, -2.0, 3.0]}))
    with pytest.raises(ValueError, match="not all zero"):
        need(pd.DataFrame({"net": [1.0]}), pd.Series({"net": 0}))
    with pytest.raises(ValueError, match="for every dimension"):
        need(pd.DataFrame({"net": [1.0], "power": [1.0]}), pd.Series({"net": 1}))
    with pytest.raises(ValueError, match="1 of 2 rows lack a criterion"):
        pareto_front(np.array([[1, np.nan], [1, 1]]))
    with pytest.raises(ValueError, match=r"top \(0\)"):
        stable_core(pd.DataFrame({0: [1.0]}), top=0)
