"""Gross provincial product, its information and communication section, and the population it is divided by."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import long_csv, read_raw

FILE = "internet/nesdc_gpp_province_2016_2020.csv"
INDICATORS = {
    "gpp_current_prices_mthb": ("gpp_mthb", "million baht"),
    "gpp_information_communication_mthb": ("gpp_ict_mthb", "million baht"),
    "gpp_information_communication_share_pct": ("gpp_ict_share_pct", "% of GPP"),
    "gpp_per_capita_thb": ("gpp_per_person_thb", "baht per person"),
    "nesdc_population_thousand": ("gpp_population_thousand", "thousand people"),
}


def build(raw: Path) -> dict[str, bytes]:
    """gpp.csv: five indicators of 77 provinces, 2016 to 2020, at current prices."""
    rows = read_raw(raw / FILE)
    table = pd.DataFrame(
        {
            "area_code": rows["area_code"],
            "indicator": rows["indicator"].map({name: new for name, (new, _) in INDICATORS.items()}),
            "year": rows["year_ce"],
            "period": rows["period"],
            "value": rows["value"],
            "unit": rows["indicator"].map({name: unit for name, (_, unit) in INDICATORS.items()}),
        }
    )
    return {"gpp.csv": long_csv(table)}
