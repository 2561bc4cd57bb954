"""The chapters of an edition: what each adds to it, as jobs that can run beside each other."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from geo.publish.site import (
    api,
    areas,
    comparing,
    data_page,
    dictionary,
    embed,
    embed_chart,
    evenness,
    front,
    layer_page,
    map_page,
    method,
    national,
    opening,
    ready,
    sources,
    support,
    takeaway,
)
from geo.publish.site.page import Job
from geo.publish.site.plan import Plan

CHAPTERS: tuple[Callable[[Plan], Iterable[Job]], ...] = (
    front.jobs,
    opening.jobs,
    national.jobs,
    areas.jobs,
    map_page.jobs,
    embed.jobs,
    comparing.jobs,
    evenness.jobs,
    dictionary.jobs,
    layer_page.jobs,
    ready.jobs,
    support.jobs,
    sources.jobs,
    method.jobs,
    api.jobs,
    data_page.jobs,
    embed_chart.jobs,
    takeaway.jobs,
)
