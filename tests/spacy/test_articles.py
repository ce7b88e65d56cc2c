"""Date and title of an article, with a Doc and in a stream."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc

import thai_newsie
from conftest import ROOT
from genre import anything, texts
from thai_newsie import extract
from thai_newsie.raw_article import RawArticle
from thai_newsie.text.normalized import storable

TITLE = "กรมการข้าวส่งมอบเมล็ดพันธุ์ 29 ส.ค. นี้"
TEXT = "เมื่อวานนี้ นายสมชาย ใจดี อธิบดี ลงพื้นที่จังหวัดน่าน"
WANT = extract(TEXT, TITLE, "2024-08-24")

nlp = thai_newsie.load()


def values(doc: Doc) -> list[str]:
    return [span._.item["value"] for span in doc.spans["dates"]]


@pytest.mark.parametrize(
    "published", ["2024-08-24", "2024-08-24T09:30:00+07:00", date(2024, 8, 24), datetime(2024, 8, 24, 9, 30)]
)
def test_a_day_counts_from_the_date_of_the_doc(published: object) -> None:
    doc = nlp.make_doc(TEXT)
    doc._.published = published
    assert doc._.published == "2024-08-24"
    assert nlp(doc)._.article == extract(TEXT, published="2024-08-24")
    assert values(doc) == ["2024-08-23"]


def test_a_doc_without_a_date_has_none() -> None:
    doc = nlp(TEXT)
    assert (doc._.published, doc._.title, doc._.title_end) == (None, None, None)
    assert doc._.article == extract(TEXT)
    assert values(doc) == []


def test_a_date_that_is_set_later_counts_when_the_doc_is_read_again() -> None:
    doc = nlp(TEXT)
    doc._.published = "2024-08-24"
    assert doc._.article == extract(TEXT)
    assert values(nlp(doc)) == ["2024-08-23"]
    doc._.published = None
    assert values(nlp(doc)) == []


@pytest.mark.parametrize("language", ["th", "xx"])
def test_a_doc_of_title_and_text_reads_like_the_two(language: str) -> None:
    nlp = spacy.blank(language)
    for stage in thai_newsie.load().pipe_names:
        nlp.add_pipe(f"thai_newsie.{stage}")
    doc = nlp.make_doc(f"{TITLE}\n{TEXT}")
    doc._.title_end = len(TITLE)
    doc._.published = "2024-08-24"
    assert nlp(doc)._.article == WANT
    assert doc._.title == TITLE
    fields = {span._.item["field"]: span.text for span in doc.spans["dates"]}
    assert fields["title"] in ("29 ส.ค. นี้", "29 ส.ค.")
    assert fields["text"].startswith("เมื่อวาน")


def test_a_title_that_is_no_part_of_the_doc() -> None:
    doc = nlp.make_doc(TEXT)
    doc._.title = TITLE
    doc._.published = "2024-08-24"
    nlp(doc)
    assert doc._.article == WANT
    assert [span.text for span in doc.spans["dates"]] == ["เมื่อวานนี้"]  # what is in the title has no place here
    assert [span.id_ for span in doc.spans["dates"]] == ["d2"]
    assert "กรมการข้าว" in [organization.name for organization in doc._.article.organizations]
    assert [entity.text for entity in doc.ents] == ["นายสมชาย ใจดี", "จังหวัดน่าน"]


CONTEXT = {"published": "2024-08-24", "title": TITLE, "id": "7", "source": "thaigov", "section": 5}


@pytest.mark.parametrize(
    ("text", "context"),
    [
        (TEXT, CONTEXT),
        (TEXT, RawArticle(TEXT, TITLE, "2024-08-24", "7", "thaigov")),
        (f"{TITLE}\n{TEXT}", {**CONTEXT, "title_end": len(TITLE)}),
        (
            f"{TITLE}\n{TEXT}",
            {**CONTEXT, "title": "", "title_end": len(TITLE), "published": date(2024, 8, 24)},
        ),
    ],
)
@pytest.mark.parametrize("processes", [1, 2])
def test_the_context_of_a_stream_gives_date_and_title(text: str, context: object, processes: int) -> None:
    ((doc, given),) = nlp.pipe([(text, context)], as_tuples=True, n_process=processes)
    assert given == context
    assert doc.text == text
    assert doc._.article == WANT.model_copy(update={"id": "7", "source": "thaigov"})
    assert doc._.published == "2024-08-24" and doc._.title == TITLE


@pytest.mark.parametrize(
    "context", [None, 7, "2024-08-24", ("a", 1), {}, {"published": None, "title": None}, {1: 2}]
)
def test_any_other_context_is_left_alone(context: object) -> None:
    ((doc, given),) = nlp.pipe([(TEXT, context)], as_tuples=True)
    assert given == context
    assert doc._.article == extract(TEXT)


def test_each_doc_of_a_stream_has_its_own_context() -> None:
    days = [f"2024-08-{day}" for day in range(10, 30)]
    stream = nlp.pipe(((TEXT, {"published": day}) for day in days), as_tuples=True, batch_size=3)
    assert [doc._.article.published for doc, _ in stream] == days


def test_what_is_set_on_the_doc_comes_before_the_context() -> None:
    doc = nlp.make_doc(TEXT)
    doc._.published = "2024-08-24"
    ((doc, _),) = nlp.pipe([(doc, {"published": "2020-01-01"})], as_tuples=True)
    assert values(doc) == ["2024-08-23"]


def test_the_articles_of_a_folder_are_read_in_a_stream() -> None:
    raws = list(thai_newsie.read(ROOT / "data" / "samples"))
    docs = nlp.pipe(((raw.text, raw) for raw in raws), as_tuples=True)
    assert [doc._.article for doc, _ in docs] == list(thai_newsie.extract_many(raws))


def _set(name: str, value: object) -> Callable[[Doc], None]:
    return lambda doc: setattr(doc._, name, value)


@pytest.mark.parametrize(
    ("name", "value", "error", "message"),
    [
        (
            "published",
            "yesterday",
            ValueError,
            "published must be a day such as 2024-08-24, not 'yesterday'",
        ),
        ("published", "ส.ค. 2567", ValueError, "published must be a day"),
        ("published", 5, TypeError, "published must be a string or a date, not int"),
        ("title", 5, TypeError, "title must be a string, not int"),
        (
            "title_end",
            5,
            ValueError,
            "title_end must be where the line of the title ends: there is no line break at 5",
        ),
        ("title_end", -1, ValueError, "no line break at -1"),
        ("title_end", "5", TypeError, "title_end must be a number of characters, not str"),
    ],
)
def test_a_value_that_cannot_be_is_an_error_at_once(
    name: str, value: object, error: type[Exception], message: str
) -> None:
    doc = nlp.make_doc(TEXT)
    with pytest.raises(error, match=message):
        setattr(doc._, name, value)
    with pytest.raises(error, match=message):
        list(nlp.pipe([(TEXT, {name: value})], as_tuples=True))


@given(st.one_of(anything, texts()), st.one_of(st.just(""), texts()))
def test_a_pipeline_reads_as_extract_does(text: str, title: str) -> None:
    text, title = storable(text), storable(title)
    ((doc, _),) = nlp.pipe([(text, {"title": title, "published": "2024-08-24"})], as_tuples=True)
    assert doc._.article == extract(text, title, "2024-08-24")
    if title:
        joined = nlp.make_doc(f"{title}\n{text}")
        joined._.title_end = len(title)
        joined._.published = "2024-08-24"
        assert nlp(joined)._.article == doc._.article
