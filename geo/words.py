"""Words in two languages: texts of cards and layers, and the message catalogue of the screens."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

LANGUAGES = ("th", "en")
CATALOGUE = Path(__file__).parent / "messages"

Say = Callable[..., str]


class Text(NamedTuple):
    """One text in both languages; a reader gets hers by ``text.of(lang)``.

    Examples
    --------
    >>> Text("จังหวัด", "province").of("en")
    'province'
    """

    th: str
    en: str

    def of(self, lang: str) -> str:
        """The text in the language asked for; English for any language but Thai."""
        return self.th if lang == "th" else self.en


@lru_cache
def messages(lang: str) -> dict[str, str]:
    """All messages of one language as ``section.key`` -> text, from every chapter in ``geo/messages/<lang>/``.

    Raises
    ------
    ValueError
        For a language without a catalogue, or a section that two chapters hold.
    """
    if lang not in LANGUAGES:
        raise ValueError(f"language {lang!r} has no catalogue; there are {', '.join(LANGUAGES)}")
    found: dict[str, str] = {}
    for path in sorted((CATALOGUE / lang).glob("*.toml")):
        sections = tomllib.loads(path.read_text(encoding="utf-8"))
        chapter = {f"{section}.{key}": text for section, keys in sections.items() for key, text in keys.items()}
        if twice := sorted(found.keys() & chapter.keys()):
            raise ValueError(
                f"messages: {path.name} says {twice[0]} again, which another chapter says; keep one of them"
            )
        found |= chapter
    return found


def say(lang: str) -> Say:
    """A function that speaks one language: ``say("th")("map.no_data", count=3)``.

    A key that is missing is an error, never an empty label: a test holds both catalogues to the same keys.
    """
    catalogue = messages(lang)

    def speak(key: str, **values: object) -> str:
        return catalogue[key].format(**values) if values else catalogue[key]

    return speak


def bilingual(key: str, **values: object) -> Text:
    """One message of the catalogue in both languages; a value that is itself a Text goes in by language.

    Examples
    --------
    >>> bilingual("status.no_data").en
    'No data'
    """
    return Text(
        *(
            say(lang)(
                key, **{name: value.of(lang) if isinstance(value, Text) else value for name, value in values.items()}
            )
            for lang in LANGUAGES
        )
    )


def show_year(period: str, lang: str) -> str:
    """A period as its readers count years: Buddhist era in Thai, common era in English.

    Examples
    --------
    >>> show_year("2021", "th"), show_year("2021", "en")
    ('2564', '2021')
    >>> show_year("2025-Q4", "th"), show_year("2025-Q4", "en")
    ('ไตรมาส 4/2568', '2025 Q4')
    >>> show_year("2010-2021", "th"), show_year("2010-2021", "en")
    ('2553–2564', '2010–2021')
    """
    year, _, rest = period.partition("-")
    if not year.isdigit():
        return period
    era = int(year) + (543 if lang == "th" else 0)
    if not rest:
        return str(era)
    if rest.startswith("Q"):
        return f"ไตรมาส {rest[1:]}/{era}" if lang == "th" else f"{era} {rest}"
    return f"{era}–{show_year(rest, lang)}"


MONTHS = Text(
    "มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
    "January February March April May June July August September October November December",
)


def show_date(date: str, lang: str) -> str:
    """A day as its readers write it; a text that is no date stays as it is.

    Examples
    --------
    >>> show_date("2017-07-26", "th"), show_date("2017-07-26", "en")
    ('26 กรกฎาคม 2560', '26 July 2017')
    """
    parts = date.split("-")
    if len(parts) != 3 or not all(part.isdigit() for part in parts) or not 1 <= int(parts[1]) <= 12:
        return date
    year, month, day = map(int, parts)
    return f"{day} {MONTHS.of(lang).split()[month - 1]} {year + (543 if lang == 'th' else 0)}"


def show_number(value: float, decimals: int = 0) -> str:
    """A number as it is printed everywhere: thousands separated, a true minus sign, fixed decimals.

    Examples
    --------
    >>> show_number(66171439), show_number(-3.14159, 1), show_number(336.15, 1)
    ('66,171,439', '−3.1', '336.2')
    """
    # 336.15 in binary lies under 336.15: rounded as the map and its classes round, or two screens would differ.
    scale = 10.0**decimals
    text = f"{round(value * scale) / scale if math.isfinite(value) else value:,.{decimals}f}"
    if text.lstrip("-").strip("0.,") == "":
        text = text.lstrip("-")
    return text.replace("-", "−")
