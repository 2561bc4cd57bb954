"""The legend as a reader wants it: ways and numbers of classes, own ends, locks; told and kept in the address."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import layers
from geo import measure as measuring
from geo.words import say
from tests.pages.conftest import Open
from tests.pages.test_screens import maps, stands, words

EN = say("en")


def legend(app: AppTest) -> dict[str, Any]:
    return dict(maps(app)[0]["legend"])


def ends(app: AppTest) -> list[str]:
    return [row[1] for row in legend(app)["rows"]]


def test_a_reader_chooses_method_and_number_and_the_address_holds_both(open_page: Open) -> None:
    app = open_page(lang="en", layer="density")
    before = ends(app)
    app.selectbox(key="legend-method").set_value("natural").run()
    stands(app)
    assert ends(app) != before
    app.get("button_group")[1].set_value(7).run()
    stands(app)
    assert len(ends(app)) == 7
    assert app.query_params["method"] == "natural"
    assert app.query_params["classes"] == "7"
    assert legend(app)["how"] == "Natural breaks, up to 7 classes, from all provinces of the country"


@pytest.mark.parametrize("method", ["quantile", "equal", "natural", "std", "pretty"])
@pytest.mark.parametrize("classes", ["3", "9"])
def test_a_pasted_address_restores_the_classes(open_page: Open, method: str, classes: str) -> None:
    app = open_page(lang="en", layer="density", method=method, classes=classes)
    stands(app)
    assert 1 <= len(ends(app)) <= int(classes)
    assert app.selectbox(key="legend-method").value == method


def test_own_ends_are_kept_and_a_wrong_text_is_answered_with_a_sentence(open_page: Open) -> None:
    app = open_page(lang="en", layer="density", method="manual", breaks="100,500,1000")
    stands(app)
    assert [text.split("–")[-1] for text in ends(app)][:3] == ["100", "500", "1,000"]
    app.text_input(key="legend-breaks").set_value("1,000 2,000").run()
    assert "“1,000 2,000” cannot be read as ends of classes" in words(app)
    assert app.query_params["breaks"] == "100,500,1000"
    app.text_input(key="legend-breaks").set_value("50 5000").run()
    stands(app)
    assert app.query_params["breaks"] == "50,5000"


@pytest.mark.parametrize(
    "wrong", [{"method": "rainbow"}, {"classes": "2"}, {"breaks": "x"}, {"lock": "9,1"}, {"order": "random"}]
)
def test_a_nonsense_setting_is_answered_with_a_note_and_the_first_setting(
    open_page: Open, wrong: dict[str, str]
) -> None:
    app = open_page(lang="en", layer="density", **wrong)
    stands(app)
    assert next(iter(wrong.values())) in " ".join(note.value for note in app.warning)
    assert len(ends(app)) == 5


def test_a_locked_legend_stays_across_years_levels_and_offices(open_page: Open) -> None:
    app = open_page(lang="en", layer="gpp_per_person", year="2016")
    first = ends(app)
    app.toggle(key="legend-lock").set_value(True).run()
    stands(app)
    locked = ends(app)
    assert [text.split("–")[-1] for text in locked[1:-1]] == [text.split("–")[-1] for text in first[1:-1]]
    assert app.query_params["lock"].startswith("gpp_per_person:")
    app.selectbox(key="w_year").set_value("2020").run()
    stands(app)
    assert ends(app) == locked
    assert legend(app)["how"] == EN("legend.how_lock")
    app.selectbox(key="w_office").set_value("west").run()
    stands(app)
    assert ends(app) == locked
    app.toggle(key="legend-lock").set_value(False).run()
    assert ends(app) != locked
    assert "lock" not in app.query_params


def test_a_locked_legend_stays_at_another_level_and_tells_what_lies_beyond(open_page: Open) -> None:
    app = open_page(lang="en", layer="density", lock="density:22,100,200,3518")
    province = ends(app)
    app.selectbox(key="w_level").set_value("district").run()
    stands(app)
    assert ends(app) == province == ["100 and under", "101–200", "201 and over"]
    values = measuring.measure("density", "district").values.round(0)
    under, over = int((values < 22).sum()), int((values > 3518).sum())
    assert EN("legend.beyond", under=under, over=over) in legend(app)["notes"]


def test_a_lock_of_another_layer_is_kept_and_said_not_to_be_used(open_page: Open) -> None:
    app = open_page(lang="en", layer="household_income", lock="density:0,10,20")
    stands(app)
    assert len(ends(app)) == 5
    assert EN("legend.lock_other", layer="Density") in legend(app)["notes"]
    assert app.query_params["lock"] == "density:0,10,20"


def test_the_standard_of_a_layer_is_offered_only_where_there_is_one(open_page: Open) -> None:
    app = open_page(lang="en", layer="internet_users_northeast", method="standard")
    stands(app)
    assert ends(app) == [
        "0.0–49.9 · limited",
        "50.0–74.9 · satisfactory",
        "75.0–94.9 · advanced",
        "95.0–100.0 · target met",
    ]
    other = open_page(lang="en", layer="density")
    assert EN("legend.standard") not in other.selectbox(key="legend-method").options


def boards(app: AppTest) -> list[list[list[Any]]]:
    """The legend rows of every map on a board."""
    (told,) = [json.loads(element.proto.json) for element in app.get("bidi_component")]
    return [panel["legend"]["rows"] for panel in told["panels"]]


@pytest.mark.parametrize("way", ["side", "swipe", "many"])
def test_a_locked_legend_is_the_same_on_every_map_of_a_comparison(open_page: Open, way: str) -> None:
    lock = "gpp_per_person:22000,60000,90000,150000,1000000"
    app = open_page("maps", lang="en", layer="gpp_per_person", maps=way, year2="2016", lock=lock)
    stands(app)
    wanted = ["60,000 and under", "60,001–90,000", "90,001–150,000", "150,001 and over"]
    rows = boards(app)
    assert len(rows) >= 2
    assert [[row[1] for row in panel] for panel in rows] == [wanted] * len(rows)


@pytest.mark.parametrize(
    ("settings", "classes"),
    [({"method": "pretty", "classes": "4"}, 4), ({"method": "manual", "breaks": "50000,100000"}, 3)],
)
def test_maps_beside_one_another_follow_the_reader_s_classes(
    open_page: Open, settings: dict[str, str], classes: int
) -> None:
    app = open_page("maps", lang="en", layer="gpp_per_person", maps="side", year2="2016", **settings)
    stands(app)
    first, second = boards(app)
    assert [row[1] for row in first] == [row[1] for row in second]
    assert 2 <= len(first) <= classes


@pytest.mark.parametrize("lang", ["th", "en"])
def test_fewer_classes_than_asked_for_are_said_beside_the_legend(open_page: Open, lang: str) -> None:
    app = open_page(lang=lang, layer="density", method="std", classes="9")
    stands(app)
    made = len(ends(app))
    assert 1 < made < 9
    assert say(lang)("legend.fewer", made=made, asked=9) in legend(app)["notes"]


def test_a_layer_locked_and_left_is_locked_still_when_the_reader_comes_back(open_page: Open) -> None:
    app = open_page(lang="en", layer="density")
    app.toggle(key="legend-lock").set_value(True).run()
    locked = ends(app)
    app.selectbox(key="w_layer").set_value("household_income").run()
    stands(app)
    assert not app.toggle(key="legend-lock").value
    app.toggle(key="legend-lock").set_value(True).run()
    income = ends(app)
    assert [part.partition(":")[0] for part in app.query_params["lock"].split("~")] == ["household_income", "density"]
    app.selectbox(key="w_layer").set_value("density").run()
    stands(app)
    assert app.toggle(key="legend-lock").value
    app.selectbox(key="w_level").set_value("district").run()
    assert [text.split("–")[-1] for text in ends(app)[1:-1]] == [text.split("–")[-1] for text in locked[1:-1]]
    app.segmented_control(key="legend-classes").set_value(7).run()
    stands(app)
    assert app.query_params["lock"].startswith("household_income:"), "other classes undo the lock of their layer alone"
    app.selectbox(key="w_layer").set_value("household_income").run()
    assert ends(app) == income


@pytest.mark.parametrize("other", [{"year2": "2018"}, {"office2": "west"}])
def test_a_legend_locked_in_a_comparison_of_years_or_offices_stays_on_both_sides(
    open_page: Open, other: dict[str, str]
) -> None:
    start = {"lang": "en", "layer": "gpp_per_person", "year": "2020", "office": "north"}
    app = open_page("maps", maps="side", **start, **other)
    app.toggle(key="legend-lock").set_value(True).run()
    stands(app)
    locked = [[row[1] for row in rows] for rows in boards(app)]
    assert locked[0] == locked[1]
    assert app.query_params["lock"].startswith("gpp_per_person:")
    app.selectbox(key="s_office2").set_value("south").run()
    app.selectbox(key="s_year2").set_value("2016").run()
    app.selectbox(key="w_year").set_value("2017").run()
    app.selectbox(key="w_office").set_value("all").run()
    stands(app)
    assert [[row[1] for row in rows] for rows in boards(app)] == locked
    assert EN("maps.shared_locked", unit=layers.catalogue()["gpp_per_person"].unit.en) in words(app)


def test_two_layers_of_different_units_keep_a_lock_each_on_both_sides(open_page: Open) -> None:
    app = open_page("maps", lang="en", maps="side", layer="household_income", layer2="gpp_per_person", year2="2016")
    app.toggle(key="legend-lock").set_value(True).run()
    stands(app)
    locked = [[row[1] for row in rows] for rows in boards(app)]
    assert locked[0] != locked[1]
    app.selectbox(key="s_year2").set_value("2020").run()
    app.selectbox(key="w_year").set_value("2015").run()
    stands(app)
    assert [[row[1] for row in rows] for rows in boards(app)] == locked
    app.toggle(key="legend-lock").set_value(False).run()
    assert "lock" not in app.query_params
