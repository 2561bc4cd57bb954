"""What a report says of an area in words: who lives there, how it stands, who its local authorities are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pandas as pd

from geo.gazetteer import known_level
from geo.labels import label
from geo.layer import INDICES
from geo.places import children, laos_of, parent, places
from geo.publish.report_table import Line
from geo.words import say, show_number

# An area is told to stand at an end when areas with this share of all people are surely on its other side.
FIFTH = 0.8
MOST_BODIES = 40


def facts(code: str, lang: str) -> list[dict[str, str]]:
    """Kind, people, area and what the place lies in, as pairs of heading and text; what is unknown is left out."""
    speak, level = say(lang), known_level(code)
    row = places(level).loc[code]
    people, km2 = (float(str(row[name])) for name in ("people", "area_km2"))
    told = {} if level == "region" else {speak("report.code"): code}
    if level == "lao":
        told[speak("area.lao_type")] = str(row["type_th" if lang == "th" else "type_en"])
    if pd.notna(people):
        told[speak("report.people")] = show_number(people)
    if pd.notna(km2):
        told[speak("report.km2")] = show_number(km2, 1)
    if level != "lao":
        told |= {speak("report.laos"): show_number(count)} if (count := len(_bodies_of(code))) else {}
    else:
        told[speak("area.lao_drawn")] = speak(f"area.drawn_{row['boundary_status']}")
    if level != "region":
        told[speak("level.region")] = label(str(row["region"]), lang)
    if level == "subdistrict" and row["postal_code"]:
        told[speak("report.postcode")] = str(row["postal_code"])
    return [{"head": head, "text": text} for head, text in told.items()]


def own_name(code: str, lang: str) -> str:
    """The place's own name with its kind, without what it lies in."""
    whole = label(code, lang, full=True)
    return whole.removesuffix(label(parent(code), lang, full=True)).rstrip(", ") or whole


def caveats(found: Sequence[Line], lang: str) -> list[dict[str, str]]:
    """What a reader may wrongly conclude, layer by layer; what stands at an end first: there it is nearest."""
    ordered = sorted(found, key=lambda line: -max(line.apart or (0.0, 0.0)))
    once = {line.layer.id: line for line in ordered if line.status == "ok"}
    return [{"head": line.layer.short.of(lang), "text": line.layer.caveat.of(lang)} for line in once.values()]


def older(code: str, lang: str) -> str:
    """What to know where the outline is older than the place; empty for most."""
    row = places(known_level(code)).loc[code]
    if not bool(row.get("drawn_older", False)):
        return ""
    note = row["polygon_note_th" if lang == "th" else "polygon_note"]
    return say(lang)("area.older", what=f"{row['changed_on']} {note}")


def _bodies_of(code: str) -> list[str]:
    if known_level(code) == "subdistrict":
        return [body for body in laos_of(code)["lao"] if body in places("lao").index]
    return children(code, "lao")


def bodies(code: str, lang: str) -> dict[str, Any]:
    """The local authorities of a place by name, or counted by type where they are many; nothing for one of them."""
    speak, level = say(lang), known_level(code)
    found = places("lao").reindex(_bodies_of(code) if level != "lao" else []).dropna(subset=["name_th"])
    if found.empty:
        return {}
    head = speak("area.laos", count=len(found))
    if len(found) > MOST_BODIES:
        counts = found.groupby("type_th" if lang == "th" else "type_en", sort=False).size().sort_values(ascending=False)
        return {"title": head, "items": [f"{name} {show_number(count)}" for name, count in counts.items()]}
    names = [label(str(one), lang) for one in found.index]
    people = [float(one) for one in found["people"]]
    items = [
        name if pd.isna(count) else f"{name} ({show_number(count)})" for name, count in zip(names, people, strict=True)
    ]
    return {"title": head, "items": items, "note": speak("report.bodies_note")}


def standing(found: Sequence[Line], lang: str) -> list[dict[str, Any]]:
    """How the area stands in the country, by people: for each index what is surely behind and what surely ahead."""
    speak, level = say(lang), found[0].measured.level
    told = []
    for index in INDICES:
        own = [line for line in found if line.layer.index == index and line.apart is not None]
        if not own:
            continue
        ends: dict[str, list[str]] = {"behind": [], "ahead": []}
        for line in sorted(own, key=lambda line: -max(line.apart or (0.0, 0.0))):
            worse, better = line.apart or (0.0, 0.0)
            if max(worse, better) >= FIFTH:
                percent = show_number(100 * max(worse, better))
                ends["behind" if better > worse else "ahead"].append(f"{line.layer.short.of(lang)} ({percent}\u00a0%)")
        items = [
            {"head": speak(f"report.{end}"), "text": "; ".join(names) if names else speak("report.none"), "end": end}
            for end, names in ends.items()
        ]
        middle = len(own) - sum(len(names) for names in ends.values())
        between = speak("report.between", count=middle, all=len(own))
        told.append({"title": speak(f"report.index_{index}"), "items": items, "between": between})
    if told:
        told[-1]["note"] = speak("report.standing_note", places=speak(f"levels.{level}"))
    return told
