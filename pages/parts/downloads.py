"""Files of what a screen shows: the reader picks a kind, the file is written when it is asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st

from geo.gazetteer import level_of
from geo.publish.derived import File
from geo.publish.extract import of_view
from geo.publish.files import FORMATS, file_name, kinds, make
from geo.publish.licences import asked, permitted, refusal
from geo.publish.made import address, home
from geo.publish.report import LEVELS, report
from geo.publish.typeset import FontError, fonts
from pages.parts.choices import Choices
from pages.parts.show import as_text

Picture = Callable[[], bytes]
PICTURES = {
    "svg": ("svg", "image/svg+xml"),
    "svg_dark": ("svg", "image/svg+xml"),
    "png": ("png", "image/png"),
    "pdf": ("pdf", "application/pdf"),
}


def here(view: Choices, page: str) -> str:
    """The address that opens this view again: the office's own where one is set, else that of this very server."""
    own = (st.context.url or "").partition("?")[0].rstrip("/").removesuffix(f"/{page}")
    # Told in full: what the atlas shows first may change, and the address must still show the same.
    told = {"lang": view.lang, "layer": view.layer, "level": view.level, "year": view.year}
    return address(page, home() or own, **{**view.to_url(), **told})


def where(view: Choices) -> str:
    """What the places of a view lie in: a place, provinces, an office; nothing for the whole country."""
    return view.place or ",".join(view.provinces) or ("" if view.within is None else view.office)


def offer_view(
    view: Choices, codes: list[str], classes: Sequence[str] = (), pictures: Mapping[str, Picture] | None = None
) -> None:
    """Offer the layer of a view on exactly the places that the reader sees, and the map of it as pictures."""
    extract = of_view(view.layer, view.level, view.year, codes, here(view, "map"), view.lang, where(view))
    part = extract.parts[0]._replace(classes=tuple(classes))
    offer(replace(extract, parts=(part,)), view, pictures=pictures or {})


def offer(
    file: File, view: Choices, key: str = "files", pictures: Mapping[str, Picture] | None = None, told: str = ""
) -> None:
    """A button that opens the choice of files; nothing is written before a reader saves one.

    ``told`` says what is in them, where a screen has several.
    """
    with st.popover(told or view.say("download.open"), icon=":material/download:"):
        _choose(file, view, key, pictures or {})


def offer_pictures(view: Choices, name: str, pictures: Mapping[str, Picture], key: str) -> None:
    """A button that opens the choice of pictures of a map; ``pictures`` by their kind in ``PICTURES``."""
    with st.popover(view.say("download.map"), icon=":material/image:"):
        _choose_picture(view, name, pictures, key)


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
def _choose_picture(view: Choices, name: str, pictures: Mapping[str, Picture], key: str) -> None:
    say = view.say
    kind = _kind(say("download.picture"), _drawable(view, pictures), _picture_name(view), key)
    st.caption(say(f"download.{kind}_tells"))
    _save_picture(view, kind, pictures[kind], name, key)


@st.fragment
def _choose(file: File, view: Choices, key: str, pictures: Mapping[str, Picture]) -> None:
    say, pictured = view.say, _picture_name(view)
    offered = [*kinds(file), *_drawable(view, pictures)]
    kind = _kind(
        say("download.kind"), offered, lambda name: FORMATS[name].name if name in FORMATS else pictured(name), key
    )
    st.caption(say(f"download.{kind}_tells"))
    if kind in pictures:
        _save_picture(view, kind, pictures[kind], file.name, key)
        return
    form = FORMATS[kind]
    file = replace(file, shapes=form.shapes)
    if waiting := asked(file):
        named = as_text("; ".join(card.title.of(view.lang) for card in waiting))
        told = say("download.confirm", sources=named)
        if len(waiting) > 2:
            told = say("download.confirm_many", count=len(waiting))
        if st.checkbox(told, key=f"{key}-confirm-{file.name}", help=named if len(waiting) > 2 else None):
            file = replace(file, confirmed=frozenset(card.id for card in waiting))
    kept, gone = permitted(file)
    if kept.empty:
        st.caption(as_text(refusal(file)))
    elif gone:
        st.caption(as_text(say("file.without", layers=", ".join(layer.short.of(view.lang) for layer in gone))))
    if any(card.may_redistribute == "non-commercial" for card in kept.sources):
        st.caption(say("download.non_commercial"))
    _save(
        say("download.save", name=form.name),
        partial(make, file, kind),
        file_name(file, kind),
        form.mime,
        key,
        disabled=kept.empty,
    )


def _kind(told: str, offered: Sequence[str], named: Callable[[str], str], key: str) -> str:
    """The kind of file or picture that is picked; there is always one."""
    picked = st.pills(told, offered, format_func=named, default=offered[0], key=f"{key}-kind", required=True)
    return str(picked or offered[0])


def _picture_name(view: Choices) -> Callable[[str], str]:
    return lambda kind: view.say("download.svg_dark") if kind == "svg_dark" else kind.upper()


def _drawable(view: Choices, pictures: Mapping[str, Picture]) -> list[str]:
    """The kinds of picture that can be made: those with texts set need a font that has them."""
    try:
        fonts(view.lang)
    except FontError:
        return [kind for kind in pictures if PICTURES[kind][0] == "svg"]
    return list(pictures)


def _save_picture(view: Choices, kind: str, picture: Picture, name: str, key: str) -> None:
    """A picture shows a class, never a figure: what may be shown on a screen may be shown in print."""
    ending, mime = PICTURES[kind]
    stem = f"{name}-dark" if kind == "svg_dark" else name
    _save(view.say("download.save", name=_picture_name(view)(kind)), picture, f"{stem}.{ending}", mime, key)


def _save(told: str, content: Picture, name: str, mime: str, key: str, disabled: bool = False) -> None:
    st.download_button(
        told, data=content, file_name=name, mime=mime, on_click="ignore", disabled=disabled, key=f"{key}-save"
    )
