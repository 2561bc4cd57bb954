"""Who should act: the sentence and its numbers, with Bangkok, Pattaya and the reader's own estimates."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.support.advice import advise, flips, task_flips, tasks
from geo.support.reasoning import Reasoned, reason
from geo.support.telling import advice_told, resource_names
from geo.words import LANGUAGES, say

CODES = ["11", "12", "13", "14", "15"]
NOBODY = pd.Series(float("nan"), CODES)


def test_a_task_is_the_share_of_the_standard_that_is_missing() -> None:
    assert tasks(pd.Series([0.0, 25.0, 50.0]), 50).tolist() == [0, 0.5, 1]
    assert tasks(pd.Series([10.0, 40.0]), 50, factor=2).tolist() == [0.4, 1]


def test_the_smallest_unit_that_covers_the_task_by_hand() -> None:
    task = pd.Series([0.3, 0.6, 0.9, 0.9, 0.0], CODES)
    local = pd.Series([0.5, 0.5, 0.5, 0.5, float("nan")], CODES)
    together = pd.Series([0.1, 0.1, 0.95, 0.2, float("nan")], CODES)
    table = advise(task, local, together, NOBODY, pd.Series("money", CODES)).table
    assert table["tier"].tolist() == ["local", "local with support", "neighbours", "centre", "none"]
    assert table["support"].tolist() == ["", "money", "", "", ""]
    # Support ends at the task itself; a larger unit hands back at the task less what support makes up for.
    assert table["hands_back"].round(2).tolist()[1:4] == [0.6, 0.75, 0.75]


def test_an_estimate_of_the_reader_stands_only_where_given_and_is_marked() -> None:
    task = pd.Series(0.5, CODES)
    table = advise(task, NOBODY, NOBODY, NOBODY, pd.Series("", CODES), judged={"12": 0.6, "99": 0.1}).table
    assert table["tier"].tolist() == ["no data", "local", "no data", "no data", "no data"]
    assert table["judged"].tolist() == [False, True, False, False, False]


def test_bangkok_its_districts_and_pattaya_are_told_apart() -> None:
    codes = ["10", "1001", "20", "2004", "2001"]
    nan = pd.Series(float("nan"), codes)
    special = advise(pd.Series(0.5, codes), nan, nan, nan, pd.Series("", codes)).table["special"]
    assert special.tolist() == ["bangkok", "bangkok", "pattaya", "pattaya", ""]


def test_flips_count_areas_advised_otherwise() -> None:
    task, local = pd.Series([0.6, 0.7], ["11", "12"]), pd.Series([0.5, 0.5], ["11", "12"])
    nan = pd.Series(float("nan"), ["11", "12"])
    advice = advise(task, local, nan, nan, pd.Series("", ["11", "12"]), small=0.15)
    # At 0.15 the first is supported; at 0.05 it is not; at 0.20 the second is too.
    assert flips(advice, 0.15, (0.05, 0.15, 0.20)).to_dict() == {0.05: 1, 0.15: 0, 0.20: 1}


def test_flips_of_the_task_count_areas_advised_otherwise() -> None:
    gap, local = pd.Series([10.0, 20.0, 0.0], CODES[:3]), pd.Series([0.3, 0.3, float("nan")], CODES[:3])
    nan = pd.Series(float("nan"), CODES[:3])
    advice = advise(tasks(gap, 50), local, nan, nan, pd.Series("", CODES[:3]), small=0.15)
    assert advice.table["tier"].tolist() == ["local", "local with support", "none"]
    # Twice as much: tasks of .4 and .8, the first is supported, the second exceeds all; half as much: both local.
    assert task_flips(advice, gap, 50, 0.15, (0.5, 1.0, 2.0)).to_dict() == {0.5: 1, 1.0: 0, 2.0: 2}


@pytest.fixture(scope="module")
def provinces() -> Reasoned:
    return reason("province")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_province_has_its_sentence_with_its_own_numbers(provinces: Reasoned, lang: str) -> None:
    speak = say(lang)
    for code, row in provinces.advice.table.iterrows():
        told = advice_told(provinces, str(code), "x", speak, lang)
        assert told[-1] == speak("support_advice.central")
        if row["tier"] in ("local", "local with support", "neighbours", "centre"):
            assert f"{row['task']:.2f}" in told[0]
            assert f"{row['local']:.2f}" in told[0]
        if row["tier"] in ("local with support", "neighbours", "centre"):
            assert f"{round(row['task'], 2) - round(row['local'], 2):.2f}" in told[0]
        if row["tier"] == "local with support":
            assert resource_names(str(row["support"]), speak) in told[0]
            assert f"{row['hands_back']:.2f}" in told[0]


def test_bangkok_is_never_sent_to_a_provincial_organisation() -> None:
    for level, code in (("province", "10"), ("district", "1003")):
        found = reason(level, "mobility" if level == "district" else "all")
        told = " ".join(advice_told(found, code, "x", say("en"), "en"))
        assert "Bangkok Metropolitan Administration" in told
        assert found.advice.table.at[code, "tier"] in ("none", "no data")
        assert pd.isna(found.advice.table.at[code, "province"])


def test_pattaya_is_asked_first_in_its_district() -> None:
    told = advice_told(reason("district"), "2004", "x", say("en"), "en")
    assert any("Pattaya City" in sentence for sentence in told)


def test_in_a_district_without_open_budgets_the_advice_is_to_ask_and_names_the_next_larger_unit() -> None:
    found = reason("district")
    table = found.advice.table
    waiting = table[table["tier"].eq("no data") & table["special"].eq("") & table["task"].gt(0)]
    assert len(waiting) > 300
    code = str(waiting.index[0])
    told = advice_told(found, code, "x", say("en"), "en")
    assert "Ask them first" in told[0]
    assert f"{table.at[code, 'province']:.2f}" in told[1]
    judged = reason("district", judged={code: 1.0})
    assert judged.advice.table.at[code, "tier"] == "local"
    assert any("your own estimate" in sentence for sentence in advice_told(judged, code, "x", say("en"), "en"))


def test_a_heading_measured_nowhere_in_the_area_gives_no_task() -> None:
    told = advice_told(reason("district", "economy"), "5001", "x", say("en"), "en")
    assert "Measure first" in told[0]
