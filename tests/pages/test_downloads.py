"""Every screen hands out what it shows: the choice of files, what must be confirmed, and the report of an area."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from geo.publish import typeset
from geo.publish.files import FORMATS
from geo.words import LANGUAGES, say
from tests.pages.conftest import Open


def kinds(app: AppTest) -> list[str]:
    """The kinds of file offered."""
    return next(list(g.options) for g in app.get("button_group") if g.label == say("en")("download.kind"))


def button(app: AppTest, name: str = "CSV", lang: str = "en") -> object:
    """The button that saves a file."""
    told = say(lang)("download.save", name=name)
    return next(found.proto for found in app.get("download_button") if found.proto.label == told)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("page", ["map", "compare", "area"])
def test_files_are_offered_on_every_screen_that_shows_figures(open_page: Open, page: str, lang: str) -> None:
    app = open_page(page, lang=lang)
    assert [fault.message for fault in app.exception] == []
    assert button(app, lang=lang)
    assert app.get("popover") or app.get("download_button")


def test_the_map_is_offered_as_a_picture_too(open_page: Open) -> None:
    assert kinds(open_page(lang="en")) == [*(form.name for form in FORMATS.values()), "PNG", "PDF"]
    assert kinds(open_page("area", lang="en", mark="50")) == [form.name for form in FORMATS.values()]


def test_what_its_publisher_must_be_asked_for_waits_for_a_confirmation(open_page: Open) -> None:
    app = open_page(lang="en", layer="density")
    assert button(app).disabled
    box = next(box for box in app.checkbox if "Registered population and houses" in box.label)
    box.check().run()
    assert not button(app).disabled


def test_what_may_be_passed_on_waits_for_nothing(open_page: Open) -> None:
    app = open_page(lang="en", layer="airports_scheduled")
    assert not button(app).disabled
    assert [box.label for box in app.checkbox if "permission" in box.label] == []


def test_an_area_has_its_report(open_page: Open) -> None:
    for code in ("50", "5001", "500101", "3120102"):
        labels = [found.proto.label for found in open_page("area", lang="en", mark=code).get("download_button")]
        assert say("en")("download.report") in labels
    labels = [found.proto.label for found in open_page("area", lang="en", mark="TH").get("download_button")]
    assert say("en")("download.report") not in labels


def test_without_a_thai_font_the_screen_names_the_package(
    open_page: Open, monkeypatch: pytest.MonkeyPatch, fresh: Callable[[], None]
) -> None:
    monkeypatch.setattr(typeset, "families", lambda: frozenset({"DejaVu Sans"}))
    app = open_page("area", lang="en", mark="50")
    assert [fault.message for fault in app.exception] == []
    assert any("fonts-noto-core" in told.value for told in app.info)
    assert kinds(open_page(lang="en")) == [form.name for form in FORMATS.values()]
