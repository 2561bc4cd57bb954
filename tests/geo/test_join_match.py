"""A joined table has a verdict and a reason for every row; nothing is guessed."""

from __future__ import annotations

import pandas as pd
import pytest

from geo.join import match
from geo.names import LOST
from tests.geo.joining import SETTLED, one, verdicts


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("กทม.", "10"),
        ("Krung Thep", "10"),
        ("จ.โคราช", "30"),
        ("Korat", "30"),
        ("Ayutthaya", "14"),
        ("จ.อยุธยา", "14"),
        ("Chonburi", "20"),
        ("Chon Buri Province", "20"),
        ("Lopburi", "16"),
        ("Lop Buri", "16"),
        ("Loburi", "16"),
        ("Nakhon Ratchasima, Thailand", "30"),
        ("Changwat Bueng Kan", "38"),
        ("สุราษฏร์ธานี", "84"),
        ("นครพนม (Nakhon Phanom)", "48"),
        ("Nan น่าน", "55"),
    ],
)
def test_usual_spellings_of_provinces_are_known(name: str, code: str) -> None:
    row = one("province", name=name)
    assert row["verdict"] in SETTLED
    assert row["code"] == code


def test_bang_sai_twice_in_one_province_is_ambiguous_in_english_and_told_apart_in_thai() -> None:
    report = verdicts(
        "district",
        [
            {"name": "Bang Sai", "parent": "Phra Nakhon Si Ayutthaya"},
            {"name": "บางไทร", "parent": "อยุธยา"},
            {"name": "บางซ้าย", "parent": "อยุธยา"},
        ],
    )
    assert report["verdict"].tolist() == ["ambiguous", "matched", "matched"]
    assert report["code"].tolist()[1:] == ["1404", "1413"]
    assert "1404" in report["why"][0]
    assert "1413" in report["why"][0]


def test_a_town_district_needs_its_province() -> None:
    assert one("district", name="อ.เมือง", parent=None)["verdict"] == "ambiguous"
    assert one("district", name="อ.เมือง", parent="ชลบุรี")["code"] == "2001"
    assert one("district", name="Muang", parent="Chonburi")["code"] == "2001"
    assert one("district", name="อ.เมือง จ.ชลบุรี", parent="")["code"] == "2001"


@pytest.mark.parametrize("name", ["แม่ท", "แม่ทำ", "แม่ทง", "Mae Thaa", "ชลบรี", "Chon Bur", "พระนครร"])
def test_a_name_one_letter_off_is_unknown_and_the_nearest_are_told(name: str) -> None:
    level = "province" if name in ("ชลบรี", "Chon Bur") else "district"
    row = one(level, name=name)
    assert row["verdict"] == "unknown"
    assert pd.isna(row["code"])
    assert "nearest names" in row["why"]


def test_neighbours_one_letter_apart_never_stand_for_each_other() -> None:
    assert one("district", name="แม่ทะ", parent="ลำปาง")["code"] == "5210"
    assert one("district", name="แม่ทา", parent="ลำพูน")["code"] == "5102"
    crossed = one("district", name="แม่ทา", parent="ลำปาง")
    assert crossed["verdict"] == "unknown"
    assert "not in" in crossed["why"]
    lost = one("district", name=f"แม่ท{LOST}", parent="")
    assert lost["verdict"] == "ambiguous"


def test_code_and_name_of_two_places_are_not_settled() -> None:
    row = one("district", code="5210", name="แม่ทา")
    assert row["verdict"] == "ambiguous"
    assert "disagree" in row["why"]
    assert "5210" in row["why"]
    assert "5102" in row["why"]


def test_a_valid_code_does_not_carry_an_unrelated_name() -> None:
    assert one("district", code="1001", name="Springfield")["verdict"] == "unknown"
    near = one("district", code="1001", name="Phra Nakohn")
    assert (near["verdict"], near["code"]) == ("alias", "1001")
    between = one("district", code="5102", name="แม่ทำ")
    assert between["verdict"] == "unknown"


def test_a_code_that_no_place_has_is_not_overruled_by_the_name() -> None:
    row = one("district", code="1099", name="พระนคร")
    assert row["verdict"] == "unknown"
    assert "1001" in row["why"]


