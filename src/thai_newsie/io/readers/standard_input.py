"""Standard input: plain text, JSON, JSON lines, CSV or a web page, recognized by its beginning."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from itertools import chain
from json import JSONDecodeError
from typing import IO

import regex

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.readers import csv, txt
from thai_newsie.io.readers.decoding import decode
from thai_newsie.io.readers.json import articles, loaded
from thai_newsie.io.readers.jsonl import articles_of_lines
from thai_newsie.io.readers.lines import byte_lines
from thai_newsie.io.readers.opening import InputTooLargeError
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

Articles = Iterator[RawArticle | Failure]

NAME = "stdin"  # the id of an article that comes without one

# An object with a key, or a list of objects; "[ข่าวด่วน] ..." and "{ ... }" in running text are neither.
_LIST_OF_OBJECTS = regex.compile(r'\G\s*+\[\s*+[\]{"]')
_JSON_BEGINNING = regex.compile(rf'\G\s*+\{{\s*+["}}]|{_LIST_OF_OBJECTS.pattern}')
_PAGE_BEGINNING = regex.compile(
    r"\G\s*+(?:<\?xml[^>]{0,200}>\s*+)?(?:<!--.{0,2000}?-->\s*+)?<(?:!doctype\s++html|html|head|body)\b",
    regex.I | regex.S,
)
_TEXT_KEY = b'"text"'  # behind a line of something else, only an article is taken for JSON lines
_BEFORE_OBJECT = codecs.BOM_UTF8 + b" \t\r\n"


def read_standard_input(
    stream: IO[bytes], config: Config = DEFAULT, page: Callable[[bytes], Articles] | None = None
) -> Articles:
    """The articles of `stream`. JSON lines and CSV are read line by line, anything else as a whole.

    JSON lines are recognized by the first line that is a whole article, although blank or broken ones stand before it, CSV
    by a header with the columns of an article. `page` reads a web page; without it, one is plain text.
    """
    lines, warnings = byte_lines(stream, config.max_bytes)
    head: list[bytes] = []
    size, objects, is_blank = 0, 0, True
    for line in lines:
        if _is_object(line, b"" if is_blank else _TEXT_KEY):
            objects += 1
            if is_blank or (_is_power_of_two(objects) and _is_broken(b"".join([*head, line]))):
                return articles_of_lines(chain(head, [line], lines), "-", NAME, config, warnings)
        if is_blank and csv.is_header(line, config):
            return csv.articles_of_lines(chain(head, [line], lines), "-", NAME, config, warnings)
        if size > config.max_bytes:
            break
        head.append(line)
        size += len(line)
        is_blank = is_blank and not line.strip()
    data = b"".join(head)
    if objects and _is_broken(data, at_end=True):
        return articles_of_lines(head, "-", NAME, config, warnings)
    return _articles_of_whole(data, warnings, config, page)


def _is_power_of_two(count: int) -> bool:
    """Whether to look at all lines again: after each object, a long file would take square time."""
    return count & (count - 1) == 0


def _is_object(line: bytes, key: bytes) -> bool:
    """Whether one line is a whole JSON object, as in JSON lines, with `key` in it."""
    if not line.lstrip(_BEFORE_OBJECT).startswith(b"{") or key not in line:
        return False
    try:
        return isinstance(loaded(decode(line)[0]), dict)
    except (ValueError, RecursionError):
        return False


def _is_broken(data: bytes, *, at_end: bool = False) -> bool:
    """Whether no line that follows makes one JSON value of `data`; `at_end`: whether it is none.

    A list is never broken here: what stands before its break is read.
    """
    try:
        text = decode(data)[0].strip()
        if not _LIST_OF_OBJECTS.match(text):
            loaded(text)
    except JSONDecodeError as error:
        return at_end or error.pos < len(text)
    except (ValueError, RecursionError):
        return True
    return False


def _articles_of_whole(
    data: bytes, warnings: tuple[str, ...], config: Config, page: Callable[[bytes], Articles] | None
) -> Articles:
    try:
        if len(data) > config.max_bytes:
            raise InputTooLargeError("standard input", config.max_bytes)
        text, of_bytes = decode(data)
        if _JSON_BEGINNING.match(text):
            yield from articles(text, "-", NAME, (*warnings, *of_bytes), config)
        elif page and _PAGE_BEGINNING.match(text):
            yield from page(data)
        else:
            yield txt.article(text, (*warnings, *of_bytes), "-", NAME, config)
    except ValueError as error:
        yield Failure(id=NAME, source="-", error=str(error))
