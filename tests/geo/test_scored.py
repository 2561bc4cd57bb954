"""Scores and ranks in words: never one without its range, never a number where there is none."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from geo.scored import rank_text, score_text, shift_text
from geo.words import say

SAY = say("en")


def test_what_is_not_known_is_a_dash_and_no_number() -> None:
    assert score_text(math.nan, 1, 2, SAY) == rank_text(math.nan, 1, 2, SAY) == "–"
    assert shift_text(math.nan) == "–"


@given(st.integers(1, 77), st.integers(1, 77), st.integers(1, 77))
def test_a_rank_always_stands_with_both_ends_of_its_range(rank: int, low: int, high: int) -> None:
    assert rank_text(rank, low, high, SAY) == f"{rank} ({low}–{high})"


def test_a_rank_whose_range_is_not_known_is_not_told() -> None:
    assert rank_text(4, math.nan, math.nan, SAY) == "–"
