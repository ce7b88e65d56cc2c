"""Files and folders that the user may not read or write: told in a word, and the rest goes on."""

from __future__ import annotations

import ctypes
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from thai_newsie.lexicon import DATA

RICE = DATA / "samples" / "rice.txt"
_DROP, _OVERRIDE, _SEARCH = (
    24,
    1,
    2,
)  # PR_CAPBSET_DROP; CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH: linux/prctl.h, capability.h


def _as_any_user() -> None:
    """In the child, before it begins: root may then read and write no more than what it is given to."""
    for capability in (_OVERRIDE, _SEARCH):
        ctypes.CDLL(None).prctl(_DROP, capability, 0, 0, 0)


def _run(*command: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *map(str, command)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        preexec_fn=_as_any_user if hasattr(os, "geteuid") and os.geteuid() == 0 else None,
    )


def _extract(*given: object) -> subprocess.CompletedProcess[str]:
    done = _run("-m", "thai_newsie", "extract", *given)
    assert "Traceback" not in done.stderr
    return done


@pytest.fixture
def shut(tmp_path: Path) -> Path:
    """A file that may not be read; skips where this user reads any (Windows, a container that keeps root's rights)."""
    path = tmp_path / "shut.txt"
    path.write_text("ข่าว", encoding="utf-8")
    path.chmod(0)
    if _run("-c", f"open({str(path)!r})").returncode == 0:
        pytest.skip("nothing is unreadable to this user")
    return path


def test_an_unreadable_file_is_a_failure(shut: Path) -> None:
    done = _extract(shut)
    assert done.returncode == 1
    assert f"{shut}: cannot be read: " in done.stderr and "Permission denied" in done.stderr
    assert "cannot be read" in json.loads(done.stdout)["error"]


def test_the_rest_goes_on(shut: Path) -> None:
    done = _extract(shut, RICE)
    failed, article = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1 and "error" in failed and article["people"]


def test_a_folder_that_may_not_be_listed(shut: Path) -> None:
    folder = shut.parent / "folder"
    folder.mkdir(mode=0)
    done = _extract(folder)
    assert done.returncode == 1
    assert f"{folder}: cannot be read: " in done.stderr and "Permission denied" in done.stderr


def test_a_folder_within_that_may_not_be_listed(shut: Path) -> None:
    folder = shut.parent / "folder"
    (folder / "within").mkdir(parents=True)
    (folder / "z.txt").write_text(RICE.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "within").chmod(0)
    done = _extract(folder)
    failed, article = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1 and "Permission denied" in failed["error"] and article["people"]


def test_an_output_that_may_not_be_written(shut: Path) -> None:
    folder = shut.parent / "folder"
    folder.mkdir(mode=0o555)
    done = _extract(RICE, "-o", folder / "out.jsonl")
    assert done.returncode == 2
    assert done.stderr == f"thai-newsie: {folder / 'out.jsonl'}: cannot be written: Permission denied\n"
    assert not list(folder.iterdir())
