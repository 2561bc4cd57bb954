"""The dashboard in a real browser: it draws, repaints, goes down and up, and nothing leaves the machine."""

from __future__ import annotations

import pytest

from geo.places import places
from geo.words import say
from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
DEEP = "air_station_distance"


def choose(reader: Reader, label: str, option: str) -> None:
    """Pick an option of a select box as a reader does, by its words."""
    box = reader.page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    reader.page.get_by_role("option", name=option).first.click()


def address_holds(reader: Reader, **wanted: str) -> None:
    """Wait until the address names the view."""
    reader.until(
        "(wanted) => Object.entries(wanted).every(([k, v]) => new URLSearchParams(location.search).get(k) === v)",
        wanted,
    )


# First in the file: it must be the first that this server's readers see.
def test_the_first_reader_of_a_fresh_server_may_come_by_a_link_to_any_screen(reader: Reader) -> None:
    reader.go("/compare?lang=en&areas=50,83")
    reader.page.get_by_text(say("en")("compare.side_by_side")).wait_for()
    assert reader.page.get_by_text(say("en")("app.title")).count() >= 1


@pytest.mark.parametrize("lang", ["th", "en"])
def test_the_country_opens_with_77_coloured_provinces(reader: Reader, lang: str) -> None:
    reader.go(f"/?lang={lang}")
    reader.drawn(areas=77, level="province")
    assert reader.probe("error") == ""
    assert len(str(reader.probe("values"))) == 77
    coloured = reader.page.evaluate(
        "(codes) => codes.filter((code) => Atlas.probe().colourAt(code)[3] > 0).length", list(places("province").index)
    )
    assert coloured == 77
    assert reader.page.get_by_text(say(lang)("app.title")).count() >= 1
    legend = reader.page.locator(".atlas-legend").inner_text()
    assert say(lang)("levels.province") in legend.lower() or say(lang)("level.province") in legend


def test_another_layer_repaints_in_place_without_fetching_shapes_again(reader: Reader) -> None:
    reader.go("/?lang=en")
    reader.drawn(areas=77, layer="fixed_download")
    reader.page.get_by_test_id("atlas-zoom-in").click()
    start = reader.probe("zoom")
    reader.until("(zoom) => document.querySelector('[data-testid=atlas]').dataset.zoom > zoom - 1", start)
    reader.page.evaluate("() => { window.kept = document.querySelector('[data-testid=atlas-map]'); }")
    zoom, centre, painted = reader.probe("zoom"), reader.probe("centre"), reader.probe("painted")
    values, shapes = reader.probe("values"), reader.fetched("/atlas/province.")
    choose(reader, say("en")("choose.layer"), "Certified smart cities")
    reader.drawn(areas=77, layer="smart_cities_certified")
    assert reader.probe("values") != values
    assert reader.probe("painted") > painted  # type: ignore[operator]
    assert (reader.probe("zoom"), reader.probe("centre")) == (zoom, centre)
    assert reader.fetched("/atlas/province.") == shapes
    assert len(shapes) == 1
    assert reader.page.evaluate("() => window.kept === document.querySelector('[data-testid=atlas-map]')")
    address_holds(reader, layer="smart_cities_certified")


def test_a_reader_goes_down_by_click_and_keyboard_and_comes_back_by_escape(reader: Reader) -> None:
    reader.go(f"/?lang=en&layer={DEEP}")
    reader.drawn(areas=77, level="province")
    x, y = reader.page.evaluate("() => Atlas.probe().pixelOf('55')")
    reader.page.mouse.click(x, y)
    districts = len(places("district", "55"))
    reader.drawn(areas=districts, level="district")
    address_holds(reader, place="55", level="district")
    reader.page.get_by_test_id("atlas-map").focus()
    reader.page.keyboard.press("Home")
    reader.until("() => Atlas.probe().focused !== null")
    focused = str(reader.probe("focused"))
    assert focused.startswith("55")
    live = reader.page.get_by_test_id("atlas-live")
    reader.until("() => document.querySelector('[data-testid=atlas-live]').textContent.includes('. Measured')")
    assert str(places("district").at[focused, "name_en"]) in live.inner_text()
    reader.page.keyboard.press("Enter")
    reader.drawn(level="subdistrict", areas=places("subdistrict", focused)["polygon_code"].nunique())
    address_holds(reader, place=focused)
    reader.page.keyboard.press("Escape")
    reader.drawn(areas=districts, level="district")
    reader.page.keyboard.press("Escape")
    reader.drawn(areas=77, level="province")
    reader.until("() => Atlas.probe().selected === '55'")
    address_holds(reader, layer=DEEP)


