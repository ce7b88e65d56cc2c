"""Attacks the terminal of who runs the command: hostile texts and names, and streams that are closed, full or not read.

    python benchmarks/attack/terminal.py [--seed 1] [--times 100]

Every subcommand gets hostile texts, titles, ids, file names, annotations, tables and options, with a pseudo-terminal as its
standard output and error. No control character may reach it but the ends of lines and the command's own colours and bar.
Then every subcommand runs with each stream closed, full or not read: the status is not 0 where output is lost, and there is
one line about it. It prints how many attempts there were, how many held, and each that did not.
"""

from __future__ import annotations

import json
import os
import pty
import random
import re
import signal
import subprocess
import sys
import tempfile
import termios
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from trial import Trial

COMMAND = [sys.executable, "-m", "thai_newsie"]
SENTENCE = "นายสมชาย {}ใจดี อธิบดีกรมการข้าว{} กล่าวว่า “มีผู้เข้าร่วม{} 1,200 คน” ที่จังหวัดน่าน {}วันที่ 9 มีนาคม 2565"
COMMANDS = (
    "\x1b]52;c;cm0gLXJmIH4=\x07", "\x1b]0;title\x07", "\x1b[2J\x1b[H", "\x1b[58;5;1mcolour\x1b[0;58m", "\x1b[6n", "\x1bc", "\x1bP+q544e\x1b\\",
    "\x1b]8;;http://evil.example\x07link\x1b]8;;\x07", "\x9b2J", "\x9d52;c;eA==\x9c", "\x90q\x9c", "\x85", "\x07", "\x08\x08", "\x7f", "\r",
    "\rover\x1b[K", "\x0b", "\x0c", "\x0e", "\x1c", "\u202e", "\u2066", "\u200f", "\u061c", "\u2028", "\x00", "\r\n", "\n", "\t",
)  # fmt: skip
# What the command itself writes: colours (58, which only the attack asks for, is none of them) and the bar of progress.
OWN = re.compile(r"\x1b\[(?!58|[0-9;]*;58)[0-9;]*m|\r?\x1b\[2K|\x1b\[1A|\x1b\[\?25[lh]|\r(?=\x1b|\n|$)")
CONTROL = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u206f]|Traceback \(most"
)
SECONDS = 300


