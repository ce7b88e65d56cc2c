"""Bytes to RawArticles: layouts, encodings, formats, folders, and whatever can be wrong with them."""

from __future__ import annotations

import csv
import gzip
import json
import lzma
import os
import tracemalloc
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given
from hypothesis import strategies as st

from thai_newsie.api import extract_many
from thai_newsie.config import Config
from thai_newsie.io.compression import compressed
from thai_newsie.io.readers import UnknownFormatError, read
from thai_newsie.io.readers.decoding import decode
from thai_newsie.io.readers.duplicates import with_duplicate_warnings
from thai_newsie.io.readers.layout import lay_out
from thai_newsie.io.readers.standard_input import read_standard_input
from thai_newsie.io.writers import write
from thai_newsie.io.writers.atomic_files import atomic_bytes
from thai_newsie.lexicon import DATA
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Article, Failure

TEXT = "กรมการข้าวแจ้งเกษตรกร 1,200 คน ว่าจะเปิดศูนย์เมล็ดพันธุ์แห่งใหม่"
CASES = Path(__file__).parent / "cases"


def pages() -> list[dict[str, str]]:
    with (CASES / "pages.tsv").open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(
            (line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        return [{name: (cell or "").replace("⏎", "\n") for name, cell in row.items()} for row in rows]


def articles(path: Path | str) -> list[RawArticle]:
    found = list(read(path))
    assert all(isinstance(article, RawArticle) for article in found), found
    return found  # type: ignore[return-value]


def failure(path: Path) -> Failure:
    (found,) = read(path)
    assert isinstance(found, Failure)
    return found


# --- layouts


@pytest.mark.parametrize("page", pages(), ids=lambda page: page["case"])
def test_layout(page: dict[str, str]) -> None:
    article = lay_out(page["page"])
    published = article.published_date
    assert article.title == page["title"]
    assert (published.isoformat() if published else "") == page["published"]
    assert (article.source or "") == page["source"]
    assert article.text == page["text"]
    assert bool(article.warnings) == (page["case"] == "no such day")


def test_layout_with_windows_line_ends() -> None:
    article = lay_out("กรมการข้าวเปิดงาน\r\nวันที่ 9 มี.ค. 65\r\nหนึ่ง\r\nสอง\r\nที่มา : กรมการข้าว\r\n")
    assert (article.title, article.text, article.source) == ("กรมการข้าวเปิดงาน", "หนึ่ง\r\nสอง", "กรมการข้าว")


@given(st.text(), st.text())
def test_what_is_handed_out_stands_in_the_file(head: str, organization: str) -> None:
    page = f"{head}\nวันที่ 9 มีนาคม 2565\n{organization}\nที่มา : กรมการข้าว"
    article = lay_out(page)
    assert article.text in page
    assert article.title in page


def test_samples_are_in_the_site_layout() -> None:
    for name in ("rice", "flood"):
        (article,) = articles(DATA / "samples" / f"{name}.txt")
        assert article.id == name
        assert article.title and article.published and article.source


# --- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_utf_8_with_and_without_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == (TEXT, ())


@pytest.mark.parametrize("encoding", ["cp874", "tis_620", "utf-16", "utf_16_le", "utf_16_be"])
def test_other_encodings_are_told_and_marked(encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "old.txt"
    path.write_bytes(TEXT.encode(encoding))
    (article,) = articles(path)
    assert article.text == TEXT
    assert "not UTF-8" in article.warnings[0]


def test_a_torn_character_does_not_change_the_encoding() -> None:
    data = TEXT.encode()
    text, warnings = decode(data[:40] + data[41:])
    assert text.startswith("กรมการข้าว") and text.endswith("แห่งใหม่")
    assert "\ufffd" in text and "U+FFFD" in warnings[0]


def test_what_is_no_text_fails(tmp_path: Path) -> None:
    path = tmp_path / "image.txt"
    path.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\xff\xfe\xdb\xdc\xfc" + bytes(range(256)) * 4)
    assert "save it as UTF-8" in failure(path).error


@given(st.binary())
def test_any_bytes_are_one_record(data: bytes) -> None:
    assert len(list(read_standard_input(BytesIO(data)))) == 1 or data.lstrip()[:1] in (
        b"[",
        b"{",
    )


# --- formats

OBJECT = {"id": "7", "title": "หัวข่าว", "published": "2022-03-09", "text": TEXT}


def test_json_object_and_list(tmp_path: Path) -> None:
    one, many = tmp_path / "one.json", tmp_path / "many.json"
    one.write_text(json.dumps(OBJECT), encoding="utf-8")
    many.write_text(json.dumps([OBJECT, {"text": "ข"}, {"title": "ไม่มีเนื้อข่าว"}]), encoding="utf-8")
    assert articles(one) == [RawArticle(TEXT, "หัวข่าว", "2022-03-09", "7")]
    first, second, third = read(many)
    assert (first.id, second.id) == ("7", "many:2")
    assert isinstance(third, Failure) and third.source == f"{many}:3"


PACKERS: dict[str, Callable[[bytes], bytes]] = {"": bytes, ".gz": gzip.compress, ".xz": lzma.compress}


@pytest.mark.parametrize("suffix", PACKERS)
def test_json_lines_packed_and_not(suffix: str, tmp_path: Path) -> None:
    path = tmp_path / f"news.jsonl{suffix}"
    lines = [json.dumps(OBJECT), "", '{"text": "ข"}', "{broken", '{"id": 5}', '{"text": 3, "id": "x"}']
    path.write_bytes(PACKERS[suffix]("\n".join(lines).encode()))
    found = list(read(path))
    assert [record.id for record in found] == ["7", "news:3", "news:4", "5", "x"]
    assert [isinstance(record, Failure) for record in found] == [False, False, True, True, True]
    assert found[2].source == f"{path}:4"


def test_json_lines_in_utf_16(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes('{"text": "ก"}\n{"text": "ข"}\n'.encode("utf-16"))
    assert [article.text for article in articles(path)] == ["ก", "ข"]


def test_json_lines_stream() -> None:
    """The first article is there before the second line has been written."""

    class Endless(BytesIO):
        def read(self, *_: object) -> bytes:
            raise AssertionError("the whole stream was asked for")

    stream = Endless((json.dumps(OBJECT) + "\n").encode() * 3)
    assert next(read_standard_input(stream)).id == "7"


def test_cut_archive_keeps_what_came_before(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.gz"
    lines = "".join(json.dumps({"id": str(n), "text": TEXT * 9}) + "\n" for n in range(2000))
    data = gzip.compress(lines.encode(), compresslevel=1)
    path.write_bytes(data[: len(data) // 2])
    *before, last = read(path)
    assert before and all(isinstance(article, RawArticle) for article in before)
    assert isinstance(last, Failure) and last.source == str(path)


@pytest.mark.parametrize(
    "content", ["{", "[", "", "[" * 100_000, "[]x"], ids=["object", "list", "empty", "deep", "more"]
)
def test_broken_json_is_one_failure(content: str, tmp_path: Path) -> None:
    path = tmp_path / "broken.json"
    path.write_text(content)
    record = failure(path)
    assert record.source == str(path) and "is not JSON" in record.error


def test_half_a_character_in_an_id_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "odd.json"
    path.write_text('[{"id": "\\ud800", "text": "\\udfff"}, {"id": "\\ud800"}]')
    for record in read(path):
        record.id.encode()


def test_a_file_whose_name_is_no_text(tmp_path: Path) -> None:
    for suffix in (b".json", b".txt"):
        path = os.fsencode(tmp_path) + b"/\xff" + suffix
        try:
            Path(os.fsdecode(path)).write_bytes(b"{")
        except OSError:
            pytest.skip("this file system takes text only")
    for record in read(tmp_path):
        record.id.encode()


def test_json_lines_packed_with_zstd(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl.zst"
    with path.open("wb") as file, compressed(file, ".zst") as stream:
        stream.write((json.dumps(OBJECT) + "\n").encode() * 2000)
    assert len(articles(path)) == 2000
    path.write_bytes(path.read_bytes()[:-9])
    *_, last = read(path)
    assert isinstance(last, Failure) and "cannot be read" in last.error
    path.write_bytes(b"no zstd at all")
    assert "cannot be read" in failure(path).error


# --- tables


def test_csv(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text(
        "Title,id,category,text,published\r\n"
        'หัวข่าว,7,x,"บรรทัดหนึ่ง\nบรรทัดสอง, ""อ้าง""",2022-03-09\r\n'
        "\r\n"
        ",,,'=ข่าว,\r\n"
        "สั้น,9\r\n"
        ",10,,ข่าว,เมื่อวาน\r\n"
        ",11,,เงิน 1,200 บาท,\r\n",
        encoding="utf-8-sig",
        newline="",
    )
    first, second, third, fourth, fifth = read(path)
    assert isinstance(fifth, Failure) and "needs quotes" in fifth.error
    assert first == RawArticle(
        'บรรทัดหนึ่ง\nบรรทัดสอง, "อ้าง"', "หัวข่าว", "2022-03-09", "7", meta={"category": "x"}
    )
    assert second == RawArticle("=ข่าว", id="news:2")
    assert isinstance(third, Failure) and (third.id, third.source) == ("9", f"{path}:3")
    assert fourth == RawArticle("ข่าว", published="เมื่อวาน", id="10")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp874", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv_of_any_office_program(encoding: str, delimiter: str, tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    rows = [["id", "text"], *([str(n), TEXT] for n in range(3))]
    path.write_bytes(
        "".join(delimiter.join(f'"{cell}"' for cell in row) + "\r\n" for row in rows).encode(encoding)
    )
    found = articles(path)
    assert [(article.id, article.text) for article in found] == [(str(n), TEXT) for n in range(3)]
    assert all(bool(article.warnings) == (not encoding.startswith("utf-8")) for article in found)


def test_csv_with_a_torn_character(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes(f'id,text\n1,"{TEXT}"\n2,"'.encode() + TEXT.encode()[:-1] + b'"\n')
    first, second = articles(path)
    assert not first.warnings and "U+FFFD" in second.warnings[0]


@pytest.mark.parametrize("name", ["news.csv", "news.parquet"])
@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\x00\x00\xff\xfe\xdb" + bytes(range(256)) * 4,
        b"id,title\n1,x\n",
        b"PAR1PAR1",
        b"\x00" * 99,
    ],
    ids=["empty", "binary", "no text", "parquet?", "zeros"],
)
def test_tables_that_are_none_are_one_failure(name: str, content: bytes, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    assert failure(tmp_path / name).source == str(tmp_path / name)


def test_a_cell_may_be_long(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_text("id,text\n1," + "ข่าว" * 100_000, encoding="utf-8")
    assert len(articles(path)[0].text) == 400_000


def test_parquet(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    columns = {
        "id": [7, None, 9],
        "text": [TEXT, "ข", None],
        "published": [date(2022, 3, 9), None, None],
        "pages": [1, 2, 3],
    }
    pq.write_table(pa.table(columns), path)
    first, second, third = read(path)
    assert first == RawArticle(TEXT, published=date(2022, 3, 9), id="7", meta={"pages": 1})
    assert second == RawArticle("ข", id="news:2", meta={"pages": 2})
    assert isinstance(third, Failure) and (third.id, third.source) == ("9", f"{path}:3")


def test_parquet_without_a_text(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    pq.write_table(pa.table({"pages": [7]}), path)
    assert failure(path).error.startswith('has no column "text"')


def test_a_damaged_parquet_file_loses_only_the_damaged_group(tmp_path: Path) -> None:
    path = tmp_path / "news.parquet"
    texts = [f"{n} {TEXT}" for n in range(2000)]
    pq.write_table(
        pa.table({"text": texts}), path, row_group_size=500, compression="none", use_dictionary=False
    )
    data = bytearray(path.read_bytes())
    page = pq.ParquetFile(path).metadata.row_group(1).column(0).data_page_offset
    data[page : page + 40] = bytes(40)
    path.write_bytes(data)
    found = list(read(path))
    assert [record.text for record in found if isinstance(record, RawArticle)] == texts[:500] + texts[1000:]
    (failed,) = (record for record in found if isinstance(record, Failure))
    assert failed.source == f"{path}:501" and "rows 501 to 1000 cannot be read" in failed.error


FORMATS_OF_MANY = ["jsonl", "jsonl.gz", "jsonl.xz", "jsonl.zst", "csv", "csv.zst", "parquet"]


@pytest.mark.parametrize("suffix", FORMATS_OF_MANY)
def test_a_collection_larger_than_memory_goes_through(suffix: str, tmp_path: Path) -> None:
    """60 MB of articles are written and read again within a few MB."""
    path = tmp_path / f"news.{suffix}"
    form = suffix.partition(".")[0]
    text = "ข่าว" * 2500
    write(iter([Article(text=text)]), BytesIO(), form)  # imports are no memory of the run
    tracemalloc.start()
    try:
        with atomic_bytes(path) as stream:
            write((Article(id=str(n), text=text) for n in range(2000)), stream, form)
        assert (
            sum(len(article.text) for article in read(path) if isinstance(article, RawArticle))
            == 2000 * 10_000
        )
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < (25 if suffix != "jsonl.xz" else 110) * 1_000_000  # xz itself takes 94 MB to pack


def test_an_id_that_stands_twice_is_a_warning() -> None:
    given_ids = ["1", "2", "1", "", "", "2", "1"]
    found = list(with_duplicate_warnings(RawArticle("ข่าว", id=name) for name in given_ids))
    assert [article.id for article in found] == given_ids
    assert [bool(article.warnings) for article in found] == [False, False, True, False, False, True, True]


# --- folders, paths, standard input


def test_folder_in_order_without_annotations(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / ".hidden").mkdir()
    for name in ("c.txt", "a.json", "a.gold.json", "b/d.txt", "notes.md", ".x.txt", ".hidden/e.txt"):
        (tmp_path / name).write_text('{"text": "ข่าว"}', encoding="utf-8")
    assert [article.id for article in articles(tmp_path)] == ["a", "d", "c"]


def test_wrong_paths_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nowhere"):
        read(tmp_path / "nowhere.txt")
    (tmp_path / "news.rtf").touch()
    with pytest.raises(UnknownFormatError, match="unknown format"):
        read(tmp_path / "news.rtf")


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        (TEXT, [TEXT]),
        ("\n" + TEXT, ["\n" + TEXT]),
        ("[ข่าวด่วน] น้ำท่วม", ["[ข่าวด่วน] น้ำท่วม"]),
        ("{ร่าง} ประกาศ", ["{ร่าง} ประกาศ"]),
        ('{"text": "ก"}', ["ก"]),
        ('{\n  "text": "ก"\n}', ["ก"]),
        ('[{"text": "ก"}, {"text": "ข"}]', ["ก", "ข"]),
        ('{"text": "ก"}\n{"text": "ข"}\n', ["ก", "ข"]),
        ("", [""]),
    ],
)
def test_standard_input_is_recognised(content: str, texts: list[str]) -> None:
    found = list(read_standard_input(BytesIO(content.encode())))
    assert [article.text for article in found if isinstance(article, RawArticle)] == texts


def test_broken_json_on_standard_input_is_no_text() -> None:
    (record,) = read_standard_input(BytesIO(b'{"text": "abc'))
    assert isinstance(record, Failure)


def test_a_failure_further_on_names_the_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def fail(raw: RawArticle, config: Config) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("thai_newsie.article_extraction.extract_raw", fail)
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.jsonl").write_text(json.dumps(OBJECT), encoding="utf-8")
    assert [record.to_dict() for record in extract_many(read(tmp_path))] == [
        {"id": "a", "source": str(tmp_path / "a.txt"), "meta": {}, "error": "RuntimeError: boom"},
        {"id": "7", "source": f"{tmp_path / 'b.jsonl'}:1", "meta": {}, "error": "RuntimeError: boom"},
    ]
