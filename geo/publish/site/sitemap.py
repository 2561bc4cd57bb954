"""The list of an edition's pages for search engines: sitemap.xml, made when its public address is known."""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import escape, quoteattr

from geo.publish.site.plan import Plan

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
    'xmlns:xhtml="http://www.w3.org/1999/xhtml">'
)


def sitemap(plan: Plan, pages: Mapping[str, str]) -> bytes:
    """Every page of every language with the day on which it last changed and its like in the other language.

    Parameters
    ----------
    plan : Plan
        Its ``base`` must be set: a sitemap holds full addresses.
    pages : mapping of path to day
        What was made; pages to be set into others (``embed/``) are left out.
    """
    told = [_page(plan, path, day, pages) for path, day in sorted(pages.items()) if not path.startswith("embed/")]
    return "\n".join([_HEAD, *told, "</urlset>\n"]).encode()


def _page(plan: Plan, path: str, day: str, pages: Mapping[str, str]) -> str:
    lang, _, rest = path.partition("/")
    like = [other for other in plan.langs if lang in plan.langs and f"{other}/{rest}" in pages]
    links = "".join(
        f'<xhtml:link rel="alternate" hreflang="{other}" href={quoteattr(plan.address(f"{other}/{rest}"))}/>'
        for other in like
    )
    return f"<url><loc>{escape(plan.address(path))}</loc><lastmod>{day}</lastmod>{links}</url>"
