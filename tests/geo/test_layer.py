"""A layer that is declared incompletely or wrongly is refused in a sentence that names file and field."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

import pytest

from geo.layer import (
    Change,
    Count,
    Density,
    Distance,
    Given,
    Goalposts,
    Layer,
    Rate,
    Ratio,
    Share,
    Standard,
    check,
)
from geo.problems import LayerError
from geo.words import Text

BOTH = Text("ข้อความ", "text")
SOUND = Layer(
    title=BOTH,
    short=BOTH,
    question=BOTH,
    family="support",
    dimension="economy",
    index="need",
    kind="amount",
    unit=BOTH,
    decimals=0,
    better="higher",
    source=("small", "population"),
    measure=Ratio("small/table.csv#schools", "people", 1),
    levels=("country", "province"),
    valid=(0, 100),
    grade="measured",
    caveat=BOTH,
    goalposts=Goalposts(0, 100, BOTH),
)


def test_a_sound_layer_passes() -> None:
    check(SOUND, "layers/support/small.py")


@pytest.mark.parametrize(
    ("wrong", "name"),
    [
        ({"title": Text("", "text")}, "title"),
        ({"caveat": Text("ข้อความ", "  ")}, "caveat"),
        ({"question": "How many?"}, "question"),
        ({"unit": None}, "unit"),
        ({"family": "roads"}, "family"),
        ({"dimension": "money"}, "dimension"),
        ({"index": "both"}, "index"),
        ({"kind": "thing"}, "kind"),
        ({"grade": "good"}, "grade"),
        ({"better": "more"}, "better"),
        ({"source": ()}, "source"),
        ({"source": "small"}, "source"),
        ({"source": ("population",)}, "source"),
        ({"levels": ()}, "levels"),
        ({"levels": ("lao",)}, "levels"),
        ({"levels": ("village",)}, "levels"),
        ({"valid": (100, 0)}, "valid"),
        ({"goalposts": Goalposts(5, 5, BOTH)}, "goalposts"),
        ({"goalposts": Goalposts(0, 5, Text("เหตุผล", ""))}, "goalposts"),
        ({"standard": Standard(50, Text("", "somebody"))}, "standard"),
        ({"not_applicable": {"10": Text("เหตุผล", "")}}, "not_applicable"),
        ({"words": {100.0: Text("", "yes")}}, "words"),
        ({"floor": 100}, "base_unit"),
        ({"decimals": 7}, "decimals"),
        ({"decimals": 1.5}, "decimals"),
        ({"measure": Count("small/points.csv")}, "default_period"),
        ({"measure": Distance("small/points.csv")}, "default_period"),
    ],
)
def test_a_wrong_field_is_refused_by_file_and_name(wrong: dict[str, Any], name: str) -> None:
    with pytest.raises(LayerError, match=rf"layers/support/small\.py: field '{name}'"):
        check(replace(SOUND, **wrong), "layers/support/small.py")


def test_the_cases_above_break_real_fields() -> None:
    assert {"title", "source", "floor", "measure"} <= {item.name for item in fields(Layer)}


def test_a_share_is_a_percentage_and_a_rate_is_per_head() -> None:
    assert Share("a/b.csv#c", "a/b.csv#d") == Ratio("a/b.csv#c", "a/b.csv#d", 100)
    assert Rate("a/b.csv#c", per=1000) == Ratio("a/b.csv#c", "people", 1000)
    assert Density("people") == Ratio("people", "area_km2", 1)


@pytest.mark.parametrize(
    ("measure", "files"),
    [
        (Given("small/table.csv", "schools"), ("small/table.csv",)),
        (Share("small/table.csv#a", "small/table.csv#b"), ("small/table.csv",)),
        (Share("small/table.csv#a", "other/table.csv#b"), ("small/table.csv", "other/table.csv")),
        (Change("small/table.csv#people", "2010", "2021"), ("small/table.csv",)),
        (Count("small/points.csv"), ("small/points.csv",)),
        (Density("people"), ()),
    ],
)
def test_a_layer_knows_the_tables_it_reads(measure: Any, files: tuple[str, ...]) -> None:
    assert replace(SOUND, measure=measure).files == files


def test_the_finest_level_leaves_authorities_aside() -> None:
    assert replace(SOUND, levels=("country", "district", "lao")).finest == "district"


def test_a_layer_takes_the_name_of_its_file() -> None:
    assert SOUND.named("schools").id == "schools"
