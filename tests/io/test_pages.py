"""Web pages in the layouts of agencies' sites: text to the paragraph, title, day, publisher and address.

The pages in `pages/` were written for these tests; agencies and persons are invented.
"""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

import thai_newsie
from thai_newsie.io.pages import article_of
from thai_newsie.io.pages.markup import Page
from thai_newsie.io.readers import read, reader_of
from thai_newsie.io.readers.html import page_text
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

PAGES = Path(__file__).parent / "pages"
EXPECTED: dict[str, dict[str, Any]] = json.loads((PAGES / "expected.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", EXPECTED)
def test_a_saved_page(name: str) -> None:
    (found,) = read(PAGES / name)
    assert isinstance(found, RawArticle)
    expected = EXPECTED[name]
    assert found.text.split("\n") == expected["paragraphs"]
    assert (found.title, found.published, found.source) == (
        expected["title"],
        expected["published"],
        expected["source"],
    )
    assert found.meta.get("url", "") == expected.get("url", "")


def test_every_page_is_expected() -> None:
    names = {path.name for path in PAGES.iterdir()} - {"expected.json"}
    assert names == set(EXPECTED) and len(names) == 20


def test_a_page_without_main_text_has_a_warning() -> None:
    found = article_of("<title>กรมการข้าวเปิดงาน</title><nav><a>หน้าแรก</a></nav>")
    assert (found.title, found.text) == ("กรมการข้าวเปิดงาน", "")
    assert found.warnings == ("html: the page has no main text that could be told from its menus",)


@pytest.mark.parametrize("data", [b"", b"   ", b"\x89PNG\r\n", b"<html></html>"])
def test_what_is_no_page_is_a_failure(data: bytes) -> None:
    (found,) = reader_of(".html")(io.BytesIO(data), "a.html", "a", thai_newsie.Config())
    assert isinstance(found, Failure) and found.source == "a.html"


@pytest.mark.parametrize(
    ("said", "encoding"), [("tis-620", "utf-8"), ("utf-8", "cp874"), ("", "cp874"), ("windows-874", "cp874")]
)
def test_the_bytes_decide_before_the_page(said: str, encoding: str) -> None:
    html = f'<meta charset="{said}"><h1>กรมการข้าว</h1><p>กรมการข้าวแจกเมล็ดพันธุ์ข้าวให้ชาวนา</p>'
    assert page_text(html.encode(encoding))[0] == html


def test_a_figure_table_stays_and_a_layout_table_goes() -> None:
    html = (
        "<table><tr><td><p>เมนู</p></td><td><table><tr><th>ปี</th><th>ตัน</th></tr><tr><td>2565</td><td>30</td></tr>"
        "</table></td></tr></table>"
    )
    tree = Page.from_html(html).without_layout_tables()
    assert len(list(tree.iter("table"))) == 1
    assert [cell.text for cell in tree.iter("td", "th")] == ["ปี", "ตัน", "2565", "30"]


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ('<meta property="article:published_time" content="2567-03-01T10:00:00+07:00">', "2024-03-01"),
        ('<time datetime="2024-03-01">เมื่อวาน</time>', "2024-03-01"),
        ("<p>วันที่เผยแพร่ : 1 มี.ค. 67</p>", "2024-03-01"),
        ("<p>๑ มีนาคม ๒๕๖๗ | อ่าน ๒๐ ครั้ง</p>", "2024-03-01"),
        ("<p>ในวันที่ 1 มีนาคม 2567 จะปิดถนน</p>", None),
    ],
)
def test_the_day_of_a_page(written: str, day: str | None) -> None:
    body = "<p>แขวงทางหลวงบ้านดอนปิดถนนสายหลักเพื่อซ่อมสะพาน โปรดใช้เส้นทางเลี่ยงตลอดสัปดาห์</p>"
    html = f"<html><body><h1>ปิดถนนสายหลักชั่วคราว</h1>{written}{body}</body></html>"
    assert article_of(html).published == day


def test_the_main_text_keeps_paragraphs_that_begin_like_labels() -> None:
    paragraphs = [
        "โดยมีหัวหน้าส่วนราชการเข้าร่วม",
        "อ่านต่อเนื่อง 20 ครั้งต่อปีเป็นเป้าหมายของโครงการห้องสมุดประชาชนประจำตำบลแห่งนี้",
        "ติดต่อสอบถามรายละเอียดได้ที่สำนักงานเกษตรจังหวัดทุกวันในเวลาราชการ โทร. 0 2000 0000",
    ]
    html = "<h1>ห้องสมุดประชาชน</h1><article>" + "".join(f"<p>{p}</p>" for p in paragraphs) + "</article>"
    assert article_of(html).text.split("\n") == paragraphs
