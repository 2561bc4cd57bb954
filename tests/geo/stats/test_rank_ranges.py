import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.stats.composite import ahead, bands, rank_ranges, score, score_draws, share_ahead, summarise
from geo.stats.uncertainty import rank_draws
from tests.geo.stats.trees import asem, asem_tree, flat_tree, places, two_dimensions

approx = pytest.approx


def random_places(count, seed=0, missing=0.0):
    rng = np.random.default_rng(seed)
    table = pd.DataFrame(
        rng.integers(0, 200, (count, 4)).astype(float),
        columns=["fixed", "mobile", "delay", "grid"],
        index=[f"{i:04d}" for i in range(count)],
    )
    return table.mask(rng.random(table.shape) < missing)


# By hand


def test_a_place_that_is_best_at_everything_is_first_in_every_draw():
    result = rank_ranges(places(a=[90, 50, 40], b=[95, 40, 50]), flat_tree("a", "b"))
    assert result.loc["01", ["rank", "median", "low", "high"]].tolist() == [1, 1, 1, 1]
    assert result.loc["01", "pr_bottom_fifth"] == 0


def test_two_places_that_mirror_each_other_share_the_range():
    result = rank_ranges(places(a=[90, 10, 1], b=[10, 90, 1]), flat_tree("a", "b"))
    assert result.loc["01", ["low", "high"]].tolist() == [1, 2]
    assert result.loc["02", ["low", "high"]].tolist() == [1, 2]
    assert result.loc["03", ["low", "high"]].tolist() == [3, 3]


def test_ties_share_the_better_rank_in_the_index_and_in_every_draw():
    result = rank_ranges(places(a=[9, 50, 50, 99], b=[9, 50, 50, 99]), flat_tree("a", "b"))
    assert result["rank"].tolist() == [4, 2, 2, 1]
    assert result["high"].tolist() == [4, 2, 2, 1]


def test_ranks_of_one_draw_by_hand():
    ranks, bottom = rank_draws(np.array([[3.0, 1.0, np.nan, 3.0, 2.0, 5.0]]))
    assert ranks.tolist() == [[2, 5, 0, 2, 4, 1]]
    assert bottom.tolist() == [[False, True, False, False, False, False]]


def test_a_place_without_enough_data_has_no_rank_and_does_not_push_others():
    table = places(fixed=[90, np.nan, 10], mobile=[90, np.nan, 10], delay=[0, np.nan, 90], grid=[90, 99, 10])
    result = rank_ranges(table, two_dimensions())
    assert result.loc["02"].isna().all()
    assert result["rank"].tolist()[::2] == [1, 2]
    assert result["high"].tolist()[::2] == [1, 2]


def test_a_place_that_loses_its_only_indicator_is_left_out_of_that_draw_only():
    table = places(a=[50, 60, 70], b=[np.nan, 10, 20])
    drawn = score_draws(table, flat_tree("a", "b"), min_present=0.5)
    gone = (drawn.plan["dropped"] == "a").to_numpy()
    assert drawn.scores.loc["01"].isna().to_numpy().tolist() == gone.tolist()
    assert 300 < gone.sum() < 700
    assert summarise(drawn).loc["01", ["median", "low", "high"]].notna().all()


def test_standard_is_judged_on_the_published_scale():
    # All at 40 of 100: a percentile would put them at 50, the goalposts never do.
    table = places(a=[40, 40, 40], b=[40, 40, 40])
    result = rank_ranges(table, flat_tree("a", "b"), standard=45)
    assert (result["pr_below_standard"] == 1).all()
    assert (rank_ranges(table, flat_tree("a", "b"), standard=40)["pr_below_standard"] == 0).all()


def test_the_plan_holds_the_choices_of_the_method():
    plan = score_draws(random_places(9), two_dimensions()).plan
    assert plan["how"].value_counts().between(400, 600).to_dict() == {"goalposts": True, "percentile": True}
    assert plan["aggregate"].value_counts().between(400, 600).to_dict() == {"geometric": True, "arithmetic": True}
    assert set(plan["dropped"]) == {"fixed", "mobile", "delay", "grid"}


def test_a_choice_on_the_screen_joins_those_of_the_method():
    plan = score_draws(random_places(9), two_dimensions(), how="zscore", aggregate="harmonic").plan
    assert set(plan["how"]) == {"zscore", "goalposts", "percentile"}
    assert set(plan["aggregate"]) == {"harmonic", "geometric", "arithmetic"}


def test_one_draw_with_nothing_shaken_is_the_published_index():
    table = random_places(40, missing=0.1)
    drawn = score_draws(table, two_dimensions(), spread=0, drop=False, draws=64)
    plain = ((drawn.plan["how"] == "goalposts") & (drawn.plan["aggregate"] == "geometric")).to_numpy()
    expected = score(table, two_dimensions())["index"].to_numpy()
    assert plain.any()
    for column in drawn.scores.to_numpy()[:, plain].T:
        assert column == approx(expected, rel=1e-5, nan_ok=True)


