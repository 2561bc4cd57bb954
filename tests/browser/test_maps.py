"""Maps beside one another in a real browser: they move together, tell all values, and all answers the keyboard."""

from __future__ import annotations

import re

import pytest

from geo.measure import measure, periods
from geo.places import places
from geo.words import say
from tests.browser.boards import all_drawn, of, pixel, together
from tests.browser.conftest import Reader
from tests.browser.test_dashboard import address_holds

pytestmark = pytest.mark.browser
SIDE = "/maps?lang=en&maps=side&layer=airport_distance&layer2=air_station_distance"
LIVE = "[data-testid=atlas-live]"


def marked(reader: Reader, position: int, kind: str, code: str) -> None:
    """Wait until an area is marked on one of the maps."""
    reader.until("([i, kind, code]) => Atlas.probe(i).marked[kind] === code", [position, kind, code])


def test_two_maps_zoom_and_move_together_whichever_of_them_is_moved(reader: Reader) -> None:
    reader.go(SIDE)
    all_drawn(reader, 2)
    assert together(reader, 2)
    start = of(reader, 0, "zoom")
    reader.page.get_by_test_id("atlas-zoom-in").first.click()
    reader.until("(zoom) => Atlas.probe(1).zoom >= zoom + 1 && Atlas.probe(0).zoom >= zoom + 1", start)
    assert together(reader, 2)
    reader.page.get_by_test_id("atlas-map").nth(1).focus()
    reader.page.keyboard.press("-")
    reader.until("(zoom) => Math.abs(Atlas.probe(0).zoom - zoom) < 0.01", start)
    assert together(reader, 2)
    reader.page.get_by_test_id("atlas-zoom-in").first.click()
    box = reader.page.get_by_test_id("atlas-map").nth(1).bounding_box()
    assert box is not None
    before = of(reader, 0, "centre")
    reader.page.mouse.move(box["x"] + 250, box["y"] + 250)
    reader.page.mouse.down()
    reader.page.mouse.move(box["x"] + 150, box["y"] + 300, steps=8)
    reader.page.mouse.up()
    reader.until("(before) => Math.abs(Atlas.probe(0).centre[1] - before[1]) > 0.1", before)
    assert together(reader, 2)
    assert len(reader.fetched("/atlas/province.")) == 1


def test_an_area_pointed_at_is_marked_and_told_on_both_maps_which_share_one_scale(reader: Reader) -> None:
    reader.go(SIDE)
    all_drawn(reader, 2)
    reader.page.mouse.move(*pixel(reader, 0, "50"))
    marked(reader, 0, "hover", "50")
    marked(reader, 1, "linked", "50")
    tip = reader.page.get_by_test_id("atlas-tip").first
    reader.until("() => !document.querySelector('[data-testid=atlas-tip]').hidden")
    assert "Chiang Mai" in tip.inner_text()
    assert "Distance to air station" in tip.inner_text()
    assert len(re.findall(r"\d+\.\d", tip.inner_text())) == 2
    assert tip.inner_text().count(" km") == 1
    rows = reader.page.evaluate(
        """() => [...document.querySelectorAll('.atlas-legend')].map((legend) =>
            [...legend.querySelectorAll('tr[data-key]:not(.atlas-state) th')].map((th) => th.firstChild.textContent))"""
    )
    assert rows[0] == rows[1]
    assert len(rows[0]) >= 3
    told = say("en")("maps.shared", unit="km", method=say("en")("legend.quantile"), k=5)
    assert reader.page.get_by_text(told).count() == 1


def test_layers_of_different_units_keep_their_own_scales_and_the_screen_says_so(reader: Reader) -> None:
    reader.go("/maps?lang=en&maps=side&layer=airport_distance&layer2=density")
    all_drawn(reader, 2)
    assert (
        reader.page.get_by_text("Each map has its own scale, since the units differ (km; people per km²)").count() == 1
    )


def test_the_divider_of_a_swipe_moves_by_hand_and_by_arrow_keys(reader: Reader) -> None:
    reader.go("/maps?lang=en&maps=swipe&layer=airport_distance&layer2=air_station_distance")
    all_drawn(reader, 2)
    handle = reader.page.get_by_test_id("atlas-divider")
    assert handle.get_attribute("aria-valuenow") == "50"
    x, y = pixel(reader, 0, "50")
    reader.page.mouse.move(x, y)
    marked(reader, 0, "hover", "50")
    box, stage = handle.bounding_box(), reader.page.locator(".atlas-stage").first.bounding_box()
    assert box is not None
    assert stage is not None
    assert box["width"] >= 44
    reader.page.mouse.move(box["x"] + 22, box["y"] + box["height"] / 2)
    reader.page.mouse.down()
    reader.page.mouse.move(stage["x"] + stage["width"] * 0.2, y, steps=5)
    reader.page.mouse.up()
    reader.until("() => document.querySelector('[data-testid=atlas-divider]').getAttribute('aria-valuenow') === '20'")
    # The same place of the screen now shows the second map.
    reader.page.mouse.move(x, y)
    marked(reader, 1, "hover", "50")
    marked(reader, 0, "linked", "50")
    clip = "getComputedStyle(document.querySelectorAll('[data-testid=atlas-map]')[1]).clipPath"
    assert reader.page.evaluate(clip) == "inset(0px 0px 0px 20%)"
    handle.focus()
    reader.page.keyboard.press("ArrowRight")
    assert handle.get_attribute("aria-valuenow") == "25"
    assert "25%" in str(handle.get_attribute("aria-valuetext"))
    reader.page.keyboard.press("End")
    assert handle.get_attribute("aria-valuenow") == "100"
    assert together(reader, 2)


