"""Tables and frames: every item is a row, the types are the same everywhere, and the records are read once."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pandas
import polars
import pytest
from hypothesis import given, settings

import thai_newsie
from conftest import ROOT
from genre import texts
from thai_newsie import Article, Corpus, Failure, extract, extract_frame
from thai_newsie.corpus.frames import Library, arrow, frame
from thai_newsie.extras import MissingExtraError
from thai_newsie.io.tables import TABLES, column_names, rows

TEXT = (
    "เมื่อวันที่ 8-9 มีนาคม 2565 เวลา 09.30 น. นายสมชาย ใจดี อธิบดีกรมการข้าว เป็นประธานการประชุมสามัญ ครั้งที่ 1/2565 ณ จังหวัดน่าน "
    "มีผู้เข้าร่วมประชุม 1,200 คน นายสมชาย กล่าวว่า จะดูแลชาวนา"
)
RECORDS = [
    extract(TEXT, title="ข่าวกรมการข้าว", published="2022-03-10").model_copy(update={"id": "a"}),
    Failure(id="b", source="b.json", error="is not JSON"),
]
LIBRARIES: list[Library] = ["pandas", "polars"]


@given(texts())
@settings(max_examples=30)
def test_every_item_is_a_row_with_its_place(text: str) -> None:
    article = extract(text, title=text[:20])
    found: dict[str, list[dict[str, Any]]] = {name: [] for name in TABLES}
    for table, row in rows(article):
        found[table].append(dict(zip(column_names(table), row, strict=True)))
    for name in ("people", "organizations", "places", "dates", "times", "counts", "events", "statements"):
        assert len(found[name]) == len(getattr(article, name))
    assert len(found["roles"]) == sum(len(person.roles) for person in article.people)
    for table in set(TABLES) - {"articles", "failures"}:
        for row in found[table]:
            assert getattr(article, row["field"])[row["start"] : row["end"]] == row["text"], table


def test_the_columns_are_those_of_the_contract() -> None:
    for name, model in {"people": "Person", "counts": "Count", "events": "Event", "roles": "Role"}.items():
        fields = set(getattr(thai_newsie.schema.article, model).model_fields) - {"id", "roles"}
        assert fields <= set(column_names(name))


@pytest.mark.parametrize("library", LIBRARIES)
def test_frames(library: Library) -> None:
    corpus = Corpus(iter(RECORDS), library)
    assert len(corpus) == 2
    assert type(corpus.people).__module__.startswith(library)
    assert corpus.people is corpus.people and "people" in dir(corpus)
    assert corpus.people["person"].to_list() == ["p1"]
    assert corpus.roles["organization_id"].to_list() == ["o1"]
    assert corpus.counts["value"].to_list() == [1200.0]
    assert corpus.statements["direct"].to_list() == [False]
    assert corpus.failures["error"].to_list() == ["is not JSON"]
    assert set(corpus.mentions["table"]) == {"people", "organizations", "places"}
    event = corpus.events.iloc[0] if library == "pandas" else corpus.events.row(0, named=True)
    assert (event["date"], event["chair_id"]) == ("2022-03-08/2022-03-09", "p1")
    last = event["last_day"]
    assert (last.date() if isinstance(last, datetime) else last) == date(2022, 3, 9)
    with pytest.raises(AttributeError, match="weather"):
        _ = corpus.weather


def test_the_libraries_agree() -> None:
    corpus = Corpus(RECORDS)
    assert corpus.library == "pandas"
    for name in corpus.tables:
        other = corpus.table(name, "polars")
        assert list(corpus.table(name).columns) == other.columns
        assert arrow(corpus.columns[name]).to_pylist() == other.to_dicts()


@pytest.mark.parametrize("library", LIBRARIES)
def test_no_articles_are_tables_all_the_same(library: Library) -> None:
    corpus = Corpus([], library)
    assert [len(corpus.table(name)) for name in corpus.tables] == [0] * len(TABLES)
    assert list(corpus.people.columns) == list(column_names("people"))


@pytest.mark.parametrize("library", LIBRARIES)
def test_odd_values_find_room(library: Library) -> None:
    article = extract("มีผู้เข้าร่วม 30 คน เมื่อ พ.ศ. 1893")
    huge = article.model_copy(update={"counts": (article.counts[0].model_copy(update={"value": 10**400}),)})
    corpus = Corpus([huge, Article()], library)
    assert len(corpus.counts) == 1 and corpus.counts["value"].count() == 0, "no float is so large"
    assert str(corpus.dates["first_day"].to_list()[0]).startswith("1350-01-01")


def test_records_are_read_once_and_not_before_they_are_needed() -> None:
    asked = []

    def records() -> Iterator[Article]:
        asked.append(1)
        yield Article(id="1")

    corpus = Corpus(records())
    assert not asked
    assert len(corpus.articles) == len(corpus) == 1 and len(corpus.people) == 0
    assert asked == [1]


def test_corpus_of_a_file(tmp_path: Path) -> None:
    path = tmp_path / "out.jsonl"
    path.write_text("".join(record.to_json() + "\n" for record in RECORDS), encoding="utf-8")
    assert Corpus(path, "polars").people.equals(Corpus(RECORDS, "polars").people)
    with pytest.raises(FileNotFoundError):
        Corpus(tmp_path / "absent.jsonl")


NEWS = {
    "no": [7, 8, 9],
    "head": ["หัวข้อข่าว", None, "x"],
    "body": [TEXT, None, "เมื่อวานนี้ ฝนตก"],
    "day": [date(2022, 3, 10), None, date(2024, 8, 24)],
}


@pytest.mark.parametrize("day", ["as it is", "text", "moment"])
@pytest.mark.parametrize("module", [pandas, polars])
def test_extract_frame(module: Any, day: str) -> None:
    news = module.DataFrame(NEWS)
    if day == "text":
        news = module.DataFrame({**NEWS, "day": [d and d.isoformat() for d in NEWS["day"]]})
    if day == "moment":
        news = module.DataFrame(
            {**NEWS, "day": [d and datetime(d.year, d.month, d.day) for d in NEWS["day"]]}
        )  # type: ignore[attr-defined]
    corpus = extract_frame(news, text="body", title="head", published="day", id="no")
    assert corpus.library == module.__name__
    assert corpus.articles["article"].to_list() == ["7", "9"]
    assert corpus.articles["title"].to_list() == ["หัวข้อข่าว", "x"]
    assert corpus.failures["article"].to_list() == ["8"]
    assert corpus.dates["value"].to_list()[-1] == "2024-08-23"


def test_rows_without_an_id_are_called_by_their_row() -> None:
    labelled = pandas.DataFrame({"text": ["ก", "ข"]}, index=["x", "y"])
    assert extract_frame(labelled).articles["article"].to_list() == ["x", "y"]
    assert extract_frame(polars.DataFrame({"text": ["ก", "ข"]})).articles["article"].to_list() == ["0", "1"]


def test_wrong_frames_are_told() -> None:
    with pytest.raises(KeyError, match=r"body.*no such column.*text"):
        extract_frame(polars.DataFrame({"text": ["x"]}), text="body")
    with pytest.raises(TypeError, match="DataFrame is needed, not dict"):
        extract_frame({"text": ["x"]})


def test_a_library_that_is_not_there_names_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "polars", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'thai-newsie\[polars\]'"):
        frame({}, "polars")


def test_no_library_of_frames_is_imported_unasked() -> None:
    code = "import sys, thai_newsie; thai_newsie.Corpus([], 'polars'); print({'pandas', 'polars', 'pyarrow'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout == "set()\n"


def test_the_page_of_the_tables_has_every_column() -> None:
    page = (ROOT / "docs" / "tables.md").read_text(encoding="utf-8")
    for table in TABLES:
        assert f"| `{table}` | {', '.join(f'`{name}`' for name in column_names(table))} |" in page
