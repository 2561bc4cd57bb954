"""`python -m tests.bench [join|fairness|readers|browser ...]`: measure and print; without a name, everything."""

from __future__ import annotations

import sys

from tests.bench import browser, fairness, joining, readers
from tests.bench.server import serving
from tests.bench.table import Figure, show

# Layers whose values differ much, so that a change of layer is a change of the whole map.
PROVINCES = ["fixed_download", "mobile_download", "fixed_upload", "schools_per_10000", "density", "airport_distance"]
SUBDISTRICTS = [
    "density",
    "schools_per_10000",
    "population_change",
    "airport_distance",
    "people_per_house",
    "weather_station_distance",
]


def main(parts: list[str]) -> None:
    """Measure the parts asked for and print one table."""
    wanted = parts or ["join", "fairness", "browser", "readers"]
    found: list[Figure] = []
    if "join" in wanted:
        found += joining.figures()
    if "fairness" in wanted:
        found += fairness.figures()
    if {"browser", "readers"} & set(wanted):
        with serving() as server:
            if "browser" in wanted:
                found += browser.figures(server, PROVINCES, SUBDISTRICTS)
            if "readers" in wanted:
                found += readers.figures(server, PROVINCES, SUBDISTRICTS)
    print(show(found))


if __name__ == "__main__":
    main(sys.argv[1:])
