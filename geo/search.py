"""Finding a place from what a person types: a name in either language, with typing errors, a code or a postal code."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pandas as pd
from rapidfuzz import process
from rapidfuzz.distance import OSA

from geo.cards import Terms
from geo.gazetteer import state, table
from geo.labels import label
from geo.name_index import KIND_LEVELS, name_index
from geo.names import clean, is_thai, key, split_type

SEARCHED = ("region", "province", "district", "subdistrict", "lao")
# Below this similarity a typing error is no longer likely: a third of the letters may be wrong, missing or swapped.
CLOSE = 2 / 3


@lru_cache(maxsize=8)
def _keys(folder: Path, terms: Terms) -> dict[str, list[tuple[str, str]]]:
    """Every name key with the (level, code) it can mean."""
    found: dict[str, list[tuple[str, str]]] = {}
    for level in SEARCHED:
        for name, places in name_index(level).names.items():
            found.setdefault(name, []).extend((level, code) for code in places)
    return found


def _by_code(text: str) -> dict[tuple[str, str], float]:
    digits = key(text).removeprefix("th").upper()
    hits = {(level, digits): 100.0 for level in SEARCHED if digits in table(level).index}
    hits |= {(level, code): 99.0 for level in SEARCHED for code in name_index(level).codes.get(digits, ())}
    if len(digits) == 5 and digits.isdigit():
        homes = table("subdistrict")
        hits |= {("subdistrict", str(code)): 100.0 for code in homes.index[homes["postal_code"] == digits]}
    return hits


def _by_name(text: str) -> dict[tuple[str, str], float]:
    keys = _keys(*state())
    hits: dict[tuple[str, str], float] = {}
    for reading in split_type(text):
        wanted = key(reading.name)
        if not wanted:
            continue
        scores = {name: 90.0 + 5.0 * len(wanted) / len(name) for name in keys if name.startswith(wanted)}
        scores |= {name: 88.0 for name in keys if len(wanted) > 2 and wanted in name and name not in scores}
        # Letters swapped count once: "Chang Mia" is nearer to Chiang Mai than to Chang Moi.
        close = process.extract(wanted, keys.keys(), scorer=OSA.normalized_similarity, score_cutoff=CLOSE, limit=40)
        scores |= {name: 88 * score for name, score, _ in close if name not in scores}
        scores |= {wanted: 100.0} if wanted in keys else {}
        level = KIND_LEVELS.get(reading.kind)
        for name, score in scores.items():
            for place in keys[name]:
                if level in (None, place[0]):
                    hits[place] = max(score, hits.get(place, 0.0))
    return hits


def find(text: str, lang: str | None = None, limit: int = 10) -> pd.DataFrame:
    """The places that a person can have meant, the likeliest first.

    Parameters
    ----------
    text : str
        A name or the beginning of one, in Thai or English, with or without words such as อำเภอ or "Province"; a code;
        a postal code.
    lang : "th" or "en", optional
        Language of the labels; None answers in the script of the text.
    limit : int
        How many places to give at most.

    Returns
    -------
    DataFrame
        Indexed by code: ``level``, ``label`` (with its parents, and the other language where two read alike) and
        ``score`` (100 is the very name or code, below 88 a likely typing error). Empty when nothing is near. Equal
        scores stand regions and provinces first, then by registered people. For a table of places use
        :func:`geo.join.match`, which never guesses.

    Examples
    --------
    >>> find("Chiengmai").index[0], find("10110").at["103901", "level"]
    ('50', 'subdistrict')
    """
    written = clean(text)
    hits = (_by_code(written) or _by_name(written)) if key(written) else {}
    language = lang or ("th" if is_thai(written) or not any(sign.isalpha() for sign in written) else "en")
    own = "th" if is_thai(written) else "en"

    def in_full(level: str, code: str) -> bool:
        """Whether the very body was typed: its kind is no part of a name, so that its namesakes score the same."""
        return level == "lao" and hits[level, code] >= 100 and label(code, own).casefold() == written.casefold()

    people = {level: table(level)["people"].fillna(0.0) for level in SEARCHED}
    best = sorted(
        hits,
        key=lambda place: (
            *(-hits[place], not in_full(*place), SEARCHED.index(place[0])),
            *(-people[place[0]][place[1]], place[1]),
        ),
    )[:limit]
    labels = [label(code, language, full=True) for _, code in best]
    other = "name_th" if language != "th" else "name_en"
    told = [
        f"{text} ({table(level).at[code, other]!s})" if labels.count(text) > 1 else text
        for text, (level, code) in zip(labels, best, strict=True)
    ]
    return pd.DataFrame(
        {
            "level": [level for level, _ in best],
            "label": told,
            "score": [round(hits[place], 1) for place in best],
        },
        index=pd.Index([code for _, code in best], name="code", dtype=str),
    )
