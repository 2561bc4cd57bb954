"""On a phone the choices fold away, so that the map comes first; on a wide screen they stand as they always do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from geo.labels import label
from geo.words import show_year
from pages.parts.choices import Choices
from pages.parts.panels import office_of
from pages.parts.show import as_text


@contextmanager
def folded(view: Choices, finds: bool = False) -> Iterator[DeltaGenerator]:
    """Room for the boxes of a screen, and a place above them for a line that tells what they stand at.

    The browser alone folds the boxes, where the screen is narrow (see ``pages.parts.style``): what a reader has
    unfolded stays so while she changes one box after the other. ``finds``: a box that finds places is among them.
    """
    line = st.container(key="now")
    opens = view.say("fold.open_find" if finds else "fold.open")
    words = f"<span>{escape(opens)}</span><span>{escape(view.say('fold.close'))}</span>"
    st.html(f'<details class="fold"><summary>{words}</summary></details>')
    with st.container(key="choices"):
        yield line


def what_is_shown(views: Sequence[Choices]) -> str:
    """Layers, level, years and place of one map or of several in one line, what they have in common only once."""
    say, lang = views[0].say, views[0].lang
    titles = list(dict.fromkeys(as_text(view.chosen_layer.title.of(lang)) for view in views))
    years = list(dict.fromkeys(show_year(view.year, lang) for view in views))
    places = dict.fromkeys(as_text(label(view.place, lang) if view.place else office_of(view)) for view in views)
    what = " × ".join(titles) if len(titles) <= 2 else say("fold.more", layer=titles[0], count=len(titles) - 1)
    when = " × ".join(years) if len(years) <= 2 else f"{years[0]}–{years[-1]}"
    return f"**{what}** · {say(f'level.{views[0].level}')} · {when} · {' × '.join(places)}"
