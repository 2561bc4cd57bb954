"""An edition is there whole or not at all, whatever stops the run."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from geo.publish import atomic
from geo.publish.atomic import EditionError, edition

ROOT = Path(__file__).parents[3]


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def made(out: Path, keep: bool = False, **files: bytes) -> list[str]:
    """An edition of these files; gives the names of those that were written."""
    with edition(out, keep) as new:
        for name, text in files.items():
            new.write(f"{name}.txt", text)
    return new.written


def beside(out: Path) -> list[str]:
    """What else lies in the folder of an edition."""
    return sorted(path.name for path in out.parent.iterdir() if path != out)


def test_a_new_edition_takes_the_place_of_the_old_one_whole(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made(out, one=b"1", two=b"2")
    made(out, two=b"2", three=b"3")
    assert set(content(out)) == {"two.txt", "three.txt", "edition.json"}
    assert beside(out) == []


def test_what_is_kept_stays_when_only_a_part_is_written_again(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made(out, one=b"1", two=b"2")
    made(out, keep=True, two=b"II")
    assert content(out)["one.txt"] == b"1"
    assert content(out)["two.txt"] == b"II"


def test_a_rerun_changes_no_file_and_no_time(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made(out, one=b"1", two=b"2")
    before = {p: p.stat().st_mtime_ns for p in out.iterdir()}
    assert made(out, one=b"1", two=b"2") == []
    assert {p: p.stat().st_mtime_ns for p in out.iterdir()} == before
    made(out, one=b"1", two=b"changed")
    assert (out / "one.txt").stat().st_mtime_ns == before[out / "one.txt"]


def test_a_file_that_somebody_changed_is_written_anew(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made(out, one=b"1")
    (out / "one.txt").write_bytes(b"damaged")
    made(out, one=b"1")
    assert (out / "one.txt").read_bytes() == b"1"


@pytest.mark.parametrize("strange", ["notes.txt", "sub/photo.png"])
def test_a_folder_with_files_of_somebody_else_is_refused_and_left_alone(strange: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    (out / strange).parent.mkdir(parents=True)
    (out / strange).write_bytes(b"mine")
    with pytest.raises(EditionError, match="not empty and is no edition"):
        made(out, one=b"1")
    assert content(out) == {strange: b"mine"}


def test_an_edition_with_a_strange_file_in_it_is_refused_by_its_name(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made(out, one=b"1")
    (out / "notes.txt").write_bytes(b"mine")
    with pytest.raises(EditionError, match=r"first notes\.txt\): move them away"):
        made(out, one=b"2")
    assert content(out)["one.txt"] == b"1"


def test_a_file_in_the_place_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").write_bytes(b"mine")
    with pytest.raises(EditionError, match="is a file"):
        made(tmp_path / "out", one=b"1")


def test_a_whole_volume_is_refused_before_anything_is_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "stick"
    out.mkdir()
    monkeypatch.setattr(Path, "is_mount", lambda path: path == out)
    with pytest.raises(EditionError, match=r"stick is a whole disk or volume.* such as .*stick/edition"):
        made(out, one=b"1")
    assert list(tmp_path.iterdir()) == [out]
    made(out / "edition", one=b"1")
    assert content(out / "edition")["one.txt"] == b"1"


def test_a_fault_half_way_leaves_the_old_edition(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made(out, one=b"1")
    with pytest.raises(TypeError):
        made(out, two=b"2", three=None)  # type: ignore[arg-type]
    assert content(out)["one.txt"] == b"1"
    assert beside(out) == []


def test_a_full_disk_is_one_sentence_and_the_old_edition_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "out"
    made(out, one=b"1")

    def full(*_: Any) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(atomic.os, "fsync", full)
    with pytest.raises(EditionError, match="the disk is full"):
        made(out, one=b"2")
    monkeypatch.undo()
    assert content(out)["one.txt"] == b"1"
    assert beside(out) == []


def test_without_the_call_that_exchanges_names_the_result_is_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(atomic, "_exchanged", lambda one, other: False)
    out = tmp_path / "out"
    made(out, one=b"1")
    made(out, two=b"2")
    assert set(content(out)) == {"two.txt", "edition.json"}
    assert beside(out) == []


def test_an_edition_that_was_on_its_way_out_is_put_back(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made(out, one=b"1")
    out.rename(tmp_path / ".out.before-999999999-x")
    made(out, keep=True, two=b"2")
    assert set(content(out)) == {"one.txt", "two.txt", "edition.json"}
    assert beside(out) == []


KILLED = """
import sys
from pathlib import Path
from geo.publish.atomic import edition
with edition(Path(sys.argv[1])) as new:
    new.write("one.txt", b"2")
    print("half way", flush=True)
    sys.stdin.read()
"""


def test_a_killed_run_leaves_the_old_edition_and_the_next_run_clears_up(tmp_path: Path) -> None:
    out = tmp_path / "out"
    made(out, one=b"1", two=b"2")
    before = content(out)
    run = subprocess.Popen(
        [sys.executable, "-c", KILLED, str(out)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    with run:
        assert run.stdout is not None
        assert run.stdout.readline() == b"half way\n"
        with pytest.raises(EditionError, match=f"process {run.pid}"):
            made(out, one=b"3")
        run.send_signal(signal.SIGKILL)
    assert content(out) == before
    assert len(beside(out)) == 1
    made(out, one=b"3")
    assert content(out)["one.txt"] == b"3"
    assert beside(out) == []
