"""The board as a map: the status of one heading, or the mean gap, in the terms that a map is drawn from."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

import numpy as np
import pandas as pd

from geo.maps.drawn import Drawn
from geo.stats.decide import gap_status
from geo.support.case import WHOLE
from geo.support.reasoning import Reasoned
from geo.support.telling import slug
from geo.words import Text, say

ORDERED = ("meets", "near", "below", "far below")


@dataclass(frozen=True)
class Column:
    """What a legend says of a column of the board, in the words in which a layer says it."""

    id: str
    title: Text
    unit: Text
    decimals: int
    better: str = "lower"
    base_unit: Text | None = None
    words: dict[float, Text] = field(default_factory=dict)


class Mapped(NamedTuple):
    """A column, its values with their statuses, and where a class cannot be told from its neighbour."""

    column: Column
    values: Drawn
    doubtful: dict[str, bool]


def mapped(found: Reasoned) -> Mapped:
    """The chosen column on every area of the level.

    Returns
    -------
    Mapped
        For one heading its four statuses by the score as it stands; areas whose range straddles the standard keep
        their class and are ``doubtful``; values of the larger area have status ``inherited``. For all headings
        together the mean gap in points.
    """
    both = {lang: say(lang) for lang in ("th", "en")}

    def text(key: str, **values: str) -> Text:
        return Text(both["th"](key, **values), both["en"](key, **values))

    blank = pd.Series(np.nan, index=found.gap.index)
    people = found.people
    if found.target == WHOLE:
        status = pd.Series("ok", index=found.gap.index).where(found.gap.notna(), "no data")
        column = Column("support_gap", text("support.map_gap"), text("support.map_points"), 1)
        return Mapped(column, Drawn(found.gap, blank, status, blank, blank, people), {})
    known, name = found.case, found.target
    inherited = known.inherited[name]
    score = known.found.scores[name]
    near, far = found.values.number("near") / 100, found.values.number("far") / 100
    words = gap_status(score, found.standard, near=near, far=far)
    values = words.map({word: float(place) for place, word in enumerate(ORDERED)}).astype(float)
    status = pd.Series("ok", index=score.index).mask(inherited, "inherited").mask(score.isna(), "no data")
    title = Text(*(known.heading(name).title.of(lang) for lang in ("th", "en")))
    column = Column(
        f"support_{name}",
        Text(both["th"]("support.map_status", heading=title.th), both["en"]("support.map_status", heading=title.en)),
        text("support.map_class"),
        0,
        words={float(place): text(f"support_status.{slug(word)}") for place, word in enumerate(ORDERED)},
    )
    uncertain = found.board.status[name].eq("uncertain")
    return Mapped(column, Drawn(values, blank, status, blank, blank, people), dict(uncertain[uncertain]))
