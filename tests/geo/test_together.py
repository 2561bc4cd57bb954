"""What lies together for the summary: the same as local Moran says, seeded, and silent where nobody looked."""

import pandas as pd
import pytest

from geo.boundaries import neighbours
from geo.mapped import drawing_of
from geo.maps.drawn import to_polygons
from geo.measure import measure
from geo.places import places
from geo.stats.clusters import local_moran
from geo.together import PERMUTATIONS, together
from geo.words import say


def test_the_groups_are_those_of_local_moran():
    told = measure("density", "province")
    found = local_moran(told.values, neighbours("province"), permutations=PERMUTATIONS)["quadrant"]
    assert together(told).high == set(found.index[found == "high-high"])
    assert together(told).low == set(found.index[found == "low-low"])
    assert "10" in together(told).high, "Bangkok among its dense neighbours"


def test_the_same_values_give_the_same_groups():
    told = measure("household_income", "province")
    assert together(told) == together(told)


@pytest.mark.parametrize(("layer_id", "level"), [("people_in_small_laos_share", "lao"), ("density", "region")])
def test_nobody_looks_at_other_levels(layer_id, level):
    assert together(measure(layer_id, level)) is None


def test_subdistricts_are_judged_by_their_outlines():
    told = measure("density", "subdistrict")
    drawn = to_polygons(told, places("subdistrict")["polygon_code"])
    found = together(told, drawn)
    assert found.high | found.low <= set(neighbours("subdistrict")), (
        "outlines have neighbours, places of today need not"
    )
    known = drawn.values[drawn.status == "ok"].dropna()
    kinds = local_moran(known, neighbours("subdistrict"), permutations=PERMUTATIONS)["quadrant"]
    assert found.high == set(kinds.index[kinds == "high-high"])
    assert found.low == set(kinds.index[kinds == "low-low"])
    bangkok = [code for code in found.high if code.startswith("10")]
    assert len(bangkok) > len(found.high) / 2, "dense subdistricts lie together in Bangkok before all others"


def test_the_summary_of_a_subdistrict_map_names_the_provinces_with_most():
    told = drawing_of("en", measure("density", "subdistrict"), None, None).summary
    line = next(line for line in told.splitlines() if line.startswith("High values lie together"))
    assert line.split(": ")[1].startswith("Bangkok (")


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_map_of_local_authorities_says_why_nobody_looked(lang):
    told = drawing_of(lang, measure("people_in_small_laos_share", "lao"), None, None).summary
    local = places("lao").query("type != 'PAO'")
    without = int((local["boundary_status"] == "point").sum())
    assert f"{without:,}" in told
    assert say(lang)("summary.no_neighbours", count=f"{without:,}", all=f"{len(local):,}") in told


def test_a_part_without_values_is_left_out_and_too_few_are_not_judged():
    assert together(measure("internet_users_northeast", "province")) is not None
    told = measure("internet_users_northeast", "province")
    status = told.status.where(pd.Series(range(len(told.status)), index=told.status.index) < 25, "no data")
    fewer = type(told)(**{**vars(told), "status": status})
    assert together(fewer) is None
