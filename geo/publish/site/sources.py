"""The page on sources: who measured what on whom, under which terms, what is wrong with it, what was not found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd

import layers
from geo import cards, problems, survey
from geo.cards import Card
from geo.corrections import corrections
from geo.measure import latest, measure
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.plan import Plan
from geo.words import Text, say, show_date, show_number


def jobs(plan: Plan) -> Iterable[Job]:
    """The page in every language of the edition, together: all layers are read for it once."""
    yield Job(_write, (plan,))


def _write(plan: Plan) -> Iterator[tuple[str, Content]]:
    faults = _faults()
    for lang in plan.langs:
        yield f"{lang}/sources.html", page(plan, lang, faults)


def _faults() -> list[tuple[str, Text]]:
    """Every fault that reading all layers shows, in an order that does not hang on what was read first."""
    for layer in layers.catalogue().values():
        for level in layer.levels:
            if period := latest(layer.id, level):
                measure(layer.id, level, period)
    # A source that is left out is no fault: the page says of it what it waits for.
    known = set(layers.catalogue()) | {source for source in cards.source_ids() if cards.allowed(source)}
    return sorted((one.where, one.told) for one in problems.found() if one.where in known)


def page(plan: Plan, lang: str, faults: list[tuple[str, Text]]) -> Page:
    """The page in one language.

    Parameters
    ----------
    plan : Plan
    lang : "th" or "en"
    faults : list of (where, sentence)
        What is wrong in the data as they were read.
    """
    speak = say(lang)
    every = cards.cards()
    here = {source: card for source, card in every.items() if cards.allowed(source)}
    gone = {source: card for source, card in every.items() if source not in here}
    told = {
        "here": [_source(plan, card, lang) for card in here.values()],
        "gone": [_source(plan, card, lang) for card in gone.values()],
        "layers_gone": [
            {
                "title": layer.title.of(lang),
                "why": reason.of(lang),
                "waits": [gone[source] for source in layer.source if source in gone],
            }
            for layer, reason in layers.left_out().values()
        ],
        "confirmed": [every[source].title.of(lang) for source in plan.confirmed if source in every],
        "faults": [{"where": where, "told": sentence.of(lang)} for where, sentence in faults],
        "survey": _survey(lang) if cards.allowed(survey.SURVEY) else [],
        "unknown": [text.of(lang) for text in survey.unknown()] if cards.allowed(survey.SURVEY) else [],
        "benchmarks": _benchmarks(lang) if cards.allowed("benchmarks") else {},
    }
    title, description = speak("edition_sources.title"), speak("edition_sources.description")
    return Page(lang, "sources.html", title, description, told, menu="sources")


def _source(plan: Plan, card: Card, lang: str) -> dict[str, Any]:
    """One card as readers see it, with the layers that rest on it, its files and what was mended in them."""
    shown = layers.catalogue()
    return {
        "id": card.id,
        "title": card.title.of(lang),
        "card": card,
        "publisher": card.publisher.of(lang),
        "measured": card.measured.of(lang),
        "caveat": card.caveat.of(lang),
        "terms": say(lang)("licence." + card.may_redistribute.replace("-", "_")),
        "confirmed": card.id in plan.confirmed,
        "retrieved": show_date(card.retrieved, lang),
        "layers": [
            {"title": layer.title.of(lang), "to": f"{lang}/layer/{layer.id}.html"}
            for layer in shown.values()
            if card.id in layer.source
        ],
        "files": sorted(card.files.items()),
        "not_found": [text.of(lang) for text in card.not_found],
        "corrections": [_correction(one, lang) for one in corrections(card.id)] if cards.allowed(card.id) else [],
    }


def _correction(entry: dict[str, Any], lang: str) -> dict[str, str]:
    now = say(lang)("edition_sources.withheld") if entry.get("exclude") else str(entry["now"])
    where = ", ".join(f"{name} {text}" for name, text in entry["where"].items())
    return {"where": f"{entry['file']}: {where}", "column": str(entry["column"]), "was": str(entry["was"]) or "–",
            "now": now, "why": str(entry[f"why_{lang}"])}  # fmt: skip


def _survey(lang: str) -> list[dict[str, Any]]:
    """What the survey of local authorities states, with its pages, as tables that no map ever shows."""
    speak = say(lang)
    tables = {
        "regions": survey.regions(),
        "lao_types": survey.lao_types(),
        "dimensions": survey.dimensions(),
        "needs": survey.needs(),
    }
    return [
        {"title": speak(f"survey.{key}"), **_table(table, [*_told_in(table, lang), "value", "page"], lang)}
        for key, table in tables.items()
    ]


def _told_in(table: pd.DataFrame, lang: str) -> list[str]:
    """The columns in a language that say anything."""
    return [str(name) for name in table if str(name).endswith(f"_{lang}") and table[name].ne("").any()]


def _benchmarks(lang: str) -> dict[str, Any]:
    columns = [f"area_{lang}", f"indicator_{lang}", "value", f"unit_{lang}", "period", f"publication_{lang}"]
    return _table(survey.benchmarks(), columns, lang)


def _table(table: pd.DataFrame, columns: list[str], lang: str) -> dict[str, Any]:
    """Columns of a table as text: a value that nobody could read is a dash, never a number."""
    speak = say(lang)
    heads = [speak(f"survey.column_{name.removesuffix(f'_{lang}')}") for name in columns]
    rows = [[_cell(row[name]) for name in columns] for row in table.to_dict("records")]
    return {"heads": heads, "rows": rows, "numbers": [name == "value" for name in columns]}


def _cell(value: Any) -> str:
    if isinstance(value, float):
        return "–" if pd.isna(value) else show_number(value, 0 if value == round(value) else 2)
    return str(value)
