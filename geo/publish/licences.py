"""What may leave the atlas: figures whose publishers must be asked first stay, until somebody says that they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import overload

import layers
from geo.cards import Card, allowed, cards
from geo.layer import Layer
from geo.publish.derived import Derived, File
from geo.publish.extract import Extract, sources_of
from geo.words import say


class LicenceError(ValueError):
    """A file rests on nothing but figures that may not be passed on as yet."""


def asked(file: File) -> list[Card]:
    """The sources whose publishers ask to be asked before their figures are passed on, and that nobody confirmed."""
    return [c for c in file.sources if c.may_redistribute == "ask" and c.id not in file.confirmed]


@overload
def permitted(file: Extract) -> tuple[Extract, list[Layer]]: ...
@overload
def permitted(file: Derived) -> tuple[Derived, list[Layer]]: ...
def permitted(file: File) -> tuple[File, list[Layer]]:
    """The file without the layers that may not be passed on as yet, and those layers.

    What was computed from several sources cannot be taken apart: it is withheld whole while one of them waits.
    """
    waiting = {card.id for card in asked(file)}
    if isinstance(file, Derived):
        return replace(file, withheld=bool(waiting)), []
    kept = tuple(part for part in file.parts if not waiting & set(sources_of([part], file.shapes)))
    shown = {part.measured.layer.id for part in kept}
    gone = [layer for layer in file.layers if layer.id not in shown]
    return replace(file, parts=kept, left_out=tuple(layer.id for layer in gone)), gone


def refusal(file: File) -> str:
    """Why nothing of a file may be passed on, or which layers are left out of it; empty when all may."""
    kept, gone = permitted(file)
    if not gone and not kept.empty:
        return ""
    lang, speak = file.lang, say(file.lang)
    sources = ", ".join(card.title.of(lang) for card in asked(file))
    if isinstance(file, Derived):
        return speak("file.withheld", title=file.title.of(lang), sources=sources)
    named = ", ".join(layer.title.of(lang) for layer in gone)
    return speak("file.refused" if kept.empty else "file.left_out", layers=named, sources=sources)


@overload
def released(file: Extract) -> Extract: ...
@overload
def released(file: Derived) -> Derived: ...
def released(file: File) -> File:
    """The file with what may be passed on.

    Raises
    ------
    LicenceError
        When that is nothing: one sentence, in the language of the file, that names the sources to ask.
    """
    kept, _ = permitted(file)
    if kept.empty:
        raise LicenceError(refusal(file))
    return kept


def waiting() -> list[Card]:
    """The sources that may be shown now and whose publishers must be asked before an edition passes them on."""
    return [card for card in cards().values() if card.may_redistribute == "ask" and allowed(card.id)]


def without(confirmed: Iterable[str]) -> list[Layer]:
    """The layers that an edition leaves out when only these permissions are confirmed.

    Examples
    --------
    >>> [layer.id for layer in without(card.id for card in waiting())]
    []
    """
    gone = {card.id for card in waiting()} - set(confirmed)
    return [layer for layer in layers.catalogue().values() if gone & set(layer.source)]
