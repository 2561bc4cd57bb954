"""Need against provision: who stands in which cell, what the key counts, and nine colours apart for every eye."""

from __future__ import annotations

import json
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geo.maps import assets, banded, bivariate
from geo.maps.legend import class_key
from geo.words import Text, say
from tests.geo.maps.test_choropleth import drawing, measured
from tests.geo.maps.test_colours import MACHADO, seen
from tests.geo.maps.test_svg import areas, in_print, legend_rows, on_screen, picture

CODES = ("10", "11", "12", "13", "14", "15")
# As ink.js has them: land outside the filter, and the page. Missing states are told apart by their patterns.
PLAIN = {"light": ("#f3f4f6", "#ffffff"), "dark": ("#1d212b", "#10171c")}


def layer(better: str, standard: float | None = None, name: str = "x") -> SimpleNamespace:
    who = SimpleNamespace(value=standard, who=Text("ใคร", "who")) if standard else None
    text = Text("ชื่อ", "Title")
    return SimpleNamespace(
        id=name, title=text, short=text, unit=Text("บาท", "baht"), decimals=0, better=better, standard=who
    )


def axis(values, better, side, status=None, **other):
    of = measured(values, status=status, codes=CODES) if status else measured(values, codes=CODES)
    return banded.axis(of, of, layer(better), side, "2021", **other)


@pytest.mark.parametrize(
    ("better", "side", "first"),
    [
        ("higher", "need", 2),
        ("lower", "need", 0),
        ("neither", "need", 0),
        ("higher", "provision", 0),
        ("lower", "provision", 2),
    ],
)
def test_the_lowest_values_are_much_need_or_provision_only_where_that_is_what_low_means(better, side, first):
    found = axis([1, 2, 3, 4, 5, 6], better, side)
    assert found.band.tolist() == ([2, 2, 1, 1, 0, 0] if first == 2 else [0, 0, 1, 1, 2, 2])
    assert [number for number, _ in found.bands] == [0, 1, 2]
    assert found.cuts == (2.0, 4.0)


def test_bands_are_named_by_the_ends_of_their_own_values():
    assert axis([1, 2, 3, 4, 5, 6], "higher", "need").bands == ((0, "5–6"), (1, "3–4"), (2, "1–2"))


def test_thirds_are_of_the_whole_country_whatever_is_shown():
    everywhere = measured([1, 2, 3, 4, 5, 6], codes=CODES)
    shown = measured([5, 6], codes=CODES[4:])
    assert banded.axis(shown, everywhere, layer("lower"), "need", "").band.tolist() == [2, 2]


def test_ties_merge_bands_and_a_constant_stands_in_the_middle():
    assert axis([0, 0, 0, 0, 0, 9], "higher", "provision").band.tolist() == [0, 0, 0, 0, 0, 2]
    assert axis([7] * 6, "higher", "provision").band.tolist() == [1] * 6


def test_a_standard_cuts_at_itself_and_at_thirty_percent_short():
    of = measured([100, 120, 99, 70, 69, 10], codes=CODES)
    found = banded.axis(of, of, layer("higher", 100), "provision", "", "standard")
    assert found.band.tolist() == [2, 2, 1, 1, 0, 0]
    assert found.bands == ((0, "< 70"), (1, "70–99"), (2, "≥ 100"))
    near = measured([5, 10, 11, 13, 14, 90], codes=CODES)
    far = banded.axis(near, near, layer("lower", 10), "provision", "", "standard")
    assert far.bands == ((0, "> 13"), (1, "11–13"), (2, "≤ 10"))
    assert far.band.tolist() == [2, 2, 1, 1, 0, 0]


def test_a_place_needs_both_values_else_its_state_is_told():
    need = axis([1, 2, 3, 4, 5, np.nan], "higher", "need", ["ok"] * 5 + ["no data"])
    status = ["ok", "ok", "ok", "too few", "not applicable", "ok"]
    provision = axis([1, 2, 3, np.nan, np.nan, 6], "higher", "provision", status)
    letters = bivariate.cells(need, provision)
    assert letters.tolist()[3:] == ["~", "x", "-"]
    assert set(letters.tolist()[:3]) <= set("012345678")


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50)), min_size=1, max_size=60))
def test_every_place_with_both_values_stands_in_exactly_one_cell_of_its_bands(drawn):
    codes = tuple(f"{i:02d}" for i in range(len(drawn)))
    one, two = (measured([pair[at] for pair in drawn], codes=codes) for at in (0, 1))
    need = banded.axis(one, one, layer("lower"), "need", "")
    provision = banded.axis(two, two, layer("higher"), "provision", "")
    letters = bivariate.cells(need, provision)
    assert letters.map(int).tolist() == (3 * need.band + provision.band).tolist()
    # More need never stands in a lower band.
    assert (need.band[one.values.sort_values().index].diff().dropna() >= 0).all()


def pair(lang: str = "en", shown=None):
    need = axis([1, 2, 3, 4, 5, 6], "higher", "need")
    provision = axis([1, 2, 3, 4, 5, np.nan], "higher", "provision", ["ok"] * 5 + ["no data"])
    base = drawing(measured([1, 2, 3, 4, 5, 6], codes=CODES), lang, codes=CODES, shown=shown)
    names = {code: f"Place {code}" for code in CODES}
    return bivariate.pair(base, need, provision, say(lang), names=names, places="provinces"), need, provision


def test_the_key_counts_areas_and_people_of_each_cell_and_the_summary_names_the_worst():
    drawn, _, _ = pair()
    counted = {row.key: row.areas for row in drawn.rows}
    assert counted == {key: drawn.letters.count(key) for key in "012345678"}
    assert sum(counted.values()) == 5
    assert [row.areas for row in drawn.states if row.key == "-"] == [1]
    assert drawn.letters[0] == "6"
    assert "Place 10" in drawn.summary


