import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from geo.stats.composite import normalise, scenarios, score, share_present, with_weights
from tests.geo.stats.trees import asem, asem_tree, flat_tree, places, two_dimensions

approx = pytest.approx
WAYS = ["arithmetic", "geometric", "harmonic", "mazziotta_pareto"]
HOWS = ["goalposts", "minmax", "zscore", "percentile"]
some_scores = arrays(float, st.tuples(st.integers(2, 12), st.just(4)), elements=st.integers(0, 200).map(float))


def as_table(drawn):
    return pd.DataFrame(
        drawn, columns=["fixed", "mobile", "delay", "grid"], index=[f"{i:02d}" for i in range(len(drawn))]
    )


# By hand


def test_goalposts_stop_at_both_ends_and_turn_round_where_less_is_better():
    tree = flat_tree("online", "walk", direction=[1, -1], low=[20.0, 0.0], high=[70.0, 60.0])
    result = normalise(places(online=[10, 45, 90], walk=[0, 15, 75]), tree)
    assert result["online"].tolist() == [0, 50, 100]
    assert result["walk"].tolist() == [100, 75, 0]


def test_logarithm_is_taken_of_values_and_goalposts():
    tree = flat_tree("speed", low=0.0, high=99.0, log=True)
    assert normalise(places(speed=[0, 9, 99]), tree)["speed"].tolist() == approx([0, 50, 100])


def test_minmax_runs_from_the_lowest_to_the_highest_place():
    result = normalise(places(a=[10, 20, 50], b=[10, 20, 50]), flat_tree("a", "b", direction=[1, -1]), how="minmax")
    assert result["a"].tolist() == [0, 25, 100]
    assert result["b"].tolist() == [100, 75, 0]


def test_zscore_has_mean_50_and_spread_10():
    result = normalise(places(a=[2, 4, 4, 4, 5, 5, 7, 9]), flat_tree("a"), how="zscore")["a"]
    assert result.tolist() == approx([35, 45, 45, 45, 50, 50, 60, 70])


def test_percentile_counts_ties_by_half():
    result = normalise(places(a=[1, 2, 2, 3, np.nan]), flat_tree("a"), how="percentile")["a"]
    assert result.tolist()[:4] == approx([0, 50, 50, 100])
    assert np.isnan(result.iloc[4])


@pytest.mark.parametrize("how", ["minmax", "zscore", "percentile"])
def test_an_indicator_that_is_the_same_everywhere_is_set_aside_not_scored(how):
    table = places(a=[0.1, 0.1, 0.1], b=[1, 2, 3])
    tree = flat_tree("a", "b")
    assert normalise(table, tree, how)["a"].isna().all()
    result = score(table, tree, how, aggregate="arithmetic")
    assert result["index"].tolist() == result["b"].tolist()
    assert (share_present(table, tree, how)["index"] == 1).all()


def test_goalposts_score_an_indicator_that_is_the_same_everywhere():
    assert normalise(places(a=[30, 30]), flat_tree("a"))["a"].tolist() == [30, 30]


@pytest.mark.parametrize(
    ("way", "expected"),
    [("arithmetic", 77.5), ("geometric", (10 * 100**3) ** 0.25), ("harmonic", 4 / (1 / 10 + 3 / 100))],
)
def test_each_mean_by_hand(way, expected):
    table, tree = places(a=[10], b=[100]), flat_tree("a", "b", weight=[1.0, 3.0])
    assert score(table, tree, aggregate=way)["index"].item() == approx(expected)


def test_mazziotta_pareto_takes_off_the_spread_times_the_coefficient_of_variation():
    # Mean 50, spread 20, coefficient of variation 0.4: 50 - 20 * 0.4.
    assert score(places(a=[30], b=[70]), flat_tree("a", "b"), aggregate="mazziotta_pareto")["index"].item() == approx(
        42
    )


def test_mazziotta_pareto_of_very_uneven_places_is_not_under_zero():
    table = places(a=[0, 0], b=[0, 0], c=[0, 0], d=[100, 0])
    result = score(table, flat_tree("a", "b", "c", "d"), aggregate="mazziotta_pareto")["index"]
    assert result.tolist() == [0, 0]


