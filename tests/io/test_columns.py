"""Columns of tables: named by the user, or recognized by the names that people give them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from command import run
from thai_newsie import Config, ConfigError
from thai_newsie.io.readers import read
from thai_newsie.io.readers.columns import ColumnError, columns_of, unique
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

TEXT = "กรมการข้าวเปิดตลาดนัดข้าวที่จังหวัดน่าน"
CELLS = {
    "รหัส": "7",
    "หัวข้อ": "ตลาดนัดข้าว",
    "เนื้อหา": TEXT,
    "วันที่": "5 ม.ค. 2567",
    "ลิงก์": "https://example.go.th/7",
    "หมวด": "เกษตร",
}
EXPECTED = RawArticle(
    TEXT, "ตลาดนัดข้าว", "5 ม.ค. 2567", "7", meta={"url": "https://example.go.th/7", "หมวด": "เกษตร"}
)


def fields(names: Sequence[str], config: Config | None = None) -> dict[str, str]:
    columns = columns_of(names, config or Config())
    return {field: name for name, field in zip(columns.names, columns.fields, strict=True) if field}


def write(path: Path, rows: list[dict[str, Any]]) -> Path:
    match path.suffix:
        case ".csv":
            lines = [",".join(rows[0]), *(",".join(row.values()) for row in rows)]
            path.write_text("\n".join(lines), encoding="utf-8")
        case ".parquet":
            pq.write_table(pa.Table.from_pylist(rows), path)
        case ".json":
            path.write_text(json.dumps(rows), encoding="utf-8")
        case _:
            path.write_text("\n".join(map(json.dumps, rows)), encoding="utf-8")
    return path


@pytest.mark.parametrize("form", ["csv", "parquet", "json", "jsonl"])
def test_thai_columns_are_recognized_in_every_format(tmp_path: Path, form: str) -> None:
    [raw] = read(write(tmp_path / f"news.{form}", [CELLS]))
    assert raw == EXPECTED


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["headline", "content", "date", "link"], {"title": "headline", "text": "content", "published": "date", "url": "link"}),
        (["Headline", "Body Text", "Publish_Date", "URL"],
         {"title": "Headline", "text": "Body Text", "published": "Publish_Date", "url": "URL"}),
        (["articleBody", "datePublished", "publisher"],
         {"text": "articleBody", "published": "datePublished", "source": "publisher"}),
        (["ลำดับ", "ชื่อเรื่อง", "รายละเอียด", "วันที่เผยแพร่", "ที่มา"],
         {"id": "ลำดับ", "title": "ชื่อเรื่อง", "text": "รายละเอียด", "published": "วันที่เผยแพร่", "source": "ที่มา"}),
        (["text", "content", "body"], {"text": "text"}),
        (["TEXT", "Title", "ID"], {"text": "TEXT", "title": "Title", "id": "ID"}),
        (["title", "description", "content"], {"title": "title", "text": "content"}),
        (["เนื้อหา", "วันที่", "วันที่เผยแพร่", "created_at"], {"text": "เนื้อหา", "published": "วันที่เผยแพร่"}),
        (["เนื้อหา ", " วัน ที่ ", "ลําดับ"], {"text": "เนื้อหา ", "published": " วัน ที่ ", "id": "ลําดับ"}),
        (["content", "link", "url"], {"text": "content", "url": "url"}),
        (["content", "href", "link"], {"text": "content"}),
    ],
)  # fmt: skip
def test_which_column_is_what(names: list[str], expected: dict[str, str]) -> None:
    assert fields(names) == expected


@pytest.mark.parametrize(
    ("names", "told"),
    [
        (["หัวข้อ", "หมวด"], 'has no column "text", nor one with a name that is known for it; it has หัวข้อ, หมวด.'),
        ([], "it has no columns."),
        (["content", "body", "url"], "has 2 columns that may be the text: content, body."),
        (["text", "published at", "publish date"], "has 2 columns that may be the day of publication: published at, publish date."),
        ([f"c{n}" for n in range(100)], "c28, c29 and 70 more."),
    ],
)  # fmt: skip
def test_none_or_two_are_an_error_that_names_them_and_the_option(names: list[str], told: str) -> None:
    with pytest.raises(ColumnError) as error:
        columns_of(names)
    assert told in str(error.value) and "-column, or columns." in str(error.value)


def test_the_user_has_the_last_word() -> None:
    config = Config(columns={"text": "สรุปย่อ", "published": "ลงเมื่อ"})
    names = ["text", "สรุปย่อ", "ลงเมื่อ", "วันที่", "หัวข้อ"]
    assert fields(names, config) == {"text": "สรุปย่อ", "published": "ลงเมื่อ", "title": "หัวข้อ"}
    item = columns_of(names, config).item(["ก", "ข", "ค", "ง", "จ"])
    assert RawArticle.from_object(item) == RawArticle("ข", "จ", "ค", meta={"วันที่": "ง", "text": "ก"})


def test_a_column_that_is_not_there_is_an_error() -> None:
    with pytest.raises(ColumnError, match=r"has no column 'เนื้อ'; it has text\. .*--text-column"):
        columns_of(["text"], Config(columns={"text": "เนื้อ"}))
    with pytest.raises(ColumnError, match=r"has no column 'วัน'; .*--date-column"):
        columns_of(["text"], Config(columns={"published": "วัน"}))


def test_objects_may_lack_a_column_but_the_text(tmp_path: Path) -> None:
    path = write(tmp_path / "a.jsonl", [{"b": TEXT, "when": "2024-01-05"}, {"b": TEXT}, {"c": TEXT}])
    first, second, third = read(path, config=Config(columns={"text": "b", "published": "when"}))
    assert isinstance(first, RawArticle) and first.published == "2024-01-05"
    assert isinstance(second, RawArticle) and second.published is None
    assert (
        isinstance(third, Failure)
        and third.error.startswith("has no column 'b'; it has c.")
        and third.meta == {"c": TEXT}
    )


def test_a_row_keeps_every_cell_whatever_the_names() -> None:
    assert unique(["ก", "ก", "", "\ufeffข"]) == ("ก", "ก (2)", "column 3", "ข")
    config = Config(columns={"text": "a"})
    item = columns_of(["a", "text", "meta"], config).item([TEXT, "other", {"k": 1}])
    assert RawArticle.from_object(item).meta == {"k": 1, "text": "other"}
    item = columns_of(["a", "text", "meta"], config).item([TEXT, "other", "plain"])
    assert RawArticle.from_object(item).meta == {"meta": "plain", "text": "other"}


def test_columns_with_one_name_lose_no_cell(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(f"text,tag,tag,\n{TEXT},ก,ข,ค\n", encoding="utf-8")
    [raw] = read(tmp_path / "a.csv")
    assert isinstance(raw, RawArticle) and raw.meta == {"tag": "ก", "tag (2)": "ข", "column 4": "ค"}


@pytest.mark.parametrize(
    ("columns", "told"),
    [
        ({"tekst": "a"}, "columns.tekst: no such key; did you mean 'text'?"),
        ({"text": ""}, "columns.text: "),
        ({"text": "a", "title": "a"}, "columns: 'a' is named for two fields"),
        ({"text": 7}, "columns.text: "),
    ],
)
def test_a_wrong_configuration_is_told(columns: dict[str, Any], told: str) -> None:
    with pytest.raises(ConfigError) as error:
        Config(columns=columns)
    assert str(error.value).startswith(told)


def test_a_configuration_of_columns_is_read_from_a_file(tmp_path: Path) -> None:
    (tmp_path / "c.toml").write_text('[columns]\ntext = "เนื้อ"\n', encoding="utf-8")
    config = Config.from_toml(tmp_path / "c.toml")
    assert config.columns.given == {"text": "เนื้อ"} and config.replace(latin=True).columns == config.columns


def test_own_names_of_columns_can_be_added(tmp_path: Path) -> None:
    (tmp_path / "column_names.tsv").write_text(
        "word\ttype\trank\tsource\nข่าวสาร\ttext\t1\tthis test\n", encoding="utf-8"
    )
    assert fields(["ข่าวสาร"], Config(tables=tmp_path)) == {"text": "ข่าวสาร"}


def test_the_command_takes_columns_and_says_what_it_recognized(tmp_path: Path) -> None:
    given = [CELLS, {**CELLS, "รหัส": "8"}]
    for form in ("csv", "jsonl"):
        path = write(tmp_path / f"news.{form}", given)
        done = run("extract", path, "-o", tmp_path / "out.jsonl", "--no-latin")
        notes = [line for line in done.stderr.splitlines() if "recognized" in line]
        assert len(notes) == 1 and notes[0].endswith(
            "columns recognized by their names: text from เนื้อหา, title from หัวข้อ, published from วันที่, id from รหัส, url from ลิงก์"
        )
    odd = write(tmp_path / "odd.csv", [{"หัว": "ตลาด", "ตัว": TEXT, "วัน": "5/1/67", "ที่": "9"}])
    options = ("--text-column", "ตัว", "--title-column", "หัว", "--date-column", "วัน", "--id-column", "ที่")
    done = run("extract", odd, "-f", "jsonl", *options)
    record = json.loads(done.stdout)
    assert [record[name] for name in ("id", "title", "text", "published")] == [
        "9",
        "ตลาด",
        TEXT,
        "2024-01-05",
    ]
    assert "recognized" not in done.stderr
    done = run("extract", odd, "-f", "jsonl", status=1)
    assert "it has หัว, ตัว, วัน, ที่. Name the right one with --text-column" in done.stderr