def test_an_office_leaves_other_areas_plain_and_moves_no_area_to_another_cell():
    whole, _, _ = pair()
    part, _, _ = pair(shown=["10", "11", "12"])
    assert part.letters == whole.letters[:3] + "..."
    assert sum(row.areas for row in part.rows) == 3


def test_the_browser_gets_both_values_in_the_order_of_the_shapes_and_gaps_stay_gaps():
    drawn, need, provision = pair()
    told = bivariate.told(drawn, need, provision, say("en"))
    facts = json.loads(assets.read(told["facts"]))
    assert facts == {"values": [1.0, 2.0, 3.0, 4.0, 5.0, 6.0], "second": [1.0, 2.0, 3.0, 4.0, 5.0, None]}
    assert told["square"]["need"]["bands"][0] == [0, "Little", "5–6"]
    json.dumps(told, allow_nan=False)


def test_two_layers_that_share_no_place_say_so():
    need = axis([1, 2, 3, np.nan, np.nan, np.nan], "higher", "need", ["ok"] * 3 + ["no data"] * 3)
    provision = axis([np.nan] * 3 + [1, 2, 3], "higher", "provision", ["no data"] * 3 + ["ok"] * 3)
    base = drawing(measured([1, 2, 3, 4, 5, 6], codes=CODES), "en", codes=CODES)
    drawn = bivariate.pair(base, need, provision, say("en"), names={}, places="provinces")
    assert drawn.summary.startswith(say("en")("maps.pair_none"))


def test_no_values_at_all_are_no_error():
    nothing = measured([np.nan] * 6, status=["no data"] * 6, codes=CODES)
    found = banded.axis(nothing, nothing, layer("higher"), "need", "")
    assert found.bands == ()
    assert (found.band == -1).all()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eye", MACHADO)
def test_all_nine_colours_differ_for_every_eye_and_in_greyscale(eye, theme):
    colours = [seen(colour, eye) for colour in bivariate.square(theme)]
    gaps = [np.linalg.norm(a - b) for i, a in enumerate(colours) for b in colours[i + 1 :]]
    assert min(gaps) > 4.0


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eye", MACHADO)
def test_more_need_and_less_provision_stand_out_more_for_every_eye(eye, theme):
    light = np.array([seen(colour, eye)[0] for colour in bivariate.square(theme)]).reshape(3, 3)
    light = light if theme == "light" else -light
    assert (np.diff(light, axis=0) < 0).all()
    assert (np.diff(light, axis=1) > 0).all()


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("eye", MACHADO)
def test_no_cell_looks_like_land_without_a_value(eye, theme):
    for colour in bivariate.square(theme):
        for ground in PLAIN[theme]:
            assert np.linalg.norm(seen(colour, eye) - seen(ground, eye)) > 4.0


def test_values_and_states_of_the_table_are_those_of_the_map():
    drawn, need, provision = pair()
    letters = bivariate.cells(need, provision)
    assert "".join(letters.reindex(list(CODES))) == drawn.letters
    assert pd.Index(letters.index).is_unique


def doubted(lang: str = "en"):
    """As ``pair``, with need in the first place, provision in the second and both in the last of low confidence."""
    unsure = [pd.Series([code == at or code == "15" for code in CODES], CODES) for at in ("10", "11")]
    doubt = SimpleNamespace(why=Text("ฐานเล็ก", "small base"))
    need = axis([1, 2, 3, 4, 5, 6], "higher", "need", doubtful=unsure[0])
    provision = axis([1, 2, 3, 4, 5, np.nan], "higher", "provision", ["ok"] * 5 + ["no data"], doubtful=unsure[1])
    for of in (need, provision):
        of.layer.doubt = doubt
    base = drawing(measured([1, 2, 3, 4, 5, 6], codes=CODES), lang, codes=CODES)
    return bivariate.pair(base, need, provision, say(lang), names={}, places="provinces"), need, provision


def test_low_confidence_in_one_of_the_two_values_keeps_the_cell_and_changes_its_letter():
    sure, told = pair()[0], doubted()[0]
    assert [class_key(letter) for letter in told.letters] == [class_key(letter) for letter in sure.letters]
    assert told.letters[:2] == "gg"
    assert told.letters[2:] == sure.letters[2:]
    assert told.letters[5] == "-", "without both values there is nothing to doubt"
    assert [row.areas for row in told.rows] == [row.areas for row in sure.rows]


def test_the_key_counts_areas_and_people_of_low_confidence_and_says_why_for_which_layer():
    told, need, _ = doubted()
    low = next(row for row in told.states if row.key == "c")
    assert (low.areas, low.people) == (2, need.measured.people[["10", "11"]].sum())
    assert told.notes == (say("en")("maps.doubt", layer="Title", why="small base"),) * 2
    assert not pair()[0].notes


def test_the_browser_is_told_which_of_the_two_values_is_doubtful():
    told, need, provision = doubted()
    facts = json.loads(assets.read(bivariate.told(told, need, provision, say("en"))["facts"]))
    assert facts["doubt"] == "120001"


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_the_printed_map_of_two_variables_has_the_same_cells_patterns_and_counts(theme):
    told = doubted()[0]
    printed = picture(told, theme=theme)
    assert in_print(printed) == on_screen(told, theme)
    hatched = {code for code, area in areas(printed).items() if str(area.get("class")).endswith("-doubtful")}
    assert hatched == {"10", "11"}
    counted = {key: (count, people) for key, _, count, people in legend_rows(printed)}
    assert counted == {row.key: (row.areas, row.people) for row in (*told.rows, *told.states)}
    assert b"small base" in printed
