"""The office narrows every screen: what is asked for outside it is told with the reason and the way to it."""

from __future__ import annotations

import pytest

from geo.places import offices
from geo.words import say
from tests.pages.conftest import Open
from tests.pages.test_screens import stands, words


@pytest.mark.parametrize("lang", ["th", "en"])
def test_areas_that_cannot_be_compared_are_told_with_the_reason(open_page: Open, lang: str) -> None:
    speak = say(lang)
    app = open_page("compare", lang=lang, office="west", areas="50,70,1001")
    stands(app)
    office = offices()["west"].name_th if lang == "th" else offices()["west"].name_en
    note = " ".join(note.value for note in app.warning)
    outside, other = ("เชียงใหม่", "พระนคร") if lang == "th" else ("Chiang Mai", "Phra Nakhon")
    assert outside in note
    assert other in note
    assert office in note
    assert speak("level.province") in note
    assert app.multiselect[0].value == ["70"]


def test_the_find_box_lists_the_office_first_and_says_what_lies_outside(open_page: Open) -> None:
    app = open_page("area", lang="en", office="west")
    app.text_input[0].set_value("Chiang Mai").run()
    assert "Chiang Mai" in app.header[0].value
    assert "Chiang Mai" in words(app)
    assert "lies outside West" in words(app)
    # Mueang is a word of every province's chief district: those of the office are listed, the others counted.
    app.text_input[0].set_value("Mueang").run()
    box = next(box for box in app.selectbox if box.label == say("en")("area.choose"))
    inside = set(offices()["west"].provinces)
    assert box.options
    assert "Areas outside West are not listed" in words(app)
    assert str(box.value)[:2] in inside


def test_a_place_gone_into_on_the_map_can_be_left_on_the_comparison(open_page: Open) -> None:
    app = open_page("compare", lang="en", place="55", level="district", layer="schools_per_10000")
    assert "Nan" in words(app)
    app.button(key="way-out").click().run()
    stands(app)
    assert "place" not in app.query_params
    assert len(app.multiselect[0].options) == 928
