"""Every screen in both languages, through dashboard.py: what a reader sees when all is well and when it is not."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

import layers
from geo import cards
from geo.places import offices, places
from geo.words import messages, say
from tests.pages.conftest import Open

PAGES = ("map", "maps", "compare", "equity", "overview", "readiness", "support", "area", "sources")
DEEP = "schools_per_10000"
# Texts of sources may name a publisher's site; nothing that a browser would fetch may.
FETCHED = ("shapes", "around", "texts", "names", "facts", "door")


def maps(app: AppTest) -> list[dict[str, Any]]:
    """The messages that the maps of a screen were sent."""
    return [json.loads(element.proto.json) for element in app.get("bidi_component")]


def size(app: AppTest) -> int:
    """Bytes that one change of the map puts on the wire, its loader included."""
    return len(app.get("bidi_component")[0].proto.SerializeToString())


def words(app: AppTest) -> str:
    """Everything that a screen says in running text."""
    kinds = (app.markdown, app.caption, app.header, app.subheader, app.info, app.success, app.warning, app.error)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def map_table(app: AppTest) -> pd.DataFrame:
    """The page of the map's table as a reader sees it; what an area lies in stands behind its name."""
    (body,) = (element.proto.body for element in app.get("html") if "map-table" in element.proto.body)
    head, *rows = ElementTree.fromstring(body[body.index("<table") :]).iter("tr")
    texts = [["".join(cell.itertext()) for cell in row] for row in rows]
    return pd.DataFrame(texts, columns=[str(cell.text) for cell in head])


def stands(app: AppTest) -> None:
    """A screen drew without a fault and under its heading."""
    assert [fault.message for fault in app.exception] == []
    assert [fault.value for fault in app.error] == []
    assert len(app.get("button_group")) >= 1, "the heading with the choice of language is missing"


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_every_screen_opens_in_both_languages(open_page: Open, page: str, lang: str) -> None:
    app = open_page(page, lang=lang)
    stands(app)
    text, speak = words(app), say(lang)
    assert speak("app.title") in text
    expected = {
        "map": layers.catalogue()["fixed_download"].question.of(lang),
        "maps": speak("maps.table"),
        "compare": speak("compare.side_by_side"),
        "equity": speak("equity.curve_help"),
        "overview": speak("overview.note"),
        "readiness": speak("readiness.profile", place=places("province").at["10", f"name_{lang}"]),
        "support": speak("support.board_note", near="10", far="30"),
        "area": speak("area.position_note"),
        "sources": speak("sources.no_problems"),
    }[page]
    assert expected in text
    assert len(app.warning) == 0
    other = say("en" if lang == "th" else "th")
    assert other("app.title") not in text


@pytest.mark.parametrize("lang", ["th", "en"])
def test_no_screen_shows_the_name_of_a_message_or_an_unfilled_gap(open_page: Open, lang: str) -> None:
    for page in ("map", "maps", "compare", "equity", "overview", "readiness", "support", "area"):
        text = words(open_page(page, lang=lang))
        assert re.findall(r"\{[a-z_]+\}", text) == []
        assert [key for key in messages(lang) if re.search(rf"(?<![\w/]){re.escape(key)}(?![\w/])", text)] == []
        assert "nan" not in text.lower().split()


def test_the_country_is_77_letters_and_under_6_kilobytes(open_page: Open) -> None:
    app = open_page()
    (told,) = maps(app)
    assert len(told["values"]) == 77
    assert set(told["values"]) <= set("01234-~x")
    assert size(app) < 6 * 1024


def test_all_subdistricts_are_7425_letters_and_under_20_kilobytes(open_page: Open) -> None:
    app = open_page(layer=DEEP, level="subdistrict", lang="en")
    stands(app)
    (told,) = maps(app)
    assert len(told["values"]) == 7425
    assert size(app) < 20 * 1024


@pytest.mark.parametrize("level", ["province", "district", "subdistrict"])
def test_the_legend_counts_every_letter_of_the_map(open_page: Open, level: str) -> None:
    (told,) = maps(open_page(layer=DEEP, level=level, lang="en"))
    for key, _, areas, _ in told["legend"]["rows"]:
        # A class has a letter of its own for values of low confidence.
        assert told["values"].count(key) + told["values"].count(chr(ord("a") + int(key))) == areas


def test_the_map_fetches_from_its_own_server_alone(open_page: Open) -> None:
    app = open_page(lang="en")
    (told,) = maps(app)
    for name in FETCHED:
        addresses = told[name] if isinstance(told[name], list) else [told[name]]
        assert all(address == "" or address.startswith("atlas/") for address in addresses)
    assert told["base_map"] is None
    proto = app.get("bidi_component")[0].proto
    assert "http" not in proto.js_content + proto.html_content + proto.css_content
    told["legend"]["source"] = told["summary"] = ""
    assert "http" not in json.dumps(told)


def test_the_language_is_switched_and_the_view_stays(open_page: Open) -> None:
    app = open_page(layer=DEEP, level="district", place="55")
    assert say("th")("app.title") in words(app)
    app.get("button_group")[0].set_value("en").run()
    stands(app)
    assert say("en")("app.title") in words(app)
    (told,) = maps(app)
    assert (told["lang"], told["layer"], told["level"]) == ("en", DEEP, "district")
    assert app.query_params["lang"] == "en"
    assert app.query_params["place"] == "55"


