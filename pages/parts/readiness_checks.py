"""What the index rests on, number by number with who set it; and whether it holds together."""

from __future__ import annotations

import pandas as pd
import streamlit as st

import layers
from geo.index_told import parts, steps_text
from geo.measure import measure
from geo.places import places
from geo.readiness import Assessed, method
from geo.standing import node_title
from geo.stats import coherence
from geo.words import show_number
from pages.parts.choices import Choices

# Over half of the differences told by income alone: then the index says little that income does not.
WEALTH = 0.5


def rests(view: Choices, found: Assessed) -> None:
    """Every indicator with weight, goalposts, standard, reason and author; what is not measured; what is left out."""
    say, lang, index = view.say, view.lang, found.index
    st.markdown(
        say("readiness.rests_joined", name=say(f"join.{index.aggregate}").lower(), why=index.aggregate_why.of(lang))
    )
    weights = found.tree.set_index("code")["weight"]
    counted = parts(found, lang)
    rows, reasons = [], []
    for dimension in index.measured:
        told = {"why": dimension.why.of(lang), "who": dimension.who.of(lang), "weight": f"{weights[dimension.id]:g}"}
        reasons.append(f"**{dimension.title.of(lang)}** {say('readiness.rests_whole', **told)}")
        for part in (part for part in counted if part.heading == dimension.id):
            rows.append(
                {
                    say("readiness.dimension"): dimension.title.of(lang),
                    say("readiness.rests_indicator"): f"{part.layer.short.of(lang)} ({part.layer.unit.of(lang)})",
                    say("readiness.rests_weight"): part.weight,
                    say("readiness.rests_posts"): part.posts,
                    say("readiness.rests_reaches"): say(f"readiness.rests_{'yes' if part.reaches else 'no'}"),
                    say("readiness.rests_year"): part.year,
                    say("readiness.rests_standard"): part.standard,
                }
            )
            one = {"name": part.layer.short.of(lang), "weight": part.weight, "why": part.why, "who": part.who}
            reasons.append(f"- {say('readiness.rests_one', **one, posts=part.posts, posts_why=part.posts_why)}")
    st.dataframe(pd.DataFrame(rows), hide_index=True, height=35 * (len(rows) + 1) + 3)
    with st.expander(say("readiness.rests_reasons")):
        st.markdown("\n".join(f"\n{line}\n" if line.startswith("**") else line for line in reasons))
    if (standard := index.measured[0].standard) and index.more == "better":
        told = {"value": show_number(standard.value), "who": standard.who.of(lang)}
        st.caption(say("readiness.rests_standard_of", **told))
    own, itu = method().scores, method().percentages
    st.caption(say("readiness.rests_ladder", steps=steps_text(own, lang), who=own.who.of(lang)))
    st.caption(say("readiness.rests_itu", steps=steps_text(itu, lang), who=itu.who.of(lang)))
    if empty := [dimension for dimension in index.dimensions if not dimension.indicators]:
        st.subheader(say("readiness.rests_unmeasured"))
        for dimension in empty:
            st.markdown(f"- **{dimension.title.of(lang)}**: {dimension.why.of(lang)}")
    st.subheader(say("readiness.rests_left_out"))
    left = [(layers.declared()[name], why) for name, why in method().left_out.items() if name in layers.declared()]
    st.markdown("\n".join(f"- **{layer.short.of(lang)}**: {why.of(lang)}" for layer, why in left))


