"""The pages of layers, of fairness and of the comparison say what the dashboard says, and read without a script."""

from __future__ import annotations

import json
import re
from functools import lru_cache

import pytest
from bs4 import BeautifulSoup

import layers
from geo import cards
from geo.fairness import words
from geo.fairness.answers import answer
from geo.fairness.field import field
from geo.fairness.overview import overview
from geo.fairness.shares import fair_share
from geo.measure import measure
from geo.publish.site import comparing, dictionary, evenness, layer_page
from geo.publish.site.plan import Plan
from geo.publish.site.ranked import places_held, ranked
from geo.reading import position, value_text
from geo.words import say, show_number
from tests.geo.publish.site.made import cells, made, soup, text_of

COUNTRY = Plan()
NAN = re.compile(r"\bnan\b|\binf\b|None")


@lru_cache
def layer(layer_id: str, lang: str = "en") -> BeautifulSoup:
    return soup(made(layer_page.jobs, COUNTRY, layer_id)[f"{lang}/layer/{layer_id}.html"])


@pytest.mark.parametrize("layer_id", ["media_literacy", "fixed_latency", "smart_cities_certified", "weather_stations"])
def test_places_are_those_that_the_sheet_of_an_area_tells(layer_id: str) -> None:
    found = ranked(layer_id, COUNTRY)
    assert found is not None
    measured = found.measured
    every = measured.values.index
    held = places_held(measured, every)
    assert {code: position(measured, code, every) for code in every} == {code: held.get(code) for code in every}


def test_a_layer_tells_all_provinces_best_first_and_the_missing_last_in_words() -> None:
    measured = measure("media_literacy", "province")
    table = layer("media_literacy").find("table", attrs={"data-sorts": True})
    assert table is not None
    rows = [cells(row) for row in table.find_all("tbody")[0].find_all("tr")]
    assert len(rows) == 77
    known = int((measured.status == "ok").sum())
    values = [float(row[1]) for row in rows[:known]]
    assert values == sorted(values, reverse=True)
    assert {row[1] for row in rows[known:]} == {say("en")("status.no_data")}
    # A survey with wide ranges: every place is a range, and no place stands beside a missing value.
    assert all(re.fullmatch(r"\d+–\d+ of 50", row[4]) for row in rows[:known])
    assert {row[4] for row in rows[known:]} == {"–"}


def test_where_less_is_better_the_lowest_value_stands_first() -> None:
    table = layer("fixed_latency").find("table", attrs={"data-sorts": True})
    assert table is not None
    values = [float(cells(row)[1]) for row in table.find_all("tbody")[0].find_all("tr")]
    assert values == sorted(values)


def test_the_fairness_of_a_layer_is_that_of_the_dashboard() -> None:
    this = field("gpp_per_person", "province")
    page = text_of(layer("gpp_per_person"))
    speak = say("en")
    assert words.headline(this, None, fair_share(this), "en", speak) in page
    assert f"Gini {show_number(answer(this, 'gini').value, 3)}" in page
    assert all(text.replace("**", "") in page for text in words.support(this, None, None, "en", speak))


@pytest.mark.parametrize("layer_id", ["population_change", "human_achievement"])
def test_a_layer_without_a_gini_says_why(layer_id: str) -> None:
    why = field(layer_id, "province").fit.why_not["gini"]
    assert say("th")(f"why_not.{why}") in text_of(layer(layer_id, "th"))


def test_charts_have_a_text_or_a_table_beside_them() -> None:
    for drawn in layer("gpp_per_person").find_all("svg"):
        assert drawn.get("aria-hidden") == "true" or len(str(drawn.get("aria-label"))) > 20


def test_the_overview_has_every_layer_and_its_gaps_subtract_as_printed() -> None:
    page = soup(made(evenness.jobs, COUNTRY)["en/equity.html"])
    body = page.find("tbody")
    assert body is not None
    rows = [[text_of(cell) for cell in row.find_all(["th", "td"])] for row in body.find_all("tr")]
    table = overview()
    assert len(rows) == len(table)
    for row in rows:
        named = [text.rpartition(" ") for text in row[1].split(" | ")]
        assert all(name for name, _, _ in named)
        best, worst = (float(number.replace(",", "").replace("−", "-")) for _, _, number in named)
        decimals = len(row[1].split(" | ")[0].partition(".")[2])
        assert row[2].startswith(show_number(abs(best - worst), decimals))
    assert all(f"layer/{layer_id}.html" in str(body) for layer_id in table.index)


def test_the_comparison_holds_every_value_of_every_province_for_reader_and_script() -> None:
    plan = Plan("55,10", ("en",))
    page = soup(made(comparing.jobs, plan)["en/compare.html"])
    block = page.find("script", attrs={"type": "application/json"})
    assert block is not None
    data = json.loads(block.get_text())
    shown = {head["name"]: head for head in data["layers"]}
    tables = page.find_all("table", attrs={"data-sorts": True})
    heads = [text_of(head) for table in tables for head in table.find_all("thead")[0].find_all("th")[1:]]
    assert len(heads) == len(shown) == len(layers.catalogue())
    for code in ("10", "55"):
        told = [text_of(cell) for table in tables for cell in table.select(f"tr[data-code='{code}'] td")]
        wanted = [value_text(measure(key, "province"), code, "en", say("en"), unit=False) for key in layers.catalogue()]
        assert told == wanted == [head["values"][code][0] for head in data["layers"]]


def test_an_edition_without_permissions_says_so_and_compares_areas() -> None:
    with cards.confirming([]):
        plan = Plan("", ("th",))
        pages = made(evenness.jobs, plan) | made(dictionary.jobs, plan)
        pages |= made(layer_page.jobs, plan, "digital_economy")
        left = layers.left_out()
        told = {path: text_of(soup(page)) for path, page in pages.items()}
    assert say("th")("edition_equity.no_people") in told["th/equity.html"]
    assert say("th")("edition_equity.no_people") in told["th/layer/digital_economy.html"]
    assert all(one.title.th in told["th/layers.html"] for one, _ in left.values())
    assert [path for path, text in told.items() if NAN.search(text)] == []


def test_one_province_alone_is_too_few_to_speak_of_a_divide() -> None:
    plan = Plan("55", ("en",))
    page = text_of(soup(made(layer_page.jobs, plan, "gpp_per_person")["en/layer/gpp_per_person.html"]))
    assert say("en")("edition_equity.few") in page
    # Its districts can be compared where the layer is measured there.
    page = text_of(soup(made(layer_page.jobs, plan, "density")["en/layer/density.html"]))
    assert "15 of 15 areas compared" in page
