"""Nothing that a user gives is passed over in silence: files of other formats, earlier outputs, names that promise another
format."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from command import one_line, records, run
from thai_newsie import extract
from thai_newsie.io.earlier_output import holds_records
from thai_newsie.io.readers import files, left_out, read
from thai_newsie.io.readers.standard_input import read_standard_input
from thai_newsie.io.writers import write
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

TEXT = "นายสมชาย ใจดี อธิบดีกรมการข้าว กล่าวว่า มีผู้เข้าร่วม 1,200 คน"
ARTICLE = extract(TEXT)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one article."""
    folder = tmp_path / "news"
    folder.mkdir()
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    return folder


def test_files_that_no_reader_knows_are_named(folder: Path, tmp_path: Path) -> None:
    for n in range(12):
        (folder / f"{n:02}.odd").touch()
    (folder / "in").mkdir()
    (folder / "in" / "x.odd2").touch()
    for name in (".hidden", "Thumbs.db", "a.gold.json", "out.jsonl.partial", "out.jsonl.partial.run"):
        (folder / name).write_text("{}")
    done = run("extract", folder, "-o", tmp_path / "out.jsonl", status=1)
    told, summary = done.stderr.splitlines()
    assert told.startswith("thai-newsie: 13 files not read, of unknown format: ")
    assert "09.odd and 3 more" in told and "10.odd" not in told
    assert "1 article" in summary and "; 13 files in the folder not read; written to" in summary
    assert len(records((tmp_path / "out.jsonl").read_text("utf-8"))) == 1


def test_a_folder_of_nothing_else_is_wrong_use(tmp_path: Path) -> None:
    (tmp_path / "a.odd").touch()
    done = run("extract", tmp_path, status=2)
    assert (
        "a.odd" in done.stderr.splitlines()[0]
        and "no articles in this folder; the formats are .txt" in done.stderr
    )


def test_a_folder_that_is_read_whole_says_nothing(folder: Path) -> None:
    assert run("extract", folder, "-f", "jsonl").stderr == ""


@pytest.mark.parametrize("form", ["json", "jsonl", "csv", "parquet"])
def test_earlier_outputs_are_skipped_and_named(folder: Path, tmp_path: Path, form: str) -> None:
    with (folder / f"old.{form}").open("wb") as stream:
        write([ARTICLE, Failure(error="x")], stream, form)
    done = run("extract", folder, "-o", tmp_path / "out.jsonl")
    assert f"1 file skipped, written by thai-newsie: {folder / f'old.{form}'}" in done.stderr
    assert len(records((tmp_path / "out.jsonl").read_text("utf-8"))) == 1


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        (
            "a.jsonl",
            json.dumps({k: v for k, v in ARTICLE.to_dict().items() if k != "meta"}),
            True,
        ),  # of version 0.1.0
        ("a.jsonl", Failure(id="1", error="x").to_json(), True),
        ("a.json", json.dumps([ARTICLE.to_dict()], indent=1), True),
        (
            "a.jsonl",
            json.dumps({"id": "1", "title": "ก", "published": None, "source": None, "text": TEXT}),
            False,
        ),
        ("a.json", json.dumps({"id": "1", "source": "ก", "text": TEXT}), False),
        ("a.json", json.dumps({"text": TEXT}), False),
        ("a.csv", "text,people\nก,ข\n", False),
        ("a.txt", ARTICLE.to_json(), False),
        ("a.json", "", False),
    ],
)
def test_what_an_earlier_output_is(tmp_path: Path, name: str, content: str, expected: bool) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    assert holds_records(tmp_path / name) == expected


def test_the_files_left_out_of_a_folder(folder: Path) -> None:
    (folder / "b.odd").touch()
    assert left_out(folder, files(folder)) == [folder / "b.odd"]
    assert left_out(folder, files(folder, "text")) == []


@pytest.mark.parametrize(
    "content",
    [
        f'หัวข้อ,เนื้อหา\nข่าว,"{TEXT}"\n',
        f"\n\ntitle;content\nข่าว;{TEXT}\n",
        f"text\turl\n{TEXT}\thttps://example.go.th/1\n",
        json.dumps({"content": TEXT}),
        json.dumps([{"เนื้อหา": TEXT}], indent=1),
        json.dumps({"url": 1, "body": TEXT}) + "\n\n",
        TEXT,
    ],
)
def test_standard_input_is_recognized(content: str) -> None:
    found = list(read_standard_input(BytesIO(content.encode())))
    assert [raw.text for raw in found if isinstance(raw, RawArticle)] == [TEXT]


