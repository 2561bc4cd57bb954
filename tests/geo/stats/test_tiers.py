import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.decide import tier, tier_flips
from geo.stats.tiers import TIERS

part = st.integers(0, 20).map(lambda twentieths: twentieths / 20)


def one(task, local, neighbours=np.nan, province=np.nan, **settings):
    columns = [pd.Series([value], ["A"], dtype=float) for value in (task, local, neighbours, province)]
    return tier(*columns, **settings).loc["A"]


# By hand


@pytest.mark.parametrize(
    ("task", "local", "neighbours", "province", "expected"),
    [
        (0, 0.2, np.nan, np.nan, "none"),
        (0.5, 0.5, np.nan, np.nan, "local"),
        (0.65, 0.5, 1, 1, "local with support"),
        (0.66, 0.5, 0.66, 1, "neighbours"),
        (0.9, 0.5, 0.8, 0.9, "province"),
        (0.9, 0.5, 0.8, 0.8, "centre"),
        (0.9, 0.5, np.nan, 0.9, "province"),
        (0.9, 0.5, 0.8, np.nan, "centre"),
        (0.9, np.nan, 1, 1, "no data"),
        (np.nan, 0.5, 1, 1, "no data"),
    ],
)
def test_the_smallest_unit_that_covers_the_task_is_advised(task, local, neighbours, province, expected):
    assert one(task, local, neighbours, province)["tier"] == expected


def test_support_names_the_resource_that_is_short_and_only_then():
    codes = ["A", "B"]
    result = tier(pd.Series([0.6, 0.4], codes), pd.Series(0.5, codes), limiting=pd.Series(["skills", "money"], codes))
    assert result["support"].tolist() == ["skills", ""]


def test_what_hands_a_task_back_is_said():
    assert one(0.6, 0.5)["hands_back"] == 0.6
    assert one(0.9, 0.5)["hands_back"] == pytest.approx(0.75)
    assert np.isnan(one(0.4, 0.5)["hands_back"])


def test_bangkok_without_a_provincial_organisation_goes_to_the_centre():
    codes = ["3000000", "BMA"]
    result = tier(pd.Series(0.9, codes), pd.Series(0.5, codes), province=pd.Series([0.95], ["3000000"]))
    assert result["tier"].tolist() == ["province", "centre"]


def test_flips_count_the_areas_that_hang_on_the_threshold():
    task, local = pd.Series([0.6, 0.65, 0.7, 0.4]), pd.Series(0.5, range(4))
    assert tier_flips(task, local, moved=[0.05, 0.15, 0.3]).to_dict() == {0.05: 2, 0.15: 0, 0.3: 1}


# By law


@given(task=part, local=part, neighbours=part, province=part, more=part)
def test_a_larger_task_never_comes_to_a_smaller_unit(task, local, neighbours, province, more):
    # Larger units that can do more: else a task could pass one by.
    neighbours, province = max(local, neighbours), max(local, neighbours, province)
    before = one(task, local, neighbours, province)["tier"]
    after = one(min(1, task + more), local, neighbours, province)["tier"]
    assert TIERS.index(after) >= TIERS.index(before)


@given(task=part, local=part, neighbours=part, province=part, more=part)
def test_more_local_capacity_never_takes_the_task_away(task, local, neighbours, province, more):
    before = one(task, local, neighbours, province)["tier"]
    after = one(task, min(1, local + more), neighbours, province)["tier"]
    assert TIERS.index(after) <= TIERS.index(before)


@given(task=part, local=part, neighbours=part, province=part)
def test_at_the_capacity_that_hands_it_back_the_task_comes_back(task, local, neighbours, province):
    advice = one(task, local, neighbours, province)
    if np.isfinite(advice["hands_back"]):
        after = one(task, advice["hands_back"], neighbours, province)["tier"]
        assert TIERS.index(after) < TIERS.index(advice["tier"])


# At the door


def test_impossible_numbers_are_refused():
    with pytest.raises(ValueError, match=r"1 of 1 task lie outside 0\.\.1; first is place A"):
        one(1.2, 0.5)
    with pytest.raises(ValueError, match="1 of 1 province lie outside 0"):
        one(1, 0.5, 0.5, 7)
    with pytest.raises(ValueError, match="small must be a share between 0 and 1, not 2"):
        one(1, 0.5, small=2)
