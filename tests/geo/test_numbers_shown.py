"""A number reads the same on every screen: in a table, on the map's card, in the class it stands in."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from geo.words import show_number


@given(st.floats(-1e9, 1e9), st.integers(0, 4))
def test_a_number_is_printed_as_the_map_rounds_it(value, decimals):
    assert show_number(value, decimals) == show_number(float(np.round(value, decimals)), decimals)


def test_halves_as_a_source_prints_them_are_not_lost_in_binary():
    assert [show_number(value, 1) for value in (336.15, 267.95, 72.45, -0.04)] == ["336.2", "268.0", "72.4", "0.0"]
    assert show_number(float("inf"), 1) == "inf"
