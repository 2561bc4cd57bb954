"""Sentences of the support walk that say how its numbers are to be read: who is behind, how sure, at which scale."""

from __future__ import annotations

import pandas as pd

from geo.labels import label
from geo.places import places
from geo.support import advice, scale
from geo.support.case import WHOLE, Case
from geo.support.reasoning import Reasoned
from geo.support.telling import slug
from geo.words import Say, show_number

BEHIND = ("near", "below", "far below")
# As for the index itself: with less than two thirds of its headings nothing is said of the whole.
ENOUGH = 2 / 3


def heading_name(known: Case, target: str, say: Say, lang: str) -> str:
    """A heading as readers call it, or the mean over those counted."""
    return say("support.whole") if target == WHOLE else known.heading(target).title.of(lang)


def too_few_headings(found: Reasoned, say: Say, lang: str) -> str:
    """That "all headings together" are but a few, so that no order of need follows; empty where they suffice."""
    known = found.case
    if found.target != WHOLE or len(known.counted) >= ENOUGH * len(known.names) - 1e-9:
        return ""
    listed = ", ".join(heading_name(known, name, say, lang) for name in known.counted) or say("support.no_heading")
    return say("support.too_few_headings", count=len(known.counted), all=len(known.names), headings=listed)


def lag_summary(found: Reasoned, inside: pd.Index, say: Say) -> str:
    """How many of some areas are surely below a standard, with how many people, and of how many it cannot be told."""
    status = found.status.loc[inside]
    behind = status.isin(BEHIND).any(axis=1)
    unsure = status.isin(["uncertain"]).any(axis=1) & ~behind
    people = found.people[inside][behind]
    told = {"all": len(inside), "level": say(f"levels.{found.level}"), "behind": int(behind.sum())}
    # The sum of what nobody knows is no number of people.
    if len(people) and people.isna().any():
        return say("support.lag_summary_no_people", **told, unsure=int(unsure.sum()))
    return say("support.lag_summary", **told, unsure=int(unsure.sum()), people=show_number(float(people.sum())))


def board_note(found: Reasoned, say: Say, lang: str) -> str:
    """How the board is read, and which headings are not counted at this level."""
    known = found.case
    names = ", ".join(heading_name(known, name, say, lang) for name in known.counted)
    near, far = (show_number(found.values.number(name)) for name in ("near", "far"))
    note = say("support.board_note", near=near, far=far)
    if found.target == WHOLE:
        note += " " + say("support.whole_note", counted=names)
    missing = [name for name in known.names if name not in known.counted]
    if missing and found.target == WHOLE:
        listed = ", ".join(
            say(
                "support.known_for",
                heading=heading_name(known, name, say, lang),
                count=int(known.scores[name].notna().sum()),
                all=len(known.scores),
            )
            for name in missing
        )
        note += " " + say("support.not_counted", headings=listed)
    return note


def lists_note(found: Reasoned, inside: pd.Index, say: Say) -> str:
    """What the stable core is, what "most people" counts, and who is in neither list."""
    lists = found.lists
    told = [
        say(
            "support.core_note",
            top=show_number(found.values.number("top")),
            sure=show_number(found.values.number("sure")),
            draws=lists.draws,
        ),
        say(f"support.crowd_{lists.crowd}"),
    ]
    if lists.crowd != found.values.text("crowd"):
        told.append(say("support.crowd_fallback", level=say(f"levels.{found.level}")))
    unknown = int(lists.table.loc[inside, "most_people"].isna().sum())
    if unknown and lists.crowd == "people_need_capacity":
        told.append(say("support.crowd_unknown", count=unknown))
    return " ".join(told)


def tier_counts(found: Reasoned, inside: pd.Index, say: Say) -> str:
    """How many of some areas are advised to act where."""
    counts = found.advice.table.loc[inside, "tier"].value_counts()
    return (
        say("support.tiers_told")
        + " "
        + ", ".join(f"{say(f'support_tier.{slug(tier)}')} {count}" for tier, count in counts.items())
    )


def flips(found: Reasoned, inside: pd.Index, say: Say) -> list[str]:
    """How many of some areas would be advised otherwise if either threshold were moved."""
    table = found.advice.table.loc[inside]
    if table["tier"].isin(["none", "no data"]).all():
        return [say("support.nothing_flips")]
    here, small, told = advice.Advice(table), found.values.number("small"), []
    for name, counts in (
        ("small", advice.flips(here, small)),
        ("task", advice.task_flips(here, found.gap[inside], found.standard, small)),
    ):
        shown = ", ".join(f"{show_number(float(str(value)), 2)}: {count}" for value, count in counts.items())
        now = show_number(found.values.number(name), 2)
        told.append(say(f"support.{name}_flips", now=now, flips=shown, all=len(inside)))
    return told


def split_told(found: Reasoned, say: Say) -> tuple[str, str, str]:
    """Where the divide lies, the same without Bangkok (may be empty), and what that speaks for (may be empty)."""
    split = scale.split(found.gap, found.people, found.level)
    if split is None:
        return say("support.scale_none"), "", ""
    facts = {"theil": show_number(split.total, 3), "count": split.places, "all": len(found.gap)}
    told = say(f"support.split_{found.level}", **facts, **_shares(split))
    # Bangkok weighs a twelfth of the people, so that a reader sees what the split owes to it.
    outside = scale.split(found.gap[~found.gap.index.str.startswith(advice.BANGKOK)], found.people, found.level)
    without = "" if outside is None else say(f"support.split_without_{found.level}", **_shares(outside))
    verdict = scale.verdict(split, found.values.number("inside"))
    return told, without, say(f"support.verdict_{verdict}_{found.level}")


def clusters_told(found: Reasoned, say: Say, lang: str, most: int = 5) -> list[str]:
    """Low areas that lie together, the largest groups first; one sentence that says so where there are none."""
    groups = scale.low_together(found.score, found.level)
    return [
        say("support.cluster", count=len(group.codes), areas=_listed(found.level, group.codes, lang))
        for group in groups[:most]
    ] or [say("support.no_clusters")]


def _shares(split: scale.Split) -> dict[str, str]:
    """Shares of the divide in per cent, as readers see them."""
    inside = 0.0 if pd.isna(split.within_provinces) else split.within_provinces
    parts = {"regions": split.between_regions, "provinces": split.between_provinces, "inside": inside}
    return {name: show_number(100 * value) for name, value in parts.items()}


def _listed(level: str, codes: tuple[str, ...], lang: str) -> str:
    """Names of a group; of a large one the provinces it lies in, with how many areas of each."""
    if level == "province" or len(codes) <= 12:
        return ", ".join(label(code, lang) for code in codes)
    counts = places(level)["province"].loc[list(codes)].value_counts()
    return ", ".join(f"{label(str(code), lang)} {count}" for code, count in counts.items())
