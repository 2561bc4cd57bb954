"""Thai and English place names as people and spreadsheets write them, brought to one form that can be compared.

Nothing here knows a place. :func:`clean` undoes what files do to a cell, :func:`key` drops what does not tell two
names apart (spaces, dots, hyphens, letter case), :func:`split_type` reads words such as อำเภอ or "Province".
"""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from functools import lru_cache
from numbers import Integral, Real
from typing import NamedTuple

LOST = "\ufffd"

# Ways in which files write that nothing is known. Letter case counts: "Nan" is a province, "nan" a missing number.
_NOTHING = frozenset(
    {"", "-", "--", "nan", "NaN", "None", "null", "NULL", "<NA>", "NaT", "NA", "N/A", "n/a", "#N/A"}
) | {
    "ไม่ระบุ",
    "ไม่มีข้อมูล",
}
_MARK_ORDER = {mark: place for place, marks in enumerate(("ัิีึืฺุู็", "่้๊๋", "์๎", "ํ")) for mark in marks}
_THAI_DIGITS = str.maketrans("๐๑๒๓๔๕๖๗๘๙", "0123456789")
_SIGNS = re.compile(r"[\s.\-_'’‘`\"“”ฯ‐‑‒–—·]+")

# Longest first: "เทศบาลนคร" before "เทศบาล", "กิ่งอำเภอ" before "อำเภอ".
_THAI_WORDS: tuple[tuple[str, str], ...] = (
    (r"องค์การบริหารส่วนจังหวัด|อบจ\s*\.?", "PAO"),
    (r"องค์การบริหารส่วนตำบล|อบต\s*\.?", "SAO"),
    (r"เทศบาลนคร|ทน(?:\s*\.|\s)", "city_municipality"),
    (r"เทศบาลเมือง|ทม(?:\s*\.|\s)", "town_municipality"),
    (r"เทศบาลตำบล|ทต(?:\s*\.|\s)", "subdistrict_municipality"),
    (r"เทศบาล", "municipality"),
    (r"จังหวัด|จว?(?:\s*\.|\s)", "province"),
    (r"กิ่งอำเภอ|กิ่ง\s*อ(?:\s*\.|\s)|อำเภอ|อ(?:\s*\.|\s)|เขต", "district"),
    (r"ตำบล|ต(?:\s*\.|\s)|แขวง", "subdistrict"),
)
_LATIN_BEFORE: tuple[tuple[str, str], ...] = (
    (r"changwat|province of", "province"),
    (r"king\s+amphoe|amphoe|amphur|khet", "district"),
    (r"tambon|tumbon|khwaeng", "subdistrict"),
    (r"thesaban\s+nakhon", "city_municipality"),
    (r"thesaban\s+m[u]?eang", "town_municipality"),
    (r"thesaban\s+tambon", "subdistrict_municipality"),
    (r"pao", "PAO"),
    (r"sao|tao", "SAO"),
)
_LATIN_AFTER: tuple[tuple[str, str], ...] = (
    (r"provincial administrative organi[sz]ation|pao", "PAO"),
    (r"(?:subdistrict|sub-district|tambon) administrative organi[sz]ation|sao|tao", "SAO"),
    (r"city municipality", "city_municipality"),
    (r"town municipality", "town_municipality"),
    (r"(?:subdistrict|sub-district|tambon) municipality", "subdistrict_municipality"),
    (r"municipality", "municipality"),
    (r"sub-?\s?district|tambon|khwaeng", "subdistrict"),
    (r"province|changwat", "province"),
    (r"district|amphoe|khet", "district"),
)
_BEFORE = [(re.compile(rf"^(?:{words})\s*", re.IGNORECASE), kind) for words, kind in _THAI_WORDS] + [
    (re.compile(rf"^(?:{words})\.?\s+", re.IGNORECASE), kind) for words, kind in _LATIN_BEFORE
]
_AFTER = [(re.compile(rf"\s+(?:{words})$", re.IGNORECASE), kind) for words, kind in _LATIN_AFTER]

MUNICIPALITIES = ("city_municipality", "town_municipality", "subdistrict_municipality")
LAO_TYPES = (*MUNICIPALITIES, "municipality", "SAO", "PAO")


class Typed(NamedTuple):
    """One way to read a written name: what it says the place is ("" when it does not), and the bare name."""

    kind: str
    name: str


def cell_text(cell: object) -> str:
    """What a cell says, as text; "" for every way of saying nothing (None, NaN, "-", "n/a").

    Whole numbers lose the ".0" that spreadsheets add, so that 1001.0 reads "1001".

    Examples
    --------
    >>> cell_text(1001.0), cell_text(float("nan")), cell_text(" - "), cell_text("Nan")
    ('1001', '', '', 'Nan')
    """
    if cell is None or isinstance(cell, bool):
        return ""
    if isinstance(cell, bytes):
        return cell_text(_decoded(cell) or cell.decode("utf-8", errors="replace"))
    if isinstance(cell, Integral):
        return str(int(cell))
    if isinstance(cell, Real):
        number = float(cell)
        if number != number or number in (float("inf"), float("-inf")):
            return ""
        return str(int(number)) if number.is_integer() else repr(number)
    text = str(cell)
    return "" if text.strip() in _NOTHING else text


