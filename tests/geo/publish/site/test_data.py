"""Data of an edition: files read back and join, the interface keeps its schemas, catalogues lead to files."""

from __future__ import annotations

import io
import json
import subprocess
import sys
import threading
import zipfile
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from xml.etree import ElementTree

import geopandas as gpd
import jsonschema
import pandas as pd
import pytest

from geo import cards
from geo.join import match
from geo.measure import measure, periods
from geo.places import children, places
from geo.publish.site import api, data_page, takeaway
from geo.publish.site.front import shared
from geo.publish.site.page import Job, Page, render
from geo.publish.site.plan import Plan
from geo.publish.site.sitemap import sitemap
from geo.topology import decode

LAYERS = ("fixed_download", "density", "website_on_record")
ASKED = tuple(source for source in cards.source_ids() if cards.card(source).may_redistribute == "ask")
PLAN = Plan("55", base="https://atlas.example/e", confirmed=ASKED)


def written(plan: Plan, jobs: list[Job], folder: Path) -> None:
    """Write what some jobs make; pages as they are before their day and sizes are known."""
    for job in jobs:
        for path, content in job.make(*job.about):
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            page = isinstance(content, Page)
            (folder / path).write_bytes(render(content, path, plan, shared()).encode() if page else content)


@pytest.fixture(scope="module")
def edition(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The data of Nan with every permission: three layers, one archive, the interface, the page of data."""
    folder = tmp_path_factory.mktemp("edition")
    with cards.confirming(cards.source_ids()):
        taken = [job for job in takeaway.jobs(PLAN) if job.about[1] in (*LAYERS, "district")]
        written(PLAN, [*taken, *api.jobs(PLAN), *data_page.jobs(PLAN)], folder)
        yield folder


def loaded(folder: Path, name: str) -> dict[str, object]:
    told: dict[str, object] = json.loads((folder / name).read_text(encoding="utf-8"))
    return told


def expected(layer: str) -> dict[tuple[str, str, str], str]:
    """Level, code and period of every row that the table of a layer must have, with its status."""
    rows = {}
    for level, codes in (
        ("country", ["TH"]),
        ("region", ["north"]),
        ("province", ["55"]),
        ("district", children("55")),
    ):
        for period in periods(layer, level):
            status = measure(layer, level, period).status
            rows |= {(level, code, period): status[code] for code in codes}
    return rows


@pytest.mark.parametrize("layer", LAYERS)
def test_tables_read_back_with_every_row_its_status_and_its_value(edition: Path, layer: str) -> None:
    for lang in ("th", "en"):
        stem = edition / "data" / "layer" / f"{layer}.{lang}"
        as_text = pd.read_csv(f"{stem}.csv", dtype=str, keep_default_na=False)
        book = pd.read_excel(f"{stem}.xlsx", sheet_name=None, dtype=str, keep_default_na=False)
        assert len(book) == 2
        for table in (as_text, next(iter(book.values()))):
            found = {(row["level"], row["code"], row["period"]): row["status"] for row in table.to_dict("records")}
            assert found == expected(layer)
            assert ((table["value"] == "") == ~table["status"].isin(["ok", "inherited"])).all()
        # What is alike in all rows stands in the first.
        assert as_text.loc[0, "address"] == f"https://atlas.example/e/{lang}/layer/{layer}.html"
        assert as_text.loc[0, "licence"] == next(iter(book.values())).loc[0, "licence"] != ""
        assert as_text.loc[0, "attribution"] != ""
        assert (as_text.loc[1:, ["licence", "attribution", "address"]] == "").all(axis=None)
        assert (as_text["source"] != "").all()
        own = as_text[as_text["level"] == "district"]
        assert set(match(own, "district", code="code").report["verdict"]) == {"matched"}
        values = measure(layer, "district").values.reindex(own["code"])
        assert pd.to_numeric(own["value"]).to_numpy() == pytest.approx(values.to_numpy(), nan_ok=True)


@pytest.mark.parametrize("ending", ["geojson", "parquet"])
def test_outlines_read_back_with_their_values_and_join(edition: Path, ending: str) -> None:
    path = edition / "data" / "layer" / f"density.{ending}"
    table = gpd.read_parquet(path) if ending == "parquet" else gpd.read_file(path)
    assert table["code"].tolist() == ["55", *children("55")]
    assert table.crs == "EPSG:4326"
    assert table.geometry.is_valid.all()
    districts = table[table["level"] == "district"]
    assert set(match(districts, "district", code="code").report["verdict"]) == {"matched"}
    known = measure("density", "district").values[districts["code"]]
    assert districts["value"].to_numpy() == pytest.approx(known.to_numpy())
    # The light outlines are those of the map: a place stays where it is and about as large as it is.
    whole = districts.to_crs(32647).area.sum() / 1e6
    assert whole == pytest.approx(places("province").at["55", "area_km2"], rel=0.02)


def test_an_archive_leads_to_the_page_of_data(edition: Path) -> None:
    with zipfile.ZipFile(edition / "data" / "atlas-district.zip") as held:
        told = json.loads(held.read("datapackage.json"))
        table = pd.read_csv(io.BytesIO(held.read("values/density.csv")), dtype=str)
    assert told["address"] == "https://atlas.example/e/th/data.html"
    assert table["code"].tolist() == children("55")


def kind_of(path: str) -> str:
    """Which schema a file of the interface keeps to: its folder, or its own name at the top."""
    first = path.split("/")[0].removesuffix(".json")
    return {"layers": "layer"}.get(first, first) if "/" in path else first


def test_every_file_of_the_interface_keeps_its_schema(edition: Path) -> None:
    root, counted = edition / api.ROOT, dict[str, int]()
    for path in sorted(root.rglob("*.json")):
        name = path.relative_to(root).as_posix()
        if name.startswith("schemas/") or name == "openapi.json":
            continue
        schema = loaded(root, f"schemas/{kind_of(name)}.json")
        jsonschema.Draft202012Validator.check_schema(schema)
        jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(loaded(root, name))
        counted[kind_of(name)] = counted.get(kind_of(name), 0) + 1
    assert counted == {"index": 1, "layers": 1, "sources": 1, "layer": 3, "places": 6, "topology": 6, "values": 14}


@pytest.mark.parametrize(
    ("member", "wrong"), [("status", ["fine"]), ("values", ["0"]), ("period", "last year"), ("base", 0)]
)
def test_a_wrong_file_does_not_keep_its_schema(edition: Path, member: str, wrong: object) -> None:
    root = edition / api.ROOT
    told = json.loads((root / "values/density/province.json").read_text(encoding="utf-8"))
    told["periods"][0][member] = wrong
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(told, loaded(root, "schemas/values.json"))


@pytest.mark.parametrize("layer", LAYERS)
def test_the_interface_has_the_values_of_the_atlas_in_the_order_of_codes(edition: Path, layer: str) -> None:
    about = json.loads((edition / api.ROOT / f"layers/{layer}.json").read_text(encoding="utf-8"))
    for level in about["levels"]:
        told = loaded(edition / api.ROOT, f"values/{layer}/{level['level']}.json")
        assert [own["period"] for own in told["periods"]] == level["periods"] == periods(layer, level["level"])
        for own in told["periods"]:
            known = measure(layer, level["level"], own["period"])
            assert own["status"] == known.status[told["codes"]].tolist()
            for name, series in (("values", known.values), ("base", known.base), ("low", known.low)):
                numbers = series[told["codes"]]
                given = own[name] or [None] * len(numbers)
                assert [value is None for value in given] == numbers.isna().tolist()
                assert pd.Series(given, dtype=float).to_numpy() == pytest.approx(numbers.to_numpy(), nan_ok=True)


def test_outlines_of_the_interface_are_of_its_places(edition: Path) -> None:
    for level in ("country", "region", "province", "district"):
        told = loaded(edition / api.ROOT, f"places/{level}.json")
        drawn = decode((edition / api.ROOT / f"topology/{level}.json").read_bytes())
        own = {place["code"] for place in told["places"]}
        assert own <= set(drawn.codes)
        assert level == "region" or set(drawn.codes) == own


def test_openapi_describes_the_paths_that_are_there(edition: Path) -> None:
    root = edition / api.ROOT
    told = json.loads((root / "openapi.json").read_text(encoding="utf-8"))
    assert told["openapi"] == "3.1.0"
    assert told["servers"] == [{"url": "https://atlas.example/e/api/v1"}]
    for path, entry in told["paths"].items():
        schema = entry["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        assert (root / schema).is_file()
        filled = path.format(layer="density", level="province")
        assert kind_of(filled.strip("/")) == Path(schema).stem
        assert (root / filled.strip("/")).is_file()


def run_example(folder: Path, *words: str) -> str:
    """What a stranger's Python prints: none of the atlas can be imported."""
    command = [sys.executable, "-I", str(folder / api.ROOT / "example.py"), *words]
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=60, cwd="/").stdout


