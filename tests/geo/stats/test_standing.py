import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.decide import gap_status, strengths
from geo.stats.standing import SIDES, STATUSES

dimensions = ["net", "power", "people"]
scores = st.lists(st.integers(0, 100).map(float), min_size=3, max_size=3)


# By hand


def test_status_changes_exactly_at_the_standard_at_ten_and_at_thirty_per_cent_short():
    value = pd.Series([75, 74.9, 67.5001, 67.5, 52.5, 52.4, 0, np.nan])
    expected = ["meets", "near", "near", "below", "below", "far below", "far below", "no data"]
    assert gap_status(value, 75).tolist() == expected


def test_a_range_with_the_standard_inside_is_uncertain_whatever_the_value():
    value = pd.Series([55.0, 45, 55, 45, np.nan], index=list("abcde"))
    low = pd.Series([49.0, 40, 50, 40, 40], index=list("abcde"))
    high = pd.Series([60.0, 50, 60, 49.9, 60], index=list("abcde"))
    assert gap_status(value, 50, low, high).tolist() == ["uncertain", "uncertain", "meets", "below", "no data"]


def test_a_range_that_is_not_known_leaves_the_status_as_it_is():
    assert gap_status(pd.Series([45.0]), 50, pd.Series([np.nan]), pd.Series([np.nan])).tolist() == ["below"]


def test_thresholds_are_the_readers():
    assert gap_status(pd.Series([40.0, 40]), 50, near=0.25).tolist() == ["near", "near"]


def test_every_side_by_hand():
    profile = pd.Series({"a": 80.0, "b": 80, "c": 20, "d": 20, "e": 50, "f": 50, "g": 50, "h": np.nan, "i": 50})
    peers = pd.DataFrame({"a": [60.0], "b": [90], "c": [10], "d": [60], "e": [20], "f": [90], "g": [52], "h": [1]})
    result = strengths(profile, peers.assign(i=np.nan), band=5)
    assert result["side"].tolist() == [
        "strength",
        "relative strength",
        "shared weakness",
        "priority weakness",
        "ahead of peers",
        "behind peers",
        "level",
        "no data",
        "no data",
    ]
    assert result.loc["a", ["own", "against_peers"]].tolist() == [30, 20]


def test_an_even_profile_far_below_its_peers_is_not_hidden():
    result = strengths(pd.Series({"net": 30.0, "power": 30.0}), pd.DataFrame({"net": [60.0], "power": [70.0]}))
    assert result["side"].tolist() == ["behind peers", "behind peers"]


def test_the_band_may_differ_between_dimensions():
    profile, peers = pd.Series({"net": 60.0, "power": 40.0}), pd.DataFrame({"net": [50.0], "power": [50.0]})
    result = strengths(profile, peers, pd.Series({"net": 20, "power": 5}))
    assert result["side"].tolist() == ["level", "priority weakness"]


# By law


@given(value=st.floats(0, 100), better=st.floats(0, 50), standard=st.floats(1, 100))
def test_a_better_value_never_has_a_worse_status(value, better, standard):
    both = gap_status(pd.Series([value, value + better]), standard)
    assert STATUSES.index(both[1]) <= STATUSES.index(both[0])


@given(own=scores, first=scores, second=scores, band=st.integers(0, 40))
def test_a_wider_band_only_takes_sides_away(own, first, second, band):
    profile, peers = pd.Series(own, dimensions), pd.DataFrame([first, second], columns=dimensions)
    narrow, wide = strengths(profile, peers, band)["side"], strengths(profile, peers, band + 10)["side"]
    assert set(wide) <= set(SIDES)
    assert wide[narrow == "level"].eq("level").all()


# At the door


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"standard": 0}, "standard must be a number over 0, not 0"),
        ({"standard": 50, "near": 0.4}, r"near \(0.4\) must lie between 0 and far \(0.3\)"),
        ({"standard": 50, "low": pd.Series([9.0]), "high": pd.Series([8.0])}, "1 of 1 ranges end before they begin"),
    ],
)
def test_wrong_status_settings_are_refused(settings, sentence):
    with pytest.raises(ValueError, match=sentence):
        gap_status(pd.Series([40.0]), **settings)


def test_wrong_peers_and_bands_are_refused():
    profile = pd.Series({"net": 1.0, "power": 2.0})
    with pytest.raises(ValueError, match="peers lack 1 of 2 dimensions of the profile; first is 'power'"):
        strengths(profile, pd.DataFrame({"net": [1.0]}))
    with pytest.raises(ValueError, match="1 of 2 bands are missing or under 0"):
        strengths(profile, pd.DataFrame({"net": [1.0], "power": [1.0]}), pd.Series({"net": 1}))
