"""What travels to the browser: small, complete, naming nothing of another host."""

import json

import numpy as np
import pandas as pd
import pytest

from geo.maps import assets, fetched, message
from geo.words import say
from tests.geo.maps.test_choropleth import drawing, measured


def codes(n: int) -> tuple[str, ...]:
    return tuple(f"{100000 + i}" for i in range(n))


def told(n: int, lang: str = "th") -> dict:
    rng = np.random.default_rng(1)
    on = codes(n)
    shown = drawing(measured(rng.lognormal(3, 1, n).tolist(), codes=on), lang, codes=on, k=9)
    names = pd.DataFrame({"name_th": "ตำบล", "name_en": "Place"}, index=list(on))
    address = fetched.names_file(shown.shapes, names)
    return message.message(shown, say(lang), id="main", names=address, places="จังหวัด", up="ประเทศไทย")


@pytest.mark.parametrize(("areas", "budget"), [(77, 4_000), (7425, 15_000)])
def test_a_change_of_values_stays_within_its_budget(areas, budget):
    sent = json.dumps(told(areas), ensure_ascii=False).encode()
    assert len(sent) < budget
    assert b"://" not in sent


def test_the_message_is_plain_json_and_the_same_for_the_same_view():
    assert json.dumps(told(77), allow_nan=False) == json.dumps(told(77), allow_nan=False)


def test_there_is_one_letter_for_each_area():
    assert len(told(77)["values"]) == 77


@pytest.mark.parametrize("lang", ["th", "en"])
def test_everything_the_map_says_is_there_in_both_languages(lang):
    texts = json.loads(assets.read(fetched.texts_file(say(lang), lang)))
    assert set(texts) == set(fetched.SPOKEN)
    assert all(texts.values())


def test_the_map_s_script_says_only_what_is_sent_to_it():
    import re

    said = set(re.findall(r"texts\.([a-z_]+)", assets.script().decode()))
    assert said <= set(fetched.SPOKEN)


def test_values_behind_the_colours_stand_in_the_order_of_the_shapes_and_gaps_stay_gaps():
    shown = drawing(measured([1.26, None, 3, 4, 5, 6]))
    facts = json.loads(assets.read(fetched.facts_file(shown)))
    assert facts == {"values": [1.0, None, 3.0, 4.0, 5.0, 6.0]}


def test_names_keep_their_order_and_an_unknown_area_is_called_by_its_code():
    shown = drawing(measured([1, 2, 3, 4, 5, 6]))
    names = pd.DataFrame({"name_th": ["สิบ"], "name_en": ["<b>Ten</b>"]}, index=["10"])
    address = fetched.names_file(shown.shapes, names, notes={"10": ("เดิม", "older")})
    file = json.loads(assets.read(address))
    assert file["th"] == ["สิบ", "11", "12", "13", "14", "15"]
    assert file["en"][0] == "<b>Ten</b>"
    assert file["note"] == {"th": {"10": "เดิม"}, "en": {"10": "older"}}


def test_points_without_a_position_are_left_out():
    table = pd.DataFrame({"lat": [13.5, None], "lon": [100.25, 100], "name_th": ["ก", "ข"], "name_en": ["A", None]})
    assert json.loads(assets.read(fetched.points("stations", table))) == [[13.5, 100.25, "ก", "A"]]


def test_areas_that_stand_out_travel_four_to_a_letter() -> None:
    codes = [f"{number:02}" for number in range(10, 19)]
    assert message.bits(codes, []) == message.bits(codes, ["99"]) == ""
    flags = "".join(f"{int(letter, 16):04b}" for letter in message.bits(codes, {"10", "14", "18"}))
    assert flags == "100010001000"
    assert len(message.bits([str(number) for number in range(7425)], {"3"})) == 1857
