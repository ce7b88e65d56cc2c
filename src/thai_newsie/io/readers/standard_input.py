"""Standard input: plain text, JSON or JSON lines, recognized by its beginning."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from itertools import chain
from json import JSONDecodeError
from typing import IO

import regex

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.readers import txt
from thai_newsie.io.readers.decoding import decode
from thai_newsie.io.readers.json import articles, loaded
from thai_newsie.io.readers.jsonl import articles_of_lines
from thai_newsie.io.readers.lines import byte_lines
from thai_newsie.io.readers.opening import InputTooLargeError
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

NAME = "stdin"  # the id of an article that comes without one

# An object with a key, or a list of objects; "[ข่าวด่วน] ..." and "{ ... }" in running text are neither.
_JSON_BEGINNING = regex.compile(r'\A\s*+(?:\{\s*+["}]|\[\s*+[\]{"])')
_TEXT_KEY = b'"text"'  # behind a line of something else, only an article is taken for JSON lines
_BEFORE_OBJECT = codecs.BOM_UTF8 + b" \t\r\n"


def read_standard_input(stream: IO[bytes], config: Config = DEFAULT) -> Iterator[RawArticle | Failure]:
    """The articles of `stream`. JSON lines are read line by line, anything else as a whole.

    JSON lines are recognized by the first line that is a whole article, although blank or broken ones stand before it.
    """
    lines, warnings = byte_lines(stream, config.max_bytes)
    head: list[bytes] = []
    size, is_blank, is_whole = 0, True, False
    for line in lines:
        if not is_whole and _is_object(line, b"" if is_blank else _TEXT_KEY):
            is_whole = _is_json_so_far(b"".join(head))
            if not is_whole:
                return articles_of_lines(chain(head, [line], lines), "-", NAME, config, warnings)
        if size > config.max_bytes:
            break
        head.append(line)
        size += len(line)
        is_blank = is_blank and not line.strip()
    return _articles_of_whole(b"".join(head), warnings, config)


def _is_object(line: bytes, key: bytes) -> bool:
    """Whether one line is a whole JSON object, as in JSON lines, with `key` in it."""
    if not line.lstrip(_BEFORE_OBJECT).startswith(b"{") or key not in line:
        return False
    try:
        return isinstance(loaded(decode(line)[0]), dict)
    except (ValueError, RecursionError):
        return False


def _is_json_so_far(head: bytes) -> bool:
    """Whether more lines can make one JSON value of `head`: then an object in a line is a part of it."""
    try:
        text = decode(head)[0].rstrip()
        loaded(text)
    except JSONDecodeError as error:
        return bool(text) and error.pos >= len(text)
    except (ValueError, RecursionError):
        pass
    return False


def _articles_of_whole(
    data: bytes, warnings: tuple[str, ...], config: Config
) -> Iterator[RawArticle | Failure]:
    try:
        if len(data) > config.max_bytes:
            raise InputTooLargeError("standard input", config.max_bytes)
        text, of_bytes = decode(data)
        if _JSON_BEGINNING.match(text):
            yield from articles(text, "-", NAME, (*warnings, *of_bytes))
        else:
            yield txt.article(text, (*warnings, *of_bytes), "-", NAME, config)
    except ValueError as error:
        yield Failure(id=NAME, source="-", error=str(error))
