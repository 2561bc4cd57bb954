"""Codes as spreadsheets leave them: 1001.0, ๑๐๐๑, 1.001E+03, TH1001, '1001, 1,001 ... read back without guessing."""

from __future__ import annotations

import re
from typing import NamedTuple

from geo.gazetteer import BANGKOK, FILES, table
from geo.name_index import name_index
from geo.names import cell_text, clean

LENGTHS = {"province": 2, "district": 4, "subdistrict": 6, "lao": 7}
# Districts are numbered to 33, in Bangkok to 50; above that the register numbers municipal registration offices.
_FIRST_OFFICE = 51


class CodeRead(NamedTuple):
    """What a code cell says.

    ``state`` is one of: none (nothing written), same (the code as it stands), repaired (the code once damage is
    undone), former (a former or other code), level (a code of another level), office (a registration office),
    unknown (a code of the right shape that no place has), lost (digits were rounded away), unreadable (no code).
    """

    state: str
    places: frozenset[str] = frozenset()
    shown: str = ""
    digits: str = ""


def read_code(cell: object, level: str) -> CodeRead:
    """The place or places that a code cell of a level means.

    Examples
    --------
    >>> read_code("TH1001", "district").places, read_code(1001.0, "district").state
    (frozenset({'1001'}), 'same')
    >>> read_code("1.00101E+05", "subdistrict").digits, read_code("1.0E+05", "subdistrict").state
    ('100101', 'lost')
    >>> read_code("530306", "subdistrict").places
    frozenset({'530407'})
    """
    raw = cell_text(cell)
    written = re.sub(r"\s+", "", clean(raw)).strip("'’‘`\"").upper()
    if not written:
        return CodeRead("none")
    digits, rounded = _digits(written)
    if rounded:
        return CodeRead("lost", shown=raw, digits=digits)
    if level == "lao" and written == BANGKOK:
        digits = BANGKOK
    if not digits:
        return CodeRead("unreadable", shown=raw)
    known, former = table(level).index, name_index(level).codes
    for number, exact in ((digits, True), *((short, False) for short in _shorter(digits, level))):
        if number in known:
            same = (exact and number == raw.strip()) or isinstance(cell, int | float)
            return CodeRead("same" if same else "repaired", frozenset([number]), raw, number)
        if number in former:
            return CodeRead("former", former[number], raw, number)
    return CodeRead(_no_place(digits, level), shown=raw, digits=digits)


def _digits(written: str) -> tuple[str, bool]:
    """The digits of a code cell ("" when it is no code), and whether some were rounded away."""
    plain = re.sub(r"^TH[-_]?(?=\d)", "", written)
    if re.fullmatch(r"\d{1,3}(,\d{3})+(\.0*)?", plain):
        plain = plain.replace(",", "")
    if found := re.fullmatch(r"(\d+)(\.0*)?", plain):
        return found[1], False
    if not (found := re.fullmatch(r"(\d)(?:\.(\d*))?E\+?(\d{1,3})", plain)):
        return "", False
    told, zeros = found[1] + (found[2] or ""), int(found[3])
    whole, rest = told[: zeros + 1], told[zeros + 1 :]
    # Fewer digits than the number has: 1.0E+05 was any code from 95000 to 104999.
    return (whole, len(whole) < zeros + 1) if not rest.strip("0") else ("", False)


def _shorter(digits: str, level: str) -> list[str]:
    """A code without the zeros that lists put before it, or behind it for the levels below (10010000 is 1001)."""
    length = LENGTHS[level]
    shorter = [digits.lstrip("0")] if digits.startswith("0") and len(digits.lstrip("0")) == length else []
    if level != "lao" and len(digits) in (4, 6, 8) and len(digits) > length and not digits[length:].strip("0"):
        shorter.append(digits[:length])
    return shorter


def _no_place(digits: str, level: str) -> str:
    in_a_province = digits[:2] in table("province").index
    if level != "province" and in_a_province and len(digits) == 4 and int(digits[2:]) >= _FIRST_OFFICE:
        return "office"
    others = [other for other in (*FILES, "lao") if other != level]
    if any(digits in table(other).index or digits in name_index(other).codes for other in others):
        return "level"
    return "unknown"
