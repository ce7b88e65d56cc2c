"""Standard input: plain text, JSON or JSON lines, recognized by its beginning."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import IO

import regex

from thai_newsie.io.readers import txt
from thai_newsie.io.readers.decoding import decode
from thai_newsie.io.readers.json import articles
from thai_newsie.io.readers.jsonl import articles_of_lines
from thai_newsie.raw_article import RawArticle
from thai_newsie.schema.article import Failure

NAME = "stdin"  # the id of an article that comes without one

# An object with a key, or a list of objects; "[ข่าวด่วน] ..." and "{ ... }" in running text are neither.
_JSON_BEGINNING = regex.compile(r'\A\s*+(?:\{\s*+["}]|\[\s*+[\]{"])')


def read_standard_input(stream: IO[bytes]) -> Iterator[RawArticle | Failure]:
    """The articles of `stream`. JSON lines are read line by line, anything else as a whole."""
    head = stream.readline()
    if _is_object(head):
        return articles_of_lines(chain([head], stream), "-", NAME)
    data = head + stream.read()
    if _begins_as_json(data):
        return articles(data, "-", NAME)
    return txt.read_articles(BytesIO(data), "-", NAME)


def _is_object(line: bytes) -> bool:
    """Whether one line is a whole JSON object, as in JSON lines."""
    try:
        return isinstance(json.loads(decode(line)[0]), dict)
    except (ValueError, RecursionError):
        return False


def _begins_as_json(data: bytes) -> bool:
    try:
        return _JSON_BEGINNING.match(decode(data)[0]) is not None
    except ValueError:
        return False