def test_the_example_runs_in_a_copy_and_over_a_plain_server(edition: Path) -> None:
    here = run_example(edition, str(edition / api.ROOT), "density", "district")
    lowest = measure("density", "district").values[children("55")].nsmallest(5)
    told = [line.split() for line in here.splitlines()[1:6]]
    assert [(line[0], line[-2], line[-1]) for line in told] == [(c, f"{v:.2f}", "ok") for c, v in lowest.items()]
    quiet = type("Quiet", (SimpleHTTPRequestHandler,), {"log_message": lambda *words: None})
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(quiet, directory=str(edition)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        there = run_example(edition, f"http://127.0.0.1:{server.server_port}/{api.ROOT}", "density", "district")
    finally:
        server.shutdown()
        server.server_close()
    assert there == here
    assert "Fixed broadband" in run_example(edition)


@pytest.mark.parametrize(("words", "told"), [(["moon"], "no layer 'moon'"), (["density", "lao"], "no level 'lao'")])
def test_the_example_says_in_one_sentence_what_is_not_there(words: list[str], told: str, edition: Path) -> None:
    with pytest.raises(subprocess.CalledProcessError) as ended:
        run_example(edition, str(edition / api.ROOT), *words)
    assert told in ended.value.stderr
    assert len(ended.value.stderr.strip().splitlines()) == 1


def test_the_catalogue_of_open_data_leads_to_the_files(edition: Path) -> None:
    told = json.loads((edition / "data" / "dcat.jsonld").read_text(encoding="utf-8"))
    density = next(own for own in told["dcat:dataset"] if own["dct:identifier"] == "density")
    paths = [own["dcat:downloadURL"]["@id"].removeprefix(PLAN.base + "/") for own in density["dcat:distribution"]]
    assert len(paths) == 6
    assert all((edition / path).is_file() for path in paths)
    assert {text["@language"] for text in density["dct:title"]} == {"th", "en"}
    assert density["dct:temporal"]["dcat:endDate"]["@value"] == "2021"
    assert cards.card("population").attribution in density["dct:rightsHolder"]


def test_what_search_engines_read_on_the_page_cannot_leave_its_script(edition: Path) -> None:
    page = (edition / "en" / "data.html").read_text(encoding="utf-8")
    inside = page.split('<script type="application/ld+json">')[1].split("</script>")[0]
    assert "<" not in inside
    told = json.loads(inside)
    assert told["@type"] == "DataCatalog"
    assert {own["identifier"] for own in told["dataset"]} > set(LAYERS)


def test_a_sitemap_holds_each_page_with_its_day_and_its_like() -> None:
    days = {"en/data.html": "2026-11-25", "th/data.html": "2026-11-24", "embed/map/x.html": "2026-11-25"}
    root = ElementTree.fromstring(sitemap(PLAN, days))
    own = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    told = {u.findtext("s:loc", "", own): u.findtext("s:lastmod", "", own) for u in root.findall("s:url", own)}
    assert told == {f"https://atlas.example/e/{path}": day for path, day in list(days.items())[:2]}
    assert len(root.findall("s:url/x:link", own)) == 4
