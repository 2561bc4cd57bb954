"""Jobs done beside each other: what a job gives, one sentence for one that fails, and no worker outlives its run."""

from __future__ import annotations

import os
import signal
import sys
import traceback
from collections.abc import Callable, Generator, Iterator
from multiprocessing import Pipe, get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkProcess
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import Any, NamedTuple

from geo.publish.asking import RefusalError
from geo.publish.atomic import EditionError
from geo.publish.faults import fault
from geo.publish.site.page import Job
from geo.publish.stopping import held, stop_if_asked
from geo.publish.typeset import FontError

ROOT = Path(__file__).resolve().parents[3]
# What a worker sends back: path, language of a page (empty for any other file), content.
Made = list[tuple[str, str, bytes]]
# Jobs that each worker has before it, so that it never waits while the run writes.
AHEAD = 2
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
    workers: list[_Worker] = []
    try:
        with held():
            # Forked workers hold what was read before: places, values and shapes are in memory once.
            for _ in range(min(cores, len(jobs))):
                workers.append(_started(do, jobs))
        yield from _gathered(workers, len(jobs))
    finally:
        with held():
            for worker in workers:
                worker.process.terminate()
            for worker in workers:
                worker.process.join()
                worker.ours.close()


class _Worker(NamedTuple):
    process: ForkProcess
    ours: Connection


def _started(do: Do, jobs: list[Job]) -> _Worker:
    """A worker with a pipe of its own: of one that is ended while it speaks nothing is awaited for ever."""
    ours, theirs = Pipe()
    process = get_context("fork").Process(target=_work, args=(do, jobs, theirs), daemon=True)
    process.start()
    theirs.close()
    return _Worker(process, ours)


def _gathered(workers: list[_Worker], count: int) -> Generator[Made, None, None]:
    """Hand out the jobs by number, and give what comes back in their order."""
    left, made = iter(range(count)), dict[int, Made]()
    for worker in workers * AHEAD:
        _hand_out(worker.ours, left)
    for wanted in range(count):
        while wanted not in made:
            for ready in wait([worker.ours for worker in workers]):
                assert isinstance(ready, Connection)
                try:
                    number, told = ready.recv()
                except (EOFError, OSError) as broken:
                    raise EditionError(fault("worker")) from broken
                if isinstance(told, Exception):
                    raise told
                made[number] = told
                _hand_out(ready, left)
        yield made.pop(wanted)
        stop_if_asked()


def _hand_out(worker: Connection, left: Iterator[int]) -> None:
    number = next(left, None)
    if number is not None:
        try:
            worker.send(number)
        except OSError as broken:
            raise EditionError(fault("worker")) from broken


def _work(do: Do, jobs: list[Job], theirs: Connection) -> None:
    """Do the jobs that are asked for until there is nobody who asks; what is done is told while the next is at work."""
    # A reader who presses Ctrl-C stops all processes at once: only the run itself answers, and ends its workers.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_the_run, daemon=True).start()
    done: SimpleQueue[tuple[int, Made | Exception]] = SimpleQueue()
    Thread(target=_tell, args=(theirs, done), daemon=True).start()
    while True:
        try:
            number = theirs.recv()
        except (EOFError, OSError):
            os._exit(1)
        try:
            done.put((number, _told(do, jobs[number])))
        except (EditionError, FontError, RefusalError, OSError) as failed:
            done.put((number, failed))


def _tell(theirs: Connection, done: SimpleQueue[tuple[int, Made | Exception]]) -> None:
    while True:
        try:
            theirs.send(done.get())
        except OSError:
            os._exit(1)


def _end_with_the_run() -> None:
    """A run that is killed cannot end its workers: each of them notices by itself."""
    run = parent_process()
    if run is not None:
        wait([run.sentinel])
        os._exit(1)


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
