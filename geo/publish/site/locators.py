"""Where an area lies, as a small drawing for its page: a province in the country, a district in its province."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from markupsafe import Markup

from geo import cards
from geo.boundaries import shapes
from geo.gazetteer import known_level
from geo.places import parent, places
from geo.publish.drawings import outlines
from geo.publish.site.page import markup


def locator(code: str, told: str) -> Markup:
    """The area among its like, its own outline in colour.

    Parameters
    ----------
    code : str
        A region, a province or a district.
    told : str
        What it shows, for readers who do not see it.
    """
    level = known_level(code)
    around = parent(code) if level == "district" else "TH"
    width, height, paths = _around(around, cards.data_folder(), cards.terms())
    own = [code]
    if level == "region":
        own = [str(one) for one in places("province", code).index]
    land = "".join(path for one, path in paths.items() if one not in own)
    mark = "".join(paths.get(one, "") for one in own)
    head = f'<svg class="locator" viewBox="0 0 {width:g} {height:g}" role="img" aria-label="{Markup.escape(told)}">'
    return markup(f'{head}<path class="land" d="{land}"/><path class="spot" d="{mark}"/></svg>')


@lru_cache(maxsize=128)
def _around(around: str, folder: Path, terms: cards.Terms) -> tuple[float, float, dict[str, str]]:
    drawn = shapes("province" if around == "TH" else "district", None if around == "TH" else around).geometry
    width, height, paths = outlines(drawn.to_numpy(), 1.2)
    return width, height, dict(zip(map(str, drawn.index), paths, strict=True))
