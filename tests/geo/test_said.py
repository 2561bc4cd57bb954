"""What authorities said beside what is measured. Published figures: kpiebook63021, pages 46 to 59 and 86."""

from __future__ import annotations

import numpy as np
import pytest

from geo import survey
from geo.readiness import assess
from geo.said import stated, statements
from geo.standing import regional_ranks

SAID = {one.statement: one for one in statements()}


def test_every_statement_has_its_page() -> None:
    pages = {name: one.pages for name, one in SAID.items()}
    assert pages == {
        "level": "46",
        "rank": "49",
        "first": "51",
        "governance": "51",
        "last": "51",
        "types": "59",
        "needs": "86",
    }


def test_the_northeast_is_fourth_with_40_35_percent_as_published_on_page_49() -> None:
    assert SAID["rank"].facts == {"rank": 4.0, "value": 40.35}


def test_quality_of_life_by_type_is_as_published_on_page_59() -> None:
    assert SAID["types"].facts == {"city": 72.85, "town": 57.13, "subdistrict": 56.21, "sao": 53.94, "pao": 46.72}


def test_what_was_asked_for_comes_in_the_order_of_page_86() -> None:
    assert SAID["needs"].facts["order"] == ["money", "technology", "skills"]


def test_an_order_agrees_only_where_the_published_rank_lies_in_the_measured_range() -> None:
    row = regional_ranks(assess("provision", "province")).loc["northeast"]
    assert (SAID["rank"].agreement == "agree") == bool(row["low"] <= 4 <= row["high"])


def test_what_was_not_measured_is_never_said_to_agree_or_differ() -> None:
    for name in ("governance", "last", "needs"):
        assert SAID[name].agreement == "open"


def test_a_number_that_nobody_could_read_stays_unknown() -> None:
    value, page = stated(survey.regions(), "south", "Overall", "mean score")
    assert np.isnan(value)
    assert page == ""


@pytest.mark.parametrize("name", ["city", "town", "subdistrict", "sao", "pao"])
def test_websites_by_type_are_shares_of_authorities(name: str) -> None:
    assert 0 <= SAID["types"].found[name] <= 100


def test_a_place_that_is_certain_is_one_number_and_no_range() -> None:
    for span in SAID["first"].found.values():
        low, _, high = span.partition("–")
        assert low != high
