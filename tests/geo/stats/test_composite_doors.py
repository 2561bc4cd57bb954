"""A wrong tree, table or setting of a composite is refused in a sentence."""

import numpy as np
import pandas as pd
import pytest

from geo.stats.composite import scenarios, score, share_present, with_weights
from tests.geo.stats.trees import flat_tree, places, two_dimensions

approx = pytest.approx


def tree_with(**changes):
    tree = two_dimensions()
    for name, values in changes.items():
        for code, value in values.items():
            tree.loc[tree["code"] == code, name] = value
    return tree


@pytest.mark.parametrize(
    ("tree", "sentence"),
    [
        (two_dimensions().drop(columns="parent"), "1 of 6 columns it needs are missing; first is 'parent'"),
        (two_dimensions().drop(columns="low"), "first is 'low'"),
        (two_dimensions().iloc[:0], "no rows"),
        (tree_with(code={"mobile": "fixed"}), "1 of 7 repeat a code; first is 'fixed'"),
        (tree_with(code={"grid": ""}), "1 of 7 have no code; first is row 6"),
        (tree_with(parent={"grid": "energy"}), "1 of 7 stand under a parent .*'grid' under 'energy'"),
        (tree_with(parent={"net": "fixed"}), "4 of 7 hang in a circle .*first is 'net'"),
        (tree_with(parent={"index": "index"}), "7 of 7 hang in a circle"),
        (tree_with(weight={"net": 0, "power": 0}), "1 of 3 have children whose weights are all zero; first is 'index'"),
        (
            tree_with(weight={"grid": -2}),
            "1 of 6 have a weight that is not a number of 0 or more; first is 'grid' with -2",
        ),
        (tree_with(weight={"grid": np.nan}), "first is 'grid' with nan"),
        (tree_with(direction={"grid": 0}), "1 of 4 are indicators whose direction .* first is 'grid' with 0"),
        (tree_with(direction={"net": -1}), "1 of 3 are groups with a direction"),
        (tree_with(high={"grid": 0}), "1 of 4 .*low goalpost is not under the high one; first is 'grid' with 0 and 0"),
        (tree_with(low={"grid": np.nan}), "1 of 4 are indicators without both goalposts; first is 'grid'"),
        (tree_with(low={"grid": -5}).assign(log=True), "logarithm from a goalpost under 0; first is 'grid' with -5"),
        (two_dimensions().assign(weight="much"), "column 'weight' holds text"),
    ],
)
def test_a_wrong_tree_is_refused_with_a_sentence(tree, sentence):
    table = places(fixed=[1], mobile=[2], delay=[3], grid=[4])
    with pytest.raises(ValueError, match=sentence):
        score(table, tree)


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (places(fixed=[1], mobile=[2], delay=[3]), "1 of 4 indicators .* no column; first is 'grid'"),
        (places(fixed=[1], mobile=[2], delay=[3], grid=[4]).iloc[:0], "no places"),
        (
            places(fixed=[1], mobile=[2], delay=[3], grid=[np.inf]),
            "'grid': 1 of 1 values are endless; first is place '01'",
        ),
        (places(fixed=[1], mobile=[2], delay=[3], grid=[4]).assign(grid="full"), "'grid' holds text"),
        (places(fixed=[1, 2], mobile=[2, 2], delay=[3, 2], grid=[4, 2]).rename({"02": "01"}), "1 of 2 places .*'01'"),
    ],
)
def test_a_wrong_table_is_refused_with_a_sentence(table, sentence):
    with pytest.raises(ValueError, match=sentence):
        score(table, two_dimensions())


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"how": "best"}, "'best' is not one of goalposts"),
        ({"aggregate": "median"}, "'median' is not one of arithmetic"),
        ({"aggregate": {"grid": "geometric"}}, "1 of 1 names in aggregate are no group of the tree; first is 'grid'"),
        ({"min_present": 2}, "share between 0 and 1, not 2"),
    ],
)
def test_a_wrong_setting_is_refused_with_a_sentence(settings, sentence):
    with pytest.raises(ValueError, match=sentence):
        score(places(fixed=[1], mobile=[2], delay=[3], grid=[4]), two_dimensions(), **settings)


def test_a_logarithm_of_a_negative_value_is_refused_by_place():
    with pytest.raises(ValueError, match="first is place '02' with -3"):
        score(places(speed=[3, -3]), flat_tree("speed", log=True))


@pytest.mark.parametrize(
    ("importance", "sentence"),
    [({"sea": 1}, "'sea' is not in the tree"), ({"net": 11}, "'net' has 11"), ({"net": 0, "power": 0}, "all zero")],
)
def test_wrong_readers_weights_are_refused(importance, sentence):
    with pytest.raises(ValueError, match=sentence):
        with_weights(two_dimensions(), importance)


def test_an_empty_list_of_scenarios_and_an_unclear_index_are_refused():
    with pytest.raises(ValueError, match="no scenario"):
        scenarios(places(a=[1]), flat_tree("a"), {})
    with pytest.raises(ValueError, match=r"2 indices stand in it \(index, need\)"):
        scenarios(places(a=[1], b=[1]), pd.concat([flat_tree("a"), flat_tree("b").replace("index", "need")]))
    with pytest.raises(ValueError, match="neither 'children' nor 'indicators'"):
        share_present(places(a=[1]), flat_tree("a"), of="all")
