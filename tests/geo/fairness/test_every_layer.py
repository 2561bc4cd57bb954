"""Everything that the fairness screen says, for every layer at every level it has, in both languages."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from geo.called import distinct_names
from geo.fairness import between, curve, shares, standards, words
from geo.fairness.areas import place_text, stretch_text
from geo.fairness.basis import base_text
from geo.fairness.field import field, income_rank
from geo.words import messages, say
from layers import catalogue
from pages.parts.choices import shown_levels
from pages.parts.fair_charts import curve as drawing

EVERY = [(key, level) for key, layer in catalogue().items() for level in shown_levels(layer)]
# A province is called Nan.
LEFT_OVER = re.compile(r"\{\w+\}|\bnan\b|\binf\b|\bNaN\b")


@pytest.mark.parametrize(("layer_id", "level"), EVERY)
@pytest.mark.parametrize("people", [True, False])
def test_the_screen_has_its_sentences_and_its_curves(layer_id: str, level: str, people: bool) -> None:
    this = field(layer_id, level, between_people=people)
    rank = income_rank(this, "household_income")
    offered = standards.lines(this)
    short = standards.shortfall(this, standards.line(this, offered[0])) if offered else None
    fair = shares.fair_share(this)
    splits = between.splits(this)
    assert (short is None) == (this.fit.direction == 0)
    assert short is None or short.why == ""
    assert [taken.by for taken in splits if taken.why not in ("", "one_group")] == []
    for lang in ("th", "en"):
        speak = say(lang)
        told = [words.headline(this, short, fair, lang, speak), *base_text(this, lang, speak)]
        told += [words.ends_text(this, between.ends(this), lang, speak), words.slope_text(this, rank, lang, speak)]
        told += [words.act_text(this, taken, speak) for taken in splits]
        told += [words.against(this, short, lang, speak)] if short else []
        for kind in this.fit.curves:
            drawn = curve.curve(this, kind, rank)
            assert drawn.why == ""
            part = curve.stretch(this, drawn, 0, 30)
            told.append(stretch_text(this, part, 0, 30, lang, speak))
            told.append(place_text(this, drawn, str(drawn.table.index[0]), lang, speak))
        assert [text for text in told if not text.strip() or LEFT_OVER.search(text)] == []
        assert [text for text in told if text in messages(lang)] == []
        assert speak("equity.few") not in told


@pytest.mark.parametrize(("layer_id", "level"), EVERY)
def test_a_curve_carries_the_code_of_every_dot_and_few_enough_of_them(layer_id: str, level: str) -> None:
    this = field(layer_id, level)
    drawn = curve.curve(this, this.fit.curves[0])
    called = pd.Series(this.values.index, index=this.values.index)
    mark = str(drawn.table.index[len(drawn.table) // 2])
    figure = drawing(this, drawn, called, (10, 30), mark, "en", say("en"))
    dots = next(trace for trace in figure.data if trace.mode == "markers")
    assert len(dots.x) <= 301
    assert {row[0] for row in dots.customdata} <= set(this.values.index)
    assert mark in {row[0] for row in dots.customdata}
    assert [trace.text[0] for trace in figure.data if trace.name == "mark"] == [mark]


def test_names_are_found_for_every_group() -> None:
    this = field("website_on_record", "lao")
    for by in ("region", "province", "type"):
        for code in between.group_means(this, by).index:
            names = {words.group_name(by, str(code), lang) for lang in ("th", "en")}
            assert len(names) == 2
            assert str(code) not in names
    one = distinct_names("district", "en", pd.Index(["1001"]))
    assert words.group_name("district", "1001", "en") == one["1001"]
