"""Places drawn in an older boundary: all of them, with the date of the Royal Gazette and the successors."""

import pytest

from geo.changes import changed
from geo.places import places


@pytest.mark.parametrize("level", ["district", "subdistrict"])
def test_every_place_drawn_older_has_its_sentence_in_both_languages(level):
    table = places(level)
    older = table.index[table["drawn_older"].astype(bool)]
    told = changed(level)
    assert set(older) <= set(told)
    assert all(told[code].th != told[code].en and told[code].th for code in older)


def test_din_daeng_was_split_in_two_on_the_day_of_the_gazette():
    # Royal Gazette, Bangkok's announcement of new khwaeng, in force from 26 July 2017.
    told = changed("subdistrict")["102601"]
    assert told.en == "Drawn in an outline from before 26 July 2017; it now holds Din Daeng and Ratchadaphisek."
    assert "26 กรกฎาคม 2560" in told.th
    assert "ดินแดง และรัชดาภิเษก" in told.th


def test_a_shape_that_no_place_is_called_by_any_more_names_its_successors():
    assert "Bang Na Nuea and Bang Na Tai" in changed("subdistrict")["104701"].en


def test_a_subdistrict_that_moved_says_where_it_is_now():
    for code in ("530306", "530407"):
        assert "it is now Tha Faek Subdistrict, Nam Pat District, Uttaradit" in changed("subdistrict")[code].en


def test_other_levels_have_no_older_drawings():
    assert changed("province") == changed("lao") == {}
