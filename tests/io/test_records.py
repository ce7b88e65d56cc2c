"""What was written is read back, and what is no record says where and why."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

import thai_newsie
from genre import texts
from thai_newsie.corpus import Corpus
from thai_newsie.corpus.registry import build_registry
from thai_newsie.exports import export
from thai_newsie.io.records import NotARecordError, read_records
from thai_newsie.io.writers import write
from thai_newsie.report import write_report
from thai_newsie.schema.article import Failure

TEXT = "วันที่ 29 พฤษภาคม 2562 นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน"
RECORDS = [
    thai_newsie.extract(TEXT, title="ข่าว", published="2019-05-30"),
    Failure(id="2", source="b.json", error="is not JSON"),
]


@pytest.mark.parametrize(
    ("suffix", "pack"),
    [("", bytes), (".gz", gzip.compress), (".xz", lzma.compress)],
)
@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_what_was_written_is_read(form: str, suffix: str, pack: object, tmp_path: Path) -> None:
    stream = io.BytesIO()
    write(RECORDS, stream, form)
    path = tmp_path / f"out.{form}{suffix}"
    path.write_bytes(pack(stream.getvalue()))  # type: ignore[operator]
    assert list(read_records(path)) == RECORDS


@given(texts())
def test_any_article_comes_back_as_it_was(text: str) -> None:
    article = thai_newsie.extract(text)
    assert thai_newsie.Article.model_validate_json(article.to_json()) == article


def forged(**values: object) -> bytes:
    return json.dumps({**RECORDS[0].to_dict(), **values}).encode()


@pytest.mark.parametrize(
    ("name", "content", "told"),
    [
        ("a.jsonl", b'{"id": "1", "text": "x"}', "a.jsonl:1: holds an article that nothing was extracted"),
        ("a.jsonl", b'{"id": "1", "text": "x", "url": "y"}', "a.jsonl:1: holds an article that nothing"),
        ("a.jsonl", b'\n{"id": "1", "err', "a.jsonl:2: is not JSON"),
        ("a.json", b"{}", "a.json: holds an article that nothing"),
        ("a.jsonl", b"[1]", "a.jsonl:1: a record is an object, not list"),
        ("a.jsonl", b'{"text": "x", "people": [], "colour": 1}', "a.jsonl:1: is no record.*colour"),
        ("a.jsonl", b'{"text": "x", "people": [{"id": 3}]}', r"is no record of thai-newsie: people\.0\.id"),
        ("a.json", b'[{"error": "x"}, 1]', "a.json:2: a record is an object, not int"),
        ("a.jsonl", b'{"text": "\\ud83d", "people": []}', "a.jsonl:1: is no record.*half a character"),
        ("a.jsonl", b"[" * 100_000, "a.jsonl:1: is not JSON"),
        ("a.jsonl", b"\xff\xfe\xfa", "a.jsonl:1: is not JSON"),
        (
            "a.jsonl",
            forged(text="ข่าว"),
            r"a.jsonl:1: is no record of thai-newsie: roles: text\[\d+:\d+\] is not",
        ),
        (
            "a.json",
            b"[" + forged(published="soon") + b"]",
            "a.json:1: is no record of thai-newsie: published: 'soon'",
        ),
        ("a.json", b"x", "a.json: is not JSON"),
        ("a.txt", b"x", "a.txt: unknown format; give .jsonl"),
        ("a.jsonl.gz", gzip.compress(RECORDS[0].to_json().encode())[:-20], "damaged or cut off"),
        (
            "a.jsonl.gz",
            gzip.compress(RECORDS[0].to_json().encode())[:-8] + bytes(8),
            r"a\.jsonl\.gz: .*damaged or cut off",
        ),
        ("a.jsonl.gz", RECORDS[0].to_json().encode(), r"a\.jsonl\.gz: .*damaged or cut off"),
    ],
)
def test_what_is_no_record_is_told(name: str, content: bytes, told: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(NotARecordError, match=told):
        list(read_records(path))


def test_a_path_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"out\.jsonl: there is no such file"):
        read_records(tmp_path / "out.jsonl")


def test_lines_are_read_as_they_are_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text(json.dumps(RECORDS[0].to_dict()) + "\nbroken\n", encoding="utf-8")
    records = read_records(path)
    assert next(records) == RECORDS[0]


def test_bad_records_become_failures_where_somebody_is_told(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    good = RECORDS[0].to_json().encode()
    path.write_bytes(
        b"\n".join((good, b'{"torn', forged(id="x", published="soon"), good, b'{"id": 5, "people": 7}'))
    )
    told: list[str] = []
    found = list(read_records(path, refused=lambda error: told.append(str(error))))
    assert [type(record) for record in found] == [
        type(RECORDS[0]),
        Failure,
        Failure,
        type(RECORDS[0]),
        Failure,
    ]
    assert [(record.id, record.source) for record in found if isinstance(record, Failure)] == [
        ("", f"{path}:2"), ("x", f"{path}:3"), ("5", f"{path}:5"),
    ]  # fmt: skip
    assert [line.partition(": ")[0] for line in told] == [f"{path}:{number}" for number in (2, 3, 5)]


def test_what_a_cut_file_holds_before_the_cut_is_read(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl.gz"
    lines = [
        thai_newsie.extract(f"{TEXT} {os.urandom(20).hex()}").to_json().encode() + b"\n" for _ in range(100)
    ]
    path.write_bytes(gzip.compress(b"".join(lines))[:-50])
    *found, last = read_records(path, refused=lambda error: None)
    assert len(found) > 50 and not any(isinstance(record, Failure) for record in found)
    assert isinstance(last, Failure) and "the rest is not read" in last.error


@pytest.mark.parametrize(
    "records", [RECORDS[0], "ข่าว".encode(), 3, None, [RECORDS[0], {"text": "ข่าว"}], ["ข่าว"]]
)
@pytest.mark.parametrize("use", [
    lambda records, folder: export(records, "csv", folder / "csv"),
    lambda records, folder: build_registry(records),
    lambda records, folder: len(Corpus(records)),
    lambda records, folder: write_report(records, io.StringIO()),
])  # fmt: skip
def test_what_is_given_as_records_and_is_none(use: Any, records: Any, tmp_path: Path) -> None:
    with pytest.raises(
        TypeError,
        match=r"records must be (Articles and Failures|a list of Articles and Failures, not one Article)",
    ):
        use(records, tmp_path)
