"""A map says whose it is: in print the office that it shows, and on its button the place that lies above."""

from __future__ import annotations

import pytest

from pages.parts.address import from_url
from pages.parts.atlas import up_of
from pages.parts.drawn import described
from pages.parts.take_along import Drawn, picture


@pytest.mark.parametrize(
    ("params", "where"),
    [
        ({}, "Whole country"),
        ({"office": "south"}, "South"),
        ({"in": "10,11"}, "Bangkok, Samut Prakan"),
        ({"office": "south", "place": "80", "level": "district"}, "Nakhon Si Thammarat"),
    ],
)
def test_the_map_in_print_names_the_office_that_it_shows(params: dict[str, str], where: str) -> None:
    view, _ = from_url({"lang": "en", "layer": "density", **params})
    drawing = described(view, view.level, view.place, view.within)
    text = picture(view, Drawn(drawing, view.level, view.chosen_layer.source, (), ""), "light").decode()
    assert f"· {where}<" in text


def test_the_button_that_leads_up_names_the_office_and_not_the_country() -> None:
    view, _ = from_url({"lang": "en", "layer": "density", "level": "district", "office": "south", "place": "80"})
    assert up_of(view) == "South"
    view, _ = from_url({"lang": "en", "layer": "density", "level": "subdistrict", "office": "south", "place": "8001"})
    assert up_of(view) == "Nakhon Si Thammarat"
