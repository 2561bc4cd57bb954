"""What lies together for the summary: the same as local Moran says, seeded, and silent where nobody looked."""

import pandas as pd
import pytest

from geo.boundaries import neighbours
from geo.measure import measure
from geo.stats.clusters import local_moran
from geo.together import PERMUTATIONS, together


def test_the_groups_are_those_of_local_moran():
    told = measure("density", "province")
    found = local_moran(told.values, neighbours("province"), permutations=PERMUTATIONS)["quadrant"]
    assert together(told).high == set(found.index[found == "high-high"])
    assert together(told).low == set(found.index[found == "low-low"])
    assert "10" in together(told).high, "Bangkok among its dense neighbours"


def test_the_same_values_give_the_same_groups():
    told = measure("household_income", "province")
    assert together(told) == together(told)


@pytest.mark.parametrize(("layer_id", "level"), [("density", "subdistrict"), ("density", "region")])
def test_nobody_looks_at_other_levels(layer_id, level):
    assert together(measure(layer_id, level)) is None


def test_a_part_without_values_is_left_out_and_too_few_are_not_judged():
    assert together(measure("internet_users_northeast", "province")) is not None
    told = measure("internet_users_northeast", "province")
    status = told.status.where(pd.Series(range(len(told.status)), index=told.status.index) < 25, "no data")
    fewer = type(told)(**{**vars(told), "status": status})
    assert together(fewer) is None
