"""Fairness and its overview as readers open them: what they say, what the address restores, what odd views get."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import layers
from geo.fairness.curve import curve, stretch
from geo.fairness.field import field
from geo.fairness.overview import overview
from geo.words import messages, say
from tests.pages.conftest import Open

EN = say("en")
# One layer of each kind at each of its levels would take minutes; the assembly of all is tested below the screen.
SPREAD = [
    ("fixed_download", "district"),
    ("fixed_latency", "province"),
    ("media_literacy", "province"),
    ("smart_cities_certified", "province"),
    ("website_on_record", "lao"),
    ("schools_per_10000", "subdistrict"),
    ("population_change", "district"),
    ("internet_users_northeast", "province"),
]


def words(app: AppTest) -> str:
    kinds = (app.markdown, app.caption, app.subheader, app.info, app.success, app.warning, app.error)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def stands(app: AppTest) -> None:
    assert [fault.message for fault in app.exception] == []
    assert [fault.value for fault in app.error] == []


def the_map(app: AppTest) -> dict[str, Any]:
    (told,) = [json.loads(element.proto.json) for element in app.get("bidi_component")]
    return dict(told)


def lit(told: dict[str, Any]) -> int:
    return sum(bin(int(letter, 16)).count("1") for letter in told["lit"])


@pytest.mark.parametrize(("layer", "level"), SPREAD)
def test_the_screen_stands_for_every_kind_of_layer(open_page: Open, layer: str, level: str) -> None:
    app = open_page("equity", lang="en", layer=layer, level=level)
    stands(app)
    text = words(app)
    assert re.findall(r"\{[a-z_]+\}", text) == []
    assert "nan" not in text.lower().split()
    assert [key for key in messages("en") if re.search(rf"(?<![\w/]){re.escape(key)}(?![\w/])", text)] == []
    assert EN("equity.scale_warning") in text or EN("equity.scale_one") in text
    assert EN("equity.not_offered") in text
    assert len(app.warning) == 0
    assert the_map(app)["level"] == level


@pytest.mark.parametrize("layer", ["airport_distance", "smart_cities_certified"])
def test_the_thai_screen_is_thai_throughout(open_page: Open, layer: str) -> None:
    app = open_page("equity", layer=layer)
    stands(app)
    # Names of methods and of the layers' sources stay as they are written everywhere.
    told = [element.value for kind in (app.markdown, app.info) for element in kind]
    english = [text for text in told if not re.search(r"[\u0e01-\u0e5b]", text)]
    assert english == []


def test_the_headline_is_of_people_and_changes_with_the_weighting(open_page: Open) -> None:
    people = open_page("equity", lang="en")
    areas = open_page("equity", lang="en", between="areas")
    assert "fifth of the people live in areas" in people.markdown[1].value
    assert "fifth of the areas" in areas.markdown[1].value
    assert EN("equity.base_people") in words(people)
    assert EN("equity.base_areas") in words(areas)


def test_a_standard_is_named_with_who_set_it_and_a_reference_is_no_standard(open_page: Open) -> None:
    declared = words(open_page("equity", lang="en", layer="internet_users_northeast"))
    assert layers.catalogue()["internet_users_northeast"].standard.who.en in declared  # type: ignore[union-attr]
    assert "21.8 million people (100 %)" in declared
    assert EN("equity.what_mean") in words(open_page("equity", lang="en"))
    own = words(open_page("equity", lang="en", held_to="own", line="250"))
    assert EN("equity.what_own") in own
    assert "below 250.0 Mbps" in own


def test_a_stretch_in_the_address_stands_out_on_the_map(open_page: Open) -> None:
    app = open_page("equity", lang="en", stretch="0-20")
    stands(app)
    this = field("fixed_download", "province")
    found = stretch(this, curve(this, "lorenz"), 0, 20)
    assert lit(the_map(app)) == len(found.codes)
    assert f"{len(found.codes)} areas" in words(app)
    assert app.slider(key="w_stretch").value == (0, 20)
    app.slider(key="w_stretch").set_value((80, 100)).run()
    stands(app)
    assert app.query_params["stretch"] == "80-100"
    assert lit(the_map(app)) == len(stretch(this, curve(this, "lorenz"), 80, 100).codes)
    app.slider(key="w_stretch").set_value((0, 100)).run()
    assert "stretch" not in app.query_params
    assert the_map(app)["lit"] == ""


def test_a_marked_area_is_told_in_a_sentence_and_marked_on_the_map(open_page: Open) -> None:
    app = open_page("equity", lang="en", mark="50")
    assert "**Chiang Mai:" in words(app)
    assert the_map(app)["selected"] == "50"
    without = open_page("equity", lang="en", mark="10", bangkok="0")
    assert EN("equity.place_without", area="Bangkok", why=EN("equity.why_bangkok")) in words(without)


def test_the_address_restores_every_setting_and_forgets_first_ones(open_page: Open) -> None:
    asked = {
        "between": "areas",
        "bangkok": "0",
        "held_to": "own",
        "line": "300",
        "income": "gpp_per_person",
        "curve": "concentration",
        "stretch": "10-60",
        "over_time": "tail_ratio",
        "paint": "clusters",
    }
    app = open_page("equity", lang="en", **asked)
    stands(app)
    assert {key: app.query_params[key] for key in asked} == asked
    assert app.toggle(key="w_bangkok").value is False
    assert app.selectbox(key="w_against").value == "own"
    assert app.number_input(key="w_line").value == 300
    assert app.selectbox(key="w_over_time").value == "tail_ratio"
    app.toggle(key="w_bangkok").set_value(True).run()
    assert "bangkok" not in app.query_params


def test_nonsense_settings_are_named_and_the_screen_stands(open_page: Open) -> None:
    app = open_page("equity", lang="en", stretch="90-10", line="-5", between="moon", curve="<b>", over_time="gini;")
    stands(app)
    told = " ".join(note.value for note in app.warning)
    assert all(word in told for word in ("90-10", "moon", "-5"))


def test_a_measure_that_does_not_fit_is_not_drawn_though_the_address_asks(open_page: Open) -> None:
    app = open_page(
        "equity", lang="en", layer="human_achievement", over_time="gini", curve="lorenz", held_to="declared"
    )
    stands(app)
    assert app.selectbox(key="w_over_time").value == "tail_gap"
    assert EN("why_not.no_zero") in words(app)


def test_clusters_are_drawn_as_words_with_their_colours(open_page: Open) -> None:
    told = the_map(open_page("equity", lang="en", layer="airport_distance", level="district", paint="clusters"))
    assert [row[1] for row in told["legend"]["rows"]] == [
        EN(f"patch.{kind}")
        for kind in ("behind_together", "behind_alone", "no_evidence", "ahead_alone", "ahead_together")
    ]
    assert sum(row[2] for row in told["legend"]["rows"]) == 928


@pytest.mark.parametrize(
    ("choices", "key"),
    [
        ({"in": "50"}, "equity.few"),
        ({"in": "50,83"}, "equity.few"),
        ({"layer": "internet_users_northeast", "office": "south"}, "equity.no_values"),
        ({"layer": "schools_per_10000", "in": "64"}, "equity.no_values"),
        ({"layer": "pao_budget_per_person", "in": "10"}, "equity.no_values"),
    ],
)
def test_too_few_places_get_a_sentence(open_page: Open, choices: dict[str, str], key: str) -> None:
    for lang in ("th", "en"):
        app = open_page("equity", lang=lang, **choices)
        stands(app)
        assert say(lang)(key) in words(app)


def test_where_all_areas_are_equal_nothing_is_called_unfair(open_page: Open) -> None:
    app = open_page("equity", lang="en", layer="smart_cities_certified", office="west")
    stands(app)
    assert "All 5 areas compared have the same value" in words(app)


def test_a_district_is_ranked_by_the_income_of_its_province_and_says_so(open_page: Open) -> None:
    assert EN("equity.ranked_inherited") in words(
        open_page("equity", lang="en", layer="airport_distance", level="district")
    )
    assert EN("equity.ranked_inherited") not in words(open_page("equity", lang="en"))


def test_no_clusters_are_claimed_to_be_none(open_page: Open) -> None:
    for lang in ("en", "th"):
        text = words(open_page("equity", lang=lang, layer="air_stations"))
        start = say(lang)("equity.patch_no_evidence", value="", expected="", p="")[:18]
        assert start in text
        assert "no clustering" not in text.replace("no evidence of clustering", "").lower()


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_overview_lists_every_layer_and_opens_one(open_page: Open, lang: str) -> None:
    app = open_page("overview", lang=lang)
    stands(app)
    table = app.dataframe[0].value
    assert len(table) == len(overview())
    assert [layers.catalogue()[key].short.of(lang) for key in overview().index] == table[
        say(lang)("overview.layer")
    ].tolist()
    assert table[say(lang)("overview.line")].str.len().gt(0).all()


def test_the_overview_follows_the_office(open_page: Open) -> None:
    app = open_page("overview", lang="en", office="west")
    stands(app)
    areas = app.dataframe[0].value[EN("overview.places")]
    assert set(areas) <= {f"{count}/5" for count in range(6)}


def test_strict_licences_leave_a_screen_that_stands(
    open_page: Open, fresh: Callable[[], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")
    fresh()
    for layer_id in ("weather_station_distance", next(iter(layers.catalogue()))):
        told = open_page("equity", lang="en", layer=layer_id)
        stands(told)
        # All provinces have these values: what is not known is who lives there.
        assert EN("equity.no_people") in words(told)
        assert EN("equity.no_values") not in words(told)
    stands(open_page("overview", lang="en"))
