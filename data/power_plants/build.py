"""Power plants with their fuel and capacity, each in its subdistrict."""

from __future__ import annotations

from pathlib import Path

from geo.build import plain_csv, read_raw
from geo.corrections import apply
from geo.placing import place
from geo.problems import SourceError

LIST = "infrastructure/power_plants.csv"
FUELS = {
    "Solar": "แสงอาทิตย์",
    "Natural Gas": "ก๊าซธรรมชาติ",
    "Hydro": "พลังน้ำ",
    "Biomass": "ชีวมวล",
    "Coal": "ถ่านหิน",
    "Bituminous Coal": "ถ่านหินบิทูมินัส",
    "Wind": "พลังงานลม",
}


def build(raw: Path) -> dict[str, bytes]:
    """One row a plant; capacity in megawatts as the source states it, whatever the plant produces."""
    listed = apply(read_raw(raw / LIST), "power_plants", LIST)
    if unknown := sorted(set(listed["fuel"]) - set(FUELS)):
        raise SourceError(f"power_plants: fuel {unknown[0]!r} has no Thai name; add it to FUELS in its build")
    points = place(listed).rename(columns={"name": "name_en"}).assign(name_th="")
    # The source drops trailing zeros in places and writes 126.0 in others.
    points["capacity_mw"] = points["capacity_mw"].map(lambda text: f"{float(text):g}")
    pairs = list(zip(points["fuel"], points["capacity_mw"], strict=True))
    points["note_en"] = [f"{fuel.lower()}, {mw} MW" for fuel, mw in pairs]
    points["note_th"] = [f"{FUELS[fuel]} {mw} เมกะวัตต์" for fuel, mw in pairs]
    columns = ["id", "kind", "name_th", "name_en", "lat", "lon", "area_code", "placed", "fuel", "capacity_mw", "status"]
    return {"plants.csv": plain_csv(points[[*columns, "commissioning_year", "owner", "note_th", "note_en"]])}
