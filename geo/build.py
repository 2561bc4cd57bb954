"""Rebuild what ships in data/ from a folder of raw sources, and prove that nothing changed by accident.

``python -m geo.build RAW [source ...]`` builds and compares checksums; ``--accept`` writes what changed and its
checksums; ``--seal source ...`` takes the files as they stand, for an office that edited them by hand.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import io
import os
import re
import sys
import tomllib
from pathlib import Path

import pandas as pd

from geo.cards import data_folder, source_ids
from geo.problems import SourceError

LONG = ("area_code", "indicator", "year", "period", "value", "unit")
KNOWN = ("base", "low", "high", "note", "note_th")


def read_raw(path: Path) -> pd.DataFrame:
    """A raw CSV with every cell as text; an empty cell stays an empty text, never a number or NaN."""
    return pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")


def plain_csv(table: pd.DataFrame) -> bytes:
    """A table as UTF-8 CSV with LF, rows in the order given."""
    return table.to_csv(index=False, lineterminator="\n").encode()


def long_csv(table: pd.DataFrame) -> bytes:
    """A long table of values as CSV: columns in the house order, rows sorted, so that a person can read a diff.

    Parameters
    ----------
    table : DataFrame of text
        Columns ``area_code, indicator, year, period, value, unit`` and any of ``base, low, high, note, note_th``.

    Raises
    ------
    SourceError
        When a column is missing or unknown, a code is not text, or one area has two values of one indicator and period.
    """
    missing = [column for column in LONG if column not in table]
    unknown = [column for column in table if column not in LONG + KNOWN]
    if missing or unknown:
        raise SourceError(
            f"long table: columns missing {missing}, unknown {unknown}; it holds {', '.join(LONG + KNOWN)}"
        )
    if not all(isinstance(code, str) for code in table["area_code"]):
        raise SourceError("long table: area_code must be text; read the raw file with dtype=str")
    key = ["indicator", "period", "area_code"]
    twice = table.duplicated(key)
    if twice.any():
        raise SourceError(
            f"long table: {int(twice.sum())} values stand twice, first {table.loc[twice, key].iloc[0].tolist()}"
        )
    columns = [*LONG, *(column for column in KNOWN if column in table)]
    return plain_csv(table.sort_values(key, kind="stable")[columns])


def parquet(table: pd.DataFrame) -> bytes:
    """A table as zstd Parquet, the same bytes every time for the same rows."""
    buffer = io.BytesIO()
    table.to_parquet(buffer, compression="zstd", compression_level=9, index=False)
    return buffer.getvalue()


def _build(source: str, raw: Path) -> dict[str, bytes]:
    path = data_folder() / source / "build.py"
    spec = importlib.util.spec_from_file_location(f"data_{source}_build", path)
    if spec is None or spec.loader is None or not path.is_file():
        raise SourceError(f"data/{source}/build.py is missing: without it nobody can tell how the files were made")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    files: dict[str, bytes] = module.build(raw)
    return files


def _write(path: Path, content: bytes) -> None:
    # Written beside and renamed: a killed build leaves the old file whole.
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(path.name + ".part")
    beside.write_bytes(content)
    os.replace(beside, path)


def _write_card(source: str, sums: dict[str, str]) -> None:
    card = data_folder() / source / "source.toml"
    if not card.is_file():
        raise SourceError(f"data/{source}/source.toml is missing: write the source's card first")
    parts = re.split(r"^\[files\]\s*$", card.read_text(encoding="utf-8"), flags=re.MULTILINE)
    # A section written below the list of files is kept: it moves above it.
    below = re.split(r"^(?=\[)", parts[1], maxsplit=1, flags=re.MULTILINE)[1:] if len(parts) > 1 else []
    before = "\n\n".join(part.strip() for part in (parts[0], *below))
    lines = "".join(f'"{name}" = "{sums[name]}"\n' for name in sorted(sums))
    _write(card, f"{before}\n\n[files]\n{lines}".encode())


def rebuild(source: str, raw: Path, accept: bool = False) -> list[str]:
    """Build one source and name every file that is not, byte for byte, the one that ships.

    With ``accept`` the files and the card's checksums are written; files no longer built are removed.
    """
    built = _build(source, raw)
    folder = data_folder() / source
    sums = {name: hashlib.sha256(content).hexdigest() for name, content in built.items()}
    card = folder / "source.toml"
    on_card = (
        dict(re.findall(r'^"(.+)" = "([0-9a-f]{64})"$', card.read_text(encoding="utf-8"), re.MULTILINE))
        if card.is_file()
        else {}
    )
    changed = sorted(
        name
        for name in sums.keys() | on_card.keys()
        if sums.get(name) != on_card.get(name)
        or not (folder / name).is_file()
        or (folder / name).read_bytes() != built.get(name)
    )
    if accept:
        for name in on_card.keys() - built.keys():
            (folder / name).unlink(missing_ok=True)
        for name, content in built.items():
            _write(folder / name, content)
        _write_card(source, sums)
    return changed


def seal(source: str) -> None:
    """Take the files of a source as they stand: write their present checksums into the card."""
    folder = data_folder() / source
    try:
        names = tomllib.loads((folder / "source.toml").read_text(encoding="utf-8")).get("files", {})
    except tomllib.TOMLDecodeError as fault:
        where = f"data/{source}/source.toml"
        raise SourceError(f"{where} cannot be read as TOML ({fault}): mend the line it names") from fault
    absent = [name for name in names if not (folder / name).is_file()]
    if absent or not names:
        raise SourceError(f"data/{source}/source.toml lists {absent or 'no file'}, nothing to seal: correct [files]")
    _write_card(source, {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names})


def main(arguments: list[str] | None = None) -> int:
    """Command line: 0 when every file is the same, or was accepted; 1 when something differs or a source fails."""
    parser = argparse.ArgumentParser(prog="python -m geo.build", description=__doc__)
    parser.add_argument("names", nargs="*", help="RAW folder first, then sources (all when none is named)")
    parser.add_argument("--accept", action="store_true", help="write what changed, with its checksums")
    parser.add_argument("--seal", action="store_true", help="take edited files as they stand; names are sources")
    chosen = parser.parse_args(arguments)
    failed = 0
    if chosen.seal:
        for source in chosen.names:
            try:
                seal(source)
            except (SourceError, FileNotFoundError) as fault:
                print(f"{source}: {fault}", file=sys.stderr)
                failed += 1
        return 1 if failed else 0
    if not chosen.names or not Path(chosen.names[0]).is_dir():
        print(
            "make data: say where the raw sources are, for instance: make data SOURCES=../shared/sources",
            file=sys.stderr,
        )
        return 1
    raw, sources = Path(chosen.names[0]), chosen.names[1:] or source_ids()
    for source in sources:
        try:
            changed = rebuild(source, raw, chosen.accept)
        except (ValueError, LookupError, OSError) as fault:
            # A raw file without the column that is asked for: the other sources are still built.
            kind = "" if isinstance(fault, SourceError) else f"{type(fault).__name__}: "
            print(f"{source}: {kind}{fault}", file=sys.stderr)
            failed += 1
            continue
        if changed and not chosen.accept:
            failed += 1
        verdict = f"{'written' if chosen.accept else 'DIFFERS'}: {', '.join(changed[:5])}" if changed else "same"
        print(f"{source}: {verdict}" + (f" and {len(changed) - 5} more" if len(changed) > 5 else ""))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
