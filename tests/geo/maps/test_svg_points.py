"""Points and outlines on a printed map: none is lost, they look as on the screen, the legend counts them."""

import re
from xml.etree import ElementTree

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from geo.maps import assets
from geo.maps.paths import Frame
from geo.maps.svg_points import COLOURS, SHAPES, Points, gathered
from tests.geo.maps.test_choropleth import drawing
from tests.geo.maps.test_svg import MIXED, SVG, TOPOLOGY, picture

WORLD = Frame(0.0, 0.0, 1000.0, 1000.0, 1000.0)
places = st.lists(st.tuples(st.floats(-60, 60), st.floats(-170, 170), st.integers(1, 40)), min_size=1, max_size=60)


@given(places)
def test_gathering_loses_nothing(drawn):
    table = pd.DataFrame(drawn, columns=["lat", "lon", "value"])
    assert sum(group.things for group in gathered(table, WORLD)) == table["value"].sum()


def test_what_lies_outside_or_has_no_position_is_not_drawn():
    table = pd.DataFrame({"lat": [10.0, None, 10.0], "lon": [20.0, 20.0, 120.0]})
    assert [group.things for group in gathered(table, Frame(0.0, 0.0, 1000.0, 700.0, 1000.0))] == [1]


def test_kinds_look_as_on_the_screen():
    script = assets.front("points.js")
    assert re.findall(r'"(\w+)"', script.split("var SHAPES = ")[1].split("]")[0]) == list(SHAPES)
    assert re.findall(r'"(#\w+)"', script.split("var COLOURS = ")[1].split("]")[0]) == list(COLOURS)


def test_points_stand_on_the_map_and_in_the_legend_with_their_number():
    sets = (
        Points("Schools", pd.DataFrame({"lat": [13.5, 13.5], "lon": [100.5, 100.5], "value": [7, 5]})),
        Points("<Airports>", pd.DataFrame({"lat": [14.5], "lon": [102.5]})),
    )
    root = ElementTree.fromstring(picture(drawing(MIXED), points=sets))
    groups = [element for element in root.iter() if element.get("class") == "atlas-points"]
    assert [(group.get("data-title"), len(group)) for group in groups] == [("Schools", 1), ("<Airports>", 1)]
    assert "12" in [text.text for text in root.iter(f"{SVG}text")]
    listed = [element for element in root.iter() if element.get("class") == "legend-points"]
    assert [row.get("data-things") for row in listed] == ["12", "1"]


def test_outlines_lie_over_the_map_and_are_named():
    root = ElementTree.fromstring(picture(drawing(MIXED), over=TOPOLOGY, over_title="Own areas"))
    over = next(element for element in root.iter() if element.get("id") == "atlas-over")
    assert len(next(over.iter(f"{SVG}path")).get("d", "")) > 50
    assert "Own areas" in [text.text for text in root.iter(f"{SVG}text")]