def test_a_code_cell_that_is_no_code_leaves_the_name_to_speak() -> None:
    row = one("district", code="n.d.", name="พระนคร")
    assert (row["verdict"], row["code"]) == ("matched", "1001")
    assert "was not used" in row["why"]


def test_a_code_rounded_by_a_spreadsheet_is_never_completed() -> None:
    assert one("subdistrict", code="1.0E+05")["verdict"] == "unknown"
    assert one("lao", code="6.11011e+06")["verdict"] == "unknown"
    assert one("subdistrict", code="1.0E+05", name="บางปูใหม่")["verdict"] == "unknown"
    assert one("subdistrict", code="1.0E+05", name="พระบรมมหาราชวัง")["code"] == "100101"


def test_code_and_area_that_contradict_each_other_are_told() -> None:
    row = one("district", code="1001", parent="เชียงใหม่")
    assert row["verdict"] == "ambiguous"
    assert "does not lie in" in row["why"]


def test_former_codes_and_names_find_the_place_of_today() -> None:
    assert one("subdistrict", code="530306").to_dict()["code"] == "530407"
    assert one("subdistrict", code="530306", name="ท่าแฝก")["verdict"] == "alias"
    assert one("subdistrict", name="ท่าแฝก", parent="ท่าปลา, อุตรดิตถ์")["code"] == "530407"
    assert one("district", code="4309")["code"] == "3804"
    assert one("district", name="เซกา", parent="หนองคาย")["code"] == "3804"
    assert one("subdistrict", name="สบโขง", parent="อมก๋อย")["code"] == "501805"


def test_a_former_code_of_several_places_is_ambiguous() -> None:
    # Khwaeng Bang Na was divided in two on 26 July 2017.
    row = one("subdistrict", code="104701")
    assert row["verdict"] == "ambiguous"
    assert "104702" in row["why"]
    assert "104703" in row["why"]


@pytest.mark.parametrize(
    ("level", "cells", "reason"),
    [
        ("district", {"name": "ท้องถิ่นเทศบาลตำบลบ้านฆ้อง"}, "registration office"),
        ("district", {"code": "7074"}, "registration office"),
        ("district", {"name": "กิ่งอำเภอที่ไม่เคยตั้ง"}, "minor district"),
        ("subdistrict", {"name": "บ้านกุ่ม*"}, "abolished"),
        ("district", {"name": "ต.บางไทร"}, "names a subdistrict"),
        ("district", {"name": "เทศบาลนครนนทบุรี"}, "names a local body"),
        ("lao", {"name": "ตำบลบางปู"}, "names a subdistrict"),
        ("district", {"code": "100101"}, "not of a district"),
        ("district", {"code": "x"}, "is no code"),
        ("district", {"name": "พระนคร", "parent": "Atlantis"}, "“Atlantis”, is not known"),
        ("district", {"name": " ", "code": None}, "neither code nor name"),
    ],
)
def test_what_is_no_place_of_the_level_is_unknown_for_a_reason(
    level: str, cells: dict[str, object], reason: str
) -> None:
    row = one(level, **cells)
    assert row["verdict"] == "unknown"
    assert reason in row["why"]


@pytest.mark.parametrize(
    ("name", "parent", "code"),
    [
        ("ทน.หาดใหญ่", "", "3901101"),
        ("Hat Yai City Municipality", "Songkhla", "3901101"),
        ("เทศบาลนครสวรรค์", "", "3600102"),
        ("อบจ.ชลบุรี", "", "2200101"),
        ("องค์การบริหารส่วนตำบลบางด้วน", "สมุทรปราการ", "6110111"),
        ("อบต. บางด้วน", "เมืองสมุทรปราการ, สมุทรปราการ", "6110111"),
        ("กรุงเทพมหานคร", "", "BMA"),
        ("กทม.", "", "BMA"),
        ("เมืองพัทยา", "ชลบุรี", "3200408"),
        ("Pattaya City", "", "3200408"),
    ],
)
def test_local_bodies_are_known_by_their_titles(name: str, parent: str, code: str) -> None:
    row = one("lao", name=name, parent=parent)
    assert row["verdict"] in SETTLED
    assert row["code"] == code


