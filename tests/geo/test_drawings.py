"""What a browser fetches is small, complete and true: no area loses its size, and neighbours share their border."""

from __future__ import annotations

import json

import brotli
import numpy as np
import pytest
import shapely

from geo.boundaries import DRAWN, shapes
from geo.drawings import topology_codes, topology_of, topology_tag
from geo.places import places
from geo.topology import cut, decode


def bytes_on_the_wire(content: bytes) -> int:
    return len(brotli.compress(content))


@pytest.mark.parametrize(("level", "budget"), [("province", 25_000), ("district", 80_000), ("subdistrict", 400_000)])
def test_the_country_is_within_its_budget_of_bytes(level: str, budget: int) -> None:
    assert bytes_on_the_wire(topology_of(level)) <= budget


@pytest.mark.parametrize("level", ["country", "region", "province", "district", "subdistrict"])
def test_every_area_of_the_country_is_drawn_within_a_tenth_of_its_size(level: str) -> None:
    drawn, true = decode(topology_of(level)), shapes(level)
    assert drawn.codes == true.index.tolist()
    assert shapely.is_valid(drawn.shapes).all()
    assert shapely.coverage_is_valid(drawn.shapes)
    assert shapely.area(drawn.shapes) == pytest.approx(shapely.area(true.geometry.to_numpy()), rel=0.1)


@pytest.mark.parametrize("level", ["region", "province", "district", "subdistrict"])
def test_a_border_between_two_areas_is_drawn_once(level: str) -> None:
    geometries = json.loads(topology_of(level))["objects"]["areas"]["geometries"]
    used: dict[int, set[str]] = {}
    for geometry in geometries:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        for line in (line for rings in polygons for ring in rings for line in ring):
            used.setdefault(max(line, ~line), set()).add(geometry["id"])
    assert {len(owners) for owners in used.values()} == {1, 2}
    # Most borders run between two areas: a drawing that stored them twice would have none of these.
    assert sum(len(owners) == 2 for owners in used.values()) > len(geometries)


def test_light_provinces_are_exactly_their_light_districts() -> None:
    districts, provinces = decode(topology_of("district")), decode(topology_of("province"))
    of = np.array([code[:2] for code in districts.codes])
    joined = [shapely.coverage_union_all(districts.shapes[of == code]) for code in provinces.codes]
    assert all(shapely.equals(joined, provinces.shapes))


@pytest.mark.parametrize(("level", "within"), [("subdistrict", "50"), ("district", "10"), ("subdistrict", "5304")])
def test_inside_a_province_the_drawing_is_the_outline_itself(level: str, within: str) -> None:
    drawn, true = decode(topology_of(level, within)), shapes(level, within)
    assert drawn.codes == true.index.tolist()
    assert all(shapely.equals(drawn.shapes, true.geometry.to_numpy()))


def test_no_province_is_heavy() -> None:
    sizes = [bytes_on_the_wire(topology_of("subdistrict", code)) for code in ("10", "30", "34", "50", "83")]
    assert max(sizes) <= 60_000


def test_what_spans_provinces_is_cut_from_the_light_drawing() -> None:
    region = decode(topology_of("subdistrict", "north"))
    assert region.codes == shapes("subdistrict", "north").index.tolist()
    country = decode(topology_of("subdistrict"))
    at = dict(zip(country.codes, country.shapes, strict=True))
    assert all(shape.equals(at[code]) for code, shape in zip(region.codes, region.shapes, strict=True))


@pytest.mark.parametrize(
    ("level", "within"),
    [("region", None), ("province", None), ("district", "50"), ("subdistrict", "10"), ("lao", "50")],
)
def test_a_name_stands_inside_its_area_as_drawn(level: str, within: str | None) -> None:
    drawn = decode(topology_of(level, within))
    spots = shapely.points(drawn.labels)
    assert (shapely.distance(drawn.shapes, spots) < 1e-4).all()


def test_every_municipality_and_subdistrict_body_is_an_outline_or_a_point() -> None:
    drawn = decode(topology_of("lao", "50"))
    bodies = places("lao", "50")
    expected = bodies[bodies["type"] != "PAO"]
    assert drawn.codes == expected.index.tolist()
    is_outline = np.array([shape.geom_type != "Point" for shape in drawn.shapes])
    assert np.array_equal(is_outline, expected.index.isin(shapes("lao").index))
    assert is_outline.any()
    assert not is_outline.all()


def test_all_local_bodies_of_the_country_are_drawn_lightly() -> None:
    bodies = places("lao")
    assert topology_codes("lao") == tuple(bodies.index[bodies["type"] != "PAO"])
    assert len(topology_of("lao")) < len(topology_of("subdistrict"))


def test_codes_come_in_the_order_of_the_drawing_and_the_tag_tells_drawings_apart() -> None:
    assert topology_codes("province") == tuple(shapes("province").index)
    assert len({topology_tag(level) for level in DRAWN} | {topology_tag("district", "10")}) == 4
    assert topology_tag("district", "10") == topology_tag("district", ["10"])


def test_the_same_view_is_the_same_bytes_and_a_shared_border_is_found_once_again() -> None:
    content = topology_of("district", "50")
    assert content == topology_of("district", ("50",))
    assert len(cut(decode(content).shapes).lines) == len(json.loads(content)["arcs"])


def test_what_does_not_exist_is_refused_in_a_sentence() -> None:
    with pytest.raises(ValueError, match="'village' is not a level"):
        topology_of("village")
    with pytest.raises(ValueError, match="there is no province '99'"):
        topology_of("district", "99")


def test_strict_licences_leave_an_empty_drawing_of_local_bodies(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STRICT_LICENCES", "1")
    assert topology_codes("lao") == ()
    assert len(topology_codes("subdistrict")) == 7425