@pytest.mark.parametrize(
    "page", ["<!DOCTYPE html>\n<p>ก", " <html lang=th>", '<?xml version="1.0"?><!-- x --><HTML>', "<body>"]
)
def test_a_web_page_goes_to_its_reader(page: str) -> None:
    def read_page(data: bytes) -> Iterator[RawArticle]:
        yield RawArticle("page", source=data.decode())

    assert list(read_standard_input(BytesIO(page.encode()), page=read_page)) == [
        RawArticle("page", source=page)
    ]
    [raw] = read_standard_input(BytesIO(page.encode()))
    assert isinstance(raw, RawArticle) and raw.text == page


@pytest.mark.parametrize(
    "content", ["ฝนตก, น้ำท่วม\nวันนี้", "ที่มา; กรมการข้าว", "ก,ข\nค,ง", "เนื้อหา\nข่าววันนี้", "<b>ข่าว</b>"]
)
def test_running_text_is_no_table(content: str) -> None:
    [raw] = read_standard_input(BytesIO(content.encode()), page=lambda data: iter(()))
    assert isinstance(raw, RawArticle) and raw.text == content


def test_the_user_says_the_format_of_standard_input() -> None:
    done = run("extract", "-", "-f", "jsonl", "--input-format", "csv", given="text\nก\nข\n")
    assert [record["text"] for record in records(done.stdout)] == ["ก", "ข"]
    done = run("extract", "-", "-f", "jsonl", "--input-format", "json", given=TEXT, status=1)
    assert "is not JSON" in done.stderr
    assert "choose one of text, json, jsonl, csv" in one_line(
        run("extract", "-", "--input-format", "doc", status=2)
    )


def test_the_user_says_the_format_of_files(tmp_path: Path) -> None:
    (tmp_path / "news.dat").write_text(f"text\n{TEXT.replace(',', '')}\n", encoding="utf-8")
    assert "unknown format" in one_line(run("extract", tmp_path / "news.dat", status=2))
    for path in (tmp_path, tmp_path / "news.dat"):
        assert len(list(read(path, form="csv"))) == 1
    with pytest.raises(ValueError, match="give text, json"):
        list(read(tmp_path / "news.dat", form="doc"))


@pytest.mark.parametrize("name", ["x.xlsx", "x.odd", "x.txt", "x.jsonl.bak", "x.xlsx.gz"])
def test_an_ending_that_is_not_known_is_an_error(folder: Path, tmp_path: Path, name: str) -> None:
    line = one_line(run("extract", folder, "-o", tmp_path / name, status=2))
    assert "unknown ending" in line and ".jsonl, .json, .csv or .parquet" in line
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize(
    ("name", "form"), [("x.xlsx", "jsonl"), ("x.csv", "json"), ("x.parquet", "csv"), ("x.html", "table")]
)
def test_an_ending_that_promises_another_format_is_an_error(
    folder: Path, tmp_path: Path, name: str, form: str
) -> None:
    assert f"is not that of --format {form}" in one_line(
        run("extract", folder, "-o", tmp_path / name, "-f", form, status=2)
    )


@pytest.mark.parametrize(
    ("name", "form"),
    [("x.odd", "jsonl"), ("x.txt", "table"), ("x", "csv"), ("x.ndjson", "jsonl"), ("x.json.gz", "json")],
)
def test_a_format_that_no_ending_speaks_against_is_written(
    folder: Path, tmp_path: Path, name: str, form: str
) -> None:
    run("extract", folder, "-o", tmp_path / name, "-f", form)
    assert (tmp_path / name).stat().st_size


@pytest.mark.parametrize("name", ["x", "x.ndjson", "x.JSONL"])
def test_json_lines_are_what_no_ending_says_otherwise(folder: Path, tmp_path: Path, name: str) -> None:
    run("extract", folder, "-o", tmp_path / name)
    assert len(records((tmp_path / name).read_text("utf-8"))) == 1
