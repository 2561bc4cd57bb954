"""Airports with an ICAO code, and whether scheduled flights use them."""

from __future__ import annotations

from pathlib import Path

from geo.build import plain_csv, read_raw
from geo.corrections import apply
from geo.placing import place

LIST = "infrastructure/airports.csv"
NOTES = {"yes": ("scheduled flights", "มีเที่ยวบินประจำ"), "no": ("no scheduled flights", "ไม่มีเที่ยวบินประจำ")}


def build(raw: Path) -> dict[str, bytes]:
    """One row an airport, airfield or heliport."""
    listed = apply(read_raw(raw / LIST), "airports", LIST)
    points = place(listed).rename(columns={"name": "name_en", "kind": "size"}).assign(kind="airport", name_th="")
    # The source writes some degrees with float noise; five decimals are one metre.
    points[["lat", "lon"]] = points[["lat", "lon"]].map(lambda text: str(round(float(text), 5)))
    points["note_en"], points["note_th"] = (points["scheduled_service"].map(lambda s, i=i: NOTES[s][i]) for i in (0, 1))
    columns = ["id", "kind", "name_th", "name_en", "lat", "lon", "area_code", "placed", "size", "iata_code"]
    return {"airports.csv": plain_csv(points[[*columns, "scheduled_service", "note_th", "note_en"]])}
