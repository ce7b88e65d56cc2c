"""Records to text: each format, packed files, and files that appear whole or not at all."""

from __future__ import annotations

import csv
import gzip
import io
import json
import lzma
import time
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai_newsie import read
from thai_newsie.io import arrow
from thai_newsie.io.compression import COMPRESSION_SUFFIXES
from thai_newsie.io.readers.opening import open_bytes
from thai_newsie.io.writers import FORMATS, in_batches, parquet, write
from thai_newsie.io.writers.atomic_files import atomic_file
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import (
    Article,
    Count,
    Date,
    Event,
    Failure,
    Mention,
    Organization,
    Person,
    Place,
    Role,
    Statement,
)

TEXT = "นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน ที่จังหวัดน่าน วันที่ 9 มีนาคม 2565"


def at(text: str) -> dict[str, object]:
    start = TEXT.index(text)
    return {"text": text, "start": start, "end": start + len(text)}


ARTICLE = Article(
    id="1",
    title="ข่าวของ 1 คน",
    published="2022-03-09",
    source="กรมการข้าว",
    text=TEXT,
    people=(
        Person(
            id="p1",
            name="สมชาย ใจดี",
            title="นาย",
            roles=(Role(**at("อธิบดีกรมการข้าว"), position="อธิบดี", organization="กรมการข้าว"),),
            mentions=(Mention(**at("นายสมชาย ใจดี")),),
        ),
    ),
    organizations=(Organization(id="o1", name="กรมการข้าว", mentions=(Mention(**at("กรมการข้าว")),)),),
    places=(Place(id="l1", text="จังหวัดน่าน", kind="province", province="น่าน", mentions=(Mention(**at("จังหวัดน่าน")),)),),
    dates=(Date(**at("9 มีนาคม 2565"), value="2022-03-09", kind="day"),),
    counts=(
        Count(**at("1,200 คน"), value=1200, unit="คน", kind="people", modifier="~"),
        Count(text="1 คน", start=8, end=12, field="title", value=1, unit="คน", kind="people"),
    ),
    events=(Event(**at("กล่าวว่า"), type="press", name="[bold]กล่าว", attendance=1200),),
    statements=(Statement(**at("มีผู้เข้าร่วม 1,200 คน"), speaker="สมชาย ใจดี", cue="กล่าวว่า", begins="มีผู้", direct=False),),
    warnings=("encoding: not UTF-8, read as cp874",),
)  # fmt: skip
FAILURE = Failure(id="2", source="b[1].json", error="is not JSON")


def written(form: str, *records: Article | Failure) -> str:
    stream = io.BytesIO()
    write(records, stream, form)
    return stream.getvalue().decode()


def test_jsonl_is_one_record_a_line() -> None:
    lines = written("jsonl", ARTICLE, FAILURE).splitlines()
    assert [json.loads(line) for line in lines] == [ARTICLE.to_dict(), FAILURE.to_dict()]


@given(st.text())
def test_jsonl_keeps_to_its_line(text: str) -> None:
    assert written("jsonl", Article(text=text)).count("\n") == 1


def test_json_is_one_list() -> None:
    assert json.loads(written("json", ARTICLE, FAILURE)) == [ARTICLE.to_dict(), FAILURE.to_dict()]
    assert json.loads(written("json")) == []


def test_table_shows_every_list() -> None:
    shown = written("table", ARTICLE, FAILURE)
    for seen in ("สมชาย ใจดี", "อธิบดีกรมการข้าว", "จังหวัดน่าน", "2022-03-09", "~1,200", "press", "กล่าวว่า"):
        assert seen in shown
    for name in ("People", "Organizations", "Places", "Dates and times", "Counts", "Events", "Statements"):
        assert f"\n{name}" in shown
    assert "[bold]กล่าว" in shown, "what an article says is no markup"
    assert "b[1].json: is not JSON" in shown
    assert "read as cp874" in shown
    assert "\x1b" not in shown, "colours are for terminals"


def test_table_of_an_article_that_says_nothing() -> None:
    assert "People" not in written("table", Article(text="ข่าว"))


