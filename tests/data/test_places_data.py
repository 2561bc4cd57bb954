"""Codes, bodies and population are what their publishers state, and every correction of a name has its reason."""

from __future__ import annotations

import tomllib

import pandas as pd
import pytest

from geo import store
from geo.cards import card, data_folder
from geo.names import key
from geo.places import LEVELS, children, places


def numbers(file: str) -> pd.DataFrame:
    """Wide table of one year's counts, on the area codes."""
    return store.values("population", file).pivot(index="area_code", columns="indicator", values="value")


def test_there_are_as_many_places_as_the_lists_state() -> None:
    # codes/README: 77 provinces, 928 districts (878 amphoe, 50 khet), 7,436 subdistricts (7,256 tambon, 180 khwaeng).
    assert [len(places(level)) for level in LEVELS] == [1, 6, 77, 928, 7436, 7850]
    assert places("district")["type"].value_counts().to_dict() == {"amphoe": 878, "khet": 50}
    assert places("subdistrict")["type"].value_counts().to_dict() == {"tambon": 7256, "khwaeng": 180}


def test_there_are_as_many_local_bodies_of_each_kind_as_the_department_states() -> None:
    # codes/README, after DLA dlads_05_01 of 2026-06-10.
    assert places("lao")["type"].value_counts().to_dict() == {
        "SAO": 5300,
        "subdistrict_municipality": 2247,
        "town_municipality": 195,
        "PAO": 76,
        "city_municipality": 30,
        "special_pattaya": 1,
        "special_bangkok": 1,
    }
    assert places("lao")["boundary_status"].value_counts().to_dict() == {"outline": 5596, "point": 2177, "province": 77}
    assert places("lao")["point_source"].value_counts().to_dict() == {"dla": 4724, "office": 1665, "derived": 1461}


def test_every_tambon_is_covered_and_none_that_is_whole_is_shared() -> None:
    covered = store.table("lao", "lao_coverage.csv")
    tambon = places("subdistrict").query("type == 'tambon'").index
    assert set(covered["subdistrict_code"]) == set(tambon)
    whole = covered.loc[covered["coverage"] == "whole", "subdistrict_code"]
    assert not covered.loc[covered["subdistrict_code"].isin(whole), "subdistrict_code"].duplicated().any()


def test_the_register_of_2021_adds_up_at_every_level() -> None:
    # population/README: country 66,171,439 = provinces = districts = subdistricts, men and women = people everywhere.
    people = numbers("population_2021.csv")
    assert people.at["TH", "people"] == 66_171_439
    assert (people["male"] + people["female"] == people["people"]).all()
    for level in LEVELS[1:5]:
        assert places(level)["people"].sum() == 66_171_439
    for code in ["TH", *places("region").index, *places("province").index]:
        level = "country" if code == "TH" else "region" if code in places("region").index else "province"
        assert places(level).at[code, "people"] == sum(
            places("district" if level == "province" else "province")["people"].reindex(children(code)).fillna(0)
            if level != "country"
            else places("region")["people"]
        )


def test_houses_of_the_subdistricts_are_thirty_one_fewer() -> None:
    assert numbers("population_2021.csv").at["TH", "houses"] == 27_708_608
    assert places("subdistrict")["houses"].sum() == 27_708_608 - 31


@pytest.mark.parametrize(
    ("code", "people"), [("3120102", 248_788), ("3120601", 190_345), ("3901101", 149_142), ("3200408", 116_451)]
)
def test_cities_have_the_people_that_the_register_gives_them(code: str, people: int) -> None:
    # population/README: Nonthaburi, Pak Kret, Hat Yai, Pattaya.
    assert places("lao").at[code, "people"] == people


def test_twenty_four_bodies_are_withheld_with_the_reason() -> None:
    table = store.values("population", "lao_population_2021.csv")
    withheld = table[table["value"].isna()]
    assert withheld["area_code"].nunique() == 24
    assert withheld["note"].str.startswith("withheld").all()
    assert (withheld["note_th"] != "").all()
    assert places("lao")["people"].isna().sum() == 24


def test_the_series_has_the_years_and_gaps_of_its_source() -> None:
    series = store.table("population", "population_2010_2021.parquet")
    assert sorted(series["year"].unique()) == [2010, 2011, 2012, 2013, 2014, 2017, 2018, 2019, 2020, 2021]
    people = series[series["indicator"] == "people"]
    country = people[people["area_code"] == "TH"].set_index("year")["value"]
    of_2010 = people[(people["year"] == 2010) & (people["area_code"].str.len() == 6)]["value"].sum()
    # population/README: 2010 has 76 provinces and subdistricts 6,978 below the country; in 2020 country and provinces
    # have 66,186,727, districts 66,173,339, subdistricts 66,191,241, of which 4,514 under the registration office 7265.
    assert country[2010] - of_2010 == 6978
    assert (people[people["year"] == 2010]["area_code"].str.fullmatch(r"\d\d")).sum() == 76
    levels = people[people["year"] == 2020].groupby(people["area_code"].str.len())["value"].sum()
    assert levels[4] == 66_173_339
    assert levels[6] == 66_191_241 - 4_514
    assert country[2020] == 66_186_727


