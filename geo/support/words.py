"""How support is told: a status with its sign, a score with its range, money, a rank with its range."""

from __future__ import annotations

from typing import Any

import pandas as pd

from geo.support.telling import slug
from geo.words import Say, show_number

# Signs beside the words, so that no status hangs on its colour.
SIGNS = {
    "meets": "●",
    "near": "◕",
    "below": "◑",
    "far below": "○",
    "uncertain": "?",
    "inherited": "▨",
    "no data": "–",
}
MILLION = 1e6


def status_text(status: str, say: Say) -> str:
    """A status in words with its sign."""
    return f"{SIGNS[status]} {say(f'support_status.{slug(status)}')}"


def score_text(score: Any, low: Any, high: Any, decimals: int = 0) -> str:
    """A score with the range it moves in under other choices; the range is left out where it does not move."""
    if pd.isna(score):
        return ""
    value, first, last = (show_number(number, decimals) for number in (score, low, high))
    return value if pd.isna(low) or first == last else f"{value} ({first}–{last})"


def rank_text(low: Any, high: Any, rank: Any) -> str:
    """A rank as the range it takes over the draws, the published one inside it."""
    if pd.isna(rank):
        return ""
    first, last = int(min(low, rank)), int(max(high, rank))
    return str(first) if first == last else f"{first}–{last}"


def money_text(baht: float, say: Say) -> str:
    """Money in million baht."""
    return say("support.million", amount=show_number(baht / MILLION, 1))


def share_text(share: Any, decimals: int = 2) -> str:
    """A share of 0 to 1, such as a capacity; a dash where it is not known."""
    return "–" if pd.isna(share) else show_number(share, decimals)
