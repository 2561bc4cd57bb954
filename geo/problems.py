"""What is wrong with a source, a layer or a table: one sentence each, for the log and for the Sources screen."""

from __future__ import annotations

import logging
from typing import NamedTuple

log = logging.getLogger("atlas")


class Problem(NamedTuple):
    """One fault that a person can mend: where it is, and a sentence that says what is wrong and what to do."""

    where: str
    sentence: str


class SourceError(ValueError):
    """A source or its card cannot be used as it stands."""


class LayerError(ValueError):
    """A layer is declared wrongly or cannot be measured as asked."""


# Kept as keys: a fault met at every rerun is told once, in the order it was found.
_found: dict[Problem, None] = {}


def report(where: str, sentence: str) -> None:
    """Tell a fault once: it goes to the log and to the list that the Sources screen shows."""
    problem = Problem(where, sentence)
    if problem not in _found:
        _found[problem] = None
        log.warning("%s: %s", where, sentence)


def found() -> list[Problem]:
    """Every fault told so far, in order."""
    return list(_found)


def forget() -> None:
    """Start the list anew, after the data were mended or exchanged."""
    _found.clear()
