"""The chapters of an edition: what each adds to it, as jobs that can run beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from geo.publish.site import api, data_page, front, opening, takeaway
from geo.publish.site.page import Job
from geo.publish.site.plan import Plan

CHAPTERS: tuple[Callable[[Plan], Iterable[Job]], ...] = (
    front.jobs,
    opening.jobs,
    takeaway.jobs,
    api.jobs,
    data_page.jobs,
)
