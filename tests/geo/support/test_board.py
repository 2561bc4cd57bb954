"""The board of gaps, and the sides of one area: small cases on paper."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.support.board import board, moved, profile
from geo.support.case import counted

AREAS = ["10", "11", "12", "13", "14"]


def frame(**columns: list[float | None]) -> pd.DataFrame:
    return pd.DataFrame(columns, index=AREAS[: len(next(iter(columns.values())))], dtype=float)


def even(names: list[str], value: float) -> pd.Series:
    return pd.Series(value, index=names)


def test_each_status_by_hand() -> None:
    # Standard 50: 46 is 8 % short, 40 is 20 %, 30 is 40 %; nothing is known of the last.
    scores = frame(net=[50, 46, 40, 30, None])
    seen = board(scores, scores, scores, even(["net"], 50.0), even(["net"], 1.0))
    assert seen.status["net"].tolist() == ["meets", "near", "below", "far below", "no data"]
    assert seen.gap["net"].tolist()[:4] == [0, 4, 10, 20]
    assert pd.isna(seen.gap["net"].iloc[4])


def test_a_range_that_straddles_the_standard_is_uncertain_whatever_the_score_says() -> None:
    scores, low, high = frame(net=[60, 40, 60]), frame(net=[45, 35, 55]), frame(net=[70, 52, 70])
    seen = board(scores, low, high, even(["net"], 50.0), even(["net"], 1.0))
    assert seen.status["net"].tolist() == ["uncertain", "uncertain", "meets"]


def test_need_is_the_weighted_mean_of_gaps_and_what_lies_above_makes_up_for_nothing() -> None:
    scores = frame(net=[20, 100], power=[100, 100])
    seen = board(scores, scores, scores, even(["net", "power"], 50.0), pd.Series({"net": 3.0, "power": 1.0}))
    assert seen.need.tolist() == [pytest.approx(30 * 3 / 4), 0]


def test_a_level_at_which_nothing_is_weighed_has_no_need() -> None:
    scores = frame(net=[20, 100])
    assert board(scores, scores, scores, even(["net"], 50.0), even(["net"], 0.0)).need.isna().all()


def test_near_over_far_is_refused_with_a_sentence() -> None:
    scores = frame(net=[20])
    with pytest.raises(ValueError, match=r"near.*40 %.*far below.*20 %"):
        board(scores, scores, scores, even(["net"], 50.0), even(["net"], 1.0), near=40, far=20)


def test_areas_and_entries_that_read_otherwise_are_counted() -> None:
    one = pd.DataFrame({"net": ["near", "meets", "below"], "power": ["near", "meets", "meets"]})
    other = pd.DataFrame({"net": ["below", "meets", "below"], "power": ["below", "near", "meets"]})
    assert moved(one, other) == (2, 3)
    assert moved(one, one) == (0, 0)


def test_a_side_is_named_only_beyond_the_band_and_half_the_range() -> None:
    # Own mean 50. Net is 20 over it and 10 over the peers; power 20 under and 10 under, but its range is 60 wide.
    scores = frame(net=[70, 60, 60], power=[30, 40, 40])
    low, high = frame(net=[70, 60, 60], power=[0, 40, 40]), frame(net=[70, 60, 60], power=[60, 40, 40])
    sides = profile(scores, low, high, "10", ["11", "12"], least=5)
    assert sides["side"].to_dict() == {"net": "strength", "power": "level"}
    assert sides["band"].to_dict() == {"net": 5, "power": 30}
    narrow = profile(scores, scores, scores, "10", ["11", "12"], least=5)
    assert narrow["side"].to_dict() == {"net": "strength", "power": "priority weakness"}


def test_a_heading_counts_only_where_enough_areas_have_it() -> None:
    scores = frame(known=[1, 2, 3], rare=[1, None, None])
    assert counted(scores, even(["known", "rare"], 1.0)) == ("known",)
    assert counted(scores, even(["known", "rare"], 0.0)) == ()
