"""What a reader's browser receives and how fast it paints, beside a stock folium map of the same shapes."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

import folium
import geopandas as gpd
from playwright.sync_api import Browser, Page, sync_playwright

import layers
from geo.drawings import topology_of
from geo.maps import assets
from geo.words import say
from tests.bench.server import Server
from tests.bench.table import Figure, median
from tests.bench.wire import Wire

CHROMIUM = "/usr/bin/chromium"
# No other host can be reached and there is no graphics card, as in many offices.
ALONE = ["--no-sandbox", "--disable-3d-apis", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"]
RUNS = 5
QUIET = 700
WATCH = """
window.bench = {key: 0, shown: 0, first: 0};
addEventListener("keydown", (event) => { if (event.key === "Enter") { bench.key = performance.now(); } }, true);
new MutationObserver(() => {
  const map = document.querySelector("[data-testid=atlas]");
  if (!map || !map.dataset.shown || map.dataset.shown === bench.n) { return; }
  bench.n = map.dataset.shown;
  bench.shown = performance.now();
  bench.first = bench.first || bench.shown;
}).observe(document, {subtree: true, childList: true, attributes: true, attributeFilter: ["data-shown"]});
"""
STOCK = """async (runs) => {
  const all = NAME, map = all._map, data = all.toGeoJSON(), styled = [], rebuilt = [];
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const style = (i) => ({weight: 0.5, fillOpacity: 0.9, fillColor: i % 2 ? "#2a788e" : "#7ad151"});
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    all.eachLayer((layer) => layer.setStyle({fillColor: style(i + layer._leaflet_id).fillColor}));
    await drawn();
    styled.push(performance.now() - start);
  }
  let shown = all;
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    shown.remove();
    shown = L.geoJSON(data, {style: () => style(i)}).addTo(map);
    await drawn();
    rebuilt.push(performance.now() - start);
  }
  return [styled, rebuilt];
}"""
OWN = """async (runs) => {
  const drawn = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
  const took = [];
  for (let i = 0; i < runs; i++) {
    const start = performance.now();
    Atlas.probe(0).repaintMs(1);
    await drawn();
    took.push(performance.now() - start);
  }
  return took;
}"""


def figures(server: Server, provinces: list[str], subdistricts: list[str]) -> list[Figure]:
    """Bytes and time of a change of layer at two levels, time to repaint, and time to a first map."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        try:
            first = [_first_map(browser, server) for _ in range(RUNS + 1)][1:]
            small, small_ms, _ = _changes(browser, server, "province", provinces)
            large, large_ms, own = _changes(browser, server, "subdistrict", subdistricts)
            growth = [_repaint(browser, server, level) for level in ("province", "district", "subdistrict")]
            frames = _drag(browser, server)
            styled, rebuilt = _stock(browser, canvas=False)
            canvas_styled, canvas_rebuilt = _stock(browser, canvas=True)
        finally:
            browser.close()
    return [
        Figure("first map of a fresh session", median(first) / 1000, "s", most=2, note="empty browser, warm server"),
        Figure("change of layer, 77 provinces", median(small) / 1024, "KB", most=6, note="both ways, as it travels"),
        Figure("  from key to colours", median(small_ms), "ms"),
        Figure("change of layer, 7,425 areas", median(large) / 1024, "KB", most=15, note="both ways, as it travels"),
        Figure("  from key to colours", median(large_ms), "ms"),
        Figure("repaint of 7,425 areas", median(own), "ms", note="to the second frame, as all below"),
        Figure("  stock folium.GeoJson, styled anew", median(styled), "ms", note="SVG, as folium has it"),
        Figure("    stock / own", median(styled) / median(own), "times", least=6),
        Figure("  stock folium.GeoJson, drawn anew", median(rebuilt), "ms", note="what a rerun of stock folium does"),
        Figure("    stock / own", median(rebuilt) / median(own), "times", least=8),
        Figure("paint of 77 areas", median(growth[0]), "ms", note="script alone, without waiting for frames"),
        Figure(
            "  928 areas: time per area / 77",
            _per_area(growth, 1, 0),
            "times",
            most=1,
            note=f"{median(growth[1]):.1f} ms",
        ),
        Figure(
            "  7,425 areas: time per area / 928",
            _per_area(growth, 2, 1),
            "times",
            most=1,
            note=f"{median(growth[2]):.1f} ms",
        ),
        Figure("frames of a drag under 34 ms", 100 * frames[0], "%", least=95, note=f"7,425 areas, {frames[1]} frames"),
        Figure("  prefer_canvas, styled anew", median(canvas_styled), "ms"),
        Figure("    stock / own", median(canvas_styled) / median(own), "times"),
        Figure("  prefer_canvas, drawn anew", median(canvas_rebuilt), "ms"),
        Figure("    stock / own", median(canvas_rebuilt) / median(own), "times"),
    ]


def _open(browser: Browser, address: str) -> Page:
    page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_function("window.bench.first > 0", timeout=60_000)
    return page


