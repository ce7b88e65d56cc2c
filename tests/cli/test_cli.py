"""The command as its users run it: a process of its own, with its output, its errors and its exit status."""

from __future__ import annotations

import json
import lzma
import os
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

import pyarrow.parquet as pq
import pytest

import thai_newsie
from command import COMMAND, one_line, records, run
from thai_newsie.evaluation import LISTS
from thai_newsie.lexicon import DATA

SAMPLES = DATA / "samples"
TEXT = "นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน"


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """A folder of good and broken articles, named in the order they are to come out."""
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "1.txt").write_text(TEXT, encoding="utf-8")
    (folder / "2.json").write_text("{broken", encoding="utf-8")
    (folder / "3.txt").write_bytes(TEXT.encode("cp874"))
    (folder / "4.json").write_text('{"id": "4", "title": "ไม่มีเนื้อข่าว"}', encoding="utf-8")
    (folder / "5.json").write_text(
        json.dumps({"id": 5, "text": TEXT, "published": "yesterday"}), encoding="utf-8"
    )
    lines = [{"id": "6", "text": TEXT}, {"id": "7", "text": None}, {"id": "8", "text": ""}]
    (folder / "6.jsonl.xz").write_bytes(lzma.compress("\n".join(map(json.dumps, lines)).encode()))
    (folder / "6.gold.json").write_text("{}", encoding="utf-8")
    return folder  # fmt: skip


# --- extract


def test_mixed_inputs_keep_their_order_and_nothing_is_missing(mixed: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = run("extract", mixed, "-o", out, status=1)
    found = records(out.read_text(encoding="utf-8"))
    assert [record["id"] for record in found] == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert [record["id"] for record in found if "error" in record] == ["2", "4", "7"]
    assert found[4]["warnings"][0].startswith("published: 'yesterday'")
    assert found[0]["text"] == found[2]["text"] == TEXT
    assert "cp874" in found[2]["warnings"][0]
    assert done.stdout == ""
    *failures, summary = done.stderr.splitlines()
    for name, line in zip(("2.json", "4.json", "6.jsonl.xz:2"), failures, strict=True):
        assert name in line
    for part in ("5 articles", "3 failed", "2 with warnings", str(out)):
        assert part in summary


def test_piped_output_is_json_lines_as_the_library_gives_them() -> None:
    done = run("extract", SAMPLES / "rice.txt")
    (raw,) = thai_newsie.read(SAMPLES / "rice.txt")
    (article,) = thai_newsie.extract_many([raw])
    assert done.stdout == article.to_json() + "\n"
    assert done.stderr == ""


def test_same_bytes_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHASHSEED", "1")
    first = run("extract", SAMPLES).stdout
    monkeypatch.setenv("PYTHONHASHSEED", "2")
    assert run("extract", SAMPLES).stdout == first


def test_several_paths_in_the_order_given() -> None:
    done = run("extract", SAMPLES / "school-lunch.json", "-", SAMPLES / "flood.txt", given=TEXT)
    assert [record["id"] for record in records(done.stdout)] == ["school-lunch", "stdin", "flood"]
    assert "3 articles" in one_line(done)


def test_formats(tmp_path: Path) -> None:
    assert [a["id"] for a in json.loads(run("extract", SAMPLES, "--format", "json").stdout)] == [
        "flood",
        "rice",
        "school-lunch",
    ]
    run("extract", "-", "-o", tmp_path / "out.json", given=TEXT)
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))[0]["text"] == TEXT
    run("extract", "-", "-o", tmp_path / "out.jsonl.xz", given=TEXT)
    assert records(lzma.decompress((tmp_path / "out.jsonl.xz").read_bytes()).decode())[0]["text"] == TEXT
    assert "กรมการข้าว" in run("extract", "-", "--format", "table", given=TEXT).stdout


