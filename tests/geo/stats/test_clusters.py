"""Moran's I and local Moran: planted clusters are found, chance is not, and esda agrees."""

import warnings

import numpy as np
import pandas as pd
import pytest
from esda.moran import Moran, Moran_Local
from hypothesis import given
from hypothesis import strategies as st
from libpysal.weights import W

from geo.stats.clusters import local_moran, moran

approx = pytest.approx
ROW = {"1": ["2"], "2": ["1", "3"], "3": ["2", "4"], "4": ["3"]}


def grid(side):
    """A square country: codes "row-column", each place beside those above, below, left and right of it."""
    steps = [(0, 1), (1, 0), (0, -1), (-1, 0)]
    inside = range(side)
    return {
        f"{r}-{c}": [f"{r + dr}-{c + dc}" for dr, dc in steps if r + dr in inside and c + dc in inside]
        for r in inside
        for c in inside
    }


def noise(neighbours, seed):
    return pd.Series(np.random.default_rng(seed).normal(size=len(neighbours)), index=list(neighbours))


GRID = grid(10)


def planted():
    """Noise with a low block of 4 x 4 in one corner and, in the other, one low place in a high block."""
    field = noise(GRID, 3)
    block = [f"{r}-{c}" for r in range(4) for c in range(4)]
    high = [f"{r}-{c}" for r in range(6, 10) for c in range(6, 10)]
    field[block] -= 6
    field[high] += 6
    field["8-8"] = -6
    return field, block, high


def test_moran_by_hand():
    # Deviations -2 -2 2 2; means around -2, 0, 0, 2; I = (4 + 0 + 0 + 4) / 16.
    answer = moran([1, 1, 5, 5], ROW)
    assert answer.statistic == approx(0.5)
    assert answer.expected == approx(-1 / 3)


def test_local_moran_by_hand():
    # (n - 1) z_i times the mean of neighbours over the sum of squares: 3 * -2 * -2 / 16.
    assert local_moran([1, 1, 5, 5], ROW)["statistic"].tolist() == approx([0.75, 0, 0, 0.75])


def test_like_beside_unlike_is_under_the_expected():
    board = pd.Series({code: sum(map(int, code.split("-"))) % 2 for code in GRID})
    answer = moran(board, GRID)
    assert answer.statistic == approx(-1)
    assert answer.p_value == approx(0.002)


def test_planted_clusters_and_the_odd_one_out_are_found():
    field, block, high = planted()
    found = local_moran(field, GRID)["quadrant"]
    inner = ["1-1", "1-2", "2-1", "2-2"]
    assert set(found[inner]) == {"low-low"}
    assert found["7-7"] == "high-high"
    assert found["8-8"] == "low-high"
    assert set(found.index[found == "low-low"]) <= {*block, *GRID["3-3"], *GRID["2-3"], *GRID["3-2"]}
    assert set(found.index[found == "high-high"]) <= {*high}
    assert moran(field, GRID).p_value == approx(0.002)


def test_a_constant_field_has_no_clusters():
    field = pd.Series(0.1, index=list(GRID))
    assert moran(field, GRID) == (0, -1 / 99, 1)
    table = local_moran(field, GRID)
    assert (table["statistic"] == 0).all()
    assert (table["p_value"] == 1).all()
    assert set(table["quadrant"]) == {"not significant"}


def test_noise_is_rarely_called_a_cluster():
    called = [local_moran(noise(GRID, seed), GRID, permutations=499)["significant"].any() for seed in range(40)]
    assert np.mean(called) <= 0.15


def test_p_values_of_noise_are_evenly_spread():
    p_values = [moran(noise(GRID, seed), GRID, permutations=199).p_value for seed in range(200)]
    assert np.mean(np.array(p_values) <= 0.1) == approx(0.1, abs=0.07)
    assert np.mean(np.array(p_values) <= 0.5) == approx(0.5, abs=0.11)


def test_the_same_seed_gives_the_same_answer_and_leaves_the_common_generator_alone():
    field = noise(GRID, 1)
    np.random.seed(5)  # noqa: NPY002  the common generator is what must stay as it was
    before = np.random.get_state()[1].tolist()  # noqa: NPY002
    first, second = local_moran(field, GRID, seed=4), local_moran(field, GRID, seed=4)
    assert first.equals(second)
    assert moran(field, GRID, seed=4) == moran(field, GRID, seed=4)
    assert np.random.get_state()[1].tolist() == before  # noqa: NPY002
    assert not first.equals(local_moran(field, GRID, seed=5))


def test_values_are_matched_by_code_and_not_by_position():
    field = planted()[0]
    mixed = field.sample(frac=1, random_state=1)
    assert moran(mixed, GRID).statistic == approx(moran(field, GRID).statistic)
    pd.testing.assert_series_equal(
        local_moran(mixed, GRID)["statistic"].sort_index(), local_moran(field, GRID)["statistic"].sort_index()
    )
    assert local_moran(mixed, GRID).index.tolist() == mixed.index.tolist()


def test_an_array_is_read_in_the_order_of_the_neighbours():
    field = noise(GRID, 2)
    assert moran(field.to_numpy(), GRID) == moran(field, GRID)
    assert moran(pd.Series(field.to_numpy()), GRID) == moran(field, GRID)
    assert local_moran(field.tolist(), GRID).index.tolist() == list(GRID)


