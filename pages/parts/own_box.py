"""A reader's own areas on the map: the file chosen, and the table of what lies inside them."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.measure import measure, periods
from geo.own_areas import MOST_BYTES, OwnAreas, OwnAreasError, can_join, joined, read_areas
from pages.parts.choices import Choices


def own_file(view: Choices, box: st.delta_generator.DeltaGenerator) -> OwnAreas | None:
    """Choose a file of own areas; what is wrong with one is told in a sentence."""
    say = view.say
    file = box.file_uploader(
        say("own.upload"), type=["geojson", "json"], help=say("own.upload_help"), key="own-areas", max_upload_size=5
    )
    if file is None:
        st.session_state.pop("own-read", None)
        return None
    # Read once and kept for this visit alone, not with what all readers share.
    kept: tuple[str, OwnAreas | OwnAreasError] = st.session_state.get("own-read", ("", OwnAreasError("no_geojson")))
    if kept[0] != file.file_id:
        try:
            kept = (file.file_id, read_areas(file.getvalue()[: MOST_BYTES + 1]))
        except OwnAreasError as fault:
            kept = (file.file_id, fault)
        st.session_state["own-read"] = kept
    if isinstance(kept[1], OwnAreasError):
        box.warning(say(f"own.{kept[1].reason}", **kept[1].facts))
        return None
    return kept[1]


def own_table(view: Choices, own: OwnAreas) -> None:
    """What the layer is in each own area, from the finest places that it is known of."""
    say, layer = view.say, view.chosen_layer
    st.markdown(f"**{say('own.title')}**")
    if not can_join(layer):
        st.caption(say("own.not_joined"))
        return
    level = layer.finest if view.year in periods(layer.id, layer.finest) else view.level
    told, places = joined(own, measure(layer.id, level, view.year)), say(f"levels.{level}")
    st.dataframe(
        pd.DataFrame(
            {
                say("own.name"): told["name"],
                say("own.value", unit=layer.unit.of(view.lang)): told["value"].round(layer.decimals),
                say("own.people"): told["people"],
                say("own.covered"): (100 * told["covered"]).round(),
                say("own.places", places=places): told["places"],
            }
        ),
        hide_index=True,
        column_config={say("own.people"): st.column_config.NumberColumn(format="localized")},
    )
    st.caption(say("own.lead", places=places))
