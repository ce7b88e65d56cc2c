"""What is broken is one error record that says where and why, and all that stands around it is read."""

from __future__ import annotations

import gzip
import json
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from thai_newsie.io.readers import read
from thai_newsie.io.readers.standard_input import read_standard_input
from thai_newsie.io.records import NotARecordError, read_records
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

GOOD = '{"text": "ข่าว"}'
Records = Sequence[RawArticle | Failure]


def texts(records: Records) -> list[str | None]:
    """The text of each article, and None for a failure."""
    return [record.text if isinstance(record, RawArticle) else None for record in records]


def failures(records: Records) -> list[Failure]:
    return [record for record in records if isinstance(record, Failure)]


def given(content: str | bytes) -> Records:
    return list(read_standard_input(BytesIO(content.encode() if isinstance(content, str) else content)))


# --- standard input


@pytest.mark.parametrize(
    "first",
    ["\n", " \n\r\n", "\ufeff\n", '{"text": "ข่\n', '{"text": "ข่าว"\n', "{broken\n", 'าว"}\n', "x\n", '{"title": "ก"}\n',
     '{"text": "x"}}\n', "{\n", "{}x\n", '{"text": \n', '{"text": "ก"},\n', "[1\n"],
)  # fmt: skip
def test_a_first_line_that_is_blank_or_broken_leaves_the_others(first: str) -> None:
    found = given(first + f"{GOOD}\n{GOOD}\n{GOOD}")
    assert texts(found)[-3:] == ["ข่าว"] * 3
    assert len(found) == 3 + bool(first.strip("\ufeff \r\n"))
    assert all(failed.source == "-:1" and failed.error for failed in failures(found))


@pytest.mark.parametrize(
    "whole",
    [
        '{\n"parts": [\n{"text": "ก"},\n{"text": "ข"}\n], "text": "ข่าว"}',
        '{"id": 1, "text": "ข่าว",\n"other":\n{"text": "ก"}\n}',
    ],
)
def test_an_object_of_several_lines_is_no_json_lines(whole: str) -> None:
    assert texts(given(whole)) == ["ข่าว"]


def test_a_list_of_several_lines_is_no_json_lines() -> None:
    assert texts(given(f"[\n{GOOD},\n{GOOD}\n]")) == ["ข่าว", "ข่าว"]
    assert texts(given(f"[\n{GOOD},\n{GOOD}\n{GOOD}\n]")) == ["ข่าว", "ข่าว", None]


def test_a_broken_line_before_a_single_article() -> None:
    assert texts(given(f'{{"text": \n{GOOD}\n')) == [None, "ข่าว"]
    assert texts(given(f'{{"text": "ก"\n{GOOD}\n')) == [None, "ข่าว"]


def test_a_text_with_an_object_in_it_remains_a_text() -> None:
    text = 'ตัวอย่าง\n{"id": 1}\nข่าว'
    assert texts(given(text)) == [text]


# --- JSON


def test_a_broken_list_keeps_what_stands_before_the_break(tmp_path: Path) -> None:
    path = tmp_path / "news.json"
    for end in (", {", ', {"text": "ข', ",", "", "] x", ", nothing]"):
        path.write_text(f"[{GOOD}, {GOOD}{end}", encoding="utf-8")
        found = list(read(path))
        assert texts(found) == ["ข่าว", "ข่าว", None]
        assert (found[-1].id, found[-1].source) == ("news:3", f"{path}:3")
        assert "from here to the end of the file" in failures(found)[0].error


def test_a_number_of_many_digits_is_an_id(tmp_path: Path) -> None:
    path = tmp_path / "news.json"
    digits = "7" * 5000
    path.write_text(f'[{GOOD}, {{"id": {digits}, "text": "ข่าว"}}, {GOOD}]', encoding="utf-8")
    assert [record.id for record in read(path)] == ["news:1", digits, "news:3"]


# --- CSV


