"""Media and information literacy of 50 provinces in 2019, with a range that its small samples allow."""

from __future__ import annotations

from math import sqrt
from pathlib import Path

import pandas as pd

from geo.build import long_csv, read_raw

FILE = "internet/onde_mil_province_2019.csv"
NATIONAL = "internet/benchmarks_national_regional.csv"
UNITS = {"mil_score": "score 0-100", "mil_sample_n": "respondents"}
# People asked in all 77 provinces, as the survey's report states; the national row itself carries no base.
ASKED = "12374"
# Two-sided 95 %.
Z = 1.959964


def _range(score: str, respondents: str) -> tuple[str, str]:
    """The widest range that a mean of answers between 0 and 100 can have (Wilson): the spread was not published."""
    n, mean = int(respondents), float(score) / 100
    middle = (mean + Z * Z / (2 * n)) / (1 + Z * Z / n)
    half = Z * sqrt(mean * (1 - mean) / n + Z * Z / (4 * n * n)) / (1 + Z * Z / n)
    return f"{100 * (middle - half):.1f}", f"{100 * (middle + half):.1f}"


def build(raw: Path) -> dict[str, bytes]:
    """media_literacy.csv: score with base and range, sample size and level shares; the country's published score."""
    provinces, country = read_raw(raw / FILE), read_raw(raw / NATIONAL)
    country = country[
        (country["area_code"] == "TH") & (country["indicator"] == "mil_score") & (country["period"] == "2019")
    ]
    rows = pd.concat([provinces, country], ignore_index=True)
    table = pd.DataFrame(
        {
            "area_code": rows["area_code"],
            "indicator": rows["indicator"],
            "year": rows["year_ce"],
            "period": rows["period"],
            "value": rows["value"],
            "unit": rows["indicator"].map(UNITS).fillna("% of respondents"),
            "base": "",
            "low": "",
            "high": "",
        }
    )
    asked = rows[rows["indicator"] == "mil_sample_n"].set_index("area_code")["value"].to_dict()
    for row in table.index[table["indicator"] == "mil_score"]:
        base = {**asked, "TH": ASKED}[str(table.at[row, "area_code"])]
        low, high = _range(str(table.at[row, "value"]), base)
        table.loc[row, ["base", "low", "high"]] = [base, low, high]
    return {"media_literacy.csv": long_csv(table)}
