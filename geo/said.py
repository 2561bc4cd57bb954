"""What local authorities said of themselves beside what is measured: where both agree, and where not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

import pandas as pd

from geo import survey
from geo.places import places
from geo.readiness import Assessed, assess
from geo.standing import node_title, regional_ranks
from geo.stats.coherence import between_share
from geo.words import say, show_number

Agreement = Literal["agree", "differ", "open"]
KINDS = {
    "city_municipality": "city",
    "town_municipality": "town",
    "subdistrict_municipality": "subdistrict",
    "SAO": "sao",
    "PAO": "pao",
}
PARTS = {"Budget": "money", "Technology systems": "technology", "Staff skills": "skills"}


@dataclass(frozen=True)
class Said:
    """One statement of the survey beside the measured picture.

    ``statement`` and ``measured`` are keys of sentences with the numbers they take; ``pages`` where the survey says it.
    """

    statement: str
    facts: dict[str, Any]
    measured: str
    found: dict[str, Any]
    agreement: Agreement
    pages: str


def stated(table: pd.DataFrame, code: str, dimension: str, measure: str) -> tuple[float, str]:
    """A number of the survey with its page; NaN and "" where it cannot be read."""
    rows = table[
        (table["code"] == code) & (table["dimension_en"] == dimension) & (table["measure_en"] == measure)
    ].dropna(subset=["value"])
    return (float(rows["value"].iloc[0]), str(rows["page"].iloc[0])) if len(rows) else (float("nan"), "")


def statements() -> list[Said]:
    """Every statement of the survey that can be laid beside a measurement, always of the whole country.

    Raises
    ------
    SourceError
        Where the survey may not be shown or its files are not those of its card.

    Notes
    -----
    The survey's scores and these are on different scales, so only orders and differences are compared. An order agrees
    where the survey's rank lies in the range of the measured one (5 to 95 % of 1,000 computations).
    """
    provision = assess("provision", "province")
    ranks = regional_ranks(provision)
    return [
        _level(provision, ranks),
        _northeast(ranks),
        _first(ranks),
        *_headings(provision),
        _types(assess("capacity", "lao")),
        _needs(assess("capacity", "province")),
    ]


def _level(provision: Assessed, ranks: pd.DataFrame) -> Said:
    share = between_share(provision.scores["provision"], places("province")["region"])
    apart = ranks["high"].min() < ranks["low"].max()
    facts = {"low": ranks["score"].min(), "high": ranks["score"].max(), "share": 100 * share}
    return Said("level", {}, "level_measured", facts, "differ" if apart else "agree", "46")


def _northeast(ranks: pd.DataFrame) -> Said:
    rank, page = stated(survey.regions(), "northeast", "Overall", "rank among six regions")
    value, _ = stated(survey.regions(), "northeast", "Overall", "mean score")
    low, high = float(ranks["low"]["northeast"]), float(ranks["high"]["northeast"])
    agreement: Agreement = "agree" if low <= rank <= high else "differ"
    return Said(
        "rank", {"rank": rank, "value": value}, "rank_measured", {"span": rank_span(low, high)}, agreement, page
    )


def rank_span(low: float, high: float) -> str:
    """A range of ranks as it is written; one number where both ends are the same."""
    ends = f"{low:.0f}", f"{high:.0f}"
    return ends[0] if ends[0] == ends[1] else "–".join(ends)


def _first(ranks: pd.DataFrame) -> Said:
    both = ranks.loc[["central", "east"]]
    surely, possibly = bool((both["high"] <= 3).all()), bool((both["low"] <= 3).all())
    spans = {
        str(code): rank_span(low, high) for code, low, high in zip(both.index, both["low"], both["high"], strict=True)
    }
    return Said("first", {}, "first_measured", spans, "agree" if surely else "open" if possibly else "differ", "51")


def _headings(provision: Assessed) -> list[Said]:
    area = places("province")
    headings = [d.id for d in provision.index.measured]
    weighted = provision.scores[headings].mul(area["people"], axis=0).groupby(area["region"]).sum()
    place = weighted.div(area["people"].groupby(area["region"]).sum(), axis=0).rank(axis=1, ascending=False)
    highest, last = int((place["governance"] == 1).sum()), int((place["mobility"] > len(headings) - 3).sum())
    return [
        Said("governance", {}, "governance_measured", {"count": highest}, "open", "51"),
        Said("last", {}, "last_measured", {"count": last}, "open", "51"),
    ]


def _types(capacity: Assessed) -> Said:
    told = {word: stated(survey.lao_types(), code, "Quality of life", "mean score") for code, word in KINDS.items()}
    kind = places("lao")["type"].map(KINDS)
    site = capacity.scores["technology"].groupby(kind).mean()
    below = [word for word in KINDS.values() if word != "pao"]
    same = sorted(below, key=lambda word: -told[word][0]) == sorted(below, key=lambda word: -site[word])
    facts = {word: value for word, (value, _) in told.items()}
    pages = ", ".join(dict.fromkeys(page for _, page in told.values() if page))
    measured = {word: float(site[word]) for word in KINDS.values()}
    return Said(
        "types", facts, "types_measured" if same else "types_other", measured, "agree" if same else "differ", pages
    )


def _needs(capacity: Assessed) -> Said:
    needs = survey.needs().dropna(subset=["value"]).sort_values("value")
    parts = capacity.scores[list(PARTS.values())].dropna()
    lowest = parts.idxmin(axis=1).value_counts()
    order = [PARTS[str(name)] for name in needs["name_en"]]
    counts = {part: int(lowest.get(part, 0)) for part in order}
    # Which part is the lowest hangs on where the goalposts of the three stand, so it decides nothing.
    return Said("needs", {"order": order}, "needs_measured", counts, "open", str(needs["page"].iloc[0]))


def statement_told(one: Said, lang: str) -> str:
    """What the survey states, with its numbers."""
    facts = dict(one.facts)
    if one.statement == "needs":
        # In the survey's own words: its third need is skills, for which the index has only a stand-in.
        asked = survey.needs().dropna(subset=["value"]).sort_values("value")
        doubts = asked[f"note_{lang}"].iloc[-1]
        facts = {"needs": " > ".join(asked[f"name_{lang}"]) + (f" ({doubts})" if doubts else "")}
    shown = {name: show_number(value, 2) if isinstance(value, float) else value for name, value in facts.items()}
    if one.statement == "rank":
        shown["rank"] = f"{facts['rank']:.0f}"
    return say(lang)(f"readiness.said_{one.statement}", **shown)


def measured_told(one: Said, lang: str) -> str:
    """What is measured beside it."""
    found = one.found
    if one.statement == "needs":
        capacity = assess("capacity", "province")
        found = {"parts": ", ".join(f"{node_title(capacity, part).of(lang)} ({n})" for part, n in found.items())}
    shown = {name: f"{value:.0f}" if isinstance(value, float) else value for name, value in found.items()}
    return say(lang)(f"readiness.said_{one.measured}", **shown)
