"""The handful of ways in which a layer is measured: stated, joined from parts, counted, how far, how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Given:
    """A value that its publisher states for each area.

    ``file`` is ``source/name.csv``; ``base`` names the indicator of the same file that counts what stands behind a
    value. ``up`` is how areas that the publisher does not state are joined from their parts: a mean weighted by
    ``people``, ``houses`` or the value's own ``base``, or ``none`` where a mean would mean nothing. Where the table
    has columns ``low`` and ``high``, they are the value's range.
    """

    file: str
    indicator: str
    base: str | None = None
    up: Literal["people", "houses", "base", "none"] = "people"


@dataclass(frozen=True)
class Ratio:
    """Counted things over counted things, both added up the tree: ``scale * part / whole``.

    ``part`` and ``whole`` are ``source/name.csv#indicator``, or ``people``, ``houses``, ``area_km2``.
    """

    part: str
    whole: str
    scale: float


def Share(part: str, whole: str) -> Ratio:  # noqa: N802 - reads as a kind of measure in a declaration
    """A percentage: 100 * part / whole."""
    return Ratio(part, whole, 100.0)


def Rate(part: str, per: float = 1.0) -> Ratio:  # noqa: N802
    """Things per so many registered people."""
    return Ratio(part, "people", per)


def Density(part: str) -> Ratio:  # noqa: N802
    """Things per square kilometre."""
    return Ratio(part, "area_km2", 1.0)


@dataclass(frozen=True)
class Count:
    """How many points lie in an area, or how much they add up to when ``amount`` names a column.

    ``points`` is ``source/name.csv`` with a column ``area_code``: the finest area known for each point. ``only`` keeps
    the rows whose columns hold these texts.
    """

    points: str
    amount: str | None = None
    only: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Distance:
    """Kilometres in a straight line to the nearest point, from subdistricts; a mean over people at coarser levels."""

    points: str
    only: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Change:
    """Percent by which a counted thing grew or shrank between two years."""

    part: str
    start: str
    end: str


Measure = Given | Ratio | Count | Distance | Change
