"""What the tables of the sources state: rows of an indicator at a level, its periods, counts and lists of points."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
import pandas as pd

from geo import cards, store
from geo.gazetteer import level_of
from geo.layer import MEASURED_LEVELS, Change, Count, Distance, Layer, Ratio
from geo.places import places
from geo.problems import report
from geo.words import bilingual

COLUMNS = ["value", "base", "low", "high", "note", "note_th"]
TREE = MEASURED_LEVELS[:-1]


@lru_cache(maxsize=64)
def _rows(file: str, folder: Path, terms: cards.Terms) -> dict[tuple[str, str, str], pd.DataFrame]:
    """The rows of a table by indicator, period and level of their codes; a code that is no place is left out, told."""
    source, name = file.split("/", 1)
    rows = store.values(source, name)
    level = rows["area_code"].map({code: _level(code) for code in rows["area_code"].unique()})
    known = pd.Series(False, index=rows.index)
    for here in MEASURED_LEVELS:
        known |= (level == here) & rows["area_code"].isin(places(here).index)
    # Where the list of a level itself cannot be read, that list is at fault, not a table which names its places.
    unlisted = [here for here in MEASURED_LEVELS if places(here).empty]
    strange = rows.loc[~known & ~level.isin(unlisted), "area_code"]
    if len(strange):
        told = {"file": file, "row": strange.index[0] + 2, "count": strange.nunique(), "code": repr(strange.iloc[0])}
        report(source, bilingual("problem.no_place", **told))
    return {
        (str(indicator), str(period), str(at)): part.set_index("area_code")
        for (indicator, period, at), part in rows[known].groupby(["indicator", "period", level[known]])
    }


def _level(code: str) -> str:
    try:
        return level_of(code)
    except ValueError:
        return ""


def _parts(file: str) -> dict[tuple[str, str, str], pd.DataFrame]:
    return _rows(file, cards.data_folder(), cards.terms())


def stated_at(file: str, indicator: str, level: str, period: str) -> pd.DataFrame:
    """Rows of one indicator that the source states at this level, on the codes of every place; NaN elsewhere."""
    stated = _parts(file).get((indicator, period, level))
    if stated is None:
        return pd.DataFrame(np.nan, index=places(level).index, columns=[*COLUMNS]).assign(note="", note_th="")
    return stated.reindex(places(level).index)


def states(file: str, indicator: str, level: str, period: str) -> bool:
    """Whether the source states any value of an indicator at this level in this period."""
    stated = _parts(file).get((indicator, period, level))
    return stated is not None and bool(stated["value"].notna().any())


def _periods_of(file: str, indicator: str) -> list[str]:
    return sorted({period for name, period, _ in _parts(file) if name == indicator})


def levels_from(level: str, layer: Layer) -> list[str]:
    """The level itself and the measured levels below it, coarsest first: where to look for parts."""
    if level == "lao":
        return ["lao"]
    return [name for name in TREE[TREE.index(level) :] if name in layer.levels]


def known_periods(layer: Layer, level: str) -> list[str]:
    """The periods that a measured level of a layer has, oldest first."""
    measure = layer.measure
    if isinstance(measure, Change):
        return [f"{measure.start}-{measure.end}"]
    if isinstance(measure, Count | Distance):
        return [str(layer.default_period)]
    if isinstance(measure, Ratio):
        if "#" not in measure.part:
            return ["2021"]
        file, indicator = measure.part.split("#")
    else:
        file, indicator = measure.file, measure.indicator
    lower = levels_from(level, layer)
    return [
        period for period in _periods_of(file, indicator) if any(states(file, indicator, at, period) for at in lower)
    ]


def counted(name: str, level: str, period: str) -> pd.Series:
    """A count on the codes of every place: an indicator of a table ("file#indicator"), or people or area of a place."""
    if "#" not in name:
        return places(level)[name].astype(float)
    file, indicator = name.split("#")
    return stated_at(file, indicator, level, period)["value"]


def notes(name: str, level: str, period: str) -> pd.DataFrame:
    """What the source notes on each count, in both languages; empty where it notes nothing."""
    if "#" not in name:
        return pd.DataFrame("", index=places(level).index, columns=["note", "note_th"])
    file, indicator = name.split("#")
    return stated_at(file, indicator, level, period)[["note", "note_th"]].fillna("")


def points_of(file: str, only: tuple[tuple[str, str], ...]) -> pd.DataFrame:
    """The rows of a list of points, those alone whose columns read as asked."""
    source, name = file.split("/", 1)
    points = store.table(source, name)
    for column, text in only:
        points = points[points[column] == text]
    return points
