"""The public functions and the models of what comes out."""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime

import jsonschema
import pytest
from hypothesis import given, settings
from pydantic import ValidationError

import thai_newsie
from genre import texts
from thai_newsie import Article, extract
from thai_newsie.schema.article import json_schema

TEXT = (
    "เมื่อวานนี้ นางสาวสมหญิง รักเรียน ผู้อำนวยการโรงเรียนบ้านสวน เปิดเผยว่า นักเรียน 35 คนได้รับทุน "
    "ในพิธีมอบทุนการศึกษา ณ จังหวัดแพร่ เวลา 10.00 น."
)


def test_an_article_does_not_change() -> None:
    article = extract(TEXT)
    with pytest.raises(ValidationError, match="frozen"):
        article.title = "อื่น"
    with pytest.raises(ValidationError, match="frozen"):
        article.counts[0].value = 36
    assert isinstance(article.people, tuple)
    assert hash(article) == hash(extract(TEXT))


def test_the_schema_is_a_schema_that_refuses_what_is_wrong() -> None:
    schema = json_schema()
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    good = extract(TEXT, published="2024-08-24").to_dict()
    validator.validate(good)
    for broken in (
        {**good, "counts": [{**good["counts"][0], "value": "35"}]},
        {**good, "dates": [{**good["dates"][0], "kind": "moment"}]},
        {**good, "surprise": 1},
        {key: value for key, value in good.items() if key != "people"},
    ):
        assert not validator.is_valid(broken)


@given(texts())
@settings(max_examples=30)
def test_the_schema_holds_for_what_comes_out(text: str) -> None:
    jsonschema.validate(extract(text, title=text[:9]).to_dict(), json_schema())


def test_thai_letters_are_written_as_they_are() -> None:
    assert "นางสาวสมหญิง" in extract(TEXT).to_json()
    assert extract(TEXT).to_json(indent=2).startswith('{\n  "id"')


@pytest.mark.parametrize(
    "published", ["2024-08-24", "2024-08-24T07:30:00+07:00", date(2024, 8, 24), datetime(2024, 8, 24, 23, 59)]
)
def test_published_is_the_day_that_yesterday_is_counted_from(published: str | date) -> None:
    article = extract(TEXT, published=published)
    assert article.published == "2024-08-24"
    assert [found.value for found in article.dates] == ["2024-08-23"]


@pytest.mark.parametrize(
    "published", ["yesterday", "0", "ส.ค. 2567", "24 ส.ค.", "1204-08-24", "ก" * 10_000, "2024\ud83d"]
)
def test_published_that_is_no_day_is_a_warning_that_tells_it(published: str) -> None:
    article = extract(TEXT, published=published)
    [warning] = [found for found in article.warnings if found.startswith("published: ")]
    assert article.published is None and published[:4].replace("\ud83d", "") in warning
    assert len(warning) < 200 and article.people == extract(TEXT).people


@pytest.mark.parametrize("text", [None, 5, b"bytes", ["text"]])
def test_a_text_that_is_no_string_is_an_error(text: object) -> None:
    with pytest.raises(TypeError, match="text must be a string"):
        extract(text)  # type: ignore[arg-type]


def test_import_is_light() -> None:
    code = "import sys, thai_newsie; print(*sys.modules, sep='\\n')"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert "thai_newsie" in loaded
    assert loaded.isdisjoint({"spacy", "numpy", "pydantic", "nlpo3", "pythainlp", "dateparser", "regex"})


def test_the_package_has_what_it_names() -> None:
    assert set(thai_newsie.__all__) <= set(dir(thai_newsie))
    assert all(getattr(thai_newsie, name) for name in thai_newsie.__all__)
    assert Article is thai_newsie.Article
    with pytest.raises(AttributeError, match="no attribute 'summarise'"):
        thai_newsie.summarise  # noqa: B018 - the access is the test
