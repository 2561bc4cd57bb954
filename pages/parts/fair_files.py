"""Files of the fairness screens: the figures told, and the values they are computed from, each with its meaning."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.fairness.by_place import by_place
from geo.fairness.field import Field, Rank
from geo.fairness.shares import FairShare
from geo.fairness.since import RANGED
from geo.fairness.standards import Shortfall
from geo.fairness.takeaway import measures, overview_file
from pages.parts.choices import Choices
from pages.parts.downloads import here, offer, where


def files(
    view: Choices, this: Field, rank: Rank | None, short: Shortfall | None, fair: FairShare, headline: str
) -> None:
    """All measures of this view, and what is told of each place in view, in every kind of file."""
    address, lang = here(view, "equity"), view.lang
    with st.container(horizontal=True, vertical_alignment="center"):
        told = measures(this, rank, short, RANGED, headline, address, lang, where(view))
        offer(told, view, key="fair-file", told=view.say("download.figures"))
        own = by_place(this, short, fair, told.rests_on, address, lang, where(view))
        offer(own, view, key="fair", told=view.say("download.values"))


def overview_files(view: Choices, table: pd.DataFrame, level: str) -> None:
    """The overview in every kind of file."""
    inside = "" if view.within is None else view.office
    told = overview_file(table, level, here(view, "overview"), view.lang, inside)
    offer(told, view, key="overview-file", told=view.say("download.overview"))
