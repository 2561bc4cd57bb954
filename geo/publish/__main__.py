"""Publish from the command line.

``python -m geo.publish files OUT`` writes the figures of an office as archives or single files, ``report OUT`` the
two-page reports of its areas, ``site OUT`` an edition of plain files that opens anywhere.
"""

from __future__ import annotations

import argparse
import sys

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


def main(arguments: list[str] | None = None) -> int:
    """Run one command: 0 all is written, 1 refused, 2 no Thai font, 3 the folder or the disk does not take it."""
    parser = argparse.ArgumentParser(prog="python -m geo.publish", description=__doc__)
    words = parser.add_subparsers(dest="command", required=True)
    for name, (options, _, about) in COMMANDS.items():
        options(words.add_parser(name, help=about, description=about))
    chosen = parser.parse_args(arguments)
    try:
        print(COMMANDS[chosen.command][1](chosen))
    except RefusalError as fault:
        print(fault, file=sys.stderr)
        return 1
    except FontError as fault:
        print(fault, file=sys.stderr)
        return 2
    except EditionError as fault:
        print(fault, file=sys.stderr)
        return 3
    return 0


if __name__ == "__main__":
    sys.exit(main())
