"""The sentences with which a join tells what it did to a row, in both languages."""

from __future__ import annotations

import re

from geo.gazetteer import level_of, table
from geo.labels import label
from geo.names import LOST, clean, is_thai, key
from geo.words import Text

LEVEL_WORDS = {
    "province": Text("จังหวัด", "province"),
    "district": Text("อำเภอหรือเขต", "district"),
    "subdistrict": Text("ตำบลหรือแขวง", "subdistrict"),
    "lao": Text("องค์กรปกครองส่วนท้องถิ่น", "local body"),
}
HOW = {
    "official": Text("เป็นชื่อทางการของ", "is the name of"),
    "old-name": Text("เป็นชื่อเดิมของ", "is a former name of"),
    "spelling": Text("เป็นการสะกดอีกแบบของ", "is another spelling of"),
    "abbreviation": Text("เป็นชื่อย่อของ", "is a short name of"),
    "lost": Text("มีอักษรหาย แต่ตรงกับที่เดียวคือ", "has lost letters and fits one place only,"),
    "cut": Text("ถูกตัดท้าย แต่ตรงกับที่เดียวคือ", "is cut short and begins one name only,"),
    "moved": Text("เคยอยู่ในพื้นที่ที่ระบุ ปัจจุบันคือ", "lay once in the area given and is now"),
}
WHY = {
    "code": Text("รหัส {code} คือ{place}", "the code {code} is {place}"),
    "repaired": Text("อ่านรหัส {code} ได้เป็น{place}", "the code was read from {code}: {place}"),
    "former": Text("รหัส {code} เป็นรหัสเดิมหรือรหัสอื่นของ{place}", "{code} is a former or other code of {place}"),
    "name": Text("ชื่อ “{name}” {how}{place}", "the name “{name}” {how} {place}"),
    "with_parent": Text(" ใน “{parent}”", " in “{parent}”"),
    "name_agrees": Text(" ชื่อ “{name}” ตรงกัน", "; the name “{name}” agrees"),
    "name_near": Text(
        " ชื่อ “{name}” ไม่อยู่ในบัญชี แต่ใกล้เคียงที่สุดกับที่นี้",
        "; the name “{name}” is in no list, the nearest is this place's",
    ),
    "code_unused": Text(
        " (ไม่ได้ใช้รหัส “{code}” เพราะอ่านไม่ได้ครบ)", " (the code “{code}” cannot be read in full, so it was not used)"
    ),
    "nothing": Text("แถวนี้ไม่มีทั้งรหัสและชื่อ", "the row gives neither code nor name"),
    "no_code": Text("“{code}” ไม่ใช่รหัส", "“{code}” is no code"),
    "lost_code": Text("รหัส “{code}” ถูกปัดเศษจนหลักหาย", "the code “{code}” was rounded and has lost digits"),
    "unknown_code": Text("ไม่มี{level}ที่ใช้รหัส {code}", "no {level} has the code {code}"),
    "level_code": Text("รหัส {code} ไม่ใช่รหัสของ{level}", "{code} is a code, but not of a {level}"),
    "office_code": Text(
        "รหัส {code} เป็นของสำนักทะเบียนท้องถิ่น ไม่ใช่{level}",
        "{code} is the code of a municipal registration office, no {level}",
    ),
    "unknown_name": Text("ไม่มี{level}ชื่อ “{name}” ในบัญชี", "no {level} is called “{name}”"),
    "office_name": Text("“{name}” เป็นสำนักทะเบียน ไม่ใช่{level}", "“{name}” is a registration office, no {level}"),
    "minor": Text(
        "ไม่มีกิ่งอำเภอหรืออำเภอ “{name}” ในปัจจุบัน", "no district, and no former minor district, of today is called “{name}”"
    ),
    "ended": Text(
        "“{name}” มีดอกจันซึ่งบัญชีทะเบียนใช้กับหน่วยที่ยกเลิกแล้ว",
        "“{name}” bears the star that the register gives to abolished units",
    ),
    "other_kind": Text("“{name}” เป็นชื่อของ{other} ไม่ใช่{level}", "“{name}” names a {other}, not a {level}"),
    "lost_name": Text(
        "ชื่อ “{name}” มีอักษรหายและไม่ตรงกับ{level}ใด", "the name “{name}” has lost letters and fits no {level}"
    ),
    "unknown_parent": Text(
        "ไม่รู้จักพื้นที่ “{parent}” ที่ระบุ จึงตัดสินไม่ได้", "the area given, “{parent}”, is not known, so the row cannot be settled"
    ),
    "not_in_parent": Text(
        "มี{level}ชื่อ “{name}” แต่ไม่อยู่ใน “{parent}”: {places}",
        "there is a {level} “{name}”, but not in “{parent}”: {places}",
    ),
    "several": Text("“{name}” เป็นได้หลายแห่ง: {places}", "“{name}” can be {count} places: {places}"),
    "several_codes": Text(
        "รหัสเดิม {code} เป็นได้หลายแห่ง: {places}", "the former code {code} can be {count} places: {places}"
    ),
    "disagree": Text(
        "รหัสกับชื่อไม่ตรงกัน: รหัสคือ{place} แต่ชื่อ “{name}” คือ{places}",
        "code and name disagree: the code is {place}, the name “{name}” is {places}",
    ),
    "name_not_of_code": Text(
        "รหัสคือ{place} แต่ไม่รู้จักชื่อ “{name}” ว่าเป็นชื่อของที่นี้", "the code is {place}, but “{name}” is not known as its name"
    ),
    "parent_disagrees": Text(
        "รหัสคือ{place} ซึ่งไม่อยู่ใน “{parent}” ที่ระบุ", "the code is {place}, which does not lie in “{parent}”"
    ),
    "name_would_be": Text(" ชื่อ “{name}” คือ{places}", "; the name “{name}” is {places}"),
    "nearest": Text(" ชื่อที่ใกล้เคียง: {places}", "; nearest names: {places}"),
    "duplicate": Text("แถวที่ {row} ให้ที่เดียวกันแล้ว ({why})", "row {row} already gives this place ({why})"),
}
SHOWN = 5


