"""From a gap to who should act, where first and with what: every function of it, in one place to import from.

Chapters: `standing` (against a standard, itself and its peers), `capacity` (what the local side can do, what support
would fit), `priority` (where first), `tiers` (who), `allocation` and `effects` (a budget), `whatif` (one place),
`peers` (areas alike). Everything here is advice with its numbers shown; every threshold is an argument.
"""

from __future__ import annotations

from geo.stats.allocation import RULES, allocate
from geo.stats.capacity import capacity, rank_order_weights, support_mix
from geo.stats.effects import effect, frontier
from geo.stats.peers import peers
from geo.stats.priority import need, pareto_front, priority, stable_core
from geo.stats.standing import gap_status, strengths
from geo.stats.tiers import tier, tier_flips
from geo.stats.whatif import smallest_change, what_if

__all__ = [
    "RULES",
    "allocate",
    "capacity",
    "effect",
    "frontier",
    "gap_status",
    "need",
    "pareto_front",
    "peers",
    "priority",
    "rank_order_weights",
    "smallest_change",
    "stable_core",
    "strengths",
    "support_mix",
    "tier",
    "tier_flips",
    "what_if",
]
