"""Tables that a regional office carries away: the priority list, and one area's reasoning, with every choice inside."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pandas as pd

import layers
from geo import cards
from geo.labels import label
from geo.publish.derived import Column, Derived, used
from geo.publish.extract import called
from geo.support import why
from geo.support.budget import Simulated
from geo.support.case import INDEX
from geo.support.cells import line, number
from geo.support.listing import parameter_rows, version
from geo.support.notes import heading_name
from geo.support.reasoning import Reasoned
from geo.support.telling import advice_told, resource_names, slug
from geo.words import LANGUAGES, Say, Text, bilingual, say, show_year


def behind(found: Reasoned) -> list[str]:
    """Ids of the layers that a conclusion rests on."""
    named = [*found.case.found.index.layers]
    named += [item.layer for heading in found.able.headings.values() for item in heading.indicators]
    shown = layers.catalogue()
    return [name for name in dict.fromkeys(named) if name in shown]


def sources(found: Reasoned) -> list[str]:
    """Ids of the sources that a conclusion rests on; that of the people only where they are known."""
    counted = ["population"] if found.people.notna().any() else []
    shown = layers.catalogue()
    return list(dict.fromkeys([*(source for name in behind(found) for source in shown[name].source), *counted]))


def attribution(found: Reasoned) -> str:
    """The attribution of every source that a conclusion rests on."""
    return "; ".join(dict.fromkeys(cards.card(source).attribution for source in sources(found)))


def chosen(found: Reasoned, judged: Mapping[str, float], say: Say, lang: str) -> tuple[tuple[str, str], ...]:
    """Every parameter with what it stands at, the reader's weights and estimates, and the version of the rules."""
    rows = parameter_rows(found.values, found.case, say)
    target = heading_name(found.case, found.target, say, lang)
    told = [(say("choose.at"), say(f"level.{found.level}")), (say("choose.target"), target)]
    told += [(str(row["name"]), str(row["now"])) for _, row in rows.iterrows()]
    told += [(f"{say('support.weights')}: {name}", f"{weight:g}") for name, weight in found.case.found.weights]
    told += [(f"{say('support.own_estimate')}: {code}", f"{value:g}") for code, value in judged.items()]
    return (*told, (say("support.method_version"), version()))


def priority_list(
    found: Reasoned,
    inside: pd.Index,
    judged: Mapping[str, float],
    address: str,
    lang: str,
    where: str = "",
    done: Callable[[], Simulated | None] = lambda: None,
) -> Derived:
    """One row per area in view, the deepest gap first, unknown ones last, with all that was chosen.

    What is not known is left empty, with its status beside. ``done`` gives what a budget would change and is asked when
    the file is written; ``where`` is what the areas lie in, as ``geo.publish.extract.called`` takes it.
    """
    order = found.gap[inside].sort_values(ascending=False, kind="stable", na_position="last").index
    target = Text(*(heading_name(found.case, found.target, say(of), of) for of in LANGUAGES))
    told = {"target": target, "where": Text(called(where, "th"), called(where, "en"))}
    return Derived(
        name="-".join(filter(None, ("support", found.level, "priority", where.replace(",", "_")))),
        title=bilingual("title.priority", level=bilingual(f"levels.{found.level}"), **told),
        make=lambda: _listed(found, order, done(), say(lang), lang),
        address=address,
        lang=lang,
        used=used(behind(found), found.level),
        rests_on=tuple(sources(found)),
        level=found.level,
        codes=tuple(map(str, order)),
        choices=chosen(found, judged, say(lang), lang),
    )


def _listed(found: Reasoned, order: pd.Index, done: Simulated | None, say: Say, lang: str) -> list[Column]:
    known, lists, advice = found.case, found.lists, found.advice.table
    points, of_one = say("means.points"), say("means.of_one")
    made: list[Column] = []

    def add(name: str, means: str, values: object, unit: str = "", decimals: int | None = None) -> None:
        made.append(Column(name, say(f"means.{means}"), pd.Series(values), unit, decimals))  # type: ignore[call-overload]

    target = heading_name(known, found.target, say, lang)
    add(say("support.people"), "measured_people", found.people[order], say("means.persons"), 0)
    add(say("support.gap_of", target=target), "gap", found.gap[order].round(2), points, 2)
    for name in known.names:
        title = known.heading(name).title.of(lang)
        status = found.status[name][order]
        add(
            f"{title}: {say('support.status')}",
            "board_status",
            [say(f"support_status.{slug(word)}") for word in status],
        )
        add(f"{title}: {say('support.score')}", "board_score", known.scores[name][order].round(1), points, 1)
        add(f"{title}: 5 %", "low_score", known.low[name][order].round(1), points, 1)
        add(f"{title}: 95 %", "high_score", known.high[name][order].round(1), points, 1)
    for name in ("most_people", "deepest"):
        title = say(f"support.list_{name}")
        add(f"{title}: {say('support.rank')} 5 %", "list_low", lists.table[f"{name}_low"][order], "", 0)
        add(f"{title}: {say('support.rank')} 95 %", "list_high", lists.table[f"{name}_high"][order], "", 0)
        add(f"{title}: {say('support.core_column')}", "core", lists.core[name][order].astype(float), "", 0)
    add(say("support.list_pareto"), "pareto", lists.table["pareto"][order].astype(float), "", 0)
    add(say("support.who_acts"), "who_acts", [say(f"support_tier.{slug(word)}") for word in advice["tier"][order]])
    add(
        say("support.support_with"),
        "support_with",
        [resource_names(str(kind), say) for kind in advice["support"][order]],
    )
    for name, key in (("task", "task"), ("local", "local"), ("neighbours", "joint"), ("province", "provincial")):
        add(say(f"support.{key}"), key, advice[name][order].round(3), of_one, 3)
    add(say("support.hands_back"), "hands_back", advice["hands_back"][order].round(3), of_one, 3)
    add(say("support.own_estimate"), "judged", advice["judged"][order].astype(float), "", 0)
    if done is not None:
        shared = done.table.reindex(order)
        add(say("support.receives"), "receives", (shared["spend"] / 1e6).round(3), say("means.million_baht"), 3)
        add(say("support.gap_after"), "gap_after", shared["gap_after"].round(2), points, 2)
    return made


