"""Weather stations that exchange their observations internationally, and how many there are per province."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import long_csv, plain_csv, read_raw
from geo.corrections import apply
from geo.placing import place

LIST = "infrastructure/weather_stations.csv"
REGIONS = {
    "ภาคเหนือ": "north",
    "ภาคตะวันออกเฉียงเหนือ": "northeast",
    "ภาคกลาง": "central",
    "ภาคตะวันออก": "east",
    "ภาคตะวันตก": "west",
    "ภาคใต้": "south",
}


def build(raw: Path) -> dict[str, bytes]:
    """The stations, and counts for the provinces that have one; the list does not say that the others have none."""
    listed = apply(read_raw(raw / LIST), "weather_stations", LIST)
    points = place(listed).rename(columns={"name": "name_en"}).assign(name_th="")
    era = points["record_begin"].str[:4]
    points["note_en"] = [f"record since {year}" for year in era]
    points["note_th"] = [f"มีข้อมูลตั้งแต่ พ.ศ. {int(year) + 543}" for year in era]
    columns = ["id", "kind", "name_th", "name_en", "lat", "lon", "area_code", "placed", "icao", "elevation_m"]
    stations = points[[*columns, "record_begin", "record_end", "note_th", "note_en"]]
    regions = read_raw(raw / "codes/provinces.csv").set_index("province_code")["region6_th"].map(REGIONS)
    province = points["area_code"].str[:2]
    counts = pd.concat([province.value_counts(), province.map(regions).value_counts(), pd.Series({"TH": len(points)})])
    table = counts.rename("value").rename_axis("area_code").reset_index().astype(str)
    table = table.assign(indicator="stations", year="2018", period="2018", unit="stations")
    return {"stations.csv": plain_csv(stations), "counts.csv": long_csv(table)}
