"""Numbers where there are any, and a reason in words where there are none: never a traceback, never a silent nan."""

from __future__ import annotations

import math

import numpy as np
import pytest

from geo.fairness.answers import answer, answers, leading, tails
from geo.fairness.between import attributable, ends, split
from geo.fairness.curve import curve
from geo.fairness.doubt import doubt
from geo.fairness.field import Rank, income_rank
from geo.fairness.history import summary
from geo.fairness.shares import by_lot, fair_share
from geo.fairness.standards import line, lines, shortfall
from geo.words import messages
from tests.geo.fairness.made import OF_KIND, made

approx = pytest.approx
ODD = {
    "nobody at all": ([], []),
    "one place": ([5], [100]),
    "two places": ([5, 6], [100, 100]),
    "all equal": ([5, 5, 5, 5], [100, 100, 100, 100]),
    "one place holds everyone": ([5, 6, 7, 8], [1000, 0, 0, 0]),
    "a place with no people": ([5, 6, 7, 8], [100, 0, 100, 100]),
    "nobody lives anywhere": ([5, 6, 7, 8], [0, 0, 0, 0]),
    "all zero": ([0, 0, 0, 0], [100, 100, 100, 100]),
    "a zero": ([0, 6, 7, 8], [100, 100, 100, 100]),
}


@pytest.mark.parametrize("kind", list(OF_KIND))
@pytest.mark.parametrize("case", list(ODD))
@pytest.mark.parametrize("people", [True, False])
def test_odd_places_get_a_number_or_a_reason(kind: str, case: str, people: bool) -> None:
    values, heads = ODD[case]
    this = made(values, heads, kind, between_people=people)
    rank = income_rank(this, "household_income")
    known = set(messages("th"))
    for found in answers(this, rank).values():
        assert found.known or f"why_not.{found.why}" in known
    for drawn in (curve(this, kind_of_curve, rank) for kind_of_curve in this.fit.curves):
        assert f"why_not.{drawn.why}" in known or not drawn.table[["start", "end", "height"]].isna().any(axis=None)
    taken = split(this, "region")
    assert f"why_not.{taken.why}" in known or math.isfinite(taken.share)
    shared = fair_share(this)
    assert f"why_not.{shared.why}" in known or math.isfinite(shared.moved)
    apart = ends(this)
    assert f"why_not.{apart.why}" in known or math.isfinite(apart.gap)
    assert not math.isinf(attributable(this, apart))
    for kind_of_line in lines(this):
        short = shortfall(this, line(this, kind_of_line, 5.5))
        assert f"why_not.{short.why}" in known or 0 <= short.p0 <= 1
    ranges = doubt(this, ("gini", "tail_ratio")).ranges
    assert all(np.isfinite(span).all() for span in ranges.values())
    by_lot(this)
    summary(this, "household_income")


def test_equal_places_have_no_divide() -> None:
    this = made([5, 5, 5, 5], [100, 900, 30, 7])
    assert {answer(this, measure).value for measure in ("gini", "theil_t", "theil_l", "hoover", "atkinson")} == {0.0}
    assert (answer(this, "tail_ratio").value, answer(this, "tail_gap").value) == (approx(1), 0.0)
    assert split(this, "region").why in ("all_equal", "one_group")


def test_people_weigh_and_places_do_not() -> None:
    assert answer(made([1, 3, 3], [200, 100, 100]), "gini").value == approx(0.25)
    assert answer(made([1, 3, 3], [200, 100, 100], between_people=False), "gini").value == approx(4 / 21)


def test_a_zero_makes_theil_l_refuse_and_theil_t_go_on() -> None:
    this = made([0, 2, 4], [100, 100, 100])
    assert (answer(this, "theil_l").why, answer(this, "atkinson").why) == ("zeros", "zeros")
    assert answer(this, "theil_t").known
    endless = answer(this, "tail_ratio")
    assert (endless.value, endless.why) == (float("inf"), "bottom_none")


def test_the_fifths_are_those_of_people() -> None:
    assert tails(made([10, 20, 30], [20, 60, 20])) == approx((10, 30))
    assert tails(made([10, 20], [20, 60])) is None


@pytest.mark.parametrize(
    ("kind", "first"), [("score", "tail_gap"), ("percentage", "tail_ratio"), ("speed", "gini"), ("change", "tail_gap")]
)
def test_the_leading_measure_fits_the_kind(kind: str, first: str) -> None:
    assert leading(made([1, 2, 3], kind=kind)) == first


def test_a_slope_goes_from_the_poorest_to_the_richest_end() -> None:
    this = made([10, 20, 30, 40], kind="amount")
    income = this.values * 100
    rank = Rank(this.layer, "2021", income, False)
    # Ranks 1/8, 3/8, 5/8, 7/8: ten more for every quarter.
    assert answer(this, "slope", rank).value == approx(40)
    assert answer(this, "relative_slope", rank).value == approx(40 / 25)
    assert answer(this, "slope", rank._replace(values=income * 0 + 1)).why == "one_rank"
    # Two incomes make no line: through two groups it would tell twice what lies between them.
    two = rank._replace(values=(income > 2500) * 1.0)
    assert [answer(this, name, two).why for name in ("slope", "relative_slope")] == ["two_ranks", "two_ranks"]
    assert answer(this, "slope", None).why == "no_income"