def test_former_codes_of_bueng_kan_carry_the_people_on() -> None:
    # DOPA registration statistics of 2010 (under Nong Khai) and 2011 (under Bueng Kan).
    series = store.table("population", "population_2010_2021.parquet")
    people = series[series["indicator"] == "people"].set_index(["area_code", "year"])["value"]
    former = store.table("places", "aliases.csv").query("kind == 'old-code' and level == 'subdistrict'")
    bueng_kan = former[former["alias"].str.startswith("43")]
    assert len(bueng_kan) == 52
    for code, before in zip(bueng_kan["code"], bueng_kan["alias"], strict=True):
        assert people[(code, 2011)] / people[(before, 2010)] == pytest.approx(1, abs=0.03)
    assert set(children("38", "subdistrict")) - set(bueng_kan["code"]) == {"380104"}


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("16", "Lop Buri"),
        *(("3117", "Non Suwan"), ("4106", "Nong Han"), ("4904", "Dong Luang")),
        *(("5402", "Rong Kwang"), ("8419", "Vibhavadi"), ("9603", "Bacho")),
        *(("4705", "Phang Khon"), ("6010", "Phayuha Khiri"), ("7201", "Mueang Suphan Buri")),
        *(("8503", "Kapoe"), ("9001", "Mueang Songkhla"), ("6608", "Thap Khlo")),
        *(("380101", "Bueng Kan"), ("380401", "Seka"), ("380501", "Pak Khat"), ("540204", "Rong Khem")),
    ],
)
def test_english_names_known_to_be_wrong_are_mended(code: str, name: str) -> None:
    level = {2: "province", 4: "district", 6: "subdistrict"}[len(code)]
    assert places(level).at[code, "name_en"] == name


def test_the_thai_name_that_lacked_a_vowel_is_mended_and_the_doubtful_one_is_kept() -> None:
    assert places("subdistrict").at["301417", "name_th"] == "ธงชัยเหนือ"
    assert places("subdistrict").at["150601", "name_th"] == "ไผ่จำศิล"
    doubtful = tomllib.loads((data_folder() / "places/corrections.toml").read_text(encoding="utf-8"))["doubtful"]
    assert [entry["other"] for entry in doubtful if entry["code"] == "150601"] == ["ไผ่จำศีล"]


@pytest.mark.parametrize("source", ["places", "lao"])
def test_every_correction_and_doubt_has_a_reason_in_both_languages(source: str) -> None:
    told = tomllib.loads((data_folder() / source / "corrections.toml").read_text(encoding="utf-8"))
    entries = told["correction"] + told.get("doubtful", [])
    assert entries
    assert all(entry["why_en"] and entry["why_th"] for entry in entries)
    assert all(entry["evidence"] for entry in told["correction"])
    shipped = {level: places(level) for level in ("province", "district", "subdistrict")}
    for entry in told.get("doubtful", []):
        assert shipped[entry["level"]].at[entry["code"], entry["column"]] == entry["kept"]


def test_no_two_siblings_share_a_thai_name() -> None:
    for level, parent in (("province", "region"), ("district", "province"), ("subdistrict", "district")):
        assert not places(level).duplicated([parent, "name_th"]).any()


def test_siblings_share_an_english_name_only_where_thai_names_sound_alike() -> None:
    # Bang Sai is both บางไทร and บางซ้าย; Mae Kha both แม่คะ and แม่ข่า.
    districts, subdistricts = places("district"), places("subdistrict")
    assert set(districts.index[districts.duplicated(["province", "name_en"], keep=False)]) == {"1404", "1413"}
    twice = subdistricts[subdistricts.duplicated(["district", "name_en"], keep=False)]
    assert set(twice.index) == {"500910", "500911"}


def test_no_alias_is_the_own_name_of_a_sibling() -> None:
    for level in ("province", "district", "subdistrict"):
        table = places(level)
        own = {
            (code[:-2], key(name)): code for column in ("name_th", "name_en") for code, name in table[column].items()
        }
        aliases = store.table("places", "aliases.csv").query("level == @level and kind != 'old-code'")
        for code, alias in zip(aliases["code"], aliases["alias"], strict=True):
            assert own.get((code[:-2], key(alias)), code) == code


@pytest.mark.parametrize(("source", "redistribution"), [("places", "yes"), ("lao", "ask"), ("population", "ask")])
def test_the_card_says_what_may_be_done_with_the_data(source: str, redistribution: str) -> None:
    assert card(source).may_redistribute == redistribution
    assert store.usable(source)
