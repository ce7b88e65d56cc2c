"""News feeds, RSS and Atom (.rss, .atom, .xml): one article an entry."""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import parsedate
from typing import IO, Any

from thai_newsie.config import DEFAULT, Config
from thai_newsie.extras import require
from thai_newsie.io.pages.markup import text_of_fragment
from thai_newsie.io.readers.opening import read_whole
from thai_newsie.raw_article import RawArticle, reason_of
from thai_newsie.schema.article import Failure


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The articles of a feed, in its order. An entry without an id gets `name` and its number.

    A feed often has the first sentences of its articles only: then these are the text, with a warning.
    """
    feedparser = require("feedparser", "files")
    try:
        data = bytes(read_whole(stream, config.max_bytes))
    except ValueError as error:
        yield Failure(id=name, source=where, error=str(error))
        return
    feed = feedparser.parse(data, resolve_relative_uris=False, sanitize_html=False)
    if not feed.get("version") or (feed.bozo and not feed.entries):
        reason = f": {reason_of(feed.bozo_exception)}" if feed.bozo else ""
        yield Failure(id=name, source=where, error=f"is no news feed (RSS or Atom){reason}")
        return
    publisher = text_of_fragment(feed.feed.get("title", "")) or None
    for number, entry in enumerate(feed.entries, 1):
        place, own_name = f"{where}:{number}", f"{name}:{number}"
        try:
            article = _article(entry, place, own_name, publisher)
            config.check_length(len(article.joined))
            yield article
        except ValueError as error:
            yield Failure(id=entry.get("id") or own_name, source=place, error=str(error))


def _article(entry: Any, where: str, name: str, publisher: str | None) -> RawArticle:
    contents = [content.get("value", "") for content in entry.get("content", [])]
    warnings: tuple[str, ...] = ()
    if not any(contents):
        contents, warnings = (
            [entry.get("summary", "")],
            ("feed: the entry has a summary, not the whole article",),
        )
    text = text_of_fragment(max(contents, key=len))
    title = " ".join(text_of_fragment(entry.get("title", "")).split())
    if not text and not title:
        raise ValueError("the entry has no text")
    meta = {"url": entry["link"]} if entry.get("link") else {}
    if categories := [term for tag in entry.get("tags", []) if (term := tag.get("term"))]:
        meta["categories"] = categories
    day = _day(entry.get("published") or entry.get("updated") or "")
    return RawArticle(text, title, day, entry.get("id") or name, publisher, warnings, where, meta)


def _day(given: str) -> str | None:
    """The day of an entry where it was published: "Mon, 02 Jan 2023 23:30:00 +0700" is 2 January, in UTC too."""
    if moment := parsedate(given):
        year, month, day = moment[:3]
        return f"{year:04}-{month:02}-{day:02}"
    return given or None
