"""What reaches a terminal: nothing of an input commands it, and colours stand where the items are."""

from __future__ import annotations

import io
import json
import os
import re
import subprocess
import sys
import warnings
from pathlib import Path

import pytest

import thai_newsie
from command import COMMAND, one_line, run
from thai_newsie.cli.standard_streams import Messages
from thai_newsie.io.terminal import for_terminal
from thai_newsie.io.writers import write
from thai_newsie.run.progress import say
from thai_newsie.schema.article import Failure

CLIPBOARD = "\x1b]52;c;cm0gLXJmIH4=\x07"
HOSTILE = f"{CLIPBOARD}\x9b2J\x7f\u202e"
SHOWN = "\\u001b]52;c;cm0gLXJmIH4=\\u0007\\u009b2J\\u007f\\u202e"
TEXT = f"นายสมชาย ใจดี อธิบดีกรมการข้าว {HOSTILE} กล่าวว่า มีผู้เข้าร่วม 1,200 คน"
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
COLOUR = re.compile(r"\x1b\[[0-9;]*m")


class Screen(io.BytesIO):
    """A stream that says that it is a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / f"{CLIPBOARD}\u202e.json"
    fields = {"id": f"1{HOSTILE}", "title": f"ข่าว{HOSTILE}", "source": f"กรม{HOSTILE}", "text": TEXT}
    path.write_text(json.dumps(fields), encoding="utf-8")
    return path


def on_terminal(*args: object) -> str:
    """What a terminal gets that changes nothing itself."""
    pty = pytest.importorskip("pty")
    import termios

    control, terminal = pty.openpty()
    settings = termios.tcgetattr(terminal)
    settings[1] &= ~termios.OPOST
    termios.tcsetattr(terminal, termios.TCSANOW, settings)
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    process = subprocess.Popen(
        [*COMMAND, *map(str, args)], stdout=terminal, stderr=subprocess.PIPE, env=environment
    )
    os.close(terminal)
    shown = b""
    try:
        while piece := os.read(control, 65_536):
            shown += piece
    except OSError:  # how Linux tells that the other side is closed
        pass
    assert process.wait(timeout=300) == 0
    return shown.decode()


# --- the table


@pytest.mark.parametrize("screen", [io.BytesIO(), Screen()], ids=["pipe", "terminal"])
def test_a_table_commands_nothing(screen: io.BytesIO, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    article = thai_newsie.extract(TEXT, f"ข่าว{HOSTILE}").model_copy(
        update={"id": HOSTILE, "source": HOSTILE, "warnings": (HOSTILE,)}
    )
    named = article.people[0].model_copy(update={"name": HOSTILE})
    write(
        [article.model_copy(update={"people": (named,)}), Failure(id="2", source=HOSTILE, error=HOSTILE)],
        screen,
        "table",
    )
    shown = COLOUR.sub("", screen.getvalue().decode())
    assert CONTROL.search(shown) is None
    assert "\\u001b]52;c;" in shown


@pytest.mark.parametrize("before", ["", "บรรทัดแรก\r\nบรรทัดที่สอง\r\n", f"{HOSTILE}\n", "\x07\x08\x0b\x0c\r "])
def test_colours_stand_on_the_items(before: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    article = thai_newsie.extract(before + "ประชุมวันที่ 9 มีนาคม 2565\r\nที่จังหวัดน่าน")
    screen = Screen()
    write([article], screen, "table")
    coloured = re.findall(r"\x1b\[[0-9;]*m([^\x1b]*)\x1b\[0m", screen.getvalue().decode())
    for item in (*article.dates, *(mention for place in article.places for mention in place.mentions)):
        assert item.text in coloured


# --- the command


@pytest.mark.parametrize(
    "args",
    [["extract"], ["extract", "-f", "csv"], ["extract", "-f", "json"], ["explain"], ["explain", "--json"]],
    ids=" ".join,
)
def test_an_article_commands_no_terminal(args: list[str], article: Path) -> None:
    shown = on_terminal(args[0], article, *args[1:])
    assert CONTROL.search(COLOUR.sub("", shown)) is None
    assert SHOWN in shown.replace("\n", "")


def test_json_on_a_terminal_has_the_same_values_as_in_a_pipe(article: Path) -> None:
    exact = run("extract", article).stdout
    assert HOSTILE[-3:] in exact
    assert json.loads(on_terminal("extract", article, "-f", "jsonl")) == json.loads(exact)
    assert json.loads(on_terminal("extract", article, "-o", "/dev/stdout")) == json.loads(exact)


def test_a_registry_commands_no_terminal(tmp_path: Path) -> None:
    record = (
        thai_newsie.extract("นายสมชาย ใจดี อธิบดีกรมการข้าว")
        .to_json()
        .replace('"สมชาย ใจดี"', '"สมชาย ใจดี\x9b\u202e"')
    )
    (tmp_path / "out.jsonl").write_text(record, encoding="utf-8")
    exact, shown = (
        run("registry", tmp_path / "out.jsonl").stdout,
        on_terminal("registry", tmp_path / "out.jsonl"),
    )
    assert CONTROL.search(shown) is None and CONTROL.search(exact.replace("\n", ""))
    assert json.loads(shown) == json.loads(exact)


def test_misses_command_nothing(tmp_path: Path) -> None:
    (tmp_path / "1.json").write_text(
        json.dumps({"id": HOSTILE, "title": "", "text": "ข่าว"}), encoding="utf-8"
    )
    (tmp_path / "1.gold.json").write_text(json.dumps({"places": [{"text": HOSTILE}]}), encoding="utf-8")
    shown = run("evaluate", tmp_path, "--misses", "places").stdout
    assert SHOWN in shown and CONTROL.search(shown) is None


def test_an_explanation_commands_nothing() -> None:
    why = str(thai_newsie.explain(f"ประชุมที่ห้องประชุม{CLIPBOARD}ชั้น 3 วันที่ 9 มีนาคม 2565 จังหวัด{HOSTILE}น่าน"))
    assert CONTROL.search(why) is None


@pytest.mark.parametrize(
    "args",
    [
        ["extract", f"{CLIPBOARD}.txt"],
        ["extract", "x.txt", "-f", CLIPBOARD],
        ["extract", "x.txt", f"--{CLIPBOARD}"],
        ["extract", "x.txt", "--config", f"{CLIPBOARD}.toml"],
        ["extract", "x.txt", "-o", f"{CLIPBOARD}/out.jsonl"],
        ["extract", "x.txt", "--tables", CLIPBOARD],
        ["explain", CLIPBOARD],
        ["evaluate", CLIPBOARD],
        ["registry", f"{CLIPBOARD}.jsonl"],
        ["report", f"{CLIPBOARD}.jsonl", "-o", "r.html"],
        ["export", "x.jsonl", "--to", CLIPBOARD, "-o", "out"],
        [CLIPBOARD],
    ],
)  # fmt: skip
def test_a_wrong_argument_commands_nothing(args: list[str]) -> None:
    told = one_line(run(*args, status=2))
    assert "1b]52;c;" in told and CONTROL.search(told) is None


def test_a_wrong_number_commands_nothing() -> None:
    told = one_line(run("extract", "x.txt", "-j", CLIPBOARD, status=2))
    assert (
        "--jobs" in told and CONTROL.search(told) is None
    )  # some versions of Typer repeat the value, some do not


def test_a_failure_with_a_hostile_name_commands_nothing(tmp_path: Path) -> None:
    (tmp_path / f"{CLIPBOARD}.json").write_text("{broken", encoding="utf-8")
    (tmp_path / f"1{CLIPBOARD}.txt").write_text("ข่าว", encoding="utf-8")
    failed, _ = run("extract", tmp_path, status=1).stderr.splitlines()
    assert "\\u001b]52;c;" in failed and CONTROL.search(failed) is None


def test_messages_of_libraries_command_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.BytesIO()
    monkeypatch.setattr(sys, "stderr", Messages(screen, "utf-8", line_buffering=True))
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = warnings._showwarning_orig  # type: ignore[attr-defined]  # pytest has its own
        warnings.warn(f"a library says {HOSTILE}", stacklevel=1)
    say(f"a message\nof {HOSTILE}\x1c two lines")
    told = screen.getvalue().decode()
    assert SHOWN in told and CONTROL.search(told) is None
    assert told.splitlines()[-1] == f"thai-newsie: a message of {SHOWN}\\u001c two lines"


def test_a_character_may_come_in_two_pieces() -> None:
    screen = Screen()
    stream = for_terminal(screen)
    for byte in "ก\x9bข\u202e".encode():
        stream.write(bytes([byte]))
    assert screen.getvalue().decode() == "ก\\u009bข\\u202e"
