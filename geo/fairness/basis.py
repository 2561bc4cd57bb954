"""What the numbers of the fairness screen rest on: who is compared, who is left out, how far chance may go."""

from __future__ import annotations

import math

from geo.fairness.answers import answer, tails
from geo.fairness.doubt import Doubt
from geo.fairness.field import Field
from geo.fairness.words import gap_text, measure_text, people_text
from geo.words import Say, show_number, show_year


def people_told(this: Field) -> bool:
    """Whether anybody has counted the people of the places in view."""
    return bool(this.measured.people.notna().any())


def base_text(this: Field, lang: str, say: Say) -> list[str]:
    """What stands under every number: weighting, level, year, areas left out and their people."""
    kind = "people" if this.between_people else "laos" if this.level == "lao" else "areas"
    every = len(this.values) + sum(left.places for left in this.left)
    alone = "" if people_told(this) else "_alone"
    lines = [
        say(f"equity.base_{kind}"),
        say(
            f"equity.base_line{alone}",
            level=say(f"level.{this.level}"),
            year=show_year(this.period, lang),
            count=show_number(len(this.values)),
            all=show_number(every),
            people=people_text(float(this.people.sum()), say),
        ),
    ]
    left = [
        say(
            f"equity.left_one{alone}",
            why=say(f"equity.why_{one.why.replace(' ', '_')}"),
            count=show_number(one.places),
            people=people_text(one.people, say),
        )
        for one in this.left
    ]
    lines.append(say("equity.left_out", list="; ".join(left)) if left else say("equity.left_none"))
    return [*lines, say("equity.inherited_people")] if this.between_people else lines


def foot(this: Field, lang: str, say: Say) -> str:
    """The same in one line, for under every part of the screen."""
    out = sum(left.places for left in this.left)
    kind = "people" if this.between_people else "laos" if this.level == "lao" else "areas"
    return say(
        "equity.foot" if people_told(this) else "equity.foot_alone",
        weighing=say(f"equity.between_{kind}"),
        level=say(f"level.{this.level}"),
        year=show_year(this.period, lang),
        count=show_number(len(this.values)),
        all=show_number(len(this.values) + out),
        left=show_number(out),
        people=people_text(math.fsum(left.people for left in this.left if math.isfinite(left.people)), say),
    )


def doubt_text(this: Field, found: Doubt, say: Say) -> str:
    """How far the headline may be off by chance, and what that rests on, or why it cannot be told."""
    text = say(f"equity.doubt_{found.why or found.basis}")
    for measure in ("tail_ratio", "tail_gap"):
        if measure in found.ranges:
            low, high = (measure_text(this, measure, end) for end in found.ranges[measure])
            own = tails(this) if measure == "tail_gap" else None
            value = gap_text(this, *own) if own else measure_text(this, measure, answer(this, measure).value)
            name = say(f"measure.{measure}")
            return say("equity.head_range", measure=name, value=value, low=low, high=high) + " " + text
    return text
