"""What a server does once before its first reader comes, so that nobody waits for it."""

from __future__ import annotations

import gc

import layers
from geo.boundaries import neighbours
from geo.drawings import topology_codes
from geo.measure import latest, measure
from geo.places import places
from geo.search import find
from geo.together import together


def warm_up() -> None:
    """Read places and the province values of every layer, then take all of it out of the garbage collector's rounds.

    Streamlit collects garbage after every run of a page; what is read here stays for good, so it need not be looked
    at again each time (a busy server spends most of its time there otherwise).
    """
    for level in ("country", "region", "province", "district", "subdistrict", "lao"):
        places(level)
    for layer_id, layer in layers.catalogue().items():
        for level in ("country", "region", "province"):
            if level in layer.levels and latest(layer_id, level):
                measure(layer_id, level)
    # Finding and grouping bring libraries and an index along, for which the first reader would wait.
    find("10")
    find("Bangkok")
    for layer_id in list(layers.catalogue())[:1]:
        together(measure(layer_id, "province"))
    # Reading who borders on whom among 7,425 areas takes as long as their whole map; what lies together then a fifth.
    neighbours("subdistrict")
    for level in ("province", "district", "subdistrict"):
        topology_codes(level)
    gc.collect()
    gc.freeze()
