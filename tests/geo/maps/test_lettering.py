"""Printed text: nothing is lost in wrapping, no Thai mark is torn from its letter, no text becomes markup."""

import unicodedata
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from geo.maps.lettering import line, width, wrapped

THAI = "กขคงจชซดตถทนบปผพมยรลวสหอเแโใไะาำิีึืุู็่้๊๋์ "
texts = st.one_of(st.text(alphabet=THAI, max_size=80), st.text(alphabet=st.characters(codec="utf-8"), max_size=60))


@given(texts, st.floats(30, 400))
def test_wrapping_loses_no_letter(text, room):
    assert "".join("".join(wrapped(text, 12, room)).split()) == "".join(text.split())


@given(st.text(alphabet=THAI, max_size=80), st.floats(60, 400))
def test_no_line_begins_with_a_mark_that_belongs_to_the_letter_before(text, room):
    lines = wrapped(text, 12, room)
    words = {word[0] for word in text.split()}
    assert [part for part in lines if unicodedata.category(part[0]) == "Mn" and part[0] not in words] == []


@given(st.lists(st.text(alphabet="abcdefgh", min_size=1, max_size=8), min_size=1, max_size=20), st.floats(80, 400))
def test_lines_keep_to_the_room_where_words_do(words, room):
    assert all(width(part, 12) <= room for part in wrapped(" ".join(words), 12, room))


@given(texts)
def test_a_text_is_read_back_as_it_was_and_is_never_markup(text):
    element = ElementTree.fromstring(line(0, 0, text, 12))
    assert len(element) == 0
    assert "".join((element.text or "").split()) == "".join(
        "".join(letter for letter in text if letter in "\t\n\r" or " " <= letter <= "\ud7ff" or letter >= "\ue000")
        .replace("\ufffe", "")
        .replace("\uffff", "")
        .split()
    )
