"""On which day each page was made: the day on which its content last changed, so that a rerun changes nothing."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from geo.publish.site.page import MADE
from geo.words import show_date

FILE = "made.json"


class Days:
    """The days of an edition's pages, begun with those of the edition before it.

    Parameters
    ----------
    before : Path
        The folder of the edition before; one that is new or cannot be read leaves every page to be of today.
    today : str
        The day for pages that changed, such as 2026-11-25.
    """

    def __init__(self, before: Path, today: str) -> None:
        self._today = today
        self._told: dict[str, list[str]] = {}
        try:
            self._known: dict[str, list[str]] = json.loads((before / FILE).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            self._known = {}

    def dated(self, path: str, page: str, lang: str) -> bytes:
        """A page with its day: the one it had if nothing else in it has changed, else today."""
        checksum = hashlib.sha256(page.encode()).hexdigest()
        known = self._known.get(path, ["", ""])
        day = known[1] if known[0] == checksum else self._today
        self._told[path] = [checksum, day]
        return page.replace(MADE, show_date(day, lang)).encode()

    def pages(self) -> dict[str, str]:
        """Each page so far with its day, in the order of paths."""
        return {path: day for path, (_, day) in sorted(self._told.items())}

    def told(self) -> bytes:
        """The days as the edition keeps them for the next run."""
        return (json.dumps(dict(sorted(self._told.items())), indent=0) + "\n").encode()
