"""How scores and ranks are told, in the same words on every screen and page: never a rank without its range."""

from __future__ import annotations

import pandas as pd

from geo.mapped import Scale
from geo.readiness import Assessed, method
from geo.reading import STATUS_KEYS
from geo.standing import node_title
from geo.stats.normalising import NORMALISATIONS
from geo.words import Say, say, show_number


def score_scale(lang: str) -> Scale:
    """The classes of a score as declared: they stay whatever is shown, and the legend says who set them."""
    ladder = method().scores
    names_ = tuple(name.of(lang) for name in ladder.names)
    told = say(lang)("legend.how_ladder", who=ladder.who.of(lang))
    return Scale(0.0, (*ladder.steps, 100.0), told, names_, "lower")


def score_text(score: float, low: float, high: float, speak: Say) -> str:
    """A score with its range, or that there is none.

    Examples
    --------
    >>> score_text(41.2, 38.0, 44.4, say("en")), score_text(41.2, float("nan"), float("nan"), say("en"))
    ('41 (38–44)', '41')
    """
    if pd.isna(score):
        return speak("readiness.no_rank")
    if pd.isna(low):
        return show_number(score)
    return speak("readiness.range_of", score=show_number(score), low=show_number(low), high=show_number(high))


def rank_text(rank: float, low: float, high: float, speak: Say) -> str:
    """A rank with its range, or that there is none.

    Examples
    --------
    >>> rank_text(4, 2, 9, say("en")), rank_text(4, float("nan"), float("nan"), say("en"))
    ('4 (2–9)', '–')
    """
    if pd.isna(rank) or pd.isna(low):
        return speak("readiness.no_rank")
    return speak("readiness.rank_of", rank=show_number(rank), low=show_number(low), high=show_number(high))


def status_text(status: str, speak: Say) -> str:
    """The status of a score in words: a score that is missing lacks data, not a measurement."""
    return speak("readiness.not_enough") if status == "no data" else speak(STATUS_KEYS[status])


def limits(found: Assessed, node: str, inside: pd.Index, lang: str) -> list[str]:
    """In which of some areas a node has a score of its own, and why not in the others, as sentences; mostly none."""
    speak, index = say(lang), found.index
    level = speak(f"levels.{found.level}")
    status = found.status.loc[inside]
    lines = []
    if found.level == "lao" and not status[found.nodes].isin(["ok"]).any(axis=None):
        lines.append(index.levels_why.of(lang))
    elif node != index.id:
        borrowed = int((status[node] == "inherited").sum())
        if borrowed:
            lines.append(speak("readiness.borrowed", count=f"{borrowed:,}", all=f"{len(inside):,}"))
        if not status[node].isin(["ok", "inherited"]).any():
            lines.append(speak("readiness.none_known"))
    elif found.level not in index.levels:
        lines.append(index.levels_why.of(lang))
    else:
        own = int((status[node] == "ok").sum())
        if own < len(inside) and not found.widen:
            without = found.status.loc[inside[(status[node] != "ok").to_numpy()]]
            wanting = {d.id: int((without[d.id] != "ok").sum()) for d in index.measured}
            named = [
                speak("readiness.lacking", heading=node_title(found, name).of(lang), count=f"{count:,}")
                for name, count in wanting.items()
                if count
            ]
            told = {"all": f"{len(inside):,}", "level": level}
            if own:
                lines.append(speak("readiness.with_index", count=f"{own:,}", **told))
                lines.append(speak("readiness.without_index", headings=", ".join(named)))
            else:
                lines.append(speak("readiness.none_index", headings=", ".join(named), **told))
        if found.widen:
            lines.append(speak("readiness.widened"))
    share = found.share_present.loc[inside, node][(status[node] == "ok").to_numpy()]
    if len(share) and share.min() < 1:
        ends = {"least": f"{100 * share.min():.0f}", "most": f"{100 * share.max():.0f}"}
        lines.append(speak("readiness.share" if ends["least"] != ends["most"] else "readiness.share_one", **ends))
    return lines


def scenario_title(found: Assessed, name: str, lang: str) -> str:
    """What one of the other ways to compute an index (`geo.standing.scenario_ranks`) is called."""
    speak = say(lang)
    if name in ("declared", "own"):
        return speak(f"readiness.{name}")
    if name.startswith("without "):
        return speak("readiness.without", heading=node_title(found, name.split(" ")[1]).of(lang))
    return speak(f"scale.{name}" if name in NORMALISATIONS else f"join.{name}")


def shift_text(places: float) -> str:
    """Places climbed (+) or lost (−) by another method; a dash where too little is left for a rank.

    Examples
    --------
    >>> shift_text(3.0), shift_text(-2.0), shift_text(float("nan"))
    ('+3', '−2', '–')
    """
    if pd.isna(places):
        return "–"
    return "0" if places == 0 else f"{'+' if places > 0 else '−'}{abs(places):.0f}"