def shown(codes: list[str], lang: str, like: str = "") -> str:
    """Some places by name with their codes, the first few of many."""
    script, other = ("name_th", "name_en") if (is_thai(like) if like else lang == "th") else ("name_en", "name_th")
    labels = {code: label(code, script[-2:], full=True) for code in sorted(codes)[:SHOWN]}
    twice = [text for text in labels.values() if list(labels.values()).count(text) > 1]
    named = [
        f"{text} ({code}{', ' + str(table(level_of(code)).at[code, other]) if text in twice else ''})"
        for code, text in labels.items()
    ]
    more = len(codes) - SHOWN
    rest = Text(f" และอีก {more}", f" and {more} more").of(lang) if more > 0 else ""
    return "; ".join(named) + rest


def why(reason: str, lang: str, **facts: object) -> str:
    """One reason in a language, with its facts filled in.

    Examples
    --------
    >>> why("no_code", "en", code="n.d.")
    '“n.d.” is no code'
    """
    return WHY[reason].of(lang).format(**facts)


def name_fault(name: str, level: str, other: str, lang: str) -> str:
    """Why a name is in no list of a level; ``other`` is the level that its own words speak of, or "".

    Examples
    --------
    >>> name_fault("ท้องถิ่นเทศบาลตำบลบ้านฆ้อง", "district", "lao", "en")
    '“ท้องถิ่นเทศบาลตำบลบ้านฆ้อง” is a registration office, no district'
    """
    written = clean(name)
    facts = {"name": name, "level": LEVEL_WORDS[level].of(lang)}
    if written.startswith(("ท้องถิ่น", "สำนักทะเบียน")):
        return why("office_name", lang, **facts)
    if written.endswith("*"):
        return why("ended", lang, **facts)
    if level == "district" and re.match("กิ่ง|king amphoe", written, re.IGNORECASE):
        return why("minor", lang, **facts)
    if other:
        return why("other_kind", lang, other=LEVEL_WORDS[other].of(lang), **facts)
    return why("lost_name" if LOST in key(name) else "unknown_name", lang, **facts)
