"""Making an edition: whole or not at all, the same every time, and no process is left behind."""

from __future__ import annotations

import errno
import os
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from threading import Event
from typing import TextIO

import pytest

from geo.publish import atomic
from geo.publish.__main__ import main
from geo.publish.atomic import EditionError
from geo.publish.site import front, make, opening
from geo.publish.site.page import Content, Job
from geo.publish.site.plan import Plan

PLAN = Plan("55")
SHORT = (front.jobs, opening.jobs)
Chapter = Callable[[Plan], Iterable[Job]]


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def times(folder: Path) -> dict[str, int]:
    """When each file of a folder was last changed."""
    return {p.relative_to(folder).as_posix(): p.stat().st_mtime_ns for p in folder.rglob("*") if p.is_file()}


def beside(out: Path) -> list[str]:
    """What else lies in the folder of an edition."""
    return sorted(path.name for path in out.parent.iterdir() if path != out)


@pytest.fixture
def of(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """``of(chapter, ...)``: editions are of these chapters alone."""
    monkeypatch.setattr(make, "warm_up", lambda: None)
    return lambda *told: monkeypatch.setattr(make, "CHAPTERS", (*SHORT, *told))


def chapter(*does: Callable[[int], Iterator[tuple[str, Content]]]) -> Chapter:
    """A chapter of a job for each function, about its number."""
    return lambda plan: [Job(do, (number,)) for number, do in enumerate(does, start=1)]


def fine(number: int) -> Iterator[tuple[str, Content]]:
    yield f"data/{number}.txt", b"fine"


def fails(number: int) -> Iterator[tuple[str, Content]]:
    yield f"data/{number}.txt", b"half"
    raise KeyError("no such column")


def dies(number: int) -> Iterator[tuple[str, Content]]:
    os.kill(os.getpid(), signal.SIGKILL)
    yield f"data/{number}.txt", b"never"


def runs_full(number: int) -> Iterator[tuple[str, Content]]:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
    yield f"data/{number}.txt", b"never"


@pytest.mark.parametrize(
    ("job", "cores", "sentence"),
    [
        (fails, 1, r"the part 2 could not be made \(KeyError: 'no such column'; test_make\.py, line \d+\)"),
        (fails, 2, r"the part 2 could not be made \(KeyError: 'no such column'; test_make\.py, line \d+\)"),
        (dies, 2, "ended from outside, mostly for want of memory.* run this again with --cores 1"),
        (runs_full, 2, "the disk is full"),
    ],
)
def test_a_run_in_which_a_job_fails_leaves_the_edition_before_it_and_says_one_sentence(
    of: Callable[..., None], job: Callable[[int], Iterator[tuple[str, Content]]], cores: int, sentence: str,
    tmp_path: Path,
) -> None:  # fmt: skip
    of(chapter(fine))
    make.make(PLAN, tmp_path / "out", "2026-11-25")
    before = content(tmp_path / "out")
    of(chapter(fine, job, fine))
    with pytest.raises(EditionError, match=sentence) as told:
        make.make(PLAN, tmp_path / "out", "2026-11-26", cores=cores)
    assert "is as it was" in str(told.value)
    assert "\n" not in str(told.value)
    assert content(tmp_path / "out") == before
    assert beside(tmp_path / "out") == []


@pytest.mark.parametrize("cores", ["1", "2"])
def test_a_rerun_of_the_same_data_changes_no_byte_and_no_time_on_a_later_day_or_with_other_cores(
    of: Callable[..., None], cores: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    of(chapter(fine, fine))
    out = tmp_path / "out"
    assert main(["site", str(out), "--in", "55", "--date", "2026-11-25", "--cores", "2", "--confirm", "all"]) == 0
    before, when = content(out), times(out)
    capsys.readouterr()
    assert main(["site", str(out), "--in", "55", "--date", "2027-02-01", "--cores", cores, "--confirm", "all"]) == 0
    assert capsys.readouterr().out.strip() == f"{len(before)} files, 0 new or changed, in {out}"
    assert content(out) == before
    assert times(out) == when
    assert beside(out) == []


def test_a_page_that_changes_is_of_the_new_day_and_the_others_keep_theirs(
    of: Callable[..., None], tmp_path: Path
) -> None:
    out = tmp_path / "out"
    of(chapter(fine))
    make.make(PLAN, out, "2026-11-25")
    when = times(out)
    of(chapter(fine, fine))
    assert make.make(PLAN, out, "2027-02-01").written == ["data/2.txt", "edition.json"]
    assert {name: now for name, now in times(out).items() if name in when and name != "edition.json"} == {
        name: then for name, then in when.items() if name != "edition.json"
    }


def test_a_disk_that_fills_up_ends_with_code_3_and_leaves_nothing_half_written(
    of: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    of()
    room = iter(range(3))

    def full(_: int) -> None:
        if next(room, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic.os, "fsync", full)
    assert main(["site", str(tmp_path / "out"), "--in", "55", "--confirm", "all", "--cores", "1"]) == 3
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.strip().splitlines()[-1].startswith("the disk is full")
    assert list(tmp_path.iterdir()) == []


def test_a_foreign_folder_ends_with_code_3_and_is_left_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine", encoding="utf-8")
    assert main(["site", str(tmp_path / "out"), "--in", "55"]) == 3
    complaint = capsys.readouterr().err.strip()
    assert len(complaint.splitlines()) == 1
    assert "is no edition" in complaint
    assert content(tmp_path / "out") == {"mine.txt": b"mine"}
    assert beside(tmp_path / "out") == []


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--in", "99"], "no province '99'"),
        (["--office", "nowhere"], "no office 'nowhere'"),
        (["--confirm", "moon"], "no source 'moon'"),
        (["--date", "2026-13-01"], "no date"),
        (["--lang", "de"], "there is no language 'de'"),
        (["--address", "javascript:x"], "no public address"),
        (["--cores", "-3"], "-3 is no number of processes"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_with_code_1_and_nothing_is_written(
    words: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["site", str(tmp_path / "out"), *words]) == 1
    complaint = capsys.readouterr().err.strip()
    assert sentence in complaint
    assert len(complaint.splitlines()) == 1
    assert list(tmp_path.iterdir()) == []


def test_reports_without_a_thai_font_end_with_code_2_before_anything_is_made(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("geo.publish.typeset.families", lambda: frozenset({"DejaVu Sans"}))
    assert main(["site", str(tmp_path / "out"), "--in", "55", "--reports", "--confirm", "all"]) == 2
    assert "fonts-noto-core" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def waits(number: int) -> Iterator[tuple[str, Content]]:
    """Says that it waits for something that never comes."""
    print("waiting", flush=True)
    Event().wait()
    yield f"data/{number}.txt", b"never"


def begun(out: Path) -> tuple[int, TextIO]:
    """A run of its own, and what it and its workers say; that ends when the last of them has ended."""
    hears, says = os.pipe()
    run = os.fork()
    if run == 0:
        code = 99
        try:
            os.close(hears)
            sys.stdout = sys.stderr = os.fdopen(says, "w", buffering=1)
            code = main(["site", str(out), "--in", "55", "--confirm", "all", "--cores", "2"])
        finally:
            sys.stdout.flush()
            os._exit(code)
    os.close(says)
    return run, os.fdopen(hears)


@pytest.mark.parametrize(
    ("how", "code"), [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGTERM, 130), (signal.SIGINT, 130)]
)
def test_a_run_that_is_stopped_leaves_the_edition_before_it_and_no_worker(
    of: Callable[..., None], how: signal.Signals, code: int, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    of(chapter(fine))
    make.make(PLAN, out, "2026-11-25")
    before = content(out)
    of(chapter(fine, waits, waits))
    run, says = begun(out)
    told = [says.readline()]
    while told.count("waiting\n") < 2:
        told.append(says.readline())
        assert told[-1], told
    with pytest.raises(EditionError, match=f"being written by another run \\(process {run}\\)"):
        make.make(PLAN, out, "2026-11-25")
    os.kill(run, how)
    told += says.read().splitlines(keepends=True)
    assert os.waitstatus_to_exitcode(os.waitpid(run, 0)[1]) == code
    assert told[0] == "0/5 pages\n"
    assert "Traceback" not in "".join(told)
    assert content(out) == before
    if how != signal.SIGKILL:
        assert told[-1] == "stopped: what was there is as it was\n"
        assert beside(out) == []
    of(chapter(fine))
    make.make(PLAN, out, "2026-11-25")
    assert content(out) == before
    assert beside(out) == []
