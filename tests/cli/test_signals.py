"""Signals end the command without a traceback and without files that are not finished."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from command import COMMAND
from thai_newsie.lexicon import DATA

TEXT = "นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน"


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text((json.dumps({"text": TEXT * 50}) + "\n") * 2000, encoding="utf-8")
    return path


def started(*args: object) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*COMMAND, *map(str, args)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )


def wait_for(condition: Callable[[], object], process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + 60
    while not condition() and process.poll() is None and time.monotonic() < until:
        time.sleep(0.01)
    assert condition(), process.communicate()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGINT])
@pytest.mark.parametrize("more", [["--engine", "local"], ["--engine", "processes", "-j", "2"]])
def test_a_signal_leaves_no_file(number: int, more: list[str], many: Path, tmp_path: Path) -> None:
    process = started("extract", many, "-o", tmp_path / "out.jsonl", *more)
    wait_for(lambda: any(part.stat().st_size for part in tmp_path.glob(".*.part")), process)
    process.send_signal(number)
    assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == 128 + number
    assert list(tmp_path.iterdir()) == [many]


def test_a_signal_leaves_no_half_folder(tmp_path: Path) -> None:
    """While its records come from a pipe that does not end."""
    records, out = tmp_path / "records.jsonl", tmp_path / "tables"
    os.mkfifo(records)
    (record,) = subprocess.run(
        [*COMMAND, "extract", DATA / "samples" / "rice.txt"], capture_output=True, check=True
    ).stdout.splitlines()
    code = (
        "from pathlib import Path; Path.is_file = lambda self, real=Path.is_file: real(self) or self.is_fifo()\n"
        "from thai_newsie.__main__ import main; main()"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, "export", records, "--to", "csv", "-o", out],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    with records.open("wb", buffering=0) as pipe:
        pipe.write(record + b"\n")
        wait_for(lambda: list(tmp_path.glob(".tables.*.part")), process)
        process.terminate()
        assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == 143
    assert list(tmp_path.iterdir()) == [records]


def test_a_signal_that_is_ignored_remains_so(many: Path, tmp_path: Path) -> None:
    """As `nohup` does."""
    code = (
        "import signal, os; signal.signal(signal.SIGHUP, signal.SIG_IGN)\n"
        "from thai_newsie.io.writers import atomic_files as files\n"
        "whole = files.whole_bytes\n"
        "files.whole_bytes = lambda *args: (os.kill(os.getpid(), signal.SIGHUP), whole(*args))[1]\n"
        "from thai_newsie.__main__ import main; main()"
    )
    out = tmp_path / "out.jsonl"
    sample = DATA / "samples" / "rice.txt"
    done = subprocess.run([sys.executable, "-c", code, "extract", sample, "-o", out], check=False)
    assert done.returncode == 0 and out.exists()


def test_an_early_interrupt_says_nothing() -> None:
    """While the command is imported."""
    code = (
        "import os, signal, sys\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, *more):\n"
        "        if name == 'thai_newsie.cli': os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting())\n"
        "import runpy; runpy.run_module('thai_newsie', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", code, "schema"], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("", "")
    assert done.returncode == -signal.SIGINT


def test_a_signal_in_a_callback_is_not_lost() -> None:
    """Python throws away what is raised while a weak reference ends; the signal ends the command all the same."""
    code = (
        "import os, signal, sys, time, weakref\n"
        "from thai_newsie.cli.signals import ended_by_signals\n"
        "class Thing: pass\n"
        "with ended_by_signals():\n"
        "    thing = Thing()\n"
        "    reference = weakref.ref(thing, lambda _: os.kill(os.getpid(), signal.SIGTERM))\n"
        "    del thing\n"
        "    try: time.sleep(60)\n"
        "    finally: print('in order')\n"
    )
    began = time.monotonic()
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr, done.returncode) == ("in order\n", "", 143)
    assert time.monotonic() - began < 30


def test_a_second_signal_ends_at_once() -> None:
    code = (
        "import os, signal, time\n"
        "from thai_newsie.cli.signals import ended_by_signals\n"
        "with ended_by_signals():\n"
        "    try: os.kill(os.getpid(), signal.SIGTERM)\n"
        "    finally: os.kill(os.getpid(), signal.SIGTERM); time.sleep(60)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stderr, done.returncode) == ("", -signal.SIGTERM)
