"""The comparison of an edition in a real browser, opened from its folder with no network at all."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from geo.publish.site import comparing
from geo.publish.site.front import jobs as front_jobs
from geo.publish.site.plan import Plan
from geo.words import say
from tests.geo.publish.site.made import made

pytestmark = pytest.mark.browser
EN = say("en")
PLAN = Plan("10,50,55,58,90,96,83")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of seven provinces with nothing but its comparison."""
    home = tmp_path_factory.mktemp("edition")
    for path, content in [file for job in front_jobs(PLAN) for file in job.make(*job.about)]:
        assert isinstance(content, bytes)
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_bytes(content)
    for path, page in made(comparing.jobs, PLAN).items():
        (home / path).parent.mkdir(parents=True, exist_ok=True)
        (home / path).write_text(page, encoding="utf-8")
    return home


def test_a_reader_sorts_filters_and_sets_areas_side_by_side(folder: Path, browser: Browser) -> None:
    page = browser.new_page()
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))
    start = (folder / "en/compare.html").as_uri()
    page.goto(start + "#areas=10,99,55")
    # The link restores what is known and says what is not.
    assert page.locator("#compare-chosen button").all_inner_texts() == ["Bangkok ×", "Nan ×"]
    assert "“99”" in page.locator("#compare-told").inner_text()
    heads = page.locator("#compare-table thead th").all_inner_texts()
    assert heads[1:] == ["Bangkok", "Nan", EN("edition_compare.script_country")]
    page.select_option("#compare-add", "96")
    page.click("#compare-put")
    assert page.url.endswith("#areas=10,55,96")
    assert str(page.locator(".languages a").first.get_attribute("href")).endswith("/th/compare.html#areas=10,55,96")
    for code in ("50", "58", "90", "83"):
        page.select_option("#compare-add", code)
        page.click("#compare-put")
    assert page.locator("#compare-chosen button").count() == 6
    assert EN("edition_compare.script_most", most=6) in page.locator("#compare-told").inner_text()
    # Numbers sort as numbers, the largest first, and back.
    table = page.locator("table[data-sorts]").first
    head = table.locator("thead th").nth(1)
    cells = table.locator("tbody:not(.whole) tr td:nth-child(2)")
    head.locator("button").click()
    falling = [float(text) for text in cells.all_inner_texts()]
    assert falling == sorted(falling, reverse=True)
    assert head.get_attribute("aria-sort") == "descending"
    head.locator("button").click()
    assert [float(text) for text in cells.all_inner_texts()] == falling[::-1]
    page.fill("#compare-find", "น่าน")
    assert table.locator("tbody:not(.whole) tr:visible").count() == 1
    assert complaints == []
    page.close()


def test_without_a_script_every_table_is_there(folder: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((folder / "th/compare.html").as_uri())
    assert page.locator("table[data-sorts]").count() == 3
    assert page.locator("tr[data-code='55']").first.is_visible()
    assert not page.locator("#beside").is_visible()
    context.close()
