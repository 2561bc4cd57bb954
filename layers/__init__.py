"""The catalogue of layers: one file in a family's folder is one layer, its id is the file's name."""

from __future__ import annotations

import importlib.util
from functools import lru_cache
from pathlib import Path

from geo import cards, store
from geo.layer import FAMILIES, Count, Distance, Layer, check
from geo.problems import LayerError, SourceError, report
from geo.words import Text, bilingual

FOLDER = Path(__file__).parent


def _load(path: Path) -> Layer:
    where = f"layers/{path.parent.name}/{path.name}"
    spec = importlib.util.spec_from_file_location(f"layers.{path.parent.name}.{path.stem}", path)
    if spec is None or spec.loader is None:
        raise LayerError(bilingual("problem.no_python", where=where))
    module = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception as fault:
        # Any fault in one declaration must leave the other layers standing.
        why = f"{type(fault).__name__}: {fault}"
        raise LayerError(bilingual("problem.does_not_load", where=where, why=why)) from fault
    layer = getattr(module, "LAYER", None)
    if not isinstance(layer, Layer):
        raise LayerError(bilingual("problem.no_layer", where=where))
    check(layer, where)
    if layer.family != path.parent.name:
        told = {"where": where, "family": repr(layer.family), "folder": repr(path.parent.name)}
        raise LayerError(bilingual("problem.other_family", **told))
    return layer.named(path.stem)


@lru_cache
def declared(folder: Path = FOLDER) -> dict[str, Layer]:
    """Every layer whose declaration is sound, by id, family by family; a faulty one is reported by file and field."""
    layers: dict[str, Layer] = {}
    for family in FAMILIES:
        for path in sorted((folder / family).glob("[!_]*.py")):
            try:
                layer = _load(path)
                if layer.id in layers:
                    where = f"layers/{family}/{path.name}"
                    raise LayerError(bilingual("problem.same_id", where=where, layer=repr(layer.id)))
                layers[layer.id] = layer
            except LayerError as fault:
                report(path.stem, fault)
    return layers


@lru_cache
def _unusable(layer_id: str, folder: Path, terms: cards.Terms) -> tuple[str, ...]:
    """The sources that keep a layer from being shown: not allowed, not what the card says, or no table to read."""
    layer = declared()[layer_id]
    unusable = [source for source in layer.source if not store.usable(source)]
    if unusable:
        return tuple(unusable)
    read = store.table if isinstance(layer.measure, Count | Distance) else store.values
    for source, name in (file.split("/", 1) for file in layer.files):
        try:
            read(source, name)
        except SourceError as fault:
            report(source, fault)
            unusable.append(source)
    return tuple(unusable)


def catalogue() -> dict[str, Layer]:
    """Every layer that can be shown now: soundly declared, its sources readable and allowed by their licence."""
    return _catalogue(cards.data_folder(), cards.terms())


@lru_cache
def _catalogue(folder: Path, terms: cards.Terms) -> dict[str, Layer]:
    return {key: layer for key, layer in declared().items() if not _unusable(key, folder, terms)}


def left_out() -> dict[str, tuple[Layer, Text]]:
    """Layers that are declared but cannot be shown now, each with the reason in both languages."""
    reasons = {}
    for layer_id, layer in declared().items():
        if gone := _unusable(layer_id, cards.data_folder(), cards.terms()):
            reasons[layer_id] = (layer, _why(gone))
    return reasons


def _why(gone: tuple[str, ...]) -> Text:
    """Why these sources are not used, by their titles; one without a card has but its folder's name."""
    names: dict[str, list[Text]] = {}
    for source in gone:
        card = cards.cards().get(source)
        if card is None or cards.allowed(source):
            names.setdefault("left_faulty", []).append(card.title if card else Text(source, source))
        else:
            names.setdefault("left_asked" if card.may_redistribute == "ask" else "left_bound", []).append(card.title)
    return _joined([bilingual(f"problem.{why}", names=_joined(titles)) for why, titles in names.items()])


def _joined(texts: list[Text]) -> Text:
    return Text("; ".join(text.th for text in texts), "; ".join(text.en for text in texts))
