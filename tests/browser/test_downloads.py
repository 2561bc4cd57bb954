"""Files as a reader gets them: chosen, saved, opened, in a real browser with the network shut off."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import geopandas as gpd
import pandas as pd
import pytest

from geo.places import offices, places
from geo.words import say
from tests.browser.boards import all_drawn
from tests.browser.conftest import Reader

pytestmark = pytest.mark.browser
EN = say("en")
NAMES = ("CSV", "Excel (XLSX)", "GeoJSON", "GeoParquet", "PNG", "PDF")


def opened(reader: Reader, address: str) -> None:
    """Open a screen and its choice of files."""
    reader.go(address)
    reader.page.get_by_role("button", name=EN("download.open"), exact=True).click()
    reader.page.get_by_text(EN("download.kind")).wait_for()


def saved(reader: Reader, name: str, folder: Path) -> Path:
    """Choose a kind of file and save it."""
    box = reader.page.get_by_test_id("stPopoverBody")
    box.get_by_text(name, exact=True).click()
    button = box.get_by_role("button", name=EN("download.save", name=name), exact=True)
    with reader.page.expect_download() as coming:
        button.click()
    path = folder / coming.value.suggested_filename
    coming.value.save_as(path)
    return path


def test_every_kind_of_file_of_the_map_is_saved_and_holds_the_office(reader: Reader, tmp_path: Path) -> None:
    opened(reader, "/?lang=en&office=west&layer=fixed_download")
    files = {name: saved(reader, name, tmp_path) for name in NAMES}
    inside = sorted(offices()["west"].provinces)
    assert sorted(pd.read_csv(files["CSV"], dtype=str)["code"]) == inside
    assert sorted(pd.read_excel(files["Excel (XLSX)"], dtype=str)["code"]) == inside
    assert sorted(gpd.read_file(files["GeoJSON"])["code"]) == inside
    assert sorted(gpd.read_parquet(files["GeoParquet"])["code"]) == inside
    assert files["PNG"].read_bytes().startswith(b"\x89PNG")
    assert files["PDF"].read_bytes().startswith(b"%PDF")
    address = pd.read_csv(files["CSV"], dtype=str)["address"].iloc[0]
    assert address.startswith(reader.base + "/?")
    assert "office=west" in address


@pytest.mark.parametrize("width", [390])
def test_on_a_phone_an_area_gives_its_figures_and_its_report(reader: Reader, tmp_path: Path) -> None:
    opened(reader, "/area?lang=en&mark=77")
    table = pd.read_csv(saved(reader, "CSV", tmp_path), dtype=str)
    assert {"77", "TH"} <= set(table["code"])
    reader.page.keyboard.press("Escape")
    with reader.page.expect_download() as coming:
        reader.page.get_by_role("button", name=EN("download.report")).click()
    coming.value.save_as(tmp_path / "report.pdf")
    assert coming.value.suggested_filename == "report-77-en.pdf"
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    assert places("province").at["77", "name_en"] == "Prachuap Khiri Khan"
    assert reader.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_two_maps_leave_on_one_sheet_and_a_ranking_with_its_outlines(reader: Reader, tmp_path: Path) -> None:
    reader.go("/maps?lang=en&maps=side&layer=fixed_download&layer2=fixed_upload")
    all_drawn(reader, 2)
    reader.page.get_by_role("button", name=EN("download.map")).click()
    drawn = {name: saved(reader, name, tmp_path) for name in ("SVG", "PDF")}
    root = ElementTree.fromstring(drawn["SVG"].read_bytes())
    codes = [element.get("data-code") for element in root.iter() if element.get("data-code")]
    assert sorted(codes) == sorted([*places("province").index] * 2)
    assert drawn["PDF"].read_bytes().startswith(b"%PDF")
    reader.go("/readiness?lang=en&heading=economy&office=west")
    reader.drawn(areas=77)
    reader.page.get_by_role("button", name=EN("download.ranking", count=5)).click()
    table = gpd.read_file(saved(reader, "GeoJSON", tmp_path))
    assert sorted(table["code"]) == sorted(offices()["west"].provinces)
    assert table["score"].notna().all()
