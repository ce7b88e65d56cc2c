"""`thai-newsie report`: what is in the page, without a browser. test_report_page.py opens it in one."""

from __future__ import annotations

import base64
import io
import json
import zlib
from html.parser import HTMLParser
from pathlib import Path

import pytest
import regex

from command import one_line, run
from conftest import ROOT
from newsroom import HOSTILE, articles, hostile_article
from thai_newsie.lexicon import DATA, table
from thai_newsie.report import write_report
from thai_newsie.schema.article import Article, Failure

ASSETS = ROOT / "src" / "thai_newsie" / "report" / "assets"
FAILURE = Failure(id="7", source=f"b.json{HOSTILE}", error="is not JSON")


def page(*records: Article | Failure, title: str = "ข่าว") -> str:
    stream = io.StringIO()
    write_report(records, stream, title)
    return stream.getvalue()


class Parts(HTMLParser):
    """The data parts and the elements of a page, as a browser would cut them."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.parts: list[tuple[str, str]] = []
        self._name = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self._name = dict(attrs).get("data-part") or ""

    def handle_data(self, data: str) -> None:
        if self._name:
            self.parts.append((self._name, data))
            self._name = ""

    def catalogue(self) -> dict[str, object]:
        return json.loads(next(content for name, content in self.parts if name == "catalogue"))

    def unpacked(self, name: str) -> list[object]:
        blocks = (
            zlib.decompress(base64.b64decode(content)) for found, content in self.parts if found == name
        )
        return [each for block in blocks for each in json.loads(block)]


def test_every_article_is_in_it_and_every_failure() -> None:
    given = list(articles(120))
    parts = Parts(page(*given[:60], FAILURE, *given[60:]))
    catalogue = parts.catalogue()
    assert [card["id"] for card in catalogue["articles"]] == [article.id for article in given]
    assert parts.unpacked("texts") == [article.text for article in given]
    assert [found["title"] for found in parts.unpacked("found")] == [article.title for article in given]
    assert catalogue["failures"] == [
        {key: value for key, value in FAILURE.to_dict().items() if key != "meta"}
    ]


def test_the_catalogue_tells_what_the_filters_need() -> None:
    (first, *_) = given = list(articles(9))
    catalogue = Parts(page(*given)).catalogue()
    card = catalogue["articles"][0]
    assert card["published"] == first.published and card["title"] == first.title
    assert [catalogue["people"][number][0] for number in card["people"]] == [first.people[0].name]
    assert [catalogue["organizations"][number][0] for number in card["organizations"]] == [
        first.organizations[0].name
    ]
    assert card["provinces"] == [first.places[0].code]
    assert card["events"] == [[first.events[0].type, first.events[0].date]]
    assert [(catalogue["speakers"][number], times) for number, times in card["speakers"]] == [
        (first.people[0].name, 1)
    ]


@pytest.mark.parametrize(
    ("date", "shown"),
    [
        ("2022-03-09/2022-03-11", "2022-03-09"),
        ("2022-10/..", "2022-10"),
        ("2022", "2022-01-02"),
        (None, "2022-01-02"),
    ],
)
def test_an_event_without_a_month_stands_on_the_day_of_its_article(date: str | None, shown: str) -> None:
    event = {"type": "visit", "name": "ข่าว", "text": "ข่าว", "start": 0, "end": 4, "date": date}
    article = Article.model_validate({"text": "ข่าว", "published": "2022-01-02", "events": [event]})
    assert Parts(page(article)).catalogue()["articles"][0]["events"] == [["visit", shown]]


def test_hostile_words_do_not_leave_their_place() -> None:
    html = page(hostile_article(), FAILURE, title=HOSTILE)
    parts = Parts(html)
    plain = Parts(page(*articles(1)))
    assert parts.tags == plain.tags
    assert parts.catalogue()["title"] == parts.catalogue()["articles"][0]["id"] == HOSTILE
    assert "\u2028" not in html.split("<!DOCTYPE html>")[1].split('data-part="catalogue"')[1]


def test_placeholders_of_the_template_in_an_article_stay_words() -> None:
    words = "/*SCRIPT*/ <!--DATA--> /*STYLE*/ <!--TITLE-->"
    html = page(Article(id="1", title=words, text=words), title=words)
    assert Parts(html).catalogue()["articles"][0]["title"] == words
    assert Parts(html).catalogue()["title"] == words
    assert html.count('"use strict"') == 1


def test_nothing_comes_from_elsewhere() -> None:
    html = page(*articles(3))
    assert not regex.search(r"https?:|\bsrc=|\bhref=|@import|url\(", html)
    assert "default-src 'none'" in html


def test_the_script_makes_no_markup_of_text() -> None:
    for asset in ASSETS.glob("*.js"):
        assert not regex.search(
            "innerHTML|outerHTML|insertAdjacentHTML|document.write|eval|</script", asset.read_text("utf-8")
        )


def test_the_same_records_give_the_same_bytes() -> None:
    assert page(*articles(60)) == page(*articles(60))


def test_the_page_of_nothing() -> None:
    assert Parts(page()).catalogue()["articles"] == []


def test_records_are_written_as_they_come() -> None:
    stream = io.StringIO()
    seen = []

    def records():  # type: ignore[no-untyped-def]
        for article in articles(120):
            seen.append(stream.getvalue().count('data-part="texts"'))
            yield article

    write_report(records(), stream)
    assert seen[-1] == 2, "what came first is written before the last is asked for"


def test_every_province_has_its_own_tile() -> None:
    tiles = table("province_tiles")
    assert len(tiles) == 77 == len({row["code"] for row in tiles})
    for columns in (("row", "column"), ("short",), ("short_english",)):
        assert len({tuple(row[column] for column in columns) for row in tiles}) == 77
    by_name = {row["word"]: (int(row["row"]), int(row["column"])) for row in tiles}
    assert min(by_name, key=by_name.__getitem__) == "เชียงราย", "the north is at the top"
    assert max(by_name, key=by_name.__getitem__) == "นราธิวาส", "the deep south at the bottom"
    assert by_name["อุบลราชธานี"][1] > by_name["กรุงเทพมหานคร"][1] > by_name["กาญจนบุรี"][1], "east is right"


# --- the command


def test_the_command_from_articles_to_the_page(tmp_path: Path) -> None:
    out, made = tmp_path / "out.jsonl.xz", tmp_path / "report.html"
    run("extract", DATA / "samples", "-o", out)
    done = run("report", out, "-o", made, "--title", "สามข่าว")
    assert one_line(done) == f"thai-newsie: 3 articles; written to {made}"
    catalogue = Parts(made.read_text("utf-8")).catalogue()
    assert [card["id"] for card in catalogue["articles"]] == ["flood", "rice", "school-lunch"]
    assert catalogue["title"] == "สามข่าว"


def test_a_page_is_whole_or_not_there(tmp_path: Path) -> None:
    records, made = tmp_path / "out.jsonl", tmp_path / "report.html"
    made.write_text("before")
    records.write_text('{"id": "2", "text": "ข่าว"}\n', encoding="utf-8")
    assert "out.jsonl:1" in one_line(run("report", records, "-o", made, status=2))
    assert made.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.jsonl", "report.html"]


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere.jsonl", "-o", "report.html"], "nowhere.jsonl: there is no such file"),
        (["out.jsonl", "-o", "nowhere/report.html"], "there is no folder nowhere"),
        (["out.jsonl", "-o", "out.jsonl"], "is also to be read"),
        (["out.jsonl"], "--output"),
    ],
)
def test_wrong_use_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str], told: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("out.jsonl").write_text(next(articles(1)).to_json(), encoding="utf-8")
    assert told in one_line(run("report", *arguments, status=2))
