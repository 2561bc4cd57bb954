"""Make an edition: all jobs of all chapters, on every core, each file handed over as soon as it is done."""

from __future__ import annotations

import os
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

from geo.publish.atomic import Edition, edition
from geo.publish.site.chapters import CHAPTERS
from geo.publish.site.days import FILE, Days
from geo.publish.site.front import shared
from geo.publish.site.page import Job, Page, render
from geo.publish.site.plan import Plan
from geo.publish.site.sitemap import sitemap
from geo.publish.site.sizes import MARK, filled
from geo.publish.site.workers import Made, results
from geo.warm import warm_up

Tell = Callable[[int, int], None]


def make(plan: Plan, out: Path, today: str, tell: Tell = lambda done, all_: None, cores: int = 0) -> Edition:
    """Write an edition into a folder, whole or not at all.

    Parameters
    ----------
    plan : Plan
    out : Path
        A folder that is new, empty, or an edition, which is replaced in one step.
    today : str
        The day that pages bear which are new or have changed.
    tell : function of (done, all)
        Called before the first job and after each.
    cores : int
        Processes that work beside each other; as many as the machine has when 0.

    Returns
    -------
    Edition
        ``written`` names the files that are new or differ from the edition before.

    Raises
    ------
    EditionError
        As ``geo.publish.atomic.edition`` and ``geo.publish.site.workers.results``; what was there is as it was.
    """
    days = Days(out, today)
    sizes: dict[str, int] = {}
    waiting: Made = []
    with edition(out) as made:
        warm_up()
        jobs = [job for chapter in CHAPTERS for job in chapter(plan)]
        tell(0, len(jobs))
        given: set[str] = set()
        with closing(results(partial(_done, plan), jobs, cores or os.cpu_count() or 1)) as ready:
            for done, files in enumerate(ready, start=1):
                for path, lang, content in files:
                    # Maps of many pages name the same shapes; each brings them along.
                    if path in given:
                        continue
                    given.add(path)
                    sizes[path] = len(content)
                    if lang and MARK in content:
                        # A page that tells how large other files are waits for them.
                        waiting.append((path, lang, content))
                    else:
                        made.write(path, days.dated(path, content.decode(), lang) if lang else content)
                tell(done, len(jobs))
        for path, lang, content in waiting:
            made.write(path, days.dated(path, filled(content.decode(), sizes, lang), lang))
        if plan.base:
            made.write("sitemap.xml", sitemap(plan, days.pages()))
        made.write(FILE, days.told())
    return made


def _done(plan: Plan, job: Job) -> Made:
    made = []
    for path, content in job.make(*job.about):
        if isinstance(content, Page):
            made.append((path, content.lang, render(content, path, plan, shared()).encode()))
        else:
            made.append((path, "", content))
    return made
