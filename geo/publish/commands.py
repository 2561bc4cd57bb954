"""What ``python -m geo.publish`` does: files and reports of an office, written whole or not at all."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

import layers
from geo import cards
from geo.gazetteer import known_level
from geo.measure import latest
from geo.places import offices, places
from geo.publish.asking import RefusalError, place_options, progress, where_asked
from geo.publish.atomic import edition
from geo.publish.extract import Extract, of_view
from geo.publish.files import FORMATS, file_name, make
from geo.publish.licences import asked, permitted
from geo.publish.made import address
from geo.publish.package import archive, bulk
from geo.publish.report import LEVELS, report
from geo.publish.typeset import fonts
from geo.words import LANGUAGES


def _shared(parser: ArgumentParser, levels: Sequence[str]) -> None:
    place_options(parser)
    parser.add_argument("--level", nargs="+", default=["province"], choices=levels, help="province when left out")
    parser.add_argument("--address", default=None, help="public address of the atlas (else ATLAS_ADDRESS)")


def files_options(parser: ArgumentParser) -> None:
    """Options of ``files``."""
    _shared(parser, ("country", "region", *LEVELS))
    parser.add_argument("--layer", nargs="+", default=[], help="only these layers")
    parser.add_argument("--kind", nargs="+", default=["zip"], choices=["zip", *FORMATS], help="zip when left out")
    parser.add_argument("--lang", default="th", choices=LANGUAGES, help="language of texts in the files")
    parser.add_argument("--confirm", nargs="+", default=[], metavar="SOURCE",
                        help="sources whose publishers gave you permission, or: all")  # fmt: skip


def run_files(chosen: Namespace) -> str:
    """Write archives or single files of layers; tells how many, and what was left out."""
    where, confirmed = where_asked(chosen), frozenset(cards.source_ids() if "all" in chosen.confirm else chosen.confirm)
    if strange := sorted(confirmed - set(cards.source_ids())):
        raise RefusalError(f"there is no source {strange[0]!r}; the folders of data/ name them")
    if strange := [layer for layer in chosen.layer if layer not in layers.catalogue()]:
        raise RefusalError(f"there is no layer {strange[0]!r}; there are {', '.join(sorted(layers.catalogue()))}")
    told, count = dict[str, None](), 0
    with edition(chosen.out, keep=True) as made:
        for level, kind in progress([(level, kind) for level in chosen.level for kind in chosen.kind], "files"):
            for own in _extracts(level, kind, where, chosen, confirmed):
                kept, gone = permitted(own)
                told |= {_waiting(own, [layer.id for layer in gone]): None} if gone else {}
                if kept.parts:
                    content = archive(own) if kind == "zip" else make(own, kind)
                    made.write(f"{own.name}.zip" if kind == "zip" else file_name(own, kind), content)
                    count += 1
        if not count:
            raise RefusalError("\n".join(told) or "none of these layers is measured at that level")
    return "\n".join([*told, f"{count} files, {_changed(made.written)} new or changed, in {chosen.out}"])


def _waiting(extract: Extract, gone: list[str]) -> str:
    """Which layers stay behind and what to do about it."""
    sources = " ".join(card.id for card in asked(extract))
    return (
        f"{extract.name}: left out {', '.join(gone)}; ask the publishers of their sources, then add --confirm {sources}"
    )


def _extracts(level: str, kind: str, where: str, chosen: Namespace, confirmed: frozenset[str]) -> Iterator[Extract]:
    """What is to be written: one archive of all layers, or a file for each."""
    if kind == "zip":
        yield bulk(level, where, chosen.lang, confirmed, chosen.layer, chosen.address)
        return
    within = tuple(where.split(",")) if where else None
    for layer in chosen.layer or [key for key, layer in layers.catalogue().items() if level in layer.levels]:
        period = latest(layer, level)
        if period is not None and level in layers.catalogue()[layer].levels:
            params = {"lang": chosen.lang, "layer": layer, "level": level, "year": period}
            params |= {"office" if where in offices() else "in": where}
            shown = address("map", chosen.address, **params)
            codes = list(places(level, within).index)
            own = of_view(layer, level, period, codes, shown, chosen.lang, where, confirmed)
            yield replace(own, shapes=FORMATS[kind].shapes)


def _changed(written: Iterable[str]) -> int:
    return len([name for name in written if name != "edition.json"])


def report_options(parser: ArgumentParser) -> None:
    """Options of ``report``."""
    _shared(parser, LEVELS)
    parser.add_argument("--place", nargs="+", default=[], metavar="CODE", help="codes of places, instead of an office")
    parser.add_argument("--lang", nargs="+", default=["th"], choices=LANGUAGES, help="th when left out")
    parser.add_argument("--date", default="", help="day of making to print, such as 2026-11-25; none when left out")


def run_report(chosen: Namespace) -> str:
    """Write the reports of places or of an office."""
    where = where_asked(chosen)
    for code in chosen.place:
        try:
            level = known_level(code)
        except ValueError as fault:
            raise RefusalError(str(fault)) from fault
        if level not in LEVELS:
            raise RefusalError(f"{code} is a {level}: reports are made of {', '.join(LEVELS)}")
    if chosen.date:
        try:
            date.fromisoformat(chosen.date)
        except ValueError as fault:
            raise RefusalError(f"{chosen.date!r} is no date; write it like 2026-11-25") from fault
    within = tuple(where.split(",")) if where else None
    codes = chosen.place or [str(code) for level in chosen.level for code in places(level, within).index]
    fonts("en")
    wanted = [(code, lang) for code in dict.fromkeys(codes) for lang in dict.fromkeys(chosen.lang)]
    with edition(chosen.out, keep=True) as made:
        for code, lang in progress(wanted, "reports"):
            made.write(f"report-{code}-{lang}.pdf", report(code, lang, chosen.address, chosen.date))
    return f"{len(wanted)} reports, {_changed(made.written)} new or changed, in {chosen.out}"
