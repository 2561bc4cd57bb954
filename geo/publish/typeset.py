"""Setting pages with typst: Thai shaped and broken between words, with the fonts of this machine."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any

import typst

from geo.publish.searchable import searchable
from geo.words import say

FOLDER = Path(__file__).parent
# In this order; the first of each that the machine has is used.
THAI = (
    *("Noto Sans Thai", "Noto Sans Thai UI", "Sarabun", "TH Sarabun New", "IBM Plex Sans Thai", "Leelawadee UI"),
    *("Thonburi", "Noto Sans Thai Looped", "Noto Looped Thai", "Noto Serif Thai", "Loma", "Garuda", "Laksaman"),
)
LATIN = ("Noto Sans", "Sarabun", "Segoe UI", "Helvetica Neue", "DejaVu Sans", "Liberation Sans", "Libertinus Serif")
PACKAGE = "fonts-noto-core"
_one_at_a_time = Lock()


class FontError(RuntimeError):
    """No font of this machine has Thai letters."""


@lru_cache(maxsize=1)
def families() -> frozenset[str]:
    """The families of fonts that typst finds on this machine."""
    return frozenset(typst.Fonts().families())


def fonts(lang: str) -> list[str]:
    """The fonts of a page, that of the reader's language first.

    Raises
    ------
    FontError
        When no Thai font is there; the sentence names the package that has one.
    """
    thai = [name for name in THAI if name in families()][:1]
    if not thai:
        raise FontError(say(lang)("report.no_font", package=PACKAGE))
    latin = [name for name in LATIN if name in families()][:1]
    return [*thai, *latin] if lang == "th" else [*latin, *thai]


@lru_cache(maxsize=1)
def _compiler() -> Any:
    # Looking through all fonts takes longer than setting a page: it is done once.
    return typst.Compiler(b"")


def pdf(template: str, tries: Sequence[Mapping[str, Any]], images: Mapping[str, bytes], most: int) -> bytes:
    """A document as PDF/UA-1 and PDF/A-2a: tagged for screen readers, kept for archives, the same bytes every time.

    Parameters
    ----------
    template : str
        A file beside this one, which reads ``data.json``; texts in it are text and never commands.
    tries : sequence of mapping
        What it says, from roomy to tight: the roomiest that fits is taken, else the last.
    images : mapping of name to SVG
    most : int
        On how many pages it has to fit.
    """
    main = (FOLDER / template).read_bytes()

    def compiled(told: Mapping[str, Any]) -> bytes:
        files = {"main": main, "data.json": json.dumps(told, ensure_ascii=False).encode()} | dict(images)
        with _one_at_a_time:
            made: bytes = _compiler().compile(input=files, format="pdf", pdf_standards=["ua-1", "a-2a"])
        return made

    low, high, best = 0, len(tries) - 1, b""
    while low < high:
        middle = (low + high) // 2
        made = compiled(tries[middle])
        if pages(made) <= most:
            high, best = middle, made
        else:
            low, best = middle + 1, b""
    return searchable(best or compiled(tries[low]))


def pages(document: bytes) -> int:
    """How many pages a document of ours has."""
    return len(re.findall(rb"/Type\s*/Page\b", document))
