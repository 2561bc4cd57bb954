"""Every choice as rows for a reader: what it stands at, its first value, who chose it, what it does."""

from __future__ import annotations

import pandas as pd

import layers
from geo.readiness import Assessed
from geo.support.case import Case
from geo.support.parameters import FIXED, METHOD_VERSION, PARAMETERS, Parameter, Values
from geo.words import Say, show_number
from layers.readiness import METHOD


def shown(parameter: Parameter, text: str, known: Case, say: Say) -> str:
    """A parameter's value as readers read it; a standard of 0 is the declared one."""
    if parameter.options:
        return say(f"support_option.{text}")
    if parameter.name == "standard" and float(text) == 0:
        values = sorted(set(known.standards)) if not float(text) else []
        return say("support.as_declared", values=", ".join(show_number(value) for value in values))
    value = float(text)
    return show_number(value, 0 if value == round(value) else 2)


def parameter_rows(values: Values, declared: Case, say: Say) -> pd.DataFrame:
    """One row per parameter of the support screen: columns name, now, first, who, effect, moved (bool), id.

    Parameters
    ----------
    values : Values
    declared : Case
        With the declared standards, so that "as declared" can be told in points.
    """
    first = Values()
    return pd.DataFrame(
        [
            {
                "id": parameter.name,
                "name": say(f"choose.{parameter.name}"),
                "now": shown(parameter, values.text(parameter.name), declared, say),
                "first": shown(parameter, first.text(parameter.name), declared, say),
                "who": say(f"support_by.{parameter.by}"),
                "effect": say(f"support_effect.{parameter.name}"),
                "moved": values.moved(parameter.name),
            }
            for parameter in PARAMETERS
        ]
    )


def fixed_rows(say: Say) -> pd.DataFrame:
    """What stands fixed: columns name, value, who, effect."""
    return pd.DataFrame(
        [
            (say(f"support_fixed.{name}"), value, say(f"support_by.{by}"), say(f"support_fixed_effect.{name}"))
            for name, value, by in FIXED
        ],
        columns=["name", "value", "who", "effect"],
    )


def index_rows(found: Assessed, lang: str) -> pd.DataFrame:
    """The index behind the scores, as declared: headings and figures with weight, goalposts, standard, who, why."""
    weight = found.tree.set_index("code")["weight"]
    rows = []
    for heading in found.index.measured:
        rows.append(
            {
                "name": heading.title.of(lang),
                "figure": "",
                "weight": show_number(float(weight[heading.id]), 2),
                "goalposts": "",
                "standard": "" if heading.standard is None else show_number(heading.standard.value),
                "who": heading.who.of(lang) if heading.standard is None else heading.standard.who.of(lang),
                "why": heading.why.of(lang),
            }
        )
        for item in heading.indicators:
            layer = layers.declared()[item.layer]
            posts = layer.goalposts
            ends = (posts.low, posts.high) if posts else (float("nan"), float("nan"))
            ends = ends if layer.better == "higher" else ends[::-1]
            rows.append(
                {
                    "name": heading.title.of(lang),
                    "figure": layer.title.of(lang),
                    "weight": show_number(float(weight[item.layer]), 2),
                    "goalposts": f"{ends[0]:g} → {ends[1]:g} {layer.unit.of(lang)}" if posts else "",
                    "standard": "",
                    "who": item.who.of(lang),
                    "why": f"{item.why.of(lang)} {posts.why.of(lang) if posts else ''}".strip(),
                }
            )
    return pd.DataFrame(rows)


def version() -> str:
    """The version of the method, of the index and of the support rules."""
    return f"readiness {METHOD.version}, support {METHOD_VERSION}"
