"""What is wrong with a source, a layer or a table: one sentence each, for the log and for the Sources screen.

A sentence stands in the message catalogue under ``problem.`` in both languages; the log has it in English.
"""

from __future__ import annotations

import logging
import re
from typing import NamedTuple

from geo.words import Text, bilingual

log = logging.getLogger("atlas")


class ToldError(ValueError):
    """Something that a person can mend, told in both languages; as an exception it reads in English.

    A plain text is for those who work at the command line, where everything is English.
    """

    def __init__(self, told: Text | str) -> None:
        self.told = told if isinstance(told, Text) else Text(told, told)
        super().__init__(self.told.en)


class SourceError(ToldError):
    """A source or its card cannot be used as it stands."""


class LayerError(ToldError):
    """A layer is declared wrongly or cannot be measured as asked."""


class Problem(NamedTuple):
    """One fault that a person can mend: where it is, and a sentence that says what is wrong and what to do."""

    where: str
    told: Text

    @property
    def sentence(self) -> str:
        """The sentence in English, as the log has it."""
        return self.told.en


# Kept as keys: a fault met at every rerun is told once, in the order it was found.
_found: dict[Problem, None] = {}


def report(where: str, what: Text | ToldError | str) -> None:
    """Tell a fault once: it goes to the log and to the list that the Sources screen shows."""
    problem = Problem(where, what.told if isinstance(what, ToldError) else ToldError(what).told)
    if problem not in _found:
        _found[problem] = None
        log.warning("%s: %s", where, problem.sentence)


def found() -> list[Problem]:
    """Every fault told so far, in order."""
    return list(_found)


def forget() -> None:
    """Start the list anew, after the data were mended or exchanged."""
    _found.clear()


def told_of(fault: Exception) -> Text:
    """What a screen says of any exception: a fault of ours in its own words, another by its kind and text."""
    if isinstance(fault, ToldError):
        return fault.told
    return bilingual("problem.unexpected", kind=type(fault).__name__, what=" ".join(str(fault).split())[:300])


def parsers_word(fault: Exception) -> Text:
    """What a parser says of a file: its own words in English, in Thai the line, column or byte that they name.

    Examples
    --------
    >>> parsers_word(ValueError("Invalid value (at line 3, column 5)")).th
    'บรรทัดที่ 3 คอลัมน์ที่ 5'
    """
    words = " ".join(str(fault).split())
    if placed := re.search(r"line (\d+), column (\d+)", words):
        return Text(bilingual("problem.line_column", line=placed[1], column=placed[2]).th, words)
    if placed := re.search(r"\bline (\d+)", words):
        return Text(bilingual("problem.line", line=placed[1]).th, words)
    if isinstance(fault, UnicodeDecodeError):
        return Text(bilingual("problem.byte", at=fault.start + 1).th, words)
    return Text(bilingual("problem.parser", words=words).th, words)
