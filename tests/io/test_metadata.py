"""What an input has beside our fields comes out again, whatever it is, in every format."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from thai_newsie import Config, Corpus, build_registry, extract, extract_frame, extract_many
from thai_newsie.exports import export
from thai_newsie.io.readers import read
from thai_newsie.io.records import read_records
from thai_newsie.io.writers import write
from thai_newsie.metadata import as_json
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Article, Failure

TEXT = "นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่จังหวัดน่าน เมื่อวันที่ 9 มีนาคม 2565"
URL = "https://example.go.th/news/1"
META = {"url": URL, "category": ["เกษตร", {"n": 1}], "เจ้าของ": None, "views": 12}
HOSTILE_URLS = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "data:text/html,<script>1</script>",
    "file:///etc/passwd", 'https://x/"onmouseover="alert(1)', "https://x/<script>", "https://x/ y", "//x/y", "https://",
    "https://x/\n", "https://x/\u202e", 7, None, ["https://x/"],
]  # fmt: skip


def one(item: Mapping[str, Any]) -> Article:
    [record] = extract_many([item])
    assert isinstance(record, Article)
    return record


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.json", json.dumps({"text": TEXT, **META})),
        ("a.json", json.dumps([{**META, "text": TEXT}])),
        ("a.jsonl", json.dumps({"url": URL, "text": TEXT, **META})),
    ],
)
def test_readers_of_json_keep_every_field(tmp_path: Path, name: str, content: str) -> None:
    (tmp_path / name).write_text(content, encoding="utf-8")
    [raw] = read(tmp_path / name)
    assert raw.meta == META and list(raw.meta) == list(META)


def test_a_row_of_csv_keeps_its_cells_and_their_order(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(
        f"url,text,category,empty,title\n{URL},{TEXT},'=เกษตร,,หัวข้อ\n", encoding="utf-8"
    )
    [raw] = read(tmp_path / "a.csv")
    assert isinstance(raw, RawArticle) and raw.title == "หัวข้อ"
    assert list(raw.meta.items()) == [("url", URL), ("category", "=เกษตร")]


def test_a_row_of_parquet_keeps_its_cells(tmp_path: Path) -> None:
    columns = {
        "url": [URL], "text": [TEXT], "day": [date(2024, 8, 24)], "at": [datetime(2024, 8, 24, 10, tzinfo=UTC)],
        "raw": [b"\xe0\xb8\x81"], "odd": [b"\xff"], "price": [Decimal("12.50")], "rate": [float("nan")],
        "nested": [{"a": [1, None]}],
    }  # fmt: skip
    pq.write_table(pa.table(columns), tmp_path / "a.parquet")
    [raw] = read(tmp_path / "a.parquet")
    assert raw.meta == {
        "url": URL, "day": "2024-08-24", "at": "2024-08-24T10:00:00+00:00", "raw": "ก", "odd": "\\xff",
        "price": "12.50", "rate": None, "nested": {"a": [1, None]},
    }  # fmt: skip


def test_a_cell_beside_the_text_that_cannot_be_read_costs_no_article(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": [TEXT], "day": pa.array([10**7], pa.date32())}), tmp_path / "a.parquet")
    [raw] = read(tmp_path / "a.parquet")
    assert isinstance(raw, RawArticle) and str(raw.meta["day"]).startswith("(cannot be read: ")


class Odd:
    """An object without a text of its own."""


class Named:
    def __str__(self) -> str:
        return "ชื่อ"


class Broken:
    def __str__(self) -> str:
        raise RuntimeError("no text")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (np.int64(3), 3), (np.array([[1.5, np.nan]]), [[1.5, None]]), (np.float32("inf"), None), (np.bool_(True), True),
        (pd.Timestamp("2024-08-24"), "2024-08-24T00:00:00"), (pd.NaT, None), (pd.NA, None), (Decimal("NaN"), None),
        ({"b", "a"}, ["a", "b"]), ((1, (2,)), [1, [2]]), (MappingProxyType({1: "ก"}), {"1": "ก"}), ("a\ud83d", "a\ufffd"),
        (Odd(), "(Odd)"), (Named(), "ชื่อ"), (Path("a/b"), "a/b"), (True, True),
    ],
)  # fmt: skip
def test_a_value_becomes_what_json_can_hold(value: object, expected: object) -> None:
    article = one({"text": TEXT, "x": value, "b\udc00": 1})
    assert article.meta == {"x": expected, "b\ufffd": 1}
    assert Article.from_json(article.to_json()) == article


def test_a_number_that_python_does_not_write_is_text() -> None:
    assert one({"text": TEXT, "x": 10**5000}).meta == {"x": "1" + "0" * 5000}


def test_a_deep_value_and_one_in_itself_end() -> None:
    deep: list[object] = []
    for _ in range(5000):
        deep = [deep]
    loop: dict[str, object] = {}
    loop["again"] = loop
    assert one({"text": TEXT, "deep": deep, "loop": loop}).to_json()


def test_an_object_without_a_text_is_a_failure_and_the_rest_goes_on() -> None:
    bad, good = extract_many([{"text": TEXT, "x": Broken()}, {"text": TEXT}])
    assert isinstance(bad, Failure) and isinstance(good, Article)


def test_an_article_of_plain_text_has_no_metadata() -> None:
    assert extract(TEXT).meta == {} and one({"text": TEXT, "id": "1"}).meta == {}


def test_extract_takes_what_is_known_about_an_article() -> None:
    article = extract(TEXT, id="7", source="กรมการข้าว", meta=META)
    assert (article.id, article.source, article.meta) == ("7", "กรมการข้าว", META)
    assert article.people == extract(TEXT).people


def test_records_go_in_again_without_what_was_extracted_of_them() -> None:
    first = one({"text": TEXT, **META})
    assert one(first.to_dict()) == first
    assert one({"text": TEXT, "people": 7, "places": "น่าน"}).meta == {"people": 7, "places": "น่าน"}


def test_equal_records_have_equal_hashes() -> None:
    assert len({one({"text": TEXT, **META}), one({"text": TEXT, **META})}) == 1
    assert len({Failure(error="x", meta={"a": [1]}), Failure(error="x", meta={"a": [1]})}) == 1


def test_a_failure_carries_what_was_known(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"title": "ไม่มีเนื้อข่าว", **META}), encoding="utf-8")
    (tmp_path / "b.csv").write_text("text,url\na,https://x/,more\n", encoding="utf-8")
    (tmp_path / "c.json").write_text(json.dumps({"text": 7, "url": URL, "long": "ก" * 20_000}))
    found = [record.meta for record in extract_many(read(tmp_path))]
    assert found == [META, {"url": "https://x/"}, {"url": URL}]


def test_metadata_has_the_limit_of_bytes() -> None:
    [record] = extract_many([{"text": TEXT, "url": URL, "x": "ก" * 1000}], config=Config(max_bytes=2000))
    assert isinstance(record, Failure) and "max_bytes" in record.error and record.meta["url"] == URL


def test_workers_give_the_metadata_of_articles_and_failures() -> None:
    tricky = {"title": "x", "a": 1, "people": [], "error": "x"}  # looks like an article, and is none
    items = [{"text": TEXT, **META}, tricky] * 3
    assert list(extract_many(items, processes=2)) == list(extract_many(items))


@pytest.mark.parametrize("form", ["jsonl", "json"])
def test_records_read_back_keep_it(tmp_path: Path, form: str) -> None:
    records = [one({"text": TEXT, **META}), Failure(id="2", error="no text", meta=META)]
    with (tmp_path / f"a.{form}").open("wb") as stream:
        write(records, stream, form)
    assert list(read_records(tmp_path / f"a.{form}")) == records


def test_csv_and_parquet_hold_it_as_json() -> None:
    records = [one({"text": TEXT, **META}), Failure(id="2", error="no text", meta={"url": URL})]
    table = io.BytesIO()
    write(records, table, "csv")
    rows = list(csv.DictReader(io.StringIO(table.getvalue().decode("utf-8-sig"))))
    assert [json.loads(row["meta"]) for row in rows] == [META, {"url": URL}]
    columns = io.BytesIO()
    write(records, columns, "parquet")
    found = pq.read_table(io.BytesIO(columns.getvalue()))["meta"].to_pylist()
    assert list(map(json.loads, found)) == [META, {"url": URL}]


def test_the_table_of_articles_has_it_and_the_address() -> None:
    articles = Corpus([one({"text": TEXT, **META}), one({"text": TEXT})]).articles
    assert list(map(json.loads, articles["meta"].to_list())) == [META, {}]
    assert articles["url"].fillna("").to_list() == [URL, ""]


@pytest.mark.parametrize("library", [pd.DataFrame, lambda columns: __import__("polars").DataFrame(columns)])
def test_a_frame_keeps_its_other_columns(library: Any) -> None:
    frame = library({"body": [TEXT], "url": [URL], "views": [12]})
    articles = extract_frame(frame, text="body").articles
    assert [json.loads(meta) for meta in articles["meta"]] == [{"url": URL, "views": 12}]


def test_the_registry_and_exports_keep_the_address(tmp_path: Path) -> None:
    records = [
        one({"text": TEXT, "url": f"{URL}?n={n}", "published": f"2024-08-{n + 1:02}"}) for n in range(12)
    ]
    person = build_registry(records).people[0]
    assert person.sources == tuple(f"{URL}?n={n}" for n in range(11, 1, -1))
    assert person.offices[0].sources == person.sources
    for form in ("popolo", "jsonld"):
        export(records, form, tmp_path / form)
        assert f"{URL}?n=3" in (tmp_path / form).read_text("utf-8")


@pytest.mark.parametrize("url", HOSTILE_URLS)
def test_only_web_addresses_become_links(url: object) -> None:
    article = one({"text": TEXT, "url": url})
    assert article.url is None and article.meta["url"] == as_json({"u": url})["u"]
    assert "href" not in str(article._repr_html_())


def test_a_notebook_links_to_the_address() -> None:
    html = one({"text": TEXT, "url": "https://example.go.th/ข่าว?a=1&b='2"})._repr_html_()
    assert html is not None and "href" not in html  # a quote is in no address
    html = one({"text": TEXT, "url": "https://example.go.th/ข่าว?a=1&b=2"})._repr_html_()
    assert html is not None and 'href="https://example.go.th/ข่าว?a=1&amp;b=2"' in html


def test_a_terminal_names_the_address() -> None:
    shown = io.BytesIO()
    write([one({"text": TEXT, "url": URL})], shown, "table")
    assert URL in shown.getvalue().decode()
