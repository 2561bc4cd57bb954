"""Compare maps, as a reader opens them by an address: which maps stand there, on which scale, and what is told."""

from __future__ import annotations

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

import layers
from geo import cards
from geo.maps import assets
from geo.measure import measure, periods
from geo.words import say
from tests.pages.conftest import Open
from tests.pages.test_screens import stands, words

EN = say("en")


def told(app: AppTest) -> dict[str, Any]:
    """The one message that the maps of the screen were sent."""
    (element,) = app.get("bidi_component")
    message: dict[str, Any] = json.loads(element.proto.json)
    return message


def labels(panel: dict[str, Any]) -> list[str]:
    """What the classes of one map are called."""
    return [row[1] for row in panel["legend"]["rows"]]


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("way", ["need", "side", "swipe", "many"])
def test_every_way_opens_in_both_languages_and_tells_only_its_own(open_page: Open, way: str, lang: str) -> None:
    app = open_page("maps", lang=lang, maps=way)
    stands(app)
    assert say(lang)("maps.table") in words(app)
    offered = [found.proto.popover.label for found in app.get("popover")]
    assert offered[-2:] == [say(lang)("download.map"), say(lang)("download.maps")]
    message = told(app)
    assert ("square" in message) == (way == "need")
    assert message.get("kind", "need") == way
    assert "nan" not in words(app).lower().split()


def test_the_first_view_sets_a_need_against_a_provision_and_counts_every_cell(open_page: Open) -> None:
    app = open_page("maps", lang="en")
    message = told(app)
    catalogue = layers.catalogue()
    need, provision = message["layer"].split("+")
    assert (catalogue[need].index, catalogue[provision].index) == ("need", "provision")
    makers = [cards.card(catalogue[key].source[0]).publisher.en for key in (need, provision)]
    assert message["legend"]["source"] == "; ".join(makers), "a map of two layers names both sources"
    for key, _, areas, people in message["legend"]["rows"]:
        assert message["values"].count(key) == areas
        assert people > 0
    facts = json.loads(assets.read(message["facts"]) or b"")
    income = measure(need, "province")
    assert facts["values"] == income.values.round(0).tolist()


def test_need_and_provision_can_be_cut_by_a_standard_and_the_screen_says_whose(open_page: Open) -> None:
    app = open_page("maps", lang="en", layer="internet_users_northeast", bands="standard")
    stands(app)
    assert "by 2030" in words(app)
    bands = told(app)["square"]["provision"]["bands"]
    assert [band[0] for band in bands] == [0, 1, 2]
    assert [band[2] for band in bands] == ["< 70.0", "70.0–99.9", "≥ 100.0"]
    plain = open_page("maps", lang="en", bands="standard")
    assert EN("maps.no_standard") in words(plain)


def test_two_layers_of_one_unit_share_classes_and_two_of_different_units_do_not(open_page: Open) -> None:
    shared = told(open_page("maps", lang="en", maps="side", layer="fixed_download", layer2="mobile_download"))
    one, two = shared["panels"]
    assert labels(one) == labels(two)
    assert one["colours"] == two["colours"]
    app = open_page("maps", lang="en", maps="side", layer="fixed_download", layer2="fixed_latency")
    one, two = told(app)["panels"]
    assert labels(one) != labels(two)
    assert "the units differ (Mbps; ms)" in words(app)


def test_two_years_of_one_layer_share_classes(open_page: Open) -> None:
    app = open_page("maps", lang="en", maps="swipe", layer="household_income", layer2="household_income", year2="2004")
    message = told(app)
    one, two = message["panels"]
    assert labels(one) == labels(two)
    assert [title.rpartition(" · ")[2] for title in message["titles"]] == ["2021", "2004"]
    assert [panel["beside"] for panel in (one, two)] == ["2021", "2004"]


def test_two_offices_show_their_own_areas_on_the_same_classes(open_page: Open) -> None:
    app = open_page("maps", lang="en", maps="side", office="north", office2="south", layer="density", layer2="density")
    message = told(app)
    one, two = message["panels"]
    both = zip(one["values"], two["values"], strict=True)
    assert all("." in pair for pair in both)
    assert {one["values"].count("."), two["values"].count(".")}.isdisjoint({0, 77})
    assert labels(one) == labels(two)
    assert message["titles"][0] != message["titles"][1]


def test_small_maps_show_one_year_each_on_one_scale(open_page: Open) -> None:
    app = open_page("maps", lang="th", maps="many", layer="household_income")
    message = told(app)
    known = periods("household_income", "province")
    assert message["titles"] == [str(int(year) + 543) for year in known]
    assert len({json.dumps(labels(panel)) for panel in message["panels"]}) == 1
    assert len({panel["shapes"] for panel in message["panels"]}) == 1
    assert [row[1] for row in message["key"]["rows"]][: len(labels(message["panels"][0]))] == labels(
        message["panels"][0]
    )


def test_a_layer_by_quarters_gives_one_quarter_of_each_year(open_page: Open) -> None:
    message = told(open_page("maps", lang="en", maps="many", layer="fixed_download", year="2024-Q2"))
    assert message["titles"] == ["2023 Q2", "2024 Q2", "2025 Q2"]