@pytest.mark.parametrize("locale", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}])
def test_thai_comes_out_whatever_the_locale(locale: dict[str, str]) -> None:
    done = subprocess.run(
        [*COMMAND, "extract", "-"], input=TEXT.encode(), capture_output=True, env={**os.environ, **locale}, check=True
    )  # fmt: skip
    assert json.loads(done.stdout)["text"] == TEXT


def test_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text((json.dumps({"text": TEXT * 20}) + "\n") * 500, encoding="utf-8")
    process = subprocess.Popen([*COMMAND, "extract", many], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdout and process.stderr
    assert process.stdout.readline().startswith(b'{"id":"many:1"')
    process.stdout.close()
    assert process.wait(timeout=300) == 141
    assert process.stderr.read() == b""


@pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are POSIX")
def test_on_a_terminal_an_article_is_shown_in_colour() -> None:
    import pty

    control, terminal = pty.openpty()
    environment = {**os.environ, "TERM": "xterm-256color", "COLUMNS": "100"}
    environment.pop("NO_COLOR", None)
    process = subprocess.Popen(
        [*COMMAND, "extract", str(SAMPLES / "rice.txt")], stdout=terminal, stderr=terminal, env=environment
    )
    os.close(terminal)
    shown = b""
    try:
        while chunk := os.read(control, 65536):
            shown += chunk
    except OSError:  # how Linux tells that the other side is closed
        pass
    assert process.wait(timeout=300) == 0
    assert b"\x1b[" in shown and "ที่มา".encode() not in shown and "สุรินทร์".encode() in shown


def test_interrupted_run_leaves_no_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [*COMMAND, "extract", "-", "-o", str(out)], stdin=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdin
    process.stdin.write((json.dumps({"text": TEXT}) + "\n").encode() * 2)
    process.stdin.flush()
    while not list(tmp_path.glob(".*.part")) and process.poll() is None:
        time.sleep(0.05)
    # An interrupt that arrives within a callback of compiled code is lost, as anywhere in Python: who presses
    # Ctrl-C presses again.
    for _ in range(20):
        process.send_signal(2)
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=5)
            break
    process.stdin.close()
    assert process.wait(timeout=300) == 130
    assert not list(tmp_path.iterdir())


# --- many processes, many formats


@pytest.fixture
def many(tmp_path: Path) -> Path:
    path = tmp_path / "many.jsonl"
    path.write_text(
        "".join(json.dumps({"id": str(n), "text": f"{TEXT} {n}"}) + "\n" for n in range(300)),
        encoding="utf-8",
    )
    return path


def test_the_suffix_names_the_format_and_engines_agree(many: Path, tmp_path: Path) -> None:
    for suffix in ("jsonl", "jsonl.zst", "csv", "parquet"):
        one, two = tmp_path / f"one.{suffix}", tmp_path / f"two.{suffix}"
        run("extract", many, "-o", one, "--engine", "local")
        run("extract", many, "-o", two, "--engine", "processes", "-j", 2)
        assert one.read_bytes() == two.read_bytes()
    ids = [str(n) for n in range(300)]
    assert pq.read_table(tmp_path / "two.parquet").column("id").to_pylist() == ids
    assert [article.id for article in thai_newsie.read(tmp_path / "two.csv")] == ids


