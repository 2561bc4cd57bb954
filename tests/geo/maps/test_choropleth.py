"""One description of a map: who is in which class, what the legend says, what is missing and for how many."""

from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.maps.choropleth import Shapes, describe, to_polygons
from geo.words import Text, say

CODES = ("10", "11", "12", "13", "14", "15")
LAYER = SimpleNamespace(
    id="speed",
    title=Text("ความเร็ว", "Speed"),
    unit=Text("เมกะบิตต่อวินาที", "Mbit/s"),
    decimals=0,
    better="higher",
    base_unit=None,
    words={},
)


def measured(values, status=None, people=None, codes=CODES):
    index = pd.Index(codes)
    numbers = pd.Series([np.nan if value is None else value for value in values], index=index, dtype=float)
    nothing = pd.Series(np.nan, index=index)
    given_status = status or ["no data" if value is None else "ok" for value in values]
    living = pd.Series(people or [100.0] * len(codes), index=index, dtype=float)
    return SimpleNamespace(
        values=numbers,
        base=nothing,
        status=pd.Series(given_status, index=index),
        low=nothing,
        high=nothing,
        people=living,
    )


def drawing(data, lang="en", codes=CODES, layer=LAYER, **how):
    shapes = Shapes("province", None, "atlas/x.json", codes)
    told = {"names": {"10": "Bangkok <b>"}, "places": "provinces", "year": "2021", "source": "Survey"}
    return describe(data, layer, shapes, say(lang), lang, **told, **how)


def test_each_place_is_in_its_class_and_each_class_counts_its_places_and_people():
    told = drawing(measured([1, 2, 3, 4, 5, 6], people=[1, 2, 3, 4, 5, 6]), k=3)
    assert told.letters == "001122"
    assert [(row.label, row.areas, row.people) for row in told.rows] == [("1–2", 2, 3), ("3–4", 2, 7), ("5–6", 2, 11)]


def test_the_four_states_and_low_confidence_are_five_letters_that_no_class_uses():
    data = measured(
        [5, None, None, None, 5, 9], ["ok", "no data", "too few", "not applicable", "inherited", "ok"], [10] * 6
    )
    told = drawing(data, k=2, doubtful={"15": True})
    assert told.letters == "0-~xAb"
    labels = {row.label: (row.areas, row.people) for row in told.states}
    assert labels == {
        "No data": (1, 10),
        "Too few to tell": (1, 10),
        "Not applicable": (1, 10),
        "Value of the larger area": (1, 10),
        "Low confidence": (1, 10),
    }


def test_a_complete_map_says_that_nothing_is_missing():
    assert [(row.label, row.areas) for row in drawing(measured([1, 2, 3, 4, 5, 6])).states] == [("No data", 0)]


def test_a_filter_hides_places_but_moves_no_class():
    data = measured([1, 2, 3, 4, 5, 6])
    all_of_them, some = drawing(data, k=3), drawing(data, k=3, shown=["14", "15"])
    assert some.bounds == all_of_them.bounds
    assert some.letters == "....22"
    assert [row.areas for row in some.rows] == [0, 0, 2]


def test_infinite_values_are_no_data_and_in_no_class():
    told = drawing(measured([1, 2, np.inf, -np.inf, 5, 6]), k=2)
    assert told.letters == "00--11"


def test_a_layer_without_any_value_draws_a_map_that_says_so():
    told = drawing(measured([None] * 6))
    assert told.letters == "------"
    assert (told.rows, told.bars, told.light) == ((), (), ())
    assert told.summary == "Speed, 2021: none of the provinces has a value."


def test_a_layer_with_one_value_has_one_class():
    told = drawing(measured([7] * 6))
    assert told.letters == "000000"
    assert [row.label for row in told.rows] == ["7"]


def test_a_place_without_a_shape_is_counted_in_a_row_of_its_own():
    told = drawing(measured([1, 2, 3, 4, 5, 6]), codes=CODES[:5], shown=list(CODES))
    assert len(told.letters) == 5
    assert ("Without an outline to draw", 1) in [(row.label, row.areas) for row in told.states]


def test_unknown_people_are_not_counted_as_none():
    data = measured([1, 2, 3, 4, 5, 6], people=[np.nan] * 6)
    assert {row.people for row in drawing(data, k=2).rows} == {None}


def test_the_summary_names_the_middle_the_ends_and_who_is_left_out():
    told = drawing(measured([9, 2, 3, 4, 5, None], people=[1, 1, 1, 1, 1, 4000]))
    assert (
        "from 2 to 9 Mbit/s; the median is 4.\nBest: Bangkok <b> with 9.\nFurthest behind: 11 with 2." in told.summary
    )
    assert "For 1 of the provinces, with 4,000 people, there is no value." in told.summary
    assert "ค่ามัธยฐาน 4" in drawing(measured([9, 2, 3, 4, 5, None]), "th").summary


