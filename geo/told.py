"""Measured values as a table that leaves the product: every row with unit, year, status, source and its attribution."""

from __future__ import annotations

import pandas as pd

from geo import cards
from geo.measure import Measured
from geo.places import places


def told(measured: Measured, codes: list[str]) -> pd.DataFrame:
    """Some places' values of one layer, one row a place, fit to be passed on.

    Returns
    -------
    DataFrame
        ``code, name_th, name_en, level, layer, title_th, title_en, value, unit, period, status, base, source,
        attribution, licence``; a value that is missing stays empty and its status says why.
    """
    layer, table = measured.layer, places(measured.level)
    used = [cards.card(source) for source in layer.source]
    return pd.DataFrame(
        {
            "code": codes,
            "name_th": table["name_th"][codes].to_numpy(),
            "name_en": table["name_en"][codes].to_numpy(),
            "level": measured.level,
            "layer": layer.id,
            "title_th": layer.title.th,
            "title_en": layer.title.en,
            "value": measured.values[codes].to_numpy(),
            "unit": layer.unit.en,
            "period": measured.period,
            "status": measured.status[codes].to_numpy(),
            "base": measured.base[codes].to_numpy(),
            "source": "; ".join(card.title.en for card in used),
            "attribution": "; ".join(card.attribution for card in used),
            "licence": "; ".join(card.licence for card in used),
        }
    )


def as_csv(parts: list[pd.DataFrame]) -> bytes:
    """Tables one below the other as CSV with the mark by which spreadsheets know UTF-8."""
    return pd.concat(parts).to_csv(index=False).encode("utf-8-sig") if parts else b""
