"""The printed map and the map on the screen are drawings of one description: they agree area by area."""

import re
from xml.etree import ElementTree

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.maps import assets, message
from geo.maps.choropleth import Choropleth
from geo.maps.inks import DOUBTFUL, INHERITED, PATTERNS, TILE, inks
from geo.maps.legend import class_key
from geo.maps.svg import Sheet, svg
from geo.topology import encode
from geo.words import say
from tests.geo.maps.test_choropleth import CODES, drawing, measured

SVG = "{http://www.w3.org/2000/svg}"
SHAPES = [shapely.box(100 + i % 3, 13 + i // 3, 101 + i % 3, 14 + i // 3) for i in range(6)]
TOPOLOGY = encode(list(CODES), SHAPES, np.array([[s.centroid.x, s.centroid.y] for s in SHAPES]), 2.0**-11)
NAMES = {"10": "กรุงเทพมหานคร", "11": "<b onclick=alert(1)>Nan & 'co'</b>"}
MIXED = measured(
    [5, None, None, None, 5, 9],
    ["ok", "no data", "too few", "not applicable", "inherited", "ok"],
    [10, 20, 30, 40, 50, 60],
)


def picture(told: Choropleth, lang: str = "en", **how) -> bytes:
    return svg(told, TOPOLOGY, NAMES, say(lang), Sheet(places="provinces", **how))


def areas(content: bytes) -> dict[str, ElementTree.Element]:
    root = ElementTree.fromstring(content)
    return {str(element.get("data-code")): element for element in root.iter() if element.get("data-code")}


def legend_rows(content: bytes) -> list[tuple[str, str, int, int | None]]:
    rows = [element for element in ElementTree.fromstring(content).iter() if element.get("data-key")]
    return [
        (
            str(row.get("data-key")),
            " ".join(str(text.text) for text in row.iter(f"{SVG}text")),
            int(str(row.get("data-areas"))),
            int(row.get("data-people") or 0) if row.get("data-people") else None,
        )
        for row in rows
    ]


def on_screen(told: Choropleth, theme: str) -> dict[str, tuple[int | None, str | None]]:
    """Class and colour of each area as the message to the browser has them."""
    sent = message.message(told, say("en"), id="m", names="", places="provinces")
    colours = sent["colours"][theme]
    keys = {code: class_key(letter) for code, letter in zip(told.shapes.codes, sent["values"], strict=True)}
    return {code: (int(key), colours[int(key)]) if key else (None, None) for code, key in keys.items()}


def in_print(content: bytes) -> dict[str, tuple[int | None, str | None]]:
    """Class and colour of each area as the file has them; the ground of a pattern is the colour of its class."""
    root = ElementTree.fromstring(content)
    grounds = {str(p.get("id")): p.find(f"{SVG}rect").get("fill") for p in root.iter(f"{SVG}pattern")}
    told = {}
    for code, element in areas(content).items():
        name, fill = str(element.get("class")), str(element.get("fill"))
        if fill.startswith("url(#"):
            fill = str(grounds[fill[5:-1]])
        number = re.match(r"class-(\d)", name)
        told[code] = (int(number[1]), fill) if number else (None, None)
    return told


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("doubtful", [None, {"15": True}])
def test_both_drawings_show_each_area_in_the_same_class_and_colour(theme, doubtful):
    told = drawing(MIXED, k=2, doubtful=doubtful)
    assert in_print(picture(told, theme=theme)) == on_screen(told, theme)


columns = st.lists(st.one_of(st.none(), st.floats(-1e5, 1e5), st.just(float("inf"))), min_size=6, max_size=6)


@given(columns, st.integers(1, 9), st.sampled_from(["quantile", "equal", "natural", "std", "pretty"]))
def test_both_drawings_agree_whatever_is_drawn(column, k, method):
    told = drawing(measured(column), k=k, method=method)
    content = picture(told)
    assert in_print(content) == on_screen(told, "light")
    wanted = [(row.key, row.areas, row.people) for row in (*told.rows[::-1], *told.states)]
    assert [(key, count, people) for key, _, count, people in legend_rows(content)] == wanted


def test_the_legend_in_print_says_the_same_as_on_the_screen():
    told = drawing(MIXED, k=2, doubtful={"15": True})
    sent = message.message(told, say("en"), id="m", names="", places="provinces")["legend"]
    rows = legend_rows(picture(told))
    for key, label, count, people in [*sent["rows"][::-1], *sent["states"]]:
        text = next(text for found, text, *_ in rows if found == key)
        assert label in text
        assert f"{count:,} {people:,}" in text


def test_the_patterns_of_the_states_are_those_of_the_screen():
    script = assets.front("ink.js")
    letters = dict(re.findall(r'patterned\("(.)", theme\.\w+, theme\.mark, "(\w+)"', script))
    assert letters == PATTERNS
    assert re.findall(r'fromCharCode\((\d+) \+ k\), colour, (\w+), "(\w+)"', script) == [
        ("65", "mark", INHERITED),
        ("97", "faint", DOUBTFUL),
    ]
    for ink, letters in (("mark", "AB"), ("faint", "ab")):
        dark, light = re.findall(rf'var {ink} = .+? \? "rgba\(20,24,34,(.+?)\)" : "rgba\(255,255,255,(.+?)\)"', script)[
            0
        ]
        told = inks("light", ("#aabbcc", "#112233"))
        assert [told[letter].opacity for letter in letters] == [float(dark), float(light)]
    assert f"TILE = {TILE};" in script


def test_no_two_states_share_a_pattern_and_a_ground():
    for theme in ("light", "dark"):
        found = inks(theme, ("#aabbcc", "#112233"))
        looks = [(ink.ground, ink.strokes) for ink in found.values()]
        assert len(set(looks)) == len(looks)
        strokes = [found[letter].strokes for letter in "-~xvA"] + [found["a"].strokes]
        assert len(set(strokes)) == 5, "inherited looks alike with and without a class; all others differ"


def test_the_same_description_is_the_same_bytes():
    assert picture(drawing(MIXED, k=2)) == picture(drawing(MIXED, k=2))


def test_names_and_titles_stay_text():
    told = drawing(MIXED, "th", k=2)
    content = picture(told, "th", where="อำเภอปัว <i>", credits=("<script>x</script>",))
    root = ElementTree.fromstring(content)
    assert [element for element in root.iter() if element.tag in (f"{SVG}script", f"{SVG}b", f"{SVG}i")] == []
    assert areas(content)["10"].find(f"{SVG}title").text.startswith("กรุงเทพมหานคร: 5")
    assert areas(content)["11"].find(f"{SVG}title").text == f"{NAMES['11']}: {say('th')('map.no_data')}"
    assert root.find(f"{SVG}title").text == "ความเร็ว (เมกะบิตต่อวินาที) 2021"
    assert root.find(f"{SVG}desc").text == told.summary


def test_the_file_names_no_other_host_and_needs_no_script_or_font_file():
    text = picture(drawing(MIXED, k=2), credits=()).decode()
    assert "://" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "<script" not in text
    assert "Noto Sans Thai" in text


def test_title_year_summary_and_credits_can_be_read():
    told = drawing(MIXED, k=2)
    content = picture(told, credits=("Source: Survey, CC BY 4.0", "http://localhost/?layer=speed"))
    lines = [str(text.text) for text in ElementTree.fromstring(content).iter(f"{SVG}text")]
    said = " ".join(lines)
    assert "Speed" in lines
    assert "Mbit/s · 2021" in said
    assert "Source: Survey, CC BY 4.0" in lines
    assert "http://localhost/?layer=speed" in lines
    assert told.summary.split(".")[0] in said


def test_areas_outside_the_filter_are_drawn_as_land_and_said_nothing_of():
    found = areas(picture(drawing(MIXED, k=2, shown=["10", "15"])))
    assert {code for code, area in found.items() if area.get("class") == "outside"} == {"11", "12", "13", "14"}
    assert found["12"].find(f"{SVG}title").text == "12"


def test_an_area_known_as_a_point_is_a_dot_and_one_without_either_is_counted():
    shapes = [*SHAPES[:5], shapely.Point(101.5, 14.5)]
    dots = encode(list(CODES), shapes, np.array([[s.centroid.x, s.centroid.y] for s in shapes]), 2.0**-11)
    told = drawing(measured([1, 2, 3, 4, 5, 6]), k=2)
    found = areas(svg(told, dots, {}, say("en"), Sheet(places="provinces")))
    assert found["15"].tag == f"{SVG}circle"
    assert found["15"].get("class") == "class-1"
    few = drawing(measured([1, 2, 3, 4, 5, 6]), codes=CODES[:5], shown=list(CODES), k=2)
    five = encode(list(CODES[:5]), SHAPES[:5], np.zeros((5, 2)), 2.0**-11)
    rows = legend_rows(svg(few, five, {}, say("en"), Sheet(places="provinces")))
    assert [(key, count) for key, _, count, _ in rows][-1] == ("u", 1)


def test_shapes_of_another_map_are_refused():
    told = drawing(measured([1, 2, 3, 4, 5, 6], codes=CODES[::-1]), codes=CODES[::-1])
    with pytest.raises(ValueError, match="hold 6 areas in another order than the 6 of the description"):
        picture(told)


def test_a_border_is_written_once_and_areas_meet_on_it():
    content = picture(drawing(measured([1, 2, 3, 4, 5, 6])), labels=False)
    corners = {code: set(re.findall(r"M(\d+ \d+)", str(area.get("d")))) for code, area in areas(content).items()}
    assert all(corners.values())
    root = ElementTree.fromstring(content)
    borders = next(element for element in root.iter() if element.get("id") == "atlas-borders")
    inner = borders.find(f"{SVG}path").get("d")
    # Six squares in two rows of three have seven sides between two of them.
    assert inner.count("M") == 7


@pytest.mark.parametrize("values", [[7] * 6, [None] * 6, [np.inf] * 6])
def test_one_value_none_and_endless_ones_draw_a_map_that_says_so(values):
    told = drawing(measured(values))
    text = picture(told).decode()
    assert len(areas(text.encode())) == 6
    expected = {7: "one class", None: say("en")("map.nothing")}.get(values[0], "6 values are not finite numbers")
    assert expected in " ".join(re.findall(r">([^<]+)</text>", text))
