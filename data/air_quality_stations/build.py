"""Air-quality stations of the Pollution Control Department and of Bangkok, each in its subdistrict."""

from __future__ import annotations

from pathlib import Path

from geo.build import plain_csv, read_raw
from geo.corrections import apply
from geo.placing import place

LIST = "infrastructure/air_quality_stations.csv"
NOTES = {
    "GROUND": ("Pollution Control Department station", "สถานีของกรมควบคุมมลพิษ"),
    "BKK": ("Bangkok Metropolitan Administration station", "สถานีของกรุงเทพมหานคร"),
    "MOBILE": ("mobile station, at the place listed", "สถานีเคลื่อนที่ ณ จุดที่ระบุในบัญชี"),
}


def build(raw: Path) -> dict[str, bytes]:
    """One row a station."""
    listed = apply(read_raw(raw / LIST), "air_quality_stations", LIST)
    points = place(listed).rename(columns={"name": "name_en"})
    points["note_en"], points["note_th"] = (points["station_type"].map(lambda t, i=i: NOTES[t][i]) for i in (0, 1))
    columns = ["id", "kind", "name_th", "name_en", "lat", "lon", "area_code", "placed", "station_type"]
    return {"stations.csv": plain_csv(points[[*columns, "note_th", "note_en"]])}