@pytest.mark.parametrize(("dropped", "gone"), [("fixed", ["fixed"]), ("grid", ["grid", "power"])])
def test_leaving_an_indicator_out_is_the_index_of_the_tree_without_it(dropped, gone):
    table, tree = random_places(30), two_dimensions()
    drawn = score_draws(table, tree, spread=0, draws=200)
    plan = drawn.plan
    alike = (plan["how"] == "goalposts") & (plan["aggregate"] == "arithmetic") & (plan["dropped"] == dropped)
    expected = score(table, tree[~tree["code"].isin(gone)], aggregate="arithmetic")["index"]
    assert drawn.scores[plan.index[alike][0]].to_numpy() == approx(expected.to_numpy(), rel=1e-5)


def test_survey_noise_widens_the_range_of_the_places_that_have_it():
    table = places(a=list(range(0, 100, 5)), b=list(range(0, 100, 5)))
    noise = pd.DataFrame({"a": [20.0] * 20}, index=table.index)
    tree = flat_tree("a", "b")
    still, shaken = rank_ranges(table, tree, draws=300), rank_ranges(table, tree, draws=300, noise=noise)
    assert (still["high"] == still["low"]).all()
    assert ((shaken["high"] - shaken["low"]).iloc[2:-2] >= 2).all()


def test_ahead_needs_nine_draws_in_ten():
    table = places(a=[90, 52, 50, np.nan], b=[90, 50, 52, np.nan])
    drawn = score_draws(table, flat_tree("a", "b"))
    assert ahead(drawn, "01", "02")
    assert not ahead(drawn, "02", "01")
    assert not ahead(drawn, "02", "03")
    assert not ahead(drawn, "03", "02")
    assert not ahead(drawn, "01", "04")
    assert np.isnan(share_ahead(drawn, "01")["04"])


def test_bands_gather_ranges_that_overlap_the_first_of_the_band():
    ranges = pd.DataFrame(
        {"median": [5, 1, np.nan, 2, 4], "low": [4, 1, np.nan, 1, 3], "high": [5, 2, np.nan, 3, 5]},
        index=["a", "b", "c", "d", "e"],
    )
    assert bands(ranges).fillna(0).to_dict() == {"a": 2, "b": 1, "c": 0, "d": 1, "e": 2}


# By law


@given(count=st.integers(2, 30), seed=st.integers(0, 50), missing=st.sampled_from([0.0, 0.2]))
def test_low_is_at_most_median_is_at_most_high_and_ranks_exist(count, seed, missing):
    result = rank_ranges(random_places(count, seed, missing), two_dimensions(), draws=40, seed=seed).dropna()
    assert (result["low"] <= result["median"]).all()
    assert (result["median"] <= result["high"]).all()
    assert (result["low"] >= 1).all()
    assert (result["high"] <= len(result)).all()
    assert result["pr_bottom_fifth"].between(0, 1).all()


@given(seed=st.integers(0, 50))
def test_the_same_seed_gives_the_same_ranges_whatever_the_order_of_rows(seed):
    table = random_places(25, seed, missing=0.1)
    straight = rank_ranges(table, two_dimensions(), draws=50, seed=seed)
    mixed = rank_ranges(table.sample(frac=1, random_state=seed), two_dimensions(), draws=50, seed=seed)
    pd.testing.assert_frame_equal(mixed.loc[table.index], straight)


@given(seed=st.integers(0, 50))
def test_places_with_the_same_values_have_the_same_range(seed):
    table = random_places(20, seed)
    twins = pd.concat([table, table.rename(lambda code: f"twin {code}")])
    result = rank_ranges(twins, two_dimensions(), draws=50)
    assert result.iloc[:20].to_numpy().tolist() == result.iloc[20:].to_numpy().tolist()


def test_another_seed_gives_other_draws():
    table = random_places(30)
    assert not rank_ranges(table, two_dimensions(), seed=1).equals(rank_ranges(table, two_dimensions(), seed=2))


# By record


def test_the_asem_ranks_of_coinr_come_with_ranges_that_hold_most_of_them():
    expected = asem("expected_scores_arithmetic.csv")["Rank"]
    result = rank_ranges(
        asem("step_treated.csv"), asem_tree(), draws=300, how="minmax", aggregate="arithmetic", node="Index"
    ).loc[expected.index]
    assert result["rank"].tolist() == expected.tolist()
    assert ((result["low"] <= expected) & (expected <= result["high"])).mean() > 0.9


# At the door


@pytest.mark.parametrize(
    ("settings", "sentence"),
    [
        ({"draws": 0}, "draws must be 1 or more, not 0"),
        ({"spread": 1}, "spread lies from 0 to under 1, not 1"),
        ({"node": "sea"}, "no node is called 'sea'"),
        ({"how": "best"}, "'best' is not one of"),
        ({"noise": pd.DataFrame({"sea": [1.0]})}, "1 names that are no indicator; first is 'sea'"),
        ({"noise": pd.DataFrame({"grid": [-1.0]}, index=["0000"])}, "'grid' is negative or endless at 1 places"),
    ],
)
def test_wrong_settings_are_refused_with_a_sentence(settings, sentence):
    with pytest.raises(ValueError, match=sentence):
        rank_ranges(random_places(3), two_dimensions(), **settings)


def test_an_unknown_place_cannot_be_ahead():
    drawn = score_draws(random_places(3), two_dimensions(), draws=2)
    with pytest.raises(ValueError, match="no place has the code '99'"):
        ahead(drawn, "0001", "99")
