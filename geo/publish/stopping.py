"""A run that is asked to stop, by Ctrl-C or by a system that shuts down, does so where it suits and says so once.

A stop is KeyboardInterrupt, raised where the run stands. Where that would be lost or leave something half done (while
modules are read, while workers are forked, while the edition takes its place), the block is ``held``.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager

ASKED = (signal.SIGINT, signal.SIGTERM)
_wanted: list[bool] = [False]
_held: list[int] = [0]


def _stop(*_: object) -> None:
    _wanted[0] = True
    if not _held[0]:
        raise KeyboardInterrupt


@contextmanager
def stoppable() -> Iterator[None]:
    """From here on the run is stopped by Ctrl-C and by a polite end alike; afterwards all is as it was."""
    _wanted[0], _held[0] = False, 0
    try:
        before = {which: signal.signal(which, _stop) for which in ASKED}
    except ValueError:
        # Only the first thread of a program may answer.
        yield
        return
    try:
        yield
    finally:
        for which, answer in before.items():
            signal.signal(which, answer)


@contextmanager
def held(last: bool = False) -> Iterator[None]:
    """Within the block nothing stops the run; a stop that was asked for follows after it.

    ``last``: not even then, unless the block fails; with it all is done.
    """
    _held[0] += 1
    done = False
    try:
        yield
        done = True
    finally:
        if not (last and done):
            _held[0] -= 1
    stop_if_asked()


def stop_if_asked() -> None:
    """Stop now if that was asked for: Python drops what a signal raises inside of some of its own functions."""
    if _wanted[0] and not _held[0]:
        raise KeyboardInterrupt


def stopped() -> bool:
    """Whether somebody asked for a stop, whatever has come of it."""
    return _wanted[0]


def never_again() -> None:
    """From here on a stop changes nothing: the program only has to leave."""
    for which in ASKED:
        signal.signal(which, signal.SIG_IGN)
