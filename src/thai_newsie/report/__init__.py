"""A collection of articles as one page. Any browser opens it, without a network.

>>> import io
>>> from thai_newsie import extract
>>> page = io.StringIO()
>>> write_report([extract("นายสมชาย ใจดี ลงพื้นที่จังหวัดน่าน")], page, "ข่าวหนึ่งข่าว")
(1, 0)
>>> page.getvalue()[:15]
'<!DOCTYPE html>'
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TextIO

from thai_newsie.schema.article import Article, Failure


def write_report(
    records: Iterable[Article | Failure], stream: TextIO, title: str = "thai-newsie"
) -> tuple[int, int]:
    """Write the page of `records` to `stream`. Returns the number of articles and the number of failures in it.

    `title` stands at the head of the page. Records are written a few at a time; memory keeps only what the lists and
    charts need.
    """
    from thai_newsie.report.page import write

    return write(records, stream, title)
