"""Buildings that host an internet exchange, and the towns where submarine cables land."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import plain_csv, read_raw
from geo.corrections import apply
from geo.placing import place

BUILDINGS = "infrastructure/internet_exchange_buildings.csv"
LANDINGS = "infrastructure/submarine_cable_landing_points.csv"
# The source names towns in English only.
TOWNS = {
    "rayong-thailand": "ระยอง",
    "songkhla-thailand": "สงขลา",
    "sriracha-thailand": "ศรีราชา",
    "satun-thailand": "สตูล",
}


def build(raw: Path) -> dict[str, bytes]:
    """Exchange buildings with what they host; landing towns with their cables, known by province only."""
    buildings = place(apply(read_raw(raw / BUILDINGS), "exchanges_cables", BUILDINGS))
    buildings = buildings.assign(kind="internet_exchange", name_th="", name_en=buildings["exchanges"])
    buildings["note_th"] = buildings["note_en"] = buildings["name"]
    landings = apply(read_raw(raw / LANDINGS), "exchanges_cables", LANDINGS).assign(kind="cable_landing")
    # A landing point is drawn at its town, so its subdistrict would say more than is known.
    landings = landings.assign(area_code=landings["province_code"], placed="province")
    landings["name_th"] = "จุดขึ้นบกเคเบิลใต้น้ำ " + landings["id"].map(TOWNS)
    landings["name_en"] = landings["name"].str.removesuffix(", Thailand") + " cable landing"
    landings["note_th"] = landings["note_en"] = landings["cable_names"]
    columns = ["id", "kind", "name_th", "name_en", "lat", "lon", "area_code", "placed", "note_th", "note_en"]
    points = pd.concat([buildings[columns], landings[columns]]).sort_values("id")
    return {"points.csv": plain_csv(points)}
