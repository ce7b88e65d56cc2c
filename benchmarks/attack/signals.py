"""Ends the command at random moments and in random ways, and says what does not hold.

    python benchmarks/attack/signals.py [--seed 1] [--tries 20] [--only killed]

After each attack the same command runs undisturbed. It must end well, its output must have the bytes of a run that was never
disturbed, and the folder must hold nothing else. What SIGTERM or Ctrl-C ends must have removed by itself what was not
finished, and show no traceback. Each kind of attack prints one line for each try that does not hold, and `tried N, held N`.
The texts are invented. The numbers drawn depend on the seed, the moments on the machine.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

COMMAND = [sys.executable, "-m", "thai_newsie"]
SENTENCE = "วันที่ {} มิถุนายน 2567 นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม {} คน ที่จังหวัดน่าน\n"
ARTICLES, RECORDS = 300, 6_000
POLITE = (signal.SIGTERM, signal.SIGINT)


@dataclass(frozen=True)
class Case:
    """A command that writes `output`, and how long it takes undisturbed."""

    args: tuple[str, ...]
    output: str
    expected: dict[str, bytes]
    seconds: float

    def start(self, folder: Path, *more: str) -> subprocess.Popen[str]:
        """Start it in a folder, in a session of its own: a terminal sends Ctrl-C to all its processes."""
        return subprocess.Popen(
            [*COMMAND, *self.args, "-o", self.output, *more],
            cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
        )  # fmt: skip

    def wrong(self, folder: Path) -> str | None:
        """What is wrong with what a finished run has left in `folder`."""
        if content(folder / self.output) != self.expected:
            return "other bytes"
        left = sorted(path.name for path in folder.iterdir() if path.name != self.output)
        return f"left {', '.join(left)}" if left else None

    def finished(self, folder: Path, *more: str) -> str | None:
        """Run it to the end; what is wrong then."""
        process = self.start(folder, *more)
        told = process.communicate(timeout=300)[1]
        return (
            self.wrong(folder)
            if process.returncode == 0
            else f"the next run ended with {process.returncode}: {told}"
        )


def content(path: Path) -> dict[str, bytes]:
    """The bytes of a file, or of each file in a folder, by its name."""
    files = sorted(path.iterdir()) if path.is_dir() else [path]
    return {file.name: file.read_bytes() for file in files if file.exists()}


def cases(folder: Path) -> Iterator[Case]:
    """Every kind of command that writes something; inputs are written to `folder`."""
    articles, records = folder / "articles.jsonl", folder / "records.jsonl"
    lines = [{"id": str(n), "text": SENTENCE.format(n % 30 + 1, n) * 8} for n in range(ARTICLES)]
    articles.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    one = subprocess.run([*COMMAND, "extract", articles], capture_output=True, check=True).stdout.splitlines(
        True
    )
    records.write_bytes(b"".join(one[n % len(one)] for n in range(RECORDS)))
    given, found = str(articles), str(records)
    plain = {
        "out.jsonl": ("extract", given, "--engine", "local"),
        "out.csv": ("extract", given, "--engine", "processes", "-j", "2"),
        "work.jsonl": ("extract", given, "--engine", "local", "--resume"),
        "work.parquet": ("extract", given, "--engine", "processes", "-j", "2", "--resume"),
        "tables": ("export", found, "--to", "csv"),
        "words.conll": ("export", found, "--to", "conll"),
        "people.json": ("export", found, "--to", "popolo"),
        "registry.json": ("registry", found),
    }
    undisturbed = folder / "undisturbed"
    undisturbed.mkdir()
    for output, args in plain.items():
        began = time.monotonic()
        subprocess.run([*COMMAND, *args, "-o", output], cwd=undisturbed, capture_output=True, check=True)
        yield Case(args, output, content(undisturbed / output), time.monotonic() - began)


def killed(case: Case, folder: Path, chance: random.Random) -> str | None:
    """Ended once or more, the last time possibly over an output that is there already."""
    for _ in range(chance.randint(1, 3)):
        number = chance.choice([signal.SIGKILL, *POLITE])
        process = case.start(folder)
        time.sleep(chance.uniform(0, case.seconds * 1.1))
        if chance.random() < 0.5:
            os.killpg(process.pid, number)
        else:
            process.send_signal(number)
        told = process.communicate(timeout=60)[1]
        if "Traceback" in told or (number in POLITE and len(told.splitlines()) > 1):
            return f"{signal.Signals(number).name} shows {told!r}"
        if number in POLITE and (left := hidden(folder)):
            return f"{signal.Signals(number).name} left {left}"
        if (folder / case.output).exists() and content(folder / case.output) != case.expected:
            return f"{signal.Signals(number).name} left a half output"
    return case.finished(folder)


def hidden(folder: Path) -> list[str]:
    """The hidden files in a folder."""
    return sorted(path.name for path in folder.iterdir() if path.name.startswith("."))


def two_at_once(case: Case, folder: Path, chance: random.Random) -> str | None:
    """Two runs of one command for one output. The second one is refused, or comes when the first has ended."""
    first = case.start(folder)
    time.sleep(chance.choice([0, chance.uniform(0, case.seconds)]))
    second = case.start(folder)
    ends = [(process.communicate(timeout=300)[1], process.returncode) for process in (first, second)]
    for told, status in ends:
        if status not in (0, 2) or (status == 2 and "another thai-newsie is writing it" not in told):
            return f"ended with {status}: {told}"
    if all(status for _, status in ends):
        return "none has written it"
    return case.wrong(folder) or case.finished(folder)


def one_killed_of_two(case: Case, folder: Path, chance: random.Random) -> str | None:
    """A second run starts, then the first is killed."""
    first, second = case.start(folder), case.start(folder)
    time.sleep(chance.uniform(0, case.seconds))
    first.kill()
    first.communicate(timeout=60)
    told = second.communicate(timeout=300)[1]
    if second.returncode and "another thai-newsie is writing it" not in told:
        return f"the second ended with {second.returncode}: {told}"
    return case.finished(folder)


def workers_killed(case: Case, folder: Path, chance: random.Random) -> str | None:
    """Somebody kills the workers, one after the other."""
    process = case.start(folder)
    kills = chance.randint(6, 14)
    pause = chance.choice([0.1, 0.3, 1.0])
    while kills and process.poll() is None:
        time.sleep(chance.uniform(0, pause))
        for worker in chance.sample(children(process.pid), k=1) if children(process.pid) else ():
            try:
                os.kill(worker, signal.SIGKILL)
                kills -= 1
            except ProcessLookupError:
                pass
    told = process.communicate(timeout=300)[1]
    return case.wrong(folder) if process.returncode == 0 else f"ended with {process.returncode}: {told}"


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for task in tasks for child in (task / "children").read_text().split()]
    except OSError:
        return []


Attack = Callable[[Case, Path, random.Random], str | None]
ATTACKS: tuple[Attack, ...] = (killed, two_at_once, one_killed_of_two, workers_killed)


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tries", type=int, default=20, help="of each kind of attack")
    parser.add_argument("--only", choices=[attack.__name__ for attack in ATTACKS])
    options = parser.parse_args()
    failed = 0
    with tempfile.TemporaryDirectory() as root:
        every = list(cases(Path(root)))
        in_workers = [case for case in every if "processes" in case.args]
        for attack in ATTACKS:
            if options.only in (None, attack.__name__):
                chance = random.Random(f"{options.seed} {attack.__name__}")
                suitable = in_workers if attack is workers_killed else every
                failed += _tried(attack, suitable, options.tries, Path(root), chance)
    return bool(failed)


def _tried(attack: Attack, suitable: list[Case], tries: int, root: Path, chance: random.Random) -> int:
    """Attack `tries` times; how many did not hold."""
    failed = 0
    for number in range(tries):
        case = suitable[number % len(suitable)]
        with tempfile.TemporaryDirectory(dir=root) as folder:
            if wrong := attack(case, Path(folder), chance):
                failed += 1
                print(f"{attack.__name__} {number} {' '.join(case.args)}: {wrong}", flush=True)
    print(f"{attack.__name__}: tried {tries}, held {tries - failed}", flush=True)
    return failed


if __name__ == "__main__":
    sys.exit(main())
