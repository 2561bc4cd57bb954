"""Small charts: the better end lies on the right, shares end in the corner, a missing year is a gap."""

from __future__ import annotations

import re

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from geo.fairness.words import printed_gap
from geo.publish.site import charts
from geo.words import show_number

NUMBERS = st.floats(-1e6, 1e6)


@given(NUMBERS, NUMBERS, st.integers(0, 3))
def test_a_gap_is_the_difference_of_the_numbers_as_printed(one: float, other: float, decimals: int) -> None:
    printed = [float(show_number(value, decimals).replace(",", "").replace("−", "-")) for value in (one, other)]
    assert show_number(printed_gap(one, other, decimals), decimals) == show_number(
        abs(printed[0] - printed[1]), decimals
    )


def test_better_lies_on_the_right_whichever_way_is_better() -> None:
    assert charts.Scale(0, 10, "higher").at(9) > charts.Scale(0, 10, "higher").at(1)
    assert charts.Scale(0, 10, "lower").at(9) < charts.Scale(0, 10, "lower").at(1)
    assert charts.Scale(5, 5, "higher").at(5) == 70


def test_a_range_is_drawn_around_its_value() -> None:
    drawn = str(charts.Scale(0, 132, "higher").row(50, 40, 70))
    assert [part in drawn for part in ('d="M44 9H74"', 'cx="54"')] == [True, True]
    assert "bar" not in str(charts.Scale(0, 132, "higher").row(50, float("nan"), float("nan")))


def test_a_curve_of_shares_runs_from_nothing_to_everything() -> None:
    table = pd.DataFrame({"start": [0.0, 50.0], "end": [50.0, 100.0], "height": [20.0, 100.0]})
    drawn = str(charts.curve(table, False, "who has how much", "people", "share", ("0", "100")))
    line = re.search(r'class="line" d="M(\S+) (\S+)L\S+ \S+L(\S+) (\S+)"', drawn)
    assert line is not None
    start, floor, end, top = map(float, line.groups())
    assert (start, floor, end, top) == (44, 256, 328, 10)
    assert 'aria-label="who has how much"' in drawn


def test_text_in_a_chart_is_text() -> None:
    table = pd.DataFrame({"start": [0.0], "end": [100.0], "height": [3.0]})
    drawn = str(charts.curve(table, True, 'a "b" <c>', "<x>", "y & z", ("0", "3")))
    assert [part in drawn for part in ("<c>", "<x>", "y &amp; z")] == [False, False, True]


def test_a_year_without_a_number_is_a_gap() -> None:
    drawn = str(charts.years([1.0, float("nan"), 2.0], ["2019", "2020", "2021"], ["1", "–", "2"], "told"))
    assert (drawn.count("<circle"), drawn.count("nan")) == (2, 0)
    assert len(re.findall("M", re.search(r'class="line" d="([^"]+)"', drawn)[1])) == 2  # type: ignore[index]
