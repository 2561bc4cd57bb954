"""Readiness, support, sources and method as pages: the numbers of the screens, each with its range and its author."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from functools import lru_cache

import pandas as pd
import pytest
from bs4 import BeautifulSoup, Tag

import layers
from geo import cards
from geo.publish.site import method, opening, ready, sources, support
from geo.publish.site.front import shared
from geo.publish.site.page import Page, render
from geo.publish.site.plan import Plan
from geo.publish.site.ready_files import readiness_path, support_path
from geo.readiness import assess
from geo.readiness import method as declared
from geo.scored import rank_text, score_text
from geo.standing import standing
from geo.support.reasoning import reason
from geo.words import Text, say

# Nan and Bangkok: one that lags, and one whose capacity is compared with nobody's.
PLAN = Plan("10,55")
EN = say("en")
CHAPTERS = (ready, support, sources, method)
Files = dict[str, bytes]


def made(plan: Plan) -> Files:
    """All files of the four chapters, pages as HTML."""
    files = {}
    for chapter in CHAPTERS:
        for job in chapter.jobs(plan):
            for path, content in job.make(*job.about):
                files[path] = render(content, path, plan, shared()).encode() if isinstance(content, Page) else content
    return files


@pytest.fixture(scope="module", autouse=True)
def nothing_wrong_in_the_data() -> Iterator[None]:
    """Looking for faults reads every layer at every level, which other tests do."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sources, "_faults", list)
        yield


@pytest.fixture(scope="module")
def whole() -> Files:
    """With every source confirmed."""
    with cards.confirming(cards.source_ids()):
        asks = tuple(source for source, card in cards.cards().items() if card.may_redistribute == "ask")
        return made(Plan("10,55", confirmed=asks))


@pytest.fixture(scope="module")
def bare() -> Files:
    """With no source confirmed: neither people nor most layers are known."""
    with cards.confirming([]):
        return made(PLAN)


@lru_cache(maxsize=32)
def parsed(content: bytes) -> BeautifulSoup:
    return BeautifulSoup(content.decode(), "html.parser")


def page(files: Files, path: str) -> BeautifulSoup:
    return parsed(files[path])


def table(soup: BeautifulSoup | Tag, caption: str) -> list[list[str]]:
    """The rows of the table whose caption begins so."""
    found = next(t for t in soup.find_all("table") if t.caption and t.caption.get_text().startswith(caption))
    return [[cell.get_text(" ", strip=True) for cell in row.find_all(["th", "td"])] for row in found.find_all("tr")]


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def text(soup: BeautifulSoup) -> str:
    return " ".join(soup.main.get_text(" ").split()) if soup.main else ""


def test_scores_and_ranks_of_all_indices_are_those_of_the_dashboard_with_their_ranges(whole: Files) -> None:
    soup = page(whole, "en/readiness.html")
    for index in declared().indices:
        found = assess(index.id, "province")
        expected = standing(found, index.id, pd.Index(PLAN.provinces))
        section = soup.find(id=index.id).find_parent("section")
        shown = {row[0]: row[1:] for row in table(section, "Scores of 100")[1:]}
        assert set(shown) == {"Bangkok", "Nan"}
        for name, code in (("Bangkok", "10"), ("Nan", "55")):
            row = expected.loc[code]
            if row["status"] != "ok":
                assert shown[name][0] == EN("readiness.not_enough")
                continue
            assert shown[name][0] == score_text(row["score"], row["low_score"], row["high_score"], EN)
            assert shown[name][1] == rank_text(row["rank"], row["low"], row["high"], EN)


def test_no_rank_stands_without_its_range(whole: Files) -> None:
    for lang in ("th", "en"):
        soup = page(whole, f"{lang}/readiness.html")
        ranks = [row[2] for t in soup.find_all("table", attrs={"data-sort": True}) for row in table(t.parent, "")[1:]]
        told = [rank for rank in ranks if re.match(r"\d", rank)]
        assert told
        assert all(re.fullmatch(r"\d+ \(\d+–\d+\)", rank) for rank in told if not rank.endswith("%"))


