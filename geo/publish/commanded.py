"""What a command line asks for, done: its answer on the screen, and the code with which it ends."""

from __future__ import annotations

import argparse
import sys
from typing import NoReturn

from geo.publish.asking import RefusalError
from geo.publish.atomic import EditionError
from geo.publish.commands import files_options, report_options, run_files, run_report
from geo.publish.site.command import run_site, site_options
from geo.publish.typeset import FontError

COMMANDS = {
    "files": (files_options, run_files, "tables and outlines with their meaning: ZIP, CSV, XLSX, GeoJSON, GeoParquet"),
    "report": (report_options, run_report, "two-page PDF reports of areas"),
    "site": (site_options, run_site, "an edition: plain files that open anywhere, without a server or a network"),
}


class _Parser(argparse.ArgumentParser):
    """Options that cannot be read are told as anything else that cannot be done: in one sentence, with code 1."""

    def error(self, message: str) -> NoReturn:
        raise RefusalError(f"{message}; {self.prog} --help lists what can be asked for")


def run(arguments: list[str] | None, about: str) -> int:
    """Run one command.

    Parameters
    ----------
    arguments : list of str, optional
        Of the command line of this program when left out.
    about : str
        What ``--help`` says of the program.

    Returns
    -------
    int
        0 all is written, 1 refused, 2 no Thai font, 3 folder or disk do not take it or a page failed.
    """
    parser = _Parser(prog="python -m geo.publish", description=about)
    words = parser.add_subparsers(dest="command", required=True)
    for name, (options, _, help_) in COMMANDS.items():
        options(words.add_parser(name, help=help_, description=help_))
    try:
        chosen = parser.parse_args(arguments)
        print(COMMANDS[chosen.command][1](chosen))
    except RefusalError as told:
        return _refused(told, 1)
    except FontError as told:
        return _refused(told, 2)
    except EditionError as told:
        return _refused(told, 3)
    return 0


def _refused(told: Exception, code: int) -> int:
    print(told, file=sys.stderr)
    return code
