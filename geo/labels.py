"""What a place is called on the screen: its name alone, or with its kind and the places it lies in."""

from __future__ import annotations

import pandas as pd

from geo.gazetteer import OF_PROVINCE, known_level, table

_TITLES = {
    "changwat": ("จังหวัด{}", "{}"),
    "special administrative area": ("{}", "{}"),
    "amphoe": ("อำเภอ{}", "{} District"),
    "khet": ("เขต{}", "{} District"),
    "tambon": ("ตำบล{}", "{} Subdistrict"),
    "khwaeng": ("แขวง{}", "{} Subdistrict"),
}


def label(code: str, lang: str = "th", full: bool = False) -> str:
    """What a reader calls a place; ``full`` adds what kind of place it is and where it lies.

    Examples
    --------
    >>> label("1404", "en"), label("1404", "th", full=True)
    ('Bang Sai', 'อำเภอบางไทร จังหวัดพระนครศรีอยุธยา')
    >>> label("101401", "en", full=True)
    'Sam Sen Nai Subdistrict, Phaya Thai District, Bangkok'
    """
    level, english = known_level(code), int(lang != "th")
    row = table(level).loc[code]
    name = str(row["name_en"] if english else row["name_th"])
    if level == "lao":
        own = str(row["full_name_th"]) if not english else _body_in_english(name, row)
        return (
            own if not full or row["type"] in OF_PROVINCE else _chain([own, label(row["province"], lang, True)], lang)
        )
    if not full or level in ("country", "region"):
        return name
    titled = _TITLES[row["type"]][english].format(name)
    above = [label(row["parent"], lang, True)] if level in ("district", "subdistrict") else []
    return _chain([titled, *above], lang)


def _body_in_english(name: str, row: pd.Series) -> str:
    special = str(row["type"]).startswith("special")
    return str(row["type_en"]) if special else f"{name} {row['type_en']}"


def _chain(parts: list[str], lang: str) -> str:
    return (", " if lang != "th" else " ").join(parts)
