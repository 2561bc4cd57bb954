"""What the commands of publishing ask for and answer: which places, how far they are, and why they refuse."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from geo.places import offices, places

Item = TypeVar("Item")


class RefusalError(ValueError):
    """What was asked for cannot be done: one sentence that says why."""


def bar(what: str) -> Callable[[int, int], None]:
    """A bar for whoever watches; called with how many are done, and how many there are. A log gets one line a tenth."""
    watched, told = sys.stderr.isatty(), [-1]

    def tell(done: int, whole: int) -> None:
        if watched:
            filled = 30 * done // max(whole, 1)
            end = "\n" if done == whole else ""
            print(
                f"\r[{'#' * filled}{'.' * (30 - filled)}] {done}/{whole} {what}", end=end, file=sys.stderr, flush=True
            )
        elif (tenth := 10 * done // max(whole, 1)) > told[0]:
            told[0] = tenth
            print(f"{done}/{whole} {what}", file=sys.stderr, flush=True)

    return tell


def progress(items: Sequence[Item], what: str) -> Iterator[Item]:
    """The items one after the other, with a bar for whoever watches."""
    tell = bar(what) if sys.stderr.isatty() else lambda done, whole: None
    for done, item in enumerate(items):
        tell(done, len(items))
        yield item
    tell(len(items), len(items))


def place_options(parser: ArgumentParser) -> None:
    """Where to write, and of which office or provinces."""
    parser.add_argument("out", type=Path, help="folder that is new, empty, or an edition; it is replaced in one step")
    parser.add_argument("--office", default="", help="an office of data/places/offices.toml; the country when left out")
    parser.add_argument("--in", dest="inside", default="", help="own choice of provinces, such as 50,51")


def where_asked(chosen: Namespace) -> str:
    """The office or the provinces asked for, as one text; empty for the country."""
    if chosen.office and chosen.office not in offices() and chosen.office != "all":
        raise RefusalError(f"there is no office {chosen.office!r}; there are {', '.join(offices())}")
    codes = [code.strip() for code in chosen.inside.split(",") if code.strip()]
    if strange := [code for code in codes if code not in places("province").index]:
        raise RefusalError(f"there is no province {strange[0]!r}; codes have two digits, such as 50")
    return ",".join(codes) or ("" if chosen.office == "all" else str(chosen.office))
