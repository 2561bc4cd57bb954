import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from geo.stats.decide import peers

approx = pytest.approx
codes = ["10", "38", "50", "90"]


def table(**columns):
    return pd.DataFrame(columns, index=codes, dtype=float)


# By hand


def test_distance_is_in_standard_deviations_of_the_type():
    # Standard deviation of 0, 0, 2, 2 is 1.
    result = peers(table(size=[0, 0, 2, 2], income=[10, 10, 10, 30]), "10", count=3)
    spread = np.std([10, 10, 10, 30])
    assert result["distance"].tolist() == approx([0, np.sqrt(4 / 2), np.sqrt((4 + (20 / spread) ** 2) / 2)])
    assert result.index.tolist() == ["38", "50", "90"]
    assert result["far"].tolist() == [False, True, True]


def test_only_the_same_type_is_compared_and_a_type_of_one_has_no_peers():
    kind = pd.Series(["special_bangkok", "city", "city", "SAO"], codes)
    assert peers(table(size=[1, 2, 9, 2]), "38", kind).index.tolist() == ["50"]
    assert peers(table(size=[1, 2, 9, 2]), "10", kind).empty


def test_variables_that_are_not_known_for_the_place_are_left_aside():
    result = peers(table(size=[1, 2, 9, 2], income=[np.nan, 1, 2, 3]), "10", count=9)
    assert result.index.tolist() == ["38", "90", "50"]


def test_places_that_lack_a_variable_are_left_out():
    assert peers(table(size=[1, np.nan, 9, 2]), "10", count=9).index.tolist() == ["90", "50"]


def test_a_variable_that_is_the_same_everywhere_says_nothing():
    with_constant = peers(table(size=[1, 2, 9, 2], same=[0.1, 0.1, 0.1, 0.1]), "10")
    pd.testing.assert_frame_equal(with_constant, peers(table(size=[1, 2, 9, 2]), "10"))


def test_places_that_are_all_alike_are_at_no_distance():
    assert peers(table(size=[3, 3, 3, 3]), "10")["distance"].tolist() == [0, 0, 0]


# By law

contexts = arrays(float, st.tuples(st.integers(3, 12), st.integers(1, 4)), elements=st.integers(0, 30).map(float))


@given(values=contexts, seed=st.integers(0, 99), scale=st.integers(2, 50))
def test_neither_the_unit_nor_the_order_of_rows_changes_who_is_near(values, seed, scale):
    context = pd.DataFrame(values, index=[f"{i:02d}" for i in range(len(values))])
    mixed = (context * scale - 7).sample(frac=1, random_state=seed)
    assert peers(mixed, "00")["distance"].tolist() == approx(peers(context, "00")["distance"].tolist(), abs=1e-9)


# At the door


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"place": "99"}, "no place has the code '99'"),
        ({"place": "10", "count": 0}, "count must be 1 or more, not 0"),
        ({"place": "10", "kind": pd.Series(["SAO"], ["38"])}, "the type of place '10' is not known"),
        ({"place": "90"}, "none of the 1 context variables is known for place '90'"),
    ],
)
def test_wrong_input_is_refused_with_a_sentence(arguments, sentence):
    with pytest.raises(ValueError, match=sentence):
        peers(table(size=[1, 2, 3, np.nan]), **arguments)
