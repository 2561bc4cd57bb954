"""Points over the maps of an edition: only what may be passed on, each with its file and source; years of regions."""

from __future__ import annotations

import json

from geo import cards, overlays
from geo.publish.site import embed, embed_chart
from geo.publish.site.dots import offered, point_files
from geo.publish.site.packs import shared_path
from geo.publish.site.panel import panel
from geo.publish.site.plan import Plan
from tests.geo.publish.site.made import made, soup, text_of
from tests.geo.publish.site.test_maps import facts_in, messages_of

PLAN = Plan("50,55", langs=("en",))


def test_each_kind_of_point_has_its_file_as_many_points_as_it_says_and_a_source() -> None:
    files = dict(point_files(PLAN))
    known = {one["id"]: one for one in offered(PLAN, "en")}
    assert {"lao_office", "school", "district_office", "air_station"} <= set(known)
    for kind, one in known.items():
        script = files.pop(shared_path(one["url"])).decode()
        address, rows = json.loads("[" + script.removeprefix("AtlasEdition.take(").removesuffix(");\n") + "]")
        assert address == one["url"]
        assert sum(row[4] if len(row) > 4 else 1 for row in rows) == one["n"]
        assert one["source"] == "en/sources.html#" + overlays.KINDS[kind].file.split("/")[0]
        assert cards.card(one["source"].split("#")[1]).title.en in one["credit"]
    assert files == {}


def test_points_of_a_source_that_may_not_be_passed_on_are_neither_offered_nor_written() -> None:
    with cards.confirming(["airports"]):
        allowed = {kind for kind in overlays.kinds() if cards.allowed(overlays.KINDS[kind].file.split("/")[0])}
        assert {one["id"] for one in offered(PLAN, "en")} <= allowed
        assert "lao_office" not in allowed
        assert not [path for path, _ in point_files(PLAN) if "lao_office" in path]


def test_a_region_offers_the_years_of_each_layer_with_their_messages() -> None:
    drawn = panel(PLAN, "en/region/north.html", "en", "province", "north")
    told = json.loads(str(soup(str(drawn.html)).select_one("[data-panel] script").string))  # type: ignore[union-attr]
    files = dict(drawn.files)
    for layer in told["levels"][0]["layers"]:
        messages = messages_of(files[layer["pack"]].decode(), layer["pack"])
        assert {message["facts"] for message in messages.values()} <= facts_in(files[layer["facts"]].decode())
        assert set(messages) == {f"{layer['id']}|{period}" for period, _ in layer["years"]}
    assert max(len(layer["years"]) for layer in told["levels"][0]["layers"]) > 5


def test_a_drawing_names_a_colour_of_the_dark_for_each_class_and_pattern_that_it_shows() -> None:
    drawn = panel(PLAN, "en/province/50.html", "en", "district", "50")
    drawing = next(body.decode() for path, body in drawn.files if path.endswith(".svg"))
    dark = soup(drawing).find("style").string  # type: ignore[union-attr]
    assert dark.startswith("@media screen and (prefers-color-scheme:dark)")
    for area in soup(drawing).select("#atlas-areas [fill]"):
        name = str(area["class"][0])
        assert f".{name}{{fill:#" in dark or f"#atlas-{name} rect{{fill:#" in dark


def test_an_embedded_page_has_a_heading_and_knows_what_may_be_asked_for_in_its_address() -> None:
    pages = {**made(embed.jobs, PLAN), **made(embed_chart.jobs, PLAN)}
    for kind in ("map", "chart"):
        page = soup(pages[embed.embed_path(kind, "fixed_download", "en")])
        assert [text_of(tag) for tag in page.select("h1")] == ["Fixed broadband: download speed · 2025 Q4"]
        told = json.loads(str(page.select_one("[data-embed-known]").string))  # type: ignore[union-attr]
        assert told["known"]["lang"] == ["en"]
        assert set(told["known"]["place"]) == {"50", "55"}
        assert ("2024-Q2" in told["known"]["year"]) == (kind == "map")
        assert all("§" in sentence for sentence in told["strange"].values())
