"""Several maps on one sheet: each map is there whole, nothing is said twice, and no two areas share an id."""

import re
from collections import Counter
from xml.etree import ElementTree

import pytest

from geo.maps.svg import Sheet
from geo.maps.svg_board import Panel, board
from geo.words import say
from tests.geo.maps.test_choropleth import drawing, measured
from tests.geo.maps.test_svg import MIXED, NAMES, SVG, TOPOLOGY

EN = say("en")
SHEET = Sheet(places="provinces", where="Whole country", credits=("Source: Survey", "http://localhost/maps"))


def sheet(drawings, theme="light", figures=True):
    panels = [Panel(told, TOPOLOGY, NAMES, f"Map <{at}>") for at, told in enumerate(drawings)]
    how = Sheet(
        places="provinces", credits=SHEET.credits, where=SHEET.where, theme=theme, labels=False, figures=figures
    )
    return board(panels, "Speed & time", "One scale for all.", EN, how)


def texts(content):
    return [" ".join("".join(text.itertext()).split()) for text in ElementTree.fromstring(content).iter(f"{SVG}text")]


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("count", [1, 2, 3, 5, 12])
def test_every_map_stands_under_its_title_with_every_area(count, theme):
    told = [drawing(measured([1, 2, 3, 4, 5, 6 + at]), bounds=(3, 20), lowest=1) for at in range(count)]
    root = ElementTree.fromstring(sheet(told, theme))
    maps = [element for element in root.iter(f"{SVG}svg") if str(element.get("id")).startswith("atlas-map-")]
    assert len(maps) == count
    for own in maps:
        assert sorted(str(e.get("data-code")) for e in own.iter() if e.get("data-code")) == sorted(told[0].shapes.codes)
        x, wide = float(own.get("x")), float(own.get("width"))
        assert 0 <= x < x + wide <= float(root.get("width"))
        assert float(own.get("y")) + float(own.get("height")) < float(root.get("height"))
    shown = texts(sheet(told, theme))
    assert [f"Map <{at}>" for at in range(count)] == [text for text in shown if text.startswith("Map <")]
    assert {"Speed & time", "Whole country", "One scale for all.", "Source: Survey", "http://localhost/maps"} <= set(
        shown
    )


def test_no_id_stands_twice_and_every_pattern_is_there():
    content = sheet([drawing(MIXED, k=2, doubtful={"15": True})] * 3)
    ids = Counter(str(element.get("id")) for element in ElementTree.fromstring(content).iter() if element.get("id"))
    assert [name for name, times in ids.items() if times > 1] == []
    assert set(re.findall(r"url\(#([^)]+)\)", content.decode())) <= set(ids)


def test_maps_that_share_their_classes_have_one_key_and_others_each_their_own():
    one = drawing(measured([1, 2, 3, 4, 5, 6]), bounds=(3, 6), lowest=1)
    other = drawing(measured([10, 20, 30, 40, 50, 60]), bounds=(30, 60), lowest=10)
    labels = [row.label for row in one.rows]
    assert [texts(sheet([one, one])).count(label) for label in labels] == [1, 1]
    apart = texts(sheet([one, other]))
    assert [apart.count(row.label) for told in (one, other) for row in told.rows] == [1, 1, 1, 1]


def test_the_key_has_each_state_that_one_of_the_maps_shows():
    plain = drawing(measured([1, 2, 3, 4, 5, 6]), bounds=(3, 6), lowest=1)
    holed = drawing(measured([1, 2, None, 4, 5, 6]), bounds=(3, 6), lowest=1)
    shown = texts(sheet([plain, holed]))
    assert shown.count(EN("map.no_data")) == 1


def test_what_may_not_be_passed_on_shows_its_class_and_no_figure():
    told = drawing(measured([111, 222, 333, 444, 555, 666]), bounds=(333, 666), lowest=100)

    def first(figures):
        root = ElementTree.fromstring(sheet([told], figures=figures))
        return next(str(e.find(f"{SVG}title").text) for e in root.iter() if e.get("data-code") == "10")

    assert "111" in first(True)
    assert "111" not in first(False)
    assert told.classes.labels[0] in first(False)


def test_a_sheet_without_a_map_is_refused():
    with pytest.raises(ValueError, match="no map"):
        board([], "", "", EN, SHEET)
