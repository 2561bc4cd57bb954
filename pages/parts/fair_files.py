"""Files of the fairness screens: the figures told, and the values they are computed from, each row with its origin."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.fairness.field import Field, Rank
from geo.fairness.since import RANGED
from geo.fairness.standards import Shortfall
from geo.fairness.takeaway import measures_table, overview_table
from geo.places import places
from geo.publish.extract import of_view
from geo.publish.tables import plain_table
from pages.parts.choices import Choices
from pages.parts.downloads import here, offer


def files(view: Choices, this: Field, rank: Rank | None, short: Shortfall | None, headline: str) -> None:
    """All measures of this view as CSV, and the values of the places in view in every kind of file."""
    address, where = here(view, "equity"), view.place or ",".join(view.provinces)
    where = where or ("" if view.within is None else view.office)
    name = "-".join(filter(None, ("fairness", this.layer.id, this.level, this.period, where.replace(",", "_"))))
    row = st.container(horizontal=True, vertical_alignment="center")
    row.download_button(
        view.say("equity.file"),
        data=lambda: plain_table(measures_table(this, rank, short, RANGED, headline, address, view.say, view.lang)),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key="fair-file",
    )
    codes = [str(code) for code in places(this.level, this.within).index]
    with row:
        offer(of_view(this.layer.id, this.level, this.period, codes, address, view.lang, where), view, key="fair")


def overview_file(view: Choices, table: pd.DataFrame, level: str) -> None:
    """The overview as CSV."""
    address = here(view, "overview")
    st.download_button(
        view.say("overview.file"),
        data=lambda: plain_table(overview_table(table, address, view.lang)),
        file_name="-".join(filter(None, ("fairness-overview", level, "" if view.within is None else view.office)))
        + ".csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key="overview-file",
    )
