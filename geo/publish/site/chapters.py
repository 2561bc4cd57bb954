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

# Long jobs first: the many short ones of areas then fill every core to the end.
CHAPTERS: tuple[Callable[[Plan], Iterable[Job]], ...] = (
    front.jobs,
    opening.jobs,
    takeaway.jobs,
    ready.jobs,
    support.jobs,
    layer_page.jobs,
    map_page.jobs,
    evenness.jobs,
    national.jobs,
    areas.jobs,
    api.jobs,
    comparing.jobs,
    dictionary.jobs,
    embed.jobs,
    embed_chart.jobs,
    sources.jobs,
    method.jobs,
    data_page.jobs,
)
