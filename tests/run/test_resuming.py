"""An interrupted run goes on where it ended, and ends with the bytes of one that was never interrupted."""

from __future__ import annotations

import json
import random
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

import thai_newsie
from thai_newsie import Config
from thai_newsie.io.writers import write
from thai_newsie.io.writers.atomic_files import atomic_bytes
from thai_newsie.ner.recognize import SHIPPED_MODEL
from thai_newsie.run import local, resuming
from thai_newsie.run.resuming import ResumeError, work

TEXT = "วันที่ 3 มิถุนายน 2567 นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม {} คน ที่จังหวัดน่าน\n"
KILLS = 20


def collection(path: Path, articles: int, times: int = 1) -> Path:
    lines = [{"id": str(n), "text": TEXT.format(n) * times} for n in range(articles)]
    lines[3] = {"id": "3"}
    path.write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return path


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    return collection(tmp_path / "in.jsonl", 12)


def uninterrupted(inputs: Path, output: Path) -> bytes:
    with output.open("wb") as stream:
        form = output.suffix.removeprefix(".")
        write(thai_newsie.extract_many(thai_newsie.read(inputs)), stream, form)
    return output.read_bytes()


def resumed(inputs: Path, output: Path) -> int:
    """Run to the end in this process; how many records had been there."""
    with work(output, [inputs], config=Config()) as done:
        articles = list(thai_newsie.read(inputs))[done.done :]
        done.finish(local.run(articles), output.suffix.removeprefix("."))
        return done.done


def interrupted(inputs: Path, output: Path, records: int) -> Path:
    """What a run has left that was ended after so many records."""

    class KilledError(Exception):
        pass

    def parts():  # type: ignore[no-untyped-def]
        yield from local.run(list(thai_newsie.read(inputs))[:records])
        raise KilledError

    with pytest.raises(KilledError), work(output, [inputs], config=Config()) as done:
        done.finish(parts(), "jsonl")
    return output.with_name(output.name + ".partial")


