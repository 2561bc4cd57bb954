"""The map of the fairness screen: values or clusters, with the stretch of the curve standing out."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pandas as pd

from geo.fairness.field import Field
from geo.fairness.patches import Patches, patches
from geo.measure import Measured
from geo.places import places
from geo.words import Text, say
from pages.parts.atlas import drawn_within, show_map
from pages.parts.choices import Choices
from pages.parts.fair_words import patch_kind

# From those to look at first to those that need no one: the order of a diverging scale.
ORDER = (
    ("behind_together", "behind_alone", "no_evidence", "ahead_alone", "ahead_together"),
    ("low_together", "low_alone", "no_evidence", "high_alone", "high_together"),
)


def fair_map(view: Choices, this: Field, lit: tuple[str, ...], clusters: bool) -> str | None:
    """Draw the map and give the code of the area that the reader picked."""
    instead = None
    if clusters:
        found = patches(this)
        instead = None if found.why else _as_layer(_Found(this, found))
    picked, _ = show_map(
        view,
        level=view.level,
        within=drawn_within(view, view.level),
        mark=view.mark,
        key="equity",
        lit=lit,
        instead=instead,
        scheme="diverging" if instead else "sequential",
    )
    if picked is None or picked.code is None:
        return None
    if view.level != "subdistrict":
        return picked.code
    table = places("subdistrict")
    return str(table.index[table["polygon_code"] == picked.code][0])


class _Found:
    """Clusters as a key: the same only when they are the very same object."""

    def __init__(self, this: Field, found: Patches) -> None:
        self.field, self.found = this, found

    def __hash__(self) -> int:
        return id(self.found)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Found) and self.found is other.found


@lru_cache(maxsize=64)
def _as_layer(key: _Found) -> Measured:
    """Clusters as the values of a layer whose classes are words, so that the map draws them as any other."""
    this, found = key.field, key.found
    order = ORDER[0 if this.fit.direction else 1]
    words = {float(at): Text(say("th")(f"patch.{kind}"), say("en")(f"patch.{kind}")) for at, kind in enumerate(order)}
    kinds = found.table["kind"].map(lambda kind: patch_kind(this, kind))
    numbers = kinds.map({kind: float(at) for at, kind in enumerate(order)})
    old, table = this.measured, places(this.level)
    outline = table["polygon_code"] if this.level == "subdistrict" else pd.Series(table.index, index=table.index)
    values = numbers.reindex(outline.to_numpy()).set_axis(table.index).rename("value")
    status = old.status.where((old.status != "ok") | values.notna(), "not applicable")
    status = status.where(values.isna(), "ok")
    title = this.layer.title
    layer = replace(
        this.layer,
        title=Text(say("th")("equity.patch_title", layer=title.th), say("en")("equity.patch_title", layer=title.en)),
        unit=Text(say("th")("equity.patch_unit"), say("en")("equity.patch_unit")),
        decimals=0,
        better="neither",
        words=words,
    )
    nothing = pd.Series(np.nan, index=table.index)
    return replace(old, layer=layer, values=values, status=status, base=nothing, low=nothing, high=nothing)
