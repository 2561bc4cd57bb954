"""The composite as it is declared: complete, honest about what it lacks, and refused where it is wrong."""

from __future__ import annotations

from dataclasses import replace

import pytest

import layers
from geo.indices import Dimension, Index, Method, check
from geo.layer import DIMENSIONS
from geo.problems import LayerError
from geo.words import Text
from layers.readiness import METHOD

DECLARED = layers.declared()
PROVISION = METHOD.index("provision")


def texts(thing: object) -> list[Text]:
    """Every text in a declaration, however deep."""
    if isinstance(thing, Text):
        return [thing]
    if isinstance(thing, dict):
        return [text for part in thing.values() for text in texts(part)]
    if isinstance(thing, tuple):
        return [text for part in thing for text in texts(part)]
    return [text for part in getattr(thing, "__dict__", {}).values() for text in texts(part)]


def test_there_are_three_indices_of_provision_need_and_capacity() -> None:
    assert [index.id for index in METHOD.indices] == ["provision", "need", "capacity"]
    check(METHOD, DECLARED)


def test_every_layer_is_counted_once_or_left_out_with_a_reason() -> None:
    counted = [layer for index in METHOD.indices for layer in index.layers]
    assert sorted([*counted, *METHOD.left_out]) == sorted(DECLARED)


def test_every_indicator_belongs_to_the_index_that_its_layer_names_and_has_goalposts_and_a_direction() -> None:
    for index in METHOD.indices:
        for layer in (DECLARED[name] for name in index.layers):
            assert layer.index == index.id
            assert layer.goalposts is not None
            assert layer.better in ("higher", "lower")


def test_provision_shows_depas_seven_dimensions_even_those_nobody_measures_beside_the_internet() -> None:
    assert {dimension.id for dimension in PROVISION.dimensions} == {"internet", *DIMENSIONS}
    assert {d.id for d in PROVISION.dimensions if not d.indicators} == {"energy", "living"}
    assert [d.id for d in PROVISION.dimensions if d.required] == ["internet"]


def test_an_indicator_of_a_depa_dimension_carries_that_dimension_in_its_own_file() -> None:
    for dimension in PROVISION.measured:
        for item in dimension.indicators:
            assert dimension.id in ("internet", DECLARED[item.layer].dimension)


def test_every_text_is_there_in_both_languages() -> None:
    found = texts(METHOD)
    assert len(found) > 80
    assert [text for text in found if not (text.th.strip() and text.en.strip())] == []


def test_itus_ladder_has_its_published_rungs_and_its_author() -> None:
    # ITU, universal and meaningful connectivity: limited, satisfactory, advanced, target met.
    assert METHOD.percentages.steps == (50, 75, 95)
    assert len(METHOD.percentages.names) == 4
    assert "ITU" in METHOD.percentages.who.en


def having(dimensions: tuple[Dimension, ...], **other: object) -> Method:
    index: Index = replace(PROVISION, dimensions=dimensions, **other)  # type: ignore[arg-type]
    return replace(METHOD, indices=(index,))


INTERNET = PROVISION.dimensions[0]
ITEM = INTERNET.indicators[0]


@pytest.mark.parametrize(
    ("method", "said"),
    [
        (having((INTERNET, INTERNET)), "names a heading twice"),
        (having((INTERNET,), aggregate="median"), "is joined by 'median'"),
        (having((replace(INTERNET, indicators=(replace(ITEM, layer="fibre"),)),)), "'fibre', which is not declared"),
        (having((replace(INTERNET, indicators=(ITEM, ITEM)),)), "counts already"),
        (having((replace(INTERNET, weight=0.0),)), "gives 'internet' the weight 0"),
        (having((replace(INTERNET, indicators=(replace(ITEM, weight=11.0),)),)), "'fixed_download' the weight 11"),
        (replace(METHOD, left_out={ITEM.layer: ITEM.why}), "both counted and left out"),
    ],
)
def test_a_wrong_declaration_is_refused_with_a_sentence(method: Method, said: str) -> None:
    with pytest.raises(LayerError, match=r"layers/readiness.py") as refusal:
        check(method, DECLARED)
    assert said in str(refusal.value)


def test_an_index_that_does_not_exist_is_named_with_those_that_do() -> None:
    with pytest.raises(LayerError, match="'wealth' does not exist; there are provision, need, capacity"):
        METHOD.index("wealth")
