"""Between or within, and low areas that lie together."""

from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from geo.places import places
from geo.support.scale import low_together, split, verdict


def test_a_gap_of_one_region_alone_lies_between_regions() -> None:
    table = places("province")
    gap = pd.Series(0.0, index=table.index).mask(table["region"] == "south", 10.0)
    found = split(gap, pd.Series(1000.0, index=table.index), "province")
    assert found is not None
    assert found.between_regions == pytest.approx(1)
    assert found.between_provinces == pytest.approx(0, abs=1e-9)
    assert np.isnan(found.within_provinces)
    assert verdict(found) == "national"


def test_a_gap_inside_every_province_alike_lies_inside_provinces() -> None:
    # In every province half of the people live in one district without a gap, half in the others with one.
    table = places("district")
    first = ~table["province"].duplicated()
    others = table["province"].map((~first).groupby(table["province"]).sum())
    people = pd.Series(1000.0, index=table.index).where(first, 1000.0 / others)
    gap = pd.Series(20.0, index=table.index).mask(first, 0.0)
    found = split(gap, people, "district")
    assert found is not None
    assert found.within_provinces == pytest.approx(1)
    assert verdict(found) == "provincial"


@pytest.mark.parametrize("level", ["province", "district"])
def test_the_shares_add_up_to_the_whole(level: str) -> None:
    table = places(level)
    gap = pd.Series(np.random.default_rng(1).uniform(0, 30, len(table)), index=table.index)
    found = split(gap, table["people"], level)
    assert found is not None
    shares = [found.between_regions, found.between_provinces, found.within_provinces]
    assert np.nansum(shares) == pytest.approx(1)
    assert min(share for share in shares if not np.isnan(share)) >= -1e-9
    assert found.places == len(table)


def test_the_threshold_decides_what_the_split_speaks_for() -> None:
    table = places("province")
    gap = pd.Series(np.random.default_rng(2).uniform(0, 30, len(table)), index=table.index)
    found = split(gap, table["people"], "province")
    assert found is not None
    assert verdict(found, 0) == "provincial"
    assert verdict(found, 100) == "national"


def test_where_nobody_lacks_anything_there_is_no_divide() -> None:
    index = places("province").index
    people = places("province")["people"]
    assert split(pd.Series(0.0, index=index), people, "province") is None
    assert split(pd.Series(np.nan, index=index), people, "province") is None
    assert split(pd.Series(5.0, index=index), people, "province") is None


def test_low_neighbours_are_found_as_one_group_and_noise_is_not() -> None:
    table = places("province")
    south = ["80", "81", "82", "83", "84", "85", "86", "90", "91", "92", "93", "94", "95", "96"]
    noise = np.random.default_rng(0).normal(0, 0.1, len(table))
    scores = pd.Series(60.0 + noise, index=table.index)
    assert low_together(scores, "province") == []
    scores[south] -= 40
    groups = low_together(scores, "province")
    assert len(groups) == 1
    assert set(groups[0].codes) <= set(south)
    assert len(groups[0].codes) >= 8


def test_too_few_known_areas_give_no_group_and_no_fault() -> None:
    scores = pd.Series(np.nan, index=places("province").index)
    scores[["10", "11"]] = 5.0
    assert low_together(scores, "province") == []
