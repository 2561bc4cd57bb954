"""What a reader has chosen: any address gives a view that can be shown, and says what had to give way."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import layers
from geo.measure import latest, periods
from geo.places import level_of, offices, places
from geo.words import say
from pages.parts.address import from_url
from pages.parts.choices import (
    FIRST_LAYER,
    MOST_COMPARED,
    OWN,
    Choices,
    change,
    drill,
    exists,
    holds,
    rise,
    settle,
    shown_levels,
)
from pages.parts.settings import DECLARED, number

DEEP = "air_station_distance"
NAMES = ("lang", "office", "in", "place", "level", "layer", "year", "mark", "areas", "layers", "since")


def can_be_shown(view: Choices) -> None:
    """Everything a screen takes from a view exists and fits together."""
    assert view.lang in ("th", "en")
    assert view.layer in layers.catalogue()
    assert view.level in shown_levels(view.chosen_layer)
    assert view.year in periods(view.layer, view.level)
    assert view.office in ("all", OWN) or view.office in offices()
    assert all(code in places("province").index for code in view.provinces)
    assert view.place is None or (exists(view.place) and holds(view.place, view.level))
    assert view.mark is None or exists(view.mark)
    assert all(exists(code) for code in view.areas)
    assert all(layer in layers.catalogue() for layer in view.shown)
    assert max(len(view.areas), len(view.shown)) <= MOST_COMPARED
    assert len(places(view.level, view.within)) > 0


def test_an_empty_address_opens_the_first_view_and_says_nothing() -> None:
    view, notes = from_url({})
    assert (view.lang, view.office, view.level, view.layer, view.place) == ("th", "all", "province", FIRST_LAYER, None)
    assert view.year == latest(FIRST_LAYER, "province")
    assert notes == []
    assert view.to_url() == {}


@pytest.mark.parametrize(
    "asked",
    [
        {"office": "the-moon"},
        {"in": "99"},
        {"place": "999999"},
        {"place": "Nan"},
        {"mark": "<b>10</b>"},
        {"level": "village"},
        {"level": "country"},
        {"layer": "no_such_layer"},
        {"lang": "xx"},
        {"areas": "10,zz"},
        {"layers": "fixed_download,<script>"},
        {"year": "1066"},
        {"year": "1066", "layer": DEEP},
        {"level": "subdistrict"},
        {"layer": DEEP, "level": "lao"},
        {"since": "1066"},
        {"place": "10", "level": "province"},
    ],
    ids=str,
)
def test_nonsense_opens_the_nearest_valid_view_and_says_so(asked: dict[str, str]) -> None:
    view, notes = from_url({"lang": "en", **asked})
    can_be_shown(view)
    assert notes, f"{asked} was changed without a word"
    assert all(note.strip() for note in notes)


def test_several_faults_are_all_named() -> None:
    _, notes = from_url({"lang": "en", "office": "moon", "layer": "sun", "level": "star", "year": "1066"})
    told = " ".join(notes)
    assert all(word in told for word in ("moon", "sun", "star", "1066"))


def test_what_is_right_in_a_wrong_address_is_kept() -> None:
    view, _ = from_url({"lang": "en", "office": "north", "layer": DEEP, "level": "village", "place": "nowhere"})
    assert (view.lang, view.office, view.layer) == ("en", "north", DEEP)


def test_a_level_the_layer_lacks_gives_the_nearest_coarser_one() -> None:
    view, notes = settle(replace(Choices(), layer="fixed_download", level="subdistrict"))
    assert view.level == "district"
    assert len(notes) == 1
    assert settle(view) == (view, [])


def test_a_note_is_in_the_readers_language() -> None:
    thai = from_url({"level": "village"})[1]
    english = from_url({"level": "village", "lang": "en"})[1]
    assert len(thai) == len(english) == 1
    assert thai[0].isascii() is False
    assert "Level" in english[0]


@pytest.mark.parametrize(
    "asked",
    [
        {"lang": "en", "office": "northeast", "layer": DEEP, "level": "district"},
        {"lang": "en", "layer": DEEP, "level": "subdistrict", "place": "55"},
        {"layer": DEEP, "level": "subdistrict", "place": "5501", "mark": "550101"},
        {"in": "10,11,12", "year": "2024-Q1"},
        {"areas": "10,50,83", "layers": "fixed_download,mobile_download", "since": "2023-Q1"},
        {"layer": "website_on_record", "level": "lao", "place": "10"},
    ],
    ids=str,
)
def test_an_address_comes_back_as_it_was_written(asked: dict[str, str]) -> None:
    view, notes = from_url(asked)
    assert notes == []
    assert {key: view.to_url().get(key) for key in asked} == asked
    assert from_url(view.to_url()) == (view, [])


def test_a_reader_goes_down_to_a_subdistrict_and_back_up_the_same_way() -> None:
    top = change(Choices(), layer=DEEP)
    province = drill(top, "55")
    assert (province.place, province.level) == ("55", "district")
    district = drill(province, "5501")
    assert (district.place, district.level) == ("5501", "subdistrict")
    marked = drill(district, "550101")
    assert (marked.place, marked.level, marked.mark) == ("5501", "subdistrict", "550101")
    back = rise(district)
    assert (back.place, back.level, back.mark) == ("55", "district", "5501")
    home = rise(back)
    assert (home.place, home.level, home.mark) == (None, "province", "55")
    assert rise(home).place is None
    for view in (province, district, marked, back, home):
        assert settle(view)[0].place == view.place
        can_be_shown(settle(view)[0])


def test_a_layer_of_provinces_alone_is_marked_not_opened() -> None:
    view = drill(change(Choices(), layer="smart_cities_certified"), "55")
    assert (view.place, view.level, view.mark) == (None, "province", "55")


def test_a_choice_that_no_longer_fits_moves_to_the_nearest() -> None:
    deep = drill(drill(change(Choices(), layer=DEEP), "55"), "5501")
    view = change(deep, layer="smart_cities_certified", year="")
    can_be_shown(view)
    assert view.level == "province"


@given(
    code=st.sampled_from([*places("province").index, *places("district").index[:400:7]]),
    layer=st.sampled_from(sorted(layers.catalogue())),
)
@settings(max_examples=120, deadline=None)
def test_any_area_of_any_layer_can_be_opened_and_left(code: str, layer: str) -> None:
    view = change(Choices(), layer=layer)
    if level_of(code) == "district":
        view = drill(view, code[:2])
    inside = change(drill(view, code))
    can_be_shown(inside)
    can_be_shown(change(rise(inside)))


texts = st.one_of(
    st.text(max_size=40),
    st.sampled_from(["10", "5501", "550101", "TH", "north", "all", "own", "lao", "district", "subdistrict", "region"]),
    st.sampled_from(
        ["2025-Q4", "2025", "2017", DEEP, "website_on_record", "internet_users_northeast", "en", "", ",", "BMA"]
    ),
    st.lists(st.sampled_from(["10", "11", "55", "zz", "fixed_download", DEEP, "5501"]), max_size=9).map(",".join),
)


@given(params=st.dictionaries(st.one_of(st.sampled_from(NAMES), st.text(max_size=8)), texts, max_size=8))
@settings(max_examples=300, deadline=None)
def test_no_address_breaks_the_atlas(params: dict[str, str]) -> None:
    view, notes = from_url(params)
    can_be_shown(view)
    assert all(isinstance(note, str) and note for note in notes)
    again, quiet = from_url(view.to_url())
    assert again == view
    assert quiet == []


def test_a_setting_survives_the_address_and_nonsense_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(DECLARED, "find", number(5, 3, 9))
    view, notes = from_url({"find": "twelve"})
    assert (view.setting("find"), len(notes)) == ("5", 1)
    changed, quiet = from_url({"find": "7"})
    assert (changed.setting("find"), quiet, changed.to_url()["find"]) == ("7", [], "7")
    assert changed.with_settings(find="5").settings == ()


def test_a_part_of_the_address_that_means_nothing_is_named() -> None:
    view, notes = from_url({"lang": "en", "layr": "density", "embed": "true", "utm_source": "mail"})
    assert view.layer == Choices().layer
    assert notes == [say("en")("address.no_such_part", names="layr")]
