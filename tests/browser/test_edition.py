"""An edition opens from a folder, with the network blocked: every link, switch and download in it works."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize

from tests.browser.conftest import PATIENCE_MS
from tests.browser.edition import Looked, opens
from tests.browser.test_barriers import AXE, SERIOUS

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parents[2]
# Else axe asks for the style sheet once more, as no page of a folder may.
BARRIERS = SERIOUS.replace("resultTypes:", "preload: false, resultTypes:")


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Looked:
    """A small edition with a page of every kind, made once by the command; not every publisher agreed."""
    out = tmp_path_factory.mktemp("stick") / "ฉบับ เผยแพร่"
    words = ["site", str(out), "--in", "83", "--districts", "--confirm", "population", "lao", "--date", "2026-11-25"]
    made = subprocess.run([sys.executable, "-m", "geo.publish", *words], cwd=ROOT, capture_output=True, text=True)
    assert made.returncode == 0, made.stderr
    return Looked(out)


class Tab:
    """A reader's tab on files of the edition, with all that went wrong in it."""

    def __init__(self, context: BrowserContext, edition: Looked) -> None:
        self.page: Page = context.new_page()
        self.page.set_default_timeout(PATIENCE_MS)
        self.edition, self.wrong = edition, list[str]()
        self.page.on("console", lambda told: self.wrong.append(told.text) if told.type == "error" else None)
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("requestfailed", lambda request: self._failed(request.url, str(request.failure)))
        self.page.on("request", lambda asked: self._asked(asked.url))

    def _failed(self, url: str, why: str) -> None:
        # A reader who goes on, or a link that becomes a file, breaks off what was still on its way.
        if "ERR_ABORTED" not in why:
            self.wrong.append(f"failed: {url} {why}")

    def _asked(self, url: str) -> None:
        if not url.startswith(("file:", "data:", "blob:")):
            self.wrong.append(f"asked: {url}")

    def go(self, path: str) -> Page:
        """Open a file of the edition, at a mark in it where one is named."""
        file, mark, rest = path.partition("#")
        self.page.goto((self.edition.folder / file).as_uri() + mark + rest, wait_until="load")
        return self.page


@pytest.fixture
def opened(browser: Browser) -> Iterator[list[BrowserContext]]:
    """Contexts that are closed at the end."""
    held: list[BrowserContext] = []
    yield held
    for context in held:
        context.close()


def tab(browser: Browser, opened: list[BrowserContext], edition: Looked, width: int, **how: object) -> Tab:
    size = ViewportSize(width=width, height=900)
    context = browser.new_context(viewport=size, offline=True, **how)  # type: ignore[arg-type]  # plain options
    opened.append(context)
    return Tab(context, edition)


def test_every_link_on_every_page_leads_to_something_that_is_there(edition: Looked) -> None:
    assert len(edition.pages) > 2
    assert edition.broken() == []


def test_every_page_can_be_come_to_from_the_first_one(edition: Looked) -> None:
    reached = edition.reached()
    assert [path for path in edition.pages if path not in reached and not path.startswith("embed/")] == []


def test_every_mark_on_a_page_stands_there_once_and_headings_go_down_in_steps(edition: Looked) -> None:
    twice = {path: page.ids for path, page in edition.pages.items() if len(page.ids) > len(set(page.ids))}
    jumps = {
        path: page.headings
        for path, page in edition.pages.items()
        if page.headings[:1] != [1] or any(b > a + 1 for a, b in zip(page.headings, page.headings[1:], strict=False))
        if not path.startswith("embed/") and path != "index.html"
    }
    assert twice == {}
    assert jumps == {}


def test_every_page_says_when_it_was_made_and_how_to_cite_it(edition: Looked) -> None:
    day = {"th": "25 พฤศจิกายน 2569", "en": "25 November 2026"}
    silent = [
        path
        for path in edition.pages
        if (lang := path.partition("/")[0]) in day and not all(word in edition.text(path) for word in (day[lang], path))
    ]
    assert silent == []


def test_every_file_to_carry_away_opens(edition: Looked) -> None:
    wrong = {
        path: why
        for path in edition.files
        if not path.endswith((".html", ".js", ".css")) and (why := opens(path, (edition.folder / path).read_bytes()))
    }
    assert wrong == {}


def test_a_page_of_each_kind_opens_without_a_complaint_and_never_scrolls_sideways(
    browser: Browser, opened: list[BrowserContext], edition: Looked
) -> None:
    phone = tab(browser, opened, edition, 390, has_touch=True, is_mobile=True)
    wide = {}
    for path in edition.one_of_each().values():
        over = phone.go(path).evaluate("document.documentElement.scrollWidth - innerWidth")
        wide |= {path: over} if over > 0 else {}
    assert phone.wrong == []
    assert wide == {}


def test_axe_finds_no_serious_barrier_on_a_page_of_each_kind_in_light_or_in_dark(
    browser: Browser, opened: list[BrowserContext], edition: Looked
) -> None:
    kinds = edition.one_of_each()
    # Both languages draw the same things: by turns a Thai page in light and an English one in dark.
    thai = [kind for kind in kinds if kind.startswith("th/")]
    chosen = [*thai[::2], *("en/" + kind.removeprefix("th/") for kind in thai[1::2])]
    chosen += [kind for kind in kinds if not kind.startswith(("th/", "en/", "embed/en/"))]
    tabs = {scheme: tab(browser, opened, edition, 1280, color_scheme=scheme) for scheme in ("light", "dark")}
    found = {}
    for kind in chosen:
        scheme = "dark" if kind.startswith("en/") else "light"
        page = tabs[scheme].go(kinds[kind])
        page.evaluate(AXE)
        found |= {(kind, scheme): barriers} if (barriers := page.evaluate(BARRIERS)) else {}
    assert found == {}
    assert [tabs[scheme].wrong for scheme in tabs] == [[], []]


