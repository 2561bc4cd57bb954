"""Internet users aged 11 and over in the twenty provinces of the Northeast, 2017."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import long_csv, read_raw

FILE = "internet/nso_internet_users_11plus_northeast_2017.csv"


def build(raw: Path) -> dict[str, bytes]:
    """internet_users.csv: percent of the population aged 11 and over."""
    rows = read_raw(raw / FILE)
    table = pd.DataFrame(
        {
            "area_code": rows["area_code"],
            "indicator": "internet_users_11plus_pct",
            "year": rows["year_ce"],
            "period": rows["period"],
            "value": rows["value"],
            "unit": "% of people aged 11 and over",
        }
    )
    return {"internet_users.csv": long_csv(table)}
