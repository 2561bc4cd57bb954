"""The first page of an edition: a reader chooses a language, or is taken on in her own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from geo.publish.site.page import Content, Job, Page
from geo.publish.site.plan import Plan
from geo.words import say


def jobs(plan: Plan) -> Iterable[Job]:
    """The page that opens with the folder."""
    yield Job(_write, (plan,))


def _write(plan: Plan) -> Iterator[tuple[str, Content]]:
    choices = [
        {"lang": lang, "title": say(lang)("app.title"), "of": plan.name(lang), "go": say(lang)("edition.open")}
        for lang in plan.langs
    ]
    first = plan.langs[0]
    title = say(first)("app.title")
    told = {"choices": choices}
    yield "index.html", Page(first, "opening.html", title, say(first)("edition.tells"), told, bare=True)
