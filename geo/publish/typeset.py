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

from geo.places import places
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
def unbroken() -> list[str]:
    """Words that a line never ends within, the longest first.

    The typesetter finds the words of a Thai line by itself and is wrong in about one break of a hundred; these are the
    words of the atlas in which it was, and the names of provinces. Short names are left out: they are parts of words.
    """
    words = (FOLDER / "unbroken.txt").read_text(encoding="utf-8").split()
    names = [name for name in places("province")["name_th"] if len(name) > 4]
    return sorted({*words, *names}, key=lambda word: (-len(word), word))


@lru_cache(maxsize=1)
def _compiler() -> Any:
    # Looking through all fonts takes longer than setting a page: it is done once.
    return typst.Compiler(b"")


def pdf(template: str, told: Mapping[str, Any], images: Mapping[str, bytes]) -> bytes:
    """A document as PDF/UA-1 and PDF/A-2a: tagged for screen readers, kept for archives, the same bytes every time.

    Parameters
    ----------
    template : str
        A file beside this one, which reads ``data.json``; texts in it are text and never commands.
    told : mapping
        What it says.
    images : mapping of name to SVG
    """
    return searchable(_compiled(template, told, images))


def png(template: str, told: Mapping[str, Any], images: Mapping[str, bytes], dots: float) -> bytes:
    """The first page of a document as PNG, with so many dots to an inch."""
    return _compiled(template, told, images, {"format": "png", "ppi": dots})


_PDF = {"format": "pdf", "pdf_standards": ["ua-1", "a-2a"]}


def _compiled(
    template: str, told: Mapping[str, Any], images: Mapping[str, bytes], form: Mapping[str, Any] = _PDF
) -> bytes:
    data = json.dumps({**told, "unbroken": unbroken()}, ensure_ascii=False).encode()
    files = {"main": (FOLDER / template).read_bytes(), "data.json": data} | dict(images)
    with _one_at_a_time:
        made: bytes = _compiler().compile(input=files, **form)
    return made


def roomiest(template: str, tries: Sequence[Mapping[str, Any]], images: Mapping[str, bytes], most: int) -> int:
    """Which of several ways to set a document, from roomy to tight, is the first on so many pages; else the last."""
    low, high = 0, len(tries) - 1
    while low < high:
        middle = (low + high) // 2
        if pages(_compiled(template, tries[middle], images)) <= most:
            high = middle
        else:
            low = middle + 1
    return low


def pages(document: bytes) -> int:
    """How many pages a document of ours has."""
    return len(re.findall(rb"/Type\s*/Page\b", document))
