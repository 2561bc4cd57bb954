"""Classes of a map as its legend has them: every value in one class whose label holds it, locked or not."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.maps.classing import classes
from geo.words import say

SAY = say("en")
METHODS = ["quantile", "equal", "natural", "std", "pretty"]
numbers = st.one_of(
    st.floats(-1e6, 1e6).map(lambda number: round(number, 2)),
    st.sampled_from([0.0, 0.1, 50.0, 100.0, -3.5]),
    st.floats(-6, 9).map(lambda power: round(10.0**power, 3)),
)
columns = st.lists(numbers, min_size=1, max_size=40).map(np.array)


def holds(label: str, value: float) -> bool:
    """Whether a label as a reader understands it holds a value as she sees it."""
    text = label.split(" · ")[0].replace(",", "").replace("−", "-")
    if text.endswith(" and over"):
        return value >= float(text.removesuffix(" and over"))
    if text.endswith(" and under"):
        return value <= float(text.removesuffix(" and under"))
    low, _, high = text.replace(" ", "").partition("–")
    return float(low) <= value <= float(high or low)


@given(columns, st.sampled_from(METHODS), st.integers(3, 9))
def test_every_value_is_in_exactly_one_class_and_that_class_says_so(column, method, k):
    made = classes(column, 2, SAY, method=method, k=k)
    found = made.of(column)
    assert len(made.labels) == len(made.bounds) <= k
    assert ((found >= 0) & (found < len(made.bounds))).all()
    if made.decimals is not None:
        for value, at in zip(column.round(2).tolist(), found.tolist(), strict=True):
            assert [holds(label, value) for label in made.labels] == [i == at for i in range(len(made.labels))]


@given(columns, columns, st.integers(3, 9))
def test_a_locked_legend_keeps_its_ends_and_takes_in_whatever_comes(first, later, k):
    made = classes(first, 2, SAY, k=k)
    if made.decimals is None:
        return
    locked = classes(later, 2, SAY, bounds=made.bounds, lowest=made.lowest, open_ends=True)
    assert locked.bounds == made.bounds
    found = locked.of(later)
    assert ((found >= 0) & (found < len(made.bounds))).all()
    for value, at in zip(later.round(2).tolist(), found.tolist(), strict=True):
        assert holds(locked.labels[at], value)


@given(columns, columns)
def test_the_labels_of_a_locked_legend_are_the_same_in_every_view(first, later):
    made = classes(first, 2, SAY, k=5)
    if len(made.bounds) > 1:
        fixed = {"bounds": made.bounds, "lowest": made.lowest, "open_ends": True}
        assert classes(first, 2, SAY, **fixed).labels == classes(later, 2, SAY, **fixed).labels


def test_values_beyond_a_locked_legend_are_counted():
    locked = classes(np.array([5.0, 30.0, 99.0]), 0, SAY, bounds=[20, 40, 60], lowest=10, open_ends=True)
    assert locked.labels == ("20 and under", "21–40", "41 and over")
    assert locked.beyond([5, 30, 99, np.nan, np.inf]) == (1, 1)
    assert locked.of([5, 30, 99]).tolist() == [0, 1, 2]


def test_fixed_ends_that_all_values_keep_to_are_labelled_closed_and_others_open():
    ladder = {"bounds": [50, 75, 95, 100], "lowest": 0, "closed": "lower"}
    assert classes(np.array([10.0, 100.0]), 0, SAY, **ladder).labels == ("0–49", "50–74", "75–94", "95–100")
    assert classes(np.array([-5.0, 120.0]), 0, SAY, **ladder).labels[::3] == ("49 and under", "95 and over")


def test_a_ladder_s_names_stand_behind_its_numbers_and_a_step_begins_its_class():
    made = classes(np.array([75.0]), 0, SAY, bounds=[75, 100], lowest=0, closed="lower", names=["below", "met"])
    assert made.labels == ("0–74 · below", "75–100 · met")
    assert made.of([74.4, 75]).tolist() == [0, 1]


def test_a_lock_made_on_equal_values_still_tells_the_truth_about_others():
    assert classes(np.array([2.0, 9.0]), 0, SAY, bounds=[5], lowest=5, open_ends=True).labels == ("2–9",)


def test_own_ends_are_kept_and_the_largest_value_is_included():
    made = classes(np.array([3.0, 60.0, 120.0]), 0, SAY, method="manual", bounds=[50, 75])
    assert made.labels == ("3–50", "51–75", "76–120")


@pytest.mark.parametrize("bounds", [None, [10, 20]])
def test_without_a_value_there_is_no_class_unless_ends_are_fixed(bounds):
    made = classes(np.array([]), 0, SAY, bounds=bounds, lowest=0)
    assert made.labels == (() if bounds is None else ("0–10", "11–20"))
    assert made.of([np.nan]).tolist() == [-1]
