"""A reader's own weights: relative importance of the headings of an index, 0 to 10, as they stand in the address."""

from __future__ import annotations

import re

from geo.indices import AGGREGATES, Index
from layers.readiness import METHOD

__all__ = ["AGGREGATES", "MOST", "USUAL", "nodes", "read", "write"]

MOST = 10
# What every heading has until the reader says otherwise; only the ratios count.
USUAL = 5


def nodes(index: Index) -> list[str]:
    """What can be mapped of an index: its measured headings, then the index itself."""
    return [*(dimension.id for dimension in index.measured), index.id]


def read(text: str, index_id: str) -> dict[str, int] | None:
    """The importance of every measured heading, from a text such as ``internet:8,people:0``; None for nonsense.

    Examples
    --------
    >>> read("money:10", "capacity")
    {'money': 10, 'technology': 5, 'skills': 5}
    >>> read("money:11", "capacity") is None, read("gold:1", "capacity") is None
    (True, True)
    """
    found = {dimension.id: USUAL for dimension in METHOD.index(index_id).measured}
    for part in filter(None, text.split(",")):
        name, _, number = part.partition(":")
        if name not in found or not re.fullmatch("[0-9]{1,2}", number) or int(number) > MOST:
            return None
        found[name] = int(number)
    return found


def write(importance: dict[str, int]) -> str:
    """The text that `read` takes, usual values left out.

    Examples
    --------
    >>> write({"money": 10, "technology": 5, "skills": 0})
    'money:10,skills:0'
    """
    return ",".join(f"{name}:{number}" for name, number in importance.items() if number != USUAL)
