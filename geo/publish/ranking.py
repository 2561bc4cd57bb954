"""Scores and ranks of some places as a file: never a rank without its range, and all that they were computed with."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from geo.publish.derived import Column, Derived, Used, used
from geo.publish.extract import called
from geo.readiness import Assessed, method
from geo.standing import as_measured, node_title, standing, under
from geo.words import Text, bilingual, say, show_number

# What a file calls each column of `geo.standing.standing`: name, meaning, unit, decimals.
COLUMNS = {
    "score": ("score", "score", "points", 1),
    "low_score": ("low_score", "low_score", "points", 1),
    "high_score": ("high_score", "high_score", "points", 1),
    "rank": ("rank", "rank", "", 0),
    "low": ("rank_low", "rank_low", "", 0),
    "high": ("rank_high", "rank_high", "", 0),
    "band": ("band", "band", "", 0),
    "share_present": ("share_present", "share_present", "of_one", 2),
    "status": ("status", "status", "", None),
    "pr_bottom_fifth": ("pr_bottom_fifth", "pr_bottom_fifth", "of_one", 3),
    "pr_below_standard": ("pr_below_standard", "pr_below_standard", "of_one", 3),
}
DRAWS = 1000


def of_ranking(found: Assessed, node: str, codes: Sequence[str], address: str, lang: str, where: str = "") -> Derived:
    """The places given with their score, rank, range and band on one node, the first band on top.

    ``where`` is what the places lie in, as ``geo.publish.extract.called`` takes it. Ranks are among all places of the
    level, whatever the file holds.
    """
    rows = standing(found, node, pd.Index(codes))
    measured = as_measured(found, node)
    told = {"title": measured.layer.title, "level": bilingual(f"levels.{found.level}")}
    title = bilingual("title.ranking", where=Text(called(where, "th"), called(where, "en")), **told)
    return Derived(
        name="-".join(filter(None, (found.index.id, node, found.level, where.replace(",", "_"), method().version))),
        title=title,
        make=lambda: _columns(found, rows, lang),
        address=address,
        lang=lang,
        used=(Used(measured.layer, (measured.period,)), *used(under(found, node), found.level)),
        level=found.level,
        codes=tuple(map(str, rows.index)),
        choices=tuple(_choices(found, node, lang).items()),
    )


def _columns(found: Assessed, rows: pd.DataFrame, lang: str) -> list[Column]:
    speak = say(lang)
    made = []
    for column, (name, means, unit, decimals) in COLUMNS.items():
        if column in rows:
            key = "rank_need" if column == "rank" and found.index.more == "worse" else means
            of = speak(f"means.{unit}") if unit else ""
            made.append(Column(name, speak(f"means.{key}"), rows[column], of, decimals))
    return made


def _choices(found: Assessed, node: str, lang: str) -> dict[str, str]:
    """Everything on which the scores depend."""
    speak = say(lang)
    weights = found.tree.set_index("code")["weight"]
    own = [str(code) for code in found.tree["code"] if code != found.index.id]
    return {
        speak("chosen.index"): found.index.title.of(lang),
        speak("chosen.heading"): node_title(found, node).of(lang),
        speak("chosen.scale"): speak(f"scale.{found.how}"),
        speak("chosen.join"): speak(f"join.{found.aggregate}"),
        speak("chosen.weights"): ", ".join(f"{node_title(found, code).of(lang)} {weights[code]:g}" for code in own),
        speak("chosen.widen"): speak("chosen.yes" if found.widen else "chosen.no"),
        speak("chosen.draws"): show_number(DRAWS),
        speak("chosen.method"): f"readiness {method().version}",
    }
