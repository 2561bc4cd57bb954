"""Which layers are shared fairly and which are not: the dashboard's overview as one table to print."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
import pandas as pd

import layers
from geo.fairness.field import GROUPINGS, decimals_of
from geo.fairness.listing import ends, ends_text, gap_of, line_text, way_text
from geo.fairness.overview import overview
from geo.fairness.words import DASH, percent, ratio_text
from geo.layer import Layer
from geo.places import places
from geo.publish.site import charts
from geo.publish.site.dictionary import left_out
from geo.publish.site.fair import people_known
from geo.publish.site.page import Content, Job, Page
from geo.publish.site.plan import Plan
from geo.publish.site.prose import bold
from geo.words import Say, say, show_number, show_year


def jobs(plan: Plan) -> Iterable[Job]:
    """The overview in each language."""
    yield Job(_write, (plan,))


def view_level(plan: Plan) -> str:
    """Provinces, or districts where the edition holds too few provinces to speak of a divide between them."""
    return "province" if len(places("province", plan.within)) >= 3 else "district"


def _row(layer: Layer, row: pd.Series, by_people: bool, lang: str, speak: Say) -> dict[str, Any]:
    decimals = decimals_of(layer)

    def shown(value: float, digits: int = decimals) -> str:
        return show_number(float(value), digits) if np.isfinite(value) else DASH

    ratio = float(row["ratio"])
    lead = row["measure"]
    ratios = {"gini": 3, "tail_ratio": 2}
    trend = [float(value) for value in row["trend"]]
    short = float(row["p0"])
    counted = by_people and np.isfinite(row["people_short"])
    people = speak("edition_equity.people", count=shown(row["people_short"], 0)) if counted else ""
    return {
        "name": layer.short.of(lang),
        "path": f"{lang}/layer/{layer.id}.html",
        "level": speak(f"level.{row['level']}"),
        "year": show_year(str(row["period"]), lang),
        "ends": ends_text(layer, row, lang),
        "gap": shown(gap_of(layer, row)),
        "unit": row[f"unit_{lang}"],
        "ratio": ratio_text(ratio) if np.isfinite(ratio) else DASH,
        "ratio_number": f"{ratio:.6g}" if np.isfinite(ratio) else "",
        "between": percent(float(row["between"])) if np.isfinite(row["between"]) else DASH,
        "between_number": f"{row['between']:.4f}" if np.isfinite(row["between"]) else "",
        "lead": shown(row["lead"], ratios.get(lead, decimals)),
        "lead_name": speak(f"measure.{lead}"),
        "people": people,
        "short": percent(short) if np.isfinite(short) else DASH,
        "short_number": f"{short:.4f}" if np.isfinite(short) else "",
        "line": line_text(layer, row, speak),
        "trend": charts.spark(trend) if len(trend) > 1 else "",
        "way": way_text(row, lang, speak),
        "places": f"{row['places']}/{row['all_places']}",
    }


def _write(plan: Plan) -> Iterator[tuple[str, Content]]:
    by_people, catalogue = people_known(), layers.catalogue()
    level = view_level(plan)
    table = overview(level, plan.within, between_people=by_people)
    told_of = table[np.isfinite(table["lead"].astype(float)) | np.isfinite(table["gap"].astype(float))]
    few = [layer_id for layer_id in table.index if layer_id not in told_of.index]
    used = dict.fromkeys(source for layer_id in told_of.index for source in catalogue[str(layer_id)].source)
    sources = (*used, *(["population"] if by_people and "population" not in used else []))
    for lang in plan.langs:
        speak = say(lang)
        rows = [_row(catalogue[str(layer_id)], row, by_people, lang, speak) for layer_id, row in told_of.iterrows()]
        groups = {name: GROUPINGS[name][0] for name in GROUPINGS}
        told = {
            "says": ends(told_of, catalogue, lang, speak),
            "bold": bold,
            "rows": rows,
            "by_people": by_people,
            "level": speak(f"levels.{level}"),
            "few": [(catalogue[str(one)].short.of(lang), f"{lang}/layer/{one}.html") for one in few],
            "left": left_out(lang),
            "ends_of": speak(f"equity.by_{groups[level]}"),
        }
        title, tells = speak("edition_equity.title"), speak("edition_equity.tells")
        yield f"{lang}/equity.html", Page(lang, "equity.html", title, tells, told, sources, menu="equity")
