"""News feeds."""

from __future__ import annotations

import io

import pytest

from thai_newsie.config import Config
from thai_newsie.io.readers import reader_of
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/">
<channel><title>ข่าวกรมการข้าว</title><link>https://rice.example.go.th</link><description>-</description>
<item><title>เปิดศูนย์ &amp;amp; โรงสี</title><link>https://rice.example.go.th/1</link><guid>https://rice.example.go.th/?p=1</guid>
<pubDate>Mon, 02 Jan 2023 23:30:00 +0700</pubDate><category>กิจกรรม</category><description>สั้น</description>
<content:encoded><![CDATA[<p>วรรคหนึ่ง</p><p>วรรคสอง</p>]]></content:encoded></item>
<item><title>เรื่องที่สอง</title><description>&lt;p&gt;ย่อความ&lt;/p&gt;</description><pubDate>3 มกราคม 2566</pubDate></item>
<item><link>https://rice.example.go.th/3</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>ข่าว</title><id>f</id><updated>2024-05-01T00:00:00Z</updated>
<entry><title>ประชุม</title><id>e1</id><link href="https://example.go.th/e1"/><updated>2024-05-02T08:00:00+07:00</updated>
<content type="html">&lt;p&gt;เนื้อข่าว&lt;/p&gt;</content></entry></feed>"""


def entries(text: str) -> list[RawArticle | Failure]:
    return list(reader_of(".rss")(io.BytesIO(text.encode()), "a.rss", "a", Config()))


def test_rss() -> None:
    first, second, third = entries(RSS)
    assert isinstance(first, RawArticle) and isinstance(second, RawArticle)
    assert (first.title, first.text) == ("เปิดศูนย์ & โรงสี", "วรรคหนึ่ง\nวรรคสอง")
    # Where it was published it was still the second of January.
    assert (first.published, first.id) == ("2023-01-02", "https://rice.example.go.th/?p=1")
    assert first.source == "ข่าวกรมการข้าว"
    assert first.meta == {"url": "https://rice.example.go.th/1", "categories": ["กิจกรรม"]}
    assert (second.text, second.published, second.id) == ("ย่อความ", "3 มกราคม 2566", "a:2")
    assert second.warnings == ("feed: the entry has a summary, not the whole article",)
    assert isinstance(third, Failure) and third.error == "the entry has no text"


def test_atom() -> None:
    (found,) = entries(ATOM)
    assert isinstance(found, RawArticle)
    assert (found.title, found.text, found.published) == ("ประชุม", "เนื้อข่าว", "2024-05-02T08:00:00+07:00")


@pytest.mark.parametrize("text", ["", "ข่าว", "<html><p>ข่าว</p></html>", "<a><b>1</b></a>", RSS[:200]])
def test_what_is_no_feed_is_a_failure(text: str) -> None:
    (found,) = entries(text)
    assert isinstance(found, Failure) and found.error.startswith("is no news feed")
