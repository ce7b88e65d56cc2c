"""The two laws: an offset never lies, nothing goes missing; and the same input gives the same bytes."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from datetime import date
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from spacy.tokens import DocBin

import thai_newsie
from genre import anything, texts, titled_texts
from laws import check
from thai_newsie import Article, Failure, extract, extract_many
from thai_newsie.exports import docbin
from thai_newsie.report import write_report
from thai_newsie.text.normalized import storable

nlp = thai_newsie.load()

OPEN_QUOTATION = ("ประกาศกรมการข้าว “ข้าวใหม่", "ก” ข")  # the title's mark closes in the text

BODY = (
    "วันที่ 29 พฤษภาคม 2562 เวลา 09.30 น. นายสมชาย ใจดี อธิบดีกรมการข้าว เป็นประธานการประชุมคณะกรรมการข้าว "
    "ครั้งที่ 1/2562 ณ ห้องประชุม 1 กรมการข้าว จังหวัดปทุมธานี มีผู้เข้าร่วมประชุม จำนวน 420 คน\n"
    "นายสมชาย กล่าวว่า “ขอขอบคุณทุกฝ่าย” ด้านนางสาวสมหญิง รักเรียน โฆษกกระทรวงเกษตรและสหกรณ์ เปิดเผยว่า ใช้งบกว่า 4 ล้านบาท"
)


@given(text=anything, title=anything)
@example(text="\ud83d", title="\u200b")
@example(text="\n", title="\r\n")
@example(text="ํา" * 5 + "\u200b", title="เเ")
def test_laws_hold_for_any_unicode(text: str, title: str) -> None:
    article = extract(text, title=title)
    assert (article.title, article.text) == (storable(title), storable(text))
    check(article)


@example(text="9" * 400 + ".5 บาท และ " + "9" * 5000 + " คน", title="", published=None)
@given(text=texts(), title=texts(8), published=st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)))
@settings(max_examples=3 * settings().max_examples)
def test_laws_hold_in_the_genre(text: str, title: str, published: object) -> None:
    article = extract(text, title=title, published=published)  # type: ignore[arg-type]
    check(article)


@given(cut=st.integers(0, len(BODY)), title_cut=st.integers(0, 40))
def test_any_part_of_an_article_is_an_article(cut: int, title_cut: int) -> None:
    for part in (BODY[:cut], BODY[cut:]):
        article = extract(part, title=BODY[:title_cut], published="2019-05-30")
        check(article)


@given(pair=titled_texts())
@example(pair=OPEN_QUOTATION)
@settings(max_examples=3 * settings().max_examples)
def test_no_item_reaches_from_the_title_into_the_text(pair: tuple[str, str]) -> None:
    title, text = pair
    check(extract(text, title, "2022-05-05"))


@given(pair=titled_texts())
@example(pair=OPEN_QUOTATION)
def test_what_is_made_of_an_article_takes_any_title(pair: tuple[str, str]) -> None:
    title, text = pair
    article = extract(text, title)
    page = StringIO()
    write_report([article], page)
    assert article._repr_html_() and page.getvalue()
    with TemporaryDirectory() as folder:
        target = Path(folder) / "articles.spacy"
        docbin.export([article], target)
        docs = DocBin().from_disk(target).get_docs(nlp.vocab)
        assert [doc.text for doc in docs] == [part for part in (title, text) if part]


@given(pair=titled_texts())
@example(pair=OPEN_QUOTATION)
def test_laws_hold_for_spans_on_a_doc(pair: tuple[str, str]) -> None:
    title, text = pair
    whole = nlp.make_doc(f"{title}\n{text}" if title else text)
    whole._.title_end = len(title)
    article = nlp(whole)._.article
    assert article == extract(text, title)
    for name, spans in whole.spans.items():
        for span in spans:
            mentions = span._.item.get("mentions", [span._.item])
            assert any(mention["text"] in span.text for mention in mentions), (name, span)
            assert not span.start_char < len(title) < span.end_char, (name, span)


@given(text=texts())
def test_same_input_same_bytes(text: str) -> None:
    assert extract(text).to_json() == extract(text).to_json()


def test_an_article_fills_lists_so_that_the_laws_are_about_something() -> None:
    article = extract(BODY)
    lists = ("people", "organizations", "places", "dates", "times", "counts", "events", "statements")
    assert [name for name in lists if not getattr(article, name)] == []


def test_laws_hold_for_real_articles(gold: Path) -> None:
    paths = sorted(path for path in gold.glob("*.json") if not path.name.endswith(".gold.json"))
    assert paths
    records = list(extract_many(json.loads(path.read_text(encoding="utf-8")) for path in paths))
    assert [record.id for record in records] == [path.stem for path in paths]
    for record in records:
        assert isinstance(record, Article)
        check(record)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | anything,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(anything, inner, max_size=3),
    max_leaves=5,
)
objects = st.fixed_dictionaries(
    {},
    optional={
        key: json_values | texts(5) for key in ("id", "title", "published", "source", "text", "category")
    },
)


@given(st.lists(objects | texts(5) | json_values | st.binary(max_size=5) | st.just(object()), max_size=6))
def test_one_record_for_each_input_in_order(inputs: list[object]) -> None:
    records = list(extract_many(inputs))  # type: ignore[arg-type]
    assert len(records) == len(inputs)
    for given_item, record in zip(inputs, records, strict=True):
        assert isinstance(record, Article | Failure)
        assert json.loads(record.to_json().encode())["id"] == record.id
        if isinstance(given_item, str):
            assert isinstance(record, Article) and record.text == storable(given_item)
        elif isinstance(given_item, dict) and isinstance(given_item.get("id"), str):
            assert record.id == storable(given_item["id"])
        elif not isinstance(given_item, dict):
            assert isinstance(record, Failure) and record.error


def test_a_broken_article_does_not_stop_the_rest() -> None:
    inputs = [
        "ข่าวแรก",
        {"id": "2"},
        {"id": "3", "text": 3},
        Failure(id="4", error="was broken"),
        {"id": "5", "text": "ข่าวท้าย"},
    ]
    records = list(extract_many(inputs))
    assert [type(record) for record in records] == [Article, Failure, Failure, Failure, Article]
    assert [record.id for record in records] == ["", "2", "3", "4", "5"]
    assert "text" in records[1].error and "string" in records[2].error  # type: ignore[union-attr]


def test_many_articles_stream() -> None:
    def endless() -> Iterator[str]:
        while True:
            yield "ข่าว"

    assert next(extract_many(endless())).text == "ข่าว"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "unit",
    [
        "กล่าวว่า ",
        "นาย",
        "กรม",
        "123 คน ",
        "1 ม.ค. - ",
        "“ก ",
        "(ก",
        "จังหวัดน่าน ",
        "เป็นประธาน ",
        "Mr. A B ",
        "Mr. A B said that all is well. ",
    ],
)
def test_no_text_takes_square_time(unit):
    def seconds(length):
        text = (unit * length)[:length]
        start = time.process_time()
        thai_newsie.extract(text)
        return time.process_time() - start

    seconds(100)  # tables are read
    # Four times the text takes four times as long; square time would take sixteen.
    assert seconds(20_000) < 9 * seconds(5_000) + 1
