"""Whatever leaves a screen carries its source: pictures of charts and files of tables."""

from __future__ import annotations

import json

import pytest

from geo import cards
from geo.words import say
from pages.parts.side_by_side import as_html
from pages.parts.style import STYLE
from tests.pages.conftest import Open
from tests.pages.test_screens import stands


@pytest.mark.parametrize("lang", ["th", "en"])
def test_every_chart_has_its_source_and_year_in_the_picture(open_page: Open, lang: str) -> None:
    app = open_page("compare", lang=lang, areas="50,83", since="2023-Q1")
    stands(app)
    charts = [json.loads(chart.proto.spec) for chart in app.get("plotly_chart")]
    assert len(charts) == 3
    for chart in charts:
        (credit,) = chart["layout"]["annotations"]
        text = credit["text"].replace("<br>", " ")
        assert cards.card("ookla").attribution in text
        assert ("2568" if lang == "th" else "2025") in text


@pytest.mark.parametrize("page", ["map", "compare", "area"])
def test_a_screen_with_a_table_offers_files_that_carry_their_source(open_page: Open, page: str) -> None:
    app = open_page(page, lang="en", areas="50,83", mark="50")
    stands(app)
    labels = [button.proto.label for button in app.get("download_button")]
    assert say("en")("download.save", name="CSV") in labels


def test_the_download_of_a_table_that_would_carry_no_source_is_hidden() -> None:
    assert '[aria-label="Download as CSV"]) {display: none}' in STYLE


def test_names_in_the_table_side_by_side_are_text() -> None:
    nasty = '<img src=x onerror="alert(1)">'
    html = as_html(nasty, {"10": nasty}, {nasty: {"10": nasty}}, {"10"})
    assert "<img" not in html
    assert html.count("&lt;img") == 5


def test_one_airport_is_one_airport(open_page: Open) -> None:
    for code, number in (("50", "1 airport"), ("83", "1 airport"), ("TH", "34 airports")):
        values = open_page("area", lang="en", mark=code).dataframe[0].value["Value"].tolist()
        assert number in values


def test_a_period_stands_once_in_a_heading(open_page: Open) -> None:
    app = open_page("compare", lang="en", areas="50,83", layers="population_change")
    (side,) = (element.proto.body for element in app.get("html") if "<table" in element.proto.body)
    assert side.count("2010–2021") == 1
