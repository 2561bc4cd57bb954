"""A street map under the areas: with a server of tiles that answers, one that fails, and one that is not there."""

from __future__ import annotations

import base64
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser

from geo.words import say
from tests.browser.conftest import PATIENCE_MS, ROOT, Reader, wait_for

pytestmark = pytest.mark.browser
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)


class Tiles(ThreadingHTTPServer):
    """A server of tiles on this machine; ``status`` is what it answers, ``asked`` what it was asked for."""

    status = 200

    def __init__(self) -> None:
        self.asked: list[str] = []
        super().__init__(("127.0.0.1", 0), Answer)


class Answer(BaseHTTPRequestHandler):
    """One tile: a pixel where all is well, else only the status."""

    server: Tiles

    def do_GET(self) -> None:
        self.server.asked.append(self.path)
        self.send_response(self.server.status)
        self.send_header("Content-Type", "image/png")
        self.end_headers()
        if self.server.status == 200:
            self.wfile.write(PIXEL)

    def log_message(self, *told: object) -> None:
        """Nothing: what was asked is counted."""


@pytest.fixture(scope="module")
def tiles() -> Iterator[Tiles]:
    with Tiles() as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture(scope="module")
def dashboard(tiles: Tiles) -> Iterator[str]:
    """A dashboard whose office has set up that server of tiles."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    pattern = f"http://127.0.0.1:{tiles.server_port}/{{z}}/{{x}}/{{y}}.png"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port)]
    own = os.environ | {"ATLAS_TILES": pattern, "ATLAS_TILES_BY": "Office of maps"}
    with subprocess.Popen(
        [*command, "--server.address", "127.0.0.1"],
        cwd=ROOT,
        env=own,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as run:
        try:
            base = f"http://127.0.0.1:{port}"
            wait_for(base, run)
            yield base
        finally:
            run.terminate()


@pytest.fixture
def visitor(browser: Browser, dashboard: str) -> Iterator[Reader]:
    """A reader of that dashboard; requests to the server of tiles may fail, all others may not."""
    context = browser.new_context(service_workers="block")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    new = Reader(page, dashboard)
    page.on("request", lambda request: new.asked.append(request.url))
    page.on("pageerror", lambda error: new.complaints.append(str(error)))
    yield new
    context.close()
    assert new.complaints == []


VEIL = "() => getComputedStyle(document.querySelector('.atlas-fill')).opacity"


def asked_of_tiles(visitor: Reader, tiles: Tiles) -> list[str]:
    return [url for url in visitor.asked if urlsplit(url).port == tiles.server_port]


def test_tiles_are_asked_for_only_once_the_street_map_is_switched_on(visitor: Reader, tiles: Tiles) -> None:
    tiles.status = 200
    visitor.go("/?lang=en")
    visitor.drawn(areas=77)
    assert asked_of_tiles(visitor, tiles) == []
    visitor.page.get_by_text(say("en")("map_page.options")).click()
    visitor.page.get_by_text(say("en")("map_page.street")).click()
    visitor.until("() => document.querySelectorAll('.leaflet-tile-loaded').length > 0")
    visitor.drawn(areas=77)
    assert tiles.asked
    assert float(visitor.page.evaluate(VEIL)) < 1, "streets shine through"
    assert say("en")("map.tiles_failed") not in visitor.page.locator("[data-testid=atlas]").inner_text()
    assert visitor.page.get_by_text("Office of maps").count() >= 1, "who made the street map is thanked"


@pytest.mark.parametrize("status", [404, 500])
@pytest.mark.parametrize("lang", ["th", "en"])
def test_tiles_that_fail_leave_the_map_and_a_sentence(visitor: Reader, tiles: Tiles, status: int, lang: str) -> None:
    tiles.status = status
    visitor.go(f"/?lang={lang}&street=1")
    visitor.drawn(areas=77)
    visitor.page.get_by_text(say(lang)("map.tiles_failed")).wait_for()
    assert asked_of_tiles(visitor, tiles)
    assert len(str(visitor.probe("values"))) == 77
    assert visitor.page.evaluate("() => Atlas.probe().colourAt('50')[3] > 0"), "the areas keep their colours"
    assert visitor.page.evaluate(VEIL) == "1", "which are those of the legend"


# Last in the file: the server of tiles does not come back.
def test_a_server_of_tiles_that_is_not_there_leaves_the_map_and_a_sentence(visitor: Reader, tiles: Tiles) -> None:
    tiles.shutdown()
    tiles.server_close()
    visitor.go("/?lang=en&street=1")
    visitor.drawn(areas=77)
    visitor.page.get_by_text(say("en")("map.tiles_failed")).wait_for()
    assert visitor.page.evaluate("() => Atlas.probe().colourAt('50')[3] > 0")
