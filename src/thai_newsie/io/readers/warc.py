"""Web archives (.warc, .wet, each also as .gz): the pages in them, one after the other.

ISO 28500. A record is read when it is asked for, so an archive of any size takes the memory of its largest page.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from fnmatch import fnmatch
from typing import IO, Any
from urllib.parse import urlsplit

import regex

from thai_newsie.config import DEFAULT, Config
from thai_newsie.extras import require
from thai_newsie.io.readers import html
from thai_newsie.io.readers.layout import lay_out
from thai_newsie.io.readers.opening import DECOMPRESSION_ERRORS, read_whole
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure

_PAGES = frozenset({"text/html", "application/xhtml+xml"})
_OK = "200"
_NEXT_RECORD = b"\r\n\r\nWARC/1."
_THAI_CONSONANT = regex.compile(r"[\u0e01-\u0e2e]")
_CHARSET_PARAMETER = regex.compile(r"charset\s{0,9}=\s{0,9}[\"']?([\w-]{1,40})")
_LETTER = regex.compile(r"\p{L}")
_MIN_SHARE = 0.3  # of the letters, from which a page is in a language; Thai pages hold English names


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The articles of an archive, in its order; an id is `name` and the number of the record.

    Read are pages (`response` and `resource` records with HTML that the server gave with the status 200) and texts
    (`conversion` records, as in .wet files). Others are passed over: pictures, errors of servers, requests. So are pages
    of other hosts than `config.hosts` and in another language than `config.language`.
    """
    archiveiterator = require("warcio.archiveiterator", "files")
    exceptions = require("warcio.exceptions", "files")
    watched = _Watched(stream)
    records = archiveiterator.ArchiveIterator(watched)
    number = 0
    while True:
        try:
            record = next(records, None)
        except (exceptions.ArchiveLoadFailed, ValueError) as error:
            yield Failure(
                id=name, source=where, error=f"is damaged behind record {number}: {reason_of(error)}"
            )
            return
        if record is None:
            break
        number += 1
        yield from _articles(record, f"{where}:{number}", f"{name}:{number}", config)
    if watched.error is not None:
        raise watched.error
    if not number:
        yield Failure(id=name, source=where, error="holds no record of a web archive")
    elif watched.read(1):  # warcio takes what is no record for the end
        yield Failure(id=name, source=where, error=f"is damaged behind record {number}: no record follows")


def _articles(record: Any, where: str, name: str, config: Config) -> Iterator[RawArticle | Failure]:
    """The article of a record that is a page, as asked for; none of any other."""
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    if not _is_of_host(url, config):
        return
    if record.rec_type == "response" and not _status(record).isdigit():
        yield Failure(id=name, source=where, meta=_meta(url), error="its HTTP header is damaged")
    elif _is_page(record):
        yield from _article(record, where, name, url, config)


class _Watched:
    """A stream for warcio, which takes an error of reading for the end of the archive.

    It is read in pieces as they come, so that what was unpacked before the damage is not lost.
    """

    def __init__(self, stream: IO[bytes]) -> None:
        self._read: Callable[[int], bytes] = getattr(stream, "read1", stream.read)
        self.error: Exception | None = None

    def read(self, size: int = -1) -> bytes:
        """At most `size` bytes; none at the end, and where the stream cannot be read any further."""
        if self.error is not None:
            return b""
        try:
            return self._read(size)
        except (OSError, *DECOMPRESSION_ERRORS) as error:
            self.error = error
            return b""

    def close(self) -> None:
        """Nothing: who has opened the stream closes it."""


def _article(record: Any, where: str, name: str, url: str, config: Config) -> Iterator[RawArticle | Failure]:
    try:
        data = bytes(read_whole(record.content_stream(), config.max_bytes))
        if _NEXT_RECORD in data:
            raise ValueError("its length is wrong: other records stand in it, which are not read")
        found = _read(record, data, where, name, url, config)
    except (ValueError, OSError) as error:
        yield Failure(id=name, source=where, error=reason_of(error), meta=_meta(url))
        return
    if _is_in_language(found.joined, config.language):
        yield found


def _read(record: Any, data: bytes, where: str, name: str, url: str, config: Config) -> RawArticle:
    if record.rec_type == "conversion":
        config.check_length(len(data) // 3)
        return replace(
            lay_out(data.decode("utf-8", "replace"), name, (), where), meta={"url": url} if url else {}
        )
    _, charset = _content_type(record)
    return html.article(data, where, name, config, url, charset)


def _is_page(record: Any) -> bool:
    if record.rec_type == "conversion":
        return True
    if record.rec_type not in ("response", "resource"):
        return False
    return _status(record) == _OK and _content_type(record)[0] in _PAGES


def _status(record: Any) -> str:
    """The status that the server gave; that of a page for a record without one, such as a `resource`."""
    return (record.http_headers.get_statuscode() or "") if record.http_headers else _OK


def _meta(url: str) -> dict[str, str]:
    return {"url": url} if url else {}


def _content_type(record: Any) -> tuple[str, str]:
    """The type of the content, and its charset or ""."""
    headers = record.http_headers or record.rec_headers
    kind, _, parameters = (headers.get_header("Content-Type") or "").partition(";")
    match = _CHARSET_PARAMETER.search(parameters)
    return kind.strip().lower(), match[1] if match else ""


def _is_of_host(url: str, config: Config) -> bool:
    if not config.hosts:
        return True
    host = (urlsplit(url).hostname or "").lower()
    return any(fnmatch(host, pattern.lower()) for pattern in config.hosts)


def _is_in_language(text: str, language: str | None) -> bool:
    if language is None:
        return True
    letters = len(_LETTER.findall(text))
    thai = len(_THAI_CONSONANT.findall(text))
    return (thai if language == "th" else letters - thai) >= _MIN_SHARE * letters > 0
