"""Low confidence by the layer's own rule: a small base, an old year, a third party; nothing else is doubted."""

from dataclasses import replace

import pandas as pd
import pytest

import layers
from geo.doubt import doubtful
from geo.layer import Doubt, check
from geo.measure import measure
from geo.problems import LayerError
from geo.words import Text
from tests.geo.test_layer import SOUND

WHY = Text("เหตุผล", "reason")


def test_a_small_base_is_doubted_and_a_large_one_is_not():
    speeds = measure("fixed_download", "district")
    doubts = doubtful(speeds)
    valued = speeds.status == "ok"
    assert doubts[valued].equals((speeds.base < 400)[valued])
    assert doubts[valued].nunique() == 2, "districts have both"
    assert not doubts[~valued].any(), "a place without a value has a status, not a doubt"


def test_an_old_year_and_a_third_party_are_doubted_throughout():
    for layer_id in ("internet_users_northeast", "power_plants"):
        told = measure(layer_id, "province")
        assert doubtful(told).equals(told.status == "ok")


def test_a_rule_holds_only_at_its_levels():
    assert doubtful(measure("website_on_record", "district")).any()
    assert not doubtful(measure("website_on_record", "lao")).any()


@pytest.mark.parametrize("layer_id", [key for key, layer in layers.declared().items() if layer.doubt])
def test_every_rule_finds_something_somewhere(layer_id):
    layer = layers.declared()[layer_id]
    levels = layer.doubt.levels or layer.levels
    found = pd.concat([doubtful(measure(layer_id, level)) for level in levels if level in layer.levels])
    assert found.any()


@pytest.mark.parametrize(
    ("doubt", "name"),
    [
        (Doubt(WHY), "doubt"),
        (Doubt(WHY, base_under=5), "base_unit"),
        (Doubt(Text("", "reason"), third_party=True), "doubt"),
    ],
)
def test_a_doubt_without_a_rule_a_unit_or_a_reason_is_refused(doubt, name):
    with pytest.raises(LayerError, match=rf"field '{name}'"):
        check(replace(SOUND, doubt=doubt), "layers/support/small.py")
