import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from geo.stats.decide import smallest_change, what_if
from tests.geo.stats.trees import flat_tree, places, two_dimensions

approx = pytest.approx
level = st.integers(0, 100).map(float)


# By hand


def test_what_if_shows_every_node_before_and_after_and_leaves_the_table_alone():
    table = places(fixed=[10], mobile=[20], delay=[0], grid=[100])
    result = what_if(table, two_dimensions(), "01", {"fixed": 70})
    assert result.loc["net"].tolist() == approx([130 / 3, 190 / 3])
    assert result.loc["grid"].tolist() == [100, 100]
    assert table["fixed"].item() == 10


def test_what_if_can_fill_what_is_missing():
    table = places(fixed=[10], mobile=[np.nan], delay=[np.nan], grid=[50])
    result = what_if(table, two_dimensions(), "01", {"mobile": 20}, min_present=1 / 2)
    assert np.isnan(result.loc["net", "before"])
    assert result.loc["net", "after"] == approx(15)


def test_the_smallest_change_by_hand_in_the_indicators_own_unit():
    tree = flat_tree("online", "walk", "speed", weight=[2.0, 1, 1], direction=[1, -1, 1], high=[100.0, 60, 99])
    tree["log"] = tree["code"] == "speed"
    table = places(online=[40], walk=[30], speed=[9])
    result = smallest_change(table, tree, "01", 50, aggregate="arithmetic")
    assert result.index.tolist() == ["online", "walk", "speed"]
    assert result["points"].tolist() == approx([10, 20, 20])
    assert result["needed"].tolist() == approx([50, 18, 100**0.7 - 1])
    assert result["now"].tolist() == [40, 30, 9]


def test_an_indicator_that_cannot_do_it_alone_says_so():
    result = smallest_change(places(a=[0], b=[40]), flat_tree("a", "b"), "01", 60, aggregate="arithmetic")
    assert result["reaches"].to_dict() == {"a": True, "b": False}
    assert result.loc["b", ["needed", "points"]].isna().all()
    assert result.loc["b", "best"] == approx(50)
    assert result.loc["a", "needed"] == approx(80)


def test_a_standard_that_is_met_asks_for_nothing():
    result = smallest_change(places(a=[70], b=[70]), flat_tree("a", "b"), "01", 60)
    assert (result["points"] == 0).all()
    assert result["needed"].tolist() == [70, 70]


def test_only_known_indicators_under_the_node_are_looked_at():
    table = places(fixed=[10], mobile=[20], delay=[np.nan], grid=[5])
    assert set(smallest_change(table, two_dimensions(), "01", 30, node="net").index) == {"fixed", "mobile"}


# By law


@pytest.mark.parametrize("way", ["arithmetic", "geometric", "harmonic", "mazziotta_pareto"])
@given(fixed=level, mobile=level, grid=level, standard=st.integers(1, 99))
def test_the_change_reaches_the_standard_and_a_little_less_does_not(way, fixed, mobile, grid, standard):
    table, tree = places(fixed=[fixed], mobile=[mobile], delay=[100], grid=[grid]), two_dimensions()
    result = smallest_change(table, tree, "01", standard, aggregate=way)
    for code, row in result[result["reaches"]].iterrows():
        after = what_if(table, tree, "01", {code: row["needed"]}, aggregate=way).loc["index", "after"]
        assert after >= standard - 1e-6
        if row["points"] > 0.01:
            less = row["now"] + 0.999 * (row["needed"] - row["now"])
            assert what_if(table, tree, "01", {code: less}, aggregate=way).loc["index", "after"] < standard + 1e-6


@given(fixed=level, grid=level, low=st.integers(1, 98), more=st.integers(1, 50))
def test_a_higher_standard_never_asks_for_less(fixed, grid, low, more):
    assume(low + more < 100)
    table = places(fixed=[fixed], mobile=[50], delay=[100], grid=[grid])
    easy, hard = (smallest_change(table, two_dimensions(), "01", standard) for standard in (low, low + more))
    both = easy.join(hard.add_suffix("_hard"))
    assert (both["points_hard"].fillna(np.inf) >= both["points"].fillna(np.inf) - 1e-6).all()


# At the door


def test_wrong_input_is_refused_with_a_sentence():
    table = places(fixed=[1], mobile=[np.nan], delay=[np.nan], grid=[4])
    with pytest.raises(ValueError, match="no place has the code '99'"):
        what_if(table, two_dimensions(), "99", {"grid": 5})
    with pytest.raises(ValueError, match="1 of 2 changes are no indicator; first is 'net'"):
        what_if(table, two_dimensions(), "01", {"grid": 5, "net": 3})
    with pytest.raises(ValueError, match="'01' has not enough data for 'index'"):
        smallest_change(table, two_dimensions(), "01", 50)
