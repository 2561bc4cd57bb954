"""What screens compute leaves them as files: read back, every row joins to its place and says what the screen said."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace
from functools import lru_cache

import numpy as np
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from geo import cards
from geo.fairness.by_place import by_place
from geo.fairness.field import field, income_rank
from geo.fairness.shares import fair_share
from geo.fairness.standards import line, shortfall
from geo.fairness.takeaway import measures
from geo.join import match
from geo.measure import measure
from geo.places import places
from geo.publish.derived import Column, Derived, File, closing, frame
from geo.publish.extract import Part
from geo.publish.files import FORMATS, kinds, make
from geo.publish.licences import LicenceError, asked, permitted, refusal
from geo.publish.made import method_version
from geo.publish.of_maps import of_maps
from geo.publish.ranking import of_ranking
from geo.readiness import assess
from geo.standing import standing
from geo.support.reasoning import reason
from geo.support.spending import simulated
from geo.support.takeaway import area_reasoning, priority_list
from geo.words import LANGUAGES, Text, say
from tests.geo.publish.test_files import READ

ADDRESS = "https://atlas.example/readiness?lang=th&index=provision"
EVERYONE = frozenset(cards.source_ids())
EN = say("en")


@lru_cache
def ranking(level: str = "province", within: str | None = None, lang: str = "en") -> Derived:
    found = assess("provision", level)
    codes = list(places(level, within).index)
    return of_ranking(found, "economy" if level == "province" else "provision", codes, ADDRESS, lang, within or "")


@lru_cache
def priority(lang: str = "en") -> Derived:
    found, inside = reason("province"), places("province", "south").index
    done = simulated(found, inside)
    return priority_list(found, inside, {"80": 0.4}, ADDRESS, lang, "south", lambda: done)


@lru_cache
def fairness(
    layer: str = "gpp_per_person", level: str = "province", within: str | None = None, lang: str = "en"
) -> Derived:
    this = field(layer, level, None, within)
    short = shortfall(this, line(this, "mean"))
    return by_place(this, short, fair_share(this), ("population", "places"), ADDRESS, lang, within or "")


# Whole levels, areas that nothing is known of, and subdistricts of which several lie in one outline.
OF_PLACES: dict[str, Callable[[], Derived]] = {
    "ranking of provinces": ranking,
    "ranking of districts": lambda: ranking("district", "south"),
    "priority list of provinces": priority,
    "fairness by province": fairness,
    "fairness where some are unknown": lambda: fairness("media_literacy"),
    "fairness by subdistrict": lambda: fairness("airport_distance", "subdistrict", "50"),
}


@lru_cache
def lists(lang: str = "en") -> dict[str, Derived]:
    """The tables whose rows are no places."""
    this = field("fixed_download", "province")
    return {
        "reasoning": area_reasoning(reason("province"), "95", {}, ADDRESS, lang),
        "measures": measures(this, income_rank(this, "household_income"), None, ("gini",), "Head.", ADDRESS, lang),
    }


def allowed(file: File) -> File:
    """With the permission of everyone."""
    return replace(file, confirmed=EVERYONE)


def texts_of(content: bytes, kind: str) -> str:
    """Everything that a file says, as one text."""
    if kind == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        return "\n".join(str(cell.value) for sheet in book for row in sheet.iter_rows() for cell in row)
    if kind == "geoparquet":
        held = pq.read_table(io.BytesIO(content))
        return json.dumps(json.loads(held.schema.metadata[b"atlas"]), ensure_ascii=False)
    return content.decode("utf-8-sig")


@pytest.mark.parametrize("name", list(OF_PLACES))
@pytest.mark.parametrize("kind", list(FORMATS))
def test_every_row_is_read_back_and_joins_to_its_place(kind: str, name: str) -> None:
    file = OF_PLACES[name]()
    back = READ[kind](make(allowed(file), kind))
    assert [code for code in back["code"] if not isinstance(code, str)] == []
    rows, report = match(back, file.level, code="code", name="name_th")
    assert set(report["verdict"]) == {"matched"}
    assert rows["area_code"].tolist() == list(file.codes)
    for column in file.columns:
        told = frame(file)[column.name]
        if told.dtype == float:
            numbers = pd.to_numeric(back[column.name].replace("", None)).to_numpy(dtype=float)
            # Every digit, except in a workbook: Excel's numbers have 15 to 16 of 17.
            assert np.allclose(numbers, told, rtol=1e-14 if kind == "xlsx" else 0, atol=0, equal_nan=True), column.name
        else:
            assert back[column.name].tolist() == told.tolist(), column.name


def test_the_ranking_says_what_the_screen_says() -> None:
    found = assess("provision", "province")
    rows = standing(found, "economy", places("province").index)
    back = READ["csv"](make(allowed(ranking()), "csv")).set_index("code")
    assert back.index.tolist() == rows.index.tolist()
    assert back["status"].tolist() == rows["status"].tolist()
    for name, column in {"score": "score", "rank": "rank", "low": "rank_low", "high": "rank_high"}.items():
        assert np.allclose(pd.to_numeric(back[column]), rows[name], rtol=0, atol=0, equal_nan=True)
    # Nobody is told a rank without its range.
    assert (back["rank"].eq("") == back["rank_low"].eq("")).all()


def test_fairness_by_place_says_who_is_short_and_by_how_much() -> None:
    this = field("gpp_per_person", "province")
    held = line(this, "mean")
    short = shortfall(this, held)
    back = READ["geojson"](make(allowed(fairness()), "geojson")).set_index("code")
    assert sorted(back.index[back["shortfall"] > 0]) == sorted(short.codes)
    for code in short.codes:
        assert back.at[code, "shortfall"] == pytest.approx(held.value - this.values[code])
    assert back["people_share"].sum() == pytest.approx(100)
    assert back["points"].sum() == pytest.approx(0, abs=1e-9)
    assert back["status"].tolist() == measure("gpp_per_person", "province").status[back.index].tolist()


@pytest.mark.parametrize("name", ["reasoning", "measures"])
def test_a_table_without_places_comes_as_csv_and_workbook_with_every_row(name: str) -> None:
    file = lists()[name]
    assert kinds(file) == ["csv", "xlsx"]
    told = frame(file)
    for kind in kinds(file):
        back = READ[kind](make(allowed(file), kind))
        assert len(back) == len(told) > 5
        for column in told:
            for read, own in zip(back[column], told[column], strict=True):
                if isinstance(own, float):
                    assert (read == "") if np.isnan(own) else float(read) == pytest.approx(own, rel=1e-14)
                else:
                    assert read == str(own)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_file_says_what_it_is_and_what_it_rests_on(lang: str) -> None:
    for file in (ranking(lang=lang), priority(lang=lang), fairness(lang=lang), *lists(lang).values()):
        for kind in kinds(file):
            told = texts_of(make(allowed(file), kind), kind)
            wanted = [file.title.of(lang), ADDRESS, method_version(), *(text for _, text in file.choices)]
            # A machine reads the licence as it was stated; a sheet that people read tells it in their language.
            licences = [card.licence_told.of(lang) if kind == "xlsx" else card.licence for card in file.sources]
            wanted += [*licences, *(card.attribution for card in file.sources)]
            wanted += [part for layer in file.layers for part in (layer.title.of(lang), layer.caveat.of(lang))]
            wanted += [part for column in file.columns for part in (column.name, column.means, column.unit)]
            wanted += [say(lang)("status_means.no_data")]
            # Quotation marks are doubled in a CSV and have a stroke before them in JSON.
            escaped = {
                part: {part, part.replace('"', '""'), json.dumps(part, ensure_ascii=False)[1:-1]} for part in wanted
            }
            assert [part for part in wanted if not any(form in told for form in escaped[part])] == [], (kind, file.name)


def test_each_layer_comes_with_its_year() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make(allowed(ranking(lang="th")), "xlsx")))
    told = [(row[0], row[1], row[2]) for row in book.worksheets[1].iter_rows(values_only=True)]
    chapter_of = say("th")("file.layer")
    years = {at: text for at, head, text in told if at.startswith(chapter_of) and head == say("th")("file.years")}
    # Gross provincial product of 2020 (NESDC) is 2563 in the Buddhist era.
    assert years[f"{chapter_of} digital_economy"] == "2563"
    assert len(years) == len(ranking(lang="th").layers)


def test_codes_are_text_and_missing_cells_blank_in_the_workbook() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make(allowed(fairness("media_literacy")), "xlsx")))
    sheet = book.worksheets[0]
    head = [cell.value for cell in sheet[1]]
    rows = [dict(zip(head, row, strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert {row["code"].number_format for row in rows} == {"@"}
    assert {row["code"].data_type for row in rows} == {"s"}
    gone = [row for row in rows if row["status"].value == "no data"]
    # 50 of the 77 provinces were sampled in 2019 (report on media and information literacy, ONDE 2019).
    assert len(gone) == 27
    assert {row[name].value for row in gone for name in ("value", "compared", "shortfall", "job", "cluster")} == {None}


def test_nothing_is_passed_on_while_a_publisher_must_be_asked() -> None:
    for file in (priority(), fairness(), *lists().values()):
        waiting = asked(file)
        assert "population" in [card.id for card in waiting]
        assert permitted(file)[0].empty
        for kind in kinds(file):
            with pytest.raises(LicenceError, match="Registered population and houses") as refused:
                make(file, kind)
            assert file.title.en in str(refused.value)
        assert refusal(allowed(file)) == ""
        assert not permitted(allowed(file))[0].empty


def test_whoever_gets_a_confirmed_file_is_told_as_well() -> None:
    back = READ["csv"](make(allowed(priority()), "csv"))
    assert set(back["terms"]) == {"ask"}
    assert EN("file.terms") in texts_of(make(allowed(priority()), "xlsx"), "xlsx")


def test_what_may_be_passed_on_needs_nobody() -> None:
    assert asked(ranking()) == []
    assert closing(ranking())["terms"] == "yes"
    assert len(READ["csv"](make(ranking(), "csv"))) == 77


def test_strict_licences_leave_no_trace_of_what_must_be_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")
    file = of_ranking(assess("provision", "province"), "provision", list(places("province").index), ADDRESS, "en")
    assert {card.may_redistribute for card in file.sources} == {"yes"}
    told = texts_of(make(file, "xlsx"), "xlsx")
    assert cards.card("air_quality_stations").title.en not in told


def test_two_maps_give_each_layer_and_year_once_with_the_classes_of_their_legend() -> None:
    need, provision = measure("household_income", "province"), measure("fixed_download", "province")
    codes = ("50", "10", "95")
    parts = [Part(own, codes, ("much", "little", "some")) for own in (need, provision, need)]
    file = of_maps(parts, "need", "north", ADDRESS, "en")
    assert "Need against provision: Average monthly household income ×" in file.title.en
    wide = READ["geojson"](make(allowed(file), "geojson")).set_index("code")
    assert wide.index.tolist() == list(codes)
    for own in (need, provision):
        assert wide[own.layer.id].tolist() == own.values[list(codes)].tolist()
        assert wide[f"{own.layer.id}_class"].tolist() == ["much", "little", "some"]
        assert wide[f"{own.layer.id}_status"].tolist() == ["ok"] * 3
    long = READ["csv"](make(allowed(file), "csv"))
    assert len(long) == 6
    # Income is of a publisher who must be asked; the other layer leaves without it.
    alone = READ["csv"](make(file, "csv"))
    assert set(alone["layer"]) == {"fixed_download"}


def test_two_offices_on_two_maps_are_one_list_of_places() -> None:
    own = measure("airports_scheduled", "province")
    file = of_maps([Part(own, ("50", "51")), Part(own, ("51", "83"))], "side", "", ADDRESS, "th")
    assert READ["csv"](make(file, "csv"))["code"].tolist() == ["50", "51", "83"]


def test_a_number_without_end_is_an_empty_cell() -> None:
    column = Column("ratio", "how many times", [1.5, float("inf"), float("nan")])
    file = Derived("x", Text("ก", "x"), lambda: [column], ADDRESS, "en", ())
    assert READ["csv"](make(file, "csv"))["ratio"].tolist() == ["1.5", "", ""]


def test_a_table_without_rows_has_its_head_and_nothing_else() -> None:
    file = Derived("x", Text("ก", "x"), lambda: [Column("a", "b", [])], ADDRESS, "en", (), level="province")
    for kind in ("csv", "xlsx"):
        back = READ[kind](make(file, kind))
        assert len(back) == 0
        assert "a" in back