@pytest.mark.parametrize(("way", "expected"), [("geometric", 10), ("harmonic", 2 / (1 + 1 / 100))])
def test_nothing_on_one_dimension_pulls_down_hard_but_not_to_zero(way, expected):
    assert score(places(a=[0], b=[100]), flat_tree("a", "b"), aggregate=way)["index"].item() == approx(expected)


def test_plain_text_means_arithmetic_inside_a_dimension_and_the_named_mean_between_dimensions():
    table = places(fixed=[10], mobile=[20], delay=[0], grid=[100])
    result = score(table, two_dimensions())
    assert result["net"].item() == approx((10 + 20 + 100) / 3)
    assert result["index"].item() == approx(np.sqrt(130 / 3 * 100))


def test_a_mapping_names_the_mean_group_by_group_and_leaves_the_others_arithmetic():
    table = places(fixed=[1], mobile=[100], delay=[0], grid=[40])
    result = score(table, two_dimensions(), aggregate={"net": "geometric"})
    assert result["net"].item() == approx((1 * 100 * 100) ** (1 / 3))
    assert result["index"].item() == approx((result["net"].item() + 40) / 2)


def test_columns_are_the_nodes_in_the_order_of_the_tree_whatever_else_the_table_holds():
    table = places(note=[1], grid=[1], delay=[2], mobile=[3], fixed=[4])
    assert list(score(table, two_dimensions())) == ["index", "net", "power", "fixed", "mobile", "delay", "grid"]


def test_two_thirds_of_the_weight_are_enough_and_less_is_not():
    table = places(fixed=[10, 10], mobile=[20, np.nan], delay=[np.nan, np.nan], grid=[50, 50])
    result, present = score(table, two_dimensions()), share_present(table, two_dimensions())
    assert result.loc["01", "net"] == approx(15)
    assert np.isnan(result.loc["02", "net"])
    assert present["net"].tolist() == approx([2 / 3, 1 / 3])
    assert np.isnan(result.loc["02", "index"])
    assert present["index"].tolist() == approx([1, 0.5])


def test_two_thirds_of_odd_weights_are_still_two_thirds():
    tree = flat_tree("a", "b", "c", weight=[0.2, 0.2, 0.2])
    assert score(places(a=[10], b=[20], c=[np.nan]), tree, aggregate="arithmetic")["index"].item() == approx(15)


def test_share_down_to_the_indicators_shows_what_a_full_index_rests_on():
    table = places(fixed=[10], mobile=[20], delay=[np.nan], grid=[50])
    assert share_present(table, two_dimensions(), of="indicators")["index"].item() == approx((2 / 3 + 1) / 2)


def test_without_a_required_dimension_there_is_no_index_although_enough_is_present():
    tree = flat_tree("net", "b", "c", "d", required=[True, False, False, False])
    table = places(net=[np.nan, 1], b=[1, 1], c=[1, 1], d=[1, np.nan])
    assert score(table, tree)["index"].isna().tolist() == [True, False]


def test_an_indicator_without_weight_changes_nothing_not_even_the_share_present():
    tree = flat_tree("a", "b", weight=[1.0, 0.0])
    table = places(a=[40, 40], b=[90, np.nan])
    assert score(table, tree)["index"].tolist() == approx([40, 40])
    assert share_present(table, tree)["index"].tolist() == [1, 1]


def test_several_indices_stand_in_one_tree_and_do_not_touch():
    tree = pd.concat([flat_tree("a"), flat_tree("b").replace("index", "need")])
    result = score(places(a=[10], b=[90]), tree)
    assert (result["index"].item(), result["need"].item()) == (approx(10), approx(90))


def test_readers_weights_are_relative():
    table = places(fixed=[10, 80], mobile=[20, 10], delay=[0, 9], grid=[100, 5])
    doubled = with_weights(two_dimensions(), {"net": 10, "power": 5})
    single = with_weights(two_dimensions(), {"net": 2, "power": 1})
    assert score(table, doubled)["index"].tolist() == approx(score(table, single)["index"].tolist())


