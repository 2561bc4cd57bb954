"""A faulty declaration or source takes away its own layers; the others stand, and the reason is told."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

import layers
from geo import cards, problems
from geo.measure import STATUSES, measure
from tests.pages.conftest import forget

SOUND = (layers.FOLDER / "support" / "density.py").read_text(encoding="utf-8")
SURVEY = {"household_income", "household_expenditure"}


@pytest.fixture(autouse=True)
def anew() -> Iterator[None]:
    forget()
    yield
    forget()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for family in ("internet", "infrastructure", "support"):
        (tmp_path / family).mkdir()
    (tmp_path / "support" / "sound.py").write_text(SOUND, encoding="utf-8")
    return tmp_path


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sources that ship, one of them a copy that may be broken."""
    here = cards.data_folder()
    for source in cards.source_ids():
        if source == "household_survey":
            shutil.copytree(here / source, tmp_path / source)
        else:
            (tmp_path / source).symlink_to(here / source, target_is_directory=True)
    monkeypatch.setenv("ATLAS_DATA", str(tmp_path))
    return tmp_path


def told() -> str:
    return " ".join(problem.sentence for problem in problems.found())


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("LAYER = Layer(", r"layers/support/faulty.py does not load (SyntaxError"),
        ("LAYER = missing", r"layers/support/faulty.py does not load (NameError"),
        ("import sys\n", r"layers/support/faulty.py declares no LAYER"),
        (SOUND.replace('family="support"', 'family="internet"'), "field 'family' is 'internet' but the file lies in"),
        (SOUND.replace('better="neither"', 'better="up"'), "layers/support/faulty.py: field 'better' is 'up'"),
        (SOUND.replace('    unit=Text("คนต่อตารางกิโลเมตร", "people per km²"),\n', ""), "'unit'"),
    ],
    ids=["syntax", "name", "nothing", "family", "choice", "incomplete"],
)
def test_a_faulty_file_is_named_and_the_others_stand(folder: Path, text: str, sentence: str) -> None:
    (folder / "support" / "faulty.py").write_text(text, encoding="utf-8")
    assert list(layers.declared(folder)) == ["sound"]
    assert sentence in told()


def test_two_layers_cannot_have_one_id(folder: Path) -> None:
    twin = SOUND.replace('family="support"', 'family="internet"')
    (folder / "internet" / "sound.py").write_text(twin, encoding="utf-8")
    assert layers.declared(folder)["sound"].family == "internet"
    assert "layers/support/sound.py: another layer has the id 'sound'; rename the file" in told()


def test_a_layer_takes_its_id_from_its_file(folder: Path) -> None:
    assert layers.declared(folder)["sound"].id == "sound"


def test_an_untrue_file_takes_away_the_layers_of_its_source_alone(data: Path) -> None:
    (data / "household_survey" / "household_survey.csv").write_text("changed", encoding="utf-8")
    assert layers.declared().keys() - layers.catalogue().keys() == SURVEY == set(layers.left_out())
    assert "data/household_survey/household_survey.csv is not the file its card describes" in told()
    reason = layers.left_out()["household_income"][1]
    assert "Household Socio-Economic Survey" in reason.en
    assert "รายได้และค่าใช้จ่ายเฉลี่ยต่อเดือนของครัวเรือน" in reason.th


def test_a_table_sealed_without_a_column_takes_away_the_layers_that_read_it(data: Path) -> None:
    table, card = (data / "household_survey" / name for name in ("household_survey.csv", "source.toml"))
    before = hashlib.sha256(table.read_bytes()).hexdigest()
    table.write_bytes(table.read_bytes().replace(b",value,", b",baht,", 1))
    after = hashlib.sha256(table.read_bytes()).hexdigest()
    card.write_text(card.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    assert set(layers.left_out()) == SURVEY
    assert "data/household_survey/household_survey.csv lacks column 'value'" in told()


def test_a_source_without_a_card_takes_away_its_layers(data: Path) -> None:
    (data / "household_survey" / "source.toml").unlink()
    assert set(layers.left_out()) == SURVEY
    assert "data/household_survey/source.toml is missing" in told()


def test_strict_licences_leave_out_what_may_not_be_passed_on_and_the_rest_can_be_measured(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")
    free, absent = layers.catalogue(), layers.left_out()
    assert free.keys() | absent.keys() == layers.declared().keys()
    assert free
    assert set(absent) >= SURVEY
    for layer_id, layer in free.items():
        assert {cards.card(source).may_redistribute for source in layer.source} == {"yes"}
        for level in layer.levels:
            assert set(measure(layer_id, level).status) <= set(STATUSES)
    for layer, reason in absent.values():
        waiting = [cards.card(one) for one in layer.source if cards.card(one).may_redistribute == "ask"]
        bound = [cards.card(one) for one in layer.source if cards.card(one).may_redistribute == "non-commercial"]
        for card in waiting or bound:
            assert card.title.en in reason.en
            assert card.title.th in reason.th
        assert ("must be asked" if waiting else "non-commercial purposes only") in reason.en
