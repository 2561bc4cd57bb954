"""Fields made by hand on real codes, for cases that no source holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from geo.fairness.field import Field
from geo.fairness.fits import fit
from geo.measure import measure
from layers import catalogue

# One layer of each kind to lend its declaration.
OF_KIND = {
    "per_head": "gpp_per_person",
    "percentage": "website_on_record",
    "score": "media_literacy",
    "distance": "airport_distance",
    "count": "air_stations",
    "amount": "household_income",
    "speed": "fixed_download",
    "change": "population_change",
}


def made(
    values: Sequence[float],
    people: Sequence[float] | None = None,
    kind: str = "per_head",
    *,
    between_people: bool = True,
    better: str = "",
) -> Field:
    """Provinces in the order of their codes with these values; a hundred people each unless told."""
    layer = catalogue()[OF_KIND[kind]]
    layer = replace(layer, better=better) if better else layer
    measured = measure(layer.id, "province")
    codes = measured.values.index[: len(values)]
    shown = pd.Series(np.asarray(values, dtype=float), index=codes)
    residents = pd.Series(np.asarray(people if people is not None else [100.0] * len(values), dtype=float), index=codes)
    chosen = fit(layer)
    compared = 100_000 * shown / residents.where(residents > 0) if chosen.counted and between_people else shown
    kept = compared.notna()
    return Field(
        replace(measured, layer=layer),
        chosen,
        "province",
        measured.period,
        tuple(codes),
        True,
        between_people,
        shown[kept],
        compared[kept],
        residents[kept],
        (),
        layer.unit,
    )
