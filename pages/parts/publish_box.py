"""For editors: make an edition of plain files from the screen, watch it, stop it, and carry it away."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import streamlit as st

from geo import cards
from geo.publish.faults import retold
from geo.publish.licences import waiting, without
from geo.publish.site.plan import Plan
from geo.publish.site.started import Run, begin, folder_name, last_run, size, zipped
from geo.publish.typeset import FontError, fonts
from geo.words import LANGUAGES
from pages.parts.choices import Choices
from pages.parts.frame import choose_office
from pages.parts.show import as_text

# A larger edition would fill the memory of the server when it is handed out as one archive.
MOST_BYTES = 1_500_000_000
STOPPED = 130


def publish_box(view: Choices) -> None:
    """The whole box; it is there only where whoever runs the server has named a folder for editions."""
    editions = os.environ.get("ATLAS_EDITIONS", "").strip()
    if not editions:
        return
    where = ",".join(view.provinces) or ("" if view.within is None else view.office)
    out = Path(editions).absolute() / folder_name(Plan(where))
    run = last_run(out)
    with st.expander(view.say("edition_box.title"), icon=":material/public:", expanded=run is not None):
        st.markdown(view.say("edition_box.intro"))
        choose_office(view)
        working = run is not None and run.working
        plan = _plan(view, where, working)
        _start(view, plan, out, working)
        if run is not None and run.working:
            st.fragment(_watch, run_every=1.0)(view, run)
        else:
            _told(view, out, run)


def _plan(view: Choices, where: str, working: bool) -> Plan:
    """What the editor wants: languages, pages of districts, reports, the address, and which publishers agreed."""
    say = view.say
    langs = st.pills(
        say("edition_box.langs"),
        LANGUAGES,
        selection_mode="multi",
        default=LANGUAGES,
        format_func={"th": "ไทย", "en": "English"}.__getitem__,
        key="edition-langs",
        disabled=working,
    )
    row = st.container(horizontal=True)
    districts = row.checkbox(say("edition_box.districts"), key="edition-districts", disabled=working)
    reports = row.checkbox(say("edition_box.reports"), key="edition-reports", disabled=working)
    base = st.text_input(
        say("edition_box.address"),
        placeholder="https://",
        help=say("edition_box.address_help"),
        key="edition-address",
        disabled=working,
    )
    confirmed = _permissions(view, working)
    return Plan(where, tuple(lang for lang in LANGUAGES if lang in langs), districts, reports, base.strip(), confirmed)


def _permissions(view: Choices, working: bool) -> tuple[str, ...]:
    """One box to tick for each publisher who must be asked; what stays out without them is told."""
    say, asked = view.say, waiting()
    st.markdown(f"**{say('edition_box.permissions')}**")
    st.caption(say("edition_box.permissions_tell"))
    confirmed = tuple(
        card.id
        for card in asked
        if st.checkbox(
            as_text(f"{card.title.of(view.lang)} · {card.publisher.of(view.lang)}"),
            help=as_text(card.licence_told.of(view.lang)),
            key=f"edition-ask-{card.id}",
            disabled=working,
        )
    )
    gone = without(confirmed)
    told = [_left_out(view, [layer.short.of(view.lang) for layer in gone])] if gone else []
    told += [say(f"edition_box.without_{source}") for source in ("population", "lao") if source not in confirmed]
    st.info(as_text(" ".join(told) or say("edition_box.whole")))
    return confirmed


def _left_out(view: Choices, names: list[str]) -> str:
    return view.say("edition_box.left_out", count=len(names), layers=", ".join(names))


def _start(view: Choices, plan: Plan, out: Path, working: bool) -> None:
    """The button, and one sentence where the edition cannot be made as asked."""
    wrong = _wrong(view, plan)
    if wrong:
        st.warning(as_text(wrong))
    pressed = st.button(
        view.say("edition_box.make"),
        type="primary",
        icon=":material/play_arrow:",
        key="edition-make",
        disabled=working or bool(wrong),
    )
    if pressed:
        begin(plan, out)
        st.rerun()


def _wrong(view: Choices, plan: Plan) -> str:
    if not plan.langs:
        return view.say("edition_box.no_lang")
    if plan.base and not plan.base.startswith(("https://", "http://")):
        return view.say("edition_fault.address", address=plan.base)
    if plan.reports:
        try:
            fonts(view.lang)
        except FontError as fault:
            return str(fault)
    return ""


def _watch(view: Choices, run: Run) -> None:
    """How far the run is, looked at every second, and the button that ends it."""
    if not run.working:
        st.rerun()
    say = view.say
    told = say("edition_box.working", done=run.done, whole=run.whole) if run.whole else say("edition_box.reading")
    st.progress(run.done / run.whole if run.whole else 0.0, text=told)
    st.button(say("edition_box.stop"), on_click=run.stop, icon=":material/stop:", key="edition-stop")


def _told(view: Choices, out: Path, run: Run | None) -> None:
    """How the last run ended, and the edition that stands now."""
    say, held = view.say, size(out)
    if run is not None and run.written:
        count, changed = run.written
        st.success(as_text(say("edition_box.written", count=count, changed=changed, folder=out)))
        if run.left_out:
            names = [layer.short.of(view.lang) for layer in run.left_out]
            st.info(as_text(_left_out(view, names)))
    elif run is not None and run.process.returncode == STOPPED:
        st.warning(say("edition_fault.stopped"))
    elif run is not None:
        st.error(as_text(retold(run.complaint, view.lang) or say("edition_fault.worker")))
    elif held:
        st.markdown(as_text(say("edition_box.stands", folder=out)))
    if not held:
        return
    if held > MOST_BYTES:
        st.caption(as_text(say("edition_box.too_large", folder=out)))
        return
    st.download_button(
        say("edition_box.zip", size=f"{held / 1e6:,.0f}"),
        data=partial(zipped, out),
        file_name=f"edition-{out.name}.zip",
        mime="application/zip",
        on_click="ignore",
        icon=":material/folder_zip:",
        key="edition-zip",
    )
    if any(card.may_redistribute == "non-commercial" for card in cards.cards().values()):
        st.caption(say("edition_box.terms"))
