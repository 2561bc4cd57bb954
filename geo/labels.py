"""What a place is called on the screen: its name alone, or with its kind and the places it lies in."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from geo.cards import Terms
from geo.gazetteer import OF_PROVINCE, known_level, state, table
from geo.words import Text

_TITLES = {
    "changwat": Text("จังหวัด{}", "{}"),
    "special administrative area": Text("{}", "{}"),
    "amphoe": Text("อำเภอ{}", "{} District"),
    "khet": Text("เขต{}", "{} District"),
    "tambon": Text("ตำบล{}", "{} Subdistrict"),
    "khwaeng": Text("แขวง{}", "{} Subdistrict"),
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
    level = known_level(code)
    name = _text(code, level, "name_th" if lang == "th" else "name_en")
    if level == "lao":
        own = _body(code, name, lang)
        alone = not full or _text(code, level, "type") in OF_PROVINCE
        return own if alone else _chain([own, label(_text(code, level, "province"), lang, True)], lang)
    if not full or level in ("country", "region"):
        return name
    titled = _TITLES[_text(code, level, "type")].of(lang).format(name)
    above = [label(_text(code, level, "parent"), lang, True)] if level in ("district", "subdistrict") else []
    return _chain([titled, *above], lang)


@lru_cache(maxsize=64)
def _column(level: str, column: str, folder: Path, terms: Terms) -> dict[str, str]:
    return {str(code): str(text) for code, text in table(level)[column].items()}


def _text(code: str, level: str, column: str) -> str:
    return _column(level, column, *state())[code]


def _body(code: str, name: str, lang: str) -> str:
    if lang == "th":
        return _text(code, "lao", "full_name_th")
    kind = _text(code, "lao", "type_en")
    return kind if _text(code, "lao", "type").startswith("special") else f"{name} {kind}"


def _chain(parts: list[str], lang: str) -> str:
    return (" " if lang == "th" else ", ").join(parts)
