"""The page on readiness: three indices that are never mixed, what they are made of, and how sure any of it is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pandas as pd
from markupsafe import Markup

import layers
from geo import cards, survey
from geo.called import called
from geo.index_told import parts, steps_text
from geo.indices import Index
from geo.mapped import described_once
from geo.places import places
from geo.publish.site import ready_files, ready_sure
from geo.publish.site.intervals import Dot, intervals
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.plan import Plan
from geo.publish.site.prose import bold
from geo.publish.site.still import shapes, still
from geo.readiness import Assessed, assess, method
from geo.said import measured_told, statement_told, statements
from geo.scored import limits, rank_text, score_scale, score_text, status_text
from geo.standing import as_measured, node_title, standing
from geo.words import say, show_number, show_year

LEVEL = "province"
PIECE = 20


def jobs(plan: Plan) -> Iterable[Job]:
    """The page and its file in every language of the edition, together: they rest on the same thousand draws."""
    yield Job(_write, (plan,))


def _write(plan: Plan) -> Iterator[tuple[str, Content]]:
    for lang in plan.langs:
        path = f"{lang}/readiness.html"
        file = ready_files.readiness_path(lang)
        yield path, page(plan, lang)
        yield file, ready_files.readiness(plan, lang, plan.address(path))


def page(plan: Plan, lang: str) -> Page:
    """The page in one language.

    Parameters
    ----------
    plan : Plan
    lang : "th" or "en"
    """
    speak = say(lang)
    found = [assess(index.id, LEVEL) for index in method().indices]
    told = {
        "shapes": shapes(plan.provinces),
        "version": method().version,
        "indices": [_index(plan, one, lang) for one in found],
        "file": ready_files.readiness_path(lang),
        "sure": ready_sure.told(plan, found, lang),
        "made_of": [made_of(one, lang) for one in found],
        "left_out": _left_out(lang),
        "said": _said(lang),
        "ladder": speak(
            "readiness.rests_ladder", steps=steps_text(method().scores, lang), who=method().scores.who.of(lang)
        ),
        "cannot": [speak(f"edition_ready.cannot_{number}") for number in range(1, 7)],
        "bold": bold,
    }
    sources = dict.fromkeys(
        source
        for one in found
        for layer in one.index.layers
        if layer in layers.catalogue()
        for source in layers.catalogue()[layer].source
    )
    return Page(
        lang,
        "readiness.html",
        speak("edition_ready.title"),
        speak("edition_ready.description"),
        told,
        sources=(*sources, *((survey.SURVEY,) if told["said"] else ()), "places", "boundaries"),
        menu="readiness",
    )


def _index(plan: Plan, found: Assessed, lang: str) -> dict[str, Any]:
    """One index: its question, map, ranks with their ranges, and the table of all provinces of the edition."""
    speak, index = say(lang), found.index
    inside = pd.Index(plan.provinces)
    node = shown_node(found)
    rows = standing(found, index.id, inside)
    ranked = rows[rows["rank"].notna()].sort_values(["median", "low", "high"], kind="stable")
    measured = as_measured(found, node)
    names = called(LEVEL, lang)
    shown = None if plan.within is None else plan.provinces
    drawing = described_once(lang, measured, None, shown, scale=score_scale(lang))
    count = int(found.ranges()["rank"].notna().sum())
    rank_note = speak("readiness.rank_note", count=f"{count:,}", level=speak(f"levels.{LEVEL}"))
    return {
        "id": index.id,
        "title": index.title.of(lang),
        "question": index.question.of(lang),
        "need": index.more == "worse",
        "limits": limits(found, index.id, inside, lang),
        "single": _single(index, lang),
        "map": still(drawing, plan.provinces, f"map-{index.id}", names, speak),
        "drawing": drawing,
        "node": "" if node == index.id else node_title(found, node).of(lang),
        "known": bool(found.status.loc[inside, node].isin(["ok", "inherited"]).any()),
        "dots": _dots(ranked, count, index.title.of(lang), lang),
        "rank_note": rank_note,
        "years": show_year(measured.period, lang),
        "heads": [dimension.title.of(lang) for dimension in index.measured],
        "rows": [_row(plan, found, str(code), rows.loc[code], lang) for code in rows.index],
    }


def _dots(ranked: pd.DataFrame, count: int, title: str, lang: str) -> list[Markup]:
    """The ranges of all ranks as one chart in pieces, each with its scale: a printed page ends between two of them."""
    names, told = called(LEVEL, lang), say(lang)("edition_ready.dots_told", index=title)
    dots = [
        Dot(names[str(code)], *row)
        for code, row in zip(ranked.index, ranked[["median", "low", "high"]].to_numpy(), strict=True)
    ]
    pieces = [dots[start : start + PIECE] for start in range(0, len(dots), PIECE)]
    return [intervals(piece, 1, max(count, 2), f"{told} ({piece[0].name} – {piece[-1].name})") for piece in pieces]


def shown_node(found: Assessed) -> str:
    """What the map shows: the index, or, where no place has one, the heading known of most places."""
    if found.scores[found.index.id].notna().any():
        return found.index.id
    known = {dimension.id: int(found.scores[dimension.id].notna().sum()) for dimension in found.index.measured}
    return max(known, key=lambda name: known[name])


def _row(plan: Plan, found: Assessed, code: str, row: pd.Series, lang: str) -> dict[str, Any]:
    speak = say(lang)
    fifth = row["pr_bottom_fifth"]
    return {
        "name": places(LEVEL)[f"name_{lang}"][code],
        "to": plan.place(code, lang),
        "score": score_text(row["score"], row["low_score"], row["high_score"], speak),
        "rank": rank_text(row["rank"], row["low"], row["high"], speak),
        "band": speak("readiness.no_rank") if pd.isna(row["band"]) else str(row["band"]),
        "fifth": "–" if pd.isna(fifth) else f"{100 * fifth:.0f}\u00a0%",
        "here": f"{100 * row['share_present']:.0f}\u00a0%",
        "status": status_text(str(row["status"]), speak),
        "ok": row["status"] == "ok",
        "headings": [_heading(found, dimension.id, code, lang) for dimension in found.index.measured],
    }


def _heading(found: Assessed, node: str, code: str, lang: str) -> dict[str, Any]:
    speak, ranges = say(lang), found.ranges(node)
    status = str(found.status[node][code])
    if status not in ("ok", "inherited"):
        return {"text": status_text(status, speak), "ok": False}
    score = float(found.scores[node][code])
    return {"text": score_text(score, ranges["low_score"][code], ranges["high_score"][code], speak), "ok": True}


def _single(index: Index, lang: str) -> str:
    """Which headings rest on one indicator each."""
    alone = [dimension.title.of(lang) for dimension in index.measured if len(dimension.indicators) == 1]
    return say(lang)("readiness.single", names=", ".join(alone)) if alone else ""


def made_of(found: Assessed, lang: str) -> dict[str, Any]:
    """The tree of an index: headings and their layers with weight, goalposts, standard, year, author and reason."""
    speak, index = say(lang), found.index
    weights = found.tree.set_index("code")["weight"]
    counted = parts(found, lang)
    headings = []
    for dimension in index.measured:
        headings.append(
            {
                "title": dimension.title.of(lang),
                "why": dimension.why.of(lang),
                "who": dimension.who.of(lang),
                "weight": f"{weights[dimension.id]:g}",
                "required": dimension.required,
                "parts": [
                    {
                        "part": part,
                        "to": f"{lang}/layer/{part.layer.id}.html" if part.layer.id in layers.catalogue() else "",
                        "name": f"{part.layer.title.of(lang)} ({part.layer.unit.of(lang)})",
                    }
                    for part in counted
                    if part.heading == dimension.id
                ],
            }
        )
    standard = index.measured[0].standard
    return {
        "title": index.title.of(lang),
        "joined": speak(
            "readiness.rests_joined",
            name=speak(f"join.{index.aggregate}").lower(),
            why=index.aggregate_why.of(lang),
        ),
        "headings": headings,
        "standard": ""
        if standard is None or index.more == "worse"
        else speak("readiness.rests_standard_of", value=show_number(standard.value), who=standard.who.of(lang)),
        "empty": [
            {"title": dimension.title.of(lang), "why": dimension.why.of(lang)}
            for dimension in index.dimensions
            if not dimension.indicators
        ],
    }


def _said(lang: str) -> list[dict[str, str]]:
    """What local authorities say of themselves beside what is measured; nothing where either may not be passed on."""
    needed = {layer for index in method().indices if index.id != "need" for layer in index.layers}
    if not cards.allowed(survey.SURVEY) or needed - set(layers.catalogue()):
        return []
    return [
        {
            "statement": statement_told(one, lang),
            "page": one.pages,
            "measured": measured_told(one, lang),
            "agreement": say(lang)(f"readiness.said_{one.agreement}"),
        }
        for one in statements()
    ]


def _left_out(lang: str) -> list[dict[str, str]]:
    """Layers that no index counts, each with the reason."""
    declared = layers.declared()
    return [
        {"name": declared[name].title.of(lang), "why": why.of(lang)}
        for name, why in method().left_out.items()
        if name in declared
    ]
