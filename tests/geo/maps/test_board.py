"""Maps on one board: one scale where units agree, the same class for the same value on each of them."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.maps import board
from geo.stats import classify
from tests.geo.maps.test_choropleth import drawing, measured

CODES = ("10", "11", "12", "13", "14", "15")
maps = st.lists(st.lists(st.integers(-100, 1000), min_size=1, max_size=30), min_size=1, max_size=6)


def layer(unit: str, better: str) -> SimpleNamespace:
    return SimpleNamespace(unit=unit, better=better)


def test_layers_share_a_scale_only_with_one_unit_and_one_better_end():
    assert board.can_share([layer("km", "lower"), layer("km", "lower")])
    assert not board.can_share([layer("km", "lower"), layer("Mbps", "lower")])
    assert not board.can_share([layer("%", "lower"), layer("%", "higher")])


def test_shared_classes_come_from_all_maps_together():
    bounds, lowest = board.shared_bounds([[1, 2, 3], [4, 5, 6]], 0, k=3)
    assert (bounds, lowest) == ((2.0, 4.0, 6.0), 1.0)


@given(maps)
def test_every_value_of_every_map_is_in_one_of_the_shared_classes(drawn):
    bounds, lowest = board.shared_bounds(drawn, 0)
    everything = np.concatenate([np.asarray(part, dtype=float) for part in drawn])
    assert (bounds[-1], lowest) == (everything.max(), everything.min())
    assert set(bounds) <= set(everything.tolist())
    assert list(bounds) == sorted(set(bounds))
    assert (classify.assign(everything, bounds) >= 0).all()


@given(maps, st.randoms())
def test_the_order_of_the_maps_changes_no_class(drawn, chance):
    turned = list(drawn)
    chance.shuffle(turned)
    assert board.shared_bounds(drawn, 0) == board.shared_bounds(turned, 0)


def test_missing_values_take_part_in_no_class():
    assert board.shared_bounds([[np.nan, 1], [np.inf, 2]], 0, k=2) == ((1.0, 2.0), 1.0)
    assert board.shared_bounds([[np.nan]], 0) == ((), 0.0)
    assert board.shared_bounds([], 0) == ((), 0.0)


def test_two_maps_on_one_scale_have_the_same_legend_labels_and_letters_for_the_same_value():
    early, late = measured([1, 2, 3, 4, 5, 6], codes=CODES), measured([4, 5, 6, 7, 8, 9], codes=CODES)
    bounds, lowest = board.shared_bounds([early.values, late.values], 0)
    drawn = [drawing(of, "en", codes=CODES, bounds=bounds, lowest=lowest) for of in (early, late)]
    assert [row.label for row in drawn[0].rows] == [row.label for row in drawn[1].rows]
    assert drawn[0].rows[0].label.startswith("1–")
    assert drawn[0].rows[-1].label.endswith("9")
    assert drawn[0].letters[3:] == drawn[1].letters[:3]
    assert sum(row.areas for row in drawn[0].rows) == 6


def test_a_board_says_classes_once_and_states_of_all_its_maps():
    shown = drawing(measured([1, 2, 3, 4, 5, 6], codes=CODES), "en", codes=CODES)
    panel = {"legend": {"states": [["-", "No data", 0, 0]]}}
    other = {"legend": {"states": [["~", "Too few", 1, 5]]}}
    told = board.board("many", [panel, other], ["2020", "2021"], key=shown, key_title="Title")
    assert [row[0] for row in told["key"]["rows"]] == [*(row.key for row in shown.rows), "-", "~"]


@pytest.mark.parametrize(
    ("kind", "panels", "titles"), [("side", 1, 1), ("swipe", 3, 3), ("many", 2, 1), ("many", 0, 0)]
)
def test_a_board_that_cannot_be_drawn_is_refused(kind, panels, titles):
    with pytest.raises(ValueError, match=f"{kind} cannot show {panels} maps with {titles} titles"):
        board.board(kind, [{}] * panels, ["t"] * titles)
