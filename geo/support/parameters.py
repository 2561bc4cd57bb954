"""Every choice behind the support screen: its first value, its bounds, who made it. The screen lists them all."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from geo.stats.decide import RULES

# Raised when a formula or a first value changes, so that a table carried away last year can be told from one of today.
METHOD_VERSION = "1.0 (2026-11)"

By = Literal["report", "literature", "method", "reader"]


@dataclass(frozen=True)
class Parameter:
    """One choice: a number within bounds, or one of named options.

    ``by`` says who made the first value: ``report`` (King Prajadhipok's Institute), ``literature`` (a published
    method), ``method`` (a proposal of this project, no published standard), ``reader`` (an example that must be
    replaced).
    """

    name: str
    step: str
    by: By
    first: float | str
    low: float = -math.inf
    high: float = math.inf
    options: tuple[str, ...] = ()

    @property
    def proposal(self) -> bool:
        """Whether nobody but this project stands behind the first value."""
        return self.by in ("method", "reader")


PARAMETERS: tuple[Parameter, ...] = (
    Parameter("standard", "lag", "method", 0, 0, 100),
    Parameter("near", "lag", "method", 10, 0, 100),
    Parameter("far", "lag", "method", 30, 0, 100),
    Parameter("band", "why", "method", 5, 0, 50),
    Parameter("alike", "why", "method", 5, 1, 15),
    Parameter("alike_far", "why", "method", 1, 0.1, 5),
    Parameter("skills", "who", "method", "required", options=("required", "left_out")),
    Parameter("asked", "who", "report", "123", options=("123", "122")),
    Parameter("crowd", "first", "method", "people_need_capacity", options=("people_need_capacity", "people_need")),
    Parameter("top", "first", "literature", 20, 5, 50),
    Parameter("sure", "first", "literature", 90, 50, 100),
    Parameter("task", "who", "method", 1, 0.1, 5),
    Parameter("small", "who", "method", 0.15, 0, 1),
    Parameter("inside", "who", "method", 50, 0, 100),
    Parameter("budget", "budget", "reader", 500),
    Parameter("unit_cost", "budget", "reader", 100),
    Parameter("rule", "budget", "method", "lowest_first", options=RULES),
)
# What is not for a reader to move, with the value as it stands in the statistics: (name, value, by).
FIXED: tuple[tuple[str, str, By], ...] = (
    ("present", "2/3", "literature"),
    ("reach", "2/3", "method"),
    ("draws", "1,000 / 300", "literature"),
    ("spread", "0.75–1.25", "literature"),
    ("range", "5–95 %", "literature"),
    ("fewest", "5", "method"),
    ("permutations", "999", "literature"),
    ("discovery", "5 %", "literature"),
    ("rank_weights", "0.611 / 0.278 / 0.111", "literature"),
)
BY_NAME = {parameter.name: parameter for parameter in PARAMETERS}


@dataclass(frozen=True)
class Values:
    """What the parameters stand at: ``values.number("near")``, ``values.option("rule")``."""

    texts: tuple[tuple[str, str], ...] = ()

    def text(self, name: str) -> str:
        """A parameter as it stands in an address."""
        first = BY_NAME[name].first
        return dict(self.texts).get(name, first if isinstance(first, str) else f"{first:g}")

    def number(self, name: str) -> float:
        """A parameter that is a number."""
        return float(self.text(name))

    def moved(self, name: str) -> bool:
        """Whether a reader has changed it."""
        return self.text(name) != Values().text(name)


def takes(parameter: Parameter) -> Callable[[str], bool]:
    """Which texts a parameter takes: its options, or finite numbers within its bounds.

    Budget and cost take any finite number: the screen answers an impossible one with a sentence and keeps it.

    Examples
    --------
    >>> takes(BY_NAME["near"])("12"), takes(BY_NAME["near"])("nan"), takes(BY_NAME["rule"])("all to me")
    (True, False, False)
    """

    def check(text: str) -> bool:
        if parameter.options:
            return text in parameter.options
        try:
            value = float(text)
        except ValueError:
            return False
        return math.isfinite(value) and parameter.low <= value <= parameter.high

    return check
