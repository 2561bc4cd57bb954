"""What an edition holds: which places and languages, under which address, and where each of its files stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from geo.gazetteer import known_level
from geo.labels import label
from geo.places import offices, places
from geo.words import LANGUAGES, say


@dataclass(frozen=True)
class Plan:
    """One edition.

    Parameters
    ----------
    where : str
        An office of ``offices.toml``, own provinces ("50,51"), or empty for the country.
    langs : tuple of "th", "en"
    districts : bool
        Whether each district has a page of its own.
    reports : bool
        Whether each page of an area brings its two-page report as PDF along.
    base : str
        Public address at which the edition will lie, without a slash at its end; empty when nobody has said.
    confirmed : tuple of str
        Sources whose publishers gave permission to pass them on.
    """

    where: str = ""
    langs: tuple[str, ...] = LANGUAGES
    districts: bool = False
    reports: bool = False
    base: str = ""
    confirmed: tuple[str, ...] = ()

    @cached_property
    def within(self) -> tuple[str, ...] | None:
        """The provinces of the edition as ``places(level, within)`` takes them; None is the whole country."""
        if not self.where:
            return None
        return tuple(offices()[self.where].provinces) if self.where in offices() else tuple(self.where.split(","))

    def name(self, lang: str) -> str:
        """What the edition is of: the country, an office, or the provinces it was made for."""
        if not self.where:
            return say(lang)("choose.country")
        if self.where in offices():
            office = offices()[self.where]
            return office.name_th if lang == "th" else office.name_en
        return ", ".join(label(code, lang) for code in self.within or ())

    @cached_property
    def provinces(self) -> tuple[str, ...]:
        """Codes of the provinces that have a page."""
        return tuple(str(code) for code in places("province", self.within).index)

    @cached_property
    def regions(self) -> tuple[str, ...]:
        """The regions in which these provinces lie, in the order of the atlas."""
        held = set(places("province")["region"].reindex(list(self.provinces)))
        return tuple(str(code) for code in places("region").index if code in held)

    @cached_property
    def held(self) -> frozenset[str]:
        """Codes of all places that have a page."""
        districts = places("district", self.within).index if self.districts else ()
        return frozenset({*self.provinces, *self.regions, *map(str, districts)})

    def place(self, code: str, lang: str) -> str:
        """Path of the page of a place; empty for a place that has none in this edition."""
        if code == "TH":
            return f"{lang}/index.html"
        return f"{lang}/{known_level(code)}/{code}.html" if code in self.held else ""

    def address(self, path: str) -> str:
        """The permanent address of a file; its path in the edition while nobody has said where that will lie."""
        return f"{self.base}/{path}" if self.base else path