def test_the_title_of_another_kind_of_body_is_not_the_body() -> None:
    row = one("lao", name="อบต.ชลบุรี", parent="ชลบุรี")
    assert row["verdict"] == "unknown"
    assert "4200102" in row["why"]


@pytest.mark.parametrize(
    "parent",
    [
        "ปากเกร็ด, นนทบุรี",
        "นนทบุรี, ปากเกร็ด",
        "อ.ปากเกร็ด จ.นนทบุรี",
        "อำเภอปากเกร็ดจังหวัดนนทบุรี",
        "ปากเกร็ด",
        "Pak Kret, Nonthaburi",
        "Pak Kret District, Nonthaburi Province, Thailand",
        "Pak Kret Nonthaburi",
        "1206",
        "TH1206",
        "1206, 12",
        1206,
        1206.0,
    ],
)
def test_the_area_of_a_homonym_may_be_written_in_many_ways(parent: object) -> None:
    # บ้านใหม่ stands sixteen times in the list.
    assert one("subdistrict", name="บ้านใหม่", parent=parent)["code"] == "120603"


def test_areas_may_stand_in_two_columns() -> None:
    table = pd.DataFrame({"t": ["บ้านใหม่"], "a": ["ปากเกร็ด"], "p": ["นนทบุรี"]})
    assert match(table, "subdistrict", name="t", parent=["a", "p"]).report["code"].tolist() == ["120603"]


def test_a_district_that_shares_its_provinces_name_is_meant_where_both_are_named() -> None:
    both = one("subdistrict", name="บ้านใหม่", parent="พระนครศรีอยุธยา, พระนครศรีอยุธยา")
    assert both["code"] == "140115"
    alone = one("subdistrict", name="บ้านใหม่", parent="พระนครศรีอยุธยา")
    assert alone["verdict"] == "ambiguous"


def test_a_column_cut_at_a_fixed_length_is_completed_only_where_one_name_goes_on() -> None:
    # COD-AB's shapefile cuts Thai names at 16 characters.
    report = verdicts(
        "subdistrict",
        [
            {"name": "เขาแก้วศรีสมบูรณ", "parent": "ทุ่งเสลี่ยม"},
            {"name": "นิคมทุ่งโพธิ์ทะเ", "parent": "เมืองกำแพงเพชร"},
            {"name": "ปากพนังฝั่งตะวัน", "parent": "ปากพนัง"},
        ],
    )
    assert report["verdict"].tolist() == ["alias", "alias", "ambiguous"]
    assert report["code"].tolist()[:2] == ["640905", "620112"]


def test_a_whole_name_at_the_cut_stays_open_when_a_longer_one_goes_on() -> None:
    names = ["ท่าทอง", "เกาะพล", "ปากพน", "สมเด็จ", "บางขัน", "คลองสว"]
    report = verdicts("subdistrict", [{"name": name, "parent": "กาญจนดิษฐ์"} for name in names])
    assert report["verdict"][0] == "ambiguous"


def test_later_rows_of_a_place_are_duplicates_that_tell_the_first() -> None:
    table = pd.DataFrame({"n": ["ชลบุรี", "ตาก", "Chon Buri", "จ.ชลบุรี"]}, index=[7, 7, 8, 9])
    rows, report = match(table, "province", name="n")
    assert report["verdict"].tolist() == ["matched", "matched", "duplicate", "duplicate"]
    assert report["code"].tolist() == ["20", "63", "20", "20"]
    assert report["why"].iloc[2].startswith("row 1 ")
    assert report.index.tolist() == [7, 7, 8, 9]
    assert rows.index.tolist() == [7, 7]
    assert rows["area_code"].tolist() == ["20", "63"]
    assert list(table.columns) == ["n"]


def test_reasons_come_in_thai_too() -> None:
    table = pd.DataFrame({"n": ["กทม.", "Atlantis", None]})
    report = match(table, "province", name="n", lang="th").report
    assert report["why"].str.contains("[ก-๙]").all()
