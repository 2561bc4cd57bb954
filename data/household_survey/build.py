"""Average monthly income and expenditure of households, from the socio-economic survey."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from geo.build import long_csv, read_raw

FILES = {
    "household_income": "support-needs/household_income_by_province.csv",
    "household_expenditure": "support-needs/household_expenditure_by_province.csv",
}
BUENG_KAN_SINCE = 2011
NOTE_EN = "Nong Khai before it was divided: includes what is Bueng Kan today"
NOTE_TH = "จังหวัดหนองคายก่อนแบ่งเขต รวมพื้นที่จังหวัดบึงกาฬในปัจจุบัน"


def build(raw: Path) -> dict[str, bytes]:
    """``household_survey.csv``: baht per household and month, per province and for the country.

    The surveys up to 2011 know 76 provinces; Nong Khai says in a note that it held Bueng Kan then.
    """
    parts = [read_raw(raw / file).assign(indicator=indicator) for indicator, file in FILES.items()]
    survey = pd.concat(parts, ignore_index=True).rename(columns={"year_ce": "year"})
    survey["period"] = survey["year"]
    # The copy writes whole baht as 25194.0; the decimal is the copy's, not the survey's.
    survey["value"] = survey["value"].str.removesuffix(".0")
    undivided = (survey["area_code"] == "43") & (survey["year"].astype(int) <= BUENG_KAN_SINCE)
    survey["note"], survey["note_th"] = "", ""
    survey.loc[undivided, ["note", "note_th"]] = [NOTE_EN, NOTE_TH]
    columns = ["area_code", "indicator", "year", "period", "value", "unit", "note", "note_th"]
    return {"household_survey.csv": long_csv(survey[columns])}