@pytest.mark.parametrize("place", [0, 1, 3])
@pytest.mark.parametrize("quoted", [False, True], ids=["bare", "quoted"])
def test_a_quote_that_is_not_closed_costs_one_row(place: int, quoted: bool, tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    rows = [f'{n},"ข่าว {n}"' if quoted else f"{n},ข่าว {n}" for n in range(4)]
    rows[place] = f'{place},"ข่าว'
    path.write_text("id,text\n" + "\n".join(rows), encoding="utf-8")
    found = list(read(path))
    assert texts(found) == [None if n == place else f"ข่าว {n}" for n in range(4)]
    (failed,) = failures(found)
    assert (failed.id, failed.source) == (str(place), f"{path}:{place + 1}")
    assert "quote" in failed.error


def test_a_file_that_ends_within_a_long_cell_is_one_failure(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text('id,text\n1,"ก\nข"\n2,"บรรทัดหนึ่ง\nบรรทัดสอง\nบรรทัด', encoding="utf-8")
    assert texts(list(read(path))) == ["ก\nข", None]


def test_a_quote_within_a_cell_is_read_with_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text('id,text,source\n1,"ก" ข,ค\n2,"บรรทัด\nอีก "คำ" หนึ่ง",ง\n3,จ,ฉ\n', encoding="utf-8")
    first, second, third = read(path)
    assert isinstance(first, RawArticle) and "not doubled" in first.warnings[0]
    assert isinstance(second, RawArticle) and second.text.startswith("บรรทัด\nอีก") and second.warnings
    assert isinstance(third, RawArticle) and (third.text, third.warnings) == ("จ", ())


def test_csv_of_an_old_mac_and_with_blank_lines_above(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text('\r\r\nid,text\r1,"ก\rข"\r\r2,ค\r', encoding="utf-8", newline="")
    assert texts(list(read(path))) == ["ก\rข", "ค"]


# --- Parquet


def parquet(path: Path, **columns: pa.Array) -> Records:
    pq.write_table(pa.table({"id": ["a", "b", "c"], "text": ["ข่าว"] * 3, **columns}), path)
    return list(read(path))


NO_UTF_8 = pa.Array.from_buffers(pa.string(), 3, pa.array([b"x", b"\xff", b"x"], pa.binary()).buffers())


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("published", pa.array([0, 10**7, 0], pa.date32())),
        ("published", pa.array([0, 10**12, 0], pa.timestamp("s", "Asia/Bangkok"))),
        ("title", NO_UTF_8),
        ("source", NO_UTF_8),
    ],
    ids=["date32", "timestamp", "title", "source"],
)
@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_bad_cell_of_parquet_costs_one_row(
    column: str, cells: pa.Array, place: int, tmp_path: Path
) -> None:
    order = [1 if n == place else 0 for n in range(3)]
    path = tmp_path / "news.parquet"
    found = parquet(path, **{column: cells.take(pa.array(order))})
    assert texts(found) == [None if n == place else "ข่าว" for n in range(3)]
    (failed,) = failures(found)
    assert (failed.id, failed.source) == ("abc"[place], f"{path}:{place + 1}")
    assert failed.error.startswith(f"{column}: cannot be read: ")


def test_a_time_zone_that_nobody_knows_costs_its_rows_only(tmp_path: Path) -> None:
    found = parquet(tmp_path / "a.parquet", published=pa.array([0, 0, 0], pa.timestamp("s", "Mars/Olympus")))
    (tmp_path / "b.txt").write_text("ข่าว", encoding="utf-8")
    assert texts(found) == [None] * 3
    assert texts(list(read(tmp_path))) == [None, None, None, "ข่าว"]


# --- damage of packed files, and what is no file


@pytest.mark.parametrize("content", [b"no gzip", gzip.compress(GOOD.encode() * 999)[:-20], b"\x1f\x8b", b""])
def test_a_damaged_file_in_the_middle_leaves_the_others(content: bytes, tmp_path: Path) -> None:
    for name in ("a.txt", "c.txt"):
        (tmp_path / name).write_text("ข่าว", encoding="utf-8")
    (tmp_path / "b.json.gz").write_bytes(content)
    first, failed, last = read(tmp_path)
    assert texts([first, last]) == ["ข่าว", "ข่าว"]
    assert isinstance(failed, Failure) and failed.source == str(tmp_path / "b.json.gz")


def test_the_error_of_a_cut_archive_says_how_far_it_was_read(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    lines = "".join(json.dumps({"text": f"{n} " + "ข่าว" * 99}) + "\n" for n in range(999))
    path.write_bytes(gzip.compress(lines.encode(), 1)[:-30])
    *before, last = read(path)
    assert isinstance(last, Failure) and f"cannot be read behind record {len(before)}: " in last.error


def test_standard_input_that_cannot_be_read_is_a_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    class Closed(BytesIO):
        def readline(self, *_: object) -> bytes:
            raise OSError("gone")

    class Input:
        buffer = Closed()

    monkeypatch.setattr("sys.stdin", Input())
    (failed,) = read("-")
    assert isinstance(failed, Failure) and (failed.id, failed.source) == ("stdin", "-")


def test_records_in_a_file_that_is_no_archive_are_told_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl.gz"
    path.write_bytes(b"no gzip")
    with pytest.raises(NotARecordError, match=r"out\.jsonl\.gz: the compressed file is damaged"):
        list(read_records(path))
