"""Ids that several articles have: a user who joins records by id must know."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import blake2b

from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure


def with_duplicate_warnings(articles: Iterable[RawArticle | Failure]) -> Iterator[RawArticle | Failure]:
    """The articles, with a warning on each that has the id of an earlier one.

    A hash of eight bytes is kept for each id, so a million articles take 100 MB however long their ids are.

    >>> [article.warnings for article in with_duplicate_warnings([RawArticle("ก", id="1"), RawArticle("ข", id="1")])]
    [(), ('id: an earlier article has the same one',)]
    """
    seen: set[bytes] = set()
    for article in articles:
        digest = blake2b(article.id.encode(), digest_size=8).digest()
        if article.id and digest in seen and isinstance(article, RawArticle):
            article = replace(
                article, warnings=(*article.warnings, "id: an earlier article has the same one")
            )
        seen.add(digest)
        yield article
