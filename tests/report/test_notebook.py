"""How an Article shows itself in a notebook."""

from __future__ import annotations

from html.parser import HTMLParser

import thai_newsie
from newsroom import articles, hostile_article
from thai_newsie.report.highlights import HIGHLIGHTS
from thai_newsie.schema.article import Article


class Page(HTMLParser):
    """The elements, marked words and text of a piece of HTML; complains about elements that do not close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.marked: list[tuple[str, str]] = []
        self.text = ""
        self._open: list[tuple[str, str]] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self._open.append((tag, dict(attrs).get("style") or ""))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        self.text += data
        if self._open and self._open[-1][0] == "mark":
            self.marked.append((self._open[-1][1], data))


def shown(article: Article) -> Page:
    return Page(article._repr_html_())


def test_the_text_is_shown_with_its_finds_in_colour_and_the_lists_beside_it() -> None:
    article = thai_newsie.extract(
        "นายสมชาย ใจดี อธิบดีกรมการข้าว ลงพื้นที่จังหวัดน่าน", title="ข่าววันนี้", published="2024-06-03"
    )
    page = shown(article)
    assert article.text in page.text and "ข่าววันนี้" in page.text and "2024-06-03" in page.text
    tints = {highlight.kind: highlight.tint for highlight in HIGHLIGHTS}
    assert [(style[:20], words) for style, words in page.marked if words == "นายสมชาย ใจดี"] == [
        (f"background:{tints['person']}", "นายสมชาย ใจดี")
    ]
    for name in ("Events", "People", "Organizations", "Places", "อธิบดีกรมการข้าว", "Director-General"):
        assert name in page.text


def test_it_needs_nothing_from_elsewhere_and_sets_no_colour_of_letters() -> None:
    for article in articles(5):
        page = shown(article)
        assert set(page.tags) <= {"div", "span", "mark", "strong", "h4", "p"}
        assert page.attributes == {"style", "lang", "title"}
        assert "http" not in article._repr_html_()
        assert {part for part in article._repr_html_().split(";") if part.strip().startswith("color:")} <= {
            "color:inherit"
        }


def test_hostile_words_stay_words() -> None:
    article = hostile_article()
    page = shown(article)
    assert "script" not in page.tags and "img" not in page.tags
    assert article.text in page.text and article.title in page.text and article.warnings[0] in page.text


def test_an_article_that_says_nothing() -> None:
    assert shown(Article(text="ข่าว")).text == "ข่าว"
