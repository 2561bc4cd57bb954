"""What the sentences of advice say: method of this atlas, section 4, R7: advice, never an order."""

from __future__ import annotations

import pytest

from geo.words import say


@pytest.mark.parametrize("tier", ["local", "local_with_support", "neighbours", "province", "centre"])
@pytest.mark.parametrize(("lang", "should"), [("th", "ควรดำเนินการ"), ("en", " should ")])
def test_advice_says_who_should_act_and_orders_nobody(tier: str, lang: str, should: str) -> None:
    names = "area target gap task local shortfall small kind hands_back neighbours province"
    numbers = dict.fromkeys(names.split(), "x")
    sentence = say(lang)(f"support_advice.{tier}", **numbers)
    assert should in sentence
    assert "**ให้" not in sentence
