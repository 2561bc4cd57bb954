"""The support screen in both languages: the walk of its five steps, and what it answers to odd input."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.places import places
from geo.support.notes import too_few_headings
from geo.support.reasoning import reason
from geo.words import LANGUAGES, messages, say
from pages.parts.support_controls import STEPS
from tests.pages.conftest import Open

NOTHING = "internet:0,environment:0,economy:0,governance:0,mobility:0,people:0"


def words(app: AppTest) -> str:
    """Everything that the screen says in running text."""
    kinds = (app.markdown, app.caption, app.subheader, app.info, app.success, app.warning, app.error)
    return "\n".join(str(element.value) for kind in kinds for element in kind)


def stands(app: AppTest) -> None:
    assert [fault.message for fault in app.exception] == []
    assert [fault.value for fault in app.error] == []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("level", ["province", "district"])
def test_the_walk_of_an_office_from_which_lag_to_every_choice(open_page: Open, lang: str, level: str) -> None:
    speak = say(lang)
    inside = places(level, "northeast").index
    app = open_page("support", lang=lang, office="northeast", at=level)
    stands(app)
    behind = reason(level).board.status.loc[inside].isin(["near", "below", "far below"]).any(axis=1)
    text = words(app)
    assert f"**{len(inside)}**" in text
    assert f"**{int(behind.sum())}**" in text
    # Half of the headings have no figures of districts: nobody stands first on the whole then.
    few = [str(warned.value) for warned in app.warning if "3" in str(warned.value) and "6" in str(warned.value)]
    assert few == ([too_few_headings(reason(level), speak, lang)] if level == "district" else [])
    seen = {
        "lag": "support.first",
        "why": "support.figures",
        "who": "support.who_all",
        "budget": "support.before_after",
        "parameters": "support.index_parameters",
    }
    for step in STEPS:
        app.get("button_group")[1].set_value(step).run()
        stands(app)
        text = words(app)
        assert speak(seen[step]) in text
        assert app.query_params.get("step", "lag") == step
        assert re.findall(r"\{[a-z_]+\}", text) == []
        assert "nan" not in text.lower().split()
        assert [key for key in messages(lang) if re.search(rf"(?<![\w/]){re.escape(key)}(?![\w/])", text)] == []
        offered = [found.proto.popover.label for found in app.get("popover")]
        files = [speak("download.list", count=len(inside)), speak("download.area", area=speak("support.this_area"))]
        assert offered == [*([speak("download.map")] if step == "lag" else []), *files]
    other = say("en" if lang == "th" else "th")
    assert other("support.index_parameters") not in text


def test_an_address_restores_the_whole_view(open_page: Open) -> None:
    asked = {"lang": "en", "step": "budget", "at": "district", "target": "mobility", "budget": "800", "unit_cost": "50",
             "rule": "nearest_first", "near": "12", "standard": "60", "mark": "5802", "drawn": "lowest"}  # fmt: skip
    app = open_page("support", **asked)
    stands(app)
    assert app.number_input(key="w_budget").value == 800
    assert app.number_input(key="w_unit_cost").value == 50
    assert app.selectbox(key="w_rule").value == "nearest_first"
    assert app.selectbox(key="w_target").value == "mobility"
    assert app.selectbox(key="w_mark").value == "5802"
    assert app.selectbox(key="w_drawn").value == "lowest"
    assert {key: app.query_params[key] for key in asked} == asked


def test_a_slider_tells_how_many_areas_flip(open_page: Open) -> None:
    app = open_page("support", lang="en", office="south")
    assert say("en")("support.flips", areas=0, all=14, entries=0) in words(app)
    app.slider(key="w_standard").set_value(70.0).run()
    stands(app)
    assert app.query_params["standard"] == "70"
    assert say("en")("support.flips", areas=0, all=14, entries=0) not in words(app)
    app.slider(key="w_standard").set_value(50.0).run()
    assert "standard" not in app.query_params


def test_an_estimate_of_the_reader_changes_the_advice_on_her_area_alone(open_page: Open) -> None:
    app = open_page("support", lang="en", step="who", at="district", mark="5807")
    assert "Ask them first" in app.info[0].value
    app.toggle(key="w_judge").set_value(True).run()
    app.slider(key="w_judged").set_value(0.9).run()
    stands(app)
    assert "should stay with the local side" in app.info[0].value
    assert say("en")("support_advice.judged") in app.info[0].value
    assert app.query_params["judged"] == "5807:0.9"
    app.selectbox(key="w_mark").set_value("5806").run()
    assert say("en")("support_advice.judged") not in app.info[0].value
    app.selectbox(key="w_mark").set_value("5807").run()
    app.toggle(key="w_judge").set_value(False).run()
    assert "judged" not in app.query_params


def test_one_figure_is_tried_out_and_its_score_follows(open_page: Open) -> None:
    app = open_page("support", lang="en", step="why", mark="58", whatif="airport_distance:1")
    stands(app)
    tables = [frame.value for frame in app.dataframe if "Change" in frame.value.columns]
    before, after = tables[-1].set_index("What").loc["Mobility", ["Before", "After"]]
    assert float(after) > float(before)
    app.number_input(key="w_whatif_value").set_value(0.0).run()
    assert app.query_params["whatif"] == "airport_distance:0"


def test_all_choices_go_back_to_their_first_values(open_page: Open) -> None:
    app = open_page("support", lang="en", step="parameters", near="20", rule="nearest_first", judged="5807:0.9")
    assert " ◆" in "".join(app.table[0].value["Stands at"])
    app.button[0].click().run()
    stands(app)
    assert not {"near", "rule", "judged"} & set(app.query_params)
    assert " ◆" not in "".join(app.table[0].value["Stands at"])


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"step": "budget", "budget": "-5"}, "support.wrong_budget"),
        ({"step": "budget", "unit_cost": "0"}, "support.wrong_unit_cost"),
        ({"step": "budget", "unit_cost": "-2.5"}, "support.wrong_unit_cost"),
        ({"near": "40", "far": "20"}, "support.fault_near_over_far"),
        ({"weights_provision": NOTHING}, "support.fault_weights_zero"),
        ({"weights_provision": NOTHING, "step": "who", "at": "district"}, "support.fault_weights_zero"),
    ],
)
def test_what_cannot_be_is_answered_by_one_sentence_and_kept(
    open_page: Open, asked: dict[str, str], sentence: str, lang: str
) -> None:
    app = open_page("support", lang=lang, office="south", **asked)
    assert [fault.message for fault in app.exception] == []
    opening = say(lang)(sentence).split("{")[0][:20]
    assert [told.value.startswith(opening) for told in app.error] == [True]
    assert {key: app.query_params[key] for key in asked} == asked
    assert app.query_params["office"] == "south"


def test_a_negative_budget_that_is_typed_is_answered_and_mended(open_page: Open) -> None:
    app = open_page("support", lang="en", step="budget", unit_cost="70")
    app.number_input(key="w_budget").set_value(-1.0).run()
    assert "0 or more" in app.error[0].value
    app.number_input(key="w_budget").set_value(90.0).run()
    stands(app)
    assert app.query_params["unit_cost"] == "70"


@pytest.mark.parametrize(
    ("budget", "sentence"), [("0", "changes nothing"), ("99999999", "more than all gaps together cost")]
)
def test_a_budget_of_nothing_and_one_larger_than_every_gap_are_told(
    open_page: Open, budget: str, sentence: str
) -> None:
    app = open_page("support", lang="en", step="budget", budget=budget)
    stands(app)
    assert sentence in words(app)


def test_not_a_number_in_an_address_gives_way_with_a_note(open_page: Open) -> None:
    app = open_page("support", lang="en", step="budget", budget="nan", near="-3", target="gold")
    stands(app)
    notes = " ".join(note.value for note in app.warning)
    assert notes.count("does not exist") == 3
    assert app.number_input(key="w_budget").value == 500


@pytest.mark.parametrize("step", STEPS)
def test_a_heading_that_nobody_measured_is_said_so_in_every_step(open_page: Open, step: str) -> None:
    app = open_page("support", lang="en", at="district", office="south", target="economy", step=step)
    stands(app)
    told = {
        "lag": "No area in view has a gap that is known",
        "why": "Not measured in this area: ",
        "who": "Measure first",
        "budget": "No area in view has both a score",
        "parameters": "Economy",
    }
    tables = " ".join(str(frame.value.to_dict()) for frame in [*app.table, *app.dataframe])
    assert told[step] in words(app) + tables


@pytest.mark.parametrize("level", ["province", "district"])
def test_bangkok_stands_for_itself(open_page: Open, level: str) -> None:
    app = open_page("support", lang="en", at=level, step="who", **{"in": "10"})
    stands(app)
    assert "Bangkok Metropolitan Administration" in app.info[0].value
    assert "Not enough data for C" in words(app)


def test_finer_levels_are_shown_by_their_district_with_a_word(open_page: Open) -> None:
    app = open_page("support", lang="en", at="lao", mark="3500102")
    stands(app)
    assert "The board goes down to districts" in words(app)


@pytest.fixture
def strict(fresh: Callable[[], None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Only what may be redistributed freely: no people, no local authorities, few layers."""
    monkeypatch.setenv("STRICT_LICENCES", "1")
    fresh()


