"""A page of an edition: its own part set by a template, in the head, menu and foot that all pages share."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from geo import cards
from geo.publish.made import data_date, method_version
from geo.publish.site.plan import Plan
from geo.words import say, show_date, show_number, show_year

# Stands where a page says on which day it was made, until that is known: see ``geo.publish.site.days``.
MADE = "\N{SECTION SIGN}made\N{SECTION SIGN}"
# The screens of an edition, in the order of its menu; each is a page ``<lang>/<name>.html``.
MENU = ("index", "map", "compare", "equity", "readiness", "support", "layers", "sources", "method", "data")


@dataclass(frozen=True)
class Page:
    """What one page tells.

    Parameters
    ----------
    lang : "th" or "en"
    template : str
        File in ``templates`` that extends ``base.html`` and fills its block ``body``.
    title, description : str
        As they stand in the heading, in search results and in the citation.
    told : dict
        What the template speaks of.
    sources : tuple of str
        Ids of the sources behind the figures of this page.
    trail : tuple of (name, path)
        The places it lies in, the widest first; an empty path is not linked.
    scripts : tuple of str
        Paths of scripts that only this page needs.
    menu : str
        Which entry of the menu it belongs to.
    bare : bool
        Without head, menu and foot: a page to be set into others.
    """

    lang: str
    template: str
    title: str
    description: str
    told: dict[str, Any] = field(default_factory=dict)
    sources: tuple[str, ...] = ()
    trail: tuple[tuple[str, str], ...] = ()
    scripts: tuple[str, ...] = ()
    menu: str = "index"
    bare: bool = False


# A page gets the common head and foot; bytes are written as they are.
Content = Page | bytes


class Job(NamedTuple):
    """Some files that are made together: ``make(*about)`` gives each with its path. Jobs run beside each other."""

    make: Callable[..., Iterator[tuple[str, Content]]]
    about: tuple[Any, ...] = ()


@lru_cache
def _templates() -> Environment:
    made = Environment(
        loader=PackageLoader("geo.publish.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {"number": show_number, "year": show_year, "day": show_date}
    return made


def way(start: str, target: str) -> str:
    """The relative address that leads from one file of an edition to another; it holds on a stick and on any server.

    Examples
    --------
    >>> way("th/province/50.html", "assets/site.css"), way("th/index.html", "th/map.html#layer=density")
    ('../../assets/site.css', 'map.html#layer=density')
    """
    path, mark, rest = target.partition("#")
    return posixpath.relpath(path, posixpath.dirname(start) or ".") + mark + rest


def markup(text: str) -> Markup:
    """Text that is HTML or SVG already, and safe: made by the atlas itself, never read from a file or an address."""
    return Markup(text)


def part(template: str, lang: str, **told: Any) -> Markup:
    """A part of a page that several pages share, set by a template of its own."""
    return Markup(_templates().get_template(template).render(lang=lang, say=say(lang), **told))


def render(page: Page, path: str, plan: Plan, assets: dict[str, str]) -> str:
    """The page as HTML, with a placeholder for the day of making.

    Parameters
    ----------
    page : Page
    path : str
        Where it will stand in the edition; all links are made from there.
    plan : Plan
    assets : dict
        Paths of the shared style and scripts.
    """
    used = [cards.card(source) for source in dict.fromkeys(page.sources)]
    speak = say(page.lang)
    others = {lang: lang + path.removeprefix(page.lang) for lang in plan.langs if path.startswith(f"{page.lang}/")}
    # The name of the atlas stands behind every title, and once: the opening page has no other.
    title = " · ".join(dict.fromkeys((page.title, speak("app.title"))))
    told = {
        "page": page,
        "path": path,
        "plan": plan,
        "lang": page.lang,
        "say": speak,
        "to": partial(way, path),
        "assets": assets,
        "menu": MENU,
        "others": others,
        "head_title": title,
        "made": MADE,
        "version": method_version(),
        "data_day": show_date(data_date(page.sources), page.lang),
        "cards": used,
        "address": plan.address(path),
        "cite": speak(
            "edition.cite", title=page.title, version=method_version(), date=MADE, address=plan.address(path)
        ),
        **page.told,
    }
    return _templates().get_template(page.template).render(told)