def test_the_page_of_a_province_leads_to_the_same_page_in_the_other_language_and_back(
    browser: Browser, opened: list[BrowserContext], edition: Looked
) -> None:
    reader = tab(browser, opened, edition, 1280)
    page = reader.go("index.html")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/index.html")
    page.goto((edition.folder / "th/province/83.html").as_uri())
    assert page.locator("h1").inner_text() == "จังหวัดภูเก็ต"
    page.get_by_role("link", name="English", exact=True).click()
    page.wait_for_url("**/en/province/83.html")
    assert page.locator("html").get_attribute("lang") == "en"
    page.get_by_role("link", name="ไทย", exact=True).click()
    page.wait_for_url("**/th/province/83.html")
    assert reader.wrong == []


def test_the_map_of_an_edition_moves_to_another_layer_level_and_year_and_its_address_holds_them(
    browser: Browser, opened: list[BrowserContext], edition: Looked
) -> None:
    reader = tab(browser, opened, edition, 1280)
    page = reader.go("en/map.html#level=province&layer=fixed_download")
    panel = page.locator("[data-panel]").first
    shown = "(now) => document.querySelector('[data-panel]').dataset.shown === now"
    choices = {name: panel.locator(f"[data-panel-{name}] select") for name in ("level", "layer", "year")}
    years = choices["year"].locator("option").evaluate_all("(all) => all.map((one) => one.value)")
    page.wait_for_function(shown, arg=f"province|fixed_download|{years[0]}")
    assert panel.locator("[data-panel-moving] [data-testid=atlas]").get_attribute("data-layer") == "fixed_download"
    assert not panel.locator("[data-panel-still]").is_visible()
    first = panel.locator("[data-panel-summary]").inner_text()
    choices["year"].select_option(years[-1])
    page.wait_for_function(shown, arg=f"province|fixed_download|{years[-1]}")
    assert panel.locator("[data-panel-summary]").inner_text() != first
    choices["layer"].select_option("people_per_house")
    page.wait_for_function("() => document.querySelector('[data-panel]').dataset.shown.includes('people_per_house')")
    choices["level"].select_option("district")
    page.wait_for_function(
        "() => /^district.people_per_house/.test(document.querySelector('[data-panel]').dataset.shown)"
    )
    assert "level=district&layer=people_per_house" in page.url
    page.reload()
    page.wait_for_function(
        "() => /^district.people_per_house/.test(document.querySelector('[data-panel]').dataset.shown)"
    )
    assert reader.wrong == []


def test_a_map_set_into_another_page_asks_nobody_else_and_takes_the_theme_that_it_is_given(
    browser: Browser, opened: list[BrowserContext], edition: Looked, tmp_path: Path
) -> None:
    reader = tab(browser, opened, edition, 1280)
    page = reader.go("en/map.html")
    lines = page.locator("[data-embed-lines]").input_value()
    assert 'width="100%"' in lines
    inside = re.search(r'src="([^"]+)"', lines)
    assert inside is not None
    there = (edition.folder / edition.leads("index.html", inside[1])[0]).as_uri()
    host = tmp_path / "host.html"
    host.write_text(f"<!DOCTYPE html><title>Host</title>{lines.replace(inside[1], there + '?theme=dark')}")
    page.goto(host.as_uri())
    frame = page.frame_locator("iframe")
    frame.locator("[data-panel-moving] [data-testid=atlas]").wait_for()
    assert frame.locator("html").get_attribute("data-theme") == "dark"
    assert reader.wrong == []


def test_without_javascript_a_page_of_each_kind_has_its_text_its_tables_and_its_drawings(
    browser: Browser, opened: list[BrowserContext], edition: Looked
) -> None:
    plain = tab(browser, opened, edition, 1280, java_script_enabled=False)
    empty = {}
    for kind, path in edition.one_of_each().items():
        if kind.startswith("th/"):
            page = plain.go(path)
            told = len(page.locator("main").inner_text())
            empty |= {path: told} if told < 400 else {}
    assert empty == {}
    page = plain.go("th/province/83.html")
    drawn = page.locator("main svg:visible, main img:visible").first.bounding_box()
    assert drawn is not None
    assert min(drawn["width"], drawn["height"]) > 150
    assert page.locator("main table:visible tbody tr").count() >= 20
    assert plain.wrong == []


def test_what_a_reader_saves_is_the_file_of_the_edition(
    browser: Browser, opened: list[BrowserContext], edition: Looked
) -> None:
    reader = tab(browser, opened, edition, 1280)
    page = reader.go("th/province/83.html")
    links = page.locator("a[download]")
    count = links.count()
    assert count >= 2
    for at in range(count):
        target, _ = edition.leads("th/province/83.html", links.nth(at).get_attribute("href") or "")
        with page.expect_download() as saved:
            links.nth(at).click()
        assert saved.value.path().read_bytes() == (edition.folder / target).read_bytes()
    assert reader.wrong == []
