"""Stands in for the map of a page until that is there."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from geo.publish.site.page import markup
from geo.publish.site.plan import Plan


class Panel(NamedTuple):
    """A map as part of a page, and the files that it brings along."""

    html: Markup
    files: tuple[tuple[str, bytes], ...] = ()


def panel(plan: Plan, path: str, lang: str, level: str, inside: str, first: str = "") -> Panel:
    """The map of a page."""
    return Panel(markup(f'<figure class="map">{level} {inside}</figure>'))
