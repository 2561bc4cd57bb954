"""The survey is told with its figures, pages and gaps, and without its sentences."""

from __future__ import annotations

import importlib.util
import tomllib

import pandas as pd
import pytest

from geo import cards, store, survey
from geo.problems import SourceError

TABLES = (survey.regions, survey.lao_types, survey.dimensions, survey.needs, survey.obstacles, survey.scale)


def test_the_northeast_is_the_only_region_with_numbers() -> None:
    # kpiebook63021, page 49: overall 40.35; governance 57.75, quality of life 54.20, health 48.63; fourth of six.
    table = survey.regions()
    scores = table[(table["measure_en"] == "mean score") & table["value"].notna()]
    assert set(scores["code"]) == {"northeast"}
    assert dict(zip(scores["dimension_en"], scores["value"], strict=True)) == {
        "Overall": 40.35,
        "Governance": 57.75,
        "Quality of life": 54.20,
        "Health": 48.63,
    }
    assert set(scores["page"]) == {"49"}
    unread = table[(table["measure_en"] == "mean score") & table["value"].isna()]
    assert set(unread["code"]) == {"north", "central", "east", "west", "south"}
    assert set(unread["certainty"]) == {"unreadable"}


def test_quality_of_life_is_known_for_five_types_of_authority() -> None:
    # kpiebook63021, page 59.
    table = survey.lao_types()
    scores = table[table["value"].notna()].set_index("code")
    assert scores["value"].to_dict() == {
        "city_municipality": 72.85,
        "town_municipality": 57.13,
        "subdistrict_municipality": 56.21,
        "SAO": 53.94,
        "PAO": 46.72,
    }
    assert scores.at["city_municipality", "certainty"] == "derived"
    assert scores.at["city_municipality", "note_en"]


def test_budget_is_asked_for_first_and_no_percentage_is_claimed() -> None:
    # kpiebook63021, page 86.
    table = survey.needs()
    ranks = table[table["measure_en"] == "rank of need"].set_index("name_en")["value"]
    assert ranks.to_dict() == {"Budget": 1, "Technology systems": 2, "Staff skills": 3}
    assert table[table["unit_en"] == "%"]["value"].isna().all()


@pytest.mark.parametrize("table", TABLES)
def test_every_statement_has_a_page_an_address_and_a_known_certainty(table: object) -> None:
    rows = table()  # type: ignore[operator]  # a parametrised function
    assert rows["page"].str.fullmatch(r"\d+").all()
    assert rows["source_url"].str.startswith("https://kpi-lib.com/flippdf/kpiebook63021/").all()
    assert set(rows["certainty"]) <= survey.CERTAINTY.keys()


@pytest.mark.parametrize("table", [*TABLES, survey.sample, survey.benchmarks])
def test_both_languages_say_something_wherever_one_does(table: object) -> None:
    rows = table()  # type: ignore[operator]  # a parametrised function
    pairs = [column.removesuffix("_th") for column in rows if column.endswith("_th")]
    assert pairs
    for pair in pairs:
        assert ((rows[f"{pair}_th"] == "") == (rows[f"{pair}_en"] == "")).all()


def test_no_sentence_of_the_book_ships() -> None:
    for name in cards.card("kpi_survey").files:
        table = store.table("kpi_survey", name)
        assert "quote" not in table
        # The longest label in our own words; a sentence of the book would be longer.
        assert table[[c for c in table if c != "source_url"]].map(len).to_numpy().max() <= 160


def test_what_is_not_known_is_told_in_both_languages() -> None:
    told = survey.unknown()
    assert len(told) >= 6
    assert all(text.th and text.en for text in told)
    assert any("cut-off" in text.en for text in told)
    assert any("five regions" in text.en for text in told)


def test_a_label_without_wording_stops_the_build_by_name() -> None:
    path = cards.data_folder() / "kpi_survey" / "build.py"
    spec = importlib.util.spec_from_file_location("build_of_kpi_survey", path)
    assert spec is not None
    assert spec.loader is not None
    build = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(build)
    words = tomllib.loads((path.parent / "wording.toml").read_text(encoding="utf-8"))
    with pytest.raises(SourceError, match="1 labels without wording, first 'Smart People'"):
        build._in_our_words(pd.Series(["Overall", "Smart People"]), words["dimensions"], "regions.csv")


def test_benchmarks_hold_the_published_national_figures() -> None:
    table = survey.benchmarks()
    national = table[table["area_en"] == "Thailand"].set_index(["indicator", "period"])["value"]
    # NSO ICT Indicators 2017, page 25; ONDE MIL survey 2019; press report of NSO, 2023-Q4.
    assert national["nso_internet_users_6plus_pct", "2017"] == 52.9
    assert national["mil_score", "2019"] == 68.1
    assert national["nso_households_internet_pct", "2023-Q4"] == 91.6
    assert not table["indicator"].str.contains("ookla").any()