def _decoded(raw: bytes) -> str:
    """Bytes as UTF-8, else as the older Thai encoding; "" when they are neither."""
    for encoding in ("utf-8", "cp874"):
        with suppress(UnicodeDecodeError):
            return raw.decode(encoding)
    return ""


def _reread(text: str) -> str:
    """Thai that was read as Western European ("à¸•à¸²à¸", "¢Í¹á¡è¹"), read again as Thai; any other text as it is."""
    if is_thai(text) or not any(sign >= "\x80" for sign in text):
        return text
    try:
        raw = b"".join(sign.encode("latin-1" if sign <= "\xff" else "cp1252") for sign in text)
    except UnicodeEncodeError:
        return text
    again = _decoded(raw)
    return again if sum("ก" <= sign <= "๛" for sign in again) * 2 > len(again) else text


def _in_order(marks: str) -> str:
    """The marks over and under one letter, each once: vowels, then tones, then the sign of silence and the circle."""
    return "".join(sorted(dict.fromkeys(marks), key=_MARK_ORDER.__getitem__))


@lru_cache(maxsize=200_000)
def clean(text: str) -> str:
    """The text without the marks that files leave in it; letters that were lost stay U+FFFD.

    Full-width letters and Thai digits become plain ones, zero-width characters go, every kind of space is one space,
    decomposed sara am (ํ + า), two เ typed for แ, and tone marks in the wrong order or twice are put right, and Thai
    that was opened in a Western encoding is read again.

    Examples
    --------
    >>> clean("อ\u200bํานาจเจริญ\u00a0") == "อำนาจเจริญ"
    True
    >>> clean("เเม่ทะ"), clean("１０๐๑")
    ('แม่ทะ', '1001')
    """
    text = "".join(sign for sign in _reread(text) if unicodedata.category(sign) not in ("Cf", "Cc") or sign in "\t\n\r")
    text = unicodedata.normalize("NFKC", text).translate(_THAI_DIGITS)
    text = re.sub("เเ", "แ", text)
    # NFKC has taken every sara am apart; tone marks typed after it go before, and it is put together again.
    text = re.sub("ํา([่-๋]+)", r"\1ํา", text)
    text = re.sub("[ัิ-ฺ็-๎]{2,}", lambda marks: _in_order(marks[0]), text)
    text = text.replace("ํา", "ำ")
    return re.sub(r"\s+", " ", text).strip()


@lru_cache(maxsize=200_000)
def key(text: str) -> str:
    """What two spellings of one name share: letters and digits, lower case, no spaces, dots, hyphens or quotes.

    Any other sign stays, so that "ชลบุรี*" or "ชลบุรี (ส่วนแยก)" is not taken for ชลบุรี.

    Examples
    --------
    >>> key("Chon Buri") == key("CHONBURI"), key("สุไหงโก-ลก"), key("ชลบุรี*")
    (True, 'สุไหงโกลก', 'ชลบุรี*')
    """
    folded = _SIGNS.sub("", clean(text)).casefold()
    # Half of the lists write ฤๅ as ฤา, and ราษฎร์ is as often typed ราษฏร์; no two names differ by these alone.
    return folded.replace("ฤๅ", "ฤา").replace("ฏ", "ฎ").replace("?", LOST).replace("□", LOST)


def split_type(text: str) -> list[Typed]:
    """Every way to read the words that say what a place is, the reading of the whole text as a bare name first.

    Examples
    --------
    >>> split_type("อ.เมืองชลบุรี")[-1]
    Typed(kind='district', name='เมืองชลบุรี')
    >>> split_type("Chon Buri Province")[-1]
    Typed(kind='province', name='Chon Buri')
    >>> [reading.kind for reading in split_type("เทศบาลนครสวรรค์")]
    ['', 'city_municipality', 'municipality']
    """
    whole = clean(text)
    readings = [Typed("", whole)]
    for patterns in (_BEFORE, _AFTER):
        for pattern, kind in patterns:
            bare = pattern.sub("", whole, count=1)
            if bare != whole and bare:
                readings.append(Typed(kind, bare.strip()))
    return readings


def is_thai(text: str) -> bool:
    """Whether a text is written in Thai letters, wholly or in part.

    Examples
    --------
    >>> is_thai("ตาก"), is_thai("Tak")
    (True, False)
    """
    return any("ก" <= sign <= "๛" for sign in text)