def test_another_layer_sends_other_values_on_the_same_shapes(open_page: Open) -> None:
    app = open_page(lang="en")
    (before,) = maps(app)
    app.selectbox(key="w_layer").set_value("media_literacy").run()
    stands(app)
    (after,) = maps(app)
    assert after["layer"] == "media_literacy"
    assert after["shapes"] == before["shapes"]
    assert after["values"] != before["values"]
    # 50 of the 77 provinces were sampled in 2019; the others are a state, never a class.
    assert after["values"].count("-") == 27
    assert app.query_params["layer"] == "media_literacy"


def test_an_address_restores_office_layer_level_and_place(open_page: Open) -> None:
    app = open_page(lang="en", layer=DEEP, level="subdistrict", place="5501")
    (told,) = maps(app)
    assert told["level"] == "subdistrict"
    assert len(told["values"].replace(".", "")) == places("subdistrict", "5501")["polygon_code"].nunique()
    assert app.query_params["place"] == "5501"


@pytest.mark.parametrize("page", PAGES)
def test_a_nonsense_address_is_answered_with_a_view_and_a_note(open_page: Open, page: str) -> None:
    app = open_page(page, lang="en", layer="moon", level="star", place="zz", office="?", year="1066", areas="a,b")
    stands(app)
    told = " ".join(note.value for note in app.warning)
    assert all(word in told for word in ("moon", "star", "zz", "1066"))
    if page == "map":
        assert len(maps(app)[0]["values"]) == 77
    app.run()
    assert len(app.warning) == 0, "the note is said once, not for ever"


def test_an_address_with_html_is_shown_as_text(open_page: Open) -> None:
    app = open_page(lang="en", place="<img src=x onerror=alert(1)>", layer="<b>x</b>")
    stands(app)
    assert all(not markdown.allow_html for markdown in app.markdown)
    assert "<b>x</b>" in " ".join(note.value for note in app.warning)


def test_an_office_narrows_the_map_and_its_table(open_page: Open) -> None:
    app = open_page(lang="en", office="west")
    stands(app)
    (told,) = maps(app)
    inside = list(offices()["west"].provinces)
    assert len(told["values"].replace(".", "")) == len(inside)
    table = map_table(app)
    assert sorted(table["Province"]) == sorted(places("province").loc[inside, "name_en"])


def test_an_office_narrows_the_comparison_and_the_area_sheet(open_page: Open) -> None:
    inside = set(offices()["east"].provinces)
    compared = open_page("compare", lang="en", office="east")
    stands(compared)
    assert set(compared.multiselect[0].value) <= inside
    sheet = open_page("area", lang="en", office="east")
    assert sheet.header[0].value in {str(name) for name in places("province").loc[sorted(inside), "name_en"]}


def test_a_table_of_the_map_goes_from_best_to_worst(open_page: Open) -> None:
    app = open_page(lang="en", office="west", layer="air_station_distance")
    values = [float(text) for text in map_table(app).iloc[:, 1]]
    assert values == sorted(values), "a short distance is better and stands first"


def test_compared_areas_come_from_the_address(open_page: Open) -> None:
    app = open_page("compare", lang="en", areas="50,83", layers="fixed_download,mobile_download")
    stands(app)
    assert app.multiselect[0].value == ["50", "83"]
    (side,) = (element.proto.body for element in app.get("html") if "<table" in element.proto.body)
    assert side.count("<tr") == 1 + 2
    assert "Chiang Mai</th>" in side
    assert "Phuket</th>" in side


@pytest.mark.parametrize("code", ["TH", "north", "38", "1001", "100101", "5001"])
def test_an_area_sheet_opens_at_every_level(open_page: Open, code: str) -> None:
    app = open_page("area", lang="en", mark=code)
    stands(app)
    assert len(app.dataframe[0].value) > 5


def test_an_area_is_found_by_its_name_in_either_language(open_page: Open) -> None:
    app = open_page("area", lang="en")
    app.text_input[0].set_value("บึงกาฬ").run()
    stands(app)
    assert "Bueng Kan" in app.header[0].value
    app.text_input[0].set_value("no such place at all 12345 <b>").run()
    stands(app)
    assert say("en")("choose.find_none") in words(app)


def test_strict_licences_leave_out_by_name_what_may_not_be_shown(
    open_page: Open, fresh: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")
    fresh()
    for page in PAGES:
        app = open_page(page, lang="en")
        stands(app)
        assert say("en")("app.strict", layers=len(layers.left_out())) in words(app)
    assert "fixed_download" in layers.left_out()
    text = words(app)
    assert say("en")("sources.left_out") in text
    for layer, reason in layers.left_out().values():
        assert layer.title.en in text
        assert reason.en in text
    shown = maps(open_page(lang="en"))[0]
    assert all(cards.card(source).may_redistribute == "yes" for source in layers.catalogue()[shown["layer"]].source)
    asked = open_page(lang="en", layer="fixed_download")
    assert "Sources page" in " ".join(note.value for note in asked.warning)
