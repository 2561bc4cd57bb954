"""Standards, groups, curves, shares, clusters, years and the overview, each by hand on a few places or by law."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from geo.boundaries import islands
from geo.fairness.answers import answer
from geo.fairness.between import attributable, ends, split
from geo.fairness.curve import curve, stretch
from geo.fairness.doubt import doubt, ends_kept, errors
from geo.fairness.field import field, income_rank
from geo.fairness.history import over_time, scales, versions
from geo.fairness.overview import overview
from geo.fairness.patches import KINDS, patches
from geo.fairness.shares import by_lot, fair_share
from geo.fairness.standards import Line, line, lines, shortfall
from geo.places import offices, places
from layers import catalogue
from tests.geo.fairness.made import made

approx = pytest.approx


def test_only_a_standard_that_somebody_set_is_called_one() -> None:
    for layer in catalogue().values():
        if layer.better != "neither" and "province" in layer.levels:
            this = field(layer.id, "province")
            assert (lines(this)[0] == "declared") == (layer.standard is not None)
            assert line(this, lines(this)[0]).who == (layer.standard.who if layer.standard else None)


def test_the_reference_is_of_the_country_whatever_is_on_screen() -> None:
    whole, west = (field("fixed_download", "province", within=w) for w in (None, tuple(offices()["west"].provinces)))
    assert line(whole, "mean").value == line(west, "mean").value


def test_a_limit_is_exceeded_where_less_is_better() -> None:
    this = made([10, 20, 30, 40], [100, 100, 100, 100], "distance")
    short = shortfall(this, Line(20.0, "own"))
    assert (short.places, short.people, short.p0) == (2, 200, 0.5)
    assert short.p1 == approx((0.5 + 1.0) / 4)


def test_people_below_and_their_shortfall_are_counted() -> None:
    short = shortfall(made([20, 60, 80], [100, 100, 200]), Line(80.0, "own"))
    assert (short.p0, short.p1, short.p2, short.people) == (0.5, 0.25, 0.15625, 200)


def test_a_line_of_nothing_is_refused() -> None:
    assert shortfall(made([1, 2, 3]), Line(0.0, "own")).why == "line_zero"
    assert shortfall(made([1, 2, 3]), Line(float("nan"), "mean")).why == "line_zero"


def test_best_and_worst_come_with_range_and_ratio() -> None:
    # The first provinces by code all lie in one region, so that provinces are compared.
    apart = ends(made([10, 40, 20]))
    assert (apart.best_mean, apart.worst_mean, apart.gap, apart.ratio) == (40, 10, 30, 4)
    assert ends(made([10, 40, 20], kind="distance")).best_mean == 10
    assert math.isnan(ends(made([10, 40, 20], kind="score")).ratio)
    assert math.isinf(ends(made([0, 40, 20])).ratio)


def test_what_would_be_won_if_all_did_as_well_as_the_best() -> None:
    this = made([10, 40, 10], [100, 100, 200])
    assert attributable(this, ends(this)) == approx((40 - 17.5) / 17.5)
    either = made([10, 40, 10], [100, 100, 200], better="neither")
    assert math.isnan(attributable(either, ends(either)))


@pytest.mark.parametrize(("layer_id", "kind"), [("gpp_per_person", "theil"), ("media_literacy", "variance")])
def test_the_divide_splits_by_what_fits_and_adds_up(layer_id: str, kind: str) -> None:
    taken = split(field(layer_id, "province"), "region")
    assert taken.kind == kind
    assert taken.between + taken.within == approx(taken.total, abs=1e-12 * max(1, taken.total))
    assert 0 <= taken.share <= 1


def test_kinds_of_authority_are_a_grouping_of_their_own() -> None:
    taken = split(field("website_on_record", "lao", between_people=False), "type")
    assert taken.groups == 7
    assert taken.verdict == "inside"
    assert 0 <= taken.theil_share <= 1


def test_too_many_groups_for_the_places_are_not_judged() -> None:
    # Five districts in two provinces: dealt out at random, a quarter of the divide would lie between them.
    this = field("airport_distance", "district", within=("8301", "8302", "8303", "8201", "8202"))
    taken = split(this, "province")
    assert (taken.groups, taken.chance) == (2, 0.25)
    assert taken.verdict in ("between", "inside")
    fewer = split(field("airport_distance", "district", within=("8301", "8302", "8201", "8202")), "province")
    assert fewer.verdict == "unclear"
    assert split(this, "region").why == "one_group"


@pytest.mark.parametrize("kind", ["lorenz", "concentration", "parade"])
@pytest.mark.parametrize("people", [True, False])
def test_stretches_of_a_curve_share_no_area_and_leave_none_out(kind: str, people: bool) -> None:
    this = field("mobile_download", "province", between_people=people)
    drawn = curve(this, kind, income_rank(this, "household_income"))
    assert drawn.kind == kind
    assert drawn.table["end"].iloc[-1] == approx(100)
    cuts = [0, 7, 20, 55, 90, 100]
    found = [stretch(this, drawn, low, high) for low, high in pairwise(cuts)]
    codes = [code for part in found for code in part.codes]
    assert sorted(codes) == sorted(this.values.index)
    assert sum(part.people for part in found) == this.people.sum()
    assert sum(part.value_share for part in found) == approx(1)


def test_the_first_stretch_of_a_lorenz_curve_holds_the_worst_served() -> None:
    this = made([40, 10, 20], [100, 100, 200])
    drawn = curve(this, "lorenz")
    assert drawn.table["end"].tolist() == [25, 75, 100]
    assert drawn.table["height"].tolist() == approx([100 * 10 / 90, 100 * 50 / 90, 100])
    part = stretch(this, drawn, 0, 30)
    assert (part.codes, part.mean, part.people) == ((this.values.index[1],), 10, 100)


def test_a_curve_that_does_not_fit_gives_way_to_one_that_does() -> None:
    assert curve(made([1, 2, 3], kind="score"), "lorenz").kind == "parade"


def test_a_fair_share_is_measured_in_points_that_add_up_to_nothing() -> None:
    this = made([3, 1, 0], [100, 100, 200], "count")
    fair = fair_share(this)
    assert fair.places["points"].to_dict() == {
        this.values.index[2]: -50,
        this.values.index[1]: 0,
        this.values.index[0]: 50,
    }
    assert (fair.total, fair.moved, fair.half) == (4, 0.5, 0.25)


@pytest.mark.parametrize("layer_id", ["schools_per_10000", "pao_budget_per_person", "smart_cities_certified"])
def test_what_is_counted_adds_up_to_what_there_is(layer_id: str) -> None:
    this = field(layer_id, "province")
    fair = fair_share(this)
    assert fair.places["points"].sum() == approx(0, abs=1e-9)
    assert fair.groups["resource"].sum() == approx(fair.total)


def test_a_few_things_dealt_out_by_lot_look_uneven() -> None:
    lot = by_lot(field("smart_cities_certified", "province"))
    assert lot is not None
    assert lot.low < lot.mean < lot.high
    assert lot.mean > 0.5
    assert by_lot(field("pao_budget_per_person", "province")) is None


def test_ranges_rest_on_what_the_source_gives() -> None:
    asked = field("media_literacy", "province")
    assert errors(asked)[0] == "ranges"
    low, high = doubt(asked, ("tail_gap",)).ranges["tail_gap"]
    assert low < answer(asked, "tail_gap").value < high
    assert doubt(asked, ("gini",)).ranges == {}, "a Gini is not offered for a score"
    assert 0 <= (ends_kept(asked, "region") or 0) <= 1
    counted = field("schools_per_10000", "province")
    assert (doubt(counted, ("gini",)).why, ends_kept(counted, "region")) == ("none_counted", None)
    assert doubt(field("household_income", "province"), ("gini",)).why == "none_asked"


def test_more_tests_make_a_narrower_range() -> None:
    province, district = field("fixed_download", "province"), field("fixed_download", "district")
    wide, narrow = errors(district)[1].median(), errors(province)[1].median()
    assert narrow < wide


def test_a_survey_share_has_the_range_of_wilson() -> None:
    from dataclasses import replace

    this = made([50, 60, 40, 30], kind="percentage")
    measured = replace(
        this.measured, layer=replace(this.layer, grade="survey"), base=pd.Series(100.0, index=this.measured.base.index)
    )
    basis, error = errors(replace(this, measured=measured))
    assert basis == "wilson"
    # 50 of 100: half of the range of Wilson, 0.4038 to 0.5962 (Newcombe's method 3), over 1.96.
    assert error.iloc[0] == approx(100 * (0.5962 - 0.4038) / 2 / 1.96, abs=0.01)


def test_clusters_cover_every_drawn_place_once_and_name_joined_islands() -> None:
    found = patches(field("airport_distance", "district"))
    assert len(found.table) == 928
    assert set(found.table["kind"]) <= set(KINDS)
    assert set(found.joined) == set(islands("district"))
    assert found.codes("high-high")
    assert found.whole is not None
    assert found.whole.p_value < 0.05


def test_a_cluster_is_told_by_its_own_and_its_neighbours_values() -> None:
    found = patches(field("airport_distance", "province")).table
    mean = found["value"].mean()
    high = found[found["kind"] == "high-high"]
    assert len(high)
    assert (high["value"] > mean).all()
    assert (high["around"] > mean).all()


def test_subdistricts_in_one_outline_are_tested_once() -> None:
    found = patches(field("airport_distance", "subdistrict"))
    assert len(found.table) == places("subdistrict")["polygon_code"].nunique()


def test_nothing_is_told_of_places_that_cannot_be_beside_each_other() -> None:
    assert patches(field("fixed_download", "province", within=("10", "50", "83"))).why == "few_drawn"
    assert patches(field("air_stations", "district")).why == "as_by_chance"


def test_years_and_quarters_are_not_mixed() -> None:
    table = over_time(field("fixed_download", "province", "2024"), "household_income")
    assert list(table.index) == ["2023", "2024", "2025"]
    quarters = over_time(field("fixed_download", "province", "2024-Q1"), "household_income")
    assert all("Q" in period for period in quarters.index)
    assert table["gini"].notna().all()


def test_versions_and_levels_stand_beside_each_other() -> None:
    this = field("airport_distance", "province")
    four = versions(this, "household_income")
    assert list(four.index) == [(True, True), (True, False), (False, True), (False, False)]
    assert four.loc[(True, True), "gini"] == answer(this, "gini").value
    wide = scales(this, "household_income")
    assert list(wide.index) == ["province", "district", "subdistrict"]
    assert wide["gini"].is_monotonic_increasing, "inequality between areas falls as areas grow"


def test_the_overview_has_every_layer_that_provinces_have() -> None:
    table = overview()
    assert set(table.index) == {key for key, layer in catalogue().items() if "province" in layer.levels}
    gpp = table.loc["gpp_per_person"]
    assert gpp["ratio"] == approx(gpp["best"] / gpp["worst"])
    assert gpp["gap"] == approx(gpp["best"] - gpp["worst"])
    assert len(gpp["trend"]) == 5
    assert np.isfinite(table.loc[table["line"] != "", "people_short"].astype(float)).all()
    assert (table.loc[table["line"] == "", "why"] == "neither").all()


def test_the_overview_shows_a_layer_at_its_finest_level_above_the_one_asked_for() -> None:
    table = overview("subdistrict")
    assert table.loc["gpp_per_person", "level"] == "province"
    assert table.loc["fixed_download", "level"] == "district"
    assert table.loc["airport_distance", "level"] == "subdistrict"
