"""Maps and charts of an edition: every choice has its data, every chart its numbers."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

import pytest
from bs4 import BeautifulSoup

import layers
from geo import cards
from geo.publish.site import embed, embed_chart, layer_page, map_page
from geo.publish.site.front import shared
from geo.publish.site.page import Page, render
from geo.publish.site.panel import panel
from geo.publish.site.plan import Plan
from tests.geo.publish.site.made import cells, made, soup, text_of

PLAN = Plan("50,55", langs=("en",))
LAYER = "fixed_download"


@lru_cache
def data(*others: str) -> dict[str, str]:
    """The scripts and drawings of one layer or more, and what they share with those that are first at their level."""
    first = {view.layers[0].id for view in map_page.views(PLAN)}
    chosen = [job for job in map_page.jobs(PLAN) if first.union([LAYER, *others]).intersection(map(str, job.about))]
    files = [file for job in chosen for file in job.make(*job.about)]
    return {path: content.decode() for path, content in files if isinstance(content, bytes)}


@lru_cache
def page() -> BeautifulSoup:
    """The page of the map alone."""
    job = next(iter(map_page.jobs(PLAN)))
    ((path, content),) = job.make(*job.about)
    assert isinstance(content, Page)
    return soup(render(content, path, PLAN, shared()))


def messages_of(script: str, path: str) -> dict[str, dict[str, Any]]:
    """The messages of a script, which names itself, each with what they all say alike."""
    named, messages, _, alike = json.loads("[" + script.removeprefix("AtlasEdition.tell(").removesuffix(");\n") + "]")
    assert named == path
    return {key: {**alike, **told, "legend": {**alike["legend"], **told["legend"]}} for key, told in messages.items()}


def facts_in(script: str) -> set[str]:
    """What the values are called that a script brings."""
    return set(json.loads("[" + script.removeprefix("AtlasEdition.tell(").removesuffix(");\n") + "]")[2])


def test_every_level_layer_and_year_that_the_map_offers_has_its_message_and_all_that_this_names() -> None:
    told = json.loads(str(page().select_one("[data-panel] script").string))  # type: ignore[union-attr]
    asked = 0
    for level in told["levels"]:
        for layer in [one for one in level["layers"] if one["id"] == LAYER]:
            messages = messages_of(data()[layer["pack"]], layer["pack"])
            assert {message["facts"] for message in messages.values()} <= facts_in(data()[layer["facts"]])
            assert set(messages) == {f"{LAYER}|{period}" for period, _ in layer["years"]}
            for message in messages.values():
                asked += 1
                for name in ("shapes", "texts", "names"):
                    assert f"map/{str(message[name]).removeprefix('atlas/').removesuffix('.json')}.js" in data()
                assert len(re.findall("[0-9]", str(message["values"]))) <= (2 if level["level"] == "province" else 40)
    assert asked == 15


def test_without_a_script_the_map_has_a_drawing_its_legend_and_its_words() -> None:
    found = page()
    assert len(found.select(".panel-legend tbody tr")) >= 5
    drawing = str(found.select_one(".panel-still img")["src"])  # type: ignore[index]
    assert drawing.removeprefix("../") in data()
    assert "Chiang Mai" in text_of(found.select_one("[data-panel-summary]"))  # type: ignore[arg-type]


def test_a_chart_has_the_rows_of_the_page_of_its_layer_in_the_same_order() -> None:
    chart = soup(made(embed_chart.jobs, PLAN)[embed.embed_path("chart", LAYER, "en")])
    whole = soup(made(layer_page.jobs, PLAN, LAYER)[f"en/layer/{LAYER}.html"])
    rows = [cells(row) for row in whole.select("table[data-sorts] tbody tr")]
    drawn = [cells(row) for row in chart.select(".embed-chart tbody tr")]
    assert [row[0] for row in drawn] == [row[0] for row in rows]
    assert all(one[2].startswith(other[1]) for one, other in zip(drawn, rows, strict=True))
    assert len(chart.select("svg.row .dot")) == len(rows) == 2


def test_the_lines_to_copy_lead_to_pages_that_are_there() -> None:
    pages = {*made(embed.jobs, PLAN), *made(embed_chart.jobs, PLAN)}
    for layer in (LAYER, "density", "internet_users_northeast"):
        box = soup(made(layer_page.jobs, PLAN, layer)[f"en/layer/{layer}.html"]).select_one("[data-embed] script")
        if box is None:
            # Nothing is known of these two provinces, so there is nothing to draw.
            assert layer == "internet_users_northeast"
            continue
        told = json.loads(str(box.string))
        assert {lines["en"] for lines in told["addresses"].values()} <= pages
        assert len(told["addresses"]) == 2


@pytest.mark.parametrize("inside", ["TH", "north", "55"])
def test_without_permissions_a_map_shows_what_may_be_passed_on_and_nothing_else(inside: str) -> None:
    with cards.confirming([]):
        level = "district" if inside == "55" else "province"
        drawn = panel(PLAN, "en/x.html", "en", level, inside)
        found = soup(str(drawn.html))
        script = found.select_one("script")
        offered = [] if script is None else json.loads(str(script.string))["levels"][0]["layers"]
        assert {layer["id"] for layer in offered} <= layers.catalogue().keys()
        # The province is called Nan; a number that is none would read nan.
        assert "nan" not in text_of(found).split()
