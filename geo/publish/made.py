"""How something that leaves the atlas was made: version of the method, date of the data, address, how to cite it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path
from urllib.parse import urlencode

from geo import cards
from geo.words import Text, say, show_date

ROOT = Path(__file__).resolve().parents[2]


@lru_cache
def method_version() -> str:
    """The version of the atlas, which is the version of its methods: scales, classes and rules change only with it."""
    return str(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"])


def data_date(sources: Iterable[str]) -> str:
    """The day on which the newest of some sources was collected: no clock is asked, so the same data give one date.

    Examples
    --------
    >>> data_date([])
    ''
    """
    return max((cards.card(source).retrieved for source in sources), default="")


def home() -> str:
    """The public address of the atlas (``ATLAS_ADDRESS``) without a slash at its end; empty when it is not set."""
    return os.environ.get("ATLAS_ADDRESS", "").strip().rstrip("/")


def address(page: str, base: str | None = None, **params: str) -> str:
    """The address that opens a screen with the same view; a path alone when nobody has said where the atlas is.

    Examples
    --------
    >>> address("area", "https://atlas.example", lang="en", mark="50")
    'https://atlas.example/area?lang=en&mark=50'
    >>> address("map", "", layer="density")
    '/?layer=density'
    """
    start = home() if base is None else base.rstrip("/")
    query = urlencode({name: text for name, text in params.items() if text})
    return f"{start}/{'' if page == 'map' else page}" + (f"?{query}" if query else "")


def cite(title: Text, lang: str, where: str, date: str) -> str:
    """One line by which to cite a file or a report, its day as readers of the language write it.

    Examples
    --------
    >>> cite(Text("น่าน", "Nan"), "en", "/area?mark=55", "2026-11-23").startswith("Atlas of smart-city readiness")
    True
    """
    day = show_date(date, lang)
    return say(lang)("publish.cite", title=title.of(lang), version=method_version(), date=day, address=where)
