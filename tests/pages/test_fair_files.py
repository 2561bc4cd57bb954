"""What readers of the fairness screens carry away: figures that can be quoted, with source, licence and address."""

from __future__ import annotations

import io
from dataclasses import replace

import pandas as pd
import pytest

from geo import cards
from geo.fairness.field import field, income_rank
from geo.fairness.overview import overview
from geo.fairness.standards import line, shortfall
from geo.fairness.takeaway import measures, overview_file
from geo.publish.derived import Derived
from geo.publish.files import make
from geo.publish.licences import LicenceError
from geo.publish.tables import csv_file
from geo.words import say
from tests.pages.conftest import Open


def read(file: Derived) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(csv_file(file)), dtype=str, keep_default_na=False)


@pytest.mark.parametrize(("page", "key"), [("equity", "download.figures"), ("overview", "download.overview")])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_figures_are_offered_as_a_file(open_page: Open, page: str, key: str, lang: str) -> None:
    app = open_page(page, lang=lang)
    assert [fault.message for fault in app.exception] == []
    assert say(lang)(key) in [found.proto.popover.label for found in app.get("popover")]
    assert say(lang)("download.save", name="CSV") in [found.proto.label for found in app.get("download_button")]


def test_every_row_says_where_it_comes_from() -> None:
    this = field("fixed_download", "province")
    rank = income_rank(this, "household_income")
    short = shortfall(this, line(this, "mean"))
    told = read(measures(this, rank, short, ("tail_ratio",), "The sentence.", "/equity?lang=en", "en"))
    assert told.loc[0, "told"] == "The sentence."
    for column in ("source", "licence", "terms", "attribution", "method_version", "address", "period", "places"):
        assert (told[column] != "").all()
    by = {row["measure"]: row for row in told.to_dict("records")}
    assert float(by["tail_ratio"]["low"]) <= float(by["tail_ratio"]["value"]) <= float(by["tail_ratio"]["high"])
    assert float(by["people_short"]["value"]) == short.people
    # A measure that does not fit has its reason and no number.
    assert (by["erreygers"]["value"], by["erreygers"]["told"]) == ("", say("en")("why_not.no_ceiling"))


@pytest.mark.parametrize(
    ("layer", "within"),
    [("smart_cities_certified", ("58", "71")), ("smart_cities_certified", None), ("population_change", None)],
)
def test_what_is_unknown_or_without_end_is_an_empty_cell(layer: str, within: tuple[str, ...] | None) -> None:
    this = field(layer, "province", None, within)
    told = read(measures(this, income_rank(this, "household_income"), None, (), "", "/equity", "th"))
    assert not told.isin(["nan", "inf", "-inf", "None"]).any().any()


def test_the_overview_is_carried_away_whole() -> None:
    table = overview("province")
    file = overview_file(table, "province", "/overview", "en")
    told = read(file)
    assert list(told["layer"]) == list(table.index)
    assert not told.isin(["nan", "inf", "-inf", "None"]).any().any()
    for column in ("unit", "source", "licence", "attribution", "address"):
        assert (told[column] != "").all()
    assert told["p0"].replace("", None).astype(float).tolist() == pytest.approx(table["p0"].tolist(), nan_ok=True)
    # What each layer is follows in one cell, which Excel cuts after 32,767 characters.
    assert max(told[name].str.len().max() for name in told) < 32_767
    workbook = make(replace(file, confirmed=frozenset(cards.source_ids())), "xlsx")
    assert pd.read_excel(io.BytesIO(workbook), dtype=str)["layer"].tolist() == list(table.index)
    with pytest.raises(LicenceError, match="Registered population and houses"):
        make(file, "csv")


@pytest.mark.parametrize("value", ["1e308", "1e-300"])
def test_a_line_beyond_all_measure_is_named_and_the_screen_stands(open_page: Open, value: str) -> None:
    app = open_page("equity", lang="en", held_to="own", line=value)
    assert [fault.value for fault in app.error] == []
    assert value in app.warning[0].value


def test_what_single_authorities_have_is_told_in_words_or_as_a_share_of_people(open_page: Open) -> None:
    assert field("website_on_record", "lao").unit.en == "% of people"
    assert field("website_on_record", "lao", between_people=False).unit.en == "% of local authorities"
    app = open_page("equity", lang="en", layer="website_on_record", level="lao", place="5001")
    assert "the same value, website on record, no problem recorded: there is no divide" in app.markdown[2].value