def test_small_maps_of_layers_hold_only_one_unit(open_page: Open) -> None:
    app = open_page("maps", lang="en", maps="many", each="layer", layer="airport_distance", level="subdistrict")
    shown = [panel["layer"] for panel in told(app)["panels"]]
    assert len(shown) >= 4
    assert {layers.catalogue()[key].unit.en for key in shown} == {"km"}
    assert len(told(app)["panels"][0]["values"]) == 7425


def test_a_single_year_says_why_there_is_one_map(open_page: Open) -> None:
    app = open_page("maps", lang="en", maps="many", layer="density")
    assert len(told(app)["panels"]) == 1
    assert EN("maps.one_year") in words(app)


def test_a_second_layer_that_is_not_measured_here_gives_way_and_the_screen_says_so(open_page: Open) -> None:
    app = open_page("maps", lang="en", maps="side", layer="density", level="district", layer2="household_income")
    stands(app)
    assert "is not measured at this level" in words(app)
    assert [panel["layer"] for panel in told(app)["panels"]] == ["density", "density"]


def test_an_unknown_way_or_layer_opens_the_first_view_with_a_sentence(open_page: Open) -> None:
    app = open_page("maps", lang="en", maps="globe", layer2="moon", office2="mars", year2="soon", need="x")
    assert [fault.message for fault in app.exception] == []
    (note,) = [str(warning.value) for warning in app.warning]
    assert all(word in note for word in ("globe", "moon", "mars", "soon"))
    assert "square" in told(app)


def test_the_way_is_picked_on_the_screen_and_kept_in_the_address(open_page: Open) -> None:
    app = open_page("maps", lang="en")
    (way,) = [group for group in app.get("button_group") if group.label == EN("choose.maps")]
    way.set_value("swipe").run()
    assert told(app)["kind"] == "swipe"
    assert app.query_params["maps"] in ("swipe", ["swipe"])


def test_the_table_starts_with_much_need_and_little_provision(open_page: Open) -> None:
    app = open_page("maps", lang="en")
    rows = app.dataframe[0].value
    worst = EN("maps.cell", need=EN("maps.need_2"), provision=EN("maps.provision_0"))
    count = next(row[2] for row in told(app)["legend"]["rows"] if row[0] == "6")
    assert (rows[EN("maps.cell_column")] == worst).sum() == min(count, len(rows))
    assert len(rows) == 12


def test_sized_areas_are_offered_where_circles_can_be_read_and_asked_for_by_the_address(open_page: Open) -> None:
    message = told(open_page("map", lang="en", shape="people", layer="density", level="district"))
    assert message["sized"] is True
    assert message["cartogram"].startswith("atlas/people.district")
    assert "cartogram" not in told(open_page("map", lang="en", layer="density", level="subdistrict"))


def test_bangkok_is_enlarged_only_on_maps_of_the_country(open_page: Open) -> None:
    assert told(open_page("map", lang="en", layer="density"))["inset"]["title"] == EN("maps.inset_province")
    assert "inset" not in told(open_page("map", lang="en", layer="density", level="district", place="50"))


def test_the_page_of_the_table_below_the_maps_lives_in_the_address(open_page: Open) -> None:
    app = open_page("maps", lang="en", maps="side", table="3")
    assert app.number_input(key="rows").value == 3
    app.number_input(key="rows").set_value(4).run()
    assert app.query_params["table"] in ("4", ["4"])
    assert open_page("maps", lang="en", maps="side", table="99").number_input(key="rows").value == 7


def test_a_year_that_the_second_map_has_no_figures_for_is_named_with_the_one_shown(open_page: Open) -> None:
    app = open_page("maps", lang="en", maps="side", layer="gpp_per_person", year2="1999")
    assert [told.value for told in app.info] == ["There are no figures for 1999 here, so 2020 is shown."]
    assert not open_page("maps", lang="en", maps="side", layer="gpp_per_person", year2="2016").info


def test_low_confidence_of_either_layer_is_hatched_counted_explained_and_listed(open_page: Open) -> None:
    app = open_page("maps", lang="en", layer="schools_per_10000", level="district")
    message = told(app)
    schools = layers.catalogue()["schools_per_10000"]
    assert schools.doubt is not None
    assert schools.doubt.third_party, "lists of volunteers: every value is doubted"
    unsure = sum(message["values"].count(letter) for letter in "abcdefghi")
    assert unsure == sum(areas for _, _, areas, _ in message["legend"]["rows"]) > 0
    low = next(row for row in message["legend"]["states"] if row[1] == EN("map.doubtful"))
    assert low[2] == unsure
    assert low[3] == sum(people for _, _, _, people in message["legend"]["rows"])
    why = EN("maps.doubt", layer=schools.short.en, why=schools.doubt.why.en)
    assert message["legend"]["notes"] == [why]
    assert set(app.dataframe[0].value[EN("area.status")]) == {EN("map.doubtful")}
