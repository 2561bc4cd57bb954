"""Scores as screens show them: the list, the map's layer, the verdict on two areas, and other methods."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.places import places
from geo.readiness import assess
from geo.standing import as_measured, regional_ranks, scenario_ranks, standing, verdict

PROVINCES = list(places("province").index)


def test_the_map_of_a_dimension_carries_its_scores_ranges_and_the_share_measured_here() -> None:
    found = assess("provision", "district")
    told = as_measured(found, "internet")
    assert told.values.equals(found.scores["internet"].rename("value"))
    assert told.status.equals(found.status["internet"].rename("status"))
    own = told.status == "ok"
    assert (told.base[own] == 67).all()
    assert (told.low[own] <= told.high[own]).all()
    assert told.low[~own].isna().all()
    assert told.layer.grade == "modelled"
    assert told.layer.source == ("ookla",)
    assert told.period == "2025"


def test_need_is_drawn_with_the_high_end_as_the_worse_one() -> None:
    assert as_measured(assess("need", "province"), "need").layer.better == "lower"
    assert as_measured(assess("provision", "province"), "provision").layer.better == "higher"


def test_a_yes_or_no_fact_of_an_authority_keeps_its_words_even_where_less_is_better() -> None:
    found = assess("capacity", "lao")
    site, size = as_measured(found, "technology").layer.words, as_measured(found, "skills").layer.words
    assert site[100.0].en.startswith("website on record")
    # A small authority has the lowest score.
    assert size[0.0].en == "small"


def test_the_list_begins_with_the_first_band_and_ends_with_places_that_have_no_score() -> None:
    found = assess("provision", "district")
    rows = standing(found, "provision", found.scores.index)
    bands = rows["band"].dropna()
    assert bands.is_monotonic_increasing
    assert rows["score"].iloc[len(bands) :].isna().all()


def test_an_office_sees_the_same_rows_as_the_country() -> None:
    found = assess("provision", "province")
    south = places("province", "south").index
    whole = standing(found, "provision", found.scores.index)
    assert standing(found, "provision", south).sort_index().equals(whole.loc[south].sort_index())


@given(st.sampled_from(PROVINCES), st.sampled_from(PROVINCES))
def test_a_verdict_is_the_same_from_both_sides_and_needs_nine_of_ten_draws(first: str, second: str) -> None:
    found = assess("provision", "province")
    one, other = verdict(found, "provision", first, second), verdict(found, "provision", second, first)
    mirrored = {"first": "second", "second": "first", "neither": "neither"}
    assert other.said == mirrored[one.said]
    assert other.share == one.share
    assert (one.share >= 0.9 - 1e-9) == (one.said != "neither")


def test_nothing_is_said_of_a_place_without_a_score_of_its_own() -> None:
    assert verdict(assess("need", "province"), "need", "10", "50").said == "no score"


def test_the_first_scenario_is_the_index_as_declared_and_the_readers_own_comes_next() -> None:
    plain = scenario_ranks(assess("provision", "province"))
    assert (plain["shift", "declared"] == 0).all()
    assert "own" not in plain["rank"]
    own = scenario_ranks(assess("provision", "province", weights={"people": 0.0}))
    assert list(own["rank"].columns)[:2] == ["declared", "own"]
    # Leaving a dimension out is a weight of 0, whoever does it.
    assert own["rank", "own"].equals(own["rank", "without people"].rename(("rank", "own")))


def test_a_scenario_moves_ranks_and_keeps_them_ranks() -> None:
    ranks = scenario_ranks(assess("provision", "province"))["rank"]
    assert ranks.min().eq(1).all()
    assert ranks.max().le(77).all()


def test_a_region_is_the_mean_of_its_provinces_over_their_people() -> None:
    found, area = assess("provision", "province"), places("province")
    west = area.index[area["region"] == "west"]
    expected = np.average(found.scores["provision"][west], weights=area["people"][west])
    ranks = regional_ranks(found)
    assert ranks["score"]["west"] == pytest.approx(expected)
    assert ranks["places"].sum() == 77
    assert ((ranks["low"] >= 1) & (ranks["high"] <= 6) & (ranks["low"] <= ranks["high"])).all()
