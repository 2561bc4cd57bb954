"""The map's own choices in a real browser: classes, a lock, finding an area, outlines on top, the file for print."""

from __future__ import annotations

import json
import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from geo.places import places
from geo.words import say
from tests.browser.conftest import Reader
from tests.browser.test_dashboard import address_holds, choose

pytestmark = pytest.mark.browser
EN = say("en")


def labels(reader: Reader) -> list[str]:
    return list(reader.page.locator(".atlas-rows tr:not(.atlas-state) th[scope=row]").all_inner_texts())


def legend_says(reader: Reader, text: str) -> None:
    reader.page.locator(".atlas-legend").get_by_text(text).first.wait_for()


def test_other_classes_repaint_the_map_in_place(reader: Reader) -> None:
    reader.go("/?lang=en&layer=density")
    reader.drawn(areas=77, layer="density")
    values, shapes = reader.probe("values"), reader.fetched("/atlas/province.")
    reader.page.evaluate("() => { window.kept = document.querySelector('[data-testid=atlas-map]'); }")
    reader.page.get_by_role("button", name=EN("legend.choose")).click()
    choose(reader, EN("legend.method"), EN("legend.natural"))
    legend_says(reader, "Natural breaks, up to 5 classes")
    reader.page.get_by_role("radio", name="7").or_(reader.page.get_by_role("button", name="7", exact=True)).click()
    legend_says(reader, "Natural breaks, up to 7 classes")
    reader.still()
    assert len(labels(reader)) == 7
    assert reader.probe("values") != values
    assert reader.fetched("/atlas/province.") == shapes, "shapes are not fetched again"
    assert reader.page.evaluate("() => window.kept === document.querySelector('[data-testid=atlas-map]')")
    address_holds(reader, method="natural", classes="7")


def test_a_locked_legend_stays_when_the_year_changes(reader: Reader) -> None:
    reader.go("/?lang=en&layer=gpp_per_person&year=2016")
    reader.drawn(areas=77, layer="gpp_per_person")
    reader.page.get_by_role("button", name=EN("legend.choose")).click()
    reader.page.get_by_text(EN("legend.lock"), exact=True).click()
    legend_says(reader, EN("legend.how_lock"))
    reader.page.keyboard.press("Escape")
    locked, values = labels(reader), reader.probe("values")
    choose(reader, EN("choose.year"), "2020")
    reader.until("(before) => Atlas.probe().values !== before", values)
    reader.still()
    assert labels(reader) == locked


def test_an_area_is_found_with_a_typing_error_and_marked(reader: Reader) -> None:
    reader.go("/?lang=en&layer=density")
    reader.drawn(areas=77)
    box = reader.page.get_by_role("textbox", name=EN("choose.find"))
    box.fill("Chang Mia")
    box.press("Enter")
    reader.page.get_by_role("button", name="Chiang Mai", exact=True).click()
    reader.until("() => Atlas.probe().selected === '50'")
    address_holds(reader, mark="50")


def test_a_marked_subdistrict_shows_the_authorities_over_it(reader: Reader) -> None:
    reader.go("/?lang=en&layer=density&level=subdistrict&place=5001&mark=500101")
    reader.drawn(level="subdistrict")
    reader.until("() => +document.querySelector('[data-testid=atlas]').dataset.over === 1")
    legend_says(reader, EN("map_page.laos"))
    reader.page.get_by_text(EN("map_page.laos_of", place="Si Phum")).wait_for()


