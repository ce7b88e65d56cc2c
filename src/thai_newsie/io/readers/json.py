"""JSON: an article object (`id title published text`), or a list of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import IO, Any

import regex

from thai_newsie.config import DEFAULT, Config
from thai_newsie.io.readers.columns import columns_of
from thai_newsie.io.readers.decoding import decode
from thai_newsie.io.readers.opening import read_whole
from thai_newsie.metadata import FIELDS, is_record, known_metadata
from thai_newsie.raw_article import RawArticle, known_id, reason_of
from thai_newsie.schema.article import Failure

_FIELDS = frozenset(FIELDS)
NOT_JSON = "is not JSON: {}"
_NOT_JSON_FROM_HERE = "is not JSON from here to the end of the file: {}"

# Each is matched at one place, as \G says: a search for it would take square time in a run of blanks.
_LIST_BEGINNING = regex.compile(r"\G\s*+\[\s*+")
_EMPTY_LIST = regex.compile(r"\G\s*+\[\s*+\]\s*+\Z")
_BEHIND_ITEM = regex.compile(r"\G\s*+,\s*+")
_LIST_END = regex.compile(r"\G\s*+\]\s*+\Z")
_MAX_JSON_DIGITS = 4000  # of a number that Python makes from digits; it refuses a few more


def _integer(digits: str) -> int | str:
    """The number of these digits. One that Python refuses remains text: it is an id, if anything."""
    return int(digits) if len(digits) <= _MAX_JSON_DIGITS else digits


_DECODER = json.JSONDecoder(parse_int=_integer)


def read_articles(
    stream: IO[bytes], where: str, name: str, config: Config = DEFAULT
) -> Iterator[RawArticle | Failure]:
    """The articles of a JSON file, in its order. The file is read as a whole."""
    try:
        text, warnings = decode(read_whole(stream, config.max_bytes))
    except ValueError as error:
        yield Failure(id=name, source=where, error=str(error))
        return
    yield from articles(text, where, name, warnings, config)


def articles(
    text: str, where: str, name: str, warnings: tuple[str, ...], config: Config
) -> Iterator[RawArticle | Failure]:
    """The articles in `text`. One without an id gets `name`, and its number where it is in a list.

    Where a list is broken, what is before the break is read.
    """
    number = 0
    try:
        if not _LIST_BEGINNING.match(text):
            yield article(loaded(text), where, name, warnings, config)
            return
        for item in _items(text):
            number += 1
            yield article(item, f"{where}:{number}", f"{name}:{number}", warnings, config)
    except (ValueError, RecursionError) as error:
        if number:
            where, name = f"{where}:{number + 1}", f"{name}:{number + 1}"
        message = _NOT_JSON_FROM_HERE if number else NOT_JSON
        yield Failure(id=name, source=where, error=message.format(reason_of(error)))


def article(
    item: object, where: str, name: str, warnings: tuple[str, ...], config: Config | None = None
) -> RawArticle | Failure:
    """The article in a JSON value, or a Failure that says why it is none.

    With `config`, the fields of an object are recognized as the columns of a table are.
    """
    try:
        if config is not None and isinstance(item, dict):
            item = _with_known_fields(item, where, config)
        raw = RawArticle.from_object(item, where)  # type: ignore[arg-type]  # checked there
    except (TypeError, ValueError) as error:
        meta = known_metadata(item)
        return Failure(id=known_id(item) or name, source=where, meta=meta, error=reason_of(error))
    return replace(raw, id=raw.id or name, warnings=(*raw.warnings, *warnings))


def _with_known_fields(item: dict[str, Any], where: str, config: Config) -> dict[str, Any]:
    if (_FIELDS.issuperset(item) and not config.columns.given) or is_record(item):
        return item
    return columns_of(tuple(item), config, where, optional=True).item(tuple(item.values()))


def loaded(text: str) -> Any:
    """The value of a JSON text. Raises ValueError and RecursionError for a text that is none."""
    return _DECODER.decode(text)


def _items(text: str) -> Iterator[Any]:
    """The items of a JSON list, one after the other. Raises what `loaded` raises, where it is no list any more."""
    if _EMPTY_LIST.match(text):
        return
    before, at = _LIST_BEGINNING.match(text), 0
    while before:
        item, at = _DECODER.raw_decode(text, before.end())
        yield item
        before = _BEHIND_ITEM.match(text, at)
    if not _LIST_END.match(text, at):
        raise json.JSONDecodeError("Expecting ',' delimiter", text, at)