def area_reasoning(found: Reasoned, place: str, judged: Mapping[str, float], address: str, lang: str) -> Derived:
    """One area's line of thought as a file, one statement a row, with every choice behind it."""
    target = Text(*(heading_name(found.case, found.target, say(of), of) for of in LANGUAGES))
    area = Text(*(label(place, of, full=True) for of in LANGUAGES))
    means = ("step", "what", "value", "unit", "year", "row_status", "by")

    def columns() -> list[Column]:
        table = reasoning(found, place, say(lang), lang)
        return [
            Column(str(name), say(lang)(f"means.{key}"), table[name]) for name, key in zip(table, means, strict=True)
        ]

    return Derived(
        name=f"support-{place}-reasoning",
        title=bilingual("title.reasoning", area=area, target=target),
        make=columns,
        address=address,
        lang=lang,
        used=used(behind(found), found.level),
        rests_on=(*sources(found), "places"),
        choices=chosen(found, judged, say(lang), lang),
    )


def reasoning(found: Reasoned, place: str, say: Say, lang: str) -> pd.DataFrame:
    """One area's line of thought, one statement a row: step, what, value, unit, year, status, source.

    The last rows hold every parameter with its first value and who chose it.
    """
    known, rows = found.case, []
    target = heading_name(known, found.target, say, lang)

    def add(
        step: str, what: str, value: object = "", unit: str = "", year: str = "", status: str = "", by: str = ""
    ) -> None:
        rows.append((say(f"support.step_{step}"), what, value, unit, year, status, by))

    points, row = say("support.points"), line(found.advice.table, place)
    add("lag", label(place, lang, full=True), place)
    for name in known.names:
        word = str(found.board.status.at[place, name])
        if word == "no data" and bool(known.inherited.at[place, name]):
            word = "inherited"
        score = number(known.scores, place, name)
        title = known.heading(name).title.of(lang)
        add("lag", title, _rounded(score, 1), points, status=say(f"support_status.{slug(word)}"))
        if pd.notna(score):
            add(
                "lag",
                f"{title}: 5–95 %",
                f"{number(known.low, place, name):.1f}–{number(known.high, place, name):.1f}",
                points,
            )
        add("lag", f"{title}: {say('support.the_standard')}", float(known.standards[name]), points)
    add("lag", say("support.gap_of", target=target), _rounded(found.gap[place], 2), points)
    for figure in why.figures(known, place):
        layer = layers.catalogue()[figure.layer]
        add("why", f"{known.heading(figure.heading).title.of(lang)}: {layer.title.of(lang)}", _rounded(figure.value, 4),
            layer.unit.of(lang), show_year(figure.period, lang),
            f"{say('status.' + slug(figure.status))}, {say(f'grade.{layer.grade}')}", figure.source)  # fmt: skip
    node = why.node_of(known, place, found.target)
    if node:
        title = known.found.index.title.of(lang) if node == INDEX else known.heading(node).title.of(lang)
        least = why.changes(known, place, node)
        for code, change in least[least["reaches"]].iterrows():
            layer = layers.catalogue()[str(code)]
            told = say("support.change_row", figure=layer.title.of(lang), target=title)
            add("why", told, _rounded(change["needed"], 4), layer.unit.of(lang))
    for name, heading in found.able.headings.items():
        title = f"{say(f'support_resource.{name}')}: {layers.declared()[heading.indicators[0].layer].title.of(lang)}"
        share, period = number(found.able.shares, place, name), found.able.periods.get(name, "")
        add("who", title, _rounded(share, 3), say("support.percentile"), show_year(period, lang))
    for name in ("task", "local", "neighbours", "province", "shortfall", "hands_back"):
        key = {"neighbours": "joint", "province": "provincial"}.get(name, name)
        add("who", say(f"support.{key}"), _rounded(row[name], 3))
    for sentence in advice_told(found, place, target, say, lang):
        add("who", say("support.advice"), sentence.replace("**", ""))
    for _, parameter in parameter_rows(found.values, known, say).iterrows():
        first = f"{say('support.first_value')}: {parameter['first']}"
        add("parameters", parameter["name"], parameter["now"], status=first, by=parameter["who"])
    names = ("step", "what", "value", "unit", "year", "status", "source_or_who")
    return pd.DataFrame(rows, columns=[say(f"support.{name}") for name in names])


def _rounded(value: float, decimals: int) -> float | str:
    return "" if pd.isna(value) else round(float(value), decimals)
