"""Web pages: from HTML to the article on the page.

`markup` parses the page and undoes tables that only lay it out. trafilatura finds the main text. `lines` takes off what the
page says about itself (menus, counters, buttons, other news), and `head` finds the title, the day, the publisher and the
address.

>>> page = "<title>ข่าว - กรมการข้าว</title><h1>กรมการข้าวแจกเมล็ดพันธุ์</h1><p>กรมการข้าวแจกเมล็ดพันธุ์ข้าวให้ชาวนาในจังหวัดน่าน</p>"
>>> article_of(page, name="1").text
'กรมการข้าวแจกเมล็ดพันธุ์ข้าวให้ชาวนาในจังหวัดน่าน'
"""

from __future__ import annotations

import logging
from typing import Any

from thai_newsie.extras import require
from thai_newsie.io.pages.head import day_of, publisher_of, title_of
from thai_newsie.io.pages.lines import body_of, without_source_line
from thai_newsie.io.pages.markup import Page
from thai_newsie.raw_article import RawArticle


def article_of(
    html: str, name: str = "", where: str = "", url: str = "", warnings: tuple[str, ...] = ()
) -> RawArticle:
    """The article of a web page. `url` is where it was fetched from; the page's own address wins.

    `meta` has the address as `url`. Raises ValueError for a page without text,
    and MissingExtraError where the extra `files` is not installed.
    """
    page = Page.from_html(html, url)
    found = _main_text(page)
    title = title_of(page)
    text = body_of(found.text if found is not None and found.text else "", title)
    if not text and not title:
        raise ValueError("the page has no text")
    if not text:
        warnings = (*warnings, "html: the page has no main text that could be told from its menus")
    text, source = without_source_line(text)
    source = source or publisher_of(page, title)
    meta = {"url": address} if (address := page.address) else {}
    return RawArticle(text, title, day_of(page, title), name, source, warnings, where, meta)


def _main_text(page: Page) -> Any:
    """What trafilatura takes for the main part of the page; None where it finds none."""
    trafilatura = require("trafilatura", "files")
    # It logs what it cannot read as an error, which Python prints where a program has set no logging up.
    logging.getLogger("trafilatura").addHandler(logging.NullHandler())
    return trafilatura.bare_extraction(
        page.without_layout_tables(), include_comments=False, include_tables=True, with_metadata=False
    )
