"""Readiness in a real browser: a weight moves map and tables, reset brings them back, a pasted address restores all."""

from __future__ import annotations

import pytest

from geo.words import say
from tests.browser.conftest import Reader
from tests.browser.test_dashboard import address_holds

pytestmark = pytest.mark.browser
EN = say("en")
# The grid draws its cells on a canvas and repeats them for screen readers as a table.
ROWS = """() => [...document.querySelectorAll('[data-testid=stDataFrame] tr')].map((row) => row.textContent).join()"""


def letters(reader: Reader) -> str:
    return str(reader.probe("values"))


def test_a_weight_moves_map_and_tables_at_once_and_reset_brings_them_back(reader: Reader) -> None:
    reader.go("/readiness?lang=en&heading=provision&part=weights")
    reader.drawn(areas=77, layer="provision-provision")
    reader.page.get_by_test_id("stDataFrame").first.scroll_into_view_if_needed()
    reader.until(f"(title) => ({ROWS})().includes(title)", EN("readiness.effective"))
    before, rows = letters(reader), reader.page.evaluate(ROWS)
    slider = reader.page.get_by_role("slider", name="People")
    slider.focus()
    slider.press("Home")
    address_holds(reader, weights_provision="people:0", heading="provision")
    reader.until("(before) => Atlas.probe().values !== before", before)
    reader.until(f"(before) => ({ROWS})() !== before", rows)
    reader.until(f"(title) => ({ROWS})().includes(title)", EN("readiness.own"))
    reader.page.get_by_role("button", name=EN("readiness.reset")).click()
    reader.until("(before) => Atlas.probe().values === before", before)
    reader.until("() => !new URLSearchParams(location.search).has('weights_provision')")


def test_a_pasted_address_restores_the_readers_own_index(reader: Reader) -> None:
    reader.go("/readiness?lang=en&heading=provision&part=weights&weights_provision=people:0,internet:10&mark=50")
    reader.drawn(areas=77, layer="provision-provision")
    assert reader.page.get_by_role("slider", name="People").input_value() == "0"
    assert reader.page.get_by_role("slider", name="Internet").input_value() == "10"
    assert reader.page.get_by_text(EN("readiness.profile", place="Chiang Mai")).count() == 1
    address_holds(reader, weights_provision="people:0,internet:10", mark="50")


def test_a_click_on_the_map_opens_that_areas_profile(reader: Reader) -> None:
    reader.go("/readiness?lang=th&heading=environment")
    reader.drawn(areas=77, layer="provision-environment")
    reader.page.get_by_test_id("atlas-map").focus()
    reader.page.keyboard.press("End")
    reader.page.keyboard.press("Space")
    reader.until("() => new URLSearchParams(location.search).has('mark')")
    reader.page.get_by_text(say("th")("readiness.profile", place="")[:-1]).first.wait_for()


@pytest.mark.parametrize("width", [360])
@pytest.mark.parametrize("part", ["weights", "sure", "rests", "checks", "said"])
def test_no_part_scrolls_a_telephone_sideways(reader: Reader, part: str) -> None:
    reader.go(f"/readiness?lang=th&part={part}")
    reader.drawn(areas=77)
    overflow = """() => {
        const wide = (node) => node.scrollWidth - node.clientWidth;
        return Math.max(wide(document.documentElement), wide(document.querySelector('[data-testid=stMain]')));
    }"""
    assert reader.page.evaluate(overflow) <= 0
