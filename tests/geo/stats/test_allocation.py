import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.decide import RULES, allocate, effect, frontier

approx = pytest.approx

jobs = st.lists(
    st.tuples(
        st.floats(0, 100).map(lambda gap: round(gap, 3)),
        st.integers(0, 500_000),
        st.floats(0.5, 900).map(lambda price: round(price, 2)),
    ),
    min_size=1,
    max_size=25,
)
shares = st.floats(0, 1.3)


def as_columns(drawn):
    gap, people, price = (np.array(column, dtype=float) for column in zip(*drawn, strict=True))
    return gap, people, price


def money(drawn, share):
    gap, people, price = as_columns(drawn)
    return share * float((gap * people * price).sum())


# By hand


def test_the_lowest_are_lifted_together_to_one_level():
    result = allocate([30, 20, 5], [10, 10, 10], budget=160)
    assert result["gap_after"].tolist() == approx([17, 17, 5])
    assert result["spend"].tolist() == approx([130, 30, 0])


def test_a_dear_place_is_lifted_to_the_same_level_as_a_cheap_one():
    result = allocate([30, 30], [10, 10], budget=400, unit_cost=[1, 3])
    assert result["gap_after"].tolist() == approx([20, 20])
    assert result["spend"].tolist() == approx([100, 300])


def test_proportional_money_follows_residents_times_gap():
    result = allocate([30, 10, 0], [10, 70, 99], budget=100, rule="proportional")
    assert result["spend"].tolist() == approx([30, 70, 0])
    assert result["gap_after"].tolist() == approx([27, 9, 0])


def test_proportional_money_a_place_cannot_use_goes_on():
    # Equal jobs of 100 points; the cheap one is finished with 100, the dear one takes the rest.
    result = allocate([10, 10], [10, 10], budget=250, unit_cost=[1, 5], rule="proportional")
    assert result["spend"].tolist() == approx([100, 150])
    assert result["gap_after"].tolist() == approx([0, 7])


def test_the_largest_job_is_finished_first():
    result = allocate([30, 10, 5], [1, 10, 2], budget=115, rule="largest_first")
    assert result["spend"].tolist() == approx([15, 100, 0])
    assert result["gap_after"].tolist() == approx([15, 0, 5])


def test_the_nearest_to_the_standard_is_finished_first():
    result = allocate([30, 10, 5], [1, 10, 2], budget=60, rule="nearest_first")
    assert result["gap_after"].tolist() == approx([30, 5, 0])


def test_equal_money_per_head_until_a_place_has_enough():
    result = allocate([30, 2, 0], [10, 10, 80], budget=100, rule="equal_per_head")
    assert result["spend"].tolist() == approx([80, 20, 0])
    assert result["gap_after"].tolist() == approx([22, 0, 0])


@pytest.mark.parametrize("rule", ["largest_first", "nearest_first"])
def test_places_whose_turn_it_is_at_once_share_alike(rule):
    assert allocate([10, 10], [5, 5], budget=50, rule=rule)["spend"].tolist() == approx([25, 25])


@pytest.mark.parametrize("rule", RULES)
def test_a_place_without_residents_receives_nothing_and_keeps_its_gap(rule):
    result = allocate([30, 10], [0, 10], budget=50, rule=rule)
    assert result["spend"].tolist() == approx([0, 50])
    assert result["gap_after"].tolist() == approx([30, 5])


@pytest.mark.parametrize("rule", RULES)
def test_no_money_changes_nothing_and_more_than_enough_closes_every_gap(rule):
    nothing = allocate([30.5, 10, 0], [3, 7, 5], budget=0, rule=rule)
    plenty = allocate([30.5, 10, 0], [3, 7, 5], budget=1e12, rule=rule)
    assert nothing.to_dict("list") == {"spend": [0, 0, 0], "gap_after": [30.5, 10, 0]}
    assert plenty.to_dict("list") == {"spend": [91.5, 70, 0], "gap_after": [0, 0, 0]}


