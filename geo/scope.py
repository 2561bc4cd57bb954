"""The area that a row says its place lies in: "district, province" or either alone, as names or codes."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from geo.cards import Terms
from geo.coding import read_code
from geo.gazetteer import REGIONS, state
from geo.name_index import name_index
from geo.names import LOST, cell_text, clean, is_thai, key, split_type
from geo.places import offices

# A Thai address runs on without commas: "อ.เมือง จ.ชลบุรี", "อำเภอเมืองจังหวัดชลบุรี".
_MARK = r"(?:ตำบล|ต\.|แขวง|กิ่งอำเภอ|กิ่งอ\.|อำเภอ|อ\.|เขต|จังหวัด|จ\.)"
_BREAKS = re.compile(rf"[,;/|\n]+|(?<=\s)(?={_MARK})|(?<=[ก-๎])(?=จังหวัด|จ\.)")
_BODIES = re.compile(r"องค์การบริหารส่วนจังหวัด|องค์การบริหารส่วนตำบล")
_COUNTRY = frozenset({"ประเทศไทย", "ไทย", "thailand", "th", "kingdomofthailand", "ราชอาณาจักรไทย"})
_SIDES = {"northern": "north", "northeastern": "northeast", "eastern": "east", "western": "west", "southern": "south"}


class Scope(NamedTuple):
    """Areas a place may lie in: ``codes`` (None when the row names no area), and the text when it is not known."""

    codes: frozenset[str] | None
    unknown: str = ""


ANYWHERE = Scope(None)


def address_parts(text: str) -> list[str]:
    """The parts of an address, in the order written.

    Examples
    --------
    >>> address_parts("อ.เมือง จ.ชลบุรี"), address_parts("Bang Sai, Ayutthaya")
    (['อ.เมือง', 'จ.ชลบุรี'], ['Bang Sai', 'Ayutthaya'])
    """
    whole = re.sub(rf"({_MARK})\s+", r"\1", clean(text.replace("\n", ",")))
    if _BODIES.match(whole):
        return [part.strip() for part in re.split(r"[,;/|]+|(?<=\s)(?=อำเภอ|อ\.|จังหวัด|จ\.)", whole) if part.strip()]
    return [part.strip() for part in _BREAKS.split(whole) if part.strip()]


def _areas(part: str, level: str) -> frozenset[str]:
    read = read_code(part, level)
    if read.places:
        return read.places
    index = name_index(level)
    return frozenset(index.called(part) or (index.fitting(part) if LOST in key(part) else {}))


def _pairs(first: str, second: str) -> frozenset[str]:
    """Districts called the one in a province called the other, in either order."""
    found: set[str] = set()
    for district, province in ((first, second), (second, first)):
        provinces = _areas(province, "province")
        above = name_index("district").above
        once = name_index("district").above_once
        for code in _areas(district, "district"):
            if (above[code] | once.get(code, frozenset())) & provinces:
                found.add(code)
    return frozenset(found)


def _spaced(part: str) -> frozenset[str]:
    """Districts that "Mueang Chon Buri Chon Buri" can mean: every way to cut the words in two is tried."""
    words = part.split(" ")
    return frozenset().union(*(_pairs(" ".join(words[:n]), " ".join(words[n:])) for n in range(1, len(words))))


def _region(part: str) -> frozenset[str]:
    """Provinces of a region of that name in any scheme on file: a table seldom says which scheme it follows."""
    word = key(part).removesuffix("region")
    slugs = {key(name): slug for slug, names in REGIONS.items() for name in names} | _SIDES
    schemes = [offices().get(name) for name in (slugs.get(word, ""), f"nso-{slugs.get(word, '')}")]
    return frozenset(code for office in schemes if office for code in office.provinces)


def _holding(part: str, areas: frozenset[str]) -> frozenset[str]:
    """The areas in which a subdistrict of that name lies."""
    called = name_index("subdistrict").called(part)
    return frozenset(area for area in areas if any(code.startswith(area) for code in called))


def scope_of(cell: object) -> Scope:
    """What a parent cell says: the provinces and districts it can mean, or its text when it means none.

    Examples
    --------
    >>> scope_of("อ.เมือง จ.ชลบุรี").codes, scope_of("Korat").codes, scope_of(None).codes
    (frozenset({'2001'}), frozenset({'30'}), None)
    >>> scope_of("Bang Sai, Ayutthaya").codes == {"1404", "1413"}, scope_of("Atlantis").unknown
    (True, 'Atlantis')
    """
    return _scope(clean(cell_text(cell)), *state())


@lru_cache(maxsize=50_000)
def _scope(text: str, folder: Path, terms: Terms) -> Scope:
    parts, areas = [], frozenset[str]()
    regions, subdistricts = ANYWHERE, []
    for part in address_parts(text):
        if key(part) in _COUNTRY:
            continue
        if provinces := _region(part):
            regions = both(regions, Scope(provinces))
        elif any(reading.kind == "subdistrict" for reading in split_type(part)):
            subdistricts.append(part)
        else:
            parts.append(part)
    if not parts and not subdistricts:
        return regions
    if len(parts) == 1:
        areas = _areas(parts[0], "province") | _areas(parts[0], "district") or _spaced(parts[0])
    elif len(parts) == 2:
        areas = _pairs(*parts)
    for part in subdistricts:
        areas = _holding(part, areas)
    return both(Scope(areas), regions) if areas else Scope(frozenset(), text)


def both(one: Scope, other: Scope) -> Scope:
    """What two statements about the area leave: every place must lie in both."""
    if one.codes is None or other.codes is None:
        return other if one.codes is None else one
    if one.unknown or other.unknown:
        return one if one.unknown else other
    inside = frozenset(a for a in one.codes for b in other.codes if a.startswith(b)) | frozenset(
        b for a in one.codes for b in other.codes if b.startswith(a)
    )
    return Scope(inside)


def addresses(name: str) -> list[tuple[str, str]]:
    """Each way to read a text as a name and the area it lies in: "Bang Sai, Ayutthaya"."""
    parts = address_parts(name)
    if len(parts) < 2:
        return []
    return [(part, ", ".join(parts[:n] + parts[n + 1 :])) for n, part in enumerate(parts)]


def two_languages(name: str) -> list[str]:
    """The parts of a name given twice: "บางรัก (Bang Rak)", "บางรัก Bang Rak", "ปอภาร (ปอพาน)"."""
    written = clean(name)
    if bracketed := re.fullmatch(r"(.+?)\s*[(\[](.+)[)\]]", written):
        return [bracketed[1], bracketed[2]]
    if is_thai(written) and (found := re.fullmatch(r"([^A-Za-z]+?)[\s/–-]*([A-Za-z][A-Za-z .'’-]*)", written)):
        return [found[1], found[2]]
    if is_thai(written) and (found := re.fullmatch(r"([A-Za-z][A-Za-z .'’-]*?)[\s/–-]*([^A-Za-z]+)", written)):
        return [found[1], found[2]]
    return []
