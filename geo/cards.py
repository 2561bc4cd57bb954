"""Source cards: who made the data, what was measured, what may be done with it, and the checksum of every file."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.problems import SourceError, parsers_word, report
from geo.words import Text, bilingual

REDISTRIBUTION = ("yes", "non-commercial", "ask")
_REQUIRED = (
    *("title_th", "title_en", "publisher_th", "publisher_en", "licence", "licence_url", "attribution"),
    *("may_redistribute", "url", "retrieved", "period"),
    *("measured_th", "measured_en", "caveat_th", "caveat_en", "files"),
)

# Found once: every look at a source asks for it, hundreds of times for one screen.
Terms = tuple[bool, tuple[str, ...] | None]
OWN_DATA = Path(__file__).resolve().parents[1] / "data"


@dataclass(frozen=True)
class Card:
    """What a reader must know of a source before trusting a number of it."""

    id: str
    title: Text
    publisher: Text
    licence: str
    licence_url: str
    attribution: str
    may_redistribute: str
    url: str
    retrieved: str
    period: str
    measured: Text
    caveat: Text
    licence_told: Text
    period_told: Text
    not_found: tuple[Text, ...]
    files: Mapping[str, str]

    @property
    def folder(self) -> Path:
        """Where the files of the source are."""
        return data_folder() / self.id


def data_folder() -> Path:
    """The folder of all sources; ``ATLAS_DATA`` points to another one, for an office with its own collection."""
    return _folder(os.environ.get("ATLAS_DATA", ""))


@lru_cache(maxsize=8)
def _folder(setting: str) -> Path:
    # Asked for some eighty times a screen, and always the same.
    return Path(setting) if setting else OWN_DATA


def strict() -> bool:
    """Whether only freely redistributable sources may be used (``STRICT_LICENCES=1``)."""
    return os.environ.get("STRICT_LICENCES", "") == "1"


def terms() -> Terms:
    """Which sources may be used, as a key for caches: whether licences are strict, and whose permission is confirmed.

    ``CONFIRMED_SOURCES`` names the sources whose publishers gave permission, between blanks; once it is set, even to
    nothing, other sources that ask to be asked are left out. Unset, all may be shown: that is no redistribution.
    """
    return _terms(strict(), os.environ.get("CONFIRMED_SOURCES"))


@lru_cache(maxsize=8)
def _terms(only_free: bool, confirmed: str | None) -> Terms:
    # Asked for with every value: thousands of times a page.
    return only_free, None if confirmed is None else tuple(sorted(set(confirmed.split())))


@contextmanager
def confirming(sources: Iterable[str]) -> Iterator[None]:
    """Inside the block only the sources named may be used of those that ask to be asked."""
    before = os.environ.get("CONFIRMED_SOURCES")
    os.environ["CONFIRMED_SOURCES"] = " ".join(sources)
    try:
        yield
    finally:
        if before is None:
            del os.environ["CONFIRMED_SOURCES"]
        else:
            os.environ["CONFIRMED_SOURCES"] = before


def source_ids() -> list[str]:
    """Every folder of data that holds a source, sorted."""
    return sorted(
        path.name for path in data_folder().iterdir() if path.is_dir() and not path.name.startswith(("_", "."))
    )


@lru_cache
def _read(folder: Path, modified: int) -> Card:
    source, path = folder.name, folder / "source.toml"
    where = f"data/{source}/source.toml"
    if not modified:
        raise SourceError(bilingual("problem.card_missing", where=where, source=source))
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise SourceError(bilingual("problem.no_toml", where=where, why=parsers_word(fault))) from fault
    missing = [field for field in _REQUIRED if raw.get(field) in (None, "")]
    if missing:
        raise SourceError(
            bilingual("problem.card_lacks", where=where, count=len(missing), all=len(_REQUIRED), field=repr(missing[0]))
        )
    wrong = [field for field in _REQUIRED if field != "files" and not isinstance(raw[field], str)]
    if wrong or not isinstance(raw["files"], dict):
        raise SourceError(bilingual("problem.card_type", where=where, field=repr((wrong or ["files"])[0])))
    if raw["may_redistribute"] not in REDISTRIBUTION:
        written, choices = repr(raw["may_redistribute"]), ", ".join(REDISTRIBUTION)
        raise SourceError(bilingual("problem.card_redistribution", where=where, written=written, choices=choices))
    return Card(
        id=source,
        title=Text(raw["title_th"], raw["title_en"]),
        publisher=Text(raw["publisher_th"], raw["publisher_en"]),
        measured=Text(raw["measured_th"], raw["measured_en"]),
        caveat=Text(raw["caveat_th"], raw["caveat_en"]),
        # Licence and period as stated are English; a card without them in Thai is still a card.
        licence_told=Text(str(raw.get("licence_th") or raw["licence"]), raw["licence"]),
        period_told=Text(str(raw.get("period_th") or raw["period"]), raw["period"]),
        not_found=_not_found(raw.get("not_found", {}), where),
        files=dict(raw["files"]),
        **{field: raw[field] for field in ("licence", "licence_url", "attribution", "may_redistribute")},
        **{field: raw[field] for field in ("url", "retrieved", "period")},
    )


def _not_found(absent: Any, where: str) -> tuple[Text, ...]:
    th, en = (absent.get(lang, []) if isinstance(absent, dict) else None for lang in ("th", "en"))
    if not isinstance(th, list) or not isinstance(en, list) or len(th) != len(en):
        raise SourceError(bilingual("problem.card_not_found", where=where))
    return tuple(Text(str(one), str(other)) for one, other in zip(th, en, strict=True))


def card(source: str) -> Card:
    """The card of one source.

    Raises
    ------
    SourceError
        One sentence: which card, what is missing or wrong, how to mend it.
    """
    folder = data_folder() / source
    path = folder / "source.toml"
    return _read(folder, path.stat().st_mtime_ns if path.is_file() else 0)


def cards() -> dict[str, Card]:
    """Every card that can be read; one that cannot is reported by name and left out."""
    readable = {}
    for source in source_ids():
        try:
            readable[source] = card(source)
        except SourceError as fault:
            report(source, fault)
    return readable


def allowed(source: str) -> bool:
    """Whether the source may be used under the ``terms`` set: its card can be read, and its licence lets it through."""
    only_free, confirmed = terms()
    try:
        may = card(source).may_redistribute
        asks = may == "ask" and confirmed is not None and source not in confirmed
        return may == "yes" or not (only_free or asks)
    except SourceError as fault:
        report(source, fault)
        return False


@lru_cache
def _proven(path: Path, expected: str, modified: int) -> None:
    if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
        inside = path.relative_to(data_folder())
        raise SourceError(bilingual("problem.checksum", file=inside.as_posix(), source=inside.parts[0]))


def proven_file(source: str, name: str) -> Path:
    """Path of a file that is what its card says, byte for byte.

    Raises
    ------
    SourceError
        When the file is not on the card, missing, or its sha256 differs.
    """
    on_card = card(source)
    path = on_card.folder / name
    if name not in on_card.files:
        raise SourceError(bilingual("problem.file_unlisted", source=source, name=repr(name)))
    if not path.is_file():
        raise SourceError(bilingual("problem.file_missing", source=source, name=name))
    _proven(path, on_card.files[name], path.stat().st_mtime_ns)
    return path
