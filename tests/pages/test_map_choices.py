"""The map's own choices through dashboard.py: finding, the path, what lies over it, the table, odd input."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from geo import measure as measuring
from geo.measure import Measured
from geo.places import laos_of, places
from geo.words import say
from pages.parts.address import from_url
from pages.parts.choices import Choices
from pages.parts.trail import arrive
from tests.pages.conftest import Open
from tests.pages.test_legend_choices import ends, legend
from tests.pages.test_screens import map_table, maps, stands, words

EN = say("en")


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


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_table_calls_values_of_low_confidence_what_the_legend_calls_them(open_page: Open, lang: str) -> None:
    app = open_page(lang=lang, layer="schools_per_10000", level="district")
    stands(app)
    shown = map_table(app)
    assert set(shown[say(lang)("area.status")]) == {say(lang)("map.doubtful")}


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
