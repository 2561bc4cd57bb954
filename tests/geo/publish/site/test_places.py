"""Pages of places: the same figures as everywhere in the atlas, and honest about what is missing."""

from __future__ import annotations

import csv
import io
import posixpath
import re
from itertools import pairwise

import pandas as pd
import pytest
from bs4 import BeautifulSoup, Tag

import layers
from geo import cards
from geo.changes import changed
from geo.labels import label
from geo.measure import latest, measure
from geo.places import children, places
from geo.publish import typeset
from geo.publish.report_table import lines, place_told
from geo.publish.site import areas, national
from geo.publish.site.front import shared
from geo.publish.site.page import Page, render
from geo.publish.site.plan import Plan
from geo.publish.site.scored import INDEX, span, span_of
from geo.readiness import assess
from geo.reading import value_text
from geo.words import LANGUAGES, say, show_number

ASKED = tuple(source for source in cards.source_ids() if cards.card(source).may_redistribute == "ask")
PLAN = Plan("38", LANGUAGES, confirmed=ASKED)
WITH_DISTRICTS = Plan("10,20", ("en",), districts=True, confirmed=ASKED)
Files = dict[str, str | bytes]


def made(plan: Plan, *codes: str) -> Files:
    """Files of some areas, or of all that the chapter makes of a plan."""
    jobs = [(areas._pages, (plan, codes))] if codes else [*national.jobs(plan), *areas.jobs(plan)]
    found: Files = {}
    for make, about in jobs:
        for path, content in make(*about):
            found[path] = render(content, path, plan, shared()) if isinstance(content, Page) else content
    return found


def soup(files: Files, path: str) -> BeautifulSoup:
    return BeautifulSoup(str(files[path]), "html.parser")


def sheet(page: BeautifulSoup) -> dict[str, list[str]]:
    """Cells of the sheet by the layer that its heading leads to."""
    rows = {}
    for head in page.select("table.sheet th[scope=row]"):
        row, link = head.parent, head.find("a")
        assert row is not None
        assert isinstance(link, Tag)
        layer = posixpath.basename(str(link["href"])).removesuffix(".html")
        rows[layer] = [cell.get_text(" ", strip=True) for cell in row.find_all("td")]
    return rows


@pytest.fixture(scope="module")
def whole() -> Files:
    return made(PLAN)


@pytest.fixture(scope="module")
def free() -> Files:
    with cards.confirming([]):
        return made(Plan("38", ("en",)))


@pytest.fixture(scope="module")
def districts() -> Files:
    return made(WITH_DISTRICTS, "1001", "2004")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_sheet_tells_every_layer_with_the_value_that_the_atlas_shows(whole: Files, lang: str) -> None:
    told, speak = sheet(soup(whole, f"{lang}/province/38.html")), say(lang)
    own = {line.layer.id: line for line in lines("38")}
    assert list(told)
    assert set(told) == set(own)
    for layer, cells in told.items():
        line = own[layer]
        if line.status in ("ok", "inherited"):
            assert cells[0] == value_text(line.measured, "38", lang, speak, unit=False, told=False)
        else:
            assert cells[0] == speak("edition_place.not_told")
        assert cells[1] == speak(f"status.{line.status.replace(' ', '_')}")
        assert cells[4] == place_told(line.place, speak)


def test_pages_lead_only_to_what_an_edition_holds(whole: Files) -> None:
    elsewhere = re.compile(r"(th|en)/(map|compare|equity|readiness|support|layers|sources|method|data|layer/\w+)\.html")
    for path in (name for name in whole if name.endswith(".html")):
        page = soup(whole, path)
        ids = {str(tag["id"]) for tag in page.select("[id]")}
        assert len(ids) == len(page.select("[id]"))
        for link in page.select("a[href]"):
            target, _, mark = str(link["href"]).partition("#")
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), target)) if target else path
            assert there in whole or elsewhere.fullmatch(there), f"{path} leads to {there}"
            assert target or mark in ids, f"{path} leads to #{mark}"


def test_headings_go_down_in_order_and_tables_have_captions(whole: Files, districts: Files) -> None:
    for path, content in (whole | districts).items():
        if path.endswith(".html"):
            page = BeautifulSoup(str(content), "html.parser")
            levels = [int(tag.name[1]) for tag in page.select("h1, h2, h3, h4")]
            assert levels[0] == 1
            assert levels.count(1) == 1
            assert all(after - before <= 1 for before, after in pairwise(levels))
            assert all(table.find("caption") for table in page.select("table"))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_table_beside_a_sheet_says_the_same(whole: Files, lang: str) -> None:
    content = whole[f"data/area/38.{lang}.csv"]
    assert isinstance(content, bytes)
    rows = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    told = {
        row["layer"]: row for row in rows if row["code"] == "38" and row["period"] == latest(row["layer"], "province")
    }
    for line in lines("38"):
        row = told[line.layer.id]
        assert row["status"] == line.status
        assert row["value"] == "" if line.status not in ("ok", "inherited") else float(row["value"]) == line.value
    # What is alike in all rows of a layer stands in its first.
    first = {row["layer"]: row for row in reversed(rows)}
    assert {row["address"] for row in first.values()} == {f"{lang}/province/38.html"}
    assert all(row["licence"] and row["attribution"] for row in first.values())
    assert whole[f"data/area/38.{lang}.xlsx"][:2] == b"PK"


