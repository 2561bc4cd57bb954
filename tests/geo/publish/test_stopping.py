"""Asking a run to stop: at once, after what must not be cut in two, or too late; and its workers end without a word."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import closing, suppress
from pathlib import Path

import pytest

from geo.publish import atomic
from geo.publish.atomic import EditionError, edition
from geo.publish.site.page import Job
from geo.publish.site.workers import results
from geo.publish.stopping import held, stop_if_asked, stoppable, stopped


def ask(how: signal.Signals = signal.SIGINT) -> None:
    """What Ctrl-C or a system that shuts down does."""
    os.kill(os.getpid(), how)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_a_stop_is_answered_where_the_run_stands_and_afterwards_signals_mean_what_they_did(how: signal.Signals) -> None:
    before = signal.getsignal(how)
    with pytest.raises(KeyboardInterrupt), stoppable():
        ask(how)
    assert signal.getsignal(how) is before
    assert stopped()
    with stoppable():
        assert not stopped()


def test_what_must_not_be_cut_in_two_is_done_before_the_stop() -> None:
    done = []

    def run() -> None:
        with stoppable():
            with held():
                ask()
                ask()
                done.append("whole")
            done.append("never")

    with pytest.raises(KeyboardInterrupt):
        run()
    assert done == ["whole"]


def test_a_stop_that_python_dropped_is_found_at_the_next_file(tmp_path: Path) -> None:
    def run() -> None:
        with stoppable(), edition(tmp_path / "out") as made:
            made.write("one.txt", b"1")
            with suppress(KeyboardInterrupt):
                ask()
            made.write("two.txt", b"2")

    with pytest.raises(KeyboardInterrupt):
        run()
    assert list(tmp_path.iterdir()) == []


def test_a_stop_while_the_edition_takes_its_place_is_too_late(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    swap = atomic._swap
    monkeypatch.setattr(atomic, "_swap", lambda *about: (ask(), swap(*about), ask()))
    with stoppable():
        with edition(tmp_path / "out") as made:
            made.write("one.txt", b"1")
        ask()
        stop_if_asked()
    assert (tmp_path / "out" / "one.txt").read_bytes() == b"1"
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_workers_that_are_ended_while_much_is_left_to_do_raise_nothing_in_their_keeper(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said: list[threading.ExceptHookArgs] = []
    monkeypatch.setattr(threading, "excepthook", said.append)
    jobs = [Job(print, (number,)) for number in range(400)]
    for _ in range(5):
        with closing(results(lambda job: [(str(job.about[0]), "", b"")], jobs, 2)) as given:
            assert next(given) == [("0", "", b"")]
    assert said == []


def test_a_worker_that_is_ended_in_the_middle_of_what_it_says_is_told_and_not_awaited() -> None:
    def do(job: Job) -> list[tuple[str, str, bytes]]:
        if job.about[0] == "dies":
            os.kill(os.getpid(), signal.SIGKILL)
        return [(str(job.about[0]), "", bytes(40_000_000))]

    jobs = [Job(print, (name,)) for name in ("one", "two", "dies", "dies")]
    with pytest.raises(EditionError, match="ended from outside"):
        list(results(do, jobs, 2))
