"""Many processes give what one gives; a worker that dies costs at most the article it died of."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count, islice
from pathlib import Path

import pytest

import thai_newsie
from thai_newsie import Config
from thai_newsie.io.writers import FORMATS, writer
from thai_newsie.raw_article import RawArticle
from thai_newsie.run import engine, local, processes, worker
from thai_newsie.run.engine_choice import choose, decompressed_size
from thai_newsie.schema.article import Failure

TEXT = "วันที่ 3 มิถุนายน 2567 นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน"
INPUTS = [
    TEXT,
    {"id": "2", "text": TEXT, "title": "ข่าว", "published": "2024-06-04"},
    {"id": "3", "title": "ไม่มีเนื้อข่าว"},
    Failure(id="4", error="was broken"),
    RawArticle("ข่าว\ud83d", id="5"),
    *({"id": str(n), "text": f"{TEXT} ครั้งที่ {n}"} for n in range(6, 100)),
]


def stat(pid: int) -> str:
    return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]


def is_alive(pid: int) -> bool:
    try:
        return stat(pid) != "Z"
    except OSError:
        return False


@pytest.fixture
def pids(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The processes of the workers that are started."""
    started: list[int] = []
    popen = subprocess.Popen

    def noted(*args: object, **options: object) -> subprocess.Popen[bytes]:
        process = popen(*args, **options)  # type: ignore[call-overload]
        started.append(process.pid)
        return process

    monkeypatch.setattr(worker.subprocess, "Popen", noted)
    return started


def with_worker_code(monkeypatch: pytest.MonkeyPatch, folder: Path, code: str) -> None:
    """Let the workers, and them alone, run `code` as they start."""
    (folder / "sitecustomize.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(sys, "path", [str(folder), *sys.path])


# --- the same as one process, in the same order


def test_records_are_those_of_one_process(monkeypatch: pytest.MonkeyPatch, pids: list[int]) -> None:
    monkeypatch.setitem(processes.run.__kwdefaults__, "characters_here", 0)
    assert list(thai_newsie.extract_many(INPUTS, processes=2)) == list(thai_newsie.extract_many(INPUTS))
    assert len(pids) == 2


@pytest.mark.parametrize("form", set(FORMATS) - {"table"})
def test_every_format_has_the_same_bytes_from_each_engine(form: str) -> None:
    written = []
    for parts in (local.run(INPUTS, form), processes.run(INPUTS, form, processes=2, characters_here=0)):
        stream = io.BytesIO()
        writer(form).write((part.data for part in parts), stream)
        written.append(stream.getvalue())
    assert written[0] == written[1]


def test_parts_tell_what_is_in_them() -> None:
    parts = list(processes.run(INPUTS, processes=2, characters_here=0))
    assert sum(part.articles for part in parts) == 97
    assert sum(part.warned for part in parts) == 1
    assert [failure.id for part in parts for failure in part.failures] == ["3", "4"]


def test_latin_reaches_the_workers() -> None:
    (article,) = processes.run([TEXT], config=Config(latin=True), processes=1, characters_here=0)
    assert b'"latin_source":"transcription"' in article.data


def test_names_of_engines() -> None:
    assert engine("local") is local.run and engine("processes") is processes.run
    with pytest.raises(KeyError):
        engine("hadoop")


# --- what is worth it


def test_few_articles_start_no_process(pids: list[int]) -> None:
    assert len(list(thai_newsie.extract_many(INPUTS, processes=4))) == len(INPUTS)
    assert pids == []


def test_the_engine_follows_the_size(tmp_path: Path) -> None:
    file, packed = tmp_path / "a.jsonl", tmp_path / "b.jsonl.xz"
    file.write_bytes(bytes(1000))
    packed.write_bytes(bytes(1000))
    assert decompressed_size([packed]) > 1000 and decompressed_size([file]) == 1000
    assert choose(None, 2, 10**6) is local.run
    assert choose(None, 1, 10**9) is choose("local", 2, None) is local.run
    assert choose(None, 2, 10**9).keywords == {"processes": 2, "characters_here": 0}  # type: ignore[attr-defined]
    assert choose(None, 2, None).keywords["characters_here"] > 0  # type: ignore[attr-defined]


def test_articles_are_taken_as_they_are_needed() -> None:
    """However many there are, a few chunks a worker are in memory."""
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        for number in count():
            taken = number
            yield TEXT

    parts = processes.run(endless(), processes=2, characters_here=0)
    done = sum(part.articles for part in islice(parts, 10))
    assert taken - done <= 2 * processes._CHUNKS_PER_WORKER * processes._MAX_CHUNK_ARTICLES
    parts.close()  # type: ignore[attr-defined]


# --- the end of workers


def test_no_process_is_left(pids: list[int]) -> None:
    list(processes.run(INPUTS, processes=2, characters_here=0))
    half = processes.run(INPUTS, processes=2, characters_here=0)
    next(half)
    half.close()  # type: ignore[attr-defined]
    assert len(pids) >= 3 and not any(map(is_alive, pids))


def test_a_killed_worker_loses_nothing(pids: list[int]) -> None:
    parts = processes.run(INPUTS, processes=2, characters_here=0)
    records = [next(parts)]
    for pid in pids:
        os.kill(pid, signal.SIGKILL)
    records += parts
    assert b"".join(part.data for part in records) == b"".join(part.data for part in local.run(INPUTS))


def dying(counter: Path, of: str, times: int) -> str:
    """Code for workers: the first `times` of them that read the article with the id `of` are killed."""
    return (
        "import os, pathlib, thai_newsie.article_extraction as e\n"
        "whole = e.extract_raw\n"
        "def dying(raw, config):\n"
        f"    counter = pathlib.Path({str(counter)!r})\n"
        f"    if raw.id == {of!r} and (counter.stat().st_size if counter.exists() else 0) < {times}:\n"
        "        with counter.open('a') as file: file.write('x')\n"
        "        os.kill(os.getpid(), 9)\n"
        "    return whole(raw, config)\n"
        "e.extract_raw = dying\n"
    )


def test_an_article_that_kills_its_worker_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pids: list[int]
) -> None:
    with_worker_code(monkeypatch, tmp_path, dying(tmp_path / "deaths", "7", 1000))
    parts = list(processes.run(INPUTS, processes=1, characters_here=0))
    (killed,) = (failure for part in parts for failure in part.failures if failure.id == "7")
    assert killed.error == "its process was ended by SIGKILL: out of memory?"
    assert sum(part.articles + len(part.failures) for part in parts) == len(INPUTS)
    assert len(pids) == 5, "with others, three times alone, and one for the rest"