def test_the_file_for_print_shows_each_area_in_the_colour_of_the_screen(reader: Reader, tmp_path: Path) -> None:
    reader.go("/?lang=en&layer=density")
    reader.drawn(areas=77, layer="density")
    with reader.page.expect_download() as coming:
        reader.page.get_by_role("button", name=EN("map_page.svg_light"), exact=True).click()
    file = tmp_path / coming.value.suggested_filename
    coming.value.save_as(file)
    assert file.name == "density-province-2021.svg"
    root = ElementTree.fromstring(file.read_bytes())
    fills = {str(area.get("data-code")): str(area.get("fill")) for area in root.iter() if area.get("data-code")}
    assert set(fills) == set(places("province").index)
    seen = reader.page.evaluate("(codes) => codes.map((code) => Atlas.probe().colourAt(code).slice(0, 3))", list(fills))
    for (code, fill), colour in zip(fills.items(), seen, strict=True):
        wanted = [int(fill[at : at + 2], 16) for at in (1, 3, 5)]
        assert max(abs(a - b) for a, b in zip(wanted, colour, strict=True)) <= 1, code
    said = " ".join("".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text"))
    for part in (
        "Population density",
        "2021",
        "Licence:",
        "Royal Thai Survey Department",
        f"{reader.base}/?lang=en&layer=density",
    ):
        assert part in re.sub(r"\s+", " ", said)


def test_a_reader_s_own_areas_are_drawn_and_joined(reader: Reader, tmp_path: Path) -> None:
    file = tmp_path / "mine.geojson"
    ring = [[98.5, 18.5], [99.5, 18.5], [99.5, 19.5], [98.5, 19.5], [98.5, 18.5]]
    shape = {"type": "Polygon", "coordinates": [ring]}
    file.write_text(json.dumps({"type": "Feature", "properties": {"name": "My <b>basin</b>"}, "geometry": shape}))
    reader.go("/?lang=en&layer=density")
    reader.drawn(areas=77)
    reader.page.get_by_role("button", name=EN("map_page.options")).click()
    reader.page.locator("input[type=file]").set_input_files(file)
    reader.until("() => +document.querySelector('[data-testid=atlas]').dataset.over === 1")
    reader.page.get_by_text(EN("own.lead", places=EN("levels.subdistrict"))).wait_for()
    assert "b" not in [
        tag.lower() for tag in reader.page.locator(".atlas *").evaluate_all("(all) => all.map((e) => e.tagName)")
    ]
    wrong = tmp_path / "wrong.geojson"
    wrong.write_text("not areas")
    reader.page.locator("input[type=file]").set_input_files(wrong)
    reader.page.get_by_text(EN("own.no_geojson")).wait_for()


def test_the_language_may_be_changed_back_and_forth_and_every_choice_stays(reader: Reader) -> None:
    def to_and_fro(*langs: str) -> None:
        title = reader.page.locator("[data-testid=stMainBlockContainer] h3")
        for lang in langs:
            reader.until("() => document.querySelector('[data-test-script-state=notRunning]')")
            reader.page.get_by_text({"th": "ไทย", "en": "English"}[lang], exact=True).first.click()
            title.get_by_text(say(lang)("app.title")).wait_for()
            assert reader.page.locator("[data-testid=stAlertContentError]").all_inner_texts() == []

    reader.go("/compare?areas=30,50")
    to_and_fro("en", "th", "en")
    address_holds(reader, lang="en", areas="30,50")
    reader.go("/?lang=en&order=name")
    reader.drawn(areas=77)
    reader.page.get_by_role("button", name=EN("legend.choose")).click()
    choose(reader, EN("legend.method"), EN("legend.natural"))
    legend_says(reader, EN("legend.natural"))
    reader.page.get_by_text(EN("legend.lock"), exact=True).click()
    legend_says(reader, EN("legend.how_lock"))
    reader.page.keyboard.press("Escape")
    to_and_fro("th", "en", "th", "en")
    reader.still()
    legend_says(reader, EN("legend.how_lock"))
    address_holds(reader, lang="en", method="natural", order="name")


def test_thousands_of_points_do_not_hide_one_another(reader: Reader) -> None:
    # An authority without an outline is a dot: large enough to point at in a province, a speck in the country.
    radius = "() => document.querySelector('[data-testid=atlas]').parentElement.atlas.areas.radius"
    reader.go("/?lang=en&layer=website_on_record&level=lao")
    reader.drawn(level="lao")
    assert reader.page.evaluate(radius) <= 2
    reader.go("/?lang=en&layer=website_on_record&level=lao&place=50")
    reader.drawn(level="lao")
    assert reader.page.evaluate(radius) == 5


def test_arrows_reach_authorities_at_the_very_same_spot_and_dots_beside_shapes(reader: Reader) -> None:
    reader.go("/?lang=en&layer=website_on_record&level=lao")
    reader.drawn(level="lao")
    passed_by = reader.page.evaluate(
        """() => {
            const state = document.querySelector('[data-testid=atlas]').parentElement.atlas, shapes = state.geometry;
            const seen = new Set([0]), next = [0], skip = (i) => state.data.values[i] === '.';
            while (next.length) {
                const from = next.pop();
                for (const [x, y] of [[0, -1], [0, 1], [-1, 0], [1, 0]]) {
                    const to = shapes.towards(from, x, y, skip);
                    if (to >= 0 && !seen.has(to)) { seen.add(to); next.push(to); }
                }
            }
            return shapes.ids.filter((_, i) => !skip(i) && !seen.has(i)).length;
        }"""
    )
    # 80 of 7,774 were passed by; the one left is reached with Page Down.
    assert passed_by <= 1
