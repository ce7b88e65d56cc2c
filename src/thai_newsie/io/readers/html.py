"""Web pages: the article of a page (.html, .htm)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

import regex

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.pages import article_of
from thai_newsie.io.readers.decoding import decode, warning_of
from thai_newsie.io.readers.opening import read_whole
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

_CHARSET = regex.compile(
    rb"<meta[^>]{0,200}?charset\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w-]{1,40})", regex.IGNORECASE
)
_HEAD_BYTES = 4096  # in which a page says its encoding
_THAI_CHARSETS = frozenset({"tis-620", "tis620", "windows-874", "iso-8859-11", "cp874", "x-windows-874"})
_OF_ASCII = frozenset({"us-ascii", "ascii", "iso-8859-1", "windows-1252", "utf-8"})


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The one article of a page; `name` becomes its id."""
    try:
        yield article(bytes(read_whole(stream, config.max_bytes)), where, name, config)
    except ValueError as error:
        yield Failure(id=name, source=where, error=str(error))


def article(
    data: bytes, where: str, name: str, config: Config, url: str = "", charset: str = ""
) -> RawArticle:
    """The article of a page's bytes. `charset` is what the server says. Raises what `article_of` raises, and ArticleTooLongError."""
    html, warnings = page_text(data, charset)
    found = article_of(html, name, where, url, warnings)
    config.check_length(len(found.joined))
    return found


def page_text(data: bytes, charset: str = "") -> tuple[str, tuple[str, ...]]:
    """The HTML of a page, and the warnings about its bytes.

    Bytes that are correct UTF-8 are UTF-8, whatever the page or the server says: many say the encoding of an earlier
    page. Then the server's `charset` counts, then the page's, then what the bytes look like.

    >>> page_text('<meta charset="utf-8"><p>ข่าว'.encode("cp874"))[1]
    ('encoding: not UTF-8, read as cp874',)
    """
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError:
        pass
    said = [charset, *(match[1].decode("ascii") for match in _CHARSET.finditer(data, 0, _HEAD_BYTES))]
    for one in map(str.lower, filter(None, said)):
        if one not in _OF_ASCII and (text := _decoded(data, "cp874" if one in _THAI_CHARSETS else one)):
            return text, () if one in _THAI_CHARSETS else warning_of(one)
    return decode(data)


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (LookupError, UnicodeDecodeError):
        return None
