"""The board's chosen column as the description of a map, the same for the screen and for a page."""

from __future__ import annotations

from functools import lru_cache

from geo.mapped import shapes_of
from geo.maps.choropleth import Choropleth, describe
from geo.places import places
from geo.same import Same
from geo.support.mapped import mapped
from geo.support.reasoning import Reasoned
from geo.words import Say, say


def speaks(lang: str) -> Say:
    """The reader's language, with "low confidence" said as what it is here."""
    plain = say(lang)

    def speak(key: str, **values: object) -> str:
        return plain("support.map_doubtful" if key == "map.doubtful" else key, **values)

    return speak


def described(
    found: Reasoned, lang: str, within: str | None = None, shown: tuple[str, ...] | None = None
) -> Choropleth:
    """The chosen column on the areas of its level; made once for the same line of thought.

    Parameters
    ----------
    found : Reasoned
    lang : "th" or "en"
    within : str, optional
        The place whose finer drawing is used; the country's when left out.
    shown : tuple of codes, optional
        Areas that are shown; all others are drawn as plain land.
    """
    return _described(Same(found), lang, within, shown)


@lru_cache(maxsize=48)
def _described(key: Same[Reasoned], lang: str, within: str | None, shown: tuple[str, ...] | None) -> Choropleth:
    found, speak = key.held, speaks(lang)
    column, values, doubtful = mapped(found)
    return describe(
        values,
        column,
        shapes_of(found.level, within),
        speak,
        lang,
        names={str(code): str(name) for code, name in places(found.level)[f"name_{lang}"].items()},
        places=speak(f"levels.{found.level}"),
        year=speak("support.map_year"),
        source=speak("support.map_source"),
        shown=shown,
        doubtful=doubtful,
    )
