"""What may leave the atlas: figures whose publishers must be asked first stay, until somebody says that they were."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import layers
from geo.cards import Card, allowed, cards
from geo.layer import Layer
from geo.publish.extract import Extract, sources_of
from geo.words import say


class LicenceError(ValueError):
    """A file rests on nothing but figures that may not be passed on as yet."""


def asked(extract: Extract) -> list[Card]:
    """The sources whose publishers ask to be asked before their figures are passed on, and that nobody confirmed."""
    return [c for c in extract.sources if c.may_redistribute == "ask" and c.id not in extract.confirmed]


def permitted(extract: Extract) -> tuple[Extract, list[Layer]]:
    """The file without the layers that may not be passed on as yet, and those layers."""
    waiting = {card.id for card in asked(extract)}
    kept = tuple(part for part in extract.parts if not waiting & set(sources_of([part], extract.shapes)))
    shown = {part.measured.layer.id for part in kept}
    gone = [layer for layer in extract.layers if layer.id not in shown]
    return replace(extract, parts=kept, left_out=tuple(layer.id for layer in gone)), gone


def refusal(extract: Extract) -> str:
    """Why nothing of a file may be passed on, or which layers are left out of it; empty when all may."""
    kept, gone = permitted(extract)
    if not gone and kept.parts:
        return ""
    lang = extract.lang
    told = {
        "layers": ", ".join(layer.title.of(lang) for layer in gone),
        "sources": ", ".join(card.title.of(lang) for card in asked(extract)),
    }
    return say(lang)("file.left_out" if kept.parts else "file.refused", **told)


def released(extract: Extract) -> Extract:
    """The file with what may be passed on.

    Raises
    ------
    LicenceError
        When that is nothing: one sentence, in the language of the file, that names the sources to ask.
    """
    kept, _ = permitted(extract)
    if not kept.parts:
        raise LicenceError(refusal(extract))
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