def _first_map(browser: Browser, server: Server) -> float:
    page = _open(browser, server.url)
    took = float(page.evaluate("bench.first"))
    page.context.close()
    return took


def _changes(
    browser: Browser, server: Server, level: str, chosen: list[str]
) -> tuple[list[float], list[float], list[float]]:
    """Bytes and milliseconds of each change of layer by the keyboard, and milliseconds of repainting alone."""
    wire = Wire(server.port)
    page = _open(browser, f"{wire.url}?lang=en&level={level}&layer={chosen[-1]}")
    page.wait_for_timeout(3 * QUIET)
    moved: list[float] = []
    took: list[float] = []
    for layer in chosen:
        _pick(page, layer)
    for layer in chosen[: RUNS + 1]:
        before = wire.bytes
        took.append(_pick(page, layer))
        moved.append(wire.bytes - before)
    own = page.evaluate(OWN, RUNS)
    page.context.close()
    wire.close()
    return moved, took, own


AREAS = (77, 928, 7425)
FRAMES = """() => {
  window.frames34 = [];
  let before = performance.now(), going = true;
  const next = (now) => { frames34.push(now - before); before = now; if (going) { requestAnimationFrame(next); } };
  requestAnimationFrame(next);
  window.stopFrames = () => { going = false; return frames34.slice(2); };
}"""


def _repaint(browser: Browser, server: Server, level: str) -> list[float]:
    """Milliseconds of painting all areas of a level anew, by the map's own clock."""
    page = _open(browser, f"{server.url}?lang=en&level={level}&layer=density")
    page.wait_for_timeout(2 * QUIET)
    took = page.evaluate("Atlas.probe(0).repaintMs(12)")[2:]
    page.context.close()
    return list(took)


def _per_area(growth: list[list[float]], large: int, small: int) -> float:
    """How much longer an area takes among many than among few."""
    return (median(growth[large]) / AREAS[large]) / (median(growth[small]) / AREAS[small])


def _drag(browser: Browser, server: Server) -> tuple[float, int]:
    """The share of frames under 34 ms while the map of all subdistricts is dragged by hand, and how many there were."""
    page = _open(browser, f"{server.url}?lang=en&level=subdistrict&layer=density")
    page.wait_for_timeout(3 * QUIET)
    page.get_by_test_id("atlas-zoom-in").click()
    page.wait_for_timeout(QUIET)
    box = page.get_by_test_id("atlas-map").bounding_box()
    if box is None:
        raise RuntimeError("bench: the map is not on the page")
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.evaluate(FRAMES)
    for step in range(120):
        page.mouse.move(x - 0.8 * step, y - 0.8 * step)
    frames = page.evaluate("stopFrames()")
    page.mouse.up()
    page.context.close()
    return sum(frame < 34 for frame in frames) / max(1, len(frames)), len(frames)


def _pick(page: Page, layer: str) -> float:
    declared, speak = layers.catalogue()[layer], say("en")
    box = page.get_by_test_id("stSelectbox").nth(1).locator("input")
    box.click()
    box.fill(f"{speak(f'family.{declared.family}')} · {declared.title.en}")
    box.press("Enter")
    page.wait_for_function(
        "(layer) => document.querySelector('[data-testid=atlas]').dataset.layer === layer && bench.shown > bench.key",
        arg=layer,
        timeout=20_000,
    )
    took = float(page.evaluate("bench.shown - bench.key"))
    # What comes after the colours, such as the table beside them, is part of the change as well.
    page.wait_for_timeout(QUIET)
    return took


def _stock(browser: Browser, canvas: bool) -> tuple[list[float], list[float]]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file in ("leaflet.js", "leaflet.css"):
            (folder / file).write_bytes(assets.leaflet(file))
        (folder / "shapes.topojson").write_bytes(topology_of("subdistrict", None))
        areas = gpd.read_file(folder / "shapes.topojson")[["geometry"]].set_crs(4326, allow_override=True)
        drawn = folium.Map(location=(13.2, 101.2), zoom_start=6, tiles=None, prefer_canvas=canvas)
        drawn.default_js = [("leaflet", "leaflet.js")]
        drawn.default_css = [("leaflet_css", "leaflet.css")]
        shapes = folium.GeoJson(areas, style_function=lambda _: {"weight": 0.5, "fillOpacity": 0.9})
        shapes.add_to(drawn)
        drawn.save(str(folder / "stock.html"))
        page = browser.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.goto((folder / "stock.html").as_uri())
        end = time.monotonic() + 60
        while not page.evaluate(f"typeof {shapes.get_name()} !== 'undefined'") and time.monotonic() < end:
            page.wait_for_timeout(200)
        count = page.evaluate(f"{shapes.get_name()}.getLayers().length")
        if count != len(areas):
            raise RuntimeError(f"bench: the stock map drew {count} of {len(areas)} areas")
        styled, rebuilt = page.evaluate(STOCK.replace("NAME", shapes.get_name()), RUNS)
        page.context.close()
    return styled, rebuilt
