"""The map of an edition in a real browser, opened from its folder with no network at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from geo.publish.site import embed_chart
from geo.publish.site.front import jobs as front_jobs
from tests.geo.publish.site.made import made
from tests.geo.publish.site.test_maps import LAYER, PLAN, data, page

pytestmark = pytest.mark.browser
OTHER = "mobile_download"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of two provinces with nothing but its map and its charts."""
    home = tmp_path_factory.mktemp("แผนที่ edition")
    files: dict[str, bytes] = {path: text.encode() for path, text in data(OTHER).items()}
    for job in front_jobs(PLAN):
        files |= {path: content for path, content in job.make(*job.about) if isinstance(content, bytes)}
    files["en/map.html"] = str(page()).encode()
    files |= {path: text.encode() for path, text in made(embed_chart.jobs, PLAN).items()}
    for path, content in files.items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_bytes(content)
    return home


def shown(tab: Page, level: str, layer: str, year: str) -> str:
    """The letters that the map is painted with, once it shows this."""
    expect(tab.locator("[data-panel]")).to_have_attribute("data-shown", f"{level}|{layer}|{year}")
    tab.wait_for_function("() => +document.querySelector('[data-testid=atlas]').dataset.painted > 0")
    return str(tab.evaluate("() => Atlas.probe().values"))


def test_a_switch_of_layer_year_or_level_paints_the_map_anew_and_a_link_restores_it(
    folder: Path, browser: Browser
) -> None:
    complaints: list[str] = []
    with browser.new_context(offline=True) as context:
        tab = context.new_page()
        tab.on("pageerror", lambda error: complaints.append(str(error)))
        tab.on("requestfailed", lambda asked: complaints.append(asked.url))
        start = (folder / "en/map.html").as_uri()
        tab.goto(start)
        newest = shown(tab, "province", LAYER, "2025-Q4")
        colour = tab.evaluate("() => Atlas.probe().colourAt('55')")
        tab.get_by_label("Year").select_option("2023-Q1")
        older = shown(tab, "province", LAYER, "2023-Q1")
        assert "2023 Q1" in tab.locator("[data-panel-summary]").inner_text()
        tab.get_by_label("Layer").select_option(OTHER)
        other = shown(tab, "province", OTHER, "2023-Q1")
        assert len({newest, older, other}) > 1
        # The table says what the map shows, and its rows lead to the pages of areas.
        tab.locator("[data-panel-table] summary").click()
        expect(tab.locator("[data-panel-table] tbody tr")).to_have_count(2)
        assert tab.locator("[data-panel-table] tbody a").first.get_attribute("href") is not None
        tab.get_by_label("Level").select_option("district")
        district = shown(tab, "district", OTHER, "2025-Q4")
        assert len(district) == 928
        link = tab.url
        again = context.new_page()
        again.goto("about:blank")
        again.goto(link)
        assert shown(again, "district", OTHER, "2025-Q4") == district
        again.goto(start + f"#layer={LAYER}&year=2025-Q4&level=province")
        assert shown(again, "province", LAYER, "2025-Q4") == newest
        assert again.evaluate("() => Atlas.probe().colourAt('55')") == colour
    assert complaints == []


def test_a_chart_in_another_page_marks_the_place_and_takes_the_colours_it_is_asked_for(
    folder: Path, browser: Browser
) -> None:
    with browser.new_context(offline=True, viewport={"width": 360, "height": 640}) as context:
        tab = context.new_page()
        tab.goto((folder / f"embed/en/chart/{LAYER}.html").as_uri() + "?place=55&theme=dark")
        expect(tab.locator(".embed-chart [aria-current]")).to_contain_text("Nan")
        assert tab.evaluate("() => document.documentElement.scrollWidth") == 360
        assert tab.evaluate("() => getComputedStyle(document.body).backgroundColor") != "rgb(255, 255, 255)"
