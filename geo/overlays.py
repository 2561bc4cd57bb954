"""Points that a reader may lay over the areas: offices, stations, airports, smart cities; each from its source."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from geo import store
from geo.places import places
from geo.words import Text

COLUMNS = ["id", "kind", "name_th", "name_en", "lat", "lon", "area_code", "note_th", "note_en", "source"]


@dataclass(frozen=True)
class Kind:
    """One kind of point: its title, and the file and rows it comes from.

    ``counted`` names an indicator: then the file holds numbers of subdistricts and no positions, and each number stands
    at its subdistrict's middle point.
    """

    title: Text
    file: str
    only: tuple[tuple[str, str], ...] = ()
    counted: str = ""


KINDS: dict[str, Kind] = {
    "lao_office": Kind(Text("ที่ทำการ อปท.", "Local authority offices"), "lao/lao.csv"),
    "district_office": Kind(
        Text("ที่ว่าการอำเภอและสำนักงานเขต", "District offices"),
        "district_offices/offices.csv",
        (("kind", "district_office"),),
    ),
    "province_hall": Kind(
        Text("ศาลากลางจังหวัด", "Province halls"), "district_offices/offices.csv", (("kind", "province_hall"),)
    ),
    "school": Kind(
        Text("โรงเรียน (จำนวนในแต่ละตำบล ณ จุดกลางตำบล)", "Schools (number in each subdistrict, at its middle point)"),
        "schools/schools.csv",
        counted="schools",
    ),
    "smart_city": Kind(Text("เมืองอัจฉริยะที่ได้รับการรับรอง", "Certified smart cities"), "smart_cities/certified.csv"),
    "air_station": Kind(Text("สถานีตรวจวัดคุณภาพอากาศ", "Air-quality stations"), "air_quality_stations/stations.csv"),
    "weather_station": Kind(Text("สถานีตรวจอากาศ", "Weather stations"), "weather_stations/stations.csv"),
    "airport": Kind(
        Text("ท่าอากาศยานที่มีเที่ยวบินประจำ", "Airports with scheduled flights"),
        "airports/airports.csv",
        (("scheduled_service", "yes"),),
    ),
    "power_plant": Kind(Text("โรงไฟฟ้า", "Power plants"), "power_plants/plants.csv"),
    "exchange": Kind(
        Text("จุดแลกเปลี่ยนอินเทอร์เน็ต", "Internet exchanges"),
        "exchanges_cables/points.csv",
        (("kind", "internet_exchange"),),
    ),
    "landing": Kind(
        Text("จุดขึ้นบกของเคเบิลใต้น้ำ", "Submarine cable landings"),
        "exchanges_cables/points.csv",
        (("kind", "cable_landing"),),
    ),
}


def kinds() -> list[str]:
    """The kinds whose source can be read and may be used now."""
    return [kind for kind, entry in KINDS.items() if store.usable(entry.file.split("/")[0])]


def overlay(kind: str, within: str | Iterable[str] | None = None) -> pd.DataFrame:
    """The points of one kind.

    Parameters
    ----------
    kind : str
        A key of ``KINDS``.
    within : str or codes, optional
        Only points in these places, as :func:`geo.places.places` takes it.

    Returns
    -------
    DataFrame
        ``id, kind, name_th, name_en, lat, lon, area_code, note_th, note_en, source``, and ``value`` where a point
        stands for a number of things; rows without a position left out. A local authority's point says in its note
        when it is not the office but a point inside its area. Points that are known by district or province only are
        found in those and in wider places, never in a subdistrict.

    Raises
    ------
    ValueError
        For an unknown kind or place.
    SourceError
        When the kind's source cannot be used now; :func:`kinds` lists those that can.
    """
    if kind not in KINDS:
        raise ValueError(f"overlay: there are no points of kind {kind!r}; there are {', '.join(KINDS)}")
    entry = KINDS[kind]
    source, file = entry.file.split("/")
    if entry.counted:
        found = _counted(source, file, entry.counted)
    else:
        found = _authorities() if source == "lao" else _listed(source, file, entry.only)
    columns = [*COLUMNS, "value"] if entry.counted else COLUMNS
    found = found.assign(source=source)[columns].dropna(subset=["lat", "lon"])
    return found if within is None else found[found["area_code"].isin(_areas(within))]


def _areas(within: str | Iterable[str]) -> set[str]:
    """Every code under which a point of these places may be kept: drawn subdistricts, districts and provinces."""
    codes = [within] if isinstance(within, str) else list(within)
    drawn = set(places("subdistrict", codes)["polygon_code"])
    return drawn.union(*(places(level, codes).index for level in ("district", "province")))


def _listed(source: str, file: str, only: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    rows = store.table(source, file)
    for column, text in only:
        rows = rows[rows[column] == text]
    rows = rows.assign(**{note: "" for note in ("note_th", "note_en") if note not in rows})
    position = {axis: pd.to_numeric(rows[axis], errors="coerce") for axis in ("lat", "lon")}
    english = rows["name_en"].where(rows["name_en"] != "", rows["name_th"])
    thai = rows["name_th"].where(rows["name_th"] != "", rows["name_en"])
    return rows.assign(**position, name_en=english, name_th=thai)


def _counted(source: str, file: str, indicator: str) -> pd.DataFrame:
    """Numbers of subdistricts at their middle points; those that share an outline stand there together."""
    rows, homes = store.values(source, file), places("subdistrict")
    rows = rows[(rows["indicator"] == indicator) & rows["area_code"].isin(homes.index) & (rows["value"] > 0)]
    home = homes.loc[rows["area_code"]]
    return pd.DataFrame(
        {
            "id": rows["area_code"].to_numpy(),
            "kind": indicator,
            **{name: home[name].to_numpy() for name in ("name_th", "name_en", "lat", "lon")},
            "area_code": home["polygon_code"].to_numpy(),
            "note_th": "จุดกลางตำบล ไม่ใช่ที่ตั้งจริง",
            "note_en": "at the middle of the subdistrict, not where they stand",
            "value": rows["value"].to_numpy(),
        }
    )


def _authorities() -> pd.DataFrame:
    rows = places("lao")
    office = rows["point_source"].isin(["dla", "office"])
    return pd.DataFrame(
        {
            "id": rows.index,
            "kind": "lao_office",
            "name_th": rows["full_name_th"].to_numpy(),
            "name_en": (rows["name_en"] + " " + rows["type_en"]).to_numpy(),
            "lat": rows["lat"].to_numpy(),
            "lon": rows["lon"].to_numpy(),
            "area_code": rows["district"].where(rows["district"] != "", rows["province"]).to_numpy(),
            "note_th": office.map({True: "", False: "จุดภายในพื้นที่ ไม่ใช่ที่ตั้งสำนักงาน"}).to_numpy(),
            "note_en": office.map({True: "", False: "a point inside the area, not the office"}).to_numpy(),
        }
    )
