"""Which measure fits which kind of layer, and that every refusal has its reason."""

from __future__ import annotations

import pytest

from geo.fairness.fits import CURVES, MEASURES, NOT_OFFERED, RANKED, fit
from geo.layer import KINDS
from geo.words import messages
from layers import catalogue


def test_every_kind_of_layer_is_declared() -> None:
    assert set(NOT_OFFERED) == set(KINDS)


@pytest.mark.parametrize("layer_id", list(catalogue()))
def test_every_measure_is_offered_or_has_its_reason_in_words(layer_id: str) -> None:
    chosen = fit(catalogue()[layer_id])
    assert set(chosen.offered) | set(chosen.why_not) == set(MEASURES)
    assert set(chosen.offered) & set(chosen.why_not) == set()
    for lang in ("th", "en"):
        assert {f"why_not.{why}" for why in chosen.why_not.values()} <= set(messages(lang))
        assert {f"measure.{measure}" for measure in MEASURES} <= set(messages(lang))
    assert set(chosen.curves) <= set(CURVES)
    assert chosen.curves


def test_no_score_has_a_gini_or_a_ratio() -> None:
    for layer in catalogue().values():
        if layer.kind == "score":
            offered = fit(layer).offered
            assert {"gini", "theil_t", "tail_ratio", "hoover", "palma"} & set(offered) == set()
            assert {"tail_gap", "slope", "erreygers"} <= set(offered)


def test_no_percentage_has_a_gini_for_a_headline() -> None:
    for layer in catalogue().values():
        if layer.kind == "percentage":
            chosen = fit(layer)
            assert chosen.why_not["gini"] == "mirror"
            assert chosen.split == "variance"
            assert chosen.curves[0] == "parade"


def test_a_change_that_may_be_negative_has_no_shares() -> None:
    offered = fit(catalogue()["population_change"]).offered
    assert offered == ("tail_gap", "slope")


def test_nobody_falls_short_where_neither_way_is_better() -> None:
    assert fit(catalogue()["schools_per_10000"]).why_not["gap"] == "neither"
    assert "disparity" in fit(catalogue()["schools_per_10000"]).offered


def test_megawatts_are_counted_though_they_are_an_amount() -> None:
    chosen = fit(catalogue()["power_capacity_mw"])
    assert chosen.counted
    assert "disparity" in chosen.offered
    assert not fit(catalogue()["household_income"]).counted


def test_where_less_is_better_no_measure_leans_to_those_with_least() -> None:
    chosen = fit(catalogue()["fixed_latency"])
    assert {"theil_l", "atkinson"} & set(chosen.offered) == set()
    assert chosen.direction == -1


def test_measures_by_income_are_known() -> None:
    assert set(RANKED) <= set(MEASURES)
