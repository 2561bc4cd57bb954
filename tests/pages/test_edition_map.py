"""The maps of an edition are the maps of the dashboard: the same description, the same numbers, the same words."""

from __future__ import annotations

import json
from typing import Any

import pytest

from geo.maps import assets
from geo.publish.site.plan import Plan
from geo.publish.site.view import View
from tests.pages.conftest import Open

# How a reader goes on from a map is another thing on a page than on a screen.
WAYS = {"id", "opens", "click", "up", "height", "door", "broken", "selected"}


def numbers(address: str) -> Any:
    body = assets.read(address)
    assert body is not None
    return json.loads(body)


@pytest.mark.parametrize(
    ("layer", "level", "year", "inside", "lang"),
    [
        ("fixed_download", "province", "2023-Q2", "TH", "en"),
        ("density", "district", "2021", "50", "th"),
        ("website_on_record", "district", "2022", "TH", "th"),
        ("schools_per_10000", "subdistrict", "", "5501", "en"),
    ],
)
def test_a_map_of_an_edition_tells_what_the_map_of_the_dashboard_tells(
    open_page: Open, layer: str, level: str, year: str, inside: str, lang: str
) -> None:
    wanted = {"layer": layer, "level": level, "lang": lang, "year": year, "place": "" if inside == "TH" else inside}
    app = open_page("map", **{key: text for key, text in wanted.items() if text})
    (element,) = app.get("bidi_component")
    screen = json.loads(element.proto.json)
    view = View(Plan(), level, inside)
    offered = next(one for one in view.layers if one.id == layer)
    period = year or view.years(offered)[0]
    told = json.loads(json.dumps(view.told(layer, period, lang)))
    assert {key: told[key] for key in told.keys() - WAYS} == {key: screen[key] for key in screen.keys() - WAYS}
    assert any(number is not None for number in numbers(told["facts"])["values"])
