"""The two message catalogues say the same things, and everything the screens ask for can be said."""

from __future__ import annotations

import ast
import re
import tomllib
from pathlib import Path
from string import Formatter

import pytest

from geo.maps.fetched import SPOKEN
from geo.reading import STATUS_KEYS
from geo.words import CATALOGUE, LANGUAGES, messages, say
from pages.parts.settings import DECLARED

ROOT = Path(__file__).parents[1]
THAI = re.compile(r"[\u0e01-\u0e5b]")
SPEAKERS = ("say", "speak", "bilingual")


def placeholders(text: str) -> set[str]:
    """Names in braces of one message."""
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def keys_asked_for() -> list[tuple[str, str]]:
    """(file:line, key) of every literal message key in the screens and the method."""
    asked = []
    for path in sorted([*(ROOT / "pages").rglob("*.py"), *(ROOT / "geo").rglob("*.py")]):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and node.args):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
            first = node.args[0]
            if name in SPEAKERS and isinstance(first, ast.Constant) and "." in str(first.value):
                asked.append((f"{path.relative_to(ROOT)}:{node.lineno}", str(first.value)))
    for path in sorted((ROOT / "geo").rglob("*.html")):
        for match in re.finditer(r"say\('([\w.]+)'(?! ~)", path.read_text(encoding="utf-8")):
            asked.append((str(path.relative_to(ROOT)), match[1]))
    return asked


def test_both_catalogues_hold_the_same_keys() -> None:
    assert set(messages("th")) == set(messages("en"))


def test_no_catalogue_holds_a_key_twice_or_a_text_that_is_not_text() -> None:
    for path in CATALOGUE.rglob("*.toml"):
        for section, keys in tomllib.loads(path.read_text(encoding="utf-8")).items():
            assert isinstance(keys, dict), f"{path}: {section} stands outside a section"
            assert [key for key, text in keys.items() if not isinstance(text, str)] == []


def test_each_chapter_holds_the_same_keys_in_both_languages() -> None:
    chapters = {lang: {path.name for path in (CATALOGUE / lang).glob("*.toml")} for lang in LANGUAGES}
    assert chapters["th"] == chapters["en"]
    for name in chapters["th"]:
        thai, english = (tomllib.loads((CATALOGUE / lang / name).read_text(encoding="utf-8")) for lang in LANGUAGES)
        assert {(s, k) for s, keys in thai.items() for k in keys} == {
            (s, k) for s, keys in english.items() for k in keys
        }


def test_a_key_that_two_chapters_hold_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "en").mkdir()
    for name in ("one", "two"):
        (tmp_path / "en" / f"{name}.toml").write_text('[map]\nopen = "Open"\n', encoding="utf-8")
    monkeypatch.setattr("geo.words.CATALOGUE", tmp_path)
    with pytest.raises(ValueError, match=r"two\.toml says map\.open again"):
        messages.__wrapped__("en")


def test_a_message_has_the_same_placeholders_in_both_languages() -> None:
    english = messages("en")
    differing = {
        key: (placeholders(text), placeholders(english[key]))
        for key, text in messages("th").items()
        if placeholders(text) != placeholders(english[key])
    }
    assert differing == {}


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_message_is_empty(lang: str) -> None:
    assert [key for key, text in messages(lang).items() if not text.strip()] == []


def test_thai_messages_are_thai_and_english_ones_are_not() -> None:
    # A pattern of placeholders alone has no language of its own.
    bare = [key for key, text in messages("th").items() if re.sub(r"\{\w+\}|\W|\d", "", text) and not THAI.search(text)]
    assert bare == []
    assert [key for key, text in messages("en").items() if THAI.search(text)] == []


def test_every_key_that_the_source_asks_for_exists() -> None:
    asked = keys_asked_for()
    assert len(asked) > 60, "the scan of the source found hardly any key: mend the scan"
    missing = [f"{where} asks for {key}" for where, key in asked if key not in messages("en")]
    assert missing == []


def test_every_key_made_from_a_level_a_family_or_a_status_exists() -> None:
    from geo.layer import FAMILIES, GRADES, MEASURED_LEVELS
    from geo.measure import STATUSES
    from pages.parts.frame import PAGES

    made = [f"level.{level}" for level in MEASURED_LEVELS] + [f"levels.{level}" for level in MEASURED_LEVELS]
    made += [f"family.{family}" for family in FAMILIES] + [f"grade.{grade}" for grade in GRADES]
    made += [f"better.{better}" for better in ("higher", "lower", "neither")]
    made += [f"licence.{licence}" for licence in ("yes", "non_commercial", "ask")]
    made += [f"page.{page}" for page in PAGES] + [f"map.{key}" for key in SPOKEN]
    made += [f"area.drawn_{status}" for status in ("outline", "point", "province")]
    made += [
        f"choose.{name}" for name in ("lang", "office", "in", "place", "mark", "layer", "level", "areas", "layers")
    ]
    made += [f"choose.{name}" for name in DECLARED]
    assert set(STATUS_KEYS) == set(STATUSES)
    assert [key for key in [*made, *STATUS_KEYS.values()] if key not in messages("th")] == []


def test_a_missing_key_is_an_error_not_an_empty_label() -> None:
    with pytest.raises(KeyError):
        say("th")("map.no_such_key")
    with pytest.raises(ValueError, match="no catalogue"):
        messages("lo")
