"""Data of the maps as scripts: a page from a folder may fetch nothing, but it may run a script that lies beside it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from geo.maps import assets
from geo.publish.site.view import View

# What a message names by its address: files that a browser needs before it can draw.
NAMED = ("shapes", "around", "texts", "names", "cartogram")


def pack_path(view: View, lang: str, layer: str = "") -> str:
    """Where the messages of a view lie; those of a wide one apart by layer (``View.apart``)."""
    return f"map/{lang}/{view.level}-{view.inside}{f'/{layer}' if layer else ''}.js"


def shared_path(address: str) -> str:
    """Where a file that several maps share lies, by the address that messages know it by.

    Examples
    --------
    >>> shared_path("atlas/province.th.a1b2.json")
    'map/province.th.a1b2.js'
    """
    return f"map/{address.rpartition('/')[2].removesuffix('.json')}.js"


def facts_path(view: View, layer: str) -> str:
    """Where the values of a layer lie that the maps of the country and of its regions share, in every language."""
    return f"map/facts/{view.level}/{layer}.js"


def pack(
    view: View, lang: str, chosen: Iterable[tuple[str, str]], path: str, bare: bool = False
) -> Iterator[tuple[str, bytes]]:
    """The messages of some layers and periods as one script, and the files that they name.

    Parameters
    ----------
    view, lang
    chosen : pairs of (layer, period)
        Of one layer where the view keeps its layers apart.
    path : str
        Where the script will lie; it says so itself, so that the page knows it has come. What all its messages say
        alike stands in it once; so do the values, in a file of their own where others share them.
    bare : bool
        Without the files, where another pack of the same view brings them.
    """
    messages: dict[str, dict[str, Any]] = {}
    facts: dict[str, bytes] = {}
    needed: dict[str, None] = {}
    layer = ""
    for layer, period in chosen:
        told = view.told(layer, period, lang)
        messages[f"{layer}|{period}"] = told
        facts[told["facts"]] = _body(told["facts"])
        needed |= {str(told[name]): None for name in NAMED if told.get(name)}
    legends = [told.pop("legend") for told in messages.values()]
    alike = {"legend": _taken_out(legends), **_taken_out(list(messages.values()))}
    for told, legend in zip(messages.values(), legends, strict=True):
        told["legend"] = legend
    if view.apart:
        yield facts_path(view, layer), _tell("", {}, facts, {})
        facts = {}
    yield path, _tell(path, messages, facts, alike)
    for address in () if bare else needed:
        yield shared(address)


def _tell(path: str, messages: dict[str, Any], facts: dict[str, bytes], alike: dict[str, Any]) -> bytes:
    # Facts are JSON as they lie on the shelf: to read and write them anew takes longer than all else here.
    held = b",".join(assets.compact(address) + b":" + body for address, body in facts.items())
    told = [assets.compact(path), assets.compact(messages), b"{" + held + b"}", assets.compact(alike)]
    return b"AtlasEdition.tell(" + b",".join(told) + b");\n"


def _taken_out(messages: list[dict[str, Any]]) -> dict[str, Any]:
    """What all messages say alike, which is no longer in them."""
    first = messages[0]
    same = [name for name in first if all(name in each and each[name] == first[name] for each in messages)]
    taken = {name: first[name] for name in same}
    for each in messages:
        for name in same:
            del each[name]
    return taken


def shared(address: str) -> tuple[str, bytes]:
    """A file that maps know by an address, as a script with its path."""
    return shared_path(address), b"AtlasEdition.take(" + json.dumps(address).encode() + b"," + _body(address) + b");\n"


def _body(address: str) -> bytes:
    body = assets.read(address)
    if body is None:
        raise RuntimeError(f"{address} has left the shelf before it was written")
    return body