def test_a_map_draws_each_province_once_and_counts_as_its_legend_does(whole: Files) -> None:
    soup = page(whole, "en/readiness.html")
    outlines = {path["id"] for path in soup.select("svg.shapes path[id^=s]")}
    assert len(outlines) == 77
    for figure in soup.select("figure.still"):
        drawn = figure.select(".still-map use[href^='#s']")
        assert {use["href"] for use in drawn} == {f"#{name}" for name in outlines}
        inside = [use for use in drawn if "outside" not in use.get("class", [])]
        counted = [int(row.find_all("td")[0].get_text()) for row in figure.select("tbody tr")]
        assert len(inside) == sum(counted) == 2


def test_every_weight_and_goalpost_names_its_author(whole: Files) -> None:
    for tree in page(whole, "en/readiness.html").select("table.tree"):
        for row in tree.select("tbody tr"):
            assert row.find_all("td")[-1].get_text(strip=True)
    parts = page(whole, "en/readiness.html").select("table.tree tbody tr:not(.group)")
    assert len(parts) == sum(len(index.layers) for index in declared().indices)


def test_what_authorities_say_stands_beside_what_is_measured_with_its_page(whole: Files, bare: Files) -> None:
    told = table(page(whole, "en/readiness.html"), EN("edition_ready.said"))[1:]
    assert [where for statement, where, _, _ in told if "40.35" in statement] == ["49"]
    assert all(re.fullmatch(r"\d+(, \d+)*", where) for _, where, _, _ in told)
    assert page(bare, "en/readiness.html").find(id="said") is None


def test_the_file_of_scores_tells_source_terms_version_and_address_in_each_row(whole: Files) -> None:
    rows = rows_of(whole[readiness_path("en")])
    assert {row["code"] for row in rows} == {"10", "55"}
    assert all(row["source"] and row["licence"] and row["attribution"] and row["method_version"] for row in rows)
    assert {row["address"] for row in rows} == {"en/readiness.html"}
    found = assess("provision", "province").ranges()
    own = next(row for row in rows if row["code"] == "55" and row["layer"] == "provision-provision")
    assert float(own["rank"]) == found.at["55", "rank"]
    assert (float(own["rank_low"]), float(own["rank_high"])) == (found.at["55", "low"], found.at["55", "high"])


def test_support_tells_gap_reason_tier_and_next_step_of_every_province(whole: Files) -> None:
    found = reason("province")
    rows = {row[0]: row[1:] for row in table(page(whole, "en/support.html"), EN("edition_support.who_caption"))[1:]}
    assert set(rows) == {"Bangkok", "Nan"}
    gap, people, why, tier, step = rows["Nan"]
    assert float(gap) == pytest.approx(found.gap["55"], abs=0.05)
    assert people == f"{found.people['55']:,.0f}"
    assert tier == EN("support_tier." + str(found.advice.table.at["55", "tier"]).replace(" ", "_"))
    assert "of 50" in why
    assert step


def test_every_choice_behind_the_advice_names_who_made_it(whole: Files) -> None:
    soup = page(whole, "th/support.html")
    choices = soup.find(id="choices").find_parent("section")
    assert len(choices.select("tbody tr")) > 20
    assert all(row.find_all("td")[-1].get_text(strip=True) for row in choices.select("tbody tr"))


def test_the_priority_list_holds_codes_as_text_and_all_that_was_chosen(whole: Files) -> None:
    rows = rows_of(whole[support_path("en")])
    assert sorted(row["code"] for row in rows) == ["10", "55"]
    for row in rows:
        assert EN("choose.task") in row["choices"]
        assert row["licence"]
        assert row["attribution"]
        assert row["address"] == "en/support.html"


def test_a_place_with_a_page_is_linked_to_it(whole: Files) -> None:
    for name in ("readiness", "support"):
        links = {link["href"] for link in page(whole, f"th/{name}.html").select("main a[href]")}
        assert {"province/10.html", "province/55.html"} <= links


