"""What every file says of its rows: which place each is, and where its figures come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
import pandas as pd

from geo.cards import REDISTRIBUTION, Card
from geo.places import places


def origin(used: Iterable[Card]) -> dict[str, str]:
    """Where a row comes from: ids of its sources, their licences, the narrowest of their terms, whom to name."""
    own = list({card.id: card for card in used}.values())
    return {
        "source": "; ".join(card.id for card in own),
        "licence": "; ".join(dict.fromkeys(card.licence for card in own)),
        "terms": max((card.may_redistribute for card in own), key=REDISTRIBUTION.index, default=""),
        "attribution": "; ".join(dict.fromkeys(card.attribution for card in own)),
    }


def place_rows(level: str, codes: Sequence[str]) -> pd.DataFrame:
    """Who the places are: level, code, names in both languages, and the province and district they lie in."""
    table = places(level).loc[list(codes)]
    above = places("province")
    province = pd.Series(table.index, index=table.index) if level == "province" else table.get("province")
    if province is None:
        province = pd.Series("", index=table.index)
    district = table.index if level == "district" else table.get("district", "")
    english = table["name_en"] + " " + table["type_en"] if level == "lao" else table["name_en"]
    return pd.DataFrame(
        {
            "level": level,
            "code": table.index.astype(str),
            "name_th": table["full_name_th" if level == "lao" else "name_th"].to_numpy(),
            "name_en": english.to_numpy(),
            "province_code": province.to_numpy(),
            "province_th": above["name_th"].reindex(province).fillna("").to_numpy(),
            "province_en": above["name_en"].reindex(province).fillna("").to_numpy(),
            "district_code": np.asarray(district),
        }
    )
