"""How large the files are that a page offers: known when all are made, so a page holds marks until then."""

from __future__ import annotations

import re
from collections.abc import Mapping

from geo.words import say, show_number

MARK = "\N{SECTION SIGN}size:".encode()
_PLACE = re.compile("\N{SECTION SIGN}size:([^\N{SECTION SIGN}]+)\N{SECTION SIGN}")


def size_of(path: str) -> str:
    """What stands in a page for the size of a file of the edition.

    Examples
    --------
    >>> filled(f"CSV ({size_of('data/x.csv')})", {"data/x.csv": 2048}, "en")
    'CSV (2 kB)'
    """
    return f"\N{SECTION SIGN}size:{path}\N{SECTION SIGN}"


def filled(page: str, sizes: Mapping[str, int], lang: str) -> str:
    """A page with the sizes that it tells; a file that was not made is a KeyError, as it must not be offered."""
    return _PLACE.sub(lambda found: show_size(sizes[found[1]], lang), page)


def show_size(size: int, lang: str) -> str:
    """A number of bytes as people read it.

    Examples
    --------
    >>> show_size(512, "en"), show_size(20_480, "en"), show_size(3_240_000, "en")
    ('1 kB', '20 kB', '3.2 MB')
    """
    if size < 1_000_000:
        return f"{show_number(max(1, size / 1000))} {say(lang)('edition_data.kb')}"
    return f"{show_number(size / 1_000_000, 1)} {say(lang)('edition_data.mb')}"