def test_scenarios_say_how_many_places_each_climbs_or_loses():
    table = places(fixed=[99, 50, 0], mobile=[99, 50, 0], delay=[0, 100, 200], grid=[2, 50, 0])
    result = scenarios(table, two_dimensions())
    assert result["rank", "standard"].tolist() == [2, 1, 3]
    assert result["rank", "arithmetic"].tolist() == [1, 2, 3]
    assert result["shift", "arithmetic"].tolist() == [1, -1, 0]
    assert (result["shift", "standard"] == 0).all()


# By law


@pytest.mark.parametrize("how", HOWS)
@given(drawn=some_scores)
def test_scores_stay_between_0_and_100(how, drawn):
    values = score(as_table(drawn), two_dimensions(), how, min_present=0).to_numpy()
    assert np.nanmin(values, initial=0) >= 0
    assert np.nanmax(values, initial=0) <= 100 + 1e-9


@given(drawn=some_scores)
def test_no_mean_is_above_the_arithmetic_one(drawn):
    table = np.maximum(as_table(drawn), 1)
    index = {way: score(table, two_dimensions(), aggregate=way)["index"] for way in WAYS}
    floored = score(table.assign(delay=np.minimum(table["delay"], 198)), two_dimensions(), aggregate="arithmetic")[
        "index"
    ]
    assert (index["geometric"] <= floored + 1e-9).all()
    assert (index["harmonic"] <= index["geometric"] + 1e-9).all()
    assert (index["mazziotta_pareto"] <= index["arithmetic"] + 1e-9).all()


@pytest.mark.parametrize("how", HOWS)
@pytest.mark.parametrize("way", WAYS)
@given(drawn=some_scores, seed=st.integers(0, 99))
def test_the_order_of_rows_and_of_the_tree_changes_nothing(how, way, drawn, seed):
    table, tree = as_table(drawn), two_dimensions()
    mixed = score(table.sample(frac=1, random_state=seed), tree.sample(frac=1, random_state=seed), how, way)
    straight = score(table, tree, how, way)
    pd.testing.assert_frame_equal(mixed.loc[table.index, list(straight)], straight)


@pytest.mark.parametrize("way", ["arithmetic", "geometric", "harmonic"])
@given(drawn=some_scores, column=st.sampled_from(["fixed", "mobile", "grid"]))
def test_a_better_indicator_never_lowers_the_index(way, drawn, column):
    table = as_table(drawn)
    better = table.assign(**{column: table[column] + 7})
    before, after = (score(t, two_dimensions(), aggregate=way)["index"] for t in (table, better))
    assert (after >= before - 1e-9).all()


@given(drawn=some_scores)
def test_a_place_keeps_its_score_when_the_others_leave_the_screen(drawn):
    table = as_table(drawn)
    alone = score(table.iloc[[0]], two_dimensions())
    pd.testing.assert_frame_equal(alone, score(table, two_dimensions()).iloc[[0]])


# By record


def test_reproduces_the_asem_scores_of_coinr():
    # COINr (github.com/bluefoxr/COINr), ASEM example: min-max over the treated values, arithmetic means.
    expected = asem("expected_scores_arithmetic.csv").drop(columns="Rank")
    result = score(asem("step_treated.csv"), asem_tree(), how="minmax", aggregate="arithmetic")
    assert expected.loc["CHE", "Index"] == 68.383724238342
    assert (result.loc[expected.index, list(expected)] - expected).abs().max().max() < 1e-9


def test_reproduces_the_asem_scores_from_raw_values_with_gaps():
    expected = asem("expected_scores_simple_raw_minmax_arithmetic.csv").drop(columns="Rank")
    raw = asem("asem_idata_raw.csv")
    result = score(raw, asem_tree(), how="minmax", aggregate="arithmetic", min_present=0)
    assert raw[asem_tree().query("Level == 1")["code"]].isna().sum().sum() > 0
    assert expected["Index"].idxmax() == "DEU"
    assert (result.loc[expected.index, list(expected)] - expected).abs().max().max() < 1e-9


def test_reproduces_the_asem_normalisation_of_coinr():
    expected = asem("step_normalised.csv")
    result = normalise(asem("step_treated.csv"), asem_tree(), how="minmax")
    assert (result.loc[expected.index, list(expected)] - expected).abs().max().max() < 1e-9
