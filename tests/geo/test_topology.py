"""Borders are stored once and come back unchanged; redrawn areas still meet and keep their size."""

from __future__ import annotations

import json

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geo.coverage import middle, redraw
from geo.topology import assemble, cut, decode, encode


def checkerboard(columns: int, rows: int) -> list[shapely.Polygon]:
    return [shapely.box(x, y, x + 1, y + 1) for x in range(columns) for y in range(rows)]


def test_a_border_between_two_areas_is_one_line_with_two_owners() -> None:
    borders = cut([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1)])
    assert sorted(borders.owners) == [[0], [0, 1], [1]]
    shared = borders.lines[borders.owners.index([0, 1])]
    assert sorted(shared.tolist()) == [[1, 0], [1, 1]]


def test_an_island_is_one_closed_line_and_a_lake_of_another_area_is_walked_from_both_sides() -> None:
    lake = shapely.box(1, 1, 2, 2)
    borders = cut([shapely.box(0, 0, 3, 3) - lake, lake])
    assert sorted(borders.owners) == [[0], [0, 1]]
    assert all((line[0] == line[-1]).all() for line in borders.lines)
    around, inside = borders.rings[0][0][1][0], borders.rings[1][0][0][0]
    assert max(around, ~around) == max(inside, ~inside)


def test_areas_that_meet_in_a_point_share_no_border() -> None:
    borders = cut([shapely.box(0, 0, 1, 1), shapely.box(1, 1, 2, 2)])
    assert sorted(borders.owners) == [[0], [1]]


@given(columns=st.integers(1, 5), rows=st.integers(1, 5), data=st.data())
def test_cutting_and_putting_together_changes_no_area(columns: int, rows: int, data: st.DataObject) -> None:
    cells = checkerboard(columns, rows)
    owner = data.draw(st.lists(st.integers(0, 3), min_size=len(cells), max_size=len(cells)))
    areas = [
        shapely.coverage_union_all([cell for cell, of in zip(cells, owner, strict=True) if of == one])
        for one in sorted(set(owner))
    ]
    borders = cut(areas)
    assert all(shapely.equals(assemble(borders.rings, borders.lines), areas))
    assert all(1 <= len(set(owners)) <= 2 for owners in borders.owners)
    codes = [str(at) for at in range(len(areas))]
    drawn = decode(encode(codes, areas, np.zeros((len(areas), 2)), 1.0))
    assert drawn.codes == codes
    assert all(shapely.equals(drawn.shapes, areas))


def test_topojson_holds_what_a_browser_needs_and_nothing_more() -> None:
    areas = [shapely.box(100, 13, 101, 14), shapely.MultiPolygon(checkerboard(1, 1)), shapely.Point(100.5, 13.5)]
    content = encode(["10", "11", "3100101"], areas, np.array([[100.5, 13.5], [0.5, 0.5], [100.5, 13.5]]), 0.5)
    topology = json.loads(content)
    assert sorted(topology) == ["arcs", "bbox", "objects", "transform", "type"]
    assert topology["bbox"] == [0, 0, 101, 14]
    assert topology["transform"] == {"scale": [0.5, 0.5], "translate": [0, 0]}
    geometries = topology["objects"]["areas"]["geometries"]
    assert [geometry["type"] for geometry in geometries] == ["Polygon", "Polygon", "Point"]
    assert geometries[2] == {
        "type": "Point",
        "id": "3100101",
        "properties": {"p": [100.5, 13.5]},
        "coordinates": [201, 27],
    }
    assert decode(content).shapes[2].equals(areas[2])
    assert decode(content).labels.tolist() == [[100.5, 13.5], [0.5, 0.5], [100.5, 13.5]]


def test_no_area_at_all_is_an_empty_topology() -> None:
    drawn = decode(encode([], [], np.empty((0, 2)), 0.5))
    assert drawn.codes == []
    assert drawn.labels.shape == (0, 2)


def wavy(x: float) -> list[tuple[float, float]]:
    return [(x + 0.02 * (-1) ** at, at / 8) for at in range(1, 32)]


def test_redrawn_neighbours_still_meet_and_keep_their_size() -> None:
    west = shapely.Polygon([(0, 0), (2, 0), *wavy(2), (2, 4), (0, 4)])
    east = shapely.Polygon([(4, 0), (4, 4), (2, 4), *wavy(2)[::-1], (2, 0)])
    before = np.array([west, east])
    after = redraw(before, coarse=0.5, fine=0.01, step=2.0**-6, loss=0.05)
    assert shapely.get_num_coordinates(after).sum() < shapely.get_num_coordinates(before).sum() / 4
    assert shapely.coverage_is_valid(after)
    assert shapely.area(after) == pytest.approx(shapely.area(before), rel=0.05)
    assert shapely.coverage_union_all(after).area == pytest.approx(16)
    on_grid = shapely.get_coordinates(after) * 2**6
    assert (on_grid == np.rint(on_grid)).all()


def test_a_small_area_keeps_its_size_where_large_ones_are_drawn_coarsely() -> None:
    octagon = shapely.Point(0, 0).buffer(0.5, quad_segs=8)
    around = shapely.box(-8, -8, 8, 8) - octagon
    after = redraw(np.array([around, octagon]), coarse=1.0, fine=0.01, step=2.0**-6, loss=0.05)
    assert shapely.area(after) == pytest.approx([around.area, octagon.area], rel=0.05)


def test_an_area_smaller_than_the_grid_is_refused_by_its_number() -> None:
    areas = np.array([shapely.box(0, 0, 4, 4), shapely.box(4, 0, 4.1, 0.1)])
    with pytest.raises(ValueError, match=r"1 of 2 areas change by more than 5%.*first is number 1"):
        redraw(areas, coarse=0.01, fine=0.01, step=1.0, loss=0.05)


def test_a_name_stands_in_the_largest_part_of_an_area() -> None:
    mainland, island = shapely.box(0, 0, 4, 4), shapely.box(10, 0, 11, 1)
    assert middle(shapely.MultiPolygon([island, mainland])).tolist() == [2.0, 2.0]