def test_a_place_without_neighbours_is_listed_and_not_tested():
    islands = {**ROW, "5": []}
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        table = local_moran([1, 1, 5, 5, 9], islands)
        assert np.isfinite(moran([1, 1, 5, 5, 9], islands)).all()
    assert table.loc["5"].tolist() == [0, 1, False, "no neighbours"]
    assert table.notna().all(axis=None)


def test_places_without_a_value_are_left_out_with_their_links():
    field = noise(GRID, 6).drop(["0-1", "1-0"])
    table = local_moran(field, GRID)
    assert table.index.tolist() == field.index.tolist()
    assert table.loc["0-0", "quadrant"] == "no neighbours"
    links = {code: [other for other in GRID[code] if other in field.index] for code in field.index}
    assert moran(field, GRID) == moran(field, links)


def test_one_level_of_false_discovery_holds_for_all_places_together():
    field = planted()[0]
    strict, loose = (local_moran(field, GRID, fdr=fdr)["significant"] for fdr in (0.01, 0.2))
    assert (strict <= loose).all()
    table = local_moran(field, GRID)
    # Benjamini and Hochberg: the largest p that is still under its rank's share of 5 %.
    ordered = np.sort(table["p_value"])
    passing = ordered[ordered <= 0.05 * np.arange(1, 101) / 100]
    assert table["significant"].equals(table["p_value"] <= passing.max())


@pytest.mark.parametrize(
    ("values", "neighbours", "sentence"),
    [
        ([1, 2, 3], {"1": ["2"], "2": ["1"], "3": []}, "3 places are too few to tell a pattern from chance"),
        ([1, 2], ROW, "2 values but 4 places in neighbours"),
        ([1, 2, 3, np.nan], ROW, "1 of 4 values are missing"),
        (pd.Series([1, 2, 3, 4], ["1", "2", "3", "9"]), ROW, "1 of 4 places are not in neighbours; first is 9"),
        (pd.Series([1, 2, 3, 4], ["1", "2", "3", "3"]), ROW, "place 3 stands in values twice"),
        ([1, 2, 3, 4], {**ROW, "1": ["1", "2"]}, "1 places border on themselves; first is 1"),
        ([1, 2, 3, 4], dict.fromkeys("1234", ()), "none of 4 places has a neighbour"),
    ],
)
def test_fields_that_cannot_be_tested_are_refused_in_a_sentence(values, neighbours, sentence):
    with pytest.raises(ValueError, match=f"^moran: .*{sentence}"):
        moran(values, neighbours)
    with pytest.raises(ValueError, match=f"^local_moran: .*{sentence}"):
        local_moran(values, neighbours)


def test_requests_that_mean_nothing_are_refused():
    with pytest.raises(ValueError, match="at least 1 permutation is needed, 0 asked for"):
        moran([1, 1, 5, 5], ROW, permutations=0)
    with pytest.raises(ValueError, match="fdr must lie above 0"):
        local_moran([1, 1, 5, 5], ROW, fdr=0)


@given(st.lists(st.integers(0, 9), min_size=16, max_size=16), st.floats(0.1, 100), st.floats(-50, 50))
def test_unit_and_level_of_the_values_change_nothing(values, unit, level):
    field, moved = np.array(values, dtype=float), level + unit * np.array(values)
    small = grid(4)
    assert moran(moved, small, 19).statistic == approx(moran(field, small, 19).statistic, abs=1e-6)
    pd.testing.assert_frame_equal(local_moran(moved, small, 19), local_moran(field, small, 19), atol=1e-6)


@given(st.lists(st.integers(0, 9), min_size=16, max_size=16))
def test_highs_and_lows_are_judged_alike(values):
    turned = [9 - value for value in values]
    small = grid(4)
    assert local_moran(turned, small, 99)["p_value"].tolist() == local_moran(values, small, 99)["p_value"].tolist()


@given(st.lists(st.integers(0, 9), min_size=16, max_size=16))
def test_every_p_is_a_p(values):
    table = local_moran(values, grid(4), 99)
    assert table["p_value"].between(0.02, 1).all()
    assert not (table["significant"] & (table["p_value"] > 0.05)).any()


def esda_weights(neighbours):
    return W(neighbours, id_order=list(neighbours), silence_warnings=True)


def test_statistics_agree_with_esda():
    field = planted()[0]
    assert moran(field, GRID).statistic == approx(Moran(field.to_numpy(), esda_weights(GRID), permutations=0).I)
    others = Moran_Local(field.to_numpy(), esda_weights(GRID), permutations=0).Is
    assert local_moran(field, GRID)["statistic"].tolist() == approx(others.tolist())


def test_p_values_agree_with_esda():
    field = pd.Series(np.random.default_rng(9).lognormal(size=100), index=list(GRID))
    other = Moran_Local(field.to_numpy(), esda_weights(GRID), permutations=9999, seed=1, n_jobs=1)
    ours = local_moran(field, GRID, permutations=9999)["p_value"].to_numpy()
    # esda's p is the smaller tail; both carry the chance of 9,999 draws, standard error at most 0.01 when doubled.
    assert np.abs(ours - np.minimum(1, 2 * other.p_sim)).max() < 0.05
    assert np.abs(ours - np.minimum(1, 2 * other.p_sim)).mean() < 0.012


def test_neighbours_drawn_are_never_the_place_itself():
    # Of 5 places with 1, 1, 1, 1 and 100, the last has neighbours worth 1 in every deal: nothing is unusual about it.
    star = {"1": ["5"], "2": ["5"], "3": ["5"], "4": ["5"], "5": ["1", "2", "3"]}
    assert local_moran([1, 1, 1, 1, 100], star)["p_value"]["5"] == 1