def test_nothing_is_told_that_may_not_be_passed_on(free: Files) -> None:
    page = soup(free, "en/index.html")
    with cards.confirming([]):
        gone = [layer.title.en for layer, _ in layers.left_out().values()]
    listed = [head.get_text(strip=True) for head in page.select("#left-out tbody th")]
    assert listed == gone
    for path, content in free.items():
        if path.endswith((".html", ".csv")):
            text = content if isinstance(content, str) else content.decode("utf-8-sig")
            assert not re.search(r"\bnan\b", BeautifulSoup(text, "html.parser").get_text() if "<" in text else text)
    # Two of six headings are left: who is far behind in these is not called first in need of support.
    glance = soup(free, "en/index.html").select_one("#glance").find_parent().get_text(" ")
    assert "Only 2 of 6 headings are known here (Internet, Economy)" in glance
    assert "Support is first suggested" not in glance
    assert "One province, 13 layers" in page.get_text()
    province = soup(free, "en/province/38.html")
    assert "Only 2 of 6 headings" in province.select_one("#support").get_text(" ")
    assert say("en")("report.people") not in province.get_text()
    assert len(sheet(province)) == len(layers.declared()) - len(gone)


def test_a_rank_never_stands_without_its_range(whole: Files) -> None:
    found = assess(INDEX, "province")
    row = found.ranges(INDEX).loc["38"]
    glance = soup(whole, "en/index.html").select_one("#glance")
    page = soup(whole, "en/province/38.html").select_one("#readiness")
    assert glance is not None
    assert page is not None
    ranks = span_of(float(row["low"]), float(row["high"]))
    score = span(float(found.scores.at["38", INDEX]), float(row["low_score"]), float(row["high_score"]))
    assert "–" in ranks
    assert ranks in page.get_text()
    assert score in page.get_text()


def test_a_district_tells_its_subdistricts_and_local_authorities(districts: Files) -> None:
    page, parts = soup(districts, "en/district/2004.html"), children("2004")
    rows = page.select("#inside tbody tr")
    assert len(rows) == len(parts)
    density = measure("density", "subdistrict")
    at = [str(head.contents[0]).strip() for head in page.select("#inside thead th")].index(density.layer.short.en)
    shown = [row.find_all(["th", "td"])[at].get_text(strip=True) for row in rows]
    assert shown == [show_number(float(density.values[code]), density.layer.decimals) for code in parts]
    bodies = [head.get_text(strip=True) for head in page.select("#bodies tbody th")]
    assert len(bodies) == len(children("2004", "lao"))
    assert "Pattaya" in " ".join(bodies)
    # Districts of Bangkok have no authority of their own.
    assert not soup(districts, "en/district/1001.html").select("#bodies")


def test_an_older_boundary_is_told() -> None:
    code = next(iter(changed("district")))
    plan = Plan(code[:2], ("en",), districts=True, confirmed=ASKED)
    warn = soup(made(plan, code), f"en/district/{code}.html").select_one(".warn")
    assert warn is not None
    assert warn.get_text(strip=True) == changed("district")[code].en


def test_a_page_bears_both_names_and_leads_to_its_neighbours(districts: Files) -> None:
    page = soup(districts, "en/district/2004.html")
    other = page.select_one(".other")
    assert page.h1 is not None
    assert other is not None
    assert page.h1.get_text(strip=True) in label("2004", "en", full=True)
    assert other.get_text(strip=True) == label("2004", "th", full=True)
    beside = [posixpath.basename(str(link["href"])) for link in page.select(".beside a")]
    assert beside == ["2003.html", "2005.html"]


def test_the_same_edition_has_the_same_bytes(whole: Files) -> None:
    again = made(PLAN, "38")
    assert again == {path: whole[path] for path in again}


def test_without_a_thai_font_no_page_is_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "families", lambda: frozenset({"Noto Sans"}))
    with pytest.raises(typeset.FontError, match=typeset.PACKAGE):
        list(areas.jobs(Plan("38", reports=True)))


def test_people_of_every_province_are_listed(whole: Files) -> None:
    listed = soup(whole, "en/index.html").select("#regions li")
    assert [item.a.get_text() for item in listed if item.a] == [label("38", "en")]
    people = places("province")["people"]["38"]
    assert pd.notna(people)
    assert show_number(float(people)) in listed[0].get_text()
