"""What must be known before a score is read: where there is none, what is of larger areas, how much is measured."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from geo.readiness import Assessed
from geo.standing import node_title
from geo.words import show_number
from pages.parts.choices import Choices


def limits(view: Choices, found: Assessed, node: str, inside: pd.Index) -> None:
    """In which of the areas in view the node has a score of its own, and why not in the others."""
    say, lang, index = view.say, view.lang, found.index
    level = say(f"levels.{found.level}")
    status = found.status.loc[inside]
    lines = []
    if found.level == "lao" and not status[found.nodes].isin(["ok"]).any(axis=None):
        lines.append(index.levels_why.of(lang))
    elif node != index.id:
        borrowed = int((status[node] == "inherited").sum())
        if borrowed:
            lines.append(say("readiness.borrowed", count=f"{borrowed:,}", all=f"{len(inside):,}"))
        if not status[node].isin(["ok", "inherited"]).any():
            lines.append(say("readiness.none_known"))
    elif found.level not in index.levels:
        lines.append(index.levels_why.of(lang))
    else:
        own = int((status[node] == "ok").sum())
        if own < len(inside) and not found.widen:
            without = found.status.loc[inside[(status[node] != "ok").to_numpy()]]
            wanting = {d.id: int((without[d.id] != "ok").sum()) for d in index.measured}
            named = [
                say("readiness.lacking", heading=node_title(found, name).of(lang), count=f"{count:,}")
                for name, count in wanting.items()
                if count
            ]
            told = {"all": f"{len(inside):,}", "level": level}
            if own:
                lines.append(say("readiness.with_index", count=f"{own:,}", **told))
                lines.append(say("readiness.without_index", headings=", ".join(named)))
            else:
                lines.append(say("readiness.none_index", headings=", ".join(named), **told))
        if found.widen:
            lines.append(say("readiness.widened"))
    share = found.share_present.loc[inside, node][(status[node] == "ok").to_numpy()]
    if len(share) and share.min() < 1:
        told = {"least": f"{100 * share.min():.0f}", "most": f"{100 * share.max():.0f}"}
        lines.append(say("readiness.share" if told["least"] != told["most"] else "readiness.share_one", **told))
    if lines:
        st.info(" ".join(lines))


def profile_note(view: Choices, found: Assessed, other: str) -> None:
    """How to read the profile, and which dimensions rest on one indicator."""
    say, lang = view.say, view.lang
    standard = found.index.measured[0].standard
    told = {"standard": show_number(standard.value), "who": standard.who.of(lang)} if standard else {}
    alone = [dimension.title.of(lang) for dimension in found.index.measured if len(dimension.indicators) == 1]
    lines = [say("readiness.profile_note" if found.index.more == "better" else "readiness.profile_note_need", **told)]
    lines += [say("readiness.profile_other", place=other)] if other else []
    lines += [say("readiness.single", names=", ".join(alone))] if alone else []
    st.caption(" ".join(lines))
