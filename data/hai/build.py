"""The overall Human Achievement Index of the country and its provinces."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import long_csv, read_raw

FILE = "internet/nesdc_hai_province_2015_2021.csv"


def build(raw: Path) -> dict[str, bytes]:
    """hai.csv: 77 provinces and the country, 2015 to 2021; NESDC's own regions are another scheme and stay out."""
    rows = read_raw(raw / FILE)
    rows = rows[~rows["area_code"].str.startswith("REG:")]
    table = pd.DataFrame(
        {
            "area_code": rows["area_code"],
            "indicator": "human_achievement_index",
            "year": rows["year_ce"],
            "period": rows["period"],
            "value": rows["value"],
            "unit": "index 0-1",
        }
    )
    return {"hai.csv": long_csv(table)}