def test_many_maps_share_one_key_one_fetch_and_one_movement(reader: Reader) -> None:
    reader.go("/maps?lang=en&maps=many&layer=household_income")
    all_drawn(reader, 10)
    assert len(reader.fetched("/atlas/province.")) == 1
    assert reader.page.get_by_test_id("atlas-board-key").count() == 1
    assert reader.page.locator(".atlas-legend:visible").count() == 0
    called = reader.page.get_by_test_id("atlas-map").evaluate_all("(all) => all.map((map) => map.ariaLabel)")
    assert len(set(called)) == 10, "a screen reader tells the maps apart"
    labels = reader.page.locator("[data-testid=atlas-board-key] li[data-key='0']").inner_text()
    assert re.fullmatch(r"[\d,]+–[\d,]+", labels.strip())
    told = reader.page.get_by_test_id("atlas-panel-states").all_text_contents()
    gone = [
        int((measure("household_income", "province", year).status == "no data").sum())
        for year in periods("household_income", "province")
    ]
    assert sorted(text.split(" (")[0].split(" · ")[0] for text in told) == sorted(f"No data: {count}" for count in gone)
    reader.page.mouse.move(*pixel(reader, 0, "50"))
    marked(reader, 9, "linked", "50")
    told = reader.page.locator(".atlas-tip:visible").inner_text()
    assert len(re.findall(r"20\d\d:\s+[\d,]+", told)) == 9
    start = of(reader, 9, "zoom")
    reader.page.get_by_test_id("atlas-board-zoom_in").click()
    reader.until("(zoom) => Atlas.probe(9).zoom >= zoom + 1", start)
    assert together(reader, 10)


def test_point_and_area_of_need_and_provision_mark_each_other_both_ways(reader: Reader) -> None:
    reader.go("/maps?lang=en")
    reader.drawn(areas=77)
    reader.until("() => Atlas.probe().scatter === 77")
    reader.page.mouse.move(*pixel(reader, 0, "50"))
    reader.until("() => document.querySelector('[data-testid=atlas-scatter]').dataset.marked === '50'")
    assert "Chiang Mai" in reader.page.get_by_test_id("atlas-scatter-caption").inner_text()
    reader.page.get_by_test_id("atlas-scatter").scroll_into_view_if_needed()
    reader.page.mouse.move(*reader.page.evaluate("() => Atlas.probe().scatterPixelOf('58')"))
    marked(reader, 0, "hover", "58")
    reader.until("() => document.querySelector('[data-testid=atlas-tip]').innerText.includes('Mae Hong Son')")
    reader.page.get_by_test_id("atlas-scatter").focus()
    reader.page.keyboard.press("Home")
    first = of(reader, 0, "scatterMarked")
    reader.page.keyboard.press("ArrowRight")
    reader.until("(first) => Atlas.probe().scatterMarked !== first", first)
    second = str(of(reader, 0, "scatterMarked"))
    marked(reader, 0, "hover", second)
    reader.until(
        f"(name) => document.querySelector('{LIVE}').textContent.includes(name)",
        places("province").at[second, "name_en"],
    )
    assert "Need:" in reader.page.locator(LIVE).inner_text()


@pytest.mark.parametrize("way", ["need", "swipe", "many"])
def test_every_view_is_walked_opened_and_left_by_the_keyboard(reader: Reader, way: str) -> None:
    layer = "&need=density" if way == "need" else ""
    reader.go(f"/maps?lang=en&maps={way}&layer=air_station_distance&layer2=airport_distance&each=layer{layer}&mark=50")
    reader.drawn(areas=77)
    reader.page.get_by_test_id("atlas-map").first.focus()
    reader.page.keyboard.press("ArrowRight")
    reader.until("() => Atlas.probe().focused === '50'")
    reader.page.keyboard.press("ArrowDown")
    reader.until("() => Atlas.probe().focused !== '50'")
    code = str(of(reader, 0, "focused"))
    name = str(places("province").at[code, "name_en"])
    reader.until(f"(name) => document.querySelector('{LIVE}').textContent.includes(name)", name)
    reader.page.keyboard.press("Enter")
    reader.drawn(areas=len(places("district", code)), level="district")
    address_holds(reader, place=code, maps="" if way == "need" else way) if way != "need" else address_holds(
        reader, place=code
    )
    reader.page.get_by_test_id("atlas-map").first.focus()
    reader.page.keyboard.press("Escape")
    reader.drawn(areas=77, level="province")
    reader.until("(code) => Atlas.probe().selected === code", code)


