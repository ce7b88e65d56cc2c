"""Arguments that mean something else than they are: a path in the place of a text, one article in the place of many."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Article, Failure

_MAX_PATH_LENGTH = 255  # characters; a text is longer
_MAX_SUFFIX_LENGTH = 8


def check_text(text: object) -> None:
    """Raise TypeError for a path, and ValueError for a text that is nothing but the name of a file.

    >>> from pathlib import Path
    >>> check_text(Path("news.txt"))
    Traceback (most recent call last):
    TypeError: text must be a string, not a path; read the file: extract_many(read('news.txt'))
    """
    if isinstance(text, str):
        if is_name_of_file(text):
            raise ValueError(
                f"the text is the name of a file; read the file: extract_many(read({text!r})), or add a line break to mean the words"
            )
    elif isinstance(text, os.PathLike):
        raise TypeError(
            f"text must be a string, not a path; read the file: extract_many(read({os.fspath(text)!r}))"
        )


def is_name_of_file(text: str) -> bool:
    """Whether a text is one word with a suffix and there is a file of that name."""
    if (
        len(text) > _MAX_PATH_LENGTH
        or "." not in text[-_MAX_SUFFIX_LENGTH:]
        or len(text.split(maxsplit=1)) != 1
    ):
        return False
    try:
        return Path(text).is_file()
    except (OSError, ValueError):  # a name that no file may have
        return False


def check_many(articles: object) -> None:
    """Raise TypeError for one article, one text or one path in the place of many.

    >>> check_many("ข่าว")
    Traceback (most recent call last):
    TypeError: articles must be a list or a stream of articles, not one str; write extract_many([text]), or extract(text) \
for one
    """
    kind = type(articles).__name__
    if isinstance(articles, os.PathLike) or (isinstance(articles, str) and is_name_of_file(articles)):
        path = os.fspath(articles)
        raise TypeError(f"articles must be articles, not a path; read the file: extract_many(read({path!r}))")
    if isinstance(articles, str | bytes):
        told = "write extract_many([text]), or extract(text) for one"
    elif isinstance(articles, Mapping | RawArticle | Article | Failure):
        told = "put it in a list: extract_many([article])"
    elif hasattr(articles, "columns"):
        told = "write extract_frame(frame)"
    else:
        return
    raise TypeError(f"articles must be a list or a stream of articles, not one {kind}; {told}")
