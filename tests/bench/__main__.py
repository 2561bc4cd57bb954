"""`python -m tests.bench [PART ...]`: measure the parts named and print one table; with no name, the usual ones.

`soak` takes ten minutes, or as many as the number after it says: `python -m tests.bench soak 2`. `edition` makes one
of the country, `districts` one with a page for each district too.
"""

from __future__ import annotations

import sys

from tests.bench import browser, edition, fairness, joining, printing, readers, scoring, sharing
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


# What needs no server, by the name that it is asked for.
ALONE = {
    "join": joining.figures,
    "score": scoring.figures,
    "fairness": fairness.figures,
    "share": sharing.figures,
    "print": printing.figures,
    "edition": edition.figures,
}


def main(parts: list[str]) -> None:
    """Measure the parts asked for and print one table."""
    wanted = parts or [*ALONE, "browser", "readers"]
    found: list[Figure] = [figure for name, figures in ALONE.items() if name in wanted for figure in figures()]
    if "districts" in wanted:
        found += edition.figures(districts=True)
    if {"browser", "readers", "soak"} & set(wanted):
        with serving() as server:
            if "browser" in wanted:
                found += browser.figures(server, PROVINCES, SUBDISTRICTS)
            if "readers" in wanted:
                found += readers.figures(server, PROVINCES, SUBDISTRICTS)
            if "soak" in wanted:
                minutes = [float(part) for part in wanted if part.replace(".", "", 1).isdigit()]
                found += readers.soak(server, PROVINCES, *minutes[:1])
    print(show(found))


if __name__ == "__main__":
    main(sys.argv[1:])