@dataclass(frozen=True)
class Attack:
    """Hostile material in a folder, and what runs over it."""

    rng: random.Random
    folder: Path

    def hostile(self, for_name: bool = False) -> str:
        """Some commands of a terminal with letters between them."""
        found = "ข่าว".join(self.rng.sample(COMMANDS, 3))
        return found.replace("\x00", "").replace("/", "") if for_name else found

    def text(self) -> str:
        """A sentence of which something is found, with hostile words in it."""
        return SENTENCE.format(*(self.hostile() for _ in range(4)))

    def article(self) -> dict[str, str]:
        """An article with hostile fields."""
        fields = {name: f"{name}{self.hostile()}" for name in ("id", "title", "source")}
        return {**fields, "text": self.text(), "published": self.rng.choice(["2024-08-24", self.hostile()])}

    def file(self, content: str | bytes, suffix: str) -> Path:
        """A file with a hostile name."""
        path = self.folder / f"{self.rng.randrange(10**6)}{self.hostile(for_name=True)}{suffix}"
        path.write_bytes(content.encode("utf-8", "replace") if isinstance(content, str) else content)
        return path

    def input(self) -> Path:
        """A file that `extract` reads, or says that it cannot."""
        article, other = self.article(), self.article()
        kinds = {
            ".txt": f"{self.text()}\n",
            ".json": json.dumps(article, ensure_ascii=False),
            ".jsonl": f"{json.dumps(article)}\n{self.hostile()}\n{json.dumps(other)}\n",
            ".csv": f'{self.hostile()},id,text\n1,"{self.text()}"\n',
            ".gz": self.hostile(),
            ".parquet": self.hostile(),
        }
        suffix = self.rng.choice(list(kinds))
        return self.file(kinds[suffix], ".txt.gz" if suffix == ".gz" else suffix)

    def records(self) -> Path:
        """What `extract` could have written, or almost."""
        import thai_newsie

        whole = thai_newsie.extract(self.text(), self.hostile()).to_dict()
        broken = {"id": self.hostile(), "people": self.hostile()}
        failure = {"id": self.hostile(), "source": self.hostile(), "error": self.hostile()}
        lines = [
            json.dumps(whole),
            json.dumps(failure),
            self.rng.choice([json.dumps(broken), self.hostile(), "{}"]),
        ]
        return self.file("\n".join(lines[: self.rng.choice([2, 3])]), ".jsonl")

    def annotated(self) -> Path:
        """A folder of articles with annotations."""
        folder = self.folder / f"gold{self.rng.randrange(10**6)}{self.hostile(for_name=True)}"
        folder.mkdir()
        for name in ("1", self.hostile(for_name=True)):
            article = {**self.article(), "published": None}
            gold = {"people": [{"name": self.hostile(), "roles": []}], "places": [{"text": self.hostile()}]}
            if self.rng.random() < 0.3:
                article.pop(self.rng.choice(["id", "title", "text"]))
            if self.rng.random() < 0.3:
                gold["people"] = self.rng.choice([self.hostile(), [self.hostile()], {self.hostile(): 1}])
            (folder / f"{name}.json").write_text(json.dumps(article), encoding="utf-8")
            (folder / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
        return folder

    def tables(self) -> Path:
        """A folder of own tables with a hostile row, a hostile column or a hostile name."""
        folder = self.folder / f"tables{self.rng.randrange(10**6)}{self.hostile(for_name=True)}"
        folder.mkdir()
        name = self.rng.choice(["units", self.hostile(for_name=True)])
        row = self.rng.choice([f"{self.hostile()}\tthing\tsource\n", f"เข่ง\t{self.hostile()}\tsource\n"])
        (folder / f"{name}.tsv").write_text(f"word\ttype\tsource\n{row}", encoding="utf-8")
        return folder

    def argument(self) -> str:
        """A hostile argument, which can hold no NUL."""
        return self.hostile().replace("\x00", "")

    def arguments(self) -> list[str]:
        """One way to run the command."""
        out = ["-o", str(self.folder / f"out{self.rng.randrange(10**6)}{self.hostile(for_name=True)}.jsonl")]
        ways: list[Callable[[], list[object]]] = [
            lambda: ["extract", self.input()],
            lambda: ["extract", self.input(), self.input(), *self.rng.choice([[], out])],
            lambda: ["extract", self.input(), "-f", self.rng.choice(["json", "jsonl", "csv", "table"])],
            lambda: ["extract", self.input(), "-f", "json", "-o", self.rng.choice(["/dev/stdout", "/dev/tty"])],
            lambda: ["extract", self.input(), "--tables", self.tables()],
            lambda: ["extract", self.input(), "--config", self.file(f'"{self.argument()}" = 1', ".toml")],
            lambda: ["extract", self.folder / self.argument()],
            lambda: ["extract", self.input(), self.rng.choice(["-f", "--engine", "-o", "-j"]), self.argument()],
            lambda: ["explain", self.input(), *self.rng.choice([[], ["--json"], ["--about", self.argument()]])],
            lambda: ["evaluate", self.annotated(), "--misses", self.rng.choice(["people", "places"])],
            lambda: ["evaluate", self.annotated(), "--predictions", self.records(), "--misses", "people"],
            lambda: ["registry", self.records(), *self.rng.choice([[], out, ["-o", "/dev/tty"]])],
            lambda: ["report", self.records(), "-o", self.rng.choice([out[1], "/dev/stdout"])],
            lambda: ["export", self.records(), "--to", self.rng.choice(["conll", "gexf", "popolo", self.argument()]), *out],
            lambda: [self.argument()],
            lambda: [self.rng.choice(["schema", "registry", "extract"]), f"--{self.argument()}", "x"],
        ]  # fmt: skip
        return [str(argument) for argument in self.rng.choice(ways)()]


def on_terminal(arguments: list[str]) -> tuple[int, str]:
    """Run the command on a pseudo-terminal that changes nothing; its status, and what the terminal got."""
    process, terminal = pty.fork()
    if not process:
        settings = termios.tcgetattr(1)
        settings[1] &= ~termios.OPOST
        termios.tcsetattr(1, termios.TCSANOW, settings)
        os.environ |= {"TERM": "xterm-256color", "COLUMNS": "100"}
        signal.alarm(SECONDS)
        os.execv(COMMAND[0], COMMAND + arguments)
    shown = b""
    try:
        while piece := os.read(terminal, 65_536):
            shown += piece
    except OSError:  # how Linux tells that the other side is closed
        pass
    os.close(terminal)
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1]), shown.decode("utf-8", "surrogateescape")


