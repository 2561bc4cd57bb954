"""``python -m geo.publish site OUT``: an edition of the country or one office."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

import layers
from geo import cards
from geo.publish.asking import RefusalError, bar, place_options, where_asked
from geo.publish.atomic import check_folder
from geo.publish.faults import fault
from geo.publish.site.make import make
from geo.publish.site.plan import Plan
from geo.publish.typeset import fonts
from geo.words import LANGUAGES


def site_options(parser: ArgumentParser) -> None:
    """Options of ``site``."""
    place_options(parser)
    parser.add_argument("--districts", action="store_true", help="a page for each district too")
    parser.add_argument("--reports", action="store_true", help="with the PDF report of each area that has a page")
    parser.add_argument("--lang", nargs="+", default=list(LANGUAGES), help="th or en; both when left out")
    parser.add_argument("--address", default=None, help="public address of the edition (else ATLAS_EDITION_ADDRESS)")
    parser.add_argument("--date", default="", help="day that new pages bear, such as 2026-11-25; today when left out")
    parser.add_argument("--cores", type=int, default=0, help="processes beside each other; all cores when left out")
    parser.add_argument("--confirm", nargs="+", default=[], metavar="SOURCE",
                        help="sources whose publishers gave you permission, or: all")  # fmt: skip


def run_site(chosen: Namespace) -> str:
    """Write the edition; tells how many files, what changed, and what was left out for want of a permission."""
    where = where_asked(chosen)
    confirmed = cards.source_ids() if "all" in chosen.confirm else chosen.confirm
    if strange := sorted(set(confirmed) - set(cards.source_ids())):
        raise RefusalError(f"there is no source {strange[0]!r}; the folders of data/ name them")
    if unspoken := [lang for lang in chosen.lang if lang not in LANGUAGES]:
        raise RefusalError(f"there is no language {unspoken[0]!r}; there are {', '.join(LANGUAGES)}")
    try:
        today = date.fromisoformat(chosen.date or date.today().isoformat()).isoformat()
    except ValueError as unread:
        raise RefusalError(f"{chosen.date!r} is no date; write it like 2026-11-25") from unread
    base = os.environ.get("ATLAS_EDITION_ADDRESS", "") if chosen.address is None else chosen.address
    if base.strip() and not base.strip().startswith(("https://", "http://")):
        raise RefusalError(fault("address", address=repr(base.strip())))
    asks = tuple(sorted(source for source in confirmed if cards.card(source).may_redistribute == "ask"))
    langs = tuple(lang for lang in LANGUAGES if lang in chosen.lang)
    plan = Plan(where, langs, chosen.districts, chosen.reports, base.strip().rstrip("/"), asks)
    if chosen.cores < 0:
        raise RefusalError(f"{chosen.cores} is no number of processes: write 1 or more, or leave --cores out")
    check_folder(Path(chosen.out).absolute())
    if plan.reports:
        fonts("en")
    # The whole edition is the atlas as these terms allow it, so that nothing slips in by a summary or a score.
    with cards.confirming(confirmed):
        if not layers.catalogue():
            raise RefusalError(fault("nothing"))
        made = make(plan, chosen.out, today, bar("pages"), chosen.cores)
        told = [_left_out()] if layers.left_out() else []
    changed = len([name for name in made.written if name not in ("edition.json", "made.json")])
    return "\n".join([*told, f"{made.count} files, {changed} new or changed, in {chosen.out}"])


def _left_out() -> str:
    """Which layers are not in the edition, and what to do about it."""
    gone = layers.left_out()
    waiting = sorted({s for layer, _ in gone.values() for s in layer.source if not cards.allowed(s)})
    return (
        f"left out {len(gone)} layers: {', '.join(gone)}; ask the publishers of their sources, then add --confirm "
        f"{' '.join(waiting)}"
    )
