"""Places nest exactly, are known by text codes, and stay usable when a source may not be used."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.places import (
    LEVELS,
    ancestors,
    children,
    coverage,
    find,
    label,
    laos_of,
    level_of,
    offices,
    parent,
    places,
)

TREE = LEVELS[:5]
any_code = st.sampled_from([code for level in LEVELS for code in places(level).index])


@pytest.fixture
def strict(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")


def test_tha_faek_moved_between_districts_and_is_drawn_where_it_was() -> None:
    # Royal Gazette: 530306 in Tha Pla until 14 February 2015, since then 530407 in Nam Pat.
    moved = places("subdistrict").loc["530407"]
    assert (moved["district"], moved["polygon_code"], moved["changed_on"]) == ("5304", "530306", "2015-02-14")
    touched = places("district")
    assert list(touched.index[touched["drawn_older"]]) == ["5303", "5304"]
    assert touched.at["5304", "area_km2"] == pytest.approx(1451.67 + 595.76, abs=0.01)


def test_nineteen_subdistricts_are_drawn_in_an_older_outline_and_say_so() -> None:
    table = places("subdistrict")
    older = table[table["drawn_older"]]
    assert len(older) == 19
    assert (older["polygon_note"] != "").all()
    assert (older["polygon_note_th"] != "").all()
    assert set(older.index[older["area_km2"].isna()]) == set(older.index) - {"530407"}
    assert (table.loc[~table["drawn_older"], "polygon_note"] == "").all()
    assert table["polygon_code"].nunique() == 7425


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("TH", "country"),
        ("west", "region"),
        ("10", "province"),
        ("1001", "district"),
        ("BMA", "lao"),
        ("3120102", "lao"),
    ],
)
def test_the_shape_of_a_code_tells_its_level(code: str, level: str) -> None:
    assert level_of(code) == level


@pytest.mark.parametrize("code", ["", "1", "100", "th", "10a1", "๑๐", "10010112", "North"])
def test_text_without_the_shape_of_a_code_is_refused(code: str) -> None:
    with pytest.raises(ValueError, match="is no code"):
        level_of(code)


def test_a_code_that_no_place_has_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="no district '1099'"):
        parent("1099")
    with pytest.raises(ValueError, match=r"no province '99'.*office"):
        places("district", within="99")
    with pytest.raises(ValueError, match="no level 'village'"):
        places("village")


def test_the_two_schemes_of_regions_are_kept_apart() -> None:
    # KPI survey regions: 9, 22, 20, 7, 5, 14; National Statistical Office: 17, 20, 14, 26 with Bangkok.
    known = offices()
    six = {name: len(known[name].provinces) for name in ("north", "central", "northeast", "east", "west", "south")}
    assert six == {"north": 9, "central": 22, "northeast": 20, "east": 7, "west": 5, "south": 14}
    four = {name: len(known[f"nso-{name}"].provinces) for name in ("north", "northeast", "south", "central")}
    assert four == {"north": 17, "northeast": 20, "south": 14, "central": 26}
    assert "10" in known["nso-central"].provinces
    assert known["north"].scheme_en != known["nso-north"].scheme_en


def test_within_takes_codes_offices_and_lists() -> None:
    assert len(places("district", within="10")) == 50
    assert len(places("province", within="nso-north")) == 17
    assert list(places("province", within=["10", "50"]).index) == ["10", "50"]
    assert list(places("subdistrict", within="100101").index) == ["100101"]
    assert list(places("province", within="1001").index) == []
    assert len(places("subdistrict", within="3120102")) == 5


def test_labels_name_the_place_its_kind_and_its_parents() -> None:
    assert label("10", "th", full=True) == "กรุงเทพมหานคร"
    assert label("100101", "th", full=True) == "แขวงพระบรมมหาราชวัง เขตพระนคร กรุงเทพมหานคร"
    assert label("6110111", "en", full=True).startswith("Bang Duan Subdistrict Administrative Organization, ")
    assert label("BMA", "en") == "Bangkok Metropolitan Administration"
    assert label("north", "th") == "ภาคเหนือ"


def test_bodies_over_a_province_stand_over_each_of_its_subdistricts() -> None:
    assert laos_of("100101").to_dict("records") == [{"lao": "BMA", "coverage": "province"}]
    assert set(coverage("BMA")["coverage"]) == {"province"}
    both = laos_of("120101").set_index("lao")["coverage"]
    assert both["2120101"] == "province"
    assert both["3120102"] == "whole"
    with pytest.raises(ValueError, match="is a district, not a subdistrict"):
        laos_of("1001")
    with pytest.raises(ValueError, match="is a province, not a local body"):
        coverage("10")


@given(any_code)
def test_every_place_lies_in_its_ancestors(code: str) -> None:
    above = ancestors(code)
    assert above[-1:] == (["TH"] if code != "TH" else [])
    assert not above or above[0] == parent(code)
    row = places(level_of(code)).loc[code]
    assert all(row[level_of(a)] == a for a in above if level_of(a) not in ("country",))


@given(any_code.filter(lambda code: level_of(code) in TREE[:4]))
def test_the_children_of_a_place_have_it_as_parent(code: str) -> None:
    below = children(code)
    assert below
    assert {parent(child) for child in below} == {code}


@pytest.mark.parametrize("level", LEVELS)
def test_every_level_has_the_promised_columns_in_the_order_of_codes(level: str) -> None:
    table = places(level)
    wanted = ["name_th", "name_en", "parent", "type", "people", "houses", "area_km2", "lat", "lon"]
    assert [column for column in wanted if column not in table] == []
    assert table.index.is_unique
    assert table.index.is_monotonic_increasing
    assert table.index.name == "code"
    assert (table["name_th"] != "").all()
    assert (table["name_en"] != "").all()
    assert table["lat"].between(5.5, 20.6).all()
    assert table["lon"].between(97.2, 105.8).all()


def test_a_person_finds_a_place_by_name_code_and_postcode() -> None:
    assert find("Chiang Mia").index[0] == "50"
    assert find("เชียงใหม่").index[0] == "50"
    assert find("ภูเก็ต").at["83", "score"] == 100
    assert find("530306").index[0] == "530407"
    assert set(find("10200", limit=50)["level"]) == {"subdistrict"}
    assert find("โคราช").index[0] == "30"
    assert set(find("Bang Sai", limit=2)["label"].str[-8:]) == {"(บางไทร)", "บางซ้าย)"}


@pytest.mark.parametrize("text", ["", "   ", "…", "zzzz qqqq", "🙂"])
def test_a_search_for_nothing_finds_nothing(text: str) -> None:
    assert find(text).empty


@given(st.sampled_from(list(places("district").index)), st.sampled_from(["th", "en"]))
def test_every_district_is_found_first_or_beside_its_homonyms(code: str, lang: str) -> None:
    name = places("district").at[code, f"name_{lang}"]
    found = find(name, limit=60)
    assert found.at[code, "score"] == 100


@pytest.mark.usefixtures("strict")
def test_without_population_and_bodies_places_still_stand() -> None:
    for level in TREE:
        assert places(level)["people"].isna().all()
        assert places(level)["area_km2"].notna().any()
    bodies = places("lao")
    assert bodies.empty
    assert "boundary_status" in bodies
    assert laos_of("100101").empty
    assert find("Bangkok").index[0] == "10"


def test_the_switch_back_brings_people_back() -> None:
    assert places("province")["people"].notna().all()
