"""The map in sentences: ties are counted, shares are told as shares, nothing is claimed without evidence."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.maps.choropleth import Together
from geo.maps.summary import Told, summary
from geo.words import Text, say
from tests.geo.maps.test_choropleth import CODES, LAYER, drawing, measured

NAMES = {code: f"P{code}" for code in CODES}


def test_ties_are_counted_and_no_name_is_picked_from_them():
    told = drawing(measured([0, 0, 0, 0, 7, 9]))
    assert "Furthest behind: 4 provinces share the value 0." in told.summary
    assert "11" not in told.summary


def test_a_few_tied_areas_are_all_named():
    assert "Best: 14, 15 with 9." in drawing(measured([0, 1, 2, 3, 9, 9])).summary


def test_values_that_print_alike_are_ties():
    assert "Furthest behind: Bangkok <b>, 11 with 1." in drawing(measured([1.04, 1.01, 2, 3, 4, 5])).summary


def ranged(low, high):
    values = pd.Series([10.0, 20.0, 30.0, 40.0], ["10", "11", "12", "13"])
    ends = [pd.Series(end, values.index, dtype=float) for end in (low, high)]
    told = Told(LAYER, "en", say("en"), NAMES, "provinces", "2021", None, {}, *ends)
    return summary(values, pd.Series("0", values.index), pd.Series(1.0, values.index), told)


def test_an_end_is_told_with_its_range_and_how_many_others_it_reaches():
    told = ranged([8, 12, 28, 31], [12, 29, 33, 49])
    assert "Best: P13 with 40. Its range is 31 to 49: others that may stand there as well: 1." in told
    assert "Furthest behind: P10 with 10. Its range is 8 to 12: others that may stand there as well: 1." in told


def test_a_range_that_reaches_nobody_and_none_at_all_are_told_apart():
    assert "Best: P13 with 40. Its range is 39 to 41; no other reaches it." in ranged([9, 19, 29, 39], [11, 21, 31, 41])
    assert "range" not in ranged([np.nan] * 4, [np.nan] * 4)


@pytest.mark.parametrize(
    ("better", "first", "second"),
    [
        ("higher", "Best: 15 with 6.", "Furthest behind: Bangkok"),
        ("lower", "Best: Bangkok", "Furthest behind: 15 with 6."),
    ],
)
def test_the_good_end_stands_first_whichever_way_is_better(better, first, second):
    layer = SimpleNamespace(**{**vars(LAYER), "better": better})
    told = drawing(measured([1, 2, 3, 4, 5, 6]), layer=layer).summary
    assert 0 < told.index(first) < told.index(second)


def test_where_neither_way_is_better_nobody_is_called_best():
    layer = SimpleNamespace(**{**vars(LAYER), "better": "neither"})
    told = drawing(measured([1, 2, 3, 4, 5, 6]), layer=layer).summary
    assert "Highest: 15 with 6.\nLowest: Bangkok <b> with 1." in told
    assert "Best" not in told


def test_a_yes_or_no_layer_is_told_as_shares_and_has_no_median():
    layer = SimpleNamespace(**{**vars(LAYER), "words": {0.0: Text("ไม่มี", "no"), 100.0: Text("มี", "yes")}})
    told = drawing(measured([100, 100, 100, 0, None, None]), layer=layer).summary
    assert "of 4 provinces: yes: 3 (75.0 %); no: 1 (25.0 %)." in told
    assert "median" not in told


def test_equal_values_and_a_single_one_are_told_for_what_they_are():
    assert "all 6 provinces with a value have the same one, 7 Mbit/s" in drawing(measured([7] * 6)).summary
    assert drawing(measured([7] * 6), shown=["11"]).summary == "Speed, 2021: 11 has 7 Mbit/s."


def test_no_pattern_found_is_no_evidence_and_never_no_clustering():
    told = drawing(measured([1, 2, 3, 4, 5, 6]), together=Together()).summary
    assert "There is no evidence that provinces with like values lie together." in told


def test_places_among_their_like_are_named_as_far_as_they_are_shown():
    together = Together(high=frozenset({"15"}), low=frozenset({"10", "11", "12", "13"}))
    told = drawing(measured([1, 2, 3, 4, 5, 6]), together=together).summary
    assert "Low values lie together: Bangkok <b>, 11, 12 and 1 more.\nHigh values lie together: 15." in told
    elsewhere = drawing(measured([1, 2, 3, 4, 5, 6]), together=Together(low=frozenset({"10"})), shown=["14", "15"])
    assert "in other parts of the country, not in this view" in elsewhere.summary
    assert "lie together" not in drawing(measured([1, 2, 3, 4, 5, 6])).summary, "nobody looked, nothing is said"


def test_what_is_missing_is_told_by_reason_with_its_people():
    data = measured([1, 2, 3, None, None, None], ["ok"] * 3 + ["no data", "too few", "not applicable"], [10] * 6)
    told = drawing(data).summary
    assert "For 3 of the provinces, with 30 people, there is no value (No data 1, Too few to tell 1, " in told
    unknown = measured([1, 2, 3, 4, 5, None], people=[np.nan] * 6)
    assert "For 1 of the provinces there is no value." in drawing(unknown).summary


values = st.lists(st.one_of(st.none(), st.floats(-1e6, 1e6), st.just(float("inf"))), min_size=6, max_size=6)


@given(values, st.sampled_from(["en", "th"]))
def test_every_map_can_be_told_in_both_languages(column, lang):
    told = drawing(measured(column), lang, together=Together(low=frozenset({"11"}))).summary
    assert told
    assert "nan" not in told
    assert "inf" not in told
    assert "{" not in told


def many_lying(homes):
    """Low areas that lie together, so many in each province."""
    codes = [f"{i:02}" for i in range(sum(homes.values()))]
    lies = dict(zip(codes, (home for home, count in homes.items() for _ in range(count)), strict=True))
    values = pd.Series(range(len(codes)), codes, dtype=float)
    told = Told(LAYER, "en", say("en"), {}, "districts", "2021", Together(low=frozenset(codes)), provinces=lies)
    return summary(values, pd.Series("0", codes), pd.Series(1.0, codes), told)


def test_many_areas_that_lie_together_are_told_by_province():
    told = many_lying({"Nan": 3, "Tak": 6, "Loei": 4, "Trat": 1})
    assert (
        "Low values lie together in 14 districts; the provinces with most of them: Tak (6), Loei (4), Nan (3)." in told
    )


def test_no_province_is_named_before_one_that_holds_as_many():
    told = many_lying({"Nan": 3, "Tak": 6, "Loei": 3, "Trat": 3})
    assert "the provinces with most of them: Tak (6)." in told
    assert "Low values lie together: 00, 01, 02 and 9 more." in many_lying({"Nan": 3, "Tak": 3, "Loei": 3, "Trat": 3})


def test_few_areas_and_those_of_one_province_are_told_by_name():
    assert "Low values lie together: 00, 01, 02 and 7 more." in many_lying({"Nan": 6, "Tak": 4})
    assert "Low values lie together: 00, 01, 02 and 9 more." in many_lying({"Nan": 12})
