"""Where first: the three lists and their core, on paper."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.support.first import lists, needs_in_draws

CODES = ["a", "b", "c", "d", "e"]
NEEDS = pd.Series([40.0, 10.0, 20.0, 0.0, 0.0], CODES)
PEOPLE = pd.Series([100.0, 1000.0, 150.0, 9000.0, 10.0], CODES)
ABLE = pd.Series([0.5, 0.5, 0.0, 0.1, None], CODES)
SAME = pd.DataFrame(dict.fromkeys(range(20), NEEDS))


def test_people_times_need_times_what_is_lacking() -> None:
    found = lists(NEEDS, PEOPLE, ABLE, SAME, "people_need_capacity")
    # P N (2 - C): a 100 x 40 x 1.5, b 1000 x 10 x 1.5, c 150 x 20 x 2.
    assert found.table["most_people"].tolist()[:4] == [6000, 15000, 6000, 0]
    assert pd.isna(found.table.at["e", "most_people"])
    assert found.crowd == "people_need_capacity"


def test_without_capacity_it_is_people_times_need() -> None:
    found = lists(NEEDS, PEOPLE, ABLE, SAME, "people_need")
    assert found.table["most_people"].tolist() == [4000, 10000, 3000, 0, 0]


def test_where_no_capacity_is_known_at_all_it_is_left_out_and_the_answer_says_so() -> None:
    nobody = pd.Series(float("nan"), CODES)
    found = lists(NEEDS, PEOPLE, nobody, SAME, "people_need_capacity")
    assert found.crowd == "people_need"
    assert found.table["most_people"].tolist() == [4000, 10000, 3000, 0, 0]


def test_the_front_holds_whom_nobody_beats_and_no_area_that_needs_nothing() -> None:
    found = lists(NEEDS, PEOPLE, ABLE, SAME, "people_need")
    # a has the deepest gap, b the most people with one, c is between both; d is largest and needs nothing.
    assert found.table["pareto"].tolist() == [True, True, True, False, False]
    beaten = lists(NEEDS, pd.Series([200.0, 1000.0, 150.0, 9000.0, 10.0], CODES), ABLE, SAME, "people_need")
    assert beaten.table["pareto"].tolist() == [True, True, False, False, False]


def test_the_core_is_on_top_in_nearly_every_draw_and_never_without_a_need() -> None:
    found = lists(NEEDS, PEOPLE, ABLE, SAME, "people_need", top=20, sure=90)
    assert found.core["deepest"].tolist() == [True, False, False, False, False]
    assert found.core["most_people"].tolist() == [False, True, False, False, False]
    restless = SAME.copy()
    restless.loc["a", range(5)] = 0.0
    assert not lists(NEEDS, PEOPLE, ABLE, restless, top=20, sure=90).core["deepest"].any()
    idle = lists(NEEDS * 0, PEOPLE, ABLE, SAME * 0, top=20, sure=50)
    assert not idle.core.any(axis=None)


def test_ranks_carry_the_range_they_take_over_the_draws() -> None:
    swapped = SAME.copy()
    swapped.loc["a", range(10)] = 15.0
    table = lists(NEEDS, PEOPLE, ABLE, swapped, "people_need").table
    assert (table.at["a", "deepest_low"], table.at["a", "deepest_high"]) == (1, 2)
    assert (table.at["b", "deepest_low"], table.at["b", "deepest_high"]) == (3, 3)


def test_an_unknown_capacity_stays_open_in_the_draws() -> None:
    # Alone with two areas alike but for capacity: the unknown one takes any, so neither is surely ahead.
    needs, people = pd.Series([10.0, 10.0], ["x", "y"]), pd.Series([100.0, 100.0], ["x", "y"])
    draws = pd.DataFrame(dict.fromkeys(range(200), needs))
    able = pd.Series([0.5, None], ["x", "y"])
    table = lists(needs, people, able, draws, "people_need_capacity").table
    assert pd.isna(table.at["y", "most_people_low"])
    assert table.at["x", "most_people_low"] == 1


def test_needs_in_draws_weigh_what_is_known_in_the_draw() -> None:
    draws = {"net": pd.DataFrame([[20.0, 30.0]], index=["38"]), "power": pd.DataFrame([[None, 50.0]], index=["38"])}
    standards = pd.Series({"net": 50.0, "power": 50.0})
    found = needs_in_draws(draws, standards, pd.Series({"net": 1.0, "power": 1.0}), count=2)
    # First draw: power has no score, so net alone counts. Second: gaps 20 and 0, weights within a quarter of equal.
    assert found.loc["38", 0] == pytest.approx(30)
    assert 20 * 0.75 / 2 <= found.loc["38", 1] <= 20 * 1.25 / 2
    again = needs_in_draws(draws, standards, pd.Series({"net": 1.0, "power": 1.0}), count=2)
    assert found.equals(again)
