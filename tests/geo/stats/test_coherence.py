import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from geo.stats.coherence import (
    alphas,
    between_share,
    collinear,
    context_correlations,
    correlation,
    cronbach_alpha,
    effective_influence,
    indicator_shape,
    own_dimension,
)
from geo.stats.composite import score
from tests.geo.stats.trees import asem, asem_tree, flat_tree, two_dimensions

approx = pytest.approx


# By hand


def test_the_share_between_groups_by_hand():
    # Means 2 and 6 about 4: between 4 x 4 = 16; within 2 x 1 + 2 x 1 = 4.
    values = pd.Series([1.0, 3, 5, 7])
    assert between_share(values, pd.Series(["a", "a", "b", "b"])) == approx(16 / 20)
    assert np.isnan(between_share(pd.Series([2.0, 2.0]), pd.Series(["a", "b"])))


def test_places_without_a_value_or_a_group_count_on_neither_side():
    values = pd.Series([1.0, 3, 5, 7, np.nan, 99])
    assert between_share(values, pd.Series(["a", "a", "b", "b", "b", None])) == approx(16 / 20)


def test_alpha_by_hand():
    # Variances 1 and 4, of the sum 7: 2 (1 - 5/7).
    scores = pd.DataFrame({"a": [1.0, 2, 3], "b": [2.0, 0, 4]})
    assert scores.sum(axis=1).var() == approx(7)
    assert cronbach_alpha(scores) == approx(2 * (1 - 5 / 7))


def test_alpha_is_negative_when_a_direction_is_wrong():
    assert cronbach_alpha(pd.DataFrame({"a": [1.0, 2, 3, 5], "b": [3.0, 2, 1, 0]})) < 0


@pytest.mark.parametrize(
    "scores",
    [
        {"a": [1.0, 2, 3]},
        {"a": [1.0, 2, np.nan], "b": [1.0, 2, 3]},
        {"a": [1.0, 1, 1], "b": [2.0, 2, 2]},
    ],
)
def test_alpha_is_not_known_from_one_indicator_two_places_or_no_variance(scores):
    assert np.isnan(cronbach_alpha(pd.DataFrame(scores)))


def test_alphas_leave_out_groups_of_one():
    scores = pd.DataFrame(np.arange(21.0).reshape(3, 7), columns=two_dimensions()["code"])
    assert alphas(scores, two_dimensions()).to_dict() == {"index": approx(1), "net": approx(1)}


def test_a_dimension_that_does_not_vary_has_no_influence_that_is_known():
    scores = pd.DataFrame({"index": [10.0, 20, 30], "a": [20.0, 40, 60], "b": [5.0, 5, 5]})
    result = effective_influence(scores, flat_tree("a", "b", weight=[1.0, 3.0]))
    assert result["nominal"].to_dict() == {"a": 0.25, "b": 0.75}
    assert result.loc["a", "squared_correlation"] == approx(1)
    assert np.isnan(result.loc["b", "effective"])


def test_an_indicator_in_the_wrong_dimension_is_found():
    tree = pd.DataFrame(
        {
            "code": ["index", "net", "power", "a", "b", "c", "d"],
            "parent": ["", "index", "index", "net", "net", "power", "power"],
            "weight": 1,
            "direction": 1,
            "low": 0,
            "high": 100,
        }
    )
    up = [10.0, 20, 30, 40]
    table = pd.DataFrame({"a": up, "b": [90.0, 20, 70, 0], "c": up, "d": up})
    result = own_dimension(score(table, tree), tree)
    assert result.loc["a", ["dimension", "nearest"]].tolist() == ["net", "power"]
    assert result["fits"].tolist() == [False, True, True, True]


def test_a_flat_tree_has_no_other_dimension_to_be_closer_to():
    assert own_dimension(pd.DataFrame({"index": [1.0], "a": [1.0]}), flat_tree("a")).empty


def test_collinear_pairs_are_found_in_both_directions_and_only_over_the_limit():
    rising = np.arange(20.0)
    table = pd.DataFrame({"a": rising, "b": -2 * rising, "c": np.cos(3 * rising), "d": rising + 5 * np.cos(3 * rising)})
    result = collinear(table)
    assert result.loc[0, ["first", "second", "correlation", "places"]].tolist() == ["a", "b", -1, 20]
    assert not (set(result["first"]) | set(result["second"])) & {"c"}
    assert (result["correlation"].abs() > 0.92).all()


def test_shape_says_how_full_and_how_lopsided():
    table = pd.DataFrame({"even": [1.0, 2, 3, 4, 5, 6, 7, 8], "tail": [0.0, 0, 0, 0, 0, 0, np.nan, 99]})
    result = indicator_shape(table)
    assert result["present"].to_dict() == {"even": 8, "tail": 7}
    assert result.loc["tail", "share_present"] == approx(7 / 8)
    assert result["distinct"].to_dict() == {"even": 8, "tail": 2}
    assert result["lopsided"].to_dict() == {"even": False, "tail": True}
    assert result.loc["even", "skew"] == approx(0)


def test_context_uses_the_logarithm_of_people_and_leaves_empty_places_out():
    index = pd.Series([1.0, 2, 3, 9])
    result = context_correlations(index, pd.Series([10.0, 100, 1000, 0]), pd.Series([3.0, 2, 1, np.nan]))
    assert result.to_dict() == {"log_people": approx(1), "income": approx(-1)}
    assert list(context_correlations(index, pd.Series([10.0, 100, 1000, 0])).index) == ["log_people"]


# By law

tables = arrays(float, st.tuples(st.integers(3, 15), st.integers(2, 5)), elements=st.integers(0, 100).map(float))


@given(values=tables, scale=st.integers(1, 9), shift=st.integers(-50, 50))
def test_alpha_does_not_depend_on_where_the_scale_starts_or_its_unit(values, scale, shift):
    assert cronbach_alpha(pd.DataFrame(values * scale + shift)) == approx(
        cronbach_alpha(pd.DataFrame(values)), nan_ok=True
    )


@given(values=tables)
def test_alpha_is_at_most_one(values):
    alpha = cronbach_alpha(pd.DataFrame(values))
    assert np.isnan(alpha) or alpha <= 1 + 1e-9


@given(values=tables)
def test_correlation_is_that_of_numpy(values):
    first, second = values[:, 0], values[:, 1]
    expected = np.nan if 0 in (np.ptp(first), np.ptp(second)) else np.corrcoef(first, second)[0, 1]
    assert correlation(pd.Series(first), pd.Series(second)) == approx(expected, abs=1e-9, nan_ok=True)


# By record


def test_effective_shares_of_the_asem_pillars_add_up_and_both_count():
    scores = score(asem("step_treated.csv"), asem_tree(), how="minmax", aggregate="arithmetic")
    result = effective_influence(scores, asem_tree(), "Index")
    assert result["nominal"].tolist() == [0.5, 0.5]
    assert result["effective"].sum() == approx(1)
    expected = asem("expected_scores_arithmetic.csv")
    assert result.loc["Conn", "squared_correlation"] == approx(
        np.corrcoef(expected["Index"], expected["Conn"])[0, 1] ** 2
    )
