"""One figure of the bench, and the table of all of them."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A median with what it is held against: ``most`` is the greatest, ``least`` the smallest good value."""

    name: str
    value: float
    unit: str
    most: float | None = None
    least: float | None = None
    note: str = ""

    @property
    def verdict(self) -> str:
        """Whether the target is reached; nothing where none is set."""
        if self.most is None and self.least is None:
            return ""
        reached = (self.most is None or self.value <= self.most) and (self.least is None or self.value >= self.least)
        return "reached" if reached else "MISSED"

    @property
    def target(self) -> str:
        """The target in words."""
        if self.most is not None:
            return f"<= {self.most:g} {self.unit}"
        return f">= {self.least:g} {self.unit}" if self.least is not None else ""


def median(runs: Sequence[float]) -> float:
    """The middle of at least five runs.

    Raises
    ------
    ValueError
        For fewer than five runs, which are too few to tell a figure from chance.

    Examples
    --------
    >>> median([3, 1, 2, 5, 4])
    3
    """
    if len(runs) < 5:
        raise ValueError(f"bench: {len(runs)} runs are too few for a median; at least 5 are needed")
    return statistics.median(runs)


def p95(runs: Sequence[float]) -> float:
    """The value that 95 of 100 runs stay under.

    Examples
    --------
    >>> p95(range(1, 101))
    95
    """
    return sorted(runs)[max(0, -(-95 * len(runs) // 100) - 1)]


def show(figures: Sequence[Figure]) -> str:
    """The figures as a table of plain text."""
    rows = [("figure", "measured", "target", "", "note")]
    rows += [(f.name, f"{f.value:,.2f} {f.unit}", f.target, f.verdict, f.note) for f in figures]
    widths = [max(len(row[i]) for row in rows) for i in range(5)]
    return "\n".join(
        "  ".join(cell.ljust(wide) for cell, wide in zip(row, widths, strict=True)).rstrip() for row in rows
    )