def test_links_within_these_pages_lead_somewhere(whole: Files, bare: Files) -> None:
    for files in (whole, bare):
        for path in (path for path in files if path.endswith(".html")):
            soup = page(files, path)
            anchors = [link["href"][1:] for link in soup.select("main a[href^='#']")]
            assert anchors
            assert [name for name in anchors if soup.find(id=name) is None] == []


def test_each_source_of_the_edition_can_be_found_with_terms_files_and_limits(whole: Files) -> None:
    soup = page(whole, "en/sources.html")
    for source, card in cards.cards().items():
        told = soup.find(id=source).get_text(" ")
        for part in (card.title.en, card.publisher.en, card.licence, card.attribution, card.caveat.en):
            assert " ".join(part.split()) in " ".join(told.split())
        assert all(checksum in told for checksum in card.files.values())
    assert EN("edition_sources.is_confirmed") in text(soup)
    assert "none is left out" in text(soup)


def test_every_title_bears_the_name_of_the_atlas_once(whole: Files) -> None:
    plan = Plan("10,55")
    first = dict(given for job in opening.jobs(plan) for given in job.make(*job.about))["index.html"]
    assert isinstance(first, Page)
    files = {**whole, "index.html": render(first, "index.html", plan, shared()).encode()}
    for path, content in files.items():
        if path.endswith(".html"):
            parts = parsed(content).title.get_text().split(" · ")
            assert parts[-1] == say(parsed(content).html["lang"])("app.title")
            assert len(parts) == len(set(parts)), path


def test_a_fault_in_the_data_stands_on_the_page_in_its_language() -> None:
    fault = ("density", Text("ค่าผิด", "a value is wrong"))
    for lang, told in (("th", "ค่าผิด"), ("en", "a value is wrong")):
        shown = sources.page(PLAN, lang, [fault])
        assert render(shown, f"{lang}/sources.html", PLAN, shared()).count(told) == 1


def test_what_is_left_out_is_named_with_whose_permission_it_waits_for(bare: Files) -> None:
    soup = page(bare, "en/sources.html")
    with cards.confirming([]):
        gone = layers.left_out()
        waiting = [source for source in cards.source_ids() if not cards.allowed(source)]
    listed = soup.find(id="left-out").find_parent("section")
    told = listed.ul.get_text(" ")
    assert gone
    assert all(layer.title.en in told for layer, _ in gone.values())
    assert all(listed.find("article", id=source) for source in waiting)


def test_without_permissions_pages_read_well_and_no_number_is_made_up(bare: Files) -> None:
    for path, content in bare.items():
        if path.endswith(".html"):
            words = re.findall(r"\b(?:nan|NaN|inf)\b|<NA>", text(page(bare, path)))
            assert words == []
        else:
            assert not re.search(rb"(^|,)(nan|<NA>|inf)(,|\r)", content)
    ranked = page(bare, "en/readiness.html")
    assert EN("edition_ready.none_sure") in text(ranked)
    assert ranked.select("figure.still")
    assert EN("edition_support.no_people") in text(page(bare, "en/support.html"))


def test_no_score_is_credited_to_a_source_that_is_left_out(bare: Files) -> None:
    with cards.confirming([]):
        waiting = {source for source in cards.source_ids() if not cards.allowed(source)}
    for row in rows_of(bare[readiness_path("en")]):
        assert not waiting & set(row["source"].split("; "))


def test_the_method_names_the_source_of_each_formula_and_every_status(whole: Files) -> None:
    for lang in ("th", "en"):
        soup = page(whole, f"{lang}/method.html")
        formulas = [row for row in soup.select("table tbody tr") if row.select(".formula")]
        assert len(formulas) == sum(map(len, method.FORMULAS.values()))
        assert all(row.find_all("td")[-1].get_text(strip=True) for row in formulas)
        assert say(lang)("status_means.too_few") in text(soup)
        assert cards.card("kpi_survey").attribution in text(soup)


def test_the_same_data_give_the_same_files(whole: Files) -> None:
    with cards.confirming(cards.source_ids()):
        asks = tuple(source for source, card in cards.cards().items() if card.may_redistribute == "ask")
        assert made(Plan("10,55", confirmed=asks)) == whole
