"""Where all areas stand at once: the same as where each stands alone."""

from __future__ import annotations

import numpy as np
import pytest

import layers
from geo.among import among, past
from geo.measure import latest, measure, periods
from geo.places import parent, places
from geo.publish.report_table import lines
from geo.reading import position, shares_apart

# One with ranges, one where less is better, one of many equal values, one where neither way is better.
LAYERS = ("household_income", "fixed_latency", "smart_cities_certified", "power_plants")


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("level", ["region", "province"])
def test_all_at_once_stand_as_each_alone(layer: str, level: str) -> None:
    period = latest(layer, level)
    assert period is not None
    measured, found = measure(layer, level, period), among(layer, level, period)
    for code in map(str, places(level).index[::9]):
        beside = places(level, parent(code)).index
        assert found.place(code) == position(measured, code, beside)
        alone = shares_apart(measured, code, measured.values.index)
        assert (found.apart(code) is None) == (alone is None)
        if alone is not None:
            assert found.apart(code) == pytest.approx(alone)
        assert found.siblings(code) == measured.values[beside][measured.status[beside] == "ok"].tolist()


def test_an_area_without_a_value_has_no_place_among_its_siblings() -> None:
    period = latest("pao_budget_per_person", "province")
    assert period is not None
    # Bangkok has no provincial organisation.
    found = among("pao_budget_per_person", "province", period)
    assert found.place("10") is None
    assert found.apart("10") is None


def test_the_past_of_a_layer_holds_each_period_of_its_kind() -> None:
    known, values = past("household_income", "province", str(latest("household_income", "province")))
    assert list(known) == [period for period in periods("household_income", "province") if "Q" not in period]
    at = list(places("province").index).index("50")
    for column, period in enumerate(known):
        told = measure("household_income", "province", period)
        wanted = told.values["50"] if told.status["50"] == "ok" else np.nan
        assert values[at, column] == pytest.approx(wanted, nan_ok=True)


def test_a_line_says_nothing_of_places_where_neither_way_is_better() -> None:
    neither = [line for line in lines("50") if line.layer.better == "neither"]
    assert neither
    assert all(line.place is None and line.apart is None for line in neither)
    assert len(lines("50")) == sum(latest(layer, "province") is not None for layer in layers.catalogue())
