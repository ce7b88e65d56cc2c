"""Inputs beyond the limits are error records, in little memory, and the others are read."""

from __future__ import annotations

import gzip
import json
import resource
import subprocess
import tracemalloc
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from command import COMMAND
from thai_newsie import extract, extract_many
from thai_newsie.config import ArticleTooLongError, Config, ConfigError
from thai_newsie.io.readers import read
from thai_newsie.io.readers.standard_input import read_standard_input
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

SMALL = Config(stages=["dates"], max_bytes=100_000, max_characters=50_000)
GOOD = '{"text": "ข่าว"}\n'.encode()
ZEROS = bytes(20_000_000)


@pytest.mark.parametrize("form", ["txt", "json", "jsonl", "csv"])
def test_a_packed_file_is_not_held_to_find_that_it_is_too_large(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"b.{form}.gz"
    path.write_bytes(gzip.compress((b"text\n" if form == "csv" else b"") + ZEROS))
    (tmp_path / "c.txt").write_text("ข่าว", encoding="utf-8")
    tracemalloc.start()
    try:
        failed, last = read(tmp_path, config=SMALL)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert isinstance(failed, Failure) and "max_bytes" in failed.error and str(path) in str(failed.source)
    assert isinstance(last, RawArticle)
    assert peak < 5_000_000


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_line_that_is_too_long_leaves_the_others(place: int, tmp_path: Path) -> None:
    lines = [GOOD] * 3
    lines[place] = b'{"text": "' + b"x" * 200_000 + b'"}\n'
    path = tmp_path / "news.jsonl"
    path.write_bytes(b"".join(lines))
    for found in (list(read(path, config=SMALL)), list(read_standard_input(path.open("rb"), SMALL))):
        assert [isinstance(record, Failure) for record in found] == [n == place for n in range(3)]
        failed = found[place]
        assert isinstance(failed, Failure)
        assert str(failed.source).endswith(f":{place + 1}") and "100,000 bytes" in failed.error


def test_a_row_that_is_too_long_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    long_lines = "\n".join(["ข่าว ยาว"] * 20_000)
    path.write_text(f'id,text\n1,ก\n2,{"x" * 200_000}\n3,ข\n4,"{long_lines}"', encoding="utf-8")
    first, second, third, *rest = read(path, config=SMALL)
    assert [first.id, third.id] == ["1", "3"] and isinstance(second, Failure) and "max_bytes" in second.error
    assert isinstance(rest[0], Failure) and (rest[0].id, rest[0].source) == ("4", f"{path}:4")


def test_json_lines_of_any_size_go_through() -> None:
    stream = BytesIO(GOOD * 50_000)  # ten times what one line may have
    assert sum(isinstance(record, RawArticle) for record in read_standard_input(stream, SMALL)) == 50_000


def test_large_rows_of_parquet_are_read_one_by_one(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    pq.write_table(pa.table({"text": ["x" * 90_000] * 500}), path, use_dictionary=False, write_batch_size=1)
    before = pa.total_allocated_bytes()
    held = [pa.total_allocated_bytes() - before for _ in read(path, config=SMALL)]
    assert len(held) == 500 and max(held) < 10 * 1_000_000


def test_an_article_may_have_so_many_characters() -> None:
    config = Config(stages=["dates"], max_characters=100)
    assert not extract("ก" * 60, title="ข" * 40, config=config).dates
    with pytest.raises(ArticleTooLongError, match="101 characters, more than 100; set max_characters"):
        extract("ก" * 61, title="ข" * 40, config=config)
    found = list(extract_many(["ข่าว", "ก" * 101, "ข่าว"], config=config))
    assert [isinstance(record, Failure) for record in found] == [False, True, False]


def test_a_text_file_is_not_laid_out_if_it_is_too_long(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("x\n" * 40_000)
    (failed,) = read(path, config=SMALL)
    assert isinstance(failed, Failure) and "80,000 characters" in failed.error


@pytest.mark.parametrize("key", ["max_bytes", "max_characters"])
def test_a_limit_is_a_positive_number(key: str) -> None:
    for value in (0, -1, "much", 1.5):
        with pytest.raises(ConfigError, match=key):
            Config(**{key: value})


def test_the_command_has_the_limits_in_its_configuration(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_text("max_characters = 3\nrecognizer = false\n")
    (tmp_path / "long.txt").write_text("กรมการข้าว", encoding="utf-8")
    for command, said in (("extract", "stdout"), ("explain", "stderr")):
        done = subprocess.run(
            [*COMMAND, command, str(tmp_path / "long.txt"), "--config", str(tmp_path / "config.toml")],
            capture_output=True, text=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert done.returncode == 1 and "Traceback" not in done.stderr
        assert "10 characters, more than 3" in getattr(done, said)


def test_without_memory_an_input_is_an_error_record(tmp_path: Path) -> None:
    """A machine with 1.5 GB: what does not fit is told, and the article behind it is read."""
    (tmp_path / "config.toml").write_text("max_bytes = 9_000_000_000\nmax_characters = 9_000_000_000\n")
    with gzip.open(tmp_path / "a.txt.gz", "wb", 1) as file:
        for _ in range(60):
            file.write(ZEROS)
    (tmp_path / "b.txt").write_text("ข่าว", encoding="utf-8")
    done = subprocess.run(
        [*COMMAND, "extract", str(tmp_path), "-j", "1", "--config", str(tmp_path / "config.toml")],
        capture_output=True, text=True, encoding="utf-8", check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (1_500_000_000, 1_500_000_000)),
    )  # fmt: skip
    failed, article = map(json.loads, done.stdout.splitlines())
    assert done.returncode == 1 and "not enough memory" in failed["error"] and article["text"] == "ข่าว"
