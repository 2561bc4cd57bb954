"""A real dashboard and a real browser: the server on a free port, chromium shut off from every other host."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from time import monotonic, sleep
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

ROOT = Path(__file__).parents[2]
START_SECONDS = 60
PATIENCE_MS = 30_000
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    # As thin clients and virtual machines have it: nothing of the atlas may need WebGL.
    "--disable-3d-apis",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)


@dataclass
class Reader:
    """One reader's tab, with everything that it asked of any server and every complaint of its console."""

    page: Page
    base: str
    asked: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def go(self, address: str = "/") -> None:
        """Open an address and wait until the map, where the screen has one, is drawn."""
        self.page.goto(self.base + address)
        self.page.wait_for_selector("[data-testid=stMainBlockContainer] h3", timeout=PATIENCE_MS)

    def until(self, condition: str, argument: object = None) -> None:
        """Wait until a condition on the page holds."""
        self.page.wait_for_function(condition, arg=argument, timeout=PATIENCE_MS)

    def drawn(self, **expected: object) -> None:
        """Wait until a map is drawn whose frame says this: areas, level, layer."""
        self.until(
            """(wanted) => {
                const frame = document.querySelector('[data-testid=atlas]');
                return frame && window.Atlas && Atlas.probe() && +frame.dataset.painted > 0
                    && +frame.dataset.areas === Atlas.probe().areas
                    && Object.entries(wanted).every(([key, value]) => frame.dataset[key] === value);
            }""",
            {key: str(value) for key, value in expected.items()},
        )
        self.still()

    def still(self) -> None:
        """Wait until the script has ended and the map has kept its place on the page for ten frames."""
        self.until(
            """() => {
                const map = document.querySelector('[data-testid=atlas-map]');
                const ended = document.querySelector('[data-test-script-state=notRunning]');
                if (!map || !ended) { window.stillFor = 0; return false; }
                const box = map.getBoundingClientRect(), now = [box.x, box.y, box.width, box.height].join();
                window.stillFor = now === window.stillAt ? (window.stillFor || 0) + 1 : 0;
                window.stillAt = now;
                return window.stillFor >= 10;
            }"""
        )

    def probe(self, question: str) -> object:
        """What the map says of itself, such as ``zoom`` or ``focused``."""
        return self.page.evaluate(f"() => Atlas.probe().{question}")

    def lost(self, url: str, why: str) -> None:
        """Note a request that failed; not that of a file which the browser saves, whose tab breaks it off."""
        if not ("/media/" in url and "ERR_ABORTED" in why):
            self.failed.append(f"{url} {why}")

    def fetched(self, part: str) -> list[str]:
        """Every address asked for that holds these letters."""
        return [url for url in self.asked if part in url]


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    """The address of a dashboard that was started for these tests."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    base = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "streamlit", "run", "dashboard.py"]
    options = ["--server.port", str(port), "--server.address", "127.0.0.1"]
    with subprocess.Popen([*command, *options], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        try:
            wait_for(base, run)
            yield base
        finally:
            run.terminate()


def wait_for(base: str, run: subprocess.Popen[bytes]) -> None:
    until = monotonic() + START_SECONDS
    while monotonic() < until:
        if run.poll() is not None:
            pytest.fail(f"the dashboard ended with code {run.returncode} before it answered")
        try:
            with urllib.request.urlopen(base + "/_stcore/health", timeout=2):
                return
        except (urllib.error.URLError, OSError):
            sleep(0.2)
    pytest.fail(f"the dashboard did not answer within {START_SECONDS} s")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's chromium; under CI=true its absence is a failure."""
    program = shutil.which("chromium")
    if program is None:
        told = "chromium was not found: install Debian's package chromium to run the browser tests"
        if os.environ.get("CI") == "true":
            pytest.fail(told)
        pytest.skip(told)
    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=program, args=list(FLAGS))
        yield opened
        opened.close()


@pytest.fixture
def width() -> int:
    """Pixels across of the reader's screen; a test may set its own by parametrize."""
    return 1280


@pytest.fixture
def reader(browser: Browser, server: str, width: int) -> Iterator[Reader]:
    """A reader with a clean browser; afterwards none of her requests may have failed or left this machine."""
    size = ViewportSize(width=width, height=900)
    context = browser.new_context(viewport=size, service_workers="block")
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    new = Reader(page, server)
    page.on("request", lambda request: new.asked.append(request.url))
    page.on("websocket", lambda socket: new.asked.append(socket.url))
    page.on("requestfailed", lambda request: new.lost(request.url, str(request.failure)))
    page.on(
        "response", lambda answer: new.failed.append(f"{answer.url} {answer.status}") if answer.status >= 400 else 0
    )
    page.on("pageerror", lambda error: new.complaints.append(str(error)))
    page.on("console", lambda told: new.complaints.append(told.text) if told.type == "error" else None)
    yield new
    context.close()
    host = urlsplit(server).netloc
    left = [url for url in new.asked if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).netloc != host]
    assert left == [], "requests left this machine"
    assert new.failed == [], "requests failed"
    assert new.complaints == [], "the console complained"
