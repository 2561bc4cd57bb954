"""Tables to carry away: everything that was chosen inside, opened by a spreadsheet with nothing lost."""

from __future__ import annotations

import io

import pandas as pd
import pytest

from geo.places import offices, places
from geo.publish.tables import csv_file
from geo.stats.decide import RULES
from geo.support.budget import simulate
from geo.support.listing import fixed_rows, index_rows, parameter_rows, version
from geo.support.parameters import BY_NAME, FIXED, PARAMETERS, Values, takes
from geo.support.reasoning import Reasoned, reason
from geo.support.takeaway import area_reasoning, chosen, priority_list
from geo.words import LANGUAGES, messages, say
from pages.parts.settings import DECLARED

ADDRESS = "https://example.org/support?office=south&near=12"
VALUES = Values((("near", "12"), ("rule", "nearest_first")))


@pytest.fixture(scope="module")
def found() -> Reasoned:
    return reason("province", values=VALUES)


def read(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False, encoding="utf-8-sig")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_priority_list_holds_every_area_and_every_choice(found: Reasoned, lang: str) -> None:
    speak = say(lang)
    inside = places("province", "south").index
    done = simulate(found.score[inside], found.people, None, found.standard, 100, 100)
    content = csv_file(priority_list(found, inside, {"80": 0.4}, ADDRESS, lang, "south", lambda: done))
    assert content.startswith(b"\xef\xbb\xbf")
    table = read(content)
    assert sorted(table["code"]) == sorted(offices()["south"].provinces)
    gaps = table[speak("support.gap_of", target=speak("support.whole"))].astype(float)
    assert gaps.is_monotonic_decreasing
    for parameter in PARAMETERS:
        assert table["choices"].str.contains(speak(f"choose.{parameter.name}"), regex=False).all()
    assert table["choices"].str.contains("= 12", regex=False).all()
    assert table["choices"].str.contains("80 = 0.4", regex=False).all()
    assert table["choices"].str.contains(version(), regex=False).all()
    assert set(table["address"]) == {ADDRESS}
    assert table[speak("support.people")].str.fullmatch(r"\d+").all()
    assert table["attribution"].str.contains("Ookla").all()
    spent = pd.to_numeric(table[speak("support.receives")]).sum()
    assert spent == pytest.approx(100, abs=0.01)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reasoning_of_an_area_ends_with_every_parameter_and_its_author(found: Reasoned, lang: str) -> None:
    speak = say(lang)
    table = read(csv_file(area_reasoning(found, "95", {}, ADDRESS, lang)))
    assert list(dict.fromkeys(table[speak("support.step")])) == [
        speak(f"support.step_{step}") for step in ("lag", "why", "who", "parameters")
    ]
    what = table[speak("support.what")]
    for parameter in PARAMETERS:
        row = table[what == speak(f"choose.{parameter.name}")]
        assert row[speak("support.source_or_who")].tolist() == [speak(f"support_by.{parameter.by}")]
    assert set(table["address"]) == {ADDRESS}
    assert "**" not in " ".join(table[speak("support.value")])
    for heading in found.case.headings:
        assert heading.title.of(lang) in set(what)


def test_what_is_not_known_is_an_empty_cell_and_never_a_number() -> None:
    districts = reason("district")
    inside = places("district", "50").index
    table = read(csv_file(priority_list(districts, inside, {}, ADDRESS, "en")))
    assert set(table["Economy: Score"]) == {""}
    assert set(table["Economy: Status"]) == {"value of the larger area"}
    assert set(table["Local"]) == {""}
    assert "Receives (million baht)" not in table
    assert table["code"].str.fullmatch(r"50\d\d").all()


def test_the_readers_weights_are_among_the_choices() -> None:
    weighed = reason("province", weights={"mobility": 10.0})
    assert ("Weight: mobility", "10") in chosen(weighed, {}, say("en"), "en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_parameter_is_listed_with_its_first_value_author_and_effect(found: Reasoned, lang: str) -> None:
    rows = parameter_rows(found.values, reason("province").case, say(lang))
    assert rows["id"].tolist() == [parameter.name for parameter in PARAMETERS]
    assert not rows[["name", "now", "first", "who", "effect"]].eq("").any(axis=None)
    assert rows.set_index("id")["moved"][lambda moved: moved].index.tolist() == ["near", "rule"]
    assert len(fixed_rows(say(lang))) == len(FIXED)


def test_nearly_every_first_value_is_called_a_proposal_and_the_standards_too() -> None:
    assert [p.name for p in PARAMETERS if not p.proposal] == ["asked", "top", "sure"]
    index = index_rows(reason("province").case.found, "en")
    assert index.loc[index["standard"] != "", "who"].str.contains("this project's proposal").all()


def test_every_parameter_is_a_setting_of_the_address_at_its_first_value() -> None:
    for parameter in PARAMETERS:
        assert DECLARED[parameter.name].first == Values().text(parameter.name)
        assert DECLARED[parameter.name].takes(Values().text(parameter.name))


def test_texts_of_an_address_that_no_parameter_takes() -> None:
    assert not any(
        takes(BY_NAME[name])(text) for name in ("near", "budget", "small") for text in ("nan", "inf", "much")
    )
    assert not takes(BY_NAME["near"])("101")
    assert takes(BY_NAME["budget"])("-5")
    assert set(BY_NAME["rule"].options) == set(RULES)


def test_every_word_that_is_made_from_a_status_side_tier_or_option_exists() -> None:
    from geo.stats.standing import SIDES, STATUSES
    from geo.stats.tiers import TIERS
    from geo.support.telling import slug

    made = [f"support_status.{slug(word)}" for word in (*STATUSES, "inherited")]
    made += [f"support_side.{slug(word)}" for word in SIDES] + [f"support_tier.{slug(word)}" for word in TIERS]
    made += [f"support_option.{option}" for parameter in PARAMETERS for option in parameter.options]
    made += [f"support_effect.{parameter.name}" for parameter in PARAMETERS]
    made += [f"support_fixed.{name}" for name, *_ in FIXED] + [f"support_fixed_effect.{name}" for name, *_ in FIXED]
    made += [f"support_by.{by}" for by in ("report", "literature", "method", "reader")]
    assert [key for key in made if key not in messages("th")] == []
