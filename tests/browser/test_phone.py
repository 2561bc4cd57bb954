"""A map on a telephone: it comes first, the boxes fold away and stay unfolded while a reader uses them."""

from __future__ import annotations

from typing import Any

import pytest

from geo.words import say
from tests.browser.conftest import Reader
from tests.browser.test_dashboard import address_holds, choose

pytestmark = pytest.mark.browser
EN = say("en")
SCREENS = {"/?lang=th": "th", "/?lang=en&layer=density&level=subdistrict&place=5001": "en"}
BOARDS = {f"/maps?lang=th&maps={way}": "th" for way in ("need", "side", "swipe", "many")}


def box(reader: Reader, selector: str) -> dict[str, Any]:
    """Where something stands on the screen."""
    found = reader.page.locator(selector).first.bounding_box()
    assert found is not None
    return dict(found)


@pytest.mark.parametrize("width", [360])
@pytest.mark.parametrize(("address", "lang"), (SCREENS | BOARDS).items())
def test_a_third_of_the_map_stands_on_the_first_screen(reader: Reader, address: str, lang: str) -> None:
    reader.page.set_viewport_size({"width": 360, "height": 740})
    reader.go(address)
    reader.until("() => window.Atlas && Atlas.probe() && Atlas.probe().painted > 0")
    reader.still()
    stage = box(reader, "[data-testid=atlas-map]")
    assert stage["y"] <= 740 - stage["height"] / 3
    assert not reader.page.get_by_label(say(lang)("choose.layer"), exact=True).first.is_visible()
    assert reader.page.evaluate("() => document.documentElement.scrollWidth") == 360


@pytest.mark.parametrize("width", [360])
def test_the_boxes_unfold_by_the_keyboard_and_stay_while_a_layer_is_chosen(reader: Reader) -> None:
    reader.go("/?lang=en&layer=density")
    reader.drawn(areas=77, layer="density")
    now = reader.page.locator(".st-key-now")
    assert now.inner_text() == f"Population density · {EN('level.province')} · 2021 · {EN('choose.country')}"
    fold = reader.page.locator(".fold summary")
    assert box(reader, ".fold summary")["height"] >= 44
    assert fold.inner_text() == EN("fold.open_find")
    fold.focus()
    reader.page.keyboard.press("Enter")
    assert fold.inner_text() == EN("fold.close")
    choose(reader, EN("choose.layer"), "Distance to the nearest airport")
    reader.drawn(layer="airport_distance")
    assert reader.page.locator(".st-key-choices").is_visible()
    reader.until("() => document.querySelector('.st-key-now').innerText.includes('nearest airport')")
    address_holds(reader, layer="airport_distance")
    fold.click()
    assert not reader.page.locator(".st-key-choices").is_visible()


@pytest.mark.parametrize("width", [360])
def test_what_the_boxes_have_to_say_is_never_folded_away(reader: Reader) -> None:
    reader.go("/maps?lang=en&maps=many&layer=population_change")
    reader.drawn(areas=77)
    why = EN("maps.one_panel", why=EN("maps.one_year"))
    assert reader.page.get_by_text(why).is_visible()
    assert not reader.page.get_by_label(EN("choose.layer"), exact=True).first.is_visible()


def test_on_a_wide_screen_nothing_folds(reader: Reader) -> None:
    reader.go("/?lang=en")
    reader.drawn(areas=77)
    assert reader.page.get_by_label(EN("choose.layer"), exact=True).first.is_visible()
    assert not reader.page.locator(".fold").is_visible()
    assert not reader.page.locator(".st-key-now").is_visible()


@pytest.mark.parametrize("width", [360])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_no_cell_of_the_table_is_cut_on_a_telephone(reader: Reader, lang: str) -> None:
    reader.go(f"/?lang={lang}&level=lao&layer=website_on_record&place=50")
    reader.drawn(level="lao")
    cells = reader.page.locator(".map-table :is(th, td)")
    assert cells.count() > 12
    cut = """(all) => all.filter((cell) => {
        const box = cell.getBoundingClientRect();
        return box.left < 0 || box.right > innerWidth || cell.scrollWidth > cell.clientWidth + 1;
    }).map((cell) => cell.textContent)"""
    assert cells.evaluate_all(cut) == []
