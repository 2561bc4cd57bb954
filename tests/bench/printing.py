"""The map of all subdistricts for print, beside its description, as they grow from 77 to 7,425 areas."""

from __future__ import annotations

import time

from geo.maps import paths
from geo.measure import measure
from geo.warm import warm_up
from pages.parts.address import from_url
from pages.parts.drawn import described
from pages.parts.take_along import Drawn, picture
from tests.bench.table import Figure, median

RUNS = 5
LEVELS = {"province": 77, "district": 928, "subdistrict": 7_425}


def figures() -> list[Figure]:
    """Seconds of ``geo.maps.svg.svg`` for one layer at three levels."""
    # As on a server, where what is read once is out of the garbage collector's rounds.
    warm_up()
    found = []
    for level, areas in LEVELS.items():
        view, _ = from_url({"layer": "density", "level": level, "lang": "th"})
        drawing, measured = described(view, level, None), measure("density", level)
        took = []
        for _ in range(RUNS):
            # The first drawing of these areas, not one of another layer whose outlines are laid already.
            paths.read.cache_clear()
            paths.flat_of.cache_clear()
            start = time.perf_counter()
            taken = Drawn(drawing, measured.level, measured.layer.source, (), "")
            content = picture(view, taken, "light")
            took.append(time.perf_counter() - start)
        most = 2.0 if level == "subdistrict" else None
        note = f"{len(content) / 1024:,.0f} KB; {1000 * median(took) / areas:.2f} ms an area"
        found.append(Figure(f"SVG of {areas:,} areas", median(took), "s", most=most, note=note))
    return found