def checks(view: Choices, found: Assessed) -> None:
    """Wealth and size, agreement inside dimensions, fit, shape, and indicators that count twice."""
    say, lang = view.say, view.lang
    st.markdown(say("readiness.checks_intro"))
    index = found.scores[found.index.id].where(found.status[found.index.id] == "ok")
    if index.notna().sum() < coherence.FEWEST:
        st.info(say("readiness.checks_none"))
    else:
        st.markdown(_context(view, found, index))
    scores = found.scores.where(found.status == "ok")
    titled = {str(code): node_title(found, str(code)).of(lang) for code in found.tree["code"]}

    st.subheader(say("readiness.checks_alpha"))
    alphas = coherence.alphas(scores, found.tree)
    st.dataframe(
        pd.DataFrame(
            {
                say("readiness.checks_group"): [titled[str(node)] for node in alphas.index],
                "α": [_decimal(value) for value in alphas],
            }
        ),
        hide_index=True,
    )
    st.caption(say("readiness.checks_alpha_note"))

    fits = coherence.own_dimension(scores, found.tree)
    if len(fits):
        st.subheader(say("readiness.checks_own"))
        words = {True: say("readiness.rests_yes_fits"), False: say("readiness.rests_no_fits")}
        st.dataframe(
            pd.DataFrame(
                {
                    say("readiness.rests_indicator"): [titled[str(code)] for code in fits.index],
                    say("readiness.dimension"): [titled[str(code)] for code in fits["dimension"]],
                    say("readiness.checks_own_r"): [_decimal(value) for value in fits["own"]],
                    say("readiness.checks_other"): [titled.get(str(code), "–") for code in fits["nearest"]],
                    say("readiness.checks_other_r"): [_decimal(value) for value in fits["other"]],
                    say("readiness.checks_fits"): ["–" if pd.isna(fit) else words[bool(fit)] for fit in fits["fits"]],
                }
            ),
            hide_index=True,
        )

    st.subheader(say("readiness.checks_shape"))
    shape = coherence.indicator_shape(found.own)
    yes, no = say("readiness.rests_yes_fits"), say("readiness.rests_no_fits")
    st.dataframe(
        pd.DataFrame(
            {
                say("readiness.rests_indicator"): [titled[str(code)] for code in shape.index],
                say("readiness.checks_present"): [
                    f"{present:,.0f} ({100 * share:.0f} %)"
                    for present, share in zip(shape["present"], shape["share_present"], strict=True)
                ],
                say("readiness.checks_skew"): [_decimal(value) for value in shape["skew"]],
                say("readiness.checks_kurtosis"): [_decimal(value) for value in shape["kurtosis"]],
                say("readiness.checks_lopsided"): [yes if flag else no for flag in shape["lopsided"]],
            }
        ),
        hide_index=True,
    )
    st.caption(say("readiness.checks_lopsided_note"))

    st.subheader(say("readiness.checks_pairs"))
    pairs = coherence.collinear(found.own)
    if pairs.empty:
        st.markdown(say("readiness.checks_no_pairs"))
    else:
        st.dataframe(
            pd.DataFrame(
                {
                    say("readiness.checks_first"): [titled[str(code)] for code in pairs["first"]],
                    say("readiness.checks_second"): [titled[str(code)] for code in pairs["second"]],
                    say("readiness.checks_r"): [_decimal(value) for value in pairs["correlation"]],
                    say("readiness.checks_both"): [f"{count:,}" for count in pairs["places"]],
                }
            ),
            hide_index=True,
        )


def _context(view: Choices, found: Assessed, index: pd.Series) -> str:
    say = view.say
    province = (
        places(found.level)["province"] if found.level != "province" else pd.Series(index.index, index=index.index)
    )

    def of_province(layer_id: str) -> pd.Series:
        return measure(layer_id, "province").values.reindex(province).set_axis(index.index)

    told = coherence.context_correlations(index, places(found.level)["people"], of_province("household_income"))
    income, people = float(told["income"]) ** 2, float(told["log_people"]) ** 2
    sentence = say("readiness.checks_wealth", income=f"{100 * income:.0f}", people=f"{100 * people:.0f}")
    sentence += " " + say("readiness.checks_wealth_yes" if income > WEALTH else "readiness.checks_wealth_no")
    hai = coherence.correlation(index, of_province("human_achievement"))
    return f"{sentence} {say('readiness.checks_hai', r=show_number(hai, 2))}"


def _decimal(value: float) -> str:
    return "–" if pd.isna(value) else show_number(value, 2)
