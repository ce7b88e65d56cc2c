"""Arguments that mean something else than they are get one clear error that says what to write."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from thai_newsie import Corpus, build_registry, extract, extract_many
from thai_newsie.exports import export
from thai_newsie.raw_article import RawArticle
from thai_newsie.report import write_report
from thai_newsie.schema.article import Article, Failure

TEXT = "กรมการข้าวเปิดตลาดนัดข้าวที่จังหวัดน่าน"


@pytest.fixture
def news(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A file of the name news.txt in the present folder."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "news.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path / "news.txt"


def test_the_name_of_a_file_is_no_text(news: Path) -> None:
    for given in ("news.txt", str(news), "./news.txt"):
        with pytest.raises(ValueError, match=r"the name of a file; read the file: extract_many\(read\("):
            extract(given)
        with pytest.raises(TypeError, match=r"not a path; read the file"):
            extract_many(given)
    with pytest.raises(TypeError, match="text must be a string, not a path; read the file"):
        extract(news)  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="not a path; read the file"):
        extract_many(news)  # type: ignore[arg-type]


def test_names_of_files_among_articles_are_failures(news: Path) -> None:
    found = list(extract_many(["news.txt", news, TEXT, {"text": "news.txt"}]))  # type: ignore[list-item]
    assert [type(record) for record in found] == [Failure, Failure, Article, Article]
    assert all("read the file" in record.error for record in found if isinstance(record, Failure))


@pytest.mark.parametrize(
    "text",
    ["other.txt", "news.txt\n", "news.txt มาแล้ว", "ข่าว", "", "a\0b.txt", "ก" * 300 + ".txt", "..", "."],
)
def test_other_texts_are_texts(news: Path, text: str) -> None:
    assert extract(text).text == text


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (TEXT, r"not one str; write extract_many\(\[text\]\), or extract\(text\) for one"),
        (TEXT.encode(), "not one bytes"),
        ({"text": TEXT}, r"not one dict; put it in a list: extract_many\(\[article\]\)"),
        (RawArticle(TEXT), "not one RawArticle; put it in a list"),
        (Article(text=TEXT), "not one Article; put it in a list"),
        (pd.DataFrame({"text": [TEXT]}), "not one DataFrame; write extract_frame"),
    ],
)
def test_one_article_is_not_many(given: Any, told: str) -> None:
    with pytest.raises(TypeError, match=told):
        extract_many(given)


@pytest.mark.parametrize("record", [extract(TEXT), Failure(error="x")])
def test_one_record_is_not_many(record: Any, tmp_path: Path) -> None:
    for use in (build_registry, Corpus, lambda one: export(one, "popolo", tmp_path / "out.json")):
        with pytest.raises(TypeError, match=r"not one (Article|Failure); put it in a list: \[record\]"):
            use(record)
    with (tmp_path / "page.html").open("w") as stream, pytest.raises(TypeError, match="put it in a list"):
        write_report(record, stream)


@pytest.mark.parametrize(
    ("name", "meant"),
    [("persons", "people"), ("Organisation", "organizations"), ("quotes", "statements"), ("event", "events")],
)
def test_a_table_of_another_name_is_told(name: str, meant: str) -> None:
    corpus = Corpus([extract(TEXT)])
    with pytest.raises(ValueError, match=f"there is no table '{name}'; did you mean '{meant}'"):
        corpus.table(name)
    with pytest.raises(AttributeError, match=f"did you mean '{meant}'"):
        getattr(corpus, name)
    assert not hasattr(corpus, "_repr_png_")


def test_a_name_that_is_like_none_shows_all() -> None:
    with pytest.raises(ValueError, match=r"there is no table 'xyz'\. The tables are articles, people, "):
        Corpus([]).table("xyz")
