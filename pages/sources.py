"""Sources and method: every card, every layer, what is wrong, what was looked for and not found."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import layers
from geo import cards, problems, survey
from geo.measure import latest, measure, periods
from geo.words import show_year
from pages.parts.frame import current
from pages.parts.publish_box import publish_box
from pages.parts.show import as_text

view = current()
say, lang = view.say, view.lang

st.header(say("page.sources"))
st.markdown(say("sources.intro"))

publish_box(view)

# Filled last: what is drawn below reads every layer, and may find faults that nobody has met yet.
faults = st.container()

if left_out := layers.left_out():
    st.subheader(say("sources.left_out"))
    for layer, reason in left_out.values():
        st.markdown(f"- **{layer.title.of(lang)}**: {reason.of(lang)}")

st.subheader(say("sources.layers", count=len(layers.catalogue())))
for family in ("internet", "infrastructure", "support"):
    st.markdown(f"#### {say(f'family.{family}')}")
    for layer in (layer for layer in layers.catalogue().values() if layer.family == family):
        with st.expander(layer.title.of(lang)):
            st.markdown(f"**{layer.question.of(lang)}**")
            rows = []
            for level in layer.levels:
                shown = latest(layer.id, level)
                if shown is None:
                    continue
                status = measure(layer.id, level, shown).status
                rows.append(
                    {
                        say("choose.level"): say(f"level.{level}"),
                        say("sources.periods"): ", ".join(show_year(p, lang) for p in periods(layer.id, level)),
                        say("sources.with_value"): f"{int((status == 'ok').sum()):,} / {len(status):,}",
                    }
                )
            st.dataframe(pd.DataFrame(rows), hide_index=True)
            facts = {
                "sources.unit": layer.unit.of(lang),
                "sources.better": say(f"better.{layer.better}"),
                "sources.grade": say(f"grade.{layer.grade}"),
                "sources.source": ", ".join(cards.card(source).title.of(lang) for source in layer.source),
                "sources.caveat": layer.caveat.of(lang),
            }
            if layer.goalposts:
                facts["sources.goalposts"] = (
                    f"{layer.goalposts.low:g} – {layer.goalposts.high:g}. {layer.goalposts.why.of(lang)}"
                )
            if layer.standard:
                facts["sources.standard"] = f"{layer.standard.value:g}. {layer.standard.who.of(lang)}"
            if layer.floor is not None and layer.base_unit:
                facts["sources.floor"] = f"{layer.floor:g} {layer.base_unit.of(lang)}"
            st.markdown("\n".join(f"- {say(key)}: {text}" for key, text in facts.items()))

st.subheader(say("sources.cards", count=len(cards.cards())))
for card in cards.cards().values():
    with st.expander(f"{card.title.of(lang)} · {say('licence.' + card.may_redistribute.replace('-', '_'))}"):
        facts = {
            "sources.publisher": card.publisher.of(lang),
            "sources.measured": card.measured.of(lang),
            "sources.caveat": card.caveat.of(lang),
            "sources.period": card.period_told.of(lang),
            "sources.licence": card.licence_told.of(lang),
            "sources.attribution": card.attribution,
            "sources.url": card.url,
            "sources.retrieved": card.retrieved,
            "sources.folder": f"data/{card.id}/",
        }
        st.markdown("\n".join(f"- {say(key)}: {text}" for key, text in facts.items()))

st.subheader(say("sources.not_found"))
for card in cards.cards().values():
    for text in card.not_found:
        st.markdown(f"- {text.of(lang)} ({card.title.of(lang)})")

st.subheader(say("survey.title"))
if not cards.allowed("kpi_survey"):
    st.info(say("survey.left_out"))
else:
    st.markdown(say("survey.intro"))
    tongue = f"_{lang}"
    for key, told in (
        ("regions", survey.regions()),
        ("lao_types", survey.lao_types()),
        ("dimensions", survey.dimensions()),
        ("needs", survey.needs()),
    ):
        st.markdown(f"**{say(f'survey.{key}')}**")
        columns = [name for name in told if str(name).endswith(tongue)] + ["value", "page"]
        st.dataframe(
            told[columns].rename(columns=lambda name: say(f"survey.column_{str(name).removesuffix(tongue)}")),
            hide_index=True,
        )
    st.markdown(f"**{say('survey.unknown')}**")
    st.markdown("\n".join(f"- {text.of(lang)}" for text in survey.unknown()))

if cards.allowed("benchmarks"):
    st.subheader(say("survey.benchmarks"))
    st.markdown(say("survey.benchmarks_intro"))
    told = survey.benchmarks()
    columns = [f"area_{lang}", f"indicator_{lang}", "value", f"unit_{lang}", "period", f"publication_{lang}"]
    titles = {name: say(f"survey.column_{str(name).removesuffix(f'_{lang}')}") for name in columns}
    st.dataframe(told[columns].rename(columns=titles), hide_index=True)

with faults:
    if found := problems.found():
        st.subheader(say("sources.problems"))
        for problem in found:
            st.error(as_text(f"{problem.where}: {problem.told.of(lang)}"))
    else:
        st.success(say("sources.no_problems"))