def test_a_pasted_address_restores_layer_level_place_and_language(reader: Reader) -> None:
    reader.go("/?lang=en&layer=schools_per_10000&level=subdistrict&place=5501")
    reader.drawn(layer="schools_per_10000", level="subdistrict")
    assert reader.probe("areas") == places("subdistrict", "5501")["polygon_code"].nunique()
    address_holds(reader, lang="en", layer="schools_per_10000", level="subdistrict", place="5501")


def test_an_address_of_nonsense_opens_a_map_and_says_so(reader: Reader) -> None:
    reader.go("/?lang=en&layer=moon&place=%3Cimg%20src%3Dx%20onerror%3D%22window.hit%3D1%22%3E")
    reader.drawn(areas=77)
    reader.page.get_by_test_id("stAlert").first.wait_for()
    assert "moon" in reader.page.get_by_test_id("stAlert").first.inner_text()
    assert reader.page.evaluate("() => window.hit === undefined")


def test_the_language_is_switched_on_the_page_and_the_view_stays(reader: Reader) -> None:
    reader.go(f"/?layer={DEEP}&level=district&place=55")
    reader.drawn(level="district", layer=DEEP)
    reader.page.get_by_role("radio", name="English").or_(reader.page.get_by_role("button", name="English")).click()
    reader.page.get_by_text(say("en")("app.title")).first.wait_for()
    address_holds(reader, lang="en", place="55", layer=DEEP)
    reader.drawn(level="district", layer=DEEP)


def test_one_press_of_the_browsers_back_goes_back_one_view(reader: Reader) -> None:
    reader.go("/?lang=en")
    reader.drawn(layer="fixed_download")
    choose(reader, say("en")("choose.layer"), "Certified smart cities")
    reader.drawn(layer="smart_cities_certified")
    address_holds(reader, layer="smart_cities_certified")
    reader.page.get_by_role("link", name=say("en")("page.compare"), exact=True).first.click()
    reader.page.get_by_text(say("en")("compare.side_by_side")).wait_for()
    reader.until("() => location.pathname === '/compare' && location.search.includes('areas=')")
    reader.page.go_back()
    reader.drawn(layer="smart_cities_certified")
    reader.page.go_back()
    reader.drawn(layer="fixed_download")
    reader.page.go_forward()
    reader.drawn(layer="smart_cities_certified")


@pytest.mark.parametrize("width", [390])
@pytest.mark.parametrize("screen", ["", "compare", "readiness", "area", "sources"])
def test_a_telephone_never_scrolls_sideways(reader: Reader, screen: str) -> None:
    reader.go(f"/{screen}?lang=th")
    if screen == "":
        reader.drawn(areas=77)
    reader.until("() => document.querySelector('[data-test-script-state=notRunning]')")
    overflow = """() => {
        const wide = (node) => node.scrollWidth - node.clientWidth;
        return Math.max(wide(document.documentElement), wide(document.querySelector('[data-testid=stMain]')));
    }"""
    assert reader.page.evaluate(overflow) <= 0


def test_the_tables_own_download_which_carries_no_source_is_not_offered(reader: Reader) -> None:
    reader.go("/area?lang=en&mark=50")
    table = reader.page.get_by_test_id("stDataFrame").first
    table.hover()
    reader.page.get_by_role("button", name="Search").first.wait_for()
    assert reader.page.locator("[aria-label='Download as CSV']").count() >= 1, "the toolbar has changed: look again"
    assert not reader.page.locator("[aria-label='Download as CSV']").first.is_visible()
    assert reader.page.get_by_role("button", name=say("en")("download.open")).is_visible()


@pytest.mark.parametrize("width", [390])
def test_on_a_telephone_every_value_side_by_side_stands_beside_the_name_of_its_area(reader: Reader) -> None:
    reader.go("/compare?lang=en&areas=50,83&layers=fixed_download,density")
    cells = reader.page.locator(".side-by-side td")
    cells.first.wait_for()
    inside = """(cell) => {
        const box = cell.getBoundingClientRect();
        return box.left >= 0 && box.right <= innerWidth && getComputedStyle(cell, '::before').content;
    }"""
    assert [cell.evaluate(inside) for cell in cells.all()[:2]] == ['"Chiang Mai"', '"Phuket"']
    assert not reader.page.locator(".side-by-side thead").is_visible()
