"""One writer at a time writes an output, whoever they are, and what killed ones have left is removed."""

from __future__ import annotations

import errno
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from thai_newsie.io.writers.atomic_files import atomic_bytes, atomic_folder

# Writes an output and waits in the middle, until its input ends.
WRITER = """
import os, sys
from pathlib import Path
from thai_newsie.io.writers.atomic_files import atomic_bytes, atomic_folder
os.getpid = lambda: 7  # as in a container, where the first process has the same id as in another one
kind, path, content = sys.argv[1:]
def pause():
    print("writing", flush=True)
    sys.stdin.read()
if kind == "file":
    with atomic_bytes(Path(path)) as stream:
        stream.write(content.encode())
        stream.flush()
        pause()
else:
    with atomic_folder(Path(path), ["a.csv"]) as folder:
        (folder / "a.csv").write_text(content)
        pause()
"""


def writer(kind: str, path: Path, content: str) -> subprocess.Popen[str]:
    """A process that is writing `path`."""
    process = subprocess.Popen(
        [sys.executable, "-c", WRITER, kind, str(path), content],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert process.stdout
    if process.stdout.readline() != "writing\n":
        process.wait()
    return process


def content_of(path: Path) -> str:
    return (path / "a.csv" if path.is_dir() else path).read_text()


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_two_processes_of_one_id_do_not_write_one_output(kind: str, tmp_path: Path) -> None:
    out = tmp_path / "out"
    first = writer(kind, out, "of the first one\n" * 100)
    second = writer(kind, out, "of the second one")
    _, told = second.communicate("")
    assert second.returncode and "another thai-newsie is writing it" in told
    assert first.communicate("")[1] == "" and first.returncode == 0
    assert content_of(out) == "of the first one\n" * 100
    assert list(tmp_path.iterdir()) == [out]


def test_two_threads_or_blocks_do_not_write_one_output(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with atomic_bytes(out) as stream:
        stream.write(b"first")
        with pytest.raises(BlockingIOError, match="another thai-newsie"), atomic_bytes(out):
            pass
        with atomic_bytes(tmp_path / "out.2") as other:
            other.write(b"other")
    assert out.read_bytes() == b"first" and (tmp_path / "out.2").read_bytes() == b"other"


def test_links_and_spellings_of_one_output_are_one_output(tmp_path: Path) -> None:
    out, link = tmp_path / "out", tmp_path / "link"
    link.symlink_to(out)
    with atomic_bytes(out):
        for same in (link, tmp_path / "folder" / ".." / "out"):
            with pytest.raises(BlockingIOError), atomic_bytes(same):
                pass


@pytest.mark.parametrize("kind", ["file", "folder"])
def test_what_a_killed_process_left_is_removed_by_the_next_one(kind: str, tmp_path: Path) -> None:
    out = tmp_path / "out[1]*"
    for _ in range(2):
        killed = writer(kind, out, "half")
        killed.kill()
        killed.wait()
        assert not out.exists() and len(list(tmp_path.iterdir())) == 2, "what it wrote, and the lock"
    done = writer(kind, out, "whole")
    assert done.communicate("")[1] == ""
    assert content_of(out) == "whole"
    assert list(tmp_path.iterdir()) == [out]


def test_what_is_alive_or_of_others_stays(tmp_path: Path) -> None:
    """`.out.csv.….part` begins like what a writer of `out` leaves."""
    mine = [
        tmp_path / name for name in (".out.2024.part", ".out.part", ".out.0123456789abcdef.part", "out.part")
    ]
    for path in mine:
        path.touch()
    with atomic_bytes(tmp_path / "out.csv") as stream:
        with atomic_bytes(tmp_path / "out"), atomic_bytes(tmp_path / "csv"):
            pass
        stream.write(b"alive")
    assert (tmp_path / "out.csv").read_bytes() == b"alive"
    assert all(path.exists() for path in mine)


def test_a_folder_put_away_by_a_killed_process_comes_back(tmp_path: Path) -> None:
    """Killed between the two renames; then the next run fails."""
    out = tmp_path / "out"
    code = (
        "from pathlib import Path; import os, sys\n"
        "from thai_newsie.io.writers.atomic_files import atomic_folder\n"
        "rename = Path.rename\n"
        "Path.rename = lambda self, target: (rename(self, target), os.kill(os.getpid(), 9))\n"
        "with atomic_folder(Path(sys.argv[1]), ['a.csv']) as folder: (folder / 'a.csv').write_text('new')"
    )
    with atomic_folder(out, ["a.csv"]) as folder:
        (folder / "a.csv").write_text("before")
    assert subprocess.run([sys.executable, "-c", code, out], check=False).returncode == -signal.SIGKILL
    assert not out.exists()
    with pytest.raises(RuntimeError), atomic_folder(out, ["a.csv"]):
        raise RuntimeError
    assert content_of(out) == "before"
    assert list(tmp_path.iterdir()) == [out]


def test_a_folder_put_away_by_an_interrupted_process_comes_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    with atomic_folder(out, ["a.csv"]) as folder:
        (folder / "a.csv").write_text("before")
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> None:
        rename(self, target)
        if self == out:
            raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", interrupted)
        with pytest.raises(KeyboardInterrupt), atomic_folder(out, ["a.csv"]):
            pass
    assert content_of(out) == "before"
    assert list(tmp_path.iterdir()) == [out]


def test_the_lock_of_a_writer_that_has_just_ended_counts_for_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Opened before the other one removed it, and locked afterwards: the next writer would not meet it."""
    import fcntl

    out, lock = tmp_path / "out", tmp_path / ".out.lock"
    flock, tries = fcntl.flock, []

    def late(file: int, how: int) -> None:
        if not tries:
            lock.unlink()
        tries.append(file)
        flock(file, how)

    monkeypatch.setattr(fcntl, "flock", late)
    with atomic_bytes(out):
        assert len(tries) == 2 and lock.exists()
        monkeypatch.undo()
        with pytest.raises(BlockingIOError), atomic_bytes(out):
            pass


def test_a_file_system_without_locks_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl

    def none(file: int, how: int) -> None:
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))

    monkeypatch.setattr(fcntl, "flock", none)
    with (
        pytest.raises(OSError, match=r"has no locks.*write to another folder"),
        atomic_bytes(tmp_path / "out"),
    ):
        pass


def test_the_lock_ends_with_the_process_and_not_with_its_children(tmp_path: Path) -> None:
    """A worker that outlives its process for a moment does not keep the next run from starting."""
    out = tmp_path / "out"
    code = (
        "import subprocess, sys; from pathlib import Path\n"
        "from thai_newsie.io.writers.atomic_files import atomic_bytes\n"
        "with atomic_bytes(Path(sys.argv[1])):\n"
        "    child = subprocess.Popen(['sleep', '60'], stdout=subprocess.DEVNULL); print(child.pid, flush=True)\n"
        "    sys.stdin.read()"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", code, out], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert parent.stdout
    child = int(parent.stdout.readline())
    try:
        parent.kill()
        parent.wait()
        time.sleep(0.05)
        with atomic_bytes(out) as stream:
            stream.write(b"next")
    finally:
        os.kill(child, signal.SIGKILL)
    assert list(tmp_path.iterdir()) == [out]
