"""Addresses on the web: what is fetched because somebody wrote its address, and nothing else."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterator
from time import monotonic
from typing import IO, Any
from urllib.parse import unquote, urljoin, urlsplit

from thai_newsie.config import Config
from thai_newsie.extras import require
from thai_newsie.io.readers import html
from thai_newsie.io.readers.opening import InputTooLargeError
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure

_SECONDS_TO_CONNECT, _SECONDS_TO_ANSWER, _SECONDS_IN_ALL = 10.0, 30.0, 120.0
_MAX_REDIRECTS = 5
_BYTES_AT_ONCE = 65_536
_USER_AGENT = "thai-newsie (reads one page that its user named)"
_NAMED_OBJECT = re.compile(r"^(?:<[^>]*>|\w+\([^)]*\)): ")
_SUFFIXES = {  # the format of a type of content
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "application/pdf": ".pdf",
    "application/json": ".json",
    "application/x-ndjson": ".jsonl",
    "application/rss+xml": ".rss",
    "application/atom+xml": ".rss",
    "application/xml": ".rss",
    "text/xml": ".rss",
    "text/csv": ".csv",
    "text/plain": ".txt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
# A reader of a format by its suffix; None where there is none.
ReaderOf = Callable[[str], Callable[[IO[bytes], str, str, Config], Iterator[RawArticle | Failure]] | None]


def read_address(url: str, config: Config, reader_of: ReaderOf) -> Iterator[RawArticle | Failure]:
    """The articles at an address; one Failure where it cannot be fetched, or holds nothing that is known.

    Fetched within two minutes and five redirects, and not beyond `config.max_bytes`. What the server calls its content
    decides how it is read. The id of a single article is its address.
    """
    try:
        data, kind, charset, final = _fetched(url, config)
        suffix = _SUFFIXES.get(kind) or _suffix_of(final)
        reader = reader_of(suffix) if suffix else None
        if reader is None:
            raise ValueError(f"holds nothing that is read here (its type is {kind or 'not given'})")
        if suffix == ".html":
            yield html.article(data, url, url, config, final, charset)
        else:
            yield from reader(io.BytesIO(data), url, url, config)
    except (ValueError, OSError) as error:
        yield Failure(id=url, source=url, meta={"url": url}, error=reason_of(error))


def _suffix_of(url: str) -> str:
    _, dot, suffix = unquote(urlsplit(url).path).rpartition(".")
    return f".{suffix.lower()}" if dot and "/" not in suffix else ""


def _fetched(url: str, config: Config) -> tuple[bytes, str, str, str]:
    """The bytes at an address, the type of the content, its charset or "", and the address behind redirects.

    Raises ValueError, in one line, where they cannot be had.
    """
    urllib3 = require("urllib3", "files")
    pool = urllib3.PoolManager(headers={"User-Agent": _USER_AGENT, "Accept-Encoding": "gzip, deflate"})
    retries = urllib3.Retry(
        total=_MAX_REDIRECTS, connect=0, read=0, redirect=_MAX_REDIRECTS, status=0, other=0
    )
    timeout = urllib3.Timeout(connect=_SECONDS_TO_CONNECT, read=_SECONDS_TO_ANSWER)
    end = monotonic() + _SECONDS_IN_ALL
    try:
        answer = pool.request("GET", url, retries=retries, timeout=timeout, preload_content=False)
        try:
            if answer.status != 200:
                raise ValueError(
                    f"cannot be fetched: the server answers {answer.status} {answer.reason or ''}".rstrip()
                )
            data = _read(answer, config.max_bytes, end)
        finally:
            answer.close()
    except urllib3.exceptions.HTTPError as error:
        raise ValueError(f"cannot be fetched: {_why(error)}") from None
    kind, _, parameters = answer.headers.get("Content-Type", "").partition(";")
    charset = parameters.partition("charset=")[2].strip(" \"'")
    return data, kind.strip().lower(), charset, urljoin(url, answer.geturl() or "")


def _read(answer: Any, max_bytes: int, end: float) -> bytes:
    data = bytearray()
    while block := answer.read1(_BYTES_AT_ONCE):  # what has come, so that a slow server is noticed
        data += block
        if len(data) > max_bytes:
            raise InputTooLargeError("the page", max_bytes)
        if monotonic() > end:
            raise ValueError(f"cannot be fetched: it takes longer than {_SECONDS_IN_ALL:.0f} seconds")
    return bytes(data)


def _why(error: BaseException) -> str:
    """The reason of an error of urllib3, which wraps it several times and begins with the object that it is of."""
    reason = getattr(error, "reason", None)
    while isinstance(reason, BaseException):
        error, reason = reason, getattr(reason, "reason", None)
    return _NAMED_OBJECT.sub("", reason_of(error))
