"""What a reader sets on the map's screen travels in the address and comes back from it."""

from __future__ import annotations

import pytest

from pages.parts.address import from_url
from tests.pages.conftest import Open
from tests.pages.test_screens import DEEP, map_table, maps, stands


def test_the_page_of_the_table_is_in_the_address_and_comes_back_from_it(open_page: Open) -> None:
    app = open_page(lang="en")
    first = map_table(app)["Province"].tolist()
    app.number_input(key="table").set_value(3).run()
    stands(app)
    assert app.query_params["table"] == "3"
    third = map_table(app)["Province"].tolist()
    assert not set(first) & set(third)
    again = open_page(lang="en", table="3")
    assert map_table(again)["Province"].tolist() == third
    assert again.number_input(key="table").value == 3


def test_another_list_of_areas_begins_on_its_first_page(open_page: Open) -> None:
    app = open_page(lang="en", table="3")
    app.selectbox(key="w_layer").set_value(DEEP).run()
    stands(app)
    assert app.number_input(key="table").value == 1
    assert "table" not in app.query_params


def test_a_page_beyond_the_last_is_the_last(open_page: Open) -> None:
    app = open_page(lang="en", table="999")
    stands(app)
    assert app.number_input(key="table").value == app.number_input(key="table").max


@pytest.mark.parametrize("page", ["0", "-1", "x", "1e99", "nan"])
def test_a_page_that_is_none_is_told(page: str) -> None:
    view, notes = from_url({"lang": "en", "table": page})
    assert view.setting("table") == "1"
    assert len(notes) == 1


def test_the_street_map_is_in_the_address_where_the_office_has_set_one_up(
    open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert maps(open_page(lang="en", street="1"))[0]["base_map"] is None, "no office has set one up"
    monkeypatch.setenv("ATLAS_TILES", "http://127.0.0.1:9/{z}/{x}/{y}.png")
    monkeypatch.setenv("ATLAS_TILES_BY", "Office of maps")
    app = open_page(lang="en")
    assert maps(app)[0]["base_map"] is None, "off until it is switched on"
    app.toggle(key="street").set_value(True).run()
    stands(app)
    assert app.query_params["street"] == "1"
    assert maps(app)[0]["base_map"] == {
        "url": "http://127.0.0.1:9/{z}/{x}/{y}.png",
        "attribution": "Office of maps",
    }
    again = open_page(lang="en", street="1")
    assert again.toggle(key="street").value
    assert maps(again)[0]["base_map"] is not None