def test_table_marks_in_colour_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    class Terminal(io.BytesIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    stream = Terminal()
    write([ARTICLE], stream, "table")
    shown = stream.getvalue().decode()
    assert "\x1b[1;38;5;16;48;5;216mนายสมชาย ใจดี\x1b[0m" in shown
    assert "\x1b[38;5;16;48;5;229m9 มีนาคม 2565\x1b[0m" in shown


def test_writers_do_not_wait_for_the_last_record() -> None:
    for form in set(FORMATS) - {"parquet"}:
        stream = io.BytesIO()

        def records(stream: io.BytesIO = stream, form: str = form) -> Iterator[Article]:
            yield Article(id="first", text="ก")
            assert b"first" in stream.getvalue(), form
            yield Article(id="second", text="ข")

        write(records(), stream, form)


def test_whole_file_or_none(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("before")
    with pytest.raises(RuntimeError), atomic_file(path) as stream:
        stream.write("half")
        raise RuntimeError
    assert path.read_text() == "before"
    with atomic_file(path) as stream:
        stream.write("ครบ\n")
        assert path.read_text() == "before"
    assert path.read_bytes() == "ครบ\n".encode()
    assert list(tmp_path.iterdir()) == [path]


def test_whole_file_behind_a_link_and_in_no_plain_file(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.touch()
    link.symlink_to(target)
    with atomic_file(link) as stream:
        stream.write("x")
    assert link.is_symlink() and target.read_text() == "x"
    with atomic_file(Path("/dev/null")) as stream:
        stream.write("x")
    assert not Path("/dev/null").is_file()


@pytest.mark.parametrize(("suffix", "unpack"), [(".gz", gzip.decompress), (".xz", lzma.decompress)])
def test_whole_file_packed(tmp_path: Path, suffix: str, unpack: object) -> None:
    path = tmp_path / f"out.jsonl{suffix}"
    with atomic_file(path) as stream:
        stream.write("ครบ\n")
    assert unpack(path.read_bytes()).decode() == "ครบ\n"  # type: ignore[operator]


@pytest.mark.parametrize("suffix", COMPRESSION_SUFFIXES)
def test_packed_files_are_the_same_bytes_again(tmp_path: Path, suffix: str) -> None:
    for name in ("a", "b"):
        with atomic_file(tmp_path / f"{name}.jsonl{suffix}") as stream:
            stream.write("ครบ\n" * 1000)
        time.sleep(1.1 if suffix == ".gz" else 0)  # gzip would note the second
    a, b = sorted(tmp_path.iterdir())
    assert a.read_bytes() == b.read_bytes()
    with open_bytes(a) as lines:
        assert lines.read().decode() == "ครบ\n" * 1000


# --- tables


def cells(*records: Article | Failure) -> list[dict[str, str]]:
    csv.field_size_limit(2**31 - 1)
    return list(csv.DictReader(io.StringIO(written("csv", *records).removeprefix("\ufeff"), newline="")))


def test_csv_is_one_row_a_record() -> None:
    first, second = cells(ARTICLE, FAILURE)
    assert tuple(first) == (*Article.model_fields, "error")
    assert {key: json.loads(first[key]) for key in ("people", "counts", "warnings")} == {
        key: ARTICLE.to_dict()[key] for key in ("people", "counts", "warnings")
    }
    assert (first["text"], first["error"]) == (TEXT, "")
    assert {key: cell for key, cell in second.items() if cell} == {**FAILURE.to_dict(), "meta": "{}"}
    assert written("csv").startswith("\ufeffid,title,"), "Excel knows UTF-8 by the mark only"


@pytest.mark.parametrize("text", ["=1+1", "+66 2", "-1", "@SUM(A1)", "\t=1", "\r=1", "'=1", "-\nข่าว"])
def test_csv_holds_no_formula(text: str, tmp_path: Path) -> None:
    article = Article(id=text, title=text, source=text, text=text)
    (row,) = cells(article)
    assert {row[key] for key in ("id", "title", "source", "text")} == {"'" + text}
    path = tmp_path / "out.csv"
    path.write_bytes(written("csv", article).encode())
    (raw,) = read(path)
    assert isinstance(raw, RawArticle) and (raw.id, raw.title, raw.text) == (text, text, text)


def test_parquet_has_the_schema_of_the_contract(tmp_path: Path) -> None:
    path = tmp_path / "out.parquet"
    huge = Article(counts=(Count(text="9", start=0, end=1, value=10**400, unit="คน", kind="people"),))
    with path.open("wb") as stream:
        write([ARTICLE, FAILURE, huge], stream, "parquet")
    table = pq.read_table(path)
    assert table.schema.equals(arrow.schema())
    first, second, third = table.to_pylist()
    assert first == {**ARTICLE.to_dict(), "meta": "{}", "error": None}
    assert {key: value for key, value in second.items() if value is not None} == {
        **FAILURE.to_dict(), "meta": "{}",
    }  # fmt: skip
    assert third["counts"][0]["value"] == float("inf")


def test_parquet_is_cut_by_rows_and_not_by_who_encoded_them(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_MAX_GROUP_ROWS", 7)
    many = [Article(id=str(n), text="ก" * n) for n in range(40)]
    files = []
    for size in (1, 3, 40):
        stream = io.BytesIO()
        parquet.write(map(parquet.encode, in_batches(many, size)), stream)
        files.append(stream.getvalue())
    assert len(set(files)) == 1
    assert pq.ParquetFile(io.BytesIO(files[0])).num_row_groups == 6
    assert pq.read_table(io.BytesIO(files[0])).column("id").to_pylist() == [a.id for a in many]


def test_parquet_row_groups_are_small_where_texts_are_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "_MAX_GROUP_BYTES", 100)
    stream = io.BytesIO()
    write([Article(text="x" * 60)] * 5, stream, "parquet")
    assert pq.ParquetFile(stream).num_row_groups == 3


def test_a_format_that_is_none() -> None:
    with pytest.raises(KeyError):
        write([], io.BytesIO(), "xml")
