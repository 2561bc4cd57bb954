"""The door of the statistics: every fault is refused in a sentence with its count and its first case."""

import numpy as np
import pandas as pd
import pytest

from geo.stats import equity

CODES = ["1001", "1002", "1003"]
TAKES_VALUES = {
    "gini": equity.gini,
    "theil_t": equity.theil_t,
    "theil_l": equity.theil_l,
    "atkinson": equity.atkinson,
    "hoover": equity.hoover,
    "tail_ratio": equity.tail_ratio,
    "palma": equity.palma,
    "lorenz": equity.lorenz,
    "fgt": lambda values, people=None: equity.fgt(values, people, standard=2),
    "theil_split": lambda values, people=None: equity.theil_split(values, people, ["a"] * len(values)),
    "concentration_index": lambda values, people=None: equity.concentration_index(values, range(len(values)), people),
    "concentration_curve": lambda values, people=None: equity.concentration_curve(values, range(len(values)), people),
    "erreygers": lambda values, people=None: equity.erreygers(values, range(len(values)), people),
    "slope_index": lambda values, people=None: equity.slope_index(values, range(len(values)), people),
}
every_measure = pytest.mark.parametrize(("name", "measure"), TAKES_VALUES.items())
FAULTS = {
    "missing": ([1, np.nan, np.nan], "2 of 3 values are missing; first is place number 2"),
    "none": ([1, None, 3], "1 of 3 values are missing"),
    "infinite": ([1, 2, np.inf], "1 of 3 values are infinite; first is place number 3"),
    "empty": ([], "no values given"),
    "words": (["a lot", 1, 2], "values must be numbers"),
    "a table": ([[1, 2], [3, 4], [5, 6]], "values must be one column"),
}


@every_measure
@pytest.mark.parametrize(("values", "sentence"), FAULTS.values(), ids=FAULTS.keys())
def test_a_faulty_column_is_refused_by_every_measure(name, measure, values, sentence):
    with pytest.raises(ValueError, match=f"{name}: {sentence}"):
        measure(values)


@every_measure
def test_faulty_people_are_refused_by_every_measure(name, measure):
    with pytest.raises(ValueError, match=f"{name}: 1 of 2 people are missing; first is place number 2"):
        measure([1, 2], [5, np.nan])
    with pytest.raises(ValueError, match=f"{name}: 1 of 2 people are negative; first is place number 1"):
        measure([1, 2], [-5, 5])
    with pytest.raises(ValueError, match=f"{name}: all 2 people counts are zero"):
        measure([1, 2], [0, 0])
    with pytest.raises(ValueError, match=rf"{name}: columns must be equally long.*3 people"):
        measure([1, 2], [5, 5, 5])


@pytest.mark.parametrize("name", sorted(set(TAKES_VALUES) - {"slope_index", "erreygers"}))
def test_negative_amounts_are_refused_where_they_mean_nothing(name):
    with pytest.raises(ValueError, match=f"{name}: 1 of 3 values are negative; first is place 1002"):
        TAKES_VALUES[name](pd.Series([1, -2, 3], CODES))


@pytest.mark.parametrize("name", sorted(set(TAKES_VALUES) - {"slope_index", "erreygers", "fgt"}))
def test_nothing_to_share_out_is_a_sentence(name):
    sentence = "are zero where people live"
    with pytest.raises(ValueError, match=sentence):
        TAKES_VALUES[name]([0, 0, 0])
    with pytest.raises(ValueError, match=sentence):
        TAKES_VALUES[name]([0, 0, 7], [10, 10, 0])


@every_measure
def test_lists_arrays_and_series_give_the_same_answer(name, measure):
    values, people = [3.0, 1.0, 2.0], [10, 20, 30]

    def numbers(answer):
        answer = answer[:3] if isinstance(answer, tuple) else answer
        return np.asarray(answer).tolist()

    expected = numbers(measure(values, people))
    assert numbers(measure(np.array(values), np.array(people))) == expected
    assert numbers(measure(pd.Series(values, CODES), pd.Series(people, CODES))) == expected
    assert (
        numbers(measure(pd.Series(values, CODES, dtype="Float64"), pd.Series(people, CODES, dtype="Int64"))) == expected
    )
    assert numbers(measure(pd.Series(values, CODES), people)) == expected


def test_columns_in_another_order_are_refused_and_not_read_by_position():
    values, people = pd.Series([3.0, 1.0, 2.0], CODES), pd.Series([10, 20, 30], ["1001", "1003", "1002"])
    with pytest.raises(ValueError, match="different order; row 2 is place 1002 in values and 1003 in people"):
        equity.gini(values, people)


def test_missing_values_of_nullable_columns_are_seen():
    with pytest.raises(ValueError, match="1 of 3 values are missing; first is place 1003"):
        equity.gini(pd.Series([1, 2, None], CODES, dtype="Int64"))


def test_a_zero_is_refused_only_where_people_live():
    assert equity.theil_l([1, 3, 0], [50, 50, 0]) == equity.theil_l([1, 3], [50, 50])
    with pytest.raises(ValueError, match="theil_l: 2 of 3 values are zero where people live; first is place number 2"):
        equity.theil_l([1, 0, 0])
    with pytest.raises(ValueError, match="atkinson: 1 of 2 values are zero where people live"):
        equity.atkinson([1, 0], epsilon=1)
    assert equity.atkinson([1, 0], epsilon=0.5) == pytest.approx(0.5)


def test_a_missing_group_is_refused():
    with pytest.raises(ValueError, match="theil_split: 1 of 2 groups are missing; first is place number 2"):
        equity.theil_split([1, 2], None, ["north", None])


def test_a_missing_rank_is_refused():
    with pytest.raises(ValueError, match="slope_index: 1 of 2 rank_by are missing"):
        equity.slope_index([1, 2], [np.nan, 4])
