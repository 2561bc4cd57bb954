"""An edition is written whole or not at all: it is built beside the old one and takes its place at the end."""

from __future__ import annotations

import ctypes
import errno
import hashlib
import json
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from geo.publish.faults import fault
from geo.publish.made import method_version
from geo.publish.stopping import held, stop_if_asked

MANIFEST = "edition.json"
_MARK = "atlas edition"
_EXCHANGE = 2


class EditionError(RuntimeError):
    """An edition cannot be written where or as asked; what was there before is as it was."""


class Edition:
    """An edition while it is built: files are handed to it by name, unchanged ones are taken from the one before."""

    def __init__(self, folder: Path, before: Path | None, keep: bool) -> None:
        self._folder, self._before = folder, before
        self._sums: dict[str, str] = {}
        self._old = _listed(before) if before else {}
        self.written: list[str] = []
        if keep:
            for name in self._old:
                self._take_over(name)

    @property
    def count(self) -> int:
        """How many files the edition holds."""
        return len(self._sums)

    def write(self, name: str, content: bytes) -> bool:
        """Put a file into the edition; tells whether it is new or differs from the one before.

        A file that is the same is the very same: its time does not change either.
        """
        stop_if_asked()
        checksum = hashlib.sha256(content).hexdigest()
        if self._old.get(name) == checksum and self._before and _is(self._before / name, checksum):
            self._take_over(name)
            return False
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        # Never through a link to the file of the edition before.
        path.unlink(missing_ok=True)
        with path.open("wb") as opened:
            opened.write(content)
            opened.flush()
            os.fsync(opened.fileno())
        self._sums[name] = checksum
        self.written.append(name)
        return True

    def _take_over(self, name: str) -> None:
        assert self._before is not None
        path = self._folder / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                os.link(self._before / name, path)
            except OSError as refused:
                if refused.errno == errno.ENOSPC:
                    raise
                shutil.copy2(self._before / name, path)
        self._sums[name] = self._old[name]

    def seal(self) -> bool:
        """Write the list of files; tells whether anything differs from the edition before."""
        told = {"kind": _MARK, "method_version": method_version(), "files": dict(sorted(self._sums.items()))}
        self.write(MANIFEST, (json.dumps(told, ensure_ascii=False, indent=1) + "\n").encode())
        return self._before is None or self._sums != {**self._old, MANIFEST: self._sums[MANIFEST]} or bool(self.written)


def _is(path: Path, checksum: str) -> bool:
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == checksum


def _listed(folder: Path) -> dict[str, str]:
    """The files of an edition with their checksums, its list included."""
    raw = (folder / MANIFEST).read_bytes()
    return {**json.loads(raw)["files"], MANIFEST: hashlib.sha256(raw).hexdigest()}


def check_folder(out: Path) -> bool:
    """Whether an edition stands there now; a folder that holds anything else is refused.

    Raises
    ------
    EditionError
        For a file, a whole volume, a folder that is not empty and no edition, or an edition with files of somebody
        else in it.
    """
    if out.exists() and not out.is_dir():
        raise EditionError(fault("file", out=out))
    if out.is_dir() and out.is_mount():
        # A whole stick or volume cannot be exchanged for another: said at once, not after all pages are made.
        raise EditionError(fault("volume", out=out, inside=out / "edition"))
    if not out.exists() or not any(out.iterdir()):
        return False
    try:
        if json.loads((out / MANIFEST).read_text(encoding="utf-8"))["kind"] != _MARK:
            raise KeyError("kind")
        known = _listed(out)
    except (OSError, ValueError, KeyError, TypeError) as unread:
        raise EditionError(fault("foreign", out=out)) from unread
    strange = sorted(
        path.relative_to(out).as_posix()
        for path in out.rglob("*")
        if not path.is_dir() and path.relative_to(out).as_posix() not in known
    )
    if strange:
        raise EditionError(fault("strange", out=out, count=len(strange), first=strange[0]))
    return True


@contextmanager
def edition(out: Path, keep: bool = False) -> Iterator[Edition]:
    """Build an edition; at the end of the block it takes the place of the one before, in one step.

    Parameters
    ----------
    out : Path
        A folder that is new, empty, or an edition.
    keep : bool
        Whether files of the edition before that are not written again stay in it.

    Raises
    ------
    EditionError
        For a foreign folder, a full disk, or a folder that may not be written: one sentence, and what was there is as
        it was. Any other fault inside the block leaves it as it was too.
    """
    out = out.absolute()
    try:
        _tidy(out)
        before = out if check_folder(out) else None
        out.parent.mkdir(parents=True, exist_ok=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{out.name}.building-{os.getpid()}-", dir=out.parent))
    except OSError as refused:
        raise _told(refused, out) from refused
    try:
        made = Edition(folder, before, keep)
        yield made
        # From the first name that changes on the new edition stands: whoever asks for a stop now is too late.
        with held(last=True):
            if made.seal():
                folder.chmod(0o755)
                _swap(folder, out)
    except OSError as refused:
        raise _told(refused, out) from refused
    finally:
        with held():
            shutil.rmtree(folder, ignore_errors=True)


def _told(refused: OSError, out: Path) -> EditionError:
    if refused.errno in (errno.ENOSPC, errno.EDQUOT):
        return EditionError(fault("full", out=out))
    return EditionError(fault("unwritable", out=out, why=refused.strerror or refused))


def _tidy(out: Path) -> None:
    """Clear away what a killed run left; put back an edition that was on its way out."""
    for left in sorted(out.parent.glob(f".{out.name}.building-*")):
        owner = left.name.rsplit("building-", 1)[1].split("-")[0]
        if owner.isdigit() and _runs(int(owner)):
            raise EditionError(fault("busy", out=out, process=owner))
        shutil.rmtree(left, ignore_errors=True)
    for left in sorted(out.parent.glob(f".{out.name}.before-*")):
        if out.exists():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.rename(out)


def _runs(process: int) -> bool:
    if process == os.getpid():
        return False
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return True


def _swap(new: Path, out: Path) -> None:
    """Let a folder take the place of another; afterwards ``new`` holds the old one, or nothing."""
    if not out.exists():
        new.rename(out)
    elif not _exchanged(new, out):
        # Without the one call that exchanges two names there is a moment with neither; a killed run is mended by _tidy.
        aside = out.with_name(new.name.replace(".building-", ".before-"))
        out.rename(aside)
        try:
            new.rename(out)
        finally:
            aside.rename(new if out.exists() else out)


def _exchanged(one: Path, other: Path) -> bool:
    if not sys.platform.startswith("linux"):
        return False
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    return call is not None and call(-100, os.fsencode(one), -100, os.fsencode(other), _EXCHANGE) == 0
