"""The readiness screen as a reader uses it: scores, ranks with ranges, her own weights, and every limit told."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

import layers
from geo.places import places
from geo.readiness import assess
from geo.stats.composite import share_ahead
from geo.words import messages, say
from pages.parts.importance import read
from tests.pages.conftest import Open
from tests.pages.test_screens import maps, stands, words

PARTS = ("ranking", "weights", "sure", "rests", "checks", "said")
EN = say("en")
ALL_ZERO = "internet:0,environment:0,economy:0,governance:0,mobility:0,people:0"


def address(app: AppTest) -> dict[str, str]:
    """The address as a reader would copy it."""
    return {key: text[0] if isinstance(text, list) else text for key, text in app.query_params.items()}


def column(app: AppTest, title: str) -> list[str]:
    """One column of the first table that has it."""
    (table,) = [frame.value for frame in app.dataframe if title in frame.value.columns][:1]
    return [str(cell) for cell in table[title]]


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens_in_both_languages(open_page: Open, part: str, lang: str) -> None:
    app = open_page("readiness", lang=lang, part=part)
    stands(app)
    text = words(app)
    assert len(app.warning) == 0
    assert re.findall(r"\{[a-z_]+\}", text) == []
    assert [key for key in messages(lang) if re.search(rf"(?<![\w/]){re.escape(key)}(?![\w/])", text)] == []
    assert "nan" not in text.lower().split()
    for frame in app.dataframe:
        assert not frame.value.astype(str).isin(["nan", "<NA>", "None"]).any(axis=None)


@pytest.mark.parametrize("lang", ["th", "en"])
@pytest.mark.parametrize("index", ["provision", "need", "capacity"])
@pytest.mark.parametrize("level", ["district", "lao"])
def test_every_index_opens_below_the_provinces(open_page: Open, index: str, level: str, lang: str) -> None:
    app = open_page("readiness", lang=lang, index=index, at=level, office="northeast", heading=index)
    stands(app)
    assert len(app.info) >= 1


def test_the_dimensions_stand_before_the_index_and_the_first_is_on_the_map(open_page: Open) -> None:
    app = open_page("readiness", lang="en")
    offered = next(group for group in app.get("button_group") if "Environment" in str(group.proto))
    titles = [option.content for option in offered.proto.options]
    assert titles == ["Internet", "Environment", "Economy", "Governance", "Mobility", "People", "Provision"]
    (told,) = maps(app)
    assert told["legend"]["title"] == "Provision: Internet"
    assert told["legend"]["source"] == EN("map.computed")


@pytest.mark.parametrize("part", ["ranking", "sure"])
def test_no_rank_stands_without_its_range(open_page: Open, part: str) -> None:
    app = open_page("readiness", lang="en", heading="provision", part=part)
    ranks = column(app, EN("readiness.rank"))
    assert len(ranks) >= 12
    assert [rank for rank in ranks if not re.fullmatch(r"\d+ \(\d+–\d+\)", rank)] == []


def test_a_scenario_shows_the_declared_rank_with_its_range_and_what_each_place_climbs_or_loses(open_page: Open) -> None:
    app = open_page("readiness", lang="en", part="weights")
    assert all(re.fullmatch(r"\d+ \(\d+–\d+\)", rank) for rank in column(app, EN("readiness.declared")))
    moved = column(app, EN("join.arithmetic"))
    assert len(moved) == 77
    assert all(re.fullmatch(r"0|[+−]\d+", shift) for shift in moved)
    # What some climb others lose, ties aside.
    assert any(shift.startswith("+") for shift in moved)
    assert any(shift.startswith("−") for shift in moved)


def test_a_weight_moves_map_profile_table_and_address_at_once(open_page: Open) -> None:
    app = open_page("readiness", lang="en", heading="provision", part="weights")
    before = maps(app)[0]
    app.slider(key="importance-provision-people").set_value(0).run()
    stands(app)
    after = maps(app)[0]
    assert address(app)["weights_provision"] == "people:0"
    assert after["values"] != before["values"]
    assert after["facts"] != before["facts"]
    assert EN("readiness.own") in [c for frame in app.dataframe for c in frame.value.columns]
    expected = assess("provision", "province", weights={"people": 0.0}).scores["provision"]["10"]
    figure = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert [bar["x"][0] for bar in figure["data"] if bar["type"] == "bar"][-1] == pytest.approx(expected)


def test_reset_brings_back_the_declared_weights_and_method(open_page: Open) -> None:
    own = {"weights_provision": "people:0", "join": "harmonic", "scale": "percentile", "heading": "provision"}
    app = open_page("readiness", lang="en", part="weights", **own)
    stands(app)
    app.button(key="reset").click().run()
    stands(app)
    assert set(address(app)) == {"lang", "part", "heading"}
    assert app.slider(key="importance-provision-people").value == 5
    assert maps(app)[0]["values"] == maps(open_page("readiness", lang="en", heading="provision"))[0]["values"]


def test_a_link_restores_index_level_dimension_weights_method_and_areas(open_page: Open) -> None:
    view = {"lang": "en", "index": "capacity", "at": "district", "heading": "skills", "part": "weights"}
    view |= {"join": "arithmetic", "scale": "zscore", "weights_capacity": "money:9", "mark": "5001", "against": "5002"}
    app = open_page("readiness", office="north", **view)
    stands(app)
    assert address(app) == {**view, "office": "north"}
    assert app.slider(key="importance-capacity-money").value == 9
    assert app.selectbox(key="s_own").value == "5001"
    assert app.selectbox(key="s_against").value == "5002"


def test_weights_that_are_all_zero_are_told_and_kept(open_page: Open) -> None:
    app = open_page("readiness", lang="en", part="weights", weights_provision=ALL_ZERO)
    stands(app)
    assert [note.value for note in app.warning] == [EN("readiness.all_zero")]
    assert address(app)["weights_provision"] == ALL_ZERO
    assert app.slider(key="importance-provision-internet").value == 0


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("weights_provision", "gold:3"),
        ("weights_provision", "internet:11"),
        ("index", "wealth"),
        ("heading", "fibre"),
        ("at", "village"),
        ("join", "median"),
        ("against", "<img src=x>"),
    ],
)
def test_nonsense_in_the_address_is_told_and_the_rest_of_the_view_kept(open_page: Open, name: str, text: str) -> None:
    app = open_page("readiness", lang="en", office="south", **{name: text})
    stands(app)
    assert len(app.warning) == 1
    assert EN(f"choose.{name}") in app.warning[0].value
    assert address(app) == {"lang": "en", "office": "south"}


def test_an_area_to_compare_with_that_does_not_exist_is_told(open_page: Open) -> None:
    app = open_page("readiness", lang="en", against="99")
    stands(app)
    assert [note.value for note in app.warning] == [EN("readiness.unknown_against", text="99")]


def test_an_office_narrows_the_list_and_never_changes_a_rank(open_page: Open) -> None:
    whole = open_page("readiness", lang="en", heading="provision")
    south = open_page("readiness", lang="en", heading="provision", office="south")
    ranks = dict(zip(column(whole, EN("readiness.place")), column(whole, EN("readiness.rank")), strict=True))
    seen = dict(zip(column(south, EN("readiness.place")), column(south, EN("readiness.rank")), strict=True))
    both = seen.keys() & ranks.keys()
    assert both
    assert {name: seen[name] for name in both} == {name: ranks[name] for name in both}


def test_two_areas_get_one_sentence_and_ahead_is_said_from_ninety_percent_on(open_page: Open) -> None:
    far = open_page("readiness", lang="en", heading="provision", part="sure", mark="10", against="27")
    assert EN("readiness.pair_first", first="Bangkok", second="Sa Kaeo", share="100") in words(far)
    drawn = assess("provision", "province").draws()
    second = (share_ahead(drawn, "50").drop("50") - 0.5).abs().idxmin()
    near = open_page("readiness", lang="en", heading="provision", part="sure", mark="50", against=str(second))
    found = re.search(r"cannot be told apart.* so in (\d+) %", words(near))
    assert found is not None
    assert 50 <= int(found[1]) < 90


def test_districts_tell_what_is_borrowed_and_where_there_is_no_index(open_page: Open) -> None:
    internet = open_page("readiness", lang="en", at="district", heading="internet")
    status = assess("provision", "district").status
    borrowed = int((status["internet"] == "inherited").sum())
    assert EN("readiness.borrowed", count=f"{borrowed:,}", all="928") in internet.info[0].value
    (told,) = maps(internet)
    assert sum(letter in "ABCDEFGHI" for letter in told["values"]) == borrowed
    index = open_page("readiness", lang="en", at="district", heading="provision")
    own = int((status["provision"] == "ok").sum())
    assert EN("readiness.with_index", count=f"{own:,}", all="928", level="districts") in index.info[0].value
    assert f"Internet ({borrowed:,})" in index.info[0].value


def test_subdistricts_have_no_index_and_the_screen_says_so(open_page: Open) -> None:
    app = open_page("readiness", lang="en", at="subdistrict", heading="provision", office="south", part="rests")
    stands(app)
    assert EN("readiness.none_index", all="1,084", level="subdistricts", headings="")[:50] in app.info[0].value
    (told,) = maps(app)
    assert set(told["values"]) <= {"-", " ", "."}


def test_a_reader_may_let_the_index_rest_on_larger_areas(open_page: Open) -> None:
    app = open_page("readiness", lang="en", at="district", heading="provision", office="south", part="weights")
    stands(app)
    app.toggle(key="s_widen").set_value(True).run()
    stands(app)
    assert EN("readiness.widened") in app.info[0].value
    assert address(app)["widen"] == "1"


def test_local_authorities_show_what_is_known_of_them_and_no_rank(open_page: Open) -> None:
    app = open_page("readiness", lang="en", index="capacity", at="lao", heading="technology", office="north")
    stands(app)
    titles = [title for frame in app.dataframe for title in frame.value.columns]
    assert EN("readiness.rank") not in titles
    assert any(title.startswith("Website on record") for title in titles)
    (told,) = maps(app)
    assert told["legend"]["worded"] is True


def test_the_wealth_check_and_the_alphas_are_told(open_page: Open) -> None:
    text = words(open_page("readiness", lang="en", part="checks"))
    assert re.search(r"Household income alone accounts for \d+ % .* size \(people\) for \d+ %", text)


def test_the_survey_is_told_with_its_pages_and_stays_off_the_map(open_page: Open) -> None:
    app = open_page("readiness", lang="en", part="said")
    text = words(app)
    # kpiebook63021: page 49 (Northeast 40.35 %, fourth of six), page 59 (quality of life by type), page 86 (needs).
    assert "4th of six, with 40.35 %** (Page 49)" in text
    assert "city 72.85, town 57.13, subdistrict municipality 56.21, SAO 53.94, PAO 46.72 %** (Page 59)" in text
    # Page 86 names staff skills, in one sentence with technology: not the headcount, and not surely third.
    assert "Budget > Technology systems > Staff skills (in one sentence with technology" in text
    assert "(Page 86)" in text
    assert "40.35" not in json.dumps(maps(app))


def test_every_weight_goalpost_and_author_can_be_read(open_page: Open) -> None:
    app = open_page("readiness", lang="en", part="rests")
    assert "180 to 335, on a scale of doublings" in column(app, EN("readiness.rests_posts"))
    text = words(app)
    assert "this project's proposal" in text
    assert "**Energy**: Not measured" in text
    assert "**Fixed upload**: Says the same as fixed download" in text


def test_strict_licences_leave_the_internet_out_and_the_screen_says_that_there_is_no_index(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, fresh: Callable[[], None]
) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")
    fresh()
    for part in PARTS:
        app = open_page("readiness", lang="en", heading="provision", part=part)
        stands(app)
        assert any("has an index of its own" in note.value for note in app.info)
    assert EN("readiness.said_left_out") in words(app)
    empty = open_page("readiness", lang="en", at="lao", index="capacity")
    stands(empty)
    assert EN("readiness.no_areas", level="local authorities") in words(empty)
    assert address(empty) == {"lang": "en", "at": "lao", "index": "capacity"}


def test_a_layer_that_is_not_declared_stops_this_screen_alone_with_its_name(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, fresh: Callable[[], None]
) -> None:
    sound = {name: layer for name, layer in layers.declared().items() if name != "airport_distance"}
    fresh()
    monkeypatch.setattr("geo.index_values.layers.declared", lambda: sound)
    app = open_page("readiness", lang="en", weights_provision="people:0")
    assert "'airport_distance', which is not declared" in app.error[0].value
    assert address(app) == {"lang": "en", "weights_provision": "people:0"}
    stands(open_page("map", lang="en", weights_provision="people:0"))


def test_an_address_holds_at_most_what_the_sliders_can_say() -> None:
    assert read("", "need") == dict.fromkeys(["economy", "living", "governance", "people"], 5)
    for nonsense in ("economy", "economy:", "economy:-1", "economy:1.5", "economy:๕", "all:5", ":5"):
        assert read(nonsense, "need") is None


def test_an_area_marked_below_the_level_stands_for_the_one_it_lies_in(open_page: Open) -> None:
    app = open_page("readiness", lang="en", mark="5001")
    assert app.selectbox(key="s_own").value == "50"
    inside = open_page("readiness", lang="en", at="district", layer="airport_distance", level="district", place="50")
    stands(inside)
    assert EN("readiness.narrowed", place=places("province").at["50", "name_en"]) in words(inside)
    inside.button(key="leave-place").click().run()
    assert "place" not in address(inside)
