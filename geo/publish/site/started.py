"""An edition made by a run of its own beside the dashboard: how far it is, how it ended, and how to stop it."""

from __future__ import annotations

import io
import re
import subprocess
import sys
import zipfile
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import sha256
from pathlib import Path
from threading import Lock, Thread

from geo.layer import Layer
from geo.publish.atomic import MANIFEST
from geo.publish.licences import without
from geo.publish.site.plan import Plan

ROOT = Path(__file__).resolve().parents[3]
# A run has an interpreter, terms of licences and a memory of its own: nothing of the server changes by it.
PROGRAM = (sys.executable, "-m", "geo.publish")
LONGEST = 80
_DONE = re.compile(r"(\d+)/(\d+) pages")
_WRITTEN = re.compile(r"(\d+) files, (\d+) new or changed, in ")


@dataclass
class Run:
    """A run that was started; all of it can be read while it works.

    Parameters
    ----------
    out : Path
    process : subprocess.Popen
    left_out : tuple of Layer
        Layers that rest on a source whose publisher has not agreed.
    done, whole : int
        How many parts are made, and of how many; 0 of 0 while places and values are read.
    complaint : str
        The last sentence that it said beside its progress.
    answer : str
        What it said at its end.
    """

    out: Path
    process: subprocess.Popen[str]
    left_out: tuple[Layer, ...] = ()
    done: int = 0
    whole: int = 0
    complaint: str = ""
    answer: str = ""
    listening: Thread = field(init=False)

    def __post_init__(self) -> None:
        self.listening = Thread(target=self._listen, daemon=True)
        self.listening.start()

    @property
    def working(self) -> bool:
        """Whether it still works, or has something to say."""
        return self.listening.is_alive()

    @property
    def written(self) -> tuple[int, int] | None:
        """How many files the edition holds and how many of them are new or changed; None when it was not written."""
        found = _WRITTEN.search(self.answer) if self.process.returncode == 0 else None
        return (int(found[1]), int(found[2])) if found else None

    def stop(self) -> None:
        """Ask it to end; it clears up behind itself and the edition before stays whole."""
        self.process.terminate()

    def _listen(self) -> None:
        assert self.process.stderr is not None
        assert self.process.stdout is not None
        for line in self.process.stderr:
            if found := _DONE.fullmatch(line.strip()):
                self.done, self.whole = int(found[1]), int(found[2])
            elif line.strip():
                self.complaint = line.strip()
        self.answer = self.process.stdout.read()
        self.process.wait()


_runs: dict[Path, Run] = {}
_one_at_a_time = Lock()


def folder_name(plan: Plan) -> str:
    """The folder of an edition below that of all editions: the same for the same places, safe whatever they are called.

    Examples
    --------
    >>> folder_name(Plan()), folder_name(Plan("north")), folder_name(Plan("50,51"))
    ('country', 'north', 'provinces-50-51')
    """
    if not plan.where:
        return "country"
    if plan.where.replace(",", "").isdigit():
        name = f"provinces-{plan.where.replace(',', '-')}"
        return name if len(name) <= LONGEST else f"provinces-{sha256(plan.where.encode()).hexdigest()[:16]}"
    return re.sub(r"[^a-z0-9-]", "", plan.where) or "office"


def options(plan: Plan) -> list[str]:
    """A plan as the command line asks for it."""
    asked = ["--lang", *plan.langs, "--address", plan.base]
    if plan.where:
        asked += ["--in" if plan.where.replace(",", "").isdigit() else "--office", plan.where]
    asked += ["--districts"] if plan.districts else []
    asked += ["--reports"] if plan.reports else []
    return [*asked, "--confirm", *plan.confirmed] if plan.confirmed else asked


def begin(plan: Plan, out: Path) -> Run:
    """Start a run for a folder; one that already works for it is given instead."""
    with _one_at_a_time:
        before = _runs.get(out)
        if before is not None and before.working:
            return before
        _runs[out] = Run(
            out,
            subprocess.Popen(
                [*PROGRAM, "site", str(out), *options(plan)],
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.PIPE,
                text=True,
            ),
            tuple(without(plan.confirmed)),
        )
        return _runs[out]


def last_run(out: Path) -> Run | None:
    """The run that works for a folder or was the last to do so since this server started."""
    return _runs.get(out)


def size(out: Path) -> int:
    """Bytes of the edition that stands in a folder; 0 where none does."""
    told = out / MANIFEST
    return _size(out, told.stat().st_mtime_ns) if told.is_file() else 0


@lru_cache(maxsize=8)
def _size(out: Path, modified: int) -> int:
    return sum(path.stat().st_size for path in out.rglob("*") if path.is_file())


def zipped(out: Path) -> bytes:
    """An edition as one archive, in a folder of its name; the same edition gives the same bytes."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(path for path in out.rglob("*") if path.is_file()):
            entry = zipfile.ZipInfo(f"{out.name}/{path.relative_to(out).as_posix()}")
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, path.read_bytes())
    return held.getvalue()
