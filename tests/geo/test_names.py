"""Names and cells come back from what files do to them, and nothing else is taken for a name."""

from __future__ import annotations

import unicodedata

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.names import LOST, cell_text, clean, is_thai, key, split_type

THAI = "กขคงจชดตทนบปพมยรลวสหอะาิีุูเแโไใ่้ำ็์"


@pytest.mark.parametrize(
    "cell", [None, float("nan"), np.nan, pd.NA, pd.NaT, "", "  ", "-", "NaN", "n/a", "ไม่ระบุ", True]
)
def test_a_cell_that_says_nothing_is_empty_text(cell: object) -> None:
    assert cell_text(cell) == ""


@pytest.mark.parametrize(
    ("cell", "text"),
    [(1001, "1001"), (1001.0, "1001"), (np.int64(10), "10"), (np.float64(6110111), "6110111"), (b"Tak", "Tak")],
)
def test_numbers_are_read_as_the_digits_they_stand_for(cell: object, text: str) -> None:
    assert cell_text(cell) == text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("อํานาจเจริญ", "อำนาจเจริญ"),
        ("นํ้าปาด", "น้ำปาด"),
        ("น้ํา", "น้ำ"),
        ("นำ้", "น้ำ"),
        ("เเม่ทะ", "แม่ทะ"),
        ("กาฬสินธ์ุ", "กาฬสินธุ์"),
        ("ท่ี", "ที่"),
        ("แม่่ทะ", "แม่ทะ"),
        ("\u200bตาก\ufeff", "ตาก"),
        ("Chon\u00a0 Buri ", "Chon Buri"),
        ("ＣＨＯＮ １๐", "CHON 10"),
    ],
)
def test_damage_of_thai_text_is_undone(written: str, meant: str) -> None:
    assert clean(written) == meant


def test_the_province_of_nan_is_not_a_missing_number() -> None:
    assert (cell_text("Nan"), cell_text("NAN"), cell_text("nan")) == ("Nan", "NAN", "")


def test_lost_letters_are_kept_as_lost() -> None:
    assert clean(f"แม่ท{LOST}") == f"แม่ท{LOST}"
    assert key("แม่ท?") == f"แม่ท{LOST}"


def test_names_one_letter_apart_stay_apart() -> None:
    assert key("แม่ทา") != key("แม่ทะ")
    assert key("ศรีมหาโพธิ") != key("ศรีมหาโพธิ์")


def test_signs_that_are_no_part_of_a_name_are_not_dropped() -> None:
    assert key("ชลบุรี*") != key("ชลบุรี")
    assert key("ชลบุรี (ใหม่)") != key("ชลบุรีใหม่")


@pytest.mark.parametrize(
    ("written", "kind", "bare"),
    [
        ("จ.ชลบุรี", "province", "ชลบุรี"),
        ("จ. ชลบุรี", "province", "ชลบุรี"),
        ("กิ่งอ.นาดี", "district", "นาดี"),
        ("เขตบางรัก", "district", "บางรัก"),
        ("ต.บางปู", "subdistrict", "บางปู"),
        ("แขวงสีลม", "subdistrict", "สีลม"),
        ("อบต บางปู", "SAO", "บางปู"),
        ("ทม.ชลบุรี", "town_municipality", "ชลบุรี"),
        ("องค์การบริหารส่วนจังหวัดตาก", "PAO", "ตาก"),
        ("Changwat Nan", "province", "Nan"),
        ("Nan province", "province", "Nan"),
        ("Amphoe Mueang Nan", "district", "Mueang Nan"),
        ("Bang Pu Sub-District", "subdistrict", "Bang Pu"),
        ("Hat Yai City Municipality", "city_municipality", "Hat Yai"),
    ],
)
def test_words_that_say_what_a_place_is_are_read(written: str, kind: str, bare: str) -> None:
    assert (kind, bare) in split_type(written)


def test_the_whole_text_is_always_one_reading() -> None:
    assert split_type("จ.ป.ร.")[0] == ("", "จ.ป.ร.")


@given(st.text(THAI + LOST + " .-ABCabc๑12\u200b\u00a0", max_size=20))
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert key(once) == key(text)


@given(st.text(THAI, min_size=1, max_size=15), st.sampled_from(["NFC", "NFD", "NFKC", "NFKD"]))
def test_every_way_to_compose_a_text_has_one_key(text: str, form: str) -> None:
    assert key(unicodedata.normalize(form, text)) == key(text)  # type: ignore[arg-type]


@given(st.text(max_size=30))
def test_no_text_at_all_breaks_the_reading(text: str) -> None:
    assert all(isinstance(reading.name, str) for reading in split_type(text))
    assert isinstance(is_thai(text), bool)
