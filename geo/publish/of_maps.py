"""What a reader takes away of several maps: the values on each of them, with the classes in which they are drawn."""

from __future__ import annotations

from collections.abc import Sequence

from geo.publish.extract import Extract, Part, called
from geo.words import Text, bilingual, show_year


def of_maps(parts: Sequence[Part], way: str, where: str, address: str, lang: str) -> Extract:
    """The values of maps that are seen together, each layer and period once.

    Parameters
    ----------
    parts : sequence of Part
        One for each map, of one level; of a map of two layers one for each. ``classes`` as the maps' legend words them.
    way : str
        ``need`` for need against provision, else how the maps stand together.
    where : str
        What the places lie in, as ``geo.publish.extract.called`` takes it.
    """
    held: dict[tuple[str, str], tuple[Part, dict[str, str]]] = {}
    for part in parts:
        own = held.setdefault((part.measured.layer.id, part.measured.period), (part, {}))[1]
        own |= dict(zip(part.codes, part.classes or [""] * len(part.codes), strict=True))
    once = tuple(Part(part.measured, tuple(own), tuple(own.values())) for part, own in held.values())
    level = parts[0].measured.level
    told = {"level": bilingual(f"levels.{level}"), "where": Text(called(where, "th"), called(where, "en"))}
    named = [part.measured.layer.title for part in parts]
    if way == "need":
        title = bilingual("title.need", need=named[0], provision=named[1], **told)
    else:
        title = bilingual("title.maps", titles=Text(_titles(once, "th"), _titles(once, "en")), **told)
    name = "-".join(filter(None, ("maps", way, level, where.replace(",", "_"))))
    return Extract(name, title, once, address, lang)


def _titles(parts: Sequence[Part], lang: str) -> str:
    """Each layer with its periods, as their readers count years."""
    found: dict[str, list[str]] = {}
    for part in parts:
        found.setdefault(part.measured.layer.title.of(lang), []).append(show_year(part.measured.period, lang))
    return "; ".join(f"{title} {', '.join(years)}" for title, years in found.items())