def test_the_worse_end_of_the_legend_follows_which_way_is_better():
    data = measured([1, 2, 3, 4, 5, 6])
    assert drawing(data).ends == ("worse", "better")
    lower = SimpleNamespace(**{**vars(LAYER), "better": "lower"})
    assert drawing(data, layer=lower).ends == ("better", "worse")
    assert drawing(data, layer=lower).light == drawing(data).light[::-1]


def test_values_that_stand_for_words_are_classed_by_their_words():
    words = {0.0: Text("ไม่มี", "has none"), 1.0: Text("มี", "has one")}
    layer = SimpleNamespace(**{**vars(LAYER), "words": words})
    told = drawing(measured([0, 1, 0, 1, 1, 1]), layer=layer)
    assert [(row.label, row.areas) for row in told.rows] == [("has none", 2), ("has one", 4)]
    assert told.worded
    assert not told.bars, "numbers that stand for words have no distribution"


def test_an_unknown_status_is_refused_with_the_place_that_has_it():
    with pytest.raises(ValueError, match="1 of 6 areas have an unknown status; first is 11 with 'maybe'"):
        drawing(measured([1] * 6, ["ok", "maybe", "ok", "ok", "ok", "ok"]))


numbers = st.one_of(st.none(), st.floats(-1e6, 1e6), st.just(float("inf")))


@given(st.lists(numbers, min_size=6, max_size=6), st.integers(1, 9), st.sampled_from(["quantile", "equal", "natural"]))
def test_every_place_is_counted_exactly_once_in_the_legend(values, k, method):
    told = drawing(measured(values), k=k, method=method)
    assert sum(row.areas for row in told.rows) + sum(row.areas for row in told.states) == 6
    assert sum(count for _, count in told.bars) == sum(row.areas for row in told.rows)
    assert len(told.letters) == 6


@given(st.lists(st.floats(-1000, 1000), min_size=6, max_size=6), st.integers(2, 6), st.sampled_from([0, 1, 2]))
def test_a_value_as_it_is_shown_lies_inside_the_label_of_its_class(values, k, decimals):
    layer = SimpleNamespace(**{**vars(LAYER), "decimals": decimals})
    told = drawing(measured(values), layer=layer, k=k)
    shown = np.round(values, decimals)
    if len(set(shown)) < min(k, len(set(values))):
        return
    for value, letter in zip(shown, told.letters, strict=True):
        text = told.rows[int(letter)].label.replace(",", "").replace(" ", "").replace("−", "-")
        low, _, high = text.partition("–")
        assert float(low) - 1e-9 <= value <= float(high or low) + 1e-9


def test_the_order_of_shapes_is_told_apart():
    assert Shapes("a", None, "", ("1", "2")).order != Shapes("a", None, "", ("2", "1")).order


SPLIT = pd.Series({"101": "A", "102": "A", "103": "B"})


def test_places_that_share_an_older_shape_are_averaged_over_their_people():
    data = measured([10, 40, 7], people=[300, 100, 50], codes=("101", "102", "103"))
    drawn = to_polygons(data, SPLIT)
    assert drawn.values.to_dict() == {"A": 17.5, "B": 7.0}
    assert drawn.people.to_dict() == {"A": 400.0, "B": 50.0}


def test_counts_of_places_that_share_an_older_shape_are_added():
    data = measured([10, 40, 7], codes=("101", "102", "103"))
    assert to_polygons(data, SPLIT, add=True).values["A"] == 50


def test_a_shared_shape_has_a_value_only_if_half_of_its_people_have_one():
    most = to_polygons(measured([10, None, 7], people=[300, 100, 50], codes=("101", "102", "103")), SPLIT)
    assert (most.values["A"], most.status["A"]) == (10.0, "ok")
    few = to_polygons(measured([10, None, 7], people=[100, 300, 50], codes=("101", "102", "103")), SPLIT)
    assert np.isnan(few.values["A"])
    assert few.status["A"] == "no data"


def test_a_count_with_a_part_unknown_is_not_a_sum():
    data = measured([10, None, 7], people=[300, 100, 50], codes=("101", "102", "103"))
    assert to_polygons(data, SPLIT, add=True).status["A"] == "no data"


@pytest.mark.parametrize("values", [[0, 5e-324] * 3, [1e6, 1e6 + 1e-10] * 3])
def test_values_that_differ_by_less_than_a_number_can_hold_stand_in_one_bar(values):
    told = drawing(measured(values), k=2)
    assert [count for _, count in told.bars if count] == [6]
