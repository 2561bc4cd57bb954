"""Jobs done beside each other: what a job gives, one sentence for one that fails, and no worker outlives its run."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections import deque
from collections.abc import Callable, Generator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import active_children, get_context, parent_process
from multiprocessing.connection import wait
from pathlib import Path
from threading import Thread
from typing import Any

from geo.publish.asking import RefusalError
from geo.publish.atomic import EditionError
from geo.publish.faults import fault
from geo.publish.site.page import Job
from geo.publish.stopping import held, stop_if_asked
from geo.publish.typeset import FontError

ROOT = Path(__file__).resolve().parents[3]
# What a worker sends back: path, language of a page (empty for any other file), content.
Made = list[tuple[str, str, bytes]]
Do = Callable[[Job], Made]


def results(do: Do, jobs: list[Job], cores: int) -> Generator[Made, None, None]:
    """What each job gives, in the order of the jobs.

    Parameters
    ----------
    do : function of a job
        Gives the files that the job makes.
    jobs : list of Job
    cores : int
        Processes that work beside each other; with 1 all is done in this one.

    Raises
    ------
    EditionError
        When a job fails or a process ends before its work is done: one sentence. Faults of the disk, of the fonts and
        of what was asked for come through as they are.
    """
    if cores == 1:
        yield from (_told(do, job) for job in jobs)
        return
    others = set(active_children())
    # Forked workers hold what was read before: places, values and shapes are in memory once.
    with ProcessPoolExecutor(cores, mp_context=get_context("fork"), initializer=_begin, initargs=(do,)) as pool:
        try:
            with held():
                waiting = deque(pool.submit(_work, job) for job in jobs)
            # No job is ever called off: the pool would stumble over those when its workers end before it.
            while waiting:
                yield waiting.popleft().result()
                stop_if_asked()
        except BrokenProcessPool as broken:
            raise EditionError(fault("worker")) from broken
        except BaseException:
            with held():
                for worker in set(active_children()) - others:
                    worker.terminate()
                pool.shutdown()
            raise


_do: list[Do] = []


def _begin(do: Do) -> None:
    _do.append(do)
    # A reader who presses Ctrl-C stops all processes at once: only the run itself answers, and ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_the_run, daemon=True).start()


def _end_with_the_run() -> None:
    """A run that is killed cannot end its workers: each of them notices by itself."""
    run = parent_process()
    if run is not None:
        wait([run.sentinel])
        os._exit(1)


def _work(job: Job) -> Made:
    return _told(_do[0], job)


def _told(do: Do, job: Job) -> Made:
    try:
        return do(job)
    except (EditionError, FontError, RefusalError, OSError):
        raise
    except Exception as failed:
        why = f"{type(failed).__name__}: {failed}; {_where(failed)}"
        raise EditionError(fault("job", part=_name(job.about), why=why)) from failed


def _name(about: tuple[Any, ...]) -> str:
    """What a job is about, as far as plain texts say it."""
    plain = [str(part) for part in about if isinstance(part, str | int) and str(part)]
    return f"the part {' '.join(plain)}" if plain else "a part"


def _where(failed: BaseException) -> str:
    """The line of the atlas's own code in which a fault arose, for whoever mends it."""
    frames = traceback.extract_tb(failed.__traceback__)
    own = [f for f in frames if Path(f.filename).is_relative_to(ROOT) and sys.prefix not in f.filename]
    last = (own or frames)[-1]
    return f"{Path(last.filename).name}, line {last.lineno}"
