"""Files that leave the atlas: read back, they join to every row, with the same values, statuses and meaning."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from dataclasses import replace

import geopandas as gpd
import numpy as np
import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo import cards
from geo.join import match
from geo.measure import STATUSES, latest, measure
from geo.places import ancestors, places
from geo.publish.extract import Extract, Part, of_area, of_comparison, of_view
from geo.publish.files import FORMATS, make
from geo.publish.licences import LicenceError, asked, permitted, refusal
from geo.publish.made import method_version
from geo.publish.meaning import measured_how
from geo.publish.tables import cell, plain_table
from geo.words import LANGUAGES, say, show_date
from layers import declared

ADDRESS = "https://atlas.example/?lang=th&layer=x"
# A full level with missing values, one inside a province whose outlines are shared, one with bodies that are points.
CASES = [
    ("mobile_download", "district", None),
    ("media_literacy", "province", None),
    ("schools_per_10000", "subdistrict", "50"),
    ("website_on_record", "lao", "57"),
]


def taken(layer: str, level: str, within: str | None = None, lang: str = "en") -> Extract:
    """A file of one layer, with the permission of everyone."""
    period = latest(layer, level)
    assert period is not None
    extract = of_view(layer, level, period, list(places(level, within).index), ADDRESS, lang, within or "")
    return replace(extract, confirmed=frozenset(cards.source_ids()))


def from_csv(content: bytes) -> pd.DataFrame:
    return pd.read_csv(io.BytesIO(content), dtype=str, keep_default_na=False)


def from_xlsx(content: bytes) -> pd.DataFrame:
    return pd.read_excel(io.BytesIO(content), dtype=str, keep_default_na=False)


def from_geojson(content: bytes) -> pd.DataFrame:
    return pd.DataFrame([feature["properties"] for feature in json.loads(content)["features"]])


def from_geoparquet(content: bytes) -> pd.DataFrame:
    return pd.DataFrame(gpd.read_parquet(io.BytesIO(content)).drop(columns="geometry"))


READ: dict[str, Callable[[bytes], pd.DataFrame]] = {
    "csv": from_csv,
    "xlsx": from_xlsx,
    "geojson": from_geojson,
    "geoparquet": from_geoparquet,
}


@pytest.mark.parametrize(("layer", "level", "within"), CASES)
@pytest.mark.parametrize("kind", list(FORMATS))
def test_what_is_exported_is_read_back_and_joins_to_every_row(
    kind: str, layer: str, level: str, within: str | None
) -> None:
    extract = taken(layer, level, within)
    back = READ[kind](make(extract, kind))
    rows, report = match(back, level, code="code", name="name_th")
    assert set(report["verdict"]) == {"matched"}
    codes = extract.parts[0].codes
    assert rows["area_code"].tolist() == list(codes)
    measured = measure(layer, level)
    assert back["status"].tolist() == measured.status[list(codes)].tolist()
    numbers = pd.to_numeric(back["value"].replace("", None)).to_numpy(dtype=float)
    expected = measured.values[list(codes)].to_numpy(dtype=float)
    # Every digit, except in a workbook: Excel's numbers have 15 to 16 of 17.
    assert np.allclose(numbers, expected, rtol=1e-14 if kind == "xlsx" else 0, atol=0, equal_nan=True)
    assert [code for code in back["code"] if not isinstance(code, str)] == []


@pytest.mark.parametrize("kind", list(FORMATS))
def test_missing_is_empty_with_its_status_and_never_zero(kind: str) -> None:
    back = READ[kind](make(taken("media_literacy", "province"), kind))
    gone = back[back["status"] == "no data"]
    # 50 of the 77 provinces were sampled in 2019 (report on media and information literacy, ONDE 2019).
    assert len(gone) == 27
    assert all(value in ("", None) or pd.isna(value) for value in gone["value"])


def test_a_filter_that_binds_the_map_binds_the_file() -> None:
    extract = of_view("airports_scheduled", "province", "2026", ["94", "95"], ADDRESS, "en")
    for kind in FORMATS:
        assert READ[kind](make(extract, kind))["code"].tolist() == ["94", "95"]


def test_codes_stay_text_in_excel_and_missing_cells_are_blank() -> None:
    book = openpyxl.load_workbook(io.BytesIO(make(taken("media_literacy", "province"), "xlsx")))
    sheet = book.worksheets[0]
    head = [entry.value for entry in sheet[1]]
    code, value, status = (head.index(name) for name in ("code", "value", "status"))
    rows = list(sheet.iter_rows(min_row=2))
    assert {row[code].data_type for row in rows} == {"s"}
    assert {row[code].number_format for row in rows} == {"@"}
    assert {row[value].value for row in rows if row[status].value == "no data"} == {None}
    assert {row[value].data_type for row in rows if row[status].value == "ok"} == {"n"}


def test_a_csv_opens_in_excel_in_thai() -> None:
    content = make(taken("airports_scheduled", "province", lang="th"), "csv")
    assert content.startswith(b"\xef\xbb\xbf")
    assert "กรุงเทพมหานคร" in content.decode("utf-8-sig")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("kind", list(FORMATS))
def test_each_file_carries_its_meaning(kind: str, lang: str) -> None:
    extract = taken("fixed_download", "province", lang=lang)
    content = make(extract, kind)
    if kind == "xlsx":
        book = openpyxl.load_workbook(io.BytesIO(content))
        text = "\n".join(str(entry.value) for sheet in book for row in sheet for entry in row)
    elif kind == "geoparquet":
        schema = pq.read_schema(io.BytesIO(content))
        text = json.dumps(json.loads(schema.metadata[b"atlas"]), ensure_ascii=False)
    else:
        text = content.decode("utf-8-sig")
    layer, card = declared()["fixed_download"], cards.card("ookla")
    texts = (layer.title, layer.question, layer.unit, layer.caveat)
    wanted = [text.of(lang) for text in texts]
    wanted += [measured_how(layer, lang), say(lang)("better.higher"), say(lang)("status_means.too_few")]
    wanted += [
        "2025-Q4",
        card.licence_told.of(lang) if kind == "xlsx" else card.licence,
        card.attribution,
        card.may_redistribute,
        method_version(),
        ADDRESS,
    ]
    wanted += [] if kind == "csv" else [show_date(card.retrieved, lang)]
    # JSON writes a quotation mark with a stroke before it.
    escaped = {part: json.dumps(part, ensure_ascii=False)[1:-1] for part in wanted}
    assert [part for part in wanted if part not in text and escaped[part] not in text] == []
    assert [status for status in STATUSES if status not in text] == []


@pytest.mark.parametrize("kind", list(FORMATS))
def test_the_same_data_give_the_same_bytes(kind: str) -> None:
    extract = taken("fixed_download", "province")
    assert make(extract, kind) == make(extract, kind)


def test_outlines_are_those_of_the_places() -> None:
    read = gpd.read_file(io.BytesIO(make(taken("schools_per_10000", "subdistrict", "50"), "geojson")))
    assert read.crs.to_epsg() == 4326
    assert read.geometry.is_valid.all()
    assert read.geometry.notna().all()
    # 204 subdistricts in Chiang Mai (Department of Provincial Administration).
    assert len(read) == 204


def test_a_local_authority_is_an_outline_a_point_or_its_whole_province() -> None:
    read = gpd.read_parquet(io.BytesIO(make(taken("website_on_record", "lao", "57"), "geoparquet"))).set_index("code")
    status = places("lao", "57")["boundary_status"]
    assert set(read.geometry[status[status == "outline"].index].geom_type) <= {"Polygon", "MultiPolygon"}
    assert set(read.geometry[status[status == "point"].index].geom_type) == {"Point"}
    assert read.geometry[status[status == "province"].index].isna().all()


def test_figures_whose_publisher_must_be_asked_are_refused_until_someone_confirms() -> None:
    extract = replace(taken("density", "province"), confirmed=frozenset())
    assert [card.id for card in asked(extract)] == ["population"]
    with pytest.raises(LicenceError, match="Registered population and houses"):
        make(extract, "csv")
    confirmed = replace(extract, confirmed=frozenset({"population"}))
    assert refusal(confirmed) == ""
    back = from_csv(make(confirmed, "csv"))
    assert set(back["terms"]) == {"ask"}, "whoever gets the file is told as well"


def test_non_commercial_use_is_carried_in_the_file() -> None:
    extract = replace(taken("fixed_download", "province"), confirmed=frozenset())
    assert set(from_csv(make(extract, "csv"))["terms"]) == {"non-commercial"}


def test_a_file_of_several_layers_leaves_out_what_may_not_be_passed_on_and_says_so() -> None:
    extract = of_area("50", ["fixed_download", "density"], ADDRESS, "en")
    kept, gone = permitted(extract)
    assert [layer.id for layer in kept.layers] == ["fixed_download"]
    assert [layer.id for layer in gone] == ["density"]
    back = make(extract, "xlsx")
    text = "\n".join(str(e.value) for sheet in openpyxl.load_workbook(io.BytesIO(back)) for row in sheet for e in row)
    assert say("en")("file.without", layers="Population density") in text
    assert "density" not in set(from_xlsx(back)["layer"])


def test_an_area_comes_with_all_its_years_and_with_what_it_lies_in() -> None:
    back = from_csv(make(of_area("5001", ["mobile_download"], ADDRESS, "en"), "csv"))
    assert set(back["code"]) == {"5001", *ancestors("5001")}
    years = from_csv(make(of_area("50", ["mobile_download"], ADDRESS, "en"), "csv"))
    assert years.loc[years["code"] == "50", "period"].nunique() > 5


def test_a_comparison_holds_its_areas_and_the_same_layer_of_an_earlier_year() -> None:
    chosen = ("fixed_download", "2025-Q4", "2023-Q1")
    back = from_csv(make(of_comparison(["fixed_upload"], "province", ["50", "83"], chosen, ADDRESS, "en"), "csv"))
    assert {"50", "83", "north", "south", "TH"} == set(back["code"])
    assert set(back.loc[back["layer"] == "fixed_download", "period"]) == {"2025-Q4", "2023-Q1"}
    wide = from_geojson(make(of_comparison(["fixed_upload"], "province", ["50"], chosen, ADDRESS, "en"), "geojson"))
    own = wide.set_index("code").loc["50"]
    assert own["fixed_download_2025-Q4"] == measure("fixed_download", "province", "2025-Q4").values["50"]
    assert own["fixed_upload_status"] == "ok"


def test_a_cell_that_a_spreadsheet_would_run_is_text() -> None:
    nasty = pd.DataFrame({"code": ["10"], "name_th": ['=HYPERLINK("http://x","y")'], "value": [-3.5]})
    assert plain_table(nasty).decode("utf-8-sig").splitlines()[1] == '10,"\'=HYPERLINK(""http://x"",""y"")",-3.5'


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_no_digit_of_a_number_is_lost_in_a_cell(value: float) -> None:
    assert float(cell(value)) == value


def test_every_layer_says_in_words_how_it_is_measured() -> None:
    for layer in declared().values():
        for lang in LANGUAGES:
            told = measured_how(layer, lang)
            assert "_" not in told, f"{layer.id}: name what is counted under [how] in publish.toml"
            assert len(told) > 20


def test_a_file_without_any_place_has_its_head_and_nothing_else() -> None:
    measured = measure("airports_scheduled", "province")
    extract = replace(taken("airports_scheduled", "province"), parts=(Part(measured, ()),))
    for kind in ("csv", "xlsx"):
        assert len(READ[kind](make(extract, kind))) == 0
