"""The page of one layer: what it asks, its map, all provinces in order, and how fairly it is shared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

import layers
from geo.called import names
from geo.layer import Layer
from geo.measure import Measured
from geo.publish.site import charts, dictionary
from geo.publish.site.embed import embed_box
from geo.publish.site.fair import Fair, fair, told
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.panel import panel_html
from geo.publish.site.plan import Plan
from geo.publish.site.prose import bold
from geo.publish.site.ranked import Place, Ranked, ranked
from geo.publish.site.sizes import size_of
from geo.publish.site.takeaway import layer_file
from geo.publish.site.view import View
from geo.reading import value_text
from geo.words import Say, say, show_number, show_year


def jobs(plan: Plan) -> Iterable[Job]:
    """One page a layer, both languages together, since they share their numbers."""
    for layer_id in layers.catalogue():
        yield Job(_write, (plan, layer_id))


# What a reader may take away of a layer: the kind of file and what it is called.
FILES = {"csv": "CSV", "xlsx": "XLSX", "geojson": "GeoJSON", "geoparquet": "GeoParquet"}


def files(layer_id: str, lang: str) -> list[tuple[str, str, str]]:
    """The files of a layer: what each is called, where it stands and how large it is."""
    paths = {name: layer_file(layer_id, kind, lang) for kind, name in FILES.items()}
    return [(name, path, size_of(path)) for name, path in paths.items()]


def place_text(place: Place | None, speak: Say) -> str:
    """A place among all, always as the range that it may hold; empty without one."""
    if place is None:
        return ""
    first, last, count = place
    if first == last:
        return speak("area.place_one", first=first, all=count)
    return speak("area.place_of", first=first, last=last, all=count)


def number(measured: Measured, code: str) -> str:
    """What sorts a cell: the value, or nothing where there is none, which goes last."""
    value = float(measured.values[code])
    return f"{value:.6g}" if np.isfinite(value) else ""


def _scale(found: Ranked) -> charts.Scale:
    known = list(found.known)
    ends = [found.measured.values[known], found.measured.low[known].dropna(), found.measured.high[known].dropna()]
    low, high = (float(min(e.min() for e in ends if len(e))), float(max(e.max() for e in ends if len(e))))
    return charts.Scale(low, high, found.layer.better)


def ranking(found: Ranked, plan: Plan, lang: str) -> dict[str, Any]:
    """The table of all provinces, as text, best first and those without a value last."""
    speak, measured, layer = say(lang), found.measured, found.layer
    called, known = names("province", lang), list(found.known)
    low, high, base = (getattr(measured, name) for name in ("low", "high", "base"))
    notes = measured.note_th if lang == "th" else measured.note
    scale = _scale(found) if known else None
    rows = []
    for code in found.codes:
        ok = measured.status[code] == "ok"
        ends_of = [float(end[code]) for end in (low, high)]
        ranged = speak("equity.range", low=show_number(ends_of[0], layer.decimals),
                       high=show_number(ends_of[1], layer.decimals)) if np.isfinite(ends_of).all() else ""  # fmt: skip
        rows.append(
            {
                "name": str(called[code]),
                "path": plan.place(code, lang),
                "ok": ok,
                "place": place_text(found.places.get(code), speak),
                "value": value_text(measured, code, lang, speak, unit=False),
                "number": number(measured, code),
                "range": ranged,
                "base": show_number(float(base[code])) if np.isfinite(float(base[code])) else "",
                "drawn": scale.row(float(measured.values[code]), *ends_of) if ok and scale else "",
                "note": str(notes[code]),
                "earlier": [
                    (value_text(one, code, lang, speak, unit=False), number(one, code)) for one in found.earlier
                ],
            }
        )
    whole = found.whole
    return {
        "rows": rows,
        "year": show_year(measured.period, lang),
        "years": [show_year(one.period, lang) for one in found.earlier],
        "ranged": any(row["range"] for row in rows),
        "base_unit": layer.base_unit.of(lang) if layer.base_unit and any(row["base"] for row in rows) else "",
        "first": speak("edition_layers.largest_first" if layer.better == "neither" else "edition_layers.best_first"),
        "missing": len(found.codes) - len(known),
        "country": value_text(whole, "TH", lang, speak, unit=False) if whole is not None else "",
        "country_unit": layer.unit.of(lang) if whole is not None and whole.status["TH"] == "ok" else "",
        "placed": bool(found.places),
    }


def _sources(layer: Layer, equal: Fair | None) -> tuple[str, ...]:
    used = [*layer.source, "boundaries"]
    if equal is not None and not equal.this.few:
        used += [*(equal.rank.layer.source if equal.rank else ())]
        used += ["population"] if equal.this.between_people else []
    return tuple(dict.fromkeys(used))


def _write(plan: Plan, layer_id: str) -> Iterator[tuple[str, Content]]:
    layer = layers.catalogue()[layer_id]
    found, equal = ranked(layer_id, plan), fair(layer, plan)
    on_map = View(plan, "province", "TH")
    drawn = layer in on_map.layers
    # A chart needs a value of at least one province; so does a map.
    kinds = tuple(kind for kind, has in (("map", drawn), ("chart", bool(found and found.known))) if has)
    for lang in plan.langs:
        speak, path = say(lang), f"{lang}/layer/{layer_id}.html"
        content = {
            "layer": layer,
            "entry": dictionary.entry(layer, plan, lang),
            "levels": dictionary.levels(layer, plan, lang),
            "better": speak(f"better.{layer.better}"),
            "unit": layer.unit.of(lang),
            "caveat": layer.caveat.of(lang),
            "ranking": ranking(found, plan, lang) if found else None,
            "bold": bold,
            "map": panel_html([on_map], path, lang, layer_id, only=layer_id) if drawn else "",
            "embed": embed_box(plan, path, lang, layer_id, kinds) if kinds else "",
            "files": files(layer_id, lang),
            "fair": told(equal, plan, lang) if equal else None,
        }
        trail = ((speak("edition.menu_layers"), f"{lang}/layers.html"), (layer.short.of(lang), ""))
        title = layer.title.of(lang)
        yield (
            path,
            Page(
                lang,
                "layer.html",
                title,
                layer.question.of(lang),
                content,
                _sources(layer, equal),
                trail,
                menu="layers",
            ),
        )
