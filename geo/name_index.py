"""Every name and code by which a place is known, looked up by the form that spellings share."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import pandas as pd

from geo.cards import Terms
from geo.gazetteer import aliases, coverage_table, state, table
from geo.names import LOST, MUNICIPALITIES, key, split_type

OFFICIAL = "official"
# What a written word says about the level of a place.
KIND_LEVELS = {
    "province": "province",
    "district": "district",
    "subdistrict": "subdistrict",
    **dict.fromkeys((*MUNICIPALITIES, "municipality", "SAO", "PAO"), "lao"),
}


@dataclass(frozen=True)
class NameIndex:
    """Names and codes of one level.

    ``names`` maps a key to the places so called, each with how: "official" or the kind of alias. ``codes`` maps
    former and other codes to places. ``above`` gives the codes of the areas a place lies in, former ones apart.
    """

    level: str
    names: dict[str, dict[str, str]]
    codes: dict[str, frozenset[str]]
    above: dict[str, frozenset[str]]
    above_once: dict[str, frozenset[str]]
    types: dict[str, str]
    ordered: tuple[str, ...]
    by_length: dict[int, list[str]]

    def called(self, text: str) -> dict[str, str]:
        """Places of this level that a written name can mean, each with how it is known by it; empty when none."""
        found: dict[str, str] = {}
        for reading in split_type(text):
            if reading.kind and KIND_LEVELS[reading.kind] != self.level:
                continue
            for code, how in self.names.get(key(reading.name), {}).items():
                if self._is_type(code, reading.kind) and found.get(code) != OFFICIAL:
                    found[code] = how
        return found

    def _is_type(self, code: str, kind: str) -> bool:
        if self.level != "lao" or not kind:
            return True
        own = self.types[code]
        return own in MUNICIPALITIES if kind == "municipality" else own == kind

    def other_kind(self, text: str) -> str:
        """The level that the text's own words name, when it is not this one ("อบต." among districts); else ""."""
        levels = {KIND_LEVELS[reading.kind] for reading in split_type(text) if reading.kind}
        return "" if not levels or self.level in levels else sorted(levels)[0]

    def continuing(self, text: str) -> set[str]:
        """Places whose name begins with the text and goes on: what a name cut short can mean."""
        found: set[str] = set()
        for reading in split_type(text):
            start = key(reading.name)
            if not start or (reading.kind and KIND_LEVELS[reading.kind] != self.level):
                continue
            for place in range(bisect_left(self.ordered, start), len(self.ordered)):
                name = self.ordered[place]
                if not name.startswith(start):
                    break
                if name != start:
                    found |= {code for code in self.names[name] if self._is_type(code, reading.kind)}
        return found

    def fitting(self, text: str) -> set[str]:
        """Places whose name fits a text with lost letters (U+FFFD), at least three and half of all being there."""
        found: set[str] = set()
        for reading in split_type(text):
            shape = key(reading.name)
            told = len(shape.replace(LOST, ""))
            if LOST not in shape or told < 3 or (reading.kind and KIND_LEVELS[reading.kind] != self.level):
                continue
            head, *middle, tail = re.split(f"{LOST}+", shape)
            pattern = _pattern(shape) if middle else ""
            for name in self.as_long_as(told, min(len(shape), 2 * told)):
                around = name.startswith(head) and name.endswith(tail)
                if around and (not pattern or re.fullmatch(pattern, name)):
                    found |= {code for code in self.names[name] if self._is_type(code, reading.kind)}
        return found

    def as_long_as(self, least: int, most: int) -> list[str]:
        """Every name with so many letters."""
        return [name for length in range(least, most + 1) for name in self.by_length.get(length, ())]


def _pattern(shape: str) -> str:
    # One lost letter of three bytes leaves one to three marks, a lost space leaves a mark and no letter.
    runs = re.split(f"({LOST}+)", shape)
    return "".join(f".{{0,{len(run)}}}" if run.startswith(LOST) else re.escape(run) for run in runs)


def _texts(frame: pd.DataFrame) -> list[list[str]]:
    rows: list[list[str]] = frame.to_numpy(dtype=object).tolist()
    return rows


@lru_cache(maxsize=16)
def _index(level: str, folder: Path, terms: Terms) -> NameIndex:
    frame, names = table(level), defaultdict[str, dict[str, str]](dict)
    codes, once = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for code, alias, kind in _texts(aliases(level)[["code", "alias", "kind"]]):
        if code not in frame.index:
            continue
        if kind == "old-code":
            codes[alias].add(code)
            if level != "lao":
                once[code] |= {alias[:2], alias[:4]}
        else:
            names[key(alias)].setdefault(code, kind)
    for column in ("name_th", "name_en", *(["full_name_th"] if level == "lao" else [])):
        for code, name in _texts(frame[[column]].reset_index()):
            names[key(name)][code] = OFFICIAL
    holding = [column for column in ("province", "district") if column in frame]
    above = {code: {code, *areas} - {""} for code, *areas in _texts(frame[holding].reset_index())}
    if level == "lao":
        for body, subdistrict, _ in _texts(coverage_table()):
            above[body].add(subdistrict[:4])
    by_length = defaultdict[int, list[str]](list)
    for name in names:
        by_length[len(name)].append(name)
    return NameIndex(
        level=level,
        names=dict(names),
        codes={code: frozenset(places) for code, places in codes.items()},
        above={code: frozenset(areas) for code, areas in above.items()},
        above_once={code: frozenset(areas) - above[code] for code, areas in once.items()},
        types={str(code): str(kind) for code, kind in frame["type"].items()},
        ordered=tuple(sorted(names)),
        by_length=dict(by_length),
    )


def name_index(level: str) -> NameIndex:
    """The names and codes of one level, built once.

    Examples
    --------
    >>> name_index("province").called("จ.อยุธยา")
    {'14': 'abbreviation'}
    >>> sorted(name_index("district").called("Bang Sai"))
    ['1404', '1413']
    """
    return _index(level, *state())
