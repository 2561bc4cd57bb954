"""The map of the fairness screen: values or clusters, with the stretch of the curve standing out."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import numpy as np
import pandas as pd

from geo.fairness.areas import patch_kind
from geo.fairness.field import Field
from geo.fairness.patches import patches
from geo.measure import Measured
from geo.places import places
from geo.words import Text, say
from pages.parts.atlas import show_map
from pages.parts.choices import Choices
from pages.parts.drawn import drawn_within
from pages.parts.take_along import drawn_of, offer_map

# From those to look at first to those that need no one: the order of a diverging scale.
ORDER = (
    ("behind_together", "behind_alone", "no_evidence", "ahead_alone", "ahead_together"),
    ("low_together", "low_alone", "no_evidence", "high_alone", "high_together"),
)


def fair_map(view: Choices, this: Field, lit: tuple[str, ...], clusters: bool) -> str | None:
    """Draw the map, offer it as a picture, and give the code of the area that the reader picked."""
    instead = None
    if clusters:
        instead = None if patches(this).why else _as_layer(this)
    picked, drawing = show_map(
        view,
        level=view.level,
        within=drawn_within(view, view.level),
        mark=view.mark,
        key="equity",
        lit=lit,
        instead=instead,
        kind="diverging" if instead else "sequential",
    )
    shown = instead or this.measured
    name = f"{shown.layer.id}-{view.level}-{shown.period}{'-clusters' if instead else ''}"
    offer_map(view, drawn_of(view, shown, drawing, "equity"), name, "equity-map")
    if picked is None or picked.code is None:
        return None
    if view.level != "subdistrict":
        return picked.code
    table = places("subdistrict")
    return str(table.index[table["polygon_code"] == picked.code][0])


@lru_cache(maxsize=64)
def _as_layer(this: Field) -> Measured:
    """Clusters as the values of a layer whose classes are words, so that the map draws them as any other."""
    found = patches(this)
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