def test_ids_that_stand_twice_are_told(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.json").write_text(json.dumps({"id": "1", "text": TEXT}), encoding="utf-8")
    done = run("extract", tmp_path)
    assert [record["warnings"] for record in records(done.stdout)] == [
        [],
        ["id: an earlier article has the same one"],
    ]
    assert "1 with warnings" in one_line(done)


def test_an_interrupted_run_in_many_processes_ends_cleanly(tmp_path: Path) -> None:
    many = tmp_path / "many.jsonl"
    many.write_text((json.dumps({"text": TEXT * 50}) + "\n") * 2000, encoding="utf-8")
    out = tmp_path / "out.jsonl"
    process = subprocess.Popen(
        [*COMMAND, "extract", many, "-o", out, "--engine", "processes", "-j", "2"],
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    while process.poll() is None and not any(part.stat().st_size for part in tmp_path.glob(".*.part")):
        time.sleep(0.02)
    os.killpg(process.pid, 2)  # as a terminal does: to the workers too
    assert process.wait(timeout=60) == 130
    assert process.stderr and process.stderr.read() == b""
    assert [path.name for path in tmp_path.iterdir()] == ["many.jsonl"]
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_closed_pipe_ends_many_processes_too(many: Path) -> None:
    process = subprocess.Popen(
        [*COMMAND, "extract", many, "--engine", "processes", "-j", "2"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout and process.stderr
    assert process.stdout.readline().startswith(b'{"id":"0"')
    process.stdout.close()
    assert process.wait(timeout=60) == 141
    assert process.stderr.read() == b""


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "parquet", "table"])
def test_a_full_disk_is_told_whatever_the_format(form: str, many: Path) -> None:
    done = run("extract", many, "-f", form, "-o", "/dev/full", "--engine", "processes", "-j", 1, status=2)
    assert "/dev/full: cannot be written: No space left on device" in one_line(done)


def test_a_disk_that_fills_leaves_no_half_file(many: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    limited = (
        "import resource, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
        "from thai_newsie.cli import main; main()"
    )
    for more in ([], ["--resume"]):
        done = subprocess.run(
            [sys.executable, "-c", limited, "extract", many, "-o", out, "--engine", "local", *more],
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 2 and "cannot be written" in one_line(done)
        assert not out.exists()
    partial = tmp_path / "out.jsonl.partial"
    assert 0 < partial.stat().st_size <= 50_000
    run("extract", many, "-o", out, "--resume")  # with room again
    assert [record["id"] for record in records(out.read_text(encoding="utf-8"))] == [
        str(n) for n in range(300)
    ]


def test_what_cannot_be_read_is_a_record(tmp_path: Path) -> None:
    """Each odd file gives its one record, and the next is read."""
    (tmp_path / "1.txt").write_bytes(b"\x00" * 5000)
    (tmp_path / "2.jsonl").write_bytes(bytes(range(256)) * 4)
    (tmp_path / "3.jsonl.gz").write_bytes(b"no gzip")
    (tmp_path / "4.csv").write_bytes(b"")
    (tmp_path / "5.parquet").write_bytes(b"PAR1")
    (tmp_path / "6.jsonl").write_bytes(
        (json.dumps({"text": TEXT}, ensure_ascii=False) + "\n").encode("cp874") * 2
    )
    (tmp_path / "7.json").write_text('{"id": [1], "text": "x\\u0000y", "title": 5}')
    if Path("/proc/self/mem").exists():
        (tmp_path / "8.txt").symlink_to("/proc/self/mem")  # opens, and cannot be read
    found = records(run("extract", tmp_path, status=1).stdout)
    told = {record["id"]: record.get("error") for record in found}
    assert told.keys() >= {"3", "4", "5", "6:1", "6:2"}
    assert all(told[name] for name in ("3", "4", "5")) and not told["6:1"]
    assert "cp874" in next(record for record in found if record["id"] == "6:1")["warnings"][0]
    assert told.get("8", "cannot be read") and len(told) >= 8


# --- wrong use: one line, exit status 2, nothing done


def test_wrong_paths(tmp_path: Path) -> None:
    (tmp_path / "news.rtf").touch()
    (tmp_path / "empty").mkdir()
    assert "nowhere.txt: there is no such file" in one_line(run("extract", "nowhere.txt", status=2))
    assert "unknown format; give .txt" in one_line(run("extract", tmp_path / "news.rtf", status=2))
    assert "no articles" in one_line(run("extract", tmp_path / "empty", status=2))


def test_wrong_output(tmp_path: Path) -> None:
    article = tmp_path / "a.json"
    article.write_text('{"text": "ข่าว"}', encoding="utf-8")
    missing = tmp_path / "missing" / "out.jsonl"
    assert "make it first" in one_line(run("extract", article, "-o", missing, status=2))
    assert "is a folder" in one_line(run("extract", article, "-o", tmp_path, status=2))
    assert "write to another file" in one_line(run("extract", article, "-o", article, status=2))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs Linux's /dev/full")
def test_a_full_disk_is_told() -> None:
    assert "/dev/full: cannot be written" in one_line(
        run("extract", "-", "-o", "/dev/full", given=TEXT, status=2)
    )
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert "standard output: cannot be written" in one_line(done) and done.returncode == 2


def test_an_output_among_the_inputs_is_no_article(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"text": "ข่าว"}', encoding="utf-8")
    out = tmp_path / "out.jsonl"
    for _ in range(2):
        run("extract", tmp_path, "-o", out)
        assert [record["id"] for record in records(out.read_text(encoding="utf-8"))] == ["a"]


@pytest.mark.parametrize(
    ("args", "told"),
    [
        (["extract"], "PATH"),
        (["extract", "-", "--format", "xml"], "jsonl, json, csv, parquet, table"),
        (["extract", "-", "--colour"], "--colour"),
        (["extract", "-", "--engine", "hadoop"], "local, processes, spark"),
        (["extract", "-", "--engine", "spark"], "give -o FOLDER.parquet"),
        (["extract", "-", "-j", "0"], "--jobs"),
        (["extract", "-", "-o", "out.jsonl", "--resume"], "needs files to read"),
        (["evaluate", "nowhere"], "nowhere"),
        (["evaluate", ".", "--misses", "laws"], "people, titles"),
        (["extrat", "x"], "extrat"),
    ],
)
def test_wrong_use_is_one_line(args: list[str], told: str) -> None:
    assert told in one_line(run(*args, status=2))


# --- the other commands


def test_version_and_schema() -> None:
    assert run("--version").stdout == f"thai-newsie {thai_newsie.__version__}\n"
    schema = json.loads(run("schema").stdout)
    assert schema["title"] == "Article" and "people" in schema["properties"]


@pytest.mark.parametrize("args", [[], ["--help"], ["extract", "--help"], ["evaluate", "--help"]])
def test_help_has_examples(args: list[str]) -> None:
    shown = run(*args).stdout
    assert "Examples" in shown and "thai-newsie " in shown


def test_help_imports_nothing_heavy() -> None:
    look = (
        "import sys; sys.argv = ['thai-newsie', '--help']\n"
        "from thai_newsie.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*{name.partition('.')[0] for name in sys.modules})"
    )
    done = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, encoding="utf-8", check=True
    )
    loaded = set(done.stdout.splitlines()[-1].split())
    assert "typer" in loaded
    assert not loaded & {"spacy", "numpy", "pythainlp", "nlpo3", "pydantic", "dateparser", "regex"}


def test_evaluate(tmp_path: Path) -> None:
    (tmp_path / "1.json").write_text(json.dumps({"id": "1", "title": "", "text": TEXT}), encoding="utf-8")
    annotation = {
        "id": "1",
        **{name: [] for name in LISTS},
        "people": [{"name": "ไม่มีใคร", "title": "", "roles": []}],
    }
    (tmp_path / "1.gold.json").write_text(json.dumps(annotation), encoding="utf-8")
    shown = run("evaluate", tmp_path, "--misses", "people").stdout
    assert 'missed "ไม่มีใคร"' in shown
    assert [line.split()[0] for line in shown.splitlines()[-11:]] == [*LISTS, "mean"]
    (tmp_path / "out.jsonl").write_text(json.dumps({**annotation, "titles": None}), encoding="utf-8")
    figures = json.loads(run("evaluate", tmp_path, "--predictions", tmp_path / "out.jsonl", "--json").stdout)
    assert figures["mean"] == 1 and figures["articles"] == 1


@pytest.mark.gold
def test_every_annotated_article_comes_out(gold: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    run("extract", gold, "-o", out)
    found = [record["id"] for record in records(out.read_text(encoding="utf-8"))]
    assert found == sorted(path.name.removesuffix(".gold.json") for path in gold.glob("*.gold.json"))
