"""Publish from the command line.

``python -m geo.publish files OUT`` writes the figures of an office as archives or single files, ``report OUT`` the
two-page reports of its areas, ``site OUT`` an edition of plain files that opens anywhere.
"""

from __future__ import annotations

import sys

from geo.publish.stopping import held, never_again, stoppable, stopped

STOPPED = 130


def main(arguments: list[str] | None = None) -> int:
    """Run one command and say with which code it ends.

    0 all is written, 1 refused, 2 no Thai font, 3 folder or disk do not take it or a page failed, 130 stopped.
    """
    with stoppable():
        try:
            with held():
                # Takes a second or two, in which a stop must be told as later on.
                from geo.publish.commanded import run
            return run(arguments, __doc__ or "")
        except BaseException:
            if not stopped():
                raise
            with held(last=True):
                from geo.publish.faults import fault

                print(fault("stopped"), file=sys.stderr)
            return STOPPED


if __name__ == "__main__":
    code = main()
    never_again()
    sys.exit(code)