def hostile_attempts(seed: int, times: int, folder: Path) -> Iterator[tuple[str, str]]:
    """Each attempt with hostile material, and what is wrong with it; "" where it holds."""
    for time in range(times):
        home = folder / str(time)
        home.mkdir()
        arguments = Attack(random.Random(f"{seed} {time}"), home).arguments()
        status, shown = on_terminal(arguments)
        raw = CONTROL.search(OWN.sub("", shown))
        wrong = f"the terminal got {raw[0]!r}" if raw else "" if status in (0, 1, 2) else f"status {status}"
        yield f"{seed} {time} {arguments}", wrong


def run_with(stream: int, condition: str, arguments: list[str]) -> subprocess.CompletedProcess[bytes]:
    """Run the command with one of its three streams closed, full or without a reader; the others are pipes."""
    unread, into = os.pipe()
    os.close(unread)
    full = os.open("/dev/full", os.O_RDWR)

    def spoil() -> None:
        if condition == "closed":
            os.close(stream)
        else:
            os.dup2(full if condition == "full" else into, stream)

    process = subprocess.Popen(
        COMMAND + arguments,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=spoil,
    )
    os.close(into)
    os.close(full)
    out, told = process.communicate(timeout=SECONDS)
    return subprocess.CompletedProcess(arguments, process.returncode, out, told)


def stream_ways(folder: Path) -> dict[str, tuple[list[str], Path | None]]:
    """Each way to run the command that writes to standard output, or to the file beside it."""
    article, records, gold = folder / "a.txt", folder / "a.jsonl", folder / "gold"
    article.write_text(SENTENCE.replace("{}", ""), encoding="utf-8")
    gold.mkdir()
    (gold / "1.json").write_text('{"id": "1", "title": "", "text": "ข่าว"}', encoding="utf-8")
    (gold / "1.gold.json").write_text("{}", encoding="utf-8")
    subprocess.run([*COMMAND, "extract", article, "-o", records], check=True, capture_output=True)
    ways: dict[str, tuple[list[str], Path | None]] = {
        f"extract -f {form}": (["extract", str(article), "-f", form], None)
        for form in ("jsonl", "json", "csv", "parquet", "table")
    }
    for name, arguments in {
        "extract -": ["extract", "-"], "explain": ["explain", str(article)], "registry": ["registry", str(records)],
        "evaluate": ["evaluate", str(gold)], "schema": ["schema"], "--help": ["--help"], "--version": ["--version"],
    }.items():  # fmt: skip
        ways[name] = arguments, None
    for name, arguments in {
        "extract -o": ["extract", str(article)], "registry -o": ["registry", str(records)], "report -o": ["report", str(records)],
        "export -o": ["export", str(records), "--to", "popolo"],
    }.items():  # fmt: skip
        ways[name] = [*arguments, "-o", str(folder / "out.json")], folder / "out.json"
    ways["wrong use"] = ["extract", str(folder / "nowhere.txt")], None
    return ways


def stream_attempts(folder: Path) -> Iterator[tuple[str, str]]:
    """Each subcommand with each stream in each condition, and what is wrong with it; "" where it holds."""
    for (name, (arguments, output)), stream, condition in product(
        stream_ways(folder).items(), (0, 1, 2), ("closed", "full", "unread")
    ):
        if stream == 0 and (condition != "closed" or name != "extract -"):
            continue  # nothing else reads it
        done = run_with(stream, condition, arguments)
        yield f"{name}, stream {stream} {condition}", _wrong_with(done, name, stream, condition, output)
        if output:
            output.unlink(missing_ok=True)


def _wrong_with(
    done: subprocess.CompletedProcess[bytes], name: str, stream: int, condition: str, output: Path | None
) -> str:
    lines = done.stderr.decode().splitlines()
    if name == "wrong use":
        expected = 2
    elif stream == 0:
        expected = 1  # the record says that standard input cannot be read
    elif stream == 1 and output is None:
        expected = 141 if condition == "unread" else 2
    else:
        expected = 0
    if done.returncode != expected:
        return f"status {done.returncode} and not {expected}: {lines[-1:]}"
    if len(lines) > (2 if stream == 0 else 1) or any(not line.startswith("thai-newsie: ") for line in lines):
        return f"standard error has {lines}"
    return "" if output is None or output.stat().st_size else "the output is not there"


def main() -> None:
    """Attack, and print what did not hold."""
    trial = Trial(
        __doc__, times=100, what_times_are="attempts with hostile material; those with streams are 51"
    )
    with tempfile.TemporaryDirectory() as hostile, tempfile.TemporaryDirectory() as plain:
        for attempts in (
            hostile_attempts(trial.seed, trial.times, Path(hostile)),
            stream_attempts(Path(plain)),
        ):
            for what, wrong in attempts:
                trial.count(what, wrong)
    trial.end()


if __name__ == "__main__":
    main()