def test_the_codes_of_the_places_come_back():
    codes = ["1001", "3801"]
    assert allocate(pd.Series([1.0, 2], codes), pd.Series([5, 5], codes), 3).index.tolist() == codes


# By law


@pytest.mark.parametrize("rule", RULES)
@given(drawn=jobs, share=shares)
def test_the_guarantees_hold(rule, drawn, share):
    gap, people, price = as_columns(drawn)
    budget = money(drawn, share)
    result = allocate(gap, people, budget, price, rule)
    spend, after = result["spend"].to_numpy(), result["gap_after"].to_numpy()
    assert spend.sum() <= budget * (1 + 1e-12) + 1e-9
    assert (spend >= 0).all()
    assert (after <= gap).all()
    assert (after >= 0).all()
    assert (price * people * (gap - after)).tolist() == approx(spend.tolist(), rel=1e-6, abs=1e-3)


@pytest.mark.parametrize("rule", RULES)
@given(drawn=jobs, share=st.floats(0, 1))
def test_money_that_can_be_used_is_used(rule, drawn, share):
    gap, people, price = as_columns(drawn)
    budget = money(drawn, share)
    assert allocate(gap, people, budget, price, rule)["spend"].sum() == approx(budget, rel=1e-6, abs=0.01)


@given(drawn=jobs, less=shares, more=shares)
def test_more_money_hurts_nobody_when_the_lowest_come_first(drawn, less, more):
    gap, people, price = as_columns(drawn)
    small, large = sorted([money(drawn, less), money(drawn, more)])
    before = allocate(gap, people, small, price)["gap_after"]
    assert (allocate(gap, people, large, price)["gap_after"] <= before + 1e-9).all()


@pytest.mark.parametrize("rule", RULES)
@given(drawn=jobs, share=shares, seed=st.integers(0, 99))
def test_the_order_of_rows_does_not_matter_and_the_answer_is_the_same_every_time(rule, drawn, share, seed):
    gap, people, price = as_columns(drawn)
    budget = money(drawn, share)
    order = np.random.default_rng(seed).permutation(len(gap))
    straight = allocate(gap, people, budget, price, rule)
    mixed = allocate(gap[order], people[order], budget, price[order], rule)
    assert mixed.to_numpy() == approx(straight.to_numpy()[order], rel=1e-6, abs=1e-6)
    pd.testing.assert_frame_equal(straight, allocate(gap, people, budget, price, rule))


@given(drawn=jobs, share=shares, rule=st.sampled_from(RULES))
def test_no_rule_leaves_the_worst_place_better_off_than_lowest_first(drawn, share, rule):
    gap, people, price = as_columns(drawn)
    people = people + 1
    budget = share * float((gap * people * price).sum())
    best = allocate(gap, people, budget, price)["gap_after"].max()
    assert best <= allocate(gap, people, budget, price, rule)["gap_after"].max() + 1e-6


@given(
    drawn=jobs,
    share=shares,
    parts=st.integers(2, 5),
    rule=st.sampled_from(["lowest_first", "proportional", "equal_per_head"]),
)
def test_splitting_a_place_changes_no_gap(rule, drawn, share, parts):
    gap, people, price = as_columns(drawn)
    budget = money(drawn, share)
    whole = allocate(gap, people, budget, price, rule)["gap_after"]
    split = allocate(np.repeat(gap, parts), np.repeat(people / parts, parts), budget, np.repeat(price, parts), rule)
    assert split["gap_after"].to_numpy()[::parts] == approx(whole.to_numpy(), rel=1e-6, abs=1e-6)


# What it changes


def test_effect_by_hand():
    result = effect([20, 40, 80], [100, 100, 200], standard=50, groups=["north", "south", "south"])
    assert result["places_below"] == 2
    assert result["people_below"] == 200
    assert result["p0"] == approx(0.5)
    assert result["p1"] == approx(0.25 * 0.6 + 0.25 * 0.2)
    assert result["p2"] == approx(0.25 * 0.36 + 0.25 * 0.04)
    assert result["lowest"] == 20
    assert result["group_gap"] == approx((40 + 2 * 80) / 3 - 20)


