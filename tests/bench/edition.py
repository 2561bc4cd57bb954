"""An edition: time to make it, bytes of a first view, requests a plain server answers, and what Lighthouse says."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, sync_playwright

from tests.bench.browser import ALONE, CHROMIUM, RUNS
from tests.bench.plain import needed, served
from tests.bench.server import ROOT
from tests.bench.table import Figure, median

# The newest that runs on Debian's node; it is fetched into a folder of this run and goes with it.
LIGHTHOUSE = "lighthouse@12.8.2"
PROVINCE, NATIONAL = "th/province/50.html", "th/index.html"
SECONDS, LINES = 5, 50
# wrk asks for each file in turn and tells at the end what came back.
ASKING = """
local paths, at = {%s}, 0
request = function()
  at = at %% #paths + 1
  return wrk.format("GET", paths[at], {["Accept-Encoding"] = "gzip"})
end
done = function(summary, latency)
  local e = summary.errors
  print(string.format("TOLD %%d %%d %%d %%f", summary.requests, summary.duration,
    e.connect + e.read + e.write + e.status + e.timeout, latency:percentile(99) / 1000))
end
"""
CATEGORIES = ("performance", "accessibility", "best-practices")


def figures(districts: bool = False) -> list[Figure]:
    """All figures of an edition of the whole country, or of one that holds a page for each district too."""
    with tempfile.TemporaryDirectory() as name:
        out = Path(name, "edition")
        found = _making(out, districts)
        with served(out) as address:
            found += _first_views(address)
            found += _crowd(address)
            found += _lighthouse(address, Path(name))
    return found


def _making(out: Path, districts: bool) -> list[Figure]:
    line = [sys.executable, "-m", "geo.publish", "site", str(out), "--confirm", "all", "--date", "2026-11-25"]
    took = []
    for _ in range(2):
        start = time.perf_counter()
        made = subprocess.run(
            [*line, *(["--districts"] if districts else [])], cwd=ROOT, capture_output=True, text=True
        )
        took.append(time.perf_counter() - start)
        if made.returncode:
            raise RuntimeError(f"bench: the edition was not made: {made.stderr.strip().splitlines()[-1]}")
    files = [path for path in out.rglob("*") if path.is_file()]
    note = (
        f"one run, {os.cpu_count()} cores; {len(files):,} files, {sum(f.stat().st_size for f in files) / 1e6:,.0f} MB"
    )
    what = "77 provinces and 928 districts" if districts else "77 provinces"
    return [
        Figure(f"edition of {what}", took[0], "s", most=300 if districts else 60, note=note),
        Figure("  made again, nothing changed", took[1], "s", note="one run"),
    ]


def _first_views(address: str) -> list[Figure]:
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        try:
            province = [_received(browser, address + PROVINCE) for _ in range(RUNS)]
            national = [_received(browser, address + NATIONAL) for _ in range(RUNS)]
        finally:
            browser.close()
    return [
        Figure("first view of a province", median(province), "KB", most=400, note="all it loads, as it travels"),
        Figure("first view of the country", median(national), "KB", most=900, note="all it loads, as it travels"),
    ]


def _received(browser: Browser, address: str) -> float:
    """Kilobytes that a fresh browser receives for a page, heads of the answers included."""
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    line, received = context.new_cdp_session(page), list[float]()
    line.on("Network.loadingFinished", lambda told: received.append(told["encodedDataLength"]))
    line.send("Network.enable")
    page.goto(address, wait_until="networkidle")
    context.close()
    return sum(received) / 1024


def _asked(address: str, page: str) -> list[str]:
    """The paths that a browser asks for when it opens a page."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=CHROMIUM, args=ALONE)
        tab, asked = browser.new_page(), list[str]()
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(address + page, wait_until="networkidle")
        browser.close()
    return [urlsplit(url).path for url in asked if url.startswith(address)]


def _crowd(address: str) -> list[Figure]:
    """How many requests a second are answered when many readers open the page of a province at once."""
    wrk, paths = needed("wrk", "wrk"), _asked(address, PROVINCE)
    answered, failed, slowest = [], 0, []
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(ASKING % ", ".join(f'"{path}"' for path in paths))
        script.flush()
        line = [wrk, "-t2", f"-c{LINES}", f"-d{SECONDS}s", "--timeout", "5s", "-s", script.name, address]
        for _ in range(RUNS):
            told = re.search(r"TOLD (\d+) (\d+) (\d+) ([\d.]+)", subprocess.check_output(line, text=True))
            if told is None:
                raise RuntimeError("bench: wrk did not tell how many requests were answered")
            answered.append(int(told[1]) / (int(told[2]) / 1e6))
            failed += int(told[3])
            slowest.append(float(told[4]))
    note = f"nginx, {LINES} lines, page of a province with its {len(paths)} files, {RUNS} x {SECONDS} s"
    return [
        Figure("requests answered a second", median(answered), "/s", least=500, note=note),
        Figure("  answers that failed", failed, "", most=0, note="connection, reading, status or time"),
        Figure("  99 of 100 within", median(slowest), "ms"),
    ]


def _lighthouse(address: str, folder: Path) -> list[Figure]:
    """Scores of a province page on a telephone with a slow line, which is what Lighthouse plays."""
    npm = needed("npm", "npm")
    tools = folder / "tools"
    tools.mkdir()
    done = subprocess.run(
        [npm, "install", "--silent", "--no-audit", "--no-fund", "--no-save", "--prefix", str(tools), LIGHTHOUSE],
        capture_output=True, text=True,
    )  # fmt: skip
    program = tools / "node_modules" / ".bin" / "lighthouse"
    if done.returncode or not program.exists():
        why = (done.stderr.strip() or "no reason told").splitlines()[-1]
        raise RuntimeError(f"bench: npm did not fetch {LIGHTHOUSE} ({why}); the other parts need no network")
    line = [str(program), address + PROVINCE, "--quiet", "--output=json", "--no-enable-error-reporting"]
    line += [f"--only-categories={','.join(CATEGORIES)}", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"]
    told = []
    for _ in range(RUNS):
        run = subprocess.run(line, env={**os.environ, "CHROME_PATH": CHROMIUM}, capture_output=True, text=True)
        if run.returncode:
            raise RuntimeError(f"bench: lighthouse failed: {(run.stderr.strip() or 'no reason told').splitlines()[-1]}")
        told.append(json.loads(run.stdout)["categories"])
    return [
        Figure(f"Lighthouse, {name}", 100 * median([one[name]["score"] for one in told]), "", least=95,
               note=f"province page, telephone; {LIGHTHOUSE}")
        for name in CATEGORIES
    ]  # fmt: skip
