"""The map's own choices through dashboard.py: classes, a locked legend, finding, the path, the table, odd input."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

import layers
from geo import measure as measuring
from geo.measure import Measured
from geo.places import laos_of, places
from geo.words import say
from pages.parts.address import from_url
from pages.parts.choices import Choices
from pages.parts.trail import arrive
from tests.pages.conftest import Open
from tests.pages.test_screens import map_table, maps, stands, words

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


@pytest.mark.parametrize(
    ("typed", "code"), [("บึงกาฬ", "38"), ("Chiengmai", "50"), ("5001", "5001"), ("10300", "100201"), ("เชียงไหม่", "50")]
)
def test_an_area_is_found_from_the_map_and_marked_on_it(open_page: Open, typed: str, code: str) -> None:
    app = open_page(lang="en", layer="density")
    app.text_input(key="find-map").set_value(typed).run()
    stands(app)
    app.button(key=f"go-{code}").click().run()
    stands(app)
    (told,) = maps(app)
    assert told["selected"] == code
    assert app.query_params["mark"] == code
    assert app.text_input(key="find-map").value == ""


def test_a_name_that_nothing_bears_is_answered_and_a_near_one_is_said_to_be_near(open_page: Open) -> None:
    app = open_page(lang="en")
    app.text_input(key="find-map").set_value("zzzzqqqq").run()
    assert EN("choose.find_none") in words(app)
    app.text_input(key="find-map").set_value("Chang Mia").run()
    assert EN("map_page.find_near") in words(app)


def test_what_is_found_outside_the_office_leaves_the_office() -> None:
    view, _ = from_url({"office": "west", "layer": "density"})
    assert arrive(view, "38").office == "all"
    assert arrive(view, "71").office == "west"
    assert arrive(replace(view, provinces=("50",), office="own"), "38").provinces == ()


@pytest.mark.parametrize("code", ["north", "10", "5001", "100101", "5500102"])
@pytest.mark.parametrize("layer", ["density", "gpp_per_person", "website_on_record"])
def test_whatever_is_found_can_be_shown_for_every_layer(code: str, layer: str) -> None:
    lao = code if code in places("lao").index else str(places("lao").index[100])
    view = arrive(Choices(layer=layer), lao if len(code) == 7 else code)
    settled, notes = from_url(view.to_url())
    assert notes == []
    assert (settled.place, settled.level, settled.mark) == (view.place, view.level, view.mark)


def test_the_path_leads_from_the_subdistrict_back_to_the_country(open_page: Open) -> None:
    app = open_page(lang="en", layer="density", level="subdistrict", place="5501", mark="550101")
    stands(app)
    assert [button.label for button in app.button if str(button.key).startswith("crumb-")] == [
        "Whole country",
        "North",
        "Nan",
        "Mueang Nan",
    ]
    app.button(key="crumb-55").click().run()
    stands(app)
    assert (app.query_params["place"], app.query_params["level"]) == ("55", "district")
    app.button(key="crumb-north").click().run()
    stands(app)
    assert app.query_params["office"] == "north"
    app.button(key="crumb-all").click().run()
    stands(app)
    assert "office" not in app.query_params


def test_the_authorities_over_a_marked_subdistrict_are_listed_and_drawn(open_page: Open) -> None:
    app = open_page(lang="en", layer="density", level="subdistrict", place="5001", mark="500101")
    stands(app)
    listed = app.dataframe[0].value
    assert len(listed) == len(laos_of("500101"))
    assert set(listed["Covers"]) == {"all of it", "its whole province"}
    (told,) = maps(app)
    assert told["over"]["shapes"].startswith("atlas/lao.")
    assert told["over"]["names"] == ["Chiang Mai City Municipality"]


def test_the_sheet_of_a_subdistrict_lists_the_authorities_over_it(open_page: Open) -> None:
    app = open_page("area", lang="en", mark="500101")
    stands(app)
    assert EN("map_page.laos_of", place="Si Phum") in words(app)
    listed = app.dataframe[-1].value
    assert list(listed["Covers"]) == ["all of it", "its whole province"]


def test_outlines_of_authorities_are_switched_on_and_held_by_the_address(open_page: Open) -> None:
    app = open_page(lang="en", layer="density", level="district", place="55")
    assert maps(app)[0]["over"] is None
    app.toggle(key="legend-laos").set_value(True).run()
    stands(app)
    assert maps(app)[0]["over"]["shapes"].startswith("atlas/lao.")
    assert app.query_params["laos"] == "1"


def test_the_table_does_the_work_of_the_map(open_page: Open) -> None:
    app = open_page(lang="en", layer="media_literacy", order="status")
    stands(app)
    table = map_table(app)
    assert list(table.columns) == ["Province", "Value", "Class", "Status"]
    assert set(table["Status"]) == {"No data"}
    assert set(table["Value"]) == {"–"}
    assert set(table["Class"]) == {""}
    app.selectbox(key="table-order").set_value("worst").run()
    stands(app)
    table = map_table(app)
    assert table["Value"].astype(float).is_monotonic_increasing
    assert table["Class"].iloc[0] == ends(app)[0]
    assert app.query_params["order"] == "worst"


def test_a_yes_or_no_layer_is_told_as_shares(open_page: Open) -> None:
    app = open_page(lang="en", layer="website_on_record", level="lao", place="55")
    stands(app)
    (told,) = maps(app)
    assert "%)" in told["summary"]
    assert "median" not in told["summary"]


def test_a_place_drawn_in_an_older_outline_says_so_on_map_and_sheet(open_page: Open) -> None:
    app = open_page(lang="en", layer="density", level="subdistrict", place="5304")
    notes = " ".join(legend(app)["notes"])
    assert "before 14 February 2015; it is now Tha Faek Subdistrict, Nam Pat District" in notes
    sheet = open_page("area", lang="en", mark="102602")
    assert "before 26 July 2017; it now holds Din Daeng and Ratchadaphisek" in words(sheet)


@pytest.fixture
def odd(monkeypatch: pytest.MonkeyPatch, fresh: Callable[[], None]) -> Callable[[Callable[[Measured], Measured]], None]:
    """Every layer measured as a test says, as if a source held such values."""
    real = measuring.measure

    def install(change: Callable[[Measured], Measured]) -> None:
        fresh()
        made: dict[tuple[Any, ...], Measured] = {}

        def changed(*asked: Any, **named: Any) -> Measured:
            key = (*asked, *sorted(named.items()))
            if key not in made:
                made[key] = change(real(*asked, **named))
            return made[key]

        monkeypatch.setattr("geo.measure.measure", changed)
        monkeypatch.setattr("pages.parts.drawn.measure", changed)

    return install


def with_values(measured: Measured, value: float, status: str = "ok") -> Measured:
    return replace(
        measured,
        values=measured.values * 0 + value if np.isfinite(value) or np.isinf(value) else measured.values * np.nan,
        status=measured.status.map(lambda _: status),
    )


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_layer_of_one_value_draws_a_map_that_says_so(open_page: Open, odd: Any, lang: str) -> None:
    odd(lambda measured: replace(measured, values=measured.values * 0 + 7.0))
    app = open_page(lang=lang)
    stands(app)
    assert say(lang)("legend.one_value") in legend(app)["notes"]
    assert ends(app) == ["7.0"]
    assert set(maps(app)[0]["values"]) <= {"0", "a"}


@pytest.mark.parametrize("lang", ["th", "en"])
def test_a_layer_without_any_value_draws_a_map_that_says_so(open_page: Open, odd: Any, lang: str) -> None:
    odd(lambda measured: with_values(measured, np.nan, "no data"))
    app = open_page(lang=lang)
    stands(app)
    assert set(maps(app)[0]["values"]) == {"-"}
    assert maps(app)[0]["summary"].endswith({"th": "ไม่มีจังหวัดใดมีข้อมูล", "en": "none of the provinces has a value."}[lang])
    assert "nan" not in words(app).lower().split()


def test_endless_values_draw_a_map_that_says_so(open_page: Open, odd: Any) -> None:
    odd(lambda measured: replace(measured, values=measured.values.where(measured.values.index != "10", np.inf)))
    app = open_page(lang="en")
    stands(app)
    assert EN("legend.infinite", count=1) in legend(app)["notes"]
    (told,) = maps(app)
    assert told["values"].count("-") == 1


def test_places_without_an_outline_are_counted(open_page: Open) -> None:
    app = open_page(lang="en", layer="website_on_record", level="lao", place="50")
    stands(app)
    drawn = len(maps(app)[0]["values"])
    table = places("lao", "50")
    assert drawn == int((table["type"] != "PAO").sum())


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


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_table_calls_values_of_low_confidence_what_the_legend_calls_them(open_page: Open, lang: str) -> None:
    app = open_page(lang=lang, layer="schools_per_10000", level="district")
    stands(app)
    shown = map_table(app)
    assert set(shown[say(lang)("area.status")]) == {say(lang)("map.doubtful")}


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


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_table_of_local_authorities_tells_each_name_in_full_with_where_it_lies(open_page: Open, lang: str) -> None:
    app = open_page(lang=lang, layer="website_on_record", level="lao", place="55")
    stands(app)
    table, speak = map_table(app), say(lang)
    assert list(table.columns) == [speak("level.lao"), speak("map.class"), speak("area.status")]
    bodies = places("lao").query("province == '55'")
    full = set(bodies["full_name_th"] if lang == "th" else bodies["name_en"] + " " + bodies["type_en"])
    province = str(places("province").at["55", f"name_{lang}"])
    told = table.iloc[:, 0]
    assert all(text.endswith(f" {province}") for text in told)
    assert {text.removesuffix(f" {province}") for text in told} <= full
    assert speak("map_page.words_in", year="2565" if lang == "th" else "2022") in words(app)
