"""The address as it was pasted: read with care, answered with the nearest valid view and a sentence for the rest."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import layers
from geo import overlays
from geo.places import offices, places
from geo.words import LANGUAGES
from pages.parts.choices import COUNTRY, LEVELS, MOST_COMPARED, OWN, Choices, exists, settle
from pages.parts.settings import DECLARED

OWN_PARTS = ("lang", "office", "in", "place", "mark", "layer", "level", "year", "since", "areas", "layers", "points")
# What Streamlit reads itself, and what other sites hang on a link to see who follows it: neither is the reader's doing.
OTHERS = ("embed", "embed_options", "fbclid", "gclid", "utm_")


def from_url(params: Mapping[str, str], before: Choices | None = None) -> tuple[Choices, list[str]]:
    """The nearest valid view to what an address asks for, and a sentence for each thing that had to give way.

    Parameters
    ----------
    params : mapping of text
        Address parameters, any of them missing, unknown or nonsense.
    before : Choices, optional
        Where parameters are missing, the view to keep; the opening view when left out.
    """
    view = before or Choices()
    asked = {key: str(text).strip()[:200] for key, text in params.items()}
    notes: list[str] = []
    if (lang := asked.get("lang", view.lang)) in LANGUAGES:
        view = replace(view, lang=lang)
    speak = view.say

    def unknown(name: str, text: str) -> None:
        notes.append(speak("address.unknown", name=speak(f"choose.{name}"), text=text))

    def too_many(good: tuple[str, ...], strange: list[str], listed: str) -> None:
        if len({part.strip() for part in listed.split(",") if part.strip()}) > len(good) + len(strange):
            notes.append(speak("address.too_many", most=MOST_COMPARED))

    if "lang" in asked and asked["lang"] not in LANGUAGES:
        unknown("lang", asked["lang"])
    if (office := asked.get("office")) is not None:
        if office == COUNTRY or office in offices():
            view = replace(view, office=office, provinces=())
        else:
            unknown("office", office)
    if (listed := asked.get("in")) is not None:
        codes = [code.strip() for code in listed.split(",") if code.strip()]
        known = tuple(sorted({code for code in codes if code in places("province").index}))
        view = replace(view, provinces=known, office=OWN if known else view.office)
        if lost := [code for code in codes if code not in known]:
            unknown("in", ", ".join(lost))
    for name in ("place", "mark"):
        if (code := asked.get(name)) is None:
            continue
        if code and not exists(code):
            unknown(name, code)
        elif name == "place":
            view = replace(view, place=code or None)
        else:
            view = replace(view, mark=code or None)
    if (layer := asked.get("layer")) is not None:
        if layer in layers.catalogue():
            view = replace(view, layer=layer)
        elif layer in layers.declared():
            notes.append(speak("address.layer_left_out", layer=layers.declared()[layer].title.of(view.lang)))
        else:
            unknown("layer", layer)
    if (level := asked.get("level")) is not None:
        if level in LEVELS:
            view = replace(view, level=level)
        else:
            unknown("level", level)
    if listed := asked.get("areas"):
        good, strange = _sorted_out(listed, exists)
        view = replace(view, areas=good)
        if strange:
            unknown("areas", ", ".join(strange))
        too_many(good, strange, listed)
    if listed := asked.get("layers"):
        good, strange = _sorted_out(listed, lambda key: key in layers.catalogue())
        view = replace(view, shown=good)
        if strange:
            unknown("layers", ", ".join(strange))
        too_many(good, strange, listed)
    if listed := asked.get("points"):
        good, strange = _sorted_out(listed, lambda kind: kind in overlays.kinds())
        view = replace(view, points=good)
        if strange:
            unknown("points", ", ".join(strange))
    for name, setting in DECLARED.items():
        if (text := asked.get(name)) is None:
            continue
        if setting.takes(text):
            view = view.with_settings(**{name: text})
        else:
            unknown(name, text)
    if strange := [name for name in asked if name not in (*OWN_PARTS, *DECLARED) and not name.startswith(OTHERS)]:
        notes.append(speak("address.no_such_part", names=", ".join(name[:40] for name in strange[:5])))
    view = replace(view, since=asked.get("since", view.since))
    if "year" in asked or "layer" in asked:
        view = replace(view, year=asked.get("year", ""))
    nearest, moved = settle(view)
    return nearest, notes + moved


def _sorted_out(listed: str, known: Callable[[str], bool]) -> tuple[tuple[str, ...], list[str]]:
    """The parts of a list that are known, as many as can be compared, and those that are not."""
    parts = list(dict.fromkeys(part.strip() for part in listed.split(",") if part.strip()))
    return tuple(part for part in parts if known(part))[:MOST_COMPARED], [part for part in parts if not known(part)]
