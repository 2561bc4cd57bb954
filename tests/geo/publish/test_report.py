"""The report of an area: two pages at every level in both languages, everything told, nothing read as a command."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pandas as pd
import pytest

import layers
from geo import cards
from geo.labels import label
from geo.measure import measure
from geo.places import places
from geo.publish import report as chapter
from geo.publish import typeset
from geo.publish.chapters import of_whom, readiness, support
from geo.publish.drawings import locator, strip, trend
from geo.publish.report import report
from geo.publish.report_facts import standing
from geo.publish.report_table import lines
from geo.publish.typeset import FontError
from geo.reading import position, shares_apart
from geo.words import LANGUAGES, messages, say, show_number

BASE = "https://atlas.example"
# A province, a district with its own speeds, a khwaeng of Bangkok, bodies with an outline, as a point, over a province.
PLACES = ["50", "5001", "100101", "3120102", "3200408", "2120101"]


def text_of(document: bytes, tmp_path: Path) -> str:
    path = tmp_path / "report.pdf"
    path.write_bytes(document)
    return subprocess.run(["pdftotext", "-raw", str(path), "-"], capture_output=True, check=True).stdout.decode()


def joined(text: str) -> str:
    """Text without the breaks of its lines."""
    return "".join(text.replace("\u00a0", " ").split())


@pytest.mark.parametrize(
    ("code", "lang"),
    [
        *((code, "th") for code in ("50", "5001", "3120102", "2120101")),
        *((code, "en") for code in ("50", "100101", "3200408")),
    ],
)
def test_a_report_is_two_pages_and_tells_every_layer(code: str, lang: str, tmp_path: Path) -> None:
    document = report(code, lang, BASE)
    assert typeset.pages(document) == 2
    text = joined(text_of(document, tmp_path))
    speak = say(lang)
    found = lines(code)
    wanted = [label(code, "th", True), label(code, "en", True), speak("report.sources")]
    wanted += [speak("report.standing")] if standing(found, lang) else []
    wanted += [line.layer.short.of(lang) for line in found]
    wanted += [
        show_number(float(line.measured.values[code]), line.layer.decimals)
        for line in found
        if line.status in ("ok", "inherited") and not line.layer.words
    ]
    used = dict.fromkeys(source for line in found for source in line.layer.source)
    wanted += [cards.card(source).title.of(lang) for source in used]
    wanted += [cards.card(source).licence_told.of(lang) for source in used]
    wanted += [f"{BASE}/area?lang={lang}&mark={code}", speak("file.cite"), speak("report.data_until"), "0.1.0"]
    wanted += [speak(f"status_means.{status}") for status in ("ok", "no_data", "too_few", "inherited")]
    missing = [part for part in wanted if joined(part) not in text]
    assert missing == []
    assert re.findall(r"\{[a-z_]+\}|\bnan\b", text) == []


def test_the_same_data_give_the_same_bytes() -> None:
    assert report("38", "th", BASE) == report("38", "th", BASE)


def test_a_given_day_is_printed_as_the_day_of_making(tmp_path: Path) -> None:
    assert "25พฤศจิกายน2569" in joined(text_of(report("38", "th", BASE, "2026-11-25"), tmp_path))


def test_a_report_is_tagged_and_in_its_language() -> None:
    document = report("38", "th", BASE)
    assert b"/Lang(th)" in document
    assert b"/StructTreeRoot" in document
    assert b"pdfuaid:part" in document


def test_a_report_of_the_country_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="Thailand has no report"):
        report("TH", "en", BASE)
    with pytest.raises(ValueError, match="no province '99'"):
        report("99", "en", BASE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_without_a_thai_font_the_package_is_named(lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "families", lambda: frozenset({"Noto Sans", "Libertinus Serif"}))
    with pytest.raises(FontError, match="fonts-noto-core"):
        report("50", lang, BASE)


def test_a_name_that_looks_like_a_command_is_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nasty = '#strong[x] $y$ \\ * _ <b> @z = "q" ] } //'
    monkeypatch.setattr(chapter, "own_name", lambda code, lang: nasty)
    chapter_told = {"title": nasty, "items": [{"head": nasty, "text": nasty}], "note": nasty}
    monkeypatch.setattr(chapter, "CHAPTERS", [lambda code, lang: chapter_told])
    text = joined(text_of(report("50", "en", BASE), tmp_path))
    assert text.count(joined(nasty)) >= 4


def test_no_place_is_told_without_its_range_and_none_without_a_value() -> None:
    for line in lines("50"):
        if line.place:
            first, last, count = line.place
            assert 1 <= first <= last <= count
            assert line.status == "ok"
            assert line.layer.better != "neither"


def test_shares_of_people_behind_and_ahead_by_hand() -> None:
    # Three areas of 100, 300 and 600 people with 1, 2 and 3: in front of the middle one live 600 of 1,000, behind 100.
    measured = measure("fixed_download", "province", "2025-Q4")
    index = pd.Index(["10", "11", "12"])
    small = type(measured)(
        **{
            **vars(measured),
            "values": pd.Series([1.0, 2.0, 3.0], index=index),
            "status": pd.Series("ok", index=index),
            "low": pd.Series(float("nan"), index=index),
            "high": pd.Series(float("nan"), index=index),
            "people": pd.Series([100.0, 300.0, 600.0], index=index),
        }
    )
    assert shares_apart(small, "11", index) == (0.1, 0.6)
    assert shares_apart(small, "12", index) == (0.4, 0.0)
    assert position(small, "11", index) == (2, 2, 3)


def test_standing_names_only_what_is_clearly_apart() -> None:
    for code in PLACES:
        for index in standing(lines(code), "en"):
            named = [percent for item in index["items"] for percent in re.findall(r"\((\d+)\u00a0%\)", item["text"])]
            assert all(int(percent) >= 80 for percent in named)


def test_the_dot_stands_on_the_better_side() -> None:
    def dot(drawing: bytes) -> float:
        return float(re.findall(rb'circle cx="([\d.]+)"', drawing)[0])

    assert dot(strip([1, 2, 3], 3, None, "higher")) > dot(strip([1, 2, 3], 1, None, "higher"))
    assert dot(strip([1, 2, 3], 3, None, "lower")) < dot(strip([1, 2, 3], 1, None, "lower"))
    assert dot(strip([2, 2, 2], 2, 2.0, "higher")) == 50


def test_a_trend_goes_up_when_values_grow() -> None:
    points = re.findall(rb"([\d.]+),([\d.]+)", trend([1.0, 2.0, 3.0]))
    heights = [float(y) for _, y in points]
    assert heights == sorted(heights, reverse=True)


@pytest.mark.parametrize("code", PLACES)
def test_the_place_is_marked_where_it_lies(code: str) -> None:
    for drawing in locator(code):
        assert b"#d55e00" in drawing
        assert b"<text" not in drawing
        assert b"nan" not in drawing.lower()
    assert len(locator(code)[0]) < 120_000


def test_every_report_key_is_said_in_both_languages() -> None:
    keys = [f"report.dimension_{layer.dimension}" for layer in layers.declared().values()]
    keys += [f"report.index_{layer.index}" for layer in layers.declared().values()]
    assert [key for key in keys for lang in LANGUAGES if key not in messages(lang)] == []


def test_what_a_report_says_is_not_more_than_json_can_hold() -> None:
    told, _ = chapter._told("50", "th", BASE, "")
    assert json.loads(json.dumps(told)) == told
    assert len(told["tables"][0]["groups"]) >= 5
    assert places("province").at["50", "name_th"] in told["title"]


def test_a_report_says_of_whom_it_reasons() -> None:
    assert [of_whom(code) for code in ("50", "5001", "500101", "3120102")] == ["50", "5001", "5001", "1201"]
    told = readiness("500101", "en")
    assert told is not None
    assert "Mueang Chiang Mai District" in told["title"]
    assert "Internet" in [item["head"] for item in told["items"]]
    advice = support("50", "en")
    assert advice is not None
    assert "**" not in advice["paragraphs"][0]
    assert advice["note"] == say("en")("report.support_note")
