"""Pages of an edition made without a folder, and read as a browser would."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from bs4 import BeautifulSoup, Tag

from geo.publish.site.front import shared
from geo.publish.site.page import Job, Page, render
from geo.publish.site.plan import Plan


def made(chapter: Callable[[Plan], Iterable[Job]], plan: Plan, only: str = "") -> dict[str, str]:
    """The pages of a chapter by path, all or those whose job speaks of ``only``."""
    jobs = [job for job in chapter(plan) if not only or only in job.about]
    files = [file for job in jobs for file in job.make(*job.about)]
    return {path: render(page, path, plan, shared()) for path, page in files if isinstance(page, Page)}


def soup(text: str) -> BeautifulSoup:
    """A page as a tree."""
    return BeautifulSoup(text, "html.parser")


def text_of(tag: Tag) -> str:
    """What a reader reads, words apart by one blank."""
    return " ".join(tag.get_text(" ").split())


def cells(row: Tag) -> list[str]:
    """The cells of a row as text."""
    return [text_of(cell) for cell in row.find_all(["th", "td"])]
