"""What a reader sees when data are broken: the fault by name in her language, and everything else as ever."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import layers
from geo import problems
from geo.places import offices
from geo.words import say
from tests.pages.conftest import Open, damage
from tests.pages.test_screens import DEEP, maps, stands, words

THAI = re.compile(r"[\u0e01-\u0e5b]")


def told_on_sources(open_page: Open, lang: str) -> list[str]:
    """The sentences under the problems of the Sources screen."""
    app = open_page("sources", lang=lang)
    assert [fault.message for fault in app.exception] == []
    return [fault.value for fault in app.error]


def test_a_broken_card_is_named_and_everything_else_runs(open_page: Open, own_data: Path) -> None:
    damage(own_data / "ookla" / "source.toml", lambda text: text.replace('licence = "', "licence = ", 1))
    app = open_page("sources", lang="en")
    assert [fault.message for fault in app.exception] == []
    told = " ".join(fault.value for fault in app.error)
    assert "data/ookla/source.toml" in told
    assert "mend" in told
    app = open_page(lang="en")
    stands(app)
    assert len(maps(app)[0]["values"]) == 77
    assert say("en")("app.problems", count=len(problems.found())) in words(app)


def test_a_file_that_is_not_what_its_card_says_is_named_and_not_drawn(open_page: Open, own_data: Path) -> None:
    damage(own_data / "schools" / "schools.csv", lambda text: text + "\n")
    app = open_page("sources", lang="en")
    told = " ".join(fault.value for fault in app.error)
    assert "data/schools/schools.csv" in told
    assert "checksum" in told
    assert DEEP not in layers.catalogue()
    for page in ("map", "maps", "compare", "area"):
        stands(open_page(page, lang="en"))
    asked = open_page(lang="en", layer=DEEP)
    stands(asked)
    assert layers.declared()[DEEP].title.en in " ".join(note.value for note in asked.warning)


def test_a_missing_card_is_named_and_everything_else_runs(open_page: Open, own_data: Path) -> None:
    (own_data / "smart_cities" / "source.toml").unlink()
    app = open_page("sources", lang="en")
    assert "data/smart_cities/source.toml is missing" in " ".join(fault.value for fault in app.error)
    stands(open_page(lang="en"))


def test_a_name_with_html_is_shown_as_text(open_page: Open, own_data: Path) -> None:
    import hashlib

    nasty = "<b onclick=alert(1)>Nan</b>"
    file = next(path for path in (own_data / "places").glob("*.csv") if re.search(r"^55,", path.read_text(), re.M))
    old = hashlib.sha256(file.read_bytes()).hexdigest()
    damage(file, lambda text: re.sub(r"(?m)^(55,.*?),Nan,", rf"\1,{nasty},", text, count=1))
    assert nasty in file.read_text(encoding="utf-8")
    new = hashlib.sha256(file.read_bytes()).hexdigest()
    damage(own_data / "places" / "source.toml", lambda text: text.replace(old, new))
    for page, address in (("map", {"place": "55", "layer": DEEP, "level": "district"}), ("area", {"mark": "55"})):
        app = open_page(page, lang="en", **address)
        stands(app)
        assert nasty in words(app) + "".join(button.label for button in app.button)
        assert all(not markdown.allow_html for markdown in [*app.markdown, *app.caption])


CARD_FAULTS = {
    "a line that is no TOML": lambda text: text.replace('licence = "', "licence = ", 1),
    "a field left empty": lambda text: re.sub(r"(?m)^attribution = .*$", 'attribution = ""', text),
    "a field of the wrong type": lambda text: re.sub(r"(?m)^period = .*$", "period = 2021", text),
    "a licence rule that does not exist": lambda text: re.sub(
        r"(?m)^may_redistribute = .*$", 'may_redistribute = "perhaps"', text
    ),
    "a file that is not listed": lambda text: re.sub(r'(?m)^"schools.csv" = .*$', '"other.csv" = "0"', text),
}


@pytest.mark.parametrize("change", CARD_FAULTS.values(), ids=CARD_FAULTS.keys())
def test_a_card_broken_in_any_way_is_named_in_both_languages_and_its_layers_are_left_out(
    own_data: Path, change: Callable[[str], str], caplog: pytest.LogCaptureFixture
) -> None:
    damage(own_data / "schools" / "source.toml", change)
    assert DEEP not in layers.catalogue()
    assert len(layers.catalogue()) > 20
    assert problems.found()
    for problem in problems.found():
        assert "data/schools/" in problem.told.en
        assert "data/schools/" in problem.told.th
        assert not THAI.search(problem.told.en)
        assert "โปรด" in problem.told.th, "the Thai sentence says how to mend it"
    logged = [record.getMessage() for record in caplog.records if record.name == "atlas"]
    assert logged
    assert not any(THAI.search(line) for line in logged), "the log is in English"


def test_both_languages_tell_the_same_faults_and_the_map_stands(open_page: Open, own_data: Path) -> None:
    damage(own_data / "schools" / "source.toml", CARD_FAULTS["a field of the wrong type"])
    english, thai = told_on_sources(open_page, "en"), told_on_sources(open_page, "th")
    assert english
    assert len(english) == len(thai)
    assert not any(THAI.search(one) for one in english)
    app = open_page(lang="th")
    stands(app)
    assert len(maps(app)[0]["values"]) == 77


def test_a_broken_cell_is_told_by_file_row_and_column_in_thai(open_page: Open, own_data: Path) -> None:
    file = own_data / "hai" / "hai.csv"
    rows = file.read_text(encoding="utf-8").splitlines()
    column = rows[0].split(",").index("value")
    cells = rows[6].split(",")
    cells[column] = "many"
    damage(file, lambda text: text.replace(rows[6], ",".join(cells), 1))
    from geo.build import seal

    seal("hai")
    (told,) = told_on_sources(open_page, "th")
    assert "data/hai/hai.csv แถวที่ 7 คอลัมน์ 'value': 'many' ไม่ใช่ตัวเลข" in told


def test_a_changed_list_of_local_authorities_is_blamed_itself_not_the_tables_that_use_it(
    open_page: Open, own_data: Path
) -> None:
    damage(own_data / "lao" / "lao.csv", lambda text: text + "\n")
    told = told_on_sources(open_page, "en")
    assert told
    assert [sentence for sentence in told if "data/lao/lao.csv is not the file" not in sentence] == []
    for page in ("map", "maps", "compare", "area"):
        app = open_page(page, lang="th", layer="website_on_record", level="lao")
        assert [fault.message for fault in app.exception] == []
        assert [fault.value for fault in app.error] == []


@pytest.mark.parametrize("how", ["missing", "broken", "empty"])
def test_without_the_file_of_offices_the_six_regions_stand_and_the_file_is_named(
    open_page: Open, own_data: Path, how: str
) -> None:
    file = own_data / "places" / "offices.toml"
    if how == "missing":
        file.unlink()
    else:
        damage(file, lambda text: "" if how == "empty" else text.replace('id = "north"', "id = north"))
    for lang in ("en", "th"):
        (told,) = told_on_sources(open_page, lang)
        assert "data/places/offices.toml" in told
    assert sorted(offices()) == ["central", "east", "north", "northeast", "south", "west"]
    app = open_page(lang="en", office="west")
    stands(app)
    assert len(maps(app)[0]["values"].replace(".", "")) == len(offices()["west"].provinces)


def test_a_fault_that_nobody_foresaw_is_a_sentence_in_the_readers_language(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*args: object, **values: object) -> None:
        raise KeyError("value")

    monkeypatch.setattr("geo.measure.measure", fail)
    for lang, word in (("th", "เกิดข้อผิดพลาดที่ไม่คาดไว้"), ("en", "an unexpected fault")):
        app = open_page("area", lang=lang)
        assert [fault.message for fault in app.exception] == []
        assert word in app.error[0].value
        assert say(lang)("app.title") in words(app), "the screen keeps its heading"
