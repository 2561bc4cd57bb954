"""Readiness of an area for its page: each heading with its range on a line from 0 to 100, and the index with ranks."""

from __future__ import annotations

from typing import Any

import pandas as pd
from markupsafe import Markup

from geo.gazetteer import known_level
from geo.publish.chapters import Scored
from geo.publish.site.page import markup
from geo.readiness import assess
from geo.standing import regional_ranks, standing
from geo.support.cells import number
from geo.support.telling import slug
from geo.words import say, show_number

INDEX = "provision"


def rows(found: list[Scored], lang: str) -> list[dict[str, Any]]:
    """Each heading with score, range, standard and status, and a drawing of them."""
    speak = say(lang)
    return [
        {
            "title": one.title.of(lang),
            "score": span(one.score, one.low, one.high),
            "standard": show_number(one.standard),
            "status": speak(f"support_status.{slug(one.status)}"),
            "line": _line(one) if pd.notna(one.score) else markup(""),
        }
        for one in found
    ]


def span(value: float, low: float, high: float) -> str:
    """A number with the range it takes; nothing where there is none.

    Examples
    --------
    >>> span(56.2, 49.8, 61.0), span(float("nan"), 1.0, 2.0), span(40.0, 40.0, 40.0)
    ('56 (50–61)', '', '40')
    """
    if pd.isna(value):
        return ""
    told, first, last = (show_number(one) for one in (value, low, high))
    return told if pd.isna(low) or first == last else f"{told} ({first}–{last})"


def _line(one: Scored) -> Markup:
    """From 0 to 100: the range as a bar, the score as a dot, the standard as a tick."""
    low, high = (one.score if pd.isna(end) else end for end in (one.low, one.high))
    body = (
        '<path d="M4 7H104" stroke="var(--line)"/>'
        f'<path d="M{4 + low:.0f} 7H{4 + high:.0f}" stroke="var(--spot)" stroke-width="4" stroke-opacity=".45"/>'
        f'<path d="M{4 + one.standard:.0f} 2V12" stroke="var(--ink)" stroke-dasharray="2 1.5"/>'
        f'<circle cx="{4 + one.score:.0f}" cy="7" r="3.1" fill="var(--spot)"/>'
    )
    return markup(f'<svg width="108" height="14" viewBox="0 0 108 14" aria-hidden="true">{body}</svg>')


def overall(code: str, lang: str) -> str:
    """The index of provision in a sentence, its rank as a range; nothing for an area without an index of its own."""
    speak, level = say(lang), known_level(code)
    found = assess(INDEX, "province" if level == "region" else level)
    if level == "region":
        region = regional_ranks(found).loc[code] if found.scores[INDEX].notna().any() else None
        if region is None or pd.isna(region["score"]) or pd.isna(region["low"]):
            return ""
        ranks = span_of(float(region["low"]), float(region["high"]))
        told = {"score": show_number(float(region["score"])), "ranks": ranks, "places": show_number(region["places"])}
        return speak("edition_place.overall_region", **told)
    if pd.isna(number(found.scores, code, INDEX)):
        return ""
    row = standing(found, INDEX, pd.Index([code])).iloc[0]
    if pd.isna(row["rank"]) or pd.isna(row["low"]):
        return ""
    ranked = int(found.ranges(INDEX)["rank"].notna().sum())
    told = {"score": span(row["score"], row["low_score"], row["high_score"]), "all": show_number(ranked)}
    return speak(
        "edition_place.overall", ranks=span_of(row["low"], row["high"]), level=speak(f"levels.{level}"), **told
    )


def span_of(low: float, high: float) -> str:
    """A range of ranks.

    Examples
    --------
    >>> span_of(3.0, 11.4), span_of(2, 2)
    ('3–11', '2')
    """
    first, last = show_number(low), show_number(high)
    return first if first == last else f"{first}–{last}"
