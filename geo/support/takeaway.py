"""Tables that a regional office carries away: the priority list, and one area's reasoning, with every choice inside."""

from __future__ import annotations

import pandas as pd

import layers
from geo import cards
from geo.labels import label
from geo.places import places
from geo.support import why
from geo.support.budget import Simulated
from geo.support.case import INDEX, WHOLE
from geo.support.cells import line, number
from geo.support.listing import parameter_rows, version
from geo.support.reasoning import Reasoned
from geo.support.telling import advice_told, resource_names, slug
from geo.words import Say, show_year


def attribution(found: Reasoned) -> str:
    """The attribution of every source that a conclusion rests on."""
    used = [*found.case.found.index.layers]
    used += [item.layer for heading in found.able.headings.values() for item in heading.indicators]
    sources = dict.fromkeys(
        source for layer_id in used if layer_id in layers.catalogue() for source in layers.catalogue()[layer_id].source
    )
    return "; ".join(dict.fromkeys(cards.card(source).attribution for source in sources))


def chosen(found: Reasoned, declared: Reasoned, judged: dict[str, float], say: Say, lang: str) -> str:
    """Every parameter as one text, ``name = value`` one after the other, the reader's weights and estimates too."""
    rows = parameter_rows(found.values, declared.case, say)
    target = say("support.whole") if found.target == WHOLE else found.case.heading(found.target).title.of(lang)
    told = [f"{say('choose.at')} = {say(f'level.{found.level}')}", f"{say('choose.target')} = {target}"]
    told += [f"{row['name']} = {row['now']}" for _, row in rows.iterrows()]
    told += [f"{say('support.weights')}: {name} = {weight:g}" for name, weight in found.case.found.weights]
    told += [f"{say('support.own_estimate')}: {code} = {value:g}" for code, value in judged.items()]
    return "; ".join(told)


def priority_list(
    found: Reasoned,
    inside: pd.Index,
    done: Simulated | None,
    judged: dict[str, float],
    address: str,
    say: Say,
    lang: str,
) -> pd.DataFrame:
    """One row per area in view, the deepest gap first, unknown ones last, with all that was chosen in every row.

    Columns are in the reader's language. Numbers are numbers; what is not known is left empty, with its status beside.
    """
    known, lists, advice = found.case, found.lists, found.advice.table
    order = found.gap[inside].sort_values(ascending=False, kind="stable", na_position="last").index
    table = places(found.level).loc[order]
    target = say("support.whole") if found.target == WHOLE else known.heading(found.target).title.of(lang)
    columns: dict[str, object] = {
        say("support.code"): order,
        say("support.name_th"): table["name_th"].to_numpy(),
        say("support.name_en"): table["name_en"].to_numpy(),
    }
    if found.level != "province":
        columns[say("level.province")] = [label(code, lang) for code in table["province"]]
    columns[say("support.people")] = table["people"].astype("Int64").array
    columns[say("support.gap_of", target=target)] = found.gap[order].round(2).to_numpy()
    for name in known.names:
        title = known.heading(name).title.of(lang)
        inherited = known.inherited[name] & found.board.status[name].eq("no data")
        status = found.board.status[name].mask(inherited, "inherited")[order]
        columns[f"{title}: {say('support.status')}"] = [say(f"support_status.{slug(word)}") for word in status]
        columns[f"{title}: {say('support.score')}"] = known.scores[name][order].round(1).to_numpy()
        columns[f"{title}: 5 %"] = known.low[name][order].round(1).to_numpy()
        columns[f"{title}: 95 %"] = known.high[name][order].round(1).to_numpy()
    for name in ("most_people", "deepest"):
        title = say(f"support.list_{name}")
        columns[f"{title}: {say('support.rank')} 5 %"] = lists.table[f"{name}_low"][order].astype("Int64").array
        columns[f"{title}: {say('support.rank')} 95 %"] = lists.table[f"{name}_high"][order].astype("Int64").array
        columns[f"{title}: {say('support.core_column')}"] = lists.core[name][order].map({True: 1, False: 0}).to_numpy()
    columns[say("support.list_pareto")] = lists.table["pareto"][order].astype("Int8").to_numpy()
    columns[say("support.who_acts")] = [say(f"support_tier.{slug(word)}") for word in advice["tier"][order]]
    columns[say("support.support_with")] = [resource_names(str(kind), say) for kind in advice["support"][order]]
    for name, key in (("task", "task"), ("local", "local"), ("neighbours", "joint"), ("province", "provincial")):
        columns[say(f"support.{key}")] = advice[name][order].round(3).to_numpy()
    columns[say("support.hands_back")] = advice["hands_back"][order].round(3).to_numpy()
    columns[say("support.own_estimate")] = advice["judged"][order].map({True: 1, False: 0}).to_numpy()
    if done is not None:
        shared = done.table.reindex(order)
        columns[say("support.receives")] = (shared["spend"] / 1e6).round(3).to_numpy()
        columns[say("support.gap_after")] = shared["gap_after"].round(2).to_numpy()
    frame = pd.DataFrame(columns)
    return frame.assign(**_closing(found, judged, address, say, lang))


def _closing(found: Reasoned, judged: dict[str, float], address: str, say: Say, lang: str) -> dict[str, str]:
    """What stands in every row of a table that is carried away."""
    return {
        say("support.all_parameters"): chosen(found, found, judged, say, lang),
        say("support.method_version"): version(),
        say("support.address"): address,
        say("support.attribution"): attribution(found),
    }


def reasoning(found: Reasoned, place: str, judged: dict[str, float], address: str, say: Say, lang: str) -> pd.DataFrame:
    """One area's line of thought, one statement a row: step, what, value, unit, year, status, source.

    The last rows hold every parameter with its first value and who chose it, the version and the address.
    """
    known, rows = found.case, []
    target = say("support.whole") if found.target == WHOLE else known.heading(found.target).title.of(lang)

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
    for what, text in _closing(found, judged, address, say, lang).items():
        if what != say("support.all_parameters"):
            add("parameters", what, text)
    names = ("step", "what", "value", "unit", "year", "status", "source_or_who")
    return pd.DataFrame(rows, columns=[say(f"support.{name}") for name in names])


def _rounded(value: float, decimals: int) -> float | str:
    return "" if pd.isna(value) else round(float(value), decimals)


def as_csv(table: pd.DataFrame) -> bytes:
    """A table as a spreadsheet opens it with Thai letters and leading zeros whole: UTF-8 with a byte order mark."""
    return table.to_csv(index=False).encode("utf-8-sig")
