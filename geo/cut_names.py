"""Names that a file has cut at a fixed length: when a column shows it, and what a cut name can still mean."""

from __future__ import annotations

from dataclasses import dataclass

from geo.name_index import name_index
from geo.names import LOST, clean, key

# Two names of so many letters show that a column was cut; only a longer beginning settles a row, as a shorter one is
# shared by too many places that no list holds.
_LEAST_SHOWING = 4
_LEAST_SETTLING = 8


@dataclass(frozen=True)
class CutNames:
    """The length at which the names of a column end, and whether two of them show that they were cut there."""

    level: str
    length: int = 0
    shown: bool = False

    @classmethod
    def seen_in(cls, names: list[str], level: str) -> CutNames:
        """What a column of names shows.

        It was cut when at least two different names of its greatest length are in no list and begin a name that is.

        Examples
        --------
        >>> CutNames.seen_in(["เมืองนครศรีธร", "เมืองนครราชสี"], "district").shown
        True
        >>> CutNames.seen_in(["ท่าแซะ", "แม่ทะ"], "district").shown
        False
        """
        texts = {clean(name) for name in names} - {""}
        length = max(map(len, texts), default=0)
        index = name_index(level)
        longest = [text for text in texts if len(text) == length and not index.called(text)]
        cut = [text for text in longest if len(key(text)) >= _LEAST_SHOWING and index.continuing(text)]
        return cls(level, length, len(cut) >= 2)

    def may_go_on(self, text: str) -> bool:
        """Whether a name may be longer than it stands: by its column, an ellipsis, or lost letters at its end."""
        written = clean(text)
        # A space at the cut is lost in files, so a name may end one letter earlier.
        return (self.shown and len(written) >= self.length - 1) or written.endswith(("..", LOST))

    def longer(self, text: str) -> set[str]:
        """The places whose name goes on where a text that may go on ends; none for any other text."""
        if not self.may_go_on(text):
            return set()
        return set(name_index(self.level).continuing(clean(text).rstrip(f".{LOST} ")))

    def long_enough(self, text: str) -> bool:
        """Whether enough of a cut name is left to settle a row by it."""
        return len(key(clean(text).rstrip(f".{LOST} "))) >= _LEAST_SETTLING
