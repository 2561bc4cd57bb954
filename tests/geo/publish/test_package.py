"""The archive of an office: whole, valid for the programs that read such packages, the same bytes for the same data."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from pathlib import Path

import pandas as pd
import pytest
from frictionless import validate

from geo import cards
from geo.join import match
from geo.measure import measure, periods
from geo.places import offices, places
from geo.publish.licences import LicenceError
from geo.publish.package import archive, bulk, contents

EVERYONE = tuple(cards.source_ids())


@pytest.fixture(scope="module")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The archive of the West at the level of provinces, unpacked."""
    folder = tmp_path_factory.mktemp("west")
    with zipfile.ZipFile(io.BytesIO(archive(bulk("province", "west", "th", EVERYONE)))) as held:
        held.extractall(folder)
    return folder


def test_the_package_is_valid_for_frictionless(unpacked: Path) -> None:
    report = validate(str(unpacked / "datapackage.json"))
    assert report.flatten(["type", "note"]) == []
    assert report.stats["tasks"] > 30


def test_a_broken_table_is_found_by_the_metadata(unpacked: Path, tmp_path: Path) -> None:
    told = json.loads((unpacked / "datapackage.json").read_text(encoding="utf-8"))
    told["resources"] = [r for r in told["resources"] if r["name"] in ("places", "density")]
    (tmp_path / "values").mkdir()
    for name in ("places.csv", "values/density.csv"):
        (tmp_path / name).write_bytes((unpacked / name).read_bytes().replace(b",ok,", b",fine,", 1))
    (tmp_path / "datapackage.json").write_text(json.dumps(told), encoding="utf-8")
    assert {kind for (kind,) in validate(str(tmp_path / "datapackage.json")).flatten(["type"])} >= {"constraint-error"}


def test_every_table_holds_the_columns_that_both_kinds_of_metadata_name(unpacked: Path) -> None:
    web = json.loads((unpacked / "csv-metadata.json").read_text(encoding="utf-8"))
    package = json.loads((unpacked / "datapackage.json").read_text(encoding="utf-8"))
    fields = {r["path"]: [f["name"] for f in r["schema"]["fields"]] for r in package["resources"] if "schema" in r}
    assert web["@context"][0] == "http://www.w3.org/ns/csvw"
    for table in web["tables"]:
        with (unpacked / table["url"]).open(encoding="utf-8-sig", newline="") as opened:
            head = next(csv.reader(opened))
        assert head == [column["name"] for column in table["tableSchema"]["columns"]] == fields[table["url"]]


def test_all_layers_and_years_of_the_office_are_in_it_and_join(unpacked: Path) -> None:
    inside = list(offices()["west"].provinces)
    for path in sorted((unpacked / "values").glob("*.csv")):
        table = pd.read_csv(path, dtype=str, keep_default_na=False)
        assert table["period"].unique().tolist() == periods(path.stem, "province")
        newest = table[table["period"] == table["period"].iloc[-1]]
        assert set(match(newest, "province", code="code").report["verdict"]) == {"matched"}
        assert newest["code"].tolist() == inside
        expected = measure(path.stem, "province", newest["period"].iloc[0]).status[inside].tolist()
        assert newest["status"].tolist() == expected


def test_the_metadata_tell_layers_sources_terms_and_version(unpacked: Path) -> None:
    told = json.loads((unpacked / "datapackage.json").read_text(encoding="utf-8"))
    density = next(layer for layer in told["layers"] if layer["id"] == "density")
    assert density["measure"]["en"].startswith("registered people ÷ square kilometres")
    terms = {source["name"]: source["may_redistribute"] for source in told["sources"]}
    assert (terms["ookla"], terms["population"], terms["boundaries"]) == ("non-commercial", "ask", "yes")
    assert "population" in told["confirmed_by_the_maker_of_this_file"]
    people = (unpacked / "README.txt").read_text(encoding="utf-8-sig")
    assert cards.card("population").licence_told.th in people
    assert "กรมการปกครอง" in people


def test_without_permission_layers_are_left_out_and_named() -> None:
    files = contents(bulk("province", "west", "en"))
    told = json.loads(files["datapackage.json"])
    assert "density" in told["left_out"]
    assert "values/density.csv" not in files
    assert "values/fixed_download.csv" in files
    assert {source["may_redistribute"] for source in told["sources"]} <= {"yes", "non-commercial"}
    assert b"Population density" in files["README.txt"]


def test_a_level_at_which_nothing_may_be_passed_on_is_refused() -> None:
    with pytest.raises(LicenceError, match="Registered population"):
        archive(bulk("subdistrict", "west", "en"))


def test_the_same_data_give_the_same_archive() -> None:
    assert archive(bulk("province", "west", "th")) == archive(bulk("province", "west", "th"))


def test_outlines_lie_beside_the_tables(unpacked: Path) -> None:
    told = json.loads((unpacked / "places.geojson").read_text(encoding="utf-8"))
    assert [feature["id"] for feature in told["features"]] == list(places("province", "west").index)
