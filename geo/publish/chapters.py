"""What other parts of the atlas say of one area, as chapters of its report: readiness, and who should act."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd

from geo import cards
from geo.gazetteer import known_level
from geo.labels import label
from geo.places import places
from geo.support.case import WHOLE
from geo.support.cells import line, number
from geo.support.notes import too_few_headings
from geo.support.reasoning import Reasoned, reason
from geo.support.telling import advice_told, slug
from geo.words import Text, say, show_number

# ``title``; ``items`` with ``head`` and ``text``, set in two columns; ``paragraphs`` below them; ``note``.
Chapter = dict[str, Any]


@lru_cache(maxsize=4)
def _reasoned(level: str, folder: Path, terms: cards.Terms) -> Reasoned:
    return reason(level)


def of_whom(code: str) -> str:
    """Of which area it can be reasoned: a province or a district itself, else the district that a place lies in."""
    level = known_level(code)
    if level in ("province", "district"):
        return code
    row = places(level).loc[code]
    return str(row["district"] if row["district"] in places("district").index else row["province"])


class Scored(NamedTuple):
    """One heading of provision in one area: its score with the range it takes, what it is held against, how it stands.

    ``score``, ``low`` and ``high`` are NaN where the area itself has none; ``status`` is a word of the board.
    """

    title: Text
    score: float
    low: float
    high: float
    standard: float
    status: str


def scores(code: str) -> list[Scored]:
    """Every heading of provision in the area of which it can be reasoned; nothing where no heading has a score."""
    area = of_whom(code)
    found = _reasoned(known_level(area), cards.data_folder(), cards.terms())
    known, told = found.case, []
    for name in known.names:
        score, low, high = (number(table, area, name) for table in (known.scores, known.low, known.high))
        status = str(found.board.status.at[area, name])
        if status == "no data" and bool(known.inherited.at[area, name]):
            status = "inherited"
        told.append(Scored(known.heading(name).title, score, low, high, float(known.standards[name]), status))
    return told if any(one.score == one.score for one in told) else []


def readiness(code: str, lang: str) -> Chapter | None:
    """The headings of provision with their scores, the ranges these take, and what that means against the standard."""
    speak, area = say(lang), of_whom(code)
    items = []
    for one in scores(code):
        text = speak(f"support_status.{slug(one.status)}")
        if pd.notna(one.score):
            spread = {"low": show_number(one.low), "high": show_number(one.high)}
            score_text = speak("report.score", score=show_number(one.score), **spread)
            text = speak("report.scored", score=score_text, status=text, standard=show_number(one.standard))
        items.append({"head": one.title.of(lang), "text": text})
    if not items:
        return None
    title = speak("report.readiness") if area == code else speak("report.readiness_of", place=label(area, lang, True))
    return {"title": title, "items": items, "note": speak("report.readiness_note")}


def support(code: str, lang: str) -> Chapter | None:
    """Who should act on what is missing, with the numbers behind it; a suggestion, and where to move its choices."""
    speak, area = say(lang), of_whom(code)
    level = known_level(area)
    found = _reasoned(level, cards.data_folder(), cards.terms())
    row = line(found.advice.table, area)
    target = speak("support.whole") if found.target == WHOLE else found.case.heading(found.target).title.of(lang)
    if level == "district" and pd.notna(row["task"]) and str(row["tier"]) == "no data" and not row["special"]:
        told = {"area": label(area, lang, True), "target": target, "gap": show_number(float(found.gap[area]), 1)}
        sentences = [speak("report.ask_first", **told), speak("support_advice.central")]
    else:
        sentences = advice_told(found, area, target, speak, lang)
    sentences += [few] if (few := too_few_headings(found, speak, lang)) else []
    title = speak("report.support") if area == code else speak("report.support_of", place=label(area, lang, True))
    plain = " ".join(sentence.replace("**", "") for sentence in sentences)
    return {"title": title, "items": [], "paragraphs": [plain], "note": speak("report.support_note")}


CHAPTERS: list[Callable[[str, str], Chapter | None]] = [readiness, support]
