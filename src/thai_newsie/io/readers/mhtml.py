"""Web pages that a browser saved in one file with their pictures (.mhtml, .mht): RFC 2557."""

from __future__ import annotations

from collections.abc import Iterator
from email import message_from_bytes
from email.message import Message
from typing import IO

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.readers import html
from thai_newsie.io.readers.opening import read_whole
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The one article of a saved page; `name` becomes its id."""
    try:
        message = message_from_bytes(bytes(read_whole(stream, config.max_bytes)))
        part = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
        if part is None:
            raise ValueError("is no saved page: no part of it is HTML")
        data = part.get_payload(decode=True)
        assert isinstance(data, bytes)  # a part that is no multipart has bytes
        yield html.article(
            data, where, name, config, _address(message, part), part.get_content_charset() or ""
        )
    except ValueError as error:
        yield Failure(id=name, source=where, error=str(error))


def _address(message: Message, part: Message) -> str:
    """Where the page was saved from, "" where the file does not say."""
    given = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    return given if given.startswith(("http://", "https://")) else ""