def test_killed_twenty_times_it_ends_with_the_same_bytes(tmp_path: Path) -> None:
    inputs = collection(tmp_path / "in.jsonl", 400, times=15)
    expected = uninterrupted(inputs, tmp_path / "expected.jsonl")
    out, partial = tmp_path / "out.jsonl", tmp_path / "out.jsonl.partial"
    command = [sys.executable, "-m", "thai_newsie", "extract", str(inputs), "-o", str(out), "--resume"]
    chance = random.Random(7)
    sizes = [0]
    for turn in range(KILLS):
        engine = ["--engine", "processes", "-j", "2"] if turn % 4 == 3 else ["--engine", "local"]
        process = subprocess.Popen([*command, *engine], stderr=subprocess.DEVNULL)
        if turn % 2:  # somewhere in its work, else at any moment from the first
            more = sizes[-1] + chance.randrange(1, len(expected) // KILLS)
            while process.poll() is None and not (partial.exists() and partial.stat().st_size >= more):
                time.sleep(0.001)
        else:
            time.sleep(chance.uniform(0, 1.5))
        process.kill()
        process.wait()
        assert not out.exists() or process.returncode == 0
        if partial.exists():
            sizes.append(partial.stat().st_size)
            assert expected.startswith(partial.read_bytes()), "right up to its last line"
    assert sizes[-1] > 0 and len(set(sizes)) > KILLS // 4
    done = subprocess.run(command, stderr=subprocess.PIPE, text=True, check=False, timeout=600)
    assert done.returncode == 1, done.stderr  # one of the articles has no text
    assert "399 articles, 1 failed" in done.stderr
    assert out.exists() and out.read_bytes() == expected
    assert sorted(path.name for path in tmp_path.iterdir()) == ["expected.jsonl", "in.jsonl", "out.jsonl"]


@pytest.mark.parametrize("form", ["jsonl", "json", "csv", "parquet"])
def test_every_format_is_resumed(inputs: Path, form: str) -> None:
    out = inputs.with_name(f"out.{form}")
    expected = uninterrupted(inputs, inputs.with_name(f"expected.{form}"))
    interrupted(inputs, out, 5)
    assert not out.exists()
    assert resumed(inputs, out) == 5
    assert out.read_bytes() == expected
    assert not list(inputs.parent.glob("*.partial*"))


def test_a_torn_line_is_cut_wherever_it_was_torn(inputs: Path) -> None:
    out = inputs.with_name("out.jsonl")
    expected = uninterrupted(inputs, inputs.with_name("expected.jsonl"))
    partial = interrupted(inputs, out, 5)
    whole = partial.read_bytes()
    last = whole.rfind(b"\n", 0, -1) + 1
    for end in (0, 1, last - 1, last, last + 1, (last + len(whole)) // 2, len(whole) - 1, len(whole)):
        partial.write_bytes(whole[:end])
        with work(out, [inputs], config=Config()) as done:
            assert done.done == whole[:end].count(b"\n")
        partial.write_bytes(whole)
    assert resumed(inputs, out) == 5
    assert out.read_bytes() == expected


def test_work_of_another_run_is_not_gone_on_with(inputs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = inputs.with_name("out.jsonl")
    partial = interrupted(inputs, out, 5)
    with pytest.raises(ResumeError, match="latin differ"), work(out, [inputs], config=Config(latin=True)):
        pass
    with monkeypatch.context() as patched, pytest.raises(ResumeError, match="version differ"):
        patched.setattr(resuming, "__version__", "0.0.0")
        with work(out, [inputs], config=Config()):
            pass
    inputs.write_bytes(inputs.read_bytes() + b"\n")
    with (
        pytest.raises(ResumeError, match=r"inputs differ.*delete it to begin anew"),
        work(out, [inputs], Config()),
    ):
        pass
    partial.with_name(partial.name + ".run").unlink()
    with pytest.raises(ResumeError, match="an unknown one"), work(out, [inputs], config=Config()):
        pass


@pytest.mark.parametrize("content", ["[]", "null", "7", "[" * 100_000, "{", ""])
def test_work_of_a_run_that_nothing_is_known_of_is_refused(inputs: Path, content: str) -> None:
    out = inputs.with_name("out.jsonl")
    partial = interrupted(inputs, out, 5)
    partial.with_name(partial.name + ".run").write_text(content)
    with pytest.raises(ResumeError, match="an unknown one"), work(out, [inputs], config=Config()):
        pass


@pytest.mark.parametrize(
    "line", [b"", b"{}", b"[]", b"\0\0\0", b'{"id":"4","people":[', b"\xff", b'{"text":"a"}']
)
def test_a_damaged_line_is_named(inputs: Path, line: bytes) -> None:
    out = inputs.with_name("out.jsonl")
    partial = interrupted(inputs, out, 5)
    lines = partial.read_bytes().splitlines()
    partial.write_bytes(b"\n".join([*lines[:2], line, *lines[3:], b""]))
    with (
        pytest.raises(
            ResumeError, match=r"out\.jsonl\.partial:3: is no record.*delete the file to begin anew"
        ),
        work(out, [inputs], config=Config()),
    ):
        pass
    assert not out.exists()


def test_another_model_is_another_run(inputs: Path) -> None:
    """Also one that has replaced the file of the same name."""
    out, model = inputs.with_name("out.jsonl"), inputs.with_name("model.npz")
    model.write_bytes(SHIPPED_MODEL.read_bytes())
    config = Config(recognizer=model)
    for _ in range(2):
        with work(out, [inputs], config):
            pass
    with zipfile.ZipFile(model, "a") as archive:
        archive.comment = b"trained once more"
    with pytest.raises(ResumeError, match="model differ"), work(out, [inputs], config):
        pass


def test_two_runs_do_not_write_one_work(inputs: Path) -> None:
    out = inputs.with_name("out.jsonl")
    with work(out, [inputs], config=Config()) as done:
        with pytest.raises(BlockingIOError, match="another thai-newsie"), work(out, [inputs], Config()):
            pass
        with pytest.raises(BlockingIOError, match="another thai-newsie"), atomic_bytes(out):
            pass
        done.finish([], "jsonl")


def test_a_run_that_starts_together_with_another_one_leaves_its_state(inputs: Path) -> None:
    """It says what its own work depends on only when it may write."""
    out, others = inputs.with_name("out.jsonl"), inputs.with_name("others.jsonl")
    others.write_bytes(inputs.read_bytes() * 2)
    with work(out, [inputs], Config()) as done:
        state = out.with_name("out.jsonl.partial.run").read_bytes()
        out.with_name("out.jsonl.partial").unlink()  # as before the first one has made it
        with pytest.raises(BlockingIOError), work(out, [others], Config()):
            pass
        assert out.with_name("out.jsonl.partial.run").read_bytes() == state
        assert done.done == 0


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_work_behind_a_link_is_beside_the_file(inputs: Path, form: str) -> None:
    folder = inputs.with_name("store")
    folder.mkdir()
    out, link = folder / f"out.{form}", inputs.with_name(f"link.{form}")
    link.symlink_to(out)
    expected = uninterrupted(inputs, inputs.with_name(f"expected.{form}"))
    interrupted(inputs, link, 5)
    assert out.with_name(out.name + ".partial").exists()
    assert resumed(inputs, link) == 5
    assert link.is_symlink() and out.read_bytes() == expected
    assert list(folder.iterdir()) == [out]
