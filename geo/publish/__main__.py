"""Publish from the command line.

``python -m geo.publish files OUT`` writes the figures of an office as archives or single files, ``report OUT`` the
two-page reports of its areas, ``site OUT`` an edition of plain files that opens anywhere.
"""

from __future__ import annotations

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from geo.publish.asking import RefusalError
from geo.publish.atomic import EditionError
from geo.publish.commands import files_options, report_options, run_files, run_report
from geo.publish.faults import fault
from geo.publish.site.command import run_site, site_options
from geo.publish.typeset import FontError

COMMANDS = {
    "files": (files_options, run_files, "tables and outlines with their meaning: ZIP, CSV, XLSX, GeoJSON, GeoParquet"),
    "report": (report_options, run_report, "two-page PDF reports of areas"),
    "site": (site_options, run_site, "an edition: plain files that open anywhere, without a server or a network"),
}


STOPPED = 130


class _Parser(argparse.ArgumentParser):
    """Options that cannot be read are told as anything else that cannot be done: in one sentence, with code 1."""

    def error(self, message: str) -> NoReturn:
        raise RefusalError(f"{message}; {self.prog} --help lists what can be asked for")


@contextmanager
def _stoppable() -> Iterator[None]:
    """Whoever ends the run politely, as a server does that shuts down, is answered as the key Ctrl-C is."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    try:
        before = signal.signal(signal.SIGTERM, stop)
    except ValueError:
        # Only the first thread of a program may answer.
        yield
        return
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def main(arguments: list[str] | None = None) -> int:
    """Run one command and say with which code it ends.

    0 all is written, 1 refused, 2 no Thai font, 3 folder or disk do not take it or a page failed, 130 stopped.
    """
    parser = _Parser(prog="python -m geo.publish", description=__doc__)
    words = parser.add_subparsers(dest="command", required=True)
    for name, (options, _, about) in COMMANDS.items():
        options(words.add_parser(name, help=about, description=about))
    try:
        chosen = parser.parse_args(arguments)
        with _stoppable():
            print(COMMANDS[chosen.command][1](chosen))
    except RefusalError as told:
        print(told, file=sys.stderr)
        return 1
    except FontError as told:
        print(told, file=sys.stderr)
        return 2
    except EditionError as told:
        print(told, file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        print(fault("stopped"), file=sys.stderr)
        return STOPPED
    return 0


if __name__ == "__main__":
    sys.exit(main())
