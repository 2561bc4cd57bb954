"""Advice as a sentence with its numbers, in the reader's language."""

from __future__ import annotations

import pandas as pd

from geo.labels import label
from geo.support.cells import line
from geo.support.reasoning import Reasoned
from geo.words import Say, show_number


def slug(word: object) -> str:
    """A status, side or tier as the key of its message.

    Examples
    --------
    >>> slug("far below")
    'far_below'
    """
    return str(word).replace(" ", "_")


def resource_names(kinds: str, say: Say) -> str:
    """One or several limiting resources as readers call them.

    Examples
    --------
    >>> from geo.words import say
    >>> resource_names("money+technology", say("en"))
    'budget and technology systems'
    """
    return say("support.and").join(say(f"support_resource.{kind}") for kind in kinds.split("+") if kind)


def advice_told(found: Reasoned, place: str, target: str, say: Say, lang: str) -> list[str]:
    """Who should act in one area, as sentences: the advice with its numbers, what is special there, what stays central.

    Parameters
    ----------
    found : Reasoned
    place : str
        Code of the area.
    target : str
        What is looked at, as readers call it.
    """
    row = line(found.advice.table, place)
    numbers = {
        name: "–" if pd.isna(row[name]) else show_number(float(row[name]), 2)
        for name in ("task", "local", "neighbours", "province", "shortfall", "hands_back")
    }
    if pd.notna(row["shortfall"]):
        # As a reader would subtract the two numbers that she sees.
        numbers["shortfall"] = show_number(max(0.0, round(row["task"], 2) - round(row["local"], 2)), 2)
    told = {
        "area": label(place, lang),
        "target": target,
        "gap": "–" if pd.isna(found.gap[place]) else show_number(float(found.gap[place]), 1),
        "standard": show_number(found.standard),
        "small": show_number(found.values.number("small"), 2),
        "kind": resource_names(str(row["support"]), say) or say("support.kind_unknown"),
        **numbers,
    }
    tier, special = str(row["tier"]), str(row["special"])
    sentences = [say("support_advice.bangkok", **told)] if special == "bangkok" else []
    if pd.isna(row["task"]):
        sentences.append(say("support_advice.no_gap", **told))
    elif tier != "no data":
        sentences.append(say(f"support_advice.{slug(tier)}", **told))
    elif special == "bangkok":
        sentences.append(say("support_advice.bangkok_task", **told))
    else:
        sentences.append(say(f"support_advice.no_capacity_{found.level}", **told))
        if pd.notna(row["province"]):
            covers = row["province"] >= row["task"]
            sentences.append(say(f"support_advice.province_{'covers' if covers else 'short'}", **told))
    if bool(row["judged"]):
        sentences.append(say("support_advice.judged"))
    if special == "pattaya":
        sentences.append(say("support_advice.pattaya"))
    sentences.append(say("support_advice.central"))
    return sentences