def test_effect_after_the_money_sees_the_lifted_places():
    after = effect([20, 40, 80], [100, 100, 200], standard=50, gap_after=[15, 0, 0])
    assert after["places_below"] == 1
    assert after["lowest"] == 35
    assert after["p1"] == approx(0.25 * 0.3)
    assert after["gini"] < effect([20, 40, 80], [100, 100, 200], standard=50)["gini"]


def test_no_unevenness_is_told_where_all_have_nothing():
    assert np.isnan(effect([0, 0], [1, 1], standard=50)["gini"])


@given(drawn=jobs, share=st.floats(0, 1), rule=st.sampled_from(RULES))
def test_money_never_raises_a_measure_of_being_below(drawn, share, rule):
    gap, people, price = as_columns(drawn)
    values, people = 100 - gap, people + 1
    budget = share * float((gap * people * price).sum())
    before = effect(values, people, standard=100)
    after = effect(values, people, 100, allocate(gap, people, budget, price, rule)["gap_after"].to_numpy())
    for measure in ["places_below", "people_below", "p0", "p1", "p2"]:
        assert after[measure] <= before[measure] + 1e-9
    assert after["lowest"] >= before["lowest"] - 1e-9


def test_frontier_has_a_row_for_every_rule_and_budget():
    result = frontier([20, 40, 80], [10, 10, 10], 50, [0, 150, 1000], rules=["lowest_first", "nearest_first"])
    assert result.index.names == ["rule", "budget"]
    assert result.loc[("lowest_first", 150)].to_dict() == approx(
        effect([20, 40, 80], [10, 10, 10], 50, [15, 10, 0])
        | {"spend": 150, "places_funded": 1, "people_funded": 10, "places_lifted": 0}
    )
    assert result.loc[("nearest_first", 150), "places_lifted"] == 1
    assert result.loc[("nearest_first", 1000), ["spend", "places_below"]].tolist() == [400, 0]


# At the door


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ({"gap": [1, np.nan]}, "1 of 2 gap are missing; first is place number 2"),
        ({"gap": [-1, 2]}, "1 of 2 gap are negative; first is place number 1"),
        ({"gap": [1, 2, 3]}, "equally long"),
        ({"gap": []}, "equally long"),
        ({"people": [5, np.nan]}, "1 of 2 people are missing"),
        ({"people": [5, -5]}, "1 of 2 people are negative"),
        ({"unit_cost": -1}, "2 of 2 unit_cost are negative"),
        ({"unit_cost": 0}, "2 of 2 unit_cost are 0; closing a gap must cost something"),
        ({"unit_cost": [1, 0]}, "1 of 2 unit_cost are 0; .* first is place number 2"),
        ({"budget": -1}, "the budget must be a number of 0 or more, not -1"),
        ({"budget": np.nan}, "the budget must be a number of 0 or more, not nan"),
        ({"rule": "fairest"}, "rule 'fairest' is not one of lowest_first"),
    ],
)
def test_wrong_input_is_refused_with_a_sentence(arguments, sentence):
    with pytest.raises(ValueError, match=sentence):
        allocate(**{"gap": [1, 2], "people": [5, 5], "budget": 3, **arguments})


def test_columns_in_another_order_are_refused_by_place():
    with pytest.raises(ValueError, match="different order; row 1 is place 10"):
        allocate(pd.Series([1.0, 2], ["10", "38"]), pd.Series([1.0, 2], ["38", "10"]), 3)


def test_a_standard_of_zero_and_a_country_without_people_are_refused():
    with pytest.raises(ValueError, match="standard must be a number over 0, not 0"):
        effect([1], [1], standard=0)
    with pytest.raises(ValueError, match="nobody lives in the 2 places"):
        effect([1, 2], [0, 0], standard=5)
