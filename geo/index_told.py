"""What an index is made of, number by number as readers read it: weights, goalposts, standards, who set them, why."""

from __future__ import annotations

from typing import NamedTuple

import layers
from geo.layer import Ladder, Layer
from geo.measure import latest
from geo.readiness import Assessed
from geo.words import say, show_year


class Part(NamedTuple):
    """One indicator of an index: its layer, the heading it stands under, and how it counts, as text.

    ``year`` is "–" where the layer cannot be shown now; ``reaches`` whether it is measured at the level asked for.
    """

    layer: Layer
    heading: str
    weight: str
    posts: str
    posts_why: str
    standard: str
    year: str
    reaches: bool
    why: str
    who: str


def parts(found: Assessed, lang: str) -> list[Part]:
    """Every indicator of an index, in the order in which it is declared."""
    weights = found.tree.set_index("code")["weight"]
    told = []
    for dimension in found.index.measured:
        for item in dimension.indicators:
            layer = layers.declared()[item.layer]
            period = latest(layer.id, found.level) if layer.id in layers.catalogue() else None
            told.append(
                Part(
                    layer=layer,
                    heading=dimension.id,
                    weight=f"{weights[layer.id]:g}",
                    posts=posts_text(found, layer, lang),
                    posts_why=layer.goalposts.why.of(lang) if layer.goalposts else "",
                    standard=standard_text(layer, lang),
                    year=show_year(period, lang) if period else "–",
                    reaches=found.level in layer.levels,
                    why=item.why.of(lang),
                    who=item.who.of(lang),
                )
            )
    return told


def posts_text(found: Assessed, layer: Layer, lang: str) -> str:
    """The value that scores 0 and the one that scores 100."""
    posts = layer.goalposts
    if posts is None:
        return "–"
    up = found.tree.set_index("code")["direction"][layer.id] > 0
    low, high = (f"{end:,.4g}" if abs(end) < 10_000 else f"{end:,.0f}" for end in (posts.low, posts.high))
    ends = {"low": low, "high": high} if up else {"low": high, "high": low}
    return say(lang)("readiness.rests_logged" if posts.log else "readiness.rests_range", **ends)


def standard_text(layer: Layer, lang: str) -> str:
    """The published standard of a layer and who set it; a dash where nobody has."""
    return "–" if layer.standard is None else f"{layer.standard.value:g}: {layer.standard.who.of(lang)}"


def steps_text(ladder: Ladder, lang: str) -> str:
    """The classes of a ladder from 0 to 100, each with its name."""
    names, ends = [name.of(lang) for name in ladder.names], [0, *ladder.steps, 100]
    return ", ".join(f"{ends[i]:g}–{ends[i + 1]:g} {name}" for i, name in enumerate(names))
