"""Files of what a screen shows: the reader picks a kind, the file is written when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from geo.gazetteer import level_of
from geo.publish.extract import Extract, of_view
from geo.publish.files import FORMATS, file_name, make
from geo.publish.licences import asked, permitted, refusal
from geo.publish.made import address, home
from geo.publish.report import LEVELS, report
from geo.publish.typeset import FontError, fonts
from pages.parts.choices import Choices
from pages.parts.show import as_text

Picture = Callable[[], bytes]
PICTURES = {"png": "image/png", "pdf": "application/pdf"}


def here(view: Choices, page: str) -> str:
    """The address that opens this view again: the office's own where one is set, else that of this very server."""
    own = (st.context.url or "").partition("?")[0].rstrip("/").removesuffix(f"/{page}")
    # Told in full: what the atlas shows first may change, and the address must still show the same.
    told = {"lang": view.lang, "layer": view.layer, "level": view.level, "year": view.year}
    return address(page, home() or own, **{**view.to_url(), **told})


def offer_view(
    view: Choices, codes: list[str], classes: Sequence[str] = (), pictures: Mapping[str, Picture] | None = None
) -> None:
    """Offer the layer of a view on exactly the places that the reader sees, and the map of it as pictures."""
    where = view.place or ",".join(view.provinces) or ("" if view.within is None else view.office)
    extract = of_view(view.layer, view.level, view.year, codes, here(view, "map"), view.lang, where)
    part = extract.parts[0]._replace(classes=tuple(classes))
    offer(replace(extract, parts=(part,)), view, pictures=pictures or {})


def offer(extract: Extract, view: Choices, key: str = "files", pictures: Mapping[str, Picture] | None = None) -> None:
    """A button that opens the choice of files; nothing is written before a reader saves one."""
    with st.popover(view.say("download.open"), icon=":material/download:"):
        _choose(extract, view, key, pictures or {})


def offer_report(view: Choices, code: str) -> None:
    """Offer the two-page report of an area, or say which font this machine lacks."""
    if level_of(code) not in LEVELS:
        return
    try:
        fonts(view.lang)
    except FontError as fault:
        st.info(as_text(str(fault)))
        return
    base = here(view, "area").partition("/area")[0]
    st.download_button(
        view.say("download.report"),
        data=partial(report, code, view.lang, base),
        file_name=f"report-{code}-{view.lang}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/picture_as_pdf:",
        help=view.say("download.report_tells"),
        key="report",
    )


@st.fragment
def _choose(extract: Extract, view: Choices, key: str, pictures: Mapping[str, Picture]) -> None:
    say = view.say
    kinds = [*FORMATS, *(pictures if _thai_font(view) else ())]
    kind = st.pills(
        say("download.kind"),
        kinds,
        format_func=lambda name: FORMATS[name].name if name in FORMATS else name.upper(),
        default="csv",
        key=f"{key}-kind",
        required=True,
    )
    st.caption(say(f"download.{kind}_tells"))
    if kind in pictures:
        # A picture shows a class, never a figure: what may be shown on a screen may be shown in print.
        _save(
            say("download.save", name=str(kind).upper()), pictures[kind], f"{extract.name}.{kind}", PICTURES[kind], key
        )
        return
    form = FORMATS[kind or "csv"]
    extract = replace(extract, shapes=form.shapes)
    if waiting := asked(extract):
        named = as_text("; ".join(card.title.of(view.lang) for card in waiting))
        told = say("download.confirm", sources=named)
        if len(waiting) > 2:
            told = say("download.confirm_many", count=len(waiting))
        if st.checkbox(told, key=f"{key}-confirm-{extract.name}", help=named if len(waiting) > 2 else None):
            extract = replace(extract, confirmed=frozenset(card.id for card in waiting))
    kept, gone = permitted(extract)
    if gone:
        listed = ", ".join(layer.short.of(view.lang) for layer in gone)
        st.caption(as_text(say("file.without", layers=listed) if kept.parts else refusal(extract)))
    if any(card.may_redistribute == "non-commercial" for card in kept.sources):
        st.caption(say("download.non_commercial"))
    content, name = partial(make, extract, str(kind)), file_name(extract, str(kind))
    _save(say("download.save", name=form.name), content, name, form.mime, key, disabled=not kept.parts)


def _save(told: str, content: Picture, name: str, mime: str, key: str, disabled: bool = False) -> None:
    st.download_button(
        told, data=content, file_name=name, mime=mime, on_click="ignore", disabled=disabled, key=f"{key}-save"
    )


def _thai_font(view: Choices) -> bool:
    try:
        return bool(fonts(view.lang))
    except FontError:
        return False
