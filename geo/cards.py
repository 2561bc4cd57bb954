"""Source cards: who made the data, what was measured, what may be done with it, and the checksum of every file."""

from __future__ import annotations

import hashlib
import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from geo.problems import SourceError, report
from geo.words import Text

REDISTRIBUTION = ("yes", "non-commercial", "ask")
_REQUIRED = (
    *("title_th", "title_en", "publisher_th", "publisher_en", "licence", "licence_url", "attribution"),
    *("may_redistribute", "url", "retrieved", "period"),
    *("measured_th", "measured_en", "caveat_th", "caveat_en", "files"),
)

# Found once: every look at a source asks for it, hundreds of times for one screen.
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
    not_found: tuple[Text, ...]
    files: Mapping[str, str]

    @property
    def folder(self) -> Path:
        """Where the files of the source are."""
        return data_folder() / self.id


def data_folder() -> Path:
    """The folder of all sources; ``ATLAS_DATA`` points to another one, for an office with its own collection."""
    return Path(os.environ.get("ATLAS_DATA", OWN_DATA))


def strict() -> bool:
    """Whether only freely redistributable sources may be used (``STRICT_LICENCES=1``)."""
    return os.environ.get("STRICT_LICENCES", "") == "1"


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
        raise SourceError(f"{where} is missing: write the source's card, or remove the folder data/{source}")
    try:
        raw = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise SourceError(f"{where} cannot be read as TOML ({fault}): mend the line it names") from fault
    missing = [field for field in _REQUIRED if raw.get(field) in (None, "")]
    if missing:
        raise SourceError(f"{where} lacks {len(missing)} of {len(_REQUIRED)} fields, first {missing[0]!r}: fill it in")
    wrong = [field for field in _REQUIRED if field != "files" and not isinstance(raw[field], str)]
    if wrong or not isinstance(raw["files"], dict):
        raise SourceError(f"{where}: field {(wrong or ['files'])[0]!r} has the wrong type: write text in quotes")
    if raw["may_redistribute"] not in REDISTRIBUTION:
        raise SourceError(
            f"{where}: may_redistribute is {raw['may_redistribute']!r}: write one of {', '.join(REDISTRIBUTION)}"
        )
    return Card(
        id=source,
        title=Text(raw["title_th"], raw["title_en"]),
        publisher=Text(raw["publisher_th"], raw["publisher_en"]),
        measured=Text(raw["measured_th"], raw["measured_en"]),
        caveat=Text(raw["caveat_th"], raw["caveat_en"]),
        not_found=_not_found(raw.get("not_found", {}), where),
        files=dict(raw["files"]),
        **{field: raw[field] for field in ("licence", "licence_url", "attribution", "may_redistribute")},
        **{field: raw[field] for field in ("url", "retrieved", "period")},
    )


def _not_found(absent: Any, where: str) -> tuple[Text, ...]:
    th, en = (absent.get(lang, []) if isinstance(absent, dict) else None for lang in ("th", "en"))
    if not isinstance(th, list) or not isinstance(en, list) or len(th) != len(en):
        raise SourceError(f"{where}: [not_found] needs two lists of equal length, th and en: write every line in both")
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
            report(source, str(fault))
    return readable


def allowed(source: str) -> bool:
    """Whether the source may be used: its card can be read and, under strict licences, may be redistributed freely."""
    try:
        return card(source).may_redistribute == "yes" or not strict()
    except SourceError as fault:
        report(source, str(fault))
        return False


@lru_cache
def _proven(path: Path, expected: str, modified: int) -> None:
    if hashlib.sha256(path.read_bytes()).hexdigest() != expected:
        inside = path.relative_to(data_folder())
        raise SourceError(
            f"data/{inside.as_posix()} is not the file its card describes (checksum differs): restore it, "
            f"or, if the change is meant, run `python -m geo.build --seal {inside.parts[0]}`"
        )


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
        raise SourceError(f"data/{source}/source.toml does not list {name!r} under [files]: add it with its checksum")
    if not path.is_file():
        raise SourceError(f"data/{source}/{name} is on the card but missing: restore it or rebuild with `make data`")
    _proven(path, on_card.files[name], path.stat().st_mtime_ns)
    return path
