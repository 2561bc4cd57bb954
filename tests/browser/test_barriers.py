"""No screen raises a barrier: axe-core finds none that is serious, a telephone scrolls one way, fingers find all."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import resources

import pytest
from playwright.sync_api import Browser, ViewportSize

from geo.words import say
from tests.browser.conftest import PATIENCE_MS, Reader

pytestmark = pytest.mark.browser
SCREENS = ("/?", "/maps?", "/maps?maps=swipe&", "/maps?maps=many&", "/compare?", "/area?", "/sources?")
AXE = (resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
SERIOUS = """async () => {
  const found = await axe.run(document, {resultTypes: ["violations"]});
  return found.violations.filter((rule) => ["serious", "critical"].includes(rule.impact)).flatMap(
    (rule) => rule.nodes.map((node) => `${rule.id}: ${node.target} ${node.html.slice(0, 120)}`));
}"""
GROUND = "getComputedStyle(document.querySelector('.stApp')).backgroundColor"
# Links inside a sentence are exempt (WCAG 2.5.5), and so are boxes to type in that stand in a larger one.
SMALL = """() => ['button', 'summary', '[role=slider]', '[role=radio]']
  .map((kind) => '.stMain ' + kind).concat('[data-testid=stExpandSidebarButton]', '[data-testid=stSidebarNavLink]')
  .flatMap((kind) => [...document.querySelectorAll(kind)])
  .filter((node) => node.getBoundingClientRect().width > 0)
  .filter((node) => node.getBoundingClientRect().width < 43.5 || node.getBoundingClientRect().height < 43.5)
  .map((node) => node.outerHTML.slice(0, 160))"""


def settled(reader: Reader) -> None:
    """Wait until the screen is drawn in full, its maps as well, and nothing on it fades any more."""
    reader.until(
        """() => document.querySelector('[data-test-script-state=notRunning]')
            && (document.querySelector('[data-testid=atlas]') || !MAPS.test(location.pathname))
            && [...document.querySelectorAll('[data-testid=atlas]')].every((map) => +map.dataset.shown > 0)
            && document.getAnimations().every((moving) => moving.playState !== 'running')""".replace(
            "MAPS", r"/^\/(maps)?$/"
        )
    )


@pytest.mark.parametrize("screen", SCREENS)
def test_axe_finds_no_serious_barrier_in_either_language_in_light_and_in_dark(reader: Reader, screen: str) -> None:
    reader.page.emulate_media(color_scheme="light")
    reader.go(f"{screen}lang=th")
    reader.page.evaluate(AXE)
    found = {}
    for other in ("English", ""):
        settled(reader)
        found[other, "light"] = reader.page.evaluate(SERIOUS)
        light = reader.page.evaluate(GROUND)
        reader.page.emulate_media(color_scheme="dark")
        reader.until(f"(light) => {GROUND} !== light", light)
        settled(reader)
        found[other, "dark"] = reader.page.evaluate(SERIOUS)
        if other:
            reader.page.emulate_media(color_scheme="light")
            reader.until(f"(light) => {GROUND} === light", light)
            reader.page.get_by_role("radio", name=other).or_(reader.page.get_by_role("button", name=other)).click()
            reader.page.get_by_text(say("en")("app.title")).first.wait_for()
    assert found == {key: [] for key in found}
    assert len(found) == 4


@pytest.fixture
def phone(browser: Browser, server: str) -> Iterator[Reader]:
    """A reader with a telephone 360 pixels wide, who has fingers alone."""
    size = ViewportSize(width=360, height=760)
    context = browser.new_context(viewport=size, has_touch=True, is_mobile=True, service_workers="block")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    yield Reader(page, server)
    context.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_a_telephone_never_scrolls_sideways_and_every_target_is_a_finger_wide(phone: Reader, screen: str) -> None:
    phone.go(f"{screen}lang=th")
    settled(phone)
    wide = "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
    assert phone.page.evaluate(f"() => {wide} - innerWidth") <= 0
    assert phone.page.evaluate(SMALL) == []


@pytest.mark.parametrize(
    ("screen", "lang"), [("/equity?", "th"), ("/overview?", "en"), ("/readiness?", "th"), ("/support?step=why&", "en")]
)
def test_screens_of_method_raise_no_barrier_on_a_telephone_in_light_or_in_dark(
    phone: Reader, screen: str, lang: str
) -> None:
    phone.page.emulate_media(color_scheme="light")
    phone.go(f"{screen}lang={lang}")
    settled(phone)
    wide = "Math.max(document.documentElement.scrollWidth, document.querySelector('[data-testid=stMain]').scrollWidth)"
    assert phone.page.evaluate(f"() => {wide} - innerWidth") <= 0
    assert phone.page.evaluate(SMALL) == []
    phone.page.evaluate(AXE)
    found = {"light": phone.page.evaluate(SERIOUS)}
    light = phone.page.evaluate(GROUND)
    phone.page.emulate_media(color_scheme="dark")
    phone.until(f"(light) => {GROUND} !== light", light)
    settled(phone)
    found["dark"] = phone.page.evaluate(SERIOUS)
    assert found == {"light": [], "dark": []}


def test_on_a_telephone_one_finger_scrolls_two_move_the_map_and_the_legend_folds(phone: Reader) -> None:
    phone.go("/?lang=en")
    phone.drawn(areas=77)
    fold = phone.page.get_by_test_id("atlas-legend-fold")
    assert phone.page.locator(".atlas-rows:visible").count() == 0
    fold.tap()
    assert phone.page.locator(".atlas-rows:visible").count() == 1
    fold.tap()
    assert phone.page.locator(".atlas-rows:visible").count() == 0
    phone.page.get_by_test_id("atlas-map").scroll_into_view_if_needed()
    box = phone.page.get_by_test_id("atlas-map").bounding_box()
    assert box is not None
    line = phone.page.context.new_cdp_session(phone.page)

    def fingers(kind: str, *at: tuple[float, float]) -> None:
        points = [{"x": x, "y": y, "id": i} for i, (x, y) in enumerate(at)]
        line.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    x, y = box["x"] + 120, box["y"] + 200
    start = phone.probe("centre")
    fingers("touchStart", (x, y))
    for step in range(1, 7):
        fingers("touchMove", (x, y - 8 * step))
    phone.until("() => document.querySelector('[data-testid=atlas-hint]').classList.contains('on')")
    fingers("touchEnd")
    assert phone.probe("centre") == start
    box = phone.page.get_by_test_id("atlas-map").bounding_box()
    assert box is not None
    x, y = box["x"] + 100, box["y"] + 200
    fingers("touchStart", (x, y), (x + 80, y))
    for step in range(1, 9):
        fingers("touchMove", (x, y + 8 * step), (x + 80, y + 8 * step))
    fingers("touchEnd")
    phone.until("(start) => Math.abs(Atlas.probe().centre[0] - start[0]) > 0.2", start)