@pytest.mark.usefixtures("strict")
def test_under_strict_licences_every_step_stands(open_page: Open) -> None:
    for step in STEPS:
        for level in ("province", "district"):
            stands(open_page("support", lang="en", step=step, at=level))


@pytest.mark.parametrize(("target", "column"), [("all", "level_of_all"), ("mobility", "score_before")])
def test_a_budget_over_all_headings_calls_nothing_a_score_that_is_none(
    open_page: Open, target: str, column: str
) -> None:
    app = open_page("support", lang="en", step="budget", target=target)
    stands(app)
    heads = {str(head) for table in app.dataframe for head in table.value.columns}
    assert say("en")(f"support.{column}") in heads
    assert len(heads & {say("en")("support.level_of_all"), say("en")("support.score_before")}) == 1


def test_the_priority_list_waits_until_its_publishers_were_asked(open_page: Open) -> None:
    app = open_page("support", lang="en", step="budget")
    saved = say("en")("download.save", name="CSV")
    assert [found.proto.disabled for found in app.get("download_button") if found.proto.label == saved] == [True, True]
    assert "Registered population and houses" in words(app)
    next(box for box in app.checkbox if "permission" in box.label).check().run()
    assert [found.proto.disabled for found in app.get("download_button") if found.proto.label == saved] == [False, True]
