"""The walk of a regional office in a real browser: which lag, why, who should act, what a budget changes."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from geo.labels import label
from geo.places import places
from geo.support.reasoning import reason
from geo.words import LANGUAGES, say
from tests.browser.conftest import Reader
from tests.browser.test_dashboard import address_holds, choose

pytestmark = pytest.mark.browser


def step(reader: Reader, lang: str, name: str) -> None:
    """Press one of the five steps and wait until the address names it."""
    reader.page.get_by_role("radio", name=say(lang)(f"support.step_{name}")).click()
    address_holds(reader, step=name)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_an_office_walks_from_its_lagging_districts_to_what_a_budget_changes(reader: Reader, lang: str) -> None:
    speak = say(lang)
    page = reader.page
    found = reason("district")
    inside = places("district", "nso-south").index
    deepest = str(found.gap[inside].sort_values(ascending=False, kind="stable").index[0])

    # 1 Which of my districts lag
    reader.go(f"/support?lang={lang}&office=nso-south&at=district")
    reader.drawn(level="district")
    page.get_by_text(speak("support.first"), exact=True).wait_for()
    coloured = reader.page.evaluate(
        "(codes) => codes.filter((code) => Atlas.probe().colourAt(code)[3] > 0).length", list(inside)
    )
    assert coloured == len(inside)
    assert page.get_by_role("combobox", name=speak("support.area_district")).count() == 1

    # 2 Why
    step(reader, lang, "why")
    page.get_by_text(speak("support.why_title", area=label(deepest, lang, full=True))).wait_for()
    page.get_by_text(speak("support.change"), exact=True).wait_for()

    # 3 Who should act
    step(reader, lang, "who")
    page.get_by_text(speak("support_advice.central")).wait_for()
    asked = speak("support_advice.no_capacity_district").split("**")[3]
    page.get_by_text(asked).wait_for()

    # 4 What would this budget change
    step(reader, lang, "budget")
    page.get_by_text(speak("support.before_after"), exact=True).wait_for()
    money = page.get_by_role("spinbutton", name=speak("choose.budget"))
    money.fill("900")
    money.press("Enter")
    address_holds(reader, budget="900")
    page.get_by_text(speak("support.million", amount="900.0")).first.wait_for()
    choose(reader, speak("choose.rule"), speak("support_option.nearest_first"))
    address_holds(reader, rule="nearest_first", budget="900")

    # 5 Every choice, and away with it
    step(reader, lang, "parameters")
    page.get_by_text(speak("support.index_parameters"), exact=True).wait_for()
    page.get_by_role("button", name=speak("download.list", count=len(inside))).click()
    box = page.get_by_test_id("stPopoverBody")
    # It rests on figures whose publishers must be asked.
    save = box.get_by_role("button", name=speak("download.save", name="CSV"))
    expect(save).to_be_disabled()
    box.get_by_test_id("stCheckbox").locator("label").click()
    expect(save).to_be_enabled()
    with page.expect_download() as taken:
        save.click()
    content = taken.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf")
    text = content.decode("utf-8-sig")
    assert text.count("\n") == len(inside) + 1
    assert f"{reader.base}/support?" in text
    assert "rule=nearest_first" in text
    assert "budget=900" in text


def test_a_click_on_the_map_looks_at_that_province(reader: Reader) -> None:
    reader.go("/support?lang=en&target=mobility")
    reader.drawn(areas=77, level="province")
    x, y = reader.page.evaluate("() => Atlas.probe().pixelOf('50')")
    reader.page.mouse.click(x, y)
    address_holds(reader, mark="50", target="mobility")
    reader.still()
    step(reader, "en", "why")
    reader.page.get_by_text(say("en")("support.why_title", area=label("50", "en", full=True))).wait_for()


@pytest.mark.parametrize("width", [390])
@pytest.mark.parametrize("name", ["lag", "why", "who", "budget", "parameters"])
def test_on_a_phone_no_step_scrolls_sideways(reader: Reader, name: str) -> None:
    reader.go(f"/support?lang=th&office=south&at=district&step={name}")
    reader.page.get_by_text(say("th")("download.list", count=151)).wait_for()
    wide = reader.page.evaluate("() => document.querySelector('[data-testid=stMain]').scrollWidth")
    assert wide <= 390


def test_a_pasted_address_opens_the_same_budget(reader: Reader) -> None:
    reader.go("/support?lang=en&step=budget&office=north&budget=750&unit_cost=40&rule=equal_per_head")
    money = reader.page.get_by_role("spinbutton", name=say("en")("choose.budget"))
    money.wait_for()
    assert money.input_value() == "750.00"
    reader.page.get_by_text(say("en")("support.million", amount="750.0")).first.wait_for()
