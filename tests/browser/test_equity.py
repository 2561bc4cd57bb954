"""The curve and the map of the fairness screen point at each other, in a real browser."""

from __future__ import annotations

import pytest

from geo.fairness.curve import curve, stretch
from geo.fairness.field import field
from geo.words import say
from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
EN = say("en")


def address_holds(reader: Reader, **wanted: str) -> None:
    """Wait until the address names these choices."""
    reader.until(
        "(wanted) => Object.entries(wanted).every(([k, v]) => new URLSearchParams(location.search).get(k) === v)",
        wanted,
    )


def curve_box(reader: Reader) -> dict[str, float]:
    """Where the curve's own field lies on the page."""
    reader.until("() => document.querySelector('.js-plotly-plot .nsewdrag')?.getBoundingClientRect().width > 100")
    box = reader.page.locator(".js-plotly-plot .nsewdrag").first.bounding_box()
    assert box is not None
    return dict(box)


def drag_across(reader: Reader, start: float, end: float) -> None:
    """Drag over a part of the curve, as shares of its width."""
    reader.page.locator(".js-plotly-plot").first.scroll_into_view_if_needed()
    box = curve_box(reader)
    y = box["y"] + box["height"] / 2
    reader.page.mouse.move(box["x"] + box["width"] * start + 1, y)
    reader.page.mouse.down()
    for step in range(1, 6):
        reader.page.mouse.move(box["x"] + box["width"] * (start + (end - start) * step / 5), y)
    reader.page.mouse.up()


def test_a_stretch_of_the_curve_stands_out_on_the_map(reader: Reader) -> None:
    reader.go("/equity?lang=en")
    reader.drawn(areas=77, level="province")
    drag_across(reader, 0, 0.2)
    reader.until("() => Atlas.probe().lit.length > 0")
    address_holds(reader, stretch="0-20")
    this = field("fixed_download", "province")
    assert set(reader.probe("lit")) == set(stretch(this, curve(this, "lorenz"), 0, 20).codes)  # type: ignore[call-overload]
    reader.page.get_by_role("button", name=EN("equity.clear")).click()
    reader.until("() => Atlas.probe().lit.length === 0")


def test_an_area_of_the_map_is_found_on_the_curve_and_told(reader: Reader) -> None:
    reader.go("/equity?lang=en&stretch=0-20")
    reader.drawn(areas=77, level="province")
    reader.page.get_by_test_id("atlas-map").scroll_into_view_if_needed()
    x, y = reader.page.evaluate("() => Atlas.probe().pixelOf('50')")
    reader.page.mouse.click(x, y)
    address_holds(reader, mark="50", stretch="0-20")
    this = field("fixed_download", "province")
    reader.page.get_by_text(f"Chiang Mai: {this.values['50']:.1f} Mbps.").wait_for()
    reader.until(
        "() => [...document.querySelectorAll('.js-plotly-plot text')].some((t) => t.textContent === 'Chiang Mai')"
    )
    assert reader.probe("selected") == "50"
    worst = stretch(this, curve(this, "lorenz"), 0, 20).codes
    assert reader.probe("lit.length") == len(worst), "the stretch stays while an area is looked at"


@pytest.mark.parametrize("width", [390])
@pytest.mark.parametrize("screen", ["equity", "overview"])
def test_a_telephone_never_scrolls_sideways(reader: Reader, screen: str) -> None:
    reader.go(f"/{screen}?lang=th&layer=smart_cities_certified&stretch=0-50")
    reader.until("() => document.querySelector('[data-test-script-state=notRunning]')")
    overflow = """() => {
        const wide = (node) => node.scrollWidth - node.clientWidth;
        return Math.max(wide(document.documentElement), wide(document.querySelector('[data-testid=stMain]')));
    }"""
    assert reader.page.evaluate(overflow) <= 0


def test_a_row_of_the_overview_opens_its_layer(reader: Reader) -> None:
    reader.go("/overview?lang=en")
    table = reader.page.get_by_test_id("stDataFrame").first
    table.wait_for()
    reader.until("() => document.querySelector('[data-test-script-state=notRunning]')")
    box = table.bounding_box()
    assert box is not None
    # The boxes that choose a row stand in the first column; the second row is the second layer.
    reader.page.mouse.click(box["x"] + 17, box["y"] + 35 * 2 + 17)
    reader.drawn(areas=77, layer="fixed_latency")
    reader.page.get_by_text(EN("equity.curve_help")).wait_for()
