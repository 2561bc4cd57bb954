"""Places whose drawing is older than they are: since when, and what stands there today."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd

from geo.cards import Terms
from geo.gazetteer import state
from geo.labels import label
from geo.places import places
from geo.words import LANGUAGES, Text, say, show_date

LEVELS = ("district", "subdistrict")


def changed(level: str) -> dict[str, Text]:
    """What to know of every area of a level that is drawn in an older boundary.

    Parameters
    ----------
    level : str
        Levels other than district and subdistrict have none.

    Returns
    -------
    dict of code to Text
        One sentence in both languages with the date of the change and the successors. At level subdistrict under the
        codes of the shapes and of today's places alike, since a reader may ask for either.

    Examples
    --------
    >>> changed("subdistrict")["102602"].en
    'Drawn in an outline from before 26 July 2017; it now holds Din Daeng and Ratchadaphisek.'
    >>> changed("province")
    {}
    """
    return _changed(level, *state()) if level in LEVELS else {}


@lru_cache(maxsize=8)
def _changed(level: str, folder: Path, terms: Terms) -> dict[str, Text]:
    table = places(level)
    older = table[table["drawn_older"].astype(bool)]
    if level == "district":
        return {str(code): Text(*(_district(row, lang) for lang in LANGUAGES)) for code, row in older.iterrows()}
    told: dict[str, Text] = {}
    for shape, rows in older.groupby("polygon_code"):
        text = Text(*(_subdistrict(str(shape), rows, lang) for lang in LANGUAGES))
        told |= dict.fromkeys([str(shape), *map(str, rows.index)], text)
    return told


def _district(row: pd.Series, lang: str) -> str:
    note = str(row["polygon_note_th" if lang == "th" else "polygon_note"])
    return say(lang)("changed.district", date=show_date(str(row["changed_on"]), lang), note=note)


def _subdistrict(shape: str, rows: pd.DataFrame, lang: str) -> str:
    speak, date = say(lang), show_date(str(rows["changed_on"].iloc[0]), lang)
    if len(rows) == 1 and rows.index[0] != shape:
        return speak("changed.moved", date=date, now=label(str(rows.index[0]), lang, full=True))
    names = [label(str(code), lang) for code in rows.index]
    return speak(
        "changed.split",
        date=date,
        now=speak("changed.and", first=(" " if lang == "th" else ", ").join(names[:-1]), last=names[-1]),
    )
