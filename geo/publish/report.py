"""The report of one area: two pages that an office prints, quotes and hands on, in Thai or in English."""

from __future__ import annotations

from typing import Any

from geo import cards
from geo.gazetteer import known_level
from geo.labels import label
from geo.places import parent, places
from geo.publish import typeset
from geo.publish.chapters import CHAPTERS
from geo.publish.drawings import locator
from geo.publish.made import address, cite, data_date, method_version
from geo.publish.meaning import statuses
from geo.publish.report_facts import bodies, caveats, facts, older, own_name, standing
from geo.publish.report_table import lines, table
from geo.words import Text, say, show_date

LEVELS = ("province", "district", "subdistrict", "lao")
# From roomy to tight: points of the text on the first page, and after it with how many caveats in full.
SIZES = (9.4, 9.0, 8.6, 8.2, 7.9, 7.6, 7.3, 7.0, 6.7, 6.4, 6.1)
AFTER = (
    *((size, most) for size in (9.4, 9.0, 8.6, 8.2, 7.8) for most in (40, 20, 12, 8)),
    *((size, most) for size in (7.4, 7.0, 6.6) for most in (8, 5, 2)),
    *((6.6, 0), (6.2, 0), (5.8, 0)),
)


def report(code: str, lang: str, base: str | None = None, made_on: str = "", where: str = "") -> bytes:
    """The report of a province, district, subdistrict or local authority as PDF.

    Parameters
    ----------
    code : str
        The place's code.
    lang : "th" or "en"
    base : str, optional
        Where the atlas is, for the permanent address; ``ATLAS_ADDRESS`` when left out.
    made_on : str, optional
        A date (2026-11-25) to print as the day of making; without it the report tells only until when its data were
        collected, and the same data give the same bytes.
    where : str, optional
        The permanent address to print, where it is not that of the Area screen.

    Raises
    ------
    ValueError
        For a place that does not exist or is of a level without reports.
    FontError
        When this machine has no Thai font.
    """
    level = known_level(code)
    if level not in LEVELS:
        raise ValueError(say(lang)("report.no_level", place=label(code, lang)))
    fonts = typeset.fonts(lang)
    told, images = _told(code, lang, where or address("area", base, lang=lang, mark=code), made_on)
    told["fonts"] = fonts
    shut = {"size_after": AFTER[-1][0], "caveats": []}
    first = [told | shut | {"size": size} for size in SIZES]
    told["size"] = SIZES[typeset.roomiest("report.typ", first, images, 2)]
    after = [told | {"size_after": size, "caveats": told["caveats"][:most]} for size, most in AFTER]
    return typeset.pdf("report.typ", after[typeset.roomiest("report.typ", after, images, 2)], images)


def _told(code: str, lang: str, where: str, made_on: str) -> tuple[dict[str, Any], dict[str, bytes]]:
    speak, level = say(lang), known_level(code)
    title = Text(label(code, "th", full=True), label(code, "en", full=True))
    own, numbers = lines(code), dict[str, int]()
    main, images = table(own, lang, numbers, speak("report.table"))
    tables, told_of = [main], own
    if level == "lao":
        province = str(places("lao").at[code, "province"])
        wider = lines(province)
        around, drawn = table(wider, lang, numbers, speak("report.around", place=label(province, lang, True)))
        tables, images, told_of = [main, around], images | drawn, [*own, *wider]
    for source in ("lao" if level == "lao" else "places", "boundaries"):
        numbers.setdefault(source, len(numbers) + 1)
    date = data_date(numbers)
    images["far.svg"], images["near.svg"] = locator(code)
    return {
        "lang": lang,
        "atlas": speak("app.title"),
        "kind": speak("report.kind", level=speak(f"level.{level}")),
        "document": title.of(lang),
        "title": own_name(code, lang),
        "lies_in": "" if level == "province" else label(parent(code), lang, full=True),
        "other": title.of("en" if lang == "th" else "th"),
        "facts": facts(code, lang),
        "older": older(code, lang),
        "locator_told": speak("report.locator", place=title.of(lang)),
        "tables": tables,
        "legend": speak("report.legend"),
        "standing_title": speak("report.standing"),
        "standing": standing(own, lang),
        "chapters": [chapter for make in CHAPTERS if (chapter := make(code, lang))],
        "bodies": bodies(code, lang),
        "caveats_title": speak("report.caveats"),
        "caveats": caveats(told_of, lang),
        "statuses_title": speak("file.statuses"),
        "statuses": [{"head": speak(f"status.{s.replace(' ', '_')}"), "text": t} for s, t in statuses(lang).items()],
        "sources_title": speak("report.sources"),
        "sources": [_source(source, number, lang) for source, number in numbers.items()],
        "made": _made(title, lang, where, date, made_on),
        "page": speak("report.page"),
        "foot": where,
        "date": made_on or date,
    }, images


def _source(source: str, number: int, lang: str) -> dict[str, str]:
    card, speak = cards.card(source), say(lang)
    terms = speak("licence." + card.may_redistribute.replace("-", "_"))
    licence = f"{card.licence_told.of(lang)} ({terms})"
    return {
        "head": f"{number}. {card.title.of(lang)}",
        "text": f"{card.publisher.of(lang)}. {card.period_told.of(lang)}. {licence}. {card.url}",
    }


def _made(title: Text, lang: str, where: str, date: str, made_on: str) -> list[dict[str, str]]:
    speak = say(lang)
    told = {speak("report.data_until"): show_date(date, lang)}
    if made_on:
        told[speak("report.made_on")] = show_date(made_on, lang)
    told[speak("file.method")] = method_version()
    told[speak("report.address")] = where
    told[speak("file.cite")] = cite(title, lang, where, date)
    return [{"head": head, "text": text} for head, text in told.items()]
