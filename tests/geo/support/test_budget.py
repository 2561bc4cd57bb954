"""The simulator: what it says by hand, and what must hold for every rule, budget and country."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geo.stats.decide import RULES
from geo.support.budget import MILLION, Simulated, fault, over_budgets, simulate

STANDARD = 50.0


@st.composite
def countries(draw: st.DrawFn) -> tuple[pd.Series, pd.Series, pd.Series]:
    """Scores (some unknown), people (some none) and regions of up to eight areas, one with both."""
    count = draw(st.integers(2, 8))
    codes = [f"{n:02}" for n in range(count)]
    score = st.one_of(st.none(), st.floats(0, 100).map(lambda x: round(x, 3)))
    scores = [20.0, *draw(st.lists(score, min_size=count - 1, max_size=count - 1))]
    people = [100.0, *draw(st.lists(st.integers(0, 10**6).map(float), min_size=count - 1, max_size=count - 1))]
    return (
        pd.Series(scores, codes, dtype=float),
        pd.Series(people, codes),
        pd.Series(["north", "south"] * count, dtype=str).head(count).set_axis(codes),
    )


def shared(country: tuple[pd.Series, pd.Series, pd.Series], part: float, rule: str) -> tuple[Simulated, float]:
    """A budget of a part of what all gaps cost, shared out."""
    scores, people, groups = country
    gap = (STANDARD - scores).clip(lower=0)
    budget = part * float((gap * people).sum()) * 10 / MILLION
    done = simulate(scores, people, groups, STANDARD, budget, 10, rule)
    assert done is not None
    return done, budget


parts = st.floats(0, 1.5)


@settings(max_examples=40)
@given(countries(), parts, st.sampled_from(RULES))
def test_no_more_than_the_budget_is_spent_nobody_falls_and_nobody_passes_the_standard(
    country: tuple[pd.Series, pd.Series, pd.Series], part: float, rule: str
) -> None:
    done, budget = shared(country, part, rule)
    assert done.spent <= budget * MILLION * (1 + 1e-9)
    assert (done.table["gap_after"] <= done.table["gap"] + 1e-9).all()
    assert (done.table["gap_after"] >= 0).all()
    assert done.after["lowest"] >= done.before["lowest"] - 1e-9
    for measure in ("p0", "p1", "p2", "people_below", "places_below"):
        assert done.after[measure] <= done.before[measure] + 1e-9
    assert done.funded == int((done.table["spend"] > 0).sum())


@settings(max_examples=40)
@given(countries(), parts, parts)
def test_more_money_hurts_nobody_when_the_lowest_come_first(
    country: tuple[pd.Series, pd.Series, pd.Series], one: float, other: float
) -> None:
    less, _ = shared(country, min(one, other), "lowest_first")
    more, _ = shared(country, max(one, other), "lowest_first")
    assert (more.table["gap_after"] <= less.table["gap_after"] + 1e-6).all()


@settings(max_examples=25)
@given(countries(), parts, st.sampled_from(RULES), st.integers(0, 99))
def test_the_same_answer_every_time_whatever_the_order_of_rows(
    country: tuple[pd.Series, pd.Series, pd.Series], part: float, rule: str, seed: int
) -> None:
    done, budget = shared(country, part, rule)
    mixed = list(np.random.default_rng(seed).permutation(country[0].index))
    again = simulate(*(column[mixed] for column in country), STANDARD, budget, 10, rule)
    assert again is not None
    pd.testing.assert_frame_equal(again.table.sort_index(), done.table.sort_index(), rtol=1e-6, atol=1e-6)


@settings(max_examples=25)
@given(countries(), st.sampled_from(RULES))
def test_no_money_changes_nothing_and_enough_closes_every_gap(
    country: tuple[pd.Series, pd.Series, pd.Series], rule: str
) -> None:
    nothing, _ = shared(country, 0, rule)
    assert nothing.table["gap_after"].tolist() == nothing.table["gap"].tolist()
    assert nothing.before == pytest.approx(nothing.after, nan_ok=True)
    enough, _ = shared(country, 1.5, rule)
    assert enough.spent == pytest.approx(enough.full_cost)
    assert enough.after["p0"] == 0


def test_a_small_country_by_hand() -> None:
    scores = pd.Series({"a": 20.0, "b": 40.0, "c": 90.0, "d": None, "e": 10.0})
    people = pd.Series({"a": 1000.0, "b": 1000.0, "c": 2000.0, "d": 500.0, "e": 0.0})
    regions = pd.Series({"a": "n", "b": "n", "c": "s", "d": "s", "e": "s"})
    done = simulate(scores, people, regions, STANDARD, budget=2, unit_cost=100)
    assert done is not None
    # 2 million baht lift a by 20 points: 20 x 1,000 x 100.
    assert done.table["spend"].tolist() == [pytest.approx(2e6), 0, 0]
    assert done.table.at["a", "gap_after"] == pytest.approx(10)
    assert (done.funded, done.funded_people, done.full_cost) == (1, 1000, 4e6)
    assert done.left_out == ["d", "e"]
    assert done.left_out_people == 500
    assert done.before["p0"] == pytest.approx(0.5)
    assert done.before["p1"] == pytest.approx((30 / 50 + 10 / 50) / 4)
    assert done.after["p1"] == pytest.approx((10 / 50 + 10 / 50) / 4)
    # Region n stands at 30 before and 40 after, s at 90.
    assert (done.before["group_gap"], done.after["group_gap"]) == (pytest.approx(60), pytest.approx(50))
    assert (done.before["lowest"], done.after["lowest"]) == (20, pytest.approx(40))


def test_without_groups_no_gap_between_them_is_told() -> None:
    done = simulate(pd.Series({"a": 20.0}), pd.Series({"a": 10.0}), None, STANDARD, 1, 1)
    assert done is not None
    assert "group_gap" not in done.before


def test_nobody_to_fund_is_none_and_not_a_fault() -> None:
    assert simulate(pd.Series({"a": None}, dtype=float), pd.Series({"a": 10.0}), None, STANDARD, 1, 1) is None
    assert simulate(pd.Series({"a": 20.0}), pd.Series({"a": None}, dtype=float), None, STANDARD, 1, 1) is None


@pytest.mark.parametrize(
    ("budget", "cost", "wrong"),
    [(-1, 5, "budget"), (float("nan"), 5, "budget"), (float("inf"), 5, "budget"), (0, 5, ""), (1, 0, "unit_cost"),
     (1, -2, "unit_cost"), (1, float("nan"), "unit_cost")],
)  # fmt: skip
def test_impossible_numbers_are_named(budget: float, cost: float, wrong: str) -> None:
    assert fault(budget, cost) == wrong


def test_the_frontier_runs_from_nothing_to_all_gaps_closed_for_every_rule() -> None:
    scores, people = pd.Series({"a": 20.0, "b": 40.0, "c": 90.0}), pd.Series({"a": 10.0, "b": 20.0, "c": 5.0})
    done = simulate(scores, people, None, STANDARD, 1, 1)
    assert done is not None
    table = over_budgets(done, STANDARD, 1, steps=5)
    assert set(table.index.get_level_values("rule")) == set(RULES)
    for rule in RULES:
        p2 = table.loc[rule]["p2"]
        assert p2.iloc[0] == pytest.approx(done.before["p2"])
        assert p2.iloc[-1] == 0
        assert p2.is_monotonic_decreasing
