"""What ships on infrastructure against the figures recorded by those who collected it, and the guards of its builds."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pandas as pd
import pytest

from geo import cards, corrections, store
from geo.places import places
from geo.problems import SourceError

POINTS = (
    "air_quality_stations/stations.csv",
    "weather_stations/stations.csv",
    "airports/airports.csv",
    "district_offices/offices.csv",
    "power_plants/plants.csv",
    "exchanges_cables/points.csv",
    "smart_cities/certified.csv",
)


def table(file: str) -> pd.DataFrame:
    return store.table(*file.split("/"))


def builder(source: str) -> ModuleType:
    path = cards.data_folder() / source / "build.py"
    spec = importlib.util.spec_from_file_location(f"build_of_{source}", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def of_level(file: str, indicator: str, digits: int) -> pd.DataFrame:
    rows = store.values(*file.split("/"))
    rows = rows[(rows["indicator"] == indicator) & rows["area_code"].str.fullmatch(rf"\d{{{digits}}}")]
    return rows.set_index("area_code")


def provinces(points: pd.DataFrame) -> set[str]:
    return set(points["area_code"].str[:2])


def test_every_listed_school_is_counted_in_its_province_and_district() -> None:
    # Collector's count: 35,594 schools in 76 provinces and 919 districts; 1,243 in Bangkok, 306 in Samut Prakan.
    province, district = (of_level("schools/schools.csv", "schools", digits)["value"] for digits in (2, 4))
    assert (province.sum(), len(province)) == (35_594, 76)
    assert (district.sum(), len(district)) == (35_594, 919)
    assert (province["10"], province["11"]) == (1_243, 306)


def test_schools_without_a_subdistrict_are_missing_below_the_district_and_make_its_zeros_unsure() -> None:
    # 121 of 35,594 names (0.3 %) could not be matched to a subdistrict.
    subdistrict = of_level("schools/schools.csv", "schools", 6)
    assert subdistrict["value"].sum() == 35_594 - 121
    unsure = subdistrict[subdistrict["value"].isna()]
    assert unsure["note"].str.contains("without a subdistrict").all()
    district = of_level("schools/schools.csv", "schools", 4)["value"]
    known = subdistrict["value"].groupby(subdistrict.index.str[:4]).sum()
    assert (district > known)[unsure.index.str[:4]].all()
    zero = subdistrict[subdistrict["value"] == 0]
    assert (district == known)[zero.index.str[:4]].all()
    assert (zero["note_th"] != "").all()


def test_sukhothai_is_left_out_and_every_other_subdistrict_has_a_row() -> None:
    counted = store.values("schools", "schools.csv")["area_code"]
    assert not counted.str.startswith("64").any()
    everywhere = places("subdistrict").index
    assert set(everywhere[~everywhere.str.startswith("64")]) <= set(counted)


def test_schools_stop_when_the_list_and_the_published_counts_differ() -> None:
    listed = pd.DataFrame({"province_code": ["10", "10"], "district_code": ["1001", "1002"]})
    told = pd.DataFrame({"area_level": ["province"], "area_code": ["10"], "value": ["3"]})
    with pytest.raises(SourceError, match=r"1 province counts differ .* first 10: 2 against 3"):
        builder("schools")._agree(listed, told)


def test_websites_on_record_are_those_without_a_recorded_problem() -> None:
    # Collector's count: 7,850 bodies, 5,715 without a recorded problem, 1,105 without a recorded website.
    rows = store.values("lao_websites", "websites.csv")
    own = rows[rows["area_code"].str.fullmatch(r"\d{7}|BMA")]
    sites = own[own["indicator"] == "website_on_record"]
    assert (len(sites), sites["value"].sum(), set(sites["value"])) == (7_850, 5_715, {0.0, 1.0})
    assert sites["note"].str.startswith("no website recorded").sum() == 1_105
    assert set(sites["area_code"]) == set(places("lao").index)


def test_provinces_count_every_body_and_districts_leave_out_those_that_serve_a_province() -> None:
    file = "lao_websites/websites.csv"
    province, district = of_level(file, "laos", 2)["value"], of_level(file, "laos", 4)["value"]
    assert (len(province), province.sum()) == (77, 7_850)
    # 76 provincial organisations and the Bangkok Metropolitan Administration serve whole provinces.
    assert (len(district), district.sum()) == (878, 7_850 - 77)
    assert of_level(file, "website_on_record", 2)["value"].sum() == 5_715


def test_a_municipality_numbered_50_is_not_taken_for_a_province_body() -> None:
    # 3050 is the municipality Hua Thale; 300050 is the provincial organisation of Nakhon Ratchasima.
    list_id = builder("lao_websites").list_id
    assert [list_id(code) for code in ("3050", "300050", "300158")] == ["3050", "30", "300108"]


def test_websites_stop_at_a_body_that_only_one_list_knows(tmp_path: Path) -> None:
    for folder in ("infrastructure", "codes"):
        (tmp_path / folder).mkdir()
    (tmp_path / "infrastructure/local_government_offices_and_websites.csv").write_text(
        "id,province_code,website_status,website_last_checked\n10,10,no_problem_recorded,\n1199,11,offline,2021-01-01\n"
    )
    (tmp_path / "codes/lao.csv").write_text("xml_geocode,lao_code,type,district_code\n10,,special_bangkok,\n")
    with pytest.raises(SourceError, match=r"1 authorities .* first \['1199'\]"):
        builder("lao_websites").build(tmp_path)


def test_certified_cities_fit_the_announced_totals() -> None:
    # Announced: 15 (2021), 15 more in 14 provinces making 30 in 23 (2022), 36 in 25 (2023), 37 (2025).
    cities = table("smart_cities/certified.csv")
    assert cities.groupby("year").size().to_dict() == {"2021": 15, "2022": 15, "2023": 6, "2025": 1}
    until = {year: provinces(cities[cities["year"] <= year]) for year in ("2021", "2022", "2023")}
    assert [len(until[year]) for year in ("2021", "2022", "2023")] == [11, 23, 25]
    assert len(provinces(cities[cities["year"] == "2022"])) == 14
    assert cities["evidence"].value_counts().to_dict() == {"announcement": 29, "third_party": 8}


def test_the_two_cities_in_doubt_follow_their_announcement_and_lose_their_points() -> None:
    cities = table("smart_cities/certified.csv").set_index("id")
    assert cities.loc[["khao-khun-song", "tai-yong"], "area_code"].tolist() == ["20", "50"]
    assert cities.index[cities["lat"] == ""].tolist() == ["khao-khun-song", "tai-yong"]


def test_a_correction_speaks_up_once_the_register_has_mended_itself() -> None:
    file = "infrastructure/smart_city_projects.csv"
    mended = pd.DataFrame({"id": ["khao-khun-song"], "province_code": ["20"]})
    with pytest.raises(SourceError, match="province_code reads '20', the correction expects '21'"):
        corrections.apply(mended, "smart_cities", file)
    gone = pd.DataFrame({"name": ["CHIANG RAI AGROMET"], "id": ["483040-99999"]})
    with pytest.raises(SourceError, match="no such row any more"):
        corrections.apply(gone, "weather_stations", "infrastructure/weather_stations.csv")


def cities(folder: Path, register: str, announced: str) -> Path:
    for name in ("infrastructure", "kpi-survey", "codes"):
        (folder / name).mkdir(exist_ok=True)
    (folder / "infrastructure/smart_city_projects.csv").write_text(register)
    (folder / "kpi-survey/smart_cities.csv").write_text(announced)
    (folder / "codes/provinces.csv").write_text("name_th,province_code\nน่าน,55\nแพร่,54\n")
    return folder


def test_cities_stop_when_the_two_lists_disagree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    module = builder("smart_cities")
    monkeypatch.setattr(module, "apply", lambda listed, source, file: listed)
    register = (
        "id,name,name_th,status,batch_year,local_type,smart_dimensions,lat,lon,province_code\n"
        "nan,Nan,น่าน,certified,2022,province,energy,18.8,100.8,55\n"
    )
    heading = "id,status,province_th,year,certainty\n"
    with pytest.raises(SourceError, match=r"no longer name the same cities, first \['nan'\]"):
        module.build(cities(tmp_path, register, f"{heading}phrae,certified,แพร่,2022,stated\n"))
    with pytest.raises(SourceError, match=r"1 cities stand in another province .* first \['nan'\]"):
        module.build(cities(tmp_path, register, f"{heading}nan,certified,แพร่,2022,stated\n"))
    same = module.build(cities(tmp_path, register, f"{heading}nan,certified,น่าน,2022,third_party\n"))
    assert b"third_party" in same["certified.csv"]


def test_air_stations_are_those_of_the_published_table() -> None:
    stations = table("air_quality_stations/stations.csv")
    assert stations["station_type"].value_counts().to_dict() == {"GROUND": 104, "BKK": 68, "MOBILE": 1}
    # Published: none in Phetchaburi, Phang Nga and Ranong.
    assert set(places("province").index) - provinces(stations) == {"76", "82", "85"}


def test_weather_stations_are_counted_only_where_the_list_has_one() -> None:
    stations, counts = table("weather_stations/stations.csv"), store.values("weather_stations", "counts.csv")
    counts = counts.set_index("area_code")["value"]
    assert (len(stations), len(provinces(stations))) == (132, 66)
    assert counts["TH"] == 132
    assert counts[[code for code in counts.index if code.isdigit()]].sum() == 132
    assert counts[sorted(set(places("province")["region"]))].sum() == 132
    assert (counts > 0).all()


def test_airports_and_their_scheduled_service_are_those_of_the_release() -> None:
    airports = table("airports/airports.csv")
    scheduled = airports[airports["scheduled_service"] == "yes"]
    assert (len(airports), len(provinces(airports))) == (64, 46)
    assert (len(scheduled), len(provinces(scheduled))) == (34, 33)


def test_each_district_office_stands_in_the_district_it_serves() -> None:
    offices = table("district_offices/offices.csv")
    office = offices[offices["kind"] == "district_office"]
    assert (len(office), len(offices) - len(office)) == (926, 76)
    assert set(places("district").index) - set(office["serves"]) == {"7605", "9305"}
    assert (office["area_code"].str[:4] == office["serves"]).all()


def test_an_office_outside_its_district_is_refused(tmp_path: Path) -> None:
    (tmp_path / "infrastructure").mkdir()
    # The point lies in Phra Nakhon (1001), the office is said to serve Dusit (1002).
    (tmp_path / "infrastructure/district_offices_and_province_halls.csv").write_text(
        "id,name,name_en,kind,lat,lon,province_code,district_code\n"
        "D-1002,ดุสิต,Dusit,district_office,13.7500,100.4913,10,1002\n"
    )
    with pytest.raises(SourceError, match="1 points lie outside the district they serve, first D-1002"):
        builder("district_offices").build(tmp_path)


def test_a_fuel_without_a_thai_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "infrastructure").mkdir()
    (tmp_path / "infrastructure/power_plants.csv").write_text("id,name,lat,lon,fuel\n1,A,13.75,100.49,Tidal\n")
    with pytest.raises(SourceError, match="fuel 'Tidal' has no Thai name"):
        builder("power_plants").build(tmp_path)


def test_power_plants_hold_the_capacity_that_was_recorded() -> None:
    plants = table("power_plants/plants.csv")
    assert (len(plants), len(provinces(plants))) == (171, 49)
    assert plants["capacity_mw"].astype(float).sum() / 1000 == pytest.approx(39.3, abs=0.05)


def test_exchanges_stand_in_two_provinces_and_cables_land_in_four() -> None:
    points = table("exchanges_cables/points.csv")
    exchanges, landings = (points[points["kind"] == kind] for kind in ("internet_exchange", "cable_landing"))
    assert (len(exchanges), provinces(exchanges)) == (5, {"10", "12"})
    assert (len(landings), provinces(landings)) == (4, {"20", "21", "90", "91"})


@pytest.mark.parametrize("file", POINTS)
def test_points_are_unique_sorted_inside_the_country_and_in_a_known_area(file: str) -> None:
    points = table(file)
    assert points["id"].is_unique
    assert points["id"].is_monotonic_increasing
    known = set(places("subdistrict")["polygon_code"]) | set(places("province").index)
    assert set(points["area_code"]) <= known
    drawn = points[points["lat"] != ""]
    assert drawn["lat"].astype(float).between(5.5, 20.5).all()
    assert drawn["lon"].astype(float).between(97.3, 105.7).all()
    assert (points[["name_th", "name_en"]] != "").any(axis=1).all()