def test_an_article_whose_worker_is_killed_now_and_then_is_read(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Somebody kills workers; that one article is in them two times more is chance."""
    with_worker_code(monkeypatch, tmp_path, dying(tmp_path / "deaths", "7", 3))
    parts = processes.run(INPUTS, processes=1, characters_here=0)
    assert b"".join(part.data for part in parts) == b"".join(part.data for part in local.run(INPUTS))
    assert (tmp_path / "deaths").read_text() == "xxx"


def test_workers_killed_in_their_start_cost_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Twelve kills in quick succession: a worker is killed before it has loaded what it needs."""
    starts = tmp_path / "starts"
    code = (
        "import os, pathlib\n"
        f"starts = pathlib.Path({str(starts)!r})\n"
        "with starts.open('a') as file: file.write('x')\n"
        "if starts.stat().st_size <= 12: os.kill(os.getpid(), 9)\n"
    )
    with_worker_code(monkeypatch, tmp_path, code)
    parts = processes.run(INPUTS, processes=1, characters_here=0)
    assert b"".join(part.data for part in parts) == b"".join(part.data for part in local.run(INPUTS))
    assert starts.stat().st_size == 13


def test_a_worker_is_ready_when_all_is_loaded(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Loading takes seconds. Whoever kills then must not be counted against the article that waits."""
    code = dying(tmp_path / "deaths", "", 12)  # the article of the warm-up has no id
    with_worker_code(monkeypatch, tmp_path, code)
    parts = processes.run(INPUTS[4:], processes=1, characters_here=0)
    assert b"".join(part.data for part in parts) == b"".join(part.data for part in local.run(INPUTS[4:]))
    assert (tmp_path / "deaths").stat().st_size == 12


def test_workers_that_are_always_killed_in_their_start_are_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pids: list[int]
) -> None:
    with_worker_code(monkeypatch, tmp_path, "import os; os.kill(os.getpid(), 9)")
    with pytest.raises(worker.WorkerError, match=r"could not be started.*SIGKILL: out of memory"):
        list(processes.run(INPUTS[:5], processes=1, characters_here=0))
    assert len(pids) == worker._MAX_STARTS


def test_an_article_that_takes_all_memory_is_a_failure(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    code = (
        "import thai_newsie.article_extraction as e\n"
        "whole = e.extract_raw\n"
        "e.extract_raw = lambda raw, config: bytearray(1 << 60) if raw.id == '7' else whole(raw, config)\n"
    )
    with_worker_code(monkeypatch, tmp_path, code)
    parts = list(processes.run(INPUTS, processes=1, characters_here=0))
    (failed,) = (failure for part in parts for failure in part.failures if failure.id == "7")
    assert failed.error.startswith("MemoryError")


def test_workers_that_cannot_start_are_an_error(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, pids: list[int]
) -> None:
    with_worker_code(monkeypatch, tmp_path, "import os; os._exit(3)")
    with pytest.raises(worker.WorkerError, match=r"could not be started.*exit status 3"):
        list(processes.run(INPUTS[:5], processes=1, characters_here=0))
    assert len(pids) == 1, "it would end so again"


def test_what_a_worker_prints_is_no_answer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    code = (
        "import thai_newsie.article_extraction as e\n"
        "whole = e.extract_raw\n"
        "e.extract_raw = lambda raw, config: print('hello', flush=True) or whole(raw, config)\n"
    )
    with_worker_code(monkeypatch, tmp_path, code)
    parts = processes.run([TEXT], processes=1, characters_here=0)
    assert [part.articles for part in parts] == [1]


def test_a_script_needs_no_main_guard(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import thai_newsie\n"
        "from thai_newsie.run import processes\n"
        "processes.run.__kwdefaults__['characters_here'] = 0\n"
        f"print(len(list(thai_newsie.extract_many([{TEXT!r}] * 70, processes=2))))",
        encoding="utf-8",
    )
    done = subprocess.run([sys.executable, script], capture_output=True, text=True, check=True, timeout=300)
    assert done.stdout == "70\n" and done.stderr == ""


def test_workers_end_with_whoever_started_them() -> None:
    """Killed, the parent can end nobody: the workers see their input end."""
    code = (
        "from thai_newsie.run import processes; from itertools import repeat\n"
        f"parts = processes.run(repeat({TEXT!r}), processes=2, characters_here=0); next(parts)\n"
        "from pathlib import Path\n"
        "print(*(f.read_text() for f in Path('/proc/self/task').glob('*/children')), flush=True)\n"
        "for part in parts: pass\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.PIPE)
    assert parent.stdout
    children = [int(pid) for pid in parent.stdout.readline().split()]
    assert len(children) == 2
    parent.kill()
    parent.wait()
    until = time.monotonic() + 60
    while any(map(is_alive, children)) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(map(is_alive, children))