def test_bangkok_enlarged_covers_no_area_and_opens_what_is_clicked(reader: Reader) -> None:
    reader.go("/?lang=en&layer=air_station_distance")
    reader.drawn(areas=77)
    reader.until("() => Atlas.probe().inset.length === 6")
    box = reader.page.get_by_test_id("atlas-inset").bounding_box()
    assert box is not None
    for code in places("province").index:
        x, y = pixel(reader, 0, code)
        assert not (box["x"] < x < box["x"] + box["width"] and box["y"] < y < box["y"] + box["height"]), code
    reader.page.mouse.move(*reader.page.evaluate("() => Atlas.probe().insetPixelOf('12')"))
    marked(reader, 0, "hover", "12")
    reader.page.mouse.click(*reader.page.evaluate("() => Atlas.probe().insetPixelOf('12')"))
    reader.drawn(areas=len(places("district", "12")), level="district")
    address_holds(reader, place="12")
    assert reader.probe("inset") == []


def test_the_50_districts_of_bangkok_are_enlarged_and_its_button_leads_the_keyboard_there(reader: Reader) -> None:
    reader.go("/?lang=th&layer=air_station_distance&level=district")
    reader.drawn(areas=928)
    reader.until("() => Atlas.probe().inset.length === 50")
    go = reader.page.get_by_test_id("atlas-inset-go")
    go.focus()
    reader.page.keyboard.press("Enter")
    reader.until("() => (Atlas.probe().focused || '').startsWith('10') && Atlas.probe().inset.length === 0")
    reader.page.get_by_test_id("atlas-home").click()
    reader.until("() => Atlas.probe().inset.length === 50")
    reader.page.get_by_test_id("atlas-inset-fold").click()
    assert reader.page.locator(".atlas-inset canvas:visible").count() == 0


@pytest.mark.parametrize(("level", "areas"), [("province", 77), ("district", 928)])
def test_size_by_people_changes_shapes_and_nothing_else_and_stays_in_the_address(
    reader: Reader, level: str, areas: int
) -> None:
    reader.go(f"/?lang=en&layer=air_station_distance&level={level}")
    reader.drawn(areas=areas)
    says = "() => [Atlas.probe().values, Atlas.probe().zoom, document.querySelector('.atlas-rows').innerText]"
    before = reader.page.evaluate(says)
    button = reader.page.get_by_test_id("atlas-sized").and_(reader.page.locator("button"))
    button.click()
    reader.until("() => document.querySelector('[data-testid=atlas]').dataset.sized === 'people'")
    reader.drawn(areas=areas)
    assert reader.page.evaluate(says) == before
    assert button.get_attribute("aria-pressed") == "true"
    address_holds(reader, shape="people")
    assert (
        reader.page.evaluate("(code) => Atlas.probe().colourAt(code)[3]", "10" if level == "province" else "1001") > 0
    )
    reader.page.get_by_test_id("atlas-map").focus()
    reader.page.keyboard.press("Home")
    reader.until("() => Atlas.probe().focused !== null")
    button.click()
    reader.until("() => !new URLSearchParams(location.search).has('shape')")
    reader.drawn(areas=areas)
    assert reader.page.evaluate(says) == before


def test_nothing_needs_webgl(reader: Reader) -> None:
    reader.go("/?lang=en")
    reader.drawn(areas=77)
    assert reader.page.evaluate("() => document.createElement('canvas').getContext('webgl') === null")
    assert reader.page.evaluate("() => Atlas.probe().colourAt('50')[3]") > 0


def test_the_card_and_the_voice_say_which_of_two_values_is_of_low_confidence(reader: Reader) -> None:
    reader.go("/maps?lang=en&layer=schools_per_10000&need=density")
    reader.drawn(areas=77)
    reader.page.get_by_test_id("atlas-map").focus()
    reader.page.keyboard.press("Home")
    low = say("en")("map.doubtful")
    reader.until("(low) => document.querySelector('[data-testid=atlas-live]').textContent.includes(low)", low)
    for told in (reader.page.locator(LIVE).inner_text(), reader.page.get_by_test_id("atlas-tip").inner_text()):
        assert f"people (2026) · {low}" in told
        assert "km² (2021)" in told
        assert f"(2021) · {low}" not in told
    assert reader.page.locator(f".atlas-state[data-key=c] th:text-is('{low}')").count() == 1
    note = reader.page.locator(".atlas-legend-note").inner_text()
    assert "volunteers" in note
