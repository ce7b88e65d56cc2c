"""Standard streams that are closed, full or not read: one line or none, and a status that tells of lost output."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from command import COMMAND

pytestmark = pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
CONDITIONS = ("closed", "full", "unread")
TEXT = "นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน"
TO_STDOUT = (
    ["extract", "a.txt"],
    ["extract", "a.txt", "-f", "table"],
    ["extract", "a.txt", "-f", "parquet"],
    ["extract", "a.txt", "-o", "/dev/stdout"],
    ["explain", "a.txt"],
    ["evaluate", "gold"],
    ["registry", "a.jsonl"],
    ["schema"],
    ["--help"],
    ["--version"],
)
TO_FILE = (
    ["extract", "a.txt", "-o", "out.jsonl"],
    ["extract", "a.txt", "-o", "out.jsonl", "--engine", "processes", "-j", "1"],
    ["registry", "a.jsonl", "-o", "out.json"],
    ["report", "a.jsonl", "-o", "out.html"],
    ["export", "a.jsonl", "--to", "popolo", "-o", "out.json"],
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("streams")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    (folder / "gold").mkdir()
    (folder / "gold" / "1.json").write_text('{"id": "1", "title": "", "text": "ข่าว"}', encoding="utf-8")
    (folder / "gold" / "1.gold.json").write_text("{}", encoding="utf-8")
    subprocess.run(
        [*COMMAND, "extract", "a.txt", "-o", "a.jsonl"], cwd=folder, check=True, capture_output=True
    )
    return folder


def run_with(spoiled: dict[int, str], args: list[str], folder: Path) -> tuple[int, bytes, list[str]]:
    """The status, the output and the lines of messages of the command, with some of its streams in a condition."""
    unread, into = os.pipe()
    os.close(unread)
    full = os.open("/dev/full", os.O_RDWR)

    def spoil() -> None:
        for stream, condition in spoiled.items():
            if condition == "closed":
                os.close(stream)
            else:
                os.dup2(full if condition == "full" else into, stream)

    try:
        done = subprocess.run(
            [*COMMAND, *args],
            cwd=folder,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            preexec_fn=spoil,
            timeout=300,
            check=False,
        )
    finally:
        os.close(into)
        os.close(full)
    return done.returncode, done.stdout, done.stderr.decode().splitlines()


@pytest.mark.parametrize("args", TO_STDOUT, ids=" ".join)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_lost_output_is_told(condition: str, args: list[str], folder: Path) -> None:
    status, _, told = run_with({1: condition}, args, folder)
    if condition == "unread":
        assert (status, told) == (141, [])
    else:
        (line,) = told
        assert status == 2 and line.startswith("thai-newsie: ") and "cannot be written: " in line


@pytest.mark.parametrize("args", TO_FILE, ids=" ".join)
@pytest.mark.parametrize("spoiled", [{2: "closed"}, {2: "full"}, {2: "unread"}, {0: "closed", 1: "closed", 2: "closed"}], ids=str)  # fmt: skip
def test_lost_messages_stop_nothing(spoiled: dict[int, str], args: list[str], folder: Path) -> None:
    output = folder / args[args.index("-o") + 1]
    assert run_with({}, args, folder)[0] == 0
    expected = output.read_bytes()
    output.unlink()
    assert run_with(spoiled, args, folder) == (0, b"", [])
    assert output.read_bytes() == expected
    output.unlink()


@pytest.mark.parametrize("condition", CONDITIONS)
def test_an_error_that_nobody_can_read_has_its_status(condition: str, folder: Path) -> None:
    assert run_with({2: condition}, ["extract", "nowhere.txt"], folder) == (2, b"", [])
    assert run_with({2: condition}, ["extrat"], folder) == (2, b"", [])


def test_a_closed_standard_input_is_told(folder: Path) -> None:
    status, out, told = run_with({0: "closed"}, ["extract", "-"], folder)
    assert status == 1 and "cannot be read" in json.loads(out)["error"]
    assert told[0].startswith("thai-newsie: -: cannot be read")


@pytest.mark.parametrize("form", ["jsonl", "table"])
def test_dev_stdout_is_standard_output(form: str, folder: Path) -> None:
    _, expected, _ = run_with({}, ["extract", "a.txt", "-f", form], folder)
    status, out, (summary,) = run_with({}, ["extract", "a.txt", "-f", form, "-o", "/dev/stdout"], folder)
    assert (status, out) == (0, expected) and "written to /dev/stdout" in summary
